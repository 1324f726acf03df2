//! A workbook that a script fills in cell by cell, as a person would.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses its part; a test that cannot make its fixture should stop"
)]

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// An open workbook: its parts, and what has been typed so far.
pub struct Filled {
    parts: Vec<(String, Vec<u8>)>,
    typed: BTreeMap<String, BTreeMap<u32, BTreeMap<char, String>>>,
}

impl Filled {
    pub fn open(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let parts = (0..archive.len()).map(|index| {
            let mut entry = archive.by_index(index).unwrap();
            let name = entry.name().unwrap().into_owned();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            (name, content)
        });
        Self {
            parts: parts.collect(),
            typed: BTreeMap::new(),
        }
    }

    /// Types into a cell, e.g. `需求`, `C4`. A number becomes a number.
    pub fn set(&mut self, sheet: &str, cell: &str, text: &str) {
        let column = cell.chars().next().unwrap();
        let row: u32 = cell[1..].parse().unwrap();
        let rows = self.typed.entry(sheet.to_owned()).or_default();
        rows.entry(row).or_default().insert(column, text.to_owned());
    }

    /// Types rows below each other from the first column on; an empty text leaves the cell empty.
    pub fn rows(&mut self, sheet: &str, first: u32, rows: &[&[&str]]) {
        for (number, cells) in (first..).zip(rows) {
            for (column, text) in ('A'..='Z').zip(*cells) {
                if !text.is_empty() {
                    self.set(sheet, &format!("{column}{number}"), text);
                }
            }
        }
    }

    pub fn save(&self, path: &Path) {
        let order = self.text("xl/workbook.xml");
        let mut written = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.parts {
            let sheet = self.typed.iter().find(|(sheet, _)| {
                let before = order.split(&format!("<sheet name=\"{sheet}\"")).next();
                let place = before.unwrap().matches("<sheet ").count() + 1;
                *name == format!("xl/worksheets/sheet{place}.xml")
            });
            let options = SimpleFileOptions::default();
            written.start_file(name.clone(), options).unwrap();
            match sheet {
                Some((_, rows)) => {
                    let xml = std::str::from_utf8(content).unwrap();
                    written.write_all(typed_into(xml, rows).as_bytes()).unwrap();
                }
                None => written.write_all(content).unwrap(),
            }
        }
        std::fs::write(path, written.finish().unwrap().into_inner()).unwrap();
    }

    fn text(&self, part: &str) -> &str {
        let (_, content) = self.parts.iter().find(|(name, _)| name == part).unwrap();
        std::str::from_utf8(content).unwrap()
    }
}

/// The sheet with the cells in it: in the place of an empty cell that is there, else in rows of their
/// own below those that are.
fn typed_into(xml: &str, rows: &BTreeMap<u32, BTreeMap<char, String>>) -> String {
    let mut xml = xml.to_owned();
    let mut below = String::new();
    for (row, cells) in rows {
        let mut fresh = String::new();
        for (column, text) in cells {
            let place = format!("{column}{row}");
            let content = match text.parse::<f64>() {
                Ok(_) => format!("><v>{text}</v></c>"),
                Err(_) => format!(" t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(text)),
            };
            match xml.find(&format!("<c r=\"{place}\"")) {
                Some(start) => {
                    let end = start + xml[start..].find('>').unwrap() + 1;
                    assert!(xml[..end].ends_with("/>"), "{place} is filled in already");
                    xml.replace_range(start..end, &format!("<c r=\"{place}\"{content}"));
                }
                None => fresh.push_str(&format!("<c r=\"{place}\"{content}")),
            }
        }
        if !fresh.is_empty() {
            below.push_str(&format!("<row r=\"{row}\">{fresh}</row>"));
        }
    }
    assert!(xml.contains("</sheetData>"));
    xml.replacen("</sheetData>", &format!("{below}</sheetData>"), 1)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
