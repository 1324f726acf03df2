//! Saving the documents of a run: all of them or none, never over another file.

use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::new_file::{NotWritten, write_new};
use crate::partial_folder::{check_e0902_unwritable, parent_of};
use std::path::{Path, PathBuf};

/// A document with its place below the folder of documents.
pub(crate) type Document = (PathBuf, Vec<u8>);

/// Saves documents below a folder, which is made where there is none, and prints where they are: a
/// line for a document, one for a subfolder with all that it holds.
///
/// *Errors:* exit code 1 where a file of that name is there already, E0902 where nothing can be
/// written; in both cases no document stays behind, and no folder that was made for them.
pub(crate) fn save(
    console: &Console,
    folder: &Path,
    documents: &[Document],
) -> Result<(), Failure> {
    let mut saved = Saved::default();
    let done = documents.iter().try_for_each(|(name, bytes)| {
        let path = folder.join(name);
        saved.write(&path, bytes).map_err(|why| match why {
            NotWritten::Unwritable => check_e0902_unwritable(&path),
            NotWritten::Taken => {
                let shown = path.display().to_string();
                let sentence = console.text("doc-file-taken", &[("file", &shown)]);
                Failure::said(Exit::Rejected, sentence)
            }
        })
    });
    if done.is_err() {
        saved.undo();
        return done;
    }
    console.out(&listing(console, folder, documents));
    Ok(())
}

/// What has been made so far, in the order of making.
#[derive(Default)]
struct Saved {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Saved {
    fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), NotWritten> {
        self.make_folder(&parent_of(path))?;
        write_new(path, bytes)?;
        self.files.push(path.to_path_buf());
        Ok(())
    }

    /// Makes a folder and those above it that are not there.
    fn make_folder(&mut self, folder: &Path) -> Result<(), NotWritten> {
        let mut missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|above| !above.as_os_str().is_empty() && !above.exists())
            .collect();
        missing.reverse();
        for folder in missing {
            std::fs::create_dir(folder).map_err(|_| NotWritten::Unwritable)?;
            self.folders.push(folder.to_path_buf());
        }
        Ok(())
    }

    /// Takes all of it away again. Nothing more can be done about what cannot be removed either; a
    /// folder in which somebody else has put something meanwhile stays.
    fn undo(self) {
        for file in self.files {
            let _ = std::fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = std::fs::remove_dir(folder);
        }
    }
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_before_a_failure_is_taken_away_again() {
        let folder = tempfile::tempdir().unwrap();
        let kept = folder.path().join("kept.txt");
        std::fs::write(&kept, "as it was").unwrap();
        let mut saved = Saved::default();
        let made = folder.path().join("new/below");
        saved.write(&made.join("one.txt"), b"1").unwrap();
        saved
            .write(&folder.path().join("new/two.txt"), b"2")
            .unwrap();
        // No file system takes such a name: the same as a disk that is full.
        let long = made.join("x".repeat(300));
        assert_eq!(saved.write(&long, b"3"), Err(NotWritten::Unwritable));
        assert_eq!(saved.write(&kept, b"4"), Err(NotWritten::Taken));
        saved.undo();
        let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
        assert_eq!(left.len(), 1, "{left:?}");
        assert_eq!(std::fs::read_to_string(&kept).unwrap(), "as it was");
    }

    #[test]
    fn a_folder_in_use_by_others_stays() {
        let folder = tempfile::tempdir().unwrap();
        let mut saved = Saved::default();
        let made = folder.path().join("new");
        saved.write(&made.join("one.txt"), b"1").unwrap();
        std::fs::write(made.join("foreign.txt"), "").unwrap();
        saved.undo();
        assert!(made.join("foreign.txt").exists() && !made.join("one.txt").exists());
    }
}
