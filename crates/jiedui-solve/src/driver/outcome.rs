//! What a solve ends with: the plan in steps of hundredths, measured again, or that there is none.

use super::{Driver, Stage};
use crate::error::SolveError;
use crate::evidence::TierEvidence;
use crate::rounding::round_to_steps;
use crate::start::Start;
use jiedui_domain::{Gap, Termination, TierResult};
use jiedui_model::Tier;

/// What became of a program.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// A plan.
    Solved(Solution),
    /// No plan satisfies the rows: proven.
    Infeasible,
    /// Stopped before any plan was found; nothing is known about feasibility.
    NoPlan(Termination),
}

/// A plan of the program.
#[derive(Clone, Debug)]
pub struct Solution {
    /// Value of every column: amounts in steps of 0.01, whole where the sector is.
    pub values: Vec<f64>,
    /// One per priority of the policy, in order.
    pub tiers: Vec<TierResult>,
    /// Why the search ended.
    pub termination: Termination,
    /// Work done.
    pub effort: Effort,
    /// What a later solve of a similar program can start from, one per priority.
    pub known: Start,
    /// What proves the bound of each tier, one per priority; empty parts where only the back end's word
    /// stands behind a bound.
    pub evidence: Vec<TierEvidence>,
}

/// Counts of work, for logs and benchmarks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// Rounds of pricing.
    pub rounds: usize,
    /// Problems handed to the back end, the masters not counted.
    pub back_end_calls: usize,
}

impl Driver<'_> {
    /// The outcome where no plan was found and none was proven impossible.
    pub(super) fn no_plan(&self) -> Outcome {
        Outcome::NoPlan(self.struck.unwrap_or(Termination::EffortSpent))
    }

    pub(super) fn finish(
        &mut self,
        tiers: &[&Tier],
        stages: Vec<Stage>,
    ) -> Result<Outcome, SolveError> {
        let Some(mut values) = self.incumbent.take() else {
            return Ok(self.no_plan());
        };
        round_to_steps(self.program, &mut values)?;
        self.program.complete(&mut values);
        let results: Vec<TierResult> = tiers
            .iter()
            .zip(stages)
            .map(|(tier, stage)| {
                let in_plan = self.program.evaluate(&tier.terms, &values);
                // Steps may cost an earlier priority a trifle, and give this one more than a plan has that keeps it.
                let bound = stage.bound.max(in_plan);
                TierResult {
                    priority: tier.priority.unwrap_or(0),
                    objectives: tier
                        .objectives
                        .iter()
                        .map(|part| part.objective.clone())
                        .collect(),
                    reached: stage.reached,
                    in_plan,
                    bound,
                    proof: stage.proof,
                    certified: None,
                    gap: Gap::between(in_plan, bound),
                    scale: tier.scale,
                }
            })
            .collect();
        let termination = match self.struck {
            Some(struck) => struck,
            None if results.iter().all(|tier| tier.is_within(self.options.gap)) => {
                Termination::Optimal
            }
            None => Termination::EffortSpent,
        };
        Ok(Outcome::Solved(Solution {
            values,
            tiers: results,
            termination,
            effort: self.effort,
            known: std::mem::take(&mut self.known),
            evidence: std::mem::take(&mut self.evidence),
        }))
    }
}
