//! `jiedui report RUN`: documents for people, from the dossier alone.

use crate::arguments::{DocumentForm, ReportArguments};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::saved_run;
use clap::ValueEnum;
use jiedui_diagnostics::Diagnostic;
use jiedui_report::markdown;

pub(crate) fn run(arguments: &ReportArguments, console: &Console) -> Result<Exit, Failure> {
    let missing: Vec<String> = arguments
        .to
        .iter()
        .filter(|form| **form != DocumentForm::Md)
        .filter_map(|form| form.to_possible_value())
        .map(|value| value.get_name().to_owned())
        .collect();
    if !missing.is_empty() {
        let forms = missing.join(&console.text("rep-list-separator", &[]));
        let sentence = console.text("cli-form-not-yet", &[("forms", &forms)]);
        return Err(Failure::said(Exit::Usage, sentence));
    }
    let dossier = saved_run::dossier(&arguments.run.run)?;
    let report = markdown::report(&dossier, console.lang);
    let Some(path) = &arguments.out else {
        console.out(&report);
        return Ok(Exit::Done);
    };
    let file = std::fs::File::create_new(path);
    let written = file.and_then(|mut file| std::io::Write::write_all(&mut file, report.as_bytes()));
    written.map_err(|error| {
        let code = match error.kind() {
            std::io::ErrorKind::AlreadyExists => "E0901",
            _ => "E0902",
        };
        Failure::rejected_for(Diagnostic::new(code).with("value", path.display()))
    })?;
    Ok(Exit::Done)
}
