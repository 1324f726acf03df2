//! First step: the files of a case to tables of text.

use crate::case_toml::read_case_toml;
use crate::raw::RawCase;
use crate::source::{CaseSource, WorkbookFile};
use crate::spelling::nearest;
use crate::tables::{TABLES, TableSchema, decode, read_csv};
use crate::workbook::read_workbook;
use jiedui_diagnostics::{Diagnostic, Location};
use std::sync::Arc;

const CASE_FILE: &str = "case.toml";

/// Reads every table that is there, and `case.toml`, from a folder or a workbook. What is missing is judged by
/// [`interpret`](crate::interpret()), which knows the policy.
///
/// The second value holds all problems of reading (codes E00 and some of E01); the first is as
/// complete as they allow, so that the steps after it can report theirs in the same run.
pub fn read_raw(source: &CaseSource) -> (RawCase, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let mut raw = RawCase::default();
    if let Some(WorkbookFile { name, bytes }) = source.workbook() {
        match bytes {
            Ok(bytes) => read_workbook(&name, bytes, &mut raw, &mut problems),
            Err(problem) => {
                raw.workbook = Some(name);
                mark_all_unreadable(&mut raw);
                problems.push(problem);
            }
        }
        return (raw, problems);
    }
    let names = match source.names() {
        Ok(names) => names,
        Err(problem) => {
            mark_all_unreadable(&mut raw);
            return (raw, vec![problem]);
        }
    };
    for schema in TABLES {
        let chinese = format!("{}.csv", schema.chinese);
        let mut files = names
            .iter()
            .filter(|name| name.eq_ignore_ascii_case(&schema.file()) || **name == chinese);
        let Some(first) = files.next() else { continue };
        for second in files {
            problems.push(check_e0114_two_files(schema, first, second));
        }
        let before = problems.len();
        if let Some(text) = read_text(source, first, &mut raw, &mut problems) {
            let table = read_csv(schema, &Arc::from(first.as_str()), &text, &mut problems);
            raw.tables.extend(table);
        }
        if problems.len() > before {
            match raw.table(schema.name) {
                Some(_) => raw.incomplete.push(schema.name),
                None => raw.unreadable.push(schema.name),
            }
        }
    }
    if names.iter().any(|name| name == CASE_FILE) {
        let text = read_text(source, CASE_FILE, &mut raw, &mut problems);
        raw.info = text.and_then(|text| {
            read_case_toml(&Arc::from(CASE_FILE), &text)
                .map_err(|problem| problems.push(problem))
                .ok()
        });
        if raw.info.is_none() {
            raw.unreadable.push(CASE_FILE);
        }
    }
    check_w0001_unknown_file(&names, &mut problems);
    (raw, problems)
}

/// Nothing could be read: no table is to be reported as missing as well.
pub(crate) fn mark_all_unreadable(raw: &mut RawCase) {
    raw.unreadable.extend(TABLES.iter().map(|table| table.name));
    raw.unreadable.push(CASE_FILE);
}

/// The text of a file; its bytes are kept for the digest.
fn read_text(
    source: &CaseSource,
    name: &str,
    raw: &mut RawCase,
    problems: &mut Vec<Diagnostic>,
) -> Option<String> {
    let file: Arc<str> = Arc::from(name);
    let bytes = source
        .read(&file)
        .map_err(|problem| problems.push(problem))
        .ok()?;
    let text = decode(&file, &bytes)
        .map(std::borrow::Cow::into_owned)
        .map_err(|problem| problems.push(problem))
        .ok();
    raw.files.push((name.to_owned(), bytes));
    text
}

/// E0114: one table in two files.
fn check_e0114_two_files(schema: &TableSchema, first: &str, second: &str) -> Diagnostic {
    Diagnostic::new("E0114")
        .at(Location::file(&Arc::from(second)))
        .related_to(Location::file(&Arc::from(first)))
        .with("table", schema.chinese)
        .with("first", first)
}

/// W0001: a CSV file that no table is read from.
fn check_w0001_unknown_file(names: &[String], problems: &mut Vec<Diagnostic>) {
    for name in names {
        let lower = name.to_lowercase();
        let Some(stem) = lower.strip_suffix(".csv") else {
            continue;
        };
        let known = TABLES
            .iter()
            .any(|table| table.name == stem || table.chinese == stem);
        if known {
            continue;
        }
        let close = nearest(
            stem,
            TABLES.iter().flat_map(|table| [table.name, table.chinese]),
        );
        problems.push(
            Diagnostic::new("W0001")
                .at(Location::file(&Arc::from(name.as_str())))
                .with("value", name)
                .with(
                    "nearest",
                    close.map_or("none".to_owned(), |close| format!("{close}.csv")),
                ),
        );
    }
}
