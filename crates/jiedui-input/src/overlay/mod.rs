//! Overlays: what-ifs and decisions as an ordered list of changes to a case and its policy.
//!
//! ```toml
//! name   = "多给一些预算"              # optional; author, date and reason as well
//! author = "区域协作处"
//!
//! [[change]]
//! action = "set"                      # set | scale | add | remove | lock | forbid
//! table  = "helpers"                  # a table of the case …
//! key    = { id = "p510116" }         # … the one row with these values (where = … : every such row)
//! values = { budget = 12000 }
//!
//! [[change]]
//! action  = "scale"
//! table   = "needs"
//! where   = { sector = "health" }     # where = {} : every row
//! columns = ["amount"]
//! factor  = 1.2
//!
//! [[change]]
//! action = "set"
//! policy = "tracks.place.max_distance_km"     # … or a key of the policy
//! value  = 600
//!
//! [[change]]
//! action    = "lock"                  # adds a row to the table of decisions
//! helper    = "p510116"
//! recipient = "513335"
//! reason    = "省委专题会议议定"
//! ```
//!
//! Conditions take more than one text. A list means any of its values, and braces mean every row of the
//! table that the column's codes belong to which meets what stands in them:
//!
//! ```toml
//! key   = { id = ["p510116", "p510107"] }                  # two rows, each of which must be there
//! where = { sector = "health", recipient = ["513332", "513335"] }
//! where = { recipient = { prefecture = "甘孜州" } }         # of the counties of a prefecture
//!
//! [[change]]
//! action    = "forbid"                # one decision for each of the pairs
//! helper    = { track = "soe" }
//! recipient = ["513332", "513335"]
//! reason    = "…"
//! ```
//!
//! Recipients are places: what `places` says of them may stand in conditions on `recipients`.
//!
//! Changes apply in the order of the file, and overlays in the order in which they are named: the
//! later wins. Everything happens before validation, so a what-if runs through the same checks as
//! the case, and a changed value points to the line of the overlay.
//!
//! | action | on a table | on the policy |
//! |---|---|---|
//! | `set` | writes `values` into the rows; `""` empties a cell | writes `value`; a code that does not exist yet needs a table |
//! | `scale` | multiplies the numbers in `columns`; empty cells stay empty | multiplies the number |
//! | `add` | adds a row with `values` | adds `value` to a list (`objectives`, `fit.indicators`, …) |
//! | `remove` | deletes the rows | deletes the key, so that it counts as absent |
//!
//! An objective is named by its measure (`objectives.fit.weight`) or its place (`objectives[3].weight`).
//! A change of a row that does nothing is reported (W0401–W0403), since it mostly means that the wrong row was named.
//! A pair that is locked cannot be forbidden as well, whoever said so (E0416); remove the decision first.

mod checks;
mod codes;
mod conditions;
mod decimal;
mod decisions;
mod filters;
mod policy_changes;
pub(crate) mod reading;
mod row_changes;
mod table_editor;
mod varied;

pub use codes::CODES;
pub use policy_changes::apply_to_policy;
pub use reading::read;
pub(crate) use row_changes::apply_knowing;
pub use row_changes::apply_to_tables;
pub(crate) use varied::{Cell, Variation, cells, varied};

use crate::policy::Spot;
use crate::policy::document::Node;
use crate::tables::TableSchema;
use decimal::Factor;
use jiedui_domain::DecisionAction;

/// An overlay: changes in the order in which they apply.
#[derive(Clone, Debug, Default)]
pub struct Overlay {
    name: String,
    changes: Vec<Change>,
}

impl Overlay {
    /// The name that the overlay gives itself, or its file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many changes there are.
    pub fn len(&self) -> usize {
        self.changes.len()
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    pub(crate) fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// An overlay of these changes.
    pub(crate) fn of(name: &str, changes: Vec<Change>) -> Self {
        Self {
            name: name.to_owned(),
            changes,
        }
    }

    /// Both overlays as one: first the changes of `self`, then those of `next`.
    #[must_use]
    pub fn then(mut self, next: Self) -> Self {
        self.changes.extend(next.changes);
        self
    }
}

/// One change.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// The `[[change]]`.
    at: Spot,
    edit: Edit,
}

#[derive(Clone, Debug)]
pub(crate) enum Edit {
    /// Rows of a table that are there.
    Rows {
        table: &'static TableSchema,
        pick: Pick,
        edit: RowEdit,
    },
    /// A new row.
    AddRow {
        table: &'static TableSchema,
        values: Vec<CellValue>,
    },
    /// New rows of the table of decisions, one a pair.
    Decide {
        action: DecisionAction,
        helper: Condition,
        recipient: Condition,
        /// `reason`, `clause`, `author`, `date`, as far as given.
        values: Vec<CellValue>,
    },
    /// A key of the policy.
    Policy { path: PolicyPath, edit: PolicyEdit },
}

/// Which rows.
#[derive(Clone, Debug)]
pub(crate) struct Pick {
    /// `key`: exactly one row. Otherwise `where`: any number.
    one: bool,
    conditions: Vec<Condition>,
    at: Spot,
}

/// What a cell of a column must be.
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    column: String,
    column_at: Spot,
    wanted: Wanted,
    at: Spot,
}

#[derive(Clone, Debug)]
pub(crate) enum Wanted {
    /// One of these.
    Texts(Vec<String>),
    /// The code of a row of the table that the column refers to, which meets these.
    Rows(Vec<Condition>),
}

#[derive(Clone, Debug)]
pub(crate) enum RowEdit {
    Set(Vec<CellValue>),
    Scale {
        columns: Vec<(String, Spot)>,
        factor: Factor,
    },
    Remove,
}

/// A column and the text of its cell.
#[derive(Clone, Debug)]
pub(crate) struct CellValue {
    column: String,
    column_at: Spot,
    text: String,
    at: Spot,
}

/// A dotted path, cut at the dots.
#[derive(Clone, Debug)]
pub(crate) struct PolicyPath {
    segments: Vec<String>,
    at: Spot,
}

#[derive(Clone, Debug)]
pub(crate) enum PolicyEdit {
    Set(Node),
    Add(Node),
    Scale(Factor),
    Remove,
}
