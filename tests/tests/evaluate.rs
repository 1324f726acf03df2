//! Judging the plan of a run: whatever is recommended is better than the plan in hand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{Case, SolverOptions};
use jiedui_engine::{
    EvaluateOptions, RunOptions, RunOutcome, Unwatched, assign, evaluate, standings,
};
use jiedui_tests::generated_case;

/// Closer values, relative above 1, are the same.
const SAME: f64 = 2e-6;

fn case() -> Case {
    generated_case(6, 36, 1)
}

/// Priority by priority, as far as they differ.
fn is_better(after: &[f64], before: &[f64]) -> bool {
    let mut values = after.iter().zip(before);
    let differs = |(a, b): &(&f64, &f64)| (**a - **b).abs() > SAME * b.abs().max(1.0);
    values.find(differs).is_some_and(|(a, b)| a > b)
}

/// A run gives tolerances away to later priorities; giving them away once more is no gain.
#[test]
fn no_change_recommended_makes_the_plan_worse() {
    let case = case();
    let options = RunOptions {
        solver: SolverOptions {
            effort: 0.002,
            threads: 1,
            ..case.policy.solver.clone()
        },
        program_version: "test".to_owned(),
        digests: Vec::new(),
    };
    let RunOutcome::Solved(run) = assign(&case, &options, &Unwatched).unwrap() else {
        panic!("no plan");
    };
    let judging = EvaluateOptions {
        solver: options.solver.clone(),
        tried: 8,
    };
    let found = evaluate(&case, run.plan.get(), &judging).unwrap();
    let own: Vec<f64> = standings(&case, run.plan.get())
        .iter()
        .map(|one| one.value)
        .collect();
    if let Some((_, best)) = &found.best_amounts {
        assert!(is_better(best, &own), "{best:?} {own:?}");
    }
    for one in &found.improvements {
        assert!(is_better(&one.values, &own), "{:?} {own:?}", one.values);
    }
    assert!(found.changes_tried.1 > 0);
}
