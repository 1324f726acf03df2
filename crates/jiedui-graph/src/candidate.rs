//! An arc of the candidate graph: a pair that may be formed, with the facts that the model needs.

use jiedui_domain::{
    Amount, Fit, HelperId, Km, Load, RecipientId, SectorId, TrackId, Wan, dense_id,
};

dense_id!(
    /// A candidate pair; arcs are numbered by helper, then recipient.
    ArcId
);

/// Where a distance came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DistanceSource {
    /// `pairs.csv`.
    Given,
    /// Shortest path on `roads.csv`.
    Roads,
    /// Great circle × detour factor, rounded to a metre.
    GreatCircle,
}

/// Where a fit came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FitSource {
    /// `pairs.csv`.
    Given,
    /// Supply against need.
    SupplyNeed,
    /// Complementarity of industries.
    Industry,
}

/// A pair that no rule excludes.
#[derive(Clone, PartialEq, Debug)]
pub struct Candidate {
    /// Who would help.
    pub helper: HelperId,
    /// Who would be helped.
    pub recipient: RecipientId,
    /// The helper's track.
    pub track: TrackId,
    /// `d[h,r]` and where it came from; `None` where nothing tells (it counts as 0 in measures).
    pub distance: Option<(Km, DistanceSource)>,
    /// `f[h,r]`.
    pub fit: Fit,
    /// Where the fit came from.
    pub fit_source: FitSource,
    /// `ℓ[h,r]`.
    pub load: Load,
    /// min(`c[h,s]`, `n[r,s]`) where positive, by sector; cut to hundredths, or to whole
    /// units in whole sectors, as plans are.
    pub capacity: Vec<(SectorId, Amount)>,
    /// m_k capped by the value of the recipient's whole need, 万元.
    pub minimum_support: Wan,
    /// The year the pair began, if it was in force last year.
    pub previous_since: Option<i32>,
    /// Locked by a decision.
    pub locked: bool,
    /// In force last year and younger than the track's minimum tenure.
    pub within_tenure: bool,
    /// Steps of hardship class that the helper's people climb: max(0, `class[r]` − `class[h]`).
    pub hardship_steps: i32,
}

impl Candidate {
    /// Whether some rule demands the pair.
    pub fn is_forced(&self) -> bool {
        self.locked || self.within_tenure
    }
}
