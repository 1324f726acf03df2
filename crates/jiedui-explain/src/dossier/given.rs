//! What the run was given and no other part of the dossier shows: so that two runs can be compared years
//! later from their dossiers alone.

use super::DecisionFact;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A key of the policy with the value used.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct PolicyValue {
    /// The key with its path, e.g. `tracks.place.max_changes`.
    pub key: String,
    /// The value as the policy file writes it.
    pub value: String,
}

/// Facts that `pairs.csv` gives about one possible pair.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct GivenPair {
    /// Who would help.
    pub helper: String,
    /// Who would be helped.
    pub recipient: String,
    /// `d[h,r]`, km.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub distance_km: Option<f64>,
    /// `f[h,r]`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub fit: Option<f64>,
    /// `ℓ[h,r]`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub load: Option<f64>,
    /// File (or sheet, or overlay).
    pub file: String,
    /// Row as the spreadsheet shows it.
    pub row: u32,
}

/// A human decision with the pair that it is about.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct GivenDecision {
    /// `lock` or `forbid`.
    pub action: String,
    /// Who.
    pub helper: String,
    /// Whom.
    pub recipient: String,
    /// Reason, clause, author, date, and the row.
    pub decision: DecisionFact,
}

/// Given values that no other part of the dossier shows.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Given {
    /// Every key of the policy that can change a result, in the order of the file.
    pub policy: Vec<PolicyValue>,
    /// Every decision.
    pub decisions: Vec<GivenDecision>,
    /// The rows of `pairs.csv`.
    pub pairs: Vec<GivenPair>,
}
