//! A diagnostic as data.

use std::sync::Arc;

/// Whether a diagnostic stops the run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// The input is rejected.
    Error,
    /// The run goes on; somebody should look.
    Warning,
}

/// Where in the user's files. Rows and columns count from 1, as a spreadsheet or editor shows them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Location {
    /// File relative to the case folder, or the path as the user gave it.
    pub file: Arc<str>,
    /// Row or line; 0 = the whole file.
    pub row: u32,
    /// Column of the table or character of the line; 0 = the whole row.
    pub column: u32,
    /// Name of the table's column, where there is one.
    pub column_name: Option<Arc<str>>,
}

impl Location {
    /// A whole file.
    pub fn file(file: &Arc<str>) -> Self {
        Self {
            file: Arc::clone(file),
            row: 0,
            column: 0,
            column_name: None,
        }
    }

    /// A row of a file.
    pub fn row(file: &Arc<str>, row: u32) -> Self {
        Self {
            row,
            ..Self::file(file)
        }
    }
}

/// One problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// `E0301`, `W0205`: the letter is the severity; codes never change meaning.
    pub code: &'static str,
    /// Where; `None` for what no file holds.
    pub location: Option<Location>,
    /// The line of the file as it stands there, for display.
    pub line: Option<String>,
    /// The offending text within the line, to be underlined.
    pub mark: Option<String>,
    /// Values for the catalogue's text, by name (`value`, `allowed`, `nearest`, …).
    pub values: Vec<(&'static str, String)>,
    /// Further places that belong to the problem (e.g. the first of two duplicate rows).
    pub related: Vec<Location>,
}

impl Diagnostic {
    /// A diagnostic without place or values.
    pub fn new(code: &'static str) -> Self {
        Self {
            code,
            location: None,
            line: None,
            mark: None,
            values: Vec::new(),
            related: Vec::new(),
        }
    }

    /// At this place.
    #[must_use]
    pub fn at(mut self, location: Location) -> Self {
        self.location = Some(location);
        self
    }

    /// With the line as it stands in the file, and the part of it to underline.
    #[must_use]
    pub fn showing(mut self, line: impl Into<String>, mark: impl Into<String>) -> Self {
        self.line = Some(line.into());
        self.mark = Some(mark.into());
        self
    }

    /// With a value for the catalogue's text.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// With a further place.
    #[must_use]
    pub fn related_to(mut self, location: Location) -> Self {
        self.related.push(location);
        self
    }

    /// Error or warning, by the letter of the code.
    pub fn severity(&self) -> Severity {
        if self.code.starts_with('W') {
            Severity::Warning
        } else {
            Severity::Error
        }
    }
}
