//! What is asked of the driver besides a whole solve: the best amounts for pairs that somebody else has
//! chosen, and a solve whose first tiers are settled beforehand.

use super::feasibility::indifferent;
use super::{Driver, Outcome};
use crate::error::SolveError;
use crate::rounding::round_to_steps;
use crate::start::Start;
use crate::watch::{Unwatched, Watch};
use jiedui_domain::SolverOptions;
use jiedui_model::{ColumnId, Program, Tier};

/// The best amounts where exactly these pairs are formed, tier by tier with the tolerances of the policy
/// as in a whole solve; `None` where no amounts make these pairs obey every row.
///
/// Help of divisible tracks, which have no pairs, is decided as well. The values are those of all
/// columns, in steps that people can sign.
///
/// *Errors:* [`SolveError`] for failures of the machinery.
/// *Determinism:* as [`super::solve`].
pub fn allocate_pairs(
    program: &Program,
    pairs: &[ColumnId],
    options: &SolverOptions,
) -> Result<Option<Vec<f64>>, SolveError> {
    allocate_pairs_keeping(program, pairs, &[], options)
}

/// As [`allocate_pairs`], where the first priorities have to reach these values at least, whatever the policy lets
/// later ones take of them; `None` as well where no amounts do. Rounding to steps may take a trifle of them.
///
/// *Errors:* and *Determinism:* as [`allocate_pairs`].
pub fn allocate_pairs_keeping(
    program: &Program,
    pairs: &[ColumnId],
    keeps: &[f64],
    options: &SolverOptions,
) -> Result<Option<Vec<f64>>, SolveError> {
    let mut pairs = pairs.to_vec();
    pairs.sort();
    let mut driver = Driver::new(program, options, &Unwatched);
    let indifferent = indifferent();
    let priorities = program.tiers().iter();
    let tiers: Vec<&Tier> = priorities.filter(|tier| tier.priority.is_some()).collect();
    driver.settled = keeps.to_vec();
    driver.keep_settled(&tiers);
    let asked = if tiers.is_empty() {
        vec![&indifferent]
    } else {
        tiers.clone()
    };
    for tier in asked {
        match driver.allocate(tier, &pairs)? {
            Some((_, values)) => {
                let reached = driver.accept(tier, values);
                driver.keep(tier, reached, true);
            }
            None if driver.incumbent.is_none() => return Ok(None),
            // The amounts of the tier before still stand; they just were not improved.
            None => break,
        }
    }
    driver.return_unused_tolerance(&tiers)?;
    let Some(mut values) = driver.incumbent.take() else {
        return Ok(None);
    };
    round_to_steps(program, &mut values)?;
    program.complete(&mut values);
    Ok(Some(values))
}

/// Solves a program whose first tiers are settled: they are not optimised, but kept at these values at
/// least, as rows of the program. The result has a tier for each of the others.
///
/// A frontier between two measures is a row of such solves (ε-constraint method, Haimes 1971).
///
/// *Errors:* and *Determinism:* as [`super::solve`].
pub fn solve_settled(
    program: &Program,
    options: &SolverOptions,
    watch: &dyn Watch,
    settled: &[f64],
) -> Result<Outcome, SolveError> {
    solve_settled_from(program, options, watch, settled, None)
}

/// As [`solve_settled`], starting from what an earlier solve of a similar program found.
///
/// *Errors:* and *Determinism:* as [`super::solve`].
pub fn solve_settled_from(
    program: &Program,
    options: &SolverOptions,
    watch: &dyn Watch,
    settled: &[f64],
    start: Option<&Start>,
) -> Result<Outcome, SolveError> {
    super::known_back_end(options)?;
    let mut driver = Driver::new(program, options, watch);
    driver.settled = settled.to_vec();
    driver.start = start.filter(|start| !start.is_empty());
    driver.run()
}
