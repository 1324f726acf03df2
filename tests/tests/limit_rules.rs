//! Random small cases: what one step more of a limit on pairs brings is the difference of what brute force
//! finds for the case with it and without, and less than that step brings nothing.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{
    Case, HelperId, Km, Provenance, Quantity, QuotaOverride, RecipientId, TrackId,
};
use jiedui_engine::limit_report::{RuleLimit, RulePrice};
use jiedui_engine::{Unwatched, WhichLimits, limit_prices};
use jiedui_tests::brute_force::{TOLERANCE, best};
use jiedui_tests::random_case::{draft, drawn};
use jiedui_tests::runs::{options_of, planned};
use proptest::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

static OF_ONE: AtomicUsize = AtomicUsize::new(0);
static OF_TRACK: AtomicUsize = AtomicUsize::new(0);
static DISTANCES: AtomicUsize = AtomicUsize::new(0);
static CHANGES: AtomicUsize = AtomicUsize::new(0);
static GAINS: AtomicUsize = AtomicUsize::new(0);

fn track_of(case: &Case, price: &RulePrice) -> TrackId {
    let mut tracks = case.policy.tracks.iter();
    tracks
        .find(|(_, row)| row.code == price.track.code)
        .unwrap()
        .0
}

/// The case with another figure for the limit; the tables are written anew, whatever the program does.
fn with_figure(case: &Case, price: &RulePrice, figure: f64) -> Case {
    let mut case = case.clone();
    let track = track_of(&case, price);
    let pairs = Some(figure as u32);
    let helper = price.helper.as_ref();
    let helper = helper.map(|party| case.helper_by_code(&party.code).unwrap());
    let recipient = price.recipient.as_ref();
    let recipient = recipient.map(|party| case.recipient_by_code(&party.code).unwrap());
    match price.limit {
        RuleLimit::HelperMax => case.helpers[helper.unwrap()].max_pairs = pairs,
        RuleLimit::RecipientMax => {
            let recipient = recipient.unwrap();
            let own = case.quotas.iter_mut();
            let mut own = own.filter(|row| (row.recipient, row.track) == (recipient, track));
            match own.next() {
                Some(row) => row.max = pairs,
                None => {
                    case.quotas.push(QuotaOverride {
                        recipient,
                        track,
                        min: None,
                        max: pairs,
                        provenance: Provenance::nowhere(),
                    });
                    case.quotas.sort_by_key(|row| (row.recipient, row.track));
                }
            }
        }
        RuleLimit::TrackRecipientMax => case.policy.tracks[track].recipient_max = pairs,
        RuleLimit::TrackHelperMax => case.policy.tracks[track].helper_max = pairs,
        RuleLimit::MaxChanges => case.policy.tracks[track].max_changes = pairs,
        RuleLimit::MaxDistance => {
            case.policy.tracks[track].max_distance = Some(Km::from_f64(figure).unwrap());
        }
    }
    case
}

/// One limit against brute force.
fn is_a_finite_difference(
    case: &Case,
    with: &[f64],
    price: &RulePrice,
) -> Result<(), TestCaseError> {
    prop_assert!(price.to > price.from, "{price:?}");
    let Some(without) = best(&with_figure(case, price, price.to)).values() else {
        return Ok(());
    };
    let counter = match price.limit {
        RuleLimit::HelperMax | RuleLimit::RecipientMax => &OF_ONE,
        RuleLimit::TrackHelperMax | RuleLimit::TrackRecipientMax => &OF_TRACK,
        RuleLimit::MaxDistance => &DISTANCES,
        RuleLimit::MaxChanges => &CHANGES,
    };
    counter.fetch_add(1, Ordering::Relaxed);
    if price.limit == RuleLimit::MaxDistance && price.to - price.from > 1.0 {
        // The range: the nearest pair that the limit alone excludes is not in until `to`.
        let short = best(&with_figure(case, price, price.to - 1.0))
            .values()
            .unwrap();
        for (short, with) in short.iter().zip(with) {
            let size = short.abs().max(with.abs()).max(1.0);
            prop_assert!((short - with).abs() <= TOLERANCE * size, "{price:?}");
        }
    }
    prop_assert_eq!(price.price.tiers.len(), with.len());
    for (index, tier) in price.price.tiers.iter().enumerate() {
        if !tier.comparable {
            break;
        }
        let size = with[index].abs().max(without[index].abs()).max(1.0);
        let slack = TOLERANCE * size;
        let difference = without[index] - with[index];
        let told = tier.without - tier.with;
        let (least, most) = (tier.least.unwrap(), tier.most.unwrap());
        prop_assert!(least >= 0.0 && told >= 0.0, "negative: {tier:?}");
        prop_assert!(
            (told - difference).abs() <= slack,
            "priority {}: told {told}, difference {difference}: {price:?}",
            tier.priority
        );
        prop_assert!(
            least <= difference + slack && most >= difference - slack,
            "priority {}: {difference} outside [{least}, {most}]",
            tier.priority
        );
        GAINS.fetch_add(usize::from(told > slack), Ordering::Relaxed);
        if (difference.abs() > 1e-9) != (told.abs() > 1e-9) {
            // Too close to call: what follows rests on which side it fell.
            break;
        }
    }
    Ok(())
}

fn steps_are_finite_differences(case: &Case) -> Result<(), TestCaseError> {
    let mut options = options_of(case);
    options.solver.gap = 1e-6;
    let Some(run) = planned(case, &options) else {
        return Ok(());
    };
    let Some(with) = best(case).values() else {
        return Ok(());
    };
    let helpers = case.helpers.ids().map(|helper: HelperId| WhichLimits {
        helper: Some(helper),
        recipient: None,
        rules: true,
    });
    let recipients = case
        .recipients
        .ids()
        .map(|recipient: RecipientId| WhichLimits {
            helper: None,
            recipient: Some(recipient),
            rules: true,
        });
    let all = WhichLimits {
        rules: true,
        ..WhichLimits::default()
    };
    for which in std::iter::once(all).chain(helpers).chain(recipients) {
        let (dossier, plan) = (&run.dossier, run.plan.get());
        let known = Some(&run.knowledge);
        let prices = limit_prices(case, dossier, plan, which, &options, known, &Unwatched);
        let prices = prices.unwrap();
        prop_assert!(!prices.interrupted);
        for price in prices.rules.unwrap() {
            is_a_finite_difference(case, &with, &price)?;
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(drawn(90, 20_261_129))]

    fn steps_of_random_limits(draft in draft()) {
        steps_are_finite_differences(&draft.case())?;
    }
}

#[test]
fn steps_of_limits_on_pairs_equal_finite_differences() {
    steps_of_random_limits();
    // A generator that stopped making limits that matter would test nothing.
    let counted = [&OF_ONE, &OF_TRACK, &DISTANCES, &CHANGES, &GAINS];
    let counted = counted.map(|one| one.load(Ordering::Relaxed));
    let enough = counted.iter().zip([20, 5, 5, 3, 10]);
    assert!(
        enough.into_iter().all(|(one, least)| *one >= least),
        "{counted:?}"
    );
}
