//! Tables as text, before they mean anything: what files, workbooks and overlays have in common.

use jiedui_domain::Origin;
use jiedui_domain::SourceFile;

/// A cell as text, trimmed, with the place that it came from (an overlay may have changed it).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RawCell {
    /// The text; empty for an empty cell.
    pub text: String,
    /// `None`: the cell stands where its row does. `Some`: an overlay put it there.
    pub changed_at: Option<Origin>,
}

/// A row of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RawRow {
    /// Where the row stands: file and row as the spreadsheet shows them, or the overlay that added it.
    pub origin: Origin,
    /// One cell a column of the table.
    pub cells: Vec<RawCell>,
}

/// A table: `places`, `helpers`, …
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RawTable {
    /// The name of `data.md` without ending, e.g. `places`.
    pub name: &'static str,
    /// The file that it was read from.
    pub file: SourceFile,
    /// Column names as in `data.md` (Chinese headers already translated).
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<RawRow>,
}
