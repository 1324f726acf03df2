//! What is ordered, and what comes of it.

use crate::{paired, villages};
use jiedui_domain::{CaseTables, Policy};
use thiserror::Error;

/// The largest number of recipients, and of helpers.
pub const MOST_PARTIES: u32 = 100_000;

/// The kind of case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Shape {
    /// Pairs in every track of the policy, as in the shipped case.
    Paired,
    /// One divisible track, 万企兴万村: firms and villages, nothing to pair, a pure transportation
    /// problem on a sparse network.
    Divisible,
}

/// The case that somebody wants.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Order {
    /// How many recipients, 1 to [`MOST_PARTIES`].
    pub recipients: u32,
    /// How many helpers over all tracks, 1 to [`MOST_PARTIES`]; at least one a track.
    pub helpers: u32,
    /// Everything that is left to chance follows from it.
    pub seed: u64,
    /// The kind of case.
    pub shape: Shape,
}

impl Order {
    /// The short name of the case, also fit for a folder: `generated-39x316-1`.
    pub fn name(&self) -> String {
        let kind = match self.shape {
            Shape::Paired => "generated",
            Shape::Divisible => "generated-divisible",
        };
        format!("{kind}-{}x{}-{}", self.recipients, self.helpers, self.seed)
    }
}

/// A made-up case: tables and the policy that goes with them.
#[derive(Clone, Debug)]
pub struct Generated {
    /// The tables, in code order.
    pub tables: CaseTables,
    /// The policy that was given, under another name, its quotas lowered to what the helpers allow.
    pub policy: Policy,
}

/// Why a case cannot be made.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum GenerateError {
    /// A number of recipients or helpers that is not allowed.
    #[error("{found} is not between {least} and {most}")]
    Size {
        /// What was asked for.
        found: u32,
        /// The smallest number allowed.
        least: u32,
        /// The largest.
        most: u32,
    },
    /// The policy has none of the tracks or sectors that the generator fills.
    #[error("the policy has no {kind} `{code}`")]
    Missing {
        /// `track` or `sector`.
        kind: &'static str,
        /// Its code.
        code: &'static str,
    },
}

/// Makes a case in the proportions of the shipped one.
///
/// `policy` is the shipped policy or one with the same tracks and sectors. Where a track has too few
/// helpers for its quota, the quota's lower end becomes 0, as the shipped policy does for its institutes.
/// Needs are set so that supply covers about half of them, each sector between 40 and 60 %.
///
/// *Errors:* [`GenerateError`]. *Determinism:* the same order and policy give the same case on every
/// machine. *Complexity:* linear in the parties, save the history of pairs: recipients × places nearby.
pub fn generate(order: &Order, policy: Policy) -> Result<Generated, GenerateError> {
    check(order.recipients, 1)?;
    match order.shape {
        Shape::Paired => {
            check(order.helpers, paired::FEWEST_HELPERS)?;
            paired::make(order, policy)
        }
        Shape::Divisible => {
            check(order.helpers, 1)?;
            villages::make(order, policy)
        }
    }
}

fn check(found: u32, least: u32) -> Result<(), GenerateError> {
    if (least..=MOST_PARTIES).contains(&found) {
        return Ok(());
    }
    Err(GenerateError::Size {
        found,
        least,
        most: MOST_PARTIES,
    })
}
