//! Saving the documents of a run: all of them or none, never over another file.

use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::partial_folder::check_e0902_unwritable;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A document with its place below the folder of documents.
pub(crate) type Document = (PathBuf, Vec<u8>);

/// Saves documents below a folder, which is made where there is none, and prints where they are: a
/// line for a document, one for a subfolder with all that it holds.
///
/// *Errors:* exit code 1 where a file of that name is there already, E0902 where nothing can be
/// written; in both cases no document stays behind.
pub(crate) fn save(
    console: &Console,
    folder: &Path,
    documents: &[Document],
) -> Result<(), Failure> {
    let taken = documents.iter().map(|(name, _)| folder.join(name));
    if let Some(path) = taken.into_iter().find(|path| path.exists()) {
        let shown = path.display().to_string();
        let sentence = console.text("doc-file-taken", &[("file", &shown)]);
        return Err(Failure::said(Exit::Rejected, sentence));
    }
    let mut written = Vec::new();
    for (name, bytes) in documents {
        let path = folder.join(name);
        if write(&path, bytes).is_err() {
            for path in written {
                // Nothing more can be done about a file that cannot be removed either.
                let _ = std::fs::remove_file(path);
            }
            return Err(check_e0902_unwritable(&path));
        }
        written.push(path);
    }
    console.out(&listing(console, folder, documents));
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    let mut file = std::fs::File::create_new(path)?;
    let done = file.write_all(bytes).and_then(|()| file.sync_all());
    if done.is_err() {
        let _ = std::fs::remove_file(path);
    }
    done
}

fn listing(console: &Console, folder: &Path, documents: &[Document]) -> String {
    let mut lines = String::new();
    let mut folders: Vec<(&Path, usize)> = Vec::new();
    for (name, _) in documents {
        match name
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty())
        {
            None => {
                lines.push_str(&folder.join(name).display().to_string());
                lines.push('\n');
            }
            Some(parent) => match folders.iter_mut().find(|(known, _)| *known == parent) {
                Some((_, count)) => *count += 1,
                None => folders.push((parent, 1)),
            },
        }
    }
    for (subfolder, count) in folders {
        let shown = folder.join(subfolder).display().to_string();
        let values = [("folder", shown.as_str()), ("count", &count.to_string())];
        lines.push_str(&console.text("doc-folder-written", &values));
        lines.push('\n');
    }
    lines
}
