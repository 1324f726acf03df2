//! A sheet to a raw table, as a CSV file gives one.

use super::cell_text::{cell_text, placed};
use super::grid::{CellValue, Grid, GridRow};
use super::header_row::{
    bare_header, check_e0117_no_header, check_e0118_merged_cells, find_header,
};
use super::notes::{
    check_e0123_row_below_notes, check_w0101_notes_ignored, is_note, is_remark, looks_like_data,
};
use crate::raw::{RawCell, RawRow, RawTable};
use crate::tables::{
    Kind, Presence, TableSchema, check_e0104_duplicate_column, check_e0218_unit_of_header,
    column_name, drop_unnamed_columns, location,
};
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::Origin;
use std::sync::Arc;

/// Reads the table of a sheet. Problems go to `problems`; `None` where no table comes out of it.
///
/// *Errors:* E0009, E0104, E0113, E0117–E0123; *warnings:* W0101.
pub(crate) fn read_table(
    schema: &'static TableSchema,
    grid: &Grid,
    problems: &mut Vec<Diagnostic>,
) -> Option<RawTable> {
    let Some(place) = find_header(schema, grid) else {
        problems.push(check_e0117_no_header(schema, grid));
        return None;
    };
    let (_, below) = grid.rows.split_at_checked(place)?;
    let (header, below) = below.split_first()?;
    let rows = rows_of_table(schema, grid, header, below, problems);
    let width = rows.iter().copied().chain([header]).map(width).max();
    let width = width.unwrap_or(0);
    let mut table = empty_table(schema, grid, header, width);
    let line = header.line();
    check_e0104_duplicate_column(&table, &line, problems);
    check_e0218_unit_of_header(schema, &table, &line, problems);
    let last = rows.last().map_or(header.number, |row| row.number);
    check_e0118_merged_cells(grid, header.number, last, width, problems);
    let kinds: Vec<Kind> = table
        .columns
        .iter()
        .map(|name| kind(schema, name))
        .collect();
    for row in rows {
        let cells = (0..width).zip(&kinds).map(|(column, kind)| {
            let text = grid.value(row, column).map_or(Ok(String::new()), |value| {
                cell_text(value, *kind).map_err(|problem| {
                    let place = location(&table, row.number, column as usize);
                    placed(problem, place, &row.line(), mark(value))
                })
            });
            text.unwrap_or_else(|problem| {
                problems.push(with_field(problem, &table, column));
                String::new()
            })
        });
        let cells: Vec<RawCell> = cells.map(RawCell::new).collect();
        table.rows.push(RawRow {
            origin: Origin {
                file: Arc::clone(&grid.file),
                row: row.number,
            },
            cells,
        });
    }
    drop_unnamed_columns(&mut table, &line, problems);
    Some(table)
}

fn empty_table(
    schema: &'static TableSchema,
    grid: &Grid,
    header: &GridRow,
    width: u32,
) -> RawTable {
    let headers: Vec<String> = (0..width)
        .map(|column| header.cell(column).map_or("", CellValue::shown))
        .map(bare_header)
        .collect();
    RawTable {
        name: schema.name,
        file: Arc::clone(&grid.file),
        columns: headers
            .iter()
            .map(|text| column_name(schema, text))
            .collect(),
        headers,
        header_row: header.number,
        rows: Vec::new(),
    }
}

/// The rows between the header and the notes.
fn rows_of_table<'a>(
    schema: &TableSchema,
    grid: &Grid,
    header: &GridRow,
    below: &'a [GridRow],
    problems: &mut Vec<Diagnostic>,
) -> Vec<&'a GridRow> {
    let required = required_columns(schema, header);
    let mut rows = Vec::new();
    let mut notes: Option<u32> = None;
    let mut before = header.number;
    for row in below {
        let is_apart = row.number > before.saturating_add(1);
        before = row.number;
        match notes {
            Some(first) => {
                if looks_like_data(row, &required) {
                    problems.push(check_e0123_row_below_notes(grid, row, first));
                }
            }
            None if is_note(row) || is_apart && is_remark(row, &required) => {
                notes = Some(row.number);
                problems.push(check_w0101_notes_ignored(grid, row));
            }
            None => rows.push(row),
        }
    }
    rows
}

/// Where the columns stand that every row fills.
fn required_columns(schema: &TableSchema, header: &GridRow) -> Vec<u32> {
    let columns = header.cells.iter().filter(|cell| {
        schema
            .column_of_header(&bare_header(cell.value.shown()))
            .is_some_and(|column| column.presence == Presence::Required)
    });
    columns.map(|cell| cell.column).collect()
}

fn width(row: &GridRow) -> u32 {
    row.cells
        .last()
        .map_or(0, |cell| cell.column.saturating_add(1))
}

/// Further columns of places are indicators, which are numbers, most often shares; a text is said to be
/// none later.
fn kind(schema: &TableSchema, column: &str) -> Kind {
    schema
        .column(column)
        .map_or(Kind::Signed(""), |column| column.kind)
}

fn mark(value: &CellValue) -> &str {
    // A cell of ten thousand characters is not underlined.
    let text = value.shown();
    if text.len() > 200 { "" } else { text }
}

fn with_field(problem: Diagnostic, table: &RawTable, column: u32) -> Diagnostic {
    match table.headers.get(column as usize) {
        Some(header) if !header.is_empty() => problem.with("field", header),
        _ => problem,
    }
}
