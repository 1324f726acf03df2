//! One CSV file to one [`RawTable`], rows counted as the spreadsheet shows them.

use super::header::{
    check_e0104_duplicate_column, check_e0218_unit_of_header, column_name, drop_unnamed_columns,
    location,
};
use super::quoting::{Misquoted, misquoted};
use super::schema::TableSchema;
use crate::raw::{RawCell, RawRow, RawTable};
use jiedui_diagnostics::{Diagnostic, Location};
use jiedui_domain::{Origin, cell_text, past_blank_lines};
use std::sync::Arc;

/// Rows of one table, header not counted.
pub(crate) const MAX_ROWS: usize = 1_000_000;
/// Columns of one table.
pub(crate) const MAX_COLUMNS: u32 = 200;
/// Characters of one cell.
pub(crate) const MAX_CELL: usize = 10_000;

/// Reads the text of one file. Problems go to `problems`; `None` where no table comes out of it.
///
/// *Errors:* E0008, E0009, E0010, E0015, E0016, E0104, E0105, E0106, E0107, E0113, E0115.
pub(crate) fn read_csv(
    schema: &'static TableSchema,
    file: &Arc<str>,
    text: &str,
    problems: &mut Vec<Diagnostic>,
) -> Option<RawTable> {
    let mut records = Records::new(text);
    let Some(header) = records.next() else {
        problems.push(check_e0107_empty_file(file));
        return None;
    };
    if header.is_unclosed() {
        problems.push(check_e0008_unclosed_quote(file, &header));
        return None;
    }
    if let Some(problem) = check_e0115_separator(file, &header) {
        problems.push(problem);
        return None;
    }
    if let Some(problem) = check_e0015_too_wide(file, &header) {
        problems.push(problem);
        return None;
    }
    let mut table = RawTable {
        name: schema.name,
        file: Arc::clone(file),
        columns: header
            .cells
            .iter()
            .map(|cell| column_name(schema, cell))
            .collect(),
        headers: header.cells.clone(),
        header_row: header.row,
        rows: Vec::new(),
    };
    let problems_before = problems.len();
    check_e0009_long_cell(&table, &header, problems);
    if problems.len() > problems_before {
        // No column has such a name, and looking for the nearest would take long.
        return None;
    }
    let line = header.line();
    check_e0104_duplicate_column(&table, &line, problems);
    check_e0218_unit_of_header(schema, &table, &line, problems);
    problems.extend(check_e0016_text_after_quote(file, &header));
    while let Some(record) = records.next() {
        if record.cells.iter().all(String::is_empty) {
            continue;
        }
        if table.rows.len() == MAX_ROWS {
            problems.push(check_e0010_too_many_rows(file, record.row));
            break;
        }
        if record.is_unclosed() {
            problems.push(check_e0008_unclosed_quote(file, &record));
            break;
        }
        problems.extend(check_e0016_text_after_quote(file, &record));
        check_e0009_long_cell(&table, &record, problems);
        if check_e0105_too_many_cells(&table, &record, problems)
            || check_e0106_too_few_cells(&table, &record, problems)
        {
            continue;
        }
        table.rows.push(RawRow {
            origin: Origin {
                file: Arc::clone(file),
                row: record.row,
            },
            cells: record
                .cells
                .into_iter()
                .take(table.columns.len())
                .map(RawCell::new)
                .collect(),
        });
    }
    drop_unnamed_columns(&mut table, &line, problems);
    Some(table)
}

/// A record with its place in the file.
struct Record<'a> {
    row: u32,
    cells: Vec<String>,
    /// The bytes of the file that it was read from, line end included.
    source: &'a str,
}

impl Record<'_> {
    fn line(&self) -> String {
        self.source.trim_end_matches(['\r', '\n']).to_owned()
    }

    fn is_unclosed(&self) -> bool {
        misquoted(self.source) == Some(Misquoted::Unclosed)
    }
}

/// Iterates over records and counts rows. The CSV reader skips blank lines without a word and
/// counts a line break inside a cell as a line; a spreadsheet does neither.
struct Records<'a> {
    text: &'a str,
    reader: csv::Reader<&'a [u8]>,
    row: u32,
}

impl<'a> Records<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            reader: csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes()),
            row: 0,
        }
    }

    fn next(&mut self) -> Option<Record<'a>> {
        let (start, blank) = past_blank_lines(self.text.as_bytes(), self.offset());
        let mut record = csv::StringRecord::new();
        // The text is valid UTF-8 and lengths may differ: nothing is left to fail.
        if !self.reader.read_record(&mut record).unwrap_or(false) {
            return None;
        }
        let end = self.offset();
        self.row += blank + 1;
        Some(Record {
            row: self.row,
            cells: record
                .iter()
                .map(|cell| cell_text(cell).to_owned())
                .collect(),
            source: self.text.get(start..end).unwrap_or(""),
        })
    }

    fn offset(&self) -> usize {
        usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX)
    }
}

/// E0107: the file holds nothing.
fn check_e0107_empty_file(file: &Arc<str>) -> Diagnostic {
    Diagnostic::new("E0107").at(Location::file(file))
}

/// E0115: the header is one cell with another separator in it.
fn check_e0115_separator(file: &Arc<str>, header: &Record<'_>) -> Option<Diagnostic> {
    let [only] = header.cells.as_slice() else {
        return None;
    };
    let (separator, mark) = [
        (";", ";"),
        ("；", "；"),
        ("tab", "\t"),
        ("|", "|"),
        ("、", "、"),
    ]
    .into_iter()
    .find(|(_, mark)| only.contains(mark))?;
    Some(
        Diagnostic::new("E0115")
            .at(Location::row(file, header.row))
            .showing(header.line(), mark)
            .with("separator", separator),
    )
}

/// E0015: a heading far to the right of any table.
fn check_e0015_too_wide(file: &Arc<str>, header: &Record<'_>) -> Option<Diagnostic> {
    let mut beyond = (1..).zip(&header.cells).skip(MAX_COLUMNS as usize);
    let (column, _) = beyond.find(|(_, heading)| !heading.is_empty())?;
    let place = Location {
        column,
        ..Location::row(file, header.row)
    };
    Some(
        Diagnostic::new("E0015")
            .at(place)
            .with("limit", MAX_COLUMNS),
    )
}

/// E0010: more rows than a case can have.
fn check_e0010_too_many_rows(file: &Arc<str>, row: u32) -> Diagnostic {
    Diagnostic::new("E0010")
        .at(Location::row(file, row))
        .with("limit", MAX_ROWS)
}

/// E0008: the file ends inside a quoted cell, so all that follows the quote was taken for one cell.
fn check_e0008_unclosed_quote(file: &Arc<str>, record: &Record<'_>) -> Diagnostic {
    let first_line = record.source.lines().next().unwrap_or("");
    Diagnostic::new("E0008")
        .at(Location::row(file, record.row))
        .showing(first_line, "\"")
}

/// E0016: a quoted cell goes on after its closing quote.
fn check_e0016_text_after_quote(file: &Arc<str>, record: &Record<'_>) -> Option<Diagnostic> {
    let Some(Misquoted::GoesOn(cell)) = misquoted(record.source) else {
        return None;
    };
    // Where a quote is missing further up, the cell may hold many rows: its beginning is shown.
    let begins = cell.lines().next().unwrap_or(cell);
    let line = record.source.lines().find(|line| line.contains(begins));
    Some(
        Diagnostic::new("E0016")
            .at(Location::row(file, record.row))
            .showing(line.unwrap_or(begins), begins)
            .with("lines", cell.lines().count()),
    )
}

/// E0009: a cell longer than anything a table is for.
fn check_e0009_long_cell(table: &RawTable, record: &Record<'_>, problems: &mut Vec<Diagnostic>) {
    for (column, cell) in record.cells.iter().enumerate() {
        // A character takes at most four bytes: most cells need no counting.
        if cell.len() > MAX_CELL && cell.chars().count() > MAX_CELL {
            problems.push(
                Diagnostic::new("E0009")
                    .at(location(table, record.row, column))
                    .with("length", cell.chars().count())
                    .with("limit", MAX_CELL),
            );
        }
    }
}

/// E0105: text beyond the last column.
fn check_e0105_too_many_cells(
    table: &RawTable,
    record: &Record<'_>,
    problems: &mut Vec<Diagnostic>,
) -> bool {
    let beyond = record.cells.iter().skip(table.columns.len());
    let Some(first) = beyond.into_iter().find(|cell| !cell.is_empty()) else {
        return false;
    };
    problems.push(
        Diagnostic::new("E0105")
            .at(Location::row(&table.file, record.row))
            .showing(record.line(), first.as_str())
            .with("count", record.cells.len())
            .with("columns", table.columns.len()),
    );
    true
}

/// E0106: fewer cells than columns.
fn check_e0106_too_few_cells(
    table: &RawTable,
    record: &Record<'_>,
    problems: &mut Vec<Diagnostic>,
) -> bool {
    if record.cells.len() >= table.columns.len() {
        return false;
    }
    problems.push(
        Diagnostic::new("E0106")
            .at(Location::row(&table.file, record.row))
            .showing(record.line(), "")
            .with("count", record.cells.len())
            .with("columns", table.columns.len()),
    );
    true
}
