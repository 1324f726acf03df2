//! A table seen by column name, and the diagnostics that point into it.

use crate::raw::{RawCell, RawRow, RawTable};
use jiedui_diagnostics::{Diagnostic, Location};
use std::sync::Arc;

/// A table with its header looked up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TableView<'a> {
    pub(crate) table: &'a RawTable,
}

impl<'a> TableView<'a> {
    pub(crate) fn new(table: &'a RawTable) -> Self {
        Self { table }
    }

    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.table.columns.iter().position(|column| column == name)
    }

    pub(crate) fn len(&self) -> usize {
        self.table.rows.len()
    }

    /// The header over a column, where it is not the column's own name: people look for that one.
    fn header(&self, column: &str) -> Option<&'a str> {
        let header = self.table.headers.get(self.column(column)?)?;
        Some(header.as_str()).filter(|header| *header != column)
    }

    fn row(&self, index: usize) -> Option<&'a RawRow> {
        self.table.rows.get(index)
    }

    fn cell(&self, index: usize, column: &str) -> Option<&'a RawCell> {
        let position = self.column(column)?;
        self.row(index)?.cells.get(position)
    }

    /// The text of a cell; empty where the table has no such column.
    pub(crate) fn text(&self, index: usize, column: &str) -> &'a str {
        self.cell(index, column).map_or("", |cell| &cell.text)
    }

    /// The same as people find it in the file: with the name where a name stands for the code.
    pub(crate) fn shown(&self, index: usize, column: &str) -> &'a str {
        self.cell(index, column).map_or("", RawCell::shown)
    }

    /// The place of a row.
    pub(crate) fn row_location(&self, index: usize) -> Location {
        match self.row(index) {
            Some(row) => Location::row(&row.origin.file, row.origin.row),
            None => Location::file(&self.table.file),
        }
    }

    /// A problem with one cell, with the cell's text as `value`. Where an overlay set the cell or
    /// added the row, the place is in the overlay.
    pub(crate) fn cell_problem(
        &self,
        code: &'static str,
        index: usize,
        column: &str,
    ) -> Diagnostic {
        let text = self.text(index, column);
        let mut problem = Diagnostic::new(code)
            .with("value", text)
            .with("table", self.table.name);
        if let Some(header) = self.header(column) {
            problem = problem.with("field", header);
        }
        let Some(row) = self.row(index) else {
            return problem.at(Location::file(&self.table.file));
        };
        let position = self.column(column);
        let name: Option<Arc<str>> = Some(Arc::from(column));
        let changed = position
            .and_then(|position| row.cells.get(position))
            .and_then(|cell| cell.changed_at.as_ref());
        if let Some(origin) = changed {
            return problem.at(Location {
                column_name: name,
                ..Location::row(&origin.file, origin.row)
            });
        }
        let location = Location {
            column_name: name,
            ..Location::row(&row.origin.file, row.origin.row)
        };
        if !self.stands_in_file(row) {
            return problem.at(location);
        }
        problem
            .at(Location {
                column: position.map_or(0, |position| number(position + 1)),
                ..location
            })
            .showing(line_of(row), self.shown(index, column))
    }

    /// A problem with the header; `column` counts from 0.
    pub(crate) fn header_problem(&self, code: &'static str, column: Option<usize>) -> Diagnostic {
        let name = column.and_then(|column| self.table.columns.get(column));
        // A table that overlays alone made has no header in any file.
        let headers = match self.table.headers.as_slice() {
            [] => &self.table.columns,
            _ => &self.table.headers,
        };
        let mark = column.and_then(|column| headers.get(column));
        Diagnostic::new(code)
            .at(Location {
                column: column.map_or(0, |column| number(column + 1)),
                column_name: name.map(|name| Arc::from(name.as_str())),
                ..Location::row(&self.table.file, self.table.header_row.max(1))
            })
            .showing(headers.join(","), mark.map_or("", String::as_str))
            .with("table", self.table.name)
    }

    fn stands_in_file(&self, row: &RawRow) -> bool {
        row.origin.file == self.table.file
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(0)
}

/// The row as a line of CSV.
fn line_of(row: &RawRow) -> String {
    let mut line = String::new();
    for (column, cell) in row.cells.iter().enumerate() {
        let text = cell.shown();
        if column > 0 {
            line.push(',');
        }
        if text.contains([',', '"', '\n', '\r']) {
            line.push('"');
            line.push_str(&text.replace('"', "\"\"").replace(['\n', '\r'], " "));
            line.push('"');
        } else {
            line.push_str(text);
        }
    }
    line
}
