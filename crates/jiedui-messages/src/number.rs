//! Decimals as people read them, the same in both languages.

/// A decimal as it is written, with separators of thousands. What rounds to nothing is neither more nor less than
/// nothing, so it has no sign.
pub fn grouped(decimal: impl ToString) -> String {
    let decimal = decimal.to_string();
    let (sign, digits) = match decimal.strip_prefix('-') {
        Some(digits) if is_nought(digits) => ("", digits),
        Some(digits) => ("-", digits),
        None => ("", decimal.as_str()),
    };
    let (whole, fraction) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut shown = sign.to_owned();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown + fraction
}

/// Whether a number, as it is shown, is nought.
pub fn is_nought(shown: &str) -> bool {
    !shown.bytes().any(|byte| (b'1'..=b'9').contains(&byte))
}
