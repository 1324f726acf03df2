//! A plan that people made, judged: the rules that it breaks, its measures, how far it is from the best,
//! and the few changes that would gain most.

mod amounts;
mod changes;
mod guess;
mod reach;

pub use amounts::AmountsBy;
pub use changes::{Change, Improvement};
pub use reach::{OutOfReach, ShortOf};

use crate::{EngineError, threads};
use amounts::Allocator;
use jiedui_domain::{Case, MeasureValue, Objective, Plan, SolverOptions, TrackId};
use jiedui_graph::CandidateGraph;
use jiedui_verify::{Verdict, check, measures, tier_value};

/// How a plan is judged.
#[derive(Clone, Debug)]
pub struct EvaluateOptions {
    /// How amounts are found.
    pub solver: SolverOptions,
    /// How many changes are tried in earnest; 0 = none are sought.
    pub tried: usize,
}

/// A priority of the policy with the plan's value.
#[derive(Clone, PartialEq, Debug)]
pub struct Standing {
    /// The priority.
    pub priority: u32,
    /// What it pursues.
    pub objectives: Vec<Objective>,
    /// Weighted sum in the plan, more is better.
    pub value: f64,
}

/// A plan, judged.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// The plan with its amounts.
    pub plan: Plan,
    /// Whose the amounts are.
    pub amounts: AmountsBy,
    /// Least amounts that these pairs cannot reach whatever is given, where they were set aside for it.
    pub out_of_reach: Vec<OutOfReach>,
    /// Tracks that demand pairs and of which the plan has none.
    pub tracks_without_pairs: Vec<TrackId>,
    /// Pairs of the plan that some rule excludes.
    pub pairs_without_candidate: usize,
    /// Every rule, and every row that the plan breaks.
    pub verdict: Verdict,
    /// Every measure of the plan.
    pub measures: Vec<MeasureValue>,
    /// One per priority.
    pub standings: Vec<Standing>,
    /// The same pairs with the best amounts: rows broken, and the values of the priorities; `None` where
    /// the amounts are the best already.
    pub best_amounts: Option<(usize, Vec<f64>)>,
    /// Changes that make the plan with its best amounts better, best first; each applied, given its amounts and checked.
    pub improvements: Vec<Improvement>,
    /// How many single changes were thought of, and how many were tried.
    pub changes_tried: (usize, usize),
}

/// Judges a plan. Where no pair of it has amounts, they are found: the best for these pairs.
///
/// *Errors:* [`EngineError`] for failures of the machinery.
/// *Determinism:* depends on case, plan and options only, whatever the number of threads.
pub fn evaluate(
    case: &Case,
    plan: &Plan,
    options: &EvaluateOptions,
) -> Result<Evaluation, EngineError> {
    let pool = threads::pool(options.solver.threads)?;
    pool.install(|| judge(case, plan, options))
}

fn judge(case: &Case, plan: &Plan, options: &EvaluateOptions) -> Result<Evaluation, EngineError> {
    let graph = CandidateGraph::build(case)?;
    let given = plan.pairs().iter().any(|pair| !pair.help.is_empty()) || plan.pairs().is_empty();
    let mut allocator = Allocator::new(case, &options.solver);
    let (plan, amounts) = if given {
        (plan.clone(), AmountsBy::People)
    } else {
        allocator.fill(plan)?
    };
    let verdict = check(case, &plan);
    let standings = standings(case, &plan);
    let found = if options.tried > 0 {
        changes::improvements(case, &graph, &plan, &verdict, &mut allocator, options)?
    } else {
        changes::Found::default()
    };
    let in_track = |track: TrackId| {
        let mut pairs = plan.pairs().iter();
        pairs.any(|pair| case.helpers[pair.helper].track == track)
    };
    let demands = |track: TrackId| {
        let mut recipients = case.recipients.ids();
        !case.policy.tracks[track].divisible
            && recipients.any(|recipient| case.recipient_quota(recipient, track).min > 0)
    };
    let tracks = case.policy.tracks.ids();
    let out_of_reach = match amounts {
        AmountsBy::WithoutRulesOfEffort => reach::out_of_reach(case, &plan),
        _ => Vec::new(),
    };
    Ok(Evaluation {
        amounts,
        out_of_reach,
        tracks_without_pairs: tracks
            .filter(|track| demands(*track) && !in_track(*track))
            .collect(),
        pairs_without_candidate: plan
            .pairs()
            .iter()
            .filter(|pair| graph.arc(pair.helper, pair.recipient).is_none())
            .count(),
        verdict,
        measures: measures(case, &plan),
        standings,
        best_amounts: found.best_amounts,
        improvements: found.improvements,
        changes_tried: (found.thought_of, found.tried),
        plan,
    })
}

/// The plan's value in every priority of the policy.
pub fn standings(case: &Case, plan: &Plan) -> Vec<Standing> {
    let objectives = &case.policy.objectives;
    objectives
        .chunk_by(|a, b| a.priority == b.priority)
        .map(|tier| Standing {
            priority: tier.first().map_or(0, |objective| objective.priority),
            objectives: tier.to_vec(),
            value: tier_value(case, plan, tier),
        })
        .collect()
}
