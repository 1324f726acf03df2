//! 万企兴万村: firms and villages in one divisible track, a pure transportation problem.

use crate::geography::{Map, MapWords};
use crate::helpers::MONEY;
use crate::naming::{Codes, made_up, policy_title};
use crate::paired::{info, recipient};
use crate::random::{Random, scale, to_step};
use crate::{GenerateError, Generated, Order};
use jiedui_domain::{
    Amount, Bilingual, CaseTables, EquityCurve, HelperRow, IdVec, Km, Measure, NeedRow, Objective,
    Policy, SupplyRow, Track,
};

/// A firm helps villages within this distance.
const REACH: Km = Km::units(300);
/// What there is to give, in thousandths of what is needed.
const COVERED: i64 = 500;
/// Villages for each town in which firms sit.
const VILLAGES_OF_A_TOWN: usize = 10;
/// Octiles of what a firm gives and of what a village needs, 万元.
const GIFT: [i64; 9] = [10, 20, 30, 40, 50, 80, 120, 200, 500];
const NEED: [i64; 9] = [40, 60, 80, 100, 120, 150, 180, 240, 400];

pub(crate) fn make(order: &Order, policy: Policy) -> Result<Generated, GenerateError> {
    let policy = divisible(policy)?;
    let [villages, firms] = [order.recipients as usize, order.helpers as usize];
    let words = MapWords {
        county: "虚拟村",
        town: "虚拟镇",
    };
    let towns = villages.div_ceil(VILLAGES_OF_A_TOWN).min(firms);
    let map = Map::draw(villages, towns, words, &mut Random::new(order.seed, 1));
    let random = &mut Random::new(order.seed, 2);
    let gifts: Vec<i64> = (0..firms).map(|_| random.on_ladder(&GIFT)).collect();
    let asked: Vec<i64> = (0..villages).map(|_| random.on_ladder(&NEED)).collect();
    let wanted = scale(gifts.iter().sum(), 1_000, COVERED);
    let all_asked: i64 = asked.iter().sum();
    let codes = Codes::new('e', firms);
    let sector = MONEY[0];
    let places = map.counties.iter().chain(&map.towns);
    let tables = CaseTables {
        info: info(order, "村"),
        places: places.map(|spot| spot.row()).collect(),
        recipients: map
            .counties
            .iter()
            .map(|spot| recipient(&spot.code))
            .collect(),
        helpers: (0..firms)
            .map(|index| HelperRow {
                id: codes.code(index),
                name: format!("虚拟民企{}", codes.number(index)),
                track: TRACK.to_owned(),
                place: random.one_of(&map.towns).map(|town| town.code.clone()),
                provenance: made_up(),
                ..HelperRow::default()
            })
            .collect(),
        needs: map
            .counties
            .iter()
            .zip(&asked)
            .map(|(village, asked)| NeedRow {
                recipient: village.code.clone(),
                sector: sector.to_owned(),
                amount: Amount::units(to_step(scale(*asked, wanted, all_asked), 1).max(1)),
                provenance: made_up(),
            })
            .collect(),
        supply: gifts
            .iter()
            .enumerate()
            .map(|(index, gift)| SupplyRow {
                helper: codes.code(index),
                sector: sector.to_owned(),
                amount: Amount::units(*gift),
                provenance: made_up(),
            })
            .collect(),
        ..CaseTables::default()
    };
    Ok(Generated { tables, policy })
}

const TRACK: &str = "village";

/// The given policy, with one sector and one track: coverage first, then the way that the help goes.
fn divisible(mut policy: Policy) -> Result<Policy, GenerateError> {
    let sectors = policy.sectors.values().filter(|row| row.code == MONEY[0]);
    policy.sectors = sectors.cloned().collect();
    if policy.sectors.is_empty() {
        return Err(GenerateError::Missing {
            kind: "sector",
            code: MONEY[0],
        });
    }
    let title = Bilingual {
        zh: "万企兴万村".to_owned(),
        en: "firms for villages".to_owned(),
    };
    policy.tracks = IdVec::from(vec![Track {
        clause: Some("二十六".to_owned()),
        divisible: true,
        max_distance: Some(REACH),
        ..Track::without_limits(TRACK, title)
    }]);
    policy.objectives = vec![
        Objective::plain(Measure::Coverage, 1),
        Objective::plain(Measure::FlowDistance, 2),
    ];
    policy.equity = EquityCurve::default();
    policy.name = "generated-divisible".to_owned();
    policy.title = policy_title();
    Ok(policy)
}
