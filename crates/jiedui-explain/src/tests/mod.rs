//! The dossier of a small case whose figures are worked out by hand.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests may fail loudly"
)]

mod comparison;
mod contributions;
mod findings;
mod shape;
mod small_case;

use crate::dossier::{Tier, TierScale};
use jiedui_domain::{Gap, Proof};

/// A priority that counts a share and gives nothing up.
pub(crate) fn tier(priority: u32, reached: f64, bound: f64) -> Tier {
    Tier {
        priority,
        objectives: Vec::new(),
        reached,
        in_plan: reached,
        bound,
        proof: Proof::BranchAndBound,
        certified: None,
        gap: Gap::between(reached, bound),
        scale: TierScale::Share,
        tolerance: 0.0,
    }
}
