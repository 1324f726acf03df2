//! A solve over a list of candidates that grows before the plan of each priority is sought.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{Case, Id, SolverOptions};
use jiedui_engine::{CertificateCheck, Run};
use jiedui_graph::CandidateGraph;
use jiedui_model::{ColumnKind, Program};
use jiedui_solve::decomposition::blocks::Blocks;
use jiedui_solve::decomposition::generation::{GenerationLimits, Warm, generate};
use jiedui_solve::{Outcome, Solution, Unwatched, Widening, solve, solve_widening};
use jiedui_tests::generated_case;
use jiedui_tests::runs::{options_of, solved};
use std::collections::BTreeSet;

fn ended(outcome: Outcome) -> Solution {
    match outcome {
        Outcome::Solved(solution) => solution,
        other => panic!("{other:?}"),
    }
}

/// The solve of a program that becomes another one at the first prices.
fn solved_widening(options: &SolverOptions, from: &Program, to: &Program) -> Solution {
    let mut program = from;
    let mut suspended = None;
    loop {
        match solve_widening(program, options, None, suspended, &Unwatched).unwrap() {
            Widening::Ended(outcome) => return ended(outcome),
            Widening::Wanting(waiting) => {
                suspended = Some(waiting.onto(program, to));
                program = to;
            }
        }
    }
}

/// A small case, of which branch and bound closes what is left open.
fn small(priority: u32) -> Case {
    let mut case = generated_case(4, 24, 1);
    case.policy
        .objectives
        .retain(|part| part.priority == priority);
    case.policy.solver.gap = 1e-4;
    case
}

/// What joins the list is part of the program: the optimum is that of all candidates, not that of the list.
#[test]
fn the_optimum_over_a_list_that_grew_is_that_of_all_it_has() {
    let mut is_longer_list_better = false;
    for priority in [2, 3] {
        let case = small(priority);
        let graph = CandidateGraph::build(&case).unwrap();
        let whole = Program::build(&case, &graph);
        let short = Program::build(&case, &graph.shortlist(&case, 1, |_| false));
        let options = &case.policy.solver;
        let reached = |solution: &Solution| {
            assert!(
                solution.tiers[0].is_within(options.gap),
                "open: {:?}",
                solution.tiers
            );
            solution.tiers[0].reached
        };
        let listed = reached(&ended(solve(&short, options, &Unwatched).unwrap()));
        let at_once = reached(&ended(solve(&whole, options, &Unwatched).unwrap()));
        let grown = reached(&solved_widening(options, &short, &whole));
        let slack = 2.0 * options.gap * at_once.abs().max(1.0);
        assert!((grown - at_once).abs() < slack, "{grown} and {at_once}");
        is_longer_list_better |= at_once - listed > slack;
    }
    assert!(is_longer_list_better, "the short list is as good as all");
}

/// Earlier priorities are kept where the program grows after them.
#[test]
fn what_was_reached_before_the_list_grew_is_kept() {
    let case = generated_case(12, 96, 1);
    let graph = CandidateGraph::build(&case).unwrap();
    let whole = Program::build(&case, &graph);
    let short = Program::build(&case, &graph.shortlist(&case, 600, |_| false));
    assert!(short.arcs().len() * 3 < whole.arcs().len() * 2);
    let options = SolverOptions {
        effort: 0.02,
        ..case.policy.solver.clone()
    };
    let solution = solved_widening(&options, &short, &whole);
    for (tier, stated) in solution.tiers.iter().zip(whole.tiers()) {
        let value = whole.evaluate(&stated.terms, &solution.values);
        assert!((value - tier.in_plan).abs() < 1e-9, "{value} in {tier:?}");
        let given = tier.reached - tier.in_plan;
        let tolerance = tier.objectives[0].tolerance;
        if tier.priority < 3 {
            assert!(given <= tolerance + 1e-9, "{given} given of {tolerance}");
        }
    }
}

/// A pattern tells by its pair whose it is; numbers of problems change where helpers come to the list.
#[test]
fn patterns_of_a_portfolio_find_their_problem_again() {
    let case = generated_case(12, 96, 1);
    let graph = CandidateGraph::build(&case).unwrap();
    let program = Program::build(&case, &graph);
    let blocks = Blocks::new(&program, &[]);
    let mut objective = vec![0.0; program.columns().len()];
    for (column, factor) in &program.tiers()[2].terms {
        objective[column.index()] += factor;
    }
    let limits = GenerationLimits::new(5, 1e-6);
    let found = generate(&blocks, &objective, Warm::default(), limits, &Unwatched);
    let mut of_portfolios = 0;
    for pattern in found.unwrap().unwrap().patterns {
        let is_pair = |column| matches!(program.columns()[column].kind, ColumnKind::Pair(_));
        let mut elsewhere = pattern.clone();
        elsewhere.problem += 1;
        let placed = blocks.placed(elsewhere.clone());
        if blocks.tracks[pattern.track].portfolios.is_empty() || pattern.pairs > 0 {
            assert!(pattern.pairs == 0 || pattern.values.iter().any(|known| is_pair(known.0)));
            assert_eq!(placed, Some(pattern));
            of_portfolios += usize::from(!blocks.tracks[elsewhere.track].portfolios.is_empty());
        } else {
            assert_eq!(placed, None, "nothing tells whose it is");
        }
    }
    assert!(
        of_portfolios > 12,
        "{of_portfolios} of several pairs a helper"
    );
}

/// Few enough of some four thousand candidates for a list that grows.
const LISTED: usize = 800;

/// Pairs that no list drawn up beforehand has come to it, the same ones whatever the number of threads.
#[test]
fn a_list_grows_by_pairs_that_only_prices_tell() {
    let case = generated_case(24, 200, 3);
    let run = |threads| {
        let mut options = options_of(&case);
        options.solver.shortlist = LISTED;
        options.solver.effort = 0.01;
        options.solver.threads = threads;
        solved(&case, &options)
    };
    let (one, two) = (run(1), run(2));
    let pairs = |run: &Run| {
        let listed = run.listed.as_ref().unwrap().arcs().values();
        let pairs = listed.map(|arc| (arc.helper, arc.recipient));
        pairs.collect::<Vec<_>>()
    };
    assert_eq!(pairs(&one), pairs(&two));
    let drawn_up = one.graph.shortlist(&case, LISTED, |_| false);
    let drawn_up = drawn_up.arcs().values();
    let drawn_up: BTreeSet<_> = drawn_up.map(|arc| (arc.helper, arc.recipient)).collect();
    let told = pairs(&one)
        .iter()
        .filter(|pair| !drawn_up.contains(pair))
        .count();
    assert!(
        told > 0,
        "{} listed of {}",
        pairs(&one).len(),
        drawn_up.len()
    );
    assert_eq!(one.plan.get(), two.plan.get());
    assert_eq!(one.certificate, two.certificate);
    for tier in &one.tiers {
        assert_eq!(
            tier.certified,
            Some(tier.bound),
            "a word about the list alone"
        );
    }
    let check = CertificateCheck::new(&case);
    check.check(one.plan.get(), &one.certificate).unwrap();
}
