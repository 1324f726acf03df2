//! Names that try to break out of a terminal or a Markdown table.

use super::{small, widest};
use crate::terminal::{explain_helper, explain_pair, explain_recipient, summary};
use crate::{Depth, markdown};
use jiedui_explain::Dossier;
use jiedui_messages::Lang;

const NASTY: &str = "x\u{1b}[2J\u{1b}]0;owned\u{7}\u{202e}|<script>alert(1)</script>`a`*b*_c_\n# d\r\u{9b}31m[l](javascript:x)\\";

fn hostile() -> Dossier {
    let mut dossier = small();
    for entry in &mut dossier.recipients {
        entry.name = format!("{}{NASTY}", entry.code);
        entry.prefecture = NASTY.to_owned();
    }
    for entry in &mut dossier.helpers {
        entry.name = NASTY.to_owned();
        for supply in &mut entry.supply {
            supply.fact.file = NASTY.to_owned();
        }
    }
    for track in &mut dossier.tracks {
        track.title.zh = NASTY.to_owned();
        track.title.en = NASTY.to_owned();
        track.clause = Some(NASTY.to_owned());
    }
    for sector in &mut dossier.sectors {
        sector.title.zh = NASTY.to_owned();
        sector.title.en = NASTY.to_owned();
    }
    for pair in &mut dossier.pairs {
        pair.clauses = vec![NASTY.to_owned()];
        if let Some(decision) = &mut pair.locked {
            decision.reason = NASTY.to_owned();
            decision.author = Some(NASTY.to_owned());
        }
        for fact in &mut pair.facts {
            fact.file = NASTY.to_owned();
            fact.source = Some(NASTY.to_owned());
        }
    }
    dossier.run.case_title = NASTY.to_owned();
    dossier.run.policy_title.zh = NASTY.to_owned();
    dossier.run.sources = vec![NASTY.to_owned()];
    dossier.run.digests[0].name = NASTY.to_owned();
    dossier
}

fn assert_no_control(text: &str) {
    for character in text.chars() {
        assert!(
            character == '\n' || !(character.is_control() || character == '\u{202e}'),
            "{character:?} in {text:?}"
        );
    }
}

#[test]
fn hostile_names_are_harmless_on_a_terminal() {
    let dossier = hostile();
    for lang in Lang::ALL {
        let mut texts = vec![summary(&dossier, Some(NASTY), lang, 80)];
        assert!(texts[0].lines().count() <= 40);
        for depth in [Depth::Line, Depth::Page, Depth::Full] {
            texts.push(explain_recipient(&dossier, "100001", depth, lang, 80).unwrap());
            texts.push(explain_helper(&dossier, "h3", depth, lang, 80).unwrap());
            texts.push(explain_pair(&dossier, "h3", "100001", depth, lang, 80).unwrap());
            texts.push(explain_pair(&dossier, "h4", "100001", depth, lang, 80).unwrap());
        }
        for text in texts {
            assert_no_control(&text);
            assert!(widest(&text) <= 80, "{text}");
        }
    }
}

/// Bars that are not escaped.
fn bars(line: &str) -> usize {
    let mut bars = 0;
    let mut escaped = false;
    for character in line.chars() {
        match character {
            '\\' if !escaped => escaped = true,
            '|' if !escaped => bars += 1,
            _ => escaped = false,
        }
    }
    bars
}

#[test]
fn hostile_names_are_harmless_in_markdown() {
    for lang in Lang::ALL {
        let text = markdown::report(&hostile(), lang);
        assert_no_control(&text);
        assert!(!text.contains("<script"));
        assert!(!text.contains("[l]("), "a link");
        let headings = |text: &str| text.lines().filter(|line| line.starts_with('#')).count();
        assert_eq!(headings(&text), headings(&markdown::report(&small(), lang)));
        // Within a table every row has as many cells as its head.
        let mut cells = None;
        for line in text.lines() {
            if line.starts_with("| ") {
                assert_eq!(*cells.get_or_insert(bars(line)), bars(line), "{line}");
            } else {
                cells = None;
            }
        }
    }
}

#[test]
fn names_of_ten_thousand_characters_break_no_report() {
    let long = format!("=甲\u{202e}{}😀\n<b>", "很".repeat(10_000));
    let mut dossier = small();
    for entry in &mut dossier.recipients {
        entry.name.clone_from(&long);
    }
    for entry in &mut dossier.helpers {
        entry.name.clone_from(&long);
    }
    for lang in Lang::ALL {
        assert!(widest(&summary(&dossier, None, lang, 80)) <= 80);
        let text = explain_recipient(&dossier, "100001", Depth::Full, lang, 80).unwrap();
        assert!(widest(&text) <= 80);
        assert_no_control(&text);
        assert_no_control(&markdown::report(&dossier, lang));
        let map = crate::geojson::geojson(&dossier);
        assert!(serde_json::from_str::<serde_json::Value>(&map).is_ok());
        assert!(!map.contains('\u{202e}'));
        let encoding = crate::csv_export::CsvEncoding::Gb18030;
        for file in crate::csv_export::export(&dossier, lang, encoding) {
            let (text, _, broken) = encoding_rs::GB18030.decode(&file.bytes);
            assert!(!broken && !text.contains("\"=甲") && !text.contains(",=甲"));
        }
    }
}
