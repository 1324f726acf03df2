//! The files of a case that has no plan: why, for people and for programs.

use crate::exit::Failure;
use crate::run_folder::RunFolder;
use crate::saved_run::CONFLICT;
use jiedui_engine::conflict_report::{Cause, ConflictReport};
use jiedui_messages::Lang;
use std::collections::BTreeMap;

/// The report with the columns of its cells as the user's files head them (`Loaded::heads`).
pub(crate) fn in_own_heads(
    mut report: ConflictReport,
    heads: &BTreeMap<(String, String), String>,
) -> ConflictReport {
    let elements = report.elements.iter_mut();
    let stated = elements.flat_map(|element| &mut element.cells);
    let sets = report.sets.iter_mut().flat_map(|set| &mut set.causes);
    let demanding = report.causes.iter_mut().chain(sets);
    let demanding = demanding.filter_map(|cause| match cause {
        Cause::ForcedButExcluded { cell, .. } => Some(cell),
        _ => None,
    });
    for cell in stated.chain(demanding) {
        let head = heads.get(&(cell.file.clone(), cell.column.clone()));
        if let (None, Some(head)) = (&cell.section, head) {
            cell.column.clone_from(head);
        }
    }
    report
}

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
