//! The families of hard rules (model §3).

use serde::{Deserialize, Serialize};

/// One family of rows of the program; also one page of the book and one check of the verifier.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleFamily {
    /// Help given plus need left unmet is the need.
    NeedBalance,
    /// A helper gives no more of a sector than it has.
    SectorSupply,
    /// A helper gives no more than its budget over all sectors.
    Budget,
    /// Help flows only where a pair is formed.
    Activation,
    /// A pair carries at least the track's minimum support.
    MinimumSupport,
    /// How many helpers of a track a recipient has.
    RecipientQuota,
    /// How many recipients a helper has.
    HelperQuota,
    /// The load of a helper's pairs is within its limit.
    HelperLoad,
    /// A helper with a pair deploys at least this share of its budget.
    EffortFloor,
    /// How many of last year's pairs may end; young pairs are kept.
    Continuity,
    /// Locked pairs are formed, forbidden ones are not.
    Decision,
}

impl RuleFamily {
    /// All families, in the order of model §3.
    pub const ALL: [Self; 11] = [
        Self::NeedBalance,
        Self::SectorSupply,
        Self::Budget,
        Self::Activation,
        Self::MinimumSupport,
        Self::RecipientQuota,
        Self::HelperQuota,
        Self::HelperLoad,
        Self::EffortFloor,
        Self::Continuity,
        Self::Decision,
    ];

    /// The name in LP text, conflicts, logs and `dossier.json`.
    pub fn code(self) -> &'static str {
        match self {
            Self::NeedBalance => "need_balance",
            Self::SectorSupply => "sector_supply",
            Self::Budget => "budget",
            Self::Activation => "activation",
            Self::MinimumSupport => "minimum_support",
            Self::RecipientQuota => "recipient_quota",
            Self::HelperQuota => "helper_quota",
            Self::HelperLoad => "helper_load",
            Self::EffortFloor => "effort_floor",
            Self::Continuity => "continuity",
            Self::Decision => "decision",
        }
    }
}
