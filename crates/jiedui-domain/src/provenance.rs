//! Where a value came from: file, row and column as the spreadsheet shows them, and how good it is.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The name of an input file (or sheet), relative to the case folder.
pub type SourceFile = Arc<str>;

/// The place of a value in the user's own files.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Origin {
    /// File name relative to the case folder, or the overlay's name.
    pub file: SourceFile,
    /// Row as the spreadsheet shows it: the header is row 1. 0 where no row applies.
    pub row: u32,
}

impl Origin {
    /// The origin of rows that no file holds (tests, built-in cases made in code).
    pub fn nowhere() -> Self {
        Self {
            file: Arc::from(""),
            row: 0,
        }
    }
}

/// How good a figure is, as its author states it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Read in a published source.
    Published,
    /// Derived by a stated rule.
    Estimated,
    /// Made up to show the shape; claims nothing.
    Illustrative,
}

impl Basis {
    /// The word in the `basis` column.
    pub fn code(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Estimated => "estimated",
            Self::Illustrative => "illustrative",
        }
    }
}

/// Where a row came from, how good it is, and what overlays changed in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Provenance {
    /// The row itself.
    pub origin: Origin,
    /// How good the row is; `None` where the table does not say.
    pub basis: Option<Basis>,
    /// The source that the row cites.
    pub source: Option<Arc<str>>,
    /// Columns that an overlay changed, each with the place of the change.
    pub changes: Vec<(Arc<str>, Origin)>,
}

impl Provenance {
    /// A row that no file holds.
    pub fn nowhere() -> Self {
        Self {
            origin: Origin::nowhere(),
            basis: None,
            source: None,
            changes: Vec::new(),
        }
    }

    /// The origin of one column: the last overlay that changed it, or the row.
    pub fn of_column(&self, column: &str) -> &Origin {
        let changed = self
            .changes
            .iter()
            .rev()
            .find(|(name, _)| &**name == column);
        changed.map_or(&self.origin, |(_, origin)| origin)
    }
}

impl Default for Provenance {
    fn default() -> Self {
        Self::nowhere()
    }
}
