//! Exact multiplication of decimals as people write them.

use crate::policy::Spot;
use jiedui_domain::{Fit, Quantity};

/// What numbers are multiplied by, with its place.
#[derive(Clone, Debug)]
pub(crate) struct Factor {
    /// Milliardths.
    pub(super) value: Fit,
    pub(super) at: Spot,
}

/// Why a number cannot be scaled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ScaleError {
    /// The text is no number.
    NotANumber,
    /// The result is beyond what a quantity holds.
    TooLarge,
}

/// `text` × `factor` as a plain decimal, rounded half away from zero to `decimals` places.
pub(super) fn scaled(text: &str, factor: Fit, decimals: u32) -> Result<String, ScaleError> {
    let (value, _) = Fit::parse(text).map_err(|_| ScaleError::NotANumber)?;
    // Both factors count milliardths, so the product counts 1e-18.
    let product = i128::from(value.scaled()) * i128::from(factor.scaled());
    let step = 10_i128.pow(2 * Fit::DECIMALS - decimals);
    let half = if product < 0 { -step / 2 } else { step / 2 };
    let rounded = (product + half) / step * 10_i128.pow(Fit::DECIMALS - decimals);
    let limit = i128::from(Fit::LIMIT) * i128::from(Fit::steps_per_unit());
    if rounded.abs() > limit {
        return Err(ScaleError::TooLarge);
    }
    let result = i64::try_from(rounded).map_err(|_| ScaleError::TooLarge)?;
    Ok(Fit::from_scaled(result).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scaled_is_exact_and_rounds_half_away() {
        let cases = [
            ("100", "1.1", 6, Ok("110")),
            ("0.1", "3", 6, Ok("0.3")),
            ("-2.5", "0.000001", 6, Ok("-0.000003")),
            ("12", "0", 6, Ok("0")),
            ("0.123456789", "1", 6, Ok("0.123457")),
            ("0.123456789", "1", 9, Ok("0.123456789")),
            ("1000000000", "2", 6, Err(ScaleError::TooLarge)),
            ("many", "2", 6, Err(ScaleError::NotANumber)),
        ];
        for (text, factor, decimals, expected) in cases {
            let (factor, _) = Fit::parse(factor).unwrap_or((Fit::ZERO, false));
            let result = scaled(text, factor, decimals);
            assert_eq!(result, expected.map(str::to_owned), "{text} × {factor}");
        }
    }
}
