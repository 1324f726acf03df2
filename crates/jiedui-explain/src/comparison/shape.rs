//! The comparison as data.

use crate::chains::Chain;
use crate::dossier::{Dossier, Exact, UnitOfMeasure};
use jiedui_domain::Measure;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which run stands on one side.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RunName {
    /// Short name of the case.
    pub case_name: String,
    /// Name of the case for people.
    pub case_title: String,
    /// The year of the assignment.
    pub year: i32,
    /// Short name of the policy.
    pub policy_name: String,
    /// Version of the program that made the plan.
    pub program_version: String,
}

impl RunName {
    pub(super) fn of(dossier: &Dossier) -> Self {
        let run = &dossier.run;
        Self {
            case_name: run.case_name.clone(),
            case_title: run.case_title.clone(),
            year: run.year,
            policy_name: run.policy_name.clone(),
            program_version: run.program_version.clone(),
        }
    }
}

/// What kind of given value changed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InputKind {
    /// The year of the assignment.
    Year,
    /// A key of the policy.
    Policy,
    /// A recipient comes or goes.
    Recipient,
    /// w_r.
    Weight,
    /// 艰苦边远地区类别 of a recipient.
    HardshipClass,
    /// A need.
    Need,
    /// A helper comes or goes.
    Helper,
    /// A helper's track.
    HelperTrack,
    /// The place where a helper sits.
    HelperPlace,
    /// A helper's budget, 万元.
    Budget,
    /// A helper's own least number of pairs, or its track's.
    HelperMin,
    /// A helper's own largest number of pairs, or its track's.
    HelperMax,
    /// A helper's load limit.
    MaxLoad,
    /// A supply.
    Supply,
    /// The least number of helpers of a track at a recipient.
    QuotaMin,
    /// The largest number of helpers of a track at a recipient.
    QuotaMax,
    /// A lock.
    Lock,
    /// A ban.
    Forbid,
    /// A pair in force the year before, with the year it began.
    PreviousPair,
    /// A distance given for a pair, km.
    GivenDistance,
    /// A fit given for a pair.
    GivenFit,
    /// A load given for a pair.
    GivenLoad,
}

/// A value as it was given.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Worth {
    /// A figure, in the unit of the kind.
    Number(f64),
    /// A text.
    Text(String),
    /// There, without a limit.
    NoLimit,
}

/// A given value and the cell it stands in.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct GivenValue {
    /// The value.
    pub value: Worth,
    /// File (or sheet, or overlay); empty where no file is known.
    pub file: String,
    /// Row as the spreadsheet shows it; 0 where none is known.
    pub row: u32,
}

/// A given value that is not the same on both sides.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct InputChange {
    /// What it is.
    pub kind: InputKind,
    /// The policy key.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub key: Option<String>,
    /// The helper it is about.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub helper: Option<String>,
    /// The recipient it is about.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub recipient: Option<String>,
    /// The track it is about.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub track: Option<String>,
    /// The sector it is about.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sector: Option<String>,
    /// Before; null = not given.
    pub before: Option<GivenValue>,
    /// After; null = not given.
    pub after: Option<GivenValue>,
}

/// An input file whose bytes differ.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FileChange {
    /// Its name.
    pub name: String,
    /// Whether the run before read it.
    pub before: bool,
    /// Whether the run after read it.
    pub after: bool,
}

/// What one helper does in a chain.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct MoveTold {
    /// Who moves.
    pub helper: String,
    /// Whom it no longer helps.
    pub from: Option<String>,
    /// Whom it helps now.
    pub to: Option<String>,
}

/// A displacement chain.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ChainTold {
    /// Whether the last move ends where the first began.
    pub closed: bool,
    /// In order.
    pub moves: Vec<MoveTold>,
}

impl From<&Chain<&str, &str>> for ChainTold {
    fn from(chain: &Chain<&str, &str>) -> Self {
        let moves = chain.moves().into_iter();
        Self {
            closed: chain.closed,
            moves: moves
                .map(|one| MoveTold {
                    helper: one.helper.to_owned(),
                    from: one.from.map(str::to_owned),
                    to: one.to.map(str::to_owned),
                })
                .collect(),
        }
    }
}

/// How the pairs of one track moved.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TrackMoves {
    /// The track.
    pub track: String,
    /// Pairs on both sides.
    pub kept: usize,
    /// Pairs before only.
    pub ended: usize,
    /// Pairs after only.
    pub begun: usize,
    /// The moves.
    pub chains: Vec<ChainTold>,
}

/// Help of one sector before and after, in the sector's unit.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct SectorChange {
    /// The sector.
    pub sector: String,
    /// Before.
    pub before: f64,
    /// After.
    pub after: f64,
}

/// A pair on both sides that carries something else.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct AmountChange {
    /// Who helps.
    pub helper: String,
    /// Who is helped.
    pub recipient: String,
    /// The helper's track.
    pub track: String,
    /// 万元 before.
    pub before_wan: f64,
    /// 万元 after.
    pub after_wan: f64,
    /// The sectors that differ.
    pub sectors: Vec<SectorChange>,
}

/// The figures of a priority.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct TierFigures {
    /// Weighted sum in the plan, more is better.
    pub in_plan: f64,
    /// What no plan can exceed.
    pub bound: f64,
}

/// A priority whose figures or objectives differ.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct TierChange {
    /// The priority.
    pub priority: u32,
    /// Whether it pursues the same on both sides; else the figures cannot be set against each other.
    pub same_objectives: bool,
    /// Before; null = there is no such priority.
    pub before: Option<TierFigures>,
    /// After.
    pub after: Option<TierFigures>,
}

/// Whose part of a change it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum PartOf {
    /// A pair that begins.
    PairBegins {
        /// Who helps.
        helper: String,
        /// Who is helped.
        recipient: String,
    },
    /// A pair that ends.
    PairEnds {
        /// Who helped.
        helper: String,
        /// Who was helped.
        recipient: String,
    },
    /// A pair on both sides.
    PairChanges {
        /// Who helps.
        helper: String,
        /// Who is helped.
        recipient: String,
    },
    /// Everything at one recipient.
    Recipient {
        /// The recipient.
        recipient: String,
    },
}

/// A part of the change of a measure; all parts add up to it exactly.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Part {
    /// Whose.
    #[serde(flatten)]
    pub whose: PartOf,
    /// How much.
    pub change: Exact,
}

/// A party at which a floor or a maximum is attained, with its own figure on both sides.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct AttainedAt {
    /// The recipient of a floor, the helper of a maximum.
    pub code: String,
    /// Whether it is attained here before.
    pub binds_before: bool,
    /// Whether it is attained here after.
    pub binds_after: bool,
    /// The party's figure before; null where there is none.
    pub before: Option<f64>,
    /// The party's figure after.
    pub after: Option<f64>,
}

/// A measure whose value differs.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct MeasureChange {
    /// Which.
    pub measure: Measure,
    /// Its unit.
    pub unit: UnitOfMeasure,
    /// Before; null = undefined.
    pub before: Option<f64>,
    /// After.
    pub after: Option<f64>,
    /// The exact difference.
    pub change: Option<Exact>,
    /// Whether the plan after is the better one by this measure.
    pub better: Option<bool>,
    /// What the change is made of, largest first; empty for floors and maxima.
    pub parts: Vec<Part>,
    /// Where a floor or a maximum is attained, on either side.
    pub attained: Vec<AttainedAt>,
}

/// A recipient whose coverage differs.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct CoverageChange {
    /// The recipient.
    pub recipient: String,
    /// Before; null = no needs, or not a recipient.
    pub before: Option<f64>,
    /// After.
    pub after: Option<f64>,
}

/// What differs between two runs.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Comparison {
    /// Version of this shape; 1.
    pub format_version: u32,
    /// The one side.
    pub before: RunName,
    /// The other side.
    pub after: RunName,
    /// Whether both dossiers carry policy keys, decisions and given pair facts; else these are not
    /// compared.
    pub inputs_known: bool,
    /// Given values that differ, by kind, then party.
    pub inputs: Vec<InputChange>,
    /// Input files that differ.
    pub files: Vec<FileChange>,
    /// Tracks whose pairs moved, in the order of the policy after.
    pub tracks: Vec<TrackMoves>,
    /// Pairs on both sides whose help differs, and all help of divisible tracks that does.
    pub amounts: Vec<AmountChange>,
    /// Priorities that differ.
    pub tiers: Vec<TierChange>,
    /// Measures that differ.
    pub measures: Vec<MeasureChange>,
    /// Recipients whose coverage differs.
    pub coverage: Vec<CoverageChange>,
}

impl Comparison {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.inputs.is_empty()
            && self.files.is_empty()
            && self.tracks.is_empty()
            && self.amounts.is_empty()
            && self.tiers.is_empty()
            && self.measures.is_empty()
            && self.coverage.is_empty()
    }

    /// Whether the plans are the same, pairs and amounts.
    pub fn same_plan(&self) -> bool {
        self.tracks.is_empty() && self.amounts.is_empty()
    }
}
