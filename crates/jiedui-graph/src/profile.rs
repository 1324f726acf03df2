//! What the rules ask about each helper and each recipient, worked out once before the pairs.

use crate::GraphError;
use crate::exact::ExactWan;
use jiedui_domain::{
    Amount, Case, HelperId, IdVec, Load, PlaceId, Quantity, RecipientId, SectorAmount, SectorId,
    TrackId, UnitValue, Wan,
};

/// A recipient, as the rules see it.
pub(crate) struct RecipientProfile {
    /// The place that it is.
    pub(crate) place: PlaceId,
    /// `class[r]`.
    pub(crate) class: i32,
    /// `n[r,s]`, zero where there is no row.
    pub(crate) needs: IdVec<SectorId, Amount>,
    /// Whether some need is positive.
    pub(crate) has_need: bool,
    /// Σ_s v_s·`n[r,s]`.
    pub(crate) need_value: ExactWan,
    /// The most helpers of each track.
    pub(crate) quota_max: IdVec<TrackId, Option<u32>>,
}

/// A helper, as the rules see it.
pub(crate) struct HelperProfile {
    /// Its track.
    pub(crate) track: TrackId,
    /// Where it sits.
    pub(crate) place: Option<PlaceId>,
    /// `class[h]`, where it sits anywhere.
    pub(crate) class: Option<i32>,
    /// `c[h,s]`, zero where there is no row.
    pub(crate) supply: IdVec<SectorId, Amount>,
    /// Whether some supply is positive.
    pub(crate) has_supply: bool,
    /// B_h.
    pub(crate) budget: Option<ExactWan>,
    /// The most recipients.
    pub(crate) quota_max: Option<u32>,
    /// e_k·B_h, where one pair has to deploy it all: exact, and cut to a step of [`Wan`].
    pub(crate) effort_of_one_pair: Option<(ExactWan, Wan)>,
    /// L_h.
    pub(crate) max_load: Option<Load>,
}

impl HelperProfile {
    /// `value`, or the budget where that is less.
    pub(crate) fn within_budget(&self, value: ExactWan) -> ExactWan {
        self.budget.map_or(value, |budget| value.min(budget))
    }
}

/// Both sides of a case.
pub(crate) struct Profiles {
    /// By helper.
    pub(crate) helpers: IdVec<HelperId, HelperProfile>,
    /// By recipient.
    pub(crate) recipients: IdVec<RecipientId, RecipientProfile>,
}

impl Profiles {
    /// Works out both sides.
    ///
    /// *Errors:* [`GraphError::BeyondLimit`], so that all later arithmetic is exact.
    pub(crate) fn of(case: &Case) -> Result<Self, GraphError> {
        for sector in case.policy.sectors.values() {
            within_limit(sector.value, "value", &sector.code)?;
        }
        for track in case.policy.tracks.values() {
            within_limit(track.minimum_support, "minimum support", &track.code)?;
            within_limit(track.effort_floor, "effort floor", &track.code)?;
        }
        let recipients = case.recipients.ids().map(|id| recipient_profile(case, id));
        let helpers = case.helpers.ids().map(|id| helper_profile(case, id));
        Ok(Self {
            recipients: recipients.collect::<Result<_, GraphError>>()?,
            helpers: helpers.collect::<Result<_, GraphError>>()?,
        })
    }
}

fn recipient_profile(case: &Case, id: RecipientId) -> Result<RecipientProfile, GraphError> {
    let row = &case.recipients[id];
    let needs = by_sector(case, case.needs_of(id), "need", case.recipient_code(id))?;
    let values = case.policy.sectors.map(|_, sector| sector.value);
    Ok(RecipientProfile {
        place: row.place,
        class: case.places[row.place].hardship_class,
        has_need: needs.values().any(|need| *need > Amount::ZERO),
        need_value: value_of(&needs, &values),
        quota_max: case
            .policy
            .tracks
            .map(|track, _| case.recipient_quota(id, track).max),
        needs,
    })
}

fn helper_profile(case: &Case, id: HelperId) -> Result<HelperProfile, GraphError> {
    let row = &case.helpers[id];
    let track = &case.policy.tracks[row.track];
    let supply = by_sector(case, case.supply_of(id), "supply", &row.code)?;
    let budget = case.budget(id);
    if let Some(budget) = budget {
        within_limit(budget, "budget", &row.code)?;
    }
    let quota_max = case.helper_quota(id).max;
    let effort = budget.map(|budget| ExactWan::share_of(track.effort_floor, budget));
    let effort_of_one_pair = match effort {
        Some(effort) if quota_max == Some(1) && effort > ExactWan::ZERO => {
            let cut = effort
                .cut()
                .ok_or_else(|| beyond("effort floor", &row.code))?;
            Some((effort, cut))
        }
        _ => None,
    };
    Ok(HelperProfile {
        track: row.track,
        place: row.place,
        class: row.place.map(|place| case.places[place].hardship_class),
        has_supply: supply.values().any(|supply| *supply > Amount::ZERO),
        supply,
        budget: budget.map(ExactWan::from_wan),
        quota_max,
        effort_of_one_pair,
        max_load: row.max_load,
    })
}

/// Positive amounts by sector; sectors without a row get zero.
fn by_sector<I>(
    case: &Case,
    rows: &[SectorAmount<I>],
    kind: &'static str,
    code: &str,
) -> Result<IdVec<SectorId, Amount>, GraphError> {
    let mut amounts = IdVec::filled(Amount::ZERO, case.policy.sectors.len());
    for row in rows {
        within_limit(row.amount, kind, code)?;
        amounts[row.sector] = row.amount.max(Amount::ZERO);
    }
    Ok(amounts)
}

fn value_of(amounts: &IdVec<SectorId, Amount>, values: &IdVec<SectorId, UnitValue>) -> ExactWan {
    let pairs = amounts.values().zip(values.values());
    pairs
        .map(|(amount, value)| ExactWan::of(*amount, *value))
        .sum()
}

fn within_limit<Q: Quantity>(
    quantity: Q,
    kind: &'static str,
    code: &str,
) -> Result<(), GraphError> {
    let limit = i128::from(Q::LIMIT) * i128::from(Q::steps_per_unit());
    if i128::from(quantity.scaled()).abs() > limit {
        return Err(beyond(kind, code));
    }
    Ok(())
}

fn beyond(kind: &'static str, code: &str) -> GraphError {
    GraphError::BeyondLimit {
        kind,
        code: code.to_owned(),
    }
}
