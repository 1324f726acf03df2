//! The cells of one sheet as they are, at their own rows and columns.

use super::package::{check_e0013_unpacked, check_e0014_damaged};
use crate::tables::{MAX_COLUMNS, MAX_ROWS};
use calamine::{DataRef, Dimensions, Style, Xlsx, XlsxError};
use jiedui_diagnostics::{Diagnostic, Location, column_letters};
use std::io::Cursor;
use std::sync::Arc;

/// Rows of a sheet, as the format has them. The reader takes any number that stands there.
const SHEET_ROWS: u32 = 1_048_576;

/// The reader of a workbook in memory.
pub(crate) type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// What a cell holds.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum CellValue {
    /// A text.
    Text(String),
    /// A number, to the fifteen digits that spreadsheets show.
    Number(String),
    /// A number under a percentage format: the number, and what the spreadsheet shows.
    Percentage(String, String),
    /// A day, as `2025-03-01`, with the time behind it where it has one.
    Date(String),
    /// True or false.
    Boolean(bool),
    /// `#N/A` and the like.
    Error(String),
    /// A formula that was never computed.
    Uncomputed,
}

impl CellValue {
    /// The cell as a line of the table shows it.
    pub(crate) fn shown(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) | Self::Date(text) | Self::Error(text) => text,
            Self::Percentage(_, shown) => shown,
            Self::Boolean(true) => "TRUE",
            Self::Boolean(false) => "FALSE",
            Self::Uncomputed => "",
        }
    }
}

/// One filled cell.
#[derive(Clone, Debug)]
pub(crate) struct GridCell {
    /// From 0.
    pub(crate) column: u32,
    pub(crate) value: CellValue,
}

/// A row with at least one filled cell.
#[derive(Clone, Debug)]
pub(crate) struct GridRow {
    /// As the spreadsheet shows it, from 1.
    pub(crate) number: u32,
    /// In the order of columns.
    pub(crate) cells: Vec<GridCell>,
}

impl GridRow {
    /// The cell of a column, from 0.
    pub(crate) fn cell(&self, column: u32) -> Option<&CellValue> {
        let found = self.cells.binary_search_by_key(&column, |cell| cell.column);
        found
            .ok()
            .and_then(|place| self.cells.get(place))
            .map(|cell| &cell.value)
    }

    /// The row as a line of CSV, for display.
    pub(crate) fn line(&self) -> String {
        let mut line = String::new();
        let mut column = 0;
        for cell in &self.cells {
            while column < cell.column {
                line.push(',');
                column += 1;
            }
            line.push_str(&cell.value.shown().replace(['\n', '\r'], " "));
        }
        line
    }
}

/// A sheet with its filled rows.
#[derive(Clone, Debug)]
pub(crate) struct Grid {
    /// How diagnostics call the sheet.
    pub(crate) file: Arc<str>,
    /// In order; rows without content are left out.
    pub(crate) rows: Vec<GridRow>,
    /// Merged cells, rows and columns from 0.
    pub(crate) merged: Vec<Dimensions>,
}

impl Grid {
    /// The content of a cell; of a merged one, that of all of them. The table is refused for merged
    /// cells; their other cells are not to be reported as empty on top of it.
    pub(crate) fn value<'a>(&'a self, row: &'a GridRow, column: u32) -> Option<&'a CellValue> {
        row.cell(column).or_else(|| {
            let line = row.number.saturating_sub(1);
            // Some are enough: no reader looks at the hundredth problem of the kind.
            let mut regions = self.merged.iter().take(100);
            let (top, left) = regions.find(|region| region.contains(line, column))?.start;
            let first = self
                .rows
                .binary_search_by_key(&(top + 1), |row| row.number)
                .ok()?;
            self.rows.get(first)?.cell(left)
        })
    }

    /// The place of a cell; row from 1, column from 0.
    pub(crate) fn location(&self, row: u32, column: u32) -> Location {
        Location {
            column: column.saturating_add(1),
            ..Location::row(&self.file, row)
        }
    }
}

/// Reads the cells of a sheet. `text_left` bounds the bytes of all texts of the workbook: many cells
/// may share one long text.
///
/// *Errors:* E0010, E0013, E0014, E0015.
pub(crate) fn read_grid(
    book: &mut Book<'_>,
    workbook: &Arc<str>,
    sheet: &str,
    file: &Arc<str>,
    text_left: &mut usize,
) -> Result<Grid, Diagnostic> {
    let damaged = |_: XlsxError| check_e0014_damaged(workbook);
    let merged = book.merge_cells_by_sheet_name(sheet).map_err(damaged)?;
    let mut rows: Vec<GridRow> = Vec::new();
    let mut reader = book.worksheet_cells_reader(sheet).map_err(damaged)?;
    while let Some(record) = reader.next_cell_with_formula_metadata().map_err(damaged)? {
        let Some(value) = value_of(&record.value, record.formula.is_some()) else {
            continue;
        };
        let (row, column) = record.pos;
        let number = row.saturating_add(1);
        if number > SHEET_ROWS {
            return Err(check_e0014_damaged(workbook));
        }
        check_e0015_too_wide(file, number, column)?;
        *text_left = text_left
            .checked_sub(value.shown().len())
            .ok_or_else(|| check_e0013_unpacked(workbook))?;
        let cell = GridCell { column, value };
        let count = rows.len();
        match rows.last_mut() {
            Some(last) if last.number == number => last.cells.push(cell),
            _ if count > MAX_ROWS => return Err(check_e0010_too_many_rows(file, number)),
            _ => rows.push(GridRow {
                number,
                cells: vec![cell],
            }),
        }
    }
    drop(reader);
    let mut rows = in_order(rows);
    find_percentages(book, sheet, &mut rows).map_err(damaged)?;
    Ok(Grid {
        file: Arc::clone(file),
        rows,
        merged,
    })
}

/// Marks the numbers whose format shows another figure than they hold: 0.3 as 30%.
fn find_percentages(
    book: &mut Book<'_>,
    sheet: &str,
    rows: &mut [GridRow],
) -> Result<(), XlsxError> {
    let mut reader = book.worksheet_cells_reader(sheet)?;
    let percentage: Vec<bool> = reader.styles().iter().map(is_percentage).collect();
    if !percentage.contains(&true) {
        return Ok(());
    }
    while let Some((row, column, style)) = reader.next_style_id()? {
        if percentage.get(style) != Some(&true) {
            continue;
        }
        let number = row.saturating_add(1);
        let Ok(row) = rows.binary_search_by_key(&number, |row| row.number) else {
            continue;
        };
        let cells = &mut rows[row].cells;
        if let Ok(place) = cells.binary_search_by_key(&column, |cell| cell.column)
            && let CellValue::Number(number) = &cells[place].value
            && let Ok(share) = number.parse::<f64>()
        {
            let shown = format!("{}%", number_text(share * 100.0));
            cells[place].value = CellValue::Percentage(number.clone(), shown);
        }
    }
    Ok(())
}

/// Whether a style shows numbers times a hundred. A percent sign in quotes, or behind a backslash, is
/// only a text.
fn is_percentage(style: &Style) -> bool {
    let Some(format) = &style.number_format else {
        return false;
    };
    let mut quoted = false;
    let mut escaped = false;
    format.format_code.chars().any(|character| {
        let is_text = quoted || std::mem::take(&mut escaped);
        match character {
            '"' => quoted = !quoted,
            '\\' => escaped = !is_text,
            _ => {}
        }
        character == '%' && !is_text
    })
}

/// Rows and cells in order. Programs write them so; nothing obliges them.
fn in_order(mut rows: Vec<GridRow>) -> Vec<GridRow> {
    rows.sort_by_key(|row| row.number);
    rows.dedup_by(|later, earlier| {
        let same = later.number == earlier.number;
        if same {
            earlier.cells.append(&mut later.cells);
        }
        same
    });
    for row in &mut rows {
        row.cells.sort_by_key(|cell| cell.column);
        row.cells.dedup_by_key(|cell| cell.column);
    }
    rows
}

/// `None` for an empty cell; spaces alone are empty, as in CSV.
fn value_of(data: &DataRef<'_>, is_formula: bool) -> Option<CellValue> {
    let text = |text: &str| {
        let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        (!trimmed.is_empty()).then(|| CellValue::Text(trimmed.to_owned()))
    };
    match data {
        DataRef::Empty => is_formula.then_some(CellValue::Uncomputed),
        DataRef::String(string) => text(string),
        DataRef::SharedString(string) => text(string),
        DataRef::Int(number) => Some(CellValue::Number(number.to_string())),
        DataRef::Float(number) => Some(CellValue::Number(number_text(*number))),
        DataRef::Bool(value) => Some(CellValue::Boolean(*value)),
        DataRef::DateTime(date) if date.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
            let time = (hour, minute, second);
            Some(CellValue::Date(date_text((year, month, day), time)))
        }
        DataRef::DateTime(duration) => Some(CellValue::Date(number_text(duration.as_f64()))),
        DataRef::DateTimeIso(iso) => {
            let day = iso.trim_end_matches('Z').replace('T', " ");
            Some(CellValue::Date(
                day.trim_end_matches(" 00:00:00").to_owned(),
            ))
        }
        DataRef::DurationIso(iso) => Some(CellValue::Date(iso.clone())),
        DataRef::Error(error) => Some(CellValue::Error(error.to_string())),
    }
}

fn date_text((year, month, day): (u16, u8, u8), (hour, minute, second): (u8, u8, u8)) -> String {
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date} {hour:02}:{minute:02}:{second:02}")
    }
}

/// A number to fifteen significant digits, as spreadsheets show it: 0.1 + 0.2 is 0.3, and a code that
/// was stored as 510000.0 is 510000.
pub(crate) fn number_text(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    // Adding zero takes the sign off a negative zero.
    (rounded + 0.0).to_string()
}

/// E0010 for a sheet.
fn check_e0010_too_many_rows(file: &Arc<str>, row: u32) -> Diagnostic {
    Diagnostic::new("E0010")
        .at(Location::row(file, row))
        .with("limit", MAX_ROWS)
}

/// E0015: something stands far to the right of any table.
fn check_e0015_too_wide(file: &Arc<str>, row: u32, column: u32) -> Result<(), Diagnostic> {
    if column < MAX_COLUMNS {
        return Ok(());
    }
    let place = Location {
        column: column.saturating_add(1),
        ..Location::row(file, row)
    };
    Err(Diagnostic::new("E0015")
        .at(place)
        .with("limit", column_letters(MAX_COLUMNS)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_text_is_what_the_spreadsheet_shows() {
        for (number, text) in [
            (510_000.0, "510000"),
            (0.1 + 0.2, "0.3"),
            (0.1, "0.1"),
            (-0.0, "0"),
            (-12.5, "-12.5"),
            (1e-7, "0.0000001"),
            (123_456_789_012.125, "123456789012.125"),
            (1e15, "1000000000000000"),
        ] {
            assert_eq!(number_text(number), text);
        }
    }
}
