//! What a warm start from the base plan saves: the same single-change scenarios, warm and cold, in one
//! run, one after the other on one thread each.
//!
//! ```text
//! cargo bench -p jiedui-benches --bench whatif
//! JIEDUI_BENCH_SCENARIOS=200 JIEDUI_BENCH_EFFORT=1 cargo bench -p jiedui-benches --bench whatif
//! ```
//!
//! By default few scenarios at little effort. Both sides go through the product's own
//! `scenario_options`; the cold side has a base that knows nothing. It also prints how much a warm run is
//! worse than its cold one in the worst priority, since a fast answer that is worse is none.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark stops where anything fails, and talks to the terminal"
)]

use jiedui_benches::{POLICY, shipped};
use jiedui_domain::{Case, SolverOptions};
use jiedui_engine::{BaseRun, Run, RunOutcome, Unwatched, assign_from, scenario_options};
use jiedui_input::overlay::{self, Overlay};
use jiedui_input::{BaseInput, NamedText};
use std::time::{Duration, Instant};

/// How many scenarios.
const SCENARIOS: &str = "JIEDUI_BENCH_SCENARIOS";
/// Effort of each run.
const EFFORT: &str = "JIEDUI_BENCH_EFFORT";

fn main() {
    let count: usize = setting(SCENARIOS, 3);
    let effort: f64 = setting(EFFORT, 0.02);
    let policy = NamedText {
        name: "sichuan.toml",
        text: POLICY,
    };
    let input = BaseInput::read(&shipped(), policy, &[]);
    let (plain, _) = input.case(&Overlay::default(), &[]).unwrap();
    let stated = plain.policy.solver.clone();
    let mut cold = BaseRun {
        program_version: "bench".to_owned(),
        used: SolverOptions {
            effort,
            ..stated.clone()
        },
        stated,
        knowledge: None,
    };
    cold.used.threads = 1;
    let (base, time) = run(&cold, plain.clone());
    println!("base: {:.1} s", time.as_secs_f64());
    let warm = BaseRun {
        knowledge: Some(base.knowledge.clone()),
        ..cold.clone()
    };
    let (mut sum_cold, mut sum_warm, mut worst) = (Duration::ZERO, Duration::ZERO, 0.0_f64);
    for number in 0..count {
        let case = changed(&input, &plain, number);
        let (from_cold, cold_time) = run(&cold, case.clone());
        let (from_warm, warm_time) = run(&warm, case);
        let tiers = from_cold.tiers.iter().zip(&from_warm.tiers);
        let behind = tiers
            .map(|(cold, warm)| (cold.in_plan - warm.in_plan) / cold.in_plan.abs().max(1e-9))
            .fold(0.0, f64::max);
        println!(
            "scenario {}: cold {:.1} s, warm {:.1} s, warm behind by {:.4} %",
            number + 1,
            cold_time.as_secs_f64(),
            warm_time.as_secs_f64(),
            behind * 100.0
        );
        sum_cold += cold_time;
        sum_warm += warm_time;
        worst = worst.max(behind);
    }
    println!(
        "{count} scenarios: cold {:.1} s, warm {:.1} s, ratio {:.2}, worst behind {:.4} %",
        sum_cold.as_secs_f64(),
        sum_warm.as_secs_f64(),
        sum_cold.as_secs_f64() / sum_warm.as_secs_f64().max(1e-9),
        worst * 100.0
    );
}

fn setting<T: std::str::FromStr>(name: &str, usual: T) -> T {
    let stated = std::env::var(name).ok();
    stated.and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// The case with the needs of one recipient a fifth larger or smaller.
fn changed(input: &BaseInput, plain: &Case, number: usize) -> Case {
    let codes: Vec<&str> = plain
        .recipients
        .ids()
        .map(|id| plain.recipient_code(id))
        .collect();
    let code = codes[number % codes.len()];
    let factor = if (number / codes.len()).is_multiple_of(2) {
        1.2
    } else {
        0.8
    };
    let text = format!(
        "[[change]]\naction = \"scale\"\ntable = \"needs\"\nwhere = {{ recipient = \"{code}\" }}\ncolumn = \"amount\"\nfactor = {factor}\n"
    );
    let overlay = overlay::read("bench.toml", &text).unwrap();
    input.case(&overlay, &[]).unwrap().0
}

fn run(base: &BaseRun, mut case: Case) -> (Run, Duration) {
    case.policy.solver = base.solver(&case);
    let options = scenario_options(base, &case, Vec::new());
    let begin = Instant::now();
    match assign_from(&case, &options, base.knowledge.as_ref(), &Unwatched).unwrap() {
        RunOutcome::Solved(run) => (*run, begin.elapsed()),
        other => panic!("no plan: {other:?}"),
    }
}
