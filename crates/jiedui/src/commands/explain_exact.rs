//! `jiedui explain RUN --why-not H:R --exact`, `--pair H:R --exact`: what the pair, or doing without it,
//! would cost and whom, from the run's own input.

use super::explain::{depth, split, tell_saved, unknown};
use super::explain_decisions::own_case;
use super::explain_resolved::known;
use crate::answers::{self, Answered};
use crate::arguments::{Depth, ExplainArguments, Form};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::interrupt;
use crate::manifest::PROGRAM_VERSION;
use crate::new_file::{NotWritten, write_new};
use crate::partial_folder::check_e0902_unwritable;
use crate::progress::Progress;
use jiedui_domain::{Case, Plan};
use jiedui_engine::why_not_report::{Answer, Asked, WhyNot};
use jiedui_engine::{PairAnswer, RunOptions, counterfactuals, plan_csv, why_not};
use jiedui_report::{find_helper, find_recipient};
use std::path::Path;

pub(crate) fn run(arguments: &ExplainArguments, console: &Console) -> Result<Exit, Failure> {
    let run = &arguments.run.run;
    let Some(pair) = arguments.why_not.as_ref().or(arguments.pair.as_ref()) else {
        let sentence = console.text("cli-exact-alone", &[]);
        return Err(Failure::said(Exit::Usage, sentence));
    };
    let (helper, recipient) = split(pair, console)?;
    let (dossier, case) = own_case(run)?;
    let refused = |error| unknown(&error, &dossier, console);
    let helper = find_helper(&dossier, helper).map_err(refused)?;
    let recipient = find_recipient(&dossier, recipient).map_err(refused)?;
    let formed = dossier.pair(helper, recipient).is_some();
    let asked = if arguments.pair.is_some() && formed {
        Asked::NotFormed
    } else {
        Asked::Formed
    };
    let ids = (
        case.helper_by_code(helper),
        case.recipient_by_code(recipient),
    );
    let (Some(helper_id), Some(recipient_id)) = ids else {
        // The dossier and the input are of one run, so both know the same parties.
        return Err(Failure::defect("the input does not have the pair"));
    };
    let known = known(run)?;
    if let Some(path) = &arguments.plan_out
        && path.exists()
    {
        return Err(taken(path, console));
    }
    interrupt::listen(console);
    let solver = case.policy.solver.clone();
    // A counterfactual is a row of solves.
    let solves = if arguments.counterfactual { 40.0 } else { 1.0 };
    let progress = Progress::start(console, &case.policy, solver.time_limit_s * solves);
    let options = RunOptions {
        solver,
        program_version: PROGRAM_VERSION.to_owned(),
        digests: Vec::new(),
    };
    let pair = (helper_id, recipient_id);
    let known = known.as_ref();
    let found =
        why_not(&case, &dossier, pair, asked, &options, known, &progress).and_then(|mut answer| {
            if arguments.counterfactual && may_be_formed(&answer.why) {
                let found = counterfactuals(&case, pair, &options, known, &progress)?;
                answer.why.counterfactuals = Some(found);
            }
            Ok(answer)
        });
    let exit = progress.finish_answer();
    let PairAnswer { why: answer, plan } = found.map_err(Failure::unsolved)?;
    if let Some(path) = &arguments.plan_out {
        write_plan(&case, plan.as_ref(), path, console)?;
    }
    if arguments.save {
        let path = answers::save(run, Answered::Pair(Box::new(answer.clone())))?;
        tell_saved(&path, console);
    }
    let text = match arguments.format {
        Form::Human => {
            let Console { lang, width, .. } = *console;
            let depth = depth(arguments.depth.unwrap_or(Depth::Page));
            jiedui_report::why_not::terminal(&answer, &dossier, depth, lang, width)
        }
        Form::Json => {
            let json = serde_json::to_string_pretty(&answer).map_err(Failure::defect)?;
            format!("{json}\n")
        }
    };
    console.out(&text);
    Ok(exit)
}

/// Whether data could form the pair: it is not formed, and its track forms pairs.
fn may_be_formed(answer: &WhyNot) -> bool {
    !matches!(answer.answer, Answer::AsAsked | Answer::Divisible)
}

/// Writes the plan that an answer tells of as a file that `assign --start` and `evaluate` read, and says so.
fn write_plan(
    case: &Case,
    plan: Option<&Plan>,
    path: &Path,
    console: &Console,
) -> Result<(), Failure> {
    let Some(plan) = plan else {
        console.note(&console.text("cli-plan-none", &[]));
        return Ok(());
    };
    write_new(path, plan_csv(case, plan).as_bytes()).map_err(|why| match why {
        NotWritten::Taken => taken(path, console),
        NotWritten::Unwritable => check_e0902_unwritable(path),
    })?;
    let file = path.display().to_string();
    console.note(&console.text("cli-plan-written", &[("file", &file)]));
    Ok(())
}

fn taken(path: &Path, console: &Console) -> Failure {
    let file = path.display().to_string();
    Failure::said(
        Exit::Rejected,
        console.text("cli-plan-taken", &[("file", &file)]),
    )
}
