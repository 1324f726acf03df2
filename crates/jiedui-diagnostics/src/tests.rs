#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot read its own output should stop"
)]

use crate::{
    CODES, Diagnostic, Location, SHOWN_AT_MOST, Severity, Summary, column_letters, render_human,
    render_json, sheet_name, sort, split_sheet_name,
};
use jiedui_messages::{Lang, catalogue};
use std::collections::BTreeSet;
use std::sync::Arc;
use unicode_width::UnicodeWidthStr;

const CATALOGUES: [&str; 2] = [
    include_str!("../../jiedui-messages/catalogue/zh/diagnostics.ftl"),
    include_str!("../../jiedui-messages/catalogue/en/diagnostics.ftl"),
];

fn at(row: u32, column: u32, line: &str, mark: &str) -> Diagnostic {
    Diagnostic::new("E0301")
        .at(Location {
            file: Arc::from("needs.csv"),
            row,
            column,
            column_name: Some(Arc::from("recipient")),
        })
        .showing(line, mark)
        .with("value", mark)
        .with("table", "recipients.csv")
        .with("hint", "letter-o")
        .with("nearest", "513300")
}

#[test]
fn every_code_has_title_help_and_entry_in_both_languages() {
    let mut missing = Vec::new();
    for lang in Lang::ALL {
        for code in CODES {
            for key in [
                (*code).to_owned(),
                format!("{code}-help"),
                format!("{code}-long"),
            ] {
                if !catalogue(lang).has(&key) {
                    missing.push(format!("{}: {key}", lang.code()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "missing texts: {missing:?}");
}

#[test]
fn every_coded_text_belongs_to_a_registered_code() {
    for file in CATALOGUES {
        for line in file.lines() {
            let Some((key, _)) = line.split_once(" =") else {
                continue;
            };
            let code = key.split('-').next().unwrap_or("");
            let is_code = code.len() == 5
                && code.starts_with(['E', 'W'])
                && code[1..].bytes().all(|byte| byte.is_ascii_digit());
            assert!(
                !is_code || CODES.contains(&code),
                "{code} is not registered"
            );
        }
    }
}

#[test]
fn codes_are_unique_and_well_formed() {
    let unique: BTreeSet<_> = CODES.iter().collect();
    assert_eq!(unique.len(), CODES.len());
    for code in CODES {
        assert!(code.len() == 5 && code.starts_with(['E', 'W']), "{code}");
    }
}

#[test]
fn human_shows_place_line_mark_and_action() {
    let text = render_human(
        &[at(14, 1, "5133O0,health,120", "5133O0")],
        Lang::En,
        false,
        100,
    );
    assert!(text.starts_with("error[E0301]: "), "{text}");
    assert!(text.contains("--> needs.csv:14:1"), "{text}");
    assert!(text.contains("14 | 5133O0,health,120"), "{text}");
    assert!(text.contains("^^^^^^ "), "{text}");
    assert!(text.contains("\nhelp: "), "{text}");
    assert!(!text.contains('\u{1b}'), "plain text must carry no colour");
    let coloured = render_human(
        &[at(14, 1, "5133O0,health,120", "5133O0")],
        Lang::En,
        true,
        100,
    );
    assert!(coloured.contains('\u{1b}'));
}

#[test]
fn human_underline_stands_below_wide_characters() {
    let line = "成都市,产业发展,１２万";
    let text = render_human(&[at(3, 3, line, "１２万")], Lang::Zh, false, 100);
    let shown = text.lines().find(|shown| shown.contains(line)).unwrap();
    let under = text.lines().find(|shown| shown.contains('^')).unwrap();
    let before = shown.split("１２万").next().unwrap();
    let marked = under.split('^').next().unwrap();
    assert_eq!(before.width(), marked.width(), "{text}");
    assert_eq!(under.matches('^').count(), "１２万".width(), "{text}");
}

#[test]
fn human_marks_the_named_cell_when_cells_repeat() {
    let text = render_human(&[at(2, 3, "5,\"5,5\",5", "5")], Lang::En, false, 100);
    let under = text.lines().find(|shown| shown.contains('^')).unwrap();
    let shown = text.lines().find(|shown| shown.starts_with("2 |")).unwrap();
    assert_eq!(under.find('^'), shown.rfind('5'), "{text}");
}

#[test]
fn human_values_cannot_steer_the_terminal() {
    let hostile = at(2, 1, "x\u{1b}[2Jy,1", "x\u{1b}[2Jy");
    let text = render_human(&[hostile], Lang::Zh, false, 100);
    assert!(!text.contains('\u{1b}'), "{text:?}");
}

#[test]
fn human_long_list_says_how_many_more() {
    let many = vec![at(1, 1, "a", "a"); SHOWN_AT_MOST + 7];
    let text = render_human(&many, Lang::En, false, 100);
    assert_eq!(text.matches("error[E0301]").count(), SHOWN_AT_MOST);
    assert!(
        text.trim_end().lines().last().unwrap().contains('7'),
        "{text}"
    );
}

#[test]
fn json_has_one_object_a_line_with_every_field() {
    let whole_file = Diagnostic::new("W0301").at(Location::file(&Arc::from("needs.csv")));
    let text = render_json(&[at(14, 1, "5133O0,x", "5133O0"), whole_file], Lang::Zh);
    let lines: Vec<serde_json::Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["code"], "E0301");
    assert_eq!(lines[0]["severity"], "error");
    assert_eq!(lines[0]["row"], 14);
    assert_eq!(lines[0]["column_name"], "recipient");
    assert_eq!(lines[0]["values"]["nearest"], "513300");
    assert_eq!(lines[1]["severity"], "warning");
    assert!(lines[1]["row"].is_null());
}

#[test]
fn place_in_a_workbook_names_sheet_and_cell() {
    let mut problem = at(14, 28, "513332,industry,-5", "-5")
        .related_to(Location::row(&sheet_name("用工表.xlsx", "需求"), 3));
    if let Some(location) = &mut problem.location {
        location.file = sheet_name("用工表.xlsx", "需求");
    }
    let text = render_human(std::slice::from_ref(&problem), Lang::Zh, false, 100);
    assert!(text.contains("--> 用工表.xlsx [需求]!AB14\n"), "{text}");
    assert!(text.contains("用工表.xlsx [需求]!A3\n"), "{text}");
    let json: serde_json::Value = serde_json::from_str(&render_json(&[problem], Lang::Zh)).unwrap();
    assert_eq!(json["file"], "用工表.xlsx");
    assert_eq!(json["sheet"], "需求");
    assert_eq!(json["cell"], "AB14");
    assert_eq!(json["related"][0]["cell"], "A3");
    // A file that only looks alike is none.
    assert_eq!(split_sheet_name("假设 [二].toml"), None);
    assert_eq!(split_sheet_name("需求.csv [甲]"), None);
    let letters: Vec<_> = [1, 26, 27, 702, 703].map(column_letters).into();
    assert_eq!(letters, ["A", "Z", "AA", "ZZ", "AAA"]);
}

#[test]
fn sort_goes_by_file_row_column_code() {
    let file = |name: &str, row| Diagnostic::new("E0112").at(Location::row(&Arc::from(name), row));
    let mut list = vec![
        at(3, 2, "", ""),
        file("places.csv", 1),
        at(3, 1, "", ""),
        file("needs.csv", 2),
        Diagnostic::new("E0704"),
    ];
    sort(&mut list);
    let order: Vec<_> = list
        .iter()
        .map(|d| {
            d.location
                .as_ref()
                .map(|l| (l.file.to_string(), l.row, l.column))
        })
        .collect();
    assert_eq!(
        order,
        [
            None,
            Some(("needs.csv".to_owned(), 2, 0)),
            Some(("needs.csv".to_owned(), 3, 1)),
            Some(("needs.csv".to_owned(), 3, 2)),
            Some(("places.csv".to_owned(), 1, 0)),
        ]
    );
}

#[test]
fn summary_counts_by_severity() {
    let list = [
        Diagnostic::new("E0001"),
        Diagnostic::new("W0001"),
        Diagnostic::new("W0301"),
    ];
    assert_eq!(
        Summary::of(&list),
        Summary {
            errors: 1,
            warnings: 2
        }
    );
    assert_eq!(list[0].severity(), Severity::Error);
    assert!(Summary::of(&list).text(Lang::Zh).contains('2'));
}

#[test]
fn human_sentences_keep_to_the_width() {
    let gap = "1.15 个百分点（比例类目标）、8.89%（其他目标）";
    let long = Diagnostic::new("W0701").with("gap", gap);
    let listed = Diagnostic::new("E0404")
        .with("value", "colour")
        .with(
            "allowed",
            "action / table / key / where / values / column / columns / factor",
        )
        .with("nearest", "none");
    for lang in Lang::ALL {
        for width in [60, 80] {
            let text = render_human(&[long.clone(), listed.clone()], lang, false, width);
            for line in text.lines() {
                assert!(line.width() <= width, "{line}");
            }
            assert!(text.contains("8.89%"), "{text}");
        }
    }
}
