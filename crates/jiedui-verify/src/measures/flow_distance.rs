//! `flow_distance`: how far the help travels.

use super::View;
use num_bigint::BigInt;
use num_rational::BigRational;

/// Steps of (km in millionths) × (worth in 1e-12 万元) in 1 万元·km.
const STEPS: i64 = 1_000_000_000_000_000_000;

/// Σ_{a,s} `d[a]`·v_s·`x[a,s]`, 万元·km, over all tracks; an unknown distance counts 0.
pub(super) fn value(view: &View<'_>) -> BigRational {
    let total: BigInt = view
        .entries()
        .map(|entry| entry.worth.steps() * entry.distance.counted())
        .sum();
    BigRational::new(total, BigInt::from(STEPS))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::measures::measure;
    use crate::sample::{Draft, decimal_value};
    use jiedui_domain::Measure;

    #[test]
    fn flow_distance_counts_divisible_tracks() {
        // 300·80 + 250·90 + 120·40 + 400·20 = 59300, of which the divisible track has 8000.
        let (case, plan) = Draft::valid().build();
        let market = case.policy.track_by_code("market").unwrap();
        assert_eq!(
            measure(&case, &plan, Measure::FlowDistance, &[market], false),
            Some(decimal_value("8000"))
        );
    }
}
