//! Which candidates of a case enter its program.

use crate::knowledge::Knowledge;
use jiedui_domain::{Case, HelperId, RecipientId, SolveMethod, SolverOptions};
use jiedui_graph::{Candidate, CandidateGraph, quota_shortages};
use std::collections::BTreeSet;

/// Parts of a list that grows of which one is drawn up before there are prices.
const FIRST_PART: usize = 2;
/// A list grows where there are more than so many times as many candidates, and at most so many. Where it has a good part
/// of them, what prices would add changes less than their time is worth (160 × 2,000); where it has hardly any, what joins
/// leaves nearly as much out, and the rounds that new prices take are missed in the search (832 × 10,000;
/// docs/measurements.md).
const SPARSE: std::ops::RangeInclusive<usize> = 4..=20;

/// A list of candidates that a program is stated with.
pub(crate) struct Listed {
    pub graph: CandidateGraph,
    /// The length asked for, or what it takes to meet every quota.
    pub most: usize,
    /// Whether it is drawn up in part, so that it can grow to that length once there are prices.
    pub grows: bool,
}

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

/// The candidates that a program is stated with, where that are not all; in part where the list `may_grow`.
///
/// It is made longer until it can meet every quota; what is `wanted` is on it. The whole program handed to the back
/// end is bounded by the back end alone, so there all candidates enter.
pub(crate) fn listed(
    case: &Case,
    graph: &CandidateGraph,
    options: &SolverOptions,
    most: usize,
    may_grow: bool,
    wanted: &BTreeSet<(HelperId, RecipientId)>,
) -> Option<Listed> {
    if options.method == SolveMethod::Monolithic {
        return None;
    }
    let is_wanted = |arc: &Candidate| wanted.contains(&(arc.helper, arc.recipient));
    let pairs = pairs_in(case, graph);
    if pairs <= most {
        return None;
    }
    let grows = may_grow && pays_to_grow(pairs, most);
    let mut asked = if grows { most / FIRST_PART } else { most }.max(1);
    while pairs > asked {
        let listed = graph.shortlist(case, asked, is_wanted);
        if quota_shortages(case, &listed).is_empty() {
            let is_part = listed.arcs().len() < graph.arcs().len();
            return is_part.then_some(Listed {
                graph: listed,
                most: most.max(asked),
                grows,
            });
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

/// Whether a list of so many candidates is worth growing at prices.
fn pays_to_grow(pairs: usize, most: usize) -> bool {
    let times = |factor: &usize| most.saturating_mul(*factor);
    pairs > times(SPARSE.start()) && pairs <= times(SPARSE.end())
}

#[cfg(test)]
mod tests {
    use super::pays_to_grow;

    /// As measured with the list that is the default (docs/measurements.md).
    #[test]
    fn lists_grow_that_have_neither_a_good_part_of_the_candidates_nor_hardly_any() {
        for (case, pairs, grows) in [
            ("160 × 2,000", 296_395, false),
            ("400 × 5,000", 1_793_436, true),
            ("832 × 10,000", 7_311_142, false),
        ] {
            assert_eq!(pays_to_grow(pairs, 250_000), grows, "{case}");
        }
    }
}
