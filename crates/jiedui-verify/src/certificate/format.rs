//! `certificate.json`: what proves the bounds of a run, by codes and in exact decimals.

use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};

/// The version of the certificate's shape that this program writes and reads.
pub const FORMAT_VERSION: u32 = 1;

/// What proves the bounds of a run.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// Version of this shape.
    pub format_version: u32,
    /// One per priority of the policy, in order.
    pub tiers: Vec<TierCertificate>,
}

/// What proves the bound of one priority. All numbers are exact decimals.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TierCertificate {
    /// The priority.
    pub priority: u32,
    /// No plan that keeps the earlier priorities exceeds this: what the figures below prove, rounded up
    /// to twelve places. Null where nothing is proven and the bound is the solver's word.
    pub bound: Option<String>,
    /// What later priorities presuppose that a plan reaches in this one; null for the last.
    pub kept: Option<String>,
    /// For a floor: plans that do not exceed this are not looked at, so the bound is not below it.
    pub beyond: Option<String>,
    /// Prices of the rows that couple pairs and tracks; a row that is absent has price 0.
    pub prices: Vec<RowPrice>,
    /// How each track answers to the prices.
    pub tracks: Vec<TrackProof>,
}

/// The price of one row, in the priority's own figures per unit of the row.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowPrice {
    /// A family of rules, a measure, `kept`, or `lacking`: what the pairs of a track leave lacking of a floor that
    /// is kept, beyond a threshold for each recipient.
    pub rule: String,
    /// Which row of it: the codes of recipient and sector, helper and sector, helper, recipient and
    /// track, or track; for a measure the number of the objective (from 1) and the code of the recipient
    /// or helper; for `kept` the priority; for `lacking` the code of the track and the threshold in 万元.
    pub of: Vec<String>,
    /// Not zero.
    pub price: String,
}

/// What bounds a track at the prices.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum TrackProof {
    /// Potentials of the best matching of the track.
    Matching {
        /// The track.
        track: String,
        /// Potentials of recipients.
        recipients: Vec<Figure>,
        /// Potentials of helpers.
        helpers: Vec<Figure>,
    },
    /// One best set of pairs for each helper of the track.
    Portfolios {
        /// The track.
        track: String,
        /// What each helper's best set is searched with.
        helpers: Vec<Portfolio>,
    },
}

/// A figure of one recipient or helper.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The code.
    pub of: String,
    /// The figure.
    pub value: String,
}

/// What a helper's best set is searched with. Both figures save work; neither can make a bound wrong. Where
/// there are too many sets to look at, the bound is that of single pairs at the price, and depends on it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Portfolio {
    /// The code of the helper.
    pub helper: String,
    /// Price of a 万元 of its budget, or, where negative, of its effort floor.
    pub budget_price: String,
    /// What its best set brings at the prices; sets that bring less need not be looked at.
    pub best: String,
}

/// The JSON Schema of `certificate.json`.
pub fn certificate_schema() -> Schema {
    schemars::schema_for!(Certificate)
}
