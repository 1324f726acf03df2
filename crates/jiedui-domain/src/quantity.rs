//! Quantities: fixed-point numbers that carry their unit in the type.
//!
//! What people write in a spreadsheet is a decimal, so a quantity is a decimal: an `i64` counting
//! millionths of its unit (milliardths for [`Fit`]). Comparisons and verification are exact;
//! only the solver sees `f64`. The magnitude of any quantity is at most [`Quantity::LIMIT`].

use std::fmt;
use thiserror::Error;

/// A decimal with a fixed number of places and a unit.
pub trait Quantity: Copy + Ord + fmt::Display {
    /// Decimal places kept.
    const DECIMALS: u32;
    /// The largest magnitude, in the unit.
    const LIMIT: i64 = 1_000_000_000;

    /// From a count of the smallest step.
    fn from_scaled(scaled: i64) -> Self;
    /// The count of the smallest step.
    fn scaled(self) -> i64;

    /// Steps in one unit.
    fn steps_per_unit() -> i64 {
        10_i64.pow(Self::DECIMALS)
    }

    /// The nearest `f64`, for the solver and for display of derived figures only.
    fn to_f64(self) -> f64 {
        self.scaled() as f64 / Self::steps_per_unit() as f64
    }

    /// The nearest quantity to a finite `f64`.
    ///
    /// *Errors:* [`QuantityError::NotFinite`], [`QuantityError::TooLarge`].
    fn from_f64(value: f64) -> Result<Self, QuantityError> {
        if !value.is_finite() {
            return Err(QuantityError::NotFinite);
        }
        if value.abs() > Self::LIMIT as f64 {
            return Err(QuantityError::TooLarge);
        }
        Ok(Self::from_scaled(
            (value * Self::steps_per_unit() as f64).round() as i64,
        ))
    }

    /// Reads a plain decimal: sign, digits, point, digits, exponent (`-12.5`, `1e3`).
    ///
    /// The flag tells whether digits past the last kept place were rounded (half away from zero).
    ///
    /// *Errors:* [`QuantityError`].
    fn parse(text: &str) -> Result<(Self, bool), QuantityError> {
        let (scaled, rounded) = parse_scaled(text, Self::DECIMALS, Self::LIMIT)?;
        Ok((Self::from_scaled(scaled), rounded))
    }

    /// Whether the quantity is a whole number of units.
    fn is_whole(self) -> bool {
        self.scaled() % Self::steps_per_unit() == 0
    }
}

/// Why a text or a float is no quantity.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum QuantityError {
    /// The text is empty.
    #[error("empty")]
    Empty,
    /// Infinite or not a number.
    #[error("not a finite number")]
    NotFinite,
    /// Not a decimal number.
    #[error("not a number")]
    NotANumber,
    /// Beyond [`Quantity::LIMIT`].
    #[error("too large")]
    TooLarge,
}

fn parse_scaled(text: &str, decimals: u32, limit: i64) -> Result<(i64, bool), QuantityError> {
    if text.is_empty() {
        return Err(QuantityError::Empty);
    }
    let lower = text.to_ascii_lowercase();
    if matches!(
        lower.trim_start_matches(['+', '-']),
        "inf" | "infinity" | "nan"
    ) {
        return Err(QuantityError::NotFinite);
    }
    let (mantissa, exponent) = match lower.split_once('e') {
        Some((mantissa, exponent)) => {
            let exponent: i32 = exponent.parse().map_err(|_| QuantityError::NotANumber)?;
            (mantissa, exponent)
        }
        None => (lower.as_str(), 0),
    };
    let (negative, digits) = match mantissa.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty()) || !is_digits(whole) || !is_digits(fraction) {
        return Err(QuantityError::NotANumber);
    }
    // Digits d₁d₂… stand for d × 10^(point − place); keep those down to the last kept place.
    let point =
        i64::try_from(whole.len()).map_err(|_| QuantityError::TooLarge)? + i64::from(exponent);
    let keep = point + i64::from(decimals);
    let bound = i128::from(limit) * 10_i128.pow(decimals);
    let mut scaled: i128 = 0;
    let mut rounded = false;
    let mut round_up = false;
    let mut place = 0_i64;
    for digit in whole
        .bytes()
        .chain(fraction.bytes())
        .map(|byte| i128::from(byte - b'0'))
    {
        if place < keep {
            scaled = scaled * 10 + digit;
            if scaled > bound {
                return Err(QuantityError::TooLarge);
            }
        } else {
            if place == keep {
                round_up = digit >= 5;
            }
            rounded |= digit != 0;
        }
        place += 1;
    }
    while place < keep && scaled != 0 {
        scaled *= 10;
        place += 1;
        if scaled > bound {
            return Err(QuantityError::TooLarge);
        }
    }
    scaled += i128::from(round_up);
    if scaled > bound {
        return Err(QuantityError::TooLarge);
    }
    let signed = if negative { -scaled } else { scaled };
    i64::try_from(signed)
        .map(|value| (value, rounded))
        .map_err(|_| QuantityError::TooLarge)
}

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident, $decimals:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(i64);

        impl $name {
            /// Nothing.
            pub const ZERO: Self = Self(0);

            /// A whole number of units.
            pub const fn units(count: i64) -> Self {
                Self(count * 10_i64.pow($decimals))
            }
        }

        impl Quantity for $name {
            const DECIMALS: u32 = $decimals;
            fn from_scaled(scaled: i64) -> Self {
                Self(scaled)
            }
            fn scaled(self) -> i64 {
                self.0
            }
        }

        /// The plain decimal, without trailing zeros.
        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_decimal(self.0, $decimals, formatter)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, concat!(stringify!($name), "({})"), self)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.to_f64().serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = f64::deserialize(deserializer)?;
                Self::from_f64(value).map_err(serde::de::Error::custom)
            }
        }
    };
}

fn write_decimal(scaled: i64, decimals: u32, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    let magnitude = scaled.unsigned_abs();
    let unit = 10_u64.pow(decimals);
    let mut text = (magnitude / unit).to_string();
    let fraction = magnitude % unit;
    if fraction != 0 {
        let digits = format!("{fraction:0width$}", width = decimals as usize);
        text.push('.');
        text.push_str(digits.trim_end_matches('0'));
    }
    formatter.pad_integral(scaled >= 0, "", &text)
}

quantity!(
    /// Money in 万元 (ten thousand yuan).
    Wan,
    6
);
quantity!(
    /// Money in 亿元 (a hundred million yuan), for GDP only.
    Yi,
    6
);
quantity!(
    /// Help, need or supply in the unit of its sector (万元 or 人).
    Amount,
    6
);
quantity!(
    /// 万元 that one unit of a sector counts as when sectors are added up.
    UnitValue,
    6
);
quantity!(
    /// Kilometres.
    Km,
    6
);
quantity!(
    /// Travel time in hours.
    Hours,
    6
);
quantity!(
    /// Degrees of longitude or latitude.
    Degrees,
    6
);
quantity!(
    /// A share; 1 is the whole.
    Share,
    6
);
quantity!(
    /// Fit of a pair; computed fits lie in 0–1, given ones are any number.
    Fit,
    9
);
quantity!(
    /// Work that a pair costs its helper.
    Load,
    6
);
quantity!(
    /// Importance of a recipient.
    Weight,
    6
);
quantity!(
    /// People in 万人 (ten thousand).
    Population,
    6
);
quantity!(
    /// A further indicator of a place; its unit is the policy's affair.
    Indicator,
    6
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parse_decimal_keeps_every_kept_place() {
        for (text, scaled, rounded) in [
            ("0", 0, false),
            ("12.5", 12_500_000, false),
            ("-0.000001", -1, false),
            ("1e3", 1_000_000_000, false),
            ("1.5e-6", 2, true),
            ("0.0000004", 0, true),
            ("1000000000", 1_000_000_000_000_000, false),
            (".5", 500_000, false),
        ] {
            assert_eq!(
                Wan::parse(text),
                Ok((Wan::from_scaled(scaled), rounded)),
                "{text}"
            );
        }
    }

    #[test]
    fn parse_rejects_what_is_no_decimal() {
        for (text, error) in [
            ("", QuantityError::Empty),
            ("abc", QuantityError::NotANumber),
            ("1.2.3", QuantityError::NotANumber),
            (".", QuantityError::NotANumber),
            ("1e", QuantityError::NotANumber),
            ("NaN", QuantityError::NotFinite),
            ("-inf", QuantityError::NotFinite),
            ("1000000001", QuantityError::TooLarge),
            ("1e300", QuantityError::TooLarge),
        ] {
            assert_eq!(Wan::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn display_reads_back_as_itself() {
        for scaled in [0, 1, -1, 1_500_000, -123_456_789, 999_999_999_999_999] {
            let value = Km::from_scaled(scaled);
            assert_eq!(Km::parse(&value.to_string()), Ok((value, false)));
        }
    }
}
