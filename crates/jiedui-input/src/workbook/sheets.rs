//! Which sheet is which table, and which sheets are none.

use crate::interpret::info::CASE_SHEET;
use crate::raw::RawCase;
use crate::spelling::nearest;
use crate::tables::{TABLES, TableSchema};
use jiedui_diagnostics::{Diagnostic, Location};
use std::sync::Arc;

/// What a sheet is for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Role {
    /// The keys of the case.
    Case,
    /// A table of `data.md`.
    Table(&'static TableSchema),
    /// Written for people: instructions, examples, lists of codes.
    ForPeople,
    /// None that is known.
    Unknown,
}

/// Names of the sheet that stands for `case.toml`.
const CASE_SHEETS: [&str; 4] = ["case", CASE_SHEET, "案例说明", "基本信息"];

/// Sheets that are read by people only, by their whole name in lower case.
const FOR_PEOPLE: [&str; 14] = [
    "目录",
    "封面",
    "备注",
    "附注",
    "代码表",
    "说明",
    "codes",
    "notes",
    "note",
    "readme",
    "instructions",
    "help",
    "cover",
    "contents",
];

/// The role that a name gives to a sheet.
pub(crate) fn role(name: &str) -> Role {
    let name = name.trim().to_lowercase();
    if CASE_SHEETS.contains(&name.as_str()) {
        return Role::Case;
    }
    let table = TABLES
        .iter()
        .find(|table| table.name == name || table.chinese == name);
    if let Some(table) = table {
        return Role::Table(table);
    }
    let is_for_people = FOR_PEOPLE.contains(&name.as_str())
        || name.ends_with("说明")
        || name == "policy notes"
        || name.starts_with("示例")
        || name.starts_with("example");
    if is_for_people {
        Role::ForPeople
    } else {
        Role::Unknown
    }
}

/// E0114 for sheets: one table in two of them.
pub(crate) fn check_e0114_two_sheets(file: &Arc<str>, first: &Arc<str>, table: &str) -> Diagnostic {
    Diagnostic::new("E0114")
        .at(Location::file(file))
        .related_to(Location::file(first))
        .with("table", table)
        .with("first", first)
}

/// E0116: a sheet with content whose name is none of a table. It could be one that is misspelt.
pub(crate) fn check_e0116_unknown_sheet(file: &Arc<str>, name: &str) -> Diagnostic {
    let known = TABLES
        .iter()
        .flat_map(|table| [table.chinese, table.name])
        .chain(CASE_SHEETS);
    let allowed: Vec<&str> = std::iter::once(CASE_SHEET)
        .chain(TABLES.iter().map(|table| table.chinese))
        .collect();
    Diagnostic::new("E0116")
        .at(Location::file(file))
        .with("value", name)
        .with("nearest", nearest_sheet(name, known).unwrap_or("none"))
        .with("allowed", allowed.join("、"))
}

/// The table that a name may mean: misspelt, or with something around it (`1.需求表`).
fn nearest_sheet<'a>(name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    nearest(name, known.clone()).or_else(|| {
        let contained = known.filter(|table| name.contains(table));
        contained.max_by_key(|table| table.chars().count())
    })
}

/// W0002: a hidden sheet. Who hides one cannot see what would be read from it.
pub(crate) fn check_w0002_hidden_sheet(file: &Arc<str>, name: &str) -> Diagnostic {
    Diagnostic::new("W0002")
        .at(Location::file(file))
        .with("value", name)
}

/// E0107 for a sheet: one that a case needs holds nothing.
pub(crate) fn check_e0107_empty_sheet(file: &Arc<str>) -> Diagnostic {
    Diagnostic::new("E0107").at(Location::file(file))
}

/// Marks a table as there but unread, so that nobody reports it as missing as well.
pub(crate) fn mark_unreadable(raw: &mut RawCase, role: Role) {
    match role {
        Role::Case => raw.unreadable.push("case.toml"),
        Role::Table(schema) => raw.unreadable.push(schema.name),
        Role::ForPeople | Role::Unknown => {}
    }
}
