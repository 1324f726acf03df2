//! Random small cases: what forming a pair, or doing without it, costs is what brute force finds, and
//! the chains lead from the run's plan to the one as asked.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{Case, Decision, DecisionAction, HelperId, Id, RecipientId};
use jiedui_engine::why_not_report::{Answer, Asked, Cost, Finding};
use jiedui_engine::{Run, RunOptions, RunOutcome, Unwatched, assign_from, why_not};
use jiedui_tests::brute_force::{Found, TOLERANCE, best};
use jiedui_tests::decide;
use jiedui_tests::moves::{moved, pairs};
use jiedui_tests::random_case::{draft, drawn};
use jiedui_tests::runs::{options_of, planned};
use proptest::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

static PRICED: AtomicUsize = AtomicUsize::new(0);
static COSTLY: AtomicUsize = AtomicUsize::new(0);
static MOVED: AtomicUsize = AtomicUsize::new(0);
static IMPOSSIBLE: AtomicUsize = AtomicUsize::new(0);

fn decided(case: &Case, helper: HelperId, recipient: RecipientId, asked: Asked) -> Case {
    let mut case = case.clone();
    let action = match asked {
        Asked::Formed => DecisionAction::Lock,
        Asked::NotFormed => DecisionAction::Forbid,
    };
    decide(&mut case, action, helper, recipient);
    case
}

/// One pair, asked for or asked away.
struct Question<'a> {
    case: &'a Case,
    run: &'a Run,
    options: &'a RunOptions,
    with: &'a [f64],
    helper: HelperId,
    recipient: RecipientId,
}

impl Question<'_> {
    fn ask(&self, asked: Asked) -> Result<(), TestCaseError> {
        let (case, dossier) = (self.case, &self.run.dossier);
        let (helper, recipient) = (self.helper, self.recipient);
        let h = case.helpers[helper].code.as_str();
        let r = case.recipient_code(recipient);
        let divisible = case.policy.tracks[case.helpers[helper].track].divisible;
        let known = Some(&self.run.knowledge);
        let answer = why_not(
            case,
            dossier,
            (helper, recipient),
            asked,
            self.options,
            known,
            &Unwatched,
        );
        let answer = answer.unwrap().why.answer;
        let formed = dossier.pair(h, r).is_some();
        if formed == (asked == Asked::Formed) {
            prop_assert_eq!(answer, Answer::AsAsked);
            return Ok(());
        }
        let decided = decided(case, helper, recipient, asked);
        match &answer {
            Answer::AsAsked => panic!("not as asked"),
            Answer::Excluded { reasons } => {
                let row = dossier.exclusion(h, r).unwrap();
                prop_assert_eq!(reasons, &row.reasons);
            }
            Answer::Locked { .. } => {
                let lock = |row: &Decision| {
                    row.action == DecisionAction::Lock
                        && (row.helper, row.recipient) == (helper, recipient)
                };
                prop_assert!(case.decisions.iter().any(lock));
            }
            Answer::Divisible => prop_assert!(divisible),
            Answer::Impossible => {
                let found = best(&decided);
                if found != Found::TooMany {
                    prop_assert_eq!(found, Found::NoPlan);
                    IMPOSSIBLE.fetch_add(1, Ordering::Relaxed);
                }
            }
            Answer::NotFound { .. } => {}
            Answer::Priced(cost) => {
                let options = self.options;
                let outcome = assign_from(&decided, options, known, &Unwatched).unwrap();
                let RunOutcome::Solved(there) = outcome else {
                    panic!("solved once, not twice");
                };
                prop_assert_eq!(moved(dossier, &cost.moves), pairs(&there.dossier));
                if !divisible {
                    let first = &cost.moves[0].chains[0].moves;
                    let told = first.iter().any(|one| {
                        let place = match asked {
                            Asked::Formed => &one.to,
                            Asked::NotFormed => &one.from,
                        };
                        one.helper == h && place.as_deref() == Some(r)
                    });
                    prop_assert!(told, "the pair asked for comes first: {first:?}");
                    MOVED.fetch_add(1, Ordering::Relaxed);
                }
                self.priced(cost, &decided)?;
            }
        }
        Ok(())
    }

    fn priced(&self, cost: &Cost, decided: &Case) -> Result<(), TestCaseError> {
        let Some(asked) = best(decided).values() else {
            return Ok(());
        };
        PRICED.fetch_add(1, Ordering::Relaxed);
        prop_assert_eq!(cost.tiers.len(), self.with.len());
        for (index, tier) in cost.tiers.iter().enumerate() {
            if !tier.comparable {
                break;
            }
            let true_loss = self.with[index] - asked[index];
            let size = self.with[index].abs().max(asked[index].abs()).max(1.0);
            let slack = TOLERANCE * size;
            let (least, achieved) = (tier.least.unwrap(), tier.achieved.unwrap());
            prop_assert!(least >= 0.0 && least <= achieved, "{tier:?}");
            prop_assert!(
                least <= true_loss + slack && true_loss <= achieved + slack,
                "priority {}: {true_loss} outside [{least}, {achieved}]",
                tier.priority
            );
            prop_assert!(
                (achieved - true_loss).abs() <= slack,
                "priority {}: found {achieved}, true {true_loss}",
                tier.priority
            );
            COSTLY.fetch_add(usize::from(achieved > slack), Ordering::Relaxed);
            if let Finding::RunFellShort { priority } = cost.finding {
                // Within the gap that was asked for, nothing more.
                prop_assert!(priority != tier.priority || tier.asked - tier.run <= slack);
            }
            if (true_loss.abs() > 1e-9) != (achieved > 1e-9) {
                // Too close to call: what follows rests on which side it fell.
                break;
            }
        }
        Ok(())
    }
}

fn costs_as_brute_force_finds(
    case: &Case,
    (helper, recipient): (usize, usize),
) -> Result<(), TestCaseError> {
    let mut options = options_of(case);
    options.solver.gap = 1e-6;
    let Some(run) = planned(case, &options) else {
        return Ok(());
    };
    let Some(with) = best(case).values() else {
        return Ok(());
    };
    let question = Question {
        case,
        run: &run,
        options: &options,
        with: &with,
        helper: HelperId::from_index(helper % case.helpers.len()),
        recipient: RecipientId::from_index(recipient % case.recipients.len()),
    };
    question.ask(Asked::Formed)?;
    question.ask(Asked::NotFormed)
}

proptest! {
    #![proptest_config(drawn(160, 20_250_904))]

    fn costs_of_random_pairs(draft in draft(), pair in (0..4_usize, 0..4_usize)) {
        costs_as_brute_force_finds(&draft.case(), pair)?;
    }
}

#[test]
fn costs_equal_what_brute_force_finds_and_chains_lead_there() {
    costs_of_random_pairs();
    // A generator that stopped making costly pairs would test nothing.
    let counted = [&PRICED, &COSTLY, &MOVED, &IMPOSSIBLE].map(|one| one.load(Ordering::Relaxed));
    let enough = counted.iter().zip([25, 10, 25, 3]);
    assert!(
        enough.into_iter().all(|(one, least)| *one >= least),
        "{counted:?}"
    );
}
