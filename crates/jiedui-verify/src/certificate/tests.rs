#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::sample::{Draft, decimal_value, load};
use jiedui_domain::{Id, Measure, Quantity, RuleFamily};
use proptest::prelude::*;

fn objective(measure: Measure, priority: u32) -> Objective {
    Objective {
        weight: if priority == 1 { 1.0 } else { 0.75 },
        ..Objective::plain(measure, priority)
    }
}

/// The sample with these measures as priorities 1, 2, …, and with a load, a history and a lock in force.
fn case_of(measures: &[Measure]) -> (Case, Plan) {
    let mut draft = Draft::valid();
    draft.helper("h1").max_load = Some(load("3"));
    draft.history("h3", "p", 2025);
    draft.quota("q", "place", Some(1), Some(2));
    draft.policy.objectives = measures
        .iter()
        .zip(1..)
        .map(|(measure, priority)| objective(*measure, priority))
        .collect();
    draft.build()
}

fn part(priority: u32) -> TierCertificate {
    TierCertificate {
        priority,
        ..TierCertificate::default()
    }
}

fn certificate(check: &CertificateCheck<'_>, plan: &Plan, tiers: u32) -> Certificate {
    let mut parts: Vec<TierCertificate> = (1..=tiers).map(part).collect();
    for place in 0..parts.len() - 1 {
        parts[place].kept = check.kept_by(plan, place);
    }
    Certificate {
        format_version: FORMAT_VERSION,
        tiers: parts,
    }
}

/// Every row of the case that can have a price, with its sign: 1, −1, or 0 for any.
fn rows(check: &CertificateCheck<'_>, place: usize) -> Vec<(RowPrice, i32)> {
    let case = check.ground.case;
    let recipients: Vec<String> = case
        .recipients
        .ids()
        .map(|id| case.recipient_code(id).to_owned())
        .collect();
    let helpers: Vec<String> = case.helpers.values().map(|row| row.code.clone()).collect();
    let sectors: Vec<String> = case
        .policy
        .sectors
        .values()
        .map(|row| row.code.clone())
        .collect();
    let tracks: Vec<String> = case
        .policy
        .tracks
        .values()
        .map(|row| row.code.clone())
        .collect();
    let numbers: Vec<String> = (1..=case.policy.objectives.len())
        .map(|n| n.to_string())
        .collect();
    let mut names: Vec<(String, Vec<String>)> = Vec::new();
    let codes = RuleFamily::ALL.map(RuleFamily::code).into_iter();
    let codes = codes.chain(Measure::ALL.map(Measure::code)).chain(["kept"]);
    let all = [&recipients, &helpers, &sectors, &tracks, &numbers];
    for rule in codes {
        for first in all.into_iter().flatten() {
            names.push((rule.to_owned(), vec![first.clone()]));
            for second in all.into_iter().flatten() {
                names.push((rule.to_owned(), vec![first.clone(), second.clone()]));
            }
        }
    }
    names.sort();
    names.dedup();
    let priorities: Vec<u32> = check.tiers.iter().map(|(priority, _)| *priority).collect();
    let accepts = |row: &RowPrice, price: &str| {
        let mut tier = part(1);
        tier.prices.push(RowPrice {
            price: price.to_owned(),
            ..row.clone()
        });
        read_prices(&check.ground, &priorities, place, &tier).is_ok()
    };
    names
        .into_iter()
        .filter_map(|(rule, of)| {
            let row = RowPrice {
                rule,
                of,
                price: String::new(),
            };
            match (accepts(&row, "1"), accepts(&row, "-1")) {
                (true, true) => Some((row, 0)),
                (true, false) => Some((row, 1)),
                (false, true) => Some((row, -1)),
                (false, false) => None,
            }
        })
        .collect()
}

/// A number from a stream of random ones, mostly small, sometimes large, often none.
fn draw(numbers: &mut impl Iterator<Item = i32>) -> f64 {
    let number = numbers.next().unwrap_or(0);
    match number.rem_euclid(7) {
        0..=2 => 0.0,
        3 | 4 => f64::from(number) * 1e-6,
        5 => f64::from(number) * 1e-3,
        _ => f64::from(number),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the prices, potentials and hints are: no bound is below what a plan reaches.
    #[test]
    fn any_figures_bound_the_plan(
        first in 0..Measure::ALL.len(),
        second in 0..Measure::ALL.len(),
        by_helpers in any::<bool>(),
        numbers in proptest::collection::vec(-100_i32..100, 64),
    ) {
        let (case, plan) = case_of(&[Measure::ALL[first], Measure::ALL[second]]);
        let check = CertificateCheck::new(&case);
        let mut numbers = numbers.into_iter().cycle();
        let mut whole = certificate(&check, &plan, 2);
        for place in 0..2 {
            let mut tier = whole.tiers[place].clone();
            for (row, sign) in rows(&check, place) {
                let price = draw(&mut numbers);
                let price = if sign == 0 { price } else { price.abs() * f64::from(sign) };
                if price != 0.0 {
                    tier.prices.push(RowPrice { price: format!("{price:?}"), ..row });
                }
            }
            let mut figure = |code: &str| Figure { of: code.to_owned(), value: format!("{:?}", draw(&mut numbers)) };
            let place_track = if by_helpers {
                TrackProof::Portfolios {
                    track: "place".to_owned(),
                    helpers: ["h1", "h2"].map(|code| Portfolio {
                        helper: code.to_owned(),
                        budget_price: figure(code).value,
                        best: figure(code).value,
                    }).into(),
                }
            } else {
                TrackProof::Matching {
                    track: "place".to_owned(),
                    recipients: ["p", "q"].map(&mut figure).into(),
                    helpers: ["h1", "h2"].map(&mut figure).into(),
                }
            };
            tier.tracks = vec![place_track, TrackProof::Matching {
                track: "soe".to_owned(),
                recipients: vec![figure("q")],
                helpers: vec![figure("h3")],
            }];
            whole.tiers[place] = tier;
            let bound = check.prove(&whole, place);
            prop_assert!(bound.is_ok(), "{bound:?}");
            let bound = decimal(&bound.unwrap()).unwrap();
            let value = check.value(&plan, place).unwrap();
            prop_assert!(bound >= value, "place {place}: {bound} < {value}");
        }
    }
}

#[test]
fn every_kind_of_row_is_looked_at() {
    let (case, _) = case_of(&Measure::ALL);
    let check = CertificateCheck::new(&case);
    let found: std::collections::BTreeSet<String> = rows(&check, 10)
        .into_iter()
        .map(|(row, _)| row.rule)
        .collect();
    let expected = [
        "budget",
        "continuity",
        "coverage_floor",
        "effort_balance",
        "effort_floor",
        "equity",
        "fit_floor",
        "helper_load",
        "kept",
        "need_balance",
        "recipient_quota",
        "sector_supply",
    ];
    assert_eq!(found.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn bound_by_hand() {
    // pairs are minimised: both recipients have a pair of track place, nothing else is demanded but the
    // young pair h2–q, which is one of them. Potentials of −1 at the recipients prove −2.
    let (case, plan) = case_of(&[Measure::Pairs]);
    let check = CertificateCheck::new(&case);
    let mut whole = certificate(&check, &plan, 1);
    // Without figures: what is demanded costs 1 each.
    let demanded = check.ground.arcs.iter().filter(|arc| arc.demanded).count();
    assert_eq!(check.prove(&whole, 0).unwrap(), format!("-{demanded}"));
    let figure = |code: &str| Figure {
        of: code.to_owned(),
        value: "-1".to_owned(),
    };
    whole.tiers[0].tracks = vec![TrackProof::Matching {
        track: "place".to_owned(),
        recipients: vec![figure("p"), figure("q")],
        helpers: Vec::new(),
    }];
    let of_place = check
        .ground
        .arcs
        .iter()
        .filter(|arc| arc.demanded && case.policy.tracks[arc.track].code != "place")
        .count();
    assert_eq!(
        check.prove(&whole, 0).unwrap(),
        format!("-{}", 2 + of_place)
    );
    assert_eq!(check.value(&plan, 0), Some(-decimal_value("3")));
    // With the bound stated it holds; with another one it is refused.
    whole.tiers[0].bound = Some(check.prove(&whole, 0).unwrap());
    assert!(check.check(&plan, &whole).is_ok());
    whole.tiers[0].bound = Some("-2.5".to_owned());
    let refusal = check.check(&plan, &whole).unwrap_err();
    assert!(
        matches!(refusal, CertificateRefusal::NotProven { .. }),
        "{refusal}"
    );
}

#[test]
fn kept_floor_raises_what_a_pair_must_bring_and_drops_weak_ones() {
    let (case, plan) = case_of(&[Measure::CoverageFloor, Measure::Coverage]);
    let check = CertificateCheck::new(&case);
    let mut least = untightened(&check.ground);
    let before = least.clone();
    let reached = check.value(&plan, 0).unwrap();
    tighten(&check.ground, &mut least, 0, &reached);
    for ((arc, was), now) in check.ground.arcs.iter().zip(&before).zip(&least) {
        let in_plan = plan.pair(arc.helper, arc.recipient).is_some();
        assert!(!in_plan || now.is_some());
        assert!(now.is_none_or(|now| now >= was.unwrap()));
    }
    let mut impossible = before.clone();
    tighten(&check.ground, &mut impossible, 0, &decimal_value("2"));
    let stays = |index: usize| impossible[index].is_some();
    let arcs = check.ground.arcs.iter().enumerate();
    assert!(
        arcs.filter(|(index, _)| stays(*index))
            .all(|(_, arc)| arc.demanded || !arc.forms_pair)
    );
}

/// What a plan's pairs of all tracks but one bring beyond a threshold is no more than what the check says that
/// they could: in the sample 60 万元 of at most 100.
#[test]
fn others_bring_no_more_beyond_a_threshold_than_is_counted() {
    let mut draft = Draft::valid();
    draft.track("soe").helper_max = Some(1);
    draft.policy.objectives = vec![
        objective(Measure::CoverageFloor, 1),
        objective(Measure::Coverage, 2),
    ];
    let (case, plan) = draft.build();
    let check = CertificateCheck::new(&case);
    let least = untightened(&check.ground);
    let mut brought_at_all = false;
    for (apart, policy) in case.policy.tracks.iter() {
        let brought: Vec<i128> = case
            .recipients
            .ids()
            .map(|recipient| {
                let arcs = check.ground.of_recipient[recipient.index()].iter();
                let arcs = arcs.map(|index| &check.ground.arcs[*index]);
                arcs.filter(|arc| arc.track != apart)
                    .filter_map(|arc| plan.pair(arc.helper, arc.recipient))
                    .flat_map(|pair| &pair.help)
                    .map(|help| {
                        let worth = case.policy.sectors[help.sector].value.scaled();
                        i128::from(help.amount.scaled()) * i128::from(worth)
                    })
                    .sum()
            })
            .collect();
        for threshold in [0, 1, 5, 20, 60] {
            let text = threshold.to_string();
            let price = RowPrice {
                rule: "lacking".to_owned(),
                of: vec![policy.code.clone(), text],
                price: "1".to_owned(),
            };
            let part = TierCertificate {
                prices: vec![price],
                ..part(2)
            };
            let Ok(prices) = read_prices(&check.ground, &[1, 2], 1, &part) else {
                continue;
            };
            let mut lacking = Lacking::none(&check.ground);
            lacking.price(&prices);
            let counted = lacking.constant(&check.ground, &least);
            let step = grains::worth_price(&decimal_value("1"));
            let threshold = i128::from(threshold) * 10_i128.pow(12);
            let beyond: i128 = brought.iter().map(|known| (known - threshold).max(0)).sum();
            assert!(
                counted >= &step * beyond,
                "{} beyond {threshold}",
                policy.code
            );
            brought_at_all |= beyond > 0;
        }
    }
    assert!(brought_at_all);
}

/// 2^127 − 1 steps, the greatest threshold that is one: nothing is lacking beyond it, so it proves as much as none.
#[test]
fn a_threshold_beyond_all_numbers_counts_nothing() {
    let mut draft = Draft::valid();
    draft.track("place").minimum_support = jiedui_domain::Wan::units(1);
    draft.quota("p", "place", Some(0), Some(1));
    draft.quota("q", "place", Some(0), Some(1));
    draft.policy.objectives = vec![
        objective(Measure::CoverageFloor, 1),
        objective(Measure::Coverage, 2),
    ];
    let (case, plan) = draft.build();
    let check = CertificateCheck::new(&case);
    let mut whole = certificate(&check, &plan, 2);
    for kept in ["0", "0.1", "9e99"] {
        whole.tiers[0].kept = Some(kept.to_owned());
        whole.tiers[1].prices.clear();
        let without = check.prove(&whole, 1);
        whole.tiers[1].prices.push(RowPrice {
            rule: "lacking".to_owned(),
            of: vec![
                "place".to_owned(),
                "170141183460469231731687303.715884105727".to_owned(),
            ],
            price: "1e-20".to_owned(),
        });
        assert_eq!(check.prove(&whole, 1), without, "{kept}");
    }
}
