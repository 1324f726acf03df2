//! The helpers: what they give of what they have.

use super::column::{Bar, Column, Kind};
use super::coverage::sector_unit;
use super::table::Table;
use crate::number;
use crate::phrase::{fact_basis, quota_words};
use crate::wording::Wording;
use jiedui_explain::dossier::{HelperEntry, SupplyUse};
use std::collections::BTreeMap;

/// Helpers by track in policy order, the most giving first.
pub(super) fn in_order<'a>(wording: Wording<'a>) -> Vec<&'a HelperEntry> {
    let mut entries: Vec<&HelperEntry> = wording.dossier.helpers.iter().collect();
    let place = |entry: &HelperEntry| {
        let tracks = &wording.dossier.tracks;
        let found = tracks.iter().position(|track| track.code == entry.track);
        found.unwrap_or(usize::MAX)
    };
    entries.sort_by(|a, b| {
        place(a)
            .cmp(&place(b))
            .then_with(|| b.given_wan.total_cmp(&a.given_wan))
            .then_with(|| a.code.cmp(&b.code))
    });
    entries
}

pub(super) fn helpers(wording: Wording<'_>) -> Table<'_, &HelperEntry> {
    let word = |key| wording.word(key);
    let mut columns = vec![
        Column::words(word("wb-head-helper"), 28.0, move |row: &&HelperEntry| {
            wording.own(&row.name)
        }),
        Column::words(
            word("wb-head-helper-code"),
            11.0,
            move |row: &&HelperEntry| wording.own(&row.code),
        ),
        Column::words(word("wb-head-track"), 20.0, move |row: &&HelperEntry| {
            wording.track(&row.track)
        }),
        Column::words(word("wb-head-place"), 12.0, move |row: &&HelperEntry| {
            let place = row.place_name.as_ref().or(row.place.as_ref());
            place.map_or_else(String::new, |place| wording.own(place))
        }),
        Column::figure(
            word("wb-head-budget"),
            Kind::Money,
            14.0,
            |row: &&HelperEntry| row.budget_wan.map(number::spendable),
        )
        .totalled(),
        Column::figure(
            word("wb-head-spent"),
            Kind::Money,
            14.0,
            |row: &&HelperEntry| Some(row.given_wan),
        )
        .totalled(),
        Column::figure(
            word("wb-head-left"),
            Kind::Money,
            14.0,
            |row: &&HelperEntry| {
                let budget = row.budget_wan.map(number::spendable)?;
                Some(budget - row.given_wan)
            },
        )
        .totalled(),
        Column::figure(
            word("wb-head-effort"),
            Kind::Percent,
            12.0,
            |row: &&HelperEntry| {
                let budget = row.budget_wan.filter(|budget| *budget > 0.0);
                budget.map(|budget| row.given_wan / budget)
            },
        )
        .with_bar(Bar::Share),
        Column::figure(
            word("wb-head-pairs"),
            Kind::Whole,
            8.0,
            |row: &&HelperEntry| Some(f64::from(row.pairs)),
        )
        .totalled(),
        Column::mark(word("wb-head-quota"), 12.0, move |row: &&HelperEntry| {
            quota_words(wording, row.min_pairs, row.max_pairs)
        }),
        Column::figure(
            word("wb-head-load"),
            Kind::Money,
            10.0,
            |row: &&HelperEntry| Some(row.load),
        ),
        Column::figure(
            word("wb-head-max-load"),
            Kind::Money,
            11.0,
            |row: &&HelperEntry| row.max_load,
        ),
        Column::figure(
            word("wb-head-candidates"),
            Kind::Whole,
            11.0,
            |row: &&HelperEntry| Some(row.candidates as f64),
        ),
    ];
    let mut ruled_out: BTreeMap<&str, usize> = BTreeMap::new();
    for row in wording.dossier.ruled_out() {
        *ruled_out.entry(&row.helper).or_default() += 1;
    }
    if !ruled_out.is_empty() {
        let column = Column::figure(
            word("wb-head-ruled-out"),
            Kind::Whole,
            11.0,
            move |row: &&HelperEntry| ruled_out.get(&*row.code).map(|count| *count as f64),
        );
        columns.push(column);
    }
    columns.push(Column::mark(
        word("wb-head-idle"),
        9.0,
        move |row: &&HelperEntry| wording.word(if row.idle { "wb-yes" } else { "wb-no" }),
    ));
    Table {
        name: "wb-sheet-load",
        note: wording.with_amounts("wb-note-load", "wb-note-load-bare"),
        columns,
        rows: in_order(wording),
        frozen_columns: 1,
    }
}

type Supply<'a> = (&'a HelperEntry, &'a SupplyUse);

pub(super) fn supplies(wording: Wording<'_>) -> Table<'_, Supply<'_>> {
    let word = |key| wording.word(key);
    let columns = vec![
        Column::words(word("wb-head-helper"), 28.0, move |row: &Supply| {
            wording.own(&row.0.name)
        }),
        Column::words(word("wb-head-helper-code"), 11.0, move |row: &Supply| {
            wording.own(&row.0.code)
        }),
        Column::words(word("wb-head-track"), 20.0, move |row: &Supply| {
            wording.track(&row.0.track)
        }),
        Column::words(word("wb-head-sector"), 20.0, move |row: &Supply| {
            wording.sector(&row.1.sector)
        }),
        Column::mark(word("wb-head-unit"), 8.0, move |row: &Supply| {
            sector_unit(wording, &row.1.sector)
        }),
        Column::figure(word("wb-head-supply"), Kind::Money, 13.0, |row: &Supply| {
            Some(row.1.supply)
        }),
        Column::figure(word("wb-head-used"), Kind::Money, 13.0, |row: &Supply| {
            Some(row.1.given)
        }),
        Column::figure(word("wb-head-rest"), Kind::Money, 13.0, |row: &Supply| {
            Some(row.1.supply - row.1.given)
        }),
        Column::figure(word("wb-head-use"), Kind::Percent, 12.0, |row: &Supply| {
            (row.1.supply > 0.0).then(|| row.1.given / row.1.supply)
        })
        .with_bar(Bar::Share),
        Column::mark(word("wb-head-basis"), 9.0, move |row: &Supply| {
            fact_basis(wording, &row.1.fact)
        })
        .marked(),
    ];
    let rows = in_order(wording)
        .into_iter()
        .flat_map(|entry| entry.supply.iter().map(move |supply| (entry, supply)));
    Table {
        name: "wb-sheet-supply",
        note: "wb-note-supply",
        columns,
        rows: rows.collect(),
        frozen_columns: 1,
    }
}
