//! Who else could help, and which pairs a rule excludes.

use super::column::{Column, Kind};
use super::pairs::in_order;
use super::table::Table;
use crate::number;
use crate::phrase::{exclusion_name, exclusion_sentence, loss_words, moves_words, now_words};
use crate::wording::Wording;
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{Alternative, ExcludedRow, PairEntry};

/// Where the cost of an alternative stands.
const COST_COLUMN: usize = 5;

type Other<'a> = (&'a PairEntry, &'a Alternative);

pub(super) fn alternatives(wording: Wording<'_>) -> Table<'_, Other<'_>> {
    let word = |key| wording.word(key);
    let mut columns = vec![
        Column::words(word("wb-head-recipient"), 16.0, move |row: &Other| {
            wording.recipient(&row.0.recipient)
        }),
        Column::words(word("wb-head-track"), 20.0, move |row: &Other| {
            wording.track(&row.0.track)
        }),
        Column::words(word("wb-head-chosen"), 26.0, move |row: &Other| {
            wording.helper(&row.0.helper)
        }),
        Column::figure(word("wb-head-position"), Kind::Whole, 7.0, |row: &Other| {
            Some(f64::from(row.1.position))
        }),
        Column::words(word("wb-head-other"), 26.0, move |row: &Other| {
            wording.helper(&row.1.helper)
        }),
        Column::figure(word("wb-head-fit"), Kind::Fit, 10.0, |row: &Other| {
            Some(row.1.fit)
        }),
        Column::figure(
            word("wb-head-chosen-fit"),
            Kind::Fit,
            10.0,
            |row: &Other| row.0.fit,
        ),
        Column::figure(word("wb-head-km"), Kind::Km, 10.0, |row: &Other| {
            row.1.distance_km
        }),
        Column::figure(word("wb-head-chosen-km"), Kind::Km, 11.0, |row: &Other| {
            row.0.distance_km
        }),
        Column::figure(
            word("wb-head-capacity"),
            Kind::Money,
            13.0,
            |row: &Other| Some(number::spendable(row.1.capacity_wan)),
        ),
        Column::figure(word("wb-head-steps"), Kind::Whole, 7.0, |row: &Other| {
            Some(f64::from(row.1.hardship_steps))
        }),
        Column::figure(word("wb-head-previous"), Kind::Year, 10.0, |row: &Other| {
            row.1.previous_since.map(f64::from)
        }),
        Column::prose(word("wb-head-now"), 50.0, move |row: &Other| {
            now_words(wording, &row.1.now)
        }),
        Column::mark(word("wb-head-full"), 9.0, move |row: &Other| {
            wording.word(if row.1.at_quota { "wb-yes" } else { "wb-no" })
        }),
    ];
    let rows = in_order(wording).into_iter().flat_map(|pair| {
        let others = wording.dossier.open_alternatives(pair);
        others.map(move |other| (pair, other))
    });
    let regrets = wording.dossier.regrets.as_ref();
    if let Some(regrets) = regrets {
        let known = move |row: &Other<'_>| regrets.pair(&row.1.helper, &row.0.recipient);
        let cost = Column::prose(word("wb-head-cost"), 44.0, move |row: &Other| {
            known(row).map_or_else(String::new, |found| loss_words(wording, found))
        });
        let moves = Column::prose(word("wb-head-chain"), 60.0, move |row: &Other| {
            let moves = known(row).and_then(|found| moves_words(wording, found));
            moves.unwrap_or_default()
        });
        // Behind who else could help, before the figures of both.
        columns.splice(COST_COLUMN..COST_COLUMN, [cost, moves]);
    }
    Table {
        name: "wb-sheet-alternatives",
        note: alternatives_note(wording.dossier),
        columns,
        rows: rows.collect(),
        frozen_columns: 1,
    }
}

/// What the sheet says of itself, with or without costs.
pub(super) fn alternatives_note(dossier: &Dossier) -> &'static str {
    if dossier.regrets.is_some() {
        "wb-note-alternatives-priced"
    } else {
        "wb-note-alternatives"
    }
}

pub(super) fn excluded(wording: Wording<'_>) -> Table<'_, &ExcludedRow> {
    let word = |key| wording.word(key);
    let separator = wording.word("exp-reason-separator");
    let between = separator.clone();
    let columns = vec![
        Column::words(word("wb-head-helper"), 24.0, move |row: &&ExcludedRow| {
            wording.helper(&row.helper)
        }),
        Column::words(
            word("wb-head-recipient"),
            16.0,
            move |row: &&ExcludedRow| wording.recipient(&row.recipient),
        ),
        Column::words(word("wb-head-track"), 20.0, move |row: &&ExcludedRow| {
            let helper = wording.dossier.helper(&row.helper);
            helper.map_or_else(String::new, |helper| wording.track(&helper.track))
        }),
        Column::prose(word("wb-head-rules"), 30.0, move |row: &&ExcludedRow| {
            let names = row
                .reasons
                .iter()
                .map(|reason| exclusion_name(wording, reason));
            names.collect::<Vec<_>>().join(&between)
        }),
        Column::prose(word("wb-head-reasons"), 88.0, move |row: &&ExcludedRow| {
            let sentences = row.reasons.iter();
            let sentences = sentences.map(|reason| exclusion_sentence(wording, reason));
            sentences.collect::<Vec<_>>().join(&separator)
        }),
        Column::words(
            word("wb-head-helper-code"),
            11.0,
            move |row: &&ExcludedRow| wording.own(&row.helper),
        ),
        Column::words(
            word("wb-head-recipient-code"),
            11.0,
            move |row: &&ExcludedRow| wording.own(&row.recipient),
        ),
    ];
    Table {
        name: "wb-sheet-excluded",
        note: "wb-note-excluded",
        columns,
        rows: wording.dossier.excluded.iter().collect(),
        frozen_columns: 2,
    }
}
