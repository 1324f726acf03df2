//! Programs that decide on amounts alone and are one network: solved exactly, all tiers in order.

use super::{Driver, Outcome, Stage};
use crate::error::SolveError;
use crate::evidence::TierEvidence;
use crate::transport::Answer;
use crate::transport::program::translate;
use jiedui_domain::{IdVec, Proof, SolveMethod};
use jiedui_model::{ColumnKind, Program, Tier};

impl Driver<'_> {
    /// The optimum of a program without pairs whose rows and tiers are a network's; `None` where they
    /// are not, and the general way has to be taken.
    pub(super) fn solve_as_network(
        &mut self,
        tiers: &[&Tier],
    ) -> Result<Option<Outcome>, SolveError> {
        let program = self.program;
        if self.options.method != SolveMethod::Decomposition || decides_on_pairs(program) {
            return Ok(None);
        }
        let nothing_held = IdVec::filled(None, program.columns().len());
        let Ok(network) = translate(program, &nothing_held, tiers) else {
            return Ok(None);
        };
        let optima = match network.solve() {
            Ok(Answer::Optimal(optima)) => optima,
            Ok(Answer::Infeasible(_)) => return Ok(Some(Outcome::Infeasible)),
            // Figures beyond the integers of the network: the general way has no such limit.
            Err(_) => return Ok(None),
        };
        let Some(last) = optima.last() else {
            return Ok(None);
        };
        let prices = network.prices(program, &optima);
        let mut values = vec![0.0; program.columns().len()];
        network.write_values(&last.flow, &mut values);
        program.complete(&mut values);
        let stages: Vec<Stage> = tiers
            .iter()
            .zip(&optima)
            .enumerate()
            .map(|(index, (tier, optimum))| {
                let reached = program.evaluate(&tier.terms, &values);
                let bound = network.bound(index, optimum).unwrap_or(f64::INFINITY);
                Stage {
                    reached,
                    bound: bound.max(reached),
                    proof: Proof::NetworkFlow,
                }
            })
            .collect();
        for (stage, prices) in stages.iter().zip(prices) {
            self.evidence.push(TierEvidence {
                kept: stage.reached,
                claimed: Some(stage.bound),
                prices,
                ..TierEvidence::default()
            });
        }
        self.incumbent = Some(values);
        self.finish(tiers, stages).map(Some)
    }
}

fn decides_on_pairs(program: &Program) -> bool {
    program
        .columns()
        .values()
        .any(|column| matches!(column.kind, ColumnKind::Pair(_)))
}
