//! The user's own rows, keys and limits: what can be in conflict.

use crate::dossier::{DecisionFact, Title, UnitOfMeasure};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A recipient or a helper.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Party {
    /// Its code.
    pub code: String,
    /// Its name for people.
    pub name: String,
}

/// A track.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TrackName {
    /// Name in data tables.
    pub code: String,
    /// Name for people.
    pub title: Title,
}

/// What an element demands.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ElementKind {
    /// A decision: the pair is formed.
    Lock,
    /// A decision: the pair is not formed.
    Forbid,
    /// A pair of last year is younger than the track's minimum tenure and is kept.
    Tenure,
    /// A recipient's own least number of helpers of the track.
    RecipientMin,
    /// A recipient's own greatest number of helpers of the track.
    RecipientMax,
    /// The track's least number of helpers for every recipient without its own.
    TrackRecipientMin,
    /// The track's greatest number of helpers for every recipient without its own.
    TrackRecipientMax,
    /// A helper's own least number of recipients.
    HelperMin,
    /// A helper's own greatest number of recipients.
    HelperMax,
    /// The track's least number of recipients for every helper without its own.
    TrackHelperMin,
    /// The track's greatest number of recipients for every helper without its own.
    TrackHelperMax,
    /// A helper's load limit.
    HelperLoad,
    /// A helper's budget, as stated.
    Budget,
    /// A helper's budget, as it follows from the revenue of its place.
    Revenue,
    /// How many of last year's pairs of the track may end.
    MaxChanges,
    /// The least value of a pair's help.
    MinimumSupport,
    /// The share of its budget that a helper with a pair deploys.
    EffortFloor,
    /// The track's distance limit.
    MaxDistance,
    /// The track's limit on the climb in hardship class.
    MaxHardshipGap,
}

/// A cell of a table, or a key of the policy.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Cell {
    /// File (or sheet, or overlay); empty where no file holds it.
    pub file: String,
    /// Row or line; 0 where none is known.
    pub row: u32,
    /// The column, or the key of the policy.
    pub column: String,
    /// For a key of the policy, its section, e.g. `tracks.place`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub section: Option<String>,
}

/// One row, key or limit.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Element {
    /// What it demands.
    pub kind: ElementKind,
    /// The track.
    pub track: Option<TrackName>,
    /// The helper, where it is about one.
    pub helper: Option<Party>,
    /// The recipient, where it is about one.
    pub recipient: Option<Party>,
    /// The figure it states; null for a decision. For a tenure, the years that the pair has lasted.
    pub value: Option<f64>,
    /// Unit of the figure.
    pub unit: Option<UnitOfMeasure>,
    /// The cells that state it.
    pub cells: Vec<Cell>,
    /// Clause of the policy document behind it.
    pub clause: Option<String>,
    /// For a decision, who took it and why.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub decision: Option<DecisionFact>,
}
