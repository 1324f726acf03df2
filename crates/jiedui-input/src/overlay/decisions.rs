//! Locks and bans: new rows of the table of decisions, one a pair.

use super::filters::Filter;
use super::row_changes::Applying;
use super::{CellValue, Condition, checks};
use crate::policy::Spot;
use crate::tables::{Kind, action_of};
use jiedui_domain::DecisionAction;

impl Applying<'_, '_> {
    /// A decision for each pair of a helper and a recipient that are meant.
    pub(super) fn decide_all(
        &mut self,
        action: DecisionAction,
        sides: [(&Condition, &Vec<Filter<'_>>); 2],
        values: &[CellValue],
    ) {
        let mut named: Vec<Vec<&str>> = Vec::new();
        for (condition, filters) in sides {
            let texts: Vec<&str> = filters
                .iter()
                .flat_map(|filter| filter.texts.iter().map(String::as_str))
                .collect();
            if texts.is_empty() {
                let referred = filters
                    .first()
                    .and_then(|filter| self.schema.column_of_header(filter.column));
                let table = match referred.map(|column| column.kind) {
                    Some(Kind::CodeOf(table, _)) => table,
                    _ => self.schema.name,
                };
                checks::check_w0402_no_rows(&condition.at, table, self.problems);
                return;
            }
            named.push(texts);
        }
        let [helpers, recipients] = named.as_slice() else {
            return;
        };
        let count = helpers.len().saturating_mul(recipients.len());
        if !checks::check_e0417_too_many(self.at, count, self.problems) {
            return;
        }
        let mut effect = false;
        for helper in helpers {
            for recipient in recipients {
                let pair = [(sides[0].0, *helper), (sides[1].0, *recipient)];
                effect |= self.decide(action, pair, values);
            }
        }
        checks::check_w0401_no_effect(self.at, effect, self.problems);
    }

    /// One decision; `false` where it was taken already.
    fn decide(
        &mut self,
        action: DecisionAction,
        pair: [(&Condition, &str); 2],
        values: &[CellValue],
    ) -> bool {
        let [(_, helper), (_, recipient)] = pair;
        let keys: Option<Vec<(usize, &str)>> = pair
            .iter()
            .map(|(condition, text)| Some((self.position(&condition.column)?, *text)))
            .collect();
        let rows = keys.map_or_else(Vec::new, |keys| self.editor.rows_with(&keys));
        let action_column = self.position("action");
        for row in rows {
            let decided = action_column.map_or("", |column| self.editor.text(row, column));
            let decided = action_of(decided);
            if decided == Some(action) {
                return false;
            }
            if decided.is_some() {
                let other = self.cell_location(row, action_column.unwrap_or(0));
                let (at, code) = (self.at, action.code());
                let problems = &mut *self.problems;
                checks::check_e0416_lock_and_forbid(at, helper, recipient, code, other, problems);
                return true;
            }
        }
        let own = |column: &str, column_at: &Spot, text: &str, at: &Spot| CellValue {
            column: column.to_owned(),
            column_at: column_at.clone(),
            text: text.to_owned(),
            at: at.clone(),
        };
        let mut all = vec![own("action", self.at, action.code(), self.at)];
        all.extend(pair.map(|(condition, text)| {
            own(&condition.column, &condition.column_at, text, &condition.at)
        }));
        all.extend(values.iter().cloned());
        let mut cells = Vec::new();
        for value in &all {
            if let Some(column) = self.column_or_new(&value.column, &value.column_at) {
                cells.push((column, value));
            }
        }
        self.editor.add_row(&cells, self.at);
        true
    }
}
