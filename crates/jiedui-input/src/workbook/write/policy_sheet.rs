//! The policy in force, to look at while filling in: a workbook brings none of its own.

use super::styles::Styles;
use super::{Wording, new_sheet};
use jiedui_domain::{Bilingual, Policy, Quantity, Track};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Columns of the table of tracks, by the keys of their heads.
const HEADS: [&str; 10] = [
    "track",
    "recipient-min",
    "recipient-max",
    "helper-min",
    "helper-max",
    "support",
    "distance",
    "hardship",
    "changes",
    "tenure",
];

pub(super) fn sheet(
    policy: &Policy,
    wording: &Wording<'_>,
    styles: &Styles,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = new_sheet(wording.pick("政策说明", "policy notes"))?;
    let title = |title: &Bilingual| wording.pick(&title.zh, &title.en).to_owned();
    sheet.write_string_with_format(0, 0, wording.text("template-policy-banner"), &styles.banner)?;
    sheet.set_row_height(0, 24)?;
    sheet.write_string_with_format(1, 0, title(&policy.title), &styles.title)?;
    sheet.set_row_height(1, 28)?;
    for (key, place) in HEADS.iter().zip(0_u16..) {
        let head = wording.text(&format!("template-policy-{key}"));
        sheet.write_string_with_format(3, place, head, &styles.required)?;
        sheet.set_column_width(place, if place == 0 { 30 } else { 13 })?;
    }
    sheet.set_row_height(3, 46)?;
    let mut row = 4;
    for track in policy.tracks.values() {
        sheet.write_string_with_format(row, 0, title(&track.title), &styles.list)?;
        for (value, place) in limits(track).into_iter().zip(1_u16..) {
            match value {
                Some(value) => sheet.write_number_with_format(row, place, value, &styles.list)?,
                None => sheet.write_blank(row, place, &styles.list)?,
            };
        }
        row += 1;
    }
    row += 1;
    for (key, place) in ["priority", "measure"].into_iter().zip(0_u16..) {
        let head = wording.text(&format!("template-policy-{key}"));
        sheet.write_string_with_format(row, place, head, &styles.required)?;
    }
    sheet.merge_range(
        row,
        1,
        row,
        4,
        &wording.text("template-policy-measure"),
        &styles.required,
    )?;
    row += 1;
    for objective in &policy.objectives {
        let priority = f64::from(objective.priority);
        sheet.write_number_with_format(row, 0, priority, &styles.list)?;
        let code = objective.measure.code().replace('_', "-");
        let name = wording.text(&format!("rep-measure-{code}"));
        sheet.merge_range(row, 1, row, 4, &name, &styles.list)?;
        row += 1;
    }
    sheet.set_freeze_panes(4, 1)?;
    sheet.set_tab_color(0xA9_D18E);
    Ok(sheet)
}

/// The figures of a track behind its name; nothing where the policy sets no limit.
fn limits(track: &Track) -> [Option<f64>; 9] {
    let counted = |count: Option<u32>| count.map(f64::from);
    let positive = |value: f64| (value > 0.0).then_some(value);
    [
        Some(f64::from(track.recipient_min)),
        counted(track.recipient_max),
        Some(f64::from(track.helper_min)),
        counted(track.helper_max),
        positive(track.minimum_support.to_f64()),
        track.max_distance.map(Quantity::to_f64),
        track.max_hardship_gap.map(f64::from),
        counted(track.max_changes),
        positive(f64::from(track.min_tenure_years)),
    ]
}
