//! Pairs that the plan does not form. There are tens of thousands, so the script reads them only
//! when somebody asks.

use super::pair::{DecisionView, decision_view};
use super::{Figure, Places};
use crate::number;
use crate::phrase::{DemandedBy, Loss, Size, demanded_by, loss};
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{CandidateRow, ExclusionReason, FitTies, PairRegret};
use serde::Serialize;
use std::collections::BTreeSet;

/// Recipient, distance, fit, capacity, hardship steps, the year that the pair began, rank by fit at
/// the recipient and at the helper, how many share them.
type CandidateView = (
    usize,
    Option<Figure>,
    Figure,
    Figure,
    i32,
    Option<i32>,
    u32,
    u32,
    (u32, u32),
);

/// Reasons, and the recipients to which the same reasons apply: most rules exclude a helper everywhere.
type ExcludedView = (Vec<ReasonView>, Vec<usize>);

/// More candidates are not put into the page: at some tens of thousands a browser takes its time.
const MOST_CANDIDATES: usize = 40_000;

/// Both by helper, in the order of the helpers.
#[derive(Serialize)]
pub(crate) struct Outside {
    candidates: Vec<Vec<CandidateView>>,
    /// How many there are, in the page or not.
    count: usize,
    /// Where not all are in the page: those up to this rank by fit at the recipient are.
    #[serde(rename = "upTo")]
    up_to: Option<u32>,
    /// Whether plans were sought among some of the candidates only: the dossier knows no others.
    listed: bool,
    excluded: Vec<Vec<ExcludedView>>,
    /// What forming a candidate would cost, or doing without a pair of the plan.
    regrets: Vec<Vec<RegretView>>,
    /// Keys of texts with units, named by their place.
    units: Vec<&'static str>,
}

/// A size: tier, number, unit.
type SizeView = (usize, String, Option<usize>);

/// Recipient, kind, at least, at most, moves: helper, from, to.
type RegretView = (
    usize,
    &'static str,
    Option<SizeView>,
    Option<SizeView>,
    Vec<(usize, Option<usize>, Option<usize>)>,
);

#[derive(PartialEq, Serialize)]
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
    let up_to = last_rank(dossier, MOST_CANDIDATES);
    let is_kept = |row: &CandidateRow| {
        row.previous_since.is_some() || up_to.is_none_or(|last| row.fit_rank.0 <= last)
    };
    let mut found = Outside {
        candidates: dossier.helpers.iter().map(|_| Vec::new()).collect(),
        count: dossier.unchosen(),
        up_to,
        listed: dossier.run.shortlist.is_some(),
        excluded: dossier.helpers.iter().map(|_| Vec::new()).collect(),
        regrets: dossier.helpers.iter().map(|_| Vec::new()).collect(),
        units: Vec::new(),
    };
    let ties = FitTies::of(dossier);
    for row in dossier.candidates.iter().filter(|row| is_kept(row)) {
        let of_helper = places
            .helper(&row.helper)
            .and_then(|place| found.candidates.get_mut(place));
        if let (Some(list), Some(recipient)) = (of_helper, places.recipient(&row.recipient)) {
            let tied = ties.as_ref().map_or((1, 1), |ties| ties.tied(row));
            list.push(candidate(row, recipient, tied));
        }
    }
    for row in &dossier.excluded {
        let of_helper = places
            .helper(&row.helper)
            .and_then(|place| found.excluded.get_mut(place));
        if let (Some(list), Some(recipient)) = (of_helper, places.recipient(&row.recipient)) {
            let reasons: Vec<ReasonView> = row.reasons.iter().map(reason).collect();
            match list.iter_mut().find(|(known, _)| *known == reasons) {
                Some((_, recipients)) => recipients.push(recipient),
                None => list.push((reasons, vec![recipient])),
            }
        }
    }
    let kept: BTreeSet<(&str, &str)> = dossier
        .candidates
        .iter()
        .filter(|row| is_kept(row))
        .map(|row| (row.helper.as_str(), row.recipient.as_str()))
        .collect();
    let regrets = dossier.regrets.iter().flat_map(|regrets| &regrets.pairs);
    for row in regrets.filter(|row| row.formed || kept.contains(&(&row.helper, &row.recipient))) {
        if let (Some(helper), Some(recipient)) =
            (places.helper(&row.helper), places.recipient(&row.recipient))
        {
            let view = regret(dossier, row, recipient, &places, &mut found.units);
            if let Some(list) = found.regrets.get_mut(helper) {
                list.push(view);
            }
        }
    }
    found
}

/// The last rank by fit with which no more than `most` candidates are kept; `None` where all are.
fn last_rank(dossier: &Dossier, most: usize) -> Option<u32> {
    if dossier.candidates.len() <= most {
        return None;
    }
    let mut ranks: Vec<u32> = dossier
        .candidates
        .iter()
        .map(|row| row.fit_rank.0)
        .collect();
    ranks.sort_unstable();
    // Ranks are shared: the one at the edge may hold more than there is room for.
    let edge = ranks.get(most).copied().unwrap_or(u32::MAX);
    Some(edge.saturating_sub(1))
}

fn regret(
    dossier: &Dossier,
    row: &PairRegret,
    recipient: usize,
    places: &Places<'_>,
    units: &mut Vec<&'static str>,
) -> RegretView {
    let mut size = |size: Size| {
        let unit = size.unit.map(|unit| {
            let known = units.iter().position(|known| *known == unit);
            known.unwrap_or_else(|| {
                units.push(unit);
                units.len() - 1
            })
        });
        (size.tier, size.number, unit)
    };
    let (kind, least, most) = match loss(dossier, row) {
        Loss::Impossible if row.formed => ("indispensable", None, None),
        Loss::Impossible => ("impossible", None, None),
        Loss::Demanded => match demanded_by(dossier, row) {
            DemandedBy::Decision => ("demanded_locked", None, None),
            DemandedBy::Tenure => ("demanded_tenure", None, None),
            DemandedBy::Either => ("demanded", None, None),
        },
        Loss::None => ("none", None, None),
        Loss::Better(gain) => ("better", None, Some(size(gain))),
        Loss::Unknown => ("unknown", None, None),
        Loss::Exact(most) => ("exact", None, Some(size(most))),
        Loss::AtMost(most) => ("at_most", None, Some(size(most))),
        Loss::Unsettled(most) => ("unsettled", None, Some(size(most))),
        Loss::AtLeast(least) => ("at_least", Some(size(least)), None),
        Loss::Between(least, most) => ("between", Some(size(least)), Some(size(most))),
        Loss::Apart(least, most) => ("apart", Some(size(least)), Some(size(most))),
    };
    let place = |code: &Option<String>| code.as_deref().and_then(|code| places.recipient(code));
    let moves = row.moves.iter().filter_map(|one| {
        Some((
            places.helper(&one.helper)?,
            place(&one.from),
            place(&one.to),
        ))
    });
    (recipient, kind, least, most, moves.collect())
}

fn candidate(row: &CandidateRow, recipient: usize, tied: (u32, u32)) -> CandidateView {
    (
        recipient,
        row.distance_km.map(Figure),
        Figure(row.fit),
        Figure(number::spendable(row.capacity_wan)),
        row.hardship_steps,
        row.previous_since,
        row.fit_rank.0,
        row.fit_rank.1,
        tied,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::small;

    #[test]
    fn of_too_many_candidates_the_best_by_fit_are_kept() {
        let mut dossier = small();
        let model = dossier.candidates[0].clone();
        dossier.candidates = (1..=10)
            .map(|rank| CandidateRow {
                previous_since: None,
                fit_rank: (rank, 1),
                ..model.clone()
            })
            .collect();
        assert_eq!(last_rank(&dossier, 10), None);
        assert_eq!(last_rank(&dossier, 4), Some(4));
        // Of those who share the last rank all are kept or none.
        for row in &mut dossier.candidates[3..6] {
            row.fit_rank.0 = 4;
        }
        assert_eq!(last_rank(&dossier, 4), Some(3));
        assert_eq!(last_rank(&dossier, 6), Some(6));
    }

    #[test]
    fn recipients_with_the_same_reasons_stand_together() {
        let found = outside(&small());
        let rows: usize = found
            .excluded
            .iter()
            .flatten()
            .map(|(_, recipients)| recipients.len())
            .sum();
        assert_eq!(rows, small().excluded.len());
        for groups in &found.excluded {
            for (place, (reasons, _)) in groups.iter().enumerate() {
                assert!(groups[..place].iter().all(|(other, _)| other != reasons));
            }
        }
    }
}
