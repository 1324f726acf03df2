//! Why a case has no plan, as one serialisable value: `conflict.json`.
//!
//! As with the dossier, a saved report needs nothing else to be rendered. Money is in 万元, distance
//! in km, shares are 0–1. What stands here was proven by maximum flow or by the solver before it was
//! written; what could not be settled says so.

mod cause;
mod element;
mod repair;

pub use cause::{Cause, ForcedBy, ReasonCount};
pub use element::{Cell, Element, ElementKind, Party, TrackName};
pub use repair::{Action, Repair, RepairChange};

use crate::dossier::Title;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The version of the report's shape that this program writes.
pub const FORMAT_VERSION: u32 = 2;

/// What became of the run: a report of this kind exists for one outcome only.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConflictOutcome {
    /// No plan exists.
    Infeasible,
}

/// Why no plan exists, and the ways out.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ConflictReport {
    /// Version of this shape; 2.
    pub format_version: u32,
    /// No plan exists.
    pub outcome: ConflictOutcome,
    /// Short name of the case.
    pub case_name: String,
    /// Name of the case for people.
    pub case_title: String,
    /// The year of the assignment.
    pub year: i32,
    /// Short name of the policy.
    pub policy_name: String,
    /// Name of the policy for people.
    pub policy_title: Title,
    /// Version of the program.
    pub program_version: String,
    /// What the candidates alone show, or that only solving showed it.
    pub causes: Vec<Cause>,
    /// The user's own rows, keys and limits that sets and repairs speak of.
    pub elements: Vec<Element>,
    /// Sets that cannot hold together.
    pub sets: Vec<ConflictSet>,
    /// How the sets were sought.
    pub search: SearchFacts,
    /// Ways out, each applied, solved and checked; the best plan first.
    pub repairs: Vec<Repair>,
}

/// What proves that a set cannot hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum InfeasibilityProof {
    /// A pair is demanded that a rule excludes.
    ForcedPair,
    /// No set of pairs meets the numbers asked for: a maximum flow is too small.
    MaximumFlow,
    /// The solver proved that no plan satisfies the rules.
    Solver,
}

/// Elements that cannot hold together, whatever becomes of all others.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ConflictSet {
    /// Positions in `elements`, ascending.
    pub elements: Vec<usize>,
    /// What proves that they cannot hold together.
    pub proof: InfeasibilityProof,
    /// Members of which it could not be settled whether a plan exists without them. Empty: the set
    /// is minimal, without any one member a plan exists.
    pub unsettled: Vec<usize>,
    /// What the candidates show when these elements alone are in force.
    pub causes: Vec<Cause>,
}

impl ConflictSet {
    /// Whether dropping any one member is proven to admit a plan.
    pub fn is_minimal(&self) -> bool {
        self.unsettled.is_empty()
    }
}

/// How far the search for sets went.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct SearchFacts {
    /// Whether every minimal set was found. Where not, there may be more.
    pub complete: bool,
    /// Sets sought at most.
    pub most_sets: usize,
    /// Elements that were switched off and on.
    pub elements: usize,
    /// Questions of feasibility answered.
    pub checks: usize,
    /// Questions that could not be settled within the effort.
    pub unsettled: usize,
    /// Whether a limit of time or an interruption ended the search early.
    pub stopped: bool,
    /// Ways out that looked right but whose plan could not be found within the effort; not listed.
    pub repairs_unconfirmed: usize,
}

/// The JSON Schema of [`ConflictReport`].
pub fn schema() -> Value {
    schemars::schema_for!(ConflictReport).to_value()
}
