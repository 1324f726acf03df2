//! What the pairs of one recipient are worth when each helper splits what it has by shares.

use super::flow::{Given, Giver, best_use};
use super::landscape::{Landscape, Shaping};
use super::state::Few;
use crate::curve::along;
use smallvec::smallvec;

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

/// Room to work in, kept from one valuation to the next.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    givers: Vec<Giver>,
    given: Given,
}

/// What the pairs of a recipient are worth; `share` is the part of its helper's means of each of them.
pub fn worth_of(
    landscape: &Landscape,
    recipient: usize,
    spots: &[usize],
    share: &[f64],
    scratch: &mut Scratch,
) -> Worth {
    let Scratch { givers, given } = scratch;
    givers.clear();
    givers.extend(spots.iter().map(|index| {
        let spot = &landscape.spots[*index];
        let share = share[*index];
        let mut giver = spot.giver.clone();
        giver.least = giver.least.max(spot.effort * share);
        if share < 1.0 {
            giver.most = spot.budget.min(f64::MAX) * share;
            for (capacity, supply) in giver.capacity.iter_mut().zip(&spot.supply) {
                *capacity = capacity.min(supply * share);
            }
        }
        giver
    }));
    let need = &landscape.need[recipient][..landscape.sectors];
    let shortfall = best_use(givers, need, given);
    let mut worth = Worth {
        sums: smallvec![0.0; landscape.shapings.len()],
        expressions: smallvec![0.0; landscape.speaks_of.len()],
        shortfall,
    };
    for (index, amounts) in spots.iter().zip(given.iter()) {
        let spot = &landscape.spots[*index];
        let by_help = |rate: u32| landscape.by_help(rate, amounts);
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
    scratch: &mut Scratch,
) -> f64 {
    let Scratch { givers, given } = scratch;
    givers.clear();
    let own = spots.iter().map(|index| &landscape.spots[*index]);
    givers.extend(
        own.filter(|spot| spot.track != track)
            .map(|spot| spot.giver.clone()),
    );
    best_use(
        givers,
        &landscape.need[recipient][..landscape.sectors],
        given,
    );
    given.iter().flatten().sum()
}
