//! Parts of a program handed to HiGHS through good_lp: whole, with pairs fixed, or with pairs limited.
//!
//! good_lp builds the problem; status, bound and gap are read from the solver's own model, because
//! good_lp's flattened status hides them.

mod statement;
mod units;

use crate::error::SolveError;
use highs::{HighsModelStatus, HighsSolutionStatus, Model, SolvedModel};
use jiedui_domain::IdVec;
use jiedui_model::{ColumnId, Program};
use statement::Statement;

/// What of the program is solved.
pub struct Part<'a> {
    /// The program.
    pub program: &'a Program,
    /// Columns held at a value; the others are free within their bounds.
    pub fixed: &'a IdVec<ColumnId, Option<f64>>,
    /// Further rows: Σ terms ≥ at_least.
    pub kept: &'a [crate::decomposition::blocks::KeptTier],
    /// What is maximised.
    pub objective: &'a [(ColumnId, f64)],
    /// Whether whole units may be split: a linear program, whose optimum no plan of the part exceeds.
    pub divided: bool,
}

/// How much work the back end may do.
#[derive(Clone, Copy, Debug)]
pub struct BackEndLimits {
    /// Stop when bound and value differ by no more.
    pub absolute_gap: f64,
    /// Branch-and-bound nodes at most: the deterministic limit.
    pub nodes: i32,
    /// The safety net, seconds.
    pub seconds: f64,
    /// Seed of the back end's random choices.
    pub seed: i32,
}

/// Why the back end ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BackEndEnd {
    /// Within the gap asked for.
    Optimal,
    /// No point satisfies the rows.
    Infeasible,
    /// Work limit.
    Limit,
    /// Wall-clock limit.
    TimeLimit,
}

/// What the back end found.
#[derive(Clone, Debug)]
pub struct Found {
    /// Why it ended.
    pub end: BackEndEnd,
    /// Value of every program column, if a feasible point was found.
    pub values: Option<Vec<f64>>,
    /// Objective of the point.
    pub objective: f64,
    /// Proven bound on the objective over the part.
    pub bound: f64,
}

impl Found {
    fn infeasible() -> Self {
        Self {
            end: BackEndEnd::Infeasible,
            values: None,
            objective: f64::NEG_INFINITY,
            bound: f64::NEG_INFINITY,
        }
    }
}

/// Solves a part of the program.
///
/// *Errors:* [`SolveError::BackEnd`] if the back end refuses the problem.
/// *Determinism:* one thread and node limits, unless the time limit strikes.
pub fn solve_part(part: &Part<'_>, limits: BackEndLimits) -> Result<Found, SolveError> {
    let Some((statement, problem)) = Statement::of(part) else {
        return Ok(Found::infeasible());
    };
    if !statement.has_open_columns() {
        let objective = statement.of_program(0.0);
        return Ok(Found {
            end: BackEndEnd::Optimal,
            values: Some(statement.values(&[])),
            objective,
            bound: objective,
        });
    }
    let mut model = problem.try_into_inner().map_err(failed)?;
    set_options(&mut model, limits, &statement)?;
    read(&model.try_solve().map_err(failed)?, &statement)
}

fn failed<Cause>(_: Cause) -> SolveError {
    SolveError::BackEnd("program")
}

fn set_options(
    model: &mut Model,
    limits: BackEndLimits,
    statement: &Statement<'_>,
) -> Result<(), SolveError> {
    let seconds = limits.seconds.max(0.1);
    model.try_set_option("threads", 1).map_err(failed)?;
    model.try_set_option("output_flag", false).map_err(failed)?;
    model
        .try_set_option("time_limit", seconds)
        .map_err(failed)?;
    model
        .try_set_option("random_seed", limits.seed)
        .map_err(failed)?;
    if !statement.has_integers {
        return Ok(());
    }
    let gap = statement.of_problem(limits.absolute_gap);
    model.try_set_option("mip_rel_gap", 0.0).map_err(failed)?;
    model.try_set_option("mip_abs_gap", gap).map_err(failed)?;
    model
        .try_set_option("mip_max_nodes", limits.nodes)
        .map_err(failed)?;
    // What HiGHS 1.15 makes of symmetry was seen to cut off plans better than the bound that it then calls proven
    // (tests/small.rs).
    model
        .try_set_option("mip_detect_symmetry", false)
        .map_err(failed)?;
    // No start is handed over: with one, HiGHS 1.15 was seen to call it optimal where it was not
    // (tests/agreement.rs, second_priority_is_improved_where_the_first_is_kept).
    model
        .try_set_option("mip_feasibility_tolerance", 1e-8)
        .map_err(failed)
}

/// What the solver's model says of the part.
fn read(solved: &SolvedModel, statement: &Statement<'_>) -> Result<Found, SolveError> {
    let end = match solved.status() {
        HighsModelStatus::Optimal | HighsModelStatus::ModelEmpty => BackEndEnd::Optimal,
        HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible => {
            return Ok(Found::infeasible());
        }
        HighsModelStatus::ReachedTimeLimit => BackEndEnd::TimeLimit,
        HighsModelStatus::ReachedIterationLimit
        | HighsModelStatus::ReachedSolutionLimit
        | HighsModelStatus::ReachedInterrupt
        | HighsModelStatus::ObjectiveBound
        | HighsModelStatus::ObjectiveTarget => BackEndEnd::Limit,
        _ => return Err(SolveError::BackEnd("program")),
    };
    let objective = statement.of_program(solved.objective_value());
    let bound = if statement.has_integers {
        let bound = solved.double_info_value(c"mip_dual_bound");
        statement.of_program(bound.map_err(failed)?)
    } else if end == BackEndEnd::Optimal {
        objective
    } else {
        f64::INFINITY
    };
    let feasible = solved.primal_solution_status() == HighsSolutionStatus::Feasible;
    let values = feasible.then(|| statement.values(solved.get_solution().columns()));
    Ok(Found {
        end,
        objective: if values.is_some() {
            objective
        } else {
            f64::NEG_INFINITY
        },
        values,
        bound,
    })
}
