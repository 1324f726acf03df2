//! Pairs that the plan does not form. There are tens of thousands, so the script reads them only
//! when somebody asks.

use super::pair::{DecisionView, decision_view};
use super::{Figure, Places};
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{CandidateRow, ExclusionReason};
use serde::Serialize;

/// Recipient, distance, fit, capacity, hardship steps, the year that the pair began, rank by fit at
/// the recipient and at the helper.
type CandidateView = (
    usize,
    Option<Figure>,
    Figure,
    Figure,
    i32,
    Option<i32>,
    u32,
    u32,
);

/// Recipient, reasons.
type ExcludedView = (usize, Vec<ReasonView>);

/// Both by helper, in the order of the helpers.
#[derive(Serialize)]
pub(crate) struct Outside {
    candidates: Vec<Vec<CandidateView>>,
    excluded: Vec<Vec<ExcludedView>>,
}

#[derive(Serialize)]
struct ReasonView {
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Figure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<Figure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<DecisionView>,
}

pub(crate) fn outside(dossier: &Dossier) -> Outside {
    let places = Places::of(dossier);
    let mut found = Outside {
        candidates: dossier.helpers.iter().map(|_| Vec::new()).collect(),
        excluded: dossier.helpers.iter().map(|_| Vec::new()).collect(),
    };
    for row in &dossier.candidates {
        let of_helper = places
            .helper(&row.helper)
            .and_then(|place| found.candidates.get_mut(place));
        if let (Some(list), Some(recipient)) = (of_helper, places.recipient(&row.recipient)) {
            list.push(candidate(row, recipient));
        }
    }
    for row in &dossier.excluded {
        let of_helper = places
            .helper(&row.helper)
            .and_then(|place| found.excluded.get_mut(place));
        if let (Some(list), Some(recipient)) = (of_helper, places.recipient(&row.recipient)) {
            list.push((recipient, row.reasons.iter().map(reason).collect()));
        }
    }
    found
}

fn candidate(row: &CandidateRow, recipient: usize) -> CandidateView {
    (
        recipient,
        row.distance_km.map(Figure),
        Figure(row.fit),
        Figure(row.capacity_wan),
        row.hardship_steps,
        row.previous_since,
        row.fit_rank.0,
        row.fit_rank.1,
    )
}

fn reason(reason: &ExclusionReason) -> ReasonView {
    let plain = |rule| ReasonView {
        rule,
        value: None,
        limit: None,
        decision: None,
    };
    let figures = |rule, value: f64, limit: f64| ReasonView {
        value: Some(Figure(value)),
        limit: Some(Figure(limit)),
        ..plain(rule)
    };
    match reason {
        ExclusionReason::Forbidden { decision } => ReasonView {
            decision: Some(decision_view(decision)),
            ..plain("forbidden")
        },
        ExclusionReason::BeyondDistance {
            distance_km,
            limit_km,
        } => figures("beyond_distance", *distance_km, *limit_km),
        ExclusionReason::DistanceUnknown { limit_km } => ReasonView {
            limit: Some(Figure(*limit_km)),
            ..plain("distance_unknown")
        },
        ExclusionReason::NoCommonSector => plain("no_common_sector"),
        ExclusionReason::HardshipGap { gap, limit } => {
            figures("hardship_gap", f64::from(*gap), f64::from(*limit))
        }
        ExclusionReason::SamePlace => plain("same_place"),
        ExclusionReason::MinimumSupportUnreachable {
            reachable_wan,
            required_wan,
        } => figures("minimum_support_unreachable", *reachable_wan, *required_wan),
        ExclusionReason::EffortFloorUnreachable {
            reachable_wan,
            required_wan,
        } => figures("effort_floor_unreachable", *reachable_wan, *required_wan),
        ExclusionReason::RecipientQuotaZero => plain("recipient_quota_zero"),
        ExclusionReason::HelperQuotaZero => plain("helper_quota_zero"),
        ExclusionReason::LoadTooLarge { load, limit } => figures("load_too_large", *load, *limit),
    }
}
