//! A part of a program as a problem of the back end: the columns that are open, and the rows over them.

use super::Part;
use super::units::Units;
use good_lp::{
    Expression, IntoAffineExpression, ProblemVariables, SolverModel, Variable,
    solvers::highs::{HighsProblem, highs},
    variable,
};
use jiedui_domain::Id;
use jiedui_model::ColumnId;

/// A row that only fixed columns touch may be off by this much, relative to its figures.
const FIXED_ROW_TOLERANCE: f64 = 1e-6;

/// How the columns of a part stand in the problem.
pub(super) struct Statement<'a> {
    part: &'a Part<'a>,
    units: Units,
    /// By column; `None` where it is fixed.
    handles: Vec<Option<Variable>>,
    /// Whether any open column must be whole.
    pub(super) has_integers: bool,
    /// What fixed columns bring to the objective.
    constant: f64,
}

impl<'a> Statement<'a> {
    /// States a part; `None` if fixed columns alone break a row.
    pub(super) fn of(part: &'a Part<'a>) -> Option<(Self, HighsProblem)> {
        let mut variables = ProblemVariables::new();
        let mut statement = Self {
            part,
            units: Units::of(part),
            handles: Vec::with_capacity(part.program.columns().len()),
            has_integers: false,
            constant: 0.0,
        };
        statement.open_columns(&mut variables);
        let (objective, constant) = statement.linear(part.objective, statement.units.objective());
        statement.constant = constant;
        let mut problem = variables.maximise(objective).using(highs);
        statement
            .add_rows(&mut problem)
            .then_some((statement, problem))
    }

    fn open_columns(&mut self, variables: &mut ProblemVariables) {
        for (id, column) in self.part.program.columns().iter() {
            self.handles.push(match self.part.fixed[id] {
                Some(_) => None,
                None => {
                    let unit = self.units.column(id);
                    let definition = variable().min(column.lower / unit).max(column.upper / unit);
                    let integer = column.integer && !self.part.divided;
                    self.has_integers |= integer;
                    Some(variables.add(if integer {
                        definition.integer()
                    } else {
                        definition
                    }))
                }
            });
        }
    }

    /// Adds the rows of the program and those kept; whether the rows without open columns hold.
    fn add_rows(&self, problem: &mut HighsProblem) -> bool {
        let kept = self.part.kept.iter();
        let kept = kept.map(|tier| (tier.terms.as_slice(), tier.at_least, f64::INFINITY));
        let rows = self.part.program.rows().values();
        let rows = rows.map(|row| (row.terms.as_slice(), row.lower, row.upper));
        for (terms, lower, upper) in rows.chain(kept) {
            let factor = self.units.row(self.part, terms);
            let (expression, constant) = self.linear(terms, factor);
            if (&expression).linear_coefficients().next().is_none() {
                let slack = FIXED_ROW_TOLERANCE * (1.0 + constant.abs());
                if constant < lower - slack || constant > upper + slack {
                    return false;
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
        true
    }

    /// The open terms, in the problem's units and times a factor, and what the fixed ones add up to in the
    /// program's.
    fn linear(&self, terms: &[(ColumnId, f64)], factor: f64) -> (Expression, f64) {
        let mut expression = Expression::with_capacity(terms.len());
        let mut constant = 0.0;
        for (column, coefficient) in terms {
            match (self.handles[column.index()], self.part.fixed[*column]) {
                (Some(handle), _) => {
                    let unit = self.units.column(*column);
                    expression.add_mul(*coefficient * unit * factor, handle);
                }
                (None, Some(value)) => constant += coefficient * value,
                (None, None) => {}
            }
        }
        (expression, constant)
    }

    pub(super) fn has_open_columns(&self) -> bool {
        self.handles.iter().any(Option::is_some)
    }

    /// A figure of the problem's objective in the program's own.
    pub(super) fn of_program(&self, objective: f64) -> f64 {
        objective / self.units.objective() + self.constant
    }

    /// A difference of the program's objective in the problem's.
    pub(super) fn of_problem(&self, gap: f64) -> f64 {
        gap * self.units.objective()
    }

    /// The value of every column of the program, from those of the open ones in their order.
    pub(super) fn values(&self, open: &[f64]) -> Vec<f64> {
        let mut open = open.iter();
        let columns = self.part.program.columns().ids();
        columns
            .map(|id| {
                self.part.fixed[id]
                    .or_else(|| open.next().map(|value| value * self.units.column(id)))
                    .unwrap_or(0.0)
            })
            .collect()
    }
}
