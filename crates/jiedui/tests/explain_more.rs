//! `explain --conflict`, `--decisions` and `--fairness` with the built binary.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

fn run(folder: &Path, words: &[&str]) -> (i32, String, String) {
    let output: Output = Command::new(env!("CARGO_BIN_EXE_jiedui"))
        .current_dir(folder)
        .env_remove("LANG")
        .env_remove("COLUMNS")
        .stdin(Stdio::null())
        .args(words)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let code = output.status.code().unwrap();
    (code, text(output.stdout), text(output.stderr))
}

fn assigned(case: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let mini = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../seeds/mini")
        .join(case);
    run(
        folder.path(),
        &["assign", mini.to_str().unwrap(), "--out", "run"],
    );
    folder
}

#[test]
fn prices_of_decisions_are_those_worked_by_hand() {
    let folder = assigned("decisions");
    let (code, json, _) = run(
        folder.path(),
        &["explain", "run", "--decisions", "--format", "json"],
    );
    assert_eq!(code, 0);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    // seeds/mini/decisions/README.md: 0.7 with both, 1.4 without the prohibition, 2.7 left alone.
    let gain = |price: &serde_json::Value| {
        let tier = &price["tiers"][0];
        tier["without"].as_f64().unwrap() - tier["with"].as_f64().unwrap()
    };
    assert!((gain(&json["decisions"][1]["price"]) - 0.7).abs() < 1e-9);
    assert!((gain(&json["together"]) - 2.0).abs() < 1e-9);
    for lang in ["zh", "en"] {
        for what in ["--decisions", "--fairness"] {
            for depth in ["line", "page", "full"] {
                let words = ["explain", "run", what, "--lang", lang, "--depth", depth];
                let (code, text, _) = run(folder.path(), &words);
                assert_eq!(code, 0, "{text}");
                assert!(text.lines().all(|line| line.width() <= 80), "{text}");
                assert!(!text.contains('⟨'), "{text}");
            }
        }
    }
}

#[test]
fn prices_are_refused_where_the_input_was_changed_or_no_plan_exists() {
    let folder = assigned("decisions");
    let needs = folder.path().join("run/input/needs.csv");
    let text = fs::read_to_string(&needs).unwrap();
    fs::write(&needs, text + "\n").unwrap();
    let (code, out, err) = run(folder.path(), &["explain", "run", "--decisions"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("E0904"), "{err}");
    let (code, _, err) = run(folder.path(), &["explain", "run", "--conflict"]);
    assert_eq!(code, 1, "{err}");
    let folder = assigned("quota-conflict");
    let (code, _, err) = run(folder.path(), &["explain", "run", "--decisions"]);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("--conflict"), "{err}");
}
