//! `equity`: the first share of a recipient's need counts more than the last.

use super::{View, coverage};
use crate::exact::{MILLION, rational};
use jiedui_domain::{EquityCurve, Quantity};
use num_rational::BigRational;

/// Σ_r `w[r]`·φ(`coverage[r]`) / Σ_r `w[r]`, over recipients with need.
pub(super) fn value(view: &View<'_>) -> Option<BigRational> {
    let curve = &view.audit.case.policy.equity;
    coverage::weighted_mean(view, |coverage| phi(curve, coverage))
}

/// φ, interpolated between its breakpoints; past the last one it stays there.
fn phi(curve: &EquityCurve, coverage: BigRational) -> BigRational {
    let points: Vec<(BigRational, BigRational)> = curve
        .breakpoints
        .iter()
        .map(|(x, y)| {
            let exact = |steps: i64| rational(i128::from(steps), MILLION);
            (exact(x.scaled()), exact(y.scaled()))
        })
        .collect();
    for pair in points.windows(2) {
        if let [(x0, y0), (x1, y1)] = pair
            && coverage <= *x1
            && x0 < x1
        {
            return y0 + (y1 - y0) * (coverage - x0) / (x1 - x0);
        }
    }
    points.last().map_or(coverage, |(_, y)| y.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::measure;
    use crate::sample::{Draft, decimal_value};
    use jiedui_domain::Measure;

    #[test]
    fn phi_runs_through_its_breakpoints() {
        let (case, _) = Draft::valid().build();
        for (coverage, expected) in [
            ("0", "0"),
            ("0.25", "0.4"),
            ("0.5", "0.8"),
            ("0.55", "0.82"),
            ("1", "1"),
            ("1.5", "1"),
        ] {
            assert_eq!(
                phi(&case.policy.equity, decimal_value(coverage)),
                decimal_value(expected)
            );
        }
    }

    #[test]
    fn identity_curve_gives_coverage() {
        let mut draft = Draft::valid();
        draft.policy.equity = EquityCurve::default();
        let (case, plan) = draft.build();
        // With breakpoints (0.5, 0.8): (0.92 + 3·0.82)/4 = 0.845; with the identity 0.6125.
        assert_eq!(
            measure(&case, &plan, Measure::Equity, &[], false),
            Some(decimal_value("0.6125"))
        );
    }
}
