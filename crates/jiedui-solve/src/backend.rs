//! Parts of a program handed to HiGHS through good_lp: whole, with pairs fixed, or with pairs limited.
//!
//! good_lp builds the problem; status, bound and gap are read from the solver's own model, because
//! good_lp's flattened status hides them.

mod units;

use crate::error::SolveError;
use good_lp::{
    Expression, IntoAffineExpression, ProblemVariables, SolverModel, Variable,
    solvers::highs::highs, variable,
};
use highs::{HighsModelStatus, HighsSolutionStatus};
use jiedui_domain::{Id, IdVec};
use jiedui_model::{ColumnId, Program};
use units::Units;

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

/// A row that only fixed columns touch may be off by this much, relative to its figures.
const FIXED_ROW_TOLERANCE: f64 = 1e-6;

/// Solves a part of the program.
///
/// *Errors:* [`SolveError::BackEnd`] if the back end refuses the problem.
/// *Determinism:* one thread and node limits, unless the time limit strikes.
pub fn solve_part(part: &Part<'_>, limits: BackEndLimits) -> Result<Found, SolveError> {
    let program = part.program;
    let mut variables = ProblemVariables::new();
    let mut handles: Vec<Option<Variable>> = Vec::with_capacity(program.columns().len());
    let mut has_integers = false;
    let units = Units::of(part);
    for (id, column) in program.columns().iter() {
        handles.push(match part.fixed[id] {
            Some(_) => None,
            None => {
                let unit = units.column(id);
                let definition = variable().min(column.lower / unit).max(column.upper / unit);
                let integer = column.integer && !part.divided;
                has_integers |= integer;
                Some(variables.add(if integer {
                    definition.integer()
                } else {
                    definition
                }))
            }
        });
    }
    // Terms and constant of a row that is multiplied by a factor.
    let linear = |terms: &[(ColumnId, f64)], factor: f64| {
        let mut expression = Expression::with_capacity(terms.len());
        let mut constant = 0.0;
        for (column, coefficient) in terms {
            match (handles[column.index()], part.fixed[*column]) {
                (Some(handle), _) => {
                    expression.add_mul(*coefficient * units.column(*column) * factor, handle);
                }
                (None, Some(value)) => constant += coefficient * value,
                (None, None) => {}
            }
        }
        (expression, constant)
    };
    let (objective, objective_constant) = linear(part.objective, units.objective());
    let any_variable = handles.iter().any(Option::is_some);
    let mut problem = variables.maximise(objective).using(highs);
    let kept = part
        .kept
        .iter()
        .map(|tier| (tier.terms.as_slice(), tier.at_least, f64::INFINITY));
    let rows = program
        .rows()
        .values()
        .map(|row| (row.terms.as_slice(), row.lower, row.upper))
        .chain(kept);
    for (terms, lower, upper) in rows {
        let factor = units.row(part, terms);
        let (expression, constant) = linear(terms, factor);
        if (&expression).linear_coefficients().next().is_none() {
            let slack = FIXED_ROW_TOLERANCE * (1.0 + constant.abs());
            if constant < lower - slack || constant > upper + slack {
                return Ok(Found::infeasible());
            }
        } else if lower == upper {
            problem.add_constraint(expression.eq((lower - constant) * factor));
        } else {
            if lower.is_finite() {
                problem.add_constraint(expression.clone().geq((lower - constant) * factor));
            }
            if upper.is_finite() {
                problem.add_constraint(expression.leq((upper - constant) * factor));
            }
        }
    }
    let spread = |own: &[f64]| {
        let mut free = own.iter();
        program
            .columns()
            .ids()
            .map(|id| {
                part.fixed[id]
                    .or_else(|| free.next().map(|value| value * units.column(id)))
                    .unwrap_or(0.0)
            })
            .collect::<Vec<f64>>()
    };
    if !any_variable {
        let values = spread(&[]);
        return Ok(Found {
            end: BackEndEnd::Optimal,
            values: Some(values),
            objective: objective_constant,
            bound: objective_constant,
        });
    }
    let failed = |_| SolveError::BackEnd("program");
    let mut model = problem
        .try_into_inner()
        .map_err(|_| SolveError::BackEnd("program"))?;
    model.try_set_option("threads", 1).map_err(failed)?;
    model.try_set_option("output_flag", false).map_err(failed)?;
    model
        .try_set_option("time_limit", limits.seconds.max(0.1))
        .map_err(failed)?;
    model
        .try_set_option("random_seed", limits.seed)
        .map_err(failed)?;
    if has_integers {
        model.try_set_option("mip_rel_gap", 0.0).map_err(failed)?;
        model
            .try_set_option("mip_abs_gap", limits.absolute_gap * units.objective())
            .map_err(failed)?;
        model
            .try_set_option("mip_max_nodes", limits.nodes)
            .map_err(failed)?;
        model
            .try_set_option("mip_feasibility_tolerance", 1e-8)
            .map_err(failed)?;
        // No start is handed over: with one, HiGHS 1.15 was seen to call it optimal where it was not
        // (tests/agreement.rs, second_priority_is_improved_where_the_first_is_kept).
    }
    let solved = model
        .try_solve()
        .map_err(|_| SolveError::BackEnd("program"))?;
    let feasible = solved.primal_solution_status() == HighsSolutionStatus::Feasible;
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
    let objective = solved.objective_value() / units.objective() + objective_constant;
    let bound = if has_integers {
        let bound = solved.double_info_value(c"mip_dual_bound");
        bound.map_err(|_| SolveError::BackEnd("program"))? / units.objective() + objective_constant
    } else if end == BackEndEnd::Optimal {
        objective
    } else {
        f64::INFINITY
    };
    let values = feasible.then(|| spread(solved.get_solution().columns()));
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
