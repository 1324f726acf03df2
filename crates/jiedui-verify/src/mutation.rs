//! The mutation property: a plan that obeys every rule, broken in one way, is refused for it.
//!
//! The random plan comes first and the case is made to fit it tightly, so that every limit is one
//! step away.

#![allow(clippy::unwrap_used)]

use crate::sample::{Draft, amount, km, load, policy, share};
use crate::verified::{check, verify};
use crate::violation::Rule;
use jiedui_domain::{
    Amount, Case, CaseInfo, CaseTables, DecisionAction, Help, HelperId, HelperRow, Id, Load,
    PairRow, PlaceRow, Plan, PlannedPair, Quantity, RecipientId, RecipientRow, RuleFamily,
    SectorId, Wan,
};
use proptest::prelude::*;

const INDUSTRY: usize = 0;
const EDUCATION: usize = 1;
const HELPERS: usize = 5;
/// The helper of the divisible track; the others are of track `place`.
const MARKET: usize = 4;
const RECIPIENTS: usize = 3;
/// Millionths in 0.01.
const HUNDREDTH: i64 = 10_000;

/// Help of every possible pair: hundredths of 万元 and persons; `None` = no pair.
type Grid = Vec<Vec<Option<(i64, i64)>>>;

fn grid() -> impl Strategy<Value = Grid> {
    let cell = prop::option::of((1_i64..5_000, 0_i64..4));
    let rows = prop::collection::vec(prop::collection::vec(cell, RECIPIENTS), HELPERS);
    (rows, 1_i64..5_000).prop_map(|(mut grid, amount)| {
        // The pair that is broken exists in every plan.
        grid[0][0] = Some((amount, 2));
        grid
    })
}

fn worth(cell: (i64, i64)) -> i64 {
    (cell.0 + 2_500 * cell.1) * HUNDREDTH
}

/// The codes of helpers and recipients by index; id order is index order.
const HELPER_CODES: [&str; HELPERS] = ["h0", "h1", "h2", "h3", "h4"];
const RECIPIENT_CODES: [&str; RECIPIENTS] = ["r0", "r1", "r2"];

/// The case that the plan of a grid just fits, with `slack` hundredths to spare in amounts.
fn tight(grid: &Grid, slack: i64) -> (Draft, Vec<PlannedPair>) {
    let mut draft = Draft {
        tables: CaseTables {
            info: CaseInfo {
                year: 2025,
                ..Default::default()
            },
            ..Default::default()
        },
        policy: policy(),
        plan: Vec::new(),
    };
    for (code, class) in [("s", 0), ("r0", 2), ("r1", 2), ("r2", 2)] {
        draft.tables.places.push(PlaceRow {
            code: code.into(),
            hardship_class: Some(class),
            ..Default::default()
        });
    }
    let total = |cells: &mut dyn Iterator<Item = Option<(i64, i64)>>| {
        cells
            .flatten()
            .fold((0, 0), |sum, cell| (sum.0 + cell.0, sum.1 + cell.1))
    };
    let text = |hundredths: i64| Amount::from_scaled(hundredths * HUNDREDTH).to_string();
    for (index, code) in RECIPIENT_CODES.into_iter().enumerate() {
        draft.tables.recipients.push(RecipientRow {
            id: code.into(),
            weight: None,
            provenance: Default::default(),
        });
        let received = total(&mut grid.iter().map(|row| row[index]));
        draft.set_need(code, "industry", &text(received.0 + slack));
        draft.set_need(code, "education", &received.1.to_string());
    }
    let mut pairs = Vec::new();
    let mut least_support = i64::MAX;
    let mut effort = 1_000_000;
    for (index, code) in HELPER_CODES.into_iter().enumerate() {
        let given = total(&mut grid[index].iter().copied());
        draft.set_supply(code, "industry", &text(given.0 + slack));
        draft.set_supply(code, "education", &given.1.to_string());
        let budget = worth(given) + slack * HUNDREDTH;
        let formed = grid[index].iter().flatten().count();
        draft.tables.helpers.push(HelperRow {
            id: code.into(),
            track: if index == MARKET { "market" } else { "place" }.into(),
            place: Some("s".into()),
            budget: Some(Wan::from_scaled(budget)),
            max_load: Some(Load::units(formed as i64)),
            max_pairs: Some(formed as u32),
            min_pairs: Some(formed as u32),
            ..Default::default()
        });
        for (recipient, cell) in grid[index].iter().enumerate() {
            draft.tables.pairs.push(PairRow {
                helper: code.into(),
                recipient: RECIPIENT_CODES[recipient].into(),
                distance: Some(km("100")),
                fit: None,
                load: None,
                provenance: Default::default(),
            });
            let Some(cell) = cell else { continue };
            if index != MARKET {
                least_support = least_support.min(worth(*cell));
                effort = effort.min(worth(given) * 1_000_000 / budget);
            }
            let help = [
                (INDUSTRY, cell.0 * HUNDREDTH),
                (EDUCATION, cell.1 * 1_000_000),
            ];
            pairs.push(PlannedPair {
                helper: HelperId::from_index(index),
                recipient: RecipientId::from_index(recipient),
                help: help.map(|(sector, scaled)| item(sector, scaled)).to_vec(),
            });
        }
    }
    for (index, code) in RECIPIENT_CODES.into_iter().enumerate() {
        let count = grid[..MARKET]
            .iter()
            .filter(|row| row[index].is_some())
            .count() as u32;
        draft.quota(code, "place", Some(count), Some(count));
    }
    let track = draft.track("place");
    track.minimum_support = Wan::from_scaled(least_support);
    track.effort_floor = jiedui_domain::Share::from_scaled(effort);
    track.max_distance = Some(km("100"));
    track.max_hardship_gap = Some(2);
    track.max_changes = Some(0);
    draft.decide(DecisionAction::Lock, "h0", "r0");
    draft.history("h0", "r0", 2024);
    (draft, pairs)
}

fn item(sector: usize, scaled: i64) -> Help {
    Help {
        sector: SectorId::from_index(sector),
        amount: Amount::from_scaled(scaled),
    }
}

fn assemble(draft: Draft) -> Case {
    Case::assemble(draft.tables, draft.policy).unwrap()
}

/// Ways to break the pair (h0, r0), its help or the rows that it just fits; with the rule that
/// must find it.
fn break_one(
    way: usize,
    grid: &Grid,
    slack: i64,
    draft: &mut Draft,
    pairs: &mut Vec<PlannedPair>,
) -> Option<Rule> {
    let family = Rule::Family;
    let column = || grid.iter().filter_map(|row| row[0].map(|cell| cell.0));
    let others_give = column().sum::<i64>() - grid[0][0]?.0;
    let first = &mut pairs[0];
    let industry = first.help[INDUSTRY].amount.scaled();
    let raise = |first: &mut PlannedPair, by: i64| {
        first.help[INDUSTRY].amount = Amount::from_scaled(industry + by);
    };
    let formed = grid[0].iter().flatten().count() as u32;
    Some(match way {
        0 | 1 => {
            pairs.remove(0);
            family([RuleFamily::Decision, RuleFamily::Continuity][way])
        }
        2..=4 => {
            // Slack is all that need, supply and budget have left.
            raise(first, (slack + 1) * HUNDREDTH);
            family(
                [
                    RuleFamily::NeedBalance,
                    RuleFamily::SectorSupply,
                    RuleFamily::Budget,
                ][way - 2],
            )
        }
        5 => {
            raise(first, (others_give + slack + 1) * HUNDREDTH);
            family(RuleFamily::Activation)
        }
        6 => {
            raise(first, HUNDREDTH / 2);
            Rule::Granularity
        }
        7 => {
            first.help[EDUCATION].amount = amount("0.5");
            Rule::Granularity
        }
        8 => {
            raise(first, -2 * industry);
            Rule::NegativeHelp
        }
        9 => {
            first.help.clear();
            family(RuleFamily::MinimumSupport)
        }
        10 => {
            let again = first.clone();
            pairs.push(again);
            Rule::Duplicate
        }
        11 => {
            first.recipient = RecipientId::from_index(RECIPIENTS);
            Rule::UnknownId
        }
        12 => {
            pairs.retain(|pair| pair.helper.index() != MARKET);
            pairs.push(PlannedPair {
                helper: HelperId::from_index(MARKET),
                recipient: RecipientId::from_index(1),
                help: Vec::new(),
            });
            Rule::EmptyHelp
        }
        13 => {
            draft.helper("h0").place = Some("r0".into());
            Rule::SamePlace
        }
        14 => {
            draft.tables.decisions.clear();
            draft.decide(DecisionAction::Forbid, "h0", "r0");
            Rule::ForbiddenPair
        }
        15 => {
            draft.track("place").max_distance = Some(km("99.999999"));
            Rule::DistanceLimit
        }
        16 => {
            draft.track("place").max_hardship_gap = Some(1);
            Rule::HardshipLimit
        }
        17 => {
            // Another recipient takes the place of r0, which has one helper too few.
            let free = grid[0].iter().position(Option::is_none)?;
            first.recipient = RecipientId::from_index(free);
            family(RuleFamily::RecipientQuota)
        }
        18 => {
            draft.helper("h0").max_pairs = Some(formed - 1);
            family(RuleFamily::HelperQuota)
        }
        19 => {
            draft.helper("h0").min_pairs = Some(formed + 1);
            family(RuleFamily::HelperQuota)
        }
        20 => {
            let limit = i64::from(formed) * 1_000_000 - 1;
            draft.helper("h0").max_load = Some(Load::from_scaled(limit));
            family(RuleFamily::HelperLoad)
        }
        21 => {
            draft.track("place").effort_floor = share("1");
            let row = draft.helper("h0");
            row.budget = row
                .budget
                .map(|budget| Wan::from_scaled(budget.scaled() + 1));
            family(RuleFamily::EffortFloor)
        }
        22 => {
            for recipient in RECIPIENT_CODES {
                draft.set_need(recipient, "education", "0");
            }
            draft.set_supply("h0", "industry", "0");
            draft.set_supply("h0", "education", "1");
            Rule::CommonSector
        }
        _ => return None,
    })
}

const WAYS: usize = 23;

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn plan_broken_in_one_way_is_refused_for_it(grid in grid(), slack in 0_i64..50) {
        let (draft, pairs) = tight(&grid, slack);
        let whole = check(&assemble(draft), &Plan::new(pairs));
        prop_assert!(whole.holds(), "{:#?}", whole.violations);
        for way in 0..WAYS {
            let (mut draft, mut pairs) = tight(&grid, slack);
            let Some(rule) = break_one(way, &grid, slack, &mut draft, &mut pairs) else {
                continue;
            };
            let verdict = verify(&assemble(draft), Plan::new(pairs)).err();
            let is_found = verdict.as_ref().is_some_and(|verdict| {
                verdict.violations.iter().any(|violation| violation.rule == rule)
            });
            prop_assert!(is_found, "way {} should break {:?}: {:#?}", way, rule, verdict);
        }
    }
}

/// Every rule is the one that some way of breaking a plan must be found by.
#[test]
fn ways_to_break_a_plan_cover_every_rule() {
    let mut grid: Grid = vec![vec![None; RECIPIENTS]; HELPERS];
    grid[0][0] = Some((100, 2));
    grid[1][1] = Some((100, 1));
    let mut found: Vec<Rule> = (0..WAYS)
        .filter_map(|way| {
            let (mut draft, mut pairs) = tight(&grid, 1);
            break_one(way, &grid, 1, &mut draft, &mut pairs)
        })
        .collect();
    found.sort();
    found.dedup();
    let families = RuleFamily::ALL.into_iter().map(Rule::Family);
    let mut all: Vec<Rule> = Rule::STRUCTURE.into_iter().chain(families).collect();
    all.sort();
    assert_eq!(found, all);
}

/// 400 pairs out of 16,000 possible ones.
///
/// The time is that of one check and one look at all measures in a debug build, which is slower
/// than what users run; the limit is generous because machines are shared.
#[test]
fn large_plan_is_checked_quickly() {
    let mut draft = Draft::valid();
    draft.tables.needs.clear();
    draft.tables.supply.clear();
    draft.tables.pairs.clear();
    draft.tables.history.clear();
    draft.tables.decisions.clear();
    draft.tables.recipients.clear();
    draft.tables.helpers.clear();
    draft.tables.places.truncate(1);
    let names: Vec<(String, String)> = (0..400)
        .map(|index| (format!("h{index:03}"), format!("r{:02}", index % 40)))
        .collect();
    for (_, recipient) in &names[..40] {
        draft.tables.places.push(PlaceRow {
            code: recipient.clone(),
            ..Default::default()
        });
        draft.tables.recipients.push(RecipientRow {
            id: recipient.clone(),
            weight: None,
            provenance: Default::default(),
        });
        draft.set_need(recipient, "industry", "1234.56");
    }
    for (helper, _) in &names {
        draft.add_idle_helper(helper, "soe");
        draft.set_supply(helper, "industry", "77.77");
        for (_, recipient) in &names[..40] {
            draft.tables.pairs.push(PairRow {
                helper: helper.clone(),
                recipient: recipient.clone(),
                distance: Some(km("123.4")),
                fit: None,
                load: Some(load("1")),
                provenance: Default::default(),
            });
        }
    }
    draft.track("place").recipient_min = 0;
    draft.plan.clear();
    let (case, _) = draft.build();
    let pairs = (0..400).map(|index| PlannedPair {
        helper: HelperId::from_index(index),
        recipient: RecipientId::from_index(index % 40),
        help: vec![item(INDUSTRY, 77_770_000)],
    });
    let plan = Plan::new(pairs.collect());
    let start = std::time::Instant::now();
    let verdict = check(&case, &plan);
    let values = crate::measures::measures(&case, &plan);
    let elapsed = start.elapsed();
    assert!(verdict.holds(), "{:#?}", verdict.violations);
    assert_eq!(values.len(), 11);
    assert!(elapsed.as_millis() < 1_000, "took {elapsed:?}");
}
