//! A workbook to fill in: empty, or holding a case.
//!
//! Sheets: instructions, the case, one per table, codes and rules of the policy, and an example of every
//! table that is never read. Texts come from the caller, who has the catalogue; the headers are those
//! that reading accepts.

mod cells;
mod columns;
mod example;
mod guide;
mod lists;
mod policy_sheet;
mod styles;
mod tables;
mod titles;

use crate::raw::RawCase;
use jiedui_domain::Policy;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use styles::Styles;
use titles::Titles;

/// In which language sheets and columns are named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Names {
    /// 县域, 区划代码, …
    Chinese,
    /// `places`, `code`, …
    English,
}

/// The words of the workbook.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// Names of sheets and columns.
    pub names: Names,
    /// The text of a key of the catalogue (`template-…`).
    pub text: &'a dyn Fn(&str) -> String,
}

impl Wording<'_> {
    fn text(&self, key: &str) -> String {
        (self.text)(key)
    }

    fn pick<'t>(&self, chinese: &'t str, english: &'t str) -> &'t str {
        match self.names {
            Names::Chinese => chinese,
            Names::English => english,
        }
    }
}

/// Why a workbook could not be made.
#[derive(Debug, thiserror::Error)]
#[error("the workbook cannot be written: {0}")]
pub struct WriteWorkbookError(#[from] XlsxError);

/// The bytes of a workbook with every sheet, note and drop-down; with the rows of a case where one
/// is given. Reading it gives the same tables.
///
/// *Determinism:* the same input gives the same bytes.
///
/// *Errors:* none for what reading gives; more than a sheet holds is told as the writer tells it.
pub fn write_workbook(
    case: Option<&RawCase>,
    policy: &Policy,
    wording: &Wording<'_>,
) -> Result<Vec<u8>, WriteWorkbookError> {
    let styles = Styles::new(wording);
    let titles = Titles::new(policy, wording);
    let empty = RawCase::default();
    let case = case.unwrap_or(&empty);
    let mut book = Workbook::new();
    // The time of writing would make two equal workbooks differ.
    let day = ExcelDateTime::from_ymd(2025, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    book.push_worksheet(guide::sheet(wording, &styles)?);
    book.push_worksheet(tables::case_sheet(case, wording, &styles)?);
    let layouts = columns::layouts(case, policy, wording);
    for layout in &layouts {
        let rows = case.table(layout.schema.name);
        book.push_worksheet(tables::table_sheet(
            layout, rows, &layouts, policy, &titles, wording, &styles,
        )?);
    }
    book.push_worksheet(lists::sheet(policy, wording, &styles)?);
    book.push_worksheet(policy_sheet::sheet(policy, wording, &styles)?);
    for layout in &layouts {
        let rows = example::rows(layout, policy, wording);
        if !rows.is_empty() {
            book.push_worksheet(tables::example_sheet(
                layout, &rows, &titles, wording, &styles,
            )?);
        }
    }
    // The case is what people begin with; the instructions stand left of it.
    book.worksheet_from_index(0)?.set_active(true);
    Ok(book.save_to_buffer()?)
}

/// A sheet as it is printed: landscape on A4, as wide as the paper.
fn new_sheet(name: &str) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_footer("&C&P / &N");
    Ok(sheet)
}
