//! Requests to `explain` that cannot be answered as they stand each get an answer that helps.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod command;

use command::{assigned, told};
use std::fs;
use tempfile::TempDir;

/// Every way to ask that names a party, with it.
fn asking(helper: &str, recipient: &str) -> Vec<Vec<String>> {
    let pair = format!("{helper}:{recipient}");
    let words: [&[&str]; 9] = [
        &["--recipient", recipient],
        &["--helper", helper],
        &["--pair", &pair],
        &["--why-not", &pair],
        &["--pair", &pair, "--exact"],
        &["--why-not", &pair, "--exact"],
        &["--why-not", &pair, "--counterfactual"],
        &["--limits", "--helper", helper],
        &["--limits", "--recipient", recipient],
    ];
    let all = words.iter();
    all.map(|words| words.iter().map(|word| (*word).to_owned()).collect())
        .collect()
}

fn ask(folder: &TempDir, words: &[String]) -> (i32, String, String) {
    let mut all = vec!["explain", "run"];
    all.extend(words.iter().map(String::as_str));
    told(folder.path(), &all)
}

#[test]
fn unknown_code_is_answered_with_those_that_are_near() {
    let folder = assigned("two-by-two");
    for words in asking("h11", "r11") {
        let (code, out, err) = ask(&folder, &words);
        assert_eq!((code, out.as_str()), (1, ""), "{words:?}");
        let offers = err.contains("帮扶方1 h1") || err.contains("受助县1 r1");
        assert!(offers, "{words:?}: {err}");
    }
}

#[test]
fn a_name_of_the_other_side_is_told_as_such_and_another_name_is_not_near() {
    let folder = assigned("two-by-two");
    let said = |words: [&str; 2]| ask(&folder, &words.map(str::to_owned)).2;
    let err = said(["--helper", "受助县1"]);
    assert!(err.contains("是受扶地，不是帮扶方"), "{err}");
    let err = said(["--recipient", "帮扶方1"]);
    assert!(err.contains("是帮扶方，不是受扶地"), "{err}");
    let err = said(["--helper", "金堂县"]);
    assert!(err.contains("也没有相近的"), "{err}");
}

#[test]
fn name_does_as_well_as_a_code() {
    let folder = assigned("two-by-two");
    let by_code = asking("h1", "r2");
    let by_name = asking("帮扶方1", "受助县2");
    for (by_code, by_name) in by_code.iter().zip(&by_name) {
        let expected = ask(&folder, by_code);
        assert_eq!(expected.0, 0, "{by_code:?}: {}", expected.2);
        assert_eq!(ask(&folder, by_name), expected, "{by_name:?}");
    }
}

#[test]
fn excluded_pair_gets_its_reasons_however_it_is_asked_for() {
    let folder = assigned("decisions");
    for words in [
        &["--why-not", "h2:r2"][..],
        &["--why-not", "h2:r2", "--exact"],
        &["--why-not", "h2:r2", "--counterfactual"],
        &["--pair", "h2:r2", "--exact"],
    ] {
        let mut all = vec!["explain", "run", "--lang", "en"];
        all.extend(words);
        let (code, out, err) = told(folder.path(), &all);
        assert_eq!(code, 0, "{err}");
        assert!(out.contains("decision"), "{words:?}: {out}");
    }
    // Data cannot undo a decision: the note says what was tried, and that it did not help.
    let words = [
        "explain",
        "run",
        "--why-not",
        "h2:r2",
        "--counterfactual",
        "--lang",
        "en",
    ];
    let (_, out, _) = told(folder.path(), &words);
    assert!(out.contains("No change of one datum"), "{out}");
}

#[test]
fn question_that_lacks_a_part_says_which() {
    let folder = assigned("two-by-two");
    for (words, names) in [
        (&["--counterfactual"][..], "--why-not"),
        (&["--alternatives", "2"], "--within"),
        (&["--within", "0.1"], "--alternatives"),
        (&["--alternatives", "2", "--within", "7"], "0–1"),
        (
            &["--alternatives", "0", "--within", "0.1"],
            "--alternatives",
        ),
        (&["--limits", "--pair", "h1:r1"], "--limits"),
        (
            &["--limits", "--recipient", "r1", "--helper", "h1"],
            "--helper",
        ),
        (&["--exact"], "--why-not"),
        (&["--helper", "h1", "--exact"], "--limits"),
        (&["--why-not", "h1r1"], "h1r1"),
    ] {
        let mut all = vec!["explain", "run"];
        all.extend(words);
        let (code, out, err) = told(folder.path(), &all);
        assert_eq!((code, out.as_str()), (2, ""), "{words:?}: {err}");
        assert!(err.contains(names), "{words:?}: {err}");
    }
}

/// Questions that read the run in every way.
const QUESTIONS: [&[&str]; 6] = [
    &["--recipient", "r1"],
    &["--why-not", "h1:r2", "--exact"],
    &["--why-not", "h1:r2", "--counterfactual"],
    &["--decisions"],
    &["--limits"],
    &["--alternatives", "1", "--within", "0.1"],
];

fn refused(folder: &TempDir, words: &[&str], code: &str) {
    let mut all = vec!["explain", "run"];
    all.extend(words);
    let (exit, out, err) = told(folder.path(), &all);
    assert_eq!((exit, out.as_str()), (1, ""), "{words:?}: {err}");
    assert!(err.contains(code), "{words:?}: {err}");
}

#[test]
fn run_of_another_version_is_named_as_such() {
    let folder = assigned("two-by-two");
    for name in ["dossier.json", "manifest.json"] {
        let path = folder.path().join("run").join(name);
        let text = fs::read_to_string(&path).unwrap();
        let other = text
            .replacen("\"format_version\":1", "\"format_version\":99", 1)
            .replacen("\"format_version\": 1", "\"format_version\": 99", 1);
        assert!(other != text, "{name}");
        fs::write(&path, &other).unwrap();
        for words in QUESTIONS {
            let reads_manifest = words[0] != "--recipient";
            if name == "manifest.json" && !reads_manifest {
                continue;
            }
            // A dossier that is not what the run wrote is told first where the digests are looked at.
            let code = if name == "dossier.json" && reads_manifest {
                "E0904"
            } else {
                "E0905"
            };
            refused(&folder, words, code);
        }
        fs::write(&path, &text).unwrap();
    }
}

#[test]
fn damaged_run_folder_is_told_file_by_file() {
    for (name, whole) in [
        ("dossier.json", false),
        ("manifest.json", true),
        ("plan.csv", true),
        ("input/needs.csv", true),
    ] {
        let folder = assigned("two-by-two");
        let path = folder.path().join("run").join(name);
        let bytes = fs::read(&path).unwrap();
        let asked = || {
            QUESTIONS
                .iter()
                .filter(|words| !whole || words[0] != "--recipient")
        };
        fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
        for words in asked() {
            refused(&folder, words, "E0904");
        }
        fs::remove_file(&path).unwrap();
        for words in asked() {
            let mut all = vec!["explain", "run"];
            all.extend(*words);
            let (exit, out, err) = told(folder.path(), &all);
            assert_eq!((exit, out.as_str()), (1, ""), "{words:?}: {err}");
            let code = ["E0903", "E0904"].iter().any(|code| err.contains(code));
            let file = name.rsplit('/').next().unwrap();
            assert!(code && err.contains(file), "{name}, {words:?}: {err}");
        }
        fs::write(&path, &bytes).unwrap();
        for words in QUESTIONS {
            let mut all = vec!["explain", "run"];
            all.extend(words);
            assert_eq!(
                told(folder.path(), &all).0,
                0,
                "{name} is whole again: {words:?}"
            );
        }
    }
    // What is no run folder at all.
    let folder = TempDir::new().unwrap();
    for words in QUESTIONS {
        refused(&folder, words, "E0903");
    }
    let knowledge = assigned("two-by-two");
    let path = knowledge.path().join("run/knowledge.json");
    fs::write(&path, "{").unwrap();
    refused(&knowledge, &["--limits"], "E0904");
}

#[test]
fn run_named_as_a_case_is_told_as_such() {
    let folder = assigned("two-by-two");
    for command in ["check", "assign"] {
        let (code, out, err) = told(folder.path(), &[command, "run"]);
        let text = out + &err;
        assert_ne!(code, 0, "{command}: {text}");
        assert!(text.contains("E0001") && text.contains("input"), "{text}");
        // One problem, not one for every table that a run does not have.
        assert_eq!(text.matches("错误[").count(), 1, "{text}");
    }
    let (code, out, err) = told(folder.path(), &["check", "run/input"]);
    assert_eq!(code, 0, "{out}{err}");
}

/// Nothing is read whole that cannot be what it is named as.
#[test]
fn file_larger_than_any_is_refused_wherever_it_is_named() {
    let folder = assigned("two-by-two");
    let large = fs::File::create(folder.path().join("large.toml")).unwrap();
    large.set_len(65 * 1024 * 1024).unwrap();
    for (words, known) in [
        (&["check", "run/input", "--policy", "large.toml"], "E0003"),
        (&["evaluate", "run/input", "--plan", "large.toml"], "E0003"),
        (&["whatif", "large.toml", "--base", "run"], "E0429"),
    ] {
        let (code, out, err) = told(folder.path(), words);
        let text = out + &err;
        assert_ne!(code, 0, "{words:?}: {text}");
        let is_told = text.contains(known) && text.contains("64 MB");
        assert!(is_told, "{words:?}: {text}");
    }
}

#[test]
fn a_word_too_many_is_no_option() {
    let folder = TempDir::new().unwrap();
    let (_, _, err) = told(folder.path(), &["check", "case", "again"]);
    assert!(err.contains("“again”是多余的"), "{err}");
    let (_, _, err) = told(folder.path(), &["check", "--agian"]);
    assert!(err.contains("没有“--agian”这个选项"), "{err}");
}
