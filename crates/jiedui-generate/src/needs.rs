//! What each county needs: the formulas of the shipped case, then scaled to what there is to give.

use crate::geography::Spot;
use crate::helpers::{Helper, MONEY};
use crate::naming::made_up;
use crate::random::{Random, divide, scale, to_step};
use jiedui_domain::{Amount, NeedRow};

/// Sectors, and how much of the need the supply covers in each, in thousandths; about half of all.
pub(crate) const SECTORS: [(&str, i64); 9] = [
    ("industry", 500),
    ("agriculture", 400),
    ("infrastructure", 500),
    ("culture_tourism", 580),
    ("labour", 580),
    ("education", 550),
    ("health", 580),
    ("science", 580),
    ("cadre", 550),
];

/// Needs of one county by sector, in whole units, in the order of [`SECTORS`].
pub(crate) type Needs = [i64; 9];

/// Needs of all counties: by formula, then each sector scaled as a whole.
pub(crate) fn draw(counties: &[Spot], helpers: &[Helper], random: &mut Random) -> Vec<Needs> {
    let mut needs: Vec<Needs> = counties
        .iter()
        .map(|county| by_formula(county, random))
        .collect();
    for (sector, (code, covered)) in SECTORS.into_iter().enumerate() {
        let asked: i64 = needs.iter().map(|of_county| of_county[sector]).sum();
        let given: i64 = helpers
            .iter()
            .map(|helper| within_budget(helper, code))
            .sum();
        let wanted = divide(given * 1_000, covered);
        let step = if MONEY.contains(&code) { 10 } else { 1 };
        for of_county in &mut needs {
            let scaled = scale(of_county[sector], wanted, asked);
            of_county[sector] = to_step(scaled, step).max(step);
        }
    }
    needs
}

/// What a helper can give of a sector when its budget is spread as its offer is.
fn within_budget(helper: &Helper, sector: &str) -> i64 {
    let of = |wanted: &dyn Fn(&str) -> bool| -> i64 {
        let offers = helper.offer.iter().filter(|(code, _)| wanted(code));
        offers.map(|(_, amount)| *amount).sum()
    };
    let offered = of(&|code| code == sector);
    let money = of(&|code| MONEY.contains(&code));
    match helper.budget {
        Some(budget) if MONEY.contains(&sector) && money > budget => scale(offered, budget, money),
        _ => offered,
    }
}

/// The formulas of the shipped case (`seeds/README.md`, Needs), with location quotients, shares and years
/// of schooling drawn; in thousandths of a unit, rounded later.
fn by_formula(county: &Spot, random: &mut Random) -> Needs {
    let people = county.population;
    let class = county.hardship;
    let manufacturing = random.between(100, 1_000);
    let farming = random.between(500, 2_500);
    let leisure = random.between(200, 1_800);
    let farmers = random.between(300, 800);
    // Remote counties have fewer years of schooling.
    let years_short = (class * 600 + random.between(-600, 1_500)).clamp(0, 5_000);
    [
        (140_000 + 40 * people) * (2_000 - manufacturing) / 100,
        (60_000 + 20 * people) * (500 + farming) / 100,
        (240_000 + 20 * people) * (1_000 + 100 * class) / 100,
        (50_000 + 10 * people) * (500 + leisure) / 100,
        (40_000 + 30 * people) * (500 + farmers) / 100,
        (1_000_000 + 250 * people) / 1_000 * (4_000 + years_short) / 4_000,
        (1_200_000 + 300 * people) / 1_000 * (1_000 + 80 * class) / 1_000,
        (400_000 + 60 * people) / 1_000 * (500 + farming / 2) / 1_000,
        1_100 + 6 * people / 100 + 100 * class,
    ]
}

/// The rows of one county.
pub(crate) fn rows(county: &Spot, needs: &Needs) -> impl Iterator<Item = NeedRow> {
    SECTORS
        .into_iter()
        .zip(needs)
        .map(|((sector, _), amount)| NeedRow {
            recipient: county.code.clone(),
            sector: sector.to_owned(),
            amount: Amount::units(*amount),
            provenance: made_up(),
        })
}
