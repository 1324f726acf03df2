//! The committed case is the derived one, and it can be assigned at all.
#![allow(clippy::unwrap_used, reason = "tests")]

use jiedui_seeds::facts::Facts;
use jiedui_seeds::summary::Summary;
use jiedui_seeds::{case_files, folder, need, roster};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn facts() -> Facts {
    Facts::read(&seeds().join("facts")).unwrap()
}

#[test]
fn committed_case_is_the_derived_one() {
    let files = case_files::derive(&facts()).unwrap();
    folder::check(&seeds().join("sichuan-2025"), &files).unwrap();
}

#[test]
fn check_finds_a_changed_byte_and_a_stray_table() {
    let mut files = case_files::derive(&facts()).unwrap();
    let needs = files.get_mut("needs.csv").unwrap();
    needs.push(b'\n');
    assert!(folder::check(&seeds().join("sichuan-2025"), &files).is_err());
    files.remove("needs.csv");
    assert!(folder::check(&seeds().join("sichuan-2025"), &files).is_err());
}

#[test]
fn every_track_has_enough_helpers_for_39_recipients() {
    let facts = facts();
    assert_eq!(facts.recipients.len(), 39);
    let mut tracks: BTreeMap<String, usize> = BTreeMap::new();
    for helper in roster::helpers(&facts).unwrap() {
        *tracks.entry(helper.track).or_default() += 1;
    }
    for track in [
        "place",
        "central_soe",
        "local_soe",
        "education",
        "health",
        "cadre",
    ] {
        assert!(tracks[track] >= 39, "{track}: {}", tracks[track]);
    }
    assert!(tracks["place"] >= 40);
}

#[test]
fn no_recipient_helps() {
    let facts = facts();
    let recipients: BTreeSet<_> = facts.recipients.iter().map(|row| &row.code).collect();
    for place in &facts.helping_places {
        assert!(!recipients.contains(&place.code), "{}", place.code);
    }
}

#[test]
fn codes_are_unique_and_history_refers_to_them() {
    let facts = facts();
    let helpers = roster::helpers(&facts).unwrap();
    let codes: BTreeSet<_> = helpers.iter().map(|helper| helper.id.clone()).collect();
    assert_eq!(codes.len(), helpers.len());
    let mut taken = BTreeSet::new();
    for row in &facts.history {
        assert!(codes.contains(&row.helper), "{}", row.helper);
        assert!(facts.recipients.iter().any(|r| r.code == row.recipient));
        let track = &helpers.iter().find(|h| h.id == row.helper).unwrap().track;
        // One pair of last year a recipient and track, as the quotas of the policy want it.
        assert!(
            taken.insert((row.recipient.clone(), track.clone())),
            "{}",
            row.recipient
        );
    }
}

#[test]
fn supply_covers_between_three_and_six_tenths_of_need() {
    let summary = Summary::of(&facts()).unwrap();
    assert!(
        (300..=600).contains(&summary.ratio()),
        "{}",
        summary.ratio()
    );
}

#[test]
fn every_need_is_positive_and_every_recipient_has_able_places() {
    let facts = facts();
    for row in &facts.recipients {
        for (sector, amount) in need::of_recipient(&facts, &row.code).unwrap() {
            assert!(amount > 0, "{} {sector}", row.code);
        }
    }
    let (code, able) = Summary::of(&facts).unwrap().scarcest;
    assert!(able >= 3, "{code}: {able}");
}

#[test]
fn readme_states_the_figures_that_the_program_prints() {
    let readme = std::fs::read_to_string(seeds().join("README.md")).unwrap();
    // Thousands stand apart in the README, so compare without spaces.
    let readme = readme.replace(' ', "");
    let summary = Summary::of(&facts()).unwrap();
    for (sector, (need, supply)) in &summary.sectors {
        let row = format!("|{need}|{supply}|");
        let line = readme
            .lines()
            .find(|line| line.starts_with(&format!("|{sector}")) && line.contains(&row));
        assert!(line.is_some(), "{sector} {row}");
    }
    let all = format!("**{}**|**{}**", summary.need, summary.supply);
    assert!(readme.contains(&all), "{all}");
    for row in &summary.comparisons {
        let line = format!("|{}|{}|\n", row.at_former_rate, row.at_present_rate);
        assert!(readme.contains(&line), "{}: {line}", row.pair);
    }
}

#[test]
fn case_readme_states_the_numbers_of_rows() {
    let case = seeds().join("sichuan-2025");
    let readme = std::fs::read_to_string(case.join("README.md")).unwrap();
    let tables = [
        "places",
        "recipients",
        "helpers",
        "needs",
        "supply",
        "pairs",
        "history",
    ];
    for table in tables {
        let path = case.join(format!("{table}.csv"));
        let rows = csv::Reader::from_path(path).unwrap().records().count();
        let line = format!("| `{table}.csv` | {rows} |");
        assert!(readme.contains(&line), "{line}");
    }
}
