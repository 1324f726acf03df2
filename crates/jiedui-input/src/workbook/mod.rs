//! A case as one workbook: the same raw tables as a folder gives, and a workbook made from them.
//!
//! ```text
//! bytes → package (is it a workbook, how large unpacked) → sheets (which is which)
//!       → grid (cells as they are) → table, case sheet (text, as from CSV)
//! ```
//!
//! From there on nothing knows whether a case came from a folder or from a workbook, except that a
//! place reads `年度表.xlsx [需求]!C14`.

mod case_sheet;
mod cell_text;
mod grid;
mod header_row;
mod notes;
mod package;
mod read;
mod sheets;
mod table;
mod write;

pub(crate) use read::read_workbook;
pub use write::{Names, Wording, WriteWorkbookError, write_workbook};
