//! Writing a folder that is no run: under a temporary name beside its place, renamed when complete, never
//! over another.

use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::partial_folder::{PartialFolder, check_e0902_unwritable, parent_of};
use std::path::{Path, PathBuf};

/// A folder that is being written. Dropped before it is complete, it leaves nothing behind.
pub(crate) struct NewFolder {
    target: PathBuf,
    folder: PartialFolder,
    /// What is said where somebody has taken the place meanwhile.
    taken: String,
}

impl NewFolder {
    /// Opens the folder.
    ///
    /// *Errors:* exit code 1 where the place is taken, E0902 where nothing can be written there.
    pub(crate) fn begin(console: &Console, target: &Path) -> Result<Self, Failure> {
        let shown = target.display().to_string();
        let taken = console.text("cli-folder-taken", &[("folder", &shown)]);
        if target.exists() {
            return Err(Failure::said(Exit::Rejected, taken));
        }
        let folder = PartialFolder::begin(&parent_of(target))?;
        Ok(Self {
            target: target.to_path_buf(),
            folder,
            taken,
        })
    }

    /// Writes one file. *Errors:* E0902.
    pub(crate) fn write(&self, name: &str, text: &str) -> Result<(), Failure> {
        self.folder.write(name, text)
    }

    /// Gives the folder its name. *Errors:* as [`Self::begin`].
    pub(crate) fn complete(mut self) -> Result<(), Failure> {
        if self.target.exists() {
            return Err(Failure::said(Exit::Rejected, self.taken.clone()));
        }
        self.folder
            .rename(&self.target)
            .map_err(|_| check_e0902_unwritable(&self.target))
    }
}
