//! Renders a dossier for people: terminal, Markdown, HTML, workbook, Word, GeoJSON
//! and CSV, in Chinese and English.
//!
//! A report reads the dossier and nothing else, so that one saved years ago renders as it did then.
//! Every sentence comes from the message catalogue; names and reasons that people typed are made
//! harmless for the medium that they are printed in.
//!
//! `phrase` turns one fact into one sentence, `story` arranges sentences and tables into blocks, and
//! `terminal` and `markdown` print blocks.

mod answers;
mod block;
mod change;
mod clean;
pub mod comparison;
pub mod conflict;
mod counterfactual;
pub mod csv_export;
pub mod decisions;
pub mod document;
mod file_error;
pub mod geojson;
pub mod html;
pub mod limit_prices;
mod lookup;
mod made;
pub mod markdown;
mod number;
mod phrase;
pub mod plan_alternatives;
pub mod scenarios;
mod story;
pub mod terminal;
mod tier_figure;
pub mod why_not;
mod wording;
pub mod workbook;

pub use answers::Answers;
pub use file_error::FileError;
pub use lookup::{ReportError, find_helper, find_recipient};
pub use made::Made;

/// How much an explanation says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Depth {
    /// One line.
    Line,
    /// One page.
    #[default]
    Page,
    /// Everything that the dossier knows.
    Full,
}

#[cfg(test)]
mod tests;
