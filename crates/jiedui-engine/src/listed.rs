//! Which candidates of a case enter its program.

use crate::knowledge::Knowledge;
use jiedui_domain::{Case, HelperId, RecipientId, SolveMethod, SolverOptions};
use jiedui_graph::{Candidate, CandidateGraph, quota_shortages};
use std::collections::BTreeSet;

/// Pairs that are on any list: those of a plan to start from, and those asked for.
pub(crate) fn wanted(
    case: &Case,
    known: Option<&Knowledge>,
    asked: &[(HelperId, RecipientId)],
) -> BTreeSet<(HelperId, RecipientId)> {
    let tiers = known.iter().flat_map(|known| &known.tiers);
    tiers
        .flat_map(|tier| &tier.pairs)
        .filter_map(|pair| {
            let helper = case.helper_by_code(&pair.helper)?;
            Some((helper, case.recipient_by_code(&pair.recipient)?))
        })
        .chain(asked.iter().copied())
        .collect()
}

/// The candidates that a program is stated with, where that are not all, and the length that their list may have.
///
/// The list has one in `parts` of that, and grows until it can meet every quota; what is `wanted` is on it. The whole
/// program handed to the back end is bounded by the back end alone, so there all candidates enter.
pub(crate) fn listed(
    case: &Case,
    graph: &CandidateGraph,
    options: &SolverOptions,
    most: usize,
    parts: usize,
    wanted: &BTreeSet<(HelperId, RecipientId)>,
) -> Option<(CandidateGraph, usize)> {
    if options.method == SolveMethod::Monolithic {
        return None;
    }
    let is_wanted = |arc: &Candidate| wanted.contains(&(arc.helper, arc.recipient));
    let pairs = pairs_in(case, graph);
    if pairs <= most {
        return None;
    }
    let mut asked = (most / parts).max(1);
    while pairs > asked {
        let listed = graph.shortlist(case, asked, is_wanted);
        if quota_shortages(case, &listed).is_empty() {
            let is_part = listed.arcs().len() < graph.arcs().len();
            return is_part.then_some((listed, most.max(asked)));
        }
        asked = asked.saturating_mul(2);
    }
    None
}

/// How many candidates form pairs; help of divisible tracks is always listed.
fn pairs_in(case: &Case, graph: &CandidateGraph) -> usize {
    let arcs = graph.arcs().values();
    arcs.filter(|arc| !case.policy.tracks[arc.track].divisible)
        .count()
}
