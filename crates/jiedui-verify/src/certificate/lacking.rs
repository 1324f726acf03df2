//! What the pairs of a track leave lacking of a floor that is kept, and how much of that all others can bring.
//!
//! A recipient that must get T and is given x by its one helper of the track needs T − x from all others. Any k
//! recipients get no more from these than the best that they can do for k, so Σ (T − x − t)⁺ over the pairs of the
//! track is at most max_k (the most at k recipients − k·t), whatever t is. A price on that lowers what a pair gains
//! by what it leaves lacking, and the help of a pair is worth more as long as it lowers that.

use super::curve::Curve;
use super::floor::Least;
use super::grains::{floor_of, worth_price};
use super::ground::Ground;
use super::prices::{CouplingRow, Prices};
use jiedui_domain::{Id, Measure, TrackId};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{ToPrimitive, Zero};

/// The priced thresholds of every track, and what each recipient must get.
pub(super) struct Lacking {
    /// By recipient: what it must get in all, 1e-12 万元; 0 where nothing is asked.
    targets: Vec<i128>,
    /// By track: threshold in 1e-12 万元, ascending, and its price in grains per 1e-12 万元.
    priced: Vec<Vec<(i128, BigInt)>>,
}

impl Lacking {
    /// Nothing is asked and nothing priced.
    pub(super) fn none(ground: &Ground<'_>) -> Self {
        Self {
            targets: vec![0; ground.case.recipients.len()],
            priced: vec![Vec::new(); ground.case.policy.tracks.len()],
        }
    }

    /// Notes a floor that is kept: an objective of the policy's list, and the level that it keeps.
    ///
    /// Only a floor of coverage that help of every track counts for says how much a recipient must get.
    pub(super) fn keep(&mut self, ground: &Ground<'_>, objective: usize, level: &BigRational) {
        let Some(floor) = ground.case.policy.objectives.get(objective) else {
            return;
        };
        let mut tracks = ground.case.policy.tracks.ids();
        let all = floor.tracks.is_empty() || tracks.all(|track| floor.tracks.contains(&track));
        if floor.measure != Measure::CoverageFloor || !all {
            return;
        }
        for (target, recipient) in self.targets.iter_mut().zip(ground.case.recipients.ids()) {
            let need = ground.need_worth(recipient);
            let wanted = floor_of(&(level * BigInt::from(need)));
            // No plan brings more than is needed: what is asked beyond that proves nothing more.
            let wanted = wanted.min(BigInt::from(need)).to_i128();
            *target = (*target).max(wanted.unwrap_or(0));
        }
    }

    /// Takes the prices of thresholds.
    pub(super) fn price(&mut self, prices: &Prices) {
        for (row, price) in prices {
            if let CouplingRow::Lacking(track, threshold) = row {
                self.priced[track.index()].push((*threshold, worth_price(price)));
            }
        }
    }

    /// What the prices themselves cost: each times the most that can be lacking beyond its threshold.
    ///
    /// *Complexity:* linear in the arcs for each track with prices.
    pub(super) fn constant(&self, ground: &Ground<'_>, least: &Least) -> BigInt {
        let mut total = BigInt::zero();
        for (track, priced) in ground.case.policy.tracks.ids().zip(&self.priced) {
            if priced.is_empty() {
                continue;
            }
            let sums = most_at(ground, least, track);
            for (threshold, price) in priced {
                // A certificate may state any threshold: its multiples are of any size, too.
                let beyond = sums.iter().enumerate();
                let beyond = beyond.map(|(count, sum)| sum - BigInt::from(*threshold) * count);
                total += price * beyond.max().unwrap_or_default().max(BigInt::zero());
            }
        }
        total
    }

    /// A pair's curve with what it leaves lacking counted.
    pub(super) fn counted(&self, ground: &Ground<'_>, arc: usize, mut curve: Curve) -> Curve {
        let arc = &ground.arcs[arc];
        let priced = &self.priced[arc.track.index()];
        if priced.is_empty() {
            return curve;
        }
        let mut left = self.targets[arc.recipient.index()] - curve.least;
        for (threshold, price) in priced {
            curve.base -= price * left.saturating_sub(*threshold).max(0);
        }
        for (rate, mut worth) in std::mem::take(&mut curve.tail) {
            while worth > 0 {
                // Thresholds ascend, so those below what is left are the first ones.
                let below = priced.partition_point(|(threshold, _)| *threshold < left);
                let saved: BigInt = priced[..below].iter().map(|(_, price)| price).sum();
                let part = match priced[..below].last() {
                    Some((threshold, _)) => worth.min(left - threshold),
                    None => worth,
                };
                curve.tail.push((&rate + saved, part));
                left -= part;
                worth -= part;
            }
        }
        curve
    }
}

/// By number of recipients from 0: the most that all tracks but one could bring to so many together while the
/// others get their least number of pairs, 1e-12 万元.
fn most_at(ground: &Ground<'_>, least: &Least, apart: TrackId) -> Vec<i128> {
    let recipients = ground.case.recipients.len();
    let mut sums = vec![0_i128; recipients + 1];
    for (track, policy) in ground.case.policy.tracks.iter() {
        if track == apart {
            continue;
        }
        if policy.divisible {
            let all: i128 = arcs_of(ground, least, track).map(|(_, reach)| reach).sum();
            for sum in &mut sums[1..] {
                *sum += all;
            }
            continue;
        }
        let places = places_of(ground, least, track);
        let quotas = ground
            .case
            .recipients
            .ids()
            .map(|recipient| ground.wanted(recipient, track));
        let (mut fewest, mut most) = (usize::MAX, 0);
        for quota in quotas {
            fewest = fewest.min(quota.least as usize);
            most = most.max(quota.most.map_or(places.len(), |most| most as usize));
        }
        for (count, sum) in sums.iter_mut().enumerate() {
            let free = places
                .len()
                .saturating_sub(fewest.saturating_mul(recipients - count));
            let taken = free.min(most.saturating_mul(count));
            *sum += places.iter().take(taken).sum::<i128>();
        }
    }
    sums
}

/// What each pair that the helpers of a track may have could bring at most, the greatest first.
fn places_of(ground: &Ground<'_>, least: &Least, track: TrackId) -> Vec<i128> {
    let helpers = ground.case.helpers.len();
    let mut most = vec![0_i128; helpers];
    let mut candidates = vec![0_usize; helpers];
    for (helper, reach) in arcs_of(ground, least, track) {
        most[helper] = most[helper].max(reach);
        candidates[helper] += 1;
    }
    let mut places = Vec::new();
    for helper in 0..helpers {
        let pairs = ground.helper_pairs[helper].most;
        let pairs = pairs.map_or(candidates[helper], |most| {
            candidates[helper].min(most as usize)
        });
        let mut left = ground.budgets[helper];
        for _ in 0..pairs {
            let place = left.map_or(most[helper], |left| most[helper].min(left));
            places.push(place);
            left = left.map(|left| left - place);
        }
    }
    places.sort_by(|one, other| other.cmp(one));
    places
}

/// The pairs of a track that are in some plan looked at: helper, and what it could bring there.
fn arcs_of<'g>(
    ground: &'g Ground<'_>,
    least: &'g Least,
    track: TrackId,
) -> impl Iterator<Item = (usize, i128)> + 'g {
    let own = ground.arcs.iter().zip(least);
    own.filter(move |(arc, least)| arc.track == track && least.is_some())
        .map(|(arc, _)| (arc.helper.index(), arc.reach()))
}
