//! What it would cost to form a pair that the plan does not form, or to do without one that it forms,
//! and whom it would move, as one serialisable value (model §7: regret, displacement chain).
//!
//! Every figure is a difference to the plan in hand. "Achieved" is what a plan loses that was found and
//! checked; "proven" is what every plan as asked loses at least. The two meet where the search proved
//! its plan best; else the truth lies between them.

use crate::comparison::{Comparison, CoverageChange, TrackMoves};
use crate::conflict::{Party, TrackName};
use crate::counterfactual::Counterfactuals;
use crate::decisions::SAME;
use crate::dossier::{DecisionFact, ExclusionReason, Tier};
use crate::schema;
use jiedui_domain::Termination;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the shape that this program writes.
pub const FORMAT_VERSION: u32 = 1;

/// What is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// What if the pair were formed?
    Formed,
    /// What if it were not?
    NotFormed,
}

/// The question and its answer.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct WhyNot {
    /// Version of this shape; 1.
    pub format_version: u32,
    /// What is asked of the pair.
    pub asked: Asked,
    /// The helper's track.
    pub track: TrackName,
    /// Who would help, or no longer help.
    pub helper: Party,
    /// Who would be helped, or no longer be.
    pub recipient: Party,
    /// The priorities of the run.
    pub tiers: Vec<Tier>,
    /// The answer.
    pub answer: Answer,
    /// What change of one datum would form the pair; absent where it was not asked for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub counterfactuals: Option<Counterfactuals>,
}

/// The answer.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Answer {
    /// The plan is as asked already; nothing is lost.
    AsAsked,
    /// Rules exclude the pair.
    Excluded {
        /// All the reasons.
        reasons: Vec<ExclusionReason>,
    },
    /// A decision demands the pair, which was asked to be left out.
    Locked {
        /// The decision.
        decision: DecisionFact,
    },
    /// In a divisible track help is spread; no pair can be demanded.
    Divisible,
    /// No plan is as asked: proven.
    Impossible,
    /// None was found within the effort; there may be one.
    NotFound {
        /// Why the search ended.
        #[schemars(schema_with = "schema::termination")]
        termination: Termination,
    },
    /// A plan as asked was found and checked.
    Priced(Cost),
}

/// What the comparison of the priorities says, in their order.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Finding {
    /// A plan as asked reaches the same in every priority: nothing is lost.
    NoLoss,
    /// The first priority that differs loses.
    Loses {
        /// Which.
        priority: u32,
    },
    /// The first priority that differs gains: the search of the run fell short of this plan, and nothing
    /// is lost as far as is known.
    RunFellShort {
        /// Which.
        priority: u32,
    },
}

/// One priority in the run and in the plan as asked. Values are those of the tier when it was solved,
/// oriented so that more is better.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct TierLoss {
    /// The priority.
    pub priority: u32,
    /// Reached in the run.
    pub run: f64,
    /// Reached by the plan as asked.
    pub asked: f64,
    /// Whether the earlier priorities stand at the same values, so that the difference is a loss of its
    /// own. Where not, this one follows from an earlier one.
    pub comparable: bool,
    /// Every plan as asked that keeps the earlier priorities loses at least this, as proven; 0 where
    /// nothing is. Absent where not comparable.
    pub least: Option<f64>,
    /// The plan found loses this; never negative. Absent where not comparable.
    pub achieved: Option<f64>,
}

/// What a plan as asked costs, and whom.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Cost {
    /// What the priorities say.
    pub finding: Finding,
    /// By priority.
    pub tiers: Vec<TierLoss>,
    /// Why the search ended.
    #[schemars(schema_with = "schema::termination")]
    pub termination: Termination,
    /// How the pairs move from the run's plan to the one as asked, by track; the pair asked for is in
    /// the first chain of the first track.
    pub moves: Vec<TrackMoves>,
    /// Recipients whose coverage falls, those who lose most first.
    pub falls: Vec<CoverageChange>,
    /// Recipients whose coverage rises, those who gain most first.
    pub rises: Vec<CoverageChange>,
}

impl Cost {
    /// The cost of a plan as asked, from the tiers of both and what differs between them (run → asked).
    pub fn new(
        run: &[Tier],
        asked: &[Tier],
        termination: Termination,
        (helper, recipient): (&str, &str),
        compared: Comparison,
    ) -> Self {
        let (tiers, finding) = losses(run, asked);
        let mut moves = compared.tracks;
        for track in &mut moves {
            // Stable: all others keep their order.
            track.chains.sort_by_key(|chain| {
                let mut moves = chain.moves.iter();
                !moves.any(|one| {
                    one.helper == helper
                        && [&one.from, &one.to].contains(&&Some(recipient.to_owned()))
                })
            });
        }
        moves.sort_by_key(|track| {
            let first = track.chains.first().into_iter();
            !first.flat_map(|chain| &chain.moves).any(|one| {
                one.helper == helper && [&one.from, &one.to].contains(&&Some(recipient.to_owned()))
            })
        });
        let (mut falls, mut rises): (Vec<_>, Vec<_>) = compared
            .coverage
            .into_iter()
            .filter(|one| one.before.is_some() && one.after.is_some())
            .partition(|one| change(one) < 0.0);
        falls.sort_by(|a, b| change(a).total_cmp(&change(b)));
        rises.sort_by(|a, b| change(b).total_cmp(&change(a)));
        Self {
            finding,
            tiers,
            termination,
            moves,
            falls,
            rises,
        }
    }
}

fn change(one: &CoverageChange) -> f64 {
    one.after.unwrap_or(0.0) - one.before.unwrap_or(0.0)
}

/// The loss by priority, and what it amounts to.
///
/// The bound of the plan as asked holds for every plan that keeps the earlier priorities where that plan
/// has them, so as long as they are the run's own values, run minus bound is lost at least. It is the
/// bound that is subtracted, not the plan found: an open gap makes the proven loss smaller, never larger.
pub fn losses(run: &[Tier], asked: &[Tier]) -> (Vec<TierLoss>, Finding) {
    let mut finding = Finding::NoLoss;
    let mut losses = Vec::with_capacity(run.len());
    for (run, asked) in run.iter().zip(asked) {
        let noise = SAME * run.reached.abs().max(asked.reached.abs()).max(1.0);
        let loss = run.reached - asked.reached;
        let comparable = finding == Finding::NoLoss;
        let achieved = if loss > noise { loss } else { 0.0 };
        let least = (run.reached - asked.bound.max(asked.reached)).max(0.0);
        losses.push(TierLoss {
            priority: run.priority,
            run: run.reached,
            asked: asked.reached,
            comparable,
            least: comparable.then_some(least.min(achieved)),
            achieved: comparable.then_some(achieved),
        });
        let priority = run.priority;
        if comparable && loss > noise {
            finding = Finding::Loses { priority };
        } else if comparable && loss < -noise {
            finding = Finding::RunFellShort { priority };
        }
    }
    (losses, finding)
}

/// The JSON Schema of [`WhyNot`].
pub fn schema_of_why_not() -> serde_json::Value {
    schemars::schema_for!(WhyNot).to_value()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::dossier::TierScale;
    use jiedui_domain::{Gap, Proof};

    fn tier(priority: u32, reached: f64, bound: f64) -> Tier {
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

    #[test]
    fn the_proven_loss_leaves_out_what_the_gap_leaves_open() {
        let run = [tier(1, 0.5, 0.5), tier(2, 0.7, 0.75), tier(3, 4.0, 4.0)];
        let asked = [tier(1, 0.5, 0.5), tier(2, 0.6, 0.66), tier(3, 9.0, 9.0)];
        let (found, finding) = losses(&run, &asked);
        assert_eq!(finding, Finding::Loses { priority: 2 });
        assert_eq!((found[0].least, found[0].achieved), (Some(0.0), Some(0.0)));
        assert!((found[1].least.unwrap() - 0.04).abs() < 1e-12);
        assert!((found[1].achieved.unwrap() - 0.1).abs() < 1e-12);
        assert_eq!((found[2].comparable, found[2].least), (false, None));
        // With a bound above the run's plan nothing is proven.
        let (found, _) = losses(&run, &[tier(1, 0.4, 0.6)]);
        assert_eq!(found[0].least, Some(0.0));
        assert!((found[0].achieved.unwrap() - 0.1).abs() < 1e-12);
    }

    #[test]
    fn a_better_plan_is_told_as_such_and_costs_nothing() {
        let run = [tier(1, 0.5, 0.7), tier(2, 0.7, 0.75)];
        let (found, finding) = losses(&run, &[tier(1, 0.6, 0.65), tier(2, 0.1, 0.1)]);
        assert_eq!(finding, Finding::RunFellShort { priority: 1 });
        assert_eq!((found[0].least, found[0].achieved), (Some(0.0), Some(0.0)));
        assert!(!found[1].comparable);
    }

    #[test]
    fn equal_plans_lose_nothing() {
        let run = [tier(1, 0.5, 0.7), tier(2, -3.0, -2.0)];
        let (found, finding) = losses(&run, &run);
        assert_eq!(finding, Finding::NoLoss);
        assert!(found.iter().all(|one| one.achieved == Some(0.0)));
    }
}
