//! Why no plan exists, as documents: the same story in each, names harmless.

use super::workbook::parts;
use crate::block::Block;
use crate::clean::Medium;
use crate::{Made, conflict, document, html, workbook};
use jiedui_explain::conflict::ConflictReport;
use jiedui_messages::Lang;

const NASTY: &str =
    "</h1><script>alert(1)</script>=HYPERLINK(\"x\")\u{202e}\u{0}\u{ffff}{{7*7}}😀\r\n县";

/// What `assign` writes for `seeds/mini/quota-conflict`.
const SAVED: &str = include_str!("../../../jiedui-explain/fixtures/small-conflict.json");

fn small_conflict() -> ConflictReport {
    serde_json::from_str(SAVED).unwrap()
}

fn hostile() -> ConflictReport {
    let nasty = serde_json::to_string(NASTY).unwrap();
    let nasty = nasty.trim_matches('"');
    let named = SAVED.replace("受助县1", nasty).replace("帮扶方1", nasty);
    let report: ConflictReport = serde_json::from_str(&named).unwrap();
    ConflictReport {
        case_title: format!("{NASTY}{}", "很".repeat(10_000)),
        ..report
    }
}

#[test]
fn hostile_names_are_harmless_in_documents_of_a_conflict() {
    let report = hostile();
    for lang in Lang::ALL {
        let made = Made::of(None, 2025);
        let page = html::conflict(&report, lang).unwrap();
        assert!(
            !page.contains("<script") && !page.contains("49😀"),
            "{lang:?}"
        );
        assert!(
            !page.contains(['\u{202e}', '\u{0}', '\u{ffff}']),
            "{lang:?}"
        );
        let draft = document::conflict(&report, lang, made).unwrap();
        let book = workbook::conflict_workbook(&report, lang, made).unwrap();
        for bytes in [&draft.bytes, &book] {
            for (name, xml) in parts(bytes) {
                assert!(!xml.contains("<script"), "{name}");
                assert!(!xml.contains(['\u{202e}', '\u{0}', '\u{ffff}']), "{name}");
            }
        }
        // The same once more gives the same bytes.
        assert_eq!(
            book,
            workbook::conflict_workbook(&report, lang, made).unwrap()
        );
        assert_eq!(draft, document::conflict(&report, lang, made).unwrap());
    }
}

#[test]
fn every_sentence_of_the_story_is_in_every_document() {
    let report = small_conflict();
    let made = Made::of(None, 2025);
    let draft = document::conflict(&report, Lang::Zh, made).unwrap();
    let book = workbook::conflict_workbook(&report, Lang::Zh, made).unwrap();
    let page = html::conflict(&report, Lang::Zh).unwrap();
    let text = |bytes: &[u8]| -> String { parts(bytes).into_iter().map(|(_, xml)| xml).collect() };
    let (draft, book) = (text(&draft.bytes), text(&book));
    let mut sentences = 0;
    for block in conflict::blocks(&report, Lang::Zh, Medium::Html) {
        let told = match block {
            Block::Heading(_, text) | Block::Paragraph(text) => vec![text],
            Block::Bullets(items) => items,
            Block::Led(lead, items) => std::iter::once(lead).chain(items).collect(),
            Block::Table { rows, .. } => rows.concat(),
        };
        for sentence in told {
            sentences += 1;
            // As XML and HTML write them.
            let escaped = sentence.replace('&', "&amp;").replace('"', "&quot;");
            for (name, document) in [("docx", &draft), ("xlsx", &book), ("html", &page)] {
                let has = document.contains(&sentence) || document.contains(&escaped);
                assert!(has, "{name}: {sentence}");
            }
        }
    }
    assert!(sentences > 15, "{sentences}");
}
