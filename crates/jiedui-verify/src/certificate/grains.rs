//! Fixed-point numbers of any size, always rounded towards the weaker bound.
//!
//! A gain is counted in grains of 10^-40. Coefficients are rounded up or down to whole grains per step
//! of what they multiply (millionths of an amount, 1e-12 万元 of worth, …); from there on everything is
//! whole numbers, so the only rounding is the one done here, and it only ever raises a bound.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

/// Decimal places of a grain.
const PLACES: u32 = 40;
/// Decimal places of a bound that is written down.
const STATED: u32 = 12;
/// Decimals longer than this, or with larger exponents, are no figures of a certificate.
const LONGEST: usize = 400;

/// Grains in one unit of what has 10^`places` steps.
fn per_step(places: u32) -> BigInt {
    BigInt::from(10).pow(PLACES - places)
}

/// The smallest whole number not below numerator / denominator; the denominator is positive.
fn ceiling(numerator: &BigInt, denominator: &BigInt) -> BigInt {
    let whole = numerator / denominator;
    // Division cuts towards zero, which is upwards for negative numbers.
    if numerator.is_positive() && !(numerator % denominator).is_zero() {
        whole + 1
    } else {
        whole
    }
}

fn floor(numerator: &BigInt, denominator: &BigInt) -> BigInt {
    -ceiling(&-numerator, denominator)
}

/// A number in grains, not below it.
pub(super) fn grains(value: &BigRational) -> BigInt {
    ceiling(&(value.numer() * per_step(0)), value.denom())
}

/// A number in grains, as close as they go.
pub(super) fn grains_below(value: &BigRational) -> BigInt {
    floor(&(value.numer() * per_step(0)), value.denom())
}

/// The smallest whole number not below a rational.
pub(super) fn ceiling_of(value: &BigRational) -> BigInt {
    ceiling(value.numer(), value.denom())
}

/// The greatest whole number not above a rational.
pub(super) fn floor_of(value: &BigRational) -> BigInt {
    floor(value.numer(), value.denom())
}

/// ⌈numerator / denominator⌉ for a positive denominator.
pub(super) fn divided_up(numerator: &BigInt, denominator: i128) -> BigInt {
    ceiling(numerator, &BigInt::from(denominator))
}

/// A price of worth in whole grains per 1e-12 万元: any price serves, so how it is rounded is all the same.
pub(super) fn worth_price(value: &BigRational) -> BigInt {
    floor(&(value.numer() * per_step(12)), value.denom())
}

/// A coefficient per step of a whole number: not below for what is positive, not above for what is negative.
#[derive(Clone, Debug, Default)]
pub(super) struct Slope {
    low: BigInt,
    high: BigInt,
}

impl Slope {
    /// The coefficient of a quantity that has 10^`places` steps in its unit.
    pub(super) fn new(coefficient: &BigRational, places: u32) -> Self {
        let numerator = coefficient.numer() * per_step(places);
        Self {
            low: floor(&numerator, coefficient.denom()),
            high: ceiling(&numerator, coefficient.denom()),
        }
    }

    /// An upper bound on coefficient × quantity, in grains.
    pub(super) fn times(&self, steps: i128) -> BigInt {
        match steps.signum() {
            0 => BigInt::zero(),
            1 => &self.high * steps,
            _ => &self.low * steps,
        }
    }

    /// The coefficient itself, for what is never negative.
    pub(super) fn upper(&self) -> &BigInt {
        &self.high
    }

    pub(super) fn is_zero(&self) -> bool {
        self.low.is_zero() && self.high.is_zero()
    }
}

/// A bound in grains as the decimal that is written down: rounded up to twelve places.
pub(super) fn stated(bound: &BigInt) -> String {
    let count = ceiling(bound, &BigInt::from(10).pow(PLACES - STATED));
    crate::exact::decimal(&count, STATED as usize)
}

/// A rational as such a decimal, rounded down.
pub(super) fn stated_below(value: &BigRational) -> String {
    let count = floor(
        &(value.numer() * BigInt::from(10).pow(STATED)),
        value.denom(),
    );
    crate::exact::decimal(&count, STATED as usize)
}

/// An exact decimal: sign, digits, point, digits, exponent. `None` if the text is none.
pub(super) fn decimal(text: &str) -> Option<BigRational> {
    if text.len() > LONGEST {
        return None;
    }
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    if exponent.unsigned_abs() as usize > LONGEST {
        return None;
    }
    let (negative, digits) = match mantissa.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, mantissa),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let count = BigInt::parse_bytes(format!("{whole}{fraction}").as_bytes(), 10)?;
    let places = i32::try_from(fraction.len()).ok()? - exponent;
    let power = BigInt::from(10).pow(places.unsigned_abs());
    let value = if places > 0 {
        BigRational::new(count, power)
    } else {
        BigRational::new(count * power, BigInt::one())
    };
    Some(if negative { -value } else { value })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::exact::rational;

    #[test]
    fn decimals_are_exact() {
        for (text, top, bottom) in [
            ("0", 0, 1),
            ("-1.25", -5, 4),
            ("1e-3", 1, 1000),
            ("2.5E2", 250, 1),
            ("007", 7, 1),
        ] {
            assert_eq!(decimal(text), Some(rational(top, bottom)), "{text}");
        }
        for text in [
            "", "-", ".5", "1.2.3", "1e", "NaN", "inf", "1e999", "+1", "0x1", " 1",
        ] {
            assert_eq!(decimal(text), None, "{text}");
        }
        assert_eq!(decimal(&"9".repeat(LONGEST + 1)), None);
    }

    #[test]
    fn rounding_only_raises() {
        let third = rational(1, 3);
        assert!(BigRational::from_integer(grains(&third)) >= &third * per_step(0));
        assert!(BigRational::from_integer(grains(&-&third)) >= -&third * per_step(0));
        let slope = Slope::new(&third, 6);
        for steps in [-7_i128, 0, 5] {
            let exact = &third * per_step(6) * BigInt::from(steps);
            let rounded = BigRational::from_integer(slope.times(steps));
            assert!(rounded >= exact && rounded - exact < rational(10, 1));
        }
        assert_eq!(stated(&grains(&third)), "0.333333333334");
        assert_eq!(stated(&grains(&-third.clone())), "-0.333333333333");
        assert_eq!(stated_below(&third), "0.333333333333");
        assert_eq!(stated_below(&rational(3, 2)), "1.5");
    }
}
