//! The user's own rows, keys and limits that are in force in a case.

use jiedui_domain::{Case, HelperId, Quantity, Track, TrackId};
use std::collections::BTreeSet;

/// One row, key or limit that demands something of a plan.
///
/// Ordered as conflicts prefer them: what a person decided about one pair first, what concerns a
/// whole track next, the means of single helpers last. A conflict that can be told with decisions
/// is told with decisions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Element {
    /// The decision in this row of `Case::decisions`.
    Decision(usize),
    /// The pair in this row of `Case::history` is too young to end.
    Tenure(usize),
    /// The least number in this row of `Case::quotas`.
    QuotaMin(usize),
    /// The greatest number in this row of `Case::quotas`.
    QuotaMax(usize),
    /// A helper's own least number of recipients.
    HelperMin(HelperId),
    /// A helper's own greatest number of recipients.
    HelperMax(HelperId),
    /// `pairs_per_recipient.min`.
    TrackRecipientMin(TrackId),
    /// `pairs_per_recipient.max`.
    TrackRecipientMax(TrackId),
    /// `pairs_per_helper.min`.
    TrackHelperMin(TrackId),
    /// `pairs_per_helper.max`.
    TrackHelperMax(TrackId),
    /// `max_distance_km`.
    MaxDistance(TrackId),
    /// `max_hardship_gap`.
    MaxHardshipGap(TrackId),
    /// `max_changes`.
    MaxChanges(TrackId),
    /// `minimum_support`.
    MinimumSupport(TrackId),
    /// `effort_floor`.
    EffortFloor(TrackId),
    /// A helper's load limit.
    Load(HelperId),
    /// A helper's budget, stated or following from the revenue of its place.
    Budget(HelperId),
}

/// Every element that is in force, in order. Tracks without pairs can have none: no help is a plan
/// for them.
pub(crate) fn elements_of(case: &Case) -> Vec<Element> {
    let mut found = Vec::new();
    let pairs_in = |helper: HelperId| !track_of(case, helper).divisible;
    for (row, decision) in case.decisions.iter().enumerate() {
        if pairs_in(decision.helper) {
            found.push(Element::Decision(row));
        }
    }
    for (row, previous) in case.history.iter().enumerate() {
        let track = track_of(case, previous.helper);
        let age = i64::from(case.info.year) - i64::from(previous.since);
        if !track.divisible && age < i64::from(track.min_tenure_years) {
            found.push(Element::Tenure(row));
        }
    }
    for (row, quota) in case.quotas.iter().enumerate() {
        if case.policy.tracks[quota.track].divisible {
            continue;
        }
        if quota.min.is_some_and(|min| min > 0) {
            found.push(Element::QuotaMin(row));
        }
        if quota.max.is_some() {
            found.push(Element::QuotaMax(row));
        }
    }
    for (id, track) in case.policy.tracks.iter() {
        if !track.divisible {
            found.extend(elements_of_track(id, track));
        }
    }
    for helper in case.helpers.ids().filter(|helper| pairs_in(*helper)) {
        let row = &case.helpers[helper];
        if row.min_pairs.is_some_and(|min| min > 0) {
            found.push(Element::HelperMin(helper));
        }
        if row.max_pairs.is_some() {
            found.push(Element::HelperMax(helper));
        }
        if row.max_load.is_some() {
            found.push(Element::Load(helper));
        }
        if case.budget(helper).is_some() {
            found.push(Element::Budget(helper));
        }
    }
    found.sort_unstable();
    found
}

fn elements_of_track(id: TrackId, track: &Track) -> impl Iterator<Item = Element> {
    [
        (track.recipient_min > 0, Element::TrackRecipientMin(id)),
        (
            track.recipient_max.is_some(),
            Element::TrackRecipientMax(id),
        ),
        (track.helper_min > 0, Element::TrackHelperMin(id)),
        (track.helper_max.is_some(), Element::TrackHelperMax(id)),
        (track.max_distance.is_some(), Element::MaxDistance(id)),
        (
            track.max_hardship_gap.is_some(),
            Element::MaxHardshipGap(id),
        ),
        (track.max_changes.is_some(), Element::MaxChanges(id)),
        (
            track.minimum_support.scaled() > 0,
            Element::MinimumSupport(id),
        ),
        (track.effort_floor.scaled() > 0, Element::EffortFloor(id)),
    ]
    .into_iter()
    .filter_map(|(in_force, element)| in_force.then_some(element))
}

fn track_of(case: &Case, helper: HelperId) -> &Track {
    &case.policy.tracks[case.helpers[helper].track]
}

impl Element {
    /// The track that it belongs to.
    pub(crate) fn track(self, case: &Case) -> TrackId {
        match self {
            Self::Decision(row) => case.helpers[case.decisions[row].helper].track,
            Self::Tenure(row) => case.helpers[case.history[row].helper].track,
            Self::QuotaMin(row) | Self::QuotaMax(row) => case.quotas[row].track,
            Self::HelperMin(helper)
            | Self::HelperMax(helper)
            | Self::Load(helper)
            | Self::Budget(helper) => case.helpers[helper].track,
            Self::TrackRecipientMin(track)
            | Self::TrackRecipientMax(track)
            | Self::TrackHelperMin(track)
            | Self::TrackHelperMax(track)
            | Self::MaxDistance(track)
            | Self::MaxHardshipGap(track)
            | Self::MaxChanges(track)
            | Self::MinimumSupport(track)
            | Self::EffortFloor(track) => track,
        }
    }
}

/// The case with these elements switched off, each so that it demands nothing any more: a decision
/// or a youth is not there, a least number is 0, a limit is none. Switching off never takes a plan
/// away. What a plan is worth is not kept: the case is for asking whether one exists.
pub(crate) fn without(case: &Case, off: impl IntoIterator<Item = Element>) -> Case {
    let mut case = with_budgets_stated(case);
    let mut dropped = BTreeSet::new();
    for element in off {
        match element {
            Element::Decision(row) => {
                dropped.insert(row);
            }
            Element::Tenure(row) => case.history[row].since = i32::MIN,
            Element::QuotaMin(row) => case.quotas[row].min = Some(0),
            // More than any number of pairs: no limit, though the track may have one.
            Element::QuotaMax(row) => case.quotas[row].max = Some(u32::MAX),
            Element::HelperMin(helper) => case.helpers[helper].min_pairs = Some(0),
            Element::HelperMax(helper) => case.helpers[helper].max_pairs = Some(u32::MAX),
            Element::Load(helper) => case.helpers[helper].max_load = None,
            Element::Budget(helper) => case.helpers[helper].budget = None,
            Element::TrackRecipientMin(id) => case.policy.tracks[id].recipient_min = 0,
            Element::TrackRecipientMax(id) => case.policy.tracks[id].recipient_max = None,
            Element::TrackHelperMin(id) => case.policy.tracks[id].helper_min = 0,
            Element::TrackHelperMax(id) => case.policy.tracks[id].helper_max = None,
            Element::MaxDistance(id) => case.policy.tracks[id].max_distance = None,
            Element::MaxHardshipGap(id) => case.policy.tracks[id].max_hardship_gap = None,
            Element::MaxChanges(id) => case.policy.tracks[id].max_changes = None,
            Element::MinimumSupport(id) => {
                case.policy.tracks[id].minimum_support = Quantity::from_scaled(0);
            }
            Element::EffortFloor(id) => {
                case.policy.tracks[id].effort_floor = Quantity::from_scaled(0);
            }
        }
    }
    if !dropped.is_empty() {
        let mut row = 0;
        case.decisions.retain(|_| {
            row += 1;
            !dropped.contains(&(row - 1))
        });
    }
    case
}

/// The case with every budget stated, so that one can be taken away without another taking its stead.
pub(crate) fn with_budgets_stated(case: &Case) -> Case {
    let mut stated = case.clone();
    for helper in case.helpers.ids() {
        stated.helpers[helper].budget = case.budget(helper);
    }
    for track in case.policy.tracks.ids() {
        stated.policy.tracks[track].funding_rate.clear();
    }
    stated
}
