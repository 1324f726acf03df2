//! `jiedui verify` end to end: what was changed after the run, and what does not prove what it claims.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod command;

use command::{assigned, code, copy, done, err, out, run};
use std::fs;
use tempfile::TempDir;

/// What is told of a run that does not pass; all of these are part of it.
fn refused(folder: &TempDir, expected: &[&str]) -> String {
    let output = run(folder.path(), &["verify", "run"]);
    assert_eq!(code(&output), 1);
    let told = err(&output);
    for expected in expected {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    told
}

/// Budgets that are rates of revenues have more decimals than amounts.
#[test]
fn budgets_that_no_step_divides_give_a_run_that_verifies() {
    for name in ["decisions", "tenure", "equity"] {
        let folder = TempDir::new().unwrap();
        let case = copy(name, folder.path());
        let helpers = fs::read_to_string(case.join("helpers.csv")).unwrap();
        let odd = helpers
            .lines()
            .map(|line| match line.strip_prefix("h1,帮扶方1,place,") {
                Some(_) => "h1,帮扶方1,place,10.005\n".to_owned(),
                None => format!("{line}\n"),
            });
        let odd: String = odd.collect();
        assert_ne!(odd, helpers, "{name}");
        fs::write(case.join("helpers.csv"), odd).unwrap();
        done(folder.path(), &["assign", "case", "--out", "run"]);
        done(folder.path(), &["verify", "run"]);
    }
}

#[test]
fn verify_finds_what_was_changed_afterwards() {
    let folder = assigned("two-by-two");
    let run_folder = folder.path().join("run");
    let plan = run_folder.join("plan.csv");
    let good = fs::read_to_string(&plan).unwrap();
    for (bad, codes) in [
        // More than the helper has and the recipient needs.
        (
            good.replace(",80", ",800"),
            &["E0904", "E0801", "E0802"][..],
        ),
        // Within the rules, but not what the dossier states.
        (good.replace(",80", ",79"), &["E0904", "E0802"]),
        (good.replace("h1,", "h7,"), &["E0904", "E0906"]),
        (format!("{good}h2,r2,place,industry,1\n"), &["E0906"]),
    ] {
        fs::write(&plan, bad).unwrap();
        let told = refused(&folder, codes);
        // Only the file that was edited is accused, and that the two no longer agree is told as that.
        assert!(!told.contains("dossier.json 的内容"), "{told}");
        let agree = !told.contains("plan.csv 与 dossier.json 中的结对或数量不一致");
        assert_eq!(agree, codes.contains(&"E0906"), "{told}");
        if codes.contains(&"E0801") {
            let flat: String = told.split_whitespace().collect();
            assert!(flat.contains("方案为800万元，至多应为80万元"), "{told}");
        }
        // Who edits a file makes no defect of the program.
        assert!(!told.contains("本程序的缺陷"), "{told}");
    }
    fs::write(&plan, &good).unwrap();
    assert_eq!(code(&run(folder.path(), &["verify", "run"])), 0);

    let dossier = run_folder.join("dossier.json");
    let whole = fs::read_to_string(&dossier).unwrap();
    let edited = whole.replacen("\"format_version\":1", "\"format_version\":9", 1);
    assert_ne!(whole, edited);
    fs::write(&dossier, edited).unwrap();
    assert!(err(&run(folder.path(), &["explain", "run"])).contains("E0905"));
    fs::remove_file(&dossier).unwrap();
    assert!(err(&run(folder.path(), &["verify", "run"])).contains("E0903"));
    // Larger than any run: refused unread, as a folder or a pipe in its place is.
    let large = fs::File::create(&dossier).unwrap();
    large.set_len((2 << 30) + 1).unwrap();
    for words in [
        &["verify", "run"][..],
        &["explain", "run"],
        &["report", "run", "--to", "md"],
    ] {
        let told = err(&run(folder.path(), words));
        assert!(told.contains("E0003"), "{told}");
    }
    fs::remove_file(&dossier).unwrap();
    fs::create_dir(&dossier).unwrap();
    assert!(err(&run(folder.path(), &["explain", "run"])).contains("E0002"));
}

#[test]
fn verify_checks_the_bounds_and_refuses_a_wrong_certificate() {
    let folder = assigned("two-by-two");
    let run_folder = folder.path().join("run");
    let told = out(&run(folder.path(), &["verify", "run", "--lang", "en"]));
    assert!(told.contains("certified"), "{told}");
    let told = out(&run(folder.path(), &["verify", "run"]));
    assert!(told.contains("核证"), "{told}");

    let certificate = run_folder.join("certificate.json");
    let good = fs::read_to_string(&certificate).unwrap();
    let json: serde_json::Value = serde_json::from_str(&good).unwrap();
    let bound = json["tiers"][0]["bound"].as_str().unwrap();
    let spoilt = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut bad = json.clone();
        change(&mut bad);
        bad.to_string()
    };
    for (bad, codes) in [
        (
            spoilt(&|bad| bad["tiers"][0]["bound"] = "0.000001".into()),
            &["E0904", "E0831", "0.000001", bound][..],
        ),
        (
            spoilt(&|bad| bad["tiers"][0]["priority"] = 9.into()),
            &["E0904", "E0830"],
        ),
        (spoilt(&|bad| bad["format_version"] = 9.into()), &["E0905"]),
        (good.replacen('{', "[", 1), &["E0904"]),
    ] {
        fs::write(&certificate, bad).unwrap();
        refused(&folder, codes);
    }
    fs::write(&certificate, &good).unwrap();
    let dossier = run_folder.join("dossier.json");
    let text = fs::read_to_string(&dossier).unwrap();
    let mut json: serde_json::Value = serde_json::from_str(&text).unwrap();
    json["tiers"][0]["certified"] = 0.25.into();
    fs::write(&dossier, json.to_string()).unwrap();
    let output = run(folder.path(), &["verify", "run"]);
    assert!(err(&output).contains("E0833"), "{}", err(&output));
    fs::write(&dossier, &text).unwrap();
    assert_eq!(code(&run(folder.path(), &["verify", "run"])), 0);
    fs::remove_file(&certificate).unwrap();
    assert!(err(&run(folder.path(), &["verify", "run"])).contains("E0903"));
}

/// A dossier that was edited, and its digest in the manifest with it, is held against plan and policy.
#[test]
fn verify_recomputes_what_the_dossier_says_of_its_priorities() {
    let folder = assigned("two-by-two");
    let at = |name: &str| folder.path().join("run").join(name);
    let dossier = fs::read_to_string(at("dossier.json")).unwrap();
    let manifest = fs::read_to_string(at("manifest.json")).unwrap();
    let digest = |text: &str| blake3::hash(text.as_bytes()).to_hex().to_string();
    let whole: serde_json::Value = serde_json::from_str(&dossier).unwrap();
    type Change = fn(&mut serde_json::Value);
    let changes: [(Change, &str, &str); 11] = [
        (
            |tier| tier["gap"]["absolute"] = 0.5.into(),
            "与上限的差距",
            "0.5",
        ),
        (
            |tier| tier["gap"]["relative"] = 0.5.into(),
            "与上限的差距",
            "0.5",
        ),
        (|tier| tier["tolerance"] = 0.5.into(), "的容差", "0.5"),
        (|tier| tier["priority"] = 7.into(), "优先级", "7"),
        (
            |tier| tier["objectives"][0]["weight"] = 0.5.into(),
            "的指标",
            "权重 0.5",
        ),
        (
            |tier| tier["objectives"][0]["tolerance"] = 0.5.into(),
            "的指标",
            "容差 0.5",
        ),
        (
            |tier| tier["objectives"][0]["measure"] = "pairs".into(),
            "的指标",
            "结对总数",
        ),
        (
            |tier| tier["objectives"][0]["maximise"] = false.into(),
            "的指标",
            "越小越好",
        ),
        (
            |tier| tier["objectives"][0]["tracks"] = ["soe"].into(),
            "的指标",
            "渠道 soe",
        ),
        (
            |tier| tier["objectives"][0]["by_age"] = true.into(),
            "的指标",
            "按年数计",
        ),
        (
            |tier| tier["objectives"] = serde_json::json!([]),
            "的指标",
            "报告为",
        ),
    ];
    let refused_with = |json: &serde_json::Value, expected: &[&str]| {
        let edited = json.to_string();
        let redone = manifest.replace(&digest(&dossier), &digest(&edited));
        assert_ne!(redone, manifest);
        fs::write(at("dossier.json"), edited).unwrap();
        fs::write(at("manifest.json"), redone).unwrap();
        refused(&folder, expected);
    };
    for (change, what, stated) in changes {
        let mut json = whole.clone();
        change(&mut json["tiers"][0]);
        refused_with(&json, &["E0802", what, stated]);
    }
    let mut json = whole.clone();
    json["tiers"].as_array_mut().unwrap().pop();
    refused_with(&json, &["E0802", "各级目标的优先级"]);
    let mut json = whole.clone();
    json["measures"] = serde_json::json!([]);
    refused_with(&json, &["E0802", "报告为 –"]);
}
