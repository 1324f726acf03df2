//! `manifest.json`: what a run was made from, with what, when, and how it ended.

use crate::arguments::CaseArguments;
use jiedui_domain::{Case, SolverOptions, Termination};
use jiedui_engine::{Digest, Effort, Stage};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The version of the manifest's shape that this program writes.
pub(crate) const FORMAT_VERSION: u32 = 1;

/// Version of this program.
pub(crate) const PROGRAM_VERSION: &str = env!("CARGO_PKG_VERSION");

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub(crate) format_version: u32,
    pub(crate) program: Versioned,
    /// The solver underneath.
    pub(crate) backend: Versioned,
    pub(crate) case: CaseName,
    pub(crate) policy: String,
    pub(crate) outcome: Outcome,
    pub(crate) termination: Option<Termination>,
    /// Whether the same input gives the same plan again.
    pub(crate) reproducible: bool,
    pub(crate) options: Options,
    /// When the run began, UTC.
    pub(crate) started: String,
    pub(crate) stages: Vec<StageTime>,
    /// How far each priority was when; empty in runs of scenarios and of earlier versions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) milestones: Vec<Milestone>,
    pub(crate) effort: Option<Work>,
    /// Where these files were; absent in runs of scenarios and of earlier versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<Source>,
    /// The files that were read, as they were.
    pub(crate) inputs: Vec<Digest>,
    /// The files of the run folder, but this one.
    pub(crate) files: Vec<Digest>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Versioned {
    pub(crate) name: String,
    pub(crate) version: String,
}

/// What the command line named, so that the same input can be read again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Source {
    /// The folder that the command ran in; the other places are relative to it.
    pub(crate) folder: PathBuf,
    /// Null for the shipped case.
    pub(crate) case: Option<PathBuf>,
    /// Null for the case's own policy, else the shipped one.
    pub(crate) policy: Option<PathBuf>,
    /// In the order in which they were merged.
    pub(crate) overlays: Vec<PathBuf>,
}

impl Source {
    fn can_be_told(&self) -> bool {
        let named = [self.case.as_ref(), self.policy.as_ref()]
            .into_iter()
            .flatten();
        let mut paths = named.chain([&self.folder]).chain(&self.overlays);
        paths.all(|path| path.to_str().is_some())
    }
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct CaseName {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) year: i32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Outcome {
    Solved,
    Infeasible,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct Options {
    pub(crate) method: String,
    pub(crate) effort: f64,
    pub(crate) gap: f64,
    pub(crate) seed: u64,
    pub(crate) threads: usize,
    pub(crate) time_limit_s: f64,
}

#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct StageTime {
    pub(crate) stage: String,
    pub(crate) seconds: f64,
}

/// What was known of a priority at some moment, in the terms of `tiers` of the dossier.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(crate) struct Milestone {
    /// Since the run began.
    pub(crate) seconds: f64,
    pub(crate) priority: u32,
    /// The proven bound of that moment; null before there is one.
    pub(crate) bound: Option<f64>,
    /// The value of the best plan of that moment; null before there is one.
    pub(crate) plan: Option<f64>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Work {
    pub(crate) rounds: usize,
    pub(crate) back_end_calls: usize,
}

impl Manifest {
    /// A manifest of a case that has no plan, without files; callers fill in the rest.
    pub(crate) fn new(
        case: &Case,
        options: &SolverOptions,
        started: &str,
        inputs: Vec<Digest>,
    ) -> Self {
        Self {
            format_version: FORMAT_VERSION,
            program: Versioned {
                name: env!("CARGO_PKG_NAME").to_owned(),
                version: PROGRAM_VERSION.to_owned(),
            },
            backend: Versioned {
                name: options.backend.clone(),
                version: env!("JIEDUI_HIGHS_VERSION").to_owned(),
            },
            case: CaseName {
                name: case.info.name.clone(),
                title: case.info.title.clone(),
                year: case.info.year,
            },
            policy: case.policy.name.clone(),
            outcome: Outcome::Infeasible,
            termination: None,
            reproducible: true,
            options: Options {
                method: options.method.code().to_owned(),
                effort: options.effort,
                gap: options.gap,
                seed: options.seed,
                threads: options.threads,
                time_limit_s: options.time_limit_s,
            },
            started: started.to_owned(),
            stages: Vec::new(),
            milestones: Vec::new(),
            effort: None,
            source: None,
            inputs,
            files: Vec::new(),
        }
    }

    /// With where the input was read from.
    pub(crate) fn with_source(mut self, arguments: &CaseArguments) -> Self {
        let folder = std::env::current_dir().ok();
        let source = folder.map(|folder| Source {
            folder,
            case: arguments.case.clone(),
            policy: arguments.policy.clone(),
            overlays: arguments.overlays.clone(),
        });
        // A path that is no Unicode cannot be told: then nobody knows where the input was.
        self.source = source.filter(Source::can_be_told);
        self
    }

    /// With the times of the stages.
    pub(crate) fn with_times(mut self, times: &[(Stage, f64)]) -> Self {
        self.stages = times
            .iter()
            .map(|(stage, seconds)| StageTime {
                stage: stage.code().to_owned(),
                seconds: milliseconds(*seconds),
            })
            .collect();
        self
    }

    /// With how far each priority was when.
    pub(crate) fn with_milestones(mut self, milestones: Vec<Milestone>) -> Self {
        self.milestones = milestones;
        for milestone in &mut self.milestones {
            milestone.seconds = milliseconds(milestone.seconds);
        }
        self
    }

    /// Of a run without a plan; `stopped`: before its conflict was worked out to the end.
    pub(crate) fn without_plan(mut self, stopped: bool) -> Self {
        self.outcome = Outcome::Infeasible;
        self.reproducible = !stopped;
        self
    }

    /// Of a run that found a plan.
    pub(crate) fn solved(mut self, termination: Termination, effort: Effort) -> Self {
        self.outcome = Outcome::Solved;
        self.termination = Some(termination);
        self.reproducible = termination.is_reproducible();
        self.effort = Some(Work {
            rounds: effort.rounds,
            back_end_calls: effort.back_end_calls,
        });
        self
    }
}

/// Seconds to the millisecond: more is noise.
fn milliseconds(seconds: f64) -> f64 {
    (seconds * 1000.0).round() / 1000.0
}

/// The digest of some bytes as it stands in manifests and dossiers.
pub(crate) fn digest(name: &str, bytes: &[u8]) -> Digest {
    Digest {
        name: name.to_owned(),
        digest: format!("blake3:{}", blake3::hash(bytes).to_hex()),
    }
}
