//! Other plans that are nearly as good and differ most, as one serialisable value (model §7: backbone,
//! diverse alternatives).

use crate::comparison::{CoverageChange, TrackMoves};
use crate::dossier::Tier;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the shape that this program writes.
pub const FORMAT_VERSION: u32 = 1;

/// Plans within a tolerance of the run's.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct PlanAlternatives {
    /// Version of this shape; 1.
    pub format_version: u32,
    /// The priorities of the run.
    pub tiers: Vec<Tier>,
    /// How much every priority may lose: absolute for shares, relative otherwise.
    pub within: f64,
    /// How many plans were asked for.
    pub asked: usize,
    /// Pairs of the run's plan, without those of divisible tracks.
    pub pairs: usize,
    /// The plans, each as different as was found from the run's and from those before it.
    pub plans: Vec<AlternativePlan>,
    /// Why there are fewer than asked for; null where there are not.
    pub ended: Option<AlternativesEnd>,
}

/// Why no further plan is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AlternativesEnd {
    /// Proven: every plan within the tolerance has all pairs of the run.
    NoOther,
    /// None was found within the effort.
    NoneFound,
    /// Somebody stopped it.
    Interrupted,
}

/// One priority in the run and in another plan, as in the final plans.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TierPair {
    /// The priority.
    pub priority: u32,
    /// In the run's plan.
    pub run: f64,
    /// In the other plan.
    pub plan: f64,
}

/// Another plan, checked by all rules.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct AlternativePlan {
    /// Pairs of the run that it does not have.
    pub differs: usize,
    /// Pairs that each plan told before it has and it has not, in their order.
    pub differs_from_earlier: Vec<usize>,
    /// The sum of `differs` and of `differs_from_earlier` that no plan within the tolerance exceeds, as
    /// proven; the number of all pairs where nothing is.
    pub most_together: usize,
    /// The priorities.
    pub tiers: Vec<TierPair>,
    /// How the pairs move from the run's plan, by track.
    pub moves: Vec<TrackMoves>,
    /// Recipients whose coverage changes most, the greatest change first.
    pub coverage: Vec<CoverageChange>,
}

/// The JSON Schema of [`PlanAlternatives`].
pub fn schema_of_alternatives() -> serde_json::Value {
    schemars::schema_for!(PlanAlternatives).to_value()
}
