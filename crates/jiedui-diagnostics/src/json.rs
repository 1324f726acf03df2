//! Diagnostics for programs: one JSON object a line.

use crate::text::{action, title};
use crate::{Diagnostic, Location, Severity};
use jiedui_messages::Lang;
use serde::Serialize;
use serde_json::{Map, Value};

#[derive(Serialize)]
struct Line<'a> {
    code: &'a str,
    severity: &'static str,
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
    row: Option<u32>,
    column: Option<u32>,
    column_name: Option<&'a str>,
    values: Map<String, Value>,
    message: String,
    help: String,
    related: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
    row: u32,
    column: u32,
}

/// One JSON object a line: `code`, `severity` (`error`, `warning`), `file`, `row`, `column`,
/// `column_name`, `values`, `message`, `help`, `related`; for a place in a workbook also `sheet` and
/// `cell`. Nothing is cut off; keys keep their order.
pub fn render_json(diagnostics: &[Diagnostic], lang: Lang) -> String {
    let mut lines = String::new();
    for diagnostic in diagnostics {
        // Only strings and numbers: serialisation has nothing to fail on.
        if let Ok(line) = serde_json::to_string(&line(diagnostic, lang)) {
            lines.push_str(&line);
            lines.push('\n');
        }
    }
    lines
}

fn line(diagnostic: &Diagnostic, lang: Lang) -> Line<'_> {
    let location = diagnostic.location.as_ref();
    let counted = |number: u32| (number > 0).then_some(number);
    Line {
        code: diagnostic.code,
        severity: match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        file: location.map(file),
        sheet: location.and_then(|location| Some(location.sheet()?.1)),
        cell: location.and_then(Location::cell),
        row: location.and_then(|location| counted(location.row)),
        column: location.and_then(|location| counted(location.column)),
        column_name: location.and_then(|location| location.column_name.as_deref()),
        values: diagnostic
            .values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), Value::from(value.as_str())))
            .collect(),
        message: title(diagnostic, lang),
        help: action(diagnostic, lang),
        related: diagnostic.related.iter().map(place).collect(),
    }
}

fn place(location: &Location) -> Place<'_> {
    Place {
        file: file(location),
        sheet: location.sheet().map(|(_, sheet)| sheet),
        cell: location.cell(),
        row: location.row,
        column: location.column,
    }
}

/// The file itself, where a sheet of it is meant.
fn file(location: &Location) -> &str {
    location
        .sheet()
        .map_or(&location.file, |(workbook, _)| workbook)
}
