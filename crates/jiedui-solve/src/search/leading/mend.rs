//! Mending: a known plan that a change may have broken is searched from as it is, by lanes that stray
//! from it more or less; where it was broken, once more from the best of what they find.

use super::filled::{Filled, best_first};
use super::model::Leading;
use crate::decomposition::blocks::Blocks;
use crate::search::aim::{Aim, Schedule, Start};
use crate::search::anneal::anneal_once;
use crate::search::landscape::Landscape;
use crate::watch::Watch;
use rayon::prelude::*;

/// How far lanes stray at first, in typical steps of the tier. What lanes find was measured to differ more
/// by luck than by heat.
const HEATS: [f64; 4] = [0.1, 0.1, 0.3, 1.0];
/// How much less far they stray the second time.
const COOLER: f64 = 0.3;

/// The sets of pairs that lanes from a known plan find, best first; none where all of them miss something:
/// then the change broke more than single moves can mend.
///
/// `aim` says what to raise and what to keep, what staying counts, and how many moves a lane has.
pub fn mend(
    landscape: &Landscape,
    blocks: &Blocks,
    leading: &Leading,
    start: &Start,
    aim: &Aim,
    watch: &dyn Watch,
) -> Vec<Start> {
    let aim = Aim {
        levelling: Some(leading.levelling(landscape)),
        ..aim.clone()
    };
    let rate = |pairs: Start| Filled::new(landscape, blocks, &aim, pairs);
    let stray = |from: &Start, cooler: f64, seed: u64| -> Vec<Filled> {
        let lanes = HEATS.par_iter().enumerate();
        lanes
            .map(|(lane, heat)| {
                let aim = Aim {
                    schedule: Schedule::straying(heat * cooler),
                    seed: seed.wrapping_add(lane as u64),
                    ..aim.clone()
                };
                rate(anneal_once(landscape, blocks, from, &aim, watch))
            })
            .collect()
    };
    let mut found = stray(start, 1.0, aim.seed);
    let best = found.iter().reduce(|a, b| if b.beats(a) { b } else { a });
    let Some(best) = best.filter(|best| best.keeps_all()) else {
        return Vec::new();
    };
    if !rate(start.clone()).keeps_all() {
        let seed = aim.seed.wrapping_add(HEATS.len() as u64);
        found.extend(stray(&best.pairs, COOLER, seed));
    }
    best_first(found)
}
