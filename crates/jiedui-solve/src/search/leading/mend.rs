//! Mending: a known plan that a change may have broken is searched from as it is, by lanes that stray from it
//! more or less; where it was broken, once more from the best of what they find; and exchanges of leading helpers
//! follow, for which a change often asks.

use super::exchange::{self, exchange};
use super::filled::{Filled, best_first, sort_best_first};
use super::model::Leading;
use crate::decomposition::blocks::Blocks;
use crate::search::aim::{Aim, Known, MARGIN_NEAR_KNOWN, Schedule, Start, raised};
use crate::search::anneal::anneal_once;
use crate::search::landscape::Landscape;
use crate::watch::Watch;
use rayon::prelude::*;

/// How far lanes stray, in typical steps of the tier; `None`: as hot as the aim says, with moves that share means
/// anew in place of levelling. What lanes find differs by as much as what a change costs, so that eight end far above
/// four (docs/measurements.md). The hot ones end higher, the others keep more of a plan with few moves.
const LANES: [Option<f64>; 8] = [
    Some(0.1),
    Some(0.1),
    Some(0.3),
    Some(1.0),
    None,
    None,
    None,
    None,
];
/// The same from the best of these: all of them end near each other.
const AGAIN: [Option<f64>; 4] = [Some(0.03), Some(0.03), Some(0.1), Some(0.3)];
/// Moves of a lane that levels means, which takes longer, by move of one that does not.
const LEVELLING: f64 = 0.6;
/// By how much more than they have to, a share of it, exchanges keep earlier tiers.
const MARGIN_OF_EXCHANGES: f64 = 1e-3;
/// Moves of a filling that exchanges have, by move of a lane.
const EXCHANGING: f64 = 0.25;

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
    let levelled = Aim {
        levelling: Some(leading.levelling(landscape)),
        moves: (aim.moves as f64 * LEVELLING) as usize,
        ..aim.clone()
    };
    let hot = Aim {
        keep: raised(aim.keep.iter().copied(), MARGIN_NEAR_KNOWN),
        ..aim.clone()
    };
    let stray = |from: &Start, heats: &[Option<f64>], seed: u64| -> Vec<Filled> {
        let lanes = heats.par_iter().enumerate();
        lanes
            .map(|(lane, heat)| {
                let (mut strayed, judged) = match heat {
                    Some(heat) => {
                        let schedule = Schedule::straying(*heat);
                        let strayed = Aim {
                            schedule,
                            ..levelled.clone()
                        };
                        (strayed, &levelled)
                    }
                    None => (hot.clone(), aim),
                };
                strayed.seed = seed.wrapping_add(lane as u64);
                let pairs = anneal_once(landscape, blocks, from, &strayed, watch);
                Filled::new(landscape, blocks, judged, pairs)
            })
            .collect()
    };
    let mut found = stray(start, &LANES, aim.seed);
    let best = found.iter().reduce(|a, b| if b.beats(a) { b } else { a });
    let Some(best) = best.filter(|best| best.keeps_all()) else {
        return Vec::new();
    };
    if !Filled::new(landscape, blocks, &levelled, start.clone()).keeps_all() {
        let seed = aim.seed.wrapping_add(LANES.len() as u64);
        found.extend(stray(&best.pairs, &AGAIN, seed));
    }
    sort_best_first(&mut found);
    let exchanging = Aim {
        keep: raised(aim.keep.iter().copied(), MARGIN_OF_EXCHANGES),
        // An exchange that gains little moves many pairs.
        known: aim.known.as_ref().map(|known| Known {
            in_best: known.each,
            ..known.clone()
        }),
        moves: (aim.moves as f64 * EXCHANGING) as usize,
        ..aim.clone()
    };
    let ends = found.iter().take(exchange::LANES);
    let ends: Vec<Start> = ends.map(|filled| filled.pairs.clone()).collect();
    let leading = leading.lifted(landscape, &aim.keep, blocks.is_large);
    let further = exchange(landscape, blocks, &leading, &ends, &exchanging, watch);
    let further = further.into_iter();
    found.extend(further.map(|pairs| Filled::new(landscape, blocks, &levelled, pairs)));
    best_first(found)
}
