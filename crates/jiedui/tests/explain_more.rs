//! `explain --conflict`, `--decisions` and `--fairness` with the built binary.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod command;

use command::{assigned, told, without_plan};
use std::fs;
use unicode_width::UnicodeWidthStr;

#[test]
fn prices_of_decisions_are_those_worked_by_hand() {
    let folder = assigned("decisions");
    let (code, json, _) = told(
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
                let (code, text, _) = told(folder.path(), &words);
                assert_eq!(code, 0, "{text}");
                assert!(text.lines().all(|line| line.width() <= 80), "{text}");
                assert!(!text.contains('⟨'), "{text}");
            }
        }
    }
}

#[test]
fn a_prohibition_of_a_pair_that_rules_exclude_too_costs_nothing_and_says_so() {
    let folder = tempfile::TempDir::new().unwrap();
    let case = command::copy("decisions", folder.path());
    let edit = |name: &str, from: &str, to: &str| {
        let path = case.join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{name}: {from}");
        fs::write(&path, text.replace(from, to)).unwrap();
    };
    edit("pairs.csv", ",,", ",10,");
    edit("pairs.csv", "h2,r2,10,", "h2,r2,300,");
    edit(
        "policy.toml",
        "[tracks.place]\n",
        "[tracks.place]\nmax_distance_km = 100\n",
    );
    command::done(folder.path(), &["assign", "case", "--out", "run"]);
    let json = command::done(
        folder.path(),
        &["explain", "run", "--decisions", "--format", "json"],
    );
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let [lock, forbid] = [&json["decisions"][0], &json["decisions"][1]];
    assert_eq!(lock["excluded_anyway"], serde_json::json!([]));
    assert_eq!(forbid["excluded_anyway"][0]["rule"], "beyond_distance");
    for tier in forbid["price"]["tiers"].as_array().unwrap() {
        assert_eq!(tier["with"], tier["without"]);
        assert_eq!((&tier["least"], &tier["most"]), (&0.0.into(), &0.0.into()));
    }
    // The lock alone decides what both cost.
    assert_eq!(json["together"], lock["price"]);
    let text = command::done(folder.path(), &["explain", "run", "--decisions"]);
    let text: String = text.split_whitespace().collect();
    assert!(text.contains("没有代价：撤销后也不能结对"), "{text}");
    assert!(text.contains("距离300公里"), "{text}");
}

#[test]
fn a_cell_of_a_conflict_is_cited_by_the_head_of_its_own_file() {
    for (head, column) in [
        ("action,helper,recipient,reason", "“action”列"),
        ("决定,帮扶方,受扶地,理由", "“决定”列"),
    ] {
        let folder = tempfile::TempDir::new().unwrap();
        let case = command::copy("decisions", folder.path());
        let pairs = fs::read_to_string(case.join("pairs.csv")).unwrap();
        let pairs = pairs
            .replace(",,", ",10,")
            .replace("h1,r3,10,", "h1,r3,300,");
        fs::write(case.join("pairs.csv"), pairs).unwrap();
        let policy = fs::read_to_string(case.join("policy.toml")).unwrap();
        let limit = "[tracks.place]\nmax_distance_km = 100\n";
        fs::write(
            case.join("policy.toml"),
            policy.replace("[tracks.place]\n", limit),
        )
        .unwrap();
        let decisions = format!("{head}\nlock,h1,r3,延续既有项目\n");
        fs::write(case.join("decisions.csv"), decisions).unwrap();
        let (code, _, err) = told(folder.path(), &["assign", "case", "--out", "run"]);
        assert_eq!(code, 3, "{err}");
        let report = fs::read_to_string(folder.path().join("run/conflict.md")).unwrap();
        let cited = format!("decisions.csv 第 2 行{column}");
        assert!(report.contains(&cited), "{report}");
    }
}

#[test]
fn prices_are_refused_where_the_input_was_changed_or_no_plan_exists() {
    let folder = assigned("decisions");
    let needs = folder.path().join("run/input/needs.csv");
    let text = fs::read_to_string(&needs).unwrap();
    fs::write(&needs, text + "\n").unwrap();
    let (code, out, err) = told(folder.path(), &["explain", "run", "--decisions"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("E0904"), "{err}");
    let (code, _, err) = told(folder.path(), &["explain", "run", "--conflict"]);
    assert_eq!(code, 1, "{err}");
    let folder = without_plan("quota-conflict");
    let (code, _, err) = told(folder.path(), &["explain", "run", "--decisions"]);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("--conflict"), "{err}");
}

#[test]
fn a_budget_that_a_rate_would_replace_is_lowered_and_not_taken_away() {
    let folder = tempfile::TempDir::new().unwrap();
    let case = command::copy("effort-floor", folder.path());
    let change = |file: &str, from: &str, to: &str| {
        let text = fs::read_to_string(case.join(file)).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        fs::write(case.join(file), text.replace(from, to)).unwrap();
    };
    change("helpers.csv", "track,budget", "track,place,budget");
    change(
        "helpers.csv",
        "h1,帮扶方1,place,100",
        "h1,帮扶方1,place,a,1000",
    );
    change("helpers.csv", "place,50", "place,,50");
    change(
        "places.csv",
        "prefecture\n",
        "prefecture,revenue\na,帮扶地,示例市,100000\n",
    );
    change("places.csv", "1,示例州", "1,示例州,");
    change("places.csv", "2,示例州", "2,示例州,");
    let rate = "minimum_support = 30\nfunding_rate = { 2025 = 0.01 }";
    change("policy.toml", "minimum_support     = 0", rate);
    let (code, _, err) = told(folder.path(), &["assign", "case", "--out", "run"]);
    assert_eq!(code, 3, "{err}");
    let words = ["explain", "run", "--conflict", "--format", "json"];
    let (_, json, _) = told(folder.path(), &words);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let changes = json["repairs"].as_array().unwrap().iter();
    let changes = changes.flat_map(|way| way["changes"].as_array().unwrap());
    let of_budgets: Vec<_> = changes.filter(|change| change["from"] == 1000.0).collect();
    assert!(!of_budgets.is_empty(), "{json}");
    for change in of_budgets {
        // 90 are the most that it can spend, 0.8 of 112.5.
        assert_eq!(change["action"], "set", "{change}");
        assert_eq!(change["to"], 112.5, "{change}");
    }
}

#[test]
fn what_a_pair_would_cost_is_told_in_both_languages_and_as_json() {
    let folder = assigned("two-by-two");
    let ask = |words: &[&str]| told(folder.path(), &[&["explain", "run"], words].concat());
    let (code, json, _) = ask(&["--why-not", "h1:r2", "--exact", "--format", "json"]);
    assert_eq!(code, 0);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["answer"]["kind"], "priced");
    let first = &json["answer"]["moves"][0]["chains"][0]["moves"];
    assert!(first.to_string().contains("\"to\":\"r2\""), "{first}");
    for lang in ["zh", "en"] {
        for depth in ["line", "page", "full"] {
            for pair in [
                ["--why-not", "h1:r2"],
                ["--pair", "h1:r1"],
                ["--why-not", "h1:r1"],
            ] {
                let words = [&pair[..], &["--exact", "--lang", lang, "--depth", depth]].concat();
                let (code, text, err) = ask(&words);
                assert_eq!(code, 0, "{err}");
                assert!(text.lines().all(|line| line.width() <= 80), "{text}");
                assert!(!text.contains('⟨'), "{text}");
            }
        }
    }
    // Without the option nothing is solved, and the answer says what would be.
    let (code, text, _) = ask(&["--why-not", "h1:r2"]);
    assert!(code == 0 && text.contains("--exact"), "{text}");
}

#[test]
fn what_a_pair_would_cost_is_refused_where_nothing_can_be_said() {
    let folder = assigned("decisions");
    let ask = |words: &[&str]| told(folder.path(), &[&["explain", "run"], words].concat());
    let (code, out, err) = ask(&["--why-not", "h9:r1", "--exact"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("h1"), "{err}");
    assert_eq!(ask(&["--why-not", "h1", "--exact"]).0, 2);
    assert_eq!(ask(&["--exact"]).0, 2);
    let (code, text, _) = ask(&["--why-not", "h2:r2", "--exact", "--lang", "en"]);
    assert!(
        code == 0 && text.contains("withdraw the decision"),
        "{text}"
    );
    let (code, text, _) = ask(&["--pair", "h1:r3", "--exact", "--lang", "en"]);
    assert!(code == 0 && text.contains("by decision"), "{text}");
    // What the run left for later ones is a help, not a need.
    fs::remove_file(folder.path().join("run/knowledge.json")).unwrap();
    assert_eq!(ask(&["--why-not", "h1:r2", "--exact"]).0, 0);
    let needs = folder.path().join("run/input/needs.csv");
    let text = fs::read_to_string(&needs).unwrap();
    fs::write(&needs, text + "\n").unwrap();
    let (code, out, err) = ask(&["--why-not", "h1:r2", "--exact"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("E0904"), "{err}");
    let (code, _, err) = told(
        folder.path(),
        &["explain", "none", "--why-not", "a:b", "--exact"],
    );
    assert!(code == 1 && err.contains("E0903"), "{err}");
    let folder = without_plan("quota-conflict");
    let words = ["explain", "run", "--why-not", "h1:r1", "--exact"];
    let (code, _, err) = told(folder.path(), &words);
    assert!(code == 1 && err.contains("--conflict"), "{err}");
}

#[test]
fn a_cost_that_is_known_exactly_is_not_offered_to_be_found_out() {
    let folder = assigned("two-by-two");
    let (code, page, err) = told(folder.path(), &["explain", "run", "--why-not", "h1:r2"]);
    assert_eq!(code, 0, "{err}");
    assert!(page.contains("这是确数"), "{page}");
    assert!(!page.contains("要知道改结这一对的代价"), "{page}");
}
