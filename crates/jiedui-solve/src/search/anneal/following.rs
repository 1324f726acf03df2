//! A set of pairs that is changed from outside, step by step, the search following each step near where it was made.

use super::Chain;
use crate::decomposition::blocks::Blocks;
use crate::search::aim::{Aim, Start};
use crate::search::landscape::Landscape;
use crate::search::state::{Move, State};

/// A set of pairs, what it is worth less what it misses, and how to take steps back.
pub struct Follower<'a> {
    chain: Chain<'a>,
    /// What a typical move changes in the tier.
    step: f64,
    /// What missing a thousandth of an earlier tier costs, or 1 万元 of a least amount.
    dear: f64,
}

/// What a set of pairs is worth, less what it misses at this price.
pub fn valued(landscape: &Landscape, blocks: &Blocks, pairs: &Start, aim: &Aim, dear: f64) -> f64 {
    let chain = Chain::new(landscape, blocks, pairs, aim, aim.seed);
    chain.valued(dear, &chain.missed())
}

impl<'a> Follower<'a> {
    /// From a set of pairs.
    pub fn new(
        landscape: &'a Landscape,
        blocks: &'a Blocks,
        start: &Start,
        aim: &'a Aim,
        dear: f64,
    ) -> Self {
        let mut chain = Chain::new(landscape, blocks, start, aim, aim.seed);
        let mut favoured_at = vec![Vec::new(); landscape.need.len()];
        for spot in &aim.favoured {
            favoured_at[landscape.spots[*spot].recipient].push(*spot);
        }
        chain.favoured_at = favoured_at;
        // Found once: finding it anew for each step takes longer than following it.
        let step = chain.typical_step(aim.tier);
        Self { chain, step, dear }
    }

    /// The set as it is.
    pub fn state(&self) -> &State<'a> {
        &self.chain.state
    }

    /// What missing something costs.
    pub fn dear(&self) -> f64 {
        self.dear
    }

    /// Makes missing something cost so much from now on.
    pub fn price_missing(&mut self, dear: f64) {
        self.dear = dear;
    }

    /// What it is worth, less what it misses.
    pub fn value(&self) -> f64 {
        self.chain.valued(self.dear, &self.chain.missed())
    }

    /// Makes moves if all quotas hold after each; else nothing changes.
    pub fn try_moves(&mut self, moves: impl IntoIterator<Item = Move>) -> bool {
        let before = self.made();
        let all = moves
            .into_iter()
            .all(|change| self.chain.state.try_move(change));
        if !all {
            self.undo_to(before);
        }
        all
    }

    /// How many moves can be taken back.
    pub fn made(&self) -> usize {
        self.chain.state.moves_made()
    }

    /// Takes moves back until only the first `count` are left.
    pub fn undo_to(&mut self, count: usize) {
        self.chain.state.undo_to(count);
    }

    /// Moves made so far can no longer be taken back.
    pub fn settle(&mut self) {
        self.chain.state.settle();
    }

    /// Searches with so many moves, half of them at the recipients `near`, and stays at the best set on the way;
    /// what that is worth.
    pub fn follow(&mut self, moves: usize, near: &[usize]) -> f64 {
        let chain = &mut self.chain;
        chain.near.clear();
        chain.near.extend(near);
        let scale = chain.expression_scale();
        let mut missed = chain.missed();
        let mut best = (chain.valued(self.dear, &missed), chain.state.moves_made());
        for count in 0..moves {
            let progress = count as f64 / moves as f64;
            if chain.try_one(progress, (self.step, scale), &mut missed) {
                let value = chain.valued(self.dear, &missed);
                if value > best.0 + 1e-12 {
                    best = (value, chain.state.moves_made());
                }
            }
        }
        chain.state.undo_to(best.1);
        best.0
    }
}

impl Chain<'_> {
    /// What the set is worth, less what it misses at this price.
    fn valued(&self, dear: f64, missed: &[f64]) -> f64 {
        let kept = self.aim.keep.iter().zip(missed);
        let priced = |(keep, missed): (&f64, &f64)| missed * by_thousandths(*keep, dear);
        let missed = kept.map(priced).sum::<f64>();
        let broken = self.state.shortfall() + self.state.excess();
        self.aim.worth_of(&self.state) - missed - dear * broken
    }
}

/// The price of missing what is to be kept, by one in its value, where missing a thousandth of it costs `dear`.
pub fn by_thousandths(keep: f64, dear: f64) -> f64 {
    dear / (1e-3 * keep.abs()).max(f64::MIN_POSITIVE)
}
