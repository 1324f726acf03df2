//! The pairs of last year: most counties keep a place nearby, a few a firm or a hospital.

use crate::geography::Map;
use crate::helpers::{Helper, Kind, TRACKS};
use crate::naming::made_up;
use crate::needs::{Needs, SECTORS};
use crate::random::Random;
use jiedui_domain::{HistoryRow, Policy, Quantity, Track};

/// The year of the case.
pub(crate) const YEAR: i32 = 2025;
/// When pairs began, as often as in the shipped case.
const SINCE: [i32; 12] = [
    2012, 2012, 2012, 2012, 2016, 2016, 2017, 2019, 2020, 2021, 2021, 2023,
];
/// A county whose pair must be kept because it is young, where that would not do: it began earlier.
const LONG_AGO: i32 = 2016;
/// A place keeps at most this many counties.
const COUNTIES_OF_A_PLACE: usize = 2;
/// Counties with a place of last year, in thousandths; further tracks with theirs.
const WITH_PLACE: i64 = 640;
const WITH_OTHERS: [(&str, i64); 2] = [("central_soe", 130), ("health", 30)];
/// The place of last year was the nearest of so many.
const NEAREST_OF: usize = 4;

/// Draws the pairs of last year. Where the policy keeps young pairs, a young one is drawn only where the
/// helper can give in that county what its track asks of a pair.
pub(crate) fn draw(
    map: &Map,
    helpers: &[Helper],
    needs: &[Needs],
    policy: &Policy,
    random: &mut Random,
) -> Vec<HistoryRow> {
    let mut counts = vec![0_usize; helpers.len()];
    let mut rows = Vec::new();
    let of_track = |code: &str| -> Vec<usize> {
        let all = helpers.iter().enumerate();
        all.filter(|(_, helper)| TRACKS[helper.track].code == code)
            .map(|(index, _)| index)
            .collect()
    };
    let mut places_of_region: Vec<Vec<usize>> = vec![Vec::new(); map.regions];
    for (index, helper) in helpers.iter().enumerate() {
        if TRACKS[helper.track].kind == Kind::Place {
            places_of_region[map.towns[helper.town].region].push(index);
        }
    }
    let others = WITH_OTHERS.map(|(code, share)| (of_track(code), share));
    for (county, of_county) in map.counties.iter().zip(needs) {
        let mut found: Vec<usize> = Vec::new();
        if random.happens(WITH_PLACE) {
            let nearby = &places_of_region[county.region];
            let drawn = (0..NEAREST_OF).filter_map(|_| random.one_of(nearby).copied());
            let free = drawn.filter(|index| counts[*index] < COUNTIES_OF_A_PLACE);
            found.extend(free.min_by_key(|index| {
                let town = &map.towns[helpers[*index].town];
                (county.remoteness(town), *index)
            }));
        }
        for (candidates, share) in &others {
            if random.happens(*share) {
                let drawn = random.one_of(candidates).copied();
                found.extend(drawn.filter(|index| counts[*index] == 0));
            }
        }
        for index in found {
            let drawn = random.one_of(&SINCE).copied().unwrap_or(LONG_AGO);
            let helper = &helpers[index];
            let may_be_young = counts[index] == 0 && can_be_kept(helper, of_county, policy);
            let since = if is_young(helper, drawn, policy) && !may_be_young {
                LONG_AGO
            } else {
                drawn
            };
            counts[index] += 1;
            rows.push(HistoryRow {
                helper: helper.code.clone(),
                recipient: county.code.clone(),
                since,
                provenance: made_up(),
            });
        }
    }
    rows.sort_by(|a, b| (&a.helper, &a.recipient).cmp(&(&b.helper, &b.recipient)));
    rows
}

fn track_of<'a>(helper: &Helper, policy: &'a Policy) -> Option<&'a Track> {
    let id = policy.track_by_code(TRACKS[helper.track].code)?;
    policy.tracks.get(id)
}

/// Whether the policy would keep a pair that began then.
fn is_young(helper: &Helper, since: i32, policy: &Policy) -> bool {
    let age = u32::try_from(YEAR - since).unwrap_or(0);
    track_of(helper, policy).is_none_or(|track| age < track.min_tenure_years)
}

/// Whether the pair alone could carry the minimum support and the effort that the track asks for.
fn can_be_kept(helper: &Helper, needs: &Needs, policy: &Policy) -> bool {
    let Some(track) = track_of(helper, policy) else {
        return false;
    };
    let mut reachable = 0_i128;
    for ((sector, _), need) in SECTORS.into_iter().zip(needs) {
        let offered = helper.offer.iter().find(|(code, _)| *code == sector);
        let amount = offered.map_or(0, |(_, amount)| *amount.min(need));
        let value = policy.sector_by_code(sector);
        let value = value.map_or(0, |id| policy.sectors[id].value.scaled());
        reachable += i128::from(amount) * i128::from(value);
    }
    let budget = helper.budget.map(|budget| i128::from(budget) * 1_000_000);
    let effort = budget.unwrap_or(0) * i128::from(track.effort_floor.scaled()) / 1_000_000;
    let within = budget.map_or(reachable, |budget| reachable.min(budget));
    within >= effort && within >= i128::from(track.minimum_support.scaled())
}
