//! A whole set of pairs, and which of several is the best.

use crate::decomposition::blocks::Blocks;
use crate::search::aim::{Aim, Start};
use crate::search::landscape::Landscape;
use crate::search::state::State;

/// By how much of what is to be kept a set of pairs may miss it and still count as one that keeps it: the
/// best amounts for the pairs share better than the search does.
const NEARLY: f64 = 1e-3;

/// A whole set of pairs and what it is worth.
pub struct Filled {
    /// What the set is chosen for.
    worth: f64,
    /// By how much earlier tiers are missed.
    missed: f64,
    /// The set.
    pub pairs: Start,
}

impl Filled {
    /// What a set is worth, means shared as the aim says.
    pub fn new(landscape: &Landscape, blocks: &Blocks, aim: &Aim, pairs: Start) -> Self {
        let mut state = State::new(landscape, blocks, &pairs);
        if let Some(known) = &aim.known {
            state.stay_near(&known.formed);
        }
        if let Some(levelling) = &aim.levelling {
            state.level(levelling);
        }
        let missed = |(tier, keep): (usize, &f64)| {
            let missed = state.missed(tier, *keep);
            if missed > NEARLY * keep.abs() {
                missed
            } else {
                0.0
            }
        };
        Self {
            worth: aim.worth_of(&state),
            missed: aim.keep.iter().enumerate().map(missed).sum(),
            pairs,
        }
    }

    /// Whether nothing is missed.
    pub fn keeps_all(&self) -> bool {
        self.missed <= 0.0
    }

    /// Whether this one is better than another.
    pub fn beats(&self, other: &Self) -> bool {
        self.order() < other.order()
    }

    /// Ascending from the best.
    fn order(&self) -> (f64, f64) {
        (self.missed, -self.worth)
    }
}

/// The sets of pairs, best first; the first of equals stays first.
pub fn best_first(mut found: Vec<Filled>) -> Vec<Start> {
    found.sort_by(|a, b| {
        a.order()
            .partial_cmp(&b.order())
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    found.into_iter().map(|filled| filled.pairs).collect()
}
