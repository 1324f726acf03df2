//! The files of a set: it may name files beside and below itself, and no others.

use crate::source::bounded;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

/// Reads the files that a set names.
#[derive(Clone, Debug)]
pub struct SetFiles {
    /// The folder that the set stands in; names are relative to it.
    folder: PathBuf,
    /// How names are shown: the folder as the user gave it.
    shown: PathBuf,
}

impl SetFiles {
    /// The files beside `set`, and the set's own name there.
    pub fn beside(set: &Path) -> (Self, String) {
        let parent = set.parent().unwrap_or(Path::new(""));
        let folder = if parent.as_os_str().is_empty() {
            Path::new(".")
        } else {
            parent
        };
        let name = set
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let files = Self {
            folder: folder.to_owned(),
            shown: parent.to_owned(),
        };
        (files, name)
    }

    /// How diagnostics and manifests call a file.
    pub(super) fn shown(&self, name: &str) -> String {
        self.shown.join(name).display().to_string()
    }

    /// The text of a file. *Errors:* the reason, as a word of the catalogue (E0429).
    pub(super) fn read(&self, name: &str) -> Result<String, &'static str> {
        let path = Path::new(name);
        let plain = path
            .components()
            .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if !plain {
            return Err("outside");
        }
        let path = self.folder.join(path);
        let inside = self.folder.canonicalize().map_err(|error| reason(&error))?;
        let real = path.canonicalize().map_err(|error| reason(&error))?;
        if !real.starts_with(&inside) {
            return Err("outside");
        }
        let bytes = bounded(&real).map_err(|error| reason(&error))?;
        let text = String::from_utf8(bytes).map_err(|_| "encoding")?;
        Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
    }
}

fn reason(error: &std::io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::NotFound => "not-found",
        ErrorKind::PermissionDenied => "permission",
        ErrorKind::IsADirectory => "not-a-file",
        ErrorKind::FileTooLarge => "too-large",
        _ => "other",
    }
}
