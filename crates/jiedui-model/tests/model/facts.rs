//! Every row names the user's cells that it rests on.

use crate::tiny::{Built, quantity};
use crate::{measure_cases, rule_cases};
use jiedui_domain::{Measure, RuleFamily};
use jiedui_model::{RowFamily, RowId};

/// A fact in short: `needs.csv:2 amount`, `tracks.place effort_floor`.
fn facts(built: &Built, row: RowId) -> Vec<String> {
    built
        .program
        .facts_of_row(&built.case, &built.graph, row)
        .into_iter()
        .map(|fact| match fact.section {
            Some(section) => {
                assert_eq!(fact.table, "policy");
                format!("{section} {}", fact.column)
            }
            None => {
                assert_eq!(format!("{}.csv", fact.table), &*fact.origin.file);
                format!("{}:{} {}", fact.origin.file, fact.origin.row, fact.column)
            }
        })
        .collect()
}

fn facts_by_row(built: &Built, family: RowFamily) -> Vec<(String, Vec<String>)> {
    let rows = built.program.rows().iter();
    rows.filter(|(_, row)| row.family == family)
        .map(|(id, _)| {
            let name = built.program.name_of_row(&built.case, &built.graph, id);
            (name, facts(built, id))
        })
        .collect()
}

fn assert_facts(built: &Built, family: RowFamily, expected: &[(&str, &[&str])]) {
    let expected: Vec<(String, Vec<String>)> = expected
        .iter()
        .map(|(name, facts)| {
            let facts = facts.iter().map(|fact| (*fact).to_owned());
            ((*name).to_owned(), facts.collect())
        })
        .collect();
    assert_eq!(facts_by_row(built, family), expected);
}

#[test]
fn every_row_has_facts() {
    for rule in RuleFamily::ALL {
        let built = rule_cases::case_of(rule, true).build();
        for (name, facts) in facts_by_row(&built, RowFamily::Rule(rule)) {
            assert!(!facts.is_empty(), "{name}");
        }
    }
    for measure in Measure::ALL {
        let built = measure_cases::case_of(measure, true).build();
        for (name, facts) in facts_by_row(&built, RowFamily::Measure(measure)) {
            assert!(!facts.is_empty(), "{name}");
        }
    }
}

#[test]
fn budget_rests_on_its_cell_or_on_rate_and_revenue() {
    assert_facts(
        &rule_cases::case_of(RuleFamily::Budget, true).build(),
        RowFamily::Rule(RuleFamily::Budget),
        &[
            (
                "budget(h1)",
                &["tracks.place funding_rate", "places.csv:4 revenue"],
            ),
            ("budget(h2)", &["helpers.csv:3 budget"]),
        ],
    );
}

#[test]
fn quotas_rest_on_the_override_or_on_the_track() {
    assert_facts(
        &rule_cases::case_of(RuleFamily::RecipientQuota, true).build(),
        RowFamily::Rule(RuleFamily::RecipientQuota),
        &[
            (
                "recipient_quota(r1,place)",
                &["tracks.place pairs_per_recipient"],
            ),
            // Two candidates, so the maximum of two cannot bind.
            ("recipient_quota(r2,place)", &["quotas.csv:2 min"]),
            (
                "recipient_quota(r3,place)",
                &["tracks.place pairs_per_recipient"],
            ),
        ],
    );
}

#[test]
fn continuity_rests_on_the_policy_and_on_history() {
    assert_facts(
        &rule_cases::case_of(RuleFamily::Continuity, true).build(),
        RowFamily::Rule(RuleFamily::Continuity),
        &[
            (
                "continuity(h2,r2)",
                &["tracks.place min_tenure_years", "history.csv:3 since"],
            ),
            (
                "continuity(place)",
                &[
                    "tracks.place max_changes",
                    "history.csv:2 recipient",
                    "history.csv:3 recipient",
                    "history.csv:4 recipient",
                    "history.csv:5 recipient",
                ],
            ),
            (
                "continuity(h2,r4)",
                &["tracks.place min_tenure_years", "history.csv:5 since"],
            ),
        ],
    );
}

#[test]
fn minimum_support_names_the_needs_only_where_they_cap_it() {
    let found = facts_by_row(
        &rule_cases::case_of(RuleFamily::MinimumSupport, true).build(),
        RowFamily::Rule(RuleFamily::MinimumSupport),
    );
    let of = |name: &str| &found.iter().find(|(row, _)| row == name).unwrap().1;
    assert_eq!(
        of("minimum_support(h1,r1)"),
        &["tracks.place minimum_support"]
    );
    assert_eq!(
        of("minimum_support(h1,r2)"),
        &["tracks.place minimum_support", "needs.csv:3 amount"]
    );
}

#[test]
fn a_changed_cell_is_named_where_it_was_changed() {
    let mut tiny = rule_cases::case_of(RuleFamily::NeedBalance, true);
    let overlay = jiedui_domain::Origin {
        file: "what-if.toml".into(),
        row: 7,
    };
    let need = &mut tiny.tables.needs[0];
    need.amount = quantity("90");
    need.provenance.changes = vec![("amount".into(), overlay.clone())];
    let built = tiny.build();
    let row = built.program.rows().ids().next().unwrap();
    let facts = built.program.facts_of_row(&built.case, &built.graph, row);
    assert_eq!(facts[0].origin, overlay);
}
