//! 1,000 random runs of a generated case with a tenth of the shipped one's candidates, twice with
//! different seeds: whether the shares of survival agree within their sampling error.
//!
//! ```text
//! cargo bench -p jiedui-benches --bench survival
//! JIEDUI_BENCH_RUNS=100 cargo bench -p jiedui-benches --bench survival
//! ```

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark stops where anything fails, and talks to the terminal"
)]

use jiedui_tests::random_runs::{Base, furthest, generated, sampling_error};
use std::time::Instant;

/// Runs of each seed.
const RUNS: &str = "JIEDUI_BENCH_RUNS";
/// Effort of each run.
const EFFORT: &str = "JIEDUI_BENCH_EFFORT";

fn main() {
    let runs: usize = setting(RUNS, 1_000);
    let effort: f64 = setting(EFFORT, 0.01);
    let base = Base::new(generated(12, 96, 1), effort);
    let vary = [("needs", "amount", 0.2), ("helpers", "budget", 0.1)];
    let begin = Instant::now();
    let (one, first) = base.sample(1, runs, &vary);
    let (two, second) = base.sample(2, runs, &vary);
    assert_ne!(first, second, "two seeds that draw the same prove nothing");
    let (worst, varying) = furthest(&one, &two);
    let limit = sampling_error(varying);
    println!(
        "{runs} runs of each of two seeds in {:.0} s: {} and {} with a plan, {} figures vary; {varying} \
         of {} pairs are not in every plan; the furthest shares lie {worst:.2} standard errors apart, \
         chance alone exceeds {limit:.2} once in a hundred comparisons",
        begin.elapsed().as_secs_f64(),
        one.runs,
        two.runs,
        one.cells,
        one.pairs.len(),
    );
    for pair in one.pairs.iter().step_by((one.pairs.len() / 10).max(1)) {
        let other = two.pair(&pair.pair.helper, &pair.pair.recipient).unwrap();
        println!(
            "    {} → {}: {:.3} ({:.3}–{:.3}) and {:.3}",
            pair.pair.helper, pair.pair.recipient, pair.share, pair.low, pair.high, other.share
        );
    }
    assert!(
        worst < limit,
        "shares differ by more than sampling explains"
    );
}

fn setting<T: std::str::FromStr>(name: &str, usual: T) -> T {
    let stated = std::env::var(name).ok();
    stated.and_then(|text| text.parse().ok()).unwrap_or(usual)
}
