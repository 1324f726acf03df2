//! What every candidate would cost: forming it where the plan does not, doing without it where the plan
//! forms it (model §7, regret), with the moves that such a plan takes.
//!
//! Losses are told against the plan in hand, priority by priority, in the order of the policy; the first
//! priority that loses is the last that is told, because later ones are then free to go elsewhere. A
//! priority *loses* where it falls below what the policy has later priorities keep
//! ([`RegretTier::keeps`]); the figure is the whole distance from the plan's value.
//!
//! Two figures, and which of the two is which is never left open: `least` is proven for every plan as
//! asked, `achieved` is what one plan loses that was worked out and holds every rule. The truth lies
//! between them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the shape that this program writes.
pub const REGRET_VERSION: u32 = 2;

/// What every candidate of a track with pairs would cost.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Regrets {
    /// Version of this shape; 2.
    pub version: u32,
    /// The priorities, in order: what losses are told against.
    pub tiers: Vec<RegretTier>,
    /// One per candidate, formed or not, by helper, then recipient.
    pub pairs: Vec<PairRegret>,
}

/// One priority as losses are told against it.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RegretTier {
    /// The priority.
    pub priority: u32,
    /// The plan's value, oriented so that more is better.
    pub in_plan: f64,
    /// A plan below this has lost. Between this and the plan's value lies what the policy's tolerance
    /// gives to later priorities; in the last priority the two are equal.
    pub keeps: f64,
}

/// What is known of one candidate.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum RegretState {
    /// Figures stand beside it.
    Priced,
    /// No plan is as asked: proven.
    Impossible,
    /// A decision or a minimum tenure demands the pair; doing without it is not asked.
    Demanded,
}

/// A helper's move: from whom it no longer helps, to whom it helps instead.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(
    from = "(String, Option<String>, Option<String>)",
    into = "(String, Option<String>, Option<String>)"
)]
pub struct RegretMove {
    /// Who moves.
    pub helper: String,
    /// Whom it helps in the plan and no longer would.
    pub from: Option<String>,
    /// Whom it would help and does not in the plan.
    pub to: Option<String>,
}

impl From<(String, Option<String>, Option<String>)> for RegretMove {
    fn from((helper, from, to): (String, Option<String>, Option<String>)) -> Self {
        Self { helper, from, to }
    }
}

impl From<RegretMove> for (String, Option<String>, Option<String>) {
    fn from(one: RegretMove) -> Self {
        (one.helper, one.from, one.to)
    }
}

/// The row as it stands in the file, in the order of [`PairRegret`]'s fields.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct PairRegretTuple(
    String,
    String,
    bool,
    RegretState,
    Vec<f64>,
    Option<Vec<f64>>,
    Vec<RegretMove>,
    #[serde(default)] Option<f64>,
);

/// One candidate; an array in the file, to keep it small.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(from = "PairRegretTuple", into = "PairRegretTuple")]
pub struct PairRegret {
    /// Who helps, or would.
    pub helper: String,
    /// Who is helped, or would be.
    pub recipient: String,
    /// Whether the plan forms it: then the figures are those of doing without it.
    pub formed: bool,
    /// What is known.
    pub state: RegretState,
    /// By priority, as far as the first that loses: every plan as asked loses at least this, as proven.
    /// All zero where nothing is proven.
    pub least: Vec<f64>,
    /// By priority, as far as the first that loses: a plan that was worked out loses this. Absent where
    /// none was worked out: then no upper limit is known.
    pub achieved: Option<Vec<f64>>,
    /// The moves from the plan in hand to that plan, in the order of telling, the one asked for first.
    pub moves: Vec<RegretMove>,
    /// Where that plan loses nothing and is better in the last priority: by how much. Then the search of
    /// the run fell short. Absent in files of version 1.
    pub gain: Option<f64>,
}

impl From<PairRegretTuple> for PairRegret {
    fn from(row: PairRegretTuple) -> Self {
        Self {
            helper: row.0,
            recipient: row.1,
            formed: row.2,
            state: row.3,
            least: row.4,
            achieved: row.5,
            moves: row.6,
            gain: row.7,
        }
    }
}

impl From<PairRegret> for PairRegretTuple {
    fn from(row: PairRegret) -> Self {
        Self(
            row.helper,
            row.recipient,
            row.formed,
            row.state,
            row.least,
            row.achieved,
            row.moves,
            row.gain,
        )
    }
}

/// What the figures of a candidate say together.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Certainty {
    /// The two figures meet: the loss is known.
    Exact,
    /// The loss lies between the two.
    Between,
    /// Only the lower limit is known.
    AtLeast,
}

/// Figures this close, relative to the larger or 1, are the same.
const SAME: f64 = 1e-7;

impl PairRegret {
    /// The priority (its place in the list) and the figure of the first loss; `None` where nothing is lost.
    pub fn first_loss(losses: &[f64]) -> Option<(usize, f64)> {
        let mut losses = losses.iter().copied().enumerate();
        losses.find(|(_, loss)| *loss > 0.0)
    }

    /// The proven loss.
    pub fn proven(&self) -> Option<(usize, f64)> {
        Self::first_loss(&self.least)
    }

    /// The loss of the plan worked out; the outer `None` where none was.
    pub fn reached(&self) -> Option<Option<(usize, f64)>> {
        let losses = self.achieved.as_ref()?;
        Some(Self::first_loss(losses))
    }

    /// How much the two figures settle.
    pub fn certainty(&self) -> Certainty {
        match (self.proven(), self.reached()) {
            (_, None) => Certainty::AtLeast,
            (None, Some(None)) => Certainty::Exact,
            (Some((one, least)), Some(Some((other, achieved))))
                if one == other && achieved - least <= SAME * achieved.max(1.0) =>
            {
                Certainty::Exact
            }
            _ => Certainty::Between,
        }
    }
}

impl Regrets {
    /// The row of these two, if they are a candidate.
    pub fn pair(&self, helper: &str, recipient: &str) -> Option<&PairRegret> {
        let key = |row: &PairRegret| {
            (row.helper.as_str(), row.recipient.as_str()).cmp(&(helper, recipient))
        };
        let found = self.pairs.binary_search_by(key);
        found.ok().and_then(|index| self.pairs.get(index))
    }
}
