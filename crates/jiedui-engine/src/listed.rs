//! Which candidates of a case enter its program.

use crate::knowledge::Knowledge;
use jiedui_domain::{Case, HelperId, RecipientId, SolveMethod, SolverOptions};
use jiedui_graph::{Candidate, CandidateGraph, quota_shortages};
use std::collections::BTreeSet;

/// The candidates that a program is stated with, where that are not all.
///
/// The list grows until it can meet every quota; the pairs of a plan to start from are on it. The whole program handed to the back end is bounded by the
/// back end alone, so there all candidates enter.
pub(crate) fn listed(
    case: &Case,
    graph: &CandidateGraph,
    options: &SolverOptions,
    most: usize,
    known: Option<&Knowledge>,
) -> Option<CandidateGraph> {
    if options.method == SolveMethod::Monolithic {
        return None;
    }
    let known: BTreeSet<(HelperId, RecipientId)> = known
        .iter()
        .flat_map(|known| &known.tiers)
        .flat_map(|tier| &tier.pairs)
        .filter_map(|pair| {
            let helper = case.helper_by_code(&pair.helper)?;
            Some((helper, case.recipient_by_code(&pair.recipient)?))
        })
        .collect();
    let wanted = |arc: &Candidate| known.contains(&(arc.helper, arc.recipient));
    let mut most = most.max(1);
    while pairs_in(case, graph) > most {
        let listed = graph.shortlist(case, most, wanted);
        if quota_shortages(case, &listed).is_empty() {
            return (listed.arcs().len() < graph.arcs().len()).then_some(listed);
        }
        most = most.saturating_mul(2);
    }
    None
}

/// How many candidates form pairs; help of divisible tracks is always listed.
fn pairs_in(case: &Case, graph: &CandidateGraph) -> usize {
    let arcs = graph.arcs().values();
    arcs.filter(|arc| !case.policy.tracks[arc.track].divisible)
        .count()
}
