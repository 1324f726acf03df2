//! What a helper has to give in a year, per sector.

use crate::decimal::{divide_rounded, round_to};
use crate::structure::ONE;

/// Sectors in money, in the order of the policy file.
pub const MONEY_SECTORS: [&str; 5] = [
    "industry",
    "agriculture",
    "infrastructure",
    "culture_tourism",
    "labour",
];

/// Offers exceed the budget by half, so that the plan has a choice of sectors; in thousandths.
const CHOICE: i64 = 1_500;

/// Share of a firm's money that it can give in jobs, whatever its trade; in thousandths.
const JOBS: i64 = 100;

/// What a helping place offers, 万元 per money sector, to 10: 1.5 × its funds × its profile.
///
/// The profile is 0.27·LQ(manufacturing) in industry, 0.25·LQ(agriculture) in agriculture, 0.30 in
/// infrastructure, 0.08·LQ(lodging, culture) in tourism and 0.10 in labour, scaled to one;
/// quotients in thousandths, clipped to 0.5–2. It follows what is published of projects: 金牛→石渠
/// 55 % industry and jobs (2017), 新都、金堂→理塘 4 of 10 projects in infrastructure (2023).
pub fn place_offer(funds: i64, manufacturing: i64, agriculture: i64, tourism: i64) -> [i64; 5] {
    let weights = [
        270 * manufacturing,
        250 * agriculture,
        300 * ONE,
        80 * tourism,
        100 * ONE,
    ];
    let total: i64 = weights.iter().sum();
    weights.map(|weight| round_to(divide_rounded(funds * CHOICE * weight, ONE * total), 10))
}

/// What one strength of a firm means: its capital factor and its share per money sector, all in
/// thousandths. `None` for an unknown word.
pub fn strength(word: &str) -> Option<(i64, [i64; 5])> {
    Some(match word {
        "industry" => (1_200, [1_000, 0, 0, 0, 0]),
        "agriculture" => (1_000, [0, 1_000, 0, 0, 0]),
        "infrastructure" => (1_400, [0, 0, 1_000, 0, 0]),
        "culture_tourism" => (800, [0, 0, 0, 1_000, 0]),
        "energy" => (1_300, [500, 0, 500, 0, 0]),
        "digital" => (900, [300, 200, 500, 0, 0]),
        "finance" => (800, [400, 400, 200, 0, 0]),
        "commerce" => (900, [0, 600, 0, 200, 200]),
        // A maker of medicines: plants and the growing of what goes into them.
        "health" => (800, [600, 400, 0, 0, 0]),
        "research" => (800, [1_000, 0, 0, 0, 0]),
        _ => return None,
    })
}

/// What a firm offers, 万元 per money sector, to 10: 1.5 × budget × (90 % the mean of its
/// strengths, 10 % jobs).
pub fn firm_offer(budget: i64, shares: &[[i64; 5]]) -> [i64; 5] {
    let count = i64::try_from(shares.len()).unwrap_or(i64::MAX).max(1);
    let mut offer = [0; 5];
    for (sector, amount) in offer.iter_mut().enumerate() {
        let total: i64 = shares.iter().map(|share| share[sector]).sum();
        let jobs = if sector == 4 { JOBS * ONE } else { 0 };
        let part = (ONE - JOBS) * divide_rounded(total, count) + jobs;
        *amount = round_to(divide_rounded(budget * CHOICE * part, ONE * ONE * ONE), 10);
    }
    offer
}

/// Persons that a team can send in a year, by track and level of the institution; illustrative.
/// Published sizes of whole batches, cadres and all trades together, are 25–100 a county.
pub fn team_size(track: &str, level: &str) -> Option<i64> {
    Some(match (track, level) {
        ("education", "province" | "city") => 14,
        ("education", "county") => 10,
        ("health", "province") => 15,
        ("health", "city") => 12,
        ("health", "county") => 10,
        ("science", "province") => 6,
        ("science", "city") => 4,
        _ => return None,
    })
}

/// Cadres that a helping place can second: 4, and one more per 25 亿元 of revenue, at most 9.
pub fn cadre_pool(revenue: i64) -> i64 {
    (4 + revenue / 250_000).min(9)
}

/// Cadres that a state-owned firm seconds: one (78 firms, 78 cadres).
pub const CADRES_OF_A_STATE_FIRM: i64 = 1;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_offer_is_half_as_much_again_as_the_funds() {
        let offer = place_offer(4_000, ONE, ONE, ONE);
        assert_eq!(offer, [1_620, 1_500, 1_800, 480, 600]);
        assert_eq!(offer.iter().sum::<i64>(), 6_000);
    }

    #[test]
    fn place_offer_leans_to_what_the_place_is_strong_in() {
        let industrial = place_offer(4_000, 2 * ONE, ONE / 2, ONE);
        assert_eq!(industrial, [2830, 660, 1570, 420, 520]);
    }

    #[test]
    fn firm_offer_mixes_strengths_and_jobs() {
        // Energy and infrastructure: a quarter industry, three quarters infrastructure.
        let shares: Vec<_> = ["energy", "infrastructure"]
            .iter()
            .filter_map(|word| strength(word))
            .map(|(_, share)| share)
            .collect();
        assert_eq!(firm_offer(1_000, &shares), [340, 0, 1_010, 0, 150]);
    }

    #[test]
    fn every_strength_spreads_exactly_one() {
        for word in [
            "industry",
            "agriculture",
            "infrastructure",
            "culture_tourism",
            "energy",
            "digital",
            "finance",
            "commerce",
            "health",
            "research",
        ] {
            let total = strength(word).map(|(_, share)| share.iter().sum::<i64>());
            assert_eq!(total, Some(ONE), "{word}");
        }
        assert_eq!(strength("magic"), None);
    }

    #[test]
    fn teams_are_sized_by_level() {
        assert_eq!(team_size("health", "province"), Some(15));
        assert_eq!(team_size("health", ""), None);
    }

    #[test]
    fn cadre_pool_grows_with_revenue_and_stops_at_nine() {
        assert_eq!(cadre_pool(90_000), 4);
        assert_eq!(cadre_pool(957_000), 7);
        assert_eq!(cadre_pool(9_570_000), 9);
    }
}
