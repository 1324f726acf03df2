//! Decimals as whole numbers of their last place, and rounding that is the same everywhere.

use serde::{Deserialize, Deserializer, de::Error};

/// A decimal with `D` places, kept as a count of its last place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Decimal<const D: u32>(pub i64);

impl<const D: u32> Decimal<D> {
    /// Reads digits with an optional point; more places than `D` are an error, not a rounding.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let places = usize::try_from(D).ok()?;
        let only_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || fraction.len() > places || !only_digits(whole) {
            return None;
        }
        if !only_digits(fraction) {
            return None;
        }
        format!("{whole}{fraction:0<places$}")
            .parse()
            .ok()
            .map(Self)
    }

    /// The decimal as people write it, with all its places.
    pub fn text(self) -> String {
        let unit = 10_i64.pow(D);
        if D == 0 {
            return self.0.to_string();
        }
        let places = D as usize;
        format!("{}.{:0places$}", self.0 / unit, self.0 % unit)
    }
}

impl<'de, const D: u32> Deserialize<'de> for Decimal<D> {
    fn deserialize<De: Deserializer<'de>>(deserializer: De) -> Result<Self, De::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| De::Error::custom(format!("`{text}` is no decimal of {D} places")))
    }
}

/// `numerator / denominator` to the nearest whole number, halves upwards; both at least zero,
/// the denominator above it.
pub fn divide_rounded(numerator: i64, denominator: i64) -> i64 {
    (2 * numerator + denominator) / (2 * denominator)
}

/// `value` to the nearest multiple of `step`, halves upwards.
pub fn round_to(value: i64, step: i64) -> i64 {
    divide_rounded(value, step) * step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parse_counts_the_last_place() {
        assert_eq!(Decimal::<2>::parse("104.1"), Some(Decimal(10_410)));
        assert_eq!(Decimal::<4>::parse("1304.19"), Some(Decimal(13_041_900)));
        assert_eq!(Decimal::<2>::parse("0.005"), None);
        assert_eq!(Decimal::<2>::parse("-1"), None);
        assert_eq!(Decimal::<2>::parse(""), None);
    }

    #[test]
    fn text_reads_back() {
        assert_eq!(Decimal::<2>(10_405).text(), "104.05");
        assert_eq!(Decimal::<2>::parse("0.07"), Some(Decimal(7)));
        assert_eq!(Decimal::<2>(7).text(), "0.07");
    }

    #[test]
    fn halves_round_upwards() {
        assert_eq!(divide_rounded(5, 2), 3);
        assert_eq!(divide_rounded(4, 3), 1);
        assert_eq!(round_to(1_245, 10), 1_250);
        assert_eq!(round_to(1_244, 10), 1_240);
    }
}
