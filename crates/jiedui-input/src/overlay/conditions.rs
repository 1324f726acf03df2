//! Reading which rows are meant: columns with a text, a list, or what stands behind a code.

use super::reading::cell_text;
use super::{Condition, Wanted, checks};
use crate::policy::document::{Entry, Node, Value};
use crate::policy::section::Problems;

/// A table of columns and what their cells must be.
pub(super) fn conditions(
    key: &str,
    node: &Node,
    problems: &mut Problems,
) -> Option<Vec<Condition>> {
    let Some(entries) = node.as_table() else {
        let expected = if key == "where" { "rows" } else { "cells" };
        checks::check_e0406_type(key, node, expected, problems);
        return None;
    };
    let read = entries
        .iter()
        .filter_map(|entry| condition(entry, problems));
    let read: Vec<Condition> = read.collect();
    (read.len() == entries.len()).then_some(read)
}

/// A text, a list of texts, or what the row behind a code must meet.
pub(super) fn condition(entry: &Entry, problems: &mut Problems) -> Option<Condition> {
    let (key, node) = (entry.key.as_str(), &entry.node);
    let wanted = match &node.value {
        Value::List(nodes) if nodes.is_empty() => {
            checks::check_e0406_type(key, node, "condition", problems);
            return None;
        }
        Value::List(nodes) => {
            let texts = nodes.iter().map(|node| cell_text(key, node, problems));
            let texts: Vec<Option<String>> = texts.collect();
            Wanted::Texts(texts.into_iter().collect::<Option<_>>()?)
        }
        Value::Table(entries) if entries.is_empty() => Wanted::Rows(Vec::new()),
        Value::Table(_) => Wanted::Rows(conditions(key, node, problems)?),
        Value::Flag(_) => {
            checks::check_e0406_type(key, node, "condition", problems);
            return None;
        }
        _ => Wanted::Texts(vec![cell_text(key, node, problems)?]),
    };
    Some(Condition {
        column: entry.key.clone(),
        column_at: entry.key_at.clone(),
        wanted,
        at: node.at.clone(),
    })
}
