//! Where the files of a case come from: a folder, a workbook, or memory (the case that ships in the
//! binary).

use jiedui_diagnostics::{Diagnostic, Location};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Bytes of one file.
const MAX_FILE: u64 = 64 * 1024 * 1024;

/// The files of a case.
#[derive(Clone, Debug)]
pub enum CaseSource {
    /// A folder of CSV files and `case.toml`.
    Folder(PathBuf),
    /// Files by name, embedded in the binary.
    Embedded(&'static [(&'static str, &'static [u8])]),
    /// Files by name, in memory.
    Memory(Vec<(String, Vec<u8>)>),
    /// One workbook (`.xlsx`).
    Workbook(PathBuf),
    /// A workbook in memory, with its file name.
    WorkbookInMemory(String, Vec<u8>),
}

/// A workbook as it was read.
pub(crate) struct WorkbookFile {
    /// How diagnostics call it.
    pub(crate) name: Arc<str>,
    /// *Errors:* E0002, E0003.
    pub(crate) bytes: Result<Vec<u8>, Diagnostic>,
}

impl CaseSource {
    /// The case at a place that a user named: a folder, or a file, which must be a workbook.
    pub fn at(path: &Path) -> Self {
        if path.is_file() {
            Self::Workbook(path.to_owned())
        } else {
            Self::Folder(path.to_owned())
        }
    }

    /// The workbook; `None` for cases of several files.
    pub(crate) fn workbook(&self) -> Option<WorkbookFile> {
        Some(match self {
            Self::Workbook(path) => {
                let name: Arc<str> = path.file_name().map_or_else(
                    || Arc::from(path.to_string_lossy().as_ref()),
                    |name| Arc::from(name.to_string_lossy().as_ref()),
                );
                let bytes = read_named(path, &name);
                WorkbookFile { name, bytes }
            }
            Self::WorkbookInMemory(name, bytes) => {
                let name: Arc<str> = Arc::from(name.as_str());
                let size = bytes.len() as u64;
                let bytes = check_e0003_large_file(&name, size).map(|()| bytes.clone());
                WorkbookFile { name, bytes }
            }
            Self::Folder(_) | Self::Embedded(_) | Self::Memory(_) => return None,
        })
    }

    /// The names of all files, sorted.
    ///
    /// *Errors:* E0001 for a folder that cannot be listed.
    pub(crate) fn names(&self) -> Result<Vec<String>, Diagnostic> {
        let mut names = match self {
            Self::Folder(folder) => {
                let names =
                    list(folder).map_err(|kind| check_e0001_folder(folder, reason(kind)))?;
                if is_run(&names) {
                    return Err(check_e0001_folder(folder, "a-run"));
                }
                names
            }
            Self::Embedded(files) => files.iter().map(|(name, _)| (*name).to_owned()).collect(),
            Self::Memory(files) => files.iter().map(|(name, _)| name.clone()).collect(),
            Self::Workbook(_) | Self::WorkbookInMemory(..) => Vec::new(),
        };
        names.sort();
        Ok(names)
    }

    /// The bytes of one of the files listed by `names`.
    ///
    /// *Errors:* E0002, E0003, E0006.
    pub(crate) fn read(&self, name: &Arc<str>) -> Result<Vec<u8>, Diagnostic> {
        let in_memory = |bytes: &[u8]| {
            check_e0003_large_file(name, bytes.len() as u64)?;
            Ok(bytes.to_vec())
        };
        match self {
            Self::Folder(folder) => read_file(folder, name),
            Self::Embedded(files) => match files.iter().find(|(other, _)| *other == &**name) {
                Some((_, bytes)) => in_memory(bytes),
                None => Err(check_e0002_unreadable(name, ErrorKind::NotFound)),
            },
            Self::Memory(files) => match files.iter().find(|(other, _)| **other == **name) {
                Some((_, bytes)) => in_memory(bytes),
                None => Err(check_e0002_unreadable(name, ErrorKind::NotFound)),
            },
            Self::Workbook(_) | Self::WorkbookInMemory(..) => {
                Err(check_e0002_unreadable(name, ErrorKind::NotFound))
            }
        }
    }
}

fn list(folder: &Path) -> Result<Vec<String>, ErrorKind> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| error.kind())? {
        let entry = entry.map_err(|error| error.kind())?;
        // A name that is no Unicode is none of ours.
        if let Ok(name) = entry.file_name().into_string() {
            names.push(name);
        }
    }
    Ok(names)
}

/// Whether a folder is the result of a run, which is easily named in place of the case.
fn is_run(names: &[String]) -> bool {
    let has = |name: &str| names.iter().any(|found| found == name);
    has("manifest.json") && !has("case.toml")
}

/// A file of the folder of a case, within it whatever links say.
///
/// *Errors:* E0002, E0003, E0006.
pub fn read_file(folder: &Path, name: &Arc<str>) -> Result<Vec<u8>, Diagnostic> {
    let unreadable = |error: std::io::Error| check_e0002_unreadable(name, error.kind());
    let path = folder.join(&**name).canonicalize().map_err(unreadable)?;
    let inside = folder.canonicalize().map_err(unreadable)?;
    check_e0006_outside(name, &path, &inside)?;
    read_named(&path, name)
}

/// A file that the user named or that a case consists of; `name` is how diagnostics call it.
///
/// *Errors:* E0002, E0003.
pub fn read_named(path: &Path, name: &Arc<str>) -> Result<Vec<u8>, Diagnostic> {
    read_named_within(path, name, MAX_FILE)
}

/// The same for a file of at most so many bytes.
///
/// *Errors:* E0002, E0003.
pub fn read_named_within(path: &Path, name: &Arc<str>, most: u64) -> Result<Vec<u8>, Diagnostic> {
    read_within(path, most).map_err(|error| match error.kind() {
        ErrorKind::FileTooLarge => {
            let size = std::fs::metadata(path).map_or(most + 1, |found| found.len());
            large_file(name, size, most)
        }
        kind => check_e0002_unreadable(name, kind),
    })
}

/// A file of a case, which another file names.
pub(crate) fn bounded(path: &Path) -> std::io::Result<Vec<u8>> {
    read_within(path, MAX_FILE)
}

/// The bytes of a file of at most so many.
///
/// *Errors:* also `FileTooLarge`, and `IsADirectory` for whatever is no file.
pub fn read_within(path: &Path, most: u64) -> std::io::Result<Vec<u8>> {
    // Looked at before it is opened: a pipe would wait for somebody to write.
    let metadata = std::fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(ErrorKind::IsADirectory.into());
    }
    let file = std::fs::File::open(path)?;
    if metadata.len() > most {
        return Err(ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::new();
    // The file may grow while it is read: the limit holds for what is read, too.
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

fn reason(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::NotFound => "not-found",
        ErrorKind::PermissionDenied => "permission",
        ErrorKind::NotADirectory => "not-a-folder",
        ErrorKind::IsADirectory => "not-a-file",
        _ => "other",
    }
}

/// E0001: the case folder is not there or cannot be listed.
fn check_e0001_folder(folder: &Path, reason: &'static str) -> Diagnostic {
    Diagnostic::new("E0001")
        .with("value", folder.display())
        .with("reason", reason)
}

/// E0002: a file of the case is there but cannot be read.
fn check_e0002_unreadable(name: &Arc<str>, kind: ErrorKind) -> Diagnostic {
    Diagnostic::new("E0002")
        .at(Location::file(name))
        .with("reason", reason(kind))
}

/// E0003: a file larger than any case.
fn check_e0003_large_file(name: &Arc<str>, bytes: u64) -> Result<(), Diagnostic> {
    match bytes {
        0..=MAX_FILE => Ok(()),
        _ => Err(large_file(name, bytes, MAX_FILE)),
    }
}

fn large_file(name: &Arc<str>, bytes: u64, most: u64) -> Diagnostic {
    Diagnostic::new("E0003")
        .at(Location::file(name))
        .with("size", bytes.div_ceil(1024 * 1024))
        .with("limit", most / (1024 * 1024))
}

/// E0006: a link leads out of the case folder.
fn check_e0006_outside(name: &Arc<str>, path: &Path, folder: &Path) -> Result<(), Diagnostic> {
    if path.starts_with(folder) {
        return Ok(());
    }
    Err(Diagnostic::new("E0006").at(Location::file(name)))
}
