//! The sheets that are filled in, and the examples that look like them.

use super::cells::write_cell;
use super::columns::{Column, Layout};
use super::lists::{drop_down, number_rule};
use super::styles::Styles;
use super::titles::Titles;
use super::{Wording, new_sheet};
use crate::interpret::info::{CASE_SHEET, LABELS};
use crate::raw::{RawCase, RawTable, RawValue};
use crate::tables::Kind;
use jiedui_domain::Policy;
use rust_xlsxwriter::{Note, Worksheet, XlsxError};

/// Rows that drop-downs and checks cover in an empty sheet.
pub(super) const PREPARED_ROWS: u32 = 2_000;

/// A table to fill in.
pub(super) fn table_sheet(
    layout: &Layout,
    table: Option<&RawTable>,
    layouts: &[Layout],
    policy: &Policy,
    titles: &Titles,
    wording: &Wording<'_>,
    styles: &Styles,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = new_sheet(&layout.sheet)?;
    let filled = table.map_or(0, |table| {
        u32::try_from(table.rows.len()).unwrap_or(u32::MAX)
    });
    let last = PREPARED_ROWS.max(filled.saturating_add(500)).min(1_048_000);
    header(&mut sheet, layout, 0, wording, styles)?;
    for (column, place) in layout.columns.iter().zip(0_u16..) {
        sheet.set_column_format(place, &styles.column(column.kind, &column.name))?;
        let note = Note::new(wording.text(&column.note))
            .add_author_prefix(false)
            .set_width(260)
            .set_height(110);
        sheet.insert_note(0, place, &note)?;
        let rule = match drop_down(column.kind, layouts, policy, titles, wording, last) {
            Some(list) => Some(list?),
            None => number_rule(column.kind, wording)?,
        };
        if let Some(rule) = rule {
            sheet.add_data_validation(1, place, last - 1, place, &rule)?;
        }
    }
    if let Some(table) = table {
        let places: Vec<Option<usize>> = layout
            .columns
            .iter()
            .map(|column| table.columns.iter().position(|name| *name == column.name))
            .collect();
        for (row, number) in table.rows.iter().zip(1_u32..) {
            for ((column, place), written) in layout.columns.iter().zip(&places).zip(0_u16..) {
                let cell = place.and_then(|place| row.cells.get(place));
                let text = cell.map_or("", |cell| cell.text.as_str());
                let text = titles.shown(column.kind, text);
                write_cell(
                    &mut sheet,
                    (number, written),
                    text,
                    column.kind,
                    wording,
                    styles,
                )?;
            }
        }
        if filled > 0 {
            let right = u16::try_from(layout.columns.len()).unwrap_or(1) - 1;
            sheet.autofilter(0, 0, filled, right)?;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?;
    // Whole columns: a long source does not shrink the print, and rows filled in later are printed.
    let right = u16::try_from(layout.columns.len()).unwrap_or(1) - 1;
    sheet.set_print_area(0, 0, 1_048_575, right)?;
    sheet.set_tab_color(
        if layout.schema.presence == crate::tables::Presence::Required {
            0x1F_4E79
        } else {
            0x9D_C3E6
        },
    );
    Ok(sheet)
}

/// An example of a table: never read, and says so.
pub(super) fn example_sheet(
    layout: &Layout,
    rows: &[Vec<String>],
    titles: &Titles,
    wording: &Wording<'_>,
    styles: &Styles,
) -> Result<Worksheet, XlsxError> {
    let name = format!("{}-{}", wording.pick("示例", "example"), layout.sheet);
    let mut sheet = new_sheet(&name)?;
    sheet.write_string_with_format(
        0,
        0,
        wording.text("template-example-banner"),
        &styles.banner,
    )?;
    sheet.set_row_height(0, 24)?;
    header(&mut sheet, layout, 1, wording, styles)?;
    for (row, number) in rows.iter().zip(2_u32..) {
        for ((column, text), place) in layout.columns.iter().zip(row).zip(0_u16..) {
            write_cell(
                &mut sheet,
                (number, place),
                titles.shown(column.kind, text),
                column.kind,
                wording,
                styles,
            )?;
        }
    }
    sheet.set_freeze_panes(2, 0)?;
    sheet.set_tab_color(0xBF_BFBF);
    Ok(sheet)
}

fn header(
    sheet: &mut Worksheet,
    layout: &Layout,
    row: u32,
    wording: &Wording<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    for (column, place) in layout.columns.iter().zip(0_u16..) {
        let format = if column.is_required {
            &styles.required
        } else {
            &styles.optional
        };
        sheet.write_string_with_format(row, place, &column.header, format)?;
        sheet.set_column_width(place, width(column, wording))?;
    }
    sheet.set_row_height(row, 30)?;
    Ok(())
}

/// Wide enough for the header on at most two lines, and for what usually stands below.
fn width(column: &Column, wording: &Wording<'_>) -> f64 {
    let usual: u32 = match (column.kind, column.name.as_str()) {
        (_, "source") => 42,
        (_, "reason") => 36,
        (Kind::Text, "name") => 28,
        (Kind::Text, "prefecture") => 21,
        (Kind::Track | Kind::Sector, _) => 22,
        _ => 13,
    };
    let header: u32 = column
        .header
        .chars()
        .map(|character| if character.is_ascii() { 1 } else { 2 })
        .sum();
    // A long Chinese header breaks anywhere, an English one does not.
    let needed = if wording.names == super::Names::Chinese && header > 16 {
        header / 2 + 6
    } else {
        header + 4
    };
    f64::from(usual.max(needed))
}

/// The keys of the case, one a row, with a remark beside each.
pub(super) fn case_sheet(
    case: &RawCase,
    wording: &Wording<'_>,
    styles: &Styles,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = new_sheet(wording.pick(CASE_SHEET, "case"))?;
    let headings = [
        "template-case-item",
        "template-case-value",
        "template-case-remark",
    ];
    for (key, place) in headings.into_iter().zip(0_u16..) {
        let format = if place == 2 {
            &styles.optional
        } else {
            &styles.required
        };
        sheet.write_string_with_format(0, place, wording.text(key), format)?;
    }
    let mut row = 1;
    for (key, chinese) in LABELS {
        let format = if key == "sources" {
            &styles.optional
        } else {
            &styles.required
        };
        sheet.write_string_with_format(row, 0, wording.pick(chinese, key), format)?;
        let remark = wording.text(&format!("template-note-case-{key}"));
        sheet.write_string_with_format(row, 2, remark, &styles.remark)?;
        sheet.set_row_height(row, 22)?;
        sheet.write_blank(row, 1, &styles.to_fill)?;
        let values = values_of(case, key);
        for (text, offset) in values.iter().zip(0_u32..) {
            let place = row + offset;
            match text.parse::<u16>() {
                Ok(year) if key == "year" => {
                    sheet.write_number_with_format(place, 1, year, &styles.to_fill)?
                }
                _ if text.is_empty() => &mut sheet,
                _ => {
                    let format = styles.filled(text);
                    sheet.write_string_with_format(place, 1, text, &format)?
                }
            };
        }
        row += u32::try_from(values.len()).unwrap_or(1).max(1);
    }
    for (place, width) in [(0, 14), (1, 60), (2, 56)] {
        sheet.set_column_width(place, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_tab_color(0x1F_4E79);
    Ok(sheet)
}

/// What the case says under a key; the currency is always the same.
fn values_of(case: &RawCase, key: &str) -> Vec<String> {
    let entries = case.info.iter().flat_map(|info| &info.entries);
    let found = entries.into_iter().find(|entry| entry.key == key);
    match found.map(|entry| &entry.value) {
        Some(RawValue::Text(text) | RawValue::Whole(text)) => vec![text.replace('_', "")]
            .into_iter()
            .map(|plain| if key == "year" { plain } else { text.clone() })
            .collect(),
        Some(RawValue::Texts(texts)) => texts.clone(),
        Some(RawValue::Other(_)) => Vec::new(),
        None if key == "currency" => vec!["万元".to_owned()],
        None => Vec::new(),
    }
}
