//! What became of one scenario, against the base.

use crate::Dossier;
use crate::dossier::{PairEntry, TierObjective, Title, UnitOfMeasure};
use crate::tiers::unit_of_measure;
use jiedui_domain::{Measure, Sense, Termination};
use serde::{Deserialize, Serialize};

/// How a scenario ended.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A plan, checked.
    Solved,
    /// No plan exists; the run folder says why.
    Infeasible,
    /// The time limit struck before a plan was found.
    NoPlan,
    /// A defect of this program; there is no run folder.
    Failed,
}

impl Status {
    /// The word in tables and message keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Solved => "solved",
            Self::Infeasible => "infeasible",
            Self::NoPlan => "no-plan",
            Self::Failed => "failed",
        }
    }
}

/// A pair with the names of its parties.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct PairName {
    /// The helper's code.
    pub helper: String,
    /// The recipient's code.
    pub recipient: String,
    /// The track's code.
    pub track: String,
    /// The helper's name.
    pub helper_name: String,
    /// The recipient's name.
    pub recipient_name: String,
}

impl PairName {
    /// Whether both are the same helper and recipient.
    pub fn is(&self, other: &Self) -> bool {
        self.helper == other.helper && self.recipient == other.recipient
    }
}

/// A measure of a plan.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct MeasureRecord {
    /// Which measure.
    pub measure: Measure,
    /// Its value over all tracks; null where nothing defines it.
    pub value: Option<f64>,
    /// Its unit.
    pub unit: UnitOfMeasure,
    /// Whether more is better.
    pub maximise: bool,
}

/// A track by its name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TrackName {
    /// Name in data tables.
    pub code: String,
    /// Name for people.
    pub title: Title,
}

/// An objective of a priority.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ObjectiveRecord {
    /// What is measured.
    pub measure: Measure,
    /// Weight within the priority.
    pub weight: f64,
    /// The tracks that count; empty = all.
    pub tracks: Vec<TrackName>,
    /// For `continuity`: a kept pair counts its age in years.
    pub by_age: bool,
    /// What it comes to in the plan, in its own unit; absent in records of earlier versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
}

impl ObjectiveRecord {
    /// Whether it is the measure as [`MeasureRecord`] has it: over all tracks, pairs counted alike.
    pub fn is_plain(&self) -> bool {
        self.tracks.is_empty() && !self.by_age
    }

    /// The unit of its value.
    pub fn unit(&self) -> UnitOfMeasure {
        if self.by_age {
            UnitOfMeasure::Years
        } else {
            unit_of_measure(self.measure)
        }
    }

    /// Whether both measure the same.
    pub fn measures_as(&self, other: &Self) -> bool {
        self.measure == other.measure && self.tracks == other.tracks && self.by_age == other.by_age
    }
}

/// A priority of the policy.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct TierRecord {
    /// The priority.
    pub priority: u32,
    /// What it optimises.
    pub measures: Vec<Measure>,
    /// The same with tracks and weights; empty in records of earlier versions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<ObjectiveRecord>,
    /// Weighted sum in the plan, oriented so that more is better.
    pub in_plan: f64,
    /// No plan that keeps the earlier priorities can exceed this.
    pub bound: f64,
    /// Whether the certificate proves the bound; else it is the solver's word, as in records of earlier versions.
    #[serde(default)]
    pub certified: bool,
}

impl TierRecord {
    /// Whether sums of both can be set against each other.
    pub fn pursues_as(&self, other: &Self) -> bool {
        let alike = |(one, other): (&ObjectiveRecord, &ObjectiveRecord)| {
            one.measures_as(other) && one.weight == other.weight
        };
        let known = !self.objectives.is_empty() && !other.objectives.is_empty();
        self.priority == other.priority
            && self.measures == other.measures
            && (!known || self.objectives.iter().zip(&other.objectives).all(alike))
    }

    /// What an objective of the priority comes to. Records of earlier versions tell it of an only one.
    pub fn value_of(&self, objective: &ObjectiveRecord) -> Option<f64> {
        let of_only_one = || {
            let only = self.single()?;
            let sign = match only.measure.sense() {
                Sense::Maximise => 1.0,
                Sense::Minimise => -1.0,
            };
            Some(self.in_plan * sign / only.weight)
        };
        objective.value.or_else(of_only_one)
    }

    /// The objective, where there is only one.
    pub fn single(&self) -> Option<&ObjectiveRecord> {
        match self.objectives.as_slice() {
            [one] if one.weight > 0.0 => Some(one),
            _ => None,
        }
    }
}

/// The base that scenarios are compared with.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct BaseRecord {
    /// Short name of the case.
    pub case: String,
    /// Name of the case for people.
    pub case_title: String,
    /// The year.
    pub year: i32,
    /// Why the search ended.
    pub termination: Termination,
    /// The priorities.
    pub tiers: Vec<TierRecord>,
    /// Every measure.
    pub measures: Vec<MeasureRecord>,
    /// The pairs, by helper, then recipient.
    pub pairs: Vec<PairName>,
}

/// A value of a sweep.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SettingRecord {
    /// The axis.
    pub what: String,
    /// The value as written.
    pub value: String,
}

/// A cell that a random set moves.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct CellName {
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
    /// Columns that name the row, with their texts.
    pub key: Vec<(String, String)>,
    /// Largest relative deviation.
    pub by: f64,
}

/// One scenario.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ScenarioRecord {
    /// Its name, and that of its run folder.
    pub name: String,
    /// What it is about, in the author's words.
    pub title: Option<String>,
    /// `scenario`, `sweep` or `random`.
    pub kind: String,
    /// The name of its group.
    pub group: String,
    /// The values of a sweep.
    pub settings: Vec<SettingRecord>,
    /// The factors of a random set, in the order of the group's cells.
    pub factors: Vec<f64>,
    /// How it ended.
    pub status: Status,
    /// Why the search ended; null where there is no plan.
    pub termination: Option<Termination>,
    /// Codes of the causes where there is no plan.
    pub causes: Vec<String>,
    /// The priorities; empty without a plan.
    pub tiers: Vec<TierRecord>,
    /// Every measure; empty without a plan.
    pub measures: Vec<MeasureRecord>,
    /// How many pairs the plan has.
    pub pairs: Option<usize>,
    /// Pairs that the base does not have.
    pub added: Vec<PairName>,
    /// Pairs of the base that this plan does not have.
    pub removed: Vec<PairName>,
}

impl BaseRecord {
    /// The base as its dossier tells.
    pub fn of(dossier: &Dossier) -> Self {
        Self {
            case: dossier.run.case_name.clone(),
            case_title: dossier.run.case_title.clone(),
            year: dossier.run.year,
            termination: dossier.run.termination,
            tiers: tiers(dossier),
            measures: measures(dossier),
            pairs: formed(dossier),
        }
    }
}

impl ScenarioRecord {
    /// With what a run found.
    #[must_use]
    pub fn solved(mut self, dossier: &Dossier, base: &BaseRecord) -> Self {
        let own = formed(dossier);
        let lacks = |pairs: &[PairName], pair: &PairName| !pairs.iter().any(|other| other.is(pair));
        self.status = Status::Solved;
        self.termination = Some(dossier.run.termination);
        self.causes = Vec::new();
        self.tiers = tiers(dossier);
        self.measures = measures(dossier);
        self.pairs = Some(own.len());
        self.added = own
            .iter()
            .filter(|pair| lacks(&base.pairs, pair))
            .cloned()
            .collect();
        self.removed = base
            .pairs
            .iter()
            .filter(|pair| lacks(&own, pair))
            .cloned()
            .collect();
        self
    }

    /// With why there is no plan.
    #[must_use]
    pub fn without_plan(mut self, status: Status, causes: Vec<String>) -> Self {
        self.status = status;
        self.causes = causes;
        self
    }

    /// The value of a measure.
    pub fn measure(&self, measure: Measure) -> Option<f64> {
        let entry = self.measures.iter().find(|entry| entry.measure == measure);
        entry.and_then(|entry| entry.value)
    }
}

impl BaseRecord {
    /// The value of a measure.
    pub fn measure(&self, measure: Measure) -> Option<f64> {
        let entry = self.measures.iter().find(|entry| entry.measure == measure);
        entry.and_then(|entry| entry.value)
    }
}

fn tiers(dossier: &Dossier) -> Vec<TierRecord> {
    let tiers = dossier.tiers.iter();
    let record = tiers.map(|tier| TierRecord {
        priority: tier.priority,
        measures: tier
            .objectives
            .iter()
            .map(|objective| objective.measure)
            .collect(),
        objectives: tier
            .objectives
            .iter()
            .map(|objective| objective_record(dossier, objective))
            .collect(),
        in_plan: tier.in_plan,
        bound: tier.bound,
        certified: !tier.is_solvers_word(),
    });
    record.collect()
}

fn objective_record(dossier: &Dossier, objective: &TierObjective) -> ObjectiveRecord {
    let tracks = objective.tracks.iter();
    ObjectiveRecord {
        measure: objective.measure,
        weight: objective.weight,
        tracks: tracks
            .map(|code| TrackName {
                code: code.clone(),
                title: dossier.track(code).map_or_else(
                    || Title {
                        zh: code.clone(),
                        en: code.clone(),
                    },
                    |track| track.title.clone(),
                ),
            })
            .collect(),
        by_age: objective.by_age,
        value: objective.value.as_ref().map(|value| value.value),
    }
}

fn measures(dossier: &Dossier) -> Vec<MeasureRecord> {
    let entries = dossier.measures.iter();
    let record = entries.map(|entry| MeasureRecord {
        measure: entry.measure,
        value: entry.value.as_ref().map(|value| value.value),
        unit: entry.unit,
        maximise: entry.maximise,
    });
    record.collect()
}

/// The pairs of a plan; what divisible tracks share out are none.
fn formed(dossier: &Dossier) -> Vec<PairName> {
    let pairs = dossier.pairs.iter().filter(|pair| !pair.divisible);
    pairs.map(|pair| named(dossier, pair)).collect()
}

fn named(dossier: &Dossier, pair: &PairEntry) -> PairName {
    let helper = dossier.helper(&pair.helper).map(|entry| entry.name.clone());
    let recipient = dossier
        .recipient(&pair.recipient)
        .map(|entry| entry.name.clone());
    PairName {
        helper: pair.helper.clone(),
        recipient: pair.recipient.clone(),
        track: pair.track.clone(),
        helper_name: helper.unwrap_or_else(|| pair.helper.clone()),
        recipient_name: recipient.unwrap_or_else(|| pair.recipient.clone()),
    }
}
