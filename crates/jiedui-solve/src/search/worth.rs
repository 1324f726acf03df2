//! What the pairs of one recipient are worth when each helper splits what it has by shares.

use super::few::Few;
use super::flow::{Given, MOST_SECTORS, Offer, best_use};
use super::landscape::{Landscape, Shaping};
use crate::curve::along;
use smallvec::{SmallVec, smallvec};

/// What one recipient's pairs are worth.
#[derive(Clone, Debug, Default)]
pub struct Worth {
    /// Per tier: the part that adds up over recipients.
    pub sums: Few<f64>,
    /// Per expression.
    pub expressions: Few<f64>,
    /// By how much least amounts are missed, 万元.
    pub shortfall: f64,
}

/// Givers at a recipient that are held without asking for memory.
type Offers<'a> = SmallVec<[Offer<'a>; MOST_SECTORS]>;

/// What the pairs of a recipient are worth; `share` is the part of its helper's means of each of them, `given`
/// is room to work in.
pub fn worth_of(
    landscape: &Landscape,
    recipient: usize,
    spots: &[usize],
    share: &[f64],
    given: &mut Given,
) -> Worth {
    let offers: Offers<'_> = spots
        .iter()
        .map(|index| {
            let spot = &landscape.spots[*index];
            let share = share[*index];
            let offer = if share < 1.0 {
                spot.giver.part(&spot.supply, spot.budget, share)
            } else {
                spot.giver.whole()
            };
            offer.at_least(spot.effort * share)
        })
        .collect();
    let need = &landscape.need[recipient][..landscape.sectors];
    let shortfall = best_use(&offers, need, given);
    let mut worth = Worth {
        sums: smallvec![0.0; landscape.shapings.len()],
        expressions: smallvec![0.0; landscape.speaks_of.len()],
        shortfall,
    };
    for (index, amounts) in spots.iter().zip(given.iter()) {
        let spot = &landscape.spots[*index];
        let by_help = |rate: u32| landscape.by_help(rate, spot.giver.serves, amounts);
        for (tier, sum) in worth.sums.iter_mut().enumerate() {
            *sum += spot.gain[tier] + by_help(spot.rate[tier]);
        }
        for (expression, value) in worth.expressions.iter_mut().enumerate() {
            *value += spot.expression_gain[expression] + by_help(spot.expression_rate[expression]);
        }
    }
    for (tier, shapings) in landscape.shapings.iter().enumerate() {
        for shaping in shapings {
            if let Shaping::Curve {
                expression,
                segments,
            } = shaping
            {
                worth.sums[tier] += along(&segments[recipient], worth.expressions[*expression]);
            }
        }
    }
    worth
}

/// What the pairs of a recipient bring without those of one track, 万元.
pub fn brought_beside(
    landscape: &Landscape,
    recipient: usize,
    spots: &[usize],
    track: usize,
    given: &mut Given,
) -> f64 {
    let own = spots.iter().map(|index| &landscape.spots[*index]);
    let beside = own.filter(|spot| spot.track != track);
    let offers: Offers<'_> = beside.map(|spot| spot.giver.whole()).collect();
    best_use(
        &offers,
        &landscape.need[recipient][..landscape.sectors],
        given,
    );
    given.iter().flatten().sum()
}
