//! Pairs that the plan does not form: why they may not be, or how they compare.

use crate::dossier::{CandidateRow, ExcludedRow, ExclusionReason};
use crate::evidence::{Evidence, wan};
use crate::provenance::decision_fact;
use jiedui_domain::{Case, Quantity};
use jiedui_graph::{Candidate, CandidateGraph, Exclusion};

/// Every excluded pair with all its reasons and their figures.
pub(crate) fn excluded_rows(evidence: &Evidence<'_>) -> Vec<ExcludedRow> {
    let case = evidence.case;
    let rows = evidence.graph.excluded().iter();
    rows.map(|pair| ExcludedRow {
        helper: case.helpers[pair.helper].code.clone(),
        recipient: case.recipient_code(pair.recipient).to_owned(),
        reasons: exclusion_reasons(case, &pair.reasons),
    })
    .collect()
}

/// The reasons that exclude a pair, with their figures and decisions.
pub fn exclusion_reasons(case: &Case, reasons: &[Exclusion]) -> Vec<ExclusionReason> {
    let rows = reasons.iter();
    rows.filter_map(|reason| reason_row(case, reason)).collect()
}

fn reason_row(case: &Case, reason: &Exclusion) -> Option<ExclusionReason> {
    Some(match reason {
        Exclusion::Forbidden { decision } => ExclusionReason::Forbidden {
            decision: decision_fact(case.decisions.get(*decision)?),
        },
        Exclusion::BeyondDistance { distance, limit } => ExclusionReason::BeyondDistance {
            distance_km: distance.to_f64(),
            limit_km: limit.to_f64(),
        },
        Exclusion::DistanceUnknown { limit } => ExclusionReason::DistanceUnknown {
            limit_km: limit.to_f64(),
        },
        Exclusion::NoCommonSector => ExclusionReason::NoCommonSector,
        Exclusion::HardshipGap { gap, limit } => ExclusionReason::HardshipGap {
            gap: *gap,
            limit: *limit,
        },
        Exclusion::SamePlace => ExclusionReason::SamePlace,
        Exclusion::MinimumSupportUnreachable {
            reachable,
            required,
        } => ExclusionReason::MinimumSupportUnreachable {
            reachable_wan: reachable.to_f64(),
            required_wan: required.to_f64(),
        },
        Exclusion::EffortFloorUnreachable {
            reachable,
            required,
        } => ExclusionReason::EffortFloorUnreachable {
            reachable_wan: reachable.to_f64(),
            required_wan: required.to_f64(),
        },
        Exclusion::RecipientQuotaZero => ExclusionReason::RecipientQuotaZero,
        Exclusion::HelperQuotaZero => ExclusionReason::HelperQuotaZero,
        Exclusion::LoadTooLarge { load, limit } => ExclusionReason::LoadTooLarge {
            load: load.to_f64(),
            limit: limit.to_f64(),
        },
    })
}

/// Every candidate that the plan does not form, with its figures and ranks; those listed only, where not all
/// are.
pub(crate) fn candidate_rows(
    evidence: &Evidence<'_>,
    listed: Option<&CandidateGraph>,
) -> Vec<CandidateRow> {
    let case = evidence.case;
    let arcs = evidence.graph.arcs().iter();
    let is_listed = |arc: &Candidate| {
        listed.is_none_or(|listed| listed.arc(arc.helper, arc.recipient).is_some())
    };
    arcs.filter(|(_, arc)| is_listed(arc))
        .filter(|(_, arc)| evidence.plan.pair(arc.helper, arc.recipient).is_none())
        .map(|(id, arc)| {
            let ranks = &evidence.ranks[id];
            let both = |sides: crate::rank::BothSides| Some((sides.0?.rank, sides.1?.rank));
            CandidateRow {
                helper: case.helpers[arc.helper].code.clone(),
                recipient: case.recipient_code(arc.recipient).to_owned(),
                distance_km: arc.distance.map(|(km, _)| km.to_f64()),
                fit: arc.fit.to_f64(),
                capacity_wan: wan(ranks.capacity),
                hardship_steps: arc.hardship_steps,
                previous_since: arc.previous_since,
                fit_rank: both(ranks.by_fit).unwrap_or((0, 0)),
                distance_rank: both(ranks.by_distance),
            }
        })
        .collect()
}
