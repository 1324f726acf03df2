//! Tables as text, before they mean anything: what files, workbooks and overlays have in common.

use crate::tables::table_schema;
use jiedui_domain::Origin;
use jiedui_domain::SourceFile;

/// A cell as text, trimmed, with the place that it came from (an overlay may have changed it).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RawCell {
    /// The text; empty for an empty cell.
    pub text: String,
    /// What the file has, where that is a name of which `text` is the code.
    pub written: Option<String>,
    /// `None`: the cell stands where its row does. `Some`: an overlay put it there.
    pub changed_at: Option<Origin>,
}

impl RawCell {
    /// A cell as a file has it.
    pub fn new(text: String) -> Self {
        Self {
            text,
            written: None,
            changed_at: None,
        }
    }

    /// The text as people find it in the file.
    pub(crate) fn shown(&self) -> &str {
        self.written.as_deref().unwrap_or(&self.text)
    }
}

/// A row of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RawRow {
    /// Where the row stands: file and row as the spreadsheet shows them, or the overlay that added it.
    pub origin: Origin,
    /// One cell a column of the table.
    pub cells: Vec<RawCell>,
}

/// A table: `places`, `helpers`, …
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RawTable {
    /// The name of `data.md` without ending, e.g. `places`.
    pub name: &'static str,
    /// The file that it was read from.
    pub file: SourceFile,
    /// Column names as in `data.md` (Chinese headers already translated).
    pub columns: Vec<String>,
    /// The header as it stands in the file, column for column; shorter where an overlay added columns.
    pub headers: Vec<String>,
    /// The row of the header as the spreadsheet shows it.
    pub header_row: u32,
    /// The rows.
    pub rows: Vec<RawRow>,
}

/// The files of a case as text, before policy and overlays: what `read_raw` gives.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RawCase {
    /// The tables that could be read, in the order of `data.md`.
    pub tables: Vec<RawTable>,
    /// `case.toml`; `None` where it is missing or could not be read.
    pub info: Option<RawInfo>,
    /// Tables whose file is there but could not be read: not to be reported as missing as well.
    pub unreadable: Vec<&'static str>,
    /// Tables of which some rows could not be read: what they seem to lack may be in those rows.
    pub incomplete: Vec<&'static str>,
    /// The workbook that the case was read from; `None` for a folder.
    pub workbook: Option<SourceFile>,
    /// Every file that was read, by name, as it was: for digests.
    pub files: Vec<(String, Vec<u8>)>,
}

impl RawCase {
    /// The table with this name, if it was read.
    pub fn table(&self, name: &str) -> Option<&RawTable> {
        self.tables.iter().find(|table| table.name == name)
    }

    /// An empty table under its usual file name, for overlays that add rows to a table that the
    /// case does not have; `None` for an unknown name.
    pub fn empty_table(name: &str) -> Option<RawTable> {
        let schema = table_schema(name)?;
        Some(RawTable {
            name: schema.name,
            file: schema.file().into(),
            columns: schema
                .all_columns()
                .map(|column| column.name.to_owned())
                .collect(),
            headers: Vec::new(),
            header_row: 1,
            rows: Vec::new(),
        })
    }
}

/// The keys of `[case]` in `case.toml`, or those of the sheet `case`, as written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RawInfo {
    /// The file.
    pub file: SourceFile,
    /// The lines of the file, for display.
    pub lines: Vec<String>,
    /// Line of the table's header; 1 where there is none.
    pub row: u32,
    /// The entries in the order of the file.
    pub entries: Vec<RawEntry>,
}

/// One `key = value` of `case.toml`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RawEntry {
    /// The key.
    pub key: String,
    /// The value, as text and type.
    pub value: RawValue,
    /// Line in the file, or row of the sheet.
    pub row: u32,
    /// Column of the sheet, from 1; 0 in a file of lines.
    pub column: u32,
}

/// A value of `case.toml`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RawValue {
    /// A string.
    Text(String),
    /// A whole number, as written.
    Whole(String),
    /// A list of strings.
    Texts(Vec<String>),
    /// Anything else; its TOML type.
    Other(&'static str),
}
