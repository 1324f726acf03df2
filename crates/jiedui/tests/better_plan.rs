//! `explain --exact` where solving again finds a plan that is better than the run's: the overlay and the
//! command that it prints lead to that plan, with the built binary.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod command;

use command::done;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// So little effort that the run misses plans.
const EFFORT: &str = "0.004";
/// Questions asked at most until one finds a better plan.
const QUESTIONS: usize = 16;

fn dossier(folder: &Path, run: &str) -> Value {
    let path = folder.join(run).join("dossier.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn word(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn pairs(dossier: &Value) -> BTreeSet<(String, String)> {
    let pairs = dossier["pairs"].as_array().unwrap().iter();
    pairs
        .filter(|pair| pair["divisible"] == false)
        .map(|pair| (word(&pair["helper"]), word(&pair["recipient"])))
        .collect()
}

/// The first question whose answer is a better plan and how to take it.
fn better(folder: &Path, dossier: &Value) -> (String, Value) {
    let rows = dossier["regrets"]["pairs"].as_array().unwrap();
    let asked = |gains: bool| {
        rows.iter().filter(move |row| {
            let gain = row.as_array().and_then(|row| row.last());
            row[2] == false && gain.is_some_and(Value::is_number) == gains
        })
    };
    // First the pairs with which a better plan is known, then others from all over the case.
    let others = asked(false).step_by((rows.len() / QUESTIONS).max(1));
    for row in asked(true).chain(others).take(QUESTIONS) {
        let pair = format!("{}:{}", word(&row[0]), word(&row[1]));
        let words = ["explain", "run", "--why-not", &pair, "--exact"];
        let json = done(folder, &[&words[..], &["--format", "json"]].concat());
        let json: Value = serde_json::from_str(&json).unwrap();
        let answer = &json["answer"];
        if answer["finding"]["kind"] == "run_fell_short" && answer["by_command"] == true {
            return (pair, json);
        }
    }
    panic!("no question found a better plan: the test asks too few, or of too good a run");
}

/// The five lines of the overlay, from the text.
fn overlay(text: &str) -> String {
    let lines = text.lines().map(str::trim);
    let lines = lines.skip_while(|line| *line != "[[change]]");
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).take(5).collect();
    assert_eq!(lines.len(), 5, "{text}");
    lines.join("\n") + "\n"
}

#[test]
fn the_overlay_and_the_command_lead_to_the_better_plan() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    let shape = ["--recipients", "8", "--helpers", "64", "--seed", "10"];
    done(folder, &[&["generate"], &shape[..]].concat());
    let case = "generated-8x64-10";
    done(
        folder,
        &["assign", case, "--effort", EFFORT, "--out", "run"],
    );
    let before = dossier(folder, "run");
    let (pair, told) = better(folder, &before);

    for (lang, space) in [("en", " "), ("zh", "")] {
        let words = ["explain", "run", "--why-not", &pair, "--exact"];
        let text = done(folder, &[&words[..], &["--lang", lang]].concat());
        fs::write(folder.join("better.toml"), overlay(&text)).unwrap();
        // The command as printed, without the breaks of lines.
        let flat: Vec<&str> = text.split_whitespace().collect();
        let flat = flat.join(space).replace(' ', "");
        let name = if lang == "en" {
            "RUN"
        } else {
            "结果文件夹"
        };
        let command = format!("jiedui assign {name}/input --from {name} --with better.toml");
        assert!(flat.contains(&command.replace(' ', "")), "{text}");
        let out = format!("taken-{lang}");
        let words: Vec<String> = command
            .split(' ')
            .skip(1)
            .map(|word| word.replace(name, "run"))
            .collect();
        let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
        words.extend(["--out", &out]);
        done(folder, &words);
        let taken = dossier(folder, &out);
        is_the_plan_told(&before, &told, &taken);
    }
}

/// The plan that the command wrote is the one that the answer told, and better than the run's.
fn is_the_plan_told(before: &Value, told: &Value, taken: &Value) {
    let answer = &told["answer"];
    let tiers = answer["tiers"].as_array().unwrap().iter();
    let reached = taken["tiers"].as_array().unwrap().iter();
    for (told, taken) in tiers.zip(reached) {
        let (told, taken) = (&told["asked"], &taken["in_plan"]);
        assert_eq!(told.as_f64(), taken.as_f64(), "{answer}");
    }
    let priority = &answer["finding"]["priority"];
    let mut tiers = answer["tiers"].as_array().unwrap().iter();
    let gains = tiers.find(|tier| tier["priority"] == *priority).unwrap();
    assert!(gains["asked"].as_f64() > gains["run"].as_f64(), "{gains}");
    let mut moved = pairs(before);
    for track in answer["moves"].as_array().unwrap() {
        for chain in track["chains"].as_array().unwrap() {
            for one in chain["moves"].as_array().unwrap() {
                if let Some(from) = one["from"].as_str() {
                    assert!(
                        moved.remove(&(word(&one["helper"]), from.to_owned())),
                        "{one}"
                    );
                }
                if let Some(to) = one["to"].as_str() {
                    assert!(moved.insert((word(&one["helper"]), to.to_owned())), "{one}");
                }
            }
        }
    }
    assert_eq!(moved, pairs(taken));
}
