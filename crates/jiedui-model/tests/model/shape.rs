//! The shape that solvers rely on: order, bounds, tiers, tie-break stages.

use crate::tiny::{Built, Tiny};
use crate::{measure_cases, rule_cases};
use jiedui_domain::{DecisionAction, Id, Measure, MeasureScale, Objective, RuleFamily};
use jiedui_model::{ColumnKind, TieBreak, lp_text};

/// All golden cases.
fn all_cases() -> Vec<Built> {
    let rules = RuleFamily::ALL
        .into_iter()
        .flat_map(|rule| [true, false].map(|applies| rule_cases::case_of(rule, applies).build()));
    let measures = Measure::ALL.into_iter().flat_map(|measure| {
        [true, false].map(|applies| measure_cases::case_of(measure, applies).build())
    });
    rules.chain(measures).collect()
}

#[test]
fn rows_ascend_by_family_and_key_and_their_terms_by_column_without_zeros() {
    for built in all_cases() {
        let rows = built.program.rows().as_slice();
        assert!(
            rows.windows(2)
                .all(|two| (two[0].family, two[0].key) < (two[1].family, two[1].key))
        );
        let tiers = built.program.tiers();
        let sums = tiers.iter().map(|tier| &tier.terms);
        let parts = tiers.iter().flat_map(|tier| &tier.objectives);
        let lists = rows
            .iter()
            .map(|row| &row.terms)
            .chain(sums)
            .chain(parts.map(|part| &part.terms));
        for terms in lists {
            assert!(terms.windows(2).all(|two| two[0].0 < two[1].0));
            assert!(terms.iter().all(|(_, coefficient)| *coefficient != 0.0));
            assert!(
                terms
                    .iter()
                    .all(|(column, _)| column.index() < built.program.columns().len())
            );
        }
    }
}

#[test]
fn every_column_is_the_one_that_its_kind_says() {
    for built in all_cases() {
        for (arc, columns) in built.program.arcs().iter() {
            if let Some(pair) = columns.pair {
                assert_eq!(built.program.columns()[pair].kind, ColumnKind::Pair(arc));
            }
            for (sector, help) in &columns.help {
                let column = built.program.columns()[*help];
                assert_eq!(column.kind, ColumnKind::Help(arc, *sector));
                assert_eq!(column.integer, built.case.policy.sectors[*sector].whole);
            }
        }
    }
}

#[test]
fn pairs_that_a_rule_demands_have_lower_bound_one() {
    let built = Tiny::new()
        .recipient("r1", &[("industry", "80")])
        .helper("h1", &[("industry", "80")])
        .helper("h2", &[("industry", "80")])
        .helper("h3", &[("industry", "80")])
        .decision(DecisionAction::Lock, "h1", "r1")
        .previous("h2", "r1", 2024)
        .place_track(|track| track.min_tenure_years = 2)
        .build();
    let lower: Vec<f64> = built
        .program
        .arcs()
        .values()
        .map(|columns| built.program.columns()[columns.pair.unwrap()].lower)
        .collect();
    assert_eq!(lower, [1.0, 1.0, 0.0]);
}

#[test]
fn tiers_follow_priorities_and_orient_every_measure_upwards() {
    let built = Tiny::new()
        .recipient("r1", &[("industry", "80")])
        .helper("h1", &[("industry", "40")])
        .pair("h1", "r1", Some("100"), Some("0.5"), None)
        .previous("h1", "r1", 2020)
        .policy(|policy| {
            policy.objectives = vec![
                Objective::plain(Measure::Coverage, 10),
                Objective {
                    weight: 2.0,
                    ..Objective::plain(Measure::Fit, 30)
                },
                Objective {
                    weight: 0.01,
                    ..Objective::plain(Measure::Distance, 30)
                },
            ];
        })
        .build();
    let tiers = built.program.tiers();
    let pair = built.program.arcs().as_slice()[0].pair.unwrap();
    let outline: Vec<_> = tiers
        .iter()
        .map(|tier| (tier.priority, tier.tie_break, tier.scale))
        .collect();
    assert_eq!(
        outline,
        [
            (Some(10), None, MeasureScale::Share),
            (Some(30), None, MeasureScale::Relative),
            (None, Some(TieBreak::KeptPairs), MeasureScale::Relative),
            (
                None,
                Some(TieBreak::ShorterDistance),
                MeasureScale::Relative
            ),
            (None, Some(TieBreak::CodeOrder), MeasureScale::Relative),
        ]
    );
    // 2 · 0.5 − 0.01 · 100 cancels out: no zero coefficient stays.
    assert_eq!(tiers[1].terms, []);
    assert_eq!(tiers[1].objectives[1].terms, [(pair, 100.0)]);
    assert_eq!(tiers[2].terms, [(pair, 1.0)]);
    assert_eq!(tiers[3].terms, [(pair, -100.0)]);
    assert!(tiers[4].objectives.is_empty());
    // One helper, one recipient: 1 · 1 / (2 · 2) − 1.
    assert_eq!(tiers[4].terms, [(pair, -0.75)]);
}

#[test]
fn tie_break_stages_without_terms_are_left_out() {
    let built = Tiny::new()
        .recipient("r1", &[("industry", "80")])
        .helper("h1", &[("industry", "40")])
        .build();
    let stages: Vec<_> = built
        .program
        .tiers()
        .iter()
        .map(|tier| tier.tie_break)
        .collect();
    assert_eq!(stages, [Some(TieBreak::CodeOrder)]);
}

#[test]
fn code_order_prefers_low_codes_together_and_no_idle_pair() {
    let built = Tiny::new()
        .recipient("r1", &[("industry", "80")])
        .recipient("r2", &[("industry", "80")])
        .helper("h1", &[("industry", "40")])
        .helper("h2", &[("industry", "40")])
        .build();
    let terms = &built.program.tiers()[0].terms;
    let worth: Vec<f64> = terms.iter().map(|(_, coefficient)| *coefficient).collect();
    let [h1r1, h1r2, h2r1, h2r2] = worth[..] else {
        panic!("four pairs");
    };
    assert!(h1r1 + h2r2 > h1r2 + h2r1);
    assert!(h1r1 > h1r2 && h1r1 > h2r1);
    assert!(worth.iter().all(|worth| (-1.0..0.0).contains(worth)));
}

#[test]
fn lp_text_wraps_long_rows_and_writes_ranges_as_two() {
    let mut tiny = Tiny::new()
        .recipient("r1", &[("industry", "80")])
        .place_track(|track| {
            track.recipient_min = 1;
            track.recipient_max = Some(2);
        })
        .objective(Measure::Pairs, 1);
    for number in 0..30 {
        tiny = tiny.helper(&format!("企-{number:02}"), &[("industry", "40")]);
    }
    let built = tiny.build();
    let text = lp_text::write(&built.program, &built.case, &built.graph, 0);
    assert!(text.lines().all(|line| line.len() <= 102), "{text}");
    assert!(text.contains(" recipient_quota(r1,place)#min: pair(~4f01~~2d~00,r1) "));
    assert!(text.contains(" recipient_quota(r1,place)#max: pair(~4f01~~2d~00,r1) "));
}
