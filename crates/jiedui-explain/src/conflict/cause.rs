//! What the candidates alone show about why no plan exists.

use super::{Cell, Party, TrackName};
use crate::dossier::{ExclusionReason, Title};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What demands a pair.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ForcedBy {
    /// A decision.
    Lock,
    /// The track's minimum tenure.
    Tenure,
}

/// How many pairs a rule excludes; a pair counts once for each of its reasons.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ReasonCount {
    /// The rule, with the figures of the first pair.
    pub reason: ExclusionReason,
    /// Pairs that it excludes.
    pub pairs: u32,
}

/// One cause.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Cause {
    /// A pair is demanded although rules exclude it.
    ForcedButExcluded {
        /// The code of the diagnostic (E0601, E0602).
        code: String,
        /// Who would help.
        helper: Party,
        /// Who would be helped.
        recipient: Party,
        /// What demands the pair.
        demanded_by: ForcedBy,
        /// The row that demands it.
        cell: Cell,
        /// All the rules that exclude it.
        reasons: Vec<ExclusionReason>,
    },
    /// These recipients need more pairs than the only helpers they share can form with them.
    RecipientsShortOfHelpers {
        /// The code of the diagnostic (E0701).
        code: String,
        /// The track.
        track: TrackName,
        /// Who falls short.
        recipients: Vec<Party>,
        /// The only helpers that may help any of them.
        helpers: Vec<Party>,
        /// Pairs that their quotas demand.
        demanded: u32,
        /// Pairs that those helpers can form with them.
        available: u32,
        /// What excludes the pairs of these recipients and all helpers of the track, where they have none to choose from.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        ruled_out: Vec<ReasonCount>,
    },
    /// These helpers need more pairs than the only recipients they share can form with them.
    HelpersShortOfRecipients {
        /// The code of the diagnostic (E0702).
        code: String,
        /// The track.
        track: TrackName,
        /// The only recipients that any of them may help.
        recipients: Vec<Party>,
        /// Who falls short.
        helpers: Vec<Party>,
        /// Pairs that their quotas demand.
        demanded: u32,
        /// Pairs that those recipients can form with them.
        available: u32,
        /// What excludes the pairs of these helpers and all recipients, where they have none to choose from.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        ruled_out: Vec<ReasonCount>,
    },
    /// More pairs of a recipient are demanded than it may have.
    RecipientOverMaximum {
        /// The code of the diagnostic (E0703).
        code: String,
        /// The track.
        track: TrackName,
        /// The recipient.
        recipient: Party,
        /// Pairs demanded, by a minimum or by forced pairs.
        demanded: u32,
        /// Pairs that it may have.
        available: u32,
    },
    /// More pairs of a helper are demanded than it may have.
    HelperOverMaximum {
        /// The code of the diagnostic (E0703).
        code: String,
        /// The track.
        track: TrackName,
        /// The helper.
        helper: Party,
        /// Pairs demanded, by a minimum or by forced pairs.
        demanded: u32,
        /// Pairs that it may have.
        available: u32,
    },
    /// Helpers must give more of their budgets than those whom they may help can take of them.
    EffortBeyondNeeds {
        /// The code of the diagnostic (E0704).
        code: String,
        /// The track.
        track: TrackName,
        /// Who must give so much; several where only all together cannot.
        helpers: Vec<Party>,
        /// All whom they may help, the effort floor and rules outside the set aside.
        recipients: Vec<Party>,
        /// The sectors in which the helpers have anything to give.
        sectors: Vec<Title>,
        /// The share of its budget that a helper with a pair must give.
        share: f64,
        /// What that comes to, 万元.
        required_wan: f64,
        /// What those recipients need in those sectors, 万元.
        needed_wan: f64,
        /// What the helpers have to give in them, 万元.
        supplied_wan: f64,
        /// What can be given at most, by sector and with so many pairs as a helper may have, 万元.
        reachable_wan: f64,
    },
    /// Enough candidates exist; amounts, loads or changes stand in the way, as solving proved.
    FoundBySolving {
        /// The code of the diagnostic (E0704).
        code: String,
    },
}
