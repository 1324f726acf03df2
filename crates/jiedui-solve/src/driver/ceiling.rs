//! How high a floor can be at all: levels that no plan exceeds.
//!
//! A bound that weighs all recipients against each other lets a mix of pairs give one too much and another too
//! little. What must be reached says more: at a level that is asked of every recipient, what its one helper leaves
//! lacking must come from the others, and that is counted pair by pair. So levels between what was found and the
//! bound are asked one after the other, and each that no mix exceeds becomes the bound.

use super::Driver;
use super::evidence::Grounds;
use crate::decomposition::blocks::Blocks;
use crate::decomposition::cutoff::cutoffs_of;
use crate::decomposition::generation::{Generation, GenerationLimits, Warm, generate};
use crate::error::SolveError;
use jiedui_model::Tier;

/// Levels asked at most: halving leaves a thirtieth of what was open.
const MOST_LEVELS: usize = 5;
/// What is open by no more than so many of the gaps asked for is left as it is.
const OPEN: f64 = 3.0;

impl Driver<'_> {
    /// Lowers the bound of a tier that is one floor, of which a plan of this value is known.
    ///
    /// `known`: patterns and prices to start from, and the blocks they are of.
    pub(super) fn lower_ceiling(
        &mut self,
        tier: &Tier,
        blocks: &Blocks,
        known: (&Blocks, &Generation),
        (value, bound): (f64, f64),
    ) -> Result<f64, SolveError> {
        let (mut low, mut high) = (value, bound);
        let target = self.target_gap(tier, bound.abs());
        if blocks.is_large || bound - value <= OPEN * target {
            return Ok(bound);
        }
        let objective = self.dense(&tier.terms);
        for _ in 0..MOST_LEVELS {
            if high - low <= target || self.watch.stop().is_some() {
                break;
            }
            let level = 0.5 * (low + high);
            let Some(cutoff) = cutoffs_of(self.program, &tier.terms, level) else {
                break;
            };
            let asked = blocks.reaching(self.program, cutoff);
            let warm = Warm::of(&asked, known.0, known.1);
            let limits = GenerationLimits {
                enough: level,
                ..self.generation_limits(tier, true)
            };
            let Some(found) = generate(&asked, &objective, warm, limits, self.watch)? else {
                // No set of pairs reaches it.
                self.grounds = Some(Grounds::beyond(known.0, &known.1.prices, level, level));
                high = level;
                continue;
            };
            self.effort.rounds += found.rounds;
            let proven = found.bound.max(level);
            if proven < high {
                self.grounds = Some(Grounds::beyond(&asked, &found.prices, level, found.bound));
                high = proven;
            }
            if found.bound > level {
                low = level;
            }
        }
        Ok(high)
    }
}
