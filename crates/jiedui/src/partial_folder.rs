//! The folder under a temporary name that a whole folder grows in before it gets its own.

use crate::exit::Failure;
use crate::interrupt;
use jiedui_diagnostics::Diagnostic;
use std::path::{Path, PathBuf};
use tempfile::{Builder, TempDir};

/// Opens an empty folder in `parent`, which is made where there is none; an interrupt removes it.
///
/// *Errors:* E0902.
pub(crate) fn partial_folder(parent: &Path) -> Result<TempDir, Failure> {
    std::fs::create_dir_all(parent).map_err(|_| check_e0902_unwritable(parent))?;
    let mut builder = Builder::new();
    builder.prefix(".jiedui-").suffix(".partial");
    // As any folder that the user makes; a temporary one would be closed to everybody else.
    #[cfg(unix)]
    let builder = builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    let folder = builder
        .tempdir_in(parent)
        .map_err(|_| check_e0902_unwritable(parent))?;
    interrupt::guard(Some(folder.path()));
    Ok(folder)
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
