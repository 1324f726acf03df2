//! `explain --exact --plan-out`, and a plan file as the start of `assign --from`, with the built binary.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod command;

use command::{done, told};
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const CASE: &str = "generated-8x64-10";
/// So little effort that runs differ much.
const LITTLE: &str = "0.004";

fn generated(folder: &Path) {
    let shape = ["--recipients", "8", "--helpers", "64", "--seed", "10"];
    done(folder, &[&["generate"], &shape[..]].concat());
}

/// What the plan of a run is worth in each priority.
fn reached(folder: &Path, run: &str) -> Vec<f64> {
    let path = folder.join(run).join("dossier.json");
    let dossier: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let tiers = dossier["tiers"].as_array().unwrap().iter();
    tiers
        .map(|tier| tier["in_plan"].as_f64().unwrap())
        .collect()
}

#[test]
fn a_run_that_starts_at_a_plan_ends_no_lower() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    generated(folder);
    let assign = |more: &[&str]| done(folder, &[&["assign", CASE], more].concat());
    assign(&["--effort", LITTLE, "--out", "poor"]);
    assign(&["--effort", "0.05", "--out", "good"]);
    let near = ["--from", "poor", "--effort", LITTLE];
    assign(&[&near[..], &["--out", "alone"]].concat());
    assign(&[&near[..], &["--start", "good/plan.csv", "--out", "started"]].concat());
    let last = |run| *reached(folder, run).last().unwrap();
    assert!(
        last("alone") < last("good"),
        "the start makes no difference"
    );
    assert!(last("started") >= last("good"));
    // What the run started at is one of its inputs, and none of its case.
    let manifest = fs::read_to_string(folder.join("started/manifest.json")).unwrap();
    assert!(manifest.contains("\"start.csv\""), "{manifest}");
    done(folder, &["verify", "started"]);
    fs::write(folder.join("set.toml"), "[[scenario]]\nname = \"none\"\n").unwrap();
    done(folder, &["whatif", "set.toml", "--base", "started"]);
}

#[test]
fn the_plan_of_an_answer_is_the_one_told() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    generated(folder);
    done(
        folder,
        &["assign", CASE, "--effort", LITTLE, "--out", "run"],
    );
    let path = folder.join("run/dossier.json");
    let dossier: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let pairs = dossier["pairs"].as_array().unwrap().iter();
    let mut pairs = pairs.filter(|pair| pair["divisible"] == false);
    let pair = pairs.next().unwrap();
    let (helper, recipient) = (&pair["helper"], &pair["recipient"]);
    let (helper, recipient) = (helper.as_str().unwrap(), recipient.as_str().unwrap());
    let pair = format!("{helper}:{recipient}");
    let words = ["explain", "run", "--pair", &pair, "--exact"];
    let more = ["--plan-out", "plan.csv", "--format", "json"];
    let answer = done(folder, &[&words[..], &more].concat());
    let answer: Value = serde_json::from_str(&answer).unwrap();
    let plan = fs::read_to_string(folder.join("plan.csv")).unwrap();
    assert!(
        !plan.contains(&format!("\n{helper},{recipient},")),
        "{plan}"
    );

    let judging = ["evaluate", CASE, "--plan", "plan.csv", "--against", "run"];
    let judged = done(folder, &[&judging[..], &["--format", "json"]].concat());
    let judged: Value = serde_json::from_str(&judged).unwrap();
    let values = |tiers: &Value, key: &str| -> Vec<f64> {
        let tiers = tiers.as_array().unwrap().iter();
        tiers.map(|tier| tier[key].as_f64().unwrap()).collect()
    };
    let asked = values(&answer["answer"]["tiers"], "asked");
    let judged = values(&judged["tiers"], "value");
    assert_eq!(judged.len(), asked.len());
    for (judged, asked) in judged.iter().zip(&asked) {
        assert!((judged - asked).abs() < 1e-9, "{judged} {asked}");
    }

    // What is there stays as it was, and nothing is solved before that is said.
    let (code, _, err) = told(folder, &[&words[..], &more].concat());
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("plan.csv"), "{err}");
    assert_eq!(fs::read_to_string(folder.join("plan.csv")).unwrap(), plan);
}

#[test]
fn a_start_that_cannot_be_read_is_refused_row_by_row() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    generated(folder);
    done(
        folder,
        &["assign", CASE, "--effort", LITTLE, "--out", "run"],
    );
    let start = ["assign", CASE, "--start", "bad.csv", "--out", "new"];
    assert_eq!(told(folder, &start).0, 2, "--start goes with --from");
    fs::write(
        folder.join("bad.csv"),
        "helper,recipient,track,sector,amount\nnobody,nowhere,place,industry,1\nno,no,x,y,z\n",
    )
    .unwrap();
    let (code, _, err) = told(folder, &[&start[..], &["--from", "run"]].concat());
    assert_eq!(code, 1, "{err}");
    assert_eq!(err.matches("E0906").count(), 2, "{err}");
    assert!(!folder.join("new").exists());
}
