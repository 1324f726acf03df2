//! Numbers as people write them in spreadsheets, to the plain decimals that quantities read.

use crate::spelling::half_width;
use std::borrow::Cow;

/// Why a text is no plain number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NumberProblem {
    /// Separators that are not in front of groups of three digits: `1,5` may be 1.5 or 15.
    Separators,
    /// A number with a unit or a percent sign behind it.
    Unit,
    /// Something else.
    Text,
}

/// Half-width digits and signs, without thousands separators.
pub(crate) fn plain_number(text: &str) -> Result<Cow<'_, str>, NumberProblem> {
    let is_plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    if is_plain {
        return Ok(Cow::Borrowed(text));
    }
    let half: String = text.chars().map(half_width).collect();
    let number_end = half
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | ',')))
        .unwrap_or(half.len());
    let has_digits = half[..number_end].bytes().any(|b| b.is_ascii_digit());
    let rest = half[number_end..].trim();
    let is_exponent = rest.strip_prefix(['e', 'E']).is_some_and(|exponent| {
        let digits = exponent.trim_start_matches(['+', '-']);
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    if has_digits && !rest.is_empty() && !is_exponent {
        // `18OO` is a slip of the keyboard, `18km` a unit.
        let is_slip = rest.chars().all(|c| matches!(c, 'O' | 'o' | 'l' | 'I'));
        return Err(
            if is_slip || rest.bytes().any(|byte| byte.is_ascii_digit()) {
                NumberProblem::Text
            } else {
                NumberProblem::Unit
            },
        );
    }
    // After the unit: in `4,150元` the comma is right, and the unit is what is to go.
    Ok(Cow::Owned(if half.contains(',') {
        without_separators(&half)?
    } else {
        half
    }))
}

/// A number as people write it as a plain decimal; a text that is no number stays as it is.
pub fn plain_decimal(text: &str) -> String {
    plain_number(text).map_or_else(|_| text.to_owned(), Cow::into_owned)
}

fn without_separators(text: &str) -> Result<String, NumberProblem> {
    let unsigned = text.trim_start_matches(['+', '-']);
    let whole = unsigned.split('.').next().unwrap_or("");
    let fraction = unsigned.get(whole.len()..).unwrap_or("");
    if !unsigned.starts_with(|first: char| first.is_ascii_digit()) {
        return Err(NumberProblem::Text);
    }
    let mut groups = whole.split(',');
    let first_fits = groups
        .next()
        .is_some_and(|group| (1..=3).contains(&group.len()));
    if !first_fits || !groups.all(|group| group.len() == 3) || fraction.contains(',') {
        return Err(NumberProblem::Separators);
    }
    Ok(text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_number_reads_what_spreadsheets_hold() {
        for (text, plain) in [
            ("12.5", "12.5"),
            ("-3", "-3"),
            ("１２３．５", "123.5"),
            ("－３", "-3"),
            ("1,234,567.8", "1234567.8"),
            ("1，234", "1234"),
            ("１２，３４５", "12345"),
            ("1.5e3", "1.5e3"),
            ("1E+3", "1E+3"),
            ("NaN", "NaN"),
        ] {
            assert_eq!(plain_number(text).as_deref(), Ok(plain), "{text}");
        }
    }

    #[test]
    fn plain_number_tells_what_is_wrong() {
        for (text, problem) in [
            ("1,5", NumberProblem::Separators),
            ("1234,567", NumberProblem::Separators),
            ("1,234.567,8", NumberProblem::Separators),
            ("120万元", NumberProblem::Unit),
            ("35%", NumberProblem::Unit),
            ("35％", NumberProblem::Unit),
            ("12 km", NumberProblem::Unit),
            ("4,150元", NumberProblem::Unit),
            ("32，500，000元", NumberProblem::Unit),
            ("1 234", NumberProblem::Text),
            ("1O3", NumberProblem::Text),
            ("18OO", NumberProblem::Text),
            ("甲,乙", NumberProblem::Text),
        ] {
            assert_eq!(plain_number(text), Err(problem), "{text}");
        }
    }
}
