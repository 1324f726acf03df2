//! Random small cases without a plan: every conflicting set is infeasible, without any one member a
//! plan exists, and every way out admits one. Told by the report's own codes, switched on and off here
//! anew, and judged by the whole program alone.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "conflict/elements.rs"]
mod elements;

use elements::{applied, only};
use jiedui_domain::{Case, Measure, Objective, SolveMethod};
use jiedui_engine::conflict_report::{ConflictReport, RepairChange};
use jiedui_engine::dossier::UnitOfMeasure;
use jiedui_engine::{RunOutcome, Unwatched, assign, explain_conflict};
use jiedui_tests::random_case::{draft, drawn};
use jiedui_tests::runs::options_by;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

fn run(case: &Case, method: SolveMethod) -> RunOutcome {
    assign(case, &options_by(case, method), &Unwatched).unwrap()
}

/// Whether the whole program has a plan, whatever it is worth.
fn has_plan(case: &Case) -> bool {
    let mut case = case.clone();
    case.policy.objectives = vec![Objective::plain(Measure::Pairs, 1)];
    match run(&case, SolveMethod::Monolithic) {
        RunOutcome::Solved(_) => true,
        RunOutcome::Refused { .. } | RunOutcome::Infeasible => false,
        RunOutcome::NoPlan(termination) => panic!("stopped: {termination:?}"),
    }
}

fn explained(case: &Case) -> Option<ConflictReport> {
    let outcome = run(case, SolveMethod::Decomposition);
    let options = options_by(case, SolveMethod::Decomposition);
    explain_conflict(case, &outcome, None, &BTreeMap::new(), &options, &Unwatched).unwrap()
}

static SETS: AtomicUsize = AtomicUsize::new(0);
static BY_SOLVER: AtomicUsize = AtomicUsize::new(0);
static NEARER: AtomicUsize = AtomicUsize::new(0);
static REPAIRS: AtomicUsize = AtomicUsize::new(0);

/// The figure of a change that is one step less of a change.
fn one_step_nearer(change: &RepairChange) -> Option<f64> {
    let step = match change.unit? {
        UnitOfMeasure::Wan | UnitOfMeasure::Load => 0.01,
        UnitOfMeasure::Share => 0.001,
        _ => 1.0,
    };
    assert_eq!(change.step, change.to.map(|_| step));
    let (from, to) = (change.from?, change.to?);
    let nearer = if from > to { to + step } else { to - step };
    // A figure with more decimals may lie less than a step away: then it is that of the case, which has no plan.
    Some(if (to - from).abs() < step {
        from
    } else {
        nearer
    })
}

fn holds_what_it_says(case: &Case) -> Result<(), TestCaseError> {
    let Some(report) = explained(case) else {
        return Ok(());
    };
    prop_assert!(!report.sets.is_empty(), "no set: {:?}", report.search);
    prop_assert!(
        !report.repairs.is_empty(),
        "no way out: {:?}",
        report.search
    );
    for set in &report.sets {
        SETS.fetch_add(1, Ordering::Relaxed);
        if matches!(
            set.proof,
            jiedui_engine::conflict_report::InfeasibilityProof::Solver
        ) {
            BY_SOLVER.fetch_add(1, Ordering::Relaxed);
        }
        prop_assert!(set.is_minimal(), "unsettled on so small a case");
        prop_assert!(
            !has_plan(&only(case, &report, &set.elements)),
            "a set that holds: {set:?} of {:?}",
            report.elements
        );
        for left_out in &set.elements {
            let rest: Vec<usize> = set
                .elements
                .iter()
                .copied()
                .filter(|one| one != left_out)
                .collect();
            prop_assert!(
                has_plan(&only(case, &report, &rest)),
                "not minimal: {set:?} without {left_out} of {:?}",
                report.elements
            );
        }
    }
    for repair in &report.repairs {
        REPAIRS.fetch_add(1, Ordering::Relaxed);
        prop_assert!(
            has_plan(&applied(case, &report, &repair.changes)),
            "a way out that does not work: {repair:?} of {:?}",
            report.elements
        );
        for (place, change) in repair.changes.iter().enumerate() {
            let Some(nearer) = one_step_nearer(change) else {
                continue;
            };
            let mut changes = repair.changes.clone();
            changes[place].to = Some(nearer);
            NEARER.fetch_add(1, Ordering::Relaxed);
            prop_assert!(
                !has_plan(&applied(case, &report, &changes)),
                "less would do, {nearer}: {repair:?} of {:?}",
                report.elements
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(drawn(160, 20_250_902))]

    fn conflicts_of_random_cases_hold_what_they_say(draft in draft()) {
        holds_what_it_says(&draft.case())?;
    }
}

#[test]
fn conflicts_hold_what_they_say_and_of_every_kind() {
    conflicts_of_random_cases_hold_what_they_say();
    // A generator that stopped making conflicts would test nothing.
    assert!(SETS.load(Ordering::Relaxed) > 100, "{SETS:?}");
    assert!(BY_SOLVER.load(Ordering::Relaxed) > 10, "{BY_SOLVER:?}");
    assert!(NEARER.load(Ordering::Relaxed) > 100, "{NEARER:?}");
    assert!(REPAIRS.load(Ordering::Relaxed) > 100, "{REPAIRS:?}");
}
