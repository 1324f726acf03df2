//! What later tiers keep of earlier ones, and what they give back of the tolerance.

use super::Driver;
use super::closing::Attempt;
use super::tiers::TierEnd;
use crate::decomposition::blocks::KeptTier;
use crate::error::SolveError;
use jiedui_domain::MeasureScale;
use jiedui_model::Tier;

impl Driver<'_> {
    /// Rows for the tiers that are settled, and for no other.
    pub(super) fn keep_settled(&mut self, tiers: &[&Tier]) {
        let settled = self.settled.iter().zip(tiers);
        self.kept = settled
            .map(|(at_least, tier)| KeptTier {
                terms: tier.terms.clone(),
                at_least: *at_least,
            })
            .collect();
    }

    /// Later tiers keep what was reached, less the tolerance.
    pub(super) fn keep(&mut self, tier: &Tier, reached: f64, with_tolerance: bool) {
        let values = self.incumbent.as_deref().unwrap_or(&[]);
        let allowance: f64 = if with_tolerance {
            tier.objectives
                .iter()
                .map(|part| {
                    let objective = &part.objective;
                    let size = match objective.measure.scale() {
                        MeasureScale::Share => 1.0,
                        MeasureScale::Relative => self.program.evaluate(&part.terms, values).abs(),
                    };
                    objective.weight.abs() * objective.tolerance * size
                })
                .sum()
        } else {
            0.0
        };
        // Less slack than the back end's own tolerance would read as infeasible.
        let noise = 1e-7 * (1.0 + reached.abs());
        self.kept.push(KeptTier {
            terms: tier.terms.clone(),
            at_least: reached - allowance - noise,
        });
    }

    /// With the pairs held, gives earlier tiers back what later ones did not use of the tolerance.
    pub(super) fn return_unused_tolerance(&mut self, tiers: &[&Tier]) -> Result<(), SolveError> {
        let saved = self.kept.clone();
        if let (Some(last), Some(values)) = (tiers.last(), self.incumbent.as_ref()) {
            let reached = self.program.evaluate(&last.terms, values);
            self.kept.pop();
            self.keep(last, reached, false);
        }
        for (index, tier) in tiers.iter().enumerate() {
            let Some(pairs) = self.incumbent.as_ref().map(|values| self.pairs_of(values)) else {
                break;
            };
            let before = self.incumbent.as_ref().map_or(f64::NEG_INFINITY, |known| {
                self.program.evaluate(&tier.terms, known)
            });
            // The last tier used no tolerance; what divided units hardly improve is not worth a search for whole ones.
            let is_last = index + 1 == tiers.len();
            let to_beat = is_last.then(|| before + self.gap_of_amounts(tier));
            let Some((_, values)) = self.allocate_beyond(tier, &pairs, to_beat)? else {
                break;
            };
            let held = self.incumbent.clone();
            let after = self.accept(tier, values);
            if after < before {
                self.incumbent = held;
            }
            self.keep(tier, after.max(before), false);
        }
        self.kept = saved;
        Ok(())
    }

    /// Among plans that are as good in every tier, the one that the last tier of the model prefers.
    pub(super) fn break_ties(&mut self, tiers: &[&Tier]) -> Result<(), SolveError> {
        let Some(values) = self.incumbent.clone() else {
            return Ok(());
        };
        let settled = self.settled.len().min(self.kept.len());
        let rest = self.kept.split_off(settled);
        let saved = [self.kept.clone(), rest].concat();
        for tier in tiers {
            self.keep(tier, self.program.evaluate(&tier.terms, &values), false);
        }
        let stages: Vec<Tier> = self
            .program
            .tiers()
            .iter()
            .filter(|tier| tier.priority.is_none())
            .cloned()
            .collect();
        for stage in &stages {
            let Attempt::Done(end) = self.attempt(stage, f64::INFINITY)? else {
                // What is left open here decides no other: none is preferred to the plan in hand.
                break;
            };
            if let TierEnd::Stage(done) = end {
                self.keep(stage, done.reached, false);
            }
        }
        let all: Vec<&Tier> = tiers.to_vec();
        self.return_unused_tolerance(&all)?;
        self.kept = saved;
        Ok(())
    }
}
