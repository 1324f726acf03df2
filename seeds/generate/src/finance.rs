//! Finances of places: gross domestic product and general public budget revenue.
//!
//! *Units:* 万元 throughout, populations in 1/100 万人, shares in 1/10 000.

use crate::decimal::{divide_rounded, round_to};

/// Yearly growth with which an older figure is carried forward, in thousandths: the province's
/// nominal growth from 2021 (53 850.79 亿元) to 2023 (60 132.9 亿元), 5.67 % a year, rounded down.
const GROWTH: i64 = 1_056;

/// A figure of `from` carried forward to `to`, year by year, each to a whole 万元.
pub fn carry_forward(value: i64, from: i32, to: i32) -> i64 {
    (from..to).fold(value, |carried, _| divide_rounded(carried * GROWTH, 1_000))
}

/// Gross domestic product of a county whose own figure is not known:
/// population × the prefecture's product per head × the share of employment outside agriculture.
///
/// Without the last factor farming counties would count as rich as their prefecture's seat.
pub fn gdp_from_population(
    population: i64,
    agriculture: i64,
    prefecture_gdp: i64,
    prefecture_population: i64,
) -> i64 {
    let by_head = prefecture_gdp * population / prefecture_population.max(1);
    round_to(
        divide_rounded(by_head * (10_000 - agriculture), 10_000),
        10_000,
    )
}

/// Revenue per product, in 1/10 000: 7.0–7.5 % in Chengdu, 4.0–5.5 % elsewhere, less where more
/// people work in agriculture (7.5 % − 2.5 % × share; 5.5 % − 1.5 % × share ∕ 0.4).
///
/// The published ones: Jinjiang 7.2 %, Qingbaijiang 7.2 %, Shuangliu 8.5 %; Cuiping 4.0 % (2019),
/// Fucheng 5.5 % (2018).
pub fn revenue_rate(in_chengdu: bool, agriculture: i64) -> i64 {
    if in_chengdu {
        (750 - divide_rounded(250 * agriculture, 10_000)).max(700)
    } else {
        (550 - divide_rounded(150 * agriculture, 4_000)).max(400)
    }
}

/// Revenue of a county whose own figure is not known, to 100 万元.
pub fn revenue_from_gdp(gdp: i64, rate: i64) -> i64 {
    round_to(divide_rounded(gdp * rate, 10_000), 100)
}

/// Money that a helping place owes in 2025: 0.8 % of the revenue of the year before.
///
/// The case does not carry it: the engine computes it from `funding_rate` of the policy. Here it
/// only sizes the supplies.
/// *Source:* 宣汉→万源 0.6 % (2023), 0.7 % (2024), 0.8 % (2025).
pub fn place_funds(revenue: i64) -> i64 {
    divide_rounded(revenue * 8, 1_000)
}

/// Budget of a firm, illustrative, to 10 万元: 600 (central), 500 (local) or 200 (private) ×
/// the mean capital factor of its strengths (thousandths).
///
/// For scale: 68 state firms gave 6.7 亿元 in 2021–2023, 328 万元 each a year, at village level.
pub fn firm_budget(base: i64, capital_factors: &[i64]) -> i64 {
    let count = i64::try_from(capital_factors.len())
        .unwrap_or(i64::MAX)
        .max(1);
    let total: i64 = capital_factors.iter().sum();
    round_to(divide_rounded(base * total, 1_000 * count), 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carry_forward_compounds_year_by_year() {
        assert_eq!(carry_forward(1_000_000, 2_022, 2_024), 1_115_136);
        assert_eq!(carry_forward(500, 2_024, 2_024), 500);
    }

    #[test]
    fn gdp_is_population_times_product_per_head_outside_agriculture() {
        // 10 of 100 万人, 1 000 亿元 in the prefecture, 30 % in agriculture: 70 亿元.
        assert_eq!(
            gdp_from_population(1_000, 3_000, 10_000_000, 10_000),
            700_000
        );
    }

    #[test]
    fn revenue_rate_falls_with_agriculture_to_its_floor() {
        assert_eq!(revenue_rate(true, 0), 750);
        assert_eq!(revenue_rate(true, 3_647), 700);
        assert_eq!(revenue_rate(false, 2_000), 475);
        assert_eq!(revenue_rate(false, 4_032), 400);
    }

    #[test]
    fn revenue_is_product_times_rate() {
        assert_eq!(revenue_from_gdp(7_000_000, 500), 350_000);
    }

    #[test]
    fn place_funds_are_eight_per_mille() {
        // Shuangliu 2022: 95.7 亿元 would owe 7 656 万元.
        assert_eq!(place_funds(957_000), 7_656);
    }

    #[test]
    fn firm_budget_takes_the_mean_factor() {
        assert_eq!(firm_budget(600, &[1_300, 1_400]), 810);
        assert_eq!(firm_budget(200, &[1_000]), 200);
    }
}
