//! `jiedui evaluate --plan plan.csv`: a plan that people made or that is in force, judged.

use crate::arguments::{EvaluateArguments, Form};
use crate::commands::evaluate_distances::unknown_distances;
use crate::commands::evaluate_text::Told;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::manifest::PROGRAM_VERSION;
use crate::progress::Progress;
use crate::{input, interrupt, plan_file, saved_run};
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::{Case, Names, Plan, Termination};
use jiedui_engine::{EvaluateOptions, RunOptions, RunOutcome, assign, evaluate, standings};
use jiedui_report::terminal::wrapped;
use std::collections::BTreeSet;
use std::path::Path;

/// Changes tried in earnest.
const TRIED: usize = 40;

pub(crate) fn run(arguments: &EvaluateArguments, console: &Console) -> Result<Exit, Failure> {
    let loaded = input::read(&arguments.case)?;
    let case = &loaded.case;
    let plan = plan_file::read(case, &arguments.plan)?;
    let mut exit = Exit::Done;
    let best = match &arguments.against {
        Some(run) => Some(best_of_run(case, run)?),
        None if arguments.no_solve => None,
        None => {
            let (best, stopped) = solve(case, console)?;
            if stopped {
                exit = Exit::Stopped;
            }
            best
        }
    };
    let options = EvaluateOptions {
        solver: case.policy.solver.clone(),
        tried: TRIED,
    };
    let evaluation = evaluate(case, &plan, &options).map_err(Failure::unsolved)?;
    let told = Told {
        console,
        case,
        names: Names::of(case),
        evaluation: &evaluation,
        unknown: unknown_distances(case, &evaluation.plan).map_err(Failure::defect)?,
        best: best.as_deref(),
        solved: !arguments.no_solve,
        plan: &arguments.plan,
    };
    match arguments.format {
        Form::Human => console.out(&wrapped(&told.text(), console.width)),
        Form::Json => console.out(&format!("{:#}\n", told.json())),
    }
    Ok(exit)
}

/// What is known of the best plan in one priority.
#[derive(Clone, Copy)]
pub(super) struct Best {
    pub(super) value: f64,
    pub(super) bound: f64,
    /// Whether the bound is the solver's word: no certificate proves it, or only a weaker one.
    pub(super) is_word: bool,
}

fn is_word(certified: Option<f64>, bound: f64) -> bool {
    certified.is_none_or(|certified| certified > bound + 1e-9 * bound.abs().max(1.0))
}

/// The priorities of a run. *Errors:* E0903–E0905, E0930 where it pursues something else.
fn best_of_run(case: &Case, run: &Path) -> Result<Vec<Best>, Failure> {
    let dossier = saved_run::dossier(run)?;
    let asked = standings(case, &Plan::default());
    let same = asked.len() == dossier.tiers.len()
        && asked.iter().zip(&dossier.tiers).all(|(asked, tier)| {
            asked.priority == tier.priority
                && asked.objectives.len() == tier.objectives.len()
                && asked.objectives.iter().zip(&tier.objectives).all(|(a, b)| {
                    let tracks = a.tracks.iter();
                    let tracks = tracks.map(|track| &case.policy.tracks[*track].code);
                    a.measure == b.measure
                        && a.weight == b.weight
                        && a.by_age == b.by_age
                        && tracks.eq(&b.tracks)
                })
        });
    let helpers = case.helpers.ids().map(|id| case.helpers[id].code.as_str());
    let known_helpers = dossier.helpers.iter().map(|entry| entry.code.as_str());
    let recipients = case.recipients.ids().map(|id| case.recipient_code(id));
    let known_recipients = dossier.recipients.iter().map(|entry| entry.code.as_str());
    let parties = sorted(helpers) == sorted(known_helpers)
        && sorted(recipients) == sorted(known_recipients)
        && case.info.year == dossier.run.year;
    let reason = match (parties, same) {
        // The run keeps the case that it solved: other figures have another best plan.
        (true, true) if !run_case(run, case)?.has_same_data_as(case) => "data",
        (true, true) => {
            let tiers = dossier.tiers.iter();
            return Ok(tiers
                .map(|tier| Best {
                    value: tier.in_plan,
                    bound: tier.bound,
                    is_word: is_word(tier.certified, tier.bound),
                })
                .collect());
        }
        (false, _) => "case",
        (_, false) => "priorities",
    };
    let problem = Diagnostic::new("E0930").with("value", run.display());
    Err(Failure::rejected_for(problem.with("reason", reason)))
}

fn sorted<'a>(codes: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    codes.collect()
}

/// The case that a run solved; how long it searched does not matter.
fn run_case(run: &Path, case: &Case) -> Result<Case, Failure> {
    let mut loaded = input::read_archived(run)?;
    loaded.case.policy.solver = case.policy.solver.clone();
    Ok(loaded.case)
}

/// The best plan, and whether the search was stopped; no figures where no plan exists.
fn solve(case: &Case, console: &Console) -> Result<(Option<Vec<Best>>, bool), Failure> {
    interrupt::listen(console);
    let solver = case.policy.solver.clone();
    let progress = Progress::start(console, &case.policy, solver.time_limit_s);
    let options = RunOptions {
        solver,
        program_version: PROGRAM_VERSION.to_owned(),
        digests: Vec::new(),
    };
    let outcome = assign(case, &options, &progress);
    progress.finish();
    Ok(match outcome.map_err(Failure::unsolved)? {
        RunOutcome::Solved(run) => {
            let best = run.tiers.iter().map(|tier| Best {
                value: tier.in_plan,
                bound: tier.bound,
                is_word: is_word(tier.certified, tier.bound),
            });
            let stopped = matches!(
                run.termination,
                Termination::TimeLimit | Termination::Interrupted
            );
            (Some(best.collect()), stopped)
        }
        RunOutcome::Refused { .. } | RunOutcome::Infeasible => {
            console.note(&console.text("eva-no-best", &[]));
            (None, false)
        }
        RunOutcome::NoPlan(_) => (None, true),
    })
}
