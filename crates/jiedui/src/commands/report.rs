//! `jiedui report RUN`: documents for people, from the dossier alone.

use crate::answers;
use crate::arguments::{DocumentForm, ReportArguments};
use crate::commands::{report_conflict, report_office, report_page};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::new_file::{NotWritten, write_new};
use crate::partial_folder::check_e0902_unwritable;
use crate::report_files;
use crate::saved_run::{self, DOSSIER};
use jiedui_diagnostics::Diagnostic;
use jiedui_report::markdown;
use std::path::{Path, PathBuf};

/// The Markdown report where it is saved beside other documents.
pub(super) const MARKDOWN: &str = "report.md";

pub(crate) fn run(arguments: &ReportArguments, console: &Console) -> Result<Exit, Failure> {
    let (run, others) = runs(arguments, console)?;
    if !run.join(DOSSIER).exists() && saved_run::conflict(run).is_ok() {
        return report_conflict::run(arguments, run, console);
    }
    let dossier = saved_run::dossier(run)?;
    let answers = answers::read(run)?;
    let lang = console.lang;
    let mut documents = report_office::documents(run, &arguments.to, &dossier, &answers, lang)?;
    let pages = report_page::documents(arguments, &dossier, &answers, others, lang)?;
    documents.extend(pages);
    let report = markdown::report(&dossier, lang);
    if documents.is_empty() {
        return markdown(&report, arguments.out.as_deref(), console);
    }
    if arguments.to.contains(&DocumentForm::Md) {
        documents.push((MARKDOWN.into(), report.into_bytes()));
    }
    let folder = arguments.out.clone();
    let folder = folder.unwrap_or_else(|| report_office::folder(run, lang));
    report_files::save(console, &folder, &documents)?;
    Ok(Exit::Done)
}

/// A Markdown report alone: to standard output, or to a file that is not there yet.
pub(super) fn markdown(text: &str, out: Option<&Path>, console: &Console) -> Result<Exit, Failure> {
    let Some(path) = out else {
        console.out(text);
        return Ok(Exit::Done);
    };
    write_new(path, text.as_bytes()).map_err(|why| match why {
        NotWritten::Taken => {
            Failure::rejected_for(Diagnostic::new("E0901").with("value", path.display()))
        }
        NotWritten::Unwritable => check_e0902_unwritable(path),
    })?;
    Ok(Exit::Done)
}

/// The run that is reported, and those that are compared with it.
fn runs<'a>(
    arguments: &'a ReportArguments,
    console: &Console,
) -> Result<(&'a Path, &'a [PathBuf]), Failure> {
    let one_only = || Failure::said(Exit::Usage, console.text("cli-report-one-run", &[]));
    let (run, others) = arguments.runs.split_first().ok_or_else(one_only)?;
    if !others.is_empty() && !arguments.to.contains(&DocumentForm::Html) {
        return Err(one_only());
    }
    Ok((run, others))
}
