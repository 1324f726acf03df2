//! The office documents of `jiedui report`: the workbook, the draft assignment, the yearly plans.

use crate::arguments::DocumentForm;
use crate::exit::Failure;
use crate::report_files::Document;
use crate::saved_run;
use jiedui_engine::Dossier;
use jiedui_messages::Lang;
use jiedui_report::{Answers, Made, document, workbook};
use std::path::{Path, PathBuf};

/// The documents of the office forms among those asked for. They carry the date of the run.
pub(super) fn documents(
    run: &Path,
    forms: &[DocumentForm],
    dossier: &Dossier,
    answers: &Answers,
    lang: Lang,
) -> Result<Vec<Document>, Failure> {
    let made = made(run, dossier.run.year);
    let mut documents = Vec::new();
    if forms.contains(&DocumentForm::Xlsx) {
        let bytes = workbook::workbook(dossier, answers, lang, made).map_err(Failure::defect)?;
        documents.push((PathBuf::from(workbook::file_name(lang)), bytes));
    }
    if forms.contains(&DocumentForm::Docx) {
        let proposal = document::proposal(dossier, answers, lang, made);
        let proposal = proposal.map_err(Failure::defect)?;
        documents.push((PathBuf::from(proposal.name), proposal.bytes));
        let folder = PathBuf::from(document::plans_folder_name(lang));
        let plans = document::plans(dossier, lang, made).map_err(Failure::defect)?;
        documents.extend(
            plans
                .into_iter()
                .map(|plan| (folder.join(plan.name), plan.bytes)),
        );
    }
    Ok(documents)
}

/// The date of a run. It is all that is wanted of the manifest: a dossier alone will do.
pub(super) fn made(run: &Path, year: i32) -> Made {
    let started = saved_run::manifest(run).ok().map(|found| found.started);
    Made::of(started.as_deref(), year)
}

/// Where documents go unless the user says otherwise.
pub(super) fn folder(run: &Path, lang: Lang) -> PathBuf {
    run.join(document::folder_name(lang))
}
