//! What each human decision costs, as one serialisable value.

use crate::conflict::{Party, TrackName};
use crate::dossier::{DecisionFact, ExclusionReason, Tier};
use crate::schema;
use jiedui_domain::Termination;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the shape that this program writes. Version 1 had no gains.
pub const FORMAT_VERSION: u32 = 2;

/// What a decision demands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// The pair is formed.
    Lock,
    /// The pair is not formed.
    Forbid,
}

/// One priority with and without a decision. Values are those of the tier when it was solved,
/// oriented so that more is better.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TierPrice {
    /// The priority.
    pub priority: u32,
    /// Reached with the decision, in the run.
    pub with: f64,
    /// Reached without it. Never below `with` where the two are comparable: a plan that obeys the
    /// decision is a plan without it, too.
    pub without: f64,
    /// Whether the earlier priorities stand at the same values, so that the difference is the
    /// decision's price. Where not, an earlier priority has paid, and this one follows from it.
    pub comparable: bool,
    /// The price is at least this, as proven; 0 where nothing is. Absent where not comparable.
    pub least: Option<f64>,
    /// The price is at most this, as proven. Absent where not comparable.
    pub most: Option<f64>,
}

/// How much better than the run's a plan is that was found while something else was asked.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Gain {
    /// The first priority that differs.
    pub priority: u32,
    /// By how much it is better.
    pub by: f64,
}

/// What leaving out one decision, or all of them, would bring.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Price {
    /// By priority; empty where no plan without the decision was found within the effort, though one
    /// exists (the run's own).
    pub tiers: Vec<TierPrice>,
    /// Where the plan found obeys the decision all the same, as checked, and is better than the run's: by
    /// how much. Then the search of the run fell short, and that difference is no price. Absent in files
    /// of version 1.
    #[serde(default)]
    pub gain: Option<Gain>,
    /// Pairs of the run that the plan without the decision does not form.
    pub pairs_changed: usize,
    /// Why the search ended; null where no plan was found.
    #[schemars(schema_with = "schema::optional_termination")]
    pub termination: Option<Termination>,
}

/// One decision with its price.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct DecisionPrice {
    /// What it demands.
    pub kind: DecisionKind,
    /// The track.
    pub track: TrackName,
    /// Who helps, or must not.
    pub helper: Party,
    /// Who is helped, or must not be.
    pub recipient: Party,
    /// Who decided, why, and where it stands.
    pub decision: DecisionFact,
    /// What it costs alone: all other decisions stand.
    pub price: Price,
    /// The other reasons that exclude a pair which the decision forbids: without it the pair is not
    /// allowed either, so the decision costs nothing. Empty where there are none; absent in older files.
    #[serde(default)]
    pub excluded_anyway: Vec<ExclusionReason>,
}

/// The prices of all decisions of a run.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct DecisionPrices {
    /// Version of this shape; 2.
    pub format_version: u32,
    /// The priorities of the run.
    pub tiers: Vec<Tier>,
    /// Each decision alone, by helper, recipient.
    pub decisions: Vec<DecisionPrice>,
    /// All decisions together; null where there are fewer than two. Prices alone need not add up to it.
    pub together: Option<Price>,
}

/// Below this, relative, two values of a tier are the same.
pub(crate) const SAME: f64 = 1e-9;

/// The price by priority, from the tiers with and without a decision, and what is no price though it is
/// better.
///
/// Without the decision more plans are allowed, so in the first priority that differs, and in those
/// before it, the price is never negative. A search without it that reached less has missed the plan
/// in hand, which then stands for its own; its bounds hold all the same, since it kept the earlier
/// priorities at no more than the plan in hand has.
///
/// `obeys` says that the plan found without the decision obeys it: then a run with the decision could
/// have found that plan as well, and the price is counted from there.
pub fn prices(with: &[Tier], without: &[Tier], obeys: bool) -> (Vec<TierPrice>, Option<Gain>) {
    let mut comparable = true;
    let mut fell_short = false;
    let mut missed = None;
    let mut prices = Vec::with_capacity(with.len());
    for (with, without) in with.iter().zip(without) {
        let noise = SAME * with.reached.abs().max(without.reached.abs()).max(1.0);
        let gain = without.reached - with.reached;
        fell_short |= comparable && gain < -noise;
        let same = fell_short || gain.abs() <= noise;
        let reached = if same { with.reached } else { without.reached };
        let is_missed = comparable && !same && obeys;
        let with_it = if is_missed { reached } else { with.reached };
        let most = (without.bound.max(reached) - with_it).max(0.0);
        let least = if same || is_missed {
            0.0
        } else {
            (without.reached - with.bound).max(0.0)
        };
        if is_missed {
            missed = Some(Gain {
                priority: with.priority,
                by: gain,
            });
        }
        prices.push(TierPrice {
            priority: with.priority,
            with: with.reached,
            without: reached,
            comparable,
            least: comparable.then_some(least.min(most)),
            most: comparable.then_some(most),
        });
        comparable &= same;
    }
    (prices, missed)
}

/// The JSON Schema of [`DecisionPrices`].
pub fn schema_of_prices() -> serde_json::Value {
    schemars::schema_for!(DecisionPrices).to_value()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::tests::tier;

    #[test]
    fn the_first_priority_that_differs_pays_and_the_later_ones_follow() {
        let with = [tier(1, 0.5, 0.5), tier(2, 0.6, 0.65), tier(3, 9.0, 9.0)];
        let without = [tier(1, 0.5, 0.5), tier(2, 0.7, 0.72), tier(3, 4.0, 4.0)];
        let (found, gain) = prices(&with, &without, false);
        assert_eq!(gain, None);
        assert_eq!((found[0].least, found[0].most), (Some(0.0), Some(0.0)));
        let second = &found[1];
        assert!((second.least.unwrap() - 0.05).abs() < 1e-12);
        assert!((second.most.unwrap() - 0.12).abs() < 1e-12);
        assert_eq!((found[2].comparable, found[2].least), (false, None));
    }

    #[test]
    fn a_search_that_found_less_never_makes_a_price_negative() {
        let with = [tier(1, 0.5, 0.55), tier(2, 0.6, 0.65)];
        let without = [tier(1, 0.4, 0.56), tier(2, 0.9, 0.95)];
        let (found, gain) = prices(&with, &without, true);
        assert_eq!(gain, None);
        for price in found {
            assert_eq!(price.without, price.with);
            assert_eq!(price.least, Some(0.0));
            assert!(price.comparable && price.most.unwrap() >= 0.0);
        }
    }

    #[test]
    fn a_better_plan_that_obeys_the_decision_is_no_price_of_it() {
        let with = [tier(1, 0.5, 0.5), tier(2, 0.6, 0.65)];
        let without = [tier(1, 0.5, 0.5), tier(2, 0.7, 0.72)];
        let (found, gain) = prices(&with, &without, true);
        let gain = gain.unwrap();
        assert_eq!(gain.priority, 2);
        assert!((gain.by - 0.1).abs() < 1e-12);
        assert_eq!((found[1].with, found[1].without), (0.6, 0.7));
        assert_eq!(found[1].least, Some(0.0));
        // What the decision may still cost is counted from the better plan.
        assert!((found[1].most.unwrap() - 0.02).abs() < 1e-12);
        // The run's own plan is no better one.
        assert_eq!(prices(&with, &with, true).1, None);
    }
}
