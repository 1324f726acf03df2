//! Figures of a program as exact integers: amounts in millionths of a sector's unit, values in millionths
//! of millionths of 万元.

use super::NotTransport;
use crate::transport::network::LARGEST_AMOUNT;

/// Millionths in one.
pub(super) const MILLION: i64 = 1_000_000;
/// A hundredth of a unit, in millionths.
pub(super) const HUNDREDTH: i64 = 10_000;

/// The least number of whole steps that is not below the amount.
pub(super) fn ceiling(amount: i64, step: i64) -> i64 {
    -(-amount).div_euclid(step)
}

/// A number of steps within the bounds of a network.
pub(super) fn narrow(amount: i128) -> Result<i64, NotTransport> {
    i64::try_from(amount)
        .ok()
        .filter(|amount| amount.abs() <= LARGEST_AMOUNT)
        .ok_or(NotTransport::TooLarge)
}

/// The decimal with six places that a figure of the program stands for.
pub(super) fn millionths(value: f64) -> Result<i64, NotTransport> {
    // Quantities are at most 1e9; sums of them get somewhat larger.
    if value.abs() <= 1e10 {
        Ok((value * MILLION as f64).round() as i64)
    } else {
        Err(NotTransport::TooLarge)
    }
}

/// Coefficient × value in units of 1e-12: exact where both have six places.
pub(super) fn product(coefficient: f64, value: f64) -> Result<i128, NotTransport> {
    let value = i128::from(millionths(value)?);
    let scaled = coefficient * MILLION as f64;
    if (scaled - scaled.round()).abs() <= 1e-3 {
        Ok(i128::from(millionths(coefficient)?) * value)
    } else if coefficient.abs() <= 1e10 {
        Ok((coefficient * 1e12).round() as i128 * value / i128::from(MILLION))
    } else {
        Err(NotTransport::TooLarge)
    }
}
