//! The plan of one tier where pricing has found it already: the mix forms whole pairs.

use super::passes::ENOUGH;
use super::{Driver, Stage};
use crate::decomposition::generation::Generation;
use crate::error::SolveError;
use jiedui_domain::{Id, Proof};
use jiedui_model::Tier;

/// How far from a whole number a share of the mix may be that counts as one.
const WHOLE: f64 = 1e-9;

impl Driver<'_> {
    /// The mix itself, where it forms whole pairs and is as good as its bound: nothing is left to seek.
    pub(super) fn whole_mix(
        &mut self,
        tier: &Tier,
        generation: &Generation,
    ) -> Result<Option<Stage>, SolveError> {
        let Some(mix) = &generation.mix else {
            return Ok(None);
        };
        let is_whole = |share: f64| (share - share.round()).abs() <= WHOLE;
        let mut pairs = self.program.arcs().values().filter_map(|arc| arc.pair);
        if !pairs.all(|pair| is_whole(mix[pair.index()])) {
            return Ok(None);
        }
        let Some((value, values)) = self.allocate(tier, &self.pairs_of(mix))? else {
            return Ok(None);
        };
        let bound = generation.bound;
        if bound - value > self.target_gap(tier, bound.abs()) * ENOUGH {
            return Ok(None);
        }
        let reached = self.accept(tier, values);
        Ok(Some(Stage {
            reached,
            bound: bound.max(reached),
            proof: Proof::Decomposition,
        }))
    }
}
