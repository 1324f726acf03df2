//! Numbers as people read them, the same in both languages.

use jiedui_messages::grouped;
pub(crate) use jiedui_messages::significant;

/// 万元 and other amounts: two decimals, thousands separated.
pub(crate) fn money(value: f64) -> String {
    rounded(value, 2)
}

/// A budget, or what a pair can carry of it, as it can be spent. Amounts are whole hundredths, and what a share of
/// revenue leaves below that is nobody's to give: rounded up it would look like money left.
pub(crate) fn spendable(budget_wan: f64) -> f64 {
    (budget_wan * 100.0 + 1e-6).floor() / 100.0
}

/// What must be given at the least, to whole hundredths: rounded down, it would seem that less is enough.
pub(crate) fn rounded_up(wan: f64) -> f64 {
    (wan * 100.0 - 1e-6).ceil() / 100.0
}

/// Whole numbers where they are whole, else two decimals.
pub(crate) fn quantity(value: f64) -> String {
    let decimals = if value.fract() == 0.0 { 0 } else { 2 };
    rounded(value, decimals)
}

/// Kilometres, without decimals.
pub(crate) fn km(value: f64) -> String {
    rounded(value, 0)
}

/// A count.
pub(crate) fn count(value: usize) -> String {
    rounded(value as f64, 0)
}

/// A share as per cent, one decimal.
pub(crate) fn percent(share: f64) -> String {
    format!("{}%", rounded(share * 100.0, 1))
}

/// A share as per cent, two decimals: beside a change in points, which has as many.
pub(crate) fn percent_of_two_decimals(share: f64) -> String {
    format!("{}%", points(share))
}

/// A relative change as per cent with its sign, one decimal.
pub(crate) fn percent_signed(share: f64) -> String {
    let sign = if share > 0.0 { "+" } else { "" };
    format!("{sign}{}", percent(share))
}

/// A small share as percentage points, two decimals.
pub(crate) fn points(share: f64) -> String {
    rounded(share * 100.0, 2)
}

/// A gap as percentage points, two decimals, never rounded down: "at most" must stay true.
pub(crate) fn points_at_most(gap: f64) -> String {
    // What binary fractions add to a decimal is no reason to claim a hundredth more.
    rounded((gap * 10_000.0 - 1e-6).ceil().max(0.0) / 100.0, 2)
}

/// A fit: three decimals.
pub(crate) fn fit(value: f64) -> String {
    rounded(value, 3)
}

/// A figure without a unit of its own, e.g. a weighted score.
pub(crate) fn score(value: f64) -> String {
    rounded(value, 3)
}

/// A weight, as the policy has it.
pub(crate) fn weight(value: f64) -> String {
    value.to_string()
}

/// A score that must not be understated.
pub(crate) fn score_at_most(value: f64) -> String {
    rounded((value * 1000.0 - 1e-6).ceil().max(0.0) / 1000.0, 3)
}

fn rounded(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    grouped(format!("{value:.decimals$}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_rounded() {
        assert_eq!(money(1_234_567.891), "1,234,567.89");
        assert_eq!(money(-0.001), "0.00");
        assert_eq!(money(-1234.5), "-1,234.50");
        assert_eq!(km(374.6), "375");
        assert_eq!(percent(0.4149), "41.5%");
        assert_eq!(quantity(12.0), "12");
        assert_eq!(quantity(12.5), "12.50");
        assert_eq!(fit(0.41239), "0.412");
        assert_eq!(money(f64::NAN), "–");
    }

    #[test]
    fn a_budget_is_told_as_it_can_be_spent() {
        assert_eq!(money(spendable(8_411.687_5)), "8,411.68");
        assert_eq!(money(spendable(8_411.69)), "8,411.69");
        assert_eq!(money(spendable(0.29)), "0.29");
    }

    #[test]
    fn a_gap_is_never_rounded_down() {
        assert_eq!(points_at_most(0.008_51), "0.86");
        assert_eq!(points_at_most(0.0085), "0.85");
        assert_eq!(points_at_most(0.0), "0.00");
        assert_eq!(points_at_most(1e-7), "0.01");
        assert_eq!(score_at_most(1.0001), "1.001");
    }
}
