//! The plan: which pairs are formed and how much help each carries.

use crate::ids::{HelperId, RecipientId, SectorId};
use crate::quantity::Amount;

/// Help of one sector within a pair.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Help {
    /// The sector.
    pub sector: SectorId,
    /// `x[a,s]` > 0, in the sector's unit; a multiple of 0.01, whole where the sector is.
    pub amount: Amount,
}

/// One pair of a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlannedPair {
    /// Who helps.
    pub helper: HelperId,
    /// Who is helped.
    pub recipient: RecipientId,
    /// The help, by ascending sector, without zeros; empty for a pair without amounts.
    pub help: Vec<Help>,
}

/// Pairs sorted by helper, then recipient, each at most once.
///
/// In a divisible track an entry is help given (never empty), not a pair formed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    pairs: Vec<PlannedPair>,
}

impl Plan {
    /// A plan of these pairs, sorted; zero amounts are dropped.
    pub fn new(mut pairs: Vec<PlannedPair>) -> Self {
        for pair in &mut pairs {
            pair.help.retain(|help| help.amount != Amount::ZERO);
            pair.help.sort_by_key(|help| help.sector);
        }
        pairs.sort_by_key(|pair| (pair.helper, pair.recipient));
        Self { pairs }
    }

    /// The pairs, by helper, then recipient.
    pub fn pairs(&self) -> &[PlannedPair] {
        &self.pairs
    }

    /// The pair of these two, if formed.
    pub fn pair(&self, helper: HelperId, recipient: RecipientId) -> Option<&PlannedPair> {
        let key = (helper, recipient);
        let found = self
            .pairs
            .binary_search_by_key(&key, |pair| (pair.helper, pair.recipient));
        found.ok().and_then(|index| self.pairs.get(index))
    }
}
