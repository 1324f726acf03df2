//! A workbook to the raw tables of a case.

use super::case_sheet::read_case_sheet;
use super::grid::{Book, Grid, read_grid};
use super::package::{check_e0014_damaged, check_package};
use super::sheets::{
    Role, check_e0107_empty_sheet, check_e0114_two_sheets, check_e0116_unknown_sheet,
    check_w0002_hidden_sheet, mark_unreadable, role,
};
use super::table::read_table;
use crate::interpret::info::CASE_SHEET;
use crate::raw::RawCase;
use crate::read::mark_all_unreadable;
use crate::tables::{Presence, TABLES};
use calamine::{Reader, SheetType, SheetVisible, Xlsx};
use jiedui_diagnostics::{Diagnostic, Severity, sheet_name};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Bytes of all texts of a workbook, each cell counted.
const MAX_TEXT: usize = 256 * 1024 * 1024;

/// Reads every sheet that is a table of a case, and the sheet of the case itself.
pub(crate) fn read_workbook(
    name: &Arc<str>,
    bytes: Vec<u8>,
    raw: &mut RawCase,
    problems: &mut Vec<Diagnostic>,
) {
    raw.workbook = Some(Arc::clone(name));
    let grids = check_package(name, &bytes).and_then(|()| {
        // A damaged file may trip the parser underneath; that is the file's fault, and is told so.
        catch_unwind(AssertUnwindSafe(|| read_grids(name, &bytes)))
            .unwrap_or_else(|_| Err(check_e0014_damaged(name)))
    });
    match grids {
        Ok((grids, found)) => {
            problems.extend(found);
            for sheet in grids {
                read_sheet(sheet, raw, problems);
            }
            // In the order of data.md, whatever the order of the sheets.
            let place = |name: &str| TABLES.iter().position(|table| table.name == name);
            raw.tables.sort_by_key(|table| place(table.name));
        }
        Err(problem) => {
            mark_all_unreadable(raw);
            problems.push(problem);
        }
    }
    raw.files.push((name.to_string(), bytes));
}

/// A sheet that is to be read.
struct SheetFound {
    role: Role,
    grid: Result<Grid, Diagnostic>,
}

fn read_grids(
    name: &Arc<str>,
    bytes: &[u8],
) -> Result<(Vec<SheetFound>, Vec<Diagnostic>), Diagnostic> {
    let mut book: Book<'_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|_| check_e0014_damaged(name))?;
    let mut found = Vec::new();
    let mut problems = Vec::new();
    let mut seen: Vec<(&'static str, Arc<str>)> = Vec::new();
    let mut text_left = MAX_TEXT;
    let sheets = book.sheets_metadata().to_vec();
    if sheets.is_empty() {
        return Err(check_e0014_damaged(name));
    }
    for sheet in sheets {
        let file = sheet_name(name, &sheet.name);
        let role = role(&sheet.name);
        if sheet.typ != SheetType::WorkSheet || matches!(role, Role::ForPeople) {
            continue;
        }
        if sheet.visible != SheetVisible::Visible {
            problems.push(check_w0002_hidden_sheet(&file, &sheet.name));
            continue;
        }
        let table = match role {
            Role::Case => Some(("case", CASE_SHEET)),
            Role::Table(schema) => Some((schema.name, schema.chinese)),
            Role::ForPeople | Role::Unknown => None,
        };
        if let Some((table, chinese)) = table {
            if let Some((_, first)) = seen.iter().find(|(other, _)| *other == table) {
                problems.push(check_e0114_two_sheets(&file, first, chinese));
                continue;
            }
            seen.push((table, Arc::clone(&file)));
        }
        let grid = read_grid(&mut book, name, &sheet.name, &file, &mut text_left);
        match (&role, &grid) {
            // The empty sheets that a new workbook comes with.
            (Role::Unknown, Ok(grid)) if grid.rows.is_empty() => {}
            (Role::Unknown, _) => problems.push(check_e0116_unknown_sheet(&file, &sheet.name)),
            _ => found.push(SheetFound { role, grid }),
        }
    }
    Ok((found, problems))
}

fn read_sheet(sheet: SheetFound, raw: &mut RawCase, problems: &mut Vec<Diagnostic>) {
    let grid = match sheet.grid {
        Ok(grid) => grid,
        Err(problem) => {
            problems.push(problem);
            mark_unreadable(raw, sheet.role);
            return;
        }
    };
    if grid.rows.is_empty() {
        let is_needed = match sheet.role {
            Role::Table(schema) => schema.presence == Presence::Required,
            _ => true,
        };
        if is_needed {
            problems.push(check_e0107_empty_sheet(&grid.file));
            mark_unreadable(raw, sheet.role);
        }
        return;
    }
    let mut found = Vec::new();
    match sheet.role {
        Role::Case => raw.info = Some(read_case_sheet(&grid, &mut found)),
        Role::Table(schema) => match read_table(schema, &grid, &mut found) {
            Some(table) => {
                let is_incomplete = found
                    .iter()
                    .any(|problem| problem.severity() == Severity::Error);
                if is_incomplete {
                    raw.incomplete.push(schema.name);
                }
                raw.tables.push(table);
            }
            None => raw.unreadable.push(schema.name),
        },
        Role::ForPeople | Role::Unknown => {}
    }
    problems.append(&mut found);
}
