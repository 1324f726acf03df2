//! Ways out of a conflict, each applied, solved and checked.

use crate::dossier::{Tier, UnitOfMeasure};
use crate::schema;
use jiedui_domain::Termination;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is done to an element.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// It is left out.
    LeaveOut,
    /// Its figure is changed.
    Set,
}

/// One change of the user's own data.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RepairChange {
    /// Position in the report's `elements`.
    pub element: usize,
    /// What is done.
    pub action: Action,
    /// The figure now.
    pub from: Option<f64>,
    /// The figure that admits a plan.
    pub to: Option<f64>,
    /// With so much less of a change no plan was found; null where nothing says so.
    #[serde(default)]
    pub step: Option<f64>,
    /// Unit of both.
    pub unit: Option<UnitOfMeasure>,
}

/// Changes that together admit a plan, with that plan's worth.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Repair {
    /// The changes.
    pub changes: Vec<RepairChange>,
    /// The priorities in the plan found with the changes applied; the plan passed the independent
    /// check. Priorities without any measure that has a meaning in the case are left out.
    pub tiers: Vec<Tier>,
    /// Pairs of that plan.
    pub pairs: usize,
    /// Pairs of last year that it keeps.
    pub kept_pairs: usize,
    /// Why its search ended.
    #[schemars(schema_with = "schema::termination")]
    pub termination: Termination,
}
