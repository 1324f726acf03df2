//! A case like the shipped one: pairs in every track.

use crate::geography::{Map, MapWords};
use crate::helpers::{Helper, Kind, TRACKS};
use crate::history::YEAR;
use crate::naming::policy_title;
use crate::random::{Random, scale, to_step};
use crate::{GenerateError, Generated, Order, helpers, history, needs};
use jiedui_domain::{CaseInfo, CaseTables, Policy, Quantity, RecipientRow, Wan, Weight};

/// One a track.
pub(crate) const FEWEST_HELPERS: u32 = 8;

/// Places of a region can serve at least so many of its counties, in hundredths.
const ROOM: i64 = 115;
/// A pair is planned at a little more than the minimum support, in hundredths.
const SUPPORT: i64 = 105;
/// A place is taken to serve at most so many counties, whatever the policy allows.
const COUNTIES_OF_A_PLACE: i64 = 4;
/// Richer in steps of a tenth, this often at most: two hundred times as rich.
const STEPS: usize = 56;

pub(crate) fn make(order: &Order, mut policy: Policy) -> Result<Generated, GenerateError> {
    check_policy(&policy)?;
    let counties = order.recipients as usize;
    let counts = helpers::apportion(order.helpers as usize);
    let words = MapWords {
        county: "虚拟县",
        town: "虚拟区",
    };
    let mut map = Map::draw(counties, counts[0], words, &mut Random::new(order.seed, 1));
    let terms = PlaceTerms::of(&policy);
    let has_room = make_room(&mut map, &terms);
    let helpers = helpers::draw(&map, &counts, terms.rate, &mut Random::new(order.seed, 2));
    let needs = needs::draw(&map.counties, &helpers, &mut Random::new(order.seed, 3));
    lower_quotas(&mut policy, counties, &counts, has_room);
    policy.name = "generated".to_owned();
    policy.title = policy_title();
    let random = &mut Random::new(order.seed, 4);
    let history = history::draw(&map, &helpers, &needs, &policy, random);
    let places = map.counties.iter().chain(&map.towns);
    let tables = CaseTables {
        info: info(order, "县"),
        places: places.map(|spot| spot.row()).collect(),
        recipients: map
            .counties
            .iter()
            .map(|spot| recipient(&spot.code))
            .collect(),
        helpers: helpers.iter().map(|helper| helper.row(&map)).collect(),
        needs: map
            .counties
            .iter()
            .zip(&needs)
            .flat_map(|(county, needs)| needs::rows(county, needs))
            .collect(),
        supply: helpers.iter().flat_map(Helper::supply).collect(),
        history,
        ..CaseTables::default()
    };
    Ok(Generated { tables, policy })
}

pub(crate) fn info(order: &Order, unit: &str) -> CaseInfo {
    CaseInfo {
        name: order.name(),
        year: YEAR,
        title: format!(
            "随机生成的示例（{}个{unit}、{}个帮扶方，种子{}）",
            order.recipients, order.helpers, order.seed
        ),
        currency: "万元".to_owned(),
        sources: vec!["全部数据随机生成，不对应任何真实的县或单位".to_owned()],
    }
}

pub(crate) fn recipient(code: &str) -> RecipientRow {
    RecipientRow {
        id: code.to_owned(),
        weight: Some(Weight::units(1)),
        provenance: crate::naming::made_up(),
    }
}

fn check_policy(policy: &Policy) -> Result<(), GenerateError> {
    for plan in &TRACKS {
        if policy.track_by_code(plan.code).is_none() {
            return Err(GenerateError::Missing {
                kind: "track",
                code: plan.code,
            });
        }
    }
    for (code, _) in needs::SECTORS {
        if policy.sector_by_code(code).is_none() {
            return Err(GenerateError::Missing {
                kind: "sector",
                code,
            });
        }
    }
    Ok(())
}

/// What the policy asks of places.
struct PlaceTerms {
    /// Share of revenue, in millionths.
    rate: i64,
    /// 万元 that a pair is planned at.
    support: i64,
    /// Counties that one place may serve.
    most: i64,
}

impl PlaceTerms {
    fn of(policy: &Policy) -> Self {
        let plan = TRACKS.iter().find(|plan| plan.kind == Kind::Place);
        let id = plan.and_then(|plan| policy.track_by_code(plan.code));
        let track = id.and_then(|id| policy.tracks.get(id));
        let rate = track.and_then(|track| {
            let of_year = track.funding_rate.get(&YEAR);
            of_year.or_else(|| track.funding_rate.values().next_back())
        });
        let support = track.map_or(Wan::ZERO, |track| track.minimum_support);
        let most = track
            .and_then(|track| track.helper_max)
            .map_or(i64::MAX, i64::from);
        Self {
            rate: rate.map_or(8_000, |rate| rate.scaled()),
            support: (support.scaled() / 10_000 * SUPPORT / 10_000).max(1),
            most: most.min(COUNTIES_OF_A_PLACE),
        }
    }

    fn room(&self, revenue: i64) -> i64 {
        (scale(revenue, self.rate, 1_000_000) / self.support).min(self.most)
    }
}

/// Makes the towns of each region rich enough to serve its counties; false where too few towns are there.
fn make_room(map: &mut Map, terms: &PlaceTerms) -> bool {
    let mut has_room = true;
    for region in 0..map.regions {
        let counties = map.counties.iter().filter(|spot| spot.region == region);
        let wanted = i64::try_from(counties.count()).unwrap_or(i64::MAX) * ROOM;
        for step in 0..=STEPS {
            let towns = map.towns.iter_mut().filter(|spot| spot.region == region);
            let mut room = 0;
            for town in towns {
                if step > 0 {
                    town.revenue = to_step(town.revenue * 11 / 10, 100);
                }
                room += terms.room(town.revenue);
            }
            let towns = map.towns.iter().filter(|spot| spot.region == region);
            let at_most = i64::try_from(towns.count()).unwrap_or(0) * terms.most;
            if room * 100 >= wanted {
                break;
            }
            // No riches would do: better no quota than absurd figures.
            if at_most * 100 < wanted {
                has_room = false;
                break;
            }
            has_room &= step < STEPS;
        }
    }
    has_room
}

/// A track with fewer helpers than its counties ask for asks for none.
fn lower_quotas(policy: &mut Policy, counties: usize, counts: &[usize; 8], places_have_room: bool) {
    for (plan, count) in TRACKS.iter().zip(counts) {
        let Some(id) = policy.track_by_code(plan.code) else {
            continue;
        };
        let track = &mut policy.tracks[id];
        let each = track.helper_max.map_or(usize::MAX, |most| most as usize);
        let enough = count.saturating_mul(each) >= counties * track.recipient_min as usize;
        let is_place = plan.kind == Kind::Place;
        if !enough || (is_place && !places_have_room) {
            track.recipient_min = 0;
        }
    }
}
