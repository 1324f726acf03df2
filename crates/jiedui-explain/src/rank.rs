//! Ranks of the candidates, on both sides of the graph.
//!
//! A rank is 1 + the number of those that are strictly better, so ties share a rank.

use crate::dossier::Ranking;
use crate::evidence::{FineWan, value_of};
use jiedui_domain::{Case, IdVec, Quantity};
use jiedui_graph::{ArcId, Candidate, CandidateGraph};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A rank at the recipient (within the track) and at the helper.
pub(crate) type BothSides = (Option<Ranking>, Option<Ranking>);

/// Ranks of one candidate by each criterion.
#[derive(Clone, Debug, Default)]
pub(crate) struct ArcRanks {
    /// The most that the pair alone could carry: Σ_s v_s·min(c, n), capped by the budget.
    pub capacity: FineWan,
    pub by_fit: BothSides,
    pub by_distance: BothSides,
    pub by_hardship: BothSides,
    pub by_continuity: BothSides,
    pub by_capacity: BothSides,
}

/// Ranks every candidate.
///
/// *Complexity:* O(a log a) in the number of candidates.
pub(crate) fn rank_all(case: &Case, graph: &CandidateGraph) -> IdVec<ArcId, ArcRanks> {
    let mut ranks = graph.arcs().map(|_, candidate| ArcRanks {
        capacity: capacity(case, candidate),
        ..ArcRanks::default()
    });
    for recipient in case.recipients.ids() {
        let mut by_track = BTreeMap::<_, Vec<ArcId>>::new();
        for arc in graph.arcs_of_recipient(recipient) {
            by_track
                .entry(graph.arcs()[*arc].track)
                .or_default()
                .push(*arc);
        }
        for group in by_track.values() {
            rank_group(graph, &mut ranks, group, |both| &mut both.0);
        }
    }
    for helper in case.helpers.ids() {
        rank_group(graph, &mut ranks, graph.arcs_of_helper(helper), |both| {
            &mut both.1
        });
    }
    ranks
}

fn capacity(case: &Case, candidate: &Candidate) -> FineWan {
    let amounts = candidate.capacity.iter();
    let value = amounts
        .map(|(sector, amount)| value_of(case, *sector, *amount))
        .sum::<FineWan>();
    match case.budget(candidate.helper) {
        Some(budget) => value.min(i128::from(budget.scaled()) * 1_000_000),
        None => value,
    }
}

fn rank_group(
    graph: &CandidateGraph,
    ranks: &mut IdVec<ArcId, ArcRanks>,
    group: &[ArcId],
    side: impl Fn(&mut BothSides) -> &mut Option<Ranking>,
) {
    let candidate = |arc: ArcId| &graph.arcs()[arc];
    let fit = positions(group, |arc| Some(Reverse(candidate(arc).fit)));
    let distance = positions(group, |arc| candidate(arc).distance.map(|(km, _)| km));
    let hardship = positions(group, |arc| Some(candidate(arc).hardship_steps));
    // Older pairs first, new ones (without a year) last.
    let continuity = positions(group, |arc| {
        Some(candidate(arc).previous_since.unwrap_or(i32::MAX))
    });
    let capacity = positions(group, |arc| Some(Reverse(ranks[arc].capacity)));
    for (index, arc) in group.iter().enumerate() {
        let ranks = &mut ranks[*arc];
        *side(&mut ranks.by_fit) = fit[index];
        *side(&mut ranks.by_distance) = distance[index];
        *side(&mut ranks.by_hardship) = hardship[index];
        *side(&mut ranks.by_continuity) = continuity[index];
        *side(&mut ranks.by_capacity) = capacity[index];
    }
}

/// The rank of each member by a key of which less is better; members without a key have no rank.
pub(crate) fn positions<T: Copy, K: Ord + Copy>(
    group: &[T],
    key: impl Fn(T) -> Option<K>,
) -> Vec<Option<Ranking>> {
    let keys: Vec<Option<K>> = group.iter().map(|member| key(*member)).collect();
    let mut sorted: Vec<K> = keys.iter().flatten().copied().collect();
    sorted.sort_unstable();
    let of = u32::try_from(sorted.len()).unwrap_or(u32::MAX);
    keys.iter()
        .map(|key| {
            key.map(|key| {
                let better = sorted.partition_point(|other| *other < key);
                let not_worse = sorted.partition_point(|other| *other <= key);
                Ranking {
                    rank: 1 + u32::try_from(better).unwrap_or(u32::MAX - 1),
                    of,
                    tied: u32::try_from(not_worse.saturating_sub(better)).unwrap_or(u32::MAX),
                }
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_ties_share_a_rank_and_missing_keys_have_none() {
        let ranks = positions(
            &[Some(3), Some(1), None, Some(3), Some(9)],
            |key: Option<i32>| key,
        );
        let found: Vec<_> = ranks
            .iter()
            .map(|rank| rank.map(|r| (r.rank, r.of, r.tied)))
            .collect();
        assert_eq!(
            found,
            [
                Some((2, 4, 2)),
                Some((1, 4, 1)),
                None,
                Some((2, 4, 2)),
                Some((4, 4, 1))
            ]
        );
    }
}
