//! One scenario: its case, its run, its folder, its record.

use super::assign::{conflict_folder, write_run};
use crate::base_run::Base;
use crate::conflict;
use crate::console::Console;
use crate::exit::Failure;
use crate::findings;
use crate::interrupt;
use crate::manifest::{Manifest, digest};
use crate::run_folder::{Destination, RunFolder};
use crate::scenario_folder::{ScenarioFolder, ScenarioHead};
use crate::scenario_progress::ScenarioWatch;
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::{Case, Termination};
use jiedui_engine::conflict_report::ConflictReport;
use jiedui_engine::scenario_records::{ScenarioRecord, Status};
use jiedui_engine::{
    Digest, EngineError, RunOutcome, SolveError, assign_from, explain_conflict, scenario_options,
};
use jiedui_input::Loaded;
use jiedui_input::scenarios::{Scenario, ScenarioSet};
use std::sync::Mutex;

/// What all scenarios of a what-if share.
pub(super) struct Runner<'a> {
    pub(super) console: &'a Console,
    pub(super) base: &'a Base,
    pub(super) set: &'a ScenarioSet,
    pub(super) folder: &'a ScenarioFolder,
    /// One folder is written at a time, so that an interrupt knows which to remove.
    pub(super) writing: Mutex<()>,
}

/// How one scenario ended.
pub(super) enum Ended {
    /// With a record that is kept.
    Recorded(Box<ScenarioRecord>),
    /// By a defect of this program; the record is kept, too.
    Defect(Box<ScenarioRecord>, String),
    /// Somebody asked to stop: nothing is kept.
    Interrupted,
}

impl Runner<'_> {
    /// Runs one scenario and writes its folder. *Errors:* E0902: nothing can be written any more.
    pub(super) fn run(&self, scenario: &Scenario) -> Result<Ended, Failure> {
        let record = record_of(scenario);
        let overlay = scenario.overlay();
        let loaded = self.base.input.loaded(&overlay, self.set.files());
        let Ok(Loaded {
            mut case,
            policy_cells,
            heads,
            ..
        }) = loaded
        else {
            return self.defect(record, "E0803", "a checked scenario was refused");
        };
        // What changes nothing, an overlay that sets a value to what it was included, is to come out as the
        // base did, bounds included: it starts as the base did.
        let known = self.base.run.knowledge.as_ref();
        let known = known.filter(|_| !case.has_same_data_as(&self.base.case));
        case.policy.solver = self.base.run.solver(&case);
        let digests = self.digests(scenario, known.is_some());
        let options = scenario_options(&self.base.run, &case, digests.clone());
        let now = jiff::Timestamp::now();
        let watch = ScenarioWatch::start(options.solver.time_limit_s);
        let outcome = assign_from(&case, &options, known, &watch);
        let conflict = match &outcome {
            Ok(outcome) => explain_conflict(&case, outcome, known, &policy_cells, &options, &watch),
            Err(_) => Ok(None),
        };
        let started = now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        let manifest =
            Manifest::new(&case, &options.solver, &started, digests).with_times(&watch.times());
        let outcome = match outcome {
            Ok(outcome) => outcome,
            Err(EngineError::Solve(SolveError::Rounding)) => {
                return self.not_found(record, "E0706");
            }
            Err(error) => {
                let code = match error {
                    EngineError::Refuted(_) => "E0801",
                    _ => "E0803",
                };
                return self.defect(record, code, &error.to_string());
            }
        };
        let conflict = match conflict {
            Ok(conflict) => conflict.map(|report| conflict::in_own_heads(report, &heads)),
            Err(error) => return self.defect(record, "E0803", &error.to_string()),
        };
        match outcome {
            RunOutcome::Solved(run) if run.termination == Termination::Interrupted => {
                Ok(Ended::Interrupted)
            }
            RunOutcome::Solved(run) => {
                let record = record.solved(&run.dossier, &self.base.record);
                let manifest = manifest.solved(run.termination, run.effort);
                self.write(record, |folder| {
                    write_run(folder, &case, &run, manifest).map(drop)
                })
            }
            RunOutcome::NoPlan(Termination::Interrupted) => Ok(Ended::Interrupted),
            RunOutcome::NoPlan(_) => self.not_found(record, "E0705"),
            RunOutcome::Refused {
                forced,
                shortages,
                graph,
            } => {
                let causes = findings::refusals(self.console, &case, &graph, &forced, &shortages);
                self.without_plan(record, &case, &causes, conflict, manifest)
            }
            RunOutcome::Infeasible => self.without_plan(
                record,
                &case,
                &[Diagnostic::new("E0704")],
                conflict,
                manifest,
            ),
        }
    }

    /// A scenario of which no plan was found, and none proven impossible.
    fn not_found(&self, record: ScenarioRecord, code: &str) -> Result<Ended, Failure> {
        let record = record.without_plan(Status::NoPlan, vec![code.to_owned()]);
        self.folder.keep(&record)?;
        Ok(Ended::Recorded(Box::new(record)))
    }

    /// A scenario that ended by a defect: it stays without a folder, the others go on.
    pub(super) fn defect(
        &self,
        record: ScenarioRecord,
        code: &str,
        detail: &str,
    ) -> Result<Ended, Failure> {
        let record = record.without_plan(Status::Failed, vec![code.to_owned()]);
        self.folder.keep(&record)?;
        Ok(Ended::Defect(Box::new(record), detail.to_owned()))
    }

    fn without_plan(
        &self,
        record: ScenarioRecord,
        case: &Case,
        causes: &[Diagnostic],
        report: Option<ConflictReport>,
        manifest: Manifest,
    ) -> Result<Ended, Failure> {
        if interrupt::asked() {
            // The report may have been cut short.
            return Ok(Ended::Interrupted);
        }
        let Some(report) = report else {
            return self.defect(record, "E0803", "no conflict report");
        };
        let mut codes: Vec<String> = causes.iter().map(|cause| cause.code.to_owned()).collect();
        codes.dedup();
        let mut record = record.without_plan(Status::Infeasible, codes);
        // Interruptions have left above.
        record.termination = report.search.stopped.then_some(Termination::TimeLimit);
        self.write(record, |folder| {
            conflict_folder(folder, case, &report, manifest).map(drop)
        })
    }

    fn write(
        &self,
        record: ScenarioRecord,
        write: impl FnOnce(RunFolder) -> Result<(), Failure>,
    ) -> Result<Ended, Failure> {
        // A writer that panicked has left no folder behind; the next one may write.
        let _alone = self.writing.lock().unwrap_or_else(|held| held.into_inner());
        self.folder.keep(&record)?;
        let place = self.folder.run(&record.name);
        write(RunFolder::begin(Destination::Stated(place))?)?;
        Ok(Ended::Recorded(Box::new(record)))
    }

    /// The base's input, then what the scenario is made of: nothing more where it changes nothing.
    fn digests(&self, scenario: &Scenario, starts_warm: bool) -> Vec<Digest> {
        let mut digests = self.base.digests.clone();
        for name in &scenario.files {
            let found = self.set.files().iter().find(|(known, _)| known == name);
            digests.extend(found.map(|(name, text)| digest(name, text.as_bytes())));
        }
        if starts_warm {
            digests.push(self.base.knowledge.clone());
        }
        digests
    }
}

/// What is known of a scenario before it is run, as `set.json` keeps it.
pub(super) fn head_of(scenario: &Scenario) -> ScenarioHead {
    let record = record_of(scenario);
    ScenarioHead {
        name: record.name,
        title: record.title,
        kind: record.kind,
        group: record.group,
        settings: record.settings,
    }
}

/// The record of a scenario, before anything is known of its outcome.
pub(super) fn record_of(scenario: &Scenario) -> ScenarioRecord {
    let settings = scenario.settings.iter();
    ScenarioRecord {
        name: scenario.name.clone(),
        title: scenario.title.clone(),
        kind: scenario.kind.code().to_owned(),
        group: scenario.group.clone(),
        settings: settings
            .map(|setting| jiedui_engine::scenario_records::SettingRecord {
                what: setting.what.clone(),
                value: setting.value.clone(),
            })
            .collect(),
        factors: scenario.factors.clone(),
        status: Status::Failed,
        termination: None,
        causes: Vec::new(),
        tiers: Vec::new(),
        measures: Vec::new(),
        pairs: None,
        added: Vec::new(),
        removed: Vec::new(),
    }
}
