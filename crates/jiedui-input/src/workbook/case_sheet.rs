//! The sheet that stands for `case.toml`: one key a row, its value beside it; or the keys as a header
//! with one row below, as the other tables have it.

use super::cell_text::{cell_text, placed};
use super::grid::{CellValue, Grid, GridRow};
use super::header_row::bare_header;
use crate::interpret::info::{KEYS, labelled};
use crate::raw::{RawEntry, RawInfo, RawValue};
use crate::tables::Kind;
use jiedui_diagnostics::{Diagnostic, Location};
use std::sync::Arc;

/// The headings of the two columns; not keys.
const HEADINGS: [&str; 6] = ["项目", "key", "名目", "内容", "value", "填写内容"];

/// What stands beside a label with nothing filled in.
static NOTHING: CellValue = CellValue::Text(String::new());

/// The key that a label means.
pub(crate) fn key_of(label: &str) -> Option<&'static str> {
    let bare = bare_header(label).to_lowercase();
    let bare = bare.split(['（', '(']).next().unwrap_or("");
    let bare = bare.trim_end_matches([':', '：']);
    let chinese = match bare {
        "名称" | "案例名称" | "简称" => Some("name"),
        "年份" | "年度" => Some("year"),
        "标题" | "全称" => Some("title"),
        "货币单位" | "金额单位" => Some("currency"),
        "数据来源" | "来源" => Some("sources"),
        _ => None,
    };
    chinese.or_else(|| KEYS.into_iter().find(|key| *key == bare))
}

/// Reads the keys of the case.
///
/// *Errors:* E0009, E0118 (merged keys), E0119–E0122, E0124; unknown keys are judged later.
pub(crate) fn read_case_sheet(grid: &Grid, problems: &mut Vec<Diagnostic>) -> RawInfo {
    let across = grid.rows.iter().position(|row| {
        let keys = row.cells.iter().filter(|cell| is_key(&cell.value));
        keys.count() >= 2
    });
    let found = match across {
        Some(place) => keys_across(grid, place),
        None => keys_down(grid),
    };
    let rows = grid.rows.iter();
    let height = rows.map(|row| row.number).max().unwrap_or(0);
    let mut info = RawInfo {
        file: Arc::clone(&grid.file),
        lines: vec![String::new(); height as usize],
        row: found.first().map_or(1, |(_, row, ..)| row.number),
        entries: Vec::new(),
    };
    for row in &grid.rows {
        if let Some(line) = info.lines.get_mut(row.number as usize - 1) {
            *line = row.line();
        }
    }
    for (key, row, column, value) in found {
        add_entry(grid, &mut info, (key, row, column, value), problems);
    }
    info
}

/// A key with the place and content of its value.
type Found<'a> = (String, &'a GridRow, u32, &'a CellValue);

fn is_key(value: &CellValue) -> bool {
    key_of(value.shown()).is_some()
}

fn keys_down(grid: &Grid) -> Vec<Found<'_>> {
    let keys = grid.rows.iter().filter_map(|row| row.cells.first());
    // The column of the labels is that of the first known key.
    let labels = keys.into_iter().find(|cell| is_key(&cell.value));
    let labels = labels.map_or(0, |cell| cell.column);
    let mut found = Vec::new();
    let mut key: Option<String> = None;
    for row in &grid.rows {
        if let Some(label) = row.cell(labels).map(CellValue::shown) {
            let is_heading = HEADINGS.contains(&bare_header(label).to_lowercase().as_str());
            let name = key_of(label).map_or_else(|| label.to_owned(), str::to_owned);
            key = (!is_heading).then_some(name);
        }
        // A row without a label goes on with the one above: a further source. Remarks may stand
        // further right.
        let value = row.cell(labels + 1);
        let has_label = row.cell(labels).is_some_and(is_key);
        match (&key, value) {
            (Some(key), Some(value)) => found.push((key.clone(), row, labels + 1, value)),
            // Kept, so that what is missing can be asked for where it belongs.
            (Some(key), None) if has_label => {
                found.push((key.clone(), row, labels + 1, &NOTHING));
            }
            _ => {}
        }
    }
    found
}

fn keys_across(grid: &Grid, place: usize) -> Vec<Found<'_>> {
    let mut rows = grid.rows.iter().skip(place);
    let Some(header) = rows.next() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for cell in &header.cells {
        let label = cell.value.shown();
        let key = key_of(label).map_or_else(|| label.to_owned(), str::to_owned);
        for row in rows.clone() {
            if let Some(value) = row.cell(cell.column) {
                found.push((key.clone(), row, cell.column, value));
            }
        }
    }
    found
}

fn add_entry(
    grid: &Grid,
    info: &mut RawInfo,
    (key, row, column, value): Found<'_>,
    problems: &mut Vec<Diagnostic>,
) {
    let place = Location {
        column_name: Some(Arc::from(key.as_str())),
        ..grid.location(row.number, column)
    };
    let kind = if key == "year" {
        Kind::Year
    } else {
        Kind::Text
    };
    let text = match cell_text(value, kind) {
        Ok(text) => text,
        Err(problem) => {
            problems.push(placed(problem, place, &row.line(), value.shown()));
            return;
        }
    };
    if text.is_empty() {
        if key != "sources" {
            let value = RawValue::Text(text);
            info.entries.push(RawEntry {
                key,
                value,
                row: row.number,
                column: column.saturating_add(1),
            });
        }
        return;
    }
    let earlier = info.entries.iter_mut().find(|entry| entry.key == key);
    if let Some(earlier) = earlier {
        match &mut earlier.value {
            RawValue::Texts(texts) => texts.push(text),
            _ => {
                let first = grid.location(earlier.row, earlier.column.saturating_sub(1));
                problems.push(check_e0124_key_twice(&key, place, first, row));
            }
        }
        return;
    }
    let value = match key.as_str() {
        "sources" => RawValue::Texts(vec![text]),
        "year" => match crate::number::plain_number(&text) {
            Ok(plain) if plain.bytes().all(|byte| byte.is_ascii_digit()) => {
                RawValue::Whole(plain.into_owned())
            }
            _ => RawValue::Whole(text),
        },
        _ => RawValue::Text(text),
    };
    info.entries.push(RawEntry {
        key,
        value,
        row: row.number,
        column: column.saturating_add(1),
    });
}

/// E0124: a key of the case with two values.
fn check_e0124_key_twice(key: &str, place: Location, first: Location, row: &GridRow) -> Diagnostic {
    Diagnostic::new("E0124")
        .at(place)
        .related_to(first)
        .showing(row.line(), "")
        .with("key", labelled(key))
}
