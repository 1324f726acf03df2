//! The dossier as a workbook (.xlsx), a sheet for every question that people ask of a plan.
//!
//! A sheet is a list of columns, each with its head, its format and how it reads a row; a figure
//! that a later dossier states becomes one more column in one place.

mod alternatives;
mod answers;
mod charts;
mod column;
mod conflict;
mod coverage;
mod decisions;
mod inputs;
mod limits;
mod load;
mod overview;
mod pairs;
mod style;
mod table;

pub(crate) use coverage::by_coverage;

use crate::clean::Medium;
use crate::wording::Wording;
use crate::{Answers, FileError, Made};
use jiedui_explain::Dossier;
use jiedui_explain::conflict::ConflictReport;
use jiedui_messages::{Lang, catalogue};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};
use style::Styles;

/// The name under which the workbook is saved.
pub fn file_name(lang: Lang) -> String {
    jiedui_messages::catalogue(lang).text("wb-file", &[])
}

/// The workbook.
///
/// *Errors:* [`FileError::Workbook`].
/// *Determinism:* equal dossiers, languages and moments give equal bytes.
pub fn workbook(
    dossier: &Dossier,
    answers: &Answers,
    lang: Lang,
    made: Made,
) -> Result<Vec<u8>, FileError> {
    let wording = Wording {
        dossier,
        lang,
        medium: Medium::Office,
    };
    let styles = Styles::new();
    let coverage = coverage::recipients(wording).write(wording, &styles)?;
    let balance = coverage::balance(wording).write(wording, &styles)?;
    let load = load::helpers(wording).write(wording, &styles)?;
    let amounts = wording.tells_amounts();
    let charts = charts::charts(wording, &styles, &coverage, &load)?;
    let prices = answers.decisions.as_ref();
    let mut sheets = vec![overview::overview(wording, answers, &styles)?];
    if amounts {
        sheets.push(charts);
    }
    sheets.push(pairs::pairs(wording).write(wording, &styles)?.sheet);
    if amounts {
        sheets.push(pairs::amounts(wording).write(wording, &styles)?.sheet);
    }
    sheets.push(limits::limits(wording).write(wording, &styles)?.sheet);
    sheets.push(coverage.sheet);
    if amounts {
        sheets.push(balance.sheet);
    }
    sheets.push(load.sheet);
    if amounts {
        sheets.push(load::supplies(wording).write(wording, &styles)?.sheet);
    }
    sheets.extend([
        alternatives::alternatives(wording)
            .write(wording, &styles)?
            .sheet,
        alternatives::excluded(wording)
            .write(wording, &styles)?
            .sheet,
        decisions::decisions(wording, prices)
            .write(wording, &styles)?
            .sheet,
        decisions::ended(wording).write(wording, &styles)?.sheet,
        inputs::inputs(wording).write(wording, &styles)?.sheet,
    ]);
    if !answers.pairs.is_empty() {
        let asked = answers::answers(wording, &answers.pairs);
        // Before the ended pairs: it belongs to the decisions.
        let place = sheets.len() - 2;
        sheets.insert(place, asked.write(wording, &styles)?.sheet);
    }
    let title = overview::title(wording);
    book(sheets, &title, &program(wording), lang, made)
}

/// Why no plan exists, as a workbook.
///
/// *Errors:* [`FileError::Workbook`].
/// *Determinism:* as [`workbook`].
pub fn conflict_workbook(
    report: &ConflictReport,
    lang: Lang,
    made: Made,
) -> Result<Vec<u8>, FileError> {
    let blocks = crate::conflict::blocks(report, lang, Medium::Office);
    let sheet = conflict::sheet(&blocks, lang, &Styles::new())?;
    let title = catalogue(lang).text("wb-sheet-conflict", &[]);
    book(vec![sheet], &title, "jiedui", lang, made)
}

/// The name under which [`conflict_workbook`] is saved.
pub fn conflict_file_name(lang: Lang) -> String {
    catalogue(lang).text("wb-file-conflict", &[])
}

fn book(
    sheets: Vec<Worksheet>,
    title: &str,
    author: &str,
    lang: Lang,
    made: Made,
) -> Result<Vec<u8>, FileError> {
    let mut book = Workbook::new();
    let moment = ExcelDateTime::from_ymd(made.year, made.month, made.day)?.and_hms(
        u16::from(made.hour),
        made.minute,
        f64::from(made.second),
    )?;
    let properties = DocProperties::new()
        .set_title(title)
        .set_author(author)
        .set_status(catalogue(lang).text("wb-draft", &[]))
        .set_creation_datetime(&moment);
    book.set_properties(&properties);
    for sheet in sheets {
        book.push_worksheet(sheet);
    }
    Ok(book.save_to_buffer()?)
}

fn program(wording: Wording<'_>) -> String {
    let version = wording.own(&wording.dossier.run.program_version);
    format!("jiedui {version}")
}
