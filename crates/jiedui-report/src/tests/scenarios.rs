//! The table of what-ifs: what its columns hold, and what its words claim.

use super::{small, widest};
use crate::scenarios::{markdown, terminal};
use jiedui_domain::{Measure, Termination};
use jiedui_explain::Dossier;
use jiedui_explain::dossier::Exact;
use jiedui_explain::scenarios::{
    BaseRecord, ScenarioRecord, ScenarioTable, Status, TABLE_VERSION, TierRecord,
};
use jiedui_messages::Lang;

/// One scenario beside its base.
fn table(base: &Dossier, scenario: &Dossier) -> ScenarioTable {
    let base = BaseRecord::of(base);
    let record = ScenarioRecord {
        name: "one".to_owned(),
        title: None,
        kind: "scenario".to_owned(),
        group: "one".to_owned(),
        settings: Vec::new(),
        factors: Vec::new(),
        status: Status::Failed,
        termination: None,
        causes: Vec::new(),
        tiers: Vec::new(),
        measures: Vec::new(),
        pairs: None,
        added: Vec::new(),
        removed: Vec::new(),
    };
    let record = record.solved(scenario, &base);
    ScenarioTable {
        format_version: TABLE_VERSION,
        set: "set".to_owned(),
        base,
        scenarios: vec![record],
        stability: Vec::new(),
    }
}

/// The dossier with a second priority of fit in one track alone, which comes to so much.
fn of_one_track(in_plan: f64) -> Dossier {
    let mut dossier = small();
    let track = dossier.tracks[0].code.clone();
    let tier = &mut dossier.tiers[1];
    let objective = &mut tier.objectives[0];
    (objective.measure, objective.tracks) = (Measure::Fit, vec![track]);
    objective.value = None;
    (tier.reached, tier.in_plan, tier.bound) = (in_plan, in_plan, in_plan);
    dossier
}

#[test]
fn an_objective_of_some_tracks_is_told_by_its_own_value() {
    let found = table(&of_one_track(1.234), &of_one_track(1.111));
    let text = markdown(&found, Lang::Zh);
    let title = &small().tracks[0].title.zh;
    assert!(text.contains(&format!("契合度合计（{title}）")), "{text}");
    assert!(text.contains("| 1.234 |"), "{text}");
    assert!(text.contains("1.111（-0.123）"), "{text}");
    for lang in Lang::ALL {
        let text = terminal(&found, lang, 80);
        assert!(widest(&text) <= 80, "{text}");
        assert!(text.contains("1.111(-0.123)"), "{text}");
        assert!(!text.contains('−'), "{text}");
    }
    // A scenario that pursues it in all tracks pursues something else.
    let text = markdown(&table(&of_one_track(1.234), &small()), Lang::Zh);
    let row = text.lines().find(|line| line.starts_with("| one"));
    assert!(row.unwrap().contains("| – |"), "{text}");
}

#[test]
fn an_objective_of_some_tracks_among_several_has_a_column() {
    let weighed = |value: f64| {
        let mut dossier = small();
        let track = dossier.tracks[0].code.clone();
        let mut tiers = dossier.tiers.iter_mut();
        let tier = tiers.find(|tier| tier.objectives.len() > 1).unwrap();
        let mut objectives = tier.objectives.iter_mut();
        let objective = objectives.find(|one| one.measure == Measure::Distance);
        let objective = objective.unwrap();
        objective.tracks = vec![track];
        objective.value = Some(Exact {
            exact: value.to_string(),
            value,
        });
        dossier
    };
    let text = markdown(&table(&weighed(812.0), &weighed(700.0)), Lang::Zh);
    let title = &small().tracks[0].title.zh;
    assert!(text.contains(&format!("结对距离合计（{title}）")), "{text}");
    assert!(text.contains("| 812 公里 |"), "{text}");
    assert!(text.contains("700 公里（-112 公里）"), "{text}");
}

#[test]
fn a_bound_that_nothing_certifies_is_not_told_as_proven() {
    let proven = || {
        let mut dossier = small();
        dossier.run.termination = Termination::Optimal;
        for tier in &mut dossier.tiers {
            tier.certified = Some(tier.bound);
        }
        dossier
    };
    let word = || {
        let mut dossier = proven();
        dossier.tiers[2].certified = None;
        dossier
    };
    let stopped = |termination| {
        let mut dossier = word();
        dossier.run.termination = termination;
        dossier
    };
    // Each word is explained where it stands, and nowhere else.
    for (base, scenario, words) in [
        (proven(), proven(), ["已证明", "已证明"]),
        (proven(), word(), ["已证明", "求解器认为最优"]),
        (
            word(),
            stopped(Termination::TimeLimit),
            ["求解器认为最优", "因时限停止"],
        ),
        (
            proven(),
            stopped(Termination::EffortSpent),
            ["已证明", "未全部证明"],
        ),
    ] {
        let text = markdown(&table(&base, &scenario), Lang::Zh);
        let row = |name: &str| {
            text.lines()
                .find(|line| line.starts_with(&format!("| {name}")))
        };
        for (name, word) in [("基准", words[0]), ("one", words[1])] {
            let row = row(name).unwrap();
            assert!(row.contains(&format!("| {word} |")), "{text}");
        }
        for word in ["求解器认为最优", "因时限停止", "未全部证明"] {
            let note = text.contains(&format!("“{word}”"));
            assert_eq!(note, words.contains(&word), "{text}");
        }
    }
}

#[test]
fn records_of_earlier_versions_are_read() {
    let tier: TierRecord = serde_json::from_str(
        r#"{ "priority": 1, "measures": ["fit"], "in_plan": 1.0, "bound": 1.0 }"#,
    )
    .unwrap();
    assert!(tier.objectives.is_empty() && !tier.certified);
    assert!(tier.pursues_as(&tier));
}
