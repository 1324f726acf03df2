//! What is told after solving again: prices of limits, other plans, changes of one datum.

use super::{small, widest};
use crate::clean::Medium;
use crate::wording::Wording;
use crate::{Depth, limit_prices, plan_alternatives, why_not};
use jiedui_domain::Termination;
use jiedui_explain::Dossier;
use jiedui_explain::comparison::{ChainTold, CoverageChange, MoveTold, TrackMoves};
use jiedui_explain::conflict::{Party, TrackName};
use jiedui_explain::counterfactual::{Counterfactuals, DatumKind, Trial, TrialOutcome};
use jiedui_explain::decisions::{Price, TierPrice};
use jiedui_explain::dossier::{LimitKind, UnitOfMeasure};
use jiedui_explain::limit_prices::{AmountPrice, LimitPrices, RuleLimit, RulePrice, Worth};
use jiedui_explain::plan_alternatives::{
    AlternativePlan, AlternativesEnd, PlanAlternatives, TierPair,
};
use jiedui_explain::why_not::{Answer, Asked, Cost, Finding, TierLoss, WhyNot};
use jiedui_messages::Lang;

const DEPTHS: [(Depth, &str); 3] = [
    (Depth::Line, "line"),
    (Depth::Page, "page"),
    (Depth::Full, "full"),
];

fn helper(dossier: &Dossier, index: usize) -> Party {
    let entry = &dossier.helpers[index];
    Party {
        code: entry.code.clone(),
        name: entry.name.clone(),
    }
}

fn recipient(dossier: &Dossier, index: usize) -> Party {
    let entry = &dossier.recipients[index];
    Party {
        code: entry.code.clone(),
        name: entry.name.clone(),
    }
}

fn track(dossier: &Dossier) -> TrackName {
    TrackName {
        code: dossier.tracks[0].code.clone(),
        title: dossier.tracks[0].title.clone(),
    }
}

fn prices(dossier: &Dossier) -> LimitPrices {
    let (first, second) = (dossier.tiers[0].priority, dossier.tiers[1].priority);
    let sector = dossier.sectors[0].code.clone();
    let of_helper = |index, sector: Option<&String>, unit, limit, worth| AmountPrice {
        kind: match sector {
            Some(_) => LimitKind::SectorSupply,
            None => LimitKind::Budget,
        },
        helper: Some(helper(dossier, index)),
        recipient: None,
        sector: sector.cloned(),
        limit,
        unit,
        fact: None,
        worth,
    };
    let even = Worth::Even {
        priority: first,
        per_unit: 4.312e-6,
        from: 900.0,
        to: 1_750.0,
        at_end: 4.312e-6 * 750.0,
    };
    let step = |change| Worth::Step {
        priority: second,
        step: 1.0,
        change,
    };
    let person = UnitOfMeasure::Person;
    let wan = UnitOfMeasure::Wan;
    let tier = |index: usize, without: f64, least, most| TierPrice {
        priority: dossier.tiers[index].priority,
        with: 0.5,
        without,
        comparable: true,
        least: Some(least),
        most: Some(most),
    };
    let rule = |limit, tiers, pairs_changed| RulePrice {
        limit,
        track: track(dossier),
        helper: Some(helper(dossier, 0)),
        recipient: Some(recipient(dossier, 0)),
        from: 1.0,
        to: 2.0,
        unit: UnitOfMeasure::Pairs,
        price: Price {
            tiers,
            gain: None,
            pairs_changed,
            termination: Some(Termination::EffortSpent),
        },
    };
    LimitPrices {
        format_version: 1,
        helper: None,
        recipient: None,
        tiers: dossier.tiers.clone(),
        held: vec![0.5, 0.6, 1.0],
        amounts: vec![
            of_helper(0, None, wan, 1_000.0, even),
            of_helper(1, Some(&sector), person, 4.0, step(0.0021)),
            AmountPrice {
                helper: None,
                recipient: Some(recipient(dossier, 1)),
                ..of_helper(1, Some(&sector), wan, 80.0, step(-0.0004))
            },
            of_helper(2, None, wan, 12.5, Worth::Nothing { tried: 12.5 }),
            of_helper(1, None, wan, 30.0, Worth::Breaks { tried: 1.0 }),
        ],
        rules: Some(vec![
            rule(RuleLimit::HelperMax, vec![tier(0, 0.6, 0.1, 0.1)], 2),
            rule(RuleLimit::RecipientMax, vec![tier(0, 0.6, 0.05, 0.2)], 3),
            rule(RuleLimit::TrackHelperMax, vec![tier(0, 0.5, 0.0, 0.02)], 0),
            rule(
                RuleLimit::TrackRecipientMax,
                vec![tier(0, 0.5, 0.0, 0.0)],
                0,
            ),
            rule(RuleLimit::MaxChanges, Vec::new(), 0),
        ]),
        interrupted: true,
    }
}

#[test]
fn prices_of_limits_read() {
    let dossier = small();
    let all = prices(&dossier);
    let of_one = LimitPrices {
        helper: Some(helper(&dossier, 2)),
        amounts: all.amounts[3..].to_vec(),
        rules: None,
        interrupted: false,
        ..all.clone()
    };
    for lang in Lang::ALL {
        for (depth, name) in DEPTHS {
            for (what, prices) in [("all", &all), ("one", &of_one)] {
                let text = limit_prices::terminal(prices, &dossier, depth, lang, 80);
                assert!(widest(&text) <= 80, "{text}");
                let name = format!("limits_{what}_{name}_{}", lang.code());
                insta::assert_snapshot!(name, text);
            }
        }
    }
}

fn alternatives(dossier: &Dossier) -> PlanAlternatives {
    let codes = |index: usize| Some(dossier.recipients[index].code.clone());
    let moved = MoveTold {
        helper: dossier.helpers[0].code.clone(),
        from: codes(0),
        to: codes(1),
    };
    let came = MoveTold {
        helper: dossier.helpers[1].code.clone(),
        from: None,
        to: codes(0),
    };
    let plan = |differs, earlier: &[usize], most| AlternativePlan {
        differs,
        differs_from_earlier: earlier.to_vec(),
        most_together: most,
        tiers: dossier
            .tiers
            .iter()
            .map(|tier| TierPair {
                priority: tier.priority,
                run: tier.in_plan,
                plan: tier.in_plan - 0.004,
            })
            .collect(),
        moves: vec![TrackMoves {
            track: dossier.tracks[0].code.clone(),
            kept: 2,
            ended: differs,
            begun: differs,
            chains: vec![ChainTold {
                closed: false,
                moves: vec![moved.clone(), came.clone()],
            }],
        }],
        coverage: vec![CoverageChange {
            recipient: dossier.recipients[0].code.clone(),
            before: Some(0.5),
            after: Some(0.45),
        }],
    };
    PlanAlternatives {
        format_version: 1,
        tiers: dossier.tiers.clone(),
        within: 0.01,
        asked: 3,
        pairs: 5,
        plans: vec![plan(2, &[], 3), plan(1, &[2], 5)],
        ended: Some(AlternativesEnd::NoneFound),
    }
}

#[test]
fn other_plans_read() {
    let dossier = small();
    let some = alternatives(&dossier);
    let none = PlanAlternatives {
        plans: Vec::new(),
        ended: Some(AlternativesEnd::NoOther),
        ..some.clone()
    };
    for lang in Lang::ALL {
        for (depth, name) in DEPTHS {
            for (what, found) in [("some", &some), ("none", &none)] {
                let text = plan_alternatives::terminal(found, &dossier, depth, lang, 80);
                assert!(widest(&text) <= 80, "{text}");
                let name = format!("alternatives_{what}_{name}_{}", lang.code());
                insta::assert_snapshot!(name, text);
            }
        }
    }
}

fn trial(kind: DatumKind, sector: Option<String>, from: f64, to: f64, forms: bool) -> Trial {
    Trial {
        kind,
        sector,
        from,
        furthest: to,
        unit: match kind {
            DatumKind::Distance => UnitOfMeasure::Km,
            DatumKind::Fit => UnitOfMeasure::Plain,
            _ => UnitOfMeasure::Wan,
        },
        fact: None,
        outcome: if forms {
            TrialOutcome::Forms { to, not_yet: from }
        } else {
            TrialOutcome::NotWithin
        },
    }
}

#[test]
fn changes_of_one_datum_read() {
    let dossier = small();
    let sector = Some(dossier.sectors[0].code.clone());
    let forming = vec![
        trial(DatumKind::Distance, None, 300.0, 280.0, true),
        trial(DatumKind::Fit, None, 0.5, 0.61, true),
        trial(DatumKind::Budget, None, 1_000.0, 1_250.0, true),
        trial(DatumKind::Supply, sector.clone(), 0.0, 40.0, true),
        trial(DatumKind::Need, sector.clone(), 100.0, 200.0, false),
        Trial {
            outcome: TrialOutcome::Unsteady,
            ..trial(DatumKind::Need, sector, 100.0, 200.0, false)
        },
    ];
    let not = |trials: &[Trial]| {
        let trials = trials.iter().cloned();
        trials
            .map(|one| Trial {
                outcome: TrialOutcome::NotWithin,
                ..one
            })
            .collect::<Vec<_>>()
    };
    let found = |unchanged_forms, trials| Counterfactuals {
        unchanged_forms,
        trials,
        solves: 9,
    };
    let none = found(false, not(&forming));
    for lang in Lang::ALL {
        for (what, counterfactuals) in [
            ("some", found(false, forming.clone())),
            ("none", none.clone()),
            ("unchanged", found(true, Vec::new())),
        ] {
            let answer = WhyNot {
                format_version: 1,
                asked: Asked::Formed,
                track: track(&dossier),
                helper: helper(&dossier, 0),
                recipient: recipient(&dossier, 1),
                tiers: dossier.tiers.clone(),
                answer: Answer::NotFound {
                    termination: Termination::EffortSpent,
                },
                counterfactuals: Some(counterfactuals),
            };
            for (depth, name) in &DEPTHS {
                let text = why_not::terminal(&answer, &dossier, *depth, lang, 80);
                assert!(widest(&text) <= 80, "{text}");
                let name = format!("counterfactual_{what}_{name}_{}", lang.code());
                insta::assert_snapshot!(name, text);
            }
        }
    }
}

/// An answer by a plan that loses nothing and has so much `more` of the last priority.
fn costs_nothing(dossier: &Dossier, more: f64) -> WhyNot {
    let tiers = dossier.tiers.iter().map(|tier| TierLoss {
        priority: tier.priority,
        run: tier.in_plan,
        asked: tier.in_plan,
        comparable: true,
        least: Some(0.0),
        achieved: Some(0.0),
        values: Vec::new(),
    });
    let mut tiers: Vec<TierLoss> = tiers.collect();
    tiers.last_mut().unwrap().asked += more;
    let change = |index: usize, before, after| CoverageChange {
        recipient: recipient(dossier, index).code,
        before: Some(before),
        after: Some(after),
    };
    WhyNot {
        format_version: 1,
        asked: Asked::Formed,
        track: track(dossier),
        helper: helper(dossier, 0),
        recipient: recipient(dossier, 1),
        tiers: dossier.tiers.clone(),
        answer: Answer::Priced(Cost {
            finding: Finding::NoLoss,
            tiers,
            by_command: false,
            termination: Termination::EffortSpent,
            moves: Vec::new(),
            falls: vec![change(0, 0.5, 0.4), change(1, 0.442_3, 0.441_9)],
            rises: Vec::new(),
        }),
        counterfactuals: None,
    }
}

#[test]
fn what_changes_of_a_score_is_told_measure_by_measure() {
    let dossier = small();
    let mut answer = costs_nothing(&dossier, -0.5);
    let Answer::Priced(cost) = &mut answer.answer else {
        unreachable!("it is priced");
    };
    let place = dossier
        .tiers
        .iter()
        .position(|tier| tier.objectives.len() > 1)
        .unwrap();
    let values = dossier.tiers[place].objectives.iter();
    let values = values.map(|one| one.value.as_ref().unwrap().value);
    cost.tiers[place].values = values.collect();
    // The fit stays as it is; the distance grows from 1,721 km.
    cost.tiers[place].values[1] += 500.0;
    let page = why_not::terminal(&answer, &dossier, Depth::Page, Lang::En, 2_000);
    let told = "What changes of the combined score in the plan found: total distance from 1,721 km to \
                2,221 km.";
    assert!(page.contains(told), "{page}");
}

#[test]
fn a_better_last_priority_is_told_and_a_change_that_no_figure_shows_is_counted() {
    let dossier = small();
    for (lang, missed, unseen) in [
        (Lang::Zh, "本次运行没有找到这个方案", "另有 1 个有变化"),
        (Lang::En, "the run did not find it", "1 more change"),
    ] {
        for (depth, _) in &DEPTHS {
            let told = |more: f64| {
                let answer = costs_nothing(&dossier, more);
                let text = why_not::terminal(&answer, &dossier, *depth, lang, 2_000);
                (text.contains(missed), text)
            };
            assert!(told(0.5).0, "{}", told(0.5).1);
            assert!(!told(0.0).0, "{}", told(0.0).1);
            // Less than a figure shows is no claim.
            assert!(!told(1e-6).0, "{}", told(1e-6).1);
            if *depth != Depth::Line {
                let text = told(0.0).1;
                assert!(text.contains("50.0% → 40.0%"), "{text}");
                assert!(!text.contains("44.2% → 44.2%"), "{text}");
                assert!(text.contains(unseen), "{text}");
            }
        }
    }
}

/// The same by a plan that loses `loss` of a priority, of which `least` is proven.
fn costs(dossier: &Dossier, place: usize, (run, loss, least): (f64, f64, f64)) -> WhyNot {
    let mut why = costs_nothing(dossier, 0.0);
    if let Answer::Priced(cost) = &mut why.answer {
        let tier = &mut cost.tiers[place];
        (tier.run, tier.asked) = (run, run - loss);
        (tier.least, tier.achieved) = (Some(least), Some(loss));
        let priority = tier.priority;
        cost.finding = Finding::Loses { priority };
    }
    why
}

#[test]
fn a_loss_told_as_a_limit_is_what_the_figures_beside_it_show() {
    let dossier = small();
    let last = dossier.tiers.len() - 1;
    // By themselves 8.923, 7.537 and, as "at most", 1.387.
    let figures = (8.922_95, 8.922_95 - 7.536_6, 0.0);
    for least in [0.0, 0.5] {
        let answer = costs(&dossier, last, (figures.0, figures.1, least));
        for (depth, _) in &DEPTHS {
            let text = why_not::terminal(&answer, &dossier, *depth, Lang::Zh, 2_000);
            assert!(text.contains("由 8.923 变为 7.536"), "{text}");
            assert!(text.contains("损失 1.387"), "{text}");
            assert!(!text.contains("7.537") && !text.contains("1.386"), "{text}");
        }
    }
    // An exact loss is the plain difference.
    let exact = costs(&dossier, last, (figures.0, figures.1, figures.1));
    let text = why_not::terminal(&exact, &dossier, Depth::Line, Lang::Zh, 2_000);
    assert!(text.contains("由 8.923 变为 7.537，损失 1.386"), "{text}");
}

#[test]
fn a_cost_of_which_nothing_is_proven_in_an_urgent_priority_is_told_as_not_settled() {
    let dossier = small();
    let last = dossier.tiers.len() - 1;
    for (lang, words) in [(Lang::Zh, "代价未定"), (Lang::En, "ot settled")] {
        for (depth, _) in &DEPTHS {
            let told = |place, least| {
                let answer = costs(&dossier, place, (0.44, 0.05, least));
                why_not::terminal(&answer, &dossier, *depth, lang, 2_000)
            };
            let text = told(0, 0.0);
            assert!(text.contains(words) && !text.contains("至多"), "{text}");
            assert!(!text.contains("at most"), "{text}");
            for settled in [told(0, 0.01), told(0, 0.05), told(last, 0.0)] {
                assert!(!settled.contains(words), "{settled}");
            }
        }
    }
}

#[test]
fn an_answer_that_was_cut_short_says_so() {
    let dossier = small();
    let mut answer = costs_nothing(&dossier, 0.0);
    let wording = Wording {
        dossier: &dossier,
        lang: Lang::Zh,
        medium: Medium::Office,
    };
    for (termination, words) in [
        (Termination::TimeLimit, Some("到达时间上限")),
        (Termination::Interrupted, Some("提前中断")),
        (Termination::EffortSpent, None),
    ] {
        if let Answer::Priced(cost) = &mut answer.answer {
            cost.termination = termination;
        }
        let text = why_not::terminal(&answer, &dossier, Depth::Page, Lang::Zh, 2_000);
        let in_word = format!("{:?}", why_not::brief(&answer, wording));
        for told in [text, in_word] {
            for known in ["到达时间上限", "提前中断"] {
                assert_eq!(told.contains(known), words == Some(known), "{told}");
            }
        }
    }
    answer.answer = Answer::NotFound {
        termination: Termination::TimeLimit,
    };
    let text = why_not::terminal(&answer, &dossier, Depth::Page, Lang::Zh, 2_000);
    assert!(text.contains("--time-limit"), "{text}");
}

#[test]
fn what_makes_a_pair_impossible_is_told() {
    let mut dossier = small();
    let mut asked = costs_nothing(&dossier, 0.0);
    asked.answer = Answer::Impossible;
    let all_tell = |dossier: &Dossier, asked: &WhyNot, reason: &str| {
        for (depth, _) in DEPTHS {
            let text = why_not::terminal(asked, dossier, depth, Lang::Zh, 2_000);
            assert!(text.contains(reason), "{text}");
        }
    };
    all_tell(&dossier, &asked, "几条规则和现有数据合在一起办不到");
    // Of a pair that every plan has: what demands it.
    asked.asked = Asked::NotFormed;
    let formed = &mut dossier.pairs[0];
    formed.locked = None;
    formed.within_tenure = true;
    asked.helper.code.clone_from(&formed.helper);
    asked.recipient.code.clone_from(&formed.recipient);
    all_tell(&dossier, &asked, "未满最短结对年限，必须延续");
}
