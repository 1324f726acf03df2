//! The rules that exclude a pair, one function each, in the order of [`Exclusion`].

use crate::Exclusion;
use crate::exact::ExactWan;
use crate::profile::{HelperProfile, RecipientProfile};
use jiedui_domain::{Decision, DecisionAction, Km, Load, Track, Wan};

/// All that the rules ask about one pair.
pub(crate) struct PairInQuestion<'a> {
    /// The helper's track.
    pub(crate) track: &'a Track,
    /// Who would help.
    pub(crate) helper: &'a HelperProfile,
    /// Who would be helped.
    pub(crate) recipient: &'a RecipientProfile,
    /// The decisions about the pair, with the index of the first in `Case::decisions`.
    pub(crate) decisions: (usize, &'a [Decision]),
    /// `d[h,r]`.
    pub(crate) distance: Option<Km>,
    /// `ℓ[h,r]`.
    pub(crate) load: Load,
    /// Whether some sector has both supply and need.
    pub(crate) shares_sector: bool,
    /// Σ_s v_s·min(c, n), whole units in whole sectors, capped by the budget.
    pub(crate) reachable: ExactWan,
    /// m_k capped by the recipient's whole need.
    pub(crate) minimum_support: ExactWan,
}

impl PairInQuestion<'_> {
    /// All reasons against the pair.
    ///
    /// A divisible track forms no pairs, so the rules about pairs as such do not apply there.
    pub(crate) fn exclusions(&self) -> Vec<Exclusion> {
        let mut reasons: Vec<Exclusion> = self.forbidden().collect();
        reasons.extend(self.too_far());
        reasons.extend(self.no_common_sector());
        reasons.extend(self.hardship_gap());
        reasons.extend(self.same_place());
        if !self.track.divisible {
            reasons.extend(self.minimum_support_unreachable());
            reasons.extend(self.effort_floor_unreachable());
            reasons.extend(self.recipient_quota_zero());
            reasons.extend(self.helper_quota_zero());
            reasons.extend(self.load_too_large());
        }
        reasons
    }

    fn forbidden(&self) -> impl Iterator<Item = Exclusion> {
        let (first, decisions) = self.decisions;
        (first..)
            .zip(decisions)
            .filter(|(_, row)| row.action == DecisionAction::Forbid)
            .map(|(decision, _)| Exclusion::Forbidden { decision })
    }

    fn too_far(&self) -> Option<Exclusion> {
        let limit = self.track.max_distance?;
        match self.distance {
            None => Some(Exclusion::DistanceUnknown { limit }),
            Some(distance) => {
                (distance > limit).then_some(Exclusion::BeyondDistance { distance, limit })
            }
        }
    }

    /// A side without any amounts takes part in a pure matching: that is no reason against a pair. A
    /// divisible track has nothing but amounts.
    fn no_common_sector(&self) -> Option<Exclusion> {
        let both_have_amounts = self.helper.has_supply && self.recipient.has_need;
        let asks_for_amounts = both_have_amounts || self.track.divisible;
        (asks_for_amounts && !self.shares_sector).then_some(Exclusion::NoCommonSector)
    }

    fn hardship_gap(&self) -> Option<Exclusion> {
        let limit = self.track.max_hardship_gap?;
        let gap = self.recipient.class.saturating_sub(self.helper.class?);
        (gap > limit).then_some(Exclusion::HardshipGap { gap, limit })
    }

    fn same_place(&self) -> Option<Exclusion> {
        let sits_there = self.helper.place == Some(self.recipient.place);
        sits_there.then_some(Exclusion::SamePlace)
    }

    fn minimum_support_unreachable(&self) -> Option<Exclusion> {
        (self.reachable < self.minimum_support).then(|| Exclusion::MinimumSupportUnreachable {
            reachable: cut(self.reachable),
            required: cut(self.minimum_support),
        })
    }

    /// Only where the helper has one pair at most: with several, the others may make up for it.
    fn effort_floor_unreachable(&self) -> Option<Exclusion> {
        let (effort, required) = self.helper.effort_of_one_pair?;
        (self.reachable < effort).then(|| Exclusion::EffortFloorUnreachable {
            reachable: cut(self.reachable),
            required,
        })
    }

    fn recipient_quota_zero(&self) -> Option<Exclusion> {
        let takes_none = self.recipient.quota_max[self.helper.track] == Some(0);
        takes_none.then_some(Exclusion::RecipientQuotaZero)
    }

    fn helper_quota_zero(&self) -> Option<Exclusion> {
        (self.helper.quota_max == Some(0)).then_some(Exclusion::HelperQuotaZero)
    }

    fn load_too_large(&self) -> Option<Exclusion> {
        let limit = self.helper.max_load?;
        let load = self.load;
        (load > limit).then_some(Exclusion::LoadTooLarge { load, limit })
    }
}

/// What is shown of an amount that a rule compares exactly.
///
/// Never beyond [`Wan`]: these amounts lie below a minimum support or an effort floor that fits.
fn cut(value: ExactWan) -> Wan {
    value.cut().unwrap_or(Wan::ZERO)
}
