//! The best few other candidates of a track for the recipient of a pair.
//!
//! The order is simple and stated: fit, then distance, then code. It is an order of candidates, not
//! of plans: whether the plan would be better with one of them is known only after solving again.

use crate::dossier::{Alternative, OtherPair};
use crate::evidence::{Evidence, count, wan};
use jiedui_domain::{Id, Km, Quantity};
use jiedui_graph::ArcId;
use std::cmp::Reverse;

/// How many are listed; last year's helper comes on top of these.
const LISTED: usize = 3;

/// The alternatives to the pair at this place of the plan.
pub(crate) fn alternatives_to(evidence: &Evidence<'_>, index: usize) -> Vec<Alternative> {
    let pair = evidence.pair(index);
    let track = evidence.track_of(pair);
    let arcs = evidence.graph.arcs();
    let mut others: Vec<ArcId> = evidence
        .graph
        .arcs_of_recipient(pair.recipient)
        .iter()
        .copied()
        .filter(|arc| {
            let other = &arcs[*arc];
            other.track == track && evidence.plan.pair(other.helper, other.recipient).is_none()
        })
        .collect();
    others.sort_by_key(|arc| {
        let other = &arcs[*arc];
        // An unknown distance comes after every known one.
        let distance = other
            .distance
            .map_or(Km::from_scaled(i64::MAX), |(km, _)| km);
        (Reverse(other.fit), distance, other.helper.index())
    });
    others
        .iter()
        .enumerate()
        .filter(|(position, arc)| *position < LISTED || arcs[**arc].previous_since.is_some())
        .map(|(position, arc)| alternative(evidence, *arc, position))
        .collect()
}

fn alternative(evidence: &Evidence<'_>, arc: ArcId, position: usize) -> Alternative {
    let case = evidence.case;
    let candidate = &evidence.graph.arcs()[arc];
    let now = &evidence.pairs_of_helper[candidate.helper];
    let quota = case.helper_quota(candidate.helper);
    Alternative {
        helper: case.helpers[candidate.helper].code.clone(),
        position: u32::try_from(position + 1).unwrap_or(u32::MAX),
        distance_km: candidate.distance.map(|(km, _)| km.to_f64()),
        fit: candidate.fit.to_f64(),
        capacity_wan: wan(evidence.ranks[arc].capacity),
        hardship_steps: candidate.hardship_steps,
        previous_since: candidate.previous_since,
        now: now
            .iter()
            .map(|index| OtherPair {
                recipient: case
                    .recipient_code(evidence.pair(*index).recipient)
                    .to_owned(),
                value_wan: wan(evidence.value[*index]),
            })
            .collect(),
        at_quota: !case.policy.tracks[candidate.track].divisible
            && quota.max.is_some_and(|max| count(now.iter()) >= max),
    }
}
