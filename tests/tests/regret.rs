//! Random small cases: what every candidate would cost lies between the two figures told, the moves told
//! lead to a plan that the independent check passes and that loses what is told, and the backbone claims
//! nothing that an enumeration of all plans contradicts.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "regret/enumerated.rs"]
mod enumerated;
#[path = "regret/exact.rs"]
mod exact;

use enumerated::{Enumerated, Truth};
use exact::Exact;
use jiedui_domain::{Amount, Case, Help, Id, Plan, PlannedPair, Quantity};
use jiedui_engine::backbone_report::{BackbonePair, backbone};
use jiedui_engine::dossier::{PairRegret as Told, RegretState};
use jiedui_engine::{Dossier, price_pairs, standings, verify};
use jiedui_graph::CandidateGraph;
use jiedui_model::{ColumnId, Program};
use jiedui_solve::regret::{PairRegret, Regret, State};
use jiedui_solve::{Outcome, solve};
use jiedui_tests::brute_force::BruteForce;
use jiedui_tests::random_case::{draft, drawn};
use jiedui_tests::runs::{options_of, planned};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What the back end's tolerances may shift a figure of the enumeration by.
const SLACK: f64 = 1e-4;
/// More sets of pairs than this take too long.
const SETS: usize = 60;

static ROWS: AtomicUsize = AtomicUsize::new(0);
static PROVEN: AtomicUsize = AtomicUsize::new(0);
static WORKED_OUT: AtomicUsize = AtomicUsize::new(0);
static IMPOSSIBLE: AtomicUsize = AtomicUsize::new(0);
static SETTLED: AtomicUsize = AtomicUsize::new(0);
static CHOICES: AtomicUsize = AtomicUsize::new(0);
static SHARED: AtomicUsize = AtomicUsize::new(0);

fn first(losses: &[f64]) -> Option<(usize, f64)> {
    Told::first_loss(losses)
}

/// Whether a proven loss does not exceed the true one.
fn at_least(least: Option<(usize, f64)>, truth: Option<(usize, f64)>) -> bool {
    match (least, truth) {
        (None, _) => true,
        (Some((_, loss)), None) => loss <= SLACK,
        (Some((place, loss)), Some((tier, known))) => {
            place > tier || (place == tier && loss <= known + SLACK * (1.0 + known.abs()))
        }
    }
}

/// Whether the loss of a plan worked out is not below the true one.
fn at_most(achieved: Option<(usize, f64)>, truth: Option<(usize, f64)>) -> bool {
    match (achieved, truth) {
        (_, None) => true,
        (None, Some((_, loss))) => loss <= SLACK,
        (Some((place, loss)), Some((tier, known))) => {
            place < tier || (place == tier && loss >= known - SLACK * (1.0 + known.abs()))
        }
    }
}

fn plan_of(program: &Program, values: &[f64]) -> Plan {
    let pairs = program.arcs().values().filter_map(|columns| {
        let help: Vec<Help> = columns
            .help
            .iter()
            .filter(|(_, column)| values[column.index()] > 0.0)
            .map(|(sector, column)| Help {
                sector: *sector,
                amount: Amount::from_f64(values[column.index()]).unwrap(),
            })
            .collect();
        let formed = match columns.pair {
            Some(pair) => values[pair.index()] > 0.5,
            None => !help.is_empty(),
        };
        formed.then_some(PlannedPair {
            helper: columns.helper,
            recipient: columns.recipient,
            help,
        })
    });
    Plan::new(pairs.collect())
}

/// One case with everything that is known of it.
struct Looked<'a> {
    case: &'a Case,
    program: &'a Program,
    regret: &'a Regret<'a>,
    values: &'a [f64],
    truth: &'a Enumerated,
    dossier: &'a Dossier,
}

impl Looked<'_> {
    fn pair(&self, row: &PairRegret) -> ColumnId {
        self.program.arcs()[row.arc].pair.unwrap()
    }

    fn told(&self, row: &PairRegret) -> &Told {
        let columns = &self.program.arcs()[row.arc];
        let helper = &self.case.helpers[columns.helper].code;
        let recipient = self.case.recipient_code(columns.recipient);
        let regrets = self.dossier.regrets.as_ref().unwrap();
        regrets.pair(helper, recipient).unwrap()
    }

    fn look(&self, row: &PairRegret) -> Result<(), TestCaseError> {
        ROWS.fetch_add(1, Ordering::Relaxed);
        let told = self.told(row);
        prop_assert_eq!(told.formed, row.formed);
        prop_assert_eq!(&told.least, &row.least);
        let achieved = row.achieved.as_ref();
        prop_assert_eq!(&told.achieved, &achieved.map(|found| found.losses.clone()));
        prop_assert!(row.least.iter().all(|loss| *loss >= 0.0), "{row:?}");
        let asked = !row.formed;
        let truth = self.truth.truth(self.pair(row), asked);
        match row.state {
            State::Demanded => {
                prop_assert!(row.formed);
                prop_assert_eq!(told.state, RegretState::Demanded);
                // Whatever demands it, no plan can do without.
                prop_assert_eq!(truth, Truth::Impossible);
                return Ok(());
            }
            State::Impossible => {
                prop_assert_eq!(told.state, RegretState::Impossible);
                prop_assert_eq!(truth, Truth::Impossible, "{:?}", row);
                IMPOSSIBLE.fetch_add(1, Ordering::Relaxed);
                return Ok(());
            }
            State::Priced => prop_assert_eq!(told.state, RegretState::Priced),
        }
        if let Some(found) = &row.achieved {
            WORKED_OUT.fetch_add(1, Ordering::Relaxed);
            prop_assert!(found.losses.iter().all(|loss| *loss >= 0.0), "{row:?}");
            prop_assert!(truth != Truth::Impossible, "{row:?}");
            self.follow(row, told)?;
        }
        let truth = match truth {
            Truth::CloseCall => return Ok(()),
            Truth::Impossible => return Ok(()),
            Truth::Nothing => None,
            Truth::Loses(tier, loss) => Some((tier, loss)),
        };
        let least = first(&row.least);
        PROVEN.fetch_add(usize::from(least.is_some()), Ordering::Relaxed);
        prop_assert!(at_least(least, truth), "least {least:?}, truth {truth:?}");
        if let Some(found) = &row.achieved {
            let achieved = first(&found.losses);
            prop_assert!(
                at_most(achieved, truth),
                "achieved {achieved:?}, truth {truth:?}"
            );
        }
        Ok(())
    }

    /// The moves told, made: the independent check passes the plan, and it loses what is told.
    fn follow(&self, row: &PairRegret, told: &Told) -> Result<(), TestCaseError> {
        let found = row.achieved.as_ref().unwrap();
        let values = self.regret.plan_after(&found.exchange).unwrap();
        let plan = plan_of(self.program, &values);
        let columns = &self.program.arcs()[row.arc];
        let has = plan.pair(columns.helper, columns.recipient).is_some();
        prop_assert_eq!(has, !row.formed, "as asked");
        let pairs = |plan: &Plan| -> BTreeSet<(String, String)> {
            let pairs = plan.pairs().iter().filter(|pair| {
                !self.case.policy.tracks[self.case.helpers[pair.helper].track].divisible
            });
            pairs
                .map(|pair| {
                    (
                        self.case.helpers[pair.helper].code.clone(),
                        self.case.recipient_code(pair.recipient).to_owned(),
                    )
                })
                .collect()
        };
        let mut moved = pairs(&plan_of(self.program, self.values));
        for one in &told.moves {
            if let Some(from) = &one.from {
                prop_assert!(moved.remove(&(one.helper.clone(), from.clone())), "{one:?}");
            }
            if let Some(to) = &one.to {
                prop_assert!(moved.insert((one.helper.clone(), to.clone())), "{one:?}");
            }
        }
        prop_assert_eq!(moved, pairs(&plan), "the moves lead to the plan");
        let verdict = verify(self.case, plan.clone());
        prop_assert!(verdict.is_ok(), "the check refuses: {verdict:?}");
        let measured = standings(self.case, &plan);
        prop_assert_eq!(measured.len(), found.values.len());
        for (one, value) in measured.iter().zip(&found.values) {
            let close = 1e-9 * (1.0 + value.abs());
            prop_assert!((one.value - value).abs() <= close, "{} {value}", one.value);
        }
        let against = self.regret.against();
        if let Some((tier, loss)) = first(&found.losses) {
            let lost = against[tier].in_plan - measured[tier].value;
            prop_assert!(
                (lost - loss).abs() <= 1e-8 * (1.0 + loss.abs()),
                "{lost} {loss}"
            );
        }
        Ok(())
    }

    fn backbone(&self, within: f64) -> Result<(), TestCaseError> {
        let found = backbone(self.dossier, within).unwrap();
        let slack = SLACK * (1.0 + found.may_lose.abs());
        let column = |pair: &BackbonePair| {
            let arcs = self.program.arcs().values();
            let mut arcs = arcs.filter(|columns| {
                self.case.helpers[columns.helper].code == pair.helper
                    && self.case.recipient_code(columns.recipient) == pair.recipient
            });
            arcs.next().unwrap().pair.unwrap()
        };
        let some = |pair: &BackbonePair, formed: bool, slack: f64| {
            let truth = self.truth;
            truth.some_plan(column(pair), formed, found.may_lose, slack)
        };
        for pair in &found.always {
            prop_assert!(!some(pair, false, -slack), "{pair:?} is not in every plan");
        }
        for pair in &found.never {
            prop_assert!(!some(pair, true, -slack), "{pair:?} is in some plan");
        }
        for pair in &found.sometimes {
            prop_assert!(
                some(pair, true, slack) && some(pair, false, slack),
                "{pair:?}"
            );
        }
        SETTLED.fetch_add(found.always.len() + found.never.len(), Ordering::Relaxed);
        CHOICES.fetch_add(found.sometimes.len(), Ordering::Relaxed);
        Ok(())
    }
}

fn regrets_hold(case: &Case) -> Result<(), TestCaseError> {
    let graph = CandidateGraph::build(case).unwrap();
    let program = Program::build(case, &graph);
    let brute = BruteForce::new(&program);
    if brute.count() > SETS {
        return Ok(());
    }
    let mut options = options_of(case);
    options.solver.gap = 1e-6;
    let Some(mut run) = planned(case, &options) else {
        return Ok(());
    };
    price_pairs(case, &mut run, 1).unwrap();
    if run.dossier.regrets.is_none() {
        return Ok(());
    }
    let outcome = solve(&program, &options.solver, &jiedui_solve::Unwatched).unwrap();
    let Outcome::Solved(solution) = outcome else {
        panic!("solved once, not twice");
    };
    let regret = Regret::new(&program, &solution.values, &solution.tiers, &solution.known);
    let rows = regret.all(&solution.known);
    let truth = Enumerated::new(&brute, &program, regret.against());
    let looked = Looked {
        case,
        program: &program,
        regret: &regret,
        values: &solution.values,
        truth: &truth,
        dossier: &run.dossier,
    };
    let exact = Exact {
        case,
        run: &run,
        options: &options,
    };
    for row in &rows {
        looked.look(row)?;
        if row.state != State::Demanded {
            let truth = looked.truth.truth(looked.pair(row), !row.formed);
            exact.ask(looked.told(row), truth)?;
        }
    }
    one_plan_answers_for_all_its_pairs(&rows)?;
    for within in [0.0, 0.05, 0.3] {
        looked.backbone(within)?;
    }
    Ok(())
}

/// Doing without a pair costs no more than any plan told that does without it, and forming one likewise.
fn one_plan_answers_for_all_its_pairs(rows: &[PairRegret]) -> Result<(), TestCaseError> {
    for found in rows.iter().filter_map(|row| row.achieved.as_ref()) {
        for row in rows {
            let changed = if row.formed {
                &found.exchange.dropped
            } else {
                &found.exchange.formed
            };
            if !changed.contains(&row.arc) {
                continue;
            }
            let own = row.achieved.as_ref().map(|own| first(&own.losses));
            prop_assert!(
                own.is_some_and(|own| at_most(first(&found.losses), own)),
                "{row:?} beside {found:?}"
            );
            SHARED.fetch_add(1, Ordering::Relaxed);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(drawn(150, 20_251_128))]

    fn regrets_of_random_cases(
        draft in draft(),
        hundredths in prop::collection::vec(prop_oneof![2 => Just(0_u32), 1 => 1..20_u32], 6),
    ) {
        let mut case = draft.case();
        for (objective, hundredths) in case.policy.objectives.iter_mut().zip(hundredths) {
            objective.tolerance = f64::from(hundredths) / 100.0;
        }
        regrets_hold(&case)?;
    }
}

#[test]
fn the_truth_lies_between_and_moves_lead_to_plans_that_hold() {
    regrets_of_random_cases();
    // A generator that stopped making such cases would test nothing.
    let counted = [
        &ROWS,
        &PROVEN,
        &WORKED_OUT,
        &IMPOSSIBLE,
        &SETTLED,
        &CHOICES,
        &exact::LOSSES,
        &exact::FREE,
        &exact::WITHIN,
        &SHARED,
    ];
    let counted = counted.map(|one| one.load(Ordering::Relaxed));
    let enough = counted
        .iter()
        .zip([200, 20, 100, 20, 60, 60, 20, 20, 5, 100]);
    assert!(
        enough.into_iter().all(|(one, least)| *one >= least),
        "{counted:?}"
    );
}
