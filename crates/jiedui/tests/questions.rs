//! The ten questions of the book: their commands are understood, and name parties of the shipped case.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod command;

use command::jiedui;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The commands of the page: lines that begin with `$ jiedui`.
fn commands() -> Vec<Vec<String>> {
    let page = fs::read_to_string(root().join("docs/questions.md")).unwrap();
    let lines = page
        .lines()
        .filter_map(|line| line.strip_prefix("$ jiedui "));
    lines
        .map(|line| line.split_whitespace().map(str::to_owned).collect())
        .collect()
}

/// Codes and names in the first two columns of a table of the shipped case.
fn parties(table: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join("seeds/sichuan-2025").join(table)).unwrap();
    let text = text.trim_start_matches('\u{feff}');
    let rows = text.lines().skip(1).map(|line| line.split(','));
    rows.flat_map(|row| row.take(2).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

#[test]
fn ten_questions_are_asked() {
    let page = fs::read_to_string(root().join("docs/questions.md")).unwrap();
    let questions = page.lines().filter(|line| line.starts_with("## "));
    assert_eq!(questions.count(), 10);
    assert!(commands().len() >= 10, "{:?}", commands());
}

#[test]
fn every_command_is_understood() {
    let folder = TempDir::new().unwrap();
    for words in commands() {
        let output = jiedui(folder.path()).args(&words).output().unwrap();
        // Understood, and refused for want of the run alone.
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{words:?}: {error}");
        assert!(error.contains("E0903"), "{words:?}: {error}");
    }
}

#[test]
fn every_party_is_in_the_shipped_case() {
    let (helpers, places) = (parties("helpers.csv"), parties("places.csv"));
    let mut seen = 0;
    for words in commands() {
        for pair in words.windows(2) {
            let named: Vec<(&[String], &str)> = match pair[0].as_str() {
                "--recipient" => vec![(&places, &pair[1])],
                "--helper" => vec![(&helpers, &pair[1])],
                "--pair" | "--why-not" => {
                    let (helper, recipient) = pair[1].split_once(':').unwrap();
                    vec![(&helpers, helper), (&places, recipient)]
                }
                _ => continue,
            };
            for (known, name) in named {
                assert!(known.iter().any(|one| one == name), "{words:?}: {name}");
                seen += 1;
            }
        }
    }
    assert!(seen >= 10, "only {seen} parties named");
}
