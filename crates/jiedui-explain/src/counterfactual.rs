//! The smallest change of one datum that forms a pair, as one serialisable value (model §7).
//!
//! Each was found by search, applied to the case and solved again: at `to` the new plan has the pair, at
//! `not_yet` (95 % of the change, in whole steps) it has not.

use crate::dossier::{Fact, UnitOfMeasure};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is changed.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DatumKind {
    /// The helper's budget, upwards.
    Budget,
    /// The helper's supply of one sector, upwards.
    Supply,
    /// The recipient's need in one sector, upwards.
    Need,
    /// The distance of the two, downwards.
    Distance,
    /// The fit of the two, upwards.
    Fit,
}

/// One datum of the case and how far it was changed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Trial {
    /// What.
    pub kind: DatumKind,
    /// The sector, where it is about one.
    pub sector: Option<String>,
    /// Its value in the case.
    pub from: f64,
    /// The farthest value tried.
    pub furthest: f64,
    /// Unit of all values here.
    pub unit: UnitOfMeasure,
    /// The cell behind it; null where no cell states it (a computed distance or fit).
    pub fact: Option<Fact>,
    /// What came of it.
    pub outcome: TrialOutcome,
}

/// What came of changing one datum.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TrialOutcome {
    /// The pair is formed at `to` and not at `not_yet`; both were solved.
    Forms {
        /// The value that forms the pair.
        to: f64,
        /// 95 % of the change in whole steps, and no pair; `from` itself where the change is one step.
        not_yet: f64,
    },
    /// Not even the farthest value forms the pair.
    NotWithin,
    /// Along the way the pair is formed, not formed and formed again, and the plans are not proven best:
    /// no smallest change can be told.
    Unsteady,
    /// The search was stopped, or some value between could not be settled.
    Unsettled,
}

/// Everything tried for one pair.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Counterfactuals {
    /// Solving the unchanged case again forms the pair already: it is one of several plans that are as
    /// good as far as is known, and no change of data is called for.
    pub unchanged_forms: bool,
    /// One datum at a time; those that form the pair first, the smallest change relative to the value first.
    pub trials: Vec<Trial>,
    /// How many times the case was solved.
    pub solves: usize,
}

impl Counterfactuals {
    /// The smallest change that forms the pair.
    pub fn smallest(&self) -> Option<&Trial> {
        let first = self.trials.first()?;
        matches!(first.outcome, TrialOutcome::Forms { .. }).then_some(first)
    }
}
