//! `jiedui compare A B`: what differs between two runs, from their dossiers alone.

use crate::arguments::{CompareArguments, TextForm};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::manifest::Outcome;
use crate::saved_run;
use jiedui_engine::{Dossier, compare};
use jiedui_report::comparison::{self, Compared};
use std::path::Path;

pub(crate) fn run(arguments: &CompareArguments, console: &Console) -> Result<Exit, Failure> {
    let before = dossier(&arguments.before, console)?;
    let after = dossier(&arguments.after, console)?;
    let comparison = compare(&before, &after);
    let labels = (
        arguments.before.display().to_string(),
        arguments.after.display().to_string(),
    );
    let compared = Compared {
        comparison: &comparison,
        before: &before,
        after: &after,
        labels: (&labels.0, &labels.1),
    };
    console.out(&match arguments.format {
        TextForm::Human => comparison::terminal(compared, console.lang, console.width),
        TextForm::Md => comparison::markdown(compared, console.lang),
        TextForm::Json => {
            let json = serde_json::to_string_pretty(&comparison).map_err(Failure::defect)?;
            json + "\n"
        }
    });
    Ok(Exit::Done)
}

/// The dossier of a run that found a plan. *Errors:* E0903, E0904, E0905; exit code 1 for a run without
/// a plan.
fn dossier(run: &Path, console: &Console) -> Result<Dossier, Failure> {
    let no_plan =
        saved_run::manifest(run).is_ok_and(|manifest| manifest.outcome == Outcome::Infeasible);
    if no_plan {
        let folder = run.display().to_string();
        let sentence = console.text("cmp-no-plan", &[("folder", &folder)]);
        return Err(Failure::said(Exit::Rejected, sentence));
    }
    saved_run::dossier(run)
}
