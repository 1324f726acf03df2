//! `jiedui explain RUN --decisions`: what each human decision costs, from the run's own input.

use super::explain_resolved::OwnRun;
use crate::answers::{self, Answered};
use crate::arguments::{Depth, ExplainArguments, Form};
use crate::commands::verify::{changed_files, unlisted_tables};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::progress::Progress;
use crate::run_folder::INPUT;
use crate::saved_run::{DOSSIER, PLAN};
use crate::{input, interrupt, saved_run};
use jiedui_domain::Case;
use jiedui_engine::decision_report::DecisionPrices;
use jiedui_engine::dossier::{DecisionFact, ExclusionReason};
use jiedui_engine::{Dossier, decision_prices};
use std::path::Path;

pub(crate) fn run(arguments: &ExplainArguments, console: &Console) -> Result<Exit, Failure> {
    let run = &arguments.run.run;
    let own = OwnRun::read(run, "cli-decisions-no-plan", console)?;
    let options = own.options();
    let OwnRun {
        dossier,
        case,
        plan,
        known,
    } = own;
    interrupt::listen(console);
    // Each solve may take as long as the run's own.
    let solves = (case.decisions.len() + 1) as f64;
    let seconds = options.solver.time_limit_s * solves;
    let progress = Progress::start(console, &case.policy, seconds);
    let found = decision_prices(
        &case,
        &dossier.tiers,
        &plan,
        &options,
        known.as_ref(),
        &progress,
    );
    let exit = progress.finish_answer();
    let mut prices = found.map_err(Failure::unsolved)?;
    tell_own_cells(&mut prices, &dossier);
    if arguments.save {
        let path = answers::save(run, Answered::Decisions(prices.clone()))?;
        super::explain::tell_saved(&path, console);
    }
    match arguments.format {
        Form::Human => {
            let Console { lang, width, .. } = *console;
            let depth = arguments.depth.unwrap_or(Depth::Page);
            let text = jiedui_report::decisions::terminal(
                &prices,
                super::explain::depth(depth),
                lang,
                width,
            );
            console.out(&text);
        }
        Form::Json => {
            let json = serde_json::to_string_pretty(&prices).map_err(Failure::defect)?;
            console.out(&format!("{json}\n"));
        }
    }
    Ok(exit)
}

/// The dossier of a run, and the case from the run's own copy of its input.
///
/// *Errors:* E0903–E0906; E0904 for each file, of those the answer rests on, that is not what it was.
pub(super) fn own_case(run: &Path) -> Result<(Dossier, Case), Failure> {
    check_own_files(run)?;
    let dossier = saved_run::dossier(run)?;
    let case = input::read_archived(run)?.case;
    Ok((dossier, case))
}

/// E0904 for every file of a run's input, dossier and plan that is not what it was. *Errors:* E0903.
pub(super) fn check_own_files(run: &Path) -> Result<(), Failure> {
    let mut manifest = saved_run::manifest(run)?;
    // Reports may be edited; what an answer rests on may not.
    let inputs = format!("{INPUT}/");
    let unlisted = unlisted_tables(run, &manifest);
    manifest
        .files
        .retain(|file| file.name.starts_with(&inputs) || [DOSSIER, PLAN].contains(&&*file.name));
    let mut problems = changed_files(run, &manifest)?;
    problems.extend(unlisted);
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Failure::rejected(problems))
    }
}

/// The run's copy of the input has other rows than the user's own files: the dossier knows those.
fn tell_own_cells(prices: &mut DecisionPrices, dossier: &Dossier) {
    for one in &mut prices.decisions {
        let (helper, recipient) = (&one.helper.code, &one.recipient.code);
        let locked = dossier
            .pair(helper, recipient)
            .and_then(|pair| pair.locked.as_ref());
        let forbidden = dossier
            .exclusion(helper, recipient)
            .and_then(|row| row.reasons.iter().find_map(decision_of));
        match locked.or(forbidden) {
            Some(decision) => one.decision = decision.clone(),
            None => one.decision.fact.file = format!("{INPUT}/{}", one.decision.fact.file),
        }
    }
}

fn decision_of(reason: &ExclusionReason) -> Option<&DecisionFact> {
    match reason {
        ExclusionReason::Forbidden { decision } => Some(decision),
        _ => None,
    }
}
