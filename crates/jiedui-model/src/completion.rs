//! Values of expressions, and the values of columns that follow from pairs and help.

use crate::program::{ColumnId, ColumnKind, Program, Row, RowFamily, RowKey};
use jiedui_domain::{Id, Measure, RuleFamily};

impl Program {
    /// Σ coefficient × value.
    ///
    /// `values` holds one value per column, by id. *Determinism:* summed in the order of the terms.
    pub fn evaluate(&self, terms: &[(ColumnId, f64)], values: &[f64]) -> f64 {
        terms
            .iter()
            .map(|(column, coefficient)| coefficient * values[column.index()])
            .sum()
    }

    /// Sets every column that follows from pairs and help to its best value.
    ///
    /// Given the values of the `Pair` and `Help` columns, sets `Unmet` to what is left of the need,
    /// `Extreme` to the least (or greatest) of the rows that define it, and fills the segments of
    /// φ in order, which is best because φ is concave. Values are cut to the columns' bounds.
    ///
    /// `values` holds one value per column, by id.
    pub fn complete(&self, values: &mut [f64]) {
        for row in self.rows.values() {
            if row.family != RowFamily::Rule(RuleFamily::NeedBalance) {
                break;
            }
            let Some(((unmet, _), given)) = row.terms.split_last() else {
                continue;
            };
            values[unmet.index()] =
                self.within_bounds(*unmet, row.upper - self.evaluate(given, values));
        }
        let rows = self.rows.as_slice();
        let start = rows.partition_point(|row| matches!(row.family, RowFamily::Rule(_)));
        for rows in rows[start..].chunk_by(|a, b| definition_of(a) == definition_of(b)) {
            self.complete_measure(rows, values);
        }
    }

    /// `rows` are all the rows that define the measure of one objective.
    fn complete_measure(&self, rows: &[Row], values: &mut [f64]) {
        let Some(RowFamily::Measure(measure)) = rows.first().map(|row| row.family) else {
            return;
        };
        if measure == Measure::Equity {
            for row in rows {
                self.fill_segments(row, values);
            }
            return;
        }
        // The extreme's column comes after all others, so it is the last of each row.
        let parts = rows.iter().filter_map(|row| row.terms.split_last());
        let Some((extreme, _)) = parts.clone().next().map(|(extreme, _)| *extreme) else {
            return;
        };
        let parts = parts.map(|(_, part)| self.evaluate(part, values));
        let best = match measure {
            // The row reads t − part ≥ 0.
            Measure::EffortBalance => parts.map(|part| -part).reduce(f64::max),
            // The row reads part − t ≥ 0.
            _ => parts.reduce(f64::min),
        };
        if let Some(best) = best {
            values[extreme.index()] = self.within_bounds(extreme, best);
        }
    }

    /// The row reads Σ segments − coverage = 0, segments last and in order.
    fn fill_segments(&self, row: &Row, values: &mut [f64]) {
        let segments = row.terms.partition_point(|(column, _)| {
            !matches!(self.columns[*column].kind, ColumnKind::EquitySegment(..))
        });
        let (coverage, segments) = row.terms.split_at(segments);
        let mut left = -self.evaluate(coverage, values);
        for (segment, _) in segments {
            let filled = self.within_bounds(*segment, left);
            values[segment.index()] = filled;
            left -= filled;
        }
    }

    fn within_bounds(&self, column: ColumnId, value: f64) -> f64 {
        let column = &self.columns[column];
        value.max(column.lower).min(column.upper)
    }
}

/// The measure and the objective that a row helps to define.
fn definition_of(row: &Row) -> (RowFamily, Option<usize>) {
    let objective = match row.key {
        RowKey::ObjectiveRecipient(objective, _) | RowKey::ObjectiveHelper(objective, _) => {
            Some(objective)
        }
        _ => None,
    };
    (row.family, objective)
}
