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

/// The difference of two figures as both are shown, with so many decimals: who subtracts them finds what is told.
pub fn difference_of_shown(before: f64, after: f64, decimals: usize) -> f64 {
    // As it is written, so that halves fall the same way.
    let shown = |value: f64| format!("{value:.decimals$}").parse().unwrap_or(value);
    shown(shown(after) - shown(before))
}

/// Three significant digits, for figures of any size: 0.000431, 12.3, 4,560.
pub fn significant(value: f64) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    if value == 0.0 {
        return "0".to_owned();
    }
    let magnitude = value.abs().log10().floor() as i32;
    let step = 10_f64.powi(magnitude - 2);
    let nearest = (value / step).round() * step;
    let decimals = (2 - magnitude).clamp(0, 12) as usize;
    let text = grouped(format!("{nearest:.decimals$}"));
    if decimals == 0 {
        return text;
    }
    let text = text.trim_end_matches('0');
    text.trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_that_of_the_figures_shown() {
        assert_eq!(difference_of_shown(44.244, 44.246, 2), 0.01);
        assert_eq!(difference_of_shown(44.246, 44.254, 2), 0.0);
        assert_eq!(difference_of_shown(0.5, 1.5, 0), 2.0);
        assert_eq!(difference_of_shown(2.675, -1.0, 2), -3.67);
        assert!(difference_of_shown(f64::NAN, 1.0, 2).is_nan());
    }

    #[test]
    fn three_digits_are_kept_whatever_the_size() {
        assert_eq!(significant(0.000_431_2), "0.000431");
        assert_eq!(significant(-0.0125), "-0.0125");
        assert_eq!(significant(12.345), "12.3");
        assert_eq!(significant(4_561.0), "4,560");
        assert_eq!(significant(100.0), "100");
        assert_eq!(significant(0.5), "0.5");
        assert_eq!(significant(0.0), "0");
    }
}
