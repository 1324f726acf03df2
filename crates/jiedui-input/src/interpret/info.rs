//! `case.toml`: the keys of `[case]`.

use crate::raw::{RawCase, RawEntry, RawInfo, RawValue};
use crate::spelling::nearest;
use jiedui_diagnostics::{Diagnostic, Location, split_sheet_name};
use jiedui_domain::CaseInfo;
use std::sync::Arc;

pub(crate) const KEYS: [&str; 5] = ["name", "year", "title", "currency", "sources"];
/// The keys with the labels that a sheet has for them.
pub(crate) const LABELS: [(&str, &str); 5] = [
    ("name", "名称"),
    ("year", "年份"),
    ("title", "标题"),
    ("currency", "货币单位"),
    ("sources", "数据来源"),
];
/// The sheet of a workbook that takes the place of `case.toml`.
pub(crate) const CASE_SHEET: &str = "案例";
const REQUIRED: [&str; 4] = ["name", "year", "title", "currency"];
const CURRENCY: &str = "万元";
/// Years that a case can be about.
pub(crate) const YEARS: std::ops::RangeInclusive<i32> = 1949..=2100;

pub(crate) fn read(raw: &RawCase, problems: &mut Vec<Diagnostic>) -> CaseInfo {
    let mut info = CaseInfo::default();
    let Some(document) = &raw.info else {
        if !raw.unreadable.contains(&"case.toml") {
            let problem = match &raw.workbook {
                Some(workbook) => Diagnostic::new("E0101")
                    .at(Location::file(workbook))
                    .with("kind", "workbook")
                    .with("table", CASE_SHEET),
                None => Diagnostic::new("E0101")
                    .at(Location::file(&Arc::from("case.toml")))
                    .with("table", "case"),
            };
            problems.push(problem);
        }
        return info;
    };
    check_e0109_missing_key(document, problems);
    for entry in &document.entries {
        match (entry.key.as_str(), &entry.value) {
            // A label of a sheet with nothing beside it: E0109 has asked for it.
            (_, RawValue::Text(text)) if text.is_empty() && entry.column > 0 => {}
            ("name", RawValue::Text(text)) => info.name = text.trim().to_owned(),
            ("title", RawValue::Text(text)) => info.title = text.trim().to_owned(),
            ("currency", RawValue::Text(text)) => {
                info.currency = text.trim().to_owned();
                check_e0213_currency(document, entry, text, problems);
            }
            ("year", RawValue::Whole(text)) => {
                info.year = check_e0209_case_year(document, entry, text, problems);
            }
            ("sources", RawValue::Texts(texts)) => info.sources.clone_from(texts),
            ("sources", RawValue::Text(text)) => info.sources = vec![text.clone()],
            (key, value) if KEYS.contains(&key) => {
                problems.push(check_e0111_wrong_type(document, entry, value));
            }
            _ => problems.push(check_e0110_unknown_key(document, entry)),
        }
    }
    info
}

/// The line of a key, for problems that concern it.
pub(crate) fn key_problem(document: &RawInfo, code: &'static str, entry: &RawEntry) -> Diagnostic {
    let line = document.lines.get(entry.row.saturating_sub(1) as usize);
    Diagnostic::new(code)
        .at(Location {
            column: entry.column,
            ..Location::row(&document.file, entry.row)
        })
        .showing(line.map_or("", String::as_str), "")
        .with("key", shown_key(document, &entry.key))
}

/// E0109: a key that `[case]` needs is missing, or empty.
fn check_e0109_missing_key(document: &RawInfo, problems: &mut Vec<Diagnostic>) {
    for key in REQUIRED {
        let there = document.entries.iter().any(|entry| {
            entry.key == key
                && !matches!(&entry.value, RawValue::Text(text) if text.trim().is_empty())
        });
        if !there {
            let label = document.entries.iter().find(|entry| entry.key == key);
            let label = label.filter(|entry| entry.column > 0);
            let place = label.map_or_else(
                || Location::row(&document.file, document.row),
                |entry| Location {
                    column: entry.column,
                    ..Location::row(&document.file, entry.row)
                },
            );
            problems.push(
                Diagnostic::new("E0109")
                    .at(place)
                    .with("key", shown_key(document, key)),
            );
        }
    }
}

/// A key as the file has it: with its label in a sheet.
fn shown_key(document: &RawInfo, key: &str) -> String {
    if split_sheet_name(&document.file).is_some() {
        labelled(key)
    } else {
        key.to_owned()
    }
}

/// A key with the label that a sheet has for it: `年份（year）`.
pub(crate) fn labelled(key: &str) -> String {
    let label = LABELS.iter().find(|(name, _)| *name == key);
    label.map_or_else(
        || key.to_owned(),
        |(name, label)| format!("{label}（{name}）"),
    )
}

/// E0110: a key that `[case]` does not have.
fn check_e0110_unknown_key(document: &RawInfo, entry: &RawEntry) -> Diagnostic {
    key_problem(document, "E0110", entry)
        .with("nearest", nearest(&entry.key, KEYS).unwrap_or("none"))
        .with(
            "allowed",
            KEYS.map(|key| shown_key(document, key)).join(", "),
        )
}

/// E0111: a value of another type than the key takes.
fn check_e0111_wrong_type(document: &RawInfo, entry: &RawEntry, value: &RawValue) -> Diagnostic {
    let found = match value {
        RawValue::Text(_) => "string",
        RawValue::Whole(_) => "integer",
        RawValue::Texts(_) => "array",
        RawValue::Other(name) => name,
    };
    let expected = match entry.key.as_str() {
        "year" => "year",
        "sources" => "list",
        _ => "text",
    };
    key_problem(document, "E0111", entry)
        .with("found", found)
        .with("expected", expected)
}

/// E0209 for the case: a year that no case can be about.
fn check_e0209_case_year(
    document: &RawInfo,
    entry: &RawEntry,
    text: &str,
    problems: &mut Vec<Diagnostic>,
) -> i32 {
    let digits = text.replace('_', "");
    let year = digits.parse::<i32>().ok();
    if let Some(year) = year.filter(|year| YEARS.contains(year)) {
        return year;
    }
    let is_number = digits.parse::<f64>().is_ok();
    problems.push(
        key_problem(document, "E0209", entry)
            .with("value", text)
            .with("kind", if is_number { "range" } else { "text" })
            .with("first", YEARS.start())
            .with("last", YEARS.end()),
    );
    0
}

/// E0213: a currency unit other than 万元.
fn check_e0213_currency(
    document: &RawInfo,
    entry: &RawEntry,
    text: &str,
    problems: &mut Vec<Diagnostic>,
) {
    if text.trim() != CURRENCY && !text.trim().is_empty() {
        problems.push(
            key_problem(document, "E0213", entry)
                .with("value", text)
                .with("allowed", CURRENCY),
        );
    }
}
