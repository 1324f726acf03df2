//! The figure that an element states, and the figures that could stand in its place.

use super::element::{Element, elements_of, with_budgets_stated, without};
use crate::EngineError;
use jiedui_domain::{Case, Quantity, RecipientId, TrackId};
use jiedui_explain::dossier::UnitOfMeasure;
use jiedui_graph::CandidateGraph;

/// A figure in the steps in which it is changed and shown: one pair, one class, one kilometre, one year; a hundredth of
/// 万元 or of a unit of load, a tenth of a percentage point.
pub(crate) type Steps = i64;

/// Steps in one unit of an element's figure.
fn steps_per_unit(element: Element) -> Steps {
    match element {
        Element::Budget(_) | Element::MinimumSupport(_) | Element::Load(_) => 100,
        Element::EffortFloor(_) => 1000,
        _ => 1,
    }
}

/// A quantity of so many steps.
fn of_steps<Q: Quantity>(element: Element, steps: Steps) -> Q {
    Q::from_scaled(steps.saturating_mul(Q::steps_per_unit() / steps_per_unit(element)))
}

/// Figures to try, the least change first.
pub(crate) enum Ladder {
    /// From the first figure by ones, up or down.
    Ones { first: Steps, up: bool, count: i64 },
    /// These.
    Listed(Vec<Steps>),
}

impl Ladder {
    pub fn len(&self) -> usize {
        match self {
            Self::Ones { count, .. } => usize::try_from(*count).unwrap_or(0),
            Self::Listed(figures) => figures.len(),
        }
    }

    pub fn at(&self, index: usize) -> Steps {
        match self {
            Self::Ones { first, up, .. } => {
                let by = i64::try_from(index).unwrap_or(i64::MAX);
                if *up { first + by } else { first - by }
            }
            Self::Listed(figures) => figures.get(index).copied().unwrap_or(0),
        }
    }

    fn up_to(from: Steps, most: Steps) -> Self {
        Self::Ones {
            first: from + 1,
            up: true,
            count: (most - from).max(0),
        }
    }

    fn down_to(from: Steps, least: Steps) -> Self {
        Self::Ones {
            first: from - 1,
            up: false,
            count: (from - least).max(0),
        }
    }
}

/// The figure that an element states, in its unit; `None` for a decision. For a tenure, the years that
/// the pair has lasted.
pub(crate) fn figure(case: &Case, element: Element) -> Option<(f64, UnitOfMeasure)> {
    let track = |id: TrackId| &case.policy.tracks[id];
    let pairs = |count: Option<u32>| count.map(|count| (f64::from(count), UnitOfMeasure::Pairs));
    match element {
        Element::Decision(_) => None,
        Element::Tenure(row) => {
            let age = age(case, row);
            Some((age as f64, UnitOfMeasure::Years))
        }
        Element::QuotaMin(row) => pairs(case.quotas[row].min),
        Element::QuotaMax(row) => pairs(case.quotas[row].max),
        Element::HelperMin(helper) => pairs(case.helpers[helper].min_pairs),
        Element::HelperMax(helper) => pairs(case.helpers[helper].max_pairs),
        Element::TrackRecipientMin(id) => pairs(Some(track(id).recipient_min)),
        Element::TrackRecipientMax(id) => pairs(track(id).recipient_max),
        Element::TrackHelperMin(id) => pairs(Some(track(id).helper_min)),
        Element::TrackHelperMax(id) => pairs(track(id).helper_max),
        Element::MaxChanges(id) => pairs(track(id).max_changes),
        Element::MaxDistance(id) => {
            let limit = track(id).max_distance?;
            Some((limit.to_f64(), UnitOfMeasure::Km))
        }
        Element::MaxHardshipGap(id) => {
            let limit = track(id).max_hardship_gap?;
            Some((f64::from(limit), UnitOfMeasure::Steps))
        }
        Element::MinimumSupport(id) => {
            Some((track(id).minimum_support.to_f64(), UnitOfMeasure::Wan))
        }
        Element::EffortFloor(id) => Some((track(id).effort_floor.to_f64(), UnitOfMeasure::Share)),
        Element::Load(helper) => {
            let limit = case.helpers[helper].max_load?;
            Some((limit.to_f64(), UnitOfMeasure::Load))
        }
        Element::Budget(helper) => {
            let budget = case.budget(helper)?;
            Some((budget.to_f64(), UnitOfMeasure::Wan))
        }
    }
}

/// Years that a pair of last year has lasted.
pub(crate) fn age(case: &Case, row: usize) -> i64 {
    i64::from(case.info.year) - i64::from(case.history[row].since)
}

/// A figure in its unit, from steps.
pub(crate) fn from_steps(element: Element, steps: Steps) -> f64 {
    steps as f64 / steps_per_unit(element) as f64
}

/// The figures that could stand in the place of an element's, the least change first; several
/// ladders where it may help to go up or down.
///
/// *Errors:* [`EngineError::Graph`].
pub(crate) fn ladders(case: &Case, element: Element) -> Result<Vec<Ladder>, EngineError> {
    let Some((value, _)) = figure(case, element) else {
        return Ok(Vec::new());
    };
    let helpers = i64::try_from(case.helpers.len()).unwrap_or(i64::MAX);
    let recipients = i64::try_from(case.recipients.len()).unwrap_or(i64::MAX);
    let in_steps = value * steps_per_unit(element) as f64;
    // What binary fractions add to a decimal is no step.
    let floor = (in_steps + 1e-6).floor() as Steps;
    let ceil = (in_steps - 1e-6).ceil() as Steps;
    Ok(match element {
        // Lowering the track's years to those of the pair sets it free.
        Element::Decision(_) => Vec::new(),
        Element::Tenure(row) => vec![Ladder::Listed(vec![age(case, row).max(0)])],
        Element::QuotaMin(_)
        | Element::HelperMin(_)
        | Element::TrackRecipientMin(_)
        | Element::TrackHelperMin(_)
        | Element::MinimumSupport(_)
        | Element::EffortFloor(_) => vec![Ladder::down_to(ceil, 0)],
        Element::QuotaMax(_) | Element::TrackRecipientMax(_) => {
            vec![Ladder::up_to(floor, helpers)]
        }
        Element::HelperMax(_) | Element::TrackHelperMax(_) => {
            vec![Ladder::up_to(floor, recipients)]
        }
        Element::MaxChanges(id) => {
            let history = case.history.iter();
            let previous = history.filter(|row| case.helpers[row.helper].track == id);
            let count = i64::try_from(previous.count()).unwrap_or(i64::MAX);
            vec![Ladder::up_to(floor, count)]
        }
        Element::MaxHardshipGap(id) => vec![Ladder::up_to(floor, largest_gap(case, id))],
        Element::MaxDistance(id) => vec![Ladder::Listed(farther(case, id, value)?)],
        Element::Load(helper) => {
            let all: f64 = case
                .recipients
                .ids()
                .map(|recipient| load(case, helper, recipient))
                .sum();
            let all = all * steps_per_unit(element) as f64;
            vec![Ladder::up_to(floor, all.ceil() as Steps)]
        }
        Element::Budget(helper) => {
            let needs: f64 = case
                .needs
                .iter()
                .map(|need| case.policy.sectors[need.sector].value.to_f64() * need.amount.to_f64())
                .sum();
            let per_unit = steps_per_unit(element);
            let most = (needs.ceil() as Steps).min(jiedui_domain::Wan::LIMIT) * per_unit;
            // More to give, or, where the share of it that must be spent is too much, less: down to what the
            // pairs that it must have cost at least, else, where small needs cap that, further.
            let support = case.policy.tracks[case.helpers[helper].track].minimum_support;
            let pairs = Steps::from(case.helper_quota(helper).min.max(1));
            let support = (support.to_f64() * per_unit as f64 - 1e-6).ceil() as Steps;
            let least = support.saturating_mul(pairs);
            vec![
                Ladder::up_to(floor, most),
                Ladder::down_to(ceil, least),
                Ladder::down_to(ceil, 0),
            ]
        }
    })
}

fn load(case: &Case, helper: jiedui_domain::HelperId, recipient: RecipientId) -> f64 {
    let fact = case.pair_fact(helper, recipient);
    fact.and_then(|row| row.load)
        .map_or(1.0, |load| load.to_f64())
}

fn largest_gap(case: &Case, track: TrackId) -> Steps {
    let class = |recipient: RecipientId| case.recipient_place(recipient).hardship_class;
    let highest = case.recipients.ids().map(class).max().unwrap_or(0);
    let of_track = case.helpers.values().filter(|row| row.track == track);
    let lowest = of_track
        .filter_map(|row| row.place)
        .map(|place| case.places[place].hardship_class)
        .min();
    i64::from(highest.saturating_sub(lowest.unwrap_or(highest)))
}

/// Distances of the track beyond its limit, up to whole kilometres.
fn farther(case: &Case, track: TrackId, limit: f64) -> Result<Vec<Steps>, EngineError> {
    // With every other rule off as well: those changed along with the limit may admit more pairs.
    let open = without(case, elements_of(case));
    let graph = CandidateGraph::build(&open)?;
    let arcs = graph.arcs().values();
    let mut all: Vec<Steps> = arcs
        .filter(|arc| arc.track == track)
        .filter_map(|arc| arc.distance)
        .map(|(distance, _)| distance.to_f64())
        .filter(|distance| *distance > limit)
        .map(|distance| distance.ceil() as Steps)
        .collect();
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// The case with another figure in an element's place.
pub(crate) fn with_figure(case: &Case, element: Element, steps: Steps) -> Case {
    let mut case = case.clone();
    let count = u32::try_from(steps.max(0)).unwrap_or(u32::MAX);
    match element {
        Element::Decision(_) => {}
        Element::Tenure(row) => {
            let track = case.helpers[case.history[row].helper].track;
            let years = &mut case.policy.tracks[track].min_tenure_years;
            *years = count.min(*years);
        }
        Element::QuotaMin(row) => case.quotas[row].min = Some(count),
        Element::QuotaMax(row) => case.quotas[row].max = Some(count),
        Element::HelperMin(helper) => case.helpers[helper].min_pairs = Some(count),
        Element::HelperMax(helper) => case.helpers[helper].max_pairs = Some(count),
        Element::TrackRecipientMin(id) => case.policy.tracks[id].recipient_min = count,
        Element::TrackRecipientMax(id) => case.policy.tracks[id].recipient_max = Some(count),
        Element::TrackHelperMin(id) => case.policy.tracks[id].helper_min = count,
        Element::TrackHelperMax(id) => case.policy.tracks[id].helper_max = Some(count),
        Element::MaxChanges(id) => case.policy.tracks[id].max_changes = Some(count),
        Element::MaxDistance(id) => {
            case.policy.tracks[id].max_distance = Some(jiedui_domain::Km::units(steps));
        }
        Element::MaxHardshipGap(id) => {
            case.policy.tracks[id].max_hardship_gap = i32::try_from(steps).ok();
        }
        Element::MinimumSupport(id) => {
            case.policy.tracks[id].minimum_support = of_steps(element, steps);
        }
        Element::EffortFloor(id) => {
            case.policy.tracks[id].effort_floor = of_steps(element, steps);
        }
        Element::Load(helper) => {
            case.helpers[helper].max_load = Some(of_steps(element, steps));
        }
        Element::Budget(helper) => {
            case.helpers[helper].budget = Some(of_steps(element, steps));
        }
    }
    case
}

/// Whether a figure that is deleted leaves the element without any limit: an empty budget gives way to the share
/// of revenue where the track has a rate.
pub(crate) fn can_be_left_out(case: &Case, element: Element) -> bool {
    let Element::Budget(helper) = element else {
        return true;
    };
    let mut emptied = case.clone();
    emptied.helpers[helper].budget = None;
    emptied.budget(helper).is_none()
}

/// The case without an element, as a person would leave it out: its row or figure is deleted.
///
/// A quota row that is deleted gives way to the track's quota, which may be just as narrow; so does a
/// helper's own number. Such elements are changed, not left out: see [`ladders`].
pub(crate) fn left_out(case: &Case, element: Element) -> Case {
    match element {
        Element::Decision(row) => {
            let mut case = case.clone();
            case.decisions.remove(row);
            case
        }
        // What nothing computes has no limit; the objectives stay.
        Element::Budget(helper) => {
            let mut case = with_budgets_stated(case);
            case.helpers[helper].budget = None;
            case
        }
        other => without(case, [other]),
    }
}
