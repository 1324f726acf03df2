//! Why a pair stands where it stands: limits as sentences.

use super::decision_words;
use crate::number;
use crate::wording::Wording;
use jiedui_explain::dossier::{Limit, LimitKind, PairEntry};

/// One limit at a pair.
pub(crate) fn limit_sentence(wording: Wording<'_>, pair: &PairEntry, limit: &Limit) -> String {
    let key = match limit.kind {
        LimitKind::SectorSupply => "exp-limit-sector-supply",
        LimitKind::Budget => "exp-limit-budget",
        LimitKind::NeedMet => "exp-limit-need-met",
        LimitKind::MinimumSupport => "exp-limit-minimum-support",
        LimitKind::EffortFloor => "exp-limit-effort-floor",
        LimitKind::RecipientQuotaMax => "exp-limit-recipient-quota-max",
        LimitKind::RecipientQuotaMin => "exp-limit-recipient-quota-min",
        LimitKind::HelperQuotaMax => "exp-limit-helper-quota-max",
        LimitKind::HelperQuotaMin => "exp-limit-helper-quota-min",
        LimitKind::HelperLoad => "exp-limit-helper-load",
        LimitKind::Distance => "exp-limit-distance",
        LimitKind::Changes => "exp-limit-changes",
        LimitKind::Tenure => "exp-limit-tenure",
        LimitKind::Locked => "exp-limit-locked",
    };
    let figure = |value: Option<f64>| {
        value.map_or_else(
            || wording.word("rep-undefined"),
            |value| wording.with_unit(value, limit.unit),
        )
    };
    let sector = limit
        .sector
        .as_deref()
        .map_or_else(String::new, |sector| wording.sector(sector));
    let decision = pair
        .locked
        .as_ref()
        .map_or_else(String::new, |decision| decision_words(wording, decision));
    wording.text(
        key,
        &[
            ("helper", &wording.helper(&pair.helper)),
            ("recipient", &wording.recipient(&pair.recipient)),
            ("sector", &sector),
            ("used", &figure(limit.used)),
            ("limit", &figure(limit_shown(limit))),
            ("decision", &decision),
        ],
    )
}

/// The figure of a limit as it is told.
pub(crate) fn limit_shown(limit: &Limit) -> Option<f64> {
    match limit.kind {
        LimitKind::Budget => limit.limit.map(number::spendable),
        _ => limit.limit,
    }
}
