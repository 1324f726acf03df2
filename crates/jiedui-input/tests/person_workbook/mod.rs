//! The tiny case as a workbook that a person might keep: titles, notes, sheets in any order.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses its part; a test that cannot make its fixture should stop"
)]

use crate::base_case::{base, text};
use jiedui_diagnostics::Diagnostic;
use jiedui_input::{CaseSource, Loaded, NamedText, load};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A cell as a person leaves it.
#[derive(Clone, Debug)]
pub enum Cell {
    Blank,
    Text(String),
    Number(f64),
    /// A number under a percentage format.
    Percentage(f64),
    Day(u16, u8, u8),
    Boolean(bool),
    /// Formula and its last result.
    Formula(&'static str, &'static str),
}

pub fn text_cell(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// A sheet; rows from the first on.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub name: String,
    pub rows: Vec<Vec<Cell>>,
    /// First row, first column, last row, last column, from 0.
    pub merged: Vec<(u32, u16, u32, u16)>,
    pub is_hidden: bool,
}

/// The sheets of the tiny case.
#[derive(Clone, Debug)]
pub struct Book {
    pub sheets: Vec<Sheet>,
}

const SHEETS: [(&str, &str); 5] = [
    ("places.csv", "县域"),
    ("recipients.csv", "受扶地"),
    ("helpers.csv", "帮扶方"),
    ("needs.csv", "需求"),
    ("supply.csv", "供给"),
];

impl Book {
    /// The base case, with Chinese sheet names; numbers as numbers, codes as a spreadsheet takes them
    /// when they are typed: as numbers too.
    pub fn base() -> Self {
        let files = base();
        let mut sheets = vec![Sheet {
            name: "案例".to_owned(),
            rows: vec![
                vec![text_cell("名称"), text_cell("base")],
                vec![text_cell("年份"), Cell::Number(2025.0)],
                vec![text_cell("标题"), text_cell("基础案例")],
                vec![text_cell("货币单位"), text_cell("万元")],
            ],
            ..Sheet::default()
        }];
        for (file, name) in SHEETS {
            let csv = text(&files, file);
            let rows = csv.lines().map(|line| {
                line.split(',')
                    .map(|cell| match cell.parse::<f64>() {
                        Ok(number) => Cell::Number(number),
                        Err(_) if cell.is_empty() => Cell::Blank,
                        Err(_) => text_cell(cell),
                    })
                    .collect()
            });
            sheets.push(Sheet {
                name: name.to_owned(),
                rows: rows.collect(),
                ..Sheet::default()
            });
        }
        Self { sheets }
    }

    pub fn sheet(&mut self, name: &str) -> &mut Sheet {
        self.sheets
            .iter_mut()
            .find(|sheet| sheet.name == name)
            .unwrap()
    }

    /// Puts a cell where the spreadsheet would show it, e.g. `C4`.
    pub fn set(&mut self, sheet: &str, place: &str, cell: Cell) {
        let column = usize::from(place.as_bytes()[0] - b'A');
        let row: usize = place[1..].parse().unwrap();
        let rows = &mut self.sheet(sheet).rows;
        while rows.len() < row {
            rows.push(Vec::new());
        }
        let cells = &mut rows[row - 1];
        while cells.len() <= column {
            cells.push(Cell::Blank);
        }
        cells[column] = cell;
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        for sheet in &self.sheets {
            let page = book.add_worksheet();
            page.set_name(&sheet.name).unwrap();
            page.set_hidden(sheet.is_hidden);
            for (top, left, bottom, right) in &sheet.merged {
                page.merge_range(*top, *left, *bottom, *right, "", &Format::new())
                    .unwrap();
            }
            for (row, cells) in sheet.rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    let place = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
                    write(page, place, cell);
                }
            }
        }
        book.save_to_buffer().unwrap()
    }

    pub fn load(&self) -> Result<Loaded, Vec<Diagnostic>> {
        load_workbook(self.bytes())
    }
}

fn write(page: &mut rust_xlsxwriter::Worksheet, (row, column): (u32, u16), cell: &Cell) {
    let day = Format::new().set_num_format("yyyy/m/d");
    match cell {
        Cell::Blank => page,
        Cell::Text(text) => page.write_string(row, column, text).unwrap(),
        Cell::Number(number) => page.write_number(row, column, *number).unwrap(),
        Cell::Percentage(number) => {
            let percent = Format::new().set_num_format("0%");
            page.write_number_with_format(row, column, *number, &percent)
                .unwrap()
        }
        Cell::Boolean(value) => page.write_boolean(row, column, *value).unwrap(),
        Cell::Day(year, month, of_month) => {
            let date = ExcelDateTime::from_ymd(*year, *month, *of_month).unwrap();
            page.write_datetime_with_format(row, column, &date, &day)
                .unwrap()
        }
        Cell::Formula(formula, result) => page
            .write_formula(row, column, Formula::new(*formula).set_result(*result))
            .unwrap(),
    };
}

/// Loads a workbook under the policy of the base case.
pub fn load_workbook(bytes: Vec<u8>) -> Result<Loaded, Vec<Diagnostic>> {
    let policy = text(&base(), "policy.toml");
    let policy = NamedText {
        name: "policy.toml",
        text: &policy,
    };
    let source = CaseSource::WorkbookInMemory("年度表.xlsx".to_owned(), bytes);
    load(&source, policy, &[])
}

/// The workbook with one part changed, or added.
pub fn with_part(bytes: &[u8], part: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    let mut found = false;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        if name == part {
            found = true;
            content = change(std::str::from_utf8(&content).unwrap()).into_bytes();
        }
        written
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        written.write_all(&content).unwrap();
    }
    if !found {
        written
            .start_file(part, SimpleFileOptions::default())
            .unwrap();
        written.write_all(change("").as_bytes()).unwrap();
    }
    written.finish().unwrap().into_inner()
}
