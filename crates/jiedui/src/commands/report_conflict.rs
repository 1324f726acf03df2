//! `jiedui report` for a run that found no plan: why there is none, for people.

use crate::arguments::{DocumentForm, ReportArguments};
use crate::commands::report_office;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::report_files::{self, Document};
use crate::saved_run;
use jiedui_report::{conflict, document, html, workbook};
use std::path::{Path, PathBuf};

pub(super) fn run(
    arguments: &ReportArguments,
    run: &Path,
    console: &Console,
) -> Result<Exit, Failure> {
    let lang = console.lang;
    let report = saved_run::conflict(run)?;
    let made = report_office::made(run, report.year);
    let mut documents: Vec<Document> = Vec::new();
    for form in &arguments.to {
        documents.push(match form {
            DocumentForm::Md => continue,
            DocumentForm::Xlsx => (
                PathBuf::from(workbook::conflict_file_name(lang)),
                workbook::conflict_workbook(&report, lang, made).map_err(Failure::defect)?,
            ),
            DocumentForm::Docx => {
                let file = document::conflict(&report, lang, made).map_err(Failure::defect)?;
                (PathBuf::from(file.name), file.bytes)
            }
            DocumentForm::Html => {
                let page = html::conflict(&report, lang).map_err(Failure::defect)?;
                let name = console.text("html-file-conflict", &[]);
                (PathBuf::from(name), page.into_bytes())
            }
            // A map and tables of a plan there are none.
            DocumentForm::Geojson | DocumentForm::Csv => {
                let sentence = console.text("cli-report-no-plan", &[]);
                return Err(Failure::said(Exit::Rejected, sentence));
            }
        });
    }
    let text = conflict::markdown(&report, lang);
    if documents.is_empty() {
        return super::report::markdown(&text, arguments.out.as_deref(), console);
    }
    if arguments.to.contains(&DocumentForm::Md) {
        documents.push((super::report::MARKDOWN.into(), text.into_bytes()));
    }
    let folder = arguments.out.clone();
    let folder = folder.unwrap_or_else(|| report_office::folder(run, lang));
    report_files::save(console, &folder, &documents)?;
    Ok(Exit::Done)
}
