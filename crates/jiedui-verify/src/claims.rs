//! What a run states about its plan, against the plan.

use crate::audit::Audit;
use crate::codes::{CLAIM_UNDEFINED, CLAIM_WRONG};
use crate::exact::{sum, to_f64};
use crate::measures::View;
use crate::violation::{Rule, Violation};
use jiedui_domain::{Case, MeasureScale, MeasureValue, Objective, Plan, Sense};
use num_rational::BigRational;
use num_traits::{One, Signed};

/// Compares stated measures (over all tracks) with the recomputed ones.
///
/// The tolerance is absolute for shares and relative to max(1, |value|) otherwise.
/// `found` holds the stated value, `allowed` the nearest `f64` to the exact one, empty = undefined.
/// Codes V26, V27. Empty = every claim holds.
pub fn check_claims(
    case: &Case,
    plan: &Plan,
    claimed: &[MeasureValue],
    tolerance: f64,
) -> Vec<Violation> {
    let audit = Audit::new(case, plan);
    let view = View::whole(&audit);
    let mut violations = Vec::new();
    for claim in claimed {
        let exact = view.value(claim.measure);
        let code = match (claim.value, &exact) {
            (None, None) => continue,
            (Some(stated), Some(exact)) => {
                if agree(stated, exact, tolerance, claim.measure.scale()) {
                    continue;
                }
                CLAIM_WRONG
            }
            _ => CLAIM_UNDEFINED,
        };
        let text = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
        let recomputed = text(exact.as_ref().map(to_f64));
        violations.push(
            Violation::new(Rule::Claim, code, text(claim.value), recomputed)
                .of_measure(claim.measure),
        );
    }
    violations
}

fn agree(stated: f64, exact: &BigRational, tolerance: f64, scale: MeasureScale) -> bool {
    let (Some(stated), Some(tolerance)) = (
        BigRational::from_float(stated),
        BigRational::from_float(tolerance),
    ) else {
        return false;
    };
    let allowed = match scale {
        MeasureScale::Share => tolerance,
        MeasureScale::Relative => tolerance * exact.abs().max(BigRational::one()),
    };
    (stated - exact).abs() <= allowed
}

/// Σ ±weight × measure over the objectives of a tier, oriented so that more is better.
///
/// Computed exactly and rounded once. A measure that nothing defines adds nothing; a weight that is
/// not finite makes the value NaN.
pub fn tier_value(case: &Case, plan: &Plan, objectives: &[Objective]) -> f64 {
    exact_tier_value(case, plan, objectives).map_or(f64::NAN, |value| to_f64(&value))
}

/// The same, not rounded; `None` where a weight is not finite.
pub(crate) fn exact_tier_value(
    case: &Case,
    plan: &Plan,
    objectives: &[Objective],
) -> Option<BigRational> {
    let audit = Audit::new(case, plan);
    let mut terms = Vec::with_capacity(objectives.len());
    for objective in objectives {
        let weight = BigRational::from_float(objective.weight)?;
        let view = View::of(&audit, &objective.tracks, objective.by_age);
        let Some(value) = view.value(objective.measure) else {
            continue;
        };
        terms.push(match objective.measure.sense() {
            Sense::Maximise => weight * value,
            Sense::Minimise => -weight * value,
        });
    }
    Some(sum(terms))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::measures::measures;
    use crate::sample::Draft;
    use jiedui_domain::Measure;

    fn claim(measure: Measure, value: Option<f64>) -> MeasureValue {
        MeasureValue { measure, value }
    }

    #[test]
    fn true_claims_hold() {
        let (case, plan) = Draft::valid().build();
        let claims = measures(&case, &plan);
        assert_eq!(check_claims(&case, &plan, &claims, 1e-12), Vec::new());
    }

    #[test]
    fn wrong_claims_are_found() {
        let (case, plan) = Draft::valid().build();
        for (measure, value, code) in [
            (Measure::Coverage, Some(0.6126), Some(CLAIM_WRONG)),
            (Measure::Coverage, Some(0.612_500_5), None),
            (Measure::Distance, Some(670.001), Some(CLAIM_WRONG)),
            (Measure::Distance, Some(670.0005), None),
            (Measure::Fit, None, Some(CLAIM_UNDEFINED)),
            (Measure::Fit, Some(f64::NAN), Some(CLAIM_WRONG)),
        ] {
            let found = check_claims(&case, &plan, &[claim(measure, value)], 1e-6);
            let codes: Vec<_> = found.iter().map(|violation| violation.code).collect();
            assert_eq!(codes, Vec::from_iter(code), "{measure:?} {value:?}");
            for violation in found {
                assert_eq!(violation.measure, Some(measure));
                assert_eq!(violation.rule, Rule::Claim);
            }
        }
    }

    #[test]
    fn claim_of_an_undefined_measure_is_found() {
        let mut draft = Draft::valid();
        draft.tables.needs.clear();
        draft.plan.clear();
        let (case, plan) = draft.build();
        let found = check_claims(&case, &plan, &[claim(Measure::Coverage, Some(1.0))], 1e-6);
        let texts: Vec<_> = found
            .iter()
            .map(|one| (one.code, one.found.as_str(), one.allowed.as_str()))
            .collect();
        assert_eq!(texts, [(CLAIM_UNDEFINED, "1", "")]);
    }

    #[test]
    fn tier_value_turns_minimised_measures_round() {
        let (case, plan) = Draft::valid().build();
        let place = case.policy.track_by_code("place").unwrap();
        let objective = |measure, weight, tracks: &[_], by_age| Objective {
            measure,
            priority: 1,
            weight,
            tolerance: 0.0,
            tracks: tracks.to_vec(),
            by_age,
        };
        // 0.6125 − 0.25·(300 + 250) + 0.5·(3 + 1) = −134.8875.
        let tier = [
            objective(Measure::Coverage, 1.0, &[], false),
            objective(Measure::Distance, 0.25, &[place], false),
            objective(Measure::Continuity, 0.5, &[], true),
        ];
        assert_eq!(tier_value(&case, &plan, &tier), -134.8875);
        assert_eq!(tier_value(&case, &plan, &[]), 0.0);
    }
}
