//! The base of a what-if: a run folder, and the case that it was made from, read again.

use crate::arguments::CaseArguments;
use crate::commands::verify::changed_files;
use crate::exit::{Failure, Why};
use crate::input::Texts;
use crate::manifest::{Manifest, Options, Outcome, PROGRAM_VERSION, digest};
use crate::saved_run;
use jiedui_diagnostics::{Diagnostic, Location};
use jiedui_domain::{Case, SolveMethod, SolverOptions};
use jiedui_engine::scenario_records::BaseRecord;
use jiedui_engine::{BaseRun, Digest};
use jiedui_input::BaseInput;
use jiedui_input::overlay::Overlay;
use std::path::Path;
use std::sync::Arc;

/// The base, ready for scenarios.
pub(crate) struct Base {
    /// The case before a scenario's changes.
    pub(crate) input: BaseInput,
    /// The case that the base was solved for.
    pub(crate) case: Case,
    /// What the case's own warnings are: scenarios need not repeat them.
    pub(crate) warnings: Vec<Diagnostic>,
    /// What scenarios take over.
    pub(crate) run: BaseRun,
    /// What scenarios are compared with.
    pub(crate) record: BaseRecord,
    /// Digests of the input.
    pub(crate) digests: Vec<Digest>,
    /// Digest of what scenarios start from.
    pub(crate) knowledge: Digest,
    /// How the base was solved.
    pub(crate) options: Options,
}

/// Reads the base from its run folder and its input from where it was.
///
/// *Errors:* E0437 without a plan, E0438 where the input is not what it was, E0439 where nobody knows
/// where it is; E0903–E0906 for a run folder that is not whole.
pub(crate) fn read(run: &Path) -> Result<Base, Failure> {
    let manifest = saved_run::manifest(run)?;
    let changed = changed_files(run, &manifest)?;
    if !changed.is_empty() {
        return Err(Failure::rejected(changed));
    }
    if manifest.outcome == Outcome::Infeasible {
        return Err(refused("E0437", run));
    }
    let dossier = saved_run::dossier(run)?;
    let input = read_input(run, &manifest)?;
    let digests = check_e0438_same_input(&manifest, &input)?;
    let (case, warnings) = input
        .case(&Overlay::default(), &[])
        .map_err(Failure::rejected)?;
    let (knowledge, digest) = saved_run::knowledge(run)?;
    let stated = case.policy.solver.clone();
    Ok(Base {
        run: BaseRun {
            program_version: PROGRAM_VERSION.to_owned(),
            used: used(&manifest.options, &stated),
            stated,
            knowledge: Some(knowledge),
        },
        record: BaseRecord::of(&dossier),
        input,
        case,
        warnings,
        digests,
        knowledge: digest,
        options: manifest.options,
    })
}

fn refused(code: &'static str, run: &Path) -> Failure {
    Failure::rejected_for(Diagnostic::new(code).with("value", run.display()))
}

/// The input from where the manifest says. *Errors:* E0438, E0439.
fn read_input(run: &Path, manifest: &Manifest) -> Result<BaseInput, Failure> {
    let Some(source) = &manifest.source else {
        return Err(refused("E0439", run));
    };
    let arguments = CaseArguments {
        case: source.case.clone(),
        policy: source.policy.clone(),
        overlays: source.overlays.clone(),
    };
    let texts = Texts::read(&arguments, &source.folder).map_err(|mut failure| {
        if let Why::Diagnostics(problems) = &mut failure.why {
            for problem in problems
                .iter_mut()
                .filter(|problem| problem.code == "E0002")
            {
                let name = problem
                    .location
                    .as_ref()
                    .map(|place| place.file.to_string());
                *problem = check_e0438_file(&name.unwrap_or_default(), "missing");
            }
        }
        failure
    })?;
    Ok(texts.base())
}

/// Every file of the input as it was. *Errors:* E0438 for each that is not.
fn check_e0438_same_input(manifest: &Manifest, input: &BaseInput) -> Result<Vec<Digest>, Failure> {
    let found: Vec<Digest> = input
        .inputs
        .iter()
        .map(|(name, bytes)| digest(name, bytes))
        .collect();
    let stated: Vec<Digest> = manifest
        .inputs
        .iter()
        .filter(|stated| !saved_run::is_start(stated))
        .cloned()
        .collect();
    let mut problems = Vec::new();
    for stated in &stated {
        if !found.contains(stated) {
            let there = found.iter().any(|found| found.name == stated.name);
            let reason = if there { "changed" } else { "missing" };
            problems.push(check_e0438_file(&stated.name, reason));
        }
    }
    for new in &found {
        if !stated.iter().any(|stated| stated.name == new.name) {
            problems.push(check_e0438_file(&new.name, "changed"));
        }
    }
    if problems.is_empty() {
        return Ok(stated);
    }
    Err(Failure::rejected(problems))
}

fn check_e0438_file(name: &str, reason: &'static str) -> Diagnostic {
    Diagnostic::new("E0438")
        .at(Location::file(&Arc::from(name)))
        .with("value", name)
        .with("reason", reason)
}

/// The way to solve that the run used.
fn used(options: &Options, stated: &SolverOptions) -> SolverOptions {
    let methods = [SolveMethod::Decomposition, SolveMethod::Monolithic];
    let method = methods
        .into_iter()
        .find(|method| method.code() == options.method);
    SolverOptions {
        method: method.unwrap_or(stated.method),
        backend: stated.backend.clone(),
        effort: options.effort,
        time_limit_s: options.time_limit_s,
        gap: options.gap,
        seed: options.seed,
        threads: stated.threads,
        shortlist: stated.shortlist,
        large_program: stated.large_program,
    }
}
