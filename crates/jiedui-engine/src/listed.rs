//! Which candidates of a case enter its program.

use jiedui_domain::{Case, SolveMethod, SolverOptions};
use jiedui_graph::{CandidateGraph, quota_shortages};

/// The candidates that a program is stated with, where that are not all.
///
/// The list grows until it can meet every quota. The whole program handed to the back end is bounded by the
/// back end alone, so there all candidates enter.
pub(crate) fn listed(
    case: &Case,
    graph: &CandidateGraph,
    options: &SolverOptions,
    most: usize,
) -> Option<CandidateGraph> {
    if options.method == SolveMethod::Monolithic {
        return None;
    }
    let mut most = most;
    while pairs_in(case, graph) > most {
        let listed = graph.shortlist(case, most);
        if quota_shortages(case, &listed).is_empty() {
            return (listed.arcs().len() < graph.arcs().len()).then_some(listed);
        }
        most *= 2;
    }
    None
}

/// How many candidates form pairs; help of divisible tracks is always listed.
fn pairs_in(case: &Case, graph: &CandidateGraph) -> usize {
    let arcs = graph.arcs().values();
    arcs.filter(|arc| !case.policy.tracks[arc.track].divisible)
        .count()
}
