//! Random small cases: every counterfactual that is told forms the pair when a person makes the change,
//! and 95 % of it does not.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{
    Amount, Case, Fit, HelperId, Id, Km, Measure, Objective, Provenance, Quantity, RecipientId,
    SectorAmount, SectorId, Wan,
};
use jiedui_engine::counterfactual_report::{DatumKind, Trial, TrialOutcome};
use jiedui_engine::{Run, RunOptions, RunOutcome, Unwatched, assign_from, counterfactuals};
use jiedui_tests::random_case::{draft, drawn};
use jiedui_tests::runs::{options_of, planned};
use proptest::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

static FORMS: AtomicUsize = AtomicUsize::new(0);
static KINDS: AtomicUsize = AtomicUsize::new(0);
static NONE: AtomicUsize = AtomicUsize::new(0);

/// The case as a person would change it.
fn changed(
    case: &Case,
    (helper, recipient): (HelperId, RecipientId),
    trial: &Trial,
    to: f64,
) -> Case {
    let mut case = case.clone();
    let sector = |code: &str| -> SectorId {
        let mut sectors = case.policy.sectors.iter();
        sectors.find(|(_, sector)| sector.code == code).unwrap().0
    };
    let sector = trial.sector.as_deref().map(sector);
    let amount = Amount::from_f64(to);
    match trial.kind {
        DatumKind::Budget => case.helpers[helper].budget = Some(Wan::from_f64(to).unwrap()),
        DatumKind::Supply => {
            let sector = sector.unwrap();
            let place = |row: &SectorAmount<HelperId>| (row.of, row.sector) == (helper, sector);
            match case.supply.iter_mut().find(|row| place(row)) {
                Some(row) => row.amount = amount.unwrap(),
                None => {
                    case.supply.push(SectorAmount {
                        of: helper,
                        sector,
                        amount: amount.unwrap(),
                        provenance: Provenance::nowhere(),
                    });
                    case.supply.sort_by_key(|row| (row.of, row.sector));
                }
            }
        }
        DatumKind::Need => {
            let place = (recipient, sector.unwrap());
            let mut rows = case.needs.iter_mut();
            let row = rows.find(|row| (row.of, row.sector) == place).unwrap();
            row.amount = amount.unwrap();
        }
        DatumKind::Distance | DatumKind::Fit => {
            let mut rows = case.pairs.iter_mut();
            // Every pair of a random case has a row.
            let row = rows
                .find(|row| (row.helper, row.recipient) == (helper, recipient))
                .unwrap();
            if trial.kind == DatumKind::Fit {
                row.fit = Some(Fit::from_f64(to).unwrap());
            } else {
                row.distance = Some(Km::from_f64(to).unwrap());
            }
        }
    }
    case
}

fn forms(case: &Case, run: &Run, options: &RunOptions, pair: (HelperId, RecipientId)) -> bool {
    match assign_from(case, options, Some(&run.knowledge), &Unwatched).unwrap() {
        RunOutcome::Solved(run) => run.plan.pair(pair.0, pair.1).is_some(),
        _ => false,
    }
}

fn change_forms_the_pair(case: &Case, pair: (usize, usize)) -> Result<(), TestCaseError> {
    let options = options_of(case);
    let Some(run) = planned(case, &options) else {
        return Ok(());
    };
    // From the pair drawn on, the first that is not formed.
    let (helpers, recipients) = (case.helpers.len(), case.recipients.len());
    let drawn = pair.0 % helpers * recipients + pair.1 % recipients;
    let numbers = (0..helpers * recipients).map(|step| (drawn + step) % (helpers * recipients));
    let mut pairs = numbers.map(|number| {
        let helper = HelperId::from_index(number / recipients);
        (helper, RecipientId::from_index(number % recipients))
    });
    let Some(pair) = pairs.find(|pair| {
        !case.policy.tracks[case.helpers[pair.0].track].divisible
            && run.plan.pair(pair.0, pair.1).is_none()
            && run.graph.arc(pair.0, pair.1).is_some()
    }) else {
        return Ok(());
    };
    let known = Some(&run.knowledge);
    let found = counterfactuals(case, pair, &options, known, &Unwatched).unwrap();
    if found.unchanged_forms {
        prop_assert!(forms(case, &run, &options, pair));
        return Ok(());
    }
    let sizes: Vec<f64> = found
        .trials
        .iter()
        .map_while(|trial| match trial.outcome {
            TrialOutcome::Forms { to, .. } => Some((to - trial.from).abs() / trial.from.max(1e-9)),
            _ => None,
        })
        .collect();
    prop_assert!(sizes.is_sorted(), "smallest first: {sizes:?}");
    NONE.fetch_add(usize::from(sizes.is_empty()), Ordering::Relaxed);
    for trial in &found.trials {
        let at = |value: f64| forms(&changed(case, pair, trial, value), &run, &options, pair);
        match trial.outcome {
            TrialOutcome::Forms { to, not_yet } => {
                FORMS.fetch_add(1, Ordering::Relaxed);
                KINDS.fetch_or(1 << trial.kind as usize, Ordering::Relaxed);
                prop_assert!(at(to), "does not form: {trial:?}");
                prop_assert!(!at(not_yet), "95 % forms already: {trial:?}");
                // 95 % in whole steps: less than one step from it.
                let step = if trial.kind == DatumKind::Fit {
                    0.001
                } else {
                    1.0
                };
                let nearly = trial.from + 0.95 * (to - trial.from);
                prop_assert!((nearly - not_yet).abs() < step + 1e-9, "{trial:?}");
            }
            TrialOutcome::NotWithin => prop_assert!(!at(trial.furthest), "{trial:?}"),
            TrialOutcome::Unsteady | TrialOutcome::Unsettled => {}
        }
    }
    Ok(())
}

/// One priority that one kind of datum or another bears on.
fn aim(measure: usize) -> Objective {
    let measures = [
        Measure::Fit,
        Measure::Distance,
        Measure::Coverage,
        Measure::Equity,
    ];
    Objective::plain(measures[measure], 1)
}

proptest! {
    #![proptest_config(drawn(60, 20_261_129))]

    fn changes_of_random_data(
        draft in draft(),
        pair in (0..4_usize, 0..4_usize),
        measure in 0..4_usize,
    ) {
        let mut case = draft.case();
        case.policy.objectives = vec![aim(measure)];
        change_forms_the_pair(&case, pair)?;
    }
}

#[test]
fn every_change_told_forms_the_pair_and_most_of_it_does_not() {
    changes_of_random_data();
    // A generator that stopped making changes that matter would test nothing.
    let counted = [&FORMS, &NONE].map(|one| one.load(Ordering::Relaxed));
    let kinds = KINDS.load(Ordering::Relaxed).count_ones();
    assert!(
        counted[0] >= 10 && counted[1] >= 5 && kinds >= 3,
        "{counted:?}, {kinds} kinds"
    );
}
