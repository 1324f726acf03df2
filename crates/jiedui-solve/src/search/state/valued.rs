//! What the worth of a recipient's pairs depends on.

use crate::search::flow::MOST_SECTORS;
use smallvec::SmallVec;

/// Kinds of pairs, in order.
pub(in crate::search) type Kinds = SmallVec<[u32; MOST_SECTORS]>;

/// A recipient's pairs as far as their worth goes: the same of them are worth the same.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(super) struct PairsValued {
    recipient: u32,
    /// In order; those that get a part of their helper's means only are marked.
    kinds: Kinds,
    /// Bits of these parts.
    parts: SmallVec<[u64; 2]>,
}

/// Marks a kind.
const IN_PART: u32 = 1 << 31;

impl PairsValued {
    /// Pairs of a recipient, each of a kind and with a part of its helper's means.
    pub(super) fn new(recipient: usize, pairs: impl Iterator<Item = (u32, f64)>) -> Self {
        let mut valued = Self {
            recipient: recipient as u32,
            ..Self::default()
        };
        for (kind, share) in pairs {
            if share == 1.0 {
                valued.kinds.push(kind);
            } else {
                valued.kinds.push(kind | IN_PART);
                valued.parts.push(share.to_bits());
            }
        }
        valued
    }

    /// Whether these are pairs of the same kinds in the same order.
    pub(super) fn has_kinds_of(&self, other: &Self) -> bool {
        let mut kinds = self.kinds.iter().zip(&other.kinds);
        self.kinds.len() == other.kinds.len() && kinds.all(|(a, b)| a & !IN_PART == b & !IN_PART)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn valued(pairs: &[(u32, f64)]) -> PairsValued {
        PairsValued::new(0, pairs.iter().copied())
    }

    #[test]
    fn pairs_are_the_same_where_recipient_kinds_order_and_parts_are() {
        let pairs = valued(&[(7, 1.0), (3, 0.5)]);
        assert_eq!(pairs, valued(&[(7, 1.0), (3, 0.5)]));
        assert_ne!(pairs, valued(&[(3, 0.5), (7, 1.0)]));
        assert_ne!(pairs, valued(&[(7, 1.0), (3, 0.25)]));
        assert_ne!(pairs, valued(&[(7, 0.5), (3, 1.0)]));
        assert_ne!(pairs, valued(&[(7, 1.0)]));
        assert_ne!(pairs, PairsValued::new(1, [(7, 1.0), (3, 0.5)].into_iter()));
    }

    #[test]
    fn kinds_are_the_same_whatever_the_parts() {
        let pairs = valued(&[(7, 1.0), (3, 0.5)]);
        assert!(pairs.has_kinds_of(&valued(&[(7, 0.25), (3, 1.0)])));
        assert!(!pairs.has_kinds_of(&valued(&[(7, 1.0)])));
        assert!(!pairs.has_kinds_of(&valued(&[(7, 1.0), (4, 0.5)])));
    }
}
