//! The workbook, read back: its figures are those of the dossier, its texts are texts.
#![allow(clippy::panic, reason = "tests may fail loudly")]

use super::costs::full_helper;
use super::{small, without_needs};
use crate::workbook::workbook;
use crate::{Answers, Made};
use calamine::{Data, Reader, Xlsx};
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{CriterionKind, DecisionFact, ExclusionReason};
use jiedui_messages::{Lang, catalogue};
use std::io::{Cursor, Read};

const STARTED: &str = "2026-03-01T08:30:05Z";

fn made() -> Made {
    Made::of(Some(STARTED), 2025)
}

type Book = Xlsx<Cursor<Vec<u8>>>;

fn book(dossier: &Dossier, lang: Lang) -> Book {
    Xlsx::new(Cursor::new(
        workbook(dossier, &Answers::default(), lang, made()).unwrap(),
    ))
    .unwrap()
}

/// A sheet below its head, by the names of its columns.
struct Sheet {
    heads: Vec<String>,
    totals: Vec<Data>,
    rows: Vec<Vec<Data>>,
}

impl Sheet {
    /// The Chinese sheet of a key; its head is the row with the column of another key.
    fn read(book: &mut Book, name: &str, head: &str) -> Self {
        let word = |key| catalogue(Lang::Zh).text(key, &[]);
        let range = book.worksheet_range(&word(name)).unwrap();
        assert_eq!(range.start(), Some((0, 0)));
        let rows: Vec<Vec<Data>> = range.rows().map(<[Data]>::to_vec).collect();
        let at = rows
            .iter()
            .position(|row| row.contains(&Data::String(word(head))))
            .unwrap();
        Self {
            heads: rows[at].iter().map(ToString::to_string).collect(),
            totals: rows[at - 1].clone(),
            rows: rows[at + 1..].to_vec(),
        }
    }

    fn column(&self, head: &str) -> usize {
        let head = catalogue(Lang::Zh).text(head, &[]);
        let found = self.heads.iter().position(|known| *known == head);
        found.unwrap_or_else(|| panic!("no column {head} in {:?}", self.heads))
    }

    fn text(&self, row: usize, head: &str) -> String {
        match &self.rows[row][self.column(head)] {
            Data::String(text) => text.clone(),
            Data::Empty => String::new(),
            other => panic!("{head}: {other:?}"),
        }
    }

    fn figure(&self, row: usize, head: &str) -> Option<f64> {
        figure(&self.rows[row][self.column(head)])
    }

    fn total(&self, head: &str) -> f64 {
        figure(&self.totals[self.column(head)]).unwrap()
    }
}

fn figure(cell: &Data) -> Option<f64> {
    match cell {
        Data::Float(value) => Some(*value),
        Data::Int(value) => Some(*value as f64),
        Data::Empty => None,
        other => panic!("{other:?}"),
    }
}

#[test]
fn pairs_and_amounts_are_those_of_the_dossier() {
    let dossier = small();
    let mut book = book(&dossier, Lang::Zh);
    let pairs = Sheet::read(&mut book, "wb-sheet-pairs", "wb-head-helper-code");
    assert_eq!(pairs.rows.len(), dossier.pairs.len());
    let mut seen = Vec::new();
    for row in 0..pairs.rows.len() {
        let (helper, recipient) = (
            pairs.text(row, "wb-head-helper-code"),
            pairs.text(row, "wb-head-recipient-code"),
        );
        let pair = dossier.pair(&helper, &recipient).unwrap();
        assert_eq!(pairs.figure(row, "wb-head-value"), Some(pair.value_wan));
        assert_eq!(pairs.figure(row, "wb-head-km"), pair.distance_km);
        assert_eq!(pairs.figure(row, "wb-head-fit"), pair.fit);
        let criteria = pair.criteria.iter();
        let mut fit = criteria.filter(|one| one.criterion == CriterionKind::Fit);
        let shared = fit
            .next()
            .and_then(|one| one.at_recipient)
            .map(|one| one.tied);
        assert_eq!(
            pairs.figure(row, "wb-head-fit-tied"),
            shared.filter(|tied| *tied > 1).map(f64::from)
        );
        assert_eq!(
            pairs.figure(row, "wb-head-since"),
            pair.kept_since.map(f64::from)
        );
        seen.push((helper, recipient));
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), dossier.pairs.len());
    let amounts = Sheet::read(&mut book, "wb-sheet-amounts", "wb-head-helper-code");
    let (mut given, mut value) = (0.0, 0.0);
    for row in 0..amounts.rows.len() {
        let pair = dossier
            .pair(
                &amounts.text(row, "wb-head-helper-code"),
                &amounts.text(row, "wb-head-recipient-code"),
            )
            .unwrap();
        for sector in &dossier.sectors {
            let column = amounts
                .heads
                .iter()
                .position(|head| head.starts_with(&sector.title.zh))
                .unwrap();
            let help = pair.help.iter().find(|help| help.sector == sector.code);
            assert_eq!(
                figure(&amounts.rows[row][column]),
                help.map(|help| help.amount)
            );
            given += help.map_or(0.0, |help| help.amount);
        }
        value += pair.value_wan;
    }
    assert!(given > 0.0);
    assert!((amounts.total("wb-head-value") - value).abs() < 1e-6);
}

#[test]
fn recipients_and_helpers_are_those_of_the_dossier() {
    let dossier = small();
    let mut book = book(&dossier, Lang::Zh);
    let coverage = Sheet::read(&mut book, "wb-sheet-coverage", "wb-head-coverage");
    assert_eq!(coverage.rows.len(), dossier.recipients.len());
    let mut last = 0.0;
    for row in 0..coverage.rows.len() {
        let code = coverage.text(row, "wb-head-recipient-code");
        let entry = dossier.recipient(&code).unwrap();
        let stated = coverage.figure(row, "wb-head-coverage");
        assert_eq!(stated, entry.coverage.as_ref().map(|share| share.value));
        assert_eq!(
            coverage.figure(row, "wb-head-need-wan"),
            Some(entry.need_wan)
        );
        assert_eq!(
            coverage.figure(row, "wb-head-given-wan"),
            Some(entry.given_wan)
        );
        let stated = stated.unwrap_or(f64::INFINITY);
        assert!(stated >= last, "lowest first");
        last = stated;
    }
    let balance = Sheet::read(&mut book, "wb-sheet-balance", "wb-head-unmet");
    let sectors: usize = dossier.recipients.iter().map(|r| r.sectors.len()).sum();
    assert_eq!(balance.rows.len(), sectors);
    let load = Sheet::read(&mut book, "wb-sheet-load", "wb-head-effort");
    assert_eq!(load.rows.len(), dossier.helpers.len());
    for row in 0..load.rows.len() {
        let entry = dossier
            .helper(&load.text(row, "wb-head-helper-code"))
            .unwrap();
        assert_eq!(load.figure(row, "wb-head-budget"), entry.budget_wan);
        assert_eq!(load.figure(row, "wb-head-spent"), Some(entry.given_wan));
        assert_eq!(
            load.figure(row, "wb-head-pairs"),
            Some(f64::from(entry.pairs))
        );
    }
    let supply = Sheet::read(&mut book, "wb-sheet-supply", "wb-head-supply");
    let supplies: usize = dossier.helpers.iter().map(|h| h.supply.len()).sum();
    assert_eq!(supply.rows.len(), supplies);
}

#[test]
fn recipients_that_no_plan_can_have_are_counted_beside_those_that_no_rule_excludes() {
    let dossier = full_helper();
    let mut book = book(&dossier, Lang::Zh);
    let load = Sheet::read(&mut book, "wb-sheet-load", "wb-head-effort");
    let row = (0..load.rows.len()).find(|row| load.text(*row, "wb-head-helper-code") == "h1");
    let entry = dossier.helper("h1").unwrap();
    let unformed = entry.candidates as f64 - f64::from(entry.pairs);
    assert!(unformed > 0.0);
    assert_eq!(
        load.figure(row.unwrap(), "wb-head-ruled-out"),
        Some(unformed)
    );
}

#[test]
fn reasons_decisions_and_inputs_are_those_of_the_dossier() {
    let dossier = small();
    let mut book = book(&dossier, Lang::Zh);
    let others = Sheet::read(&mut book, "wb-sheet-alternatives", "wb-head-other");
    let count: usize = dossier.pairs.iter().map(|p| p.alternatives.len()).sum();
    assert!(count > 0);
    assert_eq!(others.rows.len(), count);
    let excluded = Sheet::read(&mut book, "wb-sheet-excluded", "wb-head-reasons");
    assert_eq!(excluded.rows.len(), dossier.excluded.len());
    assert!((0..excluded.rows.len()).all(|row| !excluded.text(row, "wb-head-reasons").is_empty()));
    let decisions = Sheet::read(&mut book, "wb-sheet-decisions", "wb-head-author");
    let stated: Vec<&DecisionFact> = dossier
        .pairs
        .iter()
        .filter_map(|pair| pair.locked.as_ref())
        .chain(dossier.excluded.iter().flat_map(|row| {
            row.reasons.iter().filter_map(|reason| match reason {
                ExclusionReason::Forbidden { decision } => Some(decision),
                _ => None,
            })
        }))
        .collect();
    assert!(stated.len() >= 2);
    assert_eq!(decisions.rows.len(), stated.len());
    for (row, decision) in stated.iter().enumerate() {
        assert_eq!(decisions.text(row, "wb-head-reason"), decision.reason);
        assert_eq!(
            decisions.text(row, "wb-head-author"),
            decision.author.clone().unwrap_or_default()
        );
    }
    let ended = Sheet::read(&mut book, "wb-sheet-ended", "wb-head-why");
    assert_eq!(ended.rows.len(), dossier.ended.len());
    let inputs = Sheet::read(&mut book, "wb-sheet-inputs", "wb-head-basis");
    let needs: usize = dossier.recipients.iter().map(|r| r.sectors.len()).sum();
    let supplies: usize = dossier.helpers.iter().map(|h| h.supply.len()).sum();
    assert!(inputs.rows.len() >= needs + supplies);
}

#[test]
fn names_that_look_like_formulas_are_texts() {
    let names = [
        "=HYPERLINK(\"http://example.invalid\",\"x\")",
        "+1+1",
        "-2",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
    ];
    let mut dossier = small();
    for (entry, name) in dossier.recipients.iter_mut().zip(names) {
        entry.name = name.to_owned();
        entry.prefecture = "=1+1".to_owned();
    }
    for (entry, name) in dossier.helpers.iter_mut().zip(names.iter().cycle()) {
        entry.name = (*name).to_owned();
    }
    for track in &mut dossier.tracks {
        track.title.zh = "=A1".to_owned();
    }
    for sector in &mut dossier.sectors {
        sector.title.zh = "＝A1".to_owned();
    }
    dossier.run.policy_title.zh = "=A1".to_owned();
    dossier.run.case_title = "=A1".to_owned();
    let mut book = book(&dossier, Lang::Zh);
    let pairs = Sheet::read(&mut book, "wb-sheet-pairs", "wb-head-helper-code");
    for row in 0..pairs.rows.len() {
        let code = pairs.text(row, "wb-head-helper-code");
        let name = &dossier.helper(&code).unwrap().name;
        assert_eq!(pairs.text(row, "wb-head-helper"), *name);
        assert_eq!(pairs.text(row, "wb-head-prefecture"), "=1+1");
    }
    let mut formulas = 0;
    for name in book.sheet_names() {
        for (_, _, formula) in book.worksheet_formula(&name).unwrap().used_cells() {
            if !formula.is_empty() {
                assert!(formula.starts_with("SUBTOTAL(109,"), "{formula}");
                formulas += 1;
            }
        }
    }
    assert!(formulas > 5);
    let bytes = workbook(&dossier, &Answers::default(), Lang::Zh, made()).unwrap();
    let parts = parts(&bytes);
    assert_eq!(formulas_when_edited(&parts), Vec::<String>::new());
    // A chart's title that begins with `=` would be a reference.
    for (name, xml) in &parts {
        if name.contains("chart") {
            assert!(!xml.contains("<c:f>A1"), "{name}");
        }
    }
}

/// Texts that become a formula when somebody edits the cell: they begin like one, and nothing says that they are none.
fn formulas_when_edited(parts: &[(String, String)]) -> Vec<String> {
    let part = |end: &str| {
        let found = parts.iter().find(|(name, _)| name.ends_with(end));
        found.map_or("", |(_, xml)| xml.as_str())
    };
    let texts: Vec<&str> = part("sharedStrings.xml").split("<si>").skip(1).collect();
    let styles = part("styles.xml").split("<cellXfs").nth(1).unwrap();
    let styles: Vec<&str> = styles.split("<xf ").skip(1).collect();
    let attribute = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        rest.split('"').next()?.parse::<usize>().ok()
    };
    let sheets = parts
        .iter()
        .filter(|(name, _)| name.contains("worksheets/sheet"));
    let cells = sheets.flat_map(|(_, xml)| xml.split("<c ").skip(1));
    let text_of = |cell: &str| {
        let number = cell.split_once(" t=\"s\"><v>")?.1.split('<').next()?;
        let text = texts[number.parse::<usize>().ok()?];
        Some(text.split_once('>')?.1.split('<').next()?.to_owned())
    };
    let unmarked = cells.filter_map(|cell| {
        let text = text_of(cell)?;
        let style = styles[attribute(cell, "s").unwrap_or(0)];
        let style = style.split('>').next()?;
        let marked = style.contains("quotePrefix=\"1\"");
        (jiedui_domain::is_formula_start(&text) && !marked).then_some(text)
    });
    unmarked.collect()
}

#[test]
fn hostile_texts_are_kept_out_or_kept_harmless() {
    let long = "很".repeat(40_000);
    let mut dossier = small();
    dossier.helpers[0].name = format!("a\u{0}\u{1b}[2J\u{202e}b\u{ffff}<c>&\"'\n😀{long}");
    dossier.recipients[0].name = "甲\u{ffff}县".to_owned();
    let mut book = book(&dossier, Lang::Zh);
    let load = Sheet::read(&mut book, "wb-sheet-load", "wb-head-effort");
    let code = &dossier.helpers[0].code;
    let row = (0..load.rows.len()).find(|row| load.text(*row, "wb-head-helper-code") == *code);
    let name = load.text(row.unwrap(), "wb-head-helper");
    assert!(name.starts_with("a[2Jb<c>&\"' 😀很"), "{:?}", &name[..40]);
    assert!(name.chars().count() <= 32_767);
    assert!(name.ends_with('…'));
}

#[test]
fn equal_dossiers_give_equal_bytes_with_the_date_of_the_run() {
    for lang in Lang::ALL {
        let first = workbook(&small(), &Answers::default(), lang, made()).unwrap();
        assert_eq!(
            first,
            workbook(&small(), &Answers::default(), lang, made()).unwrap()
        );
        let later = Made::of(Some("2027-03-01T08:30:05Z"), 2025);
        assert_ne!(
            first,
            workbook(&small(), &Answers::default(), lang, later).unwrap()
        );
        let mut archive = zip::ZipArchive::new(Cursor::new(&first)).unwrap();
        for index in 0..archive.len() {
            let entry = archive.by_index(index).unwrap();
            assert_eq!(entry.last_modified().unwrap(), zip::DateTime::default());
        }
        let core = parts(&first);
        let core = core.iter().find(|(name, _)| name == "docProps/core.xml");
        assert!(core.unwrap().1.contains(STARTED));
    }
}

#[test]
fn every_text_is_in_the_catalogue_and_every_table_can_be_filtered() {
    for lang in Lang::ALL {
        let bytes = workbook(&small(), &Answers::default(), lang, made()).unwrap();
        let (mut filters, mut frozen, mut bars, mut charts) = (0, 0, 0, 0);
        for (name, xml) in parts(&bytes) {
            assert!(!xml.contains('⟨'), "{name}");
            filters += xml.matches("<autoFilter").count();
            frozen += xml.matches("state=\"frozen\"").count();
            bars += xml.matches("<dataBar>").count();
            charts += usize::from(name.starts_with("xl/charts/chart"));
        }
        assert!(
            filters >= 11 && frozen >= 12 && bars >= 8,
            "{filters} {frozen} {bars}"
        );
        assert_eq!(charts, 2);
    }
}

#[test]
fn without_needs_there_are_no_sheets_and_columns_of_amounts() {
    for dossier in without_needs() {
        let book = book(&dossier, Lang::Zh);
        let names = book.sheet_names();
        for key in ["amounts", "balance", "supply", "charts"] {
            let name = catalogue(Lang::Zh).text(&format!("wb-sheet-{key}"), &[]);
            assert!(!names.contains(&name), "{name}");
        }
        let bytes = workbook(&dossier, &Answers::default(), Lang::Zh, made()).unwrap();
        let heads = [
            "折合金额（万元）",
            "安排投入（万元）",
            "缺口（万元）",
            "产业发展满足率",
        ];
        for (name, xml) in parts(&bytes) {
            for head in heads {
                assert!(!xml.contains(head), "{head} in {name}");
            }
        }
    }
}

#[test]
fn a_plan_without_anything_is_a_workbook_too() {
    let mut dossier = small();
    dossier.recipients.clear();
    dossier.helpers.clear();
    dossier.pairs.clear();
    dossier.ended.clear();
    dossier.candidates.clear();
    dossier.excluded.clear();
    dossier.tracks.clear();
    dossier.sectors.clear();
    dossier.tiers.clear();
    dossier.measures.clear();
    let mut book = book(&dossier, Lang::Zh);
    let pairs = Sheet::read(&mut book, "wb-sheet-pairs", "wb-head-helper-code");
    assert_eq!(pairs.rows[0][0], Data::String("（无）".to_owned()));
}

/// The parts of the package as texts.
pub(super) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut entry = archive.by_index(index).unwrap();
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            (entry.name().unwrap().into_owned(), text)
        })
        .collect()
}
