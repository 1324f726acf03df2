//! Why a pair, in one paragraph. Only what the data and the plan show is said.

use super::basis::parts;
use crate::number;
use crate::phrase::{
    clause_list, decision_words, help_words, limit_sentence, loss_words, now_words, place_words,
    status_words,
};
use crate::wording::Wording;
use jiedui_explain::dossier::{
    Criterion, CriterionKind, DistanceOrigin, FitOrigin, LimitKind, LimitState, PairEntry,
    UnitOfMeasure,
};
use std::collections::BTreeMap;

/// Other helpers that are named.
const NAMED: usize = 2;

/// Where distances and fits mostly come from: said once, then only of pairs that differ. Nothing where a
/// paragraph stands alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Usual {
    distance: Option<DistanceOrigin>,
    fit: Option<FitOrigin>,
}

impl Usual {
    pub fn of(pairs: &[PairEntry]) -> Self {
        let most = |counts: BTreeMap<usize, usize>| {
            let most = counts.into_iter().max_by_key(|(_, count)| *count);
            most.map(|(place, _)| place)
        };
        let count = |place: &dyn Fn(&PairEntry) -> Option<usize>| {
            let mut counts = BTreeMap::new();
            for place in pairs.iter().filter_map(place) {
                *counts.entry(place).or_insert(0) += 1;
            }
            most(counts)
        };
        let distance = count(&|pair| {
            let origin = pair.distance_origin?;
            DISTANCES.iter().position(|(known, _)| *known == origin)
        });
        let fit = count(&|pair| {
            let origin = pair.fit_origin?;
            FITS.iter().position(|(known, _)| *known == origin)
        });
        Self {
            distance: distance
                .and_then(|place| DISTANCES.get(place))
                .map(|(origin, _)| *origin),
            fit: fit
                .and_then(|place| FITS.get(place))
                .map(|(origin, _)| *origin),
        }
    }

    /// The sentence that says so; `None` where one of the two is not known of any pair.
    pub fn sentence(self, wording: Wording<'_>) -> Option<String> {
        let distance = wording.word(distance_key(self.distance?));
        let fit = wording.word(fit_key(self.fit?));
        let values = [("distance", distance.as_str()), ("fit", fit.as_str())];
        Some(wording.text("doc-reasons-origins", &values))
    }
}

const DISTANCES: [(DistanceOrigin, &str); 3] = [
    (DistanceOrigin::Given, "exp-distance-given"),
    (DistanceOrigin::Roads, "exp-distance-roads"),
    (DistanceOrigin::GreatCircle, "exp-distance-great-circle"),
];
const FITS: [(FitOrigin, &str); 3] = [
    (FitOrigin::Given, "exp-fit-given"),
    (FitOrigin::SupplyNeed, "exp-fit-supply-need"),
    (FitOrigin::Industry, "exp-fit-industry"),
];

fn distance_key(origin: DistanceOrigin) -> &'static str {
    let known = DISTANCES.iter().find(|(known, _)| *known == origin);
    known.map_or("exp-distance-unknown", |(_, key)| key)
}

fn fit_key(origin: FitOrigin) -> &'static str {
    let known = FITS.iter().find(|(known, _)| *known == origin);
    known.map_or("exp-fit-unknown", |(_, key)| key)
}

/// The sentences of the paragraph.
pub(super) fn reason(wording: Wording<'_>, pair: &PairEntry, usual: Usual) -> Vec<String> {
    let mut sentences = vec![help(wording, pair)];
    sentences.push(distance(wording, pair, usual));
    sentences.push(fit(wording, pair, usual));
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
    let key = match share {
        _ if pair.help.is_empty() => {
            wording.with_amounts("doc-reason-no-help", "doc-reason-help-bare")
        }
        Some(_) => "doc-reason-help",
        None => "doc-reason-help-only",
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

fn distance(wording: Wording<'_>, pair: &PairEntry, usual: Usual) -> String {
    let Some(origin) = pair.distance_origin else {
        return wording.word("doc-reason-distance-unknown");
    };
    let values = [
        ("distance", wording.distance(pair.distance_km)),
        ("origin", wording.word(distance_key(origin))),
    ];
    let kind = CriterionKind::Distance;
    let is_usual = usual.distance == Some(origin);
    ranked(
        wording,
        pair,
        kind,
        ("doc-reason-distance", is_usual),
        values,
    )
}

fn fit(wording: Wording<'_>, pair: &PairEntry, usual: Usual) -> String {
    let Some(origin) = pair.fit_origin else {
        return wording.word("doc-reason-fit-unknown");
    };
    let values = [
        ("fit", number::fit(pair.fit.unwrap_or_default())),
        ("origin", wording.word(fit_key(origin))),
    ];
    let is_usual = usual.fit == Some(origin);
    let kind = CriterionKind::Fit;
    ranked(wording, pair, kind, ("doc-reason-fit", is_usual), values)
}

/// A sentence with the rank at the recipient, or without it where there is none.
fn ranked(
    wording: Wording<'_>,
    pair: &PairEntry,
    kind: CriterionKind,
    (key, is_usual): (&str, bool),
    [first, second]: [(&str, String); 2],
) -> String {
    let ranking = criterion(pair, kind).and_then(|entry| entry.at_recipient);
    let Some(ranking) = ranking else {
        return wording.text(
            &format!("{key}-plain"),
            &[(first.0, &first.1), (second.0, &second.1)],
        );
    };
    let usual = format!("{key}-usual");
    // A helper whose distance nothing tells has no rank by distance, but one by fit.
    let all = criterion(pair, CriterionKind::Fit).and_then(|entry| entry.at_recipient);
    let known = match all {
        Some(all) if ranking.of < all.of => "some",
        _ => "all",
    };
    wording.text(
        if is_usual { &usual } else { key },
        &[
            (first.0, &first.1),
            (second.0, &second.1),
            ("place", &place_words(wording, ranking)),
            ("of", &ranking.of.to_string()),
            ("known", known),
        ],
    )
}

/// What is used up, sector by sector taken together. A decision is a sentence of its own; where a
/// recipient has both as many helpers as it must and as many as it may, that is said once.
fn limits(wording: Wording<'_>, pair: &PairEntry) -> Vec<String> {
    let binds = |kind: LimitKind| {
        let mut limits = pair.limits.iter();
        limits.any(|limit| limit.kind == kind && limit.state == LimitState::Binding)
    };
    let sectors = |kind: LimitKind| {
        let limits = pair.limits.iter();
        let named: Vec<String> = limits
            .filter(|limit| limit.kind == kind && limit.state == LimitState::Binding)
            .filter_map(|limit| limit.sector.as_deref())
            .map(|sector| wording.sector(sector))
            .collect();
        (!named.is_empty()).then(|| wording.list(&named))
    };
    let (helper, recipient) = (
        wording.helper(&pair.helper),
        wording.recipient(&pair.recipient),
    );
    let mut sentences = Vec::new();
    let supplies = sectors(LimitKind::SectorSupply);
    let key = match (&supplies, binds(LimitKind::Budget)) {
        (Some(_), true) => Some("doc-limit-supply-and-budget"),
        (Some(_), false) => Some("doc-limit-supply"),
        (None, true) => Some("doc-limit-budget"),
        (None, false) => None,
    };
    if let Some(key) = key {
        let list = supplies.unwrap_or_default();
        sentences.push(wording.text(key, &[("helper", &helper), ("list", &list)]));
    }
    if let Some(list) = sectors(LimitKind::NeedMet) {
        let values = [("recipient", recipient.as_str()), ("list", list.as_str())];
        sentences.push(wording.text("doc-limit-need", &values));
    }
    let full = binds(LimitKind::RecipientQuotaMax);
    let both = full && binds(LimitKind::HelperQuotaMax);
    if both {
        sentences.push(wording.word("doc-limit-both-full"));
    }
    let others = pair.limits.iter().filter(|limit| {
        limit.state == LimitState::Binding
            && match limit.kind {
                LimitKind::Locked
                | LimitKind::SectorSupply
                | LimitKind::Budget
                | LimitKind::NeedMet => false,
                LimitKind::RecipientQuotaMin => !full,
                LimitKind::RecipientQuotaMax | LimitKind::HelperQuotaMax => !both,
                _ => true,
            }
    });
    sentences.extend(others.map(|limit| limit_sentence(wording, pair, limit)));
    if sentences.is_empty() {
        return sentences;
    }
    let limits = sentences.join(&wording.word("exp-reason-separator"));
    vec![wording.text("doc-reason-limits", &[("limits", &limits)])]
}

fn others(wording: Wording<'_>, pair: &PairEntry) -> Option<String> {
    let others: Vec<String> = wording
        .dossier
        .open_alternatives(pair)
        .take(NAMED)
        .map(|other| {
            let regrets = wording.dossier.regrets.as_ref();
            let priced = regrets.and_then(|found| found.pair(&other.helper, &pair.recipient));
            let key = if priced.is_some() {
                "doc-reason-other-priced"
            } else {
                "doc-reason-other"
            };
            let cost = priced.map_or_else(String::new, |found| loss_words(wording, found));
            wording.text(
                key,
                &[
                    ("helper", &wording.helper(&other.helper)),
                    ("fit", &number::fit(other.fit)),
                    ("now", &now_words(wording, &other.now)),
                    ("cost", &cost),
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
