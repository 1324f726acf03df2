//! Limits that hold a pair where it is.

use super::{Fact, UnitOfMeasure};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which limit.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum LimitKind {
    /// What the helper can give in a sector is given.
    SectorSupply,
    /// The helper's budget is spent.
    Budget,
    /// The recipient's need in a sector is met.
    NeedMet,
    /// The pair carries no more than the track's minimum.
    MinimumSupport,
    /// The helper deploys no more than the track's floor.
    EffortFloor,
    /// The recipient has as many helpers of the track as it may.
    RecipientQuotaMax,
    /// The recipient has no more helpers of the track than it must.
    RecipientQuotaMin,
    /// The helper has as many recipients as it may.
    HelperQuotaMax,
    /// The helper has no more recipients than it must.
    HelperQuotaMin,
    /// The helper's load is used up.
    HelperLoad,
    /// The pair is close to the track's distance limit.
    Distance,
    /// As many of last year's pairs of the track end as may.
    Changes,
    /// The pair is younger than the track's minimum tenure and is kept.
    Tenure,
    /// A decision locks the pair.
    Locked,
}

/// Whether the limit is an upper or a lower one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LimitSide {
    /// `used ≤ limit`.
    Upper,
    /// `used ≥ limit`.
    Lower,
}

/// How tight it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LimitState {
    /// What is left is less than the smallest step by which it could be used.
    Binding,
    /// Within five per cent of the limit.
    Near,
}

/// A limit that binds, or nearly does, at a pair.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Limit {
    /// Which.
    pub kind: LimitKind,
    /// Upper or lower.
    pub side: LimitSide,
    /// How tight.
    pub state: LimitState,
    /// The sector, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sector: Option<String>,
    /// What the plan uses; null for a decision.
    pub used: Option<f64>,
    /// The limit; null for a decision.
    pub limit: Option<f64>,
    /// Unit of both.
    pub unit: UnitOfMeasure,
    /// The cell behind it; null where the policy alone states it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub fact: Option<Fact>,
}
