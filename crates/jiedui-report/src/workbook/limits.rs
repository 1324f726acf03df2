//! The limits that hold each pair where it is, one a row.

use super::column::{Column, Kind};
use super::pairs::in_order;
use super::table::Table;
use crate::phrase::{limit_sentence, limit_shown};
use crate::wording::Wording;
use jiedui_explain::dossier::{Limit, LimitState, PairEntry};

/// The limits that bind at a pair.
pub(super) fn binding(pair: &PairEntry) -> impl Iterator<Item = &Limit> {
    let limits = pair.limits.iter();
    limits.filter(|limit| limit.state == LimitState::Binding)
}

type Bound<'a> = (&'a PairEntry, &'a Limit);

pub(super) fn limits(wording: Wording<'_>) -> Table<'_, Bound<'_>> {
    let word = |key| wording.word(key);
    let columns = vec![
        Column::words(word("wb-head-recipient"), 16.0, move |row: &Bound| {
            wording.recipient(&row.0.recipient)
        }),
        Column::words(word("wb-head-helper"), 26.0, move |row: &Bound| {
            wording.helper(&row.0.helper)
        }),
        Column::words(word("wb-head-track"), 20.0, move |row: &Bound| {
            wording.track(&row.0.track)
        }),
        Column::prose(word("wb-head-limit"), 90.0, move |row: &Bound| {
            limit_sentence(wording, row.0, row.1)
        }),
        Column::words(word("wb-head-sector"), 18.0, move |row: &Bound| {
            let sector = row.1.sector.as_deref();
            sector.map_or_else(String::new, |sector| wording.sector(sector))
        }),
        Column::figure(word("wb-head-used"), Kind::Money, 13.0, |row: &Bound| {
            row.1.used
        }),
        Column::figure(
            word("wb-head-of-limit"),
            Kind::Money,
            13.0,
            |row: &Bound| limit_shown(row.1),
        ),
    ];
    let rows = in_order(wording)
        .into_iter()
        .flat_map(|pair| binding(pair).map(move |limit| (pair, limit)));
    Table {
        name: "wb-sheet-limits",
        note: "wb-note-limits",
        columns,
        rows: rows.collect(),
        frozen_columns: 1,
    }
}
