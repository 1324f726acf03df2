//! E01: which tables and columns are there.

use super::cells::is_known_column;
use super::view::TableView;
use crate::raw::RawCase;
use crate::spelling::nearest;
use crate::tables::{ColumnSchema, Presence, TABLES, TableSchema};
use jiedui_diagnostics::{Diagnostic, Location, split_sheet_name};
use jiedui_domain::{FitMethod, Policy};

pub(crate) fn check(raw: &RawCase, policy: &Policy, problems: &mut Vec<Diagnostic>) {
    for schema in TABLES {
        match raw.table(schema.name) {
            None => check_e0101_missing_table(schema, raw, policy, problems),
            Some(table) => {
                let view = TableView::new(table);
                let mistyped = check_e0103_unknown_column(schema, view, policy, problems);
                check_e0102_missing_column(schema, view, &mistyped, problems);
                if !raw.incomplete.contains(&schema.name) {
                    check_e0108_empty_table(schema, view, problems);
                }
                check_e0311_missing_indicator(view, policy, problems);
            }
        }
    }
}

/// E0101: a table that a case needs is missing. Needs and supply may be, where the policy has no sectors.
fn check_e0101_missing_table(
    schema: &TableSchema,
    raw: &RawCase,
    policy: &Policy,
    problems: &mut Vec<Diagnostic>,
) {
    let of_sectors = matches!(schema.name, "needs" | "supply");
    let needed =
        schema.presence == Presence::Required && !(of_sectors && policy.sectors.is_empty());
    if needed && !raw.unreadable.contains(&schema.name) {
        let problem = match &raw.workbook {
            Some(workbook) => Diagnostic::new("E0101")
                .at(Location::file(workbook))
                .with("kind", "workbook"),
            None => Diagnostic::new("E0101").at(Location::file(&schema.file().into())),
        };
        problems.push(problem.with("table", schema.chinese));
    }
}

/// E0102: a column that a table needs is missing, and no mistyped header stands for it.
fn check_e0102_missing_column(
    schema: &TableSchema,
    view: TableView<'_>,
    mistyped: &[&str],
    problems: &mut Vec<Diagnostic>,
) {
    let required = schema
        .columns
        .iter()
        .filter(|column| column.presence == Presence::Required);
    for column in required {
        let is_mistyped = mistyped
            .iter()
            .any(|name| *name == column.name || column.chinese.contains(name));
        if is_mistyped || view.column(column.name).is_some() {
            continue;
        }
        problems.push(
            view.header_problem("E0102", None)
                .with("value", column.name)
                .with("chinese", column.chinese.first().copied().unwrap_or("")),
        );
    }
}

/// E0103: a column that no table of this kind has; further columns of places are those of the policy.
///
/// *Returns* the names that were probably meant.
fn check_e0103_unknown_column<'a>(
    schema: &TableSchema,
    view: TableView<'_>,
    policy: &'a Policy,
    problems: &mut Vec<Diagnostic>,
) -> Vec<&'a str> {
    let mut meant = Vec::new();
    for (position, name) in view.table.columns.iter().enumerate() {
        let is_indicator = schema.name == "places" && policy.fit.indicators.contains(name);
        if name.is_empty() || is_indicator || is_known_column(schema.name, name) {
            continue;
        }
        let columns = schema.all_columns();
        let mut known: Vec<&'a str> = columns
            .flat_map(|column| std::iter::once(column.name).chain(column.chinese.iter().copied()))
            .collect();
        if schema.name == "places" {
            known.extend(policy.fit.indicators.iter().map(String::as_str));
        }
        let is_sheet = split_sheet_name(&view.table.file).is_some();
        let shown = |column: &'static ColumnSchema| match column.chinese.first() {
            Some(chinese) if is_sheet => chinese,
            _ => column.name,
        };
        let allowed: Vec<&str> = schema.all_columns().map(shown).collect();
        let near = nearest(name, known);
        meant.extend(near);
        problems.push(
            view.header_problem("E0103", Some(position))
                .with("value", name)
                .with("nearest", near.unwrap_or("none"))
                .with("allowed", allowed.join(", ")),
        );
    }
    meant
}

/// E0108: a table without which there is nothing to assign has no row.
fn check_e0108_empty_table(
    schema: &TableSchema,
    view: TableView<'_>,
    problems: &mut Vec<Diagnostic>,
) {
    let must_have_rows = matches!(schema.name, "places" | "recipients" | "helpers");
    if must_have_rows && view.table.rows.is_empty() {
        problems.push(
            Diagnostic::new("E0108")
                .at(Location::file(&view.table.file))
                .with("table", schema.chinese),
        );
    }
}

/// E0311: the policy computes fits from an indicator that the table of places does not have.
fn check_e0311_missing_indicator(
    view: TableView<'_>,
    policy: &Policy,
    problems: &mut Vec<Diagnostic>,
) {
    if view.table.name != "places" || policy.fit.method != FitMethod::Industry {
        return;
    }
    for name in &policy.fit.indicators {
        if view.column(name).is_none() {
            problems.push(view.header_problem("E0311", None).with("value", name));
        }
    }
}
