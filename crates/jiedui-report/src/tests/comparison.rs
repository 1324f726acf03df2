//! What people read of two runs compared.

use super::{next, small, widest};
use crate::comparison::{Compared, markdown, terminal};
use jiedui_domain::Measure;
use jiedui_explain::Dossier;
use jiedui_explain::comparison::compare;
use jiedui_messages::Lang;

fn texts(before: &Dossier, after: &Dossier, lang: Lang) -> (String, String) {
    let comparison = compare(before, after);
    let compared = Compared {
        comparison: &comparison,
        before,
        after,
        labels: ("runs/2025", "runs/2026"),
    };
    (terminal(compared, lang, 80), markdown(compared, lang))
}

#[test]
fn comparison_reads() {
    for lang in Lang::ALL {
        let (shown, written) = texts(&small(), &next(), lang);
        assert!(widest(&shown) <= 80, "{shown}");
        insta::assert_snapshot!(format!("comparison_terminal_{}", lang.code()), shown);
        insta::assert_snapshot!(format!("comparison_markdown_{}", lang.code()), written);
    }
}

/// The number that a text begins with.
fn number(text: &str) -> Option<f64> {
    let word = text.split_whitespace().next()?;
    let word: String = word.chars().filter(|c| !",%+".contains(*c)).collect();
    word.parse().ok()
}

/// The rows of the tables that have a change: name, before, after, change.
fn changes(markdown: &str) -> Vec<(String, [f64; 3])> {
    let rows = markdown.lines().filter(|line| line.starts_with('|'));
    rows.filter_map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [name, before, after, change] = cells.as_slice() else {
            return None;
        };
        Some((
            (*name).to_owned(),
            [number(before)?, number(after)?, number(change)?],
        ))
    })
    .collect()
}

#[test]
fn who_subtracts_what_is_shown_finds_the_change_that_is_shown() {
    for lang in Lang::ALL {
        let (_, written) = texts(&small(), &next(), lang);
        let rows = changes(&written);
        // Measures, and the counties whose coverage differs.
        assert!(rows.len() >= 10, "{written}");
        for (name, [before, after, change]) in rows {
            assert!(
                (after - before - change).abs() < 1e-9,
                "{name}: {before} {after} {change}"
            );
        }
    }
}

#[test]
fn parts_of_a_change_add_up_to_it_as_they_are_shown() {
    let (_, written) = texts(&small(), &next(), Lang::Zh);
    let rows = changes(&written);
    let mut added = 0;
    for line in written.lines().filter_map(|line| line.strip_prefix("- ")) {
        let Some((measure, parts)) = line.split_once('：') else {
            continue;
        };
        let of_measure = rows.iter().find(|(name, _)| name.starts_with(measure));
        let Some((name, [_, _, change])) = of_measure else {
            continue;
        };
        let parts = parts.split([' ', '、']);
        let parts = parts.filter(|word| word.starts_with(['+', '-']));
        let sum: f64 = parts.filter_map(number).sum();
        assert!((sum - change).abs() < 1e-9, "{name}: {sum} of {change}");
        added += 1;
    }
    assert!(added >= 5, "{written}");
}

#[test]
fn a_run_compared_with_itself_says_so() {
    for lang in Lang::ALL {
        let (shown, _) = texts(&small(), &small(), lang);
        insta::assert_snapshot!(format!("comparison_same_{}", lang.code()), shown);
    }
}

#[test]
fn every_sentence_of_an_input_is_in_the_catalogue() {
    for kind in ["recipient", "helper", "lock", "forbid", "previous"] {
        for how in ["new", "gone", "changed"] {
            let key = format!("cmp-input-{kind}-{how}");
            for lang in Lang::ALL {
                assert!(jiedui_messages::catalogue(lang).has(&key), "{key}");
            }
        }
    }
}

#[test]
fn names_that_people_typed_are_harmless() {
    let mut dossier = next();
    for helper in &mut dossier.helpers {
        helper.name = "东\u{1b}[31m|<b>区".to_owned();
    }
    for lang in Lang::ALL {
        let (shown, written) = texts(&small(), &dossier, lang);
        assert!(!shown.contains('\u{1b}'));
        assert!(!written.contains("<b>"));
    }
}

#[test]
fn distances_that_are_not_known_are_called_neither_better_nor_worse() {
    let mut dossier = next();
    let judged = |written: &str| -> bool {
        let mut rows = written.lines();
        let row = rows.find(|row| row.starts_with("| 结对距离合计")).unwrap();
        row.contains('好') || row.contains('差')
    };
    assert!(judged(&texts(&small(), &dossier, Lang::Zh).1));
    dossier.pairs[0].distance_km = None;
    let (_, written) = texts(&small(), &dossier, Lang::Zh);
    assert!(!judged(&written), "{written}");
    assert!(written.contains("有的结对距离未知，按 0 计入"), "{written}");
}

#[test]
fn priorities_that_pursue_different_things_are_both_named() {
    let mut dossier = next();
    let first = &mut dossier.tiers[0].objectives[0];
    assert_eq!(first.measure, Measure::CoverageFloor);
    first.measure = Measure::Fit;
    let (_, written) = texts(&small(), &dossier, Lang::Zh);
    assert!(written.contains("最低需求满足率 → 契合度合计"), "{written}");
}
