//! `jiedui report RUN`: documents for people, from the dossier alone.

use crate::arguments::{DocumentForm, ReportArguments};
use crate::commands::{report_office, report_page};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::new_file::{NotWritten, write_new};
use crate::partial_folder::check_e0902_unwritable;
use crate::report_files;
use crate::saved_run;
use jiedui_diagnostics::Diagnostic;
use jiedui_report::markdown;
use std::path::{Path, PathBuf};

/// The Markdown report where it is saved beside other documents.
const MARKDOWN: &str = "report.md";

pub(crate) fn run(arguments: &ReportArguments, console: &Console) -> Result<Exit, Failure> {
    let (run, others) = runs(arguments, console)?;
    let dossier = saved_run::dossier(run)?;
    let mut documents = report_office::documents(run, &arguments.to, &dossier, console.lang)?;
    documents.extend(report_page::documents(
        arguments,
        &dossier,
        others,
        console.lang,
    )?);
    let report = markdown::report(&dossier, console.lang);
    if !documents.is_empty() {
        if arguments.to.contains(&DocumentForm::Md) {
            documents.push((MARKDOWN.into(), report.into_bytes()));
        }
        let folder = arguments.out.clone();
        let folder = folder.unwrap_or_else(|| report_office::folder(run, console.lang));
        report_files::save(console, &folder, &documents)?;
        return Ok(Exit::Done);
    }
    let Some(path) = &arguments.out else {
        console.out(&report);
        return Ok(Exit::Done);
    };
    write_new(path, report.as_bytes()).map_err(|why| match why {
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
