//! What questions that solve again cost, as parts of the solve that they start from, in one run: prices
//! of decisions from nothing and from what the run left, prices of limits, another plan, a change of one
//! datum.
//!
//! ```text
//! cargo bench -p jiedui-benches --bench resolved
//! JIEDUI_BENCH_EFFORT=1 cargo bench -p jiedui-benches --bench resolved
//! ```

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark stops where anything fails, and talks to the terminal"
)]

use jiedui_benches::{POLICY, shipped};
use jiedui_domain::{Case, DecisionAction};
use jiedui_engine::{
    AlternativesAsked, Dossier, Unwatched, WhichLimits, counterfactuals, decision_prices,
    limit_prices, plan_alternatives,
};
use jiedui_input::overlay::Overlay;
use jiedui_input::{BaseInput, NamedText};
use jiedui_tests::decide;
use jiedui_tests::runs::{options_of, solved};
use std::time::{Duration, Instant};

/// Effort of each run.
const EFFORT: &str = "JIEDUI_BENCH_EFFORT";

fn main() {
    let effort = std::env::var(EFFORT).ok();
    let effort = effort.and_then(|text| text.parse().ok()).unwrap_or(0.02);
    let policy = NamedText {
        name: "sichuan.toml",
        text: POLICY,
    };
    let input = BaseInput::read(&shipped(), policy, &[]);
    let (mut case, _) = input.case(&Overlay::default(), &[]).unwrap();
    case.policy.solver.effort = effort;
    case.policy.solver.threads = 1;
    let options = options_of(&case);
    let (plain, _) = timed("solve", None, || solved(&case, &options));
    let case = locked(&case, &plain.dossier);
    let (run, whole) = timed("solve, one pair locked", None, || solved(&case, &options));
    let (dossier, plan) = (&run.dossier, run.plan.get());
    let known = Some(&run.knowledge);
    let whole = Some(whole);
    let mut gains = Vec::new();
    for (name, known) in [("from nothing", None), ("from the run", known)] {
        let name = format!("price of the decision, {name}");
        let (prices, _) = timed(&name, whole, || {
            decision_prices(&case, &dossier.tiers, plan, &options, known, &Unwatched).unwrap()
        });
        gains.push(prices.decisions[0].price.clone());
    }
    for (cold, warm) in gains[0].tiers.iter().zip(&gains[1].tiers) {
        println!(
            "  priority {}: from nothing {:.5}, in {:?}–{:?}; from the run {:.5}, in {:?}–{:?}",
            cold.priority,
            cold.without - cold.with,
            cold.least,
            cold.most,
            warm.without - warm.with,
            warm.least,
            warm.most
        );
    }
    let helper = case.helper_by_code(&dossier.pairs[0].helper);
    for (name, helper) in [("one helper", helper), ("all", None)] {
        let which = WhichLimits {
            helper,
            ..WhichLimits::default()
        };
        let (prices, _) = timed(&format!("limits, {name}"), whole, || {
            limit_prices(&case, dossier, plan, which, &options, known, &Unwatched).unwrap()
        });
        println!("  {} limits", prices.amounts.len());
    }
    let asked = AlternativesAsked {
        plans: 1,
        within: 0.01,
    };
    let (found, _) = timed("another plan within a hundredth", whole, || {
        plan_alternatives(&case, dossier, plan, asked, &options, known, &Unwatched).unwrap()
    });
    let differs = found.plans.first().map(|plan| plan.differs);
    println!("  differs in {differs:?} of {} pairs", found.pairs);
    let other = dossier.candidates.first().unwrap();
    let pair = (
        case.helper_by_code(&other.helper).unwrap(),
        case.recipient_by_code(&other.recipient).unwrap(),
    );
    let (found, _) = timed("change of one datum", whole, || {
        counterfactuals(&case, pair, &options, known, &Unwatched).unwrap()
    });
    println!("  {} solves", found.solves);
}

/// The case with one decision: a candidate that the plan does not form.
fn locked(case: &Case, dossier: &Dossier) -> Case {
    let row = dossier.candidates.iter().rev().find(|row| {
        let helper = dossier.helper(&row.helper);
        helper.is_some_and(|helper| helper.track == "place")
    });
    let row = row.unwrap();
    let mut case = case.clone();
    let helper = case.helper_by_code(&row.helper).unwrap();
    let recipient = case.recipient_by_code(&row.recipient).unwrap();
    decide(&mut case, DecisionAction::Lock, helper, recipient);
    case
}

fn timed<T>(name: &str, whole: Option<Duration>, what: impl FnOnce() -> T) -> (T, Duration) {
    let begin = Instant::now();
    let result = what();
    let time = begin.elapsed();
    match whole {
        Some(whole) => println!(
            "{name}: {:.1} s, {:.2} of the solve",
            time.as_secs_f64(),
            time.as_secs_f64() / whole.as_secs_f64().max(1e-9)
        ),
        None => println!("{name}: {:.1} s", time.as_secs_f64()),
    }
    (result, time)
}
