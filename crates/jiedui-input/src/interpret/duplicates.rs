//! Rows that say the same thing twice.

use super::facts::Facts;
use jiedui_diagnostics::Diagnostic;
use std::collections::BTreeMap;

pub(crate) fn check(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    check_e0307_duplicate_row(facts, problems);
    check_w0308_same_name(facts, problems);
}

/// Pairs of rows with the same key: (first, later).
type Repetitions = Vec<(usize, usize)>;

fn repeated<K: Ord>(keys: impl Iterator<Item = Option<K>>) -> Repetitions {
    let mut first_rows = BTreeMap::new();
    let mut found = Vec::new();
    for (index, key) in keys.enumerate() {
        let Some(key) = key else { continue };
        match first_rows.get(&key) {
            Some(first) => found.push((*first, index)),
            None => {
                first_rows.insert(key, index);
            }
        }
    }
    found
}

/// The key of a row, if all its parts could be read.
fn key<const N: usize>(parts: [&str; N]) -> Option<[&str; N]> {
    parts.iter().all(|part| !part.is_empty()).then_some(parts)
}

/// E0307: two rows of a table with the same key. Decisions are E0308 and E0309's affair.
fn check_e0307_duplicate_row(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let t = facts.tables;
    let tables: [(&str, &str, Repetitions); 9] = [
        (
            "places",
            "code",
            repeated(t.places.iter().map(|r| key([&r.code]))),
        ),
        (
            "recipients",
            "id",
            repeated(t.recipients.iter().map(|r| key([&r.id]))),
        ),
        (
            "helpers",
            "id",
            repeated(t.helpers.iter().map(|r| key([&r.id]))),
        ),
        (
            "needs",
            "recipient",
            repeated(t.needs.iter().map(|r| key([&r.recipient, &r.sector]))),
        ),
        (
            "supply",
            "helper",
            repeated(t.supply.iter().map(|r| key([&r.helper, &r.sector]))),
        ),
        (
            "pairs",
            "helper",
            repeated(t.pairs.iter().map(|r| key([&r.helper, &r.recipient]))),
        ),
        (
            "roads",
            "from",
            repeated(t.roads.iter().map(|r| key(both_ways(&r.from, &r.to)))),
        ),
        (
            "history",
            "helper",
            repeated(t.history.iter().map(|r| key([&r.helper, &r.recipient]))),
        ),
        (
            "quotas",
            "recipient",
            repeated(t.quotas.iter().map(|r| key([&r.recipient, &r.track]))),
        ),
    ];
    for (table, column, rows) in tables {
        let Some(view) = facts.views.get(table) else {
            continue;
        };
        for (first, later) in rows {
            let place = view.row_location(first);
            // Two that have names of their own are two, one of them under a wrong code.
            let are_two = view.text(first, "name") != view.text(later, "name");
            problems.push(
                view.cell_problem("E0307", later, column)
                    .with("first", place.row)
                    .with("kind", if are_two { "code" } else { "row" })
                    .related_to(place),
            );
        }
    }
}

/// A road section is the same in both directions.
fn both_ways<'a>(from: &'a str, to: &'a str) -> [&'a str; 2] {
    if from <= to { [from, to] } else { [to, from] }
}

/// W0308: two codes with one name, which is often one thing entered twice.
fn check_w0308_same_name(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let t = facts.tables;
    let places = repeated(t.places.iter().map(|row| key([&row.prefecture, &row.name])));
    let helpers = repeated(t.helpers.iter().map(|row| key([&row.track, &row.name])));
    for (table, rows) in [("places", places), ("helpers", helpers)] {
        let Some(view) = facts.views.get(table) else {
            continue;
        };
        let id = if table == "places" { "code" } else { "id" };
        for (first, later) in rows {
            // One row twice has been said by E0307.
            if view.text(first, id) == view.text(later, id) {
                continue;
            }
            problems.push(
                view.cell_problem("W0308", later, "name")
                    .with("first", view.text(first, id))
                    .with("second", view.text(later, id))
                    .related_to(view.row_location(first)),
            );
        }
    }
}
