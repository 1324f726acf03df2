//! The measures of a plan (model §4).

use serde::{Deserialize, Serialize};

/// What a plan is judged by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// min over recipients of the share of their need that is met.
    CoverageFloor,
    /// Weighted mean of the recipients' coverage.
    Coverage,
    /// Weighted mean of a concave function of coverage: the first share of need counts most.
    Equity,
    /// Sum of the fit of the pairs.
    Fit,
    /// min over recipients of the summed fit of their pairs.
    FitFloor,
    /// Sum of the distances of the pairs, km.
    Distance,
    /// Sum of distance × value of the help, 万元·km.
    FlowDistance,
    /// Pairs of last year that are kept.
    Continuity,
    /// Steps of hardship class climbed × persons sent.
    Hardship,
    /// max over helpers of value given / budget.
    EffortBalance,
    /// Number of pairs.
    Pairs,
}

/// Whether more is better.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sense {
    /// More is better.
    Maximise,
    /// Less is better.
    Minimise,
}

/// How a tolerance and a gap of a measure are understood.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MeasureScale {
    /// A share in 0–1: tolerance and gap are absolute (0.01 = one percentage point).
    Share,
    /// Anything else: tolerance and gap are relative to the value.
    Relative,
}

impl Measure {
    /// All measures, in the order of model §4.
    pub const ALL: [Self; 11] = [
        Self::CoverageFloor,
        Self::Coverage,
        Self::Equity,
        Self::Fit,
        Self::FitFloor,
        Self::Distance,
        Self::FlowDistance,
        Self::Continuity,
        Self::Hardship,
        Self::EffortBalance,
        Self::Pairs,
    ];

    /// The name in the policy file and in `dossier.json`.
    pub fn code(self) -> &'static str {
        match self {
            Self::CoverageFloor => "coverage_floor",
            Self::Coverage => "coverage",
            Self::Equity => "equity",
            Self::Fit => "fit",
            Self::FitFloor => "fit_floor",
            Self::Distance => "distance",
            Self::FlowDistance => "flow_distance",
            Self::Continuity => "continuity",
            Self::Hardship => "hardship",
            Self::EffortBalance => "effort_balance",
            Self::Pairs => "pairs",
        }
    }

    /// The measure with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.code() == code)
    }

    /// Whether it is worked out from amounts of help: where nobody needs anything it says nothing.
    pub fn is_of_amounts(self) -> bool {
        matches!(
            self,
            Self::CoverageFloor
                | Self::Coverage
                | Self::Equity
                | Self::FlowDistance
                | Self::Hardship
                | Self::EffortBalance
        )
    }

    /// Whether more is better.
    pub fn sense(self) -> Sense {
        match self {
            Self::CoverageFloor
            | Self::Coverage
            | Self::Equity
            | Self::Fit
            | Self::FitFloor
            | Self::Continuity => Sense::Maximise,
            Self::Distance
            | Self::FlowDistance
            | Self::Hardship
            | Self::EffortBalance
            | Self::Pairs => Sense::Minimise,
        }
    }

    /// How its tolerance and gap are understood.
    pub fn scale(self) -> MeasureScale {
        match self {
            Self::CoverageFloor | Self::Coverage | Self::Equity | Self::EffortBalance => {
                MeasureScale::Share
            }
            _ => MeasureScale::Relative,
        }
    }

    /// Whether the plan's value is the sum of what its pairs add (model §7, contribution).
    pub fn is_additive(self) -> bool {
        !matches!(
            self,
            Self::CoverageFloor | Self::Equity | Self::FitFloor | Self::EffortBalance
        )
    }
}
