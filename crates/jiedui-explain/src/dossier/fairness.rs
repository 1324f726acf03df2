//! How evenly help is spread, and what keeps the worst-off recipient where it is.

use super::Exact;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a figure is spread over recipients.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Spread {
    /// Recipients that have the figure.
    pub recipients: usize,
    /// The least.
    pub least: f64,
    /// The greatest.
    pub greatest: f64,
    /// The mean, each recipient counted once.
    pub mean: f64,
    /// Greatest over least; null where the least is 0.
    pub ratio: Option<f64>,
    /// Gini coefficient, 0 (all alike) to below 1, each recipient counted once; null where all are 0.
    pub gini: Option<f64>,
}

/// The spread within one zone (prefecture).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ZoneSpread {
    /// The prefecture.
    pub prefecture: String,
    /// Value of its recipients' needs, 万元.
    pub need_wan: f64,
    /// Value of the help that they receive, 万元.
    pub given_wan: f64,
    /// Coverage of its recipients.
    pub coverage: Spread,
}

/// How one track's help is spread.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TrackSpread {
    /// The track.
    pub track: String,
    /// Value of its help, 万元.
    pub given_wan: f64,
    /// Recipients that receive any of it.
    pub served: usize,
    /// The share of each recipient's need that the track meets.
    pub share_of_need: Spread,
}

/// What a row of the cut limits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CutKind {
    /// A helper's budget.
    Budget,
    /// What a helper can give in a sector.
    Supply,
    /// What a recipient needs in a sector.
    Need,
}

/// One limit of the cut.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct CutRow {
    /// What it limits.
    pub kind: CutKind,
    /// The helper, for a budget or a supply.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub helper: Option<String>,
    /// The recipient, for a need.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub recipient: Option<String>,
    /// The sector, for a supply or a need.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sector: Option<String>,
    /// 万元 that can pass it at most.
    pub wan: f64,
}

/// Why the least coverage cannot be higher while the pairs stay as they are.
///
/// All helpers of the recipients of `among` together can give them no more than the rows of `cut` let
/// pass (a minimum cut), so one of them is not covered beyond `at_most`, however the amounts are shared
/// out, and the least coverage of all is not either.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct BindingCut {
    /// The recipients, by code.
    pub among: Vec<String>,
    /// Value of their needs, 万元.
    pub need_wan: f64,
    /// What can reach them at most with the pairs of the plan, 万元: the sum of `cut`.
    pub reachable_wan: f64,
    /// `reachable_wan / need_wan`, exactly: no sharing out of amounts lifts the least coverage beyond it.
    pub at_most: Exact,
    /// The limits, the greatest first.
    pub cut: Vec<CutRow>,
}

/// How evenly help is spread over the recipients that need anything.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Fairness {
    /// Coverage of needs.
    pub coverage: Spread,
    /// Help per head, 元, of those whose population is known; null where none is.
    pub per_head_yuan: Option<Spread>,
    /// By prefecture, in the order of their names.
    pub zones: Vec<ZoneSpread>,
    /// By track, in policy order.
    pub tracks: Vec<TrackSpread>,
    /// The recipients with the least coverage, by code.
    pub worst: Vec<String>,
    /// Why the least coverage cannot be higher with these pairs. The worst-off need not be among those held
    /// down.
    pub why: BindingCut,
}
