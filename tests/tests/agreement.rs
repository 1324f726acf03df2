//! Random small cases with every rule family: brute force, decomposition and the whole program agree.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "agreement/certified.rs"]
mod certified;
#[path = "agreement/tally.rs"]
mod tally;

use certified::certified;
use jiedui_domain::{Case, SolveMethod, TierResult};
use jiedui_engine::Run;
use jiedui_graph::CandidateGraph;
use jiedui_model::Program;
use jiedui_solve::{Outcome, Solution, solve};
use jiedui_tests::brute_force::{Best, BruteForce};
use jiedui_tests::random_case::{self, Draft, draft, draft_of_cost, drawn};
use jiedui_tests::runs::{options_by, planned};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::cell::RefCell;
use tally::Tally;

/// What two answers to the same question may differ by, relative above 1.
const TOLERANCE: f64 = 1e-6;
/// What later priorities may take of an earlier one, relative above 1: the driver's room for rounding.
const KEPT_SLACK: f64 = 1.1e-7;

fn near(value: f64, expected: f64, tolerance: f64) -> bool {
    (value - expected).abs() <= tolerance * expected.abs().max(1.0)
}

/// The solver's own answer, which says what later priorities kept.
fn solution(program: &Program, case: &Case, method: SolveMethod) -> Solution {
    let mut solver = case.policy.solver.clone();
    solver.method = method;
    match solve(program, &solver, &jiedui_solve::Unwatched) {
        Ok(Outcome::Solved(solution)) => solution,
        other => panic!("the engine found a plan, the solver {other:?}"),
    }
}

/// The decomposition's run where there is a plan, once brute force and both methods agree.
fn agree(draft: &Draft) -> Result<Option<Run>, TestCaseError> {
    let case = draft.case();
    let graph = CandidateGraph::build(&case).unwrap();
    let program = Program::build(&case, &graph);
    let brute = BruteForce::new(&program);
    prop_assume!(brute.is_affordable());
    let best = brute.tiers();
    let mut decomposed = None;
    for method in [SolveMethod::Decomposition, SolveMethod::Monolithic] {
        let run = planned(&case, &options_by(&case, method));
        prop_assert_eq!(
            run.is_some(),
            best.is_some(),
            "{:?}: feasible or not; brute force {:?}, method {:?}",
            method,
            best,
            run.as_ref().map(|run| values_of(&run.tiers))
        );
        let (Some(best), Some(run)) = (&best, run) else {
            continue;
        };
        let solution = solution(&program, &case, method);
        certified(&case, &run, &solution, method)?;
        prop_assert_eq!(best.len(), run.tiers.len());
        let mut kept = Vec::new();
        for (place, (tier, best)) in run.tiers.iter().zip(best).enumerate() {
            reaches(tier, *best, || brute.best_keeping(place, &kept))
                .map_err(|difference| TestCaseError::fail(format!("{method:?}, {difference}")))?;
            let own = solution.evidence[place].kept;
            prop_assert!(
                own >= tier.reached - KEPT_SLACK * (1.0 + tier.reached.abs()),
                "{method:?}, priority {}: reached {}, of which only {own} is kept",
                tier.priority,
                tier.reached
            );
            kept.push(own);
        }
        if method == SolveMethod::Decomposition {
            decomposed = Some(run);
        }
    }
    Ok(decomposed)
}

fn values_of(tiers: &[TierResult]) -> Vec<f64> {
    tiers.iter().map(|tier| tier.reached).collect()
}

/// A priority reaches what brute force finds, and no bound is below that.
///
/// Where a trifle of an earlier priority is worth much here, the little that each may leave of it shows: then
/// brute force answers once more, keeping of the earlier ones exactly what this run kept.
fn reaches(
    tier: &TierResult,
    best: Best,
    keeping_the_same: impl FnOnce() -> Option<Best>,
) -> Result<(), String> {
    let mut expected = best.value;
    if best.is_loose || !near(tier.reached, expected, TOLERANCE) {
        let again = keeping_the_same();
        expected = again.map_or(f64::NEG_INFINITY, |again| again.value);
    }
    let least = expected - TOLERANCE * expected.abs().max(1.0);
    // What is certified has no tolerance of a solver, only that of brute force.
    let certified = tier.certified.unwrap_or(f64::INFINITY);
    if near(tier.reached, expected, TOLERANCE) && tier.bound >= least && certified >= least {
        return Ok(());
    }
    Err(format!(
        "priority {}: reached {}, bound {}, certified {:?}; brute force {}, with the same kept of earlier \
         priorities {expected}",
        tier.priority, tier.reached, tier.bound, tier.certified, best.value
    ))
}

fn held(draft: &Draft) {
    if let Err(error) = agree(draft) {
        panic!("{error}");
    }
}

#[test]
fn first_priority_worth_nothing_does_not_stop_the_second() {
    held(&random_case::first_priority_worth_nothing());
}

#[test]
fn second_priority_is_improved_where_the_first_is_kept() {
    held(&random_case::second_priority_not_improved());
}

#[test]
fn master_problem_is_solved_where_few_patterns_differ() {
    held(&random_case::master_fails());
}

#[test]
fn certificate_sees_a_floor_beside_a_measure_of_nothing() {
    held(&random_case::floor_beside_nothing());
}

/// How many random cases each half compares.
const CASES: u32 = 260;

/// The same cases every time: what fails is a defect, not bad luck.
fn both_methods_reach_what_brute_force_finds(seed: u64) {
    let config = drawn(CASES, seed);
    let tally = RefCell::new(Tally::default());
    let drafts = prop_oneof![2 => draft(), 1 => draft_of_cost()];
    let outcome = TestRunner::new(config).run(&drafts, |draft| {
        let run = agree(&draft)?;
        tally.borrow_mut().add(&draft, run.as_ref());
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
    let tally = tally.into_inner();
    assert!(tally.cases >= CASES);
    tally.assert_that_all_matter();
}

#[test]
fn all_agree_on_the_first_half_of_the_random_cases() {
    both_methods_reach_what_brute_force_finds(20_250_901);
}

#[test]
fn all_agree_on_the_second_half_of_the_random_cases() {
    both_methods_reach_what_brute_force_finds(20_250_902);
}
