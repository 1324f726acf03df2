//! A pair in a few words.

use super::stability::survival_short;
use crate::number;
use crate::wording::Wording;
use jiedui_domain::Basis;
use jiedui_explain::dossier::{
    DecisionFact, Fact, FactKind, HelpEntry, OtherPair, PairEntry, UnitOfMeasure,
};

/// New, or kept since a year, or locked.
pub(crate) fn status_words(wording: Wording<'_>, pair: &PairEntry) -> String {
    let since = pair.kept_since.map(|since| since.to_string());
    match (since, pair.locked.is_some()) {
        _ if pair.divisible => wording.word("exp-status-divisible"),
        (Some(since), true) => wording.text("exp-status-kept-locked", &[("since", &since)]),
        (Some(since), false) => wording.text("exp-status-kept", &[("since", &since)]),
        (None, true) => wording.word("exp-status-new-locked"),
        (None, false) => wording.word("exp-status-new"),
    }
}

/// A pair in one line.
pub(crate) fn pair_line(wording: Wording<'_>, pair: &PairEntry) -> String {
    let fit = pair
        .fit
        .map_or_else(|| wording.word("rep-unknown"), number::fit);
    let line = wording.text(
        wording.with_amounts("exp-pair-line", "exp-pair-line-bare"),
        &[
            ("helper", &wording.helper(&pair.helper)),
            ("recipient", &wording.recipient(&pair.recipient)),
            ("track", &wording.track(&pair.track)),
            ("status", &status_words(wording, pair)),
            (
                "value",
                &wording.with_unit(pair.value_wan, UnitOfMeasure::Wan),
            ),
            ("distance", &wording.distance(pair.distance_km)),
            ("fit", &fit),
        ],
    );
    match survival_short(wording, &pair.helper, &pair.recipient) {
        Some(shares) => wording.text(
            "exp-pair-line-stability",
            &[("pair", &line), ("shares", &shares)],
        ),
        None => line,
    }
}

/// Help by sector, one after the other.
pub(crate) fn help_words(wording: Wording<'_>, help: &[HelpEntry]) -> String {
    if help.is_empty() {
        return wording.word("exp-help-none");
    }
    let parts: Vec<String> = help
        .iter()
        .map(|help| {
            wording.text(
                "exp-help-of",
                &[
                    ("sector", &wording.sector(&help.sector)),
                    ("amount", &wording.sector_amount(&help.sector, help.amount)),
                ],
            )
        })
        .collect();
    wording.list(&parts)
}

/// What a helper does in the plan.
pub(crate) fn now_words(wording: Wording<'_>, now: &[OtherPair]) -> String {
    if now.is_empty() {
        return wording.word("exp-now-free");
    }
    let parts: Vec<String> = now
        .iter()
        .map(|other| {
            wording.text(
                wording.with_amounts("exp-now-helps", "exp-now-helps-bare"),
                &[
                    ("recipient", &wording.recipient(&other.recipient)),
                    (
                        "value",
                        &wording.with_unit(other.value_wan, UnitOfMeasure::Wan),
                    ),
                ],
            )
        })
        .collect();
    wording.list(&parts)
}

/// A quota: between two numbers, or at least one.
pub(crate) fn quota_words(wording: Wording<'_>, min: u32, max: Option<u32>) -> String {
    if min == 0 && max.is_none() {
        return wording.word("exp-quota-free");
    }
    let min = min.to_string();
    match max {
        Some(max) if max.to_string() == min => wording.text("exp-quota-exactly", &[("n", &min)]),
        Some(max) => wording.text(
            "exp-quota-between",
            &[("min", &min), ("max", &max.to_string())],
        ),
        None => wording.text("exp-quota-at-least", &[("min", &min)]),
    }
}

/// Clauses of the policy document; nothing where there are none.
pub(crate) fn clause_list(wording: Wording<'_>, clauses: &[String]) -> String {
    if clauses.is_empty() {
        return String::new();
    }
    let number =
        |clause: &String| wording.text("exp-clause-number", &[("clause", &wording.own(clause))]);
    let numbers: Vec<String> = clauses.iter().map(number).collect();
    let key = match numbers.len() {
        1 => "exp-clause",
        _ => "exp-clauses",
    };
    wording.text(key, &[("clauses", &wording.list(&numbers))])
}

/// Clauses, led by the document that they are of where the policy names it: for the place of a text that
/// cites it first.
pub(crate) fn clauses_of_document(wording: Wording<'_>, clauses: &[String]) -> String {
    let list = clause_list(wording, clauses);
    match &wording.dossier.run.policy_document {
        Some(document) => {
            let document = wording.title(document);
            wording.text(
                "doc-clauses-of",
                &[("document", &document), ("clauses", &list)],
            )
        }
        None => list,
    }
}

/// Which document is meant where clauses are cited; nothing where none is cited or it is not named.
pub(crate) fn document_meant(wording: Wording<'_>) -> Option<String> {
    let cites = wording
        .dossier
        .tracks
        .iter()
        .any(|one| one.clause.is_some());
    let document = wording.dossier.run.policy_document.as_ref();
    document.filter(|_| cites).map(|document| {
        let document = wording.title(document);
        wording.text("rep-document-meant", &[("document", &document)])
    })
}

/// A decision: why, who, when, on which clause, in which row.
pub(crate) fn decision_words(wording: Wording<'_>, decision: &DecisionFact) -> String {
    let or_dash = |text: &Option<String>| {
        text.as_deref()
            .map_or_else(|| "–".to_owned(), |text| wording.own(text))
    };
    wording.text(
        "exp-decision",
        &[
            ("reason", &wording.own(&decision.reason)),
            ("clause", &or_dash(&decision.clause)),
            ("author", &or_dash(&decision.author)),
            ("date", &or_dash(&decision.date)),
            ("file", &wording.own(&decision.fact.file)),
            ("row", &decision.fact.row.to_string()),
        ],
    )
}

/// What a cell states: its kind, and its sector where it is about one.
pub(crate) fn fact_name(wording: Wording<'_>, fact: &Fact) -> String {
    let kind = wording.word(match fact.kind {
        FactKind::Need => "exp-fact-need",
        FactKind::Supply => "exp-fact-supply",
        FactKind::Budget => "exp-fact-budget",
        FactKind::Revenue => "exp-fact-revenue",
        FactKind::PairFact => "exp-fact-pair",
        FactKind::History => "exp-fact-history",
        FactKind::Decision => "exp-fact-decision",
        FactKind::Quota => "exp-fact-quota",
        FactKind::HelperLimit => "exp-fact-helper-limit",
    });
    match &fact.sector {
        Some(sector) => wording.text(
            "exp-fact-of-sector",
            &[("kind", &kind), ("sector", &wording.sector(sector))],
        ),
        None => kind,
    }
}

/// How good a cell is, in a word.
pub(crate) fn fact_basis(wording: Wording<'_>, fact: &Fact) -> String {
    wording.word(match fact.basis {
        Some(Basis::Published) => "rep-basis-published",
        Some(Basis::Estimated) => "rep-basis-estimated",
        Some(Basis::Illustrative) => "rep-basis-illustrative",
        None => "rep-basis-unstated",
    })
}

/// A cell behind a pair.
pub(crate) fn fact_line(wording: Wording<'_>, fact: &Fact) -> String {
    let basis = fact_basis(wording, fact);
    let what = fact_name(wording, fact);
    let values = [
        ("what", what.as_str()),
        ("file", &wording.own(&fact.file)),
        ("row", &fact.row.to_string()),
        ("basis", &basis),
        (
            "source",
            &wording.own(fact.source.as_deref().unwrap_or_default()),
        ),
    ];
    let key = if fact.source.is_some() {
        "exp-fact-line-source"
    } else {
        "exp-fact-line"
    };
    wording.text(key, &values)
}
