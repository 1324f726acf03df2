//! What each stage of a run costs, and what share reading, validating and building the graph take.
//!
//! ```text
//! cargo bench -p jiedui-benches                       # minutes
//! cargo bench -p jiedui-benches -- graph              # one stage
//! JIEDUI_BENCH_LARGE=1 cargo bench -p jiedui-benches  # program and solve of the tenfold case, too
//! ```
//!
//! The whole solve takes too long to be repeated for statistics: it runs once, and its time is printed
//! at the end beside those of the other stages in the same run. `bound` is the part of it that can be
//! repeated: the bound of the first priority.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark stops where anything fails, and talks to the terminal"
)]

use criterion::{BenchmarkGroup, Criterion, SamplingMode, measurement::WallTime};
use jiedui_benches::{POLICY, SEED, shipped, tenfold};
use jiedui_domain::{Case, Id, Termination, TierResult};
use jiedui_engine::{EngineWatch, Run, RunOptions, RunOutcome, Stage, assign, examine};
use jiedui_explain::{ExplainInput, RunFacts, explain};
use jiedui_graph::CandidateGraph;
use jiedui_input::{CaseSource, NamedText, load};
use jiedui_messages::Lang;
use jiedui_model::Program;
use jiedui_report::{markdown, terminal};
use jiedui_solve::decomposition::blocks::Blocks;
use jiedui_solve::decomposition::generation::{GenerationLimits, Warm, generate};
use jiedui_solve::{Unwatched, Watch};
use std::hint::black_box;
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

/// Set to anything, the tenfold case goes through all stages.
const LARGE: &str = "JIEDUI_BENCH_LARGE";

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    let shipped = Subject::new("shipped", shipped());
    let tenfold = Subject::new("tenfold", tenfold(SEED).unwrap());
    let subjects = [&shipped, &tenfold];
    let is_large = std::env::var_os(LARGE).is_some();
    let solved: &[&Subject] = if is_large { &subjects } else { &[&shipped] };

    stage(&mut criterion, "read", &subjects, |subject| {
        move || subject.load()
    });
    stage(&mut criterion, "graph", &subjects, |subject| {
        let case = subject.case();
        move || examine(case).unwrap()
    });
    stage(&mut criterion, "program", solved, |subject| {
        let (case, graph) = (subject.case(), subject.graph());
        move || Program::build(case, graph)
    });
    stage(&mut criterion, "bound", &[&shipped], |subject| {
        let program = Program::build(subject.case(), subject.graph());
        move || first_bound(&program)
    });
    stage(&mut criterion, "verify", solved, |subject| {
        let (case, run) = (subject.case(), subject.run());
        move || jiedui_verify::check(case, &run.plan)
    });
    stage(&mut criterion, "explain", solved, |subject| {
        let (case, run) = (subject.case(), subject.run());
        move || explanation(case, run)
    });
    stage(&mut criterion, "report", solved, |subject| {
        let dossier = &subject.run().dossier;
        move || {
            let page = markdown::report(dossier, Lang::Zh);
            (terminal::summary(dossier, None, Lang::Zh, 80), page)
        }
    });
    criterion.final_summary();
    for subject in solved {
        subject.print_shares();
    }
}

/// One stage on several cases: `ready` gets what the stage needs, what it returns is measured. Nothing
/// is made ready before it is asked for, so that a filter on the command line spares the rest.
fn stage<'a, T, R: Fn() -> T>(
    criterion: &mut Criterion,
    name: &str,
    subjects: &[&'a Subject],
    ready: impl Fn(&'a Subject) -> R,
) {
    let mut group: BenchmarkGroup<'_, WallTime> = criterion.benchmark_group(name);
    group.sampling_mode(SamplingMode::Flat).sample_size(10);
    for subject in subjects {
        group.bench_function(subject.name, |bencher| {
            let run = ready(subject);
            bencher.iter(|| black_box(run()));
        });
    }
    group.finish();
}

/// A case with what its stages made of it.
struct Subject {
    name: &'static str,
    source: CaseSource,
    case: OnceLock<Case>,
    graph: OnceLock<CandidateGraph>,
    run: OnceLock<(Run, Vec<(Stage, f64)>)>,
}

impl Subject {
    fn new(name: &'static str, source: CaseSource) -> Self {
        Self {
            name,
            source,
            case: OnceLock::new(),
            graph: OnceLock::new(),
            run: OnceLock::new(),
        }
    }

    fn load(&self) -> Case {
        let policy = NamedText {
            name: "config/sichuan.toml",
            text: POLICY,
        };
        load(&self.source, policy, &[]).unwrap().case
    }

    fn case(&self) -> &Case {
        self.case.get_or_init(|| self.load())
    }

    fn graph(&self) -> &CandidateGraph {
        self.graph
            .get_or_init(|| CandidateGraph::build(self.case()).unwrap())
    }

    /// The whole assignment, once, with the seconds of its stages.
    fn run(&self) -> &Run {
        &self.timed_run().0
    }

    fn timed_run(&self) -> &(Run, Vec<(Stage, f64)>) {
        self.run.get_or_init(|| {
            let case = self.case();
            let options = RunOptions {
                solver: case.policy.solver.clone(),
                program_version: env!("CARGO_PKG_VERSION").to_owned(),
                digests: Vec::new(),
            };
            let clock = StageClock::new(options.solver.time_limit_s);
            let outcome = assign(case, &options, &clock).unwrap();
            let RunOutcome::Solved(run) = outcome else {
                panic!("no plan for the case {}", self.name);
            };
            (*run, clock.seconds())
        })
    }

    /// Reading, validating and building the graph against the solve, all measured now.
    fn print_shares(&self) {
        // Nobody asked for a stage that needs the solve: do not start one for this line alone.
        let Some((run, stages)) = self.run.get() else {
            return;
        };
        let began = Instant::now();
        let case = black_box(self.load());
        black_box(examine(&case).unwrap());
        let before = began.elapsed().as_secs_f64();
        let (_, solve) = stages
            .iter()
            .find(|(stage, _)| *stage == Stage::Solve)
            .unwrap();
        println!(
            "{}: reading, validating and graph {before:.3} s; solve {solve:.3} s ({:?}); ratio {:.2} %",
            self.name,
            run.termination,
            100.0 * before / solve,
        );
    }
}

/// The bound of the first priority: pricing and master until they meet.
fn first_bound(program: &Program) -> f64 {
    let blocks = Blocks::new(program, &[]);
    let mut objective = vec![0.0; program.columns().len()];
    for (column, coefficient) in &program.tiers()[0].terms {
        objective[column.index()] += coefficient;
    }
    let limits = GenerationLimits::new(400, 0.001);
    let generation = generate(&blocks, &objective, Warm::default(), limits, &Unwatched);
    generation.unwrap().unwrap().bound
}

fn explanation(case: &Case, run: &Run) -> jiedui_explain::Dossier {
    let tiers: &[TierResult] = &run.tiers;
    explain(ExplainInput {
        case,
        graph: &run.graph,
        listed: None,
        plan: &run.plan,
        tiers,
        run: RunFacts {
            program_version: env!("CARGO_PKG_VERSION").to_owned(),
            termination: run.termination,
            method: case.policy.solver.method.code().to_owned(),
            digests: Vec::new(),
        },
    })
}

/// When each stage of a run began; stops the run at the time limit, as the command does.
struct StageClock {
    began: Instant,
    limit: Duration,
    begun: Mutex<Vec<(Stage, Instant)>>,
}

impl StageClock {
    fn new(limit_s: f64) -> Self {
        Self {
            began: Instant::now(),
            limit: Duration::from_secs_f64(limit_s),
            begun: Mutex::new(Vec::new()),
        }
    }

    fn seconds(&self) -> Vec<(Stage, f64)> {
        let mut begun = self.begun.lock().unwrap().clone();
        let now = Instant::now();
        let mut ends: Vec<Instant> = begun.iter().skip(1).map(|(_, at)| *at).collect();
        ends.push(now);
        begun
            .drain(..)
            .zip(ends)
            .map(|((stage, at), end)| (stage, end.duration_since(at).as_secs_f64()))
            .collect()
    }
}

impl Watch for StageClock {
    fn stop(&self) -> Option<Termination> {
        (self.began.elapsed() >= self.limit).then_some(Termination::TimeLimit)
    }
}

impl EngineWatch for StageClock {
    fn stage(&self, stage: Stage) {
        self.begun.lock().unwrap().push((stage, Instant::now()));
    }
}
