//! Drop-downs, rules for numbers, and the sheet that lists the policy's codes with their names.

use super::columns::Layout;
use super::styles::Styles;
use super::titles::Titles;
use super::{Names, Wording, new_sheet};
use crate::tables::Kind;
use jiedui_domain::{Bilingual, Policy};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, Worksheet, XlsxError,
};

fn list_sheet_name(wording: &Wording<'_>) -> &'static str {
    match wording.names {
        Names::Chinese => "代码表",
        Names::English => "codes",
    }
}

/// Columns of the sheet of codes.
const TRACKS: Block = Block {
    left: 0,
    codes: "A",
    names: "B",
};
const SECTORS: Block = Block {
    left: 3,
    codes: "D",
    names: "E",
};

/// Codes with their names beside them.
#[derive(Clone, Copy)]
struct Block {
    left: u16,
    codes: &'static str,
    names: &'static str,
}

/// The drop-down of a column, if it has one.
pub(super) fn drop_down(
    kind: Kind,
    layouts: &[Layout],
    policy: &Policy,
    titles: &Titles,
    wording: &Wording<'_>,
    rows: u32,
) -> Option<Result<DataValidation, XlsxError>> {
    let listed = |block: Block, count: usize| {
        let sheet = list_sheet_name(wording);
        let letter = if titles.are_complete(kind) {
            block.names
        } else {
            block.codes
        };
        let last = count.max(1) + 2;
        DataValidation::new().allow_list_formula(Formula::new(format!(
            "='{sheet}'!${letter}$3:${letter}${last}"
        )))
    };
    let words = |list: [&str; 2]| DataValidation::new().allow_list_strings(&list);
    let (list, is_strict) = match kind {
        // A code may be written as well as a name: a warning, not a refusal.
        Kind::Track => (Ok(listed(TRACKS, policy.tracks.len())), false),
        Kind::Sector => (Ok(listed(SECTORS, policy.sectors.len())), false),
        Kind::Action => (
            words([
                wording.pick("必须结对", "lock"),
                wording.pick("不得结对", "forbid"),
            ]),
            true,
        ),
        Kind::Basis => {
            let list = match wording.names {
                Names::Chinese => ["公布", "估算", "示意"],
                Names::English => ["published", "estimated", "illustrative"],
            };
            (DataValidation::new().allow_list_strings(&list), true)
        }
        // The row that is referred to may not be written yet: a warning, not a refusal.
        Kind::CodeOf(table, column) => {
            let target = layouts.iter().find(|layout| layout.schema.name == table)?;
            let cells = Formula::new(target.cells_of(column, rows)?);
            (Ok(DataValidation::new().allow_list_formula(cells)), false)
        }
        _ => return None,
    };
    Some(list.and_then(|list| with_message(list, is_strict, wording, "template-rule-list")))
}

/// What a column of numbers or dates takes.
pub(super) fn number_rule(
    kind: Kind,
    wording: &Wording<'_>,
) -> Result<Option<DataValidation>, XlsxError> {
    let rule = DataValidation::new();
    let (rule, key) = match kind {
        Kind::Number(_) => (
            rule.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0)),
            "template-rule-number",
        ),
        Kind::Signed(_) => (
            rule.allow_decimal_number(DataValidationRule::Between(-1e9, 1e9)),
            "template-rule-number",
        ),
        Kind::Whole => (
            rule.allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0)),
            "template-rule-whole",
        ),
        Kind::Year => (
            rule.allow_whole_number(DataValidationRule::Between(1949, 2100)),
            "template-rule-year",
        ),
        _ => return Ok(None),
    };
    with_message(rule, true, wording, key).map(Some)
}

fn with_message(
    rule: DataValidation,
    is_strict: bool,
    wording: &Wording<'_>,
    key: &str,
) -> Result<DataValidation, XlsxError> {
    let style = if is_strict {
        DataValidationErrorStyle::Stop
    } else {
        DataValidationErrorStyle::Warning
    };
    rule.set_error_style(style)
        .set_error_title(wording.text("template-rule-title"))?
        .set_error_message(wording.text(key))
}

/// The codes of tracks and sectors with their names, for the drop-downs and for reading.
pub(super) fn sheet(
    policy: &Policy,
    wording: &Wording<'_>,
    styles: &Styles,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = new_sheet(list_sheet_name(wording))?;
    let title = |title: &Bilingual| wording.pick(&title.zh, &title.en).to_owned();
    sheet.write_string_with_format(0, 0, wording.text("template-codes-banner"), &styles.banner)?;
    sheet.set_row_height(0, 24)?;
    let tracks: Vec<Vec<String>> = policy
        .tracks
        .values()
        .map(|track| vec![track.code.clone(), title(&track.title)])
        .collect();
    let sectors: Vec<Vec<String>> = policy
        .sectors
        .values()
        .map(|sector| {
            vec![
                sector.code.clone(),
                title(&sector.title),
                sector.unit.code().to_owned(),
            ]
        })
        .collect();
    let blocks = [
        (TRACKS.left, &["track", "track-name"][..], tracks),
        (
            SECTORS.left,
            &["sector", "sector-name", "sector-unit"][..],
            sectors,
        ),
    ];
    for (left, headings, rows) in blocks {
        for (key, place) in headings.iter().zip(left..) {
            let heading = wording.text(&format!("template-codes-{key}"));
            sheet.write_string_with_format(1, place, heading, &styles.required)?;
        }
        for (row, number) in rows.iter().zip(2_u32..) {
            for (text, place) in row.iter().zip(left..) {
                sheet.write_string_with_format(number, place, text, &styles.list)?;
            }
        }
    }
    for (place, width) in [(0, 18), (1, 30), (2, 3), (3, 18), (4, 30), (5, 10)] {
        sheet.set_column_width(place, width)?;
    }
    sheet.set_row_height(1, 24)?;
    sheet.set_freeze_panes(2, 0)?;
    sheet.set_tab_color(0xA9_D18E);
    Ok(sheet)
}
