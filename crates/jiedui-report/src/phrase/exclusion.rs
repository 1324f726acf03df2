//! Why a pair may not be formed, as sentences.

use super::decision_words;
use crate::wording::{Wording, figure};
use jiedui_explain::dossier::{ExclusionReason, UnitOfMeasure};
use jiedui_messages::{Lang, catalogue};

/// The word for a reason in message keys.
pub(crate) fn exclusion_key(reason: &ExclusionReason) -> &'static str {
    match reason {
        ExclusionReason::Forbidden { .. } => "forbidden",
        ExclusionReason::BeyondDistance { .. } => "beyond-distance",
        ExclusionReason::DistanceUnknown { .. } => "distance-unknown",
        ExclusionReason::NoCommonSector => "no-common-sector",
        ExclusionReason::HardshipGap { .. } => "hardship-gap",
        ExclusionReason::SamePlace => "same-place",
        ExclusionReason::MinimumSupportUnreachable { .. } => "minimum-support",
        ExclusionReason::EffortFloorUnreachable { .. } => "effort-floor",
        ExclusionReason::RecipientQuotaZero => "recipient-quota-zero",
        ExclusionReason::HelperQuotaZero => "helper-quota-zero",
        ExclusionReason::LoadTooLarge { .. } => "load-too-large",
    }
}

/// The name of a reason, to count by.
pub(crate) fn exclusion_name(wording: Wording<'_>, reason: &ExclusionReason) -> String {
    wording.word(&format!("exp-excluded-name-{}", exclusion_key(reason)))
}

/// How many pairs each reason excludes, the most first; a pair counts once for each of its reasons.
pub(crate) fn count_exclusions(wording: Wording<'_>) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for reason in wording.dossier.excluded.iter().flat_map(|row| &row.reasons) {
        let name = exclusion_name(wording, reason);
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counts.push((name, 1)),
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts
}

/// A reason with its figures.
pub(crate) fn exclusion_sentence(wording: Wording<'_>, reason: &ExclusionReason) -> String {
    match reason {
        ExclusionReason::Forbidden { decision } => wording.text(
            "exp-excluded-forbidden",
            &[("decision", &decision_words(wording, decision))],
        ),
        _ => rule_sentence(wording.lang, reason),
    }
}

/// A reason that is no decision, with its figures.
pub(crate) fn rule_sentence(lang: Lang, reason: &ExclusionReason) -> String {
    let figures = |value: f64, limit: f64, unit| {
        [
            ("value", figure(lang, value, unit)),
            ("limit", figure(lang, limit, unit)),
        ]
    };
    let values = match reason {
        ExclusionReason::BeyondDistance {
            distance_km,
            limit_km,
        } => figures(*distance_km, *limit_km, UnitOfMeasure::Km).to_vec(),
        ExclusionReason::DistanceUnknown { limit_km } => {
            vec![("limit", figure(lang, *limit_km, UnitOfMeasure::Km))]
        }
        ExclusionReason::HardshipGap { gap, limit } => {
            figures(f64::from(*gap), f64::from(*limit), UnitOfMeasure::Steps).to_vec()
        }
        ExclusionReason::MinimumSupportUnreachable {
            reachable_wan,
            required_wan,
        }
        | ExclusionReason::EffortFloorUnreachable {
            reachable_wan,
            required_wan,
        } => figures(*reachable_wan, *required_wan, UnitOfMeasure::Wan).to_vec(),
        ExclusionReason::LoadTooLarge { load, limit } => {
            figures(*load, *limit, UnitOfMeasure::Load).to_vec()
        }
        ExclusionReason::Forbidden { .. }
        | ExclusionReason::NoCommonSector
        | ExclusionReason::SamePlace
        | ExclusionReason::RecipientQuotaZero
        | ExclusionReason::HelperQuotaZero => Vec::new(),
    };
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    catalogue(lang).text(&format!("exp-excluded-{}", exclusion_key(reason)), &values)
}
