//! `jiedui compare` end to end.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod command;

use command::{copy, done, err, mini, out, run};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Assigns a case worked by hand, with overlays, into a run folder.
fn assign(folder: &Path, case: &str, overlays: &[&str], to: &str) {
    let case = mini(case);
    let mut words = vec!["assign", case.to_str().unwrap(), "--out", to];
    for overlay in overlays {
        words.extend(["--with", overlay]);
    }
    let output = run(folder, &words);
    assert!(output.status.success(), "{}", err(&output));
}

#[test]
fn a_ban_moves_pairs_and_is_told_with_them() {
    let folder = TempDir::new().unwrap();
    let overlay =
        "[[change]]\naction = \"forbid\"\nhelper = \"h1\"\nrecipient = \"r1\"\nreason = \"回避\"\n";
    fs::write(folder.path().join("ban.toml"), overlay).unwrap();
    assign(folder.path(), "two-by-two", &[], "a");
    assign(folder.path(), "two-by-two", &["ban.toml"], "b");
    let text = out(&run(folder.path(), &["compare", "a", "b"]));
    assert!(text.contains("新决定"), "{text}");
    assert!(text.contains("轮换"), "{text}");
    let json = out(&run(
        folder.path(),
        &["compare", "a", "b", "--format", "json"],
    ));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["format_version"], 1);
    assert_eq!(json["inputs"][0]["kind"], "forbid");
    assert_eq!(json["tracks"][0]["ended"], 2);
    let markdown = out(&run(
        folder.path(),
        &["compare", "a", "b", "--format", "md", "--lang", "en"],
    ));
    assert!(markdown.starts_with("# Two runs compared"), "{markdown}");
}

#[test]
fn that_a_namesake_joins_is_no_change_of_a_name() {
    let folder = TempDir::new().unwrap();
    let case = copy("two-by-two", folder.path());
    let assigned = |name: &str, to: &str| {
        let places = format!("code,name,prefecture\nr1,城关县,东山市\nr2,{name},西山市\n");
        fs::write(case.join("places.csv"), places).unwrap();
        done(folder.path(), &["assign", "case", "--out", to]);
    };
    assigned("另县", "a");
    assigned("城关县", "b");
    let text = done(folder.path(), &["compare", "a", "b"]);
    assert!(text.contains("受扶地改名：另县 → 城关县"), "{text}");
    assert_eq!(text.matches("改名").count(), 1, "{text}");
}

#[test]
fn a_run_does_not_differ_from_itself() {
    let folder = TempDir::new().unwrap();
    assign(folder.path(), "tie", &[], "a");
    let text = out(&run(folder.path(), &["compare", "a", "a"]));
    assert!(text.contains("没有差别"), "{text}");
}

#[test]
fn runs_of_different_cases_can_be_compared() {
    let folder = TempDir::new().unwrap();
    assign(folder.path(), "two-by-two", &[], "a");
    assign(folder.path(), "divisible", &[], "b");
    let output = run(folder.path(), &["compare", "a", "b"]);
    assert!(output.status.success(), "{}", err(&output));
}

#[test]
fn what_is_no_run_with_a_plan_is_refused() {
    let folder = TempDir::new().unwrap();
    assign(folder.path(), "tie", &[], "a");
    let output = run(folder.path(), &["compare", "a", "nowhere"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("E0903"), "{}", err(&output));
    let case = mini("quota-conflict");
    let output = run(
        folder.path(),
        &["assign", case.to_str().unwrap(), "--out", "none"],
    );
    assert_eq!(output.status.code(), Some(3));
    let output = run(folder.path(), &["compare", "a", "none"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("无可行方案"), "{}", err(&output));
}
