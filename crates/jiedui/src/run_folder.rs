//! Writing a run folder: under a temporary name beside its place, renamed when complete, never over
//! another.

use crate::exit::Failure;
use crate::input::POLICY_FILE;
use crate::manifest::{Manifest, digest};
use crate::partial_folder::{PartialFolder, check_e0902_unwritable, parent_of};
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::Case;
use jiedui_engine::Digest;
use std::path::{Path, PathBuf};

/// The folder in which runs without `--out` are put.
const RUNS: &str = "runs";
/// The folder within a run that holds the case and the policy.
pub(crate) const INPUT: &str = "input";
/// The manifest's own file.
pub(crate) const MANIFEST: &str = "manifest.json";

/// Where a run goes.
#[derive(Clone, Debug)]
pub(crate) enum Destination {
    /// Where the user said.
    Stated(PathBuf),
    /// `runs/NAME`, or `runs/NAME-2` where that exists, and so on.
    Named(String),
}

/// A run folder that is being written. Dropped before it is complete, it leaves nothing behind.
pub(crate) struct RunFolder {
    destination: Destination,
    folder: PartialFolder,
    files: Vec<Digest>,
}

impl RunFolder {
    /// Opens a folder under a temporary name.
    ///
    /// *Errors:* E0901 where the stated place is taken, E0902 where nothing can be written there.
    pub(crate) fn begin(destination: Destination) -> Result<Self, Failure> {
        let parent = match &destination {
            Destination::Stated(path) => {
                check_e0901_taken(path)?;
                parent_of(path)
            }
            Destination::Named(_) => PathBuf::from(RUNS),
        };
        Ok(Self {
            destination,
            folder: PartialFolder::begin(&parent)?,
            files: Vec::new(),
        })
    }

    /// Writes one file. *Errors:* E0902.
    pub(crate) fn write(&mut self, name: &str, text: &str) -> Result<(), Failure> {
        self.folder.write(name, text)?;
        self.files.push(digest(name, text.as_bytes()));
        Ok(())
    }

    /// Writes the case and the policy, so that the run can be verified from its files alone.
    pub(crate) fn write_input(&mut self, case: &Case) -> Result<(), Failure> {
        for (name, text) in jiedui_input::write_case(case) {
            self.write(&format!("{INPUT}/{name}"), &text)?;
        }
        let policy = jiedui_input::policy::write(&case.policy);
        self.write(&format!("{INPUT}/{POLICY_FILE}"), &policy)
    }

    /// Writes the manifest and gives the folder its name.
    ///
    /// *Errors:* E0901 where somebody has taken the stated place meanwhile, E0902.
    pub(crate) fn complete(mut self, mut manifest: Manifest) -> Result<PathBuf, Failure> {
        manifest.files = std::mem::take(&mut self.files);
        let mut text = serde_json::to_string_pretty(&manifest).map_err(Failure::defect)?;
        text.push('\n');
        self.write(MANIFEST, &text)?;
        let name = match &self.destination {
            Destination::Stated(path) => {
                check_e0901_taken(path)?;
                let renamed = self.folder.rename(path);
                return renamed
                    .map(|()| path.clone())
                    .map_err(|_| check_e0902_unwritable(path));
            }
            Destination::Named(name) => name,
        };
        // Another run may take a name between the look and the renaming.
        let mut target = Path::new(RUNS).join(name);
        for number in 2_u32.. {
            if !target.exists() {
                match self.folder.rename(&target) {
                    Ok(()) => return Ok(target),
                    Err(_) if target.exists() => {}
                    Err(_) => break,
                }
            }
            target = Path::new(RUNS).join(format!("{name}-{number}"));
        }
        Err(check_e0902_unwritable(&target))
    }
}

/// E0901: a run never overwrites another.
pub(crate) fn check_e0901_taken(path: &Path) -> Result<(), Failure> {
    if !path.exists() {
        return Ok(());
    }
    let problem = Diagnostic::new("E0901").with("value", path.display());
    Err(Failure::rejected_for(problem))
}
