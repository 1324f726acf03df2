//! The last touch on a whole set of pairs: all tracks searched from it, losing little of it.

use crate::decomposition::blocks::Blocks;
use crate::search::aim::{Aim, Schedule, Start};
use crate::search::anneal::anneal_once;
use crate::search::landscape::Landscape;
use crate::watch::Watch;

/// Moves by move of a filling.
const TOUCHING: f64 = 0.5;

/// What is made of a set of pairs; `aim` says what to raise and what to keep, and how many moves a filling has.
pub fn last_touch(
    landscape: &Landscape,
    blocks: &Blocks,
    pairs: &Start,
    aim: &Aim,
    watch: &dyn Watch,
) -> Start {
    let aim = Aim {
        held: None,
        settled: Vec::new(),
        schedule: Schedule::LAST_TOUCH,
        moves: (aim.moves as f64 * TOUCHING) as usize,
        ..aim.clone()
    };
    anneal_once(landscape, blocks, pairs, &aim, watch)
}
