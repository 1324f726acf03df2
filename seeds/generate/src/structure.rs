//! Industry structure: location quotients (区位熵).

use crate::decimal::divide_rounded;

/// One, in thousandths.
pub const ONE: i64 = 1_000;

/// Location quotient in thousandths: the county's employment share over the province's, clipped.
///
/// *Units:* shares in 1/10 000; `lowest` and `highest` in thousandths. A quotient of 1 000 is
/// the provincial mean. Clipping keeps one odd industry from swallowing a whole budget.
/// *Source:* 2020 census; the province is the population-weighted mean of its 183 counties.
pub fn location_quotient(county: i64, province: i64, lowest: i64, highest: i64) -> i64 {
    divide_rounded(county * ONE, province.max(1)).clamp(lowest, highest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotient_is_share_over_share_and_clipped() {
        // Shiqu: agriculture 0.7326 against 0.2478.
        assert_eq!(location_quotient(7_326, 2_478, 0, 9_000), 2_956);
        assert_eq!(location_quotient(7_326, 2_478, 500, 2_000), 2_000);
        assert_eq!(location_quotient(18, 2_478, 500, 2_000), 500);
    }
}
