//! Many what-ifs of one case beside their base: what each reached, which pairs moved, and, for random
//! sets, which pairs survive and which figures their loss goes with.
//!
//! Everything here is a function of the base's dossier and of the scenarios' dossiers, without times, so
//! that neither the number of threads nor an interruption shows in it.

mod record;
mod stability;
mod summary;

pub use record::{
    BaseRecord, CellName, MeasureRecord, ObjectiveRecord, PairName, ScenarioRecord, SettingRecord,
    Status, TierRecord, TrackName,
};
pub use stability::{CellWeight, Newcomer, PairStability, Stability, stability};
pub use summary::{MovedPair, moved_pairs};

use serde::{Deserialize, Serialize};

/// The version of the shape of [`ScenarioTable`].
pub const TABLE_VERSION: u32 = 1;

/// All scenarios of a set (`table.json`).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ScenarioTable {
    /// Version of this shape; 1.
    pub format_version: u32,
    /// The name of the set.
    pub set: String,
    /// What the scenarios are compared with.
    pub base: BaseRecord,
    /// In the order of the set.
    pub scenarios: Vec<ScenarioRecord>,
    /// One for each random set of which at least one run has a plan.
    pub stability: Vec<Stability>,
}
