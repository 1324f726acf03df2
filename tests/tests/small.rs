//! Small programs: what a search leaves open is closed by branch and bound.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{Proof, SolveMethod};

use jiedui_tests::generated_case;
use jiedui_tests::runs::solved_by;

/// The search alone leaves a quarter of the third priority open here.
#[test]
fn what_a_search_leaves_open_is_closed_to_the_gap_asked_for() {
    let case = generated_case(4, 24, 1);
    let run = solved_by(&case, SolveMethod::Decomposition);
    let last = run.tiers.last().unwrap();
    assert_eq!(last.proof, Proof::BranchAndBound);
    assert!(last.is_within(case.policy.solver.gap), "{last:?}");
}

/// With one priority both methods speak of the same plans, so no plan of one is beyond the bound of the other. HiGHS,
/// looking for symmetry, called a bound proven here that such a plan exceeds.
#[test]
fn a_closed_tier_and_the_whole_program_say_nothing_against_each_other() {
    let mut case = generated_case(4, 24, 1);
    case.policy.objectives.retain(|part| part.priority == 2);
    case.policy.solver.gap = 1e-4;
    let parts = solved_by(&case, SolveMethod::Decomposition);
    let whole = solved_by(&case, SolveMethod::Monolithic);
    let (parts, whole) = (&parts.tiers[0], &whole.tiers[0]);
    assert_eq!(parts.proof, Proof::BranchAndBound, "nothing was left open");
    let slack = 1e-6 * parts.bound.abs().max(1.0);
    assert!(parts.in_plan <= whole.bound + slack, "{parts:?} {whole:?}");
    assert!(whole.in_plan <= parts.bound + slack, "{parts:?} {whole:?}");
}
