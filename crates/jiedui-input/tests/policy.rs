//! Policies: the pinned example, every code with its fixture, round trips, and texts of any kind.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use insta::{assert_snapshot, glob};
use jiedui_diagnostics::{Diagnostic, Severity, is_known, render_human};
use jiedui_domain::{
    DistanceMethod, FitMethod, Km, Measure, Quantity, SectorUnit, Share, SolveMethod, Wan,
};
use jiedui_input::policy::{CODES, read, write};
use jiedui_messages::{Lang, catalogue};
use proptest::prelude::*;
use std::path::Path;

const FULL: &str = include_str!("fixtures/policy/full.toml");
const SMALL: &str = include_str!("fixtures/policy/small.toml");

fn problems(name: &str, text: &str) -> Vec<Diagnostic> {
    match read(name, text) {
        Ok((_, warnings)) => warnings,
        Err(problems) => problems,
    }
}

fn codes(problems: &[Diagnostic]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.code).collect()
}

#[test]
fn full_policy_reads_as_written() {
    let (policy, warnings) = read("full.toml", FULL).unwrap();
    assert_eq!(codes(&warnings), Vec::<&str>::new());
    assert_eq!(policy.name, "sichuan");
    assert_eq!(policy.title.zh, "四川省欠发达县域结对共富");
    let document = policy.document.as_ref().unwrap();
    assert_eq!(
        [&document.zh, &document.en],
        ["《某意见》（2023年）", "Some Opinions (2023)"]
    );
    let education = &policy.sectors[policy.sector_by_code("education").unwrap()];
    assert_eq!(education.unit, SectorUnit::Person);
    assert!(education.whole);
    assert_eq!(education.value.to_string(), "25");
    let industry = &policy.sectors[policy.sector_by_code("industry").unwrap()];
    assert!(!industry.whole, "万元 can be split unless said otherwise");
    let place = &policy.tracks[policy.track_by_code("place").unwrap()];
    assert_eq!((place.recipient_min, place.recipient_max), (1, Some(1)));
    assert_eq!((place.helper_min, place.helper_max), (0, Some(2)));
    assert_eq!(place.max_distance, Some(Km::units(900)));
    assert_eq!(place.max_hardship_gap, Some(6));
    assert_eq!(place.minimum_support, Wan::units(200));
    assert_eq!(place.effort_floor, Share::parse("0.8").unwrap().0);
    let rates: Vec<_> = place
        .funding_rate
        .iter()
        .map(|(y, r)| (*y, r.to_string()))
        .collect();
    assert_eq!(
        rates,
        [
            (2023, "0.006".to_owned()),
            (2024, "0.007".to_owned()),
            (2025, "0.008".to_owned())
        ]
    );
    assert_eq!((place.max_changes, place.min_tenure_years), (Some(5), 2));
    let other = &policy.tracks[policy.track_by_code("central_soe").unwrap()];
    assert_eq!((other.max_distance, other.max_changes), (None, None));
    assert_eq!(other.minimum_support, Wan::ZERO);
    assert_eq!(policy.distance.method, DistanceMethod::GreatCircle);
    assert_eq!(policy.fit.method, FitMethod::Industry);
    assert_eq!(policy.fit.indicators, ["share_farming", "share_mining"]);
    assert_eq!(policy.equity.breakpoints.len(), 4);
    let tiers: Vec<_> = policy
        .objectives
        .iter()
        .map(|o| (o.priority, o.measure))
        .collect();
    assert_eq!(
        tiers,
        [
            (1, Measure::CoverageFloor),
            (2, Measure::Equity),
            (3, Measure::Fit),
            (3, Measure::Distance),
            (3, Measure::Continuity),
        ]
    );
    assert_eq!(
        policy.objectives[3].tracks,
        [policy.track_by_code("place").unwrap()]
    );
    assert!(policy.objectives[4].by_age);
    assert_eq!(policy.objectives[4].tolerance, 0.0);
    assert_eq!(policy.solver.method, SolveMethod::Decomposition);
    assert_eq!((policy.solver.seed, policy.solver.threads), (1, 0));
}

#[test]
fn shipped_policies_read_without_a_word() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../config");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let problems = problems("shipped.toml", &std::fs::read_to_string(&path).unwrap());
            assert_eq!(problems, [], "{}", path.display());
            count += 1;
        }
    }
    assert!(count > 0);
}

#[test]
fn absent_optional_keys_mean_what_the_documentation_says() {
    let (policy, warnings) = read("small.toml", SMALL).unwrap();
    assert_eq!(codes(&warnings), Vec::<&str>::new());
    let place = policy.tracks.values().next().unwrap();
    assert_eq!((place.helper_min, place.helper_max), (0, None));
    assert_eq!((place.divisible, place.max_changes), (false, None));
    assert_eq!(policy.objectives[0].weight, 1.0);
    assert_eq!(policy.objectives[1].tolerance, 0.0);
    assert!(policy.objectives[1].tracks.is_empty());
    assert_eq!(policy.solver.seed, 1);
    assert!(policy.document.is_none());
}

#[test]
fn write_reads_back_as_the_same_policy() {
    for text in [FULL, SMALL] {
        let (policy, _) = read("policy.toml", text).unwrap();
        let written = write(&policy);
        let (again, warnings) = read("written.toml", &written).unwrap();
        assert_eq!(format!("{again:?}"), format!("{policy:?}"), "{written}");
        assert_eq!(codes(&warnings), Vec::<&str>::new());
        assert_eq!(write(&again), written);
    }
}

#[test]
fn write_canonical_text() {
    assert_snapshot!(write(&read("full.toml", FULL).unwrap().0));
}

#[test]
fn fixture_gives_its_code_and_reads_well() {
    glob!("fixtures/policy/[EW]05*.toml", |path: &Path| {
        let code = path.file_stem().unwrap().to_str().unwrap();
        let text = std::fs::read_to_string(path).unwrap();
        let result = read("policy.toml", &text);
        assert_eq!(result.is_err(), code.starts_with('E'), "{code}");
        let problems = match result {
            Ok((_, warnings)) => warnings,
            Err(problems) => problems,
        };
        let codes = codes(&problems);
        assert!(codes.contains(&code), "{code} not among {codes:?}");
        let others = codes.iter().filter(|found| **found != code).count();
        assert_eq!(others, 0, "{code} comes with {codes:?}");
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
    let text = "#".repeat((1 << 20) + 1);
    let problems = problems("policy.toml", &text);
    assert_eq!(codes(&problems), ["E0502"]);
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
            "{}/tests/fixtures/policy/{code}.toml",
            env!("CARGO_MANIFEST_DIR")
        );
        // The file that is too large is made by its test.
        assert!(code == "E0502" || Path::new(&fixture).exists(), "{fixture}");
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
fn all_problems_come_at_once_in_the_order_of_the_lines() {
    let text = SMALL
        .replace("unit  = \"人\"", "unit  = \"元\"")
        .replace("value = 25.0", "value = -1")
        .replace("priority = 2", "priority = 2\ntrack = [\"x\"]");
    let problems = problems("policy.toml", &text);
    assert_eq!(codes(&problems), ["E0508", "E0526", "E0504"]);
    let rows: Vec<u32> = problems
        .iter()
        .map(|p| p.location.as_ref().unwrap().row)
        .collect();
    assert!(rows.is_sorted());
    let key = problems[2].location.as_ref().unwrap();
    assert_eq!(key.column, 1);
    assert!(
        problems[2]
            .values
            .contains(&("nearest", "tracks".to_owned()))
    );
}

#[test]
fn byte_order_mark_and_windows_line_ends_change_nothing() {
    let text = format!("\u{feff}{}", SMALL.replace('\n', "\r\n"));
    let (policy, _) = read("policy.toml", &text).unwrap();
    assert_eq!(
        write(&policy),
        write(&read("policy.toml", SMALL).unwrap().0)
    );
}

#[test]
fn deep_nesting_is_rejected_not_followed() {
    let text = format!("a = {}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(
        problems("policy.toml", &text)
            .iter()
            .all(|p| p.severity() == Severity::Error)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_policy_or_problems(text in "(?s).{0,200}") {
        let result = read("any.toml", &text);
        prop_assert!(result.is_ok() || result.is_err_and(|problems| !problems.is_empty()));
    }

    #[test]
    fn any_damage_gives_a_policy_or_problems(at in 0..FULL.len(), length in 0_usize..40, put in "[\\[\\]{}=\",.0-9a-z\n人-]{0,6}") {
        let start = FULL.floor_char_boundary(at);
        let end = FULL.floor_char_boundary((start + length).min(FULL.len()));
        let text = format!("{}{put}{}", &FULL[..start], &FULL[end..]);
        match read("damaged.toml", &text) {
            Ok((policy, _)) => {
                let again = read("again.toml", &write(&policy)).map(|(policy, _)| policy);
                prop_assert_eq!(format!("{:?}", again.unwrap()), format!("{policy:?}"));
            }
            Err(problems) => {
                for lang in Lang::ALL {
                    prop_assert!(!render_human(&problems, lang, false, 80).contains('⟨'));
                }
            }
        }
    }
}
