//! What a warm start from the base saves, and whether what it finds is as good: single-change scenarios
//! of the shipped case.
//!
//! ```text
//! cargo bench -p jiedui-benches --bench whatif
//! JIEDUI_BENCH_SCENARIOS=200 JIEDUI_BENCH_COLD=20 JIEDUI_BENCH_EFFORT=1 \
//!     cargo bench -p jiedui-benches --bench whatif
//! JIEDUI_BENCH_SCENARIOS=200 JIEDUI_BENCH_COLD=200 JIEDUI_BENCH_EFFORT=1 JIEDUI_BENCH_PART=1/2 \
//!     cargo bench -p jiedui-benches --bench whatif
//! ```
//!
//! By default few scenarios at little effort. First a sample, evenly over all scenarios, is solved warm
//! and cold one after the other, on one thread each: ratio and quality come from there, measured in
//! processor time where the system tells it, else by the clock. Then all scenarios are solved warm, as
//! many at once as there are processors: that time is measured in full; what cold runs would take is
//! extrapolated from the sample, and printed as that. Both sides go through the product's own
//! `scenario_options`; the cold side has a base that knows nothing. A part `i/n` solves only its share
//! of the sample, to be run beside the other parts, and leaves out the second step.
//!
//! A fast answer that is worse is none, so for each priority it says in how many scenarios the warm
//! plan is behind the cold one at all, by more than the gap that the policy asks for, and by more than
//! the gap that the warm run itself states (its bound less its value).

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark stops where anything fails, and talks to the terminal"
)]

use jiedui_benches::{POLICY, shipped};
use jiedui_domain::{Case, MeasureScale, SolverOptions, TierResult};
use jiedui_engine::{
    BaseRun, Run, RunOutcome, Unwatched, assign_from, run_scenarios, scenario_options,
};
use jiedui_input::overlay::{self, Overlay};
use jiedui_input::{BaseInput, NamedText};
use std::collections::BTreeSet;
use std::time::Instant;

/// How many scenarios.
const SCENARIOS: &str = "JIEDUI_BENCH_SCENARIOS";
/// How many of them are solved cold as well.
const COLD: &str = "JIEDUI_BENCH_COLD";
/// Effort of each run.
const EFFORT: &str = "JIEDUI_BENCH_EFFORT";
/// Which part of the sample, counted from 1, of how many.
const PART: &str = "JIEDUI_BENCH_PART";

fn main() {
    let count: usize = setting(SCENARIOS, 6);
    let sample = setting(COLD, 3).clamp(1, count);
    let effort: f64 = setting(EFFORT, 0.02);
    let part = part();
    let share = part.map_or(0..sample, |(part, parts)| {
        (part - 1) * sample / parts..part * sample / parts
    });
    let taken = share.len();
    let policy = NamedText {
        name: "sichuan.toml",
        text: POLICY,
    };
    let input = BaseInput::read(&shipped(), policy, &[]);
    let (plain, _) = input.case(&Overlay::default(), &[]).unwrap();
    let stated = plain.policy.solver.clone();
    let cold = BaseRun {
        program_version: "bench".to_owned(),
        used: SolverOptions {
            effort,
            ..stated.clone()
        },
        stated,
        knowledge: None,
    };
    let gap = cold.used.gap;
    let (base, time) = timed(|| solved(&cold, plain.clone()));
    let base = base.unwrap();
    println!("base: {time:.1} s of processor time");
    let warm = BaseRun {
        knowledge: Some(base.knowledge.clone()),
        ..cold.clone()
    };
    let scenarios = Scenarios::of(&plain, &base);

    let mut told = Sample::of(&base);
    for step in share {
        let number = step * count / sample;
        let case = scenarios.case(&input, number);
        let from_warm = timed(|| solved(&warm, case.clone()));
        let from_cold = timed(|| solved(&cold, case));
        let title = format!("scenario {} ({})", number + 1, scenarios.kind(number));
        told.note(&title, from_cold, from_warm, gap);
    }
    told.tell(taken, count);
    if part.is_none() {
        let cold_each = told.sum_cold / sample as f64;
        let one = |number: usize| solved(&warm, scenarios.case(&input, number)).is_some();
        solve_all(count, cold_each, &one);
    }
}

/// All scenarios warm, as many at once as there are processors, beside what they would take cold.
fn solve_all(count: usize, cold_each: f64, one: &(dyn Fn(usize) -> bool + Sync)) {
    let jobs = std::thread::available_parallelism().map_or(1, usize::from);
    let begin = Instant::now();
    let done = |number: usize, found: Result<bool, String>| {
        assert!(found.is_ok(), "scenario {}: {found:?}", number + 1);
    };
    run_scenarios(count, jobs, &|| false, one, &done);
    let all = begin.elapsed().as_secs_f64();
    println!(
        "all {count} scenarios warm, {jobs} at once: {all:.0} s by the clock (measured); cold about \
         {:.0} s on as many idle processors (extrapolated from the sample)",
        cold_each * count as f64 / jobs as f64
    );
}

/// Scenarios solved cold and warm, side by side.
struct Sample<'a> {
    base: &'a Run,
    tiers: Vec<Behind>,
    sum_cold: f64,
    sum_warm: f64,
    without_plan: usize,
    moved_cold: usize,
    moved_warm: usize,
}

impl<'a> Sample<'a> {
    fn of(base: &'a Run) -> Self {
        Self {
            base,
            tiers: base.tiers.iter().map(Behind::new).collect(),
            sum_cold: 0.0,
            sum_warm: 0.0,
            without_plan: 0,
            moved_cold: 0,
            moved_warm: 0,
        }
    }

    fn note(
        &mut self,
        title: &str,
        (from_cold, cold_time): (Option<Run>, f64),
        (from_warm, warm_time): (Option<Run>, f64),
        gap: f64,
    ) {
        self.sum_cold += cold_time;
        self.sum_warm += warm_time;
        println!("{title}: cold {cold_time:.2} s, warm {warm_time:.2} s");
        let (Some(from_cold), Some(from_warm)) = (&from_cold, &from_warm) else {
            assert!(
                from_cold.is_none() && from_warm.is_none(),
                "{title}: only one side found a plan"
            );
            self.without_plan += 1;
            return;
        };
        self.moved_cold += moved(self.base, from_cold);
        self.moved_warm += moved(self.base, from_warm);
        let both = from_cold.tiers.iter().zip(&from_warm.tiers);
        for (tier, (from_cold, from_warm)) in self.tiers.iter_mut().zip(both) {
            println!(
                "    priority {}: cold {:.5} of {:.5}, warm {:.5} of {:.5}",
                from_warm.priority,
                from_cold.in_plan,
                from_cold.bound,
                from_warm.in_plan,
                from_warm.bound
            );
            tier.note(from_cold, from_warm, gap);
        }
    }

    fn tell(&self, taken: usize, count: usize) {
        let planned = (taken - self.without_plan).max(1) as f64;
        println!(
            "sample of {taken} of {count} scenarios ({} without any plan): cold {:.2} s, \
             warm {:.2} s each, ratio {:.1}",
            self.without_plan,
            self.sum_cold / taken as f64,
            self.sum_warm / taken as f64,
            self.sum_cold / self.sum_warm.max(1e-9)
        );
        println!(
            "pairs that differ from the base: cold {:.0}, warm {:.0} of {}",
            self.moved_cold as f64 / planned,
            self.moved_warm as f64 / planned,
            self.base.dossier.pairs.len()
        );
        for tier in &self.tiers {
            tier.tell(planned);
        }
    }
}

/// What the warm plans are behind the cold ones in one priority.
struct Behind {
    priority: u32,
    scale: MeasureScale,
    at_all: usize,
    beyond_asked: usize,
    beyond_stated: usize,
    worst: f64,
    /// Warm less cold, over all.
    sum: f64,
    sum_cold: f64,
}

impl Behind {
    fn new(tier: &TierResult) -> Self {
        Self {
            priority: tier.priority,
            scale: tier.scale,
            at_all: 0,
            beyond_asked: 0,
            beyond_stated: 0,
            worst: 0.0,
            sum: 0.0,
            sum_cold: 0.0,
        }
    }

    fn note(&mut self, cold: &TierResult, warm: &TierResult, gap: f64) {
        let behind = cold.in_plan - warm.in_plan;
        let asked = match self.scale {
            MeasureScale::Share => gap,
            MeasureScale::Relative => gap * cold.in_plan.abs(),
        };
        self.at_all += usize::from(behind > 1e-9);
        self.beyond_asked += usize::from(behind > asked + 1e-9);
        self.beyond_stated += usize::from(behind > warm.bound - warm.in_plan + 1e-9);
        self.worst = self.worst.max(behind);
        self.sum -= behind;
        self.sum_cold += cold.in_plan;
    }

    fn tell(&self, planned: f64) {
        println!(
            "priority {}: warm behind cold in {}, by more than the gap asked for in {}, by more than \
             its own stated gap in {}; worst {:.5}; on average warm {:+.5} beside cold {:.5}",
            self.priority,
            self.at_all,
            self.beyond_asked,
            self.beyond_stated,
            self.worst,
            self.sum / planned,
            self.sum_cold / planned
        );
    }
}

fn setting<T: std::str::FromStr>(name: &str, usual: T) -> T {
    let stated = std::env::var(name).ok();
    stated.and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// The part asked for and how many there are, where one is.
fn part() -> Option<(usize, usize)> {
    let stated = std::env::var(PART).ok()?;
    let numbers = stated
        .split_once('/')
        .and_then(|(part, parts)| Some((part.parse().ok()?, parts.parse().ok()?)));
    let (part, parts) = numbers.unwrap_or_else(|| panic!("{PART}={stated}: not of the form 1/2"));
    assert!((1..=parts).contains(&part), "{PART}={stated}: no such part");
    Some((part, parts))
}

/// Scenarios of one change each: needs of a county a fifth larger or smaller, a pair of the base
/// forbidden, another pair demanded.
struct Scenarios {
    recipients: Vec<String>,
    formed: Vec<(String, String)>,
    wishes: Vec<(String, String)>,
}

impl Scenarios {
    fn of(plain: &Case, base: &Run) -> Self {
        let dossier = &base.dossier;
        let recipients = plain.recipients.ids();
        let is_place = |code: &str| {
            dossier
                .helper(code)
                .is_some_and(|helper| helper.track == "place")
        };
        let wishes = dossier.candidates.iter();
        Self {
            recipients: recipients
                .map(|id| plain.recipient_code(id).to_owned())
                .collect(),
            formed: dossier
                .pairs
                .iter()
                .map(|pair| (pair.helper.clone(), pair.recipient.clone()))
                .collect(),
            wishes: wishes
                .filter(|row| is_place(&row.helper))
                .map(|row| (row.helper.clone(), row.recipient.clone()))
                .collect(),
        }
    }

    fn kind(&self, number: usize) -> &'static str {
        match number % 4 {
            0 => "needs larger",
            1 => "needs smaller",
            2 => "pair forbidden",
            _ => "pair demanded",
        }
    }

    fn case(&self, input: &BaseInput, number: usize) -> Case {
        let place = number / 4;
        let needs = |factor: f64| {
            let code = &self.recipients[place % self.recipients.len()];
            // Once every county has been changed, by another factor.
            let factor = factor.powi(1 + (place / self.recipients.len()) as i32);
            format!(
                "[[change]]\naction = \"scale\"\ntable = \"needs\"\nwhere = {{ recipient = \"{code}\" }}\ncolumn = \"amount\"\nfactor = {factor:.4}\n"
            )
        };
        // Spread over all there are: neighbours in the list are of one helper.
        let decision = |action: &str, pairs: &[(String, String)]| {
            let (helper, recipient) = &pairs[place * 37 % pairs.len()];
            format!(
                "[[change]]\naction = \"{action}\"\nhelper = \"{helper}\"\nrecipient = \"{recipient}\"\nreason = \"bench\"\n"
            )
        };
        let text = match number % 4 {
            0 => needs(1.2),
            1 => needs(0.8),
            2 => decision("forbid", &self.formed),
            _ => decision("lock", &self.wishes),
        };
        let overlay = overlay::read("bench.toml", &text).unwrap();
        input.case(&overlay, &[]).unwrap().0
    }
}

fn solved(base: &BaseRun, mut case: Case) -> Option<Run> {
    case.policy.solver = base.solver(&case);
    let options = scenario_options(base, &case, Vec::new());
    match assign_from(&case, &options, base.knowledge.as_ref(), &Unwatched).unwrap() {
        RunOutcome::Solved(run) => Some(*run),
        RunOutcome::Refused { .. } | RunOutcome::Infeasible => None,
        RunOutcome::NoPlan(why) => panic!("stopped: {why:?}"),
    }
}

/// Pairs that only one of two plans has.
fn moved(a: &Run, b: &Run) -> usize {
    let pairs = |run: &Run| -> BTreeSet<(String, String)> {
        let pairs = run.dossier.pairs.iter();
        pairs
            .map(|pair| (pair.helper.clone(), pair.recipient.clone()))
            .collect()
    };
    pairs(a).symmetric_difference(&pairs(b)).count()
}

/// What a closure gives, and the processor time that this process took for it, in seconds.
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let (begin, clock) = (processor_time(), Instant::now());
    let found = work();
    let time = match (begin, processor_time()) {
        (Some(begin), Some(end)) => end - begin,
        _ => clock.elapsed().as_secs_f64(),
    };
    (found, time)
}

/// Seconds of processor time of this process so far, where the system tells.
fn processor_time() -> Option<f64> {
    /// Ticks in a second, the same on every Linux that Rust runs on.
    const TICKS: f64 = 100.0;
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program, in brackets, may hold blanks; user and system time are fields 14 and 15.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let user: f64 = fields.next()?.parse().ok()?;
    let system: f64 = fields.next()?.parse().ok()?;
    Some((user + system) / TICKS)
}
