//! The folder under a temporary name that a whole folder grows in before it gets its own.

use crate::exit::Failure;
use crate::interrupt::{self, Unfinished};
use crate::new_file::write_part;
use jiedui_diagnostics::Diagnostic;
use std::path::{Path, PathBuf};
use tempfile::{Builder, TempDir};

/// A folder that is being written. Dropped or interrupted before it has its name, it leaves nothing behind.
pub(crate) struct PartialFolder {
    folder: TempDir,
    /// The folder around it, if it was made for this one.
    made: Option<PathBuf>,
}

impl PartialFolder {
    /// Opens an empty folder in `parent`, which is made where there is none.
    ///
    /// *Errors:* E0902.
    pub(crate) fn begin(parent: &Path) -> Result<Self, Failure> {
        let mut unfinished = interrupt::unfinished();
        let made = (!parent.exists()).then(|| parent.to_path_buf());
        std::fs::create_dir_all(parent).map_err(|_| check_e0902_unwritable(parent))?;
        let mut builder = Builder::new();
        builder.prefix(".jiedui-").suffix(".partial");
        // As any folder that the user makes; a temporary one would be closed to everybody else.
        #[cfg(unix)]
        let builder = builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
        let folder = builder
            .tempdir_in(parent)
            .map_err(|_| check_e0902_unwritable(parent))?;
        unfinished.push(Unfinished {
            folder: folder.path().to_path_buf(),
            made: made.clone(),
        });
        Ok(Self { folder, made })
    }

    /// Writes one file. *Errors:* E0902.
    pub(crate) fn write(&self, name: &str, text: &str) -> Result<(), Failure> {
        let _unfinished = interrupt::unfinished();
        let path = self.folder.path().join(name);
        let folder = path.parent().unwrap_or(self.folder.path());
        std::fs::create_dir_all(folder)
            .and_then(|()| write_part(&path, text.as_bytes()))
            .map_err(|_| check_e0902_unwritable(&path))
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Gives the folder its name, which nothing may have.
    pub(crate) fn rename(&mut self, target: &Path) -> std::io::Result<()> {
        let mut unfinished = interrupt::unfinished();
        std::fs::rename(self.folder.path(), target)?;
        unfinished.retain(|other| other.folder != self.folder.path());
        self.made = None;
        Ok(())
    }
}

impl Drop for PartialFolder {
    fn drop(&mut self) {
        let mut unfinished = interrupt::unfinished();
        unfinished.retain(|other| other.folder != self.folder.path());
        // The temporary folder goes first; the one around it goes only if nothing else is in it.
        let _ = std::fs::remove_dir_all(self.folder.path());
        if let Some(made) = self.made.take() {
            let _ = std::fs::remove_dir(made);
        }
    }
}

/// The folder that a path stands in.
pub(crate) fn parent_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

/// E0902: the disk is full, or the place is closed.
pub(crate) fn check_e0902_unwritable(path: &Path) -> Failure {
    Failure::rejected_for(Diagnostic::new("E0902").with("value", path.display()))
}
