//! Why a pair is no candidate. Every excluded pair keeps all its reasons.

use jiedui_domain::{HelperId, Km, Load, RecipientId, Wan};

/// One reason.
#[derive(Clone, PartialEq, Debug)]
pub enum Exclusion {
    /// Forbidden by a decision; the index into `Case::decisions`.
    Forbidden {
        /// Which decision.
        decision: usize,
    },
    /// Beyond the track's distance limit.
    BeyondDistance {
        /// `d[h,r]`.
        distance: Km,
        /// `max_distance_km`.
        limit: Km,
    },
    /// The track has a distance limit and nothing tells the distance.
    DistanceUnknown {
        /// `max_distance_km`.
        limit: Km,
    },
    /// The helper has supplies, the recipient has needs, and no sector has both.
    NoCommonSector,
    /// Above the track's limit on the climb in hardship class.
    HardshipGap {
        /// `class[r]` − `class[h]`.
        gap: i32,
        /// `max_hardship_gap`.
        limit: i32,
    },
    /// The helper sits in the recipient.
    SamePlace,
    /// The pair cannot carry the track's minimum support.
    MinimumSupportUnreachable {
        /// Σ_s v_s·min(c, n), capped by the budget, 万元.
        reachable: Wan,
        /// m_k capped by the recipient's whole need.
        required: Wan,
    },
    /// A helper limited to one pair could not deploy its effort floor here.
    EffortFloorUnreachable {
        /// Σ_s v_s·min(c, n), 万元.
        reachable: Wan,
        /// e_k·B_h.
        required: Wan,
    },
    /// The recipient takes no helper of this track.
    RecipientQuotaZero,
    /// The helper takes no recipient.
    HelperQuotaZero,
    /// The pair alone exceeds the helper's load limit.
    LoadTooLarge {
        /// `ℓ[h,r]`.
        load: Load,
        /// L_h.
        limit: Load,
    },
}

impl Exclusion {
    /// A stable name for message keys and `dossier.json`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Forbidden { .. } => "forbidden",
            Self::BeyondDistance { .. } => "beyond_distance",
            Self::DistanceUnknown { .. } => "distance_unknown",
            Self::NoCommonSector => "no_common_sector",
            Self::HardshipGap { .. } => "hardship_gap",
            Self::SamePlace => "same_place",
            Self::MinimumSupportUnreachable { .. } => "minimum_support_unreachable",
            Self::EffortFloorUnreachable { .. } => "effort_floor_unreachable",
            Self::RecipientQuotaZero => "recipient_quota_zero",
            Self::HelperQuotaZero => "helper_quota_zero",
            Self::LoadTooLarge { .. } => "load_too_large",
        }
    }
}

/// A pair that is no candidate.
#[derive(Clone, PartialEq, Debug)]
pub struct ExcludedPair {
    /// Who would help.
    pub helper: HelperId,
    /// Who would be helped.
    pub recipient: RecipientId,
    /// All reasons, in the order of [`Exclusion`].
    pub reasons: Vec<Exclusion>,
}
