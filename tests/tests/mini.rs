//! Every case worked by hand (`seeds/mini`), solved by both methods: outcome, measures, tiers, pairs and help.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_diagnostics::Diagnostic;
use jiedui_domain::{Case, Plan, Quantity, SolveMethod, Termination};
use jiedui_engine::{Run, RunOutcome, ShortageKind, Unwatched, assign, tier_value};
use jiedui_input::{CaseSource, NamedText, load};
use jiedui_tests::repository_root;
use jiedui_tests::runs::options_by;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

const TOLERANCE: f64 = 1e-6;
const METHODS: [SolveMethod; 2] = [SolveMethod::Decomposition, SolveMethod::Monolithic];

fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(repository_root().join("seeds/mini")).unwrap();
    let mut folders: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders
}

fn read(folder: &Path) -> Result<Case, Vec<Diagnostic>> {
    let policy = fs::read_to_string(folder.join("policy.toml")).unwrap();
    let policy = NamedText {
        name: "policy.toml",
        text: &policy,
    };
    let source = CaseSource::Folder(folder.to_path_buf());
    load(&source, policy, &[]).map(|loaded| loaded.case)
}

fn solve(case: &Case, method: SolveMethod) -> RunOutcome {
    let mut options = options_by(case, method);
    options.solver.threads = 1;
    assign(case, &options, &Unwatched).unwrap()
}

/// The codes that the command line reports for an outcome without a plan.
fn codes(outcome: &RunOutcome) -> Vec<&'static str> {
    match outcome {
        RunOutcome::Refused {
            forced, shortages, ..
        } => {
            let forced = forced.iter().map(|_| "E0602");
            let shortages = shortages.iter().map(|shortage| match shortage.kind {
                ShortageKind::RecipientsShortOfHelpers => "E0701",
                ShortageKind::HelpersShortOfRecipients => "E0702",
                _ => "E0703",
            });
            forced.chain(shortages).collect()
        }
        RunOutcome::Infeasible => vec!["E0704"],
        other => panic!("a plan, or none because of a limit: {other:?}"),
    }
}

fn number(value: &Value) -> f64 {
    let whole = value.as_integer().map(|whole| whole as f64);
    value.as_float().or(whole).unwrap()
}

fn words(value: &Value) -> Vec<String> {
    let words = value.as_array().unwrap().iter();
    words
        .filter_map(|word| word.as_str().map(str::to_owned))
        .collect()
}

fn pairs_of(case: &Case, plan: &Plan) -> Vec<Vec<String>> {
    let pairs = plan.pairs().iter();
    pairs
        .map(|pair| {
            vec![
                case.helpers[pair.helper].code.clone(),
                case.recipient_code(pair.recipient).to_owned(),
            ]
        })
        .collect()
}

fn help_of(case: &Case, plan: &Plan) -> BTreeMap<Vec<String>, f64> {
    let mut all = BTreeMap::new();
    for pair in plan.pairs() {
        for help in &pair.help {
            let key = vec![
                case.helpers[pair.helper].code.clone(),
                case.recipient_code(pair.recipient).to_owned(),
                case.policy.sectors[help.sector].code.clone(),
            ];
            all.insert(key, help.amount.to_f64());
        }
    }
    all
}

/// Everything in which a run differs from what is expected.
fn differences(case: &Case, run: &Run, expected: &Table) -> Vec<String> {
    let mut found = Vec::new();
    let mut compare = |what: String, is: f64, expected: f64| {
        // A figure that is no number is never near.
        let near = (is - expected).abs() <= TOLERANCE;
        if !near {
            found.push(format!("{what} is {is}, expected {expected}"));
        }
    };
    let empty = Table::new();
    let table = |key: &str| {
        expected
            .get(key)
            .and_then(Value::as_table)
            .unwrap_or(&empty)
    };
    for (name, value) in table("measures") {
        let entries = run.dossier.measures.iter();
        let mut named = entries.filter(|entry| entry.measure.code() == name);
        let entry = named.next().unwrap_or_else(|| panic!("no measure {name}"));
        let is = entry.value.as_ref().map_or(f64::NAN, |exact| exact.value);
        compare(name.clone(), is, number(value));
    }
    for (priority, value) in table("tiers") {
        let mut tiers = run.tiers.iter();
        let tier = tiers
            .find(|tier| tier.priority.to_string() == *priority)
            .unwrap_or_else(|| panic!("no tier {priority}"));
        let stated = tier.in_plan;
        let exact = tier_value(case, &run.plan, &tier.objectives);
        compare(format!("tier {priority}"), stated, number(value));
        compare(format!("tier {priority}, recomputed"), exact, number(value));
        compare(
            format!("bound of tier {priority}"),
            tier.bound.min(stated),
            stated,
        );
    }
    if let Some(pairs) = expected.get("pairs") {
        let mut pairs: Vec<Vec<String>> = pairs.as_array().unwrap().iter().map(words).collect();
        pairs.sort();
        let is = pairs_of(case, &run.plan);
        if is != pairs {
            found.push(format!("pairs are {is:?}, expected {pairs:?}"));
        }
    }
    if let Some(help) = expected.get("help") {
        let mut is = help_of(case, &run.plan);
        for row in help.as_array().unwrap() {
            let amount = number(row.as_array().unwrap().last().unwrap());
            let given = is.remove(&words(row)).unwrap_or(0.0);
            if (given - amount).abs() > TOLERANCE {
                found.push(format!("{row} is {given}"));
            }
        }
        if !is.is_empty() {
            found.push(format!("help that is not expected: {is:?}"));
        }
    }
    found
}

fn examine(folder: &Path) -> Vec<String> {
    let text = fs::read_to_string(folder.join("expected.toml")).unwrap();
    let expected: Table = text.parse().unwrap();
    let wanted = expected["outcome"].as_str().unwrap();
    let code = expected.get("code").and_then(Value::as_str);
    let case = match read(folder) {
        Ok(case) => case,
        Err(problems) => {
            let found: Vec<&str> = problems.iter().map(|problem| problem.code).collect();
            let right = wanted == "rejected" && code.is_some_and(|code| found.contains(&code));
            return if right {
                Vec::new()
            } else {
                vec![format!("rejected with {found:?}")]
            };
        }
    };
    let mut found = Vec::new();
    for method in METHODS {
        let outcome = solve(&case, method);
        let wrong = match (&outcome, wanted) {
            (RunOutcome::Solved(run), "solved") => {
                let mut wrong = differences(&case, run, &expected);
                if run.termination != Termination::Optimal {
                    wrong.push(format!("ended as {:?}", run.termination));
                }
                wrong
            }
            (RunOutcome::Refused { .. } | RunOutcome::Infeasible, "infeasible") => {
                let codes = codes(&outcome);
                let right = code.is_some_and(|code| codes.contains(&code));
                if right {
                    Vec::new()
                } else {
                    vec![format!("infeasible with {codes:?}")]
                }
            }
            (other, _) => vec![format!("expected {wanted}, but {other:?}")],
        };
        let named = wrong
            .into_iter()
            .map(|line| format!("{}: {line}", method.code()));
        found.extend(named);
    }
    found
}

#[test]
fn every_case_worked_by_hand_is_solved_as_expected_by_both_methods() {
    let folders = folders();
    assert!(folders.len() >= 12);
    let mut wrong = Vec::new();
    for folder in &folders {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let found = examine(folder);
        wrong.extend(found.into_iter().map(|line| format!("{name}: {line}")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
