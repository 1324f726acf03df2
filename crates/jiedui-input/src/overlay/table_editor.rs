//! A table while overlays change it: rows are found through indexes, so that many changes of a
//! large table cost little, and removed rows leave only at the end.

use super::{CellValue, checks};
use crate::policy::Spot;
use crate::policy::section::Problems;
use crate::raw::{RawCell, RawRow, RawTable};
use crate::spelling::half_width;
use crate::tables::TableSchema;
use std::collections::{BTreeMap, BTreeSet};

/// Rows by the texts of some columns.
type Index = BTreeMap<Vec<String>, Vec<usize>>;

pub(super) struct TableEditor<'t> {
    pub(super) table: &'t mut RawTable,
    removed: Vec<bool>,
    /// By the columns that they cover.
    indexes: BTreeMap<Vec<usize>, Index>,
}

impl<'t> TableEditor<'t> {
    pub(super) fn new(table: &'t mut RawTable) -> Self {
        let removed = vec![false; table.rows.len()];
        Self {
            table,
            removed,
            indexes: BTreeMap::new(),
        }
    }

    /// The column of a name: `Some(None)` for one of `data.md` that this table leaves out; `None`
    /// for an unknown one, which is reported.
    pub(super) fn column(
        &self,
        schema: &'static TableSchema,
        name: &str,
        at: &Spot,
        problems: &mut Problems,
    ) -> Option<Option<usize>> {
        if let Some(column) = self.position(schema, name) {
            return Some(Some(column));
        }
        if schema.column_of_header(name).is_some() {
            return Some(None);
        }
        let own = self.table.columns.iter().map(String::as_str);
        let mut known: Vec<&str> = own.collect();
        for column in schema.all_columns() {
            if !known.contains(&column.name) {
                known.push(column.name);
            }
        }
        checks::check_e0409_unknown_column(at, name, schema.name, &known, problems);
        None
    }

    /// Where the column of a name stands in this table.
    pub(super) fn position(&self, schema: &'static TableSchema, name: &str) -> Option<usize> {
        let columns = &self.table.columns;
        let exact = columns.iter().position(|column| column == name);
        exact.or_else(|| {
            let schema = schema.column_of_header(name)?;
            columns.iter().position(|column| column == schema.name)
        })
    }

    /// The rows whose cells have these texts, in their order.
    ///
    /// *Complexity:* O(log n) after the first time for the same columns, O(n) without conditions.
    pub(super) fn rows_with(&mut self, conditions: &[(usize, &str)]) -> Vec<usize> {
        if conditions.is_empty() {
            return (0..self.table.rows.len())
                .filter(|&row| !self.removed[row])
                .collect();
        }
        let mut sorted = conditions.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        let columns: Vec<usize> = sorted.iter().map(|(column, _)| *column).collect();
        let wanted: Vec<String> = sorted.iter().map(|(_, text)| comparable(text)).collect();
        if !self.indexes.contains_key(&columns) {
            let mut index = Index::new();
            for (number, row) in self.table.rows.iter().enumerate() {
                if !self.removed[number] {
                    index
                        .entry(index_key(row, &columns))
                        .or_default()
                        .push(number);
                }
            }
            self.indexes.insert(columns.clone(), index);
        }
        self.indexes
            .get(&columns)
            .and_then(|index| index.get(&wanted))
            .cloned()
            .unwrap_or_default()
    }

    /// The rows whose cells have one of these texts each, in their order.
    ///
    /// *Complexity:* that of [`Self::rows_with`] where each column has one text, else O(n log n).
    pub(super) fn rows_with_any(&mut self, conditions: &[(usize, Vec<&str>)]) -> Vec<usize> {
        let single: Option<Vec<(usize, &str)>> = conditions
            .iter()
            .map(|(column, texts)| match texts.as_slice() {
                [only] => Some((*column, *only)),
                _ => None,
            })
            .collect();
        if let Some(single) = single {
            return self.rows_with(&single);
        }
        let wanted: Vec<(usize, BTreeSet<String>)> = conditions
            .iter()
            .map(|(column, texts)| (*column, texts.iter().copied().map(comparable).collect()))
            .collect();
        let meets = |row: &usize| {
            !self.removed[*row]
                && wanted
                    .iter()
                    .all(|(column, texts)| texts.contains(&comparable(self.text(*row, *column))))
        };
        (0..self.table.rows.len()).filter(meets).collect()
    }

    /// The text of a cell; empty where the row has none.
    pub(super) fn text(&self, row: usize, column: usize) -> &str {
        let cell = self
            .table
            .rows
            .get(row)
            .and_then(|row| row.cells.get(column));
        cell.map_or("", |cell| &cell.text)
    }

    /// The texts of a column, in the order of the rows.
    pub(super) fn texts(&self, column: usize) -> impl Iterator<Item = &str> {
        let rows = self.table.rows.iter().zip(&self.removed);
        rows.filter(|(_, removed)| !**removed)
            .map(move |(row, _)| row.cells.get(column).map_or("", |cell| &cell.text))
    }

    /// Writes a cell; `false` where it had that text already.
    pub(super) fn write(&mut self, row: usize, column: usize, text: String, at: &Spot) -> bool {
        if self.text(row, column) == text {
            return false;
        }
        self.forget(row, Some(column));
        if let Some(cells) = self.table.rows.get_mut(row).map(|row| &mut row.cells) {
            while cells.len() <= column {
                cells.push(empty_cell());
            }
            cells[column] = RawCell {
                changed_at: Some(at.origin()),
                ..RawCell::new(text)
            };
        }
        self.remember(row, Some(column));
        true
    }

    /// Adds a column of empty cells and returns its number.
    pub(super) fn add_column(&mut self, name: &str) -> usize {
        let column = self.table.columns.len();
        self.table.columns.push(name.to_owned());
        for row in &mut self.table.rows {
            row.cells.resize_with(column + 1, empty_cell);
        }
        column
    }

    /// Adds a row with these cells.
    pub(super) fn add_row(&mut self, cells: &[(usize, &CellValue)], at: &Spot) {
        let mut row = RawRow {
            origin: at.origin(),
            cells: Vec::new(),
        };
        row.cells.resize_with(self.table.columns.len(), empty_cell);
        for (column, value) in cells {
            row.cells[*column] = RawCell {
                changed_at: Some(value.at.origin()),
                ..RawCell::new(value.text.clone())
            };
        }
        let number = self.table.rows.len();
        self.table.rows.push(row);
        self.removed.push(false);
        self.remember(number, None);
    }

    pub(super) fn remove(&mut self, row: usize) {
        self.forget(row, None);
        self.removed[row] = true;
    }

    /// Lets the removed rows go.
    pub(super) fn finish(self) {
        let mut removed = self.removed.iter();
        self.table
            .rows
            .retain(|_| !removed.next().copied().unwrap_or(false));
    }

    /// Takes a row out of the indexes (of one column, or all).
    fn forget(&mut self, row: usize, column: Option<usize>) {
        let Some(cells) = self.table.rows.get(row) else {
            return;
        };
        for (columns, index) in &mut self.indexes {
            if column.is_none_or(|column| columns.contains(&column))
                && let Some(rows) = index.get_mut(&index_key(cells, columns))
                && let Ok(place) = rows.binary_search(&row)
            {
                rows.remove(place);
            }
        }
    }

    /// Puts a row into the indexes (of one column, or all).
    fn remember(&mut self, row: usize, column: Option<usize>) {
        let Some(cells) = self.table.rows.get(row) else {
            return;
        };
        for (columns, index) in &mut self.indexes {
            if column.is_none_or(|column| columns.contains(&column)) {
                let rows = index.entry(index_key(cells, columns)).or_default();
                if let Err(place) = rows.binary_search(&row) {
                    rows.insert(place, row);
                }
            }
        }
    }
}

fn empty_cell() -> RawCell {
    RawCell::new(String::new())
}

fn index_key(row: &RawRow, columns: &[usize]) -> Vec<String> {
    let text = |column: &usize| row.cells.get(*column).map_or("", |cell| &cell.text);
    columns
        .iter()
        .map(|column| comparable(text(column)))
        .collect()
}

/// Full-width digits and letters in a table mean the same as half-width ones in an overlay.
fn comparable(text: &str) -> String {
    text.chars().map(half_width).collect()
}
