//! Reading a run folder that is there already.

use crate::exit::Failure;
use crate::manifest::{FORMAT_VERSION, Manifest, digest};
use crate::plan_file;
use crate::run_folder::MANIFEST;
use jiedui_diagnostics::{Diagnostic, Location};
use jiedui_engine::conflict_report::{self, ConflictReport};
use jiedui_engine::{CERTIFICATE_VERSION, Certificate, Digest, Dossier, Knowledge, dossier};
use jiedui_input::read_named_within;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::path::{Component, Path};
use std::sync::Arc;

/// The dossier's file.
pub(crate) const DOSSIER: &str = "dossier.json";
/// What later runs of a similar case can start from.
pub(crate) const KNOWLEDGE: &str = "knowledge.json";
/// Whether an input of a run is what its search started from, which is no part of its case.
pub(crate) fn is_start(input: &Digest) -> bool {
    [KNOWLEDGE, plan_file::START].contains(&input.name.as_str())
}

/// The plan's file.
pub(crate) const PLAN: &str = "plan.csv";
/// What proves the bounds of a run.
pub(crate) const CERTIFICATE: &str = "certificate.json";
/// The conflict report of a run without a plan.
pub(crate) const CONFLICT: &str = "conflict";
/// Bytes of one file. A dossier grows with its case, so that what limits the files of a case would refuse runs that
/// were written here; beyond this it is no run.
const LARGEST_FILE: u64 = 2 << 30;

/// The dossier of a run, as it was written. *Errors:* as [`bytes`], E0905, and E0904 also where the manifest knows of
/// another: what somebody edited is told to nobody.
pub(crate) fn dossier(run: &Path) -> Result<Dossier, Failure> {
    let bytes = bytes(run, DOSSIER)?;
    let dossier = dossier_in(&bytes)?;
    let stated = manifest(run).ok().and_then(|manifest| {
        let mut files = manifest.files.into_iter();
        files.find(|file| file.name == DOSSIER)
    });
    match stated {
        Some(stated) if stated != digest(DOSSIER, &bytes) => {
            Err(Failure::rejected_for(check_e0904(DOSSIER)))
        }
        _ => Ok(dossier),
    }
}

/// The same, whatever was done to it. *Errors:* as [`bytes`], E0904, E0905.
pub(crate) fn dossier_as_it_is(run: &Path) -> Result<Dossier, Failure> {
    dossier_in(&bytes(run, DOSSIER)?)
}

fn dossier_in(bytes: &[u8]) -> Result<Dossier, Failure> {
    check_version(bytes, DOSSIER, dossier::FORMAT_VERSION)?;
    Dossier::from_json(bytes).map_err(|_| Failure::rejected_for(check_e0904(DOSSIER)))
}

/// What proves the bounds of a run. *Errors:* as [`bytes`], E0904, E0905.
pub(crate) fn certificate(run: &Path) -> Result<Certificate, Failure> {
    read_versioned(run, CERTIFICATE, CERTIFICATE_VERSION)
}

/// Why a run has no plan. *Errors:* as [`bytes`], E0904, E0905.
pub(crate) fn conflict(run: &Path) -> Result<ConflictReport, Failure> {
    let name = format!("{CONFLICT}.json");
    read_versioned(run, &name, conflict_report::FORMAT_VERSION)
}

/// The manifest of a run. *Errors:* as [`bytes`], E0904, E0905.
///
/// The files that it names are within the run, whoever wrote it (else E0904).
pub(crate) fn manifest(run: &Path) -> Result<Manifest, Failure> {
    let manifest: Manifest = read_versioned(run, MANIFEST, FORMAT_VERSION)?;
    if manifest
        .files
        .iter()
        .all(|file| parts_of(&file.name).is_some())
    {
        Ok(manifest)
    } else {
        Err(Failure::rejected_for(check_e0904(MANIFEST)))
    }
}

/// How many names a path is made of; `None` where it could leave the folder that it is joined to.
pub(crate) fn parts_of(path: &str) -> Option<usize> {
    let mut parts = 0;
    for part in Path::new(path).components() {
        let Component::Normal(_) = part else {
            return None;
        };
        parts += 1;
    }
    Some(parts)
}

/// What a run leaves for later ones, and the digest of the file. *Errors:* as [`bytes`], E0904.
pub(crate) fn knowledge(run: &Path) -> Result<(Knowledge, Digest), Failure> {
    let bytes = bytes(run, KNOWLEDGE)?;
    let known = serde_json::from_slice(&bytes)
        .map_err(|_| Failure::rejected_for(check_e0904(KNOWLEDGE)))?;
    Ok((known, digest(KNOWLEDGE, &bytes)))
}

/// A file of a run. *Errors:* E0002, E0003, and E0903 where it is missing.
pub(crate) fn bytes(run: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    let path = run.join(name);
    if !path.exists() {
        return Err(Failure::rejected_for(
            Diagnostic::new("E0903")
                .with("value", run.display())
                .with("missing", name),
        ));
    }
    read_named_within(&path, &Arc::from(name), LARGEST_FILE).map_err(Failure::rejected_for)
}

fn read_versioned<T: DeserializeOwned>(run: &Path, name: &str, version: u32) -> Result<T, Failure> {
    let bytes = bytes(run, name)?;
    check_version(&bytes, name, version)?;
    serde_json::from_slice(&bytes).map_err(|_| Failure::rejected_for(check_e0904(name)))
}

fn check_version(bytes: &[u8], name: &str, version: u32) -> Result<(), Failure> {
    let Head { format_version } =
        serde_json::from_slice(bytes).map_err(|_| Failure::rejected_for(check_e0904(name)))?;
    let found = format_version.as_ref();
    if found.and_then(serde_json::Value::as_u64) == Some(u64::from(version)) {
        return Ok(());
    }
    let found = found.map_or_else(|| "?".to_owned(), ToString::to_string);
    Err(check_e0905_version(&found, version))
}

/// E0905: a file of another version of the program.
pub(crate) fn check_e0905_version(found: &str, version: u32) -> Failure {
    Failure::rejected_for(
        Diagnostic::new("E0905")
            .with("value", found)
            .with("allowed", version),
    )
}

/// What a file of any version begins with.
#[derive(Deserialize)]
struct Head {
    format_version: Option<serde_json::Value>,
}

/// E0904: a file is not what the run wrote.
pub(crate) fn check_e0904(name: &str) -> Diagnostic {
    Diagnostic::new("E0904")
        .at(Location::file(&Arc::from(name)))
        .with("reason", "changed")
}

/// E0904: a file of a run that its manifest does not name.
pub(crate) fn check_e0904_unlisted(name: &str) -> Diagnostic {
    Diagnostic::new("E0904")
        .at(Location::file(&Arc::from(name)))
        .with("reason", "unlisted")
}
