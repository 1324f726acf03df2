//! Whether any plan holds, whatever it is worth.

use super::tiers::TierEnd;
use super::{Driver, known_back_end};
use crate::decomposition::generation::{Generation, Warm, generate};
use crate::error::SolveError;
use crate::search::starts::best_patterns;
use crate::watch::Watch;
use jiedui_domain::{MeasureScale, SolveMethod, SolverOptions};
use jiedui_model::{Program, Tier};

/// What is known about a program having a plan at all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Feasibility {
    /// A plan was found.
    Yes,
    /// Proven: no plan satisfies the rows.
    No,
    /// Neither within the effort allowed, or the watch stopped it.
    Unknown,
}

/// Prices whose bound lies below zero by less than this, relative to the largest of them, prove nothing.
const ROUNDING: f64 = 1e-6;

/// Whether some plan satisfies every row of a program; its tiers are not looked at.
///
/// *Errors:* [`SolveError`] for failures of the machinery.
/// *Determinism:* as [`super::solve`]; what the effort does not settle is [`Feasibility::Unknown`].
pub fn is_feasible(
    program: &Program,
    options: &SolverOptions,
    watch: &dyn Watch,
) -> Result<Feasibility, SolveError> {
    known_back_end(options)?;
    Driver::new(program, options, watch).feasibility()
}

/// Nothing is asked for: any plan that holds will do.
pub(super) fn indifferent() -> Tier {
    Tier {
        priority: None,
        tie_break: None,
        objectives: Vec::new(),
        terms: Vec::new(),
        scale: MeasureScale::Relative,
    }
}

impl Driver<'_> {
    fn feasibility(mut self) -> Result<Feasibility, SolveError> {
        let tier = indifferent();
        if self.is_small() || self.options.method == SolveMethod::Monolithic {
            return Ok(match self.solve_whole(&tier, f64::INFINITY)? {
                TierEnd::Stage(_) => Feasibility::Yes,
                TierEnd::Infeasible => Feasibility::No,
                TierEnd::NoPlan => Feasibility::Unknown,
            });
        }
        let blocks = self.blocks();
        let nothing = vec![0.0; self.program.columns().len()];
        let limits = self.generation_limits(&tier, false);
        let found = generate(&blocks, &nothing, Warm::default(), limits, self.watch)?;
        let Some(generation) = found else {
            return Ok(Feasibility::No);
        };
        if proves_infeasible(&generation) {
            return Ok(Feasibility::No);
        }
        let pairs = best_patterns(&blocks, &generation);
        if self.allocate(&tier, &pairs)?.is_some() {
            return Ok(Feasibility::Yes);
        }
        if self.watch.stop().is_some() {
            return Ok(Feasibility::Unknown);
        }
        Ok(match self.solve_restricted(&tier, &generation)? {
            Some(_) => Feasibility::Yes,
            None => Feasibility::Unknown,
        })
    }
}

/// Every plan is worth nothing here, so prices that bound the worth of plans below zero leave none.
fn proves_infeasible(generation: &Generation) -> bool {
    let largest = generation
        .prices
        .iter()
        .fold(0.0_f64, |largest, price| largest.max(price.abs()));
    largest > 0.0 && generation.bound < -ROUNDING * largest
}
