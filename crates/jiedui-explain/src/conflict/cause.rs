//! What the candidates alone show about why no plan exists.

use super::{Cell, Party, TrackName};
use crate::dossier::ExclusionReason;
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
    /// Enough candidates exist; amounts, loads or changes stand in the way, as solving proved.
    FoundBySolving {
        /// The code of the diagnostic (E0704).
        code: String,
    },
}
