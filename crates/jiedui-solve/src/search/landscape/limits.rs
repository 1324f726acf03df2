//! The rows that limit which pairs are formed and nothing else: changes allowed, loads.

use jiedui_domain::RuleFamily;
use jiedui_model::{ColumnId, Program, Row, RowFamily, RowKey};
use std::collections::BTreeMap;

pub(super) struct PairLimits {
    /// (lower, upper) of each row.
    pub(super) bounds: Vec<(f64, f64)>,
    /// Per pair: its entries, as (row, coefficient).
    entries: BTreeMap<ColumnId, Vec<(usize, f64)>>,
}

impl PairLimits {
    pub(super) fn read(program: &Program) -> Self {
        let mut read = Self {
            bounds: Vec::new(),
            entries: BTreeMap::new(),
        };
        for row in program.rows().values().filter(|row| limits_pairs_only(row)) {
            for (column, coefficient) in &row.terms {
                let entries = read.entries.entry(*column).or_default();
                entries.push((read.bounds.len(), *coefficient));
            }
            read.bounds.push((row.lower, row.upper));
        }
        read
    }

    pub(super) fn entries_of(&self, pair: ColumnId) -> Vec<(usize, f64)> {
        self.entries.get(&pair).cloned().unwrap_or_default()
    }
}

/// Quotas of helpers are the matching's own, and budgets speak of help.
fn limits_pairs_only(row: &Row) -> bool {
    matches!(row.key, RowKey::Helper(_) | RowKey::Track(_))
        && match row.family {
            RowFamily::Rule(family) => {
                !matches!(family, RuleFamily::HelperQuota | RuleFamily::Budget)
            }
            RowFamily::Measure(_) => false,
        }
}
