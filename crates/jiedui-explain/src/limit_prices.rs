//! What one more unit of a limit would bring, as one serialisable value (model §7: shadow price).
//!
//! Limits on amounts are priced with the pairs of the plan held, and with its whole numbers of persons:
//! the amounts are sought anew, priority by priority, for the limit as it is and for more and less of it.
//! Every figure is the difference of two such solves. Limits on pairs are priced by solving the whole
//! case again with one more.

use crate::conflict::{Party, TrackName};
use crate::decisions::Price;
use crate::dossier::{Fact, LimitKind, Tier, UnitOfMeasure};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the shape that this program writes.
pub const FORMAT_VERSION: u32 = 1;

/// The prices of the limits of a plan.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct LimitPrices {
    /// Version of this shape; 1.
    pub format_version: u32,
    /// The only helper looked at; null where all are.
    pub helper: Option<Party>,
    /// The only recipient looked at; null where all are.
    pub recipient: Option<Party>,
    /// The priorities of the run.
    pub tiers: Vec<Tier>,
    /// What each priority reaches with the pairs of the plan when the amounts are sought anew, oriented
    /// so that more is better: prices are measured from here. Empty where no limit was looked at.
    pub held: Vec<f64>,
    /// Budgets, supplies and needs that are used up: those that bring something by priority, the most first,
    /// then those by which something is lost, then those that change nothing.
    pub amounts: Vec<AmountPrice>,
    /// Limits on pairs, by track; null where they were not asked for.
    pub rules: Option<Vec<RulePrice>>,
    /// Whether somebody stopped it before every limit was priced.
    pub interrupted: bool,
}

/// What more of a budget, a supply or a need would bring.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct AmountPrice {
    /// `budget`, `sector_supply` or `need_met`.
    pub kind: LimitKind,
    /// Whose budget or supply; null for a need.
    pub helper: Option<Party>,
    /// Whose need; null otherwise.
    pub recipient: Option<Party>,
    /// The sector; null for a budget.
    pub sector: Option<String>,
    /// The limit.
    pub limit: f64,
    /// Its unit.
    pub unit: UnitOfMeasure,
    /// The cell behind it.
    pub fact: Option<Fact>,
    /// What more of it brings.
    pub worth: Worth,
}

/// What more of a limit brings.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Worth {
    /// The same for every unit within a range.
    Even {
        /// The first priority that gains.
        priority: u32,
        /// Gain of that priority per unit, oriented so that more is better.
        per_unit: f64,
        /// The limit down to which the price was found to hold.
        from: f64,
        /// The limit up to which it was found to hold.
        to: f64,
        /// Gain at `to`, measured there.
        at_end: f64,
    },
    /// A step as a whole: units that cannot be split, or no range in which the price is even.
    Step {
        /// The first priority that changes.
        priority: u32,
        /// How much more of the limit.
        step: f64,
        /// Change of that priority; negative where it loses.
        change: f64,
    },
    /// No priority gains, alone and with the pairs held.
    Nothing {
        /// How much more was tried.
        tried: f64,
    },
    /// More of it and the pairs of the plan cannot stand together.
    Breaks {
        /// How much more was tried.
        tried: f64,
    },
}

impl Worth {
    /// The priority that changes and the gain by which limits are put in order.
    pub fn gain(&self) -> Option<(u32, f64)> {
        match self {
            Self::Even {
                priority, at_end, ..
            } => Some((*priority, *at_end)),
            Self::Step {
                priority, change, ..
            } => Some((*priority, *change)),
            Self::Nothing { .. } | Self::Breaks { .. } => None,
        }
    }
}

/// A limit on pairs.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum RuleLimit {
    /// Most pairs of one recipient in a track.
    RecipientMax,
    /// Most pairs of one helper.
    HelperMax,
    /// Most pairs of every recipient in a track, as the policy states it.
    TrackRecipientMax,
    /// Most pairs of every helper of a track, as the policy states it.
    TrackHelperMax,
    /// The track's distance limit.
    MaxDistance,
    /// How many of last year's pairs of the track may end.
    MaxChanges,
}

/// What one more of a limit on pairs would bring: the whole case solved again.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RulePrice {
    /// Which limit.
    pub limit: RuleLimit,
    /// The track.
    pub track: TrackName,
    /// The helper, where it is one helper's.
    pub helper: Option<Party>,
    /// The recipient, where it is one recipient's.
    pub recipient: Option<Party>,
    /// The limit as it is.
    pub from: f64,
    /// The limit tried: one pair more; for a distance, as far as the nearest pair that it alone excludes.
    pub to: f64,
    /// Unit of both.
    pub unit: UnitOfMeasure,
    /// What it brings: `with` is the run, `without` the case with the limit at `to`.
    pub price: Price,
}

/// The JSON Schema of [`LimitPrices`].
pub fn schema_of_prices() -> serde_json::Value {
    schemars::schema_for!(LimitPrices).to_value()
}
