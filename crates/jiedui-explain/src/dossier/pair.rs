//! A pair of the plan: what it carries, what it adds, how it compares.

use super::{DecisionFact, Exact, Fact, Limit, UnitOfMeasure, ValueByBasis};
use crate::schema;
use jiedui_domain::Measure;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a distance came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DistanceOrigin {
    /// Given for the pair.
    Given,
    /// Shortest path on the road network.
    Roads,
    /// Great circle × detour factor.
    GreatCircle,
}

/// Where a fit came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FitOrigin {
    /// Given for the pair.
    Given,
    /// Supply against need.
    SupplyNeed,
    /// Complementarity of industries.
    Industry,
}

/// Help of one sector.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct HelpEntry {
    /// The sector.
    pub sector: String,
    /// Amount in the sector's unit.
    pub amount: f64,
    /// 万元 that it counts as.
    pub value_wan: f64,
}

/// How a contribution is to be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContributionKind {
    /// The contributions of all pairs add up exactly to the plan's value.
    Additive,
    /// The pair stands at a recipient or helper at which a floor or maximum is attained; the
    /// contributions there add up to it.
    Binding,
    /// What the measure would lose if this pair's help were taken away and nothing else changed;
    /// these do not add up.
    WithoutPair,
    /// No contribution can be stated; `reason` says why.
    None,
}

/// Why no contribution is stated.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoContribution {
    /// The floor is attained at other recipients.
    OtherRecipientBinds,
    /// The maximum is attained at other helpers.
    OtherHelperBinds,
    /// Nothing defines the measure in this case.
    Undefined,
}

/// What a pair adds to one measure.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Contribution {
    /// Which measure.
    #[schemars(schema_with = "schema::measure")]
    pub measure: Measure,
    /// How to read the value.
    pub kind: ContributionKind,
    /// The contribution.
    pub value: Option<Exact>,
    /// Whether the pair stands where a floor or maximum is attained.
    pub binding: bool,
    /// Why there is none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<NoContribution>,
}

/// By what pairs are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CriterionKind {
    /// Fit; more is better.
    Fit,
    /// Distance; less is better.
    Distance,
    /// Share of the recipient's need that the pair meets in the plan; more is better.
    CoverageAdded,
    /// Steps of hardship class that the helper's people climb; less is better.
    HardshipSteps,
    /// Years that the pair has been in force, 0 for a new one; more is better.
    Continuity,
    /// The most that the pair alone could carry, 万元; more is better.
    Capacity,
}

/// A rank: 1 + the number of those that are strictly better.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Ranking {
    /// The rank.
    pub rank: u32,
    /// Among how many.
    pub of: u32,
    /// How many have this rank, this one included; 1 in dossiers of earlier versions of the program.
    #[serde(default = "alone", skip_serializing_if = "is_alone")]
    pub tied: u32,
}

fn alone() -> u32 {
    1
}

fn is_alone(tied: &u32) -> bool {
    *tied == 1
}

/// Among whom a criterion ranks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RankedAmong {
    /// The candidates of the track.
    Candidates,
    /// The pairs of the plan (what a pair carries is known for formed pairs only).
    Pairs,
}

/// One criterion of a pair.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Criterion {
    /// Which.
    pub criterion: CriterionKind,
    /// Its value; null where nothing tells it.
    pub value: Option<f64>,
    /// Unit of the value.
    pub unit: UnitOfMeasure,
    /// Among whom the ranks are.
    pub among: RankedAmong,
    /// Among the helpers of the track for this recipient.
    pub at_recipient: Option<Ranking>,
    /// Among the recipients for this helper.
    pub at_helper: Option<Ranking>,
}

/// What another helper does in the plan.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct OtherPair {
    /// Whom it helps.
    pub recipient: String,
    /// With how much, 万元.
    pub value_wan: f64,
}

/// Another candidate of the track for the same recipient.
///
/// It says what stands in the data and in the plan, never that the plan would be better or worse
/// with it: that is known only after solving again.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Alternative {
    /// Who.
    pub helper: String,
    /// Rank among the track's other candidates for this recipient by fit, then distance, then code.
    pub position: u32,
    /// `d[h,r]`, km.
    pub distance_km: Option<f64>,
    /// `f[h,r]`.
    pub fit: f64,
    /// The most that the pair alone could carry, 万元.
    pub capacity_wan: f64,
    /// Steps of hardship class that the helper's people climb.
    pub hardship_steps: i32,
    /// The year that this pair began, if it was in force last year.
    pub previous_since: Option<i32>,
    /// Whom it helps in the plan; empty = nobody.
    pub now: Vec<OtherPair>,
    /// Whether it already has as many recipients as it may.
    pub at_quota: bool,
}

/// A pair of the plan.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct PairEntry {
    /// Who helps.
    pub helper: String,
    /// Who is helped.
    pub recipient: String,
    /// The helper's track.
    pub track: String,
    /// Help of a divisible track: no pair is formed.
    pub divisible: bool,
    /// `d[h,r]`, km.
    pub distance_km: Option<f64>,
    /// Where the distance came from.
    pub distance_origin: Option<DistanceOrigin>,
    /// `f[h,r]`.
    pub fit: Option<f64>,
    /// Where the fit came from.
    pub fit_origin: Option<FitOrigin>,
    /// `ℓ[h,r]`.
    pub load: f64,
    /// The year the pair began, if it was in force last year; null = new.
    pub kept_since: Option<i32>,
    /// The decision that locks it.
    pub locked: Option<DecisionFact>,
    /// Younger than the track's minimum tenure, therefore kept.
    pub within_tenure: bool,
    /// Help by sector.
    pub help: Vec<HelpEntry>,
    /// 万元 that the help counts as.
    pub value_wan: f64,
    /// Clauses of the track and of the sectors helped, each once.
    pub clauses: Vec<String>,
    /// What it adds to each measure.
    pub contributions: Vec<Contribution>,
    /// How it compares.
    pub criteria: Vec<Criterion>,
    /// Limits that hold it where it is.
    pub limits: Vec<Limit>,
    /// The best few other candidates of the track for the recipient.
    pub alternatives: Vec<Alternative>,
    /// The cells behind it.
    pub facts: Vec<Fact>,
    /// Its value by the weakest basis behind it.
    pub value_by_basis: ValueByBasis,
}

/// A pair of last year that the plan ends.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct EndedPair {
    /// Who helped.
    pub helper: String,
    /// Who was helped.
    pub recipient: String,
    /// The helper's track.
    pub track: String,
    /// The year it began.
    pub since: i32,
    /// Whether a rule excludes it now.
    pub excluded: bool,
}
