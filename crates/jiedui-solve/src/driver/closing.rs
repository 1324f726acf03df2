//! What a search leaves open of a tier of a small program, closed by branch and bound.
//!
//! Branch and bound alone is the best way where a few nodes close a program, and a poor one beyond that: it is long
//! in finding plans that a search has in a second. So a few nodes are tried first on the tiniest programs, then the
//! search, and then branch and bound to beat the plan in hand, over the pairs that could: at the prices of the
//! bound some pairs can be told that no plan changes and gains by it (reduced-cost fixing, with the pricing problem
//! solved again for each pair in place of its reduced cost).

use super::branch_and_bound::EXACT;
use super::tiers::TierEnd;
use super::{Driver, SMALL_PROGRAM, Stage};
use crate::backend::{BackEndEnd, Found};
use crate::decomposition::blocks::{Blocks, KeptTier};
use crate::decomposition::generation::Generation;
use crate::error::SolveError;
use crate::regret::tier_bounds;
use jiedui_domain::{Id, IdVec, Proof};
use jiedui_model::{ColumnId, Tier};

/// Nodes of the first attempt at effort 1.
const FIRST_NODES: f64 = 100.0;
/// Nodes of the last attempt at effort 1, and where a plan was known before: whoever asks what if waits for it.
const LAST_NODES: f64 = 2_000.0;
const LAST_WARM_NODES: f64 = 500.0;
/// Part of the gap asked for that the last attempt leaves open.
const ENOUGH: f64 = 0.5;
/// A plan in hand is to be reached less this, relative above 1, so that rounding does not rule it out.
const NOISE: f64 = 1e-7;

/// How a first attempt went.
pub(super) enum Attempt {
    /// To the end.
    Done(TierEnd),
    /// It left some of the tier open, and proved this bound.
    Open(f64),
}

impl Driver<'_> {
    /// The whole program by branch and bound, if a few nodes close it. What it found otherwise is the plan so far.
    pub(super) fn attempt(&mut self, tier: &Tier, known_bound: f64) -> Result<Attempt, SolveError> {
        let gap = EXACT * self.target_gap(tier, self.rough_size(tier));
        let found = self.whole(tier, gap, FIRST_NODES)?;
        match (found.end, found.values) {
            (BackEndEnd::Limit, values) => {
                if let Some(values) = values {
                    self.accept(tier, values);
                }
                Ok(Attempt::Open(found.bound))
            }
            (end, values) => {
                let found = Found {
                    values,
                    end,
                    ..found
                };
                self.conclude(tier, known_bound, found).map(Attempt::Done)
            }
        }
    }

    /// Whether plan and bound are as near as a first attempt leaves them.
    pub(super) fn is_closed(&self, tier: &Tier, stage: &Stage) -> bool {
        stage.bound - stage.reached <= EXACT * self.target_gap(tier, stage.bound.abs())
    }

    /// Brings plan and bound of a stage closer, where they are further apart than is asked for and few enough
    /// pairs are in question.
    pub(super) fn close(
        &mut self,
        tier: &Tier,
        blocks: &Blocks,
        generation: &Generation,
        stage: Stage,
    ) -> Result<Stage, SolveError> {
        let target = self.target_gap(tier, stage.bound.abs());
        if stage.bound - stage.reached <= target || self.struck.is_some() || self.is_large() {
            return Ok(stage);
        }
        // No plan that differs in a pair that is held exceeds this.
        let least = stage.reached + ENOUGH * target;
        let Some(held) = self.hopeless(tier, blocks, generation, least) else {
            return Ok(stage);
        };
        let nodes = match self.start {
            Some(_) => LAST_WARM_NODES,
            None => LAST_NODES,
        };
        self.kept.push(KeptTier {
            terms: tier.terms.clone(),
            at_least: stage.reached - NOISE * (1.0 + stage.reached.abs()),
        });
        let found = self.back_end_within(&held, tier, ENOUGH * target, nodes);
        self.kept.pop();
        let found = found?;
        self.note_end(found.end);
        if found.end == BackEndEnd::Infeasible {
            // The plan in hand says otherwise: nothing is learnt.
            return Ok(stage);
        }
        let reached = match found.values {
            Some(values) if found.objective > stage.reached => self.accept(tier, values),
            _ => stage.reached,
        };
        Ok(Stage { reached, ..stage }.below(found.bound.max(least)))
    }

    /// Pairs in which no plan of more than `least` differs from the one in hand, as they are there; `None` where
    /// too much is left open for branch and bound.
    fn hopeless(
        &self,
        tier: &Tier,
        blocks: &Blocks,
        generation: &Generation,
        least: f64,
    ) -> Option<IdVec<ColumnId, Option<f64>>> {
        let values = self.incumbent.as_ref()?;
        let arcs = self.program.arcs();
        let formed =
            arcs.map(|_, columns| columns.pair.is_some_and(|pair| values[pair.index()] > 0.5));
        let bounds = tier_bounds(self.program, blocks, tier, &generation.prices, &formed)?;
        let mut held = IdVec::filled(None, self.program.columns().len());
        for (arc, columns) in arcs.iter() {
            if let Some(pair) = columns.pair
                && bounds.asked[arc] <= least
            {
                held[pair] = Some(f64::from(u8::from(formed[arc])));
            }
        }
        let held = self.fix_pairs(|pair| held[pair]);
        let open = held.values().filter(|value| value.is_none()).count();
        (open <= SMALL_PROGRAM).then_some(held)
    }
}

impl Stage {
    /// The same with a bound of branch and bound, where that is lower.
    pub(super) fn below(self, bound: f64) -> Self {
        if bound >= self.bound {
            return self;
        }
        Self {
            bound: bound.max(self.reached),
            proof: Proof::BranchAndBound,
            ..self
        }
    }
}
