//! Writing the case folder, or checking that the committed one is the derived one.

use crate::error::SeedsError;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Writes every file.
///
/// *Errors:* [`SeedsError::File`].
pub fn write(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), SeedsError> {
    fs::create_dir_all(folder).map_err(|source| SeedsError::File {
        path: folder.to_owned(),
        source,
    })?;
    for (name, content) in files {
        let path = folder.join(name);
        fs::write(&path, content).map_err(|source| SeedsError::File { path, source })?;
    }
    Ok(())
}

/// Compares every file with the committed one, byte by byte.
///
/// *Errors:* [`SeedsError::Differs`] for the first that differs or is not derived any more,
/// [`SeedsError::File`].
pub fn check(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), SeedsError> {
    for (name, content) in files {
        let path = folder.join(name);
        let committed = fs::read(&path).map_err(|source| SeedsError::File {
            path: path.clone(),
            source,
        })?;
        if committed != *content {
            return Err(SeedsError::Differs { path });
        }
    }
    let failed = |source| SeedsError::File {
        path: folder.to_owned(),
        source,
    };
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let is_table = path.extension().is_some_and(|end| end == "csv");
        let name = path.file_name().and_then(|name| name.to_str());
        if is_table && name.is_none_or(|name| !files.contains_key(name)) {
            return Err(SeedsError::Differs { path });
        }
    }
    Ok(())
}
