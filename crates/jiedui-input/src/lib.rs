//! Reads a case and a policy from CSV, TOML and workbooks, merges overlays, validates, keeps provenance.
//!
//! ```text
//! files → raw tables + policy document → overlays merged → typed tables + Policy → Case
//! ```

#![allow(
    clippy::result_large_err,
    reason = "a diagnostic is the error, and functions that give one run once a file"
)]

mod base;
mod case_toml;
mod interpret;
mod load;
mod number;
pub mod overlay;
pub mod policy;
mod raw;
mod read;
pub mod scenarios;
mod source;
mod spelling;
mod tables;
mod workbook;
mod write;

pub use base::BaseInput;
pub use interpret::interpret;
pub use load::{Loaded, NamedText, load};
pub use number::plain_decimal;
pub use raw::{RawCase, RawCell, RawEntry, RawInfo, RawRow, RawTable, RawValue};
pub use read::read_raw;
pub use source::{CaseSource, read_file, read_named, read_named_within, read_within};
pub use tables::decode;
pub use workbook::{Names, Wording, WriteWorkbookError, write_workbook};
pub use write::write_case;
