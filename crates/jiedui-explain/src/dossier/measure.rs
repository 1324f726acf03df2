//! Tiers with their proofs, and measures.

use super::{Exact, UnitOfMeasure};
use crate::schema;
use jiedui_domain::{Gap, Measure, Proof};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One objective of a tier.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TierObjective {
    /// What is measured.
    #[schemars(schema_with = "schema::measure")]
    pub measure: Measure,
    /// Whether more is better.
    pub maximise: bool,
    /// Weight within the tier.
    pub weight: f64,
    /// How much later tiers may give up: absolute for shares, relative otherwise.
    pub tolerance: f64,
    /// The tracks that count; empty = all.
    pub tracks: Vec<String>,
    /// For `continuity`: a kept pair counts its age in years.
    pub by_age: bool,
    /// What it comes to in the plan over these tracks, in its own unit, as the independent check computes it;
    /// absent where nothing defines it, and in dossiers of earlier versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Exact>,
}

/// How the gap and the tolerance of a tier are understood.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TierScale {
    /// Absolute; 0.01 is one percentage point.
    Share,
    /// Relative to the value.
    Relative,
}

/// What became of one priority of the policy.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Tier {
    /// The priority; lower numbers come first.
    pub priority: u32,
    /// What is optimised in it.
    pub objectives: Vec<TierObjective>,
    /// Weighted sum, oriented so that more is better, when the tier was solved.
    pub reached: f64,
    /// The same sum in the final plan.
    pub in_plan: f64,
    /// No plan that keeps the earlier tiers can exceed this.
    pub bound: f64,
    /// What the bound rests on.
    #[schemars(schema_with = "schema::proof")]
    pub proof: Proof,
    /// What `certificate.json` proves as a bound. Where it is absent nothing is certified; where it is weaker
    /// than `bound`, `bound` is the solver's word alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certified: Option<f64>,
    /// `bound` against `in_plan`.
    #[schemars(schema_with = "schema::gap")]
    pub gap: Gap,
    /// How gap and tolerance are understood.
    pub scale: TierScale,
    /// The largest tolerance of its objectives.
    pub tolerance: f64,
}

impl Tier {
    /// Whether the bound is what the solver says: nothing that can be checked proves it, or only a weaker one.
    pub fn is_solvers_word(&self) -> bool {
        self.certified
            .is_none_or(|certified| certified > self.bound + 1e-9 * self.bound.abs().max(1.0))
    }

    /// What its objectives come to in the plan; nothing unless all of them are defined and told.
    pub fn values(&self) -> Vec<f64> {
        let values = self.objectives.iter();
        let values = values.map(|one| one.value.as_ref().map(|value| value.value));
        values.collect::<Option<Vec<f64>>>().unwrap_or_default()
    }
}

/// The value of one measure in the plan.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct MeasureEntry {
    /// Which measure.
    #[schemars(schema_with = "schema::measure")]
    pub measure: Measure,
    /// Its value over all tracks, as the independent check computes it; null where nothing defines it.
    pub value: Option<Exact>,
    /// Its unit.
    pub unit: UnitOfMeasure,
    /// Whether more is better.
    pub maximise: bool,
    /// Whether the contributions of the pairs are meant to add up to it.
    pub additive: bool,
    /// For an additive measure: whether they do, compared exactly.
    pub adds_up: Option<bool>,
    /// For a floor the recipients, for a maximum the helpers, at which it is attained.
    pub binding: Vec<String>,
}
