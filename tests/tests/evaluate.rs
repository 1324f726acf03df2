//! Judging the plan of a run: whatever is recommended is better than the plan in hand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::Case;
use jiedui_engine::{EvaluateOptions, evaluate, standings};
use jiedui_tests::generated_case;
use jiedui_tests::runs::{options_of, solved};

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
    let mut options = options_of(&case);
    options.solver.effort = 0.002;
    options.solver.threads = 1;
    let run = solved(&case, &options);
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
