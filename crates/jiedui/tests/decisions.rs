//! Decisions that contradict the rules are told with what demands the pair and what stands against it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod command;

use command::{code, copy, err, out, run};
use std::fs;
use tempfile::TempDir;

#[test]
fn young_pair_that_is_forbidden_is_told_by_its_years_and_the_prohibition() {
    let folder = TempDir::new().unwrap();
    let case = copy("tenure", folder.path());
    let ban = "action,helper,recipient,reason\n不得结对,h1,r1,另有安排\n";
    fs::write(case.join("decisions.csv"), ban).unwrap();
    for (lang, sentence, advice) in [
        (
            "zh",
            "结对 1 年，未满最短保持年限 2 年，必须延续，但不符合规定：人工决定不得结对",
            "请撤销“不得结对”的决定",
        ),
        (
            "en",
            "has lasted 1 of the 2 years of its minimum tenure and must go on, but is ruled out: it is forbidden",
            "withdraw the prohibition",
        ),
    ] {
        let output = run(folder.path(), &["check", "case", "--lang", lang]);
        let told = out(&output);
        assert_eq!(code(&output), 3, "{told}");
        // Sentences are broken into lines between words, or between Chinese characters.
        let unbroken = |text: &str| text.split_whitespace().collect::<String>();
        let (all, sentence, advice) = (unbroken(&told), unbroken(sentence), unbroken(advice));
        assert!(all.contains(&sentence) && all.contains(&advice), "{told}");
        assert!(!told.contains("锁定") && !told.contains("lock"), "{told}");
        // The row of the pair, and that of the prohibition.
        assert!(
            told.contains("history.csv:2") && told.contains("decisions.csv:2"),
            "{told}"
        );
    }
}

#[test]
fn lock_where_help_is_only_spread_is_refused_before_solving() {
    let folder = TempDir::new().unwrap();
    let case = copy("divisible", folder.path());
    let lock = "action,helper,recipient,reason\nlock,h1,r1,协议\n";
    fs::write(case.join("decisions.csv"), lock).unwrap();
    let output = run(folder.path(), &["assign", "case"]);
    assert_eq!(code(&output), 1, "{}", err(&output));
    assert!(err(&output).contains("E0314"), "{}", err(&output));
}
