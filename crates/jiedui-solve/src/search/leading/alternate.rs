//! Turns: the leading track is chosen, the others are filled in beside it, and where they could not bring
//! what was asked of them the next choice, not far from the last, asks less of them; a last touch on
//! all tracks; and from the best, exchanges of leading helpers.

use super::exchange::exchange;
use super::filled::{Filled, best_first, nearly, sort_best_first};
use super::model::Leading;
use super::search::choose;
use super::touch::last_touch;
use crate::decomposition::blocks::Blocks;
use crate::search::aim::{Aim, Schedule, Start};
use crate::search::anneal::{anneal_once, rematch};
use crate::search::landscape::Landscape;
use crate::search::state::State;
use crate::watch::Watch;
use rayon::prelude::*;

/// Turns of a lane. A lane seldom keeps the earlier tiers before the third; more of them in place of exchanges were
/// measured to end lower.
const TURNS: u64 = 3;
/// The same where a curve has a price: three were measured to end lower there (docs/measurements.md).
const TURNS_BY_PRICE: u64 = 5;
/// Lanes always run, whatever the number of threads.
const LANES: u64 = 4;
/// What the pool is asked to leave unused, a part of all it could bring: by so much more in each lane.
const MARGIN: f64 = 0.001;
/// How hot a choice begins, in typical gains of a pair: the first one anywhere, later ones from the last.
const ANYWHERE: f64 = 1.0;
const FROM_THE_LAST: f64 = 0.1;
/// Part of what was asked on top of a target that stays once the target is met.
const FADING: f64 = 0.9;
/// Sets whose tracks are chosen anew in a large program: before exchanges the best ones, after them all.
const REMATCHED: usize = 8;
/// Moves of a choice by move of a filling.
const CHOOSING: f64 = 0.8;

/// The sets of pairs at which turns end, best first, as far as a set of the leading track was found for which all
/// others can be filled in; `start` has a helper for every recipient of the leading track.
///
/// `aim` says what to raise and what to keep, and how many moves a filling has.
pub fn take_turns(
    landscape: &Landscape,
    blocks: &Blocks,
    leading: &Leading,
    start: &Start,
    aim: &Aim,
    watch: &dyn Watch,
) -> Vec<Start> {
    let Some(columns) = leading.columns_of(landscape, start) else {
        return Vec::new();
    };
    let aim = Aim {
        levelling: Some(leading.levelling(landscape)),
        ..aim.clone()
    };
    let all = leading.pool_sum.last().copied().unwrap_or(0.0);
    let leading = leading.lifted(landscape, &aim.keep, blocks.is_large);
    let mut found: Vec<Filled> = (0..LANES)
        .into_par_iter()
        .flat_map_iter(|lane| {
            let lane = Lane {
                landscape,
                blocks,
                leading: leading.clone(),
                columns: columns.clone(),
                pairs: start.clone(),
                margin: MARGIN * lane as f64 * all,
                seed: aim.seed.wrapping_add(100 * lane),
                aim: aim.clone(),
            };
            lane.run(watch)
        })
        .collect();
    if blocks.is_large {
        sort_best_first(&mut found);
        found.extend(rematched(landscape, blocks, &found, &aim, watch));
    }
    let ends: Vec<Start> = found.iter().map(|filled| filled.pairs.clone()).collect();
    let further = exchange(landscape, blocks, &leading, &ends, &aim, watch);
    let further = further.into_iter();
    let further: Vec<Filled> = further
        .map(|pairs| Filled::new(landscape, blocks, &aim, pairs))
        .collect();
    if blocks.is_large {
        found.extend(rematched(landscape, blocks, &further, &aim, watch));
    }
    found.extend(further);
    best_first(found)
}

/// What choosing tracks anew makes of the first of these sets of pairs.
fn rematched(
    landscape: &Landscape,
    blocks: &Blocks,
    found: &[Filled],
    aim: &Aim,
    watch: &dyn Watch,
) -> Vec<Filled> {
    // What the best amounts can mend counts as kept.
    let kept = Aim {
        keep: aim.keep.iter().copied().map(nearly).collect(),
        levelling: None,
        ..aim.clone()
    };
    let first = found.par_iter().take(REMATCHED);
    let sets = first.map(|filled| {
        let pairs = rematch(landscape, blocks, &filled.pairs, &kept, watch);
        Filled::new(landscape, blocks, aim, pairs)
    });
    sets.collect()
}

struct Lane<'a> {
    landscape: &'a Landscape,
    blocks: &'a Blocks,
    leading: Leading,
    /// The helper's column of each row of the leading track.
    columns: Vec<usize>,
    pairs: Start,
    margin: f64,
    seed: u64,
    aim: Aim,
}

impl Lane<'_> {
    /// The sets of pairs at which turns and the last touch end.
    fn run(mut self, watch: &dyn Watch) -> Vec<Filled> {
        let mut found: Vec<Filled> = Vec::new();
        let turns = match self.leading.curve {
            Some(_) => TURNS_BY_PRICE,
            None => TURNS,
        };
        for turn in 0..turns {
            let Some(filled) = self.take_turn(turn, watch) else {
                break;
            };
            found.push(filled);
            if watch.stop().is_some() {
                break;
            }
        }
        let best = found.iter().reduce(|a, b| if b.beats(a) { b } else { a });
        let touched = best.map(|best| {
            let aim = Aim {
                seed: self.seed,
                ..self.aim.clone()
            };
            last_touch(self.landscape, self.blocks, &best.pairs, &aim, watch)
        });
        found.extend(
            touched.map(|pairs| Filled::new(self.landscape, self.blocks, &self.aim, pairs)),
        );
        found
    }

    /// Chooses the leading track and fills in the others; `None` where no choice reaches the targets even
    /// once they have faded.
    fn take_turn(&mut self, turn: u64, watch: &dyn Watch) -> Option<Filled> {
        let seed = self.seed.wrapping_add(turn);
        let moves = (self.aim.moves as f64 * CHOOSING) as usize;
        let hot = if turn == 0 { ANYWHERE } else { FROM_THE_LAST };
        let choice = choose(
            &self.leading,
            &self.columns,
            self.margin,
            (moves, hot),
            seed,
            watch,
        )?;
        if self.leading.curve.is_some() {
            let towards = self
                .leading
                .levelling_towards(self.landscape, &choice.wanted);
            self.aim.levelling = Some(towards);
        }
        let track = self.leading.track;
        self.columns = self.leading.columns_of(self.landscape, &choice.pairs)?;
        self.pairs
            .retain(|(spot, _)| self.landscape.spots[*spot].track != track);
        self.pairs.extend(choice.pairs);
        self.pairs.sort_by_key(|(spot, _)| *spot);
        self.pairs = self.fill_in(seed, watch);
        let filled = Filled::new(self.landscape, self.blocks, &self.aim, self.pairs.clone());
        let state = State::new(self.landscape, self.blocks, &self.pairs);
        self.leading.ask(self.landscape, &state, FADING);
        Some(filled)
    }

    /// The other tracks filled in beside the leading pairs.
    fn fill_in(&self, seed: u64, watch: &dyn Watch) -> Start {
        let aim = Aim {
            settled: self.leading.settled_beside.clone(),
            held: Some(self.leading.track),
            schedule: match self.leading.curve {
                Some(_) => Schedule::BESIDE_HELD_WITH_CURVE,
                None => Schedule::BESIDE_HELD,
            },
            seed,
            ..self.aim.clone()
        };
        anneal_once(self.landscape, self.blocks, &self.pairs, &aim, watch)
    }
}
