//! The files of a case that has no plan: why, for people and for programs.

use crate::exit::Failure;
use crate::run_folder::RunFolder;
use crate::saved_run::CONFLICT;
use jiedui_engine::conflict_report::ConflictReport;
use jiedui_messages::Lang;

/// Writes the report: typed, and in both languages.
pub(crate) fn write(folder: &mut RunFolder, report: &ConflictReport) -> Result<(), Failure> {
    let json = serde_json::to_string_pretty(report).map_err(Failure::defect)?;
    folder.write(&format!("{CONFLICT}.json"), &format!("{json}\n"))?;
    for (lang, name) in [
        (Lang::Zh, format!("{CONFLICT}.md")),
        (Lang::En, format!("{CONFLICT}.en.md")),
    ] {
        folder.write(&name, &jiedui_report::conflict::markdown(report, lang))?;
    }
    Ok(())
}
