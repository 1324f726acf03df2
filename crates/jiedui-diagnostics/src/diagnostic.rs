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
    /// File relative to the case folder, or the path as the user gave it; for a workbook the name
    /// that [`sheet_name`] makes of file and sheet.
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

    /// Workbook and sheet, where the place is in a workbook.
    pub fn sheet(&self) -> Option<(&str, &str)> {
        split_sheet_name(&self.file)
    }

    /// The cell as a spreadsheet names it (`C14`), where the place is in a sheet and has a row; a
    /// whole row is shown by its first cell.
    pub fn cell(&self) -> Option<String> {
        self.sheet().filter(|_| self.row > 0)?;
        Some(format!(
            "{}{}",
            column_letters(self.column.max(1)),
            self.row
        ))
    }
}

/// How a sheet of a workbook is called among files: `年度表.xlsx [需求]`.
///
/// One text, so that whatever remembers where a value came from needs no second name for sheets.
pub fn sheet_name(workbook: &str, sheet: &str) -> Arc<str> {
    Arc::from(format!("{workbook} [{sheet}]"))
}

/// The parts of a name that [`sheet_name`] made. No sheet can have brackets in its name.
pub fn split_sheet_name(file: &str) -> Option<(&str, &str)> {
    let (workbook, sheet) = file.strip_suffix(']')?.rsplit_once(" [")?;
    let ending = workbook.rsplit_once('.')?.1.to_ascii_lowercase();
    matches!(ending.as_str(), "xlsx" | "xlsm" | "xltx" | "xls" | "et").then_some((workbook, sheet))
}

/// A column as spreadsheets name it: 1 is `A`, 27 is `AA`; empty for 0.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        rest -= 1;
        letters.push(b'A' + u8::try_from(rest % 26).unwrap_or(0));
        rest /= 26;
    }
    letters
        .iter()
        .rev()
        .map(|letter| char::from(*letter))
        .collect()
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
