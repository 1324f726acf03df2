//! Changes of rows, applied to the tables of a case.

mod picking;

use super::decimal::{Factor, ScaleError, scaled};
use super::filters::{Filter, name_for_code, name_for_code_beyond, resolve};
use super::table_editor::TableEditor;
use super::{CellValue, Change, Condition, Edit, Overlay, Pick, RowEdit, checks};
use crate::interpret::names::Titles;
use crate::number::plain_number;
use crate::policy::Spot;
use crate::policy::section::Problems;
use crate::raw::RawTable;
use crate::tables::{TABLES, TableSchema, table_schema};
use jiedui_diagnostics::{Diagnostic, Location};
use std::slice::from_ref;
use std::sync::Arc;

const DECISIONS: &str = "decisions";

/// Applies the changes of rows, in their order.
///
/// Changed cells and added rows carry the overlay as their origin. An optional table that is not
/// there comes into being with the first row added to it. A change with an error changes nothing.
///
/// *Returns* errors (E0409–E0413, E0416, E0419) and warnings (W0401–W0403), in the order of the changes.
/// *Complexity:* O((rows + changes) log rows) for changes that name a row by the same columns.
pub fn apply_to_tables(overlay: &Overlay, tables: &mut Vec<RawTable>) -> Vec<Diagnostic> {
    apply_knowing(overlay, tables, &Titles::default())
}

/// As [`apply_to_tables`]; a sector's or track's title in the place of its code is told with the code.
pub(crate) fn apply_knowing(
    overlay: &Overlay,
    tables: &mut Vec<RawTable>,
    titles: &Titles,
) -> Vec<Diagnostic> {
    let mut problems = Problems::new();
    for change in &overlay.changes {
        create_table(change, tables);
    }
    let mut editors: Vec<TableEditor<'_>> = tables.iter_mut().map(TableEditor::new).collect();
    let mut misses = 0;
    for change in &overlay.changes {
        let name = match &change.edit {
            Edit::Rows { table, .. } | Edit::AddRow { table, .. } => table.name,
            Edit::Decide { .. } => DECISIONS,
            Edit::Policy { .. } => continue,
        };
        let place = editors.iter().position(|editor| editor.table.name == name);
        let (Some(place), Some(schema)) = (place, table_schema(name)) else {
            checks::check_e0419_no_table(&change.at, name, &mut problems);
            continue;
        };
        let conditions: Vec<&[Condition]> = match &change.edit {
            Edit::Rows { pick, .. } => vec![&pick.conditions],
            Edit::Decide {
                helper, recipient, ..
            } => vec![from_ref(helper), from_ref(recipient)],
            Edit::AddRow { .. } | Edit::Policy { .. } => Vec::new(),
        };
        let misnamed = match &change.edit {
            Edit::Rows { pick, .. } => {
                name_for_code(&mut editors, titles, schema, &pick.conditions)
            }
            Edit::Decide {
                helper, recipient, ..
            } => name_for_code_beyond(&mut editors, titles, schema, [helper, recipient]),
            Edit::AddRow { .. } | Edit::Policy { .. } => None,
        };
        if let Some((condition, name, code)) = misnamed {
            checks::check_e0410_name_for_code(&condition.at, name, &code, &mut problems);
            continue;
        }
        let filters: Vec<_> = conditions
            .into_iter()
            .map(|conditions| resolve(&mut editors, schema, conditions, &mut problems))
            .collect();
        let Some(filters) = filters.into_iter().collect::<Option<Vec<_>>>() else {
            continue;
        };
        let mut applying = Applying {
            editor: &mut editors[place],
            schema,
            at: &change.at,
            misses: &mut misses,
            problems: &mut problems,
        };
        match (&change.edit, filters.as_slice()) {
            (Edit::Rows { pick, edit, .. }, [filters]) => {
                applying.edit_rows(pick, filters, edit);
            }
            (Edit::AddRow { values, .. }, _) => applying.add_row(values),
            (
                Edit::Decide {
                    action,
                    helper,
                    recipient,
                    values,
                },
                [helpers, recipients],
            ) => applying.decide_all(
                *action,
                [(helper, helpers), (recipient, recipients)],
                values,
            ),
            _ => {}
        }
    }
    for editor in editors {
        editor.finish();
    }
    problems
}

/// The table that a new row needs, in the order of the tables.
fn create_table(change: &Change, tables: &mut Vec<RawTable>) {
    let name = match &change.edit {
        Edit::AddRow { table, .. } => table.name,
        Edit::Decide { .. } => DECISIONS,
        Edit::Rows { .. } | Edit::Policy { .. } => return,
    };
    if tables.iter().any(|table| table.name == name) {
        return;
    }
    let Some(schema) = table_schema(name) else {
        return;
    };
    let order = |name: &str| TABLES.iter().position(|table| table.name == name);
    let place = tables.partition_point(|table| order(table.name) < order(name));
    let table = RawTable {
        name: schema.name,
        file: change.at.origin().file,
        columns: schema
            .columns
            .iter()
            .map(|column| column.name.to_owned())
            .collect(),
        headers: Vec::new(),
        header_row: 0,
        rows: Vec::new(),
    };
    tables.insert(place, table);
}

/// One change while it is applied to its table.
pub(super) struct Applying<'a, 't> {
    pub(super) editor: &'a mut TableEditor<'t>,
    pub(super) schema: &'static TableSchema,
    pub(super) at: &'a Spot,
    misses: &'a mut usize,
    pub(super) problems: &'a mut Problems,
}

impl Applying<'_, '_> {
    fn edit_rows(&mut self, pick: &Pick, filters: &[Filter<'_>], edit: &RowEdit) {
        // Columns first: a mistyped column is worth telling even where no row is found.
        let columns_known = match edit {
            RowEdit::Set(values) => self.all_known(values),
            RowEdit::Scale { columns, .. } => {
                let mut all = true;
                for (name, at) in columns {
                    all &= self.column(name, at).is_some();
                }
                all
            }
            RowEdit::Remove => true,
        };
        let rows = self.pick(pick, filters);
        let (true, Some(rows)) = (columns_known, rows) else {
            return;
        };
        match edit {
            RowEdit::Set(values) => self.set(&rows, values),
            RowEdit::Scale { columns, factor } => self.scale(&rows, columns, factor),
            RowEdit::Remove => rows.iter().for_each(|&row| self.editor.remove(row)),
        }
    }

    fn set(&mut self, rows: &[usize], values: &[CellValue]) {
        let mut effect = rows.is_empty();
        for value in values {
            let Some(column) = self.column_or_new(&value.column, &value.column_at) else {
                continue;
            };
            for &row in rows {
                effect |= self
                    .editor
                    .write(row, column, value.text.clone(), &value.at);
            }
        }
        checks::check_w0401_no_effect(self.at, effect, self.problems);
    }

    fn scale(&mut self, rows: &[usize], columns: &[(String, Spot)], factor: &Factor) {
        let mut results = Vec::new();
        for (name, at) in columns {
            let Some(Some(column)) = self.column(name, at) else {
                continue;
            };
            let decimals = if self.editor.table.columns[column] == "fit" {
                9
            } else {
                6
            };
            for &row in rows {
                let text = self.editor.text(row, column);
                if text.is_empty() {
                    continue;
                }
                let result = plain_number(text)
                    .map_err(|_| ScaleError::NotANumber)
                    .and_then(|plain| scaled(&plain, factor.value, decimals));
                match result {
                    Ok(result) => results.push((row, column, result)),
                    Err(ScaleError::NotANumber) => {
                        let place = self.cell_location(row, column);
                        let text = self.editor.text(row, column).to_owned();
                        checks::check_e0412_not_a_number(
                            at,
                            name,
                            &text,
                            Some(place),
                            self.problems,
                        );
                        return;
                    }
                    Err(ScaleError::TooLarge) => {
                        checks::check_e0413_factor(&factor.at, self.problems);
                        return;
                    }
                }
            }
        }
        if results.is_empty() {
            if !rows.is_empty() {
                let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
                let table = self.schema.name;
                checks::check_w0403_only_empty(self.at, &names.join(" / "), table, self.problems);
            }
            return;
        }
        let mut effect = false;
        for (row, column, result) in results {
            effect |= self.editor.write(row, column, result, &factor.at);
        }
        checks::check_w0401_no_effect(self.at, effect, self.problems);
    }

    fn add_row(&mut self, values: &[CellValue]) {
        if !self.all_known(values) {
            return;
        }
        let mut cells = Vec::new();
        for value in values {
            if let Some(column) = self.column_or_new(&value.column, &value.column_at) {
                cells.push((column, value));
            }
        }
        self.editor.add_row(&cells, self.at);
    }

    fn all_known(&mut self, values: &[CellValue]) -> bool {
        let mut all = true;
        for value in values {
            all &= self.column(&value.column, &value.column_at).is_some();
        }
        all
    }

    fn column(&mut self, name: &str, at: &Spot) -> Option<Option<usize>> {
        self.editor.column(self.schema, name, at, self.problems)
    }

    /// The column of a name, added to the table where it leaves it out.
    pub(super) fn column_or_new(&mut self, name: &str, at: &Spot) -> Option<usize> {
        let column = self.column(name, at)?;
        column.or_else(|| {
            let schema = self.schema.column_of_header(name)?;
            Some(self.editor.add_column(schema.name))
        })
    }

    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.editor.position(self.schema, name)
    }

    fn row_location(&self, row: usize) -> Location {
        let origin = self.editor.table.rows.get(row).map(|row| &row.origin);
        origin.map_or_else(
            || Location::file(&self.editor.table.file),
            |origin| Location::row(&origin.file, origin.row),
        )
    }

    pub(super) fn cell_location(&self, row: usize, column: usize) -> Location {
        let changed = self
            .editor
            .table
            .rows
            .get(row)
            .and_then(|row| row.cells.get(column)?.changed_at.as_ref());
        if let Some(origin) = changed {
            return Location::row(&origin.file, origin.row);
        }
        Location {
            column: u32::try_from(column + 1).unwrap_or(0),
            column_name: self
                .editor
                .table
                .columns
                .get(column)
                .map(|name| Arc::from(name.as_str())),
            ..self.row_location(row)
        }
    }
}
