//! How good the data behind a sum are, in one sentence or one word.

use crate::number;
use crate::phrase::fact_basis;
use crate::wording::Wording;
use jiedui_domain::Basis;
use jiedui_explain::dossier::{Fact, FactKind, PairEntry, ValueByBasis};

/// The sentence of a key, with the share of each kind of data; nothing where there is no value.
pub(super) fn shares(wording: Wording<'_>, key: &str, by_basis: &ValueByBasis) -> Option<String> {
    by_basis.share_not_published()?;
    let share = |value: f64| number::percent(value / by_basis.total());
    Some(wording.text(
        key,
        &[
            ("published", &share(by_basis.published)),
            ("estimated", &share(by_basis.estimated)),
            ("illustrative", &share(by_basis.illustrative)),
            ("unstated", &share(by_basis.unstated)),
        ],
    ))
}

/// The kinds of data that there are behind a value, each with its share.
pub(super) fn parts(wording: Wording<'_>, by_basis: &ValueByBasis) -> Option<String> {
    by_basis.share_not_published()?;
    let parts: Vec<String> = [
        ("rep-basis-published", by_basis.published),
        ("rep-basis-estimated", by_basis.estimated),
        ("rep-basis-illustrative", by_basis.illustrative),
        ("rep-basis-unstated", by_basis.unstated),
    ]
    .into_iter()
    .filter(|(_, value)| *value > 0.0)
    .map(|(key, value)| {
        let share = number::percent(value / by_basis.total());
        wording.text(
            "doc-basis-part",
            &[("basis", &wording.word(key)), ("share", &share)],
        )
    })
    .collect();
    Some(wording.text("doc-reason-basis", &[("list", &wording.list(&parts))]))
}

/// How weak a kind of data is; the weakest first.
fn weakness(basis: Option<Basis>) -> u8 {
    match basis {
        Some(Basis::Illustrative) => 0,
        Some(Basis::Estimated) => 1,
        None => 2,
        Some(Basis::Published) => 3,
    }
}

/// The weakest of the data behind a pair's help in a sector: its need, its supply, the budget.
pub(super) fn of_sector(wording: Wording<'_>, pair: &PairEntry, sector: &str) -> String {
    let behind = |fact: &&Fact| match fact.kind {
        FactKind::Need | FactKind::Supply => fact.sector.as_deref() == Some(sector),
        FactKind::Budget | FactKind::Revenue => true,
        _ => false,
    };
    pair.facts
        .iter()
        .filter(behind)
        .min_by_key(|fact| weakness(fact.basis))
        .map_or_else(
            || wording.word("doc-dash"),
            |fact| fact_basis(wording, fact),
        )
}
