//! The plan as CSV files for people: names beside codes, heads in their language.
//!
//! Programs read `plan.csv` and `pairs.csv` of the run folder; these are for spreadsheets. A name
//! that a spreadsheet would take for a formula gets an apostrophe before it.

use crate::clean::{Medium, clean};
use crate::document::why_ended;
use crate::phrase::{clause_list, exclusion_sentence, status_words};
use crate::story::is_of_amounts;
use crate::wording::Wording;
use jiedui_domain::{CsvText, RowEnd};
use jiedui_explain::Dossier;
use jiedui_explain::dossier::UnitOfMeasure;
use jiedui_messages::Lang;

/// How the characters are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CsvEncoding {
    /// UTF-8 with a byte order mark, by which spreadsheets know it.
    #[default]
    Utf8,
    /// GB18030, as older Chinese programs expect.
    Gb18030,
}

/// One file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CsvFile {
    /// File name.
    pub name: &'static str,
    /// Content.
    pub bytes: Vec<u8>,
}

/// Pairs, amounts by sector, recipients, helpers, ended pairs, excluded pairs.
///
/// *Units:* as the heads say. *Determinism:* equal dossiers give equal bytes.
pub fn export(dossier: &Dossier, lang: Lang, encoding: CsvEncoding) -> Vec<CsvFile> {
    let wording = Wording {
        dossier,
        lang,
        medium: Medium::Html,
    };
    let tables: [(&str, Table); 6] = [
        ("pairs.csv", pairs(wording)),
        ("amounts.csv", amounts(wording)),
        ("recipients.csv", recipients(wording)),
        ("helpers.csv", helpers(wording)),
        ("ended.csv", ended(wording)),
        ("excluded.csv", excluded(wording)),
    ];
    tables
        .into_iter()
        .map(|(name, table)| CsvFile {
            name,
            bytes: encoded(&table.text(wording), encoding),
        })
        .collect()
}

struct Table {
    heads: Vec<&'static str>,
    rows: Vec<Vec<Cell>>,
}

enum Cell {
    Words(String),
    /// Nothing where nothing tells it.
    Number(Option<f64>),
}

impl Table {
    fn text(&self, wording: Wording<'_>) -> String {
        let told = |key: &str| wording.tells_amounts() || !is_of_amounts(key);
        let heads = self.heads.iter().filter(|key| told(key));
        let heads = heads.map(|key| wording.word(key));
        // Spreadsheets on Windows expect both characters at the end of a row.
        let mut csv = CsvText::new(heads, RowEnd::Windows);
        for row in &self.rows {
            let cells = row.iter().zip(&self.heads);
            for (cell, _) in cells.filter(|(_, key)| told(key)) {
                match cell {
                    Cell::Words(words) => csv.text(words),
                    Cell::Number(None) => csv.word(""),
                    Cell::Number(Some(number)) => csv.word(&number.to_string()),
                }
            }
            csv.end();
        }
        csv.finish()
    }
}

fn encoded(text: &str, encoding: CsvEncoding) -> Vec<u8> {
    match encoding {
        CsvEncoding::Utf8 => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        CsvEncoding::Gb18030 => encoding_rs::GB18030.encode(text).0.into_owned(),
    }
}

fn words(text: &str) -> Cell {
    Cell::Words(clean(text, Medium::Html))
}

fn number(value: impl Into<f64>) -> Cell {
    Cell::Number(Some(value.into()))
}

/// The heads of a table of pairs, which begins with the two parties.
fn heads_of_pairs(more: &[&'static str]) -> Vec<&'static str> {
    let parties = [
        "html-csv-helper-code",
        "rep-head-helper",
        "html-csv-recipient-code",
        "rep-head-recipient",
    ];
    [&parties, more].concat()
}

/// Codes and names of the two parties, under the heads that every table of pairs begins with.
fn parties(wording: Wording<'_>, helper: &str, recipient: &str) -> Vec<Cell> {
    vec![
        words(helper),
        Cell::Words(wording.helper(helper)),
        words(recipient),
        Cell::Words(wording.recipient(recipient)),
    ]
}

fn pairs(wording: Wording<'_>) -> Table {
    let rows = wording.dossier.pairs.iter();
    Table {
        heads: heads_of_pairs(&[
            "rep-head-track",
            "html-head-status",
            "rep-head-value",
            "exp-head-km",
            "exp-head-fit",
            "rep-head-clause",
        ]),
        rows: rows
            .map(|pair| {
                let mut cells = parties(wording, &pair.helper, &pair.recipient);
                cells.extend([
                    Cell::Words(wording.track(&pair.track)),
                    Cell::Words(status_words(wording, pair)),
                    number(pair.value_wan),
                    Cell::Number(pair.distance_km),
                    Cell::Number(pair.fit),
                    Cell::Words(clause_list(wording, &pair.clauses)),
                ]);
                cells
            })
            .collect(),
    }
}

fn amounts(wording: Wording<'_>) -> Table {
    let rows = wording.dossier.pairs.iter();
    Table {
        heads: heads_of_pairs(&[
            "rep-head-track",
            "exp-head-sector",
            "html-csv-amount",
            "html-csv-unit",
            "rep-head-value",
        ]),
        rows: rows
            .flat_map(|pair| pair.help.iter().map(move |help| (pair, help)))
            .map(|(pair, help)| {
                let mut cells = parties(wording, &pair.helper, &pair.recipient);
                cells.extend([
                    Cell::Words(wording.track(&pair.track)),
                    Cell::Words(wording.sector(&help.sector)),
                    number(help.amount),
                    Cell::Words(wording.word(unit_key(wording.dossier, &help.sector))),
                    number(help.value_wan),
                ]);
                cells
            })
            .collect(),
    }
}

fn unit_key(dossier: &Dossier, sector: &str) -> &'static str {
    match dossier.sector(sector).map(|sector| sector.unit) {
        Some(UnitOfMeasure::Person) => "html-csv-unit-person",
        _ => "html-csv-unit-wan",
    }
}

fn recipients(wording: Wording<'_>) -> Table {
    let rows = wording.dossier.recipients.iter();
    Table {
        heads: vec![
            "html-csv-recipient-code",
            "rep-head-recipient",
            "rep-head-prefecture",
            "rep-head-class",
            "rep-head-need",
            "rep-head-given",
            "rep-head-coverage",
            "rep-head-pairs",
        ],
        rows: rows
            .map(|entry| {
                let pairs = wording.dossier.formed_at(&entry.code);
                vec![
                    words(&entry.code),
                    words(&entry.name),
                    words(&entry.prefecture),
                    number(entry.hardship_class),
                    number(entry.need_wan),
                    number(entry.given_wan),
                    Cell::Number(entry.coverage.as_ref().map(|share| share.value)),
                    number(u32::try_from(pairs).unwrap_or(u32::MAX)),
                ]
            })
            .collect(),
    }
}

fn helpers(wording: Wording<'_>) -> Table {
    let rows = wording.dossier.helpers.iter();
    Table {
        heads: vec![
            "html-csv-helper-code",
            "rep-head-helper",
            "rep-head-track",
            "html-head-place",
            "rep-head-budget",
            "rep-head-given",
            "rep-head-pairs",
        ],
        rows: rows
            .map(|entry| {
                vec![
                    words(&entry.code),
                    words(&entry.name),
                    Cell::Words(wording.track(&entry.track)),
                    words(entry.place_name.as_deref().unwrap_or_default()),
                    Cell::Number(entry.budget_wan),
                    number(entry.given_wan),
                    number(entry.pairs),
                ]
            })
            .collect(),
    }
}

fn ended(wording: Wording<'_>) -> Table {
    let rows = wording.dossier.ended.iter();
    Table {
        heads: heads_of_pairs(&["rep-head-track", "rep-head-since", "rep-head-why"]),
        rows: rows
            .map(|pair| {
                let mut cells = parties(wording, &pair.helper, &pair.recipient);
                cells.extend([
                    Cell::Words(wording.track(&pair.track)),
                    number(pair.since),
                    Cell::Words(why_ended(wording, &pair.helper, &pair.recipient)),
                ]);
                cells
            })
            .collect(),
    }
}

fn excluded(wording: Wording<'_>) -> Table {
    let rows = wording.dossier.excluded.iter();
    Table {
        heads: heads_of_pairs(&["exp-head-reasons"]),
        rows: rows
            .map(|row| {
                let reasons: Vec<String> = row
                    .reasons
                    .iter()
                    .map(|reason| exclusion_sentence(wording, reason))
                    .collect();
                let mut cells = parties(wording, &row.helper, &row.recipient);
                cells.extend([Cell::Words(
                    reasons.join(&wording.word("exp-reason-separator")),
                )]);
                cells
            })
            .collect(),
    }
}
