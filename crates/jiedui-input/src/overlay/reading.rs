//! From the text of an overlay to its changes.

mod keys;

use super::conditions::condition;
use super::{CellValue, Change, Edit, Overlay, PolicyEdit, RowEdit, checks};
use crate::policy::Spot;
use crate::policy::document::{Document, Entry, FileKind, Node, Value};
use crate::policy::section::Problems;
use jiedui_diagnostics::{Diagnostic, sort};
use jiedui_domain::DecisionAction;
use keys::cell_value;

pub(super) use keys::cell_text;

pub(crate) const OVERLAY_FILE: FileKind = FileKind {
    syntax: "E0401",
    too_large: "E0402",
    full_width: "E0403",
    key_twice: "E0421",
    largest: 32 << 20,
};
const TOP_KEYS: [&str; 5] = ["name", "author", "date", "reason", "change"];
const CHANGE_KEYS: [&str; 16] = [
    "action",
    "table",
    "key",
    "where",
    "values",
    "column",
    "columns",
    "factor",
    "policy",
    "value",
    "helper",
    "recipient",
    "reason",
    "clause",
    "author",
    "date",
];
const ACTIONS: [&str; 6] = ["set", "scale", "add", "remove", "lock", "forbid"];

/// Reads an overlay; `name` is how diagnostics call the file.
///
/// *Errors:* E0401–E0408, E0413, E0417, E0418, E0421–E0423: every problem that shows without the
/// case, in the order of the lines.
pub fn read(name: &str, text: &str) -> Result<Overlay, Vec<Diagnostic>> {
    let document = Document::parse_as(name, text, &OVERLAY_FILE)?;
    let mut problems = Problems::new();
    let overlay = read_root(name, &document.root, &mut problems);
    if problems.is_empty() {
        return Ok(overlay);
    }
    sort(&mut problems);
    Err(problems)
}

fn read_root(file: &str, root: &Node, problems: &mut Problems) -> Overlay {
    for entry in root.as_table().unwrap_or_default() {
        if !TOP_KEYS.contains(&entry.key.as_str()) {
            checks::check_e0404_unknown_key(entry, &TOP_KEYS, problems);
        }
    }
    let name = root
        .get("name")
        .and_then(|node| cell_text("name", node, problems))
        .unwrap_or_else(|| file.to_owned());
    let changes = read_changes(root, problems);
    Overlay { name, changes }
}

/// The changes under a table, e.g. a whole overlay or a scenario.
pub(crate) fn read_changes(root: &Node, problems: &mut Problems) -> Vec<Change> {
    // What the overlay says once holds for each of its decisions that does not say it itself.
    let shared: Vec<CellValue> = ["reason", "author", "date"]
        .into_iter()
        .filter_map(|key| cell_value(root, key, problems))
        .collect();
    let Some(node) = root.get("change") else {
        return Vec::new();
    };
    let Value::List(nodes) = &node.value else {
        checks::check_e0406_type("change", node, "tables", problems);
        return Vec::new();
    };
    let at = nodes.first().map_or(&node.at, |first| &first.at);
    if !checks::check_e0417_too_many(at, nodes.len(), problems) {
        return Vec::new();
    }
    let read = |node| read_change(node, &shared, problems);
    nodes.iter().filter_map(read).collect()
}

/// One change while it is read.
struct Reading<'d> {
    at: &'d Spot,
    node: &'d Node,
    entries: &'d [Entry],
    action: &'d str,
}

pub(crate) fn read_change(
    node: &Node,
    shared: &[CellValue],
    problems: &mut Problems,
) -> Option<Change> {
    let Some(entries) = node.as_table() else {
        checks::check_e0406_type("change", node, "table", problems);
        return None;
    };
    for entry in entries {
        if !CHANGE_KEYS.contains(&entry.key.as_str()) {
            checks::check_e0404_unknown_key(entry, &CHANGE_KEYS, problems);
        }
    }
    let Some(action_node) = node.get("action") else {
        checks::check_e0405_missing_key(&node.at, "", "action", problems);
        return None;
    };
    let Some(action) = action_node.as_text() else {
        checks::check_e0406_type("action", action_node, "text", problems);
        return None;
    };
    let change = Reading {
        at: &node.at,
        node,
        entries,
        action,
    };
    let edit = match action {
        "lock" => change.decision(DecisionAction::Lock, shared, problems),
        "forbid" => change.decision(DecisionAction::Forbid, shared, problems),
        "set" | "scale" | "add" | "remove" => {
            if node.get("policy").is_some() {
                change.policy(problems)
            } else {
                change.rows(problems)
            }
        }
        _ => {
            checks::check_e0407_unknown_action(&action_node.at, action, &ACTIONS, problems);
            None
        }
    };
    Some(Change {
        at: node.at.clone(),
        edit: edit?,
    })
}

impl<'d> Reading<'d> {
    fn decision(
        &self,
        action: DecisionAction,
        shared: &[CellValue],
        problems: &mut Problems,
    ) -> Option<Edit> {
        let keys = ["helper", "recipient", "reason", "clause", "author", "date"];
        self.only(&keys, problems);
        let [helper, recipient] = ["helper", "recipient"].map(|key| {
            self.required(key, problems)?;
            let entry = self.entries.iter().find(|entry| entry.key == key)?;
            condition(entry, problems)
        });
        let mut values = Vec::new();
        for key in ["reason", "clause", "author", "date"] {
            let own = cell_value(self.node, key, problems);
            let value = own.or_else(|| shared.iter().find(|value| value.column == key).cloned());
            if value.is_none() && key == "reason" && self.node.get(key).is_none() {
                checks::check_e0405_missing_key(self.at, self.action, key, problems);
            }
            values.extend(value);
        }
        Some(Edit::Decide {
            action,
            helper: helper?,
            recipient: recipient?,
            values,
        })
    }

    fn rows(&self, problems: &mut Problems) -> Option<Edit> {
        let allowed: &[&str] = match self.action {
            "set" => &["table", "key", "where", "values"],
            "scale" => &["table", "key", "where", "column", "columns", "factor"],
            "add" => &["table", "values"],
            _ => &["table", "key", "where"],
        };
        self.only(allowed, problems);
        let table = self.table(problems);
        if self.action == "add" {
            let values = self.values(problems);
            return Some(Edit::AddRow {
                table: table?,
                values: values?,
            });
        }
        let pick = self.pick(problems);
        let edit = match self.action {
            "set" => self.values(problems).map(RowEdit::Set),
            "scale" => {
                let columns = self.columns(problems);
                let factor = self.factor(problems);
                columns
                    .zip(factor)
                    .map(|(columns, factor)| RowEdit::Scale { columns, factor })
            }
            _ => Some(RowEdit::Remove),
        };
        Some(Edit::Rows {
            table: table?,
            pick: pick?,
            edit: edit?,
        })
    }

    fn policy(&self, problems: &mut Problems) -> Option<Edit> {
        let allowed: &[&str] = match self.action {
            "set" | "add" => &["policy", "value"],
            "scale" => &["policy", "factor"],
            _ => &["policy"],
        };
        self.only(allowed, problems);
        let path = self.path(problems);
        let edit = match self.action {
            "set" => self
                .required("value", problems)
                .cloned()
                .map(PolicyEdit::Set),
            "add" => self
                .required("value", problems)
                .cloned()
                .map(PolicyEdit::Add),
            "scale" => self.factor(problems).map(PolicyEdit::Scale),
            _ => Some(PolicyEdit::Remove),
        };
        Some(Edit::Policy {
            path: path?,
            edit: edit?,
        })
    }
}
