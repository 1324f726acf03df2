//! One tier: its prices, which bound it, and then its plan.

use super::closing::Attempt;
use super::evidence::Grounds;
use super::{Driver, Stage};
use crate::decomposition::blocks::Blocks;
use crate::decomposition::generation::{Generation, GenerationLimits, Warm, generate};
use crate::decomposition::planned::patterns_of;
use crate::error::SolveError;
use crate::search::starts::worth_keeping;
use crate::start::TierStart;
use jiedui_domain::SolveMethod;
use jiedui_model::Tier;

/// Rounds of pricing per tier at effort 1.
const ROUNDS: f64 = 400.0;
/// Rounds at any effort: before that a bound says nothing.
const LEAST_ROUNDS: f64 = 60.0;
/// Rounds where prices are known from a similar program. Twelve left the bound of a floor six points
/// too high where one county's needs had fallen by a fifth (shipped case).
const WARM_ROUNDS: f64 = 20.0;
/// The same at any effort: the search favours what the rounds mix.
const LEAST_WARM_ROUNDS: f64 = 10.0;
/// Part of those rounds that a large program gets: its rows were priced by their sums before, and what the last rounds
/// bring is less than what the search makes of their time (832 × 10,000).
const LARGE_PART: f64 = 0.6;

/// How the work on one tier ended.
pub(super) enum TierEnd {
    Stage(Stage),
    Infeasible,
    NoPlan,
}

/// A tier before its plan is sought.
pub(super) struct Priced {
    pub blocks: Blocks,
    pub objective: Vec<f64>,
    pub generation: Generation,
}

impl<'a> Driver<'a> {
    pub(super) fn solve_tier(&mut self, index: usize, tier: &Tier) -> Result<TierEnd, SolveError> {
        if self.options.method == SolveMethod::Monolithic {
            self.grounds = None;
            return self.solve_whole(tier, f64::INFINITY);
        }
        match self.price_tier(index, tier)? {
            Some(priced) => self.plan_tier(index, tier, &priced),
            None => Ok(TierEnd::Infeasible),
        }
    }

    /// Prices of a tier, and what they bound; `None` if some track has no matching that meets its quotas.
    pub(super) fn price_tier(
        &mut self,
        index: usize,
        tier: &Tier,
    ) -> Result<Option<Priced>, SolveError> {
        let blocks = self.blocks();
        let objective = self.dense(&tier.terms);
        let start = self.start_of_tier(index);
        let limits = self.generation_limits(tier, start.is_some());
        let found = self.prices.take();
        let patterns = std::mem::take(&mut self.patterns).into_iter();
        let patterns = patterns.filter_map(|known| match found {
            Some(_) => blocks.placed(known),
            None => Some(known),
        });
        let planned = start
            .into_iter()
            .chain(self.start.and_then(|start| start.last()));
        let planned = planned.flat_map(|start| patterns_of(&blocks, &start.values));
        let prices = found.as_ref().or(start.map(|start| &start.prices));
        let warm = Warm {
            patterns: patterns
                .filter(|known| blocks.allows(known))
                .chain(planned)
                .collect(),
            prices: prices.map(|prices| blocks.prices_by_name(prices)),
        };
        let generation = generate(&blocks, &objective, warm, limits, self.watch)?;
        Ok(generation.map(|generation| {
            self.patterns = worth_keeping(&generation);
            self.effort.rounds += generation.rounds;
            Priced {
                blocks,
                objective,
                generation,
            }
        }))
    }

    /// The plan of a tier with these prices.
    fn plan_tier(
        &mut self,
        index: usize,
        tier: &Tier,
        priced: &Priced,
    ) -> Result<TierEnd, SolveError> {
        let Priced {
            blocks,
            objective,
            generation,
        } = priced;
        self.grounds = Some(Grounds::of(blocks, &generation.prices, generation.bound));
        self.known.resize_with(index, TierStart::default);
        self.known.push(TierStart {
            values: Vec::new(),
            prices: blocks.name_prices(&generation.prices),
        });
        self.struck = self.struck.or(self.watch.stop());
        let mut bound = f64::INFINITY;
        if self.is_tiny() {
            match self.attempt(tier, generation.bound)? {
                Attempt::Done(end) => return Ok(end),
                Attempt::Open(proven) => bound = proven,
            }
        }
        let end = self.search_tier(index, tier, blocks, objective, generation)?;
        Ok(match end {
            TierEnd::Stage(stage) => {
                let stage = stage.below(bound);
                TierEnd::Stage(self.close(tier, blocks, generation, stage)?)
            }
            end => end,
        })
    }

    /// What an earlier solve knew of a tier.
    pub(super) fn start_of_tier(&self, index: usize) -> Option<&'a TierStart> {
        self.start.and_then(|start| start.get(index))
    }

    /// Keeps the plan of a tier for later solves.
    pub(super) fn note_plan(&mut self, index: usize) {
        if let (Some(known), Some(values)) = (self.known.get_mut(index), &self.incumbent) {
            known.values.clone_from(values);
        }
    }

    pub(super) fn generation_limits(&self, tier: &Tier, warm: bool) -> GenerationLimits {
        let (rounds, least) = if warm {
            (WARM_ROUNDS, LEAST_WARM_ROUNDS)
        } else {
            (ROUNDS, LEAST_ROUNDS)
        };
        let part = if self.is_large() { LARGE_PART } else { 1.0 };
        GenerationLimits::new(
            (part * (rounds * self.options.effort).max(least)).ceil() as usize,
            self.target_gap(tier, self.rough_size(tier)) * 0.2,
        )
    }
}
