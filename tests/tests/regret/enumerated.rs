//! Every set of pairs with its best value in every priority: what a pair truly costs.

use jiedui_model::{ColumnId, Program, Tier};
use jiedui_solve::regret::Against;
use jiedui_tests::brute_force::BruteForce;

/// The priorities of a small program over every set of pairs, where the earlier ones keep what the policy
/// demands.
pub struct Enumerated {
    pairs: Vec<ColumnId>,
    against: Vec<Against>,
    /// By tier, then set: which pairs are formed, and the best value.
    tiers: Vec<Vec<(Vec<f64>, Option<f64>)>>,
}

/// What a pair truly costs.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Truth {
    /// No plan is as asked.
    Impossible,
    /// Nothing is lost.
    Nothing,
    /// So much is lost in the tier with this place.
    Loses(usize, f64),
    /// A value stands so close to what has to be kept that either may be read.
    CloseCall,
}

/// What the back end's own tolerance may hide.
const CLOSE: f64 = 1e-5;
const EQUAL: f64 = 2e-7;

impl Enumerated {
    pub fn new(brute: &BruteForce<'_>, program: &Program, against: &[Against]) -> Self {
        let tiers = program.tiers().iter();
        let tiers: Vec<&Tier> = tiers.filter(|tier| tier.priority.is_some()).collect();
        let mut kept: Vec<(&Tier, f64)> = Vec::new();
        let mut values = Vec::new();
        for (tier, against) in tiers.iter().zip(against) {
            let each = brute.each(tier, &kept).into_iter();
            values.push(each.map(|(set, best)| (set.to_vec(), best)).collect());
            kept.push((tier, against.keeps));
        }
        Self {
            pairs: brute.pairs().to_vec(),
            against: against.to_vec(),
            tiers: values,
        }
    }

    /// What it costs to form a pair, or to do without it.
    pub fn truth(&self, pair: ColumnId, formed: bool) -> Truth {
        let Some(place) = self.pairs.iter().position(|known| *known == pair) else {
            return Truth::Impossible;
        };
        for (index, (tier, against)) in self.tiers.iter().zip(&self.against).enumerate() {
            let asked = tier.iter().filter(|(set, _)| (set[place] > 0.5) == formed);
            let best = asked.filter_map(|(_, best)| *best).reduce(f64::max);
            let Some(best) = best else {
                // The tier before could be kept, so this happens in the first only.
                return if index == 0 {
                    Truth::Impossible
                } else {
                    Truth::CloseCall
                };
            };
            let size = 1.0 + against.keeps.abs();
            if best < against.keeps - CLOSE * size {
                return Truth::Loses(index, against.in_plan - best);
            }
            // Reaching what has to be kept exactly is the usual case.
            if best < against.keeps - EQUAL * size && index + 1 < self.tiers.len() {
                return Truth::CloseCall;
            }
        }
        Truth::Nothing
    }

    /// Whether some plan that loses at most so much in the last tier has the pair, or lacks it. The
    /// figures of enumeration are eased by `slack`, which may be negative.
    pub fn some_plan(&self, pair: ColumnId, formed: bool, may_lose: f64, slack: f64) -> bool {
        let Some(place) = self.pairs.iter().position(|known| *known == pair) else {
            return false;
        };
        let (Some(tier), Some(against)) = (self.tiers.last(), self.against.last()) else {
            return false;
        };
        tier.iter().any(|(set, best)| {
            (set[place] > 0.5) == formed
                && best.is_some_and(|best| best >= against.in_plan - may_lose - slack)
        })
    }
}
