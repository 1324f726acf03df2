//! Random small cases with every rule family: brute force, decomposition and the whole program agree.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "agreement/brute_force.rs"]
#[allow(dead_code, reason = "shared with another test")]
mod brute_force;
#[path = "agreement/random_case.rs"]
mod random_case;
#[path = "agreement/tally.rs"]
mod tally;

use brute_force::BruteForce;
use jiedui_domain::{Case, SolveMethod, TierResult};
use jiedui_engine::{CertificateCheck, Run, RunOptions, RunOutcome, Unwatched, assign};
use jiedui_graph::CandidateGraph;
use jiedui_model::Program;
use jiedui_solve::{Outcome, solve};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use random_case::{Draft, draft};
use std::cell::RefCell;
use tally::Tally;

const TOLERANCE: f64 = 1e-6;
/// Where brute force had to keep earlier tiers less tightly.
const LOOSE_TOLERANCE: f64 = 1e-3;

/// The run of a method; `None` where it says that there is no plan. The engine checks every plan
/// independently and fails where one breaks a rule.
fn run(case: &Case, method: SolveMethod) -> Option<Run> {
    let mut solver = case.policy.solver.clone();
    solver.method = method;
    let options = RunOptions {
        solver,
        program_version: "test".to_owned(),
        digests: Vec::new(),
    };
    match assign(case, &options, &Unwatched).unwrap() {
        RunOutcome::Solved(run) => Some(*run),
        RunOutcome::Refused { .. } | RunOutcome::Infeasible => None,
        RunOutcome::NoPlan(termination) => panic!("stopped: {termination:?}"),
    }
}

/// The certificate holds, and certifies every priority that decomposition solved.
fn certified(case: &Case, run: &Run, method: SolveMethod) -> Result<(), TestCaseError> {
    let proven = CertificateCheck::new(case).check(&run.plan, &run.certificate);
    prop_assert!(proven.is_ok(), "{method:?}: {proven:?}");
    for (tier, proven) in run.tiers.iter().zip(proven.iter().flatten()) {
        let is_certified = method == SolveMethod::Decomposition;
        prop_assert_eq!(proven.bound.is_some(), is_certified, "{:?}", method);
        prop_assert_eq!(tier.certified.is_some(), is_certified);
    }
    Ok(())
}

/// Whether what is certified is what the solver itself computed from the same prices, in floating point. A
/// certified bound that is weaker is still a bound.
fn is_as_strong_as_claimed(program: &Program, case: &Case, run: &Run) -> bool {
    let solver = case.policy.solver.clone();
    let Ok(Outcome::Solved(solution)) = solve(program, &solver, &jiedui_solve::Unwatched) else {
        return true;
    };
    let mut tiers = run.tiers.iter().zip(&solution.evidence);
    tiers.all(|(tier, evidence)| {
        let certified = tier.certified.unwrap_or(f64::INFINITY);
        let claimed = evidence.claimed.unwrap_or(f64::NEG_INFINITY);
        // Earlier tiers are kept a trifle less tightly where rounding cost the plan something.
        certified <= claimed + 1e-5 * (1.0 + claimed.abs())
    })
}

fn near(value: f64, expected: f64, tolerance: f64) -> bool {
    (value - expected).abs() <= tolerance * expected.abs().max(1.0)
}

/// What all agreed upon.
struct Agreed {
    /// The run of decomposition where there is a plan.
    run: Option<Run>,
    /// Its certificate proves what the solver claimed.
    as_strong: bool,
}

fn agree(draft: &Draft) -> Result<Agreed, TestCaseError> {
    let case = draft.case();
    let graph = CandidateGraph::build(&case).unwrap();
    let program = Program::build(&case, &graph);
    let brute = BruteForce::new(&program);
    prop_assume!(brute.is_affordable());
    let best = brute.tiers();
    let mut decomposed = None;
    let mut as_strong = true;
    for method in [SolveMethod::Decomposition, SolveMethod::Monolithic] {
        let run = run(&case, method);
        let found = run.as_ref().map(|run| run.tiers.clone());
        let values = |tiers: &Vec<TierResult>| -> Vec<f64> {
            tiers.iter().map(|tier| tier.reached).collect()
        };
        prop_assert_eq!(
            found.is_some(),
            best.is_some(),
            "{:?}: feasible or not; brute force {:?}, method {:?}",
            method,
            best,
            found.as_ref().map(values)
        );
        let (Some(best), Some(found), Some(run)) = (&best, &found, &run) else {
            continue;
        };
        certified(&case, run, method)?;
        if method == SolveMethod::Decomposition {
            as_strong = is_as_strong_as_claimed(&program, &case, run);
        }
        prop_assert_eq!(best.len(), found.len());
        for (tier, best) in found.iter().zip(best) {
            let tolerance = if best.is_loose {
                LOOSE_TOLERANCE
            } else {
                TOLERANCE
            };
            let best = best.value;
            prop_assert!(
                near(tier.reached, best, tolerance),
                "{method:?}, priority {}: reached {}, best {best}",
                tier.priority,
                tier.reached
            );
            prop_assert!(
                tier.bound >= best - tolerance * best.abs().max(1.0),
                "{method:?}, priority {}: bound {} below the best {best}",
                tier.priority,
                tier.bound
            );
            // What is certified has no tolerance of a solver, only that of brute force.
            if let Some(certified) = tier.certified {
                prop_assert!(
                    certified >= best - tolerance * best.abs().max(1.0),
                    "{method:?}, priority {}: certified {certified} below the best {best}",
                    tier.priority
                );
            }
        }
        if method == SolveMethod::Decomposition {
            decomposed = Some(run.clone());
        }
    }
    Ok(Agreed {
        run: decomposed,
        as_strong,
    })
}

fn held(draft: &Draft) {
    match agree(draft) {
        Ok(agreed) => assert!(agreed.as_strong, "the certificate is weaker than claimed"),
        Err(error) => panic!("{error}"),
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

/// How many random cases are compared.
const CASES: u32 = 160;

#[test]
fn both_methods_reach_what_brute_force_finds() {
    let config = ProptestConfig {
        cases: CASES,
        max_global_rejects: 20_000,
        failure_persistence: None,
        // The same cases every time: what fails is a defect, not bad luck.
        rng_seed: RngSeed::Fixed(20_250_901),
        ..ProptestConfig::default()
    };
    let tally = RefCell::new(Tally::default());
    let outcome = TestRunner::new(config).run(&draft(), |draft| {
        let agreed = agree(&draft)?;
        prop_assert!(agreed.as_strong, "the certificate is weaker than claimed");
        let mut tally = tally.borrow_mut();
        tally.add(&draft, agreed.run.as_ref());
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
    let tally = tally.into_inner();
    assert!(tally.cases >= CASES);
    tally.assert_that_all_matter();
}
