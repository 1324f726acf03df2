//! One cell: text of a table to what a spreadsheet shows.

use super::Wording;
use super::styles::Styles;
use crate::number::plain_number;
use crate::tables::{Kind, action_of};
use crate::workbook::grid::number_text;
use jiedui_domain::DecisionAction;
use rust_xlsxwriter::{ExcelDateTime, Worksheet, XlsxError};

/// Writes the text of a cell: a number where it reads back as the same number, a date likewise, else
/// a text. Nothing is ever written as a formula.
pub(super) fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    kind: Kind,
    wording: &Wording<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    if text.is_empty() {
        return Ok(());
    }
    if let Some(plain) = Some(text)
        .filter(|_| kind.is_number())
        .and_then(exact_number)
    {
        let format = styles.number(kind, &plain);
        // `exact_number` has read it before.
        let number: f64 = plain.parse().unwrap_or_default();
        sheet.write_number_with_format(row, column, number, &format)?;
        return Ok(());
    }
    if let Some(day) = Some(text).filter(|_| kind == Kind::Date).and_then(day) {
        sheet.write_datetime_with_format(row, column, &day, &styles.date())?;
        return Ok(());
    }
    let word = match kind {
        Kind::Action => action_word(text, wording),
        Kind::Basis => basis_word(text, wording),
        _ => text,
    };
    sheet.write_string_with_format(row, column, word, &styles.text(kind, word))?;
    Ok(())
}

/// The number as reading will show it, if that is the number that the text means.
fn exact_number(text: &str) -> Option<String> {
    let plain = plain_number(text).ok()?;
    let shown = number_text(plain.parse().ok()?);
    (canonical(&plain)? == canonical(&shown)?).then_some(shown)
}

/// Sign, digits before and after the point without idle zeros; `None` for anything but plain digits.
fn canonical(number: &str) -> Option<(bool, &str, &str)> {
    let (negative, digits) = match number.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, number),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !are_digits(whole) || !are_digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    let (whole, fraction) = (
        whole.trim_start_matches('0'),
        fraction.trim_end_matches('0'),
    );
    let is_zero = whole.is_empty() && fraction.is_empty();
    Some((negative && !is_zero, whole, fraction))
}

/// A day of the form `2025-03-01` that spreadsheets know; before March 1900 they count wrongly.
fn day(text: &str) -> Option<ExcelDateTime> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    let has_form = (year.len(), month.len(), day.len()) == (4, 2, 2);
    let year: u16 = year.parse().ok().filter(|year| has_form && *year > 1900)?;
    ExcelDateTime::from_ymd(year, month.parse().ok()?, day.parse().ok()?).ok()
}

fn action_word<'a>(text: &'a str, wording: &Wording<'_>) -> &'a str {
    match action_of(text) {
        Some(DecisionAction::Lock) => wording.pick("必须结对", "lock"),
        Some(DecisionAction::Forbid) => wording.pick("不得结对", "forbid"),
        None => text,
    }
}

fn basis_word<'a>(text: &'a str, wording: &Wording<'_>) -> &'a str {
    match text {
        "published" | "公布" | "已公布" => wording.pick("公布", "published"),
        "estimated" | "估算" | "推算" => wording.pick("估算", "estimated"),
        "illustrative" | "示例" | "示意" => wording.pick("示意", "illustrative"),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_number_keeps_the_value_or_declines() {
        for (text, number) in [
            ("585", Some("585")),
            ("90.60", Some("90.6")),
            ("1,234.5", Some("1234.5")),
            ("１２", Some("12")),
            ("0.000001", Some("0.000001")),
            ("-0", Some("0")),
            ("0.123456789012345678", None),
            ("12345678901234567", None),
            ("1e3", None),
            ("甲", None),
            ("-", None),
        ] {
            assert_eq!(exact_number(text).as_deref(), number, "{text}");
        }
    }

    #[test]
    fn day_takes_whole_dates_only() {
        assert!(day("2025-03-01").is_some());
        for text in [
            "2025-3-1",
            "2025-02-30",
            "1899-12-31",
            "2025年3月1日",
            "2025-03-01 10:00",
        ] {
            assert!(day(text).is_none(), "{text}");
        }
    }
}
