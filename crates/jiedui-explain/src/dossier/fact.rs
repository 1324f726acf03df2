//! Cells of the user's own files that a statement rests on, and how good they are.

use crate::schema;
use jiedui_domain::Basis;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a cell states.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// A need of the recipient.
    Need,
    /// A supply of the helper.
    Supply,
    /// The helper's budget, given.
    Budget,
    /// The revenue from which the helper's budget follows.
    Revenue,
    /// A distance, fit or load given for the pair.
    PairFact,
    /// The pair was in force last year.
    History,
    /// A human decision.
    Decision,
    /// A quota of one recipient.
    Quota,
    /// A helper's own limits.
    HelperLimit,
}

/// A cell, or a row where no single cell is meant.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Fact {
    /// What it states.
    pub kind: FactKind,
    /// The sector, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sector: Option<String>,
    /// File (or sheet, or overlay); empty where no file holds it.
    pub file: String,
    /// Row as the spreadsheet shows it; 0 where no row applies.
    pub row: u32,
    /// How good it is; null where the table does not say.
    #[schemars(schema_with = "schema::basis")]
    pub basis: Option<Basis>,
    /// The source that the row cites.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub source: Option<String>,
}

/// A human decision about a pair.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct DecisionFact {
    /// Why.
    pub reason: String,
    /// Clause that it rests on.
    pub clause: Option<String>,
    /// Who decided.
    pub author: Option<String>,
    /// When, as written.
    pub date: Option<String>,
    /// The row.
    pub fact: Fact,
}

/// Value in 万元, by the weakest basis of the rows that it rests on.
///
/// Weakest first: illustrative, estimated, unstated, published.
#[derive(Clone, Copy, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct ValueByBasis {
    /// Every row behind it was read in a published source.
    pub published: f64,
    /// Some row was derived by a stated rule, none is illustrative.
    pub estimated: f64,
    /// Some row is made up to show the shape.
    pub illustrative: f64,
    /// Some row does not say, the others are published.
    pub unstated: f64,
}

impl ValueByBasis {
    /// The sum, 万元.
    pub fn total(&self) -> f64 {
        self.published + self.estimated + self.illustrative + self.unstated
    }

    /// The share that is not wholly published; `None` for nothing.
    pub fn share_not_published(&self) -> Option<f64> {
        let total = self.total();
        (total > 0.0).then(|| (total - self.published) / total)
    }
}

/// Rows of one table by basis.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TableQuality {
    /// The table, e.g. `needs`.
    pub table: String,
    /// Published rows.
    pub published: usize,
    /// Estimated rows.
    pub estimated: usize,
    /// Illustrative rows.
    pub illustrative: usize,
    /// Rows that do not say.
    pub unstated: usize,
}

/// How much of the result rests on which kind of data.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct DataQuality {
    /// The plan's value by the weakest basis behind it.
    pub value_by_basis: ValueByBasis,
    /// Rows of the input by basis; empty tables are left out.
    pub tables: Vec<TableQuality>,
}
