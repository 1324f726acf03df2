//! The linear expressions behind floors and curves, with the needs and supplies that limit help.

use super::recipients::Recipients;
use jiedui_domain::{RecipientId, RuleFamily};
use jiedui_model::{ColumnId, ColumnKind, Program, RowFamily, RowKey};
use std::collections::BTreeMap;

/// The linear expressions per recipient behind floors and curves, read off the measure rows.
pub(super) struct Expressions {
    /// Objective → expression.
    index: BTreeMap<usize, usize>,
    /// Per expression: coefficient of each pair and help column (each belongs to one recipient).
    terms: Vec<BTreeMap<ColumnId, f64>>,
    /// Per expression: its recipients.
    speaks_of: Vec<Vec<RecipientId>>,
    /// Need balance: the need behind each help column.
    need: BTreeMap<ColumnId, f64>,
    /// Sector supply: what the helper behind each help column has, where that binds over its pairs.
    supply: BTreeMap<ColumnId, f64>,
}

impl Expressions {
    pub(super) fn read(program: &Program) -> Self {
        let mut read = Self {
            index: BTreeMap::new(),
            terms: Vec::new(),
            speaks_of: Vec::new(),
            need: BTreeMap::new(),
            supply: BTreeMap::new(),
        };
        for row in program.rows().values() {
            match (row.family, row.key) {
                (RowFamily::Measure(_), RowKey::ObjectiveRecipient(objective, recipient)) => {
                    let next = read.terms.len();
                    let expression = *read.index.entry(objective).or_insert(next);
                    if expression == next {
                        read.terms.push(BTreeMap::new());
                        read.speaks_of.push(Vec::new());
                    }
                    read.speaks_of[expression].push(recipient);
                    let auxiliary = row.terms.iter().find(|(column, _)| {
                        matches!(
                            program.columns()[*column].kind,
                            ColumnKind::Extreme(_) | ColumnKind::EquitySegment(..)
                        )
                    });
                    let sign = auxiliary.map_or(1.0, |(_, coefficient)| -1.0 / coefficient);
                    for (column, coefficient) in &row.terms {
                        if matches!(
                            program.columns()[*column].kind,
                            ColumnKind::Pair(_) | ColumnKind::Help(..)
                        ) {
                            read.terms[expression].insert(*column, sign * coefficient);
                        }
                    }
                }
                (RowFamily::Rule(RuleFamily::NeedBalance), _) => {
                    for (column, _) in &row.terms {
                        read.need.insert(*column, row.upper);
                    }
                }
                (RowFamily::Rule(RuleFamily::SectorSupply), _) => {
                    for (column, _) in &row.terms {
                        read.supply.insert(*column, row.upper);
                    }
                }
                _ => {}
            }
        }
        read
    }

    /// The expression of an objective.
    pub(super) fn of(&self, objective: usize) -> Option<usize> {
        self.index.get(&objective).copied()
    }

    /// What a pair, or a unit of help, adds to an expression.
    pub(super) fn coefficient(&self, expression: usize, column: ColumnId) -> f64 {
        self.terms[expression].get(&column).copied().unwrap_or(0.0)
    }

    /// Per expression: its recipients, as indices.
    pub(super) fn speaks_of(&self, recipients: &Recipients) -> Vec<Vec<usize>> {
        let known = self.speaks_of.iter();
        known.map(|known| recipients.indices_of(known)).collect()
    }

    pub(super) fn supply_of(&self, column: ColumnId) -> f64 {
        self.supply.get(&column).copied().unwrap_or(f64::INFINITY)
    }

    pub(super) fn count(&self) -> usize {
        self.terms.len()
    }

    pub(super) fn need_of(&self, program: &Program, column: ColumnId) -> f64 {
        self.need
            .get(&column)
            .copied()
            .unwrap_or(program.columns()[column].upper)
    }
}
