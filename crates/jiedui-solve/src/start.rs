//! What is known before a solve, from an earlier one of a similar program: where the search starts, and
//! prices that make the first bound nearly the last.
//!
//! All of it is a hint. Bounds are computed anew from the prices, plans from the pairs, so nothing that
//! stands here can make a result wrong; it can only make the work shorter.

use jiedui_domain::TrackId;
use jiedui_model::{RowFamily, RowKey};
use std::collections::BTreeMap;

/// What each pair of a known plan counts that stays where the best plan of the last tier is chosen, in gaps asked for:
/// a plan that moves many pairs for little gain is not preferred.
pub const STAYING: f64 = 0.2;
/// The same on the way there. As little as where the best is chosen moved half as many pairs again and ended lower, too
/// (docs/measurements.md): what strays little keeps more of what made the known plan good.
pub const STAYING_ON_THE_WAY: f64 = 2.0;

/// A row that has a price, named so that it can be found in another program.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PriceName {
    /// A row of the program, or what stands for its rows of one helper.
    Row(RowFamily, RowKey),
    /// The row that keeps the tier with this index.
    Kept(usize),
    /// What the pairs of a track leave lacking beyond a threshold, whole 万元.
    Lacking(TrackId, u64),
}

/// Price of each row, in the tier's own scale per unit of the row; rows that are absent have none.
pub type Prices = BTreeMap<PriceName, f64>;

/// What is known of one tier.
#[derive(Clone, Debug, Default)]
pub struct TierStart {
    /// The tier's plan: value of every column. It need not obey the rows.
    pub values: Vec<f64>,
    /// Prices that proved the tier's bound.
    pub prices: Prices,
}

/// What is known before a solve: one per priority, in order.
pub type Start = Vec<TierStart>;
