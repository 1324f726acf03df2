//! `jiedui explain RUN --limits` and `--alternatives K --within X`: what more of each limit would bring, and
//! other plans that are nearly as good, from the run's own input.

use super::explain::{depth, unknown};
use super::explain_resolved::OwnRun;
use crate::arguments::{Depth, ExplainArguments, Form};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::interrupt;
use crate::progress::Progress;
use jiedui_engine::{AlternativesAsked, WhichLimits, limit_prices, plan_alternatives};
use jiedui_report::{find_helper, find_recipient};
use serde::Serialize;

/// Limits on pairs that a policy may have in each track.
const RULES_OF_A_TRACK: usize = 4;

pub(crate) fn limits(arguments: &ExplainArguments, console: &Console) -> Result<Exit, Failure> {
    let run = OwnRun::read(&arguments.run.run, "cli-exact-no-plan", console)?;
    let refused = |error| unknown(&error, &run.dossier, console);
    let mut which = WhichLimits {
        rules: arguments.exact,
        ..WhichLimits::default()
    };
    if let Some(helper) = &arguments.helper {
        let code = find_helper(&run.dossier, helper).map_err(refused)?;
        which.helper = Some(run.helper(code)?);
    }
    if let Some(recipient) = &arguments.recipient {
        let code = find_recipient(&run.dossier, recipient).map_err(refused)?;
        which.recipient = Some(run.recipient(code)?);
    }
    interrupt::listen(console);
    let options = run.options();
    let solves = if arguments.exact {
        run.case.policy.tracks.len() * RULES_OF_A_TRACK
    } else {
        1
    };
    let seconds = options.solver.time_limit_s * solves as f64;
    let progress = Progress::start(console, &run.case.policy, seconds);
    let found = limit_prices(
        &run.case,
        &run.dossier,
        &run.plan,
        which,
        &options,
        run.known.as_ref(),
        &progress,
    );
    let exit = progress.finish_answer();
    let prices = found.map_err(Failure::unsolved)?;
    say((&prices, exit), arguments, console, |depth| {
        let Console { lang, width, .. } = *console;
        jiedui_report::limit_prices::terminal(&prices, &run.dossier, depth, lang, width)
    })
}

pub(crate) fn alternatives(
    arguments: &ExplainArguments,
    plans: usize,
    console: &Console,
) -> Result<Exit, Failure> {
    let run = OwnRun::read(&arguments.run.run, "cli-exact-no-plan", console)?;
    interrupt::listen(console);
    let options = run.options();
    let seconds = options.solver.time_limit_s * plans as f64;
    let progress = Progress::start(console, &run.case.policy, seconds);
    let asked = AlternativesAsked {
        plans,
        within: arguments.within.unwrap_or(0.0),
    };
    let found = plan_alternatives(
        &run.case,
        &run.dossier,
        &run.plan,
        asked,
        &options,
        run.known.as_ref(),
        &progress,
    );
    let exit = progress.finish_answer();
    let found = found.map_err(Failure::unsolved)?;
    say((&found, exit), arguments, console, |depth| {
        let Console { lang, width, .. } = *console;
        jiedui_report::plan_alternatives::terminal(&found, &run.dossier, depth, lang, width)
    })
}

fn say<T: Serialize>(
    (answer, exit): (&T, Exit),
    arguments: &ExplainArguments,
    console: &Console,
    told: impl Fn(jiedui_report::Depth) -> String,
) -> Result<Exit, Failure> {
    let text = match arguments.format {
        Form::Human => told(depth(arguments.depth.unwrap_or(Depth::Page))),
        Form::Json => {
            let json = serde_json::to_string_pretty(answer).map_err(Failure::defect)?;
            format!("{json}\n")
        }
    };
    console.out(&text);
    Ok(exit)
}
