//! Random sets: which columns are uncertain, by how much, how many runs.

use super::reading::{parts, text_of, unknown_keys};
use super::{GroupKind, MOST_SCENARIOS, checks};
use crate::overlay::Variation;
use crate::policy::document::{Node, Value};
use crate::policy::section::Problems;
use crate::tables::Kind;

const VARY_KEYS: [&str; 4] = ["table", "where", "column", "by"];

/// A `[[random]]`. *Errors:* E0406, E0408, E0422, E0426–E0428, E0433, E0435.
pub(super) fn read(node: &Node, problems: &mut Problems) -> Option<GroupKind> {
    let count = whole(node, "random", "count", problems);
    let seed = whole(node, "random", "seed", problems);
    let vary: Vec<Option<Variation>> = parts(node, "random", "vary", problems)
        .iter()
        .map(|vary| read_vary(vary, problems))
        .collect();
    let vary: Vec<Variation> = vary.into_iter().collect::<Option<_>>()?;
    let count = count?;
    if count > MOST_SCENARIOS as u64 {
        checks::check_e0433_too_many(&node.at, u128::from(count), problems);
        return None;
    }
    if count == 0 {
        if let Some(node) = node.get("count") {
            checks::check_e0428_value("count", node, "count", problems);
        }
        return None;
    }
    (!vary.is_empty()).then_some(GroupKind::Random {
        count: usize::try_from(count).unwrap_or(MOST_SCENARIOS),
        seed: seed?,
        vary,
    })
}

fn read_vary(node: &Node, problems: &mut Problems) -> Option<Variation> {
    unknown_keys(node, &VARY_KEYS, problems);
    for key in ["table", "column", "by"] {
        if node.get(key).is_none() {
            checks::check_e0427_missing_key(&node.at, "vary", key, problems);
        }
    }
    let table = text_of(node, "table", problems).zip(node.get("table"));
    let table = table.and_then(|(word, at)| Variation::table(&at.at, &word, problems));
    let conditions = Variation::conditions(node.get("where"), problems);
    let column = text_of(node, "column", problems).zip(node.get("column"));
    let by = node.get("by").and_then(|by| {
        let number = match &by.value {
            Value::Number { text, .. } => text.parse().ok(),
            _ => None,
        };
        let fits = number.filter(|number: &f64| *number > 0.0 && *number <= 1.0);
        if fits.is_none() {
            checks::check_e0428_value("by", by, "share", problems);
        }
        fits
    });
    let (table, (column, column_node)) = table.zip(column)?;
    let varies = |kind: Kind| matches!(kind, Kind::Number(_) | Kind::Signed(_));
    if table
        .column_of_header(&column)
        .is_some_and(|known| !varies(known.kind))
    {
        let columns = table.columns.iter().filter(|column| varies(column.kind));
        let names: Vec<&str> = columns.map(|column| column.name).collect();
        checks::check_e0435_column(&column_node.at, &column, table.name, &names, problems);
        return None;
    }
    Some(Variation {
        table,
        conditions: conditions?,
        column,
        column_at: column_node.at.clone(),
        at: node.at.clone(),
        by: by?,
    })
}

/// A whole number ≥ 0 that must be there.
fn whole(node: &Node, part: &str, key: &'static str, problems: &mut Problems) -> Option<u64> {
    let Some(found) = node.get(key) else {
        checks::check_e0427_missing_key(&node.at, part, key, problems);
        return None;
    };
    let number = match &found.value {
        Value::Number { text, whole: true } => text.parse().ok(),
        _ => None,
    };
    if number.is_none() {
        checks::check_e0428_value(key, found, "count", problems);
    }
    number
}
