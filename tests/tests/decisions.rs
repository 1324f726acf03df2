//! Random small cases with decisions: the price of each is what brute force finds.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{Case, Decision, DecisionAction, HelperId, Id, RecipientId};
use jiedui_engine::decision_report::DecisionPrices;
use jiedui_engine::{Unwatched, decision_prices};
use jiedui_tests::brute_force::{TOLERANCE, best};
use jiedui_tests::decide;
use jiedui_tests::random_case::{draft, drawn};
use jiedui_tests::runs::{options_of, planned};
use proptest::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

static PRICED: AtomicUsize = AtomicUsize::new(0);
static COSTLY: AtomicUsize = AtomicUsize::new(0);

/// The case with decisions of these kinds about these pairs, besides its own.
fn decided(case: &Case, extra: &[(usize, usize, bool)]) -> Case {
    let mut case = case.clone();
    for (helper, recipient, lock) in extra {
        let helper = HelperId::from_index(helper % case.helpers.len());
        let recipient = RecipientId::from_index(recipient % case.recipients.len());
        let divisible = case.policy.tracks[case.helpers[helper].track].divisible;
        let known = |row: &Decision| (row.helper, row.recipient) == (helper, recipient);
        if divisible || case.decisions.iter().any(known) {
            continue;
        }
        let action = if *lock {
            DecisionAction::Lock
        } else {
            DecisionAction::Forbid
        };
        decide(&mut case, action, helper, recipient);
    }
    case
}

fn priced_as_brute_force_finds(case: &Case) -> Result<(), TestCaseError> {
    let mut options = options_of(case);
    options.solver.gap = 1e-6;
    let Some(run) = planned(case, &options) else {
        return Ok(());
    };
    let Some(with) = best(case).values() else {
        return Ok(());
    };
    let tiers = &run.dossier.tiers;
    let plan = run.plan.get();
    for known in [None, Some(&run.knowledge)] {
        let prices = decision_prices(case, tiers, plan, &options, known, &Unwatched).unwrap();
        prices_are_true(case, &with, &prices)?;
    }
    Ok(())
}

/// Every price against brute force.
fn prices_are_true(
    case: &Case,
    with: &[f64],
    prices: &DecisionPrices,
) -> Result<(), TestCaseError> {
    prop_assert_eq!(prices.decisions.len(), case.decisions.len());
    prop_assert_eq!(prices.together.is_some(), case.decisions.len() > 1);
    let alone = prices.decisions.iter().enumerate().map(|(row, found)| {
        let mut without = case.clone();
        without.decisions.remove(row);
        (without, &found.price)
    });
    let together = prices.together.iter().map(|price| {
        let mut without = case.clone();
        without.decisions.clear();
        (without, price)
    });
    for (without, price) in alone.chain(together) {
        let Some(without) = best(&without).values() else {
            continue;
        };
        PRICED.fetch_add(1, Ordering::Relaxed);
        prop_assert_eq!(price.tiers.len(), with.len());
        for (index, tier) in price.tiers.iter().enumerate() {
            let size = with[index].abs().max(without[index].abs()).max(1.0);
            let true_price = without[index] - with[index];
            let found = tier.without - tier.with;
            if !tier.comparable {
                break;
            }
            let (least, most) = (tier.least.unwrap(), tier.most.unwrap());
            prop_assert!(least >= 0.0 && found >= 0.0, "negative: {tier:?}");
            prop_assert!(
                (found - true_price).abs() <= TOLERANCE * size,
                "priority {}: found {found}, true {true_price}",
                tier.priority
            );
            prop_assert!(
                least <= true_price + TOLERANCE * size && most >= true_price - TOLERANCE * size,
                "priority {}: {true_price} outside [{least}, {most}]",
                tier.priority
            );
            COSTLY.fetch_add(usize::from(found > TOLERANCE * size), Ordering::Relaxed);
            if (true_price.abs() > 1e-9) != (found.abs() > 1e-9) {
                // Too close to call: what follows rests on which side it fell.
                break;
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(drawn(120, 20_250_903))]

    fn prices_of_random_decisions(
        draft in draft(),
        extra in prop::collection::vec((0..4_usize, 0..4_usize, any::<bool>()), 1..3),
    ) {
        priced_as_brute_force_finds(&decided(&draft.case(), &extra))?;
    }
}

#[test]
fn prices_equal_what_brute_force_finds() {
    prices_of_random_decisions();
    // A generator that stopped making costly decisions would test nothing.
    assert!(PRICED.load(Ordering::Relaxed) > 40, "{PRICED:?}");
    assert!(COSTLY.load(Ordering::Relaxed) > 10, "{COSTLY:?}");
}
