//! What a certificate proves, beside what the solver computed from the same prices in floating point.

use jiedui_domain::{Case, SolveMethod};
use jiedui_engine::{Certificate, CertificateCheck, Run};
use jiedui_solve::Solution;
use proptest::prelude::*;

/// What rounding in floating point may hide, relative above 1.
const ROUNDING: f64 = 1e-8;

/// The certificate holds, certifies every priority that decomposition solved, and proves no less than the
/// solver claimed.
///
/// The solver claims a bound for plans that keep `kept` of earlier priorities, before amounts are cut to
/// steps that people can sign. Where that costs the plan a trifle of an earlier priority, the certificate
/// speaks of the plans that keep as much as this one, which are more, so its bound may be the weaker. It is
/// asked what it proves of the plans that the solver spoke of: there it must not be.
pub fn certified(
    case: &Case,
    run: &Run,
    solution: &Solution,
    method: SolveMethod,
) -> Result<(), TestCaseError> {
    let check = CertificateCheck::new(case);
    let proven = check.check(&run.plan, &run.certificate);
    prop_assert!(proven.is_ok(), "{method:?}: {proven:?}");
    let is_certified = method == SolveMethod::Decomposition;
    for (tier, proven) in run.tiers.iter().zip(proven.iter().flatten()) {
        prop_assert_eq!(proven.bound.is_some(), is_certified, "{:?}", method);
        prop_assert_eq!(tier.certified.is_some(), is_certified);
    }
    let as_claimed = as_the_solver_kept(&check, run, solution)?;
    for (place, evidence) in solution.evidence.iter().enumerate() {
        let Some(claimed) = evidence.claimed else {
            continue;
        };
        let proven = check.prove(&as_claimed, place);
        prop_assert!(proven.is_ok(), "{proven:?}");
        let proven: f64 = proven.unwrap_or_default().parse().unwrap_or(f64::INFINITY);
        prop_assert!(
            proven <= claimed + ROUNDING * (1.0 + claimed.abs()),
            "{method:?}, priority {}: {proven} is certified where the solver claimed {claimed}",
            run.tiers[place].priority
        );
    }
    Ok(())
}

/// The certificate with what the solver kept of each priority; the run's own keeps that or, where it is less,
/// what its plan reaches.
fn as_the_solver_kept(
    check: &CertificateCheck<'_>,
    run: &Run,
    solution: &Solution,
) -> Result<Certificate, TestCaseError> {
    let mut certificate = run.certificate.clone();
    for (place, evidence) in solution.evidence.iter().enumerate() {
        let Some(kept) = &mut certificate.tiers[place].kept else {
            continue;
        };
        let by_solver = format!("{:?}", evidence.kept);
        let by_plan = check.kept_by(&run.plan, place).unwrap_or_default();
        let smaller = CertificateCheck::smaller(&by_solver, &by_plan);
        prop_assert_eq!(Some(&*kept), smaller.as_ref(), "place {}", place);
        *kept = by_solver;
    }
    Ok(certificate)
}
