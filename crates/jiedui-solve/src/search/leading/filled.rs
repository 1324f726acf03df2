//! A whole set of pairs, and which of several is the best.

use crate::decomposition::blocks::Blocks;
use crate::search::aim::{Aim, Start};
use crate::search::landscape::Landscape;

/// By how much of what is to be kept a set of pairs may miss it and still count as one that keeps it: the
/// best amounts for the pairs share better than the search does.
const NEARLY: f64 = 1e-3;
/// By how much of it a set may miss it and still be worth the linear program that tells.
const NOT_FAR: f64 = 1e-2;

/// What a set of pairs must keep of an earlier tier for the best amounts to keep all of it.
pub fn nearly(keep: f64) -> f64 {
    keep - NEARLY * keep.abs()
}

/// A whole set of pairs and what it is worth.
pub struct Filled {
    /// What the set is chosen for.
    worth: f64,
    /// By how much earlier tiers are missed.
    missed: f64,
    /// Whether the best amounts may still keep them.
    is_near: bool,
    /// The set.
    pub pairs: Start,
}

impl Filled {
    /// What a set is worth, means shared as the aim says.
    pub fn new(landscape: &Landscape, blocks: &Blocks, aim: &Aim, pairs: Start) -> Self {
        let state = aim.state(landscape, blocks, &pairs);
        let missed = |(tier, keep): (usize, &f64)| {
            let missed = state.missed(tier, *keep);
            (missed, missed / keep.abs().max(f64::MIN_POSITIVE))
        };
        let missed: Vec<(f64, f64)> = aim.keep.iter().enumerate().map(missed).collect();
        let far = missed.iter().filter(|(_, part)| *part > NEARLY);
        Self {
            worth: aim.worth_of(&state),
            missed: far.map(|(missed, _)| missed).sum(),
            is_near: missed.iter().all(|(_, part)| *part <= NOT_FAR),
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

/// Those first that may keep all and are worth most; the first of equals stays first.
pub fn sort_best_first(found: &mut [Filled]) {
    let order = |filled: &Filled| match filled.is_near {
        true => (0.0, -filled.worth),
        false => filled.order(),
    };
    found.sort_by(|a, b| {
        order(a)
            .partial_cmp(&order(b))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
}

/// The sets of pairs, the best first.
pub fn best_first(mut found: Vec<Filled>) -> Vec<Start> {
    sort_best_first(&mut found);
    found.into_iter().map(|filled| filled.pairs).collect()
}
