//! `distance`: how far apart the pairs are, summed.

use super::View;
use crate::exact::{MILLION, rational};
use num_rational::BigRational;

/// Σ_a `d[a]`·`y[a]`, km; an unknown distance counts 0.
pub(super) fn value(view: &View<'_>) -> BigRational {
    let total = view.formed().map(|entry| entry.distance.counted()).sum();
    rational(total, MILLION)
}

#[cfg(test)]
mod tests {
    use crate::measures::measure;
    use crate::sample::{Draft, decimal_value};
    use jiedui_domain::Measure;

    #[test]
    fn unknown_distance_counts_nothing() {
        // 300 + 250 + 120; h3 has no place, so without its row nothing is known of it.
        let mut draft = Draft::valid();
        draft.tables.pairs.retain(|row| row.helper != "h3");
        let (case, plan) = draft.build();
        assert_eq!(
            measure(&case, &plan, Measure::Distance, &[], false),
            Some(decimal_value("550"))
        );
    }
}
