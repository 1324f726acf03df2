//! The tiny valid case that fixtures change.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses its part; a test that cannot read its fixture should stop"
)]

use jiedui_diagnostics::Diagnostic;
use jiedui_input::{CaseSource, Loaded, NamedText, load};
use std::path::PathBuf;

/// Files by name.
pub type Files = Vec<(String, Vec<u8>)>;

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/case")
        .join(name)
}

fn read_folder(name: &str) -> Files {
    let mut files: Files = std::fs::read_dir(folder(name))
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let content = std::fs::read(entry.path()).unwrap();
            (entry.file_name().into_string().unwrap(), content)
        })
        .collect();
    files.sort();
    files
}

/// The valid case with its policy.
pub fn base() -> Files {
    read_folder("base")
}

/// The valid case with the files of one fixture in place of its own.
pub fn with_fixture(code: &str) -> Files {
    let mut files = base();
    for (name, content) in read_folder(code) {
        if name == "_remove.txt" {
            let gone = String::from_utf8(content).unwrap();
            files.retain(|(other, _)| !gone.lines().any(|line| line == other));
            continue;
        }
        replace(&mut files, &name, content);
    }
    files
}

/// Puts one file in place of another of its name.
pub fn replace(files: &mut Files, name: &str, content: impl Into<Vec<u8>>) {
    files.retain(|(other, _)| other != name);
    files.push((name.to_owned(), content.into()));
}

/// The text of one file.
pub fn text(files: &Files, name: &str) -> String {
    let (_, content) = files.iter().find(|(other, _)| other == name).unwrap();
    String::from_utf8(content.clone()).unwrap()
}

/// Loads files of which `policy.toml` is the policy.
pub fn load_files(mut files: Files, overlays: &[NamedText<'_>]) -> Result<Loaded, Vec<Diagnostic>> {
    let policy = text(&files, "policy.toml");
    files.retain(|(name, _)| name != "policy.toml");
    let policy = NamedText {
        name: "policy.toml",
        text: &policy,
    };
    load(&CaseSource::Memory(files), policy, overlays)
}
