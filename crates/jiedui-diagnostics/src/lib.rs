//! Coded, located diagnostics: what is wrong, where in the user's own files, what is allowed, what to do.
//!
//! A [`Diagnostic`] is data; text comes from the message catalogue under the code (`E0301`), the
//! words under the underlined cell (`E0301-label`, optional), its one action (`E0301-help`) and its
//! entry in the error index (`E0301-long`).

mod codes;
mod diagnostic;
mod human;
mod json;
mod order;
mod text;

pub use codes::{CODES, is_known};
pub use diagnostic::{
    Diagnostic, Location, Severity, column_letters, sheet_name, split_sheet_name,
};
pub use human::{SHOWN_AT_MOST, render_human};
pub use json::render_json;
pub use order::{Summary, sort};
pub use text::{action, index_entry, title};

#[cfg(test)]
mod tests;
