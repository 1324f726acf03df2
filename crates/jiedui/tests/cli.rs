//! The commands end to end, with the built binary and cases worked by hand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod command;

use command::{assigned, code, copy, done, entries, err, jiedui, mini, out, run, told};
use std::fs;
use std::path::Path;
use std::process::Stdio;
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn assign_writes_a_whole_run_folder_that_verifies() {
    let folder = assigned("two-by-two");
    let run_folder = folder.path().join("run");
    let names = entries(&run_folder);
    for name in [
        "plan.csv",
        "pairs.csv",
        "dossier.json",
        "manifest.json",
        "report.md",
        "input",
    ] {
        assert!(
            names.iter().any(|known| known == name),
            "{name} is missing in {names:?}"
        );
    }
    assert_eq!(entries(folder.path()), ["run"]);
    assert_eq!(
        fs::read_to_string(run_folder.join("plan.csv")).unwrap(),
        "helper,recipient,track,sector,amount\nh1,r1,place,industry,80\nh2,r2,place,industry,40\n"
    );
    let output = run(folder.path(), &["verify", "run"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(out(&output).contains("核验通过"));
}

#[test]
fn assign_without_out_never_takes_the_same_folder_twice() {
    let folder = TempDir::new().unwrap();
    for _ in 0..3 {
        let output = run(folder.path(), &["assign", text(&mini("tie"))]);
        assert_eq!(code(&output), 0, "{}", err(&output));
    }
    assert_eq!(entries(&folder.path().join("runs")).len(), 3);
}

#[test]
fn assign_summary_fits_eighty_columns_and_forty_lines() {
    let folder = TempDir::new().unwrap();
    for lang in ["zh", "en"] {
        let case = mini("two-by-two");
        let words = ["assign", text(&case), "--lang", lang];
        let output = run(folder.path(), &words);
        let summary = out(&output);
        assert!(summary.lines().count() <= 40, "{summary}");
        let wide = summary.lines().find(|line| line.width() > 80);
        assert_eq!(wide, None);
    }
}

#[test]
fn assign_as_json_says_outcome_tiers_measures_and_folder() {
    let folder = TempDir::new().unwrap();
    let case = mini("two-by-two");
    let output = run(folder.path(), &["assign", text(&case), "--format", "json"]);
    let summary: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(summary["termination"], "optimal");
    assert_eq!(summary["verdict"], "passed");
    assert_eq!(summary["tiers"].as_array().unwrap().len(), 3);
    let written = summary["run_folder"].as_str().unwrap();
    assert!(folder.path().join(written).join("plan.csv").is_file());
}

#[test]
fn assign_into_a_folder_that_exists_is_refused_before_solving() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("taken")).unwrap();
    let case = mini("two-by-two");
    let output = run(folder.path(), &["assign", text(&case), "--out", "taken"]);
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("E0901"));
    assert!(entries(&folder.path().join("taken")).is_empty());
    assert_eq!(entries(folder.path()), ["taken"]);
}

#[test]
fn bad_input_is_reported_whole_and_nothing_is_written() {
    let folder = TempDir::new().unwrap();
    let case = copy("two-by-two", folder.path());
    fs::write(
        case.join("needs.csv"),
        "recipient,sector,amount\nr9,industry,100\nr2,industry,-5\n",
    )
    .unwrap();
    let output = run(folder.path(), &["assign", "case"]);
    assert_eq!(code(&output), 1);
    let messages = err(&output);
    assert!(messages.contains("needs.csv:2"), "{messages}");
    assert!(messages.contains("needs.csv:3"), "{messages}");
    assert!(out(&output).is_empty());
    assert_eq!(entries(folder.path()), ["case"]);

    let output = run(
        folder.path(),
        &["check", "case", "--message-format", "json"],
    );
    assert_eq!(code(&output), 1);
    for line in out(&output).lines() {
        let problem: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(problem["code"].is_string());
    }
}

#[test]
fn missing_files_and_folders_are_named() {
    let folder = TempDir::new().unwrap();
    let case = mini("two-by-two");
    for (words, named) in [
        (vec!["assign", "nowhere"], "nowhere"),
        (
            vec!["assign", text(&case), "--policy", "no.toml"],
            "no.toml",
        ),
        (
            vec!["assign", text(&case), "--with", "what-if.toml"],
            "what-if.toml",
        ),
        (vec!["verify", "nowhere"], "nowhere"),
        (vec!["explain", "nowhere"], "nowhere"),
    ] {
        let output = run(folder.path(), &words);
        assert_eq!(code(&output), 1, "{words:?}");
        assert!(err(&output).contains(named), "{}", err(&output));
    }
    assert!(entries(folder.path()).is_empty());
}

#[test]
fn help_is_asked_for_behind_general_options_as_well() {
    let folder = TempDir::new().unwrap();
    for words in [
        &["help", "check"][..],
        &["--lang", "en", "help", "check"],
        &["-q", "--lang=en", "help", "check"],
    ] {
        assert!(done(folder.path(), words).contains("--lp"), "{words:?}");
    }
}

/// Once something is there under a temporary name, the command is interrupted so many times.
#[cfg(unix)]
fn interrupted(folder: &Path, words: &[&str], within: &Path, times: usize) -> i32 {
    let mut child = jiedui(folder)
        .args(words)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let is_begun =
        || within.exists() && entries(within).iter().any(|name| name.contains(".partial"));
    while !is_begun() {
        assert!(
            child.try_wait().unwrap().is_none(),
            "over before it could be interrupted"
        );
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    for _ in 0..times {
        let id = child.id().to_string();
        let sent = std::process::Command::new("kill")
            .args(["-INT", &id])
            .status();
        assert!(sent.is_ok());
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    child.wait().unwrap().code().unwrap()
}

#[cfg(unix)]
#[test]
fn what_an_interrupt_ends_leaves_nothing_behind() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let size = ["--recipients", "40", "--helpers", "316", "--seed", "1"];
    done(path, &[&["generate", "--out", "case"], &size[..]].concat());
    // A program is written at one go; a search is ended by the second.
    let program = ["check", "case", "--lp", "program"];
    assert_eq!(interrupted(path, &program, path, 1), 130);
    assert_eq!(entries(path), ["case"]);
    // Where the first ends it and the run is complete before the second comes, the run stays.
    let runs = path.join("runs");
    let ended = (0..20).any(|_| {
        let code = interrupted(path, &["assign", "case"], &runs, 2);
        let left = if runs.exists() {
            entries(&runs)
        } else {
            Vec::new()
        };
        assert!(
            !left.iter().any(|name| name.contains(".partial")),
            "{left:?}"
        );
        assert!(!runs.exists() || !left.is_empty(), "an empty folder");
        if runs.exists() {
            fs::remove_dir_all(&runs).unwrap();
        }
        code == 130 && left.is_empty()
    });
    assert!(ended, "the second interrupt never came in time");
    assert_eq!(entries(path), ["case"]);
}

#[test]
fn a_command_line_that_is_not_understood_exits_with_2_in_both_languages() {
    let folder = TempDir::new().unwrap();
    for words in [
        &["assign", "--foo"][..],
        &["asign"],
        &["assign", "--effort", "-1"],
        &["assign", "--method", "magic"],
        &["report", "run"],
        &["report", "run", "--to", "pdf"],
        &["explain", "run", "--recipient", "r1", "--helper", "h1"],
        &["whatif", "set.toml", "other.toml"],
        // What would be passed over without a word.
        &[
            "explain",
            "run",
            "--alternatives",
            "1",
            "--within",
            "0.1",
            "--exact",
        ],
        &["explain", "run", "--limits", "--exact", "--save"],
        &["explain", "run", "--limits", "--stability", "other"],
        &[
            "explain",
            "run",
            "--why-not",
            "h1:r1",
            "--counterfactual",
            "--stability",
            "other",
        ],
        &[],
    ] {
        let output = run(folder.path(), words);
        assert_eq!(code(&output), 2, "{words:?}: {}", err(&output));
        assert!(!err(&output).contains('⟨'), "{}", err(&output));
        // What is wrong has its name.
        assert!(!err(&output).contains("错误： "), "{}", err(&output));
    }
    assert!(err(&run(folder.path(), &["asign"])).contains("错误"));
    let output = jiedui(folder.path())
        .env("LANG", "en_GB.UTF-8")
        .arg("asign")
        .output()
        .unwrap();
    assert!(err(&output).contains("did you mean: assign"));
}

#[test]
fn options_beyond_what_a_policy_may_say_are_refused() {
    let folder = TempDir::new().unwrap();
    let case = mini("two-by-two");
    for (option, value, allowed) in [
        ("--effort", "1000001", "> 0, ≤ 1000000"),
        ("--time-limit", "1e8", "> 0, ≤ 10000000"),
        ("--time-limit", "NaN", "> 0, ≤ 10000000"),
        ("--seed", "9223372036854775808", "0–9223372036854775807"),
        ("--threads", "1025", "0–1024"),
    ] {
        let words = ["assign", text(&case), "--out", "run", option, value];
        let output = run(folder.path(), &words);
        assert_eq!(code(&output), 2, "{words:?}");
        assert!(err(&output).contains(allowed), "{}", err(&output));
    }
    let points = [
        "frontier",
        text(&case),
        "--between",
        "coverage,pairs",
        "--points",
        "1",
    ];
    let output = run(folder.path(), &points);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("2–1000"), "{}", err(&output));
    // What is allowed makes a run that can be verified.
    for (option, value, name) in [
        ("--time-limit", "10000000", "long"),
        ("--seed", "9223372036854775807", "seed"),
    ] {
        let words = ["assign", text(&case), "--out", name, option, value];
        done(folder.path(), &words);
        done(folder.path(), &["verify", name]);
    }
}

#[test]
fn a_long_name_of_a_case_leaves_room_for_the_rest_of_the_folders_name() {
    let folder = TempDir::new().unwrap();
    let case = copy("two-by-two", folder.path());
    let info = fs::read_to_string(case.join("case.toml")).unwrap();
    let name = info.lines().find(|line| line.starts_with("name")).unwrap();
    let long = format!("name = \"{}\"", "结对".repeat(40));
    fs::write(case.join("case.toml"), info.replace(name, &long)).unwrap();
    done(folder.path(), &["assign", "case"]);
    let runs = entries(&folder.path().join("runs"));
    assert!(runs[0].starts_with(&"结对".repeat(25)), "{runs:?}");
}

#[test]
fn help_speaks_both_languages() {
    let folder = TempDir::new().unwrap();
    assert!(out(&run(folder.path(), &["--help"])).contains("用法"));
    let english = out(&run(folder.path(), &["assign", "--help", "--lang", "en"]));
    assert!(english.contains("Usage:"), "{english}");
    assert!(english.is_ascii(), "{english}");
    for words in [&["help"][..], &["help", "assign", "--lang", "en"]] {
        let asked = out(&run(folder.path(), words));
        let same = [&words[1..], &["--help"]].concat();
        assert_eq!(asked, out(&run(folder.path(), &same)));
    }
}

#[test]
fn a_number_below_nothing_is_a_wrong_value_of_its_option() {
    let folder = TempDir::new().unwrap();
    for option in ["--seed", "--effort"] {
        let output = run(folder.path(), &["assign", option, "-1"]);
        assert_eq!(code(&output), 2);
        let told = err(&output);
        assert!(
            told.contains(option) && told.contains("不能取“-1”"),
            "{told}"
        );
    }
}

#[test]
fn infeasible_case_writes_the_conflict_report() {
    let folder = TempDir::new().unwrap();
    let case = mini("quota-conflict");
    let output = run(folder.path(), &["assign", text(&case), "--out", "run"]);
    assert_eq!(code(&output), 3, "{}", err(&output));
    assert!(err(&output).contains("E0701"), "{}", err(&output));
    let report = fs::read_to_string(folder.path().join("run/conflict.md")).unwrap();
    assert!(report.contains("只能由这 1 家帮扶"), "{report}");
    let json = fs::read(folder.path().join("run/conflict.json")).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["causes"][0]["code"], "E0701");
    // Helpers within reach, one helper for two, or none for one of them: three ways out.
    assert_eq!(json["sets"].as_array().unwrap().len(), 1);
    assert_eq!(json["repairs"].as_array().unwrap().len(), 3);
    assert!(!folder.path().join("run/plan.csv").exists());

    let page = run(folder.path(), &["explain", "run", "--conflict"]);
    assert_eq!((code(&page), out(&page)), (0, out(&output)));
    for lang in ["zh", "en"] {
        for depth in ["line", "page", "full"] {
            let words = ["explain", "run", "--depth", depth, "--lang", lang];
            let text = out(&run(folder.path(), &words));
            assert!(text.lines().all(|line| line.width() <= 80), "{text}");
            assert!(!text.contains('⟨'), "{text}");
        }
    }
    assert_eq!(code(&run(folder.path(), &["verify", "run"])), 0);
    assert_eq!(code(&run(folder.path(), &["check", text(&case)])), 3);
}

/// Every text of a run in which nobody needs anything says nothing of amounts.
fn says_nothing_of_amounts(folder: &TempDir) -> String {
    let summary = done(folder.path(), &["assign", "case", "--out", "run"]);
    let report = done(folder.path(), &["report", "run", "--to", "md"]);
    let csv = ["pairs", "recipients", "helpers"];
    done(folder.path(), &["report", "run", "--to", "csv"]);
    let csv = csv.map(|name| folder.path().join(format!("run/reports/csv/{name}.csv")));
    let csv = csv.map(|path| fs::read_to_string(path).unwrap()).concat();
    let mut texts = vec![summary.clone(), report, csv];
    for whom in [
        ["--recipient", "r1"],
        ["--helper", "h1"],
        ["--pair", "h1:r2"],
        ["--why-not", "h1:r1"],
    ] {
        for depth in ["line", "page", "full"] {
            let words = [&["explain", "run", "--depth", depth][..], &whom].concat();
            texts.push(done(folder.path(), &words));
        }
    }
    for text in texts {
        for word in ["万元", "折合", "满足率", "无定义"] {
            assert!(!text.contains(word), "{word}: {text}");
        }
    }
    summary
}

#[test]
fn where_nobody_needs_anything_nothing_is_told_of_amounts() {
    let folder = TempDir::new().unwrap();
    let case = copy("two-by-two", folder.path());
    fs::write(case.join("needs.csv"), "recipient,sector,amount\n").unwrap();
    let policy = fs::read_to_string(case.join("policy.toml")).unwrap();
    let policy = policy.replace("\"coverage_floor\"", "\"pairs\"");
    let policy = policy.replace("\"coverage\"", "\"continuity\"");
    fs::write(case.join("policy.toml"), policy).unwrap();
    let summary = says_nothing_of_amounts(&folder);
    assert_eq!(summary.matches("没有需求").count(), 1, "{summary}");
}

#[test]
fn where_the_policy_has_no_sectors_nothing_is_told_of_amounts() {
    let folder = TempDir::new().unwrap();
    let case = copy("no-sectors", folder.path());
    let summary = says_nothing_of_amounts(&folder);
    assert!(!summary.contains("需求"), "{summary}");

    // Nor is a way out of a conflict chosen by a coverage that nobody has.
    let policy = fs::read_to_string(case.join("policy.toml")).unwrap();
    let full = "pairs_per_helper    = { min = 0, max = 0 }";
    let policy = policy
        .replace("pairs_per_helper    = { min = 0, max = 1 }", full)
        .replace("\"distance\"", "\"coverage_floor\"");
    assert!(policy.contains(full) && policy.contains("coverage_floor"));
    fs::write(case.join("policy.toml"), policy).unwrap();
    let (code, told, _) = told(folder.path(), &["assign", "case", "--out", "none"]);
    assert_eq!(code, 3);
    assert!(told.contains("办法") && !told.contains("满足率"), "{told}");
}

#[test]
fn check_of_a_good_case_says_how_large_it_is() {
    let folder = TempDir::new().unwrap();
    let output = run(folder.path(), &["check", text(&mini("two-by-two"))]);
    assert_eq!(code(&output), 0);
    assert!(out(&output).contains("可能的结对 4 个"), "{}", out(&output));
    // The shipped case needs no file.
    let output = run(folder.path(), &["check", "--quiet"]);
    assert_eq!(code(&output), 0);
    assert!(out(&output).contains("受扶地 39 个"), "{}", out(&output));
}

#[test]
fn plan_does_not_depend_on_threads_or_on_the_order_of_rows() {
    let folder = TempDir::new().unwrap();
    let case = copy("disconnected", folder.path());
    for (name, threads) in [("one", "1"), ("two", "2")] {
        let words = ["assign", "case", "--threads", threads, "--out", name];
        assert_eq!(code(&run(folder.path(), &words)), 0);
    }
    for name in entries(&case) {
        if !name.ends_with(".csv") {
            continue;
        }
        let text = fs::read_to_string(case.join(&name)).unwrap();
        let (header, rows) = text.split_once('\n').unwrap();
        let mut lines = vec![header];
        lines.extend(rows.lines().rev());
        fs::write(case.join(&name), lines.join("\n") + "\n").unwrap();
    }
    let words = ["assign", "case", "--out", "turned"];
    assert_eq!(code(&run(folder.path(), &words)), 0);
    let plan = |name: &str| fs::read(folder.path().join(name).join("plan.csv")).unwrap();
    assert!(plan("one").len() > 40);
    assert_eq!(plan("one"), plan("two"));
    assert_eq!(plan("one"), plan("turned"));
}

#[test]
fn a_run_can_be_repeated_from_its_own_input() {
    let folder = assigned("tenure");
    let words = ["assign", "run/input", "--out", "again"];
    assert_eq!(code(&run(folder.path(), &words)), 0);
    let plan = |name: &str| fs::read(folder.path().join(name).join("plan.csv")).unwrap();
    assert_eq!(plan("run"), plan("again"));
}

#[test]
fn overlay_changes_the_plan_and_is_recorded() {
    let folder = TempDir::new().unwrap();
    fs::write(
        folder.path().join("what-if.toml"),
        "[[change]]\naction = \"forbid\"\nhelper = \"h1\"\nrecipient = \"r1\"\nreason = \"test\"\n",
    )
    .unwrap();
    let case = mini("two-by-two");
    let words = [
        "assign",
        text(&case),
        "--with",
        "what-if.toml",
        "--out",
        "run",
    ];
    let output = run(folder.path(), &words);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let plan = fs::read_to_string(folder.path().join("run/plan.csv")).unwrap();
    assert!(plan.contains("h1,r2"), "{plan}");
    let manifest = fs::read_to_string(folder.path().join("run/manifest.json")).unwrap();
    assert!(manifest.contains("what-if.toml"));
    assert_eq!(code(&run(folder.path(), &["verify", "run"])), 0);
}

#[test]
fn explain_answers_by_code_and_by_name() {
    let folder = assigned("two-by-two");
    for words in [
        &["explain", "run"][..],
        &["explain", "run", "--recipient", "r1"],
        &["explain", "run", "--recipient", "r1", "--depth", "line"],
        &["explain", "run", "--helper", "h2", "--depth", "full"],
        &["explain", "run", "--pair", "h1:r1"],
        &["explain", "run", "--pair", "h1：r1"],
        &["explain", "run", "--why-not", "h1:r2"],
    ] {
        let output = run(folder.path(), words);
        assert_eq!(code(&output), 0, "{words:?}: {}", err(&output));
        assert!(!out(&output).is_empty());
        assert!(!out(&output).contains('⟨'), "{}", out(&output));
    }
    let output = run(folder.path(), &["explain", "run", "--recipient", "r11"]);
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("r1"), "{}", err(&output));
    let output = run(folder.path(), &["explain", "run", "--pair", "h1"]);
    assert_eq!(code(&output), 2);
}

#[test]
fn report_writes_the_office_documents_once_and_overwrites_nothing() {
    let folder = assigned("two-by-two");
    let output = run(folder.path(), &["report", "run", "--to", "xlsx,docx,md"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let reports = folder.path().join("run/reports");
    let written = entries(&reports);
    for name in ["结对方案.xlsx", "结对方案建议稿.docx", "report.md"] {
        assert!(written.iter().any(|known| known == name), "{written:?}");
        assert!(out(&output).contains(name), "{}", out(&output));
    }
    let plans = entries(&reports.join("年度实施计划草案"));
    assert!(!plans.is_empty());
    assert!(plans.iter().all(|name| name.ends_with(".docx")));
    let book = fs::read(reports.join("结对方案.xlsx")).unwrap();
    // The run is as it was, and a second report leaves the first alone.
    assert_eq!(code(&run(folder.path(), &["verify", "run"])), 0);
    let again = run(folder.path(), &["report", "run", "--to", "xlsx"]);
    assert_eq!(code(&again), 1, "{}", out(&again));
    assert!(err(&again).contains("结对方案.xlsx"), "{}", err(&again));
    assert_eq!(fs::read(reports.join("结对方案.xlsx")).unwrap(), book);
    // Elsewhere, from the dossier alone, but for the date.
    let other = folder.path().join("only");
    fs::create_dir(&other).unwrap();
    fs::copy(
        folder.path().join("run/dossier.json"),
        other.join("dossier.json"),
    )
    .unwrap();
    let words = [
        "report", "only", "--to", "docx", "--lang", "en", "--out", "there",
    ];
    let output = run(folder.path(), &words);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert_eq!(
        entries(&folder.path().join("there")),
        ["draft-assignment.docx", "draft-yearly-plans"]
    );
}

#[test]
fn report_schema_man_completions_and_codes_are_printed() {
    let folder = assigned("two-by-two");
    for (words, part) in [
        (&["report", "run", "--to", "md"][..], "# "),
        (&["schema"], "\"$schema\""),
        (&["man"], ".TH jiedui"),
        (&["completions", "bash"], "_jiedui"),
        (&["explain-code", "e0301"], "E0301"),
    ] {
        let output = run(folder.path(), words);
        assert_eq!(code(&output), 0, "{words:?}: {}", err(&output));
        assert!(out(&output).contains(part), "{words:?}: {}", out(&output));
    }
    let output = run(folder.path(), &["explain-code", "E9999"]);
    assert_eq!(code(&output), 1);
}

#[cfg(unix)]
#[test]
fn a_reader_that_stops_early_is_no_error() {
    let folder = TempDir::new().unwrap();
    let mut child = jiedui(folder.path())
        .arg("schema")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(code(&output), 0);
    assert!(err(&output).is_empty(), "{}", err(&output));
}

#[test]
fn a_time_limit_that_strikes_leaves_the_best_plan_or_says_that_there_is_none() {
    let folder = TempDir::new().unwrap();
    let words = ["assign", "--time-limit", "0.001", "--out", "run"];
    let output = run(folder.path(), &words);
    assert_eq!(code(&output), 4, "{}", err(&output));
    if folder.path().join("run").exists() {
        let manifest = fs::read_to_string(folder.path().join("run/manifest.json")).unwrap();
        assert!(manifest.contains("\"reproducible\": false"));
        assert!(err(&output).contains("W0702"));
        assert_eq!(code(&run(folder.path(), &["verify", "run"])), 0);
    } else {
        assert!(err(&output).contains("E0705"));
        assert!(entries(folder.path()).is_empty());
    }
}

#[test]
fn manifest_tells_how_far_each_priority_was_when() {
    let folder = TempDir::new().unwrap();
    let case = mini("two-by-two");
    let made = run(
        folder.path(),
        &["assign", text(&case), "--out", "run", "--quiet"],
    );
    assert_eq!(code(&made), 0, "{}", err(&made));
    let read = |name: &str| -> serde_json::Value {
        let text = fs::read_to_string(folder.path().join("run").join(name)).unwrap();
        serde_json::from_str(&text).unwrap()
    };
    let (manifest, dossier) = (read("manifest.json"), read("dossier.json"));
    let milestones = manifest["milestones"].as_array().unwrap();
    for tier in dossier["tiers"].as_array().unwrap() {
        let mut of_tier = milestones
            .iter()
            .filter(|milestone| milestone["priority"] == tier["priority"]);
        let last = of_tier.next_back().unwrap();
        for (known, told) in [("plan", "reached"), ("bound", "bound")] {
            let (known, told) = (last[known].as_f64().unwrap(), tier[told].as_f64().unwrap());
            assert!((known - told).abs() < 1e-6, "{last} {tier}");
        }
    }
}

#[test]
fn a_case_too_tight_for_amounts_in_steps_is_no_defect() {
    let folder = TempDir::new().unwrap();
    let case = copy("two-by-two", folder.path());
    // All of a budget must be given, and no hundredths come to it.
    let helpers = "id,name,track,budget\nh1,甲,place,3.337\nh2,乙,place,\n";
    fs::write(case.join("helpers.csv"), helpers).unwrap();
    let policy = fs::read_to_string(case.join("policy.toml")).unwrap();
    let tight = policy.replace("effort_floor        = 0.0", "effort_floor        = 1.0");
    assert_ne!(policy, tight);
    fs::write(case.join("policy.toml"), tight).unwrap();
    let plan = "helper,recipient\nh1,r1\nh2,r2\n";
    fs::write(folder.path().join("plan.csv"), plan).unwrap();
    for words in [
        &["assign", "case", "--out", "run"][..],
        &["evaluate", "case", "--plan", "plan.csv"],
        &[
            "frontier",
            "case",
            "--between",
            "coverage,fit",
            "--out",
            "run",
        ],
    ] {
        let output = run(folder.path(), words);
        assert_eq!(code(&output), 4, "{words:?}: {}", err(&output));
        assert!(err(&output).contains("E0706"), "{}", err(&output));
        assert!(!folder.path().join("run").exists());
    }
}
