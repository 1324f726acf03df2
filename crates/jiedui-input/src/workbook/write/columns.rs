//! Which columns a sheet has, and how they are headed.

use super::{Names, Wording};
use crate::raw::RawCase;
use crate::tables::{Kind, Presence, TABLES, TableSchema};
use jiedui_diagnostics::column_letters;
use jiedui_domain::Policy;

/// A column of a sheet.
pub(super) struct Column {
    /// As in `data.md`, or an indicator.
    pub(super) name: String,
    pub(super) header: String,
    pub(super) kind: Kind,
    pub(super) is_required: bool,
    /// The key of its note.
    pub(super) note: String,
}

/// A table as a sheet.
pub(super) struct Layout {
    pub(super) schema: &'static TableSchema,
    pub(super) sheet: String,
    pub(super) columns: Vec<Column>,
}

impl Layout {
    /// The cells of a column below the header, as a formula names them.
    pub(super) fn cells_of(&self, column: &str, rows: u32) -> Option<String> {
        let place = self.columns.iter().position(|other| other.name == column)?;
        let letters = column_letters(u32::try_from(place + 1).unwrap_or(0));
        Some(format!("='{}'!${letters}$2:${letters}${rows}", self.sheet))
    }
}

/// Every table, with all columns: those of `data.md`, the policy's indicators, then whatever else the
/// case has.
pub(super) fn layouts(case: &RawCase, policy: &Policy, wording: &Wording<'_>) -> Vec<Layout> {
    let layout = |schema: &'static TableSchema| {
        let own = schema.columns.iter().map(|column| column.name.to_owned());
        let mut names: Vec<String> = own.collect();
        if schema.name == "places" {
            names.extend(policy.fit.indicators.iter().cloned());
        }
        let known: Vec<&str> = schema.all_columns().map(|column| column.name).collect();
        let extra = case
            .table(schema.name)
            .into_iter()
            .flat_map(|table| &table.columns);
        let extra = extra.filter(|name| !name.is_empty() && !known.contains(&name.as_str()));
        for name in extra {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        names.extend(["basis".to_owned(), "source".to_owned()]);
        let columns = names.into_iter().map(|name| column(schema, name, wording));
        Layout {
            schema,
            sheet: wording.pick(schema.chinese, schema.name).to_owned(),
            columns: columns.collect(),
        }
    };
    TABLES.iter().map(layout).collect()
}

fn column(schema: &'static TableSchema, name: String, wording: &Wording<'_>) -> Column {
    let Some(known) = schema.column(&name) else {
        return Column {
            header: name.clone(),
            name,
            kind: Kind::Number(""),
            is_required: false,
            note: "template-note-indicator".to_owned(),
        };
    };
    Column {
        header: header(known.name, known.chinese, known.kind, wording),
        kind: known.kind,
        is_required: known.presence == Presence::Required,
        note: note_key(schema.name, &name),
        name,
    }
}

/// The Chinese name with its unit, or the name of `data.md`.
fn header(name: &str, chinese: &[&str], kind: Kind, wording: &Wording<'_>) -> String {
    let unit = match kind {
        Kind::Number(unit) | Kind::Signed(unit) => unit,
        _ => "",
    };
    match (wording.names, chinese.first()) {
        (Names::Chinese, Some(first)) if unit.is_empty() => (*first).to_owned(),
        (Names::Chinese, Some(first)) => format!("{first}（{unit}）"),
        _ => name.to_owned(),
    }
}

/// Columns of one name mean the same in every table, but for these.
fn note_key(table: &str, column: &str) -> String {
    let column_key = column.replace('_', "-");
    match column {
        "id" | "name" | "amount" => format!("template-note-{table}-{column_key}"),
        _ => format!("template-note-{column_key}"),
    }
}
