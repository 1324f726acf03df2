//! The rows that a change names, and what is said where it names none or too many.

use super::Applying;
use crate::overlay::filters::Filter;
use crate::overlay::{Pick, checks};
use crate::policy::section::nearest;
use crate::spelling::CodeSet;
use crate::tables::Kind;

/// Looking for the nearest value goes through the whole table, so it is done for the first misses only.
const MISSES_WITH_NEAREST: usize = 20;
/// Rows shown where a key names several.
const ROWS_SHOWN: usize = 5;
impl Applying<'_, '_> {
    /// The rows; `None` where the pick is wrong, which is reported, or meets nothing.
    pub(super) fn pick(&mut self, pick: &Pick, filters: &[Filter<'_>]) -> Option<Vec<usize>> {
        let mut conditions: Vec<(usize, Vec<&str>)> = Vec::new();
        let mut impossible = false;
        let mut known = true;
        for filter in filters {
            let texts: Vec<&str> = filter.texts.iter().map(String::as_str).collect();
            match self.column(filter.column, filter.column_at) {
                Some(Some(column)) => conditions.push((column, texts)),
                // A column that the file leaves out is empty in every row.
                Some(None) => impossible |= !texts.contains(&""),
                None => known = false,
            }
        }
        if !known {
            return None;
        }
        let table = self.schema.name;
        if !pick.one {
            let rows = match impossible {
                true => Vec::new(),
                false => self.editor.rows_with_any(&conditions),
            };
            if rows.is_empty() {
                checks::check_w0402_no_rows(&pick.at, table, self.problems);
                return None;
            }
            return Some(rows);
        }
        let keys = if impossible {
            Vec::new()
        } else {
            combinations(&conditions)
        };
        if keys.is_empty() {
            checks::check_e0410_no_row(pick, table, "none", self.problems);
            return None;
        }
        if !checks::check_e0417_too_many(&pick.at, keys.len(), self.problems) {
            return None;
        }
        let mut rows = Vec::new();
        let mut fits = true;
        for key in &keys {
            let found = self.editor.rows_with(key);
            match found.as_slice() {
                [] => {
                    let near = self.nearest_value(key);
                    checks::check_e0410_no_row(pick, table, &near, self.problems);
                    fits = false;
                }
                [row] => rows.push(*row),
                _ => {
                    let places = found.iter().take(ROWS_SHOWN);
                    let places = places.map(|&row| self.row_location(row)).collect();
                    let count = found.len();
                    checks::check_e0411_several_rows(pick, table, places, count, self.problems);
                    fits = false;
                }
            }
        }
        rows.sort_unstable();
        rows.dedup();
        fits.then_some(rows)
    }

    /// The value nearest to the first condition that no row meets.
    fn nearest_value(&mut self, conditions: &[(usize, &str)]) -> String {
        *self.misses += 1;
        if *self.misses > MISSES_WITH_NEAREST {
            return "none".to_owned();
        }
        for condition in conditions {
            if self.editor.rows_with(&[*condition]).is_empty() {
                let (column, text) = *condition;
                let name = self.editor.table.columns.get(column);
                let schema = name.and_then(|name| self.schema.column(name));
                let known = self.editor.texts(column);
                return match schema.map(|schema| schema.kind) {
                    Some(Kind::Code | Kind::CodeOf(..)) => CodeSet::new(known)
                        .look_alike(text)
                        .map_or("none", |(code, _)| code)
                        .to_owned(),
                    _ => nearest(text, known).to_owned(),
                };
            }
        }
        "none".to_owned()
    }
}

/// One text of each column, in every combination.
fn combinations<'t>(conditions: &[(usize, Vec<&'t str>)]) -> Vec<Vec<(usize, &'t str)>> {
    let mut all = vec![Vec::new()];
    for (column, texts) in conditions {
        let mut longer = Vec::with_capacity(all.len() * texts.len());
        for start in &all {
            for text in texts {
                let mut key: Vec<(usize, &str)> = start.clone();
                key.push((*column, *text));
                longer.push(key);
            }
        }
        all = longer;
    }
    all
}
