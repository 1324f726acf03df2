//! `jiedui verify` of runs that somebody made over, digests and all, and of honest ones that look odd.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod command;

use command::{assigned, copy, done, told};
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Changes a file of a run, and what the manifest says of all files with it.
fn forge(run: &Path, name: &str, change: impl Fn(&mut Value)) {
    let mut value = json(&run.join(name));
    change(&mut value);
    fs::write(run.join(name), value.to_string()).unwrap();
    let mut manifest = json(&run.join("manifest.json"));
    for file in manifest["files"].as_array_mut().unwrap() {
        let bytes = fs::read(run.join(file["name"].as_str().unwrap())).unwrap();
        file["digest"] = format!("blake3:{}", blake3::hash(&bytes).to_hex()).into();
    }
    fs::write(run.join("manifest.json"), manifest.to_string()).unwrap();
}

/// What `verify` says of a run of this case made over so.
fn refused(case: &str, name: &str, change: impl Fn(&mut Value), codes: &[&str]) -> String {
    let folder = assigned(case);
    done(folder.path(), &["verify", "run"]);
    forge(&folder.path().join("run"), name, change);
    let (code, _, err) = told(folder.path(), &["verify", "run", "--lang", "en"]);
    assert_eq!(code, 1, "{err}");
    for expected in codes {
        assert!(err.contains(expected), "{expected}: {err}");
    }
    err
}

#[test]
fn a_bound_that_the_plan_refutes_is_none_whoever_says_so() {
    refused(
        "two-by-two",
        "dossier.json",
        |dossier| {
            let tier = &mut dossier["tiers"][0];
            let lower = tier["in_plan"].as_f64().unwrap() / 2.0;
            tier["bound"] = lower.into();
            tier["gap"]["absolute"] = lower.into();
            tier["gap"]["relative"] = 0.5.into();
        },
        &["E0832", "exceeds the bound"],
    );
}

#[test]
fn bounds_speak_of_all_plans_that_the_policy_allows() {
    let folder = assigned("continuity-by-age");
    let run = folder.path().join("run");
    let policy = run.join("input/policy.toml");
    let text = fs::read_to_string(&policy).unwrap();
    // The run was solved without a tolerance; now its policy is said to give one.
    let at = text.find("tolerance").unwrap();
    let end = at + text[at..].find('\n').unwrap();
    let (before, rest) = (&text[..at], &text[end..]);
    fs::write(&policy, format!("{before}tolerance = 0.2{rest}")).unwrap();
    forge(&run, "dossier.json", |dossier| {
        let tier = &mut dossier["tiers"][0];
        tier["tolerance"] = 0.2.into();
        tier["objectives"][0]["tolerance"] = 0.2.into();
    });
    let (code, _, err) = told(folder.path(), &["verify", "run", "--lang", "en"]);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("E0832") && err.contains("presuppose"), "{err}");
}

#[test]
fn figures_beside_a_number_are_that_number() {
    let objective = |dossier: &mut Value| {
        let objective = &mut dossier["tiers"][0]["objectives"][0];
        objective["value"] = serde_json::json!({"exact": "0.321", "value": 0.321});
    };
    refused("two-by-two", "dossier.json", objective, &["E0802", "0.321"]);
    let exact = |dossier: &mut Value| dossier["measures"][0]["value"]["exact"] = "9/10".into();
    refused("two-by-two", "dossier.json", exact, &["E0802", "9/10"]);
    let share = |dossier: &mut Value| {
        let coverage = serde_json::json!({"exact": "0.123", "value": 0.123});
        dossier["recipients"][0]["coverage"] = coverage;
    };
    refused("two-by-two", "dossier.json", share, &["E0802", "0.123"]);
}

#[test]
fn a_run_is_what_its_manifest_says() {
    let infeasible = |manifest: &mut Value| manifest["outcome"] = "infeasible".into();
    refused(
        "two-by-two",
        "manifest.json",
        infeasible,
        &["E0904", "plan.csv"],
    );
    let nothing = |manifest: &mut Value| manifest["files"] = serde_json::json!([]);
    refused(
        "two-by-two",
        "manifest.json",
        nothing,
        &["E0904", "dossier.json"],
    );
    // A bound by prices has the prices.
    let folder = assigned("two-by-two");
    let run = folder.path().join("run");
    fs::remove_file(run.join("certificate.json")).unwrap();
    let mut manifest = json(&run.join("manifest.json"));
    let files = manifest["files"].as_array_mut().unwrap();
    files.retain(|file| file["name"] != "certificate.json");
    fs::write(run.join("manifest.json"), manifest.to_string()).unwrap();
    forge(&run, "dossier.json", |dossier| {
        for tier in dossier["tiers"].as_array_mut().unwrap() {
            tier["certified"] = Value::Null;
            tier["proof"] = "decomposition".into();
        }
    });
    let (code, _, err) = told(folder.path(), &["verify", "run"]);
    assert!(code == 1 && err.contains("certificate.json"), "{err}");
}

#[test]
fn input_that_was_added_after_the_run_is_told() {
    let folder = assigned("two-by-two");
    let path = folder.path();
    let run = path.join("run");
    // Whatever else somebody keeps there is nobody's business.
    fs::write(run.join("input/notes.txt"), "…").unwrap();
    done(path, &["verify", "run"]);
    // Tables are read whatever the case of their names.
    for added in ["人工决定.csv", "Decisions.CSV"] {
        let table = run.join("input").join(added);
        fs::write(&table, "action,helper,recipient,reason\nforbid,h1,r2,x\n").unwrap();
        for words in [
            &["verify", "run"][..],
            &["explain", "run", "--pair", "h1:r1", "--exact"],
            &["template", "--next", "run", "--xlsx", "next.xlsx"],
        ] {
            let (code, _, err) = told(path, words);
            assert_eq!(code, 1, "{words:?}: {err}");
            assert!(err.contains("E0904") && err.contains(added), "{err}");
        }
        fs::remove_file(table).unwrap();
    }
    fs::write(run.join("input/needs.csv"), "recipient,sector,amount\n").unwrap();
    let (code, _, err) = told(path, &["template", "--next", "run", "--xlsx", "next.xlsx"]);
    assert!(code == 1 && err.contains("E0904"), "{err}");
}

/// Amounts in hundredths may cost an earlier priority a trifle and give a later one more than any plan has that
/// keeps the earlier one whole.
#[test]
fn a_plan_that_steps_lift_above_the_bound_passes() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let case = copy("two-by-two", path);
    let write = |name: &str, text: &str| fs::write(case.join(name), text).unwrap();
    let policy = fs::read_to_string(case.join("policy.toml")).unwrap();
    let (head, tail) = policy.split_once("[[objectives]]").unwrap();
    let tail = &tail[tail.find("[solver]").unwrap()..];
    let head = head
        .replace(
            "pairs_per_recipient = { min = 1, max = 1 }",
            "pairs_per_recipient = { min = 0, max = 2 }",
        )
        .replace(
            "pairs_per_helper    = { min = 0, max = 1 }",
            "pairs_per_helper    = { min = 0, max = 3 }",
        );
    let objective = |measure: &str, priority: u32| {
        format!(
            "[[objectives]]\nmeasure = \"{measure}\"\npriority = {priority}\nweight = 1.0\ntolerance = 0.0\n\n"
        )
    };
    let objectives = objective("coverage_floor", 1) + &objective("flow_distance", 2);
    write("policy.toml", &format!("{head}{objectives}{tail}"));
    let places = fs::read_to_string(case.join("places.csv")).unwrap();
    let third = places.lines().last().unwrap().replace("r2", "r3");
    write("places.csv", &format!("{}\n{third}\n", places.trim_end()));
    write("recipients.csv", "id\nr1\nr2\nr3\n");
    // A third of the supply for each is no hundredth.
    write(
        "needs.csv",
        "recipient,sector,amount\nr1,industry,100\nr2,industry,100\nr3,industry,100\n",
    );
    write("supply.csv", "helper,sector,amount\nh1,industry,100\n");
    write("helpers.csv", "id,name,track,budget\nh1,甲,place,\n");
    write(
        "pairs.csv",
        "helper,recipient,distance_km,fit\nh1,r1,100,0.9\nh1,r2,200,0.4\nh1,r3,150,0.5\n",
    );
    done(path, &["assign", "case", "--out", "run"]);
    let tier = &json(&path.join("run/dossier.json"))["tiers"][1];
    assert!(
        tier["in_plan"].as_f64() > tier["reached"].as_f64(),
        "{tier}"
    );
    assert!(tier["bound"].as_f64() >= tier["in_plan"].as_f64(), "{tier}");
    done(path, &["verify", "run"]);
}

/// A pair of which neither can give the other anything is none, even where it need carry nothing.
#[test]
fn a_pair_without_a_common_sector_breaks_a_rule() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let case = copy("two-by-two", path);
    let supply = fs::read_to_string(case.join("supply.csv")).unwrap();
    assert!(supply.contains("h1,industry"), "{supply}");
    let policy = fs::read_to_string(case.join("policy.toml")).unwrap();
    let sector = policy.find("[sectors.industry]").unwrap();
    let end = sector + policy[sector..].find("\n\n").unwrap();
    let other = policy[sector..end].replace("industry]", "tourism]");
    fs::write(
        case.join("policy.toml"),
        policy.replacen(
            &policy[sector..end],
            &format!("{}\n\n{other}", &policy[sector..end]),
            1,
        ),
    )
    .unwrap();
    fs::write(
        case.join("supply.csv"),
        supply.replace("h1,industry", "h1,tourism"),
    )
    .unwrap();
    fs::write(path.join("plan.csv"), "helper,recipient\nh1,r1\nh2,r2\n").unwrap();
    let words = ["evaluate", "case", "--plan", "plan.csv", "--no-solve"];
    let (_, out, err) = told(path, &[&words[..], &["--format", "json"]].concat());
    assert!(out.contains("common_sector"), "{out} {err}");
}

#[test]
fn an_answer_that_the_time_limit_cuts_short_ends_with_4() {
    let folder = assigned("two-by-two");
    let path = folder.path();
    let words = ["explain", "run", "--why-not", "h1:r2", "--exact"];
    assert_eq!(told(path, &words).0, 0);
    let policy = path.join("run/input/policy.toml");
    let text = fs::read_to_string(&policy).unwrap();
    let hasty = text.replace("time_limit_s = 60.0", "time_limit_s = 0.000001");
    assert_ne!(text, hasty);
    fs::write(&policy, hasty).unwrap();
    forge(&path.join("run"), "dossier.json", |_| {});
    let (code, out, err) = told(path, &words);
    assert_eq!(code, 4, "{out}{err}");
}
