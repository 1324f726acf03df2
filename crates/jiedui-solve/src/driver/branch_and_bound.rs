//! The plan of one tier by branch and bound: over the whole program, or over the pairs of a mix.

use super::amounts::{NODES, Valued};
use super::tiers::TierEnd;
use super::{Driver, Stage};
use crate::backend::{BackEndEnd, Found};
use crate::decomposition::blocks::Blocks;
use crate::decomposition::generation::Generation;
use crate::error::SolveError;
use crate::search::starts::best_patterns;
use jiedui_domain::{Id, IdVec, Proof};
use jiedui_model::{ColumnId, Tier};

/// Programs of pairs alone with at most this many columns are closed by branch and bound: their
/// relaxations are near whole, and a search over pairs is the poorer way.
pub(super) const PAIRS_PROGRAM: usize = 60_000;
/// Part of the gap asked for that branch and bound leaves open where few nodes close it so far: nothing that would be
/// noticed.
pub(super) const EXACT: f64 = 0.01;
/// Those nodes, at effort 1. What lies within the gap asked for took a minute and 20,000 nodes in a case of five
/// recipients, for less than a thousandth.
const FEW_NODES: f64 = 1_000.0;

impl Driver<'_> {
    /// The whole program by branch and bound.
    pub(super) fn solve_whole(
        &mut self,
        tier: &Tier,
        known_bound: f64,
    ) -> Result<TierEnd, SolveError> {
        let found = self.branch_and_bound(tier)?;
        self.conclude(tier, known_bound, found)
    }

    /// What branch and bound over the whole program came to.
    pub(super) fn conclude(
        &mut self,
        tier: &Tier,
        known_bound: f64,
        found: Found,
    ) -> Result<TierEnd, SolveError> {
        match (found.end, found.values) {
            (BackEndEnd::Infeasible, _) if self.incumbent.is_none() => Ok(TierEnd::Infeasible),
            (end, Some(values)) => {
                self.note_end(end);
                let reached = self.accept(tier, values);
                let (bound, proof) = if found.bound < known_bound {
                    (found.bound, Proof::BranchAndBound)
                } else {
                    (known_bound, Proof::Decomposition)
                };
                Ok(TierEnd::Stage(Stage {
                    reached,
                    bound: bound.max(reached),
                    proof,
                }))
            }
            (end, None) => {
                self.note_end(end);
                let bound = match end {
                    BackEndEnd::Infeasible => known_bound,
                    _ => known_bound.min(found.bound),
                };
                self.stand(tier, bound, Proof::BranchAndBound)
            }
        }
    }

    /// The plan of the tier before, where there is one: it still stands, it just was not improved.
    pub(super) fn stand(
        &mut self,
        tier: &Tier,
        bound: f64,
        proof: Proof,
    ) -> Result<TierEnd, SolveError> {
        let Some(values) = self.incumbent.clone() else {
            return Ok(TierEnd::NoPlan);
        };
        let reached = self.accept(tier, values);
        if !bound.is_finite() {
            return Err(SolveError::BackEnd("program"));
        }
        Ok(TierEnd::Stage(Stage {
            reached,
            bound: bound.max(reached),
            proof,
        }))
    }

    /// To the last where that is easily had, else to the gap asked for.
    fn branch_and_bound(&mut self, tier: &Tier) -> Result<Found, SolveError> {
        let target = self.target_gap(tier, self.rough_size(tier));
        let found = self.whole(tier, target * EXACT, FEW_NODES)?;
        if found.end != BackEndEnd::Limit || found.bound - found.objective <= target {
            return Ok(found);
        }
        let again = self.whole(tier, target, NODES)?;
        self.note_end(again.end);
        // It begins anew, so it may end with less than is in hand.
        Ok(match (&found.values, &again.values) {
            (Some(_), None) => found,
            (Some(_), Some(_)) if found.objective > again.objective => Found {
                bound: found.bound.min(again.bound),
                ..found
            },
            _ => again,
        })
    }

    /// Branch and bound over the whole program, to a gap and with so many nodes at effort 1.
    pub(super) fn whole(&mut self, tier: &Tier, gap: f64, nodes: f64) -> Result<Found, SolveError> {
        let free = IdVec::filled(None, self.program.columns().len());
        let found = self.back_end_within(&free, tier, gap, nodes)?;
        if found.end != BackEndEnd::Infeasible || self.incumbent.is_none() {
            return Ok(found);
        }
        // The plan in hand is feasible, so this is the back end's rounding against a kept tier.
        let exact = self.kept.clone();
        for kept in &mut self.kept {
            kept.at_least -= 1e-5 * (1.0 + kept.at_least.abs());
        }
        let found = self.back_end_within(&free, tier, gap, nodes);
        self.kept = exact;
        found
    }

    /// Whether the program decides on pairs alone, with no amounts of help.
    pub(super) fn only_pairs(&self) -> bool {
        self.program
            .arcs()
            .values()
            .all(|columns| columns.help.is_empty())
    }

    /// A pure matching: the matchings of the mix if they reach the bound, else branch and bound.
    pub(super) fn close_pairs(
        &mut self,
        tier: &Tier,
        blocks: &Blocks,
        generation: &Generation,
    ) -> Result<TierEnd, SolveError> {
        let pairs = best_patterns(blocks, generation);
        if let Some((value, values)) = self.allocate(tier, &pairs)?
            && generation.bound - value <= self.target_gap(tier, value.abs()) * EXACT
        {
            let reached = self.accept(tier, values);
            return Ok(TierEnd::Stage(Stage {
                reached,
                bound: generation.bound.max(reached),
                proof: Proof::Decomposition,
            }));
        }
        self.solve_whole(tier, generation.bound)
    }

    /// Branch and bound over the pairs that the fractional mix uses (RENS, Berthold 2014).
    pub(super) fn solve_restricted(
        &mut self,
        tier: &Tier,
        generation: &Generation,
    ) -> Result<Option<Valued>, SolveError> {
        let Some(mix) = &generation.mix else {
            return Ok(None);
        };
        let used = |column: ColumnId| {
            mix[column.index()] > 1e-6
                || self
                    .incumbent
                    .as_ref()
                    .is_some_and(|values| values[column.index()] > 0.5)
        };
        let fixed = self.fix_pairs(|pair| if used(pair) { None } else { Some(0.0) });
        let found = self.back_end(&fixed, tier, self.target_gap(tier, generation.bound.abs()))?;
        self.note_end(found.end);
        Ok(found.values.map(|values| (found.objective, values)))
    }
}
