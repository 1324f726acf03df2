//! Random small cases: other plans are within the tolerance, differ as told, and the first differs as
//! much as any plan does, by brute force.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{Case, IdVec, Measure, Objective};
use jiedui_engine::alternatives_report::{AlternativesEnd, PlanAlternatives};
use jiedui_engine::{AlternativesAsked, Dossier, RunOptions, Unwatched, plan_alternatives};
use jiedui_graph::CandidateGraph;
use jiedui_model::{ColumnId, Program};
use jiedui_solve::backend::{BackEndLimits, Part, solve_part};
use jiedui_solve::decomposition::blocks::KeptTier;
use jiedui_tests::moves::{Pairs, moved, pairs};
use jiedui_tests::random_case::{draft, drawn};
use jiedui_tests::runs::{options_of, planned};
use proptest::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Branch and bound to the end, on cases as small as these.
const LIMITS: BackEndLimits = BackEndLimits {
    absolute_gap: 1e-6,
    nodes: 100_000,
    seconds: 60.0,
    seed: 1,
};

/// Rounding of amounts, and the back end's own tolerance.
const TOLERANCE: f64 = 1e-5;

/// What amounts in whole steps leave of the last priority: the gap that they are solved to, and rounding.
const LEFT: f64 = 2e-3;

static PLANS: AtomicUsize = AtomicUsize::new(0);
static SECOND: AtomicUsize = AtomicUsize::new(0);
static NO_OTHER: AtomicUsize = AtomicUsize::new(0);

/// The pairs of each other plan, from the moves told.
fn other_plans(dossier: &Dossier, found: &PlanAlternatives) -> Vec<Pairs> {
    let plans = found.plans.iter();
    plans.map(|plan| moved(dossier, &plan.moves)).collect()
}

/// The fewest pairs that any plan at these levels shares with this one: the whole program by branch and
/// bound.
fn fewest_shared(case: &Case, levels: &[f64], run: &Pairs) -> Option<f64> {
    let graph = CandidateGraph::build(case).unwrap();
    let program = Program::build(case, &graph);
    let fixed: IdVec<ColumnId, Option<f64>> = IdVec::filled(None, program.columns().len());
    let tiers = program
        .tiers()
        .iter()
        .filter(|tier| tier.priority.is_some());
    let kept: Vec<KeptTier> = tiers
        .zip(levels)
        .map(|(tier, level)| KeptTier {
            terms: tier.terms.clone(),
            at_least: level - 1e-7 * (1.0 + level.abs()),
        })
        .collect();
    let objective: Vec<(ColumnId, f64)> = program
        .arcs()
        .values()
        .filter(|arc| {
            let helper = case.helpers[arc.helper].code.clone();
            run.contains(&(helper, case.recipient_code(arc.recipient).to_owned()))
        })
        .filter_map(|arc| Some((arc.pair?, -1.0)))
        .collect();
    let part = Part {
        program: &program,
        fixed: &fixed,
        kept: &kept,
        objective: &objective,
        divided: false,
    };
    let found = solve_part(&part, LIMITS).unwrap();
    found.values.map(|_| -found.objective)
}

/// How much more of the last priority the pairs of a plan could bring while every earlier one stays where the plan has
/// it: the whole program with these pairs, by branch and bound.
fn left_of_the_last(case: &Case, other: &Pairs, values: &[f64]) -> f64 {
    let graph = CandidateGraph::build(case).unwrap();
    let program = Program::build(case, &graph);
    let mut fixed: IdVec<ColumnId, Option<f64>> = IdVec::filled(None, program.columns().len());
    for arc in program.arcs().values() {
        let Some(pair) = arc.pair else { continue };
        let helper = case.helpers[arc.helper].code.clone();
        let formed = other.contains(&(helper, case.recipient_code(arc.recipient).to_owned()));
        fixed[pair] = Some(f64::from(u8::from(formed)));
    }
    let tiers = program.tiers().iter();
    let tiers: Vec<_> = tiers.filter(|tier| tier.priority.is_some()).collect();
    let (last, earlier) = tiers.split_last().unwrap();
    let kept: Vec<KeptTier> = earlier
        .iter()
        .zip(values)
        .map(|(tier, value)| KeptTier {
            terms: tier.terms.clone(),
            at_least: value - 1e-7 * (1.0 + value.abs()),
        })
        .collect();
    let part = Part {
        program: &program,
        fixed: &fixed,
        kept: &kept,
        objective: &last.terms,
        divided: false,
    };
    let found = solve_part(&part, LIMITS).unwrap();
    found.objective - values.last().unwrap()
}

fn plans_are_within_and_differ(case: &Case, within: f64) -> Result<(), TestCaseError> {
    let options = options_of(case);
    let Some(run) = planned(case, &options) else {
        return Ok(());
    };
    let asked = AlternativesAsked { plans: 3, within };
    let ask = |options: &RunOptions| {
        plan_alternatives(
            case,
            &run.dossier,
            run.plan.get(),
            asked,
            options,
            Some(&run.knowledge),
            &Unwatched,
        )
        .unwrap()
    };
    let found = ask(&options);
    let mut threads = options.clone();
    threads.solver.threads = 2;
    prop_assert_eq!(&found, &ask(&threads), "whatever the number of threads");
    prop_assert_eq!(found.plans.len() < 3, found.ended.is_some());
    let own = pairs(&run.dossier);
    let others = other_plans(&run.dossier, &found);
    let mut levels = Vec::new();
    for tier in run.program_tiers(case) {
        let size = if tier.is_share {
            tier.weight
        } else {
            tier.value.abs()
        };
        levels.push(tier.value - within * size);
    }
    for (index, (plan, other)) in found.plans.iter().zip(&others).enumerate() {
        PLANS.fetch_add(1, Ordering::Relaxed);
        SECOND.fetch_add(usize::from(index > 0), Ordering::Relaxed);
        prop_assert_eq!(plan.differs, own.difference(other).count());
        prop_assert!(*other != own, "the run's own plan");
        for (told, earlier) in plan.differs_from_earlier.iter().zip(&others) {
            prop_assert_eq!(*told, earlier.difference(other).count());
        }
        prop_assert!(!others[..index].contains(other), "told twice");
        let values: Vec<f64> = plan.tiers.iter().map(|tier| tier.plan).collect();
        let left = left_of_the_last(case, other, &values);
        let size = values.last().map_or(1.0, |value| value.abs().max(1.0));
        prop_assert!(left < LEFT * size, "{left} of {values:?}");
        for (pair, level) in plan.tiers.iter().zip(&levels) {
            prop_assert!(
                pair.plan >= level - TOLERANCE * (1.0 + level.abs()),
                "{pair:?}"
            );
        }
    }
    if let Some(shared) = fewest_shared(case, &levels, &own) {
        let most = own.len() - shared.round() as usize;
        match found.plans.first() {
            // Another plan may share all pairs and form one more.
            Some(first) => {
                prop_assert_eq!(first.differs, most);
                prop_assert!(first.most_together >= most);
            }
            None if found.ended == Some(AlternativesEnd::NoOther) => {
                prop_assert_eq!(most, 0);
                NO_OTHER.fetch_add(1, Ordering::Relaxed);
            }
            None => {}
        }
    }
    Ok(())
}

/// A priority of a run: its value in the plan and how a tolerance is understood.
struct PlanTier {
    value: f64,
    weight: f64,
    is_share: bool,
}

trait PlanTiers {
    fn program_tiers(&self, case: &Case) -> Vec<PlanTier>;
}

impl PlanTiers for jiedui_engine::Run {
    fn program_tiers(&self, case: &Case) -> Vec<PlanTier> {
        use jiedui_domain::MeasureScale;
        jiedui_engine::standings(case, self.plan.get())
            .into_iter()
            .map(|standing| PlanTier {
                value: standing.value,
                weight: standing.objectives.iter().map(|one| one.weight.abs()).sum(),
                is_share: standing
                    .objectives
                    .iter()
                    .all(|one| one.measure.scale() == MeasureScale::Share),
            })
            .collect()
    }
}

proptest! {
    #![proptest_config(drawn(60, 20_261_130))]

    fn other_plans_of_random_cases(draft in draft(), within in 0.0..0.4_f64) {
        plans_are_within_and_differ(&draft.case(), within)?;
    }

    /// The amounts that the policy would choose are beyond what is asked for: the less help, the shorter its way.
    fn other_plans_where_the_policy_gives_more(draft in draft(), within in 0.02..0.3_f64) {
        let mut case = draft.case();
        let mut floor = Objective::plain(Measure::CoverageFloor, 1);
        floor.tolerance = 0.4;
        case.policy.objectives = vec![floor, Objective::plain(Measure::FlowDistance, 2)];
        plans_are_within_and_differ(&case, within)?;
    }
}

#[test]
fn amounts_are_the_best_within_the_tolerance_where_the_policy_gives_more() {
    other_plans_where_the_policy_gives_more();
}

#[test]
fn other_plans_are_within_the_tolerance_and_differ_as_told() {
    other_plans_of_random_cases();
    // A generator that stopped making such cases would test nothing.
    let counted = [&PLANS, &SECOND, &NO_OTHER].map(|one| one.load(Ordering::Relaxed));
    let enough = counted.iter().zip([12, 5, 5]);
    assert!(
        enough.into_iter().all(|(one, least)| *one >= least),
        "{counted:?}"
    );
}
