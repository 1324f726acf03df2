//! The candidates of a large case that enter the program.
//!
//! A case of 832 recipients and 10,000 helpers has seven million candidates, of which a plan forms a few
//! thousand. Each helper lists a few recipients and each recipient a few helpers of every track: the nearest
//! ones, those with which most can be given, those that fit best, and some from all over, so that means can flow from anywhere to
//! anywhere. What is demanded and what was in force last year is always listed, help of divisible tracks as
//! well. The list is a guess and only guides where plans are sought: bounds have to be taken over all
//! candidates.

use crate::{ArcId, Candidate, CandidateGraph};
use jiedui_domain::{Case, Id, Quantity};
use std::cmp::Reverse;

/// Spreads consecutive numbers over all (Knuth's multiplicative hashing).
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// Ways to be listed, on each list.
const ORDERS: usize = 4;

impl CandidateGraph {
    /// The graph of about `most` candidates and all that are `wanted`: more where more is demanded or divisible,
    /// and where one of each order on every list is more already.
    ///
    /// Exclusions are left out. *Complexity:* O(a log a) in the number of candidates.
    /// *Determinism:* depends on the graph, `most` and `wanted` only.
    pub fn shortlist(&self, case: &Case, most: usize, wanted: impl Fn(&Candidate) -> bool) -> Self {
        let tracks = case.policy.tracks.len();
        let each = (most / (ORDERS * self.list_count(case))).max(1);
        let reach: Vec<i128> = self.arcs().values().map(|arc| reach(case, arc)).collect();
        let mut listed = vec![false; self.arcs().len()];
        for (id, arc) in self.arcs().iter() {
            listed[id.index()] = wanted(arc)
                || arc.is_forced()
                || arc.previous_since.is_some()
                || case.policy.tracks[arc.track].divisible;
        }
        for helper in case.helpers.ids() {
            list(self, &reach, self.arcs_of_helper(helper), each, &mut listed);
        }
        let mut by_track: Vec<Vec<ArcId>> = vec![Vec::new(); tracks];
        for recipient in case.recipients.ids() {
            for arc in self.arcs_of_recipient(recipient) {
                by_track[self.arcs()[*arc].track.index()].push(*arc);
            }
            for group in &mut by_track {
                list(self, &reach, group, each, &mut listed);
                group.clear();
            }
        }
        let mut listed = listed.into_iter();
        self.of_pairs(|_| listed.next().unwrap_or(false))
    }

    /// How many lists a list is made of: one of every helper, and one of every recipient in every track.
    pub fn list_count(&self, case: &Case) -> usize {
        let lists = self.helper_count() + self.recipient_count() * case.policy.tracks.len();
        lists.max(1)
    }

    /// The graph of the candidates that are `wanted`, asked in their order; exclusions are left out.
    pub fn of_pairs(&self, mut wanted: impl FnMut(&Candidate) -> bool) -> Self {
        let kept = self.arcs().values().filter(|arc| wanted(arc));
        Self::from_pairs(
            kept.cloned().collect(),
            Vec::new(),
            self.helper_count(),
            self.recipient_count(),
        )
    }
}

/// What a pair could carry at most, in millionths of a millionth of 万元.
fn reach(case: &Case, candidate: &Candidate) -> i128 {
    let worth = candidate.capacity.iter().map(|(sector, amount)| {
        let value = case.policy.sectors[*sector].value;
        i128::from(amount.scaled()) * i128::from(value.scaled())
    });
    let all: i128 = worth.sum();
    match case.budget(candidate.helper) {
        Some(budget) => all.min(i128::from(budget.scaled()) * 1_000_000),
        None => all,
    }
}

/// Lists the first of a group in each order. Equals come from all over, not from the head of the tables.
fn list(graph: &CandidateGraph, reach: &[i128], group: &[ArcId], each: usize, listed: &mut [bool]) {
    let anywhere = |arc: &ArcId| (arc.index() as u64).wrapping_mul(SPREAD);
    let near = |arc: &ArcId| {
        let distance = graph.arcs()[*arc].distance;
        let km = distance.map(|(km, _)| km);
        (distance.is_none(), km, anywhere(arc))
    };
    let strong = |arc: &ArcId| (Reverse(reach[arc.index()]), anywhere(arc));
    let fitting = |arc: &ArcId| (Reverse(graph.arcs()[*arc].fit), anywhere(arc));
    let mut order = group.to_vec();
    first(&mut order, each, near, listed);
    first(&mut order, each, strong, listed);
    first(&mut order, each, fitting, listed);
    first(&mut order, each, anywhere, listed);
}

fn first<K: Ord>(order: &mut [ArcId], each: usize, key: impl Fn(&ArcId) -> K, listed: &mut [bool]) {
    let each = each.min(order.len());
    if each == 0 {
        return;
    }
    order.select_nth_unstable_by_key(each - 1, &key);
    for arc in &order[..each] {
        listed[arc.index()] = true;
    }
}
