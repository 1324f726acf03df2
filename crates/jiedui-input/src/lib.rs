//! Reads a case and a policy from CSV and TOML, merges overlays, validates, keeps provenance.
//!
//! ```text
//! files → raw tables + policy document → overlays merged → typed tables + Policy → Case
//! ```

mod raw;

pub use raw::{RawCell, RawRow, RawTable};
