//! `pairs`: how many pairs are formed.

use super::View;
use crate::exact::rational;
use num_rational::BigRational;

/// Σ_a `y[a]`.
pub(super) fn value(view: &View<'_>) -> BigRational {
    let total = view.formed().map(|_| 1_i128).sum();
    rational(total, 1)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::exact::rational;
    use crate::measures::measure;
    use crate::sample::Draft;
    use jiedui_domain::Measure;

    #[test]
    fn pairs_leave_out_divisible_tracks() {
        let (case, plan) = Draft::valid().build();
        for (track, expected) in [("place", 2), ("soe", 1), ("market", 0)] {
            let track = case.policy.track_by_code(track).unwrap();
            assert_eq!(
                measure(&case, &plan, Measure::Pairs, &[track], false),
                Some(rational(expected, 1))
            );
        }
    }
}
