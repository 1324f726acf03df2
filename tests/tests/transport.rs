//! Programs that are transportation problems: the network's optimum is that of the whole program by the back
//! end, its amounts keep every row, and a check of its own accepts its proof.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{
    Amount, Case, Id, IdVec, Measure, Objective, Quantity, SectorId, TrackId, UnitValue, Wan,
};
use jiedui_graph::CandidateGraph;
use jiedui_model::{ColumnId, ColumnKind, Program, RowFamily, Tier};
use jiedui_solve::backend::{BackEndEnd, BackEndLimits, Part, solve_part};
use jiedui_solve::decomposition::blocks::KeptTier;
use jiedui_solve::transport::program::{NotTransport, Translation, all_but_track, translate};
use jiedui_solve::transport::{Answer, Network, Optimum, Terminal, optimal_face};
use jiedui_tests::random_case::{self, Draft, draft, drawn};
use jiedui_tests::transport_certificate::{
    PricedRange, TransportNetwork, check_transport_cut, check_transport_optimum,
};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::cell::Cell;

/// Persons weigh as much as money and can be split: then a budget over both is a node.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Sectors {
    AsDrawn,
    Alike,
}

/// The measures that are linear in the help.
const LINEAR: [Measure; 3] = [Measure::Coverage, Measure::FlowDistance, Measure::Hardship];

/// The draft's case with every track divisible and these objectives.
fn divisible(draft: &Draft, sectors: Sectors, objectives: Vec<Objective>) -> Case {
    let mut case = draft.case();
    for track in case.policy.tracks.ids() {
        case.policy.tracks[track].divisible = true;
    }
    if sectors == Sectors::Alike {
        let persons = SectorId::from_index(1);
        case.policy.sectors[persons].whole = false;
        case.policy.sectors[persons].value = UnitValue::units(1);
    }
    case.policy.objectives = objectives;
    case
}

fn program_of(case: &Case) -> Program {
    Program::build(case, &CandidateGraph::build(case).unwrap())
}

fn priorities(program: &Program) -> Vec<&Tier> {
    let tiers = program.tiers().iter();
    tiers.filter(|tier| tier.priority.is_some()).collect()
}

fn nothing_held(program: &Program) -> IdVec<ColumnId, Option<f64>> {
    IdVec::filled(None, program.columns().len())
}

/// The best value of a tier by the back end, earlier ones kept; `None` if there is no plan.
fn by_back_end(
    program: &Program,
    held: &IdVec<ColumnId, Option<f64>>,
    tier: &Tier,
    kept: &[(&Tier, f64)],
) -> Option<f64> {
    let kept: Vec<KeptTier> = kept
        .iter()
        .map(|(tier, value)| KeptTier {
            terms: tier.terms.clone(),
            at_least: value - 1e-8 * (1.0 + value.abs()),
        })
        .collect();
    let part = Part {
        program,
        fixed: held,
        kept: &kept,
        objective: &tier.terms,
        divided: false,
    };
    let limits = BackEndLimits {
        absolute_gap: 0.0,
        nodes: 10_000,
        seconds: 60.0,
        seed: 1,
    };
    let found = solve_part(&part, limits).unwrap();
    (found.end == BackEndEnd::Optimal).then_some(found.objective)
}

/// The proof in the verifier's own terms.
fn assert_verified(network: &Network, optimum: &Optimum) {
    let (nodes, ends, arcs) = slices(network);
    let slices = TransportNetwork {
        nodes: &nodes,
        ends: &ends,
        arcs: &arcs,
    };
    let verdict = check_transport_optimum(slices, &optimum.flow, &optimum.potentials, optimum.cost);
    assert_eq!(verdict, Ok(()));
}

fn slices(network: &Network) -> (Vec<PricedRange>, Vec<(u32, u32)>, Vec<PricedRange>) {
    let nodes = network.terminals.iter().map(|node| PricedRange {
        least: node.least,
        most: node.most,
        cost: node.price,
    });
    let ends = network.arcs.iter().map(|arc| (arc.source, arc.target));
    let arcs = network.arcs.iter().map(|arc| PricedRange {
        least: arc.least,
        most: arc.most,
        cost: arc.cost,
    });
    (nodes.collect(), ends.collect(), arcs.collect())
}

fn assert_rows_hold(program: &Program, values: &[f64]) {
    for row in program.rows().values() {
        let activity = program.evaluate(&row.terms, values);
        let slack = 1e-9 * (1.0 + activity.abs());
        assert!(
            activity >= row.lower - slack && activity <= row.upper + slack,
            "{row:?} {activity}"
        );
    }
    for (id, column) in program.columns().iter() {
        let value = values[id.index()];
        assert!(
            value >= column.lower && value <= column.upper,
            "{column:?} {value}"
        );
        let steps = value * if column.integer { 1.0 } else { 100.0 };
        if matches!(column.kind, ColumnKind::Help(..)) {
            assert!((steps - steps.round()).abs() < 1e-6, "{column:?} {value}");
        }
    }
}

/// Checks a translation against the back end; `values` holds what is held.
fn agree(
    program: &Program,
    held: &IdVec<ColumnId, Option<f64>>,
    tiers: &[&Tier],
    translation: &Translation,
    seen: &Seen,
) -> Result<(), TestCaseError> {
    let optima = match translation.solve().unwrap() {
        Answer::Optimal(optima) => optima,
        Answer::Infeasible(cut) => {
            let (nodes, ends, arcs) = slices(&translation.network);
            let slices = TransportNetwork {
                nodes: &nodes,
                ends: &ends,
                arcs: &arcs,
            };
            prop_assert_eq!(check_transport_cut(slices, &cut.inside), Ok(()));
            prop_assert_eq!(by_back_end(program, held, tiers[0], &[]), None);
            seen.note(translation, false);
            return Ok(());
        }
    };
    seen.note(translation, true);
    let mut values: Vec<f64> = held.values().map(|value| value.unwrap_or(0.0)).collect();
    let last = optima.last().unwrap();
    translation.write_values(&last.flow, &mut values);
    program.complete(&mut values);
    assert_rows_hold(program, &values);

    let mut face = translation.network.clone();
    for (index, optimum) in optima.iter().enumerate() {
        if index > 0 {
            face = optimal_face(&face, &optima[index - 1]);
            let costs = &translation.later[index - 1];
            for (arc, cost) in face.arcs.iter_mut().zip(&costs.costs) {
                arc.cost = *cost;
            }
            for (node, price) in face.terminals.iter_mut().zip(&costs.prices) {
                node.price = *price;
            }
        }
        assert_verified(&face, optimum);
    }
    let mut kept: Vec<(&Tier, f64)> = Vec::new();
    for (index, tier) in tiers.iter().enumerate() {
        let value = program.evaluate(&tier.terms, &values);
        let bound = translation.bound(index, &optima[index]).unwrap();
        let scale = &translation.scales[index];
        let near = 1e-6 * (1.0 + value.abs());
        prop_assert!(value <= bound + near, "tier {index}: {value} above {bound}");
        prop_assert!(
            bound <= value + 2.0 * scale.largest_error + near,
            "tier {index}: {bound} far above {value}"
        );
        // The back end's tolerance on kept tiers lets later ones gain a little.
        let Some(best) = by_back_end(program, held, tier, &kept) else {
            return Err(TestCaseError::fail("the back end finds no plan"));
        };
        let near = if index == 0 {
            near
        } else {
            1e-3 * (1.0 + best.abs())
        };
        prop_assert!(
            (value - best).abs() <= near,
            "tier {index}: {value}, by HiGHS {best}"
        );
        kept.push((tier, value));
    }
    Ok(())
}

fn whole_case(
    draft: &Draft,
    sectors: Sectors,
    measures: &[Measure],
    seen: &Seen,
) -> Result<(), TestCaseError> {
    let objectives = measures
        .iter()
        .zip(1..)
        .map(|(measure, priority)| Objective::plain(*measure, priority));
    let case = divisible(draft, sectors, objectives.collect());
    let program = program_of(&case);
    let (held, tiers) = (nothing_held(&program), priorities(&program));
    match translate(&program, &held, &tiers) {
        Ok(translation) => agree(&program, &held, &tiers, &translation, seen),
        Err(NotTransport::UnequalSteps(row)) => {
            seen.refused.set(seen.refused.get() + 1);
            prop_assert_eq!(sectors, Sectors::AsDrawn);
            let family = program.rows()[row].family;
            prop_assert_eq!(family, RowFamily::Rule(jiedui_domain::RuleFamily::Budget));
            Ok(())
        }
        Err(reason) => Err(TestCaseError::fail(format!("{reason:?}"))),
    }
}

/// What the random cases were like, so that a test can tell that it has tested something.
#[derive(Default, Debug)]
struct Seen {
    solved: Cell<usize>,
    infeasible: Cell<usize>,
    /// A budget over several sectors.
    budget_nodes: Cell<usize>,
    /// Help of which a row demands some.
    lower_ends: Cell<usize>,
    rounded_costs: Cell<usize>,
    refused: Cell<usize>,
}

impl Seen {
    fn note(&self, translation: &Translation, is_solved: bool) {
        let network = &translation.network;
        let is_through = |node: &Terminal| *node == Terminal::THROUGH;
        for (count, holds) in [
            (&self.solved, is_solved),
            (&self.infeasible, !is_solved),
            (&self.budget_nodes, network.terminals.iter().any(is_through)),
            (
                &self.lower_ends,
                network.arcs.iter().any(|arc| arc.least > 0),
            ),
            (
                &self.rounded_costs,
                translation.scales.iter().any(|scale| !scale.is_exact),
            ),
        ] {
            count.set(count.get() + usize::from(holds));
        }
    }
}

/// Runs a property on cases that are the same every time.
fn run<T: std::fmt::Debug>(
    cases: impl Strategy<Value = T>,
    test: impl Fn(T) -> Result<(), TestCaseError>,
) {
    let config = drawn(1_500, 1);
    if let Err(error) = TestRunner::new(config).run(&cases, test) {
        panic!("{error}");
    }
}

#[test]
fn divisible_cases_are_solved_as_by_the_back_end() {
    let orders = prop::sample::subsequence(LINEAR.to_vec(), 1..=3).prop_shuffle();
    let seen = Seen::default();
    run(
        (draft(), any::<bool>(), orders),
        |(draft, is_alike, order)| {
            let sectors = if is_alike {
                Sectors::Alike
            } else {
                Sectors::AsDrawn
            };
            whole_case(&draft, sectors, &order, &seen)
        },
    );
    let plenty = [&seen.solved, &seen.refused].map(Cell::get);
    assert!(plenty.iter().all(|count| *count > 50), "{seen:?}");
    let some = [&seen.budget_nodes, &seen.rounded_costs].map(Cell::get);
    assert!(some.iter().all(|count| *count > 20), "{seen:?}");
}

/// Every pair is held at random: what remains are amounts, with lower ends from minimum support.
#[test]
fn amounts_of_held_pairs_are_solved_as_by_the_back_end() {
    let formed = prop::collection::vec(prop::bool::weighted(0.3), 16);
    let seen = Seen::default();
    run((draft(), formed), |(draft, formed)| {
        let mut case = draft.case();
        // Quotas and the like would refuse almost every random choice of pairs.
        for track in case.policy.tracks.ids() {
            let track = &mut case.policy.tracks[track];
            (track.recipient_min, track.helper_min) = (0, 0);
            (track.recipient_max, track.helper_max) = (None, None);
        }
        case.policy.objectives = vec![
            Objective::plain(Measure::Coverage, 1),
            Objective::plain(Measure::FlowDistance, 2),
        ];
        let program = program_of(&case);
        let tiers = priorities(&program);
        let mut next = formed.iter();
        let held = program.columns().map(|_, column| {
            matches!(column.kind, ColumnKind::Pair(_)).then(|| {
                if *next.next().unwrap_or(&false) {
                    1.0
                } else {
                    0.0
                }
            })
        });
        match translate(&program, &held, &tiers) {
            Ok(translation) => agree(&program, &held, &tiers, &translation, &seen),
            Err(NotTransport::HeldBreaks(_)) => {
                prop_assert_eq!(by_back_end(&program, &held, tiers[0], &[]), None);
                Ok(())
            }
            Err(NotTransport::UnequalSteps(_) | NotTransport::CouplingRow(_)) => Ok(()),
            Err(reason) => Err(TestCaseError::fail(format!("{reason:?}"))),
        }
    });
    assert!(seen.solved.get() > 50, "{seen:?}");
    let some = [&seen.lower_ends, &seen.infeasible].map(Cell::get);
    assert!(some.iter().all(|count| *count > 5), "{seen:?}");
}

/// A draft of which many rows are in force; the seed is fixed.
fn some_draft() -> Draft {
    random_case::second_priority_not_improved()
}

#[test]
fn tiers_that_are_not_linear_are_named() {
    for measure in [
        Measure::CoverageFloor,
        Measure::Equity,
        Measure::EffortBalance,
    ] {
        let mut case = divisible(
            &some_draft(),
            Sectors::Alike,
            vec![Objective::plain(measure, 1)],
        );
        for helper in case.helpers.ids() {
            case.helpers[helper].budget = Some(Wan::units(3));
        }
        let program = program_of(&case);
        let refused = translate(&program, &nothing_held(&program), &priorities(&program));
        let Err(NotTransport::NotLinear(column)) = refused else {
            panic!("{measure:?}: {refused:?}");
        };
        assert!(matches!(
            program.columns()[column].kind,
            ColumnKind::Extreme(_) | ColumnKind::EquitySegment(..)
        ));
    }
}

#[test]
fn tolerance_counts_before_the_last_tier_only() {
    let mut objectives = vec![
        Objective::plain(Measure::Coverage, 1),
        Objective::plain(Measure::FlowDistance, 2),
    ];
    objectives[1].tolerance = 0.01;
    let case = divisible(&some_draft(), Sectors::Alike, objectives.clone());
    let program = program_of(&case);
    assert!(translate(&program, &nothing_held(&program), &priorities(&program)).is_ok());
    objectives[0].tolerance = 0.01;
    let case = divisible(&some_draft(), Sectors::Alike, objectives);
    let program = program_of(&case);
    let refused = translate(&program, &nothing_held(&program), &priorities(&program));
    assert_eq!(refused.unwrap_err(), NotTransport::Tolerance(0));
}

#[test]
fn open_pairs_are_no_transportation_problem() {
    let mut case = some_draft().case();
    for track in case.policy.tracks.ids() {
        case.policy.tracks[track].divisible = false;
    }
    let program = program_of(&case);
    let refused = translate(&program, &nothing_held(&program), &[]);
    assert!(
        matches!(refused, Err(NotTransport::OpenColumn(_))),
        "{refused:?}"
    );
}

#[test]
fn one_track_is_freed_while_the_other_is_held() {
    let draft = some_draft();
    let case = divisible(
        &draft,
        Sectors::Alike,
        vec![
            Objective::plain(Measure::Coverage, 1),
            Objective::plain(Measure::FlowDistance, 2),
        ],
    );
    let program = program_of(&case);
    let tiers = priorities(&program);
    let whole = translate(&program, &nothing_held(&program), &tiers).unwrap();
    let Answer::Optimal(optima) = whole.solve().unwrap() else {
        panic!("there is a plan");
    };
    let mut values = vec![0.0; program.columns().len()];
    whole.write_values(&optima[1].flow, &mut values);
    program.complete(&mut values);
    let best = program.evaluate(&tiers[1].terms, &values);
    for track in [0, 1].map(TrackId::from_index) {
        let held = all_but_track(&program, track, &values);
        let part = translate(&program, &held, &tiers).unwrap();
        let Answer::Optimal(optima) = part.solve().unwrap() else {
            panic!("the plan in hand is one");
        };
        let mut again = values.clone();
        part.write_values(&optima[1].flow, &mut again);
        program.complete(&mut again);
        assert_rows_hold(&program, &again);
        let value = program.evaluate(&tiers[1].terms, &again);
        assert!(
            (value - best).abs() <= 1e-6 * (1.0 + best.abs()),
            "{value} {best}"
        );
    }
}

#[test]
fn ends_below_a_step_are_cut_off() {
    let mut case = divisible(
        &some_draft(),
        Sectors::Alike,
        vec![Objective::plain(Measure::Coverage, 1)],
    );
    for need in &mut case.needs {
        need.amount = Amount::from_scaled(need.amount.scaled() + 7_777);
    }
    let program = program_of(&case);
    let tiers = priorities(&program);
    let translation = translate(&program, &nothing_held(&program), &tiers).unwrap();
    let Answer::Optimal(optima) = translation.solve().unwrap() else {
        panic!("doing nothing is a plan");
    };
    let mut values = vec![0.0; program.columns().len()];
    translation.write_values(&optima[0].flow, &mut values);
    program.complete(&mut values);
    assert_rows_hold(&program, &values);
    let value = program.evaluate(&tiers[0].terms, &values);
    assert!(value <= translation.bound(0, &optima[0]).unwrap() + 1e-9);
}
