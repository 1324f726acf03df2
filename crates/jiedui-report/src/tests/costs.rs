//! What pairs would cost and where there is a choice, as people read it, in both languages.

use super::{small, widest};
use crate::Depth;
use crate::terminal::{
    explain_backbone, explain_costs, explain_excluded, explain_helper, explain_pair,
};
use jiedui_explain::Dossier;
use jiedui_explain::backbone::backbone;
use jiedui_explain::dossier::{
    ExclusionReason, PairEntry, PairRegret, REGRET_VERSION, RegretMove, RegretState, RegretTier,
    Regrets,
};
use jiedui_explain::scenarios::{Newcomer, PairName, PairStability, Stability};
use jiedui_messages::Lang;

const DEPTHS: [(Depth, &str); 3] = [
    (Depth::Line, "line"),
    (Depth::Page, "page"),
    (Depth::Full, "full"),
];

fn one(helper: &str, from: Option<&str>, to: Option<&str>) -> RegretMove {
    RegretMove {
        helper: helper.to_owned(),
        from: from.map(str::to_owned),
        to: to.map(str::to_owned),
    }
}

/// The small dossier with a row of every kind: the pair, and what is known of it.
pub(super) fn priced() -> Dossier {
    let mut dossier = small();
    let row = |helper: &str, recipient: &str, least: &[f64], achieved: Option<&[f64]>| PairRegret {
        helper: helper.to_owned(),
        recipient: recipient.to_owned(),
        formed: dossier.pair(helper, recipient).is_some(),
        state: RegretState::Priced,
        least: least.to_vec(),
        achieved: achieved.map(<[f64]>::to_vec),
        moves: Vec::new(),
        gain: None,
    };
    let pairs = vec![
        PairRegret {
            moves: vec![
                one("h1", Some("100001"), Some("100002")),
                one("h2", Some("100002"), Some("100003")),
                one("h5", Some("100003"), Some("100001")),
                one("h3", Some("100001"), Some("100002")),
            ],
            ..row("h1", "100001", &[0.0125], Some(&[0.25]))
        },
        PairRegret {
            moves: vec![
                one("h1", Some("100001"), Some("100002")),
                one("h2", Some("100002"), Some("100001")),
            ],
            ..row("h1", "100002", &[0.0, 0.05], Some(&[0.0, 0.05]))
        },
        PairRegret {
            moves: vec![one("h1", Some("100001"), Some("100003"))],
            gain: Some(0.125),
            ..row("h1", "100003", &[0.0], Some(&[0.0, 0.0, 0.0]))
        },
        PairRegret {
            moves: vec![
                one("h2", Some("100002"), Some("100001")),
                one("h4", None, Some("100002")),
            ],
            ..row("h2", "100001", &[0.0, 0.0, 0.1], Some(&[0.125]))
        },
        PairRegret {
            state: RegretState::Demanded,
            ..row("h2", "100002", &[], None)
        },
        row("h2", "100003", &[0.0, 0.0, 0.0], Some(&[0.0, 0.0, 0.0])),
        row("h3", "100001", &[0.0, 0.25], None),
        row("h3", "100002", &[0.0], None),
        PairRegret {
            state: RegretState::Impossible,
            ..row("h5", "100001", &[], None)
        },
        PairRegret {
            moves: vec![one("h5", Some("100003"), None)],
            ..row("h5", "100003", &[0.0], Some(&[0.5]))
        },
    ];
    dossier.regrets = Some(Regrets {
        version: REGRET_VERSION,
        tiers: dossier
            .tiers
            .iter()
            .map(|tier| RegretTier {
                priority: tier.priority,
                in_plan: tier.in_plan,
                keeps: tier.in_plan,
            })
            .collect(),
        pairs,
    });
    dossier
}

#[test]
fn costs_and_chains_read() {
    let dossier = priced();
    for lang in Lang::ALL {
        let code = lang.code();
        for (depth, name) in [(Depth::Page, "page"), (Depth::Full, "full")] {
            let text = explain_costs(&dossier, depth, lang, 80);
            assert!(widest(&text) <= 80, "{text}");
            insta::assert_snapshot!(format!("costs_{name}_{code}"), text);
        }
        let pairs = dossier.regrets.iter().flat_map(|known| &known.pairs);
        let told: Vec<String> = pairs
            .map(|row| {
                let page = Depth::Page;
                let text = explain_pair(&dossier, &row.helper, &row.recipient, page, lang, 80);
                let text = text.unwrap();
                assert!(widest(&text) <= 80 && text.lines().count() <= 40, "{text}");
                text
            })
            .collect();
        insta::assert_snapshot!(format!("costs_pairs_{code}"), told.join("\n"));
        let full = explain_pair(&dossier, "h1", "100001", Depth::Full, lang, 80);
        insta::assert_snapshot!(format!("costs_pair_full_{code}"), full.unwrap());
    }
}

#[test]
fn the_backbone_reads_at_every_depth() {
    let dossier = priced();
    let found = backbone(&dossier, 0.2);
    assert!(found.is_some());
    for lang in Lang::ALL {
        for (depth, name) in DEPTHS {
            let text = explain_backbone(&dossier, found.as_ref(), depth, lang, 80);
            assert!(widest(&text) <= 80, "{text}");
            insta::assert_snapshot!(format!("backbone_{name}_{}", lang.code()), text);
        }
    }
}

#[test]
fn stability_reads() {
    let mut dossier = small();
    let name = |helper: &str, recipient: &str| PairName {
        helper: helper.to_owned(),
        recipient: recipient.to_owned(),
        track: "place".to_owned(),
        helper_name: helper.to_owned(),
        recipient_name: recipient.to_owned(),
    };
    dossier.stability = vec![Stability {
        group: "需求".to_owned(),
        runs: 200,
        without_plan: 0,
        cells: 7,
        pairs: vec![PairStability {
            pair: name("h1", "100001"),
            kept: 150,
            share: 0.75,
            low: 0.686,
            high: 0.805,
            cells: Vec::new(),
        }],
        newcomers: vec![Newcomer {
            pair: name("h2", "100001"),
            formed: 50,
            share: 0.25,
            low: 0.195,
            high: 0.314,
        }],
        weightiest: Vec::new(),
    }];
    for lang in Lang::ALL {
        let told: Vec<String> = ["h1", "h2"]
            .iter()
            .flat_map(|helper| DEPTHS.map(|(depth, _)| (helper, depth)))
            .map(|(helper, depth)| explain_pair(&dossier, helper, "100001", depth, lang, 80))
            .map(Result::unwrap)
            .collect();
        insta::assert_snapshot!(format!("stability_{}", lang.code()), told.join("\n"));
    }
}

/// h1 may have as many pairs as a minimum tenure demands of it, so that no plan can have another.
pub(super) fn full_helper() -> Dossier {
    let mut dossier = small();
    let mut held = 0;
    for pair in dossier.pairs.iter_mut().filter(|pair| pair.helper == "h1") {
        pair.within_tenure = true;
        held += 1;
    }
    let mut helpers = dossier.helpers.iter_mut();
    helpers.find(|entry| entry.code == "h1").unwrap().max_pairs = Some(held);
    dossier
}

#[test]
fn a_pair_that_no_plan_can_have_is_not_called_allowed() {
    let dossier = full_helper();
    let open = dossier.candidates.iter().find(|row| row.helper == "h1");
    let recipient = open.unwrap().recipient.clone();
    let side = dossier.full_side("h1", &recipient).unwrap();
    assert!(side.is_helper && !side.held.is_empty());
    let told = |depth| explain_excluded(&dossier, "h1", &recipient, depth, Lang::Zh, 400).unwrap();
    for depth in [Depth::Line, Depth::Page, Depth::Full] {
        let text = told(depth);
        assert!(text.contains("没有任何方案能有"), "{text}");
        assert!(text.contains("未满最短结对年限，必须延续"), "{text}");
        assert!(
            !text.contains("没有规则禁止") && !text.contains("代价不明"),
            "{text}"
        );
    }
    // Nor is the helper listed among those that may come in place of another.
    let mut pairs = dossier.pairs.iter();
    let of_others = |pair: &&PairEntry| {
        let mut listed = pair.alternatives.iter();
        pair.recipient == recipient && listed.any(|other| other.helper == "h1")
    };
    let pair = pairs.find(of_others).unwrap();
    let mut open = dossier.open_alternatives(pair);
    assert!(open.all(|other| other.helper != "h1"));
    let helper = explain_helper(&dossier, "h1", Depth::Full, Lang::Zh, 400).unwrap();
    assert!(helper.contains("没有任何方案能有（已证明）"), "{helper}");
    assert!(!helper.contains("可以结对但本方案没有选"), "{helper}");
}

#[test]
fn where_a_lock_takes_the_room_the_advice_is_to_withdraw_it() {
    let mut dossier = full_helper();
    let open = dossier.candidates.iter().find(|row| row.helper == "h1");
    let recipient = open.unwrap().recipient.clone();
    let told = |dossier: &Dossier| {
        explain_excluded(dossier, "h1", &recipient, Depth::Page, Lang::Zh, 400).unwrap()
    };
    // A minimum tenure takes it: a lock shows what stands against the pair.
    let by_tenure = told(&dossier);
    assert!(
        by_tenure.contains("加一条“必须结对”的决定，运行"),
        "{by_tenure}"
    );
    let decision = dossier.excluded.iter().find_map(|row| {
        row.reasons.iter().find_map(|reason| match reason {
            ExclusionReason::Forbidden { decision } => Some(decision.clone()),
            _ => None,
        })
    });
    let decision = decision.unwrap();
    let cell = format!("{} 第 {} 行", decision.fact.file, decision.fact.row);
    for pair in dossier.pairs.iter_mut().filter(|pair| pair.helper == "h1") {
        pair.within_tenure = false;
        pair.locked = Some(decision.clone());
    }
    let by_lock = told(&dossier);
    assert!(
        by_lock.contains("撤销占住名额的“必须结对”决定"),
        "{by_lock}"
    );
    assert!(by_lock.contains(&cell), "{by_lock}");
    assert!(!by_lock.contains("--conflict"), "{by_lock}");
}

#[test]
fn a_pair_of_which_a_plan_was_worked_out_is_not_ruled_out() {
    let mut dossier = full_helper();
    let open = dossier.candidates.iter().find(|row| row.helper == "h1");
    let recipient = open.unwrap().recipient.clone();
    let mut row = |state, achieved| {
        dossier.regrets = Some(jiedui_explain::dossier::Regrets {
            version: 2,
            tiers: Vec::new(),
            pairs: vec![PairRegret {
                helper: "h1".to_owned(),
                recipient: recipient.clone(),
                formed: false,
                state,
                least: vec![0.0],
                achieved,
                moves: Vec::new(),
                gain: None,
            }],
        });
        dossier.is_ruled_out("h1", &recipient)
    };
    assert!(row(RegretState::Priced, None));
    assert!(!row(RegretState::Priced, Some(vec![0.0])));
    assert!(row(RegretState::Impossible, None));
}
