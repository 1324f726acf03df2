//! `jiedui assign`: the yearly assignment, from files to a run folder.

use crate::arguments::{AssignArguments, Form, Method};
use crate::console::{Channel, Console};
use crate::exit::{Exit, Failure};
use crate::manifest::{Manifest, PROGRAM_VERSION, digest};
use crate::progress::Progress;
use crate::run_folder::{Destination, RunFolder};
use crate::saved_run::{self, CERTIFICATE, DOSSIER, KNOWLEDGE};
use crate::{conflict, findings, input, interrupt, plan_file};
use jiedui_diagnostics::{Diagnostic, Summary};
use jiedui_domain::{Case, SolveMethod, SolverOptions, Termination};
use jiedui_engine::conflict_report::ConflictReport;
use jiedui_engine::{
    Digest, EngineError, Run, RunOptions, RunOutcome, Stage, assign_from, explain_conflict,
    pairs_csv, plan_csv, price_pairs,
};
use jiedui_messages::Lang;
use jiedui_report::{Depth, markdown, terminal};
use serde_json::json;
use std::path::Path;

pub(crate) fn run(arguments: &AssignArguments, console: &Console) -> Result<Exit, Failure> {
    let now = jiff::Timestamp::now();
    let mut loaded = input::read(&arguments.case)?;
    let mut inputs: Vec<Digest> = loaded
        .inputs
        .iter()
        .map(|(name, bytes)| digest(name, bytes))
        .collect();
    // A plan that starts from an earlier run depends on it like on any other input.
    let mut known = None;
    if let Some(run) = &arguments.from {
        let (knowledge, own) = saved_run::knowledge(run)?;
        inputs.push(own);
        known = Some(match &arguments.start {
            Some(path) => {
                let (plan, own) = plan_file::read_with_digest(&loaded.case, path)?;
                inputs.push(own);
                knowledge.starting_at(&loaded.case, &plan)
            }
            None => knowledge,
        });
    }
    let options = solver_options(arguments, &loaded.case.policy.solver);
    // The run folder keeps what decides the plan; the number of threads does not.
    loaded.case.policy.solver = SolverOptions {
        threads: loaded.case.policy.solver.threads,
        ..options.clone()
    };
    let case = &loaded.case;
    say_warnings(console, &loaded.warnings);
    interrupt::listen(console);
    let folder = RunFolder::begin(match &arguments.out {
        Some(path) => Destination::Stated(path.clone()),
        None => Destination::Named(format!(
            "{}-{}",
            file_name(&case.info.name),
            now.strftime("%Y%m%dT%H%M%SZ")
        )),
    })?;
    let progress = Progress::start(console, &case.policy, options.time_limit_s);
    let run_options = RunOptions {
        solver: options.clone(),
        program_version: PROGRAM_VERSION.to_owned(),
        digests: inputs.clone(),
    };
    let mut outcome = assign_from(case, &run_options, known.as_ref(), &progress);
    let priced = match &mut outcome {
        Ok(RunOutcome::Solved(run)) => price_pairs(case, run, options.threads),
        _ => Ok(()),
    };
    let conflict = match &outcome {
        Ok(outcome) => {
            let cells = &loaded.policy_cells;
            explain_conflict(
                case,
                outcome,
                known.as_ref(),
                cells,
                &run_options,
                &progress,
            )
        }
        Err(_) => Ok(None),
    };
    let in_own_heads = |report| conflict::in_own_heads(report, &loaded.heads);
    let conflict = conflict.map(|report| report.map(in_own_heads));
    let course = progress.finish();
    say_times(console, &course.stages);
    let started = now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let manifest = Manifest::new(case, &options, &started, inputs)
        .with_source(&arguments.case)
        .with_times(&course.stages)
        .with_milestones(course.milestones);
    match outcome.map_err(|error| unsolved(error, console))? {
        RunOutcome::Solved(run) => {
            priced.map_err(|error| unsolved(error, console))?;
            let ending =
                findings::ending(console, run.termination, &run.tiers, options.time_limit_s);
            if let Some(ending) = ending {
                console.diagnostics(&[ending], Channel::Error);
            }
            let manifest = manifest.solved(run.termination, run.effort);
            let path = write_run(folder, case, &run, manifest)?;
            say_summary(arguments, console, &run, &path);
            Ok(match run.termination {
                Termination::Optimal | Termination::EffortSpent => Exit::Done,
                Termination::TimeLimit | Termination::Interrupted => Exit::Stopped,
            })
        }
        RunOutcome::Refused {
            forced,
            shortages,
            graph,
        } => {
            let causes = findings::refusals(console, case, &graph, &forced, &shortages);
            console.diagnostics(&causes, Channel::Error);
            let report = conflict.map_err(|error| unsolved(error, console))?;
            write_conflict(folder, arguments, console, case, report, manifest)
        }
        RunOutcome::Infeasible => {
            console.diagnostics(&[Diagnostic::new("E0704")], Channel::Error);
            let report = conflict.map_err(|error| unsolved(error, console))?;
            write_conflict(folder, arguments, console, case, report, manifest)
        }
        RunOutcome::NoPlan(stopped) => {
            console.diagnostics(&[findings::no_plan(stopped)], Channel::Error);
            Ok(Exit::Stopped)
        }
    }
}

/// The policy's way to solve, with what the command line overrides.
fn solver_options(arguments: &AssignArguments, policy: &SolverOptions) -> SolverOptions {
    let mut options = policy.clone();
    if let Some(method) = arguments.method {
        options.method = match method {
            Method::Decomposition => SolveMethod::Decomposition,
            Method::Monolithic => SolveMethod::Monolithic,
        };
    }
    options.effort = arguments.effort.unwrap_or(options.effort);
    options.time_limit_s = arguments.time_limit.unwrap_or(options.time_limit_s);
    options.seed = arguments.seed.unwrap_or(options.seed);
    options.threads = arguments.threads.unwrap_or(options.threads);
    options
}

/// Bytes of a case's name in a file name: with what is added to it, no more than any file system allows (255).
const LONGEST_NAME: usize = 150;

/// A case's name as part of a file name; of a long one the beginning.
pub(super) fn file_name(name: &str) -> String {
    name[..name.floor_char_boundary(LONGEST_NAME)]
        .chars()
        .map(|character| match character {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            other if other.is_control() || other.is_whitespace() => '-',
            other => other,
        })
        .collect()
}

/// Warnings in full only where somebody asked: the summary should stay on the screen.
fn say_warnings(console: &Console, warnings: &[Diagnostic]) {
    if warnings.is_empty() || console.quiet {
        return;
    }
    if console.verbose || console.messages_are_json() {
        console.diagnostics(warnings, Channel::Error);
    } else {
        let count = Summary::of(warnings).warnings.to_string();
        console.note(&console.text("cli-warnings", &[("count", &count)]));
    }
}

fn say_times(console: &Console, times: &[(Stage, f64)]) {
    if !console.verbose {
        return;
    }
    for (stage, seconds) in times {
        let stage = console.text(&format!("progress-{}", stage.code()), &[]);
        let seconds = format!("{seconds:.3}");
        console.note(&console.text(
            "cli-stage-time",
            &[("stage", &stage), ("seconds", &seconds)],
        ));
    }
}

/// Writes the folder of a run that found a plan.
pub(super) fn write_run(
    mut folder: RunFolder,
    case: &Case,
    run: &Run,
    manifest: Manifest,
) -> Result<std::path::PathBuf, Failure> {
    let mut dossier = run.dossier.to_json().map_err(Failure::defect)?;
    dossier.push('\n');
    folder.write("plan.csv", &plan_csv(case, &run.plan))?;
    folder.write("pairs.csv", &pairs_csv(case, &run.graph, &run.plan))?;
    folder.write(DOSSIER, &dossier)?;
    let mut knowledge = serde_json::to_string(&run.knowledge).map_err(Failure::defect)?;
    knowledge.push('\n');
    folder.write(KNOWLEDGE, &knowledge)?;
    let mut certificate = serde_json::to_string(&run.certificate).map_err(Failure::defect)?;
    certificate.push('\n');
    folder.write(CERTIFICATE, &certificate)?;
    folder.write("report.md", &markdown::report(&run.dossier, Lang::Zh))?;
    folder.write("report.en.md", &markdown::report(&run.dossier, Lang::En))?;
    folder.write_input(case)?;
    folder.complete(manifest)
}

fn say_summary(arguments: &AssignArguments, console: &Console, run: &Run, path: &Path) {
    let path = path.display().to_string();
    match arguments.format {
        Form::Human => {
            let summary = terminal::summary(&run.dossier, Some(&path), console.lang, console.width);
            console.out(&summary);
        }
        Form::Json => {
            let summary = json!({
                "outcome": "solved",
                "termination": run.dossier.run.termination,
                "reproducible": run.dossier.run.reproducible,
                "verdict": run.dossier.run.verdict,
                "tiers": run.dossier.tiers,
                "measures": run.dossier.measures,
                "run_folder": path,
            });
            console.out(&format!("{summary:#}\n"));
        }
    }
}

/// Writes why there is no plan, and says it.
fn write_conflict(
    folder: RunFolder,
    arguments: &AssignArguments,
    console: &Console,
    case: &Case,
    report: Option<ConflictReport>,
    manifest: Manifest,
) -> Result<Exit, Failure> {
    let Some(report) = report else {
        return Err(Failure::defect(
            "no conflict report of a case without a plan",
        ));
    };
    let path = conflict_folder(folder, case, &report, manifest)?;
    let path = path.display().to_string();
    match arguments.format {
        Form::Human => {
            let Console { lang, width, .. } = *console;
            let page = jiedui_report::conflict::terminal(&report, Depth::Page, lang, width);
            console.out(&page);
            console.note(&console.text("cli-conflict-written", &[("folder", &path)]));
        }
        Form::Json => {
            let summary = json!({
                "outcome": report.outcome,
                "sets": report.sets.len(),
                "repairs": report.repairs.len(),
                "run_folder": path,
            });
            console.out(&format!("{summary:#}\n"));
        }
    }
    Ok(Exit::Infeasible)
}

/// Writes the folder of a run without a plan.
pub(super) fn conflict_folder(
    mut folder: RunFolder,
    case: &Case,
    report: &ConflictReport,
    manifest: Manifest,
) -> Result<std::path::PathBuf, Failure> {
    conflict::write(&mut folder, report)?;
    folder.write_input(case)?;
    folder.complete(manifest.without_plan(report.search.stopped))
}

/// What ended a run without an outcome.
fn unsolved(error: EngineError, console: &Console) -> Failure {
    match error {
        EngineError::Refuted(verdict) => Failure {
            exit: Exit::Defect,
            why: crate::exit::Why::Diagnostics(super::verify::broken_rules(
                console, &verdict, false,
            )),
        },
        other => Failure::unsolved(other),
    }
}
