//! Mending: a known plan that a change may have broken is searched from as it is, by lanes that leave it hot and
//! come back; where it was broken, once more from the best of what they find.

use super::filled::{Filled, best_first};
use super::model::Leading;
use crate::decomposition::blocks::Blocks;
use crate::search::aim::{Aim, Schedule, Start};
use crate::search::anneal::anneal_once;
use crate::search::landscape::Landscape;
use crate::watch::Watch;
use rayon::prelude::*;

/// Lanes always run, whatever the number of threads. What they find differs by as much as what a change costs, so
/// that eight end far above four (docs/solving.md).
const LANES: u64 = 8;
/// How far lanes stray from the best of these, in typical steps of the tier, and their moves, by move of the first.
const AGAIN: [f64; 4] = [0.03, 0.03, 0.1, 0.3];
const AGAIN_PART: f64 = 0.6;

/// The sets of pairs that lanes from a known plan find, best first; none where all of them miss something:
/// then the change broke more than single moves can mend.
///
/// `aim` says what to raise and what to keep, what staying counts, how hot the lanes are, and how many moves
/// each has.
pub fn mend(
    landscape: &Landscape,
    blocks: &Blocks,
    leading: &Leading,
    start: &Start,
    aim: &Aim,
    watch: &dyn Watch,
) -> Vec<Start> {
    let search = |from: &Start, aim: &Aim| {
        let pairs = anneal_once(landscape, blocks, from, aim, watch);
        Filled::new(landscape, blocks, aim, pairs)
    };
    let lanes = (0..LANES).into_par_iter().map(|lane| {
        let seed = aim.seed.wrapping_add(lane);
        search(
            start,
            &Aim {
                seed,
                ..aim.clone()
            },
        )
    });
    let mut found: Vec<Filled> = lanes.collect();
    let best = found.iter().reduce(|a, b| if b.beats(a) { b } else { a });
    let Some(best) = best.filter(|best| best.keeps_all()) else {
        return Vec::new();
    };
    let near = Aim {
        levelling: Some(leading.levelling(landscape)),
        moves: (aim.moves as f64 * AGAIN_PART) as usize,
        ..aim.clone()
    };
    if !Filled::new(landscape, blocks, &near, start.clone()).keeps_all() {
        let lanes = AGAIN.par_iter().enumerate().map(|(lane, heat)| {
            let aim = Aim {
                schedule: Schedule::straying(*heat),
                seed: aim.seed.wrapping_add(LANES + lane as u64),
                ..near.clone()
            };
            search(&best.pairs, &aim)
        });
        let again: Vec<Filled> = lanes.collect();
        found.extend(again);
    }
    best_first(found)
}
