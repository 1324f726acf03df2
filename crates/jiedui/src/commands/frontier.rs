//! `jiedui frontier --between M1,M2`: the plans of which none is better in one measure without being
//! worse in the other.

use crate::arguments::{Form, FrontierArguments};
use crate::commands::frontier_text::Told;
use crate::console::{Channel, Console};
use crate::exit::{Exit, Failure};
use crate::new_folder::NewFolder;
use crate::progress::Progress;
use crate::{findings, input, interrupt};
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::{Case, Measure, Objective, Policy};
use jiedui_engine::{
    EngineWatch, Frontier, FrontierOptions, FrontierOutcome, Side, frontier, plan_csv,
};
use std::path::PathBuf;

pub(crate) fn run(arguments: &FrontierArguments, console: &Console) -> Result<Exit, Failure> {
    let between = sides(&arguments.between)?;
    let loaded = input::read(&arguments.case)?;
    let case = &loaded.case;
    let folder = arguments.out.clone().unwrap_or_else(|| {
        let (first, second) = between;
        PathBuf::from(format!("frontier-{}-{}", first.code(), second.code()))
    });
    interrupt::listen(console);
    let folder_shown = folder.display().to_string();
    let folder = NewFolder::begin(console, &folder)?;
    let mut solver = case.policy.solver.clone();
    solver.effort = arguments.effort.unwrap_or(solver.effort);
    // The safety net is for the whole frontier.
    let limit = arguments
        .time_limit
        .unwrap_or(solver.time_limit_s * arguments.points as f64);
    let progress = Progress::start(console, &policy_of(case, between), limit);
    let options = FrontierOptions {
        between,
        points: arguments.points,
        solver,
    };
    let watch: &dyn EngineWatch = &progress;
    let outcome = frontier(case, &options, watch);
    progress.finish();
    let found = match outcome.map_err(Failure::unsolved)? {
        FrontierOutcome::Found(found) => found,
        FrontierOutcome::Infeasible => {
            console.diagnostics(&[Diagnostic::new("E0704")], Channel::Error);
            console.note(&console.text("fro-infeasible", &[]));
            return Ok(Exit::Infeasible);
        }
        FrontierOutcome::Undefined(side) => {
            return Err(check_e0931("undefined", side.code()));
        }
        FrontierOutcome::NoPlan(stopped) => {
            console.diagnostics(&[findings::no_plan(stopped)], Channel::Error);
            return Ok(Exit::Stopped);
        }
    };
    let told = Told {
        console,
        case,
        between,
        frontier: &found,
    };
    write(&folder, case, &found, &told)?;
    folder.complete()?;
    match arguments.format {
        Form::Human => {
            console.out(&told.terminal());
            console.out(&console.text("fro-written", &[("folder", &folder_shown)]));
            console.out("\n");
        }
        Form::Json => console.out(&format!("{:#}\n", told.json())),
    }
    Ok(match found.stopped {
        None => Exit::Done,
        Some(_) => Exit::Stopped,
    })
}

/// The file of a point's plan.
pub(super) fn plan_file(index: usize) -> String {
    format!("plan-{:02}.csv", index + 1)
}

fn write(
    folder: &NewFolder,
    case: &Case,
    frontier: &Frontier,
    told: &Told<'_>,
) -> Result<(), Failure> {
    for (index, point) in frontier.points.iter().enumerate() {
        folder.write(&plan_file(index), &plan_csv(case, &point.plan))?;
    }
    folder.write("frontier.csv", &told.csv())?;
    folder.write("frontier.json", &format!("{:#}\n", told.json()))?;
    folder.write("frontier.md", &told.markdown())
}

/// The two sides that are asked for; the one that counts something comes second, since it is the one
/// that is kept at levels.
fn sides(between: &str) -> Result<(Side, Side), Failure> {
    let names: Vec<&str> = between.split([',', '，', '、']).map(str::trim).collect();
    let &[first, second] = names.as_slice() else {
        return Err(check_e0931("two", between));
    };
    let side = |name: &str| Side::from_code(name).ok_or_else(|| check_e0931("unknown", name));
    let (first, second) = (side(first)?, side(second)?);
    if first.measure() == second.measure() {
        return Err(check_e0931("same", between));
    }
    Ok(if first.is_count() && !second.is_count() {
        (second, first)
    } else {
        (first, second)
    })
}

/// E0931: no two different measures.
fn check_e0931(reason: &str, value: &str) -> Failure {
    let names = Measure::ALL.iter().map(|measure| measure.code());
    let names: Vec<&str> = names.chain([Side::Changes.code()]).collect();
    let problem = Diagnostic::new("E0931")
        .with("reason", reason)
        .with("value", value)
        .with("allowed", names.join(" / "));
    Failure::rejected_for(problem)
}

/// The policy as the frontier uses it, for the names on the line of progress.
fn policy_of(case: &Case, between: (Side, Side)) -> Policy {
    let mut policy = case.policy.clone();
    // The ends optimise the one side first, the points between them the other: each priority is called by
    // both.
    let priorities = (1..=3).flat_map(|priority| [(between.0, priority), (between.1, priority)]);
    policy.objectives = priorities
        .map(|(side, priority)| Objective::plain(side.measure(), priority))
        .collect();
    policy
}
