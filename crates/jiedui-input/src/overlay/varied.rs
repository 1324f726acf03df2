//! Cells whose figures are uncertain: which they are, and the changes that move them.

use super::conditions::conditions;
use super::decimal::Factor;
use super::filters::{name_for_code, resolve};
use super::table_editor::TableEditor;
use super::{Change, Condition, Edit, Pick, RowEdit, Wanted, checks};
use crate::interpret::names::Titles;
use crate::policy::Spot;
use crate::policy::document::Node;
use crate::policy::section::Problems;
use crate::raw::RawTable;
use crate::tables::{Kind, TableSchema};
use jiedui_domain::Fit;

/// A column of some rows, whose figures are known only so well.
#[derive(Clone, Debug)]
pub(crate) struct Variation {
    pub(crate) table: &'static TableSchema,
    pub(crate) conditions: Vec<Condition>,
    pub(crate) column: String,
    pub(crate) column_at: Spot,
    pub(crate) at: Spot,
    /// Largest relative deviation, above 0 and at most 1.
    pub(crate) by: f64,
}

/// One uncertain cell.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    /// Columns that name the row, with their texts.
    pub(crate) key: Vec<(&'static str, String)>,
}

impl Variation {
    /// The table that a word means. *Errors:* E0408.
    pub(crate) fn table(
        at: &Spot,
        word: &str,
        problems: &mut Problems,
    ) -> Option<&'static TableSchema> {
        checks::check_e0408_unknown_table(at, word, problems)
    }

    /// Which rows; all where nothing is said. *Errors:* E0406, E0422.
    pub(crate) fn conditions(
        node: Option<&Node>,
        problems: &mut Problems,
    ) -> Option<Vec<Condition>> {
        node.map_or(Some(Vec::new()), |node| conditions("where", node, problems))
    }
}

/// The cells that a variation moves, in the order of the table; empty cells and zeros stay.
///
/// *Errors:* E0409, E0410, E0419, E0425, W0402.
pub(crate) fn cells(
    variation: &Variation,
    tables: &mut [RawTable],
    titles: &Titles,
    problems: &mut Problems,
) -> Vec<Cell> {
    let schema = variation.table;
    let mut editors: Vec<TableEditor<'_>> = tables.iter_mut().map(TableEditor::new).collect();
    let place = editors
        .iter()
        .position(|editor| editor.table.name == schema.name);
    let Some(place) = place else {
        checks::check_e0419_no_table(&variation.at, schema.name, problems);
        return Vec::new();
    };
    let misnamed = name_for_code(&mut editors, titles, schema, &variation.conditions);
    if let Some((condition, name, code)) = misnamed {
        checks::check_e0410_name_for_code(&condition.at, name, &code, problems);
        return Vec::new();
    }
    let Some(filters) = resolve(&mut editors, schema, &variation.conditions, problems) else {
        return Vec::new();
    };
    let editor = &mut editors[place];
    let column = editor.column(schema, &variation.column, &variation.column_at, problems);
    let mut wanted = Vec::new();
    for filter in &filters {
        let Some(found) = editor.column(schema, filter.column, filter.column_at, problems) else {
            return Vec::new();
        };
        let texts: Vec<&str> = filter.texts.iter().map(String::as_str).collect();
        match found {
            Some(found) => wanted.push((found, texts)),
            None if texts.contains(&"") => {}
            None => wanted.push((usize::MAX, vec!["no cell has this text"])),
        }
    }
    let Some(column) = column else {
        return Vec::new();
    };
    let rows = editor.rows_with_any(&wanted);
    let keys: Vec<(&'static str, usize)> = key_columns(schema)
        .into_iter()
        .filter_map(|name| Some((name, editor.position(schema, name)?)))
        .collect();
    let found: Vec<Cell> = rows
        .into_iter()
        .filter(|&row| {
            let text = column.map_or("", |column| editor.text(row, column));
            !text.is_empty() && text.parse() != Ok(0.0)
        })
        .map(|row| Cell {
            key: keys
                .iter()
                .map(|(name, column)| (*name, editor.text(row, *column).to_owned()))
                .collect(),
        })
        .collect();
    if found.is_empty() {
        checks::check_w0402_no_rows(&variation.at, schema.name, problems);
    }
    found
}

/// The columns that name a row of the table.
fn key_columns(schema: &'static TableSchema) -> Vec<&'static str> {
    let first = schema.columns.first();
    if let Some(first) = first.filter(|first| first.kind == Kind::Code || first.name == "id") {
        return vec![first.name];
    }
    let codes = schema
        .columns
        .iter()
        .filter(|column| matches!(column.kind, Kind::CodeOf(..) | Kind::Sector | Kind::Track));
    codes.map(|column| column.name).collect()
}

/// The change that multiplies one cell.
pub(crate) fn varied(variation: &Variation, cell: &Cell, factor: Fit) -> Change {
    let at = &variation.at;
    let conditions = cell.key.iter().map(|(column, text)| Condition {
        column: (*column).to_owned(),
        column_at: at.clone(),
        wanted: Wanted::Texts(vec![text.clone()]),
        at: at.clone(),
    });
    Change {
        at: at.clone(),
        edit: Edit::Rows {
            table: variation.table,
            pick: Pick {
                one: true,
                conditions: conditions.collect(),
                at: at.clone(),
            },
            edit: RowEdit::Scale {
                columns: vec![(variation.column.clone(), variation.column_at.clone())],
                factor: Factor {
                    value: factor,
                    at: at.clone(),
                },
            },
        },
    }
}
