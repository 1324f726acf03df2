//! Why a pair, in one paragraph. Only what the data and the plan show is said.

use super::basis::parts;
use crate::number;
use crate::phrase::{
    clause_list, decision_words, help_words, limit_sentence, now_words, status_words,
};
use crate::wording::Wording;
use jiedui_explain::dossier::{
    Criterion, CriterionKind, DistanceOrigin, FitOrigin, LimitKind, LimitState, PairEntry,
    UnitOfMeasure,
};

/// Other helpers that are named.
const NAMED: usize = 2;

/// The sentences of the paragraph.
pub(super) fn reason(wording: Wording<'_>, pair: &PairEntry) -> Vec<String> {
    let mut sentences = vec![help(wording, pair)];
    sentences.push(distance(wording, pair));
    sentences.push(fit(wording, pair));
    if let Some(decision) = &pair.locked {
        let decision = decision_words(wording, decision);
        sentences.push(wording.text("doc-reason-locked", &[("decision", &decision)]));
    }
    sentences.extend(limits(wording, pair));
    sentences.extend(others(wording, pair));
    if !pair.clauses.is_empty() {
        let clauses = clause_list(wording, &pair.clauses);
        sentences.push(wording.text("doc-reason-clauses", &[("clauses", &clauses)]));
    }
    sentences.extend(parts(wording, &pair.value_by_basis));
    sentences
}

fn criterion(pair: &PairEntry, kind: CriterionKind) -> Option<&Criterion> {
    pair.criteria.iter().find(|entry| entry.criterion == kind)
}

/// The share of the recipient's need that the pair meets.
pub(super) fn share_of_need(pair: &PairEntry) -> Option<f64> {
    criterion(pair, CriterionKind::CoverageAdded).and_then(|entry| entry.value)
}

fn help(wording: Wording<'_>, pair: &PairEntry) -> String {
    let share = share_of_need(pair);
    let key = if share.is_some() {
        "doc-reason-help"
    } else {
        "doc-reason-help-only"
    };
    wording.text(
        key,
        &[
            ("helper", &wording.helper(&pair.helper)),
            ("track", &wording.track(&pair.track)),
            ("status", &status_words(wording, pair)),
            ("help", &help_words(wording, &pair.help)),
            (
                "value",
                &wording.with_unit(pair.value_wan, UnitOfMeasure::Wan),
            ),
            ("share", &number::percent(share.unwrap_or_default())),
        ],
    )
}

fn distance(wording: Wording<'_>, pair: &PairEntry) -> String {
    let origin = match pair.distance_origin {
        Some(DistanceOrigin::Given) => "exp-distance-given",
        Some(DistanceOrigin::Roads) => "exp-distance-roads",
        Some(DistanceOrigin::GreatCircle) => "exp-distance-great-circle",
        None => return wording.word("doc-reason-distance-unknown"),
    };
    let values = [
        ("distance", wording.distance(pair.distance_km)),
        ("origin", wording.word(origin)),
    ];
    ranked(
        wording,
        pair,
        CriterionKind::Distance,
        "doc-reason-distance",
        values,
    )
}

fn fit(wording: Wording<'_>, pair: &PairEntry) -> String {
    let origin = match pair.fit_origin {
        Some(FitOrigin::Given) => "exp-fit-given",
        Some(FitOrigin::SupplyNeed) => "exp-fit-supply-need",
        Some(FitOrigin::Industry) => "exp-fit-industry",
        None => return wording.word("doc-reason-fit-unknown"),
    };
    let values = [
        ("fit", number::fit(pair.fit.unwrap_or_default())),
        ("origin", wording.word(origin)),
    ];
    ranked(wording, pair, CriterionKind::Fit, "doc-reason-fit", values)
}

/// A sentence with the rank at the recipient, or without it where there is none.
fn ranked(
    wording: Wording<'_>,
    pair: &PairEntry,
    kind: CriterionKind,
    key: &str,
    [first, second]: [(&str, String); 2],
) -> String {
    let ranking = criterion(pair, kind).and_then(|entry| entry.at_recipient);
    let Some(ranking) = ranking else {
        return wording.text(
            &format!("{key}-plain"),
            &[(first.0, &first.1), (second.0, &second.1)],
        );
    };
    wording.text(
        key,
        &[
            (first.0, &first.1),
            (second.0, &second.1),
            ("rank", &ranking.rank.to_string()),
            ("of", &ranking.of.to_string()),
        ],
    )
}

/// What is used up. A decision is a sentence of its own; where a recipient has both as many helpers
/// as it must and as many as it may, that is said once.
fn limits(wording: Wording<'_>, pair: &PairEntry) -> Option<String> {
    let binds = |kind: LimitKind| {
        let mut limits = pair.limits.iter();
        limits.any(|limit| limit.kind == kind && limit.state == LimitState::Binding)
    };
    let full = binds(LimitKind::RecipientQuotaMax);
    let limits: Vec<String> = pair
        .limits
        .iter()
        .filter(|limit| limit.state == LimitState::Binding)
        .filter(|limit| match limit.kind {
            LimitKind::Locked => false,
            LimitKind::RecipientQuotaMin => !full,
            _ => true,
        })
        .map(|limit| limit_sentence(wording, pair, limit))
        .collect();
    if limits.is_empty() {
        return None;
    }
    let limits = limits.join(&wording.word("exp-reason-separator"));
    Some(wording.text("doc-reason-limits", &[("limits", &limits)]))
}

fn others(wording: Wording<'_>, pair: &PairEntry) -> Option<String> {
    let others: Vec<String> = pair
        .alternatives
        .iter()
        .take(NAMED)
        .map(|other| {
            wording.text(
                "doc-reason-other",
                &[
                    ("helper", &wording.helper(&other.helper)),
                    ("fit", &number::fit(other.fit)),
                    ("now", &now_words(wording, &other.now)),
                ],
            )
        })
        .collect();
    if others.is_empty() {
        return None;
    }
    let others = others.join(&wording.word("exp-reason-separator"));
    Some(wording.text("doc-reason-others", &[("list", &others)]))
}
