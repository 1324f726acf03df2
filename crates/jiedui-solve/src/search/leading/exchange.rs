//! Exchanges: from a whole set of pairs, recipients exchange their leading helpers, and the other tracks are filled in
//! anew beside each exchange.
//!
//! A turn judges leading pairs with all others as a pool, and each turn is another throw: what the other tracks
//! can really do beside one exchange shows when they are searched beside it, for which a few moves from the set
//! at hand are enough. Most exchanges show after the first few that they lead nowhere.

use super::curve::Wanted;
use super::filled::nearly;
use super::model::Leading;
use super::search::{typical_gain, wanted_by};
use super::seats::{Change, Seats};
use super::split::share_out;
use super::touch::last_touch;
use crate::decomposition::blocks::Blocks;
use crate::search::aim::{Aim, Schedule, Start};
use crate::search::anneal::{Follower, between, by_thousandths, valued};
use crate::search::few::Few;
use crate::search::landscape::Landscape;
use crate::search::random::Random;
use crate::search::state::Move;
use crate::watch::Watch;
use rayon::prelude::*;
use smallvec::smallvec;

/// Sets from which exchanges begin, the best ones; always as many, whatever the number of threads.
pub const LANES: usize = 4;
/// Exchanges proposed for each one tried, at most: the others miss something by themselves or lose too much.
const PROPOSALS: usize = 200;
/// One in so many trials makes two exchanges at once.
const TWICE: usize = 4;
/// How far the other tracks stray beside an exchange, in typical steps of the tier.
const STRAYING: f64 = 0.1;
/// Temperature at the beginning and the end, in typical gains of a pair.
const HOT: f64 = 0.035;
const COLD: f64 = 0.0035;
/// What an exchange may lose with an ideal pool, in typical gains of a pair.
const WITH_POOL: f64 = 0.175;
/// By how much more the leading helpers may miss targets with it, 万元.
const MISSING: f64 = 1.0;

/// How long exchanges are followed, and how dear it is to miss something.
struct Pace {
    /// Moves of a filling by exchange tried.
    moves_by_exchange: usize,
    /// Moves beside an exchange, and what it may then lose at most, in typical gains of a pair, to be followed
    /// further.
    stages: [(usize, f64); 3],
    /// What missing a thousandth of an earlier tier costs, or 1 万元 of a least amount, in typical gains of a pair, at
    /// the beginning and the end.
    dear: (f64, f64),
}

/// Where targets say what recipients are to get: the best amounts mend a little that is missed, so that it stays cheap.
const WITH_TARGETS: Pace = Pace {
    moves_by_exchange: 50,
    stages: [(60, 1.75), (400, 1.75), (2000, f64::INFINITY)],
    dear: (0.25, 0.25),
};
/// Where a curve has a price: what begins misses much of it. Recipients are many, so that moves further off bring
/// something beside any exchange, which says little for it.
const WITH_PRICE: Pace = Pace {
    moves_by_exchange: 25,
    stages: [(60, 0.3), (300, 0.1), (800, f64::INFINITY)],
    dear: (0.5, 8.0),
};

/// The sets of pairs that exchanges lead to from the best of some, each followed by what a last touch makes of it.
///
/// `aim` says what to raise and what to keep, and how many moves a filling has.
pub fn exchange(
    landscape: &Landscape,
    blocks: &Blocks,
    leading: &Leading,
    starts: &[Start],
    aim: &Aim,
    watch: &dyn Watch,
) -> Vec<Start> {
    let gain = typical_gain(leading);
    if gain <= 0.0 {
        return Vec::new();
    }
    // What the best amounts can mend counts as kept, while searching too.
    let aim = Aim {
        keep: aim.keep.iter().copied().map(nearly).collect(),
        held: Some(leading.track),
        settled: Vec::new(),
        schedule: Schedule::straying(STRAYING),
        ..aim.clone()
    };
    let lanes = starts.par_iter();
    let lanes = lanes.filter_map(|pairs| Lane::new(landscape, blocks, leading, &aim, gain, pairs));
    let mut lanes: Vec<Lane> = lanes.collect();
    lanes.sort_by(|a, b| b.value.total_cmp(&a.value));
    lanes.truncate(LANES);
    let lanes = lanes.into_par_iter().enumerate();
    lanes
        .flat_map_iter(|(place, mut lane)| {
            lane.aim.seed = aim.seed.wrapping_add(place as u64);
            let best = lane.climb(watch);
            let touched = last_touch(landscape, blocks, &best, &lane.aim, watch);
            [best, touched]
        })
        .collect()
}

/// A set of pairs from which exchanges are tried.
struct Lane<'a> {
    landscape: &'a Landscape,
    blocks: &'a Blocks,
    leading: &'a Leading,
    /// Means levelled towards what recipients are to get.
    aim: Aim,
    wanted: Wanted,
    /// A typical gain of a pair.
    gain: f64,
    pace: Pace,
    pairs: &'a Start,
    seats: Seats,
    /// What the set is worth, less what it misses.
    value: f64,
}

impl<'a> Lane<'a> {
    fn new(
        landscape: &'a Landscape,
        blocks: &'a Blocks,
        leading: &'a Leading,
        aim: &Aim,
        gain: f64,
        pairs: &'a Start,
    ) -> Option<Self> {
        let columns = leading.columns_of(landscape, pairs)?;
        let wanted = wanted_by(leading, &columns);
        let aim = Aim {
            levelling: Some(leading.levelling_towards(landscape, &wanted.amounts)),
            ..aim.clone()
        };
        let pace = match leading.curve {
            Some(_) => WITH_PRICE,
            None => WITH_TARGETS,
        };
        Some(Self {
            value: valued(landscape, blocks, pairs, &aim, pace.dear.0 * gain),
            landscape,
            blocks,
            leading,
            aim,
            wanted,
            gain,
            pace,
            pairs,
            seats: Seats::new(&columns, leading.helpers.len()),
        })
    }

    /// The best set on a way of exchanges, each taken as in annealing.
    fn climb(&self, watch: &dyn Watch) -> Start {
        let dear_last = self.dear(1.0);
        let mut follower = Follower::new(
            self.landscape,
            self.blocks,
            self.pairs,
            &self.aim,
            dear_last,
        );
        let mut best = (follower.value(), self.pairs.clone());
        let mut random = Random::new(self.aim.seed);
        let mut seats = self.seats.clone();
        let trials = self.aim.moves / self.pace.moves_by_exchange;
        for trial in 0..trials {
            if watch.stop().is_some() {
                break;
            }
            let progress = trial as f64 / trials as f64;
            follower.price_missing(self.dear(progress));
            let Some(exchanged) = self.exchange(&mut seats, follower.dear(), &mut random) else {
                continue;
            };
            let before = follower.value();
            let value = self.fill_beside(&exchanged, &seats, &mut follower, before);
            let temperature = self.gain * between(HOT, COLD, progress);
            let is_taken = |value: &f64| {
                *value >= before || random.unit() < ((value - before) / temperature).exp()
            };
            if value.filter(is_taken).is_none() {
                follower.undo_to(0);
                seats.take_back(&exchanged);
                continue;
            }
            follower.settle();
            follower.price_missing(dear_last);
            let value = follower.value();
            if value > best.0 {
                best = (value, follower.state().formed());
            }
        }
        best.1
    }

    /// What missing something costs, as far on as `progress` says.
    fn dear(&self, progress: f64) -> f64 {
        let (first, last) = self.pace.dear;
        self.gain * between(first, last, progress)
    }

    /// Makes an exchange, or two, that would lose little with an ideal pool; `None` where none was found.
    fn exchange(&self, seats: &mut Seats, dear: f64, random: &mut Random) -> Option<Few<Change>> {
        for _ in 0..PROPOSALS {
            let exchanges = if random.below(TWICE) == 0 { 2 } else { 1 };
            let mut made: Few<Change> = Few::new();
            for _ in 0..exchanges {
                let Some(change) = seats.propose(self.leading, random) else {
                    break;
                };
                seats.shift(change);
                made.push(change);
            }
            if made.is_empty() {
                continue;
            }
            let touched = columns_of(&made);
            let (value, missed) = self.with_pool(seats, &touched, dear);
            seats.take_back(&made);
            let (value_now, missed_now) = self.with_pool(seats, &touched, dear);
            if missed <= missed_now + MISSING && value >= value_now - WITH_POOL * self.gain {
                for change in &made {
                    seats.shift(*change);
                }
                return Some(made);
            }
        }
        None
    }

    /// What these helpers are worth with an ideal pool, and by how much they miss targets, 万元; lifting a curve
    /// that is kept is worth what missing it costs.
    fn with_pool(&self, seats: &Seats, columns: &[usize], dear: f64) -> (f64, f64) {
        let mut spent = vec![0.0; seats.column_of.len()];
        let curve = self.leading.curve.as_ref();
        let lifting = curve.map_or(0.0, |curve| by_thousandths(curve.keep, dear));
        let (mut value, mut missed) = (0.0, 0.0);
        for column in columns {
            let rows = &seats.rows_of[*column];
            let worth = share_out(
                self.leading,
                &self.wanted,
                *column,
                rows,
                &mut spent,
                |_, _| {},
            );
            value += worth.value;
            value += worth.lifted * lifting;
            missed += worth.missed;
        }
        (value, missed)
    }

    /// Makes the exchanges, the other tracks searched from where they are beside them; what that is worth, or `None`
    /// as soon as it loses too much.
    fn fill_beside(
        &self,
        exchanged: &[Change],
        seats: &Seats,
        follower: &mut Follower,
        before: f64,
    ) -> Option<f64> {
        let moves: Option<Few<Move>> = exchanged.iter().map(|change| self.moved(*change)).collect();
        if !follower.try_moves(moves?) {
            return None;
        }
        let rows = &self.landscape.row_recipient[self.leading.track];
        let touched = columns_of(exchanged);
        let near = touched.iter().flat_map(|column| &seats.rows_of[*column]);
        let near: Few<usize> = near.map(|row| rows[*row]).collect();
        let mut value = f64::NEG_INFINITY;
        for (moves, may_lose) in self.pace.stages {
            value = follower.follow(moves, &near);
            if value < before - may_lose * self.gain {
                return None;
            }
        }
        Some(value)
    }

    /// An exchange as a move of the search.
    fn moved(&self, change: Change) -> Option<Move> {
        let spot = |row, column| self.leading.cell(row, column).map(|cell| cell.spot);
        let mut made = Move {
            drop: smallvec![spot(change.row, change.from)?],
            form: smallvec![spot(change.row, change.to)?],
            shift: None,
        };
        if let Some(other) = change.back {
            made.drop.push(spot(other, change.to)?);
            made.form.push(spot(other, change.from)?);
        }
        Some(made)
    }
}

/// The helpers that exchanges concern.
fn columns_of(exchanged: &[Change]) -> Few<usize> {
    let both = exchanged.iter().flat_map(|change| [change.from, change.to]);
    let mut columns: Few<usize> = both.collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}
