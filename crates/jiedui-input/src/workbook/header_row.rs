//! Where the table of a sheet begins: titles may stand above the header.

use super::grid::{Grid, GridRow};
use crate::spelling::half_width;
use crate::tables::TableSchema;
use calamine::Dimensions;
use jiedui_diagnostics::{Diagnostic, column_letters};

/// The header is looked for in so many filled rows from the top.
const SEARCHED: usize = 20;

/// A header as people write it: line breaks, spaces and the star of required columns mean nothing.
pub(crate) fn bare_header(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace() && !matches!(character, '*' | '＊'))
        .collect::<String>()
        .trim_start_matches('\'')
        .to_owned()
}

/// The header's place among the filled rows: the row in which most cells name a column.
pub(crate) fn find_header(schema: &TableSchema, grid: &Grid) -> Option<usize> {
    let named = |row: &GridRow| {
        let cells = row.cells.iter();
        let columns = cells.filter_map(|cell| {
            let text: String = bare_header(cell.value.shown());
            let half: String = text.chars().map(half_width).collect();
            schema
                .column_of_header(&text)
                .or_else(|| schema.column_of_header(&half))
        });
        let mut names: Vec<&str> = columns.map(|column| column.name).collect();
        names.sort_unstable();
        names.dedup();
        names.len()
    };
    let mut best = None;
    for (place, row) in grid.rows.iter().take(SEARCHED).enumerate() {
        let count = named(row);
        if count > best.map_or(0, |(_, most)| most) {
            best = Some((place, count));
        }
    }
    best.map(|(place, _)| place)
}

/// E0117: no row of the sheet names a column of the table.
pub(crate) fn check_e0117_no_header(schema: &TableSchema, grid: &Grid) -> Diagnostic {
    let first = grid.rows.first();
    let names: Vec<&str> = schema
        .columns
        .iter()
        .filter_map(|column| column.chinese.first().copied())
        .collect();
    Diagnostic::new("E0117")
        .at(grid.location(first.map_or(1, |row| row.number), 0))
        .showing(first.map_or_else(String::new, GridRow::line), "")
        .with("table", schema.chinese)
        .with("allowed", names.join("、"))
}

/// E0118: cells merged in the header or among the rows of the table; only one of them would have the
/// value. Titles above and notes below may be merged.
///
/// `last` is the last row of the table.
pub(crate) fn check_e0118_merged_cells(
    grid: &Grid,
    header: u32,
    last: u32,
    columns: u32,
    problems: &mut Vec<Diagnostic>,
) {
    for region in &grid.merged {
        let (top, bottom) = (region.start.0 + 1, region.end.0 + 1);
        let beside = region.start.1 >= columns;
        if bottom < header || top > last || beside || region.len() < 2 {
            continue;
        }
        let place = grid.rows.binary_search_by_key(&top, |row| row.number);
        let row = place.ok().and_then(|place| grid.rows.get(place));
        let value = row
            .and_then(|row| row.cell(region.start.1))
            .map_or("", |value| value.shown());
        problems.push(
            Diagnostic::new("E0118")
                .at(grid.location(top, region.start.1))
                .showing(row.map_or_else(String::new, GridRow::line), value)
                .with("range", range(region))
                .with("where", if top <= header { "header" } else { "rows" }),
        );
    }
}

/// Cells as spreadsheets name them: `A2:A5`.
fn range(region: &Dimensions) -> String {
    let name = |(row, column): (u32, u32)| {
        format!(
            "{}{}",
            column_letters(column.saturating_add(1)),
            row.saturating_add(1)
        )
    };
    format!("{}:{}", name(region.start), name(region.end))
}
