//! Writing a file that does not exist yet, whole or not at all.

use crate::partial_folder::parent_of;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// Why a file is not there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NotWritten {
    /// Something of that name is there; it is left as it was.
    Taken,
    /// The disk is full, or the place is closed.
    Unwritable,
}

/// Writes the file under a temporary name beside its place, then gives it its own. A full disk leaves
/// no half of it behind.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), NotWritten> {
    let unwritable = |_| NotWritten::Unwritable;
    if path.exists() {
        return Err(NotWritten::Taken);
    }
    let mut file = partial_file(&parent_of(path)).map_err(unwritable)?;
    file.write_all(bytes).map_err(unwritable)?;
    // A full disk may show only when the bytes are to reach it.
    file.as_file().sync_all().map_err(unwritable)?;
    file.persist_noclobber(path)
        .map(|_| ())
        .map_err(|error| match error.error.kind() {
            ErrorKind::AlreadyExists => NotWritten::Taken,
            _ => NotWritten::Unwritable,
        })
}

/// Writes the file whole or not at all, in the place of one of that name.
pub(crate) fn replace_file(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = partial_file(&parent_of(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// Writes a file of a folder that has no name of its own yet.
pub(crate) fn write_part(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// An empty file under a temporary name, which goes away unless it is given its own.
pub(crate) fn partial_file(folder: &Path) -> std::io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".jiedui-").suffix(".partial");
    // As any file that the user makes; a temporary one would be closed to everybody else.
    #[cfg(unix)]
    let builder = builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
