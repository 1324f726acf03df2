//! Scenario sets: what they expand to, every code with its fixture, and what they refuse.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod base_case;

use base_case::{base, text};
use insta::{assert_snapshot, glob};
use jiedui_diagnostics::{Diagnostic, is_known, render_human};
use jiedui_domain::Quantity;
use jiedui_input::overlay::Overlay;
use jiedui_input::scenarios::{CODES, Scenario, ScenarioKind, ScenarioSet, SetFiles, expand, read};
use jiedui_input::{BaseInput, CaseSource, NamedText};
use jiedui_messages::{Lang, catalogue};
use std::path::Path;

fn base_input() -> BaseInput {
    let mut files = base();
    let policy = text(&files, "policy.toml");
    files.retain(|(name, _)| name != "policy.toml");
    let policy = NamedText {
        name: "policy.toml",
        text: &policy,
    };
    BaseInput::read(&CaseSource::Memory(files), policy, &[])
}

/// Reads a set from files in a folder of their own; the first is the set.
fn read_files(files: &[(&str, &str)]) -> Result<ScenarioSet, Vec<Diagnostic>> {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        std::fs::write(folder.path().join(name), content).unwrap();
    }
    let (beside, name) = SetFiles::beside(&folder.path().join(files[0].0));
    read(&beside, &name)
}

fn scenarios(set: &str) -> Vec<Scenario> {
    let set = read_files(&[("set.toml", set)]).unwrap_or_else(|found| panic!("{found:#?}"));
    expand(&set, &base_input()).unwrap_or_else(|found| panic!("{found:#?}"))
}

fn codes(problems: &[Diagnostic]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.code).collect()
}

const NEEDS: &str = r#"
[[random]]
name  = "noise"
count = 3
seed  = 7
[[random.vary]]
table  = "needs"
where  = { sector = "industry" }
column = "amount"
by     = 0.2
"#;

#[test]
fn names_that_numbering_makes_twice_are_refused() {
    let sweep = "[[sweep]]\nname = \"a\"\n[[sweep.axis]]\npolicy = \"tracks.place.max_distance_km\"\nvalues = [500, 600]\n";
    for (name, expected) in [("a-1", &["E0432"][..]), ("A-2", &["E0432"]), ("a-3", &[])] {
        for set in [
            format!("{sweep}[[scenario]]\nname = \"{name}\"\n"),
            format!("[[scenario]]\nname = \"{name}\"\n{sweep}"),
        ] {
            let found = read_files(&[("set.toml", &set)]).err().unwrap_or_default();
            assert_eq!(codes(&found), expected, "{set}");
        }
    }
}

#[test]
fn groups_become_scenarios_in_the_order_of_the_file() {
    let set = format!(
        r#"
[[scenario]]
name = "nothing"

[[sweep]]
name = "limits"
[[sweep.axis]]
name   = "上限"
policy = "tracks.place.max_distance_km"
values = [500, 600]
[[sweep.axis]]
table   = "helpers"
where   = {{ track = "place" }}
column  = "budget"
factors = [0.9, 1, 1.1]
{NEEDS}
[[sweep]]
name = "pairs"
mode = "list"
[[sweep.axis]]
table  = "helpers"
key    = {{ id = "p510116" }}
column = "max_pairs"
values = [1, 2]
[[sweep.axis]]
policy = "solver.seed"
values = [5, 6]
"#
    );
    let found = scenarios(&set);
    let names: Vec<&str> = found
        .iter()
        .map(|scenario| scenario.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "nothing", "limits-1", "limits-2", "limits-3", "limits-4", "limits-5", "limits-6",
            "noise-1", "noise-2", "noise-3", "pairs-1", "pairs-2"
        ]
    );
    let settings: Vec<(&str, &str)> = found[4]
        .settings
        .iter()
        .map(|setting| (setting.what.as_str(), setting.value.as_str()))
        .collect();
    assert_eq!(settings, [("上限", "600"), ("helpers.budget", "×0.9")]);
    assert_eq!(found[0].kind, ScenarioKind::Single);
    assert!(found[0].files.is_empty() && found[0].overlay().is_empty());

    let base = base_input();
    let (case, _) = base.case(&found[4].overlay(), &[]).unwrap();
    let place = &case.policy.tracks[case.policy.track_by_code("place").unwrap()];
    assert_eq!(place.max_distance.unwrap().to_string(), "600");
    let budgets = case.helpers.values().filter_map(|helper| helper.budget);
    let budgets: Vec<String> = budgets.map(|budget| budget.to_string()).collect();
    assert_eq!(budgets, ["4500", "2520"]);
    let (case, _) = base.case(&found[11].overlay(), &[]).unwrap();
    assert_eq!(case.policy.solver.seed, 6);
}

#[test]
fn random_scenarios_move_each_cell_by_its_own_known_factor() {
    let found = scenarios(NEEDS);
    let base = base_input();
    let (before, _) = base.case(&Overlay::default(), &[]).unwrap();
    for scenario in &found {
        assert_eq!((scenario.cells().len(), scenario.factors.len()), (3, 3));
        let (after, _) = base.case(&scenario.overlay(), &[]).unwrap();
        let rows = before.needs.iter().zip(&after.needs);
        let moved: Vec<f64> = rows
            .filter(|(a, _)| before.policy.sectors[a.sector].code == "industry")
            .map(|(a, b)| b.amount.to_f64() / a.amount.to_f64())
            .collect();
        for (moved, factor) in moved.iter().zip(&scenario.factors) {
            assert!((moved - factor).abs() < 1e-9 && (0.8..=1.2).contains(factor));
        }
        let others = |case: &jiedui_domain::Case| -> Vec<String> {
            let rows = case.needs.iter();
            let rows = rows.filter(|row| case.policy.sectors[row.sector].code != "industry");
            rows.map(|row| row.amount.to_string()).collect()
        };
        assert_eq!(others(&before), others(&after));
    }
    let draws = |set: &str| -> Vec<Vec<f64>> {
        scenarios(set)
            .into_iter()
            .map(|scenario| scenario.factors)
            .collect()
    };
    assert_eq!(draws(NEEDS), draws(NEEDS));
    assert_ne!(
        draws(NEEDS),
        draws(&NEEDS.replace("seed  = 7", "seed  = 8"))
    );
    // More runs leave the first ones as they are.
    assert_eq!(
        draws(&NEEDS.replace("count = 3", "count = 5"))[..3],
        draws(NEEDS)[..]
    );
}

#[test]
fn overlays_of_files_come_before_the_sets_own_changes_and_includes_before_all() {
    let set = r#"
include = ["more.toml"]
[[scenario]]
name = "both"
overlays = ["a.toml"]
[[scenario.change]]
action = "set"
table = "helpers"
key = { id = "p510116" }
values = { budget = 7 }
"#;
    let change = "[[change]]\naction = \"set\"\ntable = \"helpers\"\nwhere = { track = \"place\" }\nvalues = { budget = 3 }\n";
    let more = "[[scenario]]\nname = \"first\"\noverlays = [\"a.toml\"]\n";
    let set = read_files(&[("set.toml", set), ("more.toml", more), ("a.toml", change)]).unwrap();
    assert_eq!(set.files().len(), 3);
    let base = base_input();
    let found = expand(&set, &base).unwrap();
    assert_eq!(found[0].name, "first");
    let budgets = |scenario: &Scenario| -> Vec<String> {
        let (case, _) = base.case(&scenario.overlay(), set.files()).unwrap();
        let budgets = case.helpers.values().filter_map(|helper| helper.budget);
        budgets.map(|budget| budget.to_string()).collect()
    };
    assert_eq!(budgets(&found[0]), ["3", "3"]);
    assert_eq!(budgets(&found[1]), ["7", "3"]);
    assert_eq!((found[0].files.len(), found[1].files.len()), (1, 2));
}

#[test]
fn what_two_sets_include_is_read_once() {
    // Read as often as it is named, the last would be read a million times.
    let last = 20;
    let text = |level: usize| match level {
        level if level == last => "[[scenario]]\nname = \"a\"\n".to_owned(),
        level => {
            let next = format!("\"{}.toml\"", level + 1);
            format!("include = [{next}, {next}]\n")
        }
    };
    let files: Vec<(String, String)> = (0..=last)
        .map(|level| (format!("{level}.toml"), text(level)))
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let set = read_files(&files).unwrap();
    assert_eq!(set.files().len(), last + 1);
    assert_eq!(expand(&set, &base_input()).unwrap().len(), 1);
}

#[test]
fn problems_of_a_scenario_point_into_the_set() {
    let set = "[[scenario]]\nname = \"a\"\n[[scenario.change]]\naction = \"lock\"\nhelper = \"p510116\"\nrecipient = \"513339\"\nreason = \"试算\"\n";
    let set = read_files(&[("set.toml", set)]).unwrap();
    let base = base_input();
    let found = expand(&set, &base).unwrap();
    let problems = base.case(&found[0].overlay(), set.files()).unwrap_err();
    assert_eq!(codes(&problems), ["E0301"]);
    let location = problems[0].location.as_ref().unwrap();
    assert!(location.file.ends_with("set.toml"));
    assert_eq!(location.row, 6);
    assert_eq!(problems[0].line.as_deref(), Some("recipient = \"513339\""));
}

#[test]
fn a_grid_of_a_million_points_is_refused_at_once() {
    let axis = |number: usize| {
        let values: Vec<String> = (0..100).map(|value| value.to_string()).collect();
        format!(
            "[[sweep.axis]]\nname = \"{number}\"\npolicy = \"solver.seed\"\nvalues = [{}]\n",
            values.join(", ")
        )
    };
    let set = format!("[[sweep]]\nname = \"b\"\n{}{}{}", axis(1), axis(2), axis(3));
    let problems = read_files(&[("set.toml", &set)]).unwrap_err();
    assert_eq!(codes(&problems), ["E0433"]);
    assert!(
        problems[0]
            .values
            .contains(&("count", "1000000".to_owned()))
    );
}

#[test]
fn what_meets_no_cell_is_refused() {
    let set = NEEDS.replace("sector = \"industry\"", "sector = \"none\"");
    let set = read_files(&[("set.toml", &set)]).unwrap();
    assert_eq!(codes(&expand(&set, &base_input()).unwrap_err()), ["W0402"]);
}

#[test]
fn the_title_of_a_sector_or_track_in_the_place_of_its_code_is_told_with_the_code() {
    let told = |problems: &[Diagnostic]| -> Vec<(&str, String)> {
        let meant = |problem: &Diagnostic| {
            let values = problem.values.iter();
            let mut meant = values.filter(|(name, _)| *name == "meant");
            meant.next().map_or(String::new(), |(_, code)| code.clone())
        };
        let errors = problems.iter().filter(|one| one.code.starts_with('E'));
        errors.map(|one| (one.code, meant(one))).collect()
    };
    let base = base_input();
    let industry = [("E0410", "industry".to_owned())];
    let set = NEEDS.replace("sector = \"industry\"", "sector = \"产业发展\"");
    let set = read_files(&[("set.toml", &set)]).unwrap();
    assert_eq!(told(&expand(&set, &base).unwrap_err()), industry);
    let overlay = |change: &str| {
        jiedui_input::overlay::read("what-if.toml", &format!("[[change]]\n{change}")).unwrap()
    };
    let scaled = |picked: &str| {
        overlay(&format!(
            "action = \"scale\"\ntable = \"needs\"\n{picked}\ncolumns = [\"amount\"]\nfactor = 1.1\n"
        ))
    };
    for picked in [
        "where = { sector = \"产业发展\" }",
        "key = { recipient = \"513332\", sector = \"产业发展\" }",
    ] {
        let problems = base.case(&scaled(picked), &[]).unwrap_err();
        assert_eq!(told(&problems), industry, "{picked}");
    }
    // A code and a word that is neither stay what they were.
    assert!(
        base.case(&scaled("where = { sector = \"industry\" }"), &[])
            .is_ok()
    );
    let (_, warnings) = base
        .case(&scaled("where = { sector = \"茶\" }"), &[])
        .unwrap();
    assert!(
        warnings.iter().any(|one| one.code == "W0402"),
        "{warnings:#?}"
    );
    // The title stands in a condition on the rows that a side of a decision refers to.
    let forbid = overlay(
        "action = \"forbid\"\nhelper = { track = \"先发地区结对帮扶\" }\nrecipient = \"513332\"\nreason = \"试算\"\n",
    );
    let problems = base.case(&forbid, &[]).unwrap_err();
    assert_eq!(told(&problems), [("E0410", "place".to_owned())]);
}

#[test]
fn fixture_gives_its_code_and_reads_well() {
    glob!("fixtures/scenarios/E04*/set.toml", |path: &Path| {
        let code = path
            .parent()
            .unwrap()
            .file_name()
            .unwrap()
            .to_str()
            .unwrap();
        let (files, name) = SetFiles::beside(path);
        let mut problems = read(&files, &name).unwrap_err();
        // The folder differs from machine to machine.
        for problem in &mut problems {
            for place in problem.location.iter_mut().chain(&mut problem.related) {
                let name = Path::new(&*place.file)
                    .file_name()
                    .unwrap()
                    .to_str()
                    .unwrap();
                place.file = name.into();
            }
        }
        let codes = codes(&problems);
        assert!(
            codes.iter().all(|found| *found == code) && !codes.is_empty(),
            "{code} comes as {codes:?}"
        );
        let texts = Lang::ALL.map(|lang| render_human(&problems, lang, false, 100));
        assert!(
            !texts.concat().contains('⟨'),
            "a text is missing for {code}"
        );
        assert_snapshot!(code, texts.join("\n"));
    });
}

#[test]
fn every_code_has_fixture_texts_and_registration() {
    for code in CODES {
        let fixture = format!(
            "{}/tests/fixtures/scenarios/{code}/set.toml",
            env!("CARGO_MANIFEST_DIR")
        );
        assert!(Path::new(&fixture).exists(), "{fixture}");
        assert!(is_known(code), "{code} is not registered");
        for suffix in ["", "-help", "-long"] {
            let key = format!("{code}{suffix}");
            assert!(
                Lang::ALL.iter().all(|lang| catalogue(*lang).has(&key)),
                "{key}"
            );
        }
    }
}
