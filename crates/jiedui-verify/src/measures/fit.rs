//! `fit`: how well the pairs suit each other, summed.

use super::View;
use crate::exact::BILLION;
use num_bigint::BigInt;
use num_rational::BigRational;

/// Σ_a `f[a]`·`y[a]`.
pub(super) fn value(view: &View<'_>) -> BigRational {
    let total: BigInt = view.fits().iter().sum();
    BigRational::new(total, BigInt::from(BILLION))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::measures::measure;
    use crate::sample::{Draft, decimal_value};
    use jiedui_domain::Measure;

    #[test]
    fn fit_sums_over_the_pairs_of_the_tracks() {
        // h1–p 0.5 given; h2–q min(150, budget 100)/200 = 0.5; h3–p 40/150 = 0.266666667.
        let (case, plan) = Draft::valid().build();
        let place = case.policy.track_by_code("place").unwrap();
        let market = case.policy.track_by_code("market").unwrap();
        for (tracks, expected) in [(place, "1"), (market, "0")] {
            assert_eq!(
                measure(&case, &plan, Measure::Fit, &[tracks], false),
                Some(decimal_value(expected))
            );
        }
    }
}
