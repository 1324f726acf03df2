//! Scenario sets: many what-ifs of one case in one file.
//!
//! ```toml
//! name    = "spring"                     # optional; without it the file's name
//! include = ["more.toml"]                # optional: other sets, whose scenarios come first
//!
//! [[scenario]]                           # one what-if
//! name     = "rate-08"                   # also the name of its folder
//! title    = "配套比例提高到 0.8%"        # optional
//! overlays = ["rate-08.toml"]            # files beside the set, in order …
//!
//! [[scenario.change]]                    # … then changes as in an overlay
//! action = "set"
//! policy = "tracks.place.funding_rate.2025"
//! value  = 0.008
//!
//! [[sweep]]                              # one what-if for each value
//! name = "limits"
//! mode = "grid"                          # every combination; "list": first with first, …
//! [[sweep.axis]]
//! policy = "tracks.place.max_distance_km"
//! values = [500, 600]                    # or factors = […]
//! [[sweep.axis]]
//! table   = "helpers"
//! where   = { track = "place" }
//! column  = "budget"
//! factors = [0.9, 1.0, 1.1]
//!
//! [[random]]                             # figures that are known only so well
//! name  = "needs"
//! count = 200
//! seed  = 1
//! [[random.vary]]
//! table  = "needs"
//! column = "amount"
//! by     = 0.2                           # each figure on its own, between −20 % and +20 %
//! ```
//!
//! Reading refuses a set with any mistake (E0426–E0436), all of them at once. Sweeps and random sets may
//! have `overlays` and `change` as well, which come before their values.

mod checks;
mod codes;
mod draw;
mod expand;
mod files;
mod random;
mod reading;
mod sweep;

pub use codes::CODES;
pub use draw::factor;
pub use expand::{Scenario, ScenarioKind, Setting, VariedCell, expand, expand_what_is_sound};
pub use files::SetFiles;
pub use reading::{read, read_what_is_sound};

use crate::overlay::{Change, Variation};
use crate::policy::Spot;

/// Most scenarios of a set, included ones counted.
pub const MOST_SCENARIOS: usize = 10_000;

/// A set as written, its includes read.
#[derive(Clone, Debug)]
pub struct ScenarioSet {
    /// What the set calls itself, else its file without the ending.
    pub name: String,
    groups: Vec<Group>,
    files: Vec<(String, String)>,
}

impl ScenarioSet {
    /// Every file that was read, by name, as it was: the set, then what it includes, then overlays,
    /// each once.
    pub fn files(&self) -> &[(String, String)] {
        &self.files
    }
}

/// A `[[scenario]]`, `[[sweep]]` or `[[random]]`.
#[derive(Clone, Debug)]
struct Group {
    name: String,
    name_at: Spot,
    title: Option<String>,
    /// The set that it stands in.
    file: String,
    overlays: Vec<String>,
    /// Of the overlays, then its own.
    changes: Vec<Change>,
    kind: GroupKind,
    /// Whether its overlays, changes and values could all be read.
    is_sound: bool,
}

impl Group {
    /// How many scenarios it stands for.
    fn count(&self) -> usize {
        match &self.kind {
            GroupKind::Single { .. } => 1,
            GroupKind::Sweep(scenarios) => scenarios.len(),
            GroupKind::Random { count, .. } => *count,
        }
    }

    /// The name of one of them, counted from 0.
    fn scenario_name(&self, number: usize) -> String {
        match &self.kind {
            GroupKind::Single { .. } => self.name.clone(),
            GroupKind::Sweep(_) | GroupKind::Random { .. } => {
                let width = self.count().to_string().len();
                format!("{}-{:0width$}", self.name, number + 1)
            }
        }
    }
}

/// Whether a text names a scenario, or a folder of scenarios: letters, digits, - and _, so that it is the same
/// name to every file system and none of another folder.
pub fn is_plain_name(name: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    !name.is_empty() && name.chars().all(is_plain)
}

#[derive(Clone, Debug)]
enum GroupKind {
    Single {
        /// Whether the set itself has changes for it.
        inline: bool,
    },
    /// One list of values for each scenario.
    Sweep(Vec<Vec<Step>>),
    Random {
        count: usize,
        seed: u64,
        vary: Vec<Variation>,
    },
}

/// One value of one axis.
#[derive(Clone, Debug)]
struct Step {
    what: String,
    value: String,
    change: Change,
}
