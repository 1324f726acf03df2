//! The header of a table, whatever kind of file it stands in.

use super::schema::{Kind, TableSchema};
use crate::raw::{RawRow, RawTable};
use jiedui_diagnostics::{Diagnostic, Location, column_letters, split_sheet_name};
use std::sync::Arc;

/// The column's name of `data.md` where the header means one, else the header.
pub(crate) fn column_name(schema: &TableSchema, header: &str) -> String {
    schema
        .column_of_header(header)
        .map_or_else(|| header.to_owned(), |column| column.name.to_owned())
}

/// The place of a cell; `column` counts from 0.
pub(crate) fn location(table: &RawTable, row: u32, column: usize) -> Location {
    Location {
        file: Arc::clone(&table.file),
        row,
        column: u32::try_from(column + 1).unwrap_or(0),
        column_name: table.columns.get(column).map(|name| Arc::from(&**name)),
    }
}

/// E0104: two columns of one name (or a name and its Chinese form).
pub(crate) fn check_e0104_duplicate_column(
    table: &RawTable,
    line: &str,
    problems: &mut Vec<Diagnostic>,
) {
    for (column, name) in table.columns.iter().enumerate() {
        let first = table.columns.iter().position(|other| other == name);
        if let Some(first) = first.filter(|first| *first < column && !name.is_empty()) {
            problems.push(
                Diagnostic::new("E0104")
                    .at(location(table, table.header_row, column))
                    .showing(line, table.headers[column].as_str())
                    .with("value", table.headers[column].as_str())
                    .with("name", name)
                    .with("first", place_of_column(table, first)),
            );
        }
    }
}

/// Units that people write behind the name of a column.
const UNITS: [&str; 19] = [
    "元",
    "百元",
    "千元",
    "万元",
    "十万元",
    "百万元",
    "千万元",
    "亿元",
    "人",
    "百人",
    "千人",
    "万人",
    "亿人",
    "公里",
    "千米",
    "米",
    "km",
    "小时",
    "分钟",
];

/// E0218: the header names another unit than that of its column. Nothing is converted, so its figures would be taken for
/// what they are not.
pub(crate) fn check_e0218_unit_of_header(
    schema: &TableSchema,
    table: &RawTable,
    line: &str,
    problems: &mut Vec<Diagnostic>,
) {
    for (place, name) in table.columns.iter().enumerate() {
        let (Some(column), Some(header)) = (schema.column(name), table.headers.get(place)) else {
            continue;
        };
        let allowed: &[&str] = match column.kind {
            Kind::Number("公里") => &["公里", "千米", "km"],
            Kind::Number("小时") => &["小时"],
            Kind::Number("万元") => &["万元"],
            Kind::Number("亿元") => &["亿元"],
            Kind::Number("万人") => &["万人"],
            // Each sector has its own.
            Kind::Number("") if column.name == "amount" => &["万元", "人"],
            _ => continue,
        };
        let is_other = |unit: &str| UNITS.contains(&unit) && !allowed.contains(&unit);
        if units_of(header).any(|unit| is_other(&unit)) {
            problems.push(
                Diagnostic::new("E0218")
                    .at(location(table, table.header_row, place))
                    .showing(line, header.as_str())
                    .with("value", header.as_str())
                    .with("allowed", allowed.join(" / ")),
            );
        }
    }
}

/// What stands in brackets in a header, word by word.
fn units_of(header: &str) -> impl Iterator<Item = String> {
    let inside = header.split(['（', '(']).skip(1);
    let inside = inside.filter_map(|part| part.split(['）', ')']).next());
    let words = inside.flat_map(|part| {
        part.split(|mark: char| mark.is_whitespace() || "/／、，,；;：:或及和".contains(mark))
    });
    words.map(|word| word.trim_start_matches("单位").to_lowercase())
}

/// Takes out columns without a name: silently where they are empty (spreadsheets leave such), with
/// E0113 where they hold something.
pub(crate) fn drop_unnamed_columns(
    table: &mut RawTable,
    line: &str,
    problems: &mut Vec<Diagnostic>,
) {
    for column in (0..table.columns.len()).rev() {
        if !table.columns[column].is_empty() {
            continue;
        }
        let filled = table
            .rows
            .iter()
            .find(|row| !row.cells[column].text.is_empty());
        if let Some(row) = filled {
            problems.push(check_e0113_unnamed_column(table, line, row, column));
        }
        // Only trailing columns may go: the others keep the numbers that the spreadsheet shows.
        if filled.is_none() && column + 1 == table.columns.len() {
            table.columns.pop();
            table.headers.truncate(column);
            for row in &mut table.rows {
                row.cells.truncate(column);
            }
        }
    }
}

/// E0113: a column with values but without a name.
fn check_e0113_unnamed_column(
    table: &RawTable,
    line: &str,
    row: &RawRow,
    column: usize,
) -> Diagnostic {
    Diagnostic::new("E0113")
        .at(location(table, table.header_row, column))
        .showing(line, "")
        .with("value", &row.cells[column].text)
        .with("value-row", row.origin.row)
}

/// A column as its program shows it: a letter in a workbook, else a number.
fn place_of_column(table: &RawTable, column: usize) -> String {
    if split_sheet_name(&table.file).is_some() {
        column_letters(u32::try_from(column + 1).unwrap_or(0))
    } else {
        (column + 1).to_string()
    }
}
