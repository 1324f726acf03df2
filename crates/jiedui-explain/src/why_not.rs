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
use crate::dossier::{DecisionFact, ExclusionReason, Tier, TierScale};
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

/// One priority in the run and in the plan as asked, oriented so that more is better. Where the run says
/// what each candidate costs, values are those of the final plans, and a priority before the last loses
/// only below what the policy has later ones keep; else they are those of the tier when it was solved.
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
    /// nothing is. Absent where not comparable, unless the run proved a loss there by itself.
    pub least: Option<f64>,
    /// The plan found loses this; never negative. Absent where not comparable.
    pub achieved: Option<f64>,
    /// What each objective of the priority comes to in the plan as asked, in its own unit and in the order of
    /// `tiers`; empty where one is not defined, and in answers of earlier versions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<f64>,
}

/// What a plan as asked costs, and whom.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Cost {
    /// What the priorities say.
    pub finding: Finding,
    /// By priority.
    pub tiers: Vec<TierLoss>,
    /// Whether the plan is the one that `assign --from` with the decision finds: then that takes it.
    #[serde(default = "always_before")]
    pub by_command: bool,
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

/// Files that do not say it were written when the two were the same.
fn always_before() -> bool {
    true
}

impl Cost {
    /// The cost of a plan as asked, from its losses and what differs between the plans (run → asked).
    pub fn new(
        (tiers, finding): (Vec<TierLoss>, Finding),
        termination: Termination,
        (helper, recipient): (&str, &str),
        compared: Comparison,
    ) -> Self {
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
            by_command: false,
            termination,
            moves,
            falls,
            rises,
        }
    }
}

impl Cost {
    /// Takes a loss that is proven otherwise, by place of the priority, where it is greater than the one
    /// known. Of a priority that the plan found does not come to, since it loses before, it stands alone: every plan
    /// that keeps the priorities before loses it there.
    pub fn raise_least(&mut self, proven: &[f64]) {
        let first = proven.iter().position(|loss| *loss > 0.0);
        let Some((place, tier)) = first.and_then(|place| Some((place, self.tiers.get_mut(place)?)))
        else {
            return;
        };
        tier.least = match (tier.least, tier.achieved) {
            (Some(least), Some(achieved)) => Some(least.max(proven[place]).min(achieved)),
            _ => Some(proven[place]),
        };
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
            values: asked.values(),
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

/// What a gap comes to in a priority, in its own unit.
pub fn within(tier: &Tier, gap: f64) -> f64 {
    match tier.scale {
        TierScale::Share => {
            let weights = tier.objectives.iter().map(|one| one.weight.abs());
            gap * weights.sum::<f64>()
        }
        TierScale::Relative => gap * tier.in_plan.abs(),
    }
}

/// Kept rows are eased by so much, relative above 1, and rounding may take as much again.
const EASED: f64 = 3e-7;

/// The loss by priority where every priority but the last only has to keep so much, as the policy has later
/// ones leave it: told against the final values of the plan in hand.
///
/// `proves` says that the question alone was solved: then the bound of the priority that loses holds for
/// every plan as asked that keeps those before it, and `reached` is what the plan has before its amounts
/// become whole hundredths, which may take a trifle. Else nothing is proven. A plan is better from the `gap` on at which the run took a priority
/// for done.
pub fn losses_beyond(
    run: &[Tier],
    keeps: &[f64],
    asked: &[Tier],
    proves: bool,
    gap: f64,
) -> (Vec<TierLoss>, Finding) {
    let mut finding = Finding::NoLoss;
    let mut losses = Vec::with_capacity(run.len());
    for (place, (run, asked)) in run.iter().zip(asked).enumerate() {
        let size = run.in_plan.abs().max(asked.in_plan.abs()).max(1.0);
        let loss = run.in_plan - asked.in_plan;
        let comparable = finding == Finding::NoLoss;
        let keeps = keeps.get(place);
        let below = |value: f64| match keeps {
            Some(keeps) => value < keeps - EASED * (1.0 + keeps.abs()),
            None => value < run.in_plan - SAME * size,
        };
        let kept = if proves && keeps.is_some() {
            asked.reached
        } else {
            asked.in_plan
        };
        let loses = below(kept);
        let achieved = if loses { loss.max(0.0) } else { 0.0 };
        let proven = proves && loses && below(asked.bound);
        let least = if proven {
            (run.in_plan - asked.bound).clamp(0.0, achieved)
        } else {
            0.0
        };
        losses.push(TierLoss {
            priority: run.priority,
            run: run.in_plan,
            asked: asked.in_plan,
            comparable,
            least: comparable.then_some(least),
            achieved: comparable.then_some(achieved),
            values: asked.values(),
        });
        let priority = run.priority;
        if comparable && loses {
            finding = Finding::Loses { priority };
        } else if comparable && keeps.is_none() && -loss > within(run, gap).max(SAME * size) {
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
    use crate::tests::tier;

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
    fn what_the_policy_leaves_to_later_priorities_is_no_loss() {
        let run = [tier(1, 0.5, 0.5), tier(2, 7.0, 9.0)];
        let asked = |first, second, bound| [tier(1, first, 1.0), tier(2, second, bound)];
        let (found, finding) = losses_beyond(&run, &[0.49], &asked(0.493, 6.5, 6.8), true, 0.001);
        assert_eq!(finding, Finding::Loses { priority: 2 });
        assert_eq!((found[0].least, found[0].achieved), (Some(0.0), Some(0.0)));
        assert!((found[1].least.unwrap() - 0.2).abs() < 1e-12);
        assert!((found[1].achieved.unwrap() - 0.5).abs() < 1e-12);
        // A loss is the whole distance from the plan's value; nothing is proven by a bound that keeps it.
        let (found, finding) = losses_beyond(&run, &[0.49], &asked(0.48, 9.0, 9.0), true, 0.001);
        assert_eq!(finding, Finding::Loses { priority: 1 });
        assert!((found[0].achieved.unwrap() - 0.02).abs() < 1e-12);
        assert_eq!((found[0].least, found[1].comparable), (Some(0.0), false));
        // Bounds of other plans prove nothing.
        let (found, _) = losses_beyond(&run, &[0.49], &asked(0.5, 6.5, 6.8), false, 0.001);
        assert_eq!(found[1].least, Some(0.0));
        let better = asked(0.49, 7.1, 8.0);
        let (_, finding) = losses_beyond(&run, &[0.49], &better, true, 0.0);
        assert_eq!(finding, Finding::RunFellShort { priority: 2 });
        let loose = |mut tier: Tier| {
            tier.scale = TierScale::Relative;
            tier
        };
        let run = run.map(loose);
        let (_, finding) = losses_beyond(&run, &[0.49], &better, true, 0.001);
        assert_eq!(finding, Finding::RunFellShort { priority: 2 });
        // Within the gap at which the run took it for done.
        let (_, finding) = losses_beyond(&run, &[0.49], &better, true, 0.1);
        assert_eq!(finding, Finding::NoLoss);
    }

    #[test]
    fn equal_plans_lose_nothing() {
        let run = [tier(1, 0.5, 0.7), tier(2, -3.0, -2.0)];
        let (found, finding) = losses(&run, &run);
        assert_eq!(finding, Finding::NoLoss);
        assert!(found.iter().all(|one| one.achieved == Some(0.0)));
    }
}
