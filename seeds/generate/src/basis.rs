//! How far a figure can be trusted.

use serde::Deserialize;

/// The column `basis`, from the firmest to the weakest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Read in a public source.
    Published,
    /// Derived from published figures by a stated formula.
    Estimated,
    /// Made up by a stated formula, to show the size of the thing only.
    Illustrative,
}

impl Basis {
    /// The word in the tables.
    pub fn word(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Estimated => "estimated",
            Self::Illustrative => "illustrative",
        }
    }
}
