//! Random small cases with every rule family: brute force, decomposition and the whole program agree.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "agreement/brute_force.rs"]
mod brute_force;
#[path = "agreement/random_case.rs"]
mod random_case;

use brute_force::BruteForce;
use jiedui_domain::{Case, SolveMethod, TierResult};
use jiedui_engine::{RunOptions, RunOutcome, Unwatched, assign};
use jiedui_graph::CandidateGraph;
use jiedui_model::Program;
use proptest::prelude::*;
use random_case::{Draft, draft};

const TOLERANCE: f64 = 1e-6;
/// Where brute force had to keep earlier tiers less tightly.
const LOOSE_TOLERANCE: f64 = 1e-3;

/// The tiers that a method reaches; `None` where it says that there is no plan. The engine checks every
/// plan independently and fails where one breaks a rule.
fn reached(case: &Case, method: SolveMethod) -> Option<Vec<TierResult>> {
    let mut solver = case.policy.solver.clone();
    solver.method = method;
    let options = RunOptions {
        solver,
        program_version: "test".to_owned(),
        digests: Vec::new(),
    };
    match assign(case, &options, &Unwatched).unwrap() {
        RunOutcome::Solved(run) => Some(run.tiers),
        RunOutcome::Refused { .. } | RunOutcome::Infeasible => None,
        RunOutcome::NoPlan(termination) => panic!("stopped: {termination:?}"),
    }
}

fn near(value: f64, expected: f64, tolerance: f64) -> bool {
    (value - expected).abs() <= tolerance * expected.abs().max(1.0)
}

fn agree(draft: &Draft) -> Result<(), TestCaseError> {
    let case = draft.case();
    let graph = CandidateGraph::build(&case).unwrap();
    let program = Program::build(&case, &graph);
    let brute = BruteForce::new(&program);
    prop_assume!(brute.is_affordable());
    let best = brute.tiers();
    for method in [SolveMethod::Decomposition, SolveMethod::Monolithic] {
        let found = reached(&case, method);
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
        let (Some(best), Some(found)) = (&best, &found) else {
            continue;
        };
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
        }
    }
    Ok(())
}

#[test]
fn survey() {
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
    let n: u64 = std::env::var("N").unwrap().parse().unwrap();
    let mut runner = TestRunner::new_with_rng(
        Config::default(),
        TestRng::from_seed(
            RngAlgorithm::ChaCha,
            &[std::env::var("SEED").unwrap().parse::<u8>().unwrap(); 32],
        ),
    );
    let (mut ok, mut rej, mut feas, mut sets, mut big) = (0, 0, 0, 0, 0);
    for i in 0..n {
        let mut tree = draft().new_tree(&mut runner).unwrap();
        let d = tree.current();
        let case = d.case();
        let graph = CandidateGraph::build(&case).unwrap();
        let program = Program::build(&case, &graph);
        let brute = BruteForce::new(&program);
        let c = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| agree(&d)));
        match c {
            Ok(Ok(())) => {
                ok += 1;
                if brute.tiers().is_some() {
                    feas += 1;
                }
            }
            Ok(Err(TestCaseError::Reject(_))) => rej += 1,
            other => {
                let bad = |d: &Draft| {
                    !matches!(
                        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| agree(d))),
                        Ok(Ok(())) | Ok(Err(TestCaseError::Reject(_)))
                    )
                };
                let mut go = true;
                let mut steps = 0;
                while go && steps < 3000 {
                    steps += 1;
                    if bad(&tree.current()) {
                        go = tree.simplify();
                    } else {
                        go = tree.complicate();
                    }
                }
                while !bad(&tree.current()) && tree.complicate() {}
                let m = tree.current();
                let why = match std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| agree(&m)))
                {
                    Ok(r) => format!("{r:?}"),
                    Err(e) => format!("{:?}", e.downcast_ref::<String>()),
                };
                println!(
                    "FAIL {i} first {:?}\nSMALL {why}\nDRAFT {m:?}",
                    other.map(|r| format!("{r:?}")).ok()
                );
            }
        }
    }
    println!("ok {ok} rejected {rej} feasible {feas} sets {sets} big {big}");
}
