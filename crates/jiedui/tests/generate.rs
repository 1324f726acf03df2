//! `jiedui generate` and `jiedui check --lp` end to end, with the built binary.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod command;

use command::{code, entries, err, out, run};
use std::fs;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

fn in_english(folder: &Path, words: &[&str]) -> Output {
    run(folder, &[words, &["--lang", "en"]].concat())
}

const SMALL: [&str; 7] = [
    "generate",
    "--recipients",
    "5",
    "--helpers",
    "40",
    "--seed",
    "7",
];

#[test]
fn generate_writes_a_case_that_check_accepts_and_never_overwrites_it() {
    let folder = TempDir::new().unwrap();
    let output = in_english(folder.path(), &SMALL);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(out(&output).contains("generated-5x40-7"));
    assert_eq!(entries(folder.path()), ["generated-5x40-7"]);

    let case = folder.path().join("generated-5x40-7");
    let before = fs::read_to_string(case.join("needs.csv")).unwrap();
    assert!(case.join("policy.toml").is_file());
    let output = in_english(folder.path(), &["check", "generated-5x40-7"]);
    assert_eq!(code(&output), 0, "{}", out(&output));
    assert!(!out(&output).contains("error["));

    let output = in_english(folder.path(), &SMALL);
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("exists already"));
    assert_eq!(entries(folder.path()), ["generated-5x40-7"]);
    let after = fs::read_to_string(case.join("needs.csv")).unwrap();
    assert_eq!(before, after);

    let elsewhere = [SMALL.as_slice(), &["--out", "deep/er"]].concat();
    assert_eq!(code(&in_english(folder.path(), &elsewhere)), 0);
    let again = fs::read_to_string(folder.path().join("deep/er/needs.csv")).unwrap();
    assert_eq!(before, again);
}

#[test]
fn generate_refuses_sizes_that_cannot_be_had_and_writes_nothing() {
    let folder = TempDir::new().unwrap();
    for (recipients, helpers, option) in [
        ("0", "40", "--recipients"),
        ("5", "7", "--helpers"),
        ("5", "100001", "--helpers"),
    ] {
        let words = [
            "generate",
            "--recipients",
            recipients,
            "--helpers",
            helpers,
            "--seed",
            "1",
        ];
        let output = in_english(folder.path(), &words);
        assert_eq!(code(&output), 2);
        let complaint = err(&output);
        assert!(complaint.contains(option), "{complaint}");
    }
    assert_eq!(entries(folder.path()), Vec::<String>::new());
}

#[test]
fn check_writes_one_lp_file_a_priority_and_never_over_a_folder() {
    let folder = TempDir::new().unwrap();
    in_english(folder.path(), &SMALL);
    let words = ["check", "generated-5x40-7", "--lp", "lp"];
    let output = in_english(folder.path(), &words);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let lp = folder.path().join("lp");
    assert_eq!(entries(&lp), ["tier-1.lp", "tier-2.lp", "tier-3.lp"]);
    let rows = |name: &str| {
        let text = fs::read_to_string(lp.join(name)).unwrap();
        let (objective, rest) = text.split_once("Subject To").unwrap();
        (objective.to_owned(), rest.to_owned())
    };
    let (first, second) = (rows("tier-1.lp"), rows("tier-2.lp"));
    assert!(first.0.contains("coverage_floor"));
    assert_ne!(first.0, second.0);
    assert_eq!(first.1, second.1);
    let output = in_english(folder.path(), &words);
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("exists already"));
}
