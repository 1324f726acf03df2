//! What a plan is worth in every tier, kept up to date when few columns change.

use crate::curve::along;
use jiedui_domain::{Id, Measure};
use jiedui_model::{ColumnId, ColumnKind, Program, RowFamily, Tier};
use std::collections::BTreeMap;

/// How the rows that define a measure make its value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// The least over the rows.
    Least,
    /// The greatest over the rows.
    Greatest,
    /// The sum of a curve's heights over the rows.
    Curves,
}

/// A measure that rows define, within its tier.
struct Defined {
    shape: Shape,
    tier: usize,
    /// Weight of the extreme in the tier.
    weight: f64,
    /// Bounds of the extreme.
    bounds: (f64, f64),
    /// Its rows.
    rows: Vec<usize>,
}

/// One defining row: the value of its expression in the plan, and its curve.
struct Expression {
    defined: usize,
    value: f64,
    /// (length, height per unit) of the segments.
    segments: Vec<(f64, f64)>,
}

/// Tier values around one plan.
pub(crate) struct Measures {
    /// By column: coefficients in the tiers.
    linear: Vec<Vec<(usize, f64)>>,
    /// By column: coefficients in the expressions.
    entries: Vec<Vec<(usize, f64)>>,
    expressions: Vec<Expression>,
    defined: Vec<Defined>,
    /// Value of each tier in the plan.
    base: Vec<f64>,
}

impl Measures {
    /// Reads the tiers around a plan; `None` if one of them speaks of something that does not follow from
    /// pairs and help row by row.
    pub(crate) fn new(program: &Program, tiers: &[&Tier], values: &[f64]) -> Option<Self> {
        let columns = program.columns();
        let mut read = Self {
            linear: vec![Vec::new(); columns.len()],
            entries: vec![Vec::new(); columns.len()],
            expressions: Vec::new(),
            defined: Vec::new(),
            base: Vec::new(),
        };
        // Columns that rows define: where they count, and for how much.
        let mut counted: BTreeMap<ColumnId, (usize, f64)> = BTreeMap::new();
        for (index, tier) in tiers.iter().enumerate() {
            for (column, coefficient) in &tier.terms {
                match columns[*column].kind {
                    ColumnKind::Pair(_) | ColumnKind::Help(..) => {
                        read.linear[column.index()].push((index, *coefficient));
                    }
                    ColumnKind::Extreme(_) | ColumnKind::EquitySegment(..) => {
                        counted.insert(*column, (index, *coefficient));
                    }
                    ColumnKind::Unmet(..) => return None,
                }
            }
            read.base.push(program.evaluate(&tier.terms, values));
        }
        let mut by_extreme: BTreeMap<ColumnId, usize> = BTreeMap::new();
        for row in program.rows().values() {
            let RowFamily::Measure(measure) = row.family else {
                continue;
            };
            read.read_row(
                program,
                measure,
                &row.terms,
                &counted,
                &mut by_extreme,
                values,
            )?;
        }
        Some(read)
    }

    fn read_row(
        &mut self,
        program: &Program,
        measure: Measure,
        terms: &[(ColumnId, f64)],
        counted: &BTreeMap<ColumnId, (usize, f64)>,
        by_extreme: &mut BTreeMap<ColumnId, usize>,
        values: &[f64],
    ) -> Option<()> {
        let columns = program.columns();
        let (mut own, mut auxiliary) = (Vec::new(), Vec::new());
        for (column, coefficient) in terms {
            match columns[*column].kind {
                ColumnKind::Pair(_) | ColumnKind::Help(..) => own.push((*column, *coefficient)),
                ColumnKind::Extreme(_) | ColumnKind::EquitySegment(..) => {
                    auxiliary.push((*column, *coefficient));
                }
                ColumnKind::Unmet(..) => return None,
            }
        }
        let index = self.expressions.len();
        let (first, _) = *auxiliary.first()?;
        // The sign with which the row's own terms make the expression.
        let sign = match measure {
            Measure::Equity | Measure::EffortBalance => -1.0,
            _ => 1.0,
        };
        let (shape, segments) = match measure {
            Measure::Equity => {
                let segments = auxiliary.iter().map(|(column, _)| {
                    let slope = counted.get(column).map_or(0.0, |(_, slope)| *slope);
                    (columns[*column].upper, slope)
                });
                (Shape::Curves, segments.collect())
            }
            Measure::EffortBalance => (Shape::Greatest, Vec::new()),
            _ => (Shape::Least, Vec::new()),
        };
        let counts = auxiliary.iter().find_map(|(column, _)| counted.get(column));
        let Some((tier, weight)) = counts.copied() else {
            // No tier asks for it.
            return Some(());
        };
        let defined = match shape {
            Shape::Curves => {
                self.defined.push(Defined {
                    shape,
                    tier,
                    weight: 1.0,
                    bounds: (f64::NEG_INFINITY, f64::INFINITY),
                    rows: Vec::new(),
                });
                self.defined.len() - 1
            }
            _ => *by_extreme.entry(first).or_insert_with(|| {
                let column = columns[first];
                self.defined.push(Defined {
                    shape,
                    tier,
                    weight,
                    bounds: (column.lower, column.upper),
                    rows: Vec::new(),
                });
                self.defined.len() - 1
            }),
        };
        self.defined[defined].rows.push(index);
        for (column, coefficient) in &own {
            self.entries[column.index()].push((index, sign * coefficient));
        }
        self.expressions.push(Expression {
            defined,
            value: sign * program.evaluate(&own, values),
            segments,
        });
        Some(())
    }

    /// The tiers' values when columns differ from the plan by these hundredths.
    pub(crate) fn after(&self, changes: &[(ColumnId, i64)]) -> Vec<f64> {
        let mut values = self.base.clone();
        let mut moved: BTreeMap<usize, f64> = BTreeMap::new();
        for (column, hundredths) in changes {
            let step = *hundredths as f64 / 100.0;
            for (tier, coefficient) in &self.linear[column.index()] {
                values[*tier] += coefficient * step;
            }
            for (expression, coefficient) in &self.entries[column.index()] {
                *moved.entry(*expression).or_insert(0.0) += coefficient * step;
            }
        }
        let mut touched: Vec<usize> = moved
            .keys()
            .map(|index| self.expressions[*index].defined)
            .collect();
        touched.sort_unstable();
        touched.dedup();
        for index in touched {
            let defined = &self.defined[index];
            let before = self.height(defined, &BTreeMap::new());
            let after = self.height(defined, &moved);
            values[defined.tier] += defined.weight * (after - before);
        }
        values
    }

    fn height(&self, defined: &Defined, moved: &BTreeMap<usize, f64>) -> f64 {
        let rows = defined.rows.iter();
        let value =
            |row: &usize| self.expressions[*row].value + moved.get(row).copied().unwrap_or(0.0);
        let (lower, upper) = defined.bounds;
        match defined.shape {
            Shape::Least => {
                let least = rows.map(value).fold(f64::INFINITY, f64::min);
                least.max(lower).min(upper)
            }
            Shape::Greatest => {
                let greatest = rows.map(value).fold(f64::NEG_INFINITY, f64::max);
                greatest.max(lower).min(upper)
            }
            Shape::Curves => rows
                .map(|row| along(&self.expressions[*row].segments, value(row)))
                .sum(),
        }
    }
}
