//! What an underdeveloped county needs in a year, per sector.
//!
//! The shape of the formulas is a judgement, their inputs are published: population, hardship
//! class, years of schooling, employment by industry. Their level is set so that all supply
//! covers 30–60 % of all need. Money to 10 万元, persons whole.

use crate::decimal::{divide_rounded, round_to};
use crate::error::SeedsError;
use crate::facts::Facts;
use crate::structure::{ONE, location_quotient};

/// What the formulas read of a county.
#[derive(Clone, Copy, Debug)]
pub struct CountyProfile {
    /// Population, 1/100 万人.
    pub population: i64,
    /// Hardship class 0–6.
    pub hardship_class: i64,
    /// Mean years of schooling, 1/100.
    pub schooling: i64,
    /// Share of employment in agriculture, 1/10 000.
    pub agriculture: i64,
    /// Location quotient of agriculture, thousandths, unclipped up to 3.
    pub agriculture_quotient: i64,
    /// Location quotient of manufacturing, thousandths, up to 1.
    pub manufacturing_quotient: i64,
    /// Mean of the location quotients of lodging and catering and of culture and sport, up to 2.
    pub tourism_quotient: i64,
}

/// The location quotients that [`CountyProfile`] wants, from shares of the county and the province.
pub fn quotients(county: [i64; 4], province: [i64; 4]) -> [i64; 3] {
    let [agriculture, manufacturing, lodging, culture] = county;
    let [
        base_agriculture,
        base_manufacturing,
        base_lodging,
        base_culture,
    ] = province;
    let lodging = location_quotient(lodging, base_lodging, 0, 2 * ONE);
    let culture = location_quotient(culture, base_culture, 0, 2 * ONE);
    [
        location_quotient(agriculture, base_agriculture, 0, 3 * ONE),
        location_quotient(manufacturing, base_manufacturing, 0, ONE),
        (lodging + culture) / 2,
    ]
}

/// `base + each × population`, times a factor in thousandths.
fn scaled(base: i64, each: i64, population: i64, factor: i64) -> i64 {
    divide_rounded((base * 100 + each * population) * factor, 100 * ONE)
}

/// Infrastructure, 万元: (2400 + 20·P)·(1 + 0.1·z), P in 万人, z the hardship class.
/// Roads and pipes are dear where people are few and the ground is high.
pub fn infrastructure(county: &CountyProfile) -> i64 {
    let factor = ONE + 100 * county.hardship_class;
    round_to(scaled(2_400, 20, county.population, factor), 10)
}

/// Industry, 万元: (1400 + 40·P)·(2 − LQ of manufacturing): what is missing against the province.
pub fn industry(county: &CountyProfile) -> i64 {
    let factor = 2 * ONE - county.manufacturing_quotient;
    round_to(scaled(1_400, 40, county.population, factor), 10)
}

/// Agriculture, 万元: (600 + 20·P)·(0.5 + LQ of agriculture): what the county lives by.
pub fn agriculture(county: &CountyProfile) -> i64 {
    let factor = ONE / 2 + county.agriculture_quotient;
    round_to(scaled(600, 20, county.population, factor), 10)
}

/// Culture and tourism, 万元: (500 + 10·P)·(0.5 + LQ of lodging and culture): what it can build on.
pub fn culture_tourism(county: &CountyProfile) -> i64 {
    let factor = ONE / 2 + county.tourism_quotient;
    round_to(scaled(500, 10, county.population, factor), 10)
}

/// Labour cooperation, 万元: (400 + 30·P)·(0.5 + share of employment in agriculture).
pub fn labour(county: &CountyProfile) -> i64 {
    let factor = ONE / 2 + divide_rounded(county.agriculture, 10);
    round_to(scaled(400, 30, county.population, factor), 10)
}

/// Teachers, persons: (10 + 0.25·P)·(1 + (9.5 − S)∕4), S the mean years of schooling, at most 9.5.
pub fn education(county: &CountyProfile) -> i64 {
    let missing = (950 - county.schooling).max(0);
    divide_rounded(
        scaled(1_000, 25, county.population, ONE + missing * 10 / 4),
        100,
    )
}

/// Doctors and nurses, persons: (12 + 0.3·P)·(1 + 0.08·z).
pub fn health(county: &CountyProfile) -> i64 {
    let factor = ONE + 80 * county.hardship_class;
    divide_rounded(scaled(1_200, 30, county.population, factor), 100)
}

/// Scientists, persons: (4 + 0.06·P)·(0.5 + LQ of agriculture ∕ 2).
pub fn science(county: &CountyProfile) -> i64 {
    let factor = ONE / 2 + county.agriculture_quotient / 2;
    divide_rounded(scaled(400, 6, county.population, factor), 100)
}

/// Cadres, persons: 11 + 0.06·P + z.
pub fn cadre(county: &CountyProfile) -> i64 {
    divide_rounded(
        1_100 + 6 * county.population / 100 + 100 * county.hardship_class,
        100,
    )
}

/// Sector and amount of every need of a recipient.
///
/// *Errors:* [`SeedsError::Missing`].
pub fn of_recipient(facts: &Facts, code: &str) -> Result<[(&'static str, i64); 9], SeedsError> {
    let division = facts.division(code)?;
    let shares = facts.employment(code)?.shares();
    let province = facts.employment("510000")?.shares();
    let [
        agriculture_quotient,
        manufacturing_quotient,
        tourism_quotient,
    ] = quotients(shares, province);
    let county = CountyProfile {
        population: division.population.0,
        hardship_class: division.hardship_class.0,
        schooling: division.schooling.0,
        agriculture: shares[0],
        agriculture_quotient,
        manufacturing_quotient,
        tourism_quotient,
    };
    Ok([
        ("industry", industry(&county)),
        ("agriculture", agriculture(&county)),
        ("infrastructure", infrastructure(&county)),
        ("culture_tourism", culture_tourism(&county)),
        ("labour", labour(&county)),
        ("education", education(&county)),
        ("health", health(&county)),
        ("science", science(&county)),
        ("cadre", cadre(&county)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 10 万人, class 5, 6.5 years of schooling, half in agriculture (twice the province),
    /// manufacturing a fifth of the province, tourism as the province.
    const COUNTY: CountyProfile = CountyProfile {
        population: 1_000,
        hardship_class: 5,
        schooling: 650,
        agriculture: 5_000,
        agriculture_quotient: 2_000,
        manufacturing_quotient: 200,
        tourism_quotient: 1_000,
    };

    #[test]
    fn money_follows_the_stated_formulas() {
        assert_eq!(infrastructure(&COUNTY), 3_900); // (2400 + 200) × 1.5
        assert_eq!(industry(&COUNTY), 3_240); // (1400 + 400) × 1.8
        assert_eq!(agriculture(&COUNTY), 2_000); // (600 + 200) × 2.5
        assert_eq!(culture_tourism(&COUNTY), 900); // (500 + 100) × 1.5
        assert_eq!(labour(&COUNTY), 700); // (400 + 300) × 1
    }

    #[test]
    fn persons_follow_the_stated_formulas_rounded_to_whole_ones() {
        assert_eq!(education(&COUNTY), 22); // 12.5 × 1.75 = 21.875
        assert_eq!(health(&COUNTY), 21); // 15 × 1.4
        assert_eq!(science(&COUNTY), 7); // 4.6 × 1.5 = 6.9
        assert_eq!(cadre(&COUNTY), 17); // 11 + 0.6 + 5 = 16.6
    }

    #[test]
    fn quotients_are_clipped_where_the_formulas_want_it() {
        let province = [2_478, 1_104, 633, 91];
        assert_eq!(
            quotients([7_326, 2_208, 633, 0], province),
            [2_956, 1_000, 500]
        );
    }
}
