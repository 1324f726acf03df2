//! What a solve says about a plan: termination, and per tier the value with the bound that proves it.

use crate::measure::{Measure, MeasureScale};
use crate::policy::Objective;
use serde::{Deserialize, Serialize};

/// Why the search ended. Whether there is a plan, and how good, are questions of their own.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Termination {
    /// Every tier is proven within the gap asked for.
    Optimal,
    /// The deterministic effort was spent; the gap is what is left. Reproducible.
    EffortSpent,
    /// The safety net of wall-clock time struck: the plan may differ on another machine.
    TimeLimit,
    /// Somebody interrupted (Ctrl-C): the plan may differ next time.
    Interrupted,
}

impl Termination {
    /// Whether the same input gives the same plan again.
    pub fn is_reproducible(self) -> bool {
        matches!(self, Self::Optimal | Self::EffortSpent)
    }
}

/// What stands behind a bound.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// Prices on the coupling rows and one matching per track (Lagrangian bound).
    Decomposition,
    /// Branch and bound over the whole program.
    BranchAndBound,
    /// Potentials of a network, in whole numbers; a bound for plans in steps of 0.01 and whole persons.
    NetworkFlow,
}

/// Difference of bound and value.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Gap {
    /// |bound − value| in the tier's own scale.
    pub absolute: f64,
    /// absolute / max(|value|, 1e-9).
    pub relative: f64,
}

impl Gap {
    /// The gap between a value and its bound; never negative.
    pub fn between(value: f64, bound: f64) -> Self {
        let absolute = (bound - value).abs();
        Self {
            absolute,
            relative: absolute / value.abs().max(1e-9),
        }
    }

    /// The figure that the tier's tolerance and target are stated in.
    pub fn on_scale(self, scale: MeasureScale) -> f64 {
        match scale {
            MeasureScale::Share => self.absolute,
            MeasureScale::Relative => self.relative,
        }
    }
}

/// What became of one priority of the policy.
#[derive(Clone, PartialEq, Debug)]
pub struct TierResult {
    /// The priority.
    pub priority: u32,
    /// The objectives of the tier, in policy order.
    pub objectives: Vec<Objective>,
    /// Weighted sum, oriented so that more is better, when the tier was solved. For a tier of one
    /// objective with weight 1 this is the measure itself (negated where less is better).
    pub reached: f64,
    /// The same sum in the final plan; later tiers may give up the tolerance.
    pub in_plan: f64,
    /// No plan that keeps the earlier tiers can exceed this.
    pub bound: f64,
    /// What the bound rests on.
    pub proof: Proof,
    /// What the certificate of the run proves as a bound, rounded to the nearest number; `bound` is the same
    /// unless it is the solver's word alone. `None` where nothing is certified.
    pub certified: Option<f64>,
    /// `bound` against `in_plan`.
    pub gap: Gap,
    /// Share if every measure of the tier is a share, else relative.
    pub scale: MeasureScale,
}

impl TierResult {
    /// Whether what was reached is proven to be within the gap asked for: absolute for shares, relative
    /// otherwise.
    pub fn is_within(&self, gap: f64) -> bool {
        let target = match self.scale {
            MeasureScale::Share => {
                let weights = self.objectives.iter().map(|one| one.weight.abs());
                gap * weights.sum::<f64>()
            }
            MeasureScale::Relative => gap * self.reached.abs().max(1e-6),
        };
        let noise = 1e-9 * self.reached.abs().max(1.0);
        self.bound - self.reached <= target + noise
    }
}

/// The value of one measure in a plan.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct MeasureValue {
    /// Which measure.
    pub measure: Measure,
    /// Its value over all tracks, in the unit of model §4; `None` where nothing defines it
    /// (e.g. coverage in a case without needs).
    pub value: Option<f64>,
}
