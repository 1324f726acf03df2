//! What the keys of a change hold: tables, columns, cells, rows picked, factors, paths of the policy.

use super::{CHANGE_KEYS, Reading};
use crate::overlay::conditions::conditions;
use crate::overlay::decimal::Factor;
use crate::overlay::{CellValue, Pick, PolicyPath, checks};
use crate::policy::Spot;
use crate::policy::document::{Node, Value};
use crate::policy::section::Problems;
use crate::tables::TableSchema;
use jiedui_domain::{Fit, Quantity};

impl<'d> Reading<'d> {
    /// Reports the known keys that this kind of change has no use for.
    pub(super) fn only(&self, allowed: &[&str], problems: &mut Problems) {
        for entry in self.entries {
            let key = entry.key.as_str();
            // Any change may say why.
            let fits = allowed.contains(&key) || matches!(key, "action" | "reason");
            if !fits && CHANGE_KEYS.contains(&key) {
                checks::check_e0418_does_not_go(&entry.key_at, key, self.action, allowed, problems);
            }
        }
    }

    pub(super) fn required(&self, key: &'static str, problems: &mut Problems) -> Option<&'d Node> {
        let node = self.node.get(key);
        if node.is_none() {
            checks::check_e0405_missing_key(self.at, self.action, key, problems);
        }
        node
    }

    pub(super) fn table(&self, problems: &mut Problems) -> Option<&'static TableSchema> {
        let node = self.required("table", problems)?;
        let Some(word) = node.as_text() else {
            checks::check_e0406_type("table", node, "text", problems);
            return None;
        };
        checks::check_e0408_unknown_table(&node.at, word, problems)
    }

    pub(super) fn path(&self, problems: &mut Problems) -> Option<PolicyPath> {
        let node = self.required("policy", problems)?;
        let Some(text) = node.as_text() else {
            checks::check_e0406_type("policy", node, "text", problems);
            return None;
        };
        Some(PolicyPath {
            segments: segments(text),
            at: node.at.clone(),
        })
    }

    pub(super) fn values(&self, problems: &mut Problems) -> Option<Vec<CellValue>> {
        let node = self.required("values", problems)?;
        let values = cell_values(node, problems)?;
        if values.is_empty() {
            checks::check_e0406_type("values", node, "cells", problems);
            return None;
        }
        Some(values)
    }

    pub(super) fn pick(&self, problems: &mut Problems) -> Option<Pick> {
        let (key, node) = match (self.node.get("key"), self.node.get("where")) {
            (Some(_), Some(node)) => {
                checks::check_e0423_key_and_where(&node.at, problems);
                return None;
            }
            (Some(node), None) => ("key", node),
            (None, Some(node)) => ("where", node),
            (None, None) => {
                checks::check_e0405_missing_key(self.at, self.action, "key", problems);
                return None;
            }
        };
        let conditions = conditions(key, node, problems)?;
        if key == "key" && conditions.is_empty() {
            checks::check_e0406_type(key, node, "cells", problems);
            return None;
        }
        Some(Pick {
            one: key == "key",
            conditions,
            at: node.at.clone(),
        })
    }

    pub(super) fn columns(&self, problems: &mut Problems) -> Option<Vec<(String, Spot)>> {
        if let Some(node) = self.node.get("column") {
            let name = node.as_text();
            if name.is_none() {
                checks::check_e0406_type("column", node, "text", problems);
            }
            return name.map(|name| vec![(name.to_owned(), node.at.clone())]);
        }
        let node = self.required("columns", problems)?;
        let names: Option<Vec<_>> = match &node.value {
            Value::List(nodes) if !nodes.is_empty() => nodes
                .iter()
                .map(|node| Some((node.as_text()?.to_owned(), node.at.clone())))
                .collect(),
            _ => None,
        };
        if names.is_none() {
            checks::check_e0406_type("columns", node, "texts", problems);
        }
        names
    }

    pub(super) fn factor(&self, problems: &mut Problems) -> Option<Factor> {
        let node = self.required("factor", problems)?;
        let Value::Number { text, .. } = &node.value else {
            checks::check_e0406_type("factor", node, "number", problems);
            return None;
        };
        let Ok((value, _)) = Fit::parse(text) else {
            checks::check_e0413_factor(&node.at, problems);
            return None;
        };
        checks::check_e0413_negative(&node.at, value, problems).then(|| Factor {
            value,
            at: node.at.clone(),
        })
    }
}

/// `objectives[3].weight` and `objectives.3.weight` are the same; quotes around a code are optional.
fn segments(path: &str) -> Vec<String> {
    path.replace('[', ".")
        .replace(']', "")
        .split('.')
        .map(|segment| segment.trim().trim_matches(['"', '\'']).to_owned())
        .collect()
}

/// A table of columns and cells.
fn cell_values(node: &Node, problems: &mut Problems) -> Option<Vec<CellValue>> {
    let Some(entries) = node.as_table() else {
        checks::check_e0406_type("values", node, "cells", problems);
        return None;
    };
    let values = entries.iter().filter_map(|entry| {
        let text = cell_text(&entry.key, &entry.node, problems)?;
        Some(CellValue {
            column: entry.key.clone(),
            column_at: entry.key_at.clone(),
            text,
            at: entry.node.at.clone(),
        })
    });
    let values: Vec<CellValue> = values.collect();
    (values.len() == entries.len()).then_some(values)
}

pub(super) fn cell_value(
    table: &Node,
    key: &'static str,
    problems: &mut Problems,
) -> Option<CellValue> {
    let entry = table.as_table()?.iter().find(|entry| entry.key == key)?;
    let text = cell_text(key, &entry.node, problems)?;
    Some(CellValue {
        column: key.to_owned(),
        column_at: entry.key_at.clone(),
        text,
        at: entry.node.at.clone(),
    })
}

/// What would stand in a cell. Numbers stay as written: the checks of tables are to judge them.
pub(in crate::overlay) fn cell_text(
    key: &str,
    node: &Node,
    problems: &mut Problems,
) -> Option<String> {
    match &node.value {
        Value::Text(text) => {
            checks::check_e0422_text(key, &node.at, text, problems);
            Some(text.trim().to_owned())
        }
        Value::Number { text, .. } | Value::Date(text) => Some(text.clone()),
        Value::Flag(_) | Value::List(_) | Value::Table(_) => {
            checks::check_e0406_type(key, node, "cell", problems);
            None
        }
    }
}
