//! Sweeps: one scenario for each value of an axis, or for each combination of several.

use super::reading::{entry_of, parts, text_of, unknown_keys};
use super::{Step, checks};
use crate::overlay::reading::read_change;
use crate::policy::Spot;
use crate::policy::document::{Entry, Node, Value};
use crate::policy::section::Problems;

const AXIS_KEYS: [&str; 8] = [
    "name", "policy", "table", "key", "where", "column", "values", "factors",
];

/// The values of each scenario of a sweep, axis by axis; the last axis moves fastest.
///
/// *Errors:* E0426–E0428, E0433, E0434, and those of changes.
pub(super) fn read(node: &Node, problems: &mut Problems) -> Option<Vec<Vec<Step>>> {
    let mode = node.get("mode");
    let grid = match mode.map(|mode| (mode, mode.as_text())) {
        None | Some((_, Some("grid"))) => true,
        Some((_, Some("list"))) => false,
        Some((mode, _)) => {
            checks::check_e0428_value("mode", mode, "mode", problems);
            return None;
        }
    };
    let axes = parts(node, "sweep", "axis", problems);
    if axes.is_empty() {
        return None;
    }
    // The size first: a grid of a million points is refused before anything is made of it.
    let lengths: Vec<usize> = axes.iter().map(length).collect();
    if grid {
        let count = lengths.iter().fold(1_u128, |count, length| {
            count.saturating_mul((*length).max(1) as u128)
        });
        if !checks::check_e0433_too_many(&node.at, count, problems) {
            return None;
        }
    } else if lengths.windows(2).any(|pair| pair[0] != pair[1]) {
        checks::check_e0434_lengths(&node.at, &lengths, problems);
        return None;
    }
    let axes: Vec<Option<Vec<Step>>> = axes.iter().map(|axis| read_axis(axis, problems)).collect();
    let axes: Vec<Vec<Step>> = axes.into_iter().collect::<Option<_>>()?;
    Some(if grid {
        combined(&axes)
    } else {
        in_step(&axes)
    })
}

fn length(axis: &Node) -> usize {
    let values = axis.get("values").or_else(|| axis.get("factors"));
    match values.map(|values| &values.value) {
        Some(Value::List(values)) => values.len(),
        _ => 0,
    }
}

fn read_axis(axis: &Node, problems: &mut Problems) -> Option<Vec<Step>> {
    let before = problems.len();
    unknown_keys(axis, &AXIS_KEYS, problems);
    let name = text_of(axis, "name", problems);
    let (key, values) = match (entry_of(axis, "values"), entry_of(axis, "factors")) {
        (Some(values), None) => ("values", values),
        (None, Some(factors)) => ("factors", factors),
        (Some(_), Some(both)) => {
            checks::check_e0428_value("factors", &both.node, "one-of", problems);
            return None;
        }
        (None, None) => {
            checks::check_e0427_missing_key(&axis.at, "axis", "values", problems);
            return None;
        }
    };
    let items = match &values.node.value {
        Value::List(items) if !items.is_empty() => items,
        _ => {
            checks::check_e0428_value(key, &values.node, "values", problems);
            return None;
        }
    };
    if axis.get("policy").is_none() && axis.get("table").is_none() {
        checks::check_e0427_missing_key(&axis.at, "axis", "policy", problems);
    }
    if axis.get("table").is_some() && axis.get("column").is_none() {
        checks::check_e0427_missing_key(&axis.at, "axis", "column", problems);
    }
    if problems.len() > before {
        return None;
    }
    let word = |key: &str| axis.get(key).and_then(Node::as_text);
    let what = name.unwrap_or_else(|| match (word("policy"), word("table"), word("column")) {
        (Some(policy), ..) => policy.to_owned(),
        (None, table, column) => {
            format!(
                "{}.{}",
                table.unwrap_or_default(),
                column.unwrap_or_default()
            )
        }
    });
    let steps: Vec<Option<Step>> = items
        .iter()
        .map(|item| {
            let change = read_change(&as_change(axis, key, item), &[], problems)?;
            Some(Step {
                what: what.clone(),
                value: shown(key, item),
                change,
            })
        })
        .collect();
    steps.into_iter().collect()
}

/// The change that one value means, as it would stand in an overlay; every part points to its place
/// in the axis.
fn as_change(axis: &Node, key: &str, item: &Node) -> Node {
    let on_policy = axis.get("policy").is_some();
    let entry = |key: &str, value: Value, at: &Spot| Entry {
        key: key.to_owned(),
        key_at: at.clone(),
        node: Node {
            value,
            at: at.clone(),
        },
    };
    let mut entries: Vec<Entry> = axis
        .as_table()
        .unwrap_or_default()
        .iter()
        .filter(|entry| match entry.key.as_str() {
            "name" | "values" | "factors" => false,
            // `set` on a table names the column with its value.
            "column" => key == "factors" || on_policy,
            _ => true,
        })
        .cloned()
        .collect();
    let action = if key == "factors" { "scale" } else { "set" };
    entries.push(entry("action", Value::Text(action.to_owned()), &axis.at));
    if key == "factors" {
        entries.push(entry("factor", item.value.clone(), &item.at));
    } else if on_policy {
        entries.push(entry("value", item.value.clone(), &item.at));
    } else if let Some(column) = entry_of(axis, "column") {
        let name = column.node.as_text().unwrap_or_default();
        let mut cell = entry(name, item.value.clone(), &item.at);
        cell.key_at = column.node.at.clone();
        entries.push(entry("values", Value::Table(vec![cell]), &item.at));
    }
    Node {
        value: Value::Table(entries),
        at: item.at.clone(),
    }
}

/// A value as people read it in the table of scenarios.
fn shown(key: &str, item: &Node) -> String {
    let text = match &item.value {
        Value::Text(text) | Value::Number { text, .. } | Value::Date(text) => text.clone(),
        _ => item.at.snippet(),
    };
    if key == "factors" {
        format!("×{text}")
    } else {
        text
    }
}

fn combined(axes: &[Vec<Step>]) -> Vec<Vec<Step>> {
    axes.iter().fold(vec![Vec::new()], |starts, axis| {
        let longer = starts.iter().flat_map(|start| {
            axis.iter().map(move |step| {
                let mut steps: Vec<Step> = start.clone();
                steps.push(step.clone());
                steps
            })
        });
        longer.collect()
    })
}

fn in_step(axes: &[Vec<Step>]) -> Vec<Vec<Step>> {
    let count = axes.iter().map(Vec::len).min().unwrap_or(0);
    (0..count)
        .map(|number| axes.iter().map(|axis| axis[number].clone()).collect())
        .collect()
}
