//! What explanations cost beside the solve, in one run on the shipped case: the figures and moves of all
//! candidates together, and one question solved again.
//!
//! ```text
//! cargo bench -p jiedui-benches --bench regret
//! JIEDUI_BENCH_EFFORT=1 JIEDUI_BENCH_QUESTIONS=6 cargo bench -p jiedui-benches --bench regret
//! ```
//!
//! By default at little effort and with few questions. What is asked for: all candidates at most half of
//! the solve, one question at most a tenth of it. Both ratios are taken within the run and of processor
//! time where the system tells it, so that they hold whatever the machine does besides. A question that
//! finds a better plan is solved once more as the command solves it that takes the plan.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark stops where anything fails, and talks to the terminal"
)]

use jiedui_benches::{POLICY, Spent, shipped};
use jiedui_domain::Case;
use jiedui_engine::dossier::PairRegret;
use jiedui_engine::why_not_report::{Answer, Asked};
use jiedui_engine::{
    EngineWatch, Run, RunOptions, RunOutcome, Stage, Unwatched, Watch, assign, price_pairs, why_not,
};
use jiedui_input::overlay::Overlay;
use jiedui_input::{BaseInput, NamedText};
use jiedui_tests::runs::options_of;
use std::sync::Mutex;
use std::time::Duration;

/// How many pairs are asked about.
const QUESTIONS: &str = "JIEDUI_BENCH_QUESTIONS";
/// Effort of the run.
const EFFORT: &str = "JIEDUI_BENCH_EFFORT";

/// What was spent when each stage began.
struct Clock(Mutex<Vec<(Stage, Spent)>>);

impl Watch for Clock {}
impl EngineWatch for Clock {
    fn stage(&self, stage: Stage) {
        self.0.lock().unwrap().push((stage, Spent::now()));
    }
}

fn main() {
    let questions: usize = setting(QUESTIONS, 2);
    let policy = NamedText {
        name: "sichuan.toml",
        text: POLICY,
    };
    let input = BaseInput::read(&shipped(), policy, &[]);
    let (case, _) = input.case(&Overlay::default(), &[]).unwrap();
    let mut options = options_of(&case);
    options.solver.effort = setting(EFFORT, 0.02);
    let clock = Clock(Mutex::new(Vec::new()));
    let RunOutcome::Solved(mut run) = assign(&case, &options, &clock).unwrap() else {
        panic!("no plan");
    };
    let begin = Spent::now();
    price_pairs(&case, &mut run, options.solver.threads).unwrap();
    let explain = begin.since();
    let stages = clock.0.into_inner().unwrap();
    let begun = |stage: Stage| stages.iter().find(|(known, _)| *known == stage).unwrap().1;
    let solve = begun(Stage::Verify).after(begun(Stage::Solve));
    let rows = &run.dossier.regrets.as_ref().unwrap().pairs;
    println!(
        "solve {:.2} s; all {} candidates {:.2} s: {:.3} of the solve (asked: 0.5)",
        solve.as_secs_f64(),
        rows.len(),
        explain.as_secs_f64(),
        ratio(explain, solve)
    );
    for row in asked_about(rows, questions) {
        let (time, answer) = question(&case, &run, &options, row);
        println!(
            "{} {}: {:.2} s, {:.3} of the solve (asked: 0.1); {}",
            row.helper,
            row.recipient,
            time.as_secs_f64(),
            ratio(time, solve),
            told(row, &answer)
        );
    }
}

fn ratio(part: Duration, whole: Duration) -> f64 {
    part.as_secs_f64() / whole.as_secs_f64().max(1e-9)
}

fn setting<T: std::str::FromStr>(name: &str, usual: T) -> T {
    let stated = std::env::var(name).ok();
    stated.and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// Pairs spread over all candidates that the plan does not form.
fn asked_about(rows: &[PairRegret], count: usize) -> Vec<&PairRegret> {
    let rows: Vec<&PairRegret> = rows.iter().filter(|row| !row.formed).collect();
    let step = (rows.len() / count.max(1)).max(1);
    rows.into_iter().step_by(step).take(count).collect()
}

/// What the run says the pair costs, and what solving says.
fn told(row: &PairRegret, answer: &Answer) -> String {
    let Answer::Priced(cost) = answer else {
        return format!("{answer:?}");
    };
    let tiers = cost.tiers.iter();
    let figures: Vec<String> = tiers
        .map(|tier| {
            format!(
                "{:.5} in {:?}–{:?}",
                tier.run - tier.asked,
                tier.least,
                tier.achieved
            )
        })
        .collect();
    format!(
        "worked out {:?}–{:?}; {:?}, {}",
        row.least,
        row.achieved,
        cost.finding,
        figures.join("; ")
    )
}

fn question(case: &Case, run: &Run, options: &RunOptions, row: &PairRegret) -> (Duration, Answer) {
    let mut helpers = case.helpers.iter();
    let helper = helpers
        .find(|(_, known)| known.code == row.helper)
        .unwrap()
        .0;
    let mut recipients = case.recipients.ids();
    let recipient = recipients
        .find(|id| case.recipient_code(*id) == row.recipient)
        .unwrap();
    let begin = Spent::now();
    let answer = why_not(
        case,
        &run.dossier,
        (helper, recipient),
        Asked::Formed,
        options,
        Some(&run.knowledge),
        &Unwatched,
    );
    (begin.since(), answer.unwrap().why.answer)
}
