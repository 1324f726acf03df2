//! A cell of a workbook to the text that the same cell would have in a CSV file.

use super::grid::CellValue;
use crate::tables::{Kind, MAX_CELL, is_binary};
use jiedui_diagnostics::{Diagnostic, Location};

/// The text of a cell under a column of this kind.
///
/// *Errors:* E0009, E0119, E0120, E0121, E0122, E0125.
pub(crate) fn cell_text(value: &CellValue, kind: Kind) -> Result<String, Diagnostic> {
    match value {
        CellValue::Text(text) => {
            check_e0009_long_cell(text)?;
            check_e0125_control_character(text)?;
            // An apostrophe in front marks text in some exports; in a code or number it means nothing.
            let bare = if kind.is_free_text() {
                text
            } else {
                text.strip_prefix(['\'', '’', '‘']).unwrap_or(text)
            };
            Ok(bare.to_owned())
        }
        CellValue::Number(text) => Ok(text.clone()),
        // Elsewhere than in a column of shares, what stands there is read as it shows: with its sign,
        // which no number has (E0216).
        CellValue::Percentage(number, shown) => {
            Ok(if kind.may_be_share() { number } else { shown }.clone())
        }
        CellValue::Date(text) => check_e0122_date(text, kind),
        CellValue::Boolean(_) => Err(check_e0121_boolean(value)),
        CellValue::Error(error) => Err(check_e0120_error_value(error)),
        CellValue::Uncomputed => Err(check_e0119_uncomputed()),
    }
}

/// The diagnostic at its place.
pub(crate) fn placed(problem: Diagnostic, place: Location, line: &str, mark: &str) -> Diagnostic {
    problem.at(place).showing(line, mark)
}

/// E0009 for a workbook.
fn check_e0009_long_cell(text: &str) -> Result<(), Diagnostic> {
    if text.len() > MAX_CELL && text.chars().count() > MAX_CELL {
        return Err(Diagnostic::new("E0009")
            .with("length", text.chars().count())
            .with("limit", MAX_CELL));
    }
    Ok(())
}

/// E0125: a character that no CSV file may hold, so that a run could not be read back.
fn check_e0125_control_character(text: &str) -> Result<(), Diagnostic> {
    match text.bytes().find(|byte| is_binary(*byte)) {
        Some(byte) => Err(Diagnostic::new("E0125").with("code", format!("U+{byte:04X}"))),
        None => Ok(()),
    }
}

/// E0119: a formula without a result; the program that wrote the file computed nothing.
fn check_e0119_uncomputed() -> Diagnostic {
    Diagnostic::new("E0119")
}

/// E0120: a formula that ended in an error.
fn check_e0120_error_value(error: &str) -> Diagnostic {
    Diagnostic::new("E0120").with("value", error)
}

/// E0121: true or false, which no column takes.
fn check_e0121_boolean(value: &CellValue) -> Diagnostic {
    Diagnostic::new("E0121").with("value", value.shown())
}

/// E0122: a date where a code or number belongs; spreadsheets make one of `1-2` on their own.
fn check_e0122_date(text: &str, kind: Kind) -> Result<String, Diagnostic> {
    if kind.is_free_text() {
        return Ok(text.to_owned());
    }
    Err(Diagnostic::new("E0122")
        .with("value", text)
        .with("expected", if kind.is_number() { "number" } else { "code" }))
}
