//! Exact values of help and exact shares.
//!
//! An amount counts millionths of its unit, a sector's value millionths of 万元, so their product
//! counts 10⁻¹² 万元. With every factor within [`Quantity::LIMIT`] a product is at most 10³⁰, so an
//! `i128` holds the sum of a hundred million of them.

use jiedui_domain::{Amount, Quantity, Share, UnitValue, Wan};
use std::iter::Sum;
use std::ops::Add;

/// Steps of [`ExactWan`] in one step of [`Wan`].
const STEPS_PER_WAN_STEP: i128 = 1_000_000;

/// Money in steps of 10⁻¹² 万元.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct ExactWan(i128);

impl ExactWan {
    /// Nothing.
    pub(crate) const ZERO: Self = Self(0);

    /// v_s · amount.
    pub(crate) fn of(amount: Amount, value: UnitValue) -> Self {
        Self(i128::from(amount.scaled()) * i128::from(value.scaled()))
    }

    /// The same money.
    pub(crate) fn from_wan(wan: Wan) -> Self {
        Self(i128::from(wan.scaled()) * STEPS_PER_WAN_STEP)
    }

    /// share · wan.
    pub(crate) fn share_of(share: Share, wan: Wan) -> Self {
        Self(i128::from(share.scaled()) * i128::from(wan.scaled()))
    }

    /// The money cut to a step of [`Wan`]; `None` where [`Wan`] cannot hold it.
    pub(crate) fn cut(self) -> Option<Wan> {
        i64::try_from(self.0.div_euclid(STEPS_PER_WAN_STEP))
            .ok()
            .map(Wan::from_scaled)
    }

    /// self / whole in milliardths; 0 where `whole` is nothing. Demands 0 ≤ self ≤ whole.
    pub(crate) fn milliardths_of(self, whole: Self) -> i64 {
        milliardths(self.0, whole.0)
    }
}

impl Add for ExactWan {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sum for ExactWan {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::ZERO, Add::add)
    }
}

/// part / whole in milliardths, rounded half up; 0 where `whole` is not positive.
///
/// Demands 0 ≤ part ≤ whole ≤ 10³⁷. Long division by digits, because part · 10⁹ may not fit.
pub(crate) fn milliardths(part: i128, whole: i128) -> i64 {
    if whole <= 0 {
        return 0;
    }
    let mut quotient = part / whole;
    let mut remainder = part % whole;
    for _ in 0..9 {
        remainder *= 10;
        quotient = quotient * 10 + remainder / whole;
        remainder %= whole;
    }
    if remainder * 2 >= whole {
        quotient += 1;
    }
    // At most 10⁹ by the demand above.
    i64::try_from(quotient).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milliardths_rounds_half_up() {
        for (part, whole, expected) in [
            (0, 5, 0),
            (5, 5, 1_000_000_000),
            (1, 3, 333_333_333),
            (2, 3, 666_666_667),
            (1, 2_000_000_000, 1),
            (1, 2_000_000_001, 0),
            (0, 0, 0),
            // Would overflow if multiplied by 10⁹ first.
            (10_i128.pow(36), 4 * 10_i128.pow(36), 250_000_000),
        ] {
            assert_eq!(milliardths(part, whole), expected, "{part}/{whole}");
        }
    }

    #[test]
    fn cut_drops_what_wan_cannot_show() {
        let third = ExactWan::of(Amount::from_scaled(333_333), UnitValue::from_scaled(10));
        assert_eq!(third.cut(), Some(Wan::from_scaled(3)));
        let huge = ExactWan::of(
            Amount::units(1_000_000_000),
            UnitValue::units(1_000_000_000),
        );
        assert_eq!(huge.cut(), None);
    }
}
