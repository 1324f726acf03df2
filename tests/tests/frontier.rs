//! The frontier between two measures against every set of pairs of small random cases.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{Case, Measure, Objective};
use jiedui_engine::{Frontier, FrontierOptions, FrontierOutcome, Side, Unwatched, check, frontier};
use jiedui_graph::CandidateGraph;
use jiedui_model::Program;
use jiedui_tests::brute_force::BruteForce;
use jiedui_tests::random_case::{Draft, draft, drawn};
use proptest::prelude::*;

/// Amounts are rounded to hundredths, in cases whose needs are a few units.
const ROUNDED: f64 = 0.02;
const PROVEN: f64 = 1e-4;

/// The case with two measures as its priorities.
fn with_objectives(draft: &Draft, measures: [Measure; 2]) -> Case {
    let mut case = draft.case();
    let priorities = measures.into_iter().zip(1..);
    case.policy.objectives = priorities
        .map(|(measure, priority)| Objective::plain(measure, priority))
        .collect();
    case
}

fn found(case: &Case, between: (Side, Side), points: usize) -> Option<Frontier> {
    let options = FrontierOptions {
        between,
        points,
        solver: case.policy.solver.clone(),
    };
    match frontier(case, &options, &Unwatched).unwrap() {
        FrontierOutcome::Found(found) => Some(*found),
        FrontierOutcome::Infeasible => None,
        other => panic!("{other:?}"),
    }
}

/// Figures in which more is better.
fn oriented(side: Side, value: f64) -> f64 {
    if side.more_is_better() { value } else { -value }
}

fn agree(draft: &Draft, first: Measure, second: Side) -> Result<(), TestCaseError> {
    let case = with_objectives(draft, [first, second.measure()]);
    let graph = CandidateGraph::build(&case).unwrap();
    let program = Program::build(&case, &graph);
    let brute = BruteForce::new(&program);
    prop_assume!(brute.is_affordable());
    let all: Vec<(f64, f64)> = brute.first_by_second();
    let first = Side::Measure(first);
    let Some(frontier) = found(&case, (first, second), 50) else {
        prop_assert!(all.is_empty(), "{all:?}");
        return Ok(());
    };
    prop_assert!(!all.is_empty());
    // What a set of pairs reaches, in the figures of the frontier.
    let all: Vec<(f64, f64)> = all
        .into_iter()
        .map(|(one, two)| (first.figure(&case, one), second.figure(&case, two)))
        .map(|(one, two)| (oriented(first, one), oriented(second, two)))
        .collect();
    prop_assert!(frontier.complete);
    let points: Vec<(f64, f64, f64)> = frontier
        .points
        .iter()
        .map(|point| {
            let (one, two) = point.values;
            (
                oriented(first, one),
                oriented(second, two),
                oriented(first, point.bound),
            )
        })
        .collect();
    for pair in points.windows(2) {
        prop_assert!(pair[0].0 > pair[1].0 && pair[0].1 < pair[1].1, "{points:?}");
    }
    for point in &frontier.points {
        prop_assert!(check(&case, &point.plan).holds());
    }
    let best = |level: f64| {
        let there = all.iter().filter(|one| one.1 >= level - 1e-6);
        there.map(|one| one.0).fold(f64::NEG_INFINITY, f64::max)
    };
    for (one, two, bound) in &points {
        let best = best(*two);
        prop_assert!((one - best).abs() <= ROUNDED, "{one} at {two}, best {best}");
        prop_assert!(
            *bound >= best - PROVEN,
            "bound {bound} at {two}, best {best}"
        );
        prop_assert!(
            *bound <= best + 10.0 * PROVEN,
            "bound {bound} at {two}, best {best}"
        );
    }
    let most = best(f64::NEG_INFINITY);
    let top = points.first().map(|point| point.0);
    prop_assert!(
        top.is_some_and(|top| (top - most).abs() <= ROUNDED),
        "{points:?}, best {most}"
    );
    // Nothing beyond, and the ends are those of the single measures.
    for one in &all {
        let covered = points
            .iter()
            .any(|point| point.1 >= one.1 - 1e-6 && point.0 >= one.0 - ROUNDED);
        prop_assert!(covered, "{one:?} lies beyond {points:?}");
    }
    let highest = all
        .iter()
        .map(|one| one.1)
        .fold(f64::NEG_INFINITY, f64::max);
    let last = points.last().map(|point| point.1);
    prop_assert!(
        last.is_some_and(|last| (last - highest).abs() < 1e-6),
        "{points:?}"
    );
    Ok(())
}

proptest! {
    #![proptest_config(drawn(40, 20_251_125))]

    #[test]
    fn coverage_against_changes_is_what_brute_force_finds(draft in draft()) {
        agree(&draft, Measure::Coverage, Side::Changes)?;
    }

    #[test]
    fn coverage_against_pairs_is_what_brute_force_finds(draft in draft()) {
        agree(&draft, Measure::Coverage, Side::Measure(Measure::Pairs))?;
    }

    #[test]
    fn points_at_levels_are_not_dominated(draft in draft()) {
        let case = draft.case();
        let between = (Side::Measure(Measure::Coverage), Side::Measure(Measure::Distance));
        if let Some(frontier) = found(&case, between, 4) {
            prop_assert!(frontier.points.len() <= 4);
            for pair in frontier.points.windows(2) {
                prop_assert!(pair[0].values.0 > pair[1].values.0);
                prop_assert!(pair[0].values.1 > pair[1].values.1);
            }
        }
    }
}
