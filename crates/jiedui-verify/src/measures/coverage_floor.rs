//! `coverage_floor`: the share of need met where it is smallest.

use super::View;
use num_rational::BigRational;

/// min_r `coverage[r]`, over recipients with need.
pub(super) fn value(view: &View<'_>) -> Option<BigRational> {
    let coverages = view.coverages();
    coverages.values().flatten().min().cloned()
}

#[cfg(test)]
mod tests {
    use crate::measures::measure;
    use crate::sample::{Draft, decimal_value};
    use jiedui_domain::Measure;

    #[test]
    fn floor_is_the_smallest_share() {
        // min(0.8, 0.55); without h4's 20 it is 90/200.
        let mut draft = Draft::valid();
        draft.remove("h4", "q");
        for (draft, floor) in [(Draft::valid(), "0.55"), (draft, "0.45")] {
            let (case, plan) = draft.build();
            assert_eq!(
                measure(&case, &plan, Measure::CoverageFloor, &[], false),
                Some(decimal_value(floor))
            );
        }
    }
}
