//! The pairs, and what each gives in each sector.

use super::column::{Bar, Column, Kind};
use super::limits::binding;
use super::table::Table;
use crate::phrase::{clause_list, help_words, loss_words, status_words};
use crate::wording::Wording;
use jiedui_explain::dossier::{CriterionKind, DistanceOrigin, FitOrigin, PairEntry, UnitOfMeasure};

/// Pairs by track in policy order, then recipient, then helper.
pub(super) fn in_order<'a>(wording: Wording<'a>) -> Vec<&'a PairEntry> {
    let mut pairs: Vec<&PairEntry> = wording.dossier.pairs.iter().collect();
    let tracks = &wording.dossier.tracks;
    pairs.sort_by_key(|pair| {
        let track = tracks.iter().position(|track| track.code == pair.track);
        (track.unwrap_or(usize::MAX), &pair.recipient, &pair.helper)
    });
    pairs
}

/// A pair with its number in the list.
type Numbered<'a> = (usize, &'a PairEntry);

fn numbered(wording: Wording<'_>) -> Vec<Numbered<'_>> {
    (1..).zip(in_order(wording)).collect()
}

pub(super) fn pairs(wording: Wording<'_>) -> Table<'_, Numbered<'_>> {
    let word = |key| wording.word(key);
    let mut columns = parties(wording);
    columns.extend([
        Column::words(word("wb-head-status"), 16.0, move |row: &Numbered| {
            status_words(wording, row.1)
        }),
        Column::figure(word("wb-head-since"), Kind::Year, 8.0, |row: &Numbered| {
            row.1.kept_since.map(f64::from)
        }),
        Column::prose(word("wb-head-help"), 72.0, move |row: &Numbered| {
            help_words(wording, &row.1.help)
        }),
        Column::figure(
            word("wb-head-value"),
            Kind::Money,
            13.0,
            |row: &Numbered| Some(row.1.value_wan),
        )
        .with_bar(Bar::Amount)
        .totalled(),
        criterion(
            word("wb-head-share-of-need"),
            Kind::Percent,
            CriterionKind::CoverageAdded,
        )
        .with_bar(Bar::Share),
        Column::figure(word("wb-head-km"), Kind::Km, 9.0, |row: &Numbered| {
            row.1.distance_km
        }),
        Column::words(word("wb-head-km-origin"), 18.0, move |row: &Numbered| {
            wording.word(match row.1.distance_origin {
                Some(DistanceOrigin::Given) => "exp-distance-given",
                Some(DistanceOrigin::Roads) => "exp-distance-roads",
                Some(DistanceOrigin::GreatCircle) => "exp-distance-great-circle",
                None => "exp-distance-unknown",
            })
        }),
        rank(word("wb-head-km-rank"), CriterionKind::Distance),
        tied(word("wb-head-km-tied"), CriterionKind::Distance),
        Column::figure(word("wb-head-fit"), Kind::Fit, 9.0, |row: &Numbered| {
            row.1.fit
        }),
        Column::words(word("wb-head-fit-origin"), 16.0, move |row: &Numbered| {
            wording.word(match row.1.fit_origin {
                Some(FitOrigin::Given) => "exp-fit-given",
                Some(FitOrigin::SupplyNeed) => "exp-fit-supply-need",
                Some(FitOrigin::Industry) => "exp-fit-industry",
                None => "exp-fit-unknown",
            })
        }),
        rank(word("wb-head-fit-rank"), CriterionKind::Fit),
        tied(word("wb-head-fit-tied"), CriterionKind::Fit),
        Column::figure(word("wb-head-of"), Kind::Whole, 9.0, |row: &Numbered| {
            at_recipient(row.1, CriterionKind::Fit).map(|ranking| f64::from(ranking.of))
        }),
        Column::words(word("wb-head-clauses"), 26.0, move |row: &Numbered| {
            clause_list(wording, &row.1.clauses)
        }),
        Column::figure(
            word("wb-head-limits"),
            Kind::Whole,
            9.0,
            |row: &Numbered| Some(binding(row.1).count() as f64),
        ),
        Column::figure(
            word("wb-head-estimated-share"),
            Kind::Percent,
            9.0,
            |row: &Numbered| share(row.1.value_by_basis.estimated, row.1),
        ),
        Column::figure(
            word("wb-head-illustrative-share"),
            Kind::Percent,
            9.0,
            |row: &Numbered| share(row.1.value_by_basis.illustrative, row.1),
        ),
    ]);
    if let Some(regrets) = &wording.dossier.regrets {
        let without = Column::prose(word("wb-head-without"), 40.0, move |row: &Numbered| {
            let found = regrets.pair(&row.1.helper, &row.1.recipient);
            found.map_or_else(String::new, |found| loss_words(wording, found))
        });
        columns.push(without);
    }
    Table {
        name: "wb-sheet-pairs",
        note: wording.with_amounts("wb-note-pairs", "wb-note-pairs-bare"),
        columns,
        rows: numbered(wording),
        frozen_columns: 4,
    }
}

pub(super) fn amounts(wording: Wording<'_>) -> Table<'_, Numbered<'_>> {
    let mut columns = parties(wording);
    for sector in &wording.dossier.sectors {
        let unit = match sector.unit {
            UnitOfMeasure::Person => "wb-unit-person",
            _ => "wb-unit-wan",
        };
        let head = wording.text(
            "wb-head-sector-unit",
            &[
                ("sector", &wording.title(&sector.title)),
                ("unit", &wording.word(unit)),
            ],
        );
        let kind = if sector.whole {
            Kind::Whole
        } else {
            Kind::Money
        };
        columns.push(
            Column::figure(head, kind, 13.0, move |row: &Numbered| {
                let help = row.1.help.iter().find(|help| help.sector == sector.code);
                help.map(|help| help.amount)
            })
            .totalled(),
        );
    }
    columns.push(
        Column::figure(
            wording.word("wb-head-value"),
            Kind::Money,
            14.0,
            |row: &Numbered| Some(row.1.value_wan),
        )
        .with_bar(Bar::Amount)
        .totalled(),
    );
    Table {
        name: "wb-sheet-amounts",
        note: "wb-note-amounts",
        columns,
        rows: numbered(wording),
        frozen_columns: 4,
    }
}

/// Who helps whom.
fn parties<'a>(wording: Wording<'a>) -> Vec<Column<'a, Numbered<'a>>> {
    let word = |key| wording.word(key);
    vec![
        Column::figure(
            word("wb-head-number"),
            Kind::Number,
            6.0,
            |row: &Numbered| Some(row.0 as f64),
        ),
        Column::words(word("wb-head-track"), 18.0, move |row: &Numbered| {
            wording.track(&row.1.track)
        }),
        Column::words(word("wb-head-recipient"), 14.0, move |row: &Numbered| {
            wording.recipient(&row.1.recipient)
        }),
        Column::words(word("wb-head-helper"), 26.0, move |row: &Numbered| {
            wording.helper(&row.1.helper)
        }),
        Column::words(word("wb-head-prefecture"), 19.0, move |row: &Numbered| {
            let entry = wording.dossier.recipient(&row.1.recipient);
            entry.map_or_else(String::new, |entry| wording.own(&entry.prefecture))
        }),
        Column::words(
            word("wb-head-recipient-code"),
            11.0,
            move |row: &Numbered| wording.own(&row.1.recipient),
        ),
        Column::words(word("wb-head-helper-code"), 11.0, move |row: &Numbered| {
            wording.own(&row.1.helper)
        }),
    ]
}

fn at_recipient(pair: &PairEntry, kind: CriterionKind) -> Option<jiedui_explain::dossier::Ranking> {
    let found = pair.criteria.iter().find(|entry| entry.criterion == kind);
    found.and_then(|entry| entry.at_recipient)
}

fn rank<'a>(head: String, kind: CriterionKind) -> Column<'a, Numbered<'a>> {
    Column::figure(head, Kind::Whole, 9.0, move |row: &Numbered| {
        at_recipient(row.1, kind).map(|ranking| f64::from(ranking.rank))
    })
}

/// How many share the rank, where more than one does.
fn tied<'a>(head: String, kind: CriterionKind) -> Column<'a, Numbered<'a>> {
    Column::figure(head, Kind::Whole, 9.0, move |row: &Numbered| {
        let tied = at_recipient(row.1, kind)?.tied;
        (tied > 1).then(|| f64::from(tied))
    })
}

fn criterion<'a>(head: String, kind: Kind, which: CriterionKind) -> Column<'a, Numbered<'a>> {
    Column::figure(head, kind, 10.0, move |row: &Numbered| {
        let found = row.1.criteria.iter().find(|entry| entry.criterion == which);
        found.and_then(|entry| entry.value)
    })
}

fn share(part: f64, pair: &PairEntry) -> Option<f64> {
    let total = pair.value_by_basis.total();
    (total > 0.0).then(|| part / total)
}
