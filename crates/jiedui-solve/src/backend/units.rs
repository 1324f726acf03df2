//! Units for programs whose figures lie far apart.
//!
//! HiGHS drops coefficients up to 1e-9 and refuses bounds and costs that are too large, so a need of 1e9 that a
//! floor divides by would vanish from its row, and the floor be called 0. Where figures are that far apart,
//! amounts are counted in the power of two next to their limit, and rows and objective are multiplied by powers
//! of two, which changes no digit. Where they are not, nothing is touched.

use super::Part;
use jiedui_domain::Id;
use jiedui_model::ColumnId;

/// Coefficients of rows outside this range are too small or too large.
const ROW: std::ops::Range<f64> = 1e-8..1e8;
/// The same for what a column can add to the objective.
const OBJECTIVE: std::ops::Range<f64> = 1e-4..1e10;
/// Limits of amounts beyond this are too large.
const LARGEST_AMOUNT: f64 = 1e8;

/// In what a program is counted.
pub(super) struct Units {
    /// By column: how much one unit of the back end's column is; empty where nothing is touched.
    columns: Vec<f64>,
    /// What the objective is multiplied by.
    objective: f64,
}

impl Units {
    /// The units for a part.
    pub(super) fn of(part: &Part<'_>) -> Self {
        if !lies_far_apart(part) {
            return Self {
                columns: Vec::new(),
                objective: 1.0,
            };
        }
        let columns = part.program.columns().iter();
        let columns = columns
            .map(|(_, column)| {
                let limit = column.upper.abs();
                let splits = !column.integer && limit.is_finite() && limit > 0.0;
                if splits { power_of_two(limit) } else { 1.0 }
            })
            .collect();
        let mut units = Self {
            columns,
            objective: 1.0,
        };
        units.objective = units.row(part, part.objective);
        units
    }

    /// How much one unit of a column is.
    pub(super) fn column(&self, column: ColumnId) -> f64 {
        self.columns.get(column.index()).copied().unwrap_or(1.0)
    }

    /// What the objective is multiplied by.
    pub(super) fn objective(&self) -> f64 {
        self.objective
    }

    /// What a row is multiplied by.
    pub(super) fn row(&self, part: &Part<'_>, terms: &[(ColumnId, f64)]) -> f64 {
        if self.columns.is_empty() {
            return 1.0;
        }
        let largest = free(part, terms)
            .map(|(column, coefficient)| (coefficient * self.column(column)).abs())
            .fold(0.0, f64::max);
        if largest > 0.0 {
            1.0 / power_of_two(largest)
        } else {
            1.0
        }
    }
}

fn lies_far_apart(part: &Part<'_>) -> bool {
    let program = part.program;
    let rows = program.rows().values().map(|row| row.terms.as_slice());
    let kept = part.kept.iter().map(|tier| tier.terms.as_slice());
    let is_off = |figure: f64| figure != 0.0 && !ROW.contains(&figure.abs());
    let added = free(part, part.objective).map(|(column, coefficient)| {
        let limit = program.columns()[column].upper.abs();
        coefficient.abs() * if limit.is_finite() { limit } else { 1.0 }
    });
    let added = added.fold(0.0, f64::max);
    let amounts = program.columns().values().map(|column| column.upper);
    amounts
        .into_iter()
        .any(|limit| limit.is_finite() && limit > LARGEST_AMOUNT)
        || (added > 0.0 && !OBJECTIVE.contains(&added))
        || rows
            .chain(kept)
            .any(|terms| free(part, terms).any(|(_, coefficient)| is_off(coefficient)))
}

/// The terms that are not fixed.
fn free<'a>(
    part: &'a Part<'_>,
    terms: &'a [(ColumnId, f64)],
) -> impl Iterator<Item = (ColumnId, f64)> {
    let open = terms.iter().copied();
    open.filter(|(column, _)| part.fixed[*column].is_none())
}

fn power_of_two(figure: f64) -> f64 {
    figure.log2().round().exp2()
}
