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
use jiedui_generate::{Order, Shape, generate};
use jiedui_input::policy;
use jiedui_tests::repository_root;

/// Closer values, relative above 1, are the same.
const SAME: f64 = 2e-6;

fn case() -> Case {
    let shipped = std::fs::read_to_string(repository_root().join("config/sichuan.toml"));
    let (shipped, _) = policy::read("sichuan.toml", &shipped.unwrap()).unwrap();
    let order = Order {
        recipients: 6,
        helpers: 36,
        seed: 1,
        shape: Shape::Paired,
    };
    let generated = generate(&order, shipped).unwrap();
    Case::assemble(generated.tables, generated.policy).unwrap()
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
