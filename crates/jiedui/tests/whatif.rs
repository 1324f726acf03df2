//! What-ifs end to end, on cases worked by hand: the same bytes whatever the jobs, an interruption or
//! shards; every refusal before anything runs.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod command;

use command::{code, copy, entries, err, jiedui, out, run};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;
use tempfile::TempDir;

/// A folder with a copy of a case worked by hand, its run `base`, and a set.
fn prepared(case: &str, set: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    copy(case, folder.path());
    fs::write(folder.path().join("set.toml"), set).unwrap();
    run(folder.path(), &["-q", "assign", "case", "--out", "base"]);
    folder
}

/// Every file below a folder, but what holds times.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fn walk(root: &Path, folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else if path.file_name().is_some_and(|name| name != "manifest.json") {
                let name = path.strip_prefix(root).unwrap().to_owned();
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, folder, &mut found);
    found
}

fn assert_same(a: &Path, b: &Path) {
    let (a, b) = (contents(a), contents(b));
    assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>());
    for (name, bytes) in &a {
        assert_eq!(Some(bytes), b.get(name), "{} differs", name.display());
    }
}

/// The base works out what pairs would cost, runs of scenarios do not (docs/whatif.md); all else is equal.
fn assert_same_but_costs(base: &Path, scenario: &Path) {
    let (mut base, scenario) = (contents(base), contents(scenario));
    let dossier = base.get_mut(Path::new("dossier.json")).unwrap();
    let text = String::from_utf8(dossier.clone()).unwrap();
    // The last field of the dossier.
    let (before, costs) = text.split_once(r#","regrets":{"version":"#).unwrap();
    assert!(costs.contains(r#""pairs":["#));
    *dossier = format!("{before}}}\n").into_bytes();
    assert_eq!(
        base.keys().collect::<Vec<_>>(),
        scenario.keys().collect::<Vec<_>>()
    );
    for (name, bytes) in &base {
        assert_eq!(
            Some(bytes),
            scenario.get(name),
            "{} differs",
            name.display()
        );
    }
}

const SET: &str = r#"
[[scenario]]
name = "nothing"

[[scenario]]
name  = "weaker"
title = "h2 的能力减半"
[[scenario.change]]
action = "scale"
table  = "supply"
where  = { helper = "h2" }
column = "amount"
factor = 0.5

[[scenario]]
name = "impossible"
[[scenario.change]]
action    = "forbid"
helper    = ["h1", "h2"]
recipient = "r1"
reason    = "试算"

[[sweep]]
name = "need"
[[sweep.axis]]
table  = "needs"
key    = { recipient = "r1", sector = "industry" }
column = "amount"
values = [20, 100]
[[sweep.axis]]
table   = "supply"
where   = {}
column  = "amount"
factors = [1, 1.5]

[[random]]
name  = "noise"
count = 12
seed  = 7
[[random.vary]]
table  = "supply"
column = "amount"
by     = 0.6
"#;

#[test]
fn empty_scenario_is_the_base_and_the_others_say_what_they_change() {
    let folder = prepared("two-by-two", SET);
    let output = run(
        folder.path(),
        &["whatif", "set.toml", "--base", "base", "--out", "all"],
    );
    assert_eq!(code(&output), 0, "{}", err(&output));
    let all = folder.path().join("all");
    assert_same_but_costs(&folder.path().join("base"), &all.join("runs/nothing"));
    for line in out(&output).lines() {
        let columns = unicode_width::UnicodeWidthStr::width(line);
        assert!(columns <= 80, "{columns} columns: {line}");
    }
    let table = fs::read_to_string(all.join("table.csv")).unwrap();
    let row = |name: &str| -> BTreeMap<String, String> {
        let mut lines = table.lines();
        let heads = lines.next().unwrap().split(',').map(str::to_owned);
        let line = lines
            .find(|line| line.starts_with(&format!("{name},")))
            .unwrap();
        heads.zip(line.split(',').map(str::to_owned)).collect()
    };
    // By hand: half of 40 covers 20 of 50; the other plan would cover min(20, 100) of r1.
    let weaker = row("weaker");
    assert_eq!(
        (weaker["coverage_floor"].as_str(), weaker["added"].as_str()),
        ("0.4", "0")
    );
    assert_eq!(row("impossible")["status"], "infeasible");
    // By hand: r1 needs 20 and r2 50, helpers have 80 and 40: crosswise everything is met.
    let need = row("need-1");
    assert_eq!(
        (need["coverage_floor"].as_str(), need["removed"].as_str()),
        ("1", "2")
    );
    assert!(all.join("runs/impossible/conflict.md").exists());
    let verified = run(folder.path(), &["verify", "all/runs/need-1"]);
    assert_eq!(code(&verified), 0, "{}", err(&verified));
    let markdown = fs::read_to_string(all.join("table.md")).unwrap();
    assert!(markdown.contains("h2 的能力减半") && markdown.contains("稳定性：noise"));
    assert!(!markdown.contains('⟨') && !out(&output).contains('⟨'));
    assert!(
        !fs::read_to_string(all.join("table.en.md"))
            .unwrap()
            .contains('⟨')
    );
}

#[test]
fn a_set_that_is_not_there_is_looked_for_where_the_command_was_given() {
    let folder = prepared("two-by-two", "");
    let output = run(folder.path(), &["whatif", "none.toml", "--base", "base"]);
    assert_eq!(code(&output), 1, "{}", err(&output));
    assert!(err(&output).contains("E0429"), "{}", err(&output));
    assert!(
        err(&output).contains("没有这个情景集文件"),
        "{}",
        err(&output)
    );
}

/// The number that a text begins with, after its sign.
fn number(text: &str) -> f64 {
    let end = text.find(['%', ' ']).unwrap_or(text.len());
    text[..end].replace('−', "-").parse().unwrap()
}

#[test]
fn who_adds_the_change_to_the_base_finds_the_value_that_is_shown() {
    let sweep = r#"
[[sweep]]
name = "need"
[[sweep.axis]]
table  = "needs"
key    = { recipient = "r2", sector = "industry" }
column = "amount"
values = [54, 55, 56, 57, 58, 59, 61, 62, 63, 64]
"#;
    let folder = prepared("two-by-two", sweep);
    let needs = "recipient,sector,amount\nr1,industry,97\nr2,industry,53\n";
    fs::write(folder.path().join("case/needs.csv"), needs).unwrap();
    run(folder.path(), &["-q", "assign", "case", "--out", "odd"]);
    let words = ["whatif", "set.toml", "--base", "odd", "--out", "all"];
    let output = run(folder.path(), &words);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let table = fs::read_to_string(folder.path().join("all/table.en.md")).unwrap();
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|line| line.starts_with("| Base") || line.starts_with("| need"))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    let (base, scenarios) = rows.split_first().unwrap();
    assert_eq!(scenarios.len(), 10, "{table}");
    let mut told = 0;
    for row in scenarios {
        for (cell, then) in row.iter().zip(base) {
            let Some((value, change)) = cell.split_once(" (") else {
                continue;
            };
            if !change.contains("points") {
                continue;
            }
            let left = number(then) + number(change) - number(value);
            assert!(left.abs() < 1e-9, "{then} → {cell}");
            told += 1;
        }
    }
    // The least and the mean coverage of each.
    assert_eq!(told, 20, "{table}");
}

/// What comes from elsewhere may name any place: nothing is written outside the folder of the results.
#[test]
fn merging_writes_nothing_outside_its_folder() {
    let folder = prepared("two-by-two", "[[scenario]]\nname = \"same\"\n");
    let path = |name: &str| folder.path().join(name);
    let words = ["-q", "whatif", "set.toml", "--base", "base", "--out", "s1"];
    let output = run(folder.path(), &[&words[..], &["--shard", "1/1"]].concat());
    assert_eq!(code(&output), 0, "{}", err(&output));
    let kept = entries(folder.path());
    fs::create_dir(path("deep")).unwrap();
    for (file, good, bad, expected) in [
        (
            "set.json",
            "\"set\": \"set\"",
            "\"set\": \"x/../../../out\"",
            "E0441",
        ),
        ("set.json", "\"same\"", "\"../../../out\"", "E0441"),
        ("set.json", "\"same\"", "\"/tmp/jiedui-out\"", "E0441"),
        ("records/same.json", "\"same\"", "\"../../../out\"", "E0441"),
        (
            "runs/same/manifest.json",
            "plan.csv",
            "../same/plan.csv",
            "E0904",
        ),
        ("runs/same/manifest.json", "plan.csv", "/plan.csv", "E0904"),
    ] {
        let file = path("s1").join(file);
        let text = fs::read_to_string(&file).unwrap();
        let spoilt = text.replace(good, bad);
        assert_ne!(spoilt, text, "{bad}");
        fs::write(&file, spoilt).unwrap();
        for out in [&["--out", "deep/all"][..], &[]] {
            let output = run(folder.path(), &[&["whatif", "merge", "s1"], out].concat());
            assert_eq!(code(&output), 1, "{bad}");
            assert!(err(&output).contains(expected), "{bad}: {}", err(&output));
            assert!(entries(&path("deep")).is_empty(), "{bad}");
        }
        fs::write(&file, text).unwrap();
    }
    fs::remove_dir(path("deep")).unwrap();
    let _ = fs::remove_dir(path("runs"));
    assert_eq!(entries(folder.path()), kept);
    let output = run(folder.path(), &["whatif", "merge", "s1", "--out", "all"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
}

#[test]
fn results_depend_neither_on_jobs_nor_on_shards() {
    let folder = prepared("two-by-two", SET);
    let whatif = |more: &[&str]| {
        let words = ["-q", "whatif", "set.toml", "--base", "base"];
        let output = run(folder.path(), &[&words, more].concat());
        assert_eq!(code(&output), 0, "{}", err(&output));
    };
    whatif(&["--out", "one", "--jobs", "1"]);
    whatif(&["--out", "four", "--jobs", "4"]);
    let path = |name: &str| folder.path().join(name);
    assert_same(&path("one"), &path("four"));
    for shard in ["1", "2", "3"] {
        whatif(&[
            "--out",
            &format!("s{shard}"),
            "--shard",
            &format!("{shard}/3"),
        ]);
    }
    let output = run(
        folder.path(),
        &["whatif", "merge", "s3", "s1", "s2", "--out", "merged"],
    );
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert_same(&path("one"), &path("merged"));

    for (shards, reason) in [
        (&["s1", "s2"][..], "缺少情景 impossible"),
        (&["s1", "s1", "s2"], "重复"),
        (&["s1", "base"], "不是试算分片"),
    ] {
        let words = [&["whatif", "merge"], shards, &["--out", "not"]].concat();
        let output = run(folder.path(), &words);
        assert_eq!(code(&output), 1);
        assert!(
            err(&output).contains("E0441") && err(&output).contains(reason),
            "{}",
            err(&output)
        );
        assert!(!path("not").exists());
    }
    let other = SET.replace("seed  = 7", "seed  = 8");
    fs::write(path("set.toml"), other).unwrap();
    whatif(&["--out", "other", "--shard", "2/3"]);
    let output = run(folder.path(), &["whatif", "merge", "s1", "other", "s3"]);
    assert!(err(&output).contains("不是同一次试算"), "{}", err(&output));
}

const LONG: &str = r#"
[[random]]
name  = "noise"
count = 150
seed  = 7
[[random.vary]]
table  = "supply"
column = "amount"
by     = 0.6
"#;

/// Starts a long what-if and waits until some of it is finished.
fn midway(folder: &Path) -> Child {
    let mut command = jiedui(folder);
    command
        .args(["whatif", "set.toml", "--base", "base", "--jobs", "2"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    let child = command.spawn().unwrap();
    let runs = folder.join("runs/whatif-set/runs");
    while fs::read_dir(&runs).map_or(0, Iterator::count) < 5 {
        std::thread::sleep(Duration::from_millis(2));
    }
    child
}

fn goes_on_to_the_same_end(folder: &TempDir) {
    let place = folder.path().join("runs/whatif-set");
    assert!(!place.join("table.csv").exists(), "the test came too late");
    let words = ["whatif", "set.toml", "--base", "base"];
    let output = run(folder.path(), &words);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(err(&output).contains("接着算其余"), "{}", err(&output));
    let whole = run(folder.path(), &[&words[..], &["--out", "whole"]].concat());
    assert_eq!(code(&whole), 0);
    assert_same(&place, &folder.path().join("whole"));
}

#[test]
fn killed_midway_the_same_command_goes_on() {
    let folder = prepared("two-by-two", LONG);
    let mut child = midway(folder.path());
    child.kill().unwrap();
    child.wait().unwrap();
    goes_on_to_the_same_end(&folder);
}

#[cfg(unix)]
#[test]
fn interrupted_it_keeps_what_is_finished_and_the_same_command_goes_on() {
    let folder = prepared("two-by-two", LONG);
    let child = midway(folder.path());
    let interrupt = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(interrupt.unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(code(&output), 4);
    assert!(err(&output).contains("已停止"), "{}", err(&output));
    goes_on_to_the_same_end(&folder);
}

#[test]
fn bad_sets_are_refused_before_anything_runs() {
    let change = |body: &str| format!("[[scenario]]\nname = \"a\"\n[[scenario.change]]\n{body}\n");
    let lock = "action = \"lock\"\nhelper = \"h1\"\nrecipient = \"r1\"\nreason = \"x\"";
    let cases = [
        (
            change("action = \"set\"\npolicy = \"tracks.place.max_km\"\nvalue = 3"),
            "E0414",
        ),
        (
            change("action = \"lock\"\nhelper = \"h9\"\nrecipient = \"r1\"\nreason = \"x\""),
            "E0302",
        ),
        (
            change(&format!(
                "{lock}\n[[scenario.change]]\n{}",
                lock.replace("lock", "forbid")
            )),
            "E0416",
        ),
        ("include = [\"set.toml\"]\n".to_owned(), "E0430"),
        (
            // Six axes of ten values: a million points.
            format!(
                "[[sweep]]\nname = \"a\"\n{}",
                "[[sweep.axis]]\ntable = \"supply\"\nwhere = {}\ncolumn = \"amount\"\nfactors = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n".repeat(6)
            ),
            "E0433",
        ),
        (
            "[[scenario]]\nname = \"a\"\novrlays = []\n".to_owned(),
            "E0426",
        ),
    ];
    let folder = prepared("two-by-two", "");
    for (set, expected) in cases {
        fs::write(folder.path().join("set.toml"), set).unwrap();
        let output = run(folder.path(), &["whatif", "set.toml", "--base", "base"]);
        assert_eq!(code(&output), 1, "{expected}");
        assert!(
            err(&output).contains(expected),
            "{expected}: {}",
            err(&output)
        );
        assert!(
            err(&output).contains("set.toml:") || expected == "E0302",
            "{}",
            err(&output)
        );
        assert!(!folder.path().join("runs").exists());
    }
}

#[test]
fn mistakes_of_a_set_and_of_its_cells_are_told_together() {
    let change = |body: &str| format!("[[scenario.change]]\n{body}\n");
    let lock = |helper: &str| {
        change(&format!(
            "action = \"lock\"\nhelper = \"{helper}\"\nrecipient = \"r1\"\nreason = \"x\""
        ))
    };
    let set = [
        // A name twice, a file that is not there, an action that is none.
        format!("[[scenario]]\nname = \"a\"\n{}", lock("h1")),
        format!("[[scenario]]\nname = \"A\"\n{}", lock("h8")),
        "[[scenario]]\nname = \"b\"\noverlays = [\"none.toml\"]\n".to_owned(),
        format!("[[scenario]]\nname = \"c\"\n{}", change("action = \"lokc\"")),
        // Cells that the case does not have.
        format!("[[scenario]]\nname = \"d\"\n{}", lock("h9")),
        "[[random]]\nname = \"e\"\ncount = 2\nseed = 1\n[[random.vary]]\ntable = \"needs\"\nwhere = { sector = \"none\" }\ncolumn = \"amount\"\nby = 0.1\n".to_owned(),
    ]
    .concat();
    let folder = prepared("two-by-two", &set);
    let output = run(folder.path(), &["whatif", "set.toml", "--base", "base"]);
    assert_eq!(code(&output), 1);
    let told = err(&output);
    for (code, times) in [
        ("E0432", 1),
        ("E0429", 1),
        ("E0407", 1),
        ("E0302", 2),
        ("W0402", 1),
    ] {
        assert_eq!(
            told.matches(&format!("[{code}]")).count(),
            times,
            "{code}: {told}"
        );
    }
    assert!(!folder.path().join("runs").exists());
}

#[test]
fn a_change_without_effect_warns_but_a_sweep_may_hold_the_base_value() {
    let set = SET.replace("factor = 0.5", "factor = 1");
    let folder = prepared("two-by-two", &set);
    let output = run(
        folder.path(),
        &["whatif", "set.toml", "--base", "base", "--out", "all"],
    );
    assert_eq!(code(&output), 0);
    assert_eq!(err(&output).matches("W0401").count(), 1, "{}", err(&output));
    // What says the same as the base starts as the base did, so that it comes out as the base did.
    let all = folder.path().join("all/runs");
    let starts_from_base = |name: &str| {
        let manifest = fs::read_to_string(all.join(name).join("manifest.json")).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        let mut inputs = manifest["inputs"].as_array().unwrap().iter();
        inputs.any(|input| input["name"] == "knowledge.json")
    };
    assert!(!starts_from_base("weaker"));
    assert!(starts_from_base("need-1"));
    // The dossier says besides that the amount was set, and where.
    for file in [
        "plan.csv",
        "pairs.csv",
        "certificate.json",
        "knowledge.json",
    ] {
        let read = |folder: &Path| fs::read(folder.join(file)).unwrap();
        assert_eq!(
            read(&folder.path().join("base")),
            read(&all.join("weaker")),
            "{file}"
        );
    }
}

#[test]
fn base_must_be_whole_unchanged_known_and_have_a_plan() {
    let folder = prepared("two-by-two", SET);
    let whatif = |base: &str, out: &str| {
        run(
            folder.path(),
            &["whatif", "set.toml", "--base", base, "--out", out],
        )
    };
    let refused = |output: &Output, expected: &str| {
        assert_eq!(code(output), 1, "{expected}");
        assert!(
            err(output).contains(expected),
            "{expected}: {}",
            err(output)
        );
    };
    assert_eq!(code(&whatif("base", "all")), 0);
    // A scenario's run is no base: nobody knows where its input is.
    refused(&whatif("all/runs/need-1", "x"), "E0439");
    refused(&whatif("all/runs/impossible", "x"), "E0437");
    refused(&whatif("nowhere", "x"), "E0903");
    // Another set cannot go on where this one stopped; nor may a folder of something else be taken.
    fs::write(folder.path().join("set.toml"), LONG).unwrap();
    refused(&whatif("base", "all"), "E0440");
    refused(&whatif("base", "case"), "E0440");
    let needs = folder.path().join("case/needs.csv");
    let text = fs::read_to_string(&needs).unwrap();
    fs::write(&needs, text.replace("100", "101")).unwrap();
    refused(&whatif("base", "x"), "E0438");
    fs::remove_file(&needs).unwrap();
    refused(&whatif("base", "x"), "E0438");
    fs::write(&needs, text).unwrap();
    fs::write(folder.path().join("base/plan.csv"), "nothing").unwrap();
    refused(&whatif("base", "x"), "E0904");
    assert!(!folder.path().join("x").exists());
}

#[test]
fn a_damaged_run_folder_is_not_taken_for_a_finished_one() {
    let folder = prepared("two-by-two", SET);
    let whatif = || {
        run(
            folder.path(),
            &["whatif", "set.toml", "--base", "base", "--out", "all"],
        )
    };
    assert_eq!(code(&whatif()), 0);
    fs::write(folder.path().join("all/runs/weaker/plan.csv"), "nothing").unwrap();
    let output = whatif();
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("E0904"), "{}", err(&output));
}
