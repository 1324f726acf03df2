//! Coefficients as whole numbers.

use crate::transport::network::Costs;

/// How the costs of a network follow from a tier: objective = constant − cost / factor.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Scale {
    /// Units of cost in one unit of the tier's objective.
    pub factor: f64,
    /// What does not depend on the flow.
    pub constant: f64,
    /// Every coefficient is a decimal that the factor turns into a whole number.
    pub is_exact: bool,
    /// How far the objective of any plan may be from constant − cost / factor by rounding coefficients; 0
    /// where they are exact.
    pub largest_error: f64,
}

/// Coefficients are taken as exact decimals up to this size only, so that a float of 53 bits tells a whole
/// number from its neighbours with a margin.
const LARGEST_EXACT: f64 = (1_i64 << 40) as f64;
/// Relative noise of a coefficient that is a product of three decimals.
const NOISE: f64 = 1.0 / (1_i64 << 48) as f64;

/// Scales costs and prices by one factor; `None` if some figure is not finite or too large.
///
/// `steps` is the greatest number of steps that any plan moves.
pub(super) fn to_whole(
    costs: &[f64],
    prices: &[f64],
    largest: i64,
    constant: f64,
    steps: f64,
) -> Option<(Scale, Costs)> {
    let figures = || costs.iter().chain(prices).copied();
    let greatest = figures().map(f64::abs).fold(0.0, f64::max);
    let is_finite = figures().all(f64::is_finite) && constant.is_finite();
    if !is_finite || greatest > 1e30 {
        return None;
    }
    let decimal = (0..=18)
        .map(|places| 10_f64.powi(places))
        .take_while(|factor| greatest * factor <= LARGEST_EXACT.min(largest as f64))
        .find(|factor| figures().all(|figure| is_whole(figure * factor)));
    let (factor, is_exact) = match decimal {
        Some(factor) => (factor, true),
        // A power of two changes no digit of a float.
        None => (
            (LARGEST_EXACT.min(largest as f64) / greatest)
                .log2()
                .floor()
                .exp2(),
            false,
        ),
    };
    let whole = |figure: &f64| (figure * factor).round() as i64;
    // A step that is met moves over one arc of help and into one need.
    let parts = if prices.iter().any(|price| *price != 0.0) {
        2.0
    } else {
        1.0
    };
    let scale = Scale {
        factor,
        constant,
        is_exact,
        largest_error: if is_exact {
            0.0
        } else {
            0.5 * parts * steps / factor
        },
    };
    let costs = Costs {
        costs: costs.iter().map(whole).collect(),
        prices: prices.iter().map(whole).collect(),
    };
    Some((scale, costs))
}

fn is_whole(figure: f64) -> bool {
    (figure - figure.round()).abs() <= figure.abs() * NOISE
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn decimals_become_whole_exactly() {
        let (scale, costs) = to_whole(&[0.125, -3.0, 0.0], &[2.5], 1 << 50, 7.0, 10.0).unwrap();
        assert!(scale.is_exact);
        assert_eq!(scale.factor, 1000.0);
        assert_eq!(scale.largest_error, 0.0);
        assert_eq!(costs.costs, [125, -3000, 0]);
        assert_eq!(costs.prices, [2500]);
    }

    #[test]
    fn other_figures_are_rounded_within_the_stated_error() {
        let figures = [1.0 / 3.0, -2.0 / 7.0, 1e-5];
        let (scale, costs) = to_whole(&figures, &[0.0], 1_000_000, 0.0, 1.0).unwrap();
        assert!(!scale.is_exact);
        for (figure, whole) in figures.iter().zip(&costs.costs) {
            assert!(whole.abs() <= 1_000_000);
            assert!((figure - *whole as f64 / scale.factor).abs() <= scale.largest_error);
        }
        let (_, two) = to_whole(&figures, &[0.1], 1_000_000, 0.0, 1.0).unwrap();
        assert_eq!(two.prices.len(), 1);
    }

    #[test]
    fn nothing_to_pay_stays_nothing_and_nonsense_is_refused() {
        let (scale, costs) = to_whole(&[0.0], &[], 10, 1.5, 1.0).unwrap();
        assert_eq!((scale.is_exact, scale.constant), (true, 1.5));
        assert_eq!(costs.costs, [0]);
        assert!(to_whole(&[f64::NAN], &[], 10, 0.0, 1.0).is_none());
        assert!(to_whole(&[f64::INFINITY], &[], 10, 0.0, 1.0).is_none());
    }
}
