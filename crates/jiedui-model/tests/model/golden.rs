//! Golden LP text: per rule family and per measure one case where it applies and one where not.
//!
//! `tests/golden/rules/FAMILY.lp` holds the rows of the family, `measures/MEASURE.lp` the measure with
//! its own rows and bounds; `….none.lp` is the whole program of a case where there is none. After
//! a wanted change, run the tests with `JIEDUI_UPDATE_GOLDEN=1` and read the difference.

use crate::tiny::Built;
use crate::{measure_cases, rule_cases};
use jiedui_domain::{Measure, RuleFamily};
use jiedui_model::{RowFamily, lp_text};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn golden(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(folder)
}

fn compare(folder: &str, name: &str, text: &str) {
    let path = golden(folder).join(name);
    if std::env::var_os("JIEDUI_UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(golden(folder)).unwrap();
        std::fs::write(&path, text).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("golden file {folder}/{name}: {error}"));
    assert_eq!(expected, text, "{folder}/{name}");
}

fn whole(built: &Built) -> String {
    lp_text::write(&built.program, &built.case, &built.graph, 0)
}

fn files_of(folder: &str) -> BTreeSet<String> {
    std::fs::read_dir(golden(folder))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

fn pairs_of(codes: impl Iterator<Item = &'static str>) -> BTreeSet<String> {
    codes
        .flat_map(|code| [format!("{code}.lp"), format!("{code}.none.lp")])
        .collect()
}

#[test]
fn rules_read_as_their_golden_files() {
    for rule in RuleFamily::ALL {
        let family = RowFamily::Rule(rule);
        let rows = |built: &Built| {
            lp_text::write_family(&built.program, &built.case, &built.graph, family)
        };
        let applies = rule_cases::case_of(rule, true).build();
        assert_ne!(rows(&applies), "", "{} applies", rule.code());
        compare("rules", &format!("{}.lp", rule.code()), &rows(&applies));
        let without = rule_cases::case_of(rule, false).build();
        assert_eq!(rows(&without), "", "{} does not apply", rule.code());
        compare(
            "rules",
            &format!("{}.none.lp", rule.code()),
            &whole(&without),
        );
    }
}

#[test]
fn measures_read_as_their_golden_files() {
    for measure in Measure::ALL {
        let text = |built: &Built| {
            let part = &built.program.tiers()[0].objectives[0];
            assert_eq!(part.objective.measure, measure);
            lp_text::write_measure(&built.program, &built.case, &built.graph, part)
        };
        let applies = measure_cases::case_of(measure, true).build();
        assert_ne!(text(&applies), "", "{} applies", measure.code());
        compare(
            "measures",
            &format!("{}.lp", measure.code()),
            &text(&applies),
        );
        let without = measure_cases::case_of(measure, false).build();
        assert_eq!(text(&without), "", "{} does not apply", measure.code());
        let mut rows = without.program.rows().values();
        assert!(
            rows.all(|row| row.family != RowFamily::Measure(measure)),
            "{} has no rows",
            measure.code()
        );
        compare(
            "measures",
            &format!("{}.none.lp", measure.code()),
            &whole(&without),
        );
    }
}

#[test]
fn every_family_and_measure_has_its_golden_pair_and_no_file_is_left_over() {
    assert_eq!(
        files_of("rules"),
        pairs_of(RuleFamily::ALL.into_iter().map(RuleFamily::code))
    );
    assert_eq!(
        files_of("measures"),
        pairs_of(Measure::ALL.into_iter().map(Measure::code))
    );
}
