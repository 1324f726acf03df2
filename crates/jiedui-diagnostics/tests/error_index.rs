//! `docs/errors.md` is the error index of the catalogue, and nothing else.
//!
//! After a change of the catalogue: `JIEDUI_UPDATE_DOCS=1 cargo test -p jiedui-diagnostics`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiedui_diagnostics::{CODES, index_entry};
use jiedui_messages::Lang;
use std::fmt::Write;
use std::path::PathBuf;

const HEAD: &str = "\
# Error index

What each code means and what to do. `jiedui explain-code E0301` prints the same entry. E is an error, W a
warning. An error in the input stops a run before anything is written; a warning does not. A code never changes its meaning
and is never used again.

This page is written by a test from the message catalogue; do not edit it.
";

/// The two digits after the letter → what the codes are about.
const RANGES: [(&str, &str); 10] = [
    ("00", "Reading files · 读取文件"),
    ("01", "Structure of tables · 表格结构"),
    ("02", "Values of cells · 单元格数值"),
    ("03", "References between tables · 表间引用"),
    ("04", "Overlays and scenario sets · 情景文件和情景集"),
    ("05", "Policy · 政策文件"),
    ("06", "Candidates · 可选的结对"),
    ("07", "Outcome · 求解结果"),
    (
        "08",
        "Verification: always a defect of this program · 核验（均为程序缺陷）",
    ),
    ("09", "Run folders and reports · 结果目录与报告"),
];

fn rendered() -> String {
    let mut page = HEAD.to_owned();
    for (range, title) in RANGES {
        write!(page, "\n## {range} {title}\n").unwrap();
        for code in CODES.iter().filter(|code| code[1..].starts_with(range)) {
            let zh = index_entry(code, Lang::Zh).unwrap();
            let en = index_entry(code, Lang::En).unwrap();
            write!(page, "\n### {code}\n\n{zh}\n\n{en}\n").unwrap();
        }
    }
    page
}

#[test]
fn error_index_of_the_book_is_that_of_the_catalogue() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/errors.md");
    let page = rendered();
    if std::env::var_os("JIEDUI_UPDATE_DOCS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = found.lines().zip(page.lines()).position(|(a, b)| a != b);
    assert!(
        found == page,
        "docs/errors.md is not up to date (line {}); run with JIEDUI_UPDATE_DOCS=1",
        differs.unwrap_or_else(|| found.lines().count().min(page.lines().count())) + 1
    );
}

#[test]
fn every_code_belongs_to_a_range_of_the_index() {
    let page = rendered();
    for code in CODES {
        assert!(page.contains(&format!("\n### {code}\n")), "{code}");
    }
}
