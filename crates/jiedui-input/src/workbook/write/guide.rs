//! The first sheet: how the workbook is filled in.

use super::styles::Styles;
use super::{Wording, new_sheet};
use crate::interpret::info::CASE_SHEET;
use crate::tables::{Presence, TABLES};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Paragraphs of the instructions in the catalogue.
const PARAGRAPHS: u32 = 8;

pub(super) fn sheet(wording: &Wording<'_>, styles: &Styles) -> Result<Worksheet, XlsxError> {
    let mut sheet = new_sheet(wording.pick("填写说明", "instructions"))?;
    sheet.write_string_with_format(0, 0, wording.text("template-guide-title"), &styles.title)?;
    sheet.set_row_height(0, 32)?;
    for number in 1..=PARAGRAPHS {
        let text = wording.text(&format!("template-guide-{number}"));
        let lines = lines_of(&text, 104);
        sheet.merge_range(number, 0, number, 2, &text, &styles.paragraph)?;
        sheet.set_row_height(number, f64::from(lines) * 16.0 + 4.0)?;
    }
    let top = PARAGRAPHS + 2;
    for (key, place) in ["sheet", "row", "needed"].into_iter().zip(0_u16..) {
        let heading = wording.text(&format!("template-guide-head-{key}"));
        sheet.write_string_with_format(top, place, heading, &styles.required)?;
    }
    let case = (wording.pick(CASE_SHEET, "case"), "case", true);
    let tables = TABLES.iter().map(|table| {
        let name = wording.pick(table.chinese, table.name);
        (name, table.name, table.presence == Presence::Required)
    });
    for ((name, key, is_needed), row) in std::iter::once(case).chain(tables).zip(top + 1..) {
        let needed = if is_needed {
            "template-needed"
        } else {
            "template-optional"
        };
        sheet.write_string_with_format(row, 0, name, &styles.list)?;
        let text = wording.text(&format!("template-sheet-{key}"));
        sheet.write_string_with_format(row, 1, text, &styles.list)?;
        sheet.write_string_with_format(row, 2, wording.text(needed), &styles.list)?;
    }
    for (place, width) in [(0, 16), (1, 76), (2, 12)] {
        sheet.set_column_width(place, width)?;
    }
    sheet.set_tab_color(0xA9_D18E);
    Ok(sheet)
}

/// Lines that a text takes in so many columns.
fn lines_of(text: &str, columns: u32) -> u32 {
    let widths = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 });
    widths.sum::<u32>().div_ceil(columns).max(1)
}
