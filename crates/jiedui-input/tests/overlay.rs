//! Overlays: what each change does, every code with its fixture, and the laws they keep.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use insta::{assert_snapshot, glob};
use jiedui_diagnostics::{Diagnostic, is_known, render_human};
use jiedui_domain::Origin;
use jiedui_input::overlay::{CODES, Overlay, apply_to_policy, apply_to_tables, read};
use jiedui_input::policy::{self, Document};
use jiedui_input::{RawCell, RawRow, RawTable};
use jiedui_messages::{Lang, catalogue};
use proptest::prelude::*;
use std::path::Path;
use std::sync::Arc;

const POLICY: &str = include_str!("fixtures/policy/small.toml");
const SECOND_FIT: &str = "\n[[objectives]]\nmeasure = \"fit\"\npriority = 3\n";

fn table(name: &'static str, columns: &[&str], rows: &[&[&str]]) -> RawTable {
    let file: Arc<str> = Arc::from(format!("{name}.csv"));
    let row = |(number, cells): (usize, &&[&str])| RawRow {
        origin: Origin {
            file: Arc::clone(&file),
            row: u32::try_from(number).unwrap() + 2,
        },
        cells: cells
            .iter()
            .map(|text| RawCell::new((*text).to_owned()))
            .collect(),
    };
    RawTable {
        name,
        columns: columns.iter().map(|name| (*name).to_owned()).collect(),
        headers: columns.iter().map(|name| (*name).to_owned()).collect(),
        header_row: 1,
        rows: rows.iter().enumerate().map(row).collect(),
        file,
    }
}

fn tables() -> Vec<RawTable> {
    vec![
        table(
            "helpers",
            &["id", "name", "track", "budget", "max_load"],
            &[
                &["p1", "甲区", "place", "1000", ""],
                &["p2", "乙区", "place", "２，０００", ""],
                &["s1", "丙厂", "soe", "", "3"],
            ],
        ),
        table(
            "needs",
            &["recipient", "sector", "amount"],
            &[
                &["r1", "health", "10"],
                &["r1", "industry", "0.1"],
                &["r2", "health", "30"],
            ],
        ),
        table(
            "decisions",
            &["action", "helper", "recipient", "reason"],
            &[&["forbid", "p1", "r2", "回避"]],
        ),
    ]
}

fn codes(problems: &[Diagnostic]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.code).collect()
}

fn overlay(text: &str) -> Overlay {
    read("what-if.toml", text).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The tables after the overlay, and its problems.
fn applied(text: &str) -> (Vec<RawTable>, Vec<Diagnostic>) {
    let mut tables = tables();
    let problems = apply_to_tables(&overlay(text), &mut tables);
    (tables, problems)
}

fn texts(tables: &[RawTable], name: &str) -> Vec<String> {
    let table = tables.iter().find(|table| table.name == name).unwrap();
    let line = |row: &RawRow| {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        cells.join("|")
    };
    table.rows.iter().map(line).collect()
}

#[test]
fn set_writes_cells_that_point_into_the_overlay() {
    let (tables, problems) = applied(
        r#"
[[change]]
action = "set"
table  = "helpers"
key    = { id = "p1" }
values = { budget = 1200.5, "所在地" = "510100" }
"#,
    );
    assert_eq!(codes(&problems), Vec::<&str>::new());
    assert_eq!(
        texts(&tables, "helpers"),
        [
            "p1|甲区|place|1200.5||510100",
            "p2|乙区|place|２，０００||",
            "s1|丙厂|soe||3|"
        ]
    );
    assert_eq!(tables[0].columns[5], "place");
    let cell = &tables[0].rows[0].cells[3];
    let origin = cell.changed_at.as_ref().unwrap();
    assert_eq!((&*origin.file, origin.row), ("what-if.toml", 6));
    assert_eq!(&*tables[0].rows[0].origin.file, "helpers.csv");
    assert_eq!(tables[0].rows[0].cells[0].changed_at, None);
}

#[test]
fn scale_multiplies_exactly_and_leaves_empty_cells() {
    let (tables, problems) = applied(
        r#"
[[change]]
action = "scale"
table  = "helpers"
where  = {}
column = "budget"
factor = 1.1

[[change]]
action  = "scale"
table   = "needs"
where   = { recipient = "r1" }
columns = ["amount"]
factor  = 3
"#,
    );
    assert_eq!(codes(&problems), Vec::<&str>::new());
    assert_eq!(
        texts(&tables, "helpers"),
        [
            "p1|甲区|place|1100|",
            "p2|乙区|place|2200|",
            "s1|丙厂|soe||3"
        ]
    );
    assert_eq!(
        texts(&tables, "needs"),
        ["r1|health|30", "r1|industry|0.3", "r2|health|30"]
    );
}

#[test]
fn add_and_remove_keep_the_order_and_the_later_change_wins() {
    let (tables, problems) = applied(
        r#"
[[change]]
action = "add"
table  = "needs"
values = { recipient = "r3", sector = "health", amount = 5 }

[[change]]
action = "remove"
table  = "需求"
key    = { recipient = "r1", sector = "industry" }

[[change]]
action = "set"
table  = "needs"
key    = { recipient = "r3" }
values = { amount = 6 }

[[change]]
action = "set"
table  = "needs"
key    = { recipient = "r3" }
values = { amount = 7 }

[[change]]
action = "add"
table  = "quotas"
values = { recipient = "r1", track = "place", max = 3 }
"#,
    );
    assert_eq!(codes(&problems), Vec::<&str>::new());
    assert_eq!(
        texts(&tables, "needs"),
        ["r1|health|10", "r2|health|30", "r3|health|7"]
    );
    let added = &tables[1].rows[2];
    assert_eq!((&*added.origin.file, added.origin.row), ("what-if.toml", 2));
    assert_eq!(added.cells[2].changed_at.as_ref().unwrap().row, 22);
    let names: Vec<&str> = tables.iter().map(|table| table.name).collect();
    assert_eq!(names, ["helpers", "needs", "quotas", "decisions"]);
    assert_eq!(texts(&tables, "quotas"), ["r1|place||3"]);
}

#[test]
fn lock_adds_a_decision_with_the_overlays_author() {
    let text = r#"
author = "区域协作处"
date   = 2026-03-01
reason = "专题会议议定"

[[change]]
action = "lock"
helper = "p2"
recipient = "r1"
clause = "二十四"
"#;
    let (tables, problems) = applied(text);
    assert_eq!(codes(&problems), Vec::<&str>::new());
    assert_eq!(
        texts(&tables, "decisions"),
        [
            "forbid|p1|r2|回避|||",
            "lock|p2|r1|专题会议议定|二十四|区域协作处|2026-03-01"
        ]
    );
    let mut none = Vec::new();
    assert!(apply_to_tables(&overlay(text), &mut none).is_empty());
    assert_eq!(none.len(), 1);
    assert_eq!(
        texts(&none, "decisions"),
        ["lock|p2|r1|专题会议议定|二十四|区域协作处|2026-03-01"]
    );
}

fn with_places() -> Vec<RawTable> {
    let mut tables = tables();
    tables.push(table(
        "recipients",
        &["id", "weight"],
        &[&["r1", ""], &["r2", ""]],
    ));
    let places: &[&[&str]] = &[&["r1", "甘县", "甘孜州"], &["r2", "阿县", "阿坝州"]];
    tables.push(table("places", &["code", "name", "prefecture"], places));
    tables
}

#[test]
fn lists_and_what_codes_refer_to_pick_rows() {
    let mut tables = with_places();
    let problems = apply_to_tables(
        &overlay(
            r#"
[[change]]
action = "set"
table  = "helpers"
key    = { id = ["p2", "s1"] }
values = { budget = 5 }

[[change]]
action = "scale"
table  = "needs"
where  = { recipient = { prefecture = "甘孜州" }, sector = ["health", "industry"] }
column = "amount"
factor = 2

[[change]]
action = "set"
table  = "recipients"
where  = { prefecture = ["阿坝州", "凉山州"] }
values = { weight = 3 }

[[change]]
action    = "lock"
helper    = { track = "place" }
recipient = { prefecture = "甘孜州" }
reason    = "试算"
"#,
        ),
        &mut tables,
    );
    assert_eq!(codes(&problems), Vec::<&str>::new());
    assert_eq!(
        texts(&tables, "helpers"),
        ["p1|甲区|place|1000|", "p2|乙区|place|5|", "s1|丙厂|soe|5|3"]
    );
    assert_eq!(
        texts(&tables, "needs"),
        ["r1|health|20", "r1|industry|0.2", "r2|health|30"]
    );
    assert_eq!(texts(&tables, "recipients"), ["r1|", "r2|3"]);
    assert_eq!(
        texts(&tables, "decisions"),
        ["forbid|p1|r2|回避", "lock|p1|r1|试算", "lock|p2|r1|试算"]
    );
}

#[test]
fn each_row_of_a_list_of_keys_must_be_there_and_a_filter_may_contradict_a_lock() {
    let mut tables = with_places();
    let problems = apply_to_tables(
        &overlay(
            r#"
[[change]]
action = "remove"
table  = "helpers"
key    = { id = ["p1", "p9", "x9"] }

[[change]]
action    = "lock"
helper    = { track = "place" }
recipient = "r2"
reason    = "试算"

[[change]]
action    = "forbid"
helper    = { track = "none" }
recipient = "r2"
reason    = "试算"
"#,
        ),
        &mut tables,
    );
    assert_eq!(codes(&problems), ["E0410", "E0410", "E0416", "W0402"]);
    assert_eq!(texts(&tables, "helpers").len(), 3);
}

#[test]
fn a_removed_decision_can_be_reversed() {
    let (tables, problems) = applied(
        r#"
[[change]]
action = "remove"
table  = "decisions"
key    = { helper = "p1", recipient = "r2" }

[[change]]
action = "lock"
helper = "p1"
recipient = "r2"
reason = "重新议定"
"#,
    );
    assert_eq!(codes(&problems), Vec::<&str>::new());
    assert_eq!(texts(&tables, "decisions"), ["lock|p1|r2|重新议定"]);
}

#[test]
fn rejected_change_changes_nothing() {
    let (changed, problems) = applied(
        "[[change]]\naction = \"set\"\ntable = \"helpers\"\nwhere = {}\nvalues = { budget = 1, bugdet = 2 }\n",
    );
    assert_eq!(codes(&problems), ["E0409"]);
    assert_eq!(changed, tables());
}

fn changed_policy(text: &str) -> (Document, Vec<Diagnostic>) {
    let mut document = Document::parse("small.toml", POLICY).unwrap();
    let problems = apply_to_policy(&overlay(text), &mut document);
    (document, problems)
}

#[test]
fn policy_changes_merge_before_the_policy_is_read() {
    let (document, problems) = changed_policy(
        r#"
[[change]]
action = "set"
policy = "tracks.place.max_distance_km"
value  = 600

[[change]]
action = "scale"
policy = "tracks.place.minimum_support"
factor = 1.5

[[change]]
action = "set"
policy = "tracks.place.funding_rate.2026"
value  = 0.009

[[change]]
action = "remove"
policy = "objectives.coverage.tolerance"

[[change]]
action = "set"
policy = "objectives[2].weight"
value  = 0.25

[[change]]
action = "add"
policy = "objectives"
value  = { measure = "pairs", priority = 3 }

[[change]]
action = "add"
policy = "objectives.pairs.tracks"
value  = "place"

[[change]]
action = "set"
policy = "tracks.private"
value  = { title = { zh = "民营企业", en = "private firms" } }

[[change]]
action = "set"
policy = "solver.threads"
value  = 2
"#,
    );
    assert_eq!(codes(&problems), Vec::<&str>::new());
    let (policy, _) = policy::read_document(&document).unwrap();
    let place = &policy.tracks[policy.track_by_code("place").unwrap()];
    assert_eq!(place.max_distance.unwrap().to_string(), "600");
    assert_eq!(place.minimum_support.to_string(), "300");
    assert_eq!(place.funding_rate[&2026].to_string(), "0.009");
    assert_eq!(policy.objectives[0].tolerance, 0.0);
    assert_eq!(policy.objectives[1].weight, 0.25);
    assert_eq!(policy.objectives[2].tracks.len(), 1);
    assert!(policy.track_by_code("private").is_some());
    assert_eq!(policy.solver.threads, 2);
}

#[test]
fn problem_with_a_merged_value_points_into_the_overlay() {
    let (document, problems) = changed_policy(
        "[[change]]\naction = \"set\"\npolicy = \"tracks.place.minimum_support\"\nvalue = -5\n",
    );
    assert!(problems.is_empty());
    let problems = policy::read_document(&document).unwrap_err();
    assert_eq!(codes(&problems), ["E0507"]);
    let location = problems[0].location.as_ref().unwrap();
    assert_eq!(
        (&*location.file, location.row, location.column),
        ("what-if.toml", 4, 9)
    );
    assert_eq!(problems[0].line.as_deref(), Some("value = -5"));
}

/// Everything that the fixture gives, whichever step finds it.
fn problems_of(text: &str) -> Vec<Diagnostic> {
    match read("what-if.toml", text) {
        Err(problems) => problems,
        Ok(overlay) => {
            let mut problems = apply_to_tables(&overlay, &mut tables());
            let policy = format!("{POLICY}{SECOND_FIT}");
            let mut document = Document::parse("policy.toml", &policy).unwrap();
            problems.extend(apply_to_policy(&overlay, &mut document));
            problems
        }
    }
}

#[test]
fn fixture_gives_its_code_and_reads_well() {
    glob!("fixtures/overlay/[EW]04*.toml", |path: &Path| {
        let code = path.file_stem().unwrap().to_str().unwrap();
        let problems = problems_of(&std::fs::read_to_string(path).unwrap());
        let codes = codes(&problems);
        assert!(codes.contains(&code), "{code} not among {codes:?}");
        assert!(
            codes.iter().all(|found| *found == code),
            "{code} comes with {codes:?}"
        );
        let texts = Lang::ALL.map(|lang| render_human(&problems, lang, false, 100));
        assert!(
            !texts.concat().contains('⟨'),
            "a text is missing for {code}"
        );
        assert_snapshot!(texts.join("\n"));
    });
}

#[test]
fn too_large_file_is_not_read() {
    let problems = read("what-if.toml", &"#".repeat((32 << 20) + 1)).unwrap_err();
    assert_eq!(codes(&problems), ["E0402"]);
    assert_snapshot!(
        Lang::ALL
            .map(|lang| render_human(&problems, lang, false, 100))
            .join("\n")
    );
}

#[test]
fn too_many_changes_are_not_read() {
    let change = "[[change]]\naction=\"remove\"\npolicy=\"solver\"\n";
    let problems = read("what-if.toml", &change.repeat(100_001)).unwrap_err();
    assert_eq!(codes(&problems), ["E0417"]);
    assert_snapshot!(
        Lang::ALL
            .map(|lang| render_human(&problems, lang, false, 100))
            .join("\n")
    );
}

#[test]
fn every_code_has_fixture_texts_and_registration() {
    for code in CODES {
        let fixture = format!(
            "{}/tests/fixtures/overlay/{code}.toml",
            env!("CARGO_MANIFEST_DIR")
        );
        // What is too large is made by its test.
        let is_made = matches!(code, "E0402" | "E0417");
        assert!(is_made || Path::new(&fixture).exists(), "{fixture}");
        assert!(is_known(code), "{code} is not registered");
        for lang in Lang::ALL {
            for suffix in ["", "-help", "-long"] {
                assert!(
                    catalogue(lang).has(&format!("{code}{suffix}")),
                    "{code}{suffix}"
                );
            }
        }
    }
}

#[test]
fn empty_overlay_is_identity() {
    for text in ["", "name = \"nothing\"\n", "change = []\n"] {
        let (changed, problems) = applied(text);
        assert_eq!((changed, problems), (tables(), Vec::new()));
        let (document, problems) = changed_policy(text);
        assert_eq!(document, Document::parse("small.toml", POLICY).unwrap());
        assert!(problems.is_empty());
    }
}

/// A change of a few rows and keys, so that changes meet each other often.
fn any_change() -> impl Strategy<Value = String> {
    let helper = prop::sample::select(vec!["p1", "p2", "s1", "x9"]);
    let recipient = prop::sample::select(vec!["r1", "r2"]);
    let number = prop::sample::select(vec!["0", "1", "1.1", "2", "-1", "7.5"]);
    let policy = prop::sample::select(vec![
        "tracks.place.max_distance_km",
        "tracks.place.minimum_support",
        "objectives.fit.weight",
        "objectives[1].tolerance",
        "solver",
    ]);
    let kind = 0_usize..9;
    (kind, helper, recipient, number, policy).prop_map(|(kind, h, r, n, p)| {
        let body = match kind {
            0 => format!("action = \"set\"\ntable = \"helpers\"\nkey = {{ id = \"{h}\" }}\nvalues = {{ budget = {n} }}"),
            1 => format!("action = \"set\"\ntable = \"helpers\"\nwhere = {{ id = \"{h}\" }}\nvalues = {{ id = \"p2\", place = \"{r}\" }}"),
            2 => format!("action = \"scale\"\ntable = \"needs\"\nwhere = {{ recipient = \"{r}\" }}\ncolumn = \"amount\"\nfactor = {}", n.trim_start_matches('-')),
            3 => format!("action = \"remove\"\ntable = \"helpers\"\nwhere = {{ id = \"{h}\" }}"),
            4 => format!("action = \"add\"\ntable = \"needs\"\nvalues = {{ recipient = \"{r}\", sector = \"{h}\", amount = {n} }}"),
            5 => format!("action = \"lock\"\nhelper = \"{h}\"\nrecipient = \"{r}\"\nreason = \"x\""),
            6 => format!("action = \"forbid\"\nhelper = \"{h}\"\nrecipient = \"{r}\"\nreason = \"x\""),
            7 => format!("action = \"set\"\npolicy = \"{p}\"\nvalue = {n}"),
            _ => format!("action = \"remove\"\npolicy = \"{p}\""),
        };
        format!("[[change]]\n{body}\n")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_an_overlay_or_problems(text in "(?s).{0,200}") {
        let result = read("any.toml", &text);
        prop_assert!(result.is_ok() || result.is_err_and(|problems| !problems.is_empty()));
    }

    #[test]
    fn one_overlay_after_another_is_both_as_one(
        first in prop::collection::vec(any_change(), 0..8),
        second in prop::collection::vec(any_change(), 0..8),
    ) {
        let (first, second) = (read("a.toml", &first.concat()).unwrap(), read("b.toml", &second.concat()).unwrap());
        let both = first.clone().then(second.clone());

        let (mut stepwise, mut at_once) = (tables(), tables());
        let mut problems = apply_to_tables(&first, &mut stepwise);
        problems.extend(apply_to_tables(&second, &mut stepwise));
        prop_assert_eq!(problems, apply_to_tables(&both, &mut at_once));
        prop_assert_eq!(stepwise, at_once);

        let mut stepwise = Document::parse("small.toml", POLICY).unwrap();
        let mut at_once = stepwise.clone();
        let mut problems = apply_to_policy(&first, &mut stepwise);
        problems.extend(apply_to_policy(&second, &mut stepwise));
        prop_assert_eq!(problems, apply_to_policy(&both, &mut at_once));
        prop_assert_eq!(stepwise, at_once);
    }

    #[test]
    fn indexes_find_what_a_plain_search_finds(changes in prop::collection::vec(any_change(), 0..12), id in prop::sample::select(vec!["p1", "p2", "s1"])) {
        let mut tables = tables();
        apply_to_tables(&overlay(&changes.concat()), &mut tables);
        let expected = tables[0].rows.iter().filter(|row| row.cells[0].text == id).count();
        let remove = format!("[[change]]\naction = \"remove\"\ntable = \"helpers\"\nwhere = {{ id = \"{id}\" }}\n");
        let before = tables[0].rows.len();
        let mut at_once = self::tables();
        apply_to_tables(&overlay(&format!("{}{remove}", changes.concat())), &mut at_once);
        prop_assert_eq!(before - at_once[0].rows.len(), expected);
    }
}
