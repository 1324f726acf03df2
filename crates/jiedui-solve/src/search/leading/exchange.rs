//! Exchanges: from a whole set of pairs, recipients exchange their leading helpers, and the other tracks are filled in
//! anew beside each exchange.
//!
//! A turn judges leading pairs with all others as a pool, and each turn is another throw: what the other tracks
//! can really do beside one exchange shows when they are searched beside it, for which a few moves from the set
//! at hand are enough. Most exchanges show after the first few that they lead nowhere.

use super::curve::Wanted;
use super::filled::nearly;
use super::model::Leading;
use super::search::typical_gain;
use super::seats::Seats;
use super::split::share_out;
use super::touch::last_touch;
use crate::decomposition::blocks::Blocks;
use crate::search::aim::{Aim, Schedule, Start};
use crate::search::anneal::{anneal_once, typical_step};
use crate::search::landscape::Landscape;
use crate::search::random::Random;
use crate::watch::Watch;
use rayon::prelude::*;

/// Sets from which exchanges begin, the best ones; always as many, whatever the number of threads.
const LANES: usize = 4;
/// Moves of a filling by exchange tried.
const MOVES_BY_EXCHANGE: usize = 70;
/// Exchanges proposed for each one tried, at most: the others miss something by themselves or lose too much.
const PROPOSALS: usize = 200;
/// One in so many trials makes two exchanges at once.
const TWICE: usize = 4;
/// How far the other tracks stray beside an exchange, in typical steps of the tier.
const STRAYING: f64 = 0.1;
/// Moves beside an exchange, and what it may then lose at most, in typical gains of a pair, to be followed further.
const STAGES: [(usize, f64); 3] = [(200, 1.75), (1000, 1.75), (3000, f64::INFINITY)];
/// Temperature at the beginning and the end, in typical gains of a pair.
const HOT: f64 = 0.035;
const COLD: f64 = 0.0035;
/// What an exchange may lose with an ideal pool, in typical gains of a pair.
const WITH_POOL: f64 = 0.175;
/// By how much more the leading helpers may miss targets with it, 万元.
const MISSING: f64 = 1.0;
/// What missing a thousandth of an earlier tier costs, or 1 万元 of a least amount, in typical gains of a pair.
const DEAR: f64 = 0.25;

/// The sets of pairs that exchanges lead to from the best of some, each followed by what a last touch makes of it.
///
/// `aim` says what to raise and what to keep, and how many moves a filling has. Targets must say what recipients
/// are to get: where a curve has a price, exchanges were not measured.
pub fn exchange(
    landscape: &Landscape,
    blocks: &Blocks,
    leading: &Leading,
    starts: &[Start],
    aim: &Aim,
    watch: &dyn Watch,
) -> Vec<Start> {
    let gain = typical_gain(leading);
    if gain <= 0.0 || leading.curve.is_some() {
        return Vec::new();
    }
    // What the best amounts can mend counts as kept, while searching too.
    let aim = Aim {
        keep: aim.keep.iter().copied().map(nearly).collect(),
        levelling: Some(leading.levelling(landscape)),
        held: Some(leading.track),
        settled: Vec::new(),
        schedule: Schedule::straying(STRAYING),
        ..aim.clone()
    };
    let site = Site {
        landscape,
        blocks,
        leading,
        aim: &aim,
        gain,
    };
    let starts = starts.iter().map(|pairs| site.valued(pairs.clone()));
    let mut starts: Vec<Valued> = starts.collect();
    starts.sort_by(|a, b| b.value.total_cmp(&a.value));
    starts.truncate(LANES);
    let lanes = starts.into_par_iter().enumerate();
    lanes
        .flat_map_iter(|(lane, start)| {
            let mut random = Random::new(aim.seed.wrapping_add(lane as u64));
            let best = site.climb(start, &mut random, watch);
            let touched = last_touch(landscape, blocks, &best.pairs, &aim, watch);
            [best.pairs, touched]
        })
        .collect()
}

/// Where exchanges are tried.
struct Site<'a> {
    landscape: &'a Landscape,
    blocks: &'a Blocks,
    leading: &'a Leading,
    aim: &'a Aim,
    /// A typical gain of a pair.
    gain: f64,
}

/// A whole set of pairs.
#[derive(Clone)]
struct Valued {
    pairs: Start,
    /// What it is worth, less what it misses.
    value: f64,
}

impl Site<'_> {
    fn valued(&self, pairs: Start) -> Valued {
        let state = self.aim.state(self.landscape, self.blocks, &pairs);
        let kept = self.aim.keep.iter().enumerate();
        let thousandths = |(tier, keep): (usize, &f64)| {
            state.missed(tier, *keep) / (1e-3 * keep.abs()).max(f64::MIN_POSITIVE)
        };
        let missed = kept.map(thousandths).sum::<f64>() + state.shortfall() + state.excess();
        Valued {
            value: self.aim.worth_of(&state) - DEAR * self.gain * missed,
            pairs,
        }
    }

    /// The best set on a way of exchanges, each taken as in annealing.
    fn climb(&self, start: Valued, random: &mut Random, watch: &dyn Watch) -> Valued {
        let aim = Aim {
            step: Some(typical_step(
                self.landscape,
                self.blocks,
                &start.pairs,
                self.aim,
            )),
            ..self.aim.clone()
        };
        let trials = self.aim.moves / MOVES_BY_EXCHANGE;
        let mut best = start.clone();
        let mut current = start;
        for trial in 0..trials {
            if watch.stop().is_some() {
                break;
            }
            let Some(seats) = self.another(&current.pairs, random) else {
                break;
            };
            let Some(next) = self.fill_beside(&seats, &current, &aim, random, watch) else {
                continue;
            };
            let progress = trial as f64 / trials as f64;
            let temperature = self.gain * HOT * (COLD / HOT).powf(progress);
            let rise = next.value - current.value;
            if rise >= 0.0 || random.unit() < (rise / temperature).exp() {
                current = next;
                if current.value > best.value {
                    best = current.clone();
                }
            }
        }
        best
    }

    /// The leading pairs after an exchange, or two, that would lose little with an ideal pool; `None` where none was
    /// found.
    fn another(&self, pairs: &Start, random: &mut Random) -> Option<Seats> {
        let columns = self.leading.columns_of(self.landscape, pairs)?;
        let seats = Seats::new(&columns, self.leading.helpers.len());
        for _ in 0..PROPOSALS {
            let exchanges = if random.below(TWICE) == 0 { 2 } else { 1 };
            let mut changed = seats.clone();
            let mut touched = Vec::with_capacity(4);
            for _ in 0..exchanges {
                let Some(change) = changed.propose(self.leading, random) else {
                    break;
                };
                changed.shift(change);
                touched.extend([change.from, change.to]);
            }
            touched.sort_unstable();
            touched.dedup();
            if touched.is_empty() {
                continue;
            }
            let (value, missed) = self.with_pool(&changed, &touched);
            let (value_now, missed_now) = self.with_pool(&seats, &touched);
            if missed <= missed_now + MISSING && value >= value_now - WITH_POOL * self.gain {
                return Some(changed);
            }
        }
        None
    }

    /// What these helpers are worth with an ideal pool, and by how much they miss targets, 万元.
    fn with_pool(&self, seats: &Seats, columns: &[usize]) -> (f64, f64) {
        let wanted = Wanted::targets(self.leading);
        let mut spent = vec![0.0; seats.column_of.len()];
        let (mut value, mut missed) = (0.0, 0.0);
        for column in columns {
            let rows = &seats.rows_of[*column];
            let worth = share_out(self.leading, &wanted, *column, rows, &mut spent, |_, _| {});
            value += worth.value;
            missed += worth.missed;
        }
        (value, missed)
    }

    /// The other tracks searched from where they are beside other leading pairs; `None` as soon as these lose
    /// too much.
    fn fill_beside(
        &self,
        seats: &Seats,
        current: &Valued,
        aim: &Aim,
        random: &mut Random,
        watch: &dyn Watch,
    ) -> Option<Valued> {
        let mut aim = aim.clone();
        aim.seed = random.below(usize::MAX) as u64;
        let mut next = Valued {
            pairs: self.with_seats(&current.pairs, seats),
            value: f64::NEG_INFINITY,
        };
        for (moves, may_lose) in STAGES {
            aim.moves = moves;
            let pairs = anneal_once(self.landscape, self.blocks, &next.pairs, &aim, watch);
            next = self.valued(pairs);
            if next.value < current.value - may_lose * self.gain {
                return None;
            }
        }
        Some(next)
    }

    /// A set of pairs with other leading pairs.
    fn with_seats(&self, pairs: &Start, seats: &Seats) -> Start {
        let spots = &self.landscape.spots;
        let beside = |known: &&(usize, f64)| spots[known.0].track != self.leading.track;
        let mut pairs: Start = pairs.iter().filter(beside).copied().collect();
        for (row, column) in seats.column_of.iter().enumerate() {
            // Means are levelled wherever a set is looked at.
            let share = 1.0 / seats.rows_of[*column].len() as f64;
            let cell = self.leading.cell(row, *column);
            pairs.extend(cell.map(|cell| (cell.spot, share)));
        }
        pairs.sort_by_key(|(spot, _)| *spot);
        pairs
    }
}
