//! Tracks chosen anew one after the other, until none gains: what a large case needs beside single moves, whose number
//! does not grow with the pairs of pairs that could be exchanged.

use super::{Chain, between};
use crate::decomposition::blocks::Blocks;
use crate::search::aim::{Aim, Start};
use crate::search::few::Few;
use crate::search::landscape::{Landscape, Shaping};
use crate::search::worth::Worth;
use crate::watch::Watch;
use std::ops::Range;

/// Times that all tracks are chosen anew, at most, where nothing has to be weighed.
const MOST_SWEEPS: usize = 40;
/// The same at one price, or at one sharpness of a floor.
const SWEEPS: usize = 2;
/// Sweeps without a gain that end it: where recipients have two pairs in a track, only one of them is open at a time.
const IDLE_SWEEPS: usize = 4;
/// Prices tried for keeping an earlier tier.
const PRICES: usize = 10;
/// Sharpnesses of a floor, rising, and the first and last of them in units of what it speaks of.
const SHARPNESSES: usize = 5;
const SHARPNESS: (f64, f64) = (60.0, 800.0);

/// The best set of pairs that choosing tracks anew leads to; where none keeps the earlier tiers, the set as it was.
pub fn rematch(
    landscape: &Landscape,
    blocks: &Blocks,
    start: &Start,
    aim: &Aim,
    watch: &dyn Watch,
) -> Start {
    let mut chain = Chain::new(landscape, blocks, start, aim, aim.seed);
    chain.note_best();
    chain.rematch(watch);
    chain.best.map_or_else(|| start.clone(), |best| best.pairs)
}

/// What counts while tracks are chosen anew.
struct Weighing {
    /// By earlier tier: its price; 0 for a floor, which is missed recipient by recipient.
    prices: Few<f64>,
    /// How much the lowest count more than others, in a tier that is a floor.
    sharpness: f64,
}

impl Chain<'_> {
    /// Chooses tracks anew from the best set so far, or from the one at hand where none keeps the earlier tiers.
    pub(super) fn rematch(&mut self, watch: &dyn Watch) {
        if let Some(best) = &self.best {
            self.state = self.aim.state(self.landscape, self.blocks, &best.pairs);
        }
        let tiers = self.aim.keep.len();
        let step = self.typical_step(self.aim.tier);
        if step <= 0.0 {
            return;
        }
        self.strictness = step * self.aim.schedule.strict;
        let mut weighing = Weighing {
            prices: (0..tiers).map(|_| 0.0).collect(),
            sharpness: SHARPNESS.0 / self.expression_scale(),
        };
        let is_priced = |tier: &usize| !self.state.is_floor(*tier);
        let priced: Few<usize> = (0..tiers).filter(is_priced).collect();
        if !priced.is_empty() {
            self.weigh_by_price(&priced, &mut weighing, step, watch);
        } else if self.state.is_floor(self.aim.tier) {
            for count in 0..SHARPNESSES {
                let first = count * SWEEPS;
                let progress = count as f64 / (SHARPNESSES - 1) as f64;
                let sharpness = between(SHARPNESS.0, SHARPNESS.1, progress);
                weighing.sharpness = sharpness / self.expression_scale();
                self.sweep(&weighing, first..first + SWEEPS, watch);
            }
        } else {
            self.sweep(&weighing, 0..MOST_SWEEPS, watch);
        }
    }

    /// Seeks the price at which earlier tiers are just kept, by halving (in ratios) what lies between one that is too
    /// low and one that is high enough.
    fn weigh_by_price(
        &mut self,
        priced: &[usize],
        weighing: &mut Weighing,
        step: f64,
        watch: &dyn Watch,
    ) {
        // At a factor of 1 a typical step of an earlier tier counts as much as one of this tier.
        let steps: Few<f64> = priced.iter().map(|tier| self.typical_step(*tier)).collect();
        let mut factor = 1.0;
        let (mut too_low, mut enough) = (None, None);
        for count in 0..PRICES {
            for (tier, of_tier) in priced.iter().zip(&steps) {
                if *of_tier > 0.0 {
                    weighing.prices[*tier] = factor * step / of_tier;
                }
            }
            let first = count * SWEEPS;
            self.sweep(weighing, first..first + SWEEPS, watch);
            let keeps = |tier: &usize| self.state.value(*tier) >= self.aim.keep[*tier];
            if priced.iter().all(keeps) {
                enough = Some(factor);
            } else {
                too_low = Some(factor);
            }
            factor = match (too_low, enough) {
                (Some(low), Some(high)) => between(low, high, 0.5),
                (Some(low), None) => 2.0 * low,
                (None, _) => 0.5 * factor,
            };
        }
    }

    /// Chooses every track anew, once a turn, until none gains.
    fn sweep(&mut self, weighing: &Weighing, turns: Range<usize>, watch: &dyn Watch) {
        let mut idle = 0;
        for turn in turns {
            idle += 1;
            for track in 0..self.blocks.tracks.len() {
                if watch.stop().is_some() {
                    return;
                }
                if self.rematch_track((track, turn), weighing) {
                    idle = 0;
                }
            }
            if idle == IDLE_SWEEPS {
                break;
            }
        }
    }

    /// Chooses a track anew; whether that gained anything.
    fn rematch_track(&mut self, (track, turn): (usize, usize), weighing: &Weighing) -> bool {
        let before = self.weighed(weighing);
        let counts = self.counting(weighing);
        let settled = &self.aim.settled;
        let stays = |spot: usize| settled.binary_search(&spot).is_ok();
        let Some(change) = self.state.rematched((track, turn), stays, counts) else {
            return false;
        };
        if !self.state.try_move(change) {
            return false;
        }
        let gains = self.weighed(weighing) > before + 1e-12 * (1.0 + before.abs());
        if gains {
            self.state.settle();
            self.note_best();
        } else {
            self.state.undo();
        }
        gains
    }

    /// What the set at hand counts.
    fn weighed(&self, weighing: &Weighing) -> f64 {
        let broken = self.state.shortfall() + self.state.excess();
        let tier = self.state.softened(self.aim.tier, weighing.sharpness);
        let mut value = tier - self.strictness * broken;
        for (tier, keep) in self.aim.keep.iter().enumerate() {
            value += if self.state.is_floor(tier) {
                -self.missing_costs(*keep) * self.state.missed(tier, *keep)
            } else {
                weighing.prices[tier] * self.state.value(tier)
            };
        }
        value
    }

    /// What missing an earlier tier by one in its value costs.
    fn missing_costs(&self, keep: f64) -> f64 {
        self.strictness / (1e-3 * keep.abs().max(1e-3))
    }

    /// What a recipient's worth counts of that; of a softened floor to first order.
    fn counting(&self, weighing: &Weighing) -> impl Fn(&Worth) -> f64 + use<> {
        let tier = self.aim.tier;
        let strict = self.strictness;
        // (expression, what is to be kept, what missing it costs)
        let mut kept: Few<(usize, f64, f64)> = Few::new();
        let mut prices: Few<(usize, f64)> = Few::new();
        for (earlier, keep) in self.aim.keep.iter().enumerate() {
            match self.landscape.shapings[earlier].as_slice() {
                [Shaping::Floor { expression, weight }] if self.state.is_floor(earlier) => {
                    kept.push((
                        *expression,
                        keep / weight,
                        weight * self.missing_costs(*keep),
                    ));
                }
                _ => prices.push((earlier, weighing.prices[earlier])),
            }
        }
        let sharpness = weighing.sharpness;
        // (expression, its lowest value, weight by what all recipients count together)
        let mut lifted: Few<(usize, f64, f64)> = Few::new();
        for shaping in &self.landscape.shapings[tier] {
            if let Shaping::Floor { expression, weight } = shaping {
                let values = self.landscape.speaks_of[*expression].iter();
                let values: Vec<f64> = values
                    .map(|recipient| self.state.expression(*recipient, *expression))
                    .collect();
                let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
                let all = values
                    .iter()
                    .map(|value| (-sharpness * (value - lowest)).exp());
                lifted.push((*expression, lowest, weight / (sharpness * all.sum::<f64>())));
            }
        }
        move |worth| {
            let missed = kept.iter().map(|(expression, keep, costs)| {
                costs * (keep - worth.expressions[*expression]).max(0.0)
            });
            let priced = prices.iter().map(|(tier, price)| price * worth.sums[*tier]);
            let low = lifted.iter().map(|(expression, lowest, weight)| {
                let over = worth.expressions[*expression] - lowest;
                weight * (-sharpness * over).exp()
            });
            worth.sums[tier] + priced.sum::<f64>()
                - low.sum::<f64>()
                - missed.sum::<f64>()
                - strict * worth.shortfall
        }
    }
}
