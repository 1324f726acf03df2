//! Search over pairs: swaps, replacements, additions and removals, annealed.
//!
//! Simulated annealing (Kirkpatrick et al. 1983) with a fixed number of moves and a fixed seed per
//! chain, so that the result depends neither on the clock nor on the number of threads.

mod following;
mod proposing;
mod rematch;

pub use following::{Follower, by_thousandths, valued};
pub use rematch::rematch;

use super::aim::{Aim, Start};
use super::few::Few;
use super::landscape::{Landscape, Shaping};
use super::random::Random;
use super::state::State;
use crate::decomposition::blocks::Blocks;
use crate::watch::Watch;
use rayon::prelude::*;

/// Chains of a wave always run, whatever the number of threads.
const CHAINS: u64 = 4;

/// The best set of pairs found from any start; `None` if no chain kept the earlier tiers.
pub fn anneal(
    landscape: &Landscape,
    blocks: &Blocks,
    starts: &[Start],
    aim: &Aim,
    watch: &dyn Watch,
) -> Option<Start> {
    if starts.is_empty() {
        return None;
    }
    let mut best: Option<Best> = None;
    for wave in 0..aim.waves {
        let found: Vec<Best> = (wave * CHAINS..(wave + 1) * CHAINS)
            .into_par_iter()
            .filter_map(|chain| {
                let start = &starts[chain as usize % starts.len()];
                let seed = aim.seed.wrapping_add(chain);
                let mut chain = Chain::new(landscape, blocks, start, aim, seed);
                chain.run(watch);
                if blocks.is_large && aim.known.is_none() {
                    chain.rematch(watch);
                }
                chain.best
            })
            .collect();
        // The order of chains is fixed, and the first of equals wins.
        for known in found {
            if best.as_ref().is_none_or(|best| known.worth > best.worth) {
                best = Some(known);
            }
        }
        let near = |best: &Best| best.value >= aim.bound - 2.0 * aim.enough;
        if best.as_ref().is_some_and(near) || watch.stop().is_some() {
            break;
        }
    }
    best.map(|best| best.pairs)
}

/// The best set of pairs that one chain finds; where none keeps the earlier tiers, the set at which it ends.
pub fn anneal_once(
    landscape: &Landscape,
    blocks: &Blocks,
    start: &Start,
    aim: &Aim,
    watch: &dyn Watch,
) -> Start {
    let mut chain = Chain::new(landscape, blocks, start, aim, aim.seed);
    chain.run(watch);
    match chain.best {
        Some(best) => best.pairs,
        None => chain.state.formed(),
    }
}

struct Chain<'a> {
    landscape: &'a Landscape,
    blocks: &'a Blocks,
    aim: &'a Aim,
    state: State<'a>,
    random: Random,
    /// What it costs to miss an earlier tier by a thousandth, a least amount by 1 万元, or to end
    /// one pair too many: little at first, so that the search can pass through, prohibitive at last.
    strictness: f64,
    best: Option<Best>,
    /// Recipients among whom half of the moves are sought; all where there are none.
    near: Vec<usize>,
    /// By recipient: its favoured spots; empty where nothing is sought near anybody.
    favoured_at: Vec<Vec<usize>>,
}

/// The best set of pairs so far.
struct Best {
    /// Value of the tier.
    value: f64,
    /// What the set is chosen for.
    worth: f64,
    pairs: Start,
}

impl<'a> Chain<'a> {
    fn new(
        landscape: &'a Landscape,
        blocks: &'a Blocks,
        start: &[(usize, f64)],
        aim: &'a Aim,
        seed: u64,
    ) -> Self {
        Self {
            landscape,
            blocks,
            aim,
            state: aim.state(landscape, blocks, start),
            random: Random::new(seed),
            strictness: 0.0,
            best: None,
            near: Vec::new(),
            favoured_at: Vec::new(),
        }
    }

    fn run(&mut self, watch: &dyn Watch) {
        self.note_best();
        let step = self.typical_step(self.aim.tier);
        if step <= 0.0 {
            return;
        }
        let scale = self.expression_scale();
        let mut missed = self.missed();
        for count in 0..self.aim.moves {
            if count % 1024 == 0 {
                if watch.stop().is_some() {
                    break;
                }
                if self
                    .best
                    .as_ref()
                    .is_some_and(|best| best.value >= self.aim.bound - self.aim.enough)
                {
                    break;
                }
            }
            let progress = count as f64 / self.aim.moves as f64;
            if self.try_one(progress, (step, scale), &mut missed) {
                self.state.settle();
                self.note_best();
            }
        }
    }

    /// Tries a move as far on as `progress` says, from 0 to 1; whether it was made. `step` is a typical one, `scale` the
    /// size of what floors speak of; `missed` is by how much earlier tiers are missed, before and after.
    fn try_one(&mut self, progress: f64, (step, scale): (f64, f64), missed: &mut Few<f64>) -> bool {
        let Some(change) = self.propose() else {
            return false;
        };
        let schedule = self.aim.schedule;
        let temperature = step * between(schedule.hot, schedule.cold, progress);
        let sharpness = (60.0 + 740.0 * progress) / scale;
        self.strictness = step * between(schedule.lenient, schedule.strict, progress);
        self.miss_anew(missed);
        let before = self.guide(sharpness, missed);
        if !self.state.try_move(change) {
            return false;
        }
        let missed_then = self.missed();
        let rise = self.guide(sharpness, &missed_then) - before;
        let is_taken = rise >= 0.0 || self.random.unit() < (rise / temperature).exp();
        if is_taken {
            *missed = missed_then;
        } else {
            self.state.undo();
        }
        is_taken
    }

    /// What the search climbs: the softened tier, less what it costs to miss earlier tiers.
    fn guide(&self, sharpness: f64, missed: &[f64]) -> f64 {
        let mut value = self.state.softened(self.aim.tier, sharpness);
        for (keep, missed) in self.aim.keep.iter().zip(missed) {
            value -= self.strictness * missed / (1e-3 * keep.abs().max(1e-3));
        }
        value += self.aim.worth_of_staying(&self.state);
        value - self.strictness * (self.state.shortfall() + self.state.excess())
    }

    /// By how much each earlier tier is missed.
    fn missed(&self) -> Few<f64> {
        (0..self.aim.keep.len())
            .map(|tier| self.missed_of(tier))
            .collect()
    }

    fn missed_of(&self, tier: usize) -> f64 {
        let keep = self.aim.keep[tier];
        if self.aim.schedule.each_recipient {
            self.state.missed(tier, keep)
        } else {
            (keep - self.state.value(tier)).max(0.0)
        }
    }

    /// The same for the set at hand, where it was known before a move was tried: a floor speaks of every
    /// recipient, which is most of what a move costs in a large case, and is as it was; what adds up is not,
    /// to the last digit, once a move was taken back.
    fn miss_anew(&self, missed: &mut [f64]) {
        for (tier, missed) in missed.iter_mut().enumerate() {
            if !self.state.is_floor(tier) {
                *missed = self.missed_of(tier);
            }
        }
    }

    fn note_best(&mut self) {
        let keeps = self
            .aim
            .keep
            .iter()
            .enumerate()
            .all(|(tier, keep)| self.state.value(tier) >= keep - 1e-9 * (1.0 + keep.abs()));
        if !keeps || self.state.shortfall() > 1e-6 || self.state.excess() > 1e-9 {
            return;
        }
        let worth = self.aim.worth_of(&self.state);
        let better = |known: &Best| worth > known.worth + 1e-12;
        if self.best.as_ref().is_none_or(better) {
            self.best = Some(Best {
                value: self.state.value(self.aim.tier),
                worth,
                pairs: self.state.formed(),
            });
        }
    }

    /// The median size of what a random move changes in a tier.
    fn typical_step(&mut self, tier: usize) -> f64 {
        let scale = self.expression_scale();
        let sharpness = 60.0 / scale;
        let mut steps = Vec::new();
        for _ in 0..2000 {
            let before = self.state.softened(tier, sharpness);
            let Some(change) = self.propose() else {
                continue;
            };
            if !self.state.try_move(change) {
                continue;
            }
            let step = (self.state.softened(tier, sharpness) - before).abs();
            self.state.undo();
            if step > 1e-12 {
                steps.push(step);
            }
            if steps.len() >= 200 {
                break;
            }
        }
        steps.sort_by(f64::total_cmp);
        steps.get(steps.len() / 2).copied().unwrap_or(0.0)
    }

    /// The size of the values that the tier's floors speak of, so that sharpness is dimensionless.
    fn expression_scale(&self) -> f64 {
        let mut largest = 0.0_f64;
        for shaping in &self.landscape.shapings[self.aim.tier] {
            if let Shaping::Floor { expression, .. } = shaping {
                for recipient in &self.landscape.speaks_of[*expression] {
                    largest = largest.max(self.state.expression(*recipient, *expression).abs());
                }
            }
        }
        if largest > 0.0 { largest } else { 1.0 }
    }
}

/// From one strength to another in equal ratios.
pub fn between(first: f64, last: f64, progress: f64) -> f64 {
    first * (last / first).powf(progress)
}
