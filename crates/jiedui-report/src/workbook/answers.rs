//! Pairs for which the case was solved again: what each would cost, and whom it would move.

use super::column::{Column, Kind};
use super::table::Table;
use crate::tier_figure::tier_name;
use crate::why_not::{chain_words, line};
use crate::wording::Wording;
use jiedui_explain::dossier::Tier;
use jiedui_explain::why_not::{Answer, Asked, Cost, TierLoss, WhyNot};

pub(super) fn answers<'a>(wording: Wording<'a>, answers: &'a [WhyNot]) -> Table<'a, &'a WhyNot> {
    let word = |key| wording.word(key);
    let columns = vec![
        Column::mark(word("wb-head-asked"), 14.0, move |row: &&WhyNot| {
            wording.word(match row.asked {
                Asked::Formed => "wb-asked-formed",
                Asked::NotFormed => "wb-asked-unformed",
            })
        }),
        Column::words(word("wb-head-helper"), 24.0, move |row: &&WhyNot| {
            wording.own(&row.helper.name)
        }),
        Column::words(word("wb-head-recipient"), 16.0, move |row: &&WhyNot| {
            wording.own(&row.recipient.name)
        }),
        Column::prose(word("wb-head-answer"), 60.0, move |row: &&WhyNot| {
            line(row, wording)
        }),
        Column::prose(word("wb-head-paying"), 20.0, move |row: &&WhyNot| {
            paying(row).map_or_else(String::new, |(tier, _)| tier_name(wording.lang, tier))
        }),
        Column::figure(
            word("wb-head-achieved"),
            Kind::Loss,
            12.0,
            |row: &&WhyNot| paying(row).and_then(|(_, loss)| loss.achieved),
        ),
        Column::figure(word("wb-head-proven"), Kind::Loss, 12.0, |row: &&WhyNot| {
            paying(row).and_then(|(_, loss)| loss.least)
        }),
        Column::prose(word("wb-head-chain"), 80.0, move |row: &&WhyNot| {
            chain_words(row, wording).unwrap_or_default()
        }),
        Column::figure(word("wb-head-falls"), Kind::Whole, 12.0, |row: &&WhyNot| {
            cost(row).map(|cost| count(cost.falls.len()))
        }),
        Column::figure(word("wb-head-rises"), Kind::Whole, 12.0, |row: &&WhyNot| {
            cost(row).map(|cost| count(cost.rises.len()))
        }),
    ];
    Table {
        name: "wb-sheet-answers",
        note: "wb-note-answers",
        columns,
        rows: answers.iter().collect(),
        frozen_columns: 3,
    }
}

fn cost(row: &WhyNot) -> Option<&Cost> {
    match &row.answer {
        Answer::Priced(cost) => Some(cost),
        _ => None,
    }
}

/// The first priority that loses.
fn paying(row: &WhyNot) -> Option<(&Tier, &TierLoss)> {
    let losses = &cost(row)?.tiers;
    let mut tiers = row.tiers.iter().zip(losses);
    tiers.find(|(_, loss)| loss.achieved.is_some_and(|achieved| achieved > 0.0))
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}
