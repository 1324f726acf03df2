//! Exact numbers: integers of any size that count a decimal step, and rationals.

use jiedui_domain::{Quantity, Share, UnitValue, Wan};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use std::fmt;
use std::ops::AddAssign;

/// Steps of a quantity of six decimals in one unit.
pub(crate) const MILLION: i64 = 1_000_000;
/// Steps of a fit in 1.
pub(crate) const BILLION: i64 = 1_000_000_000;

/// The worth of help over sectors: a whole number of 1e-12 万元, the step of value × amount.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub(crate) struct Worth(BigInt);

impl Worth {
    /// v_s · x for an amount in millionths of the sector's unit.
    pub(crate) fn of_amount(value: UnitValue, millionths: i128) -> Self {
        Self(BigInt::from(value.scaled()) * millionths)
    }

    /// A sum of money.
    pub(crate) fn of_money(money: Wan) -> Self {
        Self(BigInt::from(money.scaled()) * MILLION)
    }

    /// A share of a sum of money, not rounded.
    pub(crate) fn of_share(share: Share, money: Wan) -> Self {
        Self(BigInt::from(share.scaled()) * money.scaled())
    }

    /// A share of another worth, not rounded.
    pub(crate) fn share_of(&self, share: Share) -> BigRational {
        BigRational::new(&self.0 * share.scaled(), BigInt::from(MILLION))
    }

    /// Cut down to a millionth of 万元.
    pub(crate) fn cut_to_millionths(&self) -> Self {
        // Floor division by hand: BigInt's own truncates towards zero.
        let cut = &self.0 - ((&self.0 % MILLION) + MILLION) % MILLION;
        Self(cut)
    }

    pub(crate) fn is_positive(&self) -> bool {
        self.0.is_positive()
    }

    /// In steps of 1e-12 万元.
    pub(crate) fn steps(&self) -> &BigInt {
        &self.0
    }

    /// The count as a rational, still in steps of 1e-12 万元.
    pub(crate) fn in_steps(&self) -> BigRational {
        BigRational::from_integer(self.0.clone())
    }

    /// This worth as a share of another; `None` if the other is not positive.
    pub(crate) fn over(&self, whole: &Self) -> Option<BigRational> {
        whole
            .is_positive()
            .then(|| BigRational::new(self.0.clone(), whole.0.clone()))
    }
}

impl AddAssign<&Worth> for Worth {
    fn add_assign(&mut self, other: &Worth) {
        self.0 += &other.0;
    }
}

/// The plain decimal in 万元, without trailing zeros.
impl fmt::Display for Worth {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&decimal(&self.0, 12))
    }
}

/// A count of 10^-places as a plain decimal without trailing zeros.
pub(crate) fn decimal(count: &BigInt, places: usize) -> String {
    let digits = count.abs().to_string();
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = padded.split_at(padded.len() - places);
    let fraction = fraction.trim_end_matches('0');
    let sign = if count.is_negative() { "-" } else { "" };
    if fraction.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction}")
    }
}

/// An amount, load or distance in millionths as a plain decimal.
pub(crate) fn millionths(count: i128) -> String {
    decimal(&BigInt::from(count), 6)
}

/// A rational of 10^-18 at most as an exact decimal: e·B has so many places.
pub(crate) fn rational_steps(steps: &BigRational) -> String {
    let counted = (steps * BigInt::from(MILLION)).to_integer();
    decimal(&counted, 18)
}

/// count / per as a rational.
pub(crate) fn rational(count: i128, per: i64) -> BigRational {
    BigRational::new(BigInt::from(count), BigInt::from(per))
}

/// numerator / denominator (both ≥ 0, the latter > 0) rounded half up to a whole count of 1/steps.
pub(crate) fn round_half_up(numerator: &BigInt, denominator: &BigInt, steps: i64) -> BigInt {
    (numerator * 2 * steps + denominator) / (denominator * 2)
}

/// The sum, added in pairs so that denominators grow as late as possible.
///
/// *Complexity:* dominated by the last addition, whose denominators are products of all.
pub(crate) fn sum(mut terms: Vec<BigRational>) -> BigRational {
    while terms.len() > 1 {
        terms = terms
            .chunks(2)
            .map(|chunk| {
                let mut total = BigRational::zero();
                for term in chunk {
                    total += term;
                }
                total
            })
            .collect();
    }
    terms.pop().unwrap_or_else(BigRational::zero)
}

/// The nearest `f64`.
pub(crate) fn to_f64(value: &BigRational) -> f64 {
    value.to_f64().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_is_exact_and_short() {
        for (count, places, text) in [
            (0_i64, 6, "0"),
            (1, 6, "0.000001"),
            (-1_500_000, 6, "-1.5"),
            (12_000_000, 6, "12"),
            (80_010_000_000_000, 12, "80.01"),
        ] {
            assert_eq!(decimal(&BigInt::from(count), places), text);
        }
    }

    #[test]
    fn cut_goes_down() {
        for (steps, cut) in [
            (1_999_999, 1_000_000),
            (1_000_000, 1_000_000),
            (-1, -1_000_000),
        ] {
            assert_eq!(
                Worth(BigInt::from(steps)).cut_to_millionths(),
                Worth(BigInt::from(cut))
            );
        }
    }

    #[test]
    fn round_half_up_at_the_half() {
        for (numerator, denominator, rounded) in [(1, 3, 3), (1, 4, 3), (24, 100, 2), (0, 7, 0)] {
            let (top, bottom) = (BigInt::from(numerator), BigInt::from(denominator));
            assert_eq!(round_half_up(&top, &bottom, 10), BigInt::from(rounded));
        }
    }

    #[test]
    fn sum_of_unlike_fractions_is_exact() {
        let terms = vec![rational(1, 2), rational(1, 3), rational(1, 6)];
        assert_eq!(sum(terms), rational(1, 1));
        assert_eq!(sum(Vec::new()), rational(0, 1));
    }
}
