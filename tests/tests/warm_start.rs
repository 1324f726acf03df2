//! What-ifs from a base: no worse than from nothing, near the base, and shares that two seeds agree on.
//!
//! Generated cases, so that the search is what finds the plans: too large to be closed by branch and
//! bound, small enough for a test.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{Case, Id, SolverOptions};
use jiedui_engine::{
    BaseRun, Run, RunOutcome, Unwatched, assign_from, examine, explain_conflict, scenario_options,
};
use jiedui_input::BaseInput;
use jiedui_input::overlay::{self, Overlay};
use jiedui_model::Program;
use jiedui_solve::decomposition::blocks::Blocks;
use jiedui_solve::decomposition::generation::{
    GenerationLimits, Warm, generate as generate_patterns,
};
use jiedui_solve::decomposition::planned::patterns_of;
use jiedui_tests::random_runs::generated;
use std::collections::{BTreeMap, BTreeSet};

/// A generated case, its run, and the same as a base with and without what the run found out.
struct World {
    input: BaseInput,
    cold: BaseRun,
    warm: BaseRun,
    base: Run,
}

impl World {
    fn new(recipients: u32, helpers: u32, seed: u64, effort: f64) -> Self {
        let input = generated(recipients, helpers, seed);
        let (plain, _) = input.case(&Overlay::default(), &[]).unwrap();
        let stated = plain.policy.solver.clone();
        let cold = BaseRun {
            program_version: "test".to_owned(),
            used: SolverOptions {
                effort,
                ..stated.clone()
            },
            stated,
            knowledge: None,
        };
        let base = solved(&cold, plain);
        let warm = BaseRun {
            knowledge: Some(base.knowledge.clone()),
            ..cold.clone()
        };
        Self {
            input,
            cold,
            warm,
            base,
        }
    }

    fn changed(&self, change: &str) -> Case {
        let overlay = overlay::read("what-if.toml", change).unwrap();
        let case = self.input.case(&overlay, &[]);
        case.unwrap_or_else(|found| panic!("{change}: {found:#?}"))
            .0
    }
}

fn solved(base: &BaseRun, mut case: Case) -> Run {
    case.policy.solver = base.solver(&case);
    let options = scenario_options(base, &case, Vec::new());
    match assign_from(&case, &options, base.knowledge.as_ref(), &Unwatched).unwrap() {
        RunOutcome::Solved(run) => *run,
        other => panic!("no plan: {other:?}"),
    }
}

/// The pairs of a plan.
fn pairs(run: &Run) -> BTreeSet<(&str, &str)> {
    let pairs = run.dossier.pairs.iter();
    pairs
        .map(|pair| (pair.helper.as_str(), pair.recipient.as_str()))
        .collect()
}

/// Pairs that only one of the two plans has.
fn moved(a: &Run, b: &Run) -> usize {
    pairs(a).symmetric_difference(&pairs(b)).count()
}

/// What a test asks of the search; far less than a user would.
const EFFORT: f64 = 0.06;

/// A case of a tenth of the shipped one's candidates.
fn tenth() -> World {
    World::new(12, 96, 1, EFFORT)
}

fn needs_of(recipient: &str, factor: f64) -> String {
    format!(
        "[[change]]\naction = \"scale\"\ntable = \"needs\"\nwhere = {{ recipient = \"{recipient}\" }}\ncolumn = \"amount\"\nfactor = {factor}\n"
    )
}

fn decision(action: &str, helper: &str, recipient: &str) -> String {
    format!(
        "[[change]]\naction = \"{action}\"\nhelper = \"{helper}\"\nrecipient = \"{recipient}\"\nreason = \"试算\"\n"
    )
}

/// Candidates of the place track that the base does not form, some of them: what a leader may wish.
fn wishes(world: &World, count: usize) -> Vec<(String, String)> {
    let dossier = &world.base.dossier;
    let candidates = dossier.candidates.iter().filter(|row| {
        let helper = dossier.helper(&row.helper);
        helper.is_some_and(|helper| helper.track == "place")
    });
    let pairs = candidates.map(|row| (row.helper.clone(), row.recipient.clone()));
    pairs.step_by(7).take(count).collect()
}

#[test]
fn a_wish_leaves_most_of_the_plan_as_it_is() {
    let world = tenth();
    let formed = world.base.dossier.pairs.len();
    let wishes = wishes(&world, 5);
    let mut all = 0;
    let mut like_before = 0;
    for (helper, recipient) in &wishes {
        let case = world.changed(&decision("lock", helper, recipient));
        let run = solved(&world.warm, case);
        assert!(run.dossier.pair(helper, recipient).is_some());
        let moved = moved(&world.base, &run);
        // Where it is proven that no plan with the wish keeps the floor of the base, what that rests on is gone;
        // the average counts such a wish all the same.
        if run.tiers[0].bound >= world.base.tiers[0].in_plan {
            like_before += 1;
            // A pair that goes elsewhere counts twice: once where it ends, once where it begins.
            assert!(
                moved <= formed,
                "{helper}:{recipient} moves {moved} of {formed}"
            );
        }
        all += moved;
    }
    assert!(like_before >= 4);
    // Where a search is free to leave the base they move 150 of 184 on average.
    let average = all / wishes.len();
    assert!(
        average <= formed * 7 / 10,
        "{average} of {formed} on average"
    );
}

/// How far the cold run is ahead in each priority.
fn ahead(cold: &Run, warm: &Run) -> Vec<f64> {
    let both = cold.tiers.iter().zip(&warm.tiers);
    both.map(|(cold, warm)| cold.in_plan - warm.in_plan)
        .collect()
}

/// Two gaps: the one that a run states (its bound less its value), and the tolerance that the policy
/// gives later priorities anyway. The first is what a reader is told may be missing; where it is wide,
/// the second is the stricter.
#[test]
fn no_run_from_the_base_is_behind_one_from_nothing_by_more_than_the_gap_it_states() {
    let world = tenth();
    let codes: Vec<String> = world
        .base
        .dossier
        .recipients
        .iter()
        .map(|entry| entry.code.clone())
        .collect();
    let (helper, recipient) = wishes(&world, 4).pop().unwrap();
    let changes = [
        needs_of(&codes[0], 1.2),
        needs_of(&codes[5], 0.8),
        decision("lock", &helper, &recipient),
    ];
    for change in &changes {
        let case = world.changed(change);
        let warm = solved(&world.warm, case.clone());
        let cold = solved(&world.cold, case);
        let behind = ahead(&cold, &warm);
        for (behind, tier) in behind.iter().zip(&warm.tiers) {
            let stated = tier.bound - tier.in_plan;
            assert!(*behind <= stated + 1e-9, "{behind} of {stated}: {change}");
        }
        // Bounds from known prices are as true as others: in the first priority nothing lies beyond.
        let first = (&cold.tiers[0], &warm.tiers[0]);
        assert!(first.0.in_plan <= first.1.bound + 1e-9 && first.1.in_plan <= first.0.bound + 1e-9);
        for (behind, tier) in behind.iter().zip(&warm.tiers).take(2) {
            let tolerance = tier.objectives[0].tolerance;
            assert!(*behind <= tolerance, "{behind} of {tolerance}: {change}");
        }
    }
}

/// Prices alone may need many rounds before the master mixes a plan.
#[test]
fn patterns_of_the_known_plan_give_a_mix_in_the_first_round() {
    let world = tenth();
    let case = world.changed("");
    let program = Program::build(&case, &examine(&case).unwrap().graph);
    let known = world.base.knowledge.start_for(&case, &program);
    let blocks = Blocks::new(&program, &[]);
    let tier = &program.tiers()[0];
    let mut objective = vec![0.0; program.columns().len()];
    for (column, coefficient) in &tier.terms {
        objective[column.index()] += coefficient;
    }
    let limits = GenerationLimits::new(1, 1e-9);
    let mixed = |patterns| {
        let warm = Warm {
            patterns,
            prices: Some(blocks.prices_by_name(&known[0].prices)),
        };
        let found = generate_patterns(&blocks, &objective, warm, limits, &Unwatched);
        found.unwrap().unwrap().mix
    };
    assert!(mixed(Vec::new()).is_none());
    let mix = mixed(patterns_of(&blocks, &known[0].values)).unwrap();
    let reached = program.evaluate(&tier.terms, &mix);
    let best = world.base.tiers[0].reached;
    assert!(reached >= best - 1e-6, "{reached} of {best}");
}

/// A mix of patterns that nobody can afford any more would end the rounds of pricing early.
#[test]
fn patterns_beyond_a_lowered_budget_are_left_out() {
    let world = tenth();
    let case = world.changed(
        "[[change]]\naction = \"set\"\npolicy = \"tracks.place.funding_rate.2025\"\nvalue = 0.004\n",
    );
    let program = Program::build(&case, &examine(&case).unwrap().graph);
    let known = world.base.knowledge.start_for(&case, &program);
    let blocks = Blocks::new(&program, &[]);
    let budgets = blocks.tracks.iter().flat_map(|track| &track.portfolios);
    assert!(budgets.clone().any(|helper| helper.budget.is_finite()));
    for pattern in patterns_of(&blocks, &known[0].values) {
        let track = &blocks.tracks[pattern.track];
        let Some(helper) = track.portfolios.get(pattern.problem - track.first_problem) else {
            continue;
        };
        let amount = |column| {
            let found = pattern.values.iter().find(|(known, _)| *known == column);
            found.map_or(0.0, |(_, amount)| *amount)
        };
        let help = helper
            .pairs
            .iter()
            .flat_map(|pair| &track.pairs[*pair].help);
        let spent: f64 = help.map(|cell| cell.value * amount(cell.column)).sum();
        assert!(
            spent <= helper.budget * (1.0 + 1e-6),
            "{spent} of {}",
            helper.budget
        );
    }
}

/// Searched anew from the base, the case finds a floor that is a little higher, and mends the base for it.
#[test]
fn the_same_case_searched_again_from_the_base_moves_few_pairs() {
    let world = tenth();
    let again = solved(&world.warm, world.changed(""));
    let moved = moved(&world.base, &again);
    assert!(moved * 4 <= world.base.dossier.pairs.len(), "{moved}");
}

/// Of two helpers that a recipient cannot both have, one is decided in the base.
#[test]
fn a_way_out_that_takes_a_decision_back_is_no_worse_than_the_base() {
    let world = tenth();
    let (other, recipient) = wishes(&world, 1).pop().unwrap();
    let dossier = &world.base.dossier;
    let is_place = |helper: &str| dossier.helper(helper).unwrap().track == "place";
    let mut formed = dossier.pairs.iter();
    let formed = formed.find(|pair| pair.recipient == recipient && is_place(&pair.helper));
    let decided = decision("lock", &formed.unwrap().helper, &recipient);
    let base = solved(&world.warm, world.changed(&decided));
    let from_base = BaseRun {
        knowledge: Some(base.knowledge.clone()),
        ..world.warm.clone()
    };
    let mut case = world.changed(&(decided + &decision("lock", &other, &recipient)));
    case.policy.solver = from_base.solver(&case);
    let options = scenario_options(&from_base, &case, Vec::new());
    let best_floor = |knew| {
        let outcome = assign_from(&case, &options, knew, &Unwatched).unwrap();
        let cells = BTreeMap::new();
        let report = explain_conflict(&case, &outcome, knew, &cells, &options, &Unwatched);
        let ways = report.unwrap().unwrap().repairs;
        let floors = ways.iter().map(|way| way.tiers[0].reached);
        floors.fold(f64::NEG_INFINITY, f64::max)
    };
    let (floor, from_nothing) = (best_floor(from_base.knowledge.as_ref()), best_floor(None));
    let floor_of_base = base.tiers[0].reached;
    assert!(floor >= floor_of_base - 1e-9, "{floor} of {floor_of_base}");
    // With a tenth of the effort.
    assert!(
        from_nothing < floor_of_base - 1e-9,
        "{from_nothing} of {floor_of_base}"
    );
}

/// Where branch and bound closes the program, both ways are proven and so must agree.
#[test]
fn small_cases_come_out_the_same_from_the_base_and_from_nothing() {
    let world = World::new(3, 12, 3, 1.0);
    let codes: Vec<String> = world
        .base
        .dossier
        .recipients
        .iter()
        .map(|entry| entry.code.clone())
        .collect();
    let formed = &world.base.dossier.pairs[0];
    let changes = [
        needs_of(&codes[0], 1.3),
        decision("forbid", &formed.helper, &formed.recipient),
    ];
    for change in &changes {
        let case = world.changed(change);
        let (warm, cold) = (solved(&world.warm, case.clone()), solved(&world.cold, case));
        for (behind, tier) in ahead(&cold, &warm).iter().zip(&warm.tiers) {
            let gap = world.cold.used.gap * tier.in_plan.abs().max(1.0);
            assert!(behind.abs() <= gap, "{behind}, gap {gap}: {change}");
        }
    }
}
