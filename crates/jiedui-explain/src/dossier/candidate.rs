//! Pairs that the plan does not form: candidates in compact rows, and excluded pairs.

use super::DecisionFact;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The row as it stands in the file, in the order of [`CandidateRow`]'s fields.
pub type CandidateTuple = (
    String,
    String,
    Option<f64>,
    f64,
    f64,
    i32,
    Option<i32>,
    (u32, u32),
    Option<(u32, u32)>,
);

/// A candidate that the plan does not form; an array in the file, to keep it small.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(from = "CandidateTuple", into = "CandidateTuple")]
pub struct CandidateRow {
    /// Who would help.
    pub helper: String,
    /// Who would be helped.
    pub recipient: String,
    /// `d[h,r]`, km.
    pub distance_km: Option<f64>,
    /// `f[h,r]`.
    pub fit: f64,
    /// The most that this pair alone could carry, 万元.
    pub capacity_wan: f64,
    /// Steps of hardship class that the helper's people climb.
    pub hardship_steps: i32,
    /// The year the pair began, if it was in force last year.
    pub previous_since: Option<i32>,
    /// Rank by fit: among the track's candidates at the recipient, among the helper's candidates.
    pub fit_rank: (u32, u32),
    /// Rank by distance, likewise.
    pub distance_rank: Option<(u32, u32)>,
}

impl From<CandidateTuple> for CandidateRow {
    fn from(row: CandidateTuple) -> Self {
        Self {
            helper: row.0,
            recipient: row.1,
            distance_km: row.2,
            fit: row.3,
            capacity_wan: row.4,
            hardship_steps: row.5,
            previous_since: row.6,
            fit_rank: row.7,
            distance_rank: row.8,
        }
    }
}

impl From<CandidateRow> for CandidateTuple {
    fn from(row: CandidateRow) -> Self {
        (
            row.helper,
            row.recipient,
            row.distance_km,
            row.fit,
            row.capacity_wan,
            row.hardship_steps,
            row.previous_since,
            row.fit_rank,
            row.distance_rank,
        )
    }
}

/// Why a pair is no candidate, with the figures.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum ExclusionReason {
    /// Forbidden by a decision.
    Forbidden {
        /// The decision.
        decision: DecisionFact,
    },
    /// Beyond the track's distance limit.
    BeyondDistance {
        /// `d[h,r]`.
        distance_km: f64,
        /// The limit.
        limit_km: f64,
    },
    /// The track has a distance limit and nothing tells the distance.
    DistanceUnknown {
        /// The limit.
        limit_km: f64,
    },
    /// No sector has both a supply and a need.
    NoCommonSector,
    /// Above the track's limit on the climb in hardship class.
    HardshipGap {
        /// `class[r]` − `class[h]`.
        gap: i32,
        /// The limit.
        limit: i32,
    },
    /// The helper sits in the recipient.
    SamePlace,
    /// The pair cannot carry the track's minimum support.
    MinimumSupportUnreachable {
        /// The most that the pair could carry, 万元.
        reachable_wan: f64,
        /// What is required, 万元.
        required_wan: f64,
    },
    /// A helper limited to one pair could not deploy its effort floor here.
    EffortFloorUnreachable {
        /// The most that the pair could carry, 万元.
        reachable_wan: f64,
        /// What is required, 万元.
        required_wan: f64,
    },
    /// The recipient takes no helper of this track.
    RecipientQuotaZero,
    /// The helper takes no recipient.
    HelperQuotaZero,
    /// The pair alone exceeds the helper's load limit.
    LoadTooLarge {
        /// `ℓ[h,r]`.
        load: f64,
        /// L_h.
        limit: f64,
    },
}

/// A pair that a rule excludes.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ExcludedRow {
    /// Who would help.
    pub helper: String,
    /// Who would be helped.
    pub recipient: String,
    /// All the reasons.
    pub reasons: Vec<ExclusionReason>,
}
