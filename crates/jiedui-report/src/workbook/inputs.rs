//! The figures behind the plan, each with how good it is.

use super::column::{Column, Kind};
use super::coverage::sector_unit;
use super::load::in_order;
use super::table::Table;
use crate::number;
use crate::phrase::{fact_basis, fact_name};
use crate::wording::Wording;
use jiedui_explain::dossier::{Fact, FactKind};
use std::collections::BTreeSet;

/// A figure of the input.
pub(super) struct Input<'a> {
    fact: &'a Fact,
    party: String,
    amount: Option<f64>,
    unit: String,
}

pub(super) fn inputs(wording: Wording<'_>) -> Table<'_, Input<'_>> {
    let word = |key| wording.word(key);
    let columns = vec![
        Column::mark(word("wb-head-basis"), 9.0, move |row: &Input| {
            fact_basis(wording, row.fact)
        })
        .marked(),
        Column::words(word("wb-head-party"), 34.0, |row: &Input| row.party.clone()),
        Column::words(word("wb-head-fact"), 30.0, move |row: &Input| {
            fact_name(wording, row.fact)
        }),
        Column::figure(word("wb-head-amount"), Kind::Money, 14.0, |row: &Input| {
            row.amount
        }),
        Column::mark(word("wb-head-unit"), 8.0, |row: &Input| row.unit.clone()),
        Column::words(word("wb-head-file"), 18.0, move |row: &Input| {
            wording.own(&row.fact.file)
        }),
        Column::figure(word("wb-head-row"), Kind::Whole, 8.0, |row: &Input| {
            (row.fact.row > 0).then(|| f64::from(row.fact.row))
        }),
        Column::prose(word("wb-head-source"), 60.0, move |row: &Input| {
            let source = row.fact.source.as_deref();
            source.map_or_else(String::new, |source| wording.own(source))
        }),
    ];
    Table {
        name: "wb-sheet-inputs",
        note: "wb-note-inputs",
        columns,
        rows: rows(wording),
        frozen_columns: 2,
    }
}

/// Needs, supplies and budgets with their amounts, then what pairs alone rest on.
fn rows<'a>(wording: Wording<'a>) -> Vec<Input<'a>> {
    let dossier = wording.dossier;
    let mut rows = Vec::new();
    for entry in &dossier.recipients {
        rows.extend(entry.sectors.iter().map(|balance| Input {
            fact: &balance.fact,
            party: wording.own(&entry.name),
            amount: Some(balance.need),
            unit: sector_unit(wording, &balance.sector),
        }));
    }
    for entry in in_order(wording) {
        rows.extend(entry.budget_facts.iter().map(|fact| {
            Input {
                fact,
                party: wording.own(&entry.name),
                // A budget follows from revenue and rate: the amount is that of the budget itself.
                amount: entry
                    .budget_wan
                    .filter(|_| fact.kind == FactKind::Budget)
                    .map(number::spendable),
                unit: wording.word(match fact.kind {
                    FactKind::Budget => "wb-unit-wan",
                    _ => "doc-dash",
                }),
            }
        }));
        rows.extend(entry.supply.iter().map(|supply| Input {
            fact: &supply.fact,
            party: wording.own(&entry.name),
            amount: Some(supply.supply),
            unit: sector_unit(wording, &supply.sector),
        }));
    }
    let mut seen: BTreeSet<(String, u32)> = rows
        .iter()
        .map(|row| (row.fact.file.clone(), row.fact.row))
        .collect();
    for pair in &dossier.pairs {
        for fact in &pair.facts {
            if seen.insert((fact.file.clone(), fact.row)) {
                rows.push(Input {
                    fact,
                    party: wording.text(
                        "doc-plan-title",
                        &[
                            ("helper", &wording.helper(&pair.helper)),
                            ("recipient", &wording.recipient(&pair.recipient)),
                        ],
                    ),
                    amount: None,
                    unit: wording.word("doc-dash"),
                });
            }
        }
    }
    rows
}
