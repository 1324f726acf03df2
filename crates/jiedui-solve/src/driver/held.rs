//! What each tier can reach where some columns are held: a linear program, for prices of limits.

use super::Driver;
use super::amounts::Amounts;
use crate::error::SolveError;
use crate::watch::Unwatched;
use jiedui_domain::{IdVec, SolverOptions};
use jiedui_model::{ColumnId, Program, Tier};

/// The best value of each tier with these columns held at their values and all others free, tier by tier
/// with the tolerances of the policy as in a whole solve; `None` where nothing obeys every row.
///
/// Free whole units may be split: hold them where that must not be.
///
/// *Errors:* [`SolveError`] for failures of the machinery.
/// *Determinism:* as [`super::solve`].
pub fn held_optima(
    program: &Program,
    held: &IdVec<ColumnId, Option<f64>>,
    options: &SolverOptions,
) -> Result<Option<Vec<f64>>, SolveError> {
    super::known_back_end(options)?;
    let mut driver = Driver::new(program, options, &Unwatched);
    let priorities = program.tiers().iter();
    let tiers: Vec<&Tier> = priorities.filter(|tier| tier.priority.is_some()).collect();
    let mut reached = Vec::with_capacity(tiers.len());
    for tier in tiers {
        let found = driver.solve_fixed(held, tier, Amounts::Divided)?;
        let value = match (found.values, &driver.incumbent) {
            (Some(values), _) => {
                let value = found.objective;
                driver.accept(tier, values);
                value
            }
            (None, None) => return Ok(None),
            // What the tiers before found still stands: rounding against a kept tier.
            (None, Some(values)) => program.evaluate(&tier.terms, values),
        };
        driver.keep(tier, value, true);
        reached.push(value);
    }
    Ok(Some(reached))
}
