//! From what a solver returns to what people can sign: amounts in steps of 0.01, whole units where the
//! sector is whole, every rule still holding.
//!
//! All figures of a case are decimals with six places at most, so rows are checked in integers:
//! coefficients in millionths, amounts in hundredths.

use crate::error::SolveError;
use jiedui_domain::{Id, IdVec, RuleFamily};
use jiedui_model::{ColumnId, ColumnKind, Program, RowFamily};

const MILLION: f64 = 1e6;
/// Values this close below a step count as the step: solver noise, not a real remainder.
const NOISE: f64 = 1e-5;

struct IntegerRow {
    terms: Vec<(ColumnId, i128)>,
    lower: Option<i128>,
    upper: Option<i128>,
}

struct Rounding<'a> {
    program: &'a Program,
    rows: Vec<IntegerRow>,
    rows_of: IdVec<ColumnId, Vec<usize>>,
    activity: Vec<i128>,
    /// Hundredths of the unit; for pairs 0 or 100.
    amount: IdVec<ColumnId, i128>,
    capacity: IdVec<ColumnId, i128>,
}

/// Rounds pairs and help in place; the other columns are left to [`Program::complete`].
///
/// *Errors:* [`SolveError::Rounding`] if some rule cannot be met in steps of 0.01.
pub fn round_to_steps(program: &Program, values: &mut [f64]) -> Result<(), SolveError> {
    let mut rounding = Rounding::new(program, values);
    let remainders = rounding.cut(values);
    rounding.lower_overfull();
    rounding.give_back(remainders);
    rounding.lift_underfull()?;
    for (column, amount) in rounding.amount.iter() {
        if is_decided(program, column) {
            values[column.index()] = *amount as f64 / 100.0;
        }
    }
    Ok(())
}

fn is_decided(program: &Program, column: ColumnId) -> bool {
    matches!(
        program.columns()[column].kind,
        ColumnKind::Pair(_) | ColumnKind::Help(..)
    )
}

fn step(program: &Program, column: ColumnId) -> i128 {
    if program.columns()[column].integer {
        100
    } else {
        1
    }
}

/// Millionths, upwards unless the figure is a decimal with six places up to float noise.
pub(crate) fn millionths(value: f64) -> i128 {
    let scaled = value * MILLION;
    let nearest = scaled.round();
    let exact = (scaled - nearest).abs() <= 1e-3_f64.max(nearest.abs() * 1e-12);
    (if exact { nearest } else { scaled.ceil() }) as i128
}

impl<'a> Rounding<'a> {
    fn new(program: &'a Program, values: &[f64]) -> Self {
        let mut rows = Vec::new();
        let mut rows_of = IdVec::filled(Vec::new(), program.columns().len());
        for row in program.rows().values() {
            let RowFamily::Rule(family) = row.family else {
                continue;
            };
            if family == RuleFamily::Activation {
                continue;
            }
            let live = |column: ColumnId| match program.columns()[column].kind {
                ColumnKind::Help(arc, _) => program.arcs()[arc]
                    .pair
                    .is_none_or(|pair| values[pair.index()] > 0.5),
                ColumnKind::Pair(_) => values[column.index()] > 0.5,
                _ => false,
            };
            let has_help = row.terms.iter().any(|(column, _)| {
                matches!(program.columns()[*column].kind, ColumnKind::Help(..)) && live(*column)
            });
            if !has_help {
                continue;
            }
            let terms: Vec<(ColumnId, i128)> = row
                .terms
                .iter()
                .filter(|(column, _)| live(*column))
                .map(|(column, coefficient)| (*column, -millionths(-coefficient)))
                .collect();
            let balance = family == RuleFamily::NeedBalance;
            for (column, _) in &terms {
                rows_of[*column].push(rows.len());
            }
            rows.push(IntegerRow {
                terms,
                lower: (row.lower.is_finite() && !balance).then(|| millionths(row.lower) * 100),
                // Cutting an upper bound is the safe side.
                upper: row.upper.is_finite().then(|| -millionths(-row.upper) * 100),
            });
        }
        let capacity = program.columns().map(|id, column| {
            let hundredths = (column.upper.min(1e12) * MILLION).round() as i128 / 10_000;
            hundredths - hundredths % step(program, id)
        });
        Self {
            program,
            activity: vec![0; rows.len()],
            rows,
            rows_of,
            amount: IdVec::filled(0, program.columns().len()),
            capacity,
        }
    }

    /// Sets every amount to the step below; returns what was cut off, largest first.
    fn cut(&mut self, values: &[f64]) -> Vec<ColumnId> {
        let mut remainders: Vec<(f64, ColumnId)> = Vec::new();
        for column in self.program.columns().ids() {
            let value = values[column.index()].max(0.0);
            match self.program.columns()[column].kind {
                ColumnKind::Pair(_) => self.set(column, if value > 0.5 { 100 } else { 0 }),
                ColumnKind::Help(arc, _) => {
                    let formed = self.program.arcs()[arc]
                        .pair
                        .is_none_or(|pair| values[pair.index()] > 0.5);
                    if formed {
                        let step = step(self.program, column);
                        let steps = value * 100.0 / step as f64;
                        let whole = (steps + NOISE).floor();
                        let amount = (whole as i128 * step).min(self.capacity[column]);
                        self.set(column, amount);
                        if steps - whole > NOISE {
                            remainders.push((steps - whole, column));
                        }
                    }
                }
                _ => {}
            }
        }
        remainders.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        remainders.into_iter().map(|(_, column)| column).collect()
    }

    fn set(&mut self, column: ColumnId, amount: i128) {
        let change = amount - self.amount[column];
        self.amount[column] = amount;
        for row in &self.rows_of[column] {
            let coefficient = self.rows[*row]
                .terms
                .iter()
                .find(|(known, _)| *known == column);
            self.activity[*row] += coefficient.map_or(0, |(_, coefficient)| coefficient * change);
        }
    }

    fn fits(&self, row: usize) -> bool {
        self.rows[row]
            .upper
            .is_none_or(|upper| self.activity[row] <= upper)
    }

    /// Counting noise as a step may overfill a row by a step: take steps back.
    fn lower_overfull(&mut self) {
        for row in 0..self.rows.len() {
            let help: Vec<ColumnId> = self.help_in(row);
            let mut next = 0;
            while !self.fits(row) && next < help.len() {
                let column = help[next];
                if self.amount[column] > 0 {
                    self.set(column, self.amount[column] - step(self.program, column));
                } else {
                    next += 1;
                }
            }
        }
    }

    fn help_in(&self, row: usize) -> Vec<ColumnId> {
        let is_help =
            |column: ColumnId| matches!(self.program.columns()[column].kind, ColumnKind::Help(..));
        self.rows[row]
            .terms
            .iter()
            .map(|(column, _)| *column)
            .filter(|column| is_help(*column))
            .collect()
    }

    /// Adds one step if every row still fits.
    fn raise(&mut self, column: ColumnId) -> bool {
        let step = step(self.program, column);
        if self.amount[column] + step > self.capacity[column] {
            return false;
        }
        self.set(column, self.amount[column] + step);
        if self.rows_of[column].iter().all(|row| self.fits(*row)) {
            return true;
        }
        self.set(column, self.amount[column] - step);
        false
    }

    /// Adds one step and takes one from another amount in every row that it overfills, where no lower
    /// bound suffers: the step that rounding gave to the wrong one of two.
    fn raise_against_another(&mut self, column: ColumnId) -> bool {
        let step_up = step(self.program, column);
        if self.amount[column] + step_up > self.capacity[column] {
            return false;
        }
        let mut before = vec![(column, self.amount[column])];
        self.set(column, self.amount[column] + step_up);
        for row in self.rows_of[column].clone() {
            if self.fits(row) {
                continue;
            }
            let others = self.help_in(row);
            let giver = others
                .into_iter()
                .filter(|other| *other != column)
                .find(|other| {
                    let amount = self.amount[*other];
                    let step_down = step(self.program, *other);
                    if amount < step_down {
                        return false;
                    }
                    self.set(*other, amount - step_down);
                    let spares =
                        self.fits(row) && self.rows_of[*other].iter().all(|own| self.holds(*own));
                    self.set(*other, amount);
                    spares
                });
            let Some(giver) = giver else { break };
            before.push((giver, self.amount[giver]));
            self.set(giver, self.amount[giver] - step(self.program, giver));
        }
        if self.rows_of[column].iter().all(|row| self.fits(*row)) {
            return true;
        }
        for (known, amount) in before.into_iter().rev() {
            self.set(known, amount);
        }
        false
    }

    fn holds(&self, row: usize) -> bool {
        let lower = self.rows[row].lower;
        lower.is_none_or(|lower| self.activity[row] >= lower)
    }

    fn give_back(&mut self, remainders: Vec<ColumnId>) {
        for column in remainders {
            self.raise(column);
        }
    }

    /// A row with a lower bound may have lost a step too many: raise what it holds.
    fn lift_underfull(&mut self) -> Result<(), SolveError> {
        for row in 0..self.rows.len() {
            let Some(lower) = self.rows[row].lower else {
                continue;
            };
            let help = self.help_in(row);
            while self.activity[row] < lower {
                let lifted = help.iter().any(|column| self.raise(*column))
                    || help
                        .iter()
                        .any(|column| self.raise_against_another(*column));
                if !lifted {
                    return Err(SolveError::Rounding);
                }
            }
        }
        Ok(())
    }
}
