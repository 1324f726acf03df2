//! Pairs of a judged plan whose distance is unknown: measures count them as 0, and that is said.

use super::evaluate_text::Told;
use jiedui_domain::{Case, HelperId, Measure, PairFact, Plan, PlannedPair, RecipientId};
use jiedui_engine::{CandidateGraph, EngineError, Exclusion, measures};
use std::collections::BTreeSet;

/// The pairs of a plan, and what it shares out, whose distance nothing tells.
///
/// *Errors:* [`EngineError`] where the candidates cannot be found.
pub(super) fn unknown_distances(
    case: &Case,
    plan: &Plan,
) -> Result<BTreeSet<(HelperId, RecipientId)>, EngineError> {
    let graph = CandidateGraph::build(case)?;
    let pairs = plan.pairs().iter();
    Ok(pairs
        .filter(|pair| !is_known(case, &graph, pair))
        .map(|pair| (pair.helper, pair.recipient))
        .collect())
}

fn is_known(case: &Case, graph: &CandidateGraph, pair: &PlannedPair) -> bool {
    if let Some(arc) = graph.arc(pair.helper, pair.recipient) {
        return graph.arcs()[arc].distance.is_some();
    }
    let mut excluded = graph
        .exclusions(pair.helper, pair.recipient)
        .unwrap_or_default()
        .iter();
    let tells = |reason: &Exclusion| match reason {
        Exclusion::BeyondDistance { .. } | Exclusion::SamePlace => Some(true),
        Exclusion::DistanceUnknown { .. } => Some(false),
        _ => None,
    };
    excluded
        .find_map(tells)
        .unwrap_or_else(|| is_measured(case, pair))
}

/// Of a pair that no limit on distances judges: whether it adds to the distance of a plan.
fn is_measured(case: &Case, pair: &PlannedPair) -> bool {
    let given = |row: &PairFact| {
        (row.helper, row.recipient) == (pair.helper, pair.recipient) && row.distance.is_some()
    };
    case.pairs.iter().any(given)
        || measures(case, &Plan::new(vec![pair.clone()]))
            .iter()
            .filter(|one| matches!(one.measure, Measure::Distance | Measure::FlowDistance))
            .any(|one| one.value.is_some_and(|value| value > 0.0))
}

impl Told<'_> {
    /// How many pairs a measure of distances counts as 0 since theirs is unknown.
    pub(super) fn unknown_distances(&self, measure: Measure) -> usize {
        let counts = |pair: &PlannedPair| match measure {
            Measure::Distance => !self.is_shared_out(pair),
            Measure::FlowDistance => true,
            _ => false,
        };
        let pairs = self.evaluation.plan.pairs().iter();
        let unknown = |pair: &&PlannedPair| self.unknown.contains(&(pair.helper, pair.recipient));
        pairs.filter(|pair| counts(pair)).filter(unknown).count()
    }
}
