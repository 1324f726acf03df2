//! The restricted master: the best mix of known patterns, and the prices of the coupling rows.

use super::blocks::Blocks;
use super::pricing::Pattern;
use crate::error::SolveError;
use highs::{ColProblem, HighsModelStatus, Model, Row, Sense};
use jiedui_domain::Id;

/// The back end's number of its primal simplex method.
const PRIMAL_SIMPLEX: i32 = 4;
/// Steps of the simplex method: at least, and for each row and column. Without a limit nothing stops a master: of a
/// policy that hardly any plan fits, HiGHS 1.15 was not done with one after more than four times the steps of the
/// longest other.
const LEAST_STEPS: usize = 2_000;
const STEPS_PER_LINE: usize = 10;

/// The master linear program, re-solved warm as patterns arrive.
pub struct Master {
    model: Option<Model>,
    coupling: Vec<Row>,
    convexity: Vec<Row>,
    free_count: usize,
    penalty_columns: usize,
    patterns: usize,
}

/// A solution of the master.
#[derive(Clone, Debug)]
pub struct MasterSolution {
    /// Objective, penalties included.
    pub objective: f64,
    /// How much the penalised slack sums up to; 0 when the mix is feasible.
    pub slack: f64,
    /// Price of each coupling row: change of the objective per unit of right-hand side.
    pub prices: Vec<f64>,
    /// Share of each pattern, in the order in which they were added.
    pub shares: Vec<f64>,
    /// Values of the free columns.
    pub free: Vec<f64>,
}

impl Master {
    /// A master without patterns; slack of every coupling row costs `penalty`.
    pub fn new(blocks: &Blocks, objective: &[f64], penalty: f64) -> Result<Self, SolveError> {
        let mut problem = ColProblem::new();
        let coupling: Vec<Row> = blocks
            .rows
            .iter()
            .map(|row| problem.add_row(row.lower..=row.upper))
            .collect();
        let convexity: Vec<Row> = (0..blocks.problems())
            .map(|_| problem.add_row(1.0..=1.0))
            .collect();
        for free in &blocks.free {
            let factors = blocks.entries[free.column.index()]
                .iter()
                .map(|(row, coefficient)| (coupling[*row as usize], *coefficient));
            problem.add_column(
                objective[free.column.index()],
                free.lower..=free.upper,
                factors,
            );
        }
        let mut penalty_columns = 0;
        for (row, handle) in blocks.rows.iter().zip(&coupling) {
            if row.upper.is_finite() {
                problem.add_column(-penalty, 0.0.., [(*handle, -1.0)]);
                penalty_columns += 1;
            }
            if row.lower.is_finite() {
                problem.add_column(-penalty, 0.0.., [(*handle, 1.0)]);
                penalty_columns += 1;
            }
        }
        let mut model = Model::try_new(problem).map_err(|_| SolveError::BackEnd("master"))?;
        model.set_sense(Sense::Maximise);
        model.set_option("threads", 1);
        model.set_option("output_flag", false);
        if blocks.is_large {
            // New columns leave the last basis feasible.
            model.set_option("simplex_strategy", PRIMAL_SIMPLEX);
        }
        Ok(Self {
            model: Some(model),
            coupling,
            convexity,
            free_count: blocks.free.len(),
            penalty_columns,
            patterns: 0,
        })
    }

    /// Adds a pattern.
    pub fn add(
        &mut self,
        blocks: &Blocks,
        objective: &[f64],
        pattern: &Pattern,
    ) -> Result<(), SolveError> {
        let mut dense = std::collections::BTreeMap::new();
        let mut cost = 0.0;
        for (column, value) in &pattern.values {
            cost += objective.get(column.index()).unwrap_or(&0.0) * value;
            for (row, coefficient) in &blocks.entries[column.index()] {
                *dense.entry(*row).or_insert(0.0) += coefficient * value;
            }
        }
        let factors = dense
            .into_iter()
            .filter(|(_, coefficient): &(u32, f64)| coefficient.abs() > 1e-12)
            .map(|(row, coefficient)| (self.coupling[row as usize], coefficient))
            .chain(std::iter::once((self.convexity[pattern.problem], 1.0)))
            .collect::<Vec<_>>();
        let model = self.model.as_mut().ok_or(SolveError::BackEnd("master"))?;
        model
            .try_add_column(cost, 0.0.., factors)
            .map_err(|_| SolveError::BackEnd("master"))?;
        self.patterns += 1;
        Ok(())
    }

    /// Solves; `None` if the back end finds no optimum (no pattern for some track yet).
    pub fn solve(&mut self) -> Result<Option<MasterSolution>, SolveError> {
        let mut model = self.model.take().ok_or(SolveError::BackEnd("master"))?;
        let size = model.num_rows() + model.num_cols();
        let steps = LEAST_STEPS.saturating_add(STEPS_PER_LINE.saturating_mul(size));
        let steps = i32::try_from(steps).unwrap_or(i32::MAX);
        model
            .try_set_option("simplex_iteration_limit", steps)
            .map_err(|_| SolveError::BackEnd("master"))?;
        let solved = model
            .try_solve()
            .map_err(|_| SolveError::BackEnd("master"))?;
        let status = solved.status();
        let solution = (status == HighsModelStatus::Optimal).then(|| {
            let found = solved.get_solution();
            let columns = found.columns();
            let penalties = self.free_count..self.free_count + self.penalty_columns;
            let duals = found.dual_rows();
            MasterSolution {
                objective: solved.objective_value(),
                slack: columns[penalties.clone()].iter().sum(),
                prices: duals[..self.coupling.len()].to_vec(),
                shares: columns[penalties.end..].to_vec(),
                free: columns[..self.free_count].to_vec(),
            }
        });
        self.model = Some(Model::from(solved));
        Ok(solution)
    }
}
