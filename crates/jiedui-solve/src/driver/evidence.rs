//! What the bound of a tier rests on, turned into evidence that can be checked elsewhere.

use super::Driver;
use crate::decomposition::blocks::Blocks;
use crate::decomposition::cutoff::cutoffs_of;
use crate::evidence::{TierEvidence, answers};
use crate::start::Prices;
use jiedui_model::Tier;

/// Prices that prove a bound.
#[derive(Clone, Debug)]
pub(super) struct Grounds {
    prices: Prices,
    /// The value of the floor beyond which plans were looked for.
    beyond: Option<f64>,
    /// The bound that was computed from them.
    claimed: f64,
}

impl Grounds {
    /// Prices that bound every plan.
    pub(super) fn of(blocks: &Blocks, prices: &[f64], claimed: f64) -> Self {
        Self {
            prices: blocks.name_prices(prices),
            beyond: None,
            claimed,
        }
    }

    /// Prices that bound the plans whose floor exceeds a value.
    pub(super) fn beyond(blocks: &Blocks, prices: &[f64], value: f64, claimed: f64) -> Self {
        Self {
            beyond: Some(value),
            ..Self::of(blocks, prices, claimed.max(value))
        }
    }
}

impl Driver<'_> {
    /// The evidence for the bound of a tier that was just solved, before it is kept itself.
    pub(super) fn prove(&self, tier: &Tier) -> TierEvidence {
        let Some(grounds) = &self.grounds else {
            return TierEvidence::default();
        };
        let mut blocks = self.blocks();
        if let Some(value) = grounds.beyond
            && let Some(cutoff) = cutoffs_of(self.program, &tier.terms, value)
        {
            blocks = blocks.reaching(self.program, cutoff);
        }
        TierEvidence {
            kept: 0.0,
            beyond: grounds.beyond,
            claimed: Some(grounds.claimed),
            tracks: answers(
                &blocks,
                &self.dense(&tier.terms),
                &blocks.prices_by_name(&grounds.prices),
            ),
            prices: grounds.prices.clone(),
        }
    }

    /// Keeps evidence, with what later tiers keep of its tier.
    pub(super) fn note_evidence(&mut self, evidence: TierEvidence) {
        let kept = self.kept.last().map_or(0.0, |kept| kept.at_least);
        self.evidence.push(TierEvidence { kept, ..evidence });
    }
}
