//! What the random sets of a what-if say about the pairs of its base, for whoever tells about the base.

use crate::exit::Failure;
use crate::manifest::Manifest;
use crate::saved_run;
use crate::scenario_folder::{Head, ScenarioFolder, TABLE};
use jiedui_diagnostics::Diagnostic;
use jiedui_engine::Dossier;
use jiedui_engine::scenario_records::{ScenarioTable, TABLE_VERSION};
use std::path::Path;

/// Fills in the stability of a run's dossier from the folder of a what-if of this very run: the whole
/// set, a shard, or shards merged.
///
/// *Errors:* E0442, and E0903–E0905 for a run whose manifest cannot be read.
pub(crate) fn attach(dossier: &mut Dossier, run: &Path, whatif: &Path) -> Result<(), Failure> {
    let manifest = saved_run::manifest(run)?;
    let head = head(whatif)?;
    if !is_of(&head, &manifest) {
        return Err(check_e0442(whatif, "other-base"));
    }
    let bytes = saved_run::bytes(whatif, TABLE).map_err(|_| check_e0442(whatif, "unfinished"))?;
    let table: ScenarioTable =
        serde_json::from_slice(&bytes).map_err(|_| check_e0442(whatif, "no-whatif"))?;
    if table.format_version != TABLE_VERSION {
        let found = table.format_version.to_string();
        return Err(saved_run::check_e0905_version(&found, TABLE_VERSION));
    }
    if table.stability.is_empty() {
        return Err(check_e0442(whatif, "no-random"));
    }
    dossier.stability = table.stability;
    Ok(())
}

fn head(whatif: &Path) -> Result<Head, Failure> {
    ScenarioFolder::existing(whatif)
        .map_err(|_| check_e0442(whatif, "no-whatif"))
        .and_then(|(_, head, _)| head.check_e0905().map(|()| head))
}

/// Whether the run is the base: made from the same bytes, and the one that scenarios started from.
fn is_of(head: &Head, manifest: &Manifest) -> bool {
    let own = manifest
        .inputs
        .iter()
        .filter(|file| !saved_run::is_start(file));
    let same_input = own.eq(&head.inputs);
    let left = manifest
        .files
        .iter()
        .any(|file| file.digest == head.knowledge.digest);
    same_input && left
}

/// E0442: a folder that says nothing about the stability of the run; `reason` is a word of the catalogue.
fn check_e0442(whatif: &Path, reason: &'static str) -> Failure {
    let problem = Diagnostic::new("E0442")
        .with("reason", reason)
        .with("value", whatif.display());
    Failure::rejected_for(problem)
}
