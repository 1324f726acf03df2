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
use jiedui_domain::{Case, Id, TierResult};
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

    stage(&mut criterion, "read", &subjects, |subject| subject.load());
    stage(&mut criterion, "graph", &subjects, |subject| {
        examine(subject.case()).unwrap()
    });
    stage(&mut criterion, "program", solved, |subject| {
        Program::build(subject.case(), subject.graph())
    });
    stage(&mut criterion, "bound", &[&shipped], first_bound);
    stage(&mut criterion, "verify", solved, |subject| {
        let run = subject.run();
        jiedui_verify::check(subject.case(), &run.plan)
    });
    stage(&mut criterion, "explain", solved, |subject| {
        explanation(subject.case(), subject.run())
    });
    stage(&mut criterion, "report", solved, |subject| {
        let dossier = &subject.run().dossier;
        let page = markdown::report(dossier, Lang::Zh);
        (terminal::summary(dossier, None, Lang::Zh, 80), page)
    });
    criterion.final_summary();
    for subject in solved {
        subject.print_shares();
    }
}

/// One stage on several cases. Whatever the stage needs is made when it is first asked for, so that a
/// filter on the command line spares the rest.
fn stage<T>(
    criterion: &mut Criterion,
    name: &str,
    subjects: &[&Subject],
    run: impl Fn(&Subject) -> T,
) {
    let mut group: BenchmarkGroup<'_, WallTime> = criterion.benchmark_group(name);
    group.sampling_mode(SamplingMode::Flat).sample_size(10);
    for subject in subjects {
        group.bench_function(subject.name, |bencher| {
            bencher.iter(|| black_box(run(subject)));
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
            let clock = StageClock::default();
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
        let Some((_, stages)) = self.run.get() else {
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
            "{}: reading, validating and graph {before:.3} s; solve {solve:.3} s; ratio {:.2} %",
            self.name,
            100.0 * before / solve,
        );
    }
}

/// The bound of the first priority: pricing and master until they meet.
fn first_bound(subject: &Subject) -> f64 {
    static PROGRAM: OnceLock<Program> = OnceLock::new();
    let program = PROGRAM.get_or_init(|| Program::build(subject.case(), subject.graph()));
    let blocks = Blocks::new(program, &[]);
    let mut objective = vec![0.0; program.columns().len()];
    for (column, coefficient) in &program.tiers()[0].terms {
        objective[column.index()] += coefficient;
    }
    let limits = GenerationLimits {
        rounds: 400,
        gap: 0.001,
    };
    let generation = generate(&blocks, &objective, Warm::default(), limits, &Unwatched);
    generation.unwrap().unwrap().bound
}

fn explanation(case: &Case, run: &Run) -> jiedui_explain::Dossier {
    let tiers: &[TierResult] = &run.tiers;
    explain(ExplainInput {
        case,
        graph: &run.graph,
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

/// When each stage of a run began.
#[derive(Default)]
struct StageClock {
    begun: Mutex<Vec<(Stage, Instant)>>,
}

impl StageClock {
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

impl Watch for StageClock {}

impl EngineWatch for StageClock {
    fn stage(&self, stage: Stage) {
        self.begun.lock().unwrap().push((stage, Instant::now()));
    }
}
