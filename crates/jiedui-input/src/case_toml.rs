//! `case.toml`: parsing with the line of every key.

use crate::raw::{RawEntry, RawInfo, RawValue};
use jiedui_diagnostics::{Diagnostic, Location};
use std::sync::Arc;
use toml::de::{DeTable, DeValue};

/// Reads `case.toml`; what the keys mean is judged later.
///
/// *Errors:* E0007 where the text is no TOML.
pub(crate) fn read_case_toml(file: &Arc<str>, text: &str) -> Result<RawInfo, Diagnostic> {
    let document = DeTable::parse(text).map_err(|error| check_e0007_toml(file, text, &error))?;
    let table = document.get_ref();
    let case = table.iter().find(|(key, _)| &**key.get_ref() == "case");
    let (row, entries) = match case {
        Some((key, value)) => match value.get_ref() {
            DeValue::Table(inside) => (line_of(text, key.span().start), entries(text, inside)),
            // `case = …` is no table: shown as an unknown key of the top level.
            _ => (1, entries(text, table)),
        },
        None => (1, entries(text, table)),
    };
    let mut entries = entries;
    if case.is_some_and(|(_, value)| value.get_ref().is_table()) {
        entries.extend(entries_of(text, table).filter(|entry| entry.key != "case"));
    }
    entries.sort_by_key(|entry| entry.row);
    Ok(RawInfo {
        file: Arc::clone(file),
        lines: text.lines().map(str::to_owned).collect(),
        row,
        entries,
    })
}

fn entries(text: &str, table: &DeTable<'_>) -> Vec<RawEntry> {
    entries_of(text, table).collect()
}

fn entries_of<'a>(text: &'a str, table: &'a DeTable<'a>) -> impl Iterator<Item = RawEntry> + 'a {
    table.iter().map(|(key, value)| RawEntry {
        key: key.get_ref().to_string(),
        value: raw_value(value.get_ref()),
        row: line_of(text, key.span().start),
        column: 0,
    })
}

fn raw_value(value: &DeValue<'_>) -> RawValue {
    match value {
        DeValue::String(text) => RawValue::Text(text.to_string()),
        DeValue::Integer(number) if number.radix() == 10 => {
            RawValue::Whole(number.as_str().to_owned())
        }
        DeValue::Array(items) => {
            let texts: Option<Vec<String>> = items
                .iter()
                .map(|item| item.get_ref().as_str().map(str::to_owned))
                .collect();
            texts.map_or(RawValue::Other("array"), RawValue::Texts)
        }
        other => RawValue::Other(other.type_str()),
    }
}

/// Line of a byte of the text, from 1.
fn line_of(text: &str, offset: usize) -> u32 {
    let before = text.as_bytes().iter().take(offset);
    let lines = before.filter(|byte| **byte == b'\n').count() + 1;
    u32::try_from(lines).unwrap_or(u32::MAX)
}

/// E0007: the file is no TOML.
fn check_e0007_toml(file: &Arc<str>, text: &str, error: &toml::de::Error) -> Diagnostic {
    let start = error.span().map_or(0, |span| span.start.min(text.len()));
    let row = line_of(text, start);
    let line = text.lines().nth(row as usize - 1).unwrap_or("");
    Diagnostic::new("E0007")
        .at(Location::row(file, row))
        .showing(line, "")
        .with("reason", error.message().lines().next().unwrap_or(""))
}
