//! What solving again says of a candidate: between the two figures of the run, and the truth.

use crate::enumerated::Truth;
use crate::{SLACK, at_least, first};
use jiedui_domain::{Case, HelperId, RecipientId};
use jiedui_engine::dossier::PairRegret as Told;
use jiedui_engine::why_not_report::{Answer, Asked, Cost, Finding, TierLoss};
use jiedui_engine::{Run, RunOptions, Unwatched, why_not};
use proptest::prelude::*;
use std::cmp::Ordering as Compared;
use std::sync::atomic::{AtomicUsize, Ordering};

pub static LOSSES: AtomicUsize = AtomicUsize::new(0);
pub static FREE: AtomicUsize = AtomicUsize::new(0);
/// Answers in which an earlier priority falls, within what the policy allows.
pub static WITHIN: AtomicUsize = AtomicUsize::new(0);

/// What steps of a hundredth may take from a share in cases as small as these.
const ROUNDED: f64 = 2e-3;

/// The order of two losses, later priorities rather than earlier ones; equal where rounding decides.
fn order(one: Option<(usize, f64)>, other: Option<(usize, f64)>, sizes: &[f64]) -> Compared {
    for (tier, size) in sizes.iter().enumerate() {
        let here = |loss: Option<(usize, f64)>| loss.filter(|(place, _)| *place == tier);
        let (a, b) = (here(one), here(other));
        let figure = |loss: Option<(usize, f64)>| loss.map_or(0.0, |(_, loss)| loss);
        let difference = figure(a) - figure(b);
        if difference.abs() > ROUNDED * size {
            return difference.total_cmp(&0.0);
        }
        if a.is_some() || b.is_some() {
            break;
        }
    }
    Compared::Equal
}

/// A run that is asked.
pub struct Exact<'a> {
    pub case: &'a Case,
    pub run: &'a Run,
    pub options: &'a RunOptions,
}

impl Exact<'_> {
    fn cost(&self, row: &Told) -> Answer {
        let helper: HelperId = self.case.helper_by_code(&row.helper).unwrap();
        let recipient: RecipientId = self.case.recipient_by_code(&row.recipient).unwrap();
        let asked = if row.formed {
            Asked::NotFormed
        } else {
            Asked::Formed
        };
        let found = why_not(
            self.case,
            &self.run.dossier,
            (helper, recipient),
            asked,
            self.options,
            Some(&self.run.knowledge),
            &Unwatched,
        );
        found.unwrap().why.answer
    }

    pub fn ask(&self, row: &Told, truth: Truth) -> Result<(), TestCaseError> {
        let cost = match self.cost(row) {
            Answer::Priced(cost) => cost,
            Answer::Impossible => {
                prop_assert!(
                    matches!(truth, Truth::Impossible | Truth::CloseCall),
                    "{row:?}"
                );
                return Ok(());
            }
            Answer::Excluded { .. } => {
                prop_assert_eq!(truth, Truth::Impossible, "{:?}", row);
                return Ok(());
            }
            other => panic!("{row:?}: {other:?}"),
        };
        let figures = |of: fn(&TierLoss) -> Option<f64>| -> Vec<f64> {
            cost.tiers.iter().map_while(of).collect()
        };
        let least = first(&figures(|tier| tier.least));
        let achieved = first(&figures(|tier| tier.achieved));
        let size = |tier: &TierLoss| tier.run.abs().max(tier.asked.abs()).max(1.0);
        let sizes: Vec<f64> = cost.tiers.iter().map(size).collect();
        // Inside the run's own interval.
        prop_assert!(at_least(first(&row.least), achieved), "{row:?}: {cost:?}");
        if let Some(known) = &row.achieved {
            let found = order(achieved, first(known), &sizes);
            prop_assert!(found.is_le(), "{row:?}: {cost:?}");
        }
        let truth = match truth {
            Truth::CloseCall => return Ok(()),
            Truth::Impossible => panic!("{row:?}: {cost:?}"),
            Truth::Nothing => None,
            Truth::Loses(tier, loss) => Some((tier, loss)),
        };
        prop_assert!(at_least(least, truth), "{truth:?}: {cost:?}");
        // Small cases are solved to the end, so the plan found is the best.
        prop_assert!(
            order(achieved, truth, &sizes).is_eq(),
            "{truth:?}: {cost:?}"
        );
        self.count(&cost);
        Ok(())
    }

    fn count(&self, cost: &Cost) {
        let loses = matches!(cost.finding, Finding::Loses { .. });
        LOSSES.fetch_add(usize::from(loses), Ordering::Relaxed);
        FREE.fetch_add(usize::from(!loses), Ordering::Relaxed);
        let falls = cost.tiers.iter().any(|tier| {
            tier.achieved == Some(0.0) && tier.run - tier.asked > SLACK * (1.0 + tier.run.abs())
        });
        WITHIN.fetch_add(usize::from(falls), Ordering::Relaxed);
    }
}
