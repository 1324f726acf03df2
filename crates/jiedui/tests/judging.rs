//! `jiedui evaluate` and `jiedui frontier` end to end.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod command;

use command::{assigned, copy, done, err, mini, out, run, told};
use std::fs;
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

/// Evaluates a plan against a case worked by hand, as JSON.
fn judged(case: &str, plan: &str) -> serde_json::Value {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("plan.csv"), plan).unwrap();
    let case = mini(case);
    let words = [
        "evaluate",
        case.to_str().unwrap(),
        "--plan",
        "plan.csv",
        "--format",
        "json",
    ];
    let output = run(folder.path(), &words);
    assert!(output.status.success(), "{}", err(&output));
    serde_json::from_str(&out(&output)).unwrap()
}

#[test]
fn pairs_without_amounts_get_the_best_and_the_swap_is_found() {
    let found = judged("two-by-two", "helper,recipient\nh1,r2\nh2,r1\n");
    assert_eq!(found["amounts"], "allocated");
    assert_eq!(found["holds"], true);
    assert_eq!(found["tiers"][0]["value"], 0.4);
    assert_eq!(found["tiers"][0]["best"], 0.8);
    let first = &found["improvements"][0];
    assert_eq!(
        first["begun"],
        serde_json::json!([["h1", "r1"], ["h2", "r2"]])
    );
    assert_eq!(first["tiers"][0], 0.8);
}

#[test]
fn what_is_minimised_has_a_lower_bound() {
    let folder = TempDir::new().unwrap();
    fs::write(
        folder.path().join("plan.csv"),
        "helper,recipient\nh1,r1\nh2,r2\n",
    )
    .unwrap();
    for (case, side) in [("roads", "下限"), ("two-by-two", "上限")] {
        let case = mini(case);
        let words = ["evaluate", case.to_str().unwrap(), "--plan", "plan.csv"];
        let text = out(&run(folder.path(), &words));
        let first = text.lines().skip_while(|line| !line.contains("各级目标"));
        let first: String = first.skip(1).take(2).collect();
        assert!(first.contains(side), "{text}");
    }
}

#[test]
fn the_best_plan_has_nothing_to_gain() {
    let plan =
        "helper,recipient,track,sector,amount\nh1,r1,place,industry,80\nh2,r2,place,industry,40\n";
    let found = judged("two-by-two", plan);
    assert_eq!(found["amounts"], "given");
    assert_eq!(found["improvements"], serde_json::json!([]));
    assert_eq!(found["best_amounts"], serde_json::Value::Null);
}

#[test]
fn cells_are_trimmed_and_wrong_rows_told_as_a_spreadsheet_numbers_them() {
    let found = judged("two-by-two", "helper, recipient\n\n h1 ,r2\n,\nh2,\tr1\n");
    assert_eq!(found["holds"], true);
    let folder = TempDir::new().unwrap();
    fs::write(
        folder.path().join("plan.csv"),
        "helper,recipient\n\nh1,r2\n\nh9,r1\n",
    )
    .unwrap();
    let case = mini("two-by-two");
    let words = ["evaluate", case.to_str().unwrap(), "--plan", "plan.csv"];
    let output = run(folder.path(), &words);
    assert!(err(&output).contains("第 5 行"), "{}", err(&output));
}

#[test]
fn a_plan_that_gives_too_much_is_told_with_rule_and_cell() {
    let plan = "recipient,helper,sector,amount,note\nr1,h1,industry,500,x\nr2,h2,industry,40,\n";
    let found = judged("two-by-two", plan);
    assert_eq!(found["holds"], false);
    let rules: Vec<&str> = found["violations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["rule"].as_str().unwrap())
        .collect();
    assert!(rules.contains(&"sector_supply"), "{rules:?}");
    let cells = found["violations"][0]["cells"].as_array().unwrap();
    assert!(!cells.is_empty());
}

#[test]
fn pairs_that_break_rules_are_judged_all_the_same() {
    // One pair only: the other recipient has no helper.
    let found = judged("two-by-two", "helper,recipient\nh1,r1\n");
    assert_eq!(found["amounts"], "allocated_without_rules_of_pairs");
    assert_eq!(found["violations"][0]["rule"], "recipient_quota");
    let first = &found["improvements"][0];
    assert_eq!(first["violations"], 0);
    assert_eq!(first["begun"], serde_json::json!([["h2", "r2"]]));
}

#[test]
fn namesakes_are_told_apart_by_their_prefecture_and_taken_by_that() {
    let folder = TempDir::new().unwrap();
    let case = copy("two-by-two", folder.path());
    let places = "code,name,prefecture\nr1,城关县,东山市\nr2,城关县,西山市\n";
    fs::write(case.join("places.csv"), places).unwrap();
    let summary = done(folder.path(), &["assign", "case", "--out", "run"]);
    assert!(summary.contains("城关县（东山市）"), "{summary}");
    let (code, _, err) = told(folder.path(), &["explain", "run", "--recipient", "城关县"]);
    assert!(code == 1 && err.contains("r1、r2"), "{err}");
    let one = ["explain", "run", "--recipient", "城关县（西山市）"];
    let page = done(folder.path(), &one);
    assert!(page.contains("r2"));
    // What tells it apart is not told again behind it.
    assert!(page.contains("城关县（西山市）（艰苦类别"), "{page}");
    // The tables of the run are as the case has them.
    let kept = fs::read_to_string(folder.path().join("run/input/places.csv")).unwrap();
    assert!(kept.contains("r1,城关县,东山市"), "{kept}");
    let evaluate = ["evaluate", "case", "--plan", "plan.csv", "--against", "run"];
    let plan = |first: &str| {
        let text = format!("帮扶方,受扶地\nh1,{first}\nh2,城关县（西山市）\n");
        fs::write(folder.path().join("plan.csv"), text).unwrap();
        told(folder.path(), &evaluate)
    };
    let (code, told, _) = plan("城关县（东山市）");
    assert_eq!(code, 0);
    assert!(!told.contains("+0.0"), "{told}");
    let (code, _, err) = plan("城关县");
    assert!(code == 1 && err.contains("有不止一个"), "{err}");
}

#[test]
fn what_a_change_brings_is_told_as_better_or_worse_whatever_is_minimised() {
    let told = |case: &str, plan: &str| {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("plan.csv"), plan).unwrap();
        let case = mini(case);
        let words = ["evaluate", case.to_str().unwrap(), "--plan", "plan.csv"];
        let text = done(folder.path(), &words);
        text.split_whitespace().collect::<String>()
    };
    // seeds/mini/roads/README.md: 210 km become 110.
    let text = told("roads", "helper,recipient\nh1,r1\nh2,r2\n");
    assert!(text.contains("第1级100.0公里好"), "{text}");
    assert!(!text.contains("第1级-"), "{text}");
    assert!(!text.contains("距离未知"), "{text}");
    // Years are told as such.
    let text = told("continuity-by-age", "helper,recipient\nh1,r1\n");
    assert!(text.contains("10年"), "{text}");
    assert!(!text.contains("10.000"), "{text}");
    // Nothing tells a distance there.
    let text = told("decisions", "helper,recipient\nh1,r3\nh2,r1\nh3,r2\n");
    assert!(text.contains("（3对距离未知，按0计）"), "{text}");
}

#[test]
fn help_that_is_shared_out_is_no_pair() {
    let plan = "helper,recipient,sector,amount\nh1,r1,industry,30\nh1,r2,industry,30\n\
                h2,r2,industry,20\nh2,r3,industry,20\n";
    assert_eq!(judged("divisible", plan)["pairs"], 0);
    let pairs = "helper,recipient\nh1,r2\nh2,r1\n";
    assert_eq!(judged("two-by-two", pairs)["pairs"], 2);
}

#[test]
fn of_a_repeated_row_the_advice_is_to_delete_one() {
    let folder = TempDir::new().unwrap();
    fs::write(
        folder.path().join("plan.csv"),
        "helper,recipient\nh1,r1\nh1,r1\n",
    )
    .unwrap();
    let case = mini("two-by-two");
    let words = ["evaluate", case.to_str().unwrap(), "--plan", "plan.csv"];
    let (code, _, err) = told(folder.path(), &words);
    assert!(code == 1 && err.contains("请删去其中一行"), "{err}");
    assert!(!err.contains("唯一的名称"), "{err}");
}

#[test]
fn every_row_that_cannot_be_read_is_told() {
    let folder = TempDir::new().unwrap();
    fs::write(
        folder.path().join("plan.csv"),
        "helper,recipient\nh9,r2\nh2,zz\nh1\n",
    )
    .unwrap();
    let case = mini("two-by-two");
    let case = case.to_str().unwrap();
    for lang in ["zh", "en"] {
        let words = ["evaluate", case, "--plan", "plan.csv", "--lang", lang];
        let output = run(folder.path(), &words);
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(err(&output).matches("E0906").count(), 3, "{}", err(&output));
    }
    let output = run(folder.path(), &["evaluate", case, "--plan", "none.csv"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("E0002"), "{}", err(&output));
}

#[test]
fn e0930_a_run_of_another_case_is_no_yardstick() {
    let folder = assigned("shortage");
    fs::write(folder.path().join("plan.csv"), "helper,recipient\nh1,r1\n").unwrap();
    let case = mini("continuity-changes");
    for lang in ["zh", "en"] {
        let output = run(
            folder.path(),
            &[
                "evaluate",
                case.to_str().unwrap(),
                "--plan",
                "plan.csv",
                "--against",
                "run",
                "--lang",
                lang,
            ],
        );
        assert_eq!(output.status.code(), Some(1), "{}", out(&output));
        assert!(err(&output).contains("E0930"), "{}", err(&output));
    }
}

#[test]
fn e0930_a_run_of_other_data_is_no_yardstick() {
    let folder = assigned("shortage");
    fs::write(folder.path().join("plan.csv"), "helper,recipient\nh1,r1\n").unwrap();
    let lock =
        "[[change]]\naction = \"lock\"\nhelper = \"h1\"\nrecipient = \"r1\"\nreason = \"test\"\n";
    fs::write(folder.path().join("lock.toml"), lock).unwrap();
    let case = mini("shortage");
    let words = [
        "evaluate",
        case.to_str().unwrap(),
        "--plan",
        "plan.csv",
        "--against",
        "run",
    ];
    let same = run(folder.path(), &words);
    assert_eq!(same.status.code(), Some(0), "{}", err(&same));
    assert!(out(&same).contains("目前求得的最好方案"), "{}", out(&same));
    let changed = [&words[..], &["--with", "lock.toml"]].concat();
    let other = run(folder.path(), &changed);
    assert_eq!(other.status.code(), Some(1), "{}", out(&other));
    assert!(
        err(&other).contains("E0930") && err(&other).contains("数据或政策"),
        "{}",
        err(&other)
    );
}

#[test]
fn why_there_is_no_best_plan_beside_it_is_told() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("plan.csv"), "helper,recipient\nh1,r1\n").unwrap();
    let case = mini("quota-conflict");
    let words = ["evaluate", case.to_str().unwrap(), "--plan", "plan.csv"];
    let solved = done(folder.path(), &words);
    assert!(solved.contains("没有求得可以比较的方案"), "{solved}");
    let not_asked = done(folder.path(), &[&words[..], &["--no-solve"]].concat());
    assert!(not_asked.contains("比较（--no-solve）"), "{not_asked}");
}

#[test]
fn a_frontier_is_written_with_a_plan_for_every_point() {
    let folder = TempDir::new().unwrap();
    let generate = "generate --recipients 3 --helpers 12 --seed 3 --out case";
    let words: Vec<&str> = generate.split(' ').collect();
    assert!(run(folder.path(), &words).status.success());
    let words = [
        "frontier",
        "case",
        "--between",
        "coverage,changes",
        "--out",
        "f",
        "--effort",
        "0.02",
    ];
    let output = run(folder.path(), &words);
    assert!(output.status.success(), "{}", err(&output));
    assert!(
        out(&output).contains("终止的上年结对由 0 对 变为 1 对"),
        "{}",
        out(&output)
    );
    // A head ends where its figures end.
    let chart = out(&output);
    let head = chart.lines().find(|line| line.starts_with(" 点")).unwrap();
    let bars = chart.lines().filter_map(|line| line.split_once("  █"));
    let widths: Vec<usize> = bars.map(|(figures, _)| figures.width()).collect();
    assert!(!widths.is_empty(), "{chart}");
    assert!(widths.iter().all(|width| *width == head.width()), "{chart}");
    let csv = fs::read_to_string(folder.path().join("f/frontier.csv")).unwrap();
    assert!(csv.starts_with("point,coverage,changes,"), "{csv}");
    for name in ["plan-01.csv", "frontier.json", "frontier.md"] {
        assert!(folder.path().join("f").join(name).exists(), "{name}");
    }
    // The place is taken now.
    let output = run(folder.path(), &words);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn e0931_two_different_measures_are_asked_for() {
    let folder = TempDir::new().unwrap();
    let case = mini("tie");
    for (between, lang) in [
        ("coverage", "zh"),
        ("coverage,coverage", "en"),
        ("coverage,distanc", "zh"),
        ("changes,continuity", "en"),
    ] {
        let words = [
            "frontier",
            case.to_str().unwrap(),
            "--between",
            between,
            "--lang",
            lang,
        ];
        let output = run(folder.path(), &words);
        assert_eq!(output.status.code(), Some(1), "{between}");
        assert!(err(&output).contains("E0931"), "{}", err(&output));
    }
    assert!(fs::read_dir(folder.path()).unwrap().next().is_none());
}

/// Plans come back from Excel with Chinese heads, names and thousands separators.
#[test]
fn a_plan_with_chinese_heads_and_names_is_read() {
    let codes =
        "helper,recipient,track,sector,amount\nh1,r1,place,industry,80\nh2,r2,place,industry,40\n";
    let words = "受扶地代码,帮扶方,渠道,备注,领域,数量\nr1,帮扶方1,先发地区结对帮扶,,产业发展,\"８0.00\"\nr2,h2,place,x,industry,40\n";
    let (codes, words) = (judged("two-by-two", codes), judged("two-by-two", words));
    assert_eq!(codes["tiers"], words["tiers"]);
    assert_eq!(words["amounts"], "given");
}

/// What people typed must not move the cursor of whoever reads it.
#[test]
fn control_characters_in_names_do_not_reach_the_terminal() {
    let folder = TempDir::new().unwrap();
    let case = command::copy("two-by-two", folder.path());
    let helpers = fs::read_to_string(case.join("helpers.csv")).unwrap();
    assert!(helpers.contains("帮扶方1"));
    fs::write(
        case.join("helpers.csv"),
        helpers.replace("帮扶方1", "帮扶\u{1b}[31m\u{202e}方1"),
    )
    .unwrap();
    fs::write(
        folder.path().join("plan.csv"),
        "helper,recipient,sector,amount\nh1,r1,industry,500\nh2,r2,industry,40\n",
    )
    .unwrap();
    let output = run(folder.path(), &["evaluate", "case", "--plan", "plan.csv"]);
    let text = out(&output);
    assert!(text.contains("帮扶[31m方1"), "{text}");
    assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
}

#[test]
fn who_cannot_reach_the_least_amounts_is_told() {
    let folder = TempDir::new().unwrap();
    let case = copy("two-by-two", folder.path());
    let policy = fs::read_to_string(case.join("policy.toml")).unwrap();
    let policy = policy.replace("minimum_support     = 0", "minimum_support     = 45");
    let policy = policy.replace("effort_floor        = 0.0", "effort_floor        = 0.9");
    fs::write(case.join("policy.toml"), &policy).unwrap();
    let helpers = "id,name,track,budget\nh1,帮扶方1,place,70\nh2,帮扶方2,place,50\n";
    fs::write(case.join("helpers.csv"), helpers).unwrap();
    let plan = "helper,recipient\nh1,r1\nh1,r2\nh2,r2\n";
    fs::write(folder.path().join("plan.csv"), plan).unwrap();
    let words = ["evaluate", "case", "--plan", "plan.csv", "--no-solve"];
    let judged = || -> serde_json::Value {
        let json = done(folder.path(), &[&words[..], &["--format", "json"]].concat());
        serde_json::from_str(&json).unwrap()
    };
    let json = judged();
    assert_eq!(json["amounts"], "allocated_without_rules_of_effort");
    // h2 supplies 40 < 45 = 0.9 · 50; h1 has 70 < 2 · 45; r2 needs 50 < 2 · 45.
    let short = |rule: &str, helper, recipient, least: f64, most: f64| {
        serde_json::json!({
            "rule": rule, "helper": helper, "recipient": recipient,
            "least_wan": least, "most_wan": most,
        })
    };
    let expected = [
        short("minimum_support", Some("h2"), Some("r2"), 45.0, 40.0),
        short("minimum_support", Some("h1"), None, 90.0, 70.0),
        short("effort_floor", Some("h2"), None, 45.0, 40.0),
        short("minimum_support", None, Some("r2"), 90.0, 50.0),
    ];
    assert_eq!(json["out_of_reach"], serde_json::json!(expected));
    for (lang, line) in [
        (
            "zh",
            "　帮扶方1：2 对的最低帮扶额共 90 万元，至多能给 70 万元",
        ),
        (
            "en",
            "  帮扶方1: minimum support of its 2 pairs 90 万元 together",
        ),
    ] {
        let told = done(folder.path(), &[&words[..], &["--lang", lang]].concat());
        assert!(told.contains(line), "{told}");
    }
    // Nobody must give more than is needed.
    let needs = "recipient,sector,amount\nr1,industry,100\nr2,industry,30\n";
    fs::write(case.join("needs.csv"), needs).unwrap();
    let expected = [
        short("minimum_support", Some("h1"), None, 75.0, 70.0),
        short("effort_floor", Some("h2"), None, 45.0, 30.0),
        short("minimum_support", None, Some("r2"), 60.0, 30.0),
    ];
    assert_eq!(judged()["out_of_reach"], serde_json::json!(expected));
    // A percentage has no other digits than the policy.
    let policy = policy.replace("effort_floor        = 0.9", "effort_floor        = 0.834");
    fs::write(case.join("policy.toml"), policy).unwrap();
    let told = done(folder.path(), &[&words[..], &["--lang", "en"]].concat());
    assert!(told.contains("帮扶方2: 83.4% of its budget"), "{told}");
}

#[test]
fn a_plan_and_the_best_differ_by_what_they_show() {
    let folder = tempfile::TempDir::new().unwrap();
    let case = command::copy("two-by-two", folder.path());
    let needs = "recipient,sector,amount\nr1,industry,91\nr2,industry,53\n";
    fs::write(case.join("needs.csv"), needs).unwrap();
    fs::write(
        folder.path().join("plan.csv"),
        "helper,recipient\nh1,r2\nh2,r1\n",
    )
    .unwrap();
    let output = run(
        folder.path(),
        &["evaluate", "case", "--plan", "plan.csv", "--lang", "en"],
    );
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    // 40/91 = 43.956 % and 40/53 = 75.472 %: 31.516 points by themselves, 43.96 and 75.47 as they are shown.
    let text = out(&output);
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    assert!(
        text.contains("43.96%; the best plan found so far 75.47%"),
        "{text}"
    );
    assert!(text.contains("difference -31.51 points"), "{text}");
}

#[test]
fn the_first_priority_is_beyond_its_bound_by_broken_rules_alone() {
    let folder = tempfile::TempDir::new().unwrap();
    let case = mini("effort-floor");
    // Neither helper gives anything; the first could give 60 of the 80 that it must.
    fs::write(
        folder.path().join("plan.csv"),
        "helper,recipient\nh1,r1\nh2,r2\n",
    )
    .unwrap();
    let words = ["evaluate", case.to_str().unwrap(), "--plan", "plan.csv"];
    let output = run(folder.path(), &words);
    let text: String = out(&output).split_whitespace().collect();
    assert!(
        text.contains("超过守规方案的上限0.500：是违反规则得来的"),
        "{text}"
    );
    assert!(
        text.contains("低于守规方案的下限10,000万元·公里：或因违反规则，或因让出了更靠前的目标"),
        "{text}"
    );
}
