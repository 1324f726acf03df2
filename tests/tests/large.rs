//! What large cases are solved with, on a case small enough to be solved without it as well: a shortlist of
//! candidates with bounds that speak of all, and first prices from sums of rows.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{Case, Id, SolverOptions, Termination};
use jiedui_engine::{CertificateCheck, Run, price_pairs};
use jiedui_graph::CandidateGraph;
use jiedui_model::Program;
use jiedui_solve::decomposition::blocks::Blocks;
use jiedui_solve::decomposition::coarse::first_prices;
use jiedui_solve::decomposition::generation::{
    Generation, GenerationLimits, Warm, generate as generate_patterns,
};
use jiedui_tests::generated_case;
use jiedui_tests::runs::{self, options_of};

fn case(recipients: u32, helpers: u32) -> Case {
    generated_case(recipients, helpers, 3)
}

fn solved(case: &Case, shortlist: usize) -> Run {
    let solver = SolverOptions {
        shortlist,
        ..case.policy.solver.clone()
    };
    solved_with(case, &solver)
}

fn solved_with(case: &Case, solver: &SolverOptions) -> Run {
    let mut options = options_of(case);
    options.solver = SolverOptions {
        effort: 0.02,
        ..solver.clone()
    };
    runs::solved(case, &options)
}

/// Two a list and order, of some four thousand candidates.
const LISTED: usize = 3_200;

/// A list leaves out candidates that the best plan may need, so only a bound over all candidates is one.
#[test]
fn a_bound_from_a_shortlist_speaks_of_all_candidates() {
    let case = case(24, 200);
    let (whole, part) = (solved(&case, 1_000_000), solved(&case, LISTED));
    assert!(whole.listed.is_none() && whole.dossier.run.shortlist.is_none());
    let (graph, listed) = (&part.graph, part.listed.as_ref().unwrap());
    let told = part.dossier.run.shortlist.unwrap();
    assert_eq!(
        (told.candidates, told.listed),
        (graph.arcs().len(), listed.arcs().len())
    );
    assert!(listed.arcs().len() < graph.arcs().len() * 2 / 3, "{told:?}");

    let (best, bound) = (whole.tiers[0].in_plan, part.tiers[0].bound);
    assert!(bound >= best, "bound {bound} under a plan of {best}");
    for tier in &part.tiers {
        assert_eq!(tier.certified, Some(tier.bound));
    }
    let check = CertificateCheck::new(&case);
    check.check(part.plan.get(), &part.certificate).unwrap();
    // The plan's own priority is bounded nearly as well as by all candidates.
    let loss = bound - whole.tiers[0].bound;
    assert!(loss < 0.05, "bound {bound} of {:?}", whole.tiers[0]);
}

#[test]
fn a_shortlist_ranks_among_all_candidates_and_lists_its_own() {
    let case = case(24, 200);
    let part = solved(&case, LISTED);
    let listed = part.listed.as_ref().unwrap();
    let rows = &part.dossier.candidates;
    assert_eq!(
        rows.len() + part.dossier.pairs.len(),
        listed.arcs().len(),
        "what is neither formed nor listed"
    );
    let listed_beside = |helper: &str, recipient: &str| {
        let track = case.helpers[case.helper_by_code(helper).unwrap()].track;
        let recipient = case.recipient_by_code(recipient).unwrap();
        let arcs = listed.arcs_of_recipient(recipient).iter();
        arcs.filter(|arc| listed.arcs()[**arc].track == track)
            .count() as u32
    };
    let mut beyond = rows
        .iter()
        .filter(|row| row.fit_rank.0 > listed_beside(&row.helper, &row.recipient));
    assert!(beyond.next().is_some(), "every rank is one of the list");
}

/// What a pair loses at least would be proven over the list, and be read as proven.
#[test]
fn a_run_over_a_shortlist_claims_no_more_than_it_proves() {
    let case = case(24, 200);
    let (mut whole, mut part) = (solved(&case, 1_000_000), solved(&case, LISTED));
    for run in [&mut whole, &mut part] {
        price_pairs(&case, run, 1).unwrap();
    }
    assert!(whole.dossier.regrets.is_some());
    assert!(part.dossier.regrets.is_none());

    let gap = case.policy.solver.gap;
    let open = part.tiers.iter().any(|tier| !tier.is_within(gap));
    assert!(open, "nothing is open: {:?}", part.tiers);
    assert_ne!(part.termination, Termination::Optimal);
}

fn generated(blocks: &Blocks, objective: &[f64], warm: Warm, rounds: usize) -> Generation {
    let limits = GenerationLimits::new(rounds, 1e-6);
    let unwatched = &jiedui_solve::Unwatched;
    let found = generate_patterns(blocks, objective, warm, limits, unwatched).unwrap();
    found.unwrap()
}

#[test]
fn first_prices_from_sums_of_rows_are_nearly_right() {
    let case = case(12, 96);
    let graph = CandidateGraph::build(&case).unwrap();
    let program = Program::build(&case, &graph);
    let blocks = Blocks::new(&program, &[]);
    for tier in &program.tiers()[..2] {
        let mut objective = vec![0.0; program.columns().len()];
        for (column, factor) in &tier.terms {
            objective[column.index()] += factor;
        }
        let limits = GenerationLimits::new(25, 1e-4);
        let unwatched = &jiedui_solve::Unwatched;
        let first = first_prices(&blocks, &objective, Vec::new(), limits, unwatched).unwrap();
        let optimum = generated(&blocks, &objective, Warm::default(), 400).bound;
        let cold = generated(&blocks, &objective, Warm::default(), 5).bound;
        let warm = generated(&blocks, &objective, first.unwrap(), 5).bound;
        assert!(warm > optimum - 1e-4, "{warm} under {optimum}");
        assert!(
            warm - optimum < 0.25 * (cold - optimum),
            "after five rounds {warm}, from nothing {cold}, in the end {optimum}"
        );
    }
}

/// The ways for large programs lead to plans that keep every rule (the engine checks each), in whole units,
/// to bounds that hold for the plans of the other way, and to the same plan whatever the number of threads.
#[test]
fn a_program_solved_as_a_large_one_has_a_plan_and_true_bounds() {
    let case = case(12, 96);
    let usual = solved_with(&case, &case.policy.solver);
    let as_large = |threads| {
        let solver = SolverOptions {
            large_program: 1,
            threads,
            ..case.policy.solver.clone()
        };
        solved_with(&case, &solver)
    };
    let (one, two) = (as_large(1), as_large(2));
    assert_eq!(one.plan.get(), two.plan.get());
    assert_ne!(
        one.plan.get(),
        usual.plan.get(),
        "both were solved the same way"
    );
    // Only the first priority has no earlier one to keep, which may be a little less in the one than in the other.
    let (best, bound) = (usual.tiers[0].in_plan, one.tiers[0].bound);
    assert!(bound >= best - 1e-9, "bound {bound} under a plan of {best}");
    let (best, bound) = (one.tiers[0].in_plan, usual.tiers[0].bound);
    assert!(bound >= best - 1e-9, "bound {bound} under a plan of {best}");
    let close = one.tiers[0].bound - usual.tiers[0].bound;
    assert!(
        close.abs() < 0.02,
        "bounds of {:?} and {:?}",
        one.tiers[0],
        usual.tiers[0]
    );
    let lost = usual.tiers[0].in_plan - one.tiers[0].in_plan;
    assert!(
        lost < 0.05,
        "plans of {:?} and {:?}",
        one.tiers[0],
        usual.tiers[0]
    );
}
