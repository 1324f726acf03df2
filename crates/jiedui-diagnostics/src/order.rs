//! The order in which people read problems, and how many there are.

use crate::{Diagnostic, Severity};
use jiedui_messages::{Lang, catalogue};

/// Sorts by file, row, column, then code; what no file holds comes first.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| {
        a.location
            .cmp(&b.location)
            .then_with(|| a.code.cmp(b.code))
            .then_with(|| a.values.cmp(&b.values))
    });
}

/// How many errors and warnings there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Summary {
    /// Problems that reject the input.
    pub errors: usize,
    /// Problems that somebody should look at.
    pub warnings: usize,
}

impl Summary {
    /// Counts by severity.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let errors = diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity() == Severity::Error)
            .count();
        Self {
            errors,
            warnings: diagnostics.len() - errors,
        }
    }

    /// One line for people.
    pub fn text(self, lang: Lang) -> String {
        let (errors, warnings) = (self.errors.to_string(), self.warnings.to_string());
        catalogue(lang).text(
            "diagnostics-summary",
            &[("errors", &errors), ("warnings", &warnings)],
        )
    }
}
