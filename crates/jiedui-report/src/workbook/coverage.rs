//! The recipients: how much of their need is met, as a whole and sector by sector.

use super::column::{Bar, Column, Kind};
use super::table::Table;
use crate::phrase::fact_basis;
use crate::wording::Wording;
use jiedui_explain::dossier::{RecipientEntry, SectorBalance, UnitOfMeasure};

/// Recipients, lowest coverage first; those without needs last.
pub(crate) fn by_coverage<'a>(wording: Wording<'a>) -> Vec<&'a RecipientEntry> {
    let mut entries: Vec<&RecipientEntry> = wording.dossier.recipients.iter().collect();
    entries.sort_by(|a, b| {
        let value = |entry: &RecipientEntry| {
            let coverage = entry.coverage.as_ref();
            coverage.map_or(f64::INFINITY, |coverage| coverage.value)
        };
        value(a)
            .total_cmp(&value(b))
            .then_with(|| a.code.cmp(&b.code))
    });
    entries
}

pub(super) fn recipients(wording: Wording<'_>) -> Table<'_, &RecipientEntry> {
    let word = |key| wording.word(key);
    let mut columns = vec![
        Column::words(
            word("wb-head-recipient"),
            16.0,
            move |row: &&RecipientEntry| wording.own(&row.name),
        ),
        Column::words(
            word("wb-head-recipient-code"),
            11.0,
            move |row: &&RecipientEntry| wording.own(&row.code),
        ),
        Column::words(
            word("wb-head-prefecture"),
            19.0,
            move |row: &&RecipientEntry| wording.own(&row.prefecture),
        ),
        Column::figure(
            word("wb-head-class"),
            Kind::Year,
            9.0,
            |row: &&RecipientEntry| Some(f64::from(row.hardship_class)),
        ),
        Column::figure(
            word("wb-head-population"),
            Kind::Money,
            11.0,
            |row: &&RecipientEntry| row.population,
        ),
        Column::figure(
            word("wb-head-need-wan"),
            Kind::Money,
            14.0,
            |row: &&RecipientEntry| Some(row.need_wan),
        )
        .totalled(),
        Column::figure(
            word("wb-head-given-wan"),
            Kind::Money,
            14.0,
            |row: &&RecipientEntry| Some(row.given_wan),
        )
        .totalled(),
        Column::figure(
            word("wb-head-gap-wan"),
            Kind::Money,
            14.0,
            |row: &&RecipientEntry| Some(row.need_wan - row.given_wan),
        )
        .totalled(),
        Column::figure(
            word("wb-head-coverage"),
            Kind::Percent,
            12.0,
            |row: &&RecipientEntry| row.coverage.as_ref().map(|coverage| coverage.value),
        )
        .with_bar(Bar::Share),
        Column::figure(
            word("wb-head-pairs"),
            Kind::Whole,
            8.0,
            move |row: &&RecipientEntry| Some(wording.dossier.formed_at(&row.code) as f64),
        ),
        Column::figure(
            word("wb-head-weight"),
            Kind::Fit,
            8.0,
            |row: &&RecipientEntry| Some(row.weight),
        ),
    ];
    let sectors = wording.dossier.sectors.iter();
    for sector in sectors.filter(|_| wording.tells_amounts()) {
        let head = wording.text(
            "wb-head-sector-met",
            &[("sector", &wording.title(&sector.title))],
        );
        columns.push(
            Column::figure(head, Kind::Percent, 11.0, move |row: &&RecipientEntry| {
                let balance = row.sectors.iter().find(|entry| entry.sector == sector.code);
                balance.and_then(met)
            })
            .with_bar(Bar::Share),
        );
    }
    Table {
        name: "wb-sheet-coverage",
        note: wording.with_amounts("wb-note-coverage", "wb-note-coverage-bare"),
        columns,
        rows: by_coverage(wording),
        frozen_columns: 1,
    }
}

fn met(balance: &SectorBalance) -> Option<f64> {
    (balance.need > 0.0).then(|| balance.given / balance.need)
}

type Balance<'a> = (&'a RecipientEntry, &'a SectorBalance);

pub(super) fn balance(wording: Wording<'_>) -> Table<'_, Balance<'_>> {
    let word = |key| wording.word(key);
    let columns = vec![
        Column::words(word("wb-head-recipient"), 16.0, move |row: &Balance| {
            wording.own(&row.0.name)
        }),
        Column::words(
            word("wb-head-recipient-code"),
            11.0,
            move |row: &Balance| wording.own(&row.0.code),
        ),
        Column::words(word("wb-head-prefecture"), 19.0, move |row: &Balance| {
            wording.own(&row.0.prefecture)
        }),
        Column::words(word("wb-head-sector"), 20.0, move |row: &Balance| {
            wording.sector(&row.1.sector)
        }),
        Column::mark(word("wb-head-unit"), 8.0, move |row: &Balance| {
            sector_unit(wording, &row.1.sector)
        }),
        Column::figure(word("wb-head-need"), Kind::Money, 13.0, |row: &Balance| {
            Some(row.1.need)
        }),
        Column::figure(word("wb-head-given"), Kind::Money, 13.0, |row: &Balance| {
            Some(row.1.given)
        }),
        Column::figure(word("wb-head-unmet"), Kind::Money, 13.0, |row: &Balance| {
            Some(row.1.unmet)
        }),
        Column::figure(word("wb-head-met"), Kind::Percent, 12.0, |row: &Balance| {
            met(row.1)
        })
        .with_bar(Bar::Share),
        Column::mark(word("wb-head-basis"), 9.0, move |row: &Balance| {
            fact_basis(wording, &row.1.fact)
        })
        .marked(),
    ];
    let entries = wording.dossier.recipients.iter();
    let rows = entries.flat_map(|entry| entry.sectors.iter().map(move |balance| (entry, balance)));
    Table {
        name: "wb-sheet-balance",
        note: "wb-note-balance",
        columns,
        rows: rows.collect(),
        frozen_columns: 1,
    }
}

/// The unit in which a sector is counted.
pub(super) fn sector_unit(wording: Wording<'_>, code: &str) -> String {
    let unit = wording.dossier.sector(code).map(|sector| sector.unit);
    wording.word(match unit {
        Some(UnitOfMeasure::Person) => "wb-unit-person",
        Some(UnitOfMeasure::Wan) => "wb-unit-wan",
        _ => "wb-unit-plain",
    })
}
