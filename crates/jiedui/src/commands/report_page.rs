//! The web page, the map for GIS programs and the CSV tables of `jiedui report`.

use crate::arguments::{DocumentForm, Encoding, ReportArguments};
use crate::exit::Failure;
use crate::report_files::Document;
use crate::saved_run;
use jiedui_diagnostics::Diagnostic;
use jiedui_engine::Dossier;
use jiedui_input::read_within;
use jiedui_messages::{Lang, catalogue};
use jiedui_report::Answers;
use jiedui_report::csv_export::{self, CsvEncoding};
use jiedui_report::geojson::geojson;
use jiedui_report::html::{
    self, Boundaries, BoundariesError, Compared, HtmlOptions, LARGEST_FILE, MOST_POSITIONS,
};
use std::path::{Path, PathBuf};

/// The documents of these forms among those asked for.
pub(super) fn documents(
    arguments: &ReportArguments,
    dossier: &Dossier,
    answers: &Answers,
    others: &[PathBuf],
    lang: Lang,
) -> Result<Vec<Document>, Failure> {
    let named = |key: &str| PathBuf::from(catalogue(lang).text(key, &[]));
    let mut documents = Vec::new();
    if arguments.to.contains(&DocumentForm::Html) {
        let page = page(arguments, dossier, answers, others, lang)?;
        documents.push((named("html-file"), page.into_bytes()));
    }
    if arguments.to.contains(&DocumentForm::Geojson) {
        documents.push((named("html-file-geojson"), geojson(dossier).into_bytes()));
    }
    if arguments.to.contains(&DocumentForm::Csv) {
        let encoding = match arguments.encoding {
            Encoding::Utf8 => CsvEncoding::Utf8,
            Encoding::Gb18030 => CsvEncoding::Gb18030,
        };
        let folder = named("html-folder-csv");
        let files = csv_export::export(dossier, lang, encoding);
        let files = files.into_iter();
        documents.extend(files.map(|file| (folder.join(file.name), file.bytes)));
    }
    Ok(documents)
}

fn page(
    arguments: &ReportArguments,
    dossier: &Dossier,
    answers: &Answers,
    others: &[PathBuf],
    lang: Lang,
) -> Result<String, Failure> {
    let boundaries = arguments.boundaries.as_deref().map(boundaries);
    let boundaries = boundaries.transpose()?;
    let mut found = Vec::new();
    for run in others {
        found.push((run.display().to_string(), saved_run::dossier(run)?));
    }
    let compared: Vec<Compared<'_>> = found
        .iter()
        .map(|(label, dossier)| Compared { label, dossier })
        .collect();
    let options = HtmlOptions {
        lang,
        boundaries: boundaries.as_ref(),
        compared: &compared,
        answers: Some(answers),
    };
    html::report(dossier, &options).map_err(Failure::defect)
}

/// *Errors:* E0907.
fn boundaries(path: &Path) -> Result<Boundaries, Failure> {
    let problem = |reason: &str| {
        Diagnostic::new("E0907")
            .with("value", path.display())
            .with("reason", reason)
    };
    let too_large = || problem("too-large").with("limit", LARGEST_FILE / 1024 / 1024);
    let bytes = read_within(path, LARGEST_FILE).map_err(|error| {
        Failure::rejected_for(match error.kind() {
            std::io::ErrorKind::FileTooLarge => too_large(),
            _ => problem("unreadable"),
        })
    })?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::rejected_for(problem("not-geojson").with("detail", "UTF-8")))?;
    Boundaries::parse(&text).map_err(|error| {
        Failure::rejected_for(match error {
            BoundariesError::TooLarge => too_large(),
            BoundariesError::NotGeoJson(detail) => problem("not-geojson").with("detail", detail),
            BoundariesError::TooManyPositions => problem("too-many").with("limit", MOST_POSITIONS),
            BoundariesError::OutsideTheEarth(lon, lat) => {
                problem("not-degrees").with("detail", format!("{lon}, {lat}"))
            }
            BoundariesError::NothingToDraw => problem("nothing"),
        })
    })
}
