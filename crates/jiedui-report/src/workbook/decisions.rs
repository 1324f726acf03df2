//! Decisions by people, and last year's pairs that end.

use super::column::{Column, Kind};
use super::pairs::in_order;
use super::table::Table;
use crate::decisions::price_of;
use crate::document::why_ended;
use crate::wording::Wording;
use jiedui_explain::decisions::DecisionPrices;
use jiedui_explain::dossier::{DecisionFact, EndedPair, ExclusionReason};

/// Where the price stands: behind who and whom, before the reason.
const PRICE_COLUMN: usize = 4;

/// A decision about a pair.
pub(super) struct Decided<'a> {
    locks: bool,
    helper: &'a str,
    recipient: &'a str,
    decision: &'a DecisionFact,
}

/// Pairs prescribed, then pairs forbidden.
fn all<'a>(wording: Wording<'a>) -> Vec<Decided<'a>> {
    let locked = in_order(wording).into_iter().filter_map(|pair| {
        pair.locked.as_ref().map(|decision| Decided {
            locks: true,
            helper: &pair.helper,
            recipient: &pair.recipient,
            decision,
        })
    });
    let forbidden = wording.dossier.excluded.iter().flat_map(|row| {
        row.reasons.iter().filter_map(|reason| match reason {
            ExclusionReason::Forbidden { decision } => Some(Decided {
                locks: false,
                helper: &row.helper,
                recipient: &row.recipient,
                decision,
            }),
            _ => None,
        })
    });
    locked.chain(forbidden).collect()
}

pub(super) fn decisions<'a>(
    wording: Wording<'a>,
    prices: Option<&'a DecisionPrices>,
) -> Table<'a, Decided<'a>> {
    let word = |key| wording.word(key);
    let or_none = move |text: &Option<String>| {
        let text = text.as_deref();
        text.map_or_else(String::new, |text| wording.own(text))
    };
    let mut columns = vec![
        Column::mark(word("wb-head-decision"), 12.0, move |row: &Decided| {
            wording.word(if row.locks {
                "wb-decision-lock"
            } else {
                "wb-decision-forbid"
            })
        }),
        Column::words(word("wb-head-helper"), 24.0, move |row: &Decided| {
            wording.helper(row.helper)
        }),
        Column::words(word("wb-head-recipient"), 16.0, move |row: &Decided| {
            wording.recipient(row.recipient)
        }),
        Column::words(word("wb-head-track"), 20.0, move |row: &Decided| {
            let helper = wording.dossier.helper(row.helper);
            helper.map_or_else(String::new, |helper| wording.track(&helper.track))
        }),
        Column::prose(word("wb-head-reason"), 44.0, move |row: &Decided| {
            wording.own(&row.decision.reason)
        }),
        Column::words(word("wb-head-clause"), 12.0, move |row: &Decided| {
            or_none(&row.decision.clause)
        }),
        Column::words(word("wb-head-author"), 16.0, move |row: &Decided| {
            or_none(&row.decision.author)
        }),
        Column::words(word("wb-head-date"), 12.0, move |row: &Decided| {
            or_none(&row.decision.date)
        }),
        Column::words(word("wb-head-file"), 20.0, move |row: &Decided| {
            wording.own(&row.decision.fact.file)
        }),
        Column::figure(word("wb-head-row"), Kind::Whole, 8.0, |row: &Decided| {
            Some(f64::from(row.decision.fact.row))
        }),
    ];
    if let Some(prices) = prices {
        let price = Column::prose(word("wb-head-price"), 60.0, move |row: &Decided| {
            price_of(prices, (row.helper, row.recipient), wording.lang).unwrap_or_default()
        });
        columns.insert(PRICE_COLUMN, price);
    }
    Table {
        name: "wb-sheet-decisions",
        note: "wb-note-decisions",
        columns,
        rows: all(wording),
        frozen_columns: 0,
    }
}

pub(super) fn ended(wording: Wording<'_>) -> Table<'_, &EndedPair> {
    let word = |key| wording.word(key);
    let columns = vec![
        Column::words(word("wb-head-helper"), 24.0, move |row: &&EndedPair| {
            wording.helper(&row.helper)
        }),
        Column::words(word("wb-head-recipient"), 16.0, move |row: &&EndedPair| {
            wording.recipient(&row.recipient)
        }),
        Column::words(word("wb-head-track"), 20.0, move |row: &&EndedPair| {
            wording.track(&row.track)
        }),
        Column::figure(
            word("wb-head-since"),
            Kind::Year,
            10.0,
            |row: &&EndedPair| Some(f64::from(row.since)),
        ),
        Column::prose(word("wb-head-why"), 88.0, move |row: &&EndedPair| {
            why_ended(wording, &row.helper, &row.recipient)
        }),
    ];
    Table {
        name: "wb-sheet-ended",
        note: "wb-note-ended",
        columns,
        rows: wording.dossier.ended.iter().collect(),
        frozen_columns: 0,
    }
}
