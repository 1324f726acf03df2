//! What people write under a table: notes, sums, who filled it in.

use super::grid::{CellValue, Grid, GridRow};
use jiedui_diagnostics::Diagnostic;

/// A row that begins so is no row of the table.
const NOTE_STARTS: [&str; 20] = [
    "注:",
    "注：",
    "注1",
    "注 1",
    "注１",
    "说明:",
    "说明：",
    "备注:",
    "备注：",
    "附注",
    "填表",
    "填报",
    "制表",
    "审核",
    "数据来源:",
    "数据来源：",
    "来源:",
    "来源：",
    "note:",
    "notes:",
];

/// A row whose first cell is this sums others up.
const SUMS: [&str; 7] = ["合计", "总计", "小计", "共计", "total", "sum", "合 计"];

/// Whether a row is plainly no row of the table.
pub(crate) fn is_note(row: &GridRow) -> bool {
    let Some(CellValue::Text(text)) = row.cells.first().map(|cell| &cell.value) else {
        return false;
    };
    let text = text.to_lowercase();
    NOTE_STARTS.iter().any(|start| text.starts_with(start)) || SUMS.contains(&text.as_str())
}

/// Whether a row that stands apart, below a blank one, can only be a remark: one text where the
/// table needs several cells.
pub(crate) fn is_remark(row: &GridRow, required: &[u32]) -> bool {
    row.cells.len() == 1 && required.len() > 1
}

/// Whether a row below the notes looks like one that belongs to the table.
pub(crate) fn looks_like_data(row: &GridRow, required: &[u32]) -> bool {
    if is_note(row) || required.is_empty() {
        return false;
    }
    required.iter().all(|column| {
        let text = row.cell(*column).map_or("", CellValue::shown);
        // A sentence fills a cell as well; codes, names and numbers are short.
        !text.is_empty() && text.chars().count() <= 20 && !text.contains(['。', '：', ':', '，'])
    })
}

/// W0101: rows under the table that were not read.
pub(crate) fn check_w0101_notes_ignored(grid: &Grid, first: &GridRow) -> Diagnostic {
    let text = first.cells.first().map_or("", |cell| cell.value.shown());
    let column = first.cells.first().map_or(0, |cell| cell.column);
    Diagnostic::new("W0101")
        .at(grid.location(first.number, column))
        .showing(first.line(), text)
        .with("value", text)
}

/// E0123: a row of the table below its notes. To leave it out without a word would change the result.
pub(crate) fn check_e0123_row_below_notes(grid: &Grid, row: &GridRow, notes: u32) -> Diagnostic {
    Diagnostic::new("E0123")
        .at(grid.location(row.number, row.cells.first().map_or(0, |cell| cell.column)))
        .showing(row.line(), "")
        .with("notes", notes)
}
