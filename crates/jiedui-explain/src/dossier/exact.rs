//! A number written exactly, beside its nearest floating-point value.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An exact number: a decimal where it ends (`"12.5"`), else a fraction (`"1/3"`).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Exact {
    /// The exact number.
    pub exact: String,
    /// The nearest floating-point value, for programs that do not need more.
    pub value: f64,
}

/// A decimal longer than this is written as a fraction.
const MOST_PLACES: u32 = 30;

impl Exact {
    /// Writes a number.
    pub fn of(number: &BigRational) -> Self {
        Self {
            exact: decimal(number)
                .unwrap_or_else(|| format!("{}/{}", number.numer(), number.denom())),
            value: number.to_f64().unwrap_or(0.0),
        }
    }

    /// The nearest floating-point value of the text; `None` if somebody has edited it into something else.
    pub fn nearest(&self) -> Option<f64> {
        self.rational()?.to_f64()
    }

    /// Reads the number back; `None` if somebody has edited the text into something else.
    pub fn rational(&self) -> Option<BigRational> {
        if let Some((numerator, denominator)) = self.exact.split_once('/') {
            let denominator: BigInt = denominator.parse().ok()?;
            if denominator.is_zero() {
                return None;
            }
            return Some(BigRational::new(numerator.parse().ok()?, denominator));
        }
        let (whole, fraction) = self.exact.split_once('.').unwrap_or((&self.exact, ""));
        let digits: BigInt = format!("{whole}{fraction}").parse().ok()?;
        let places = u32::try_from(fraction.len()).ok()?;
        Some(BigRational::new(digits, BigInt::from(10).pow(places)))
    }
}

/// The decimal of a number whose denominator has no factor but 2 and 5.
fn decimal(number: &BigRational) -> Option<String> {
    let mut rest = number.denom().clone();
    let mut places = 0_u32;
    for factor in [2_u32, 5] {
        let mut times = 0_u32;
        while (&rest % factor).is_zero() {
            rest /= factor;
            times += 1;
        }
        places = places.max(times);
    }
    if !rest.is_one() || places > MOST_PLACES {
        return None;
    }
    let scaled = (number * BigRational::from(BigInt::from(10).pow(places))).to_integer();
    if places == 0 {
        return Some(scaled.to_string());
    }
    let width = places as usize + 1;
    let digits = format!("{:0>width$}", scaled.abs().to_string());
    let (whole, fraction) = digits.split_at(digits.len() - places as usize);
    let sign = if scaled.is_negative() { "-" } else { "" };
    Some(format!("{sign}{whole}.{fraction}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn exact_reads_back_as_itself() {
        for (numerator, denominator, text) in [
            (0, 1, "0"),
            (-7, 1, "-7"),
            (1, 8, "0.125"),
            (-1, 20, "-0.05"),
            (1, 3, "1/3"),
            (-22, 7, "-22/7"),
            (123_456, 1000, "123.456"),
        ] {
            let number = BigRational::new(BigInt::from(numerator), BigInt::from(denominator));
            let exact = Exact::of(&number);
            assert_eq!(exact.exact, text);
            assert_eq!(exact.rational().unwrap(), number);
        }
    }

    #[test]
    fn rational_of_an_edited_text_is_none() {
        for text in ["", "abc", "1/0", "1/x", "."] {
            let exact = Exact {
                exact: text.to_owned(),
                value: 0.0,
            };
            assert_eq!(exact.rational(), None, "{text}");
        }
    }
}
