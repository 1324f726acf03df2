//! Elements of a report by their codes: a case in which some alone are in force, and one with a way
//! out applied. Written anew from the meaning of each kind, so that a mistake of the engine shows.

use jiedui_domain::{Case, DecisionAction, HelperId, Km, Load, Quantity, Share, TrackId, Wan};
use jiedui_engine::conflict_report::{Action, ConflictReport, Element, ElementKind, RepairChange};

fn track(case: &Case, element: &Element) -> TrackId {
    let name = element.track.as_ref().unwrap();
    case.policy.track_by_code(&name.code).unwrap()
}

fn helper(case: &Case, element: &Element) -> HelperId {
    let party = element.helper.as_ref().unwrap();
    case.helper_by_code(&party.code).unwrap()
}

/// Nothing is demanded in this case, and nothing limited.
fn free(case: &Case) -> Case {
    let mut free = case.clone();
    free.decisions.clear();
    for quota in &mut free.quotas {
        quota.min = Some(0);
        quota.max = Some(1000);
    }
    for id in case.policy.tracks.ids() {
        let track = &mut free.policy.tracks[id];
        track.recipient_min = 0;
        track.recipient_max = None;
        track.helper_min = 0;
        track.helper_max = None;
        track.max_distance = None;
        track.max_hardship_gap = None;
        track.max_changes = None;
        track.minimum_support = Wan::ZERO;
        track.effort_floor = Share::ZERO;
    }
    for id in case.helpers.ids() {
        let helper = &mut free.helpers[id];
        helper.min_pairs = helper.min_pairs.map(|_| 0);
        helper.max_pairs = helper.max_pairs.map(|_| 1000);
        helper.max_load = None;
        helper.budget = None;
    }
    for row in &mut free.history {
        row.since = -1000;
    }
    free
}

/// The case with these elements in force and no others.
pub fn only(case: &Case, report: &ConflictReport, elements: &[usize]) -> Case {
    let mut narrow = free(case);
    // What only an override hides stays hidden: the track's own numbers are for those without one.
    for index in elements {
        put(&mut narrow, case, &report.elements[*index]);
    }
    narrow
}

fn put(narrow: &mut Case, case: &Case, element: &Element) {
    let id = track(case, element);
    let full = &case.policy.tracks[id];
    match element.kind {
        ElementKind::Lock | ElementKind::Forbid => {
            let action = match element.kind {
                ElementKind::Lock => DecisionAction::Lock,
                _ => DecisionAction::Forbid,
            };
            let recipient = element.recipient.as_ref().unwrap();
            let found = case.decisions.iter().find(|row| {
                row.action == action
                    && row.helper == helper(case, element)
                    && case.recipient_code(row.recipient) == recipient.code
            });
            narrow.decisions.push(found.unwrap().clone());
            narrow
                .decisions
                .sort_by_key(|row| (row.helper, row.recipient, row.action));
        }
        ElementKind::Tenure => {
            let recipient = element.recipient.as_ref().unwrap();
            let place = case.history.iter().position(|row| {
                row.helper == helper(case, element)
                    && case.recipient_code(row.recipient) == recipient.code
            });
            let place = place.unwrap();
            narrow.history[place].since = case.history[place].since;
        }
        ElementKind::RecipientMin | ElementKind::RecipientMax => {
            let recipient = element.recipient.as_ref().unwrap();
            let place = case.quotas.iter().position(|row| {
                row.track == id && case.recipient_code(row.recipient) == recipient.code
            });
            let place = place.unwrap();
            match element.kind {
                ElementKind::RecipientMin => narrow.quotas[place].min = case.quotas[place].min,
                _ => narrow.quotas[place].max = case.quotas[place].max,
            }
        }
        ElementKind::HelperMin => {
            let helper = helper(case, element);
            narrow.helpers[helper].min_pairs = case.helpers[helper].min_pairs;
        }
        ElementKind::HelperMax => {
            let helper = helper(case, element);
            narrow.helpers[helper].max_pairs = case.helpers[helper].max_pairs;
        }
        ElementKind::HelperLoad => {
            let helper = helper(case, element);
            narrow.helpers[helper].max_load = case.helpers[helper].max_load;
        }
        ElementKind::Budget | ElementKind::Revenue => {
            let helper = helper(case, element);
            narrow.helpers[helper].budget = case.budget(helper);
        }
        kind => {
            let track = &mut narrow.policy.tracks[id];
            match kind {
                ElementKind::TrackRecipientMin => track.recipient_min = full.recipient_min,
                ElementKind::TrackRecipientMax => track.recipient_max = full.recipient_max,
                ElementKind::TrackHelperMin => track.helper_min = full.helper_min,
                ElementKind::TrackHelperMax => track.helper_max = full.helper_max,
                ElementKind::MaxChanges => track.max_changes = full.max_changes,
                ElementKind::MinimumSupport => track.minimum_support = full.minimum_support,
                ElementKind::EffortFloor => track.effort_floor = full.effort_floor,
                ElementKind::MaxDistance => track.max_distance = full.max_distance,
                _ => track.max_hardship_gap = full.max_hardship_gap,
            }
        }
    }
}

/// The case with the changes of a way out.
pub fn applied(case: &Case, report: &ConflictReport, changes: &[RepairChange]) -> Case {
    let mut changed = case.clone();
    for change in changes {
        let element = &report.elements[change.element];
        let id = track(case, element);
        let code = |party: &Option<jiedui_engine::conflict_report::Party>| {
            party
                .as_ref()
                .map(|party| party.code.clone())
                .unwrap_or_default()
        };
        let recipient = code(&element.recipient);
        if change.action == Action::LeaveOut {
            match element.kind {
                ElementKind::Lock | ElementKind::Forbid => {
                    let action = match element.kind {
                        ElementKind::Lock => DecisionAction::Lock,
                        _ => DecisionAction::Forbid,
                    };
                    let helper = helper(case, element);
                    changed.decisions.retain(|row| {
                        row.action != action
                            || row.helper != helper
                            || case.recipient_code(row.recipient) != recipient
                    });
                }
                ElementKind::Budget => {
                    changed.helpers[helper(case, element)].budget = None;
                }
                other => panic!("{other:?} left out"),
            }
            continue;
        }
        let to = change.to.unwrap();
        let count = to as u32;
        let quota = case
            .quotas
            .iter()
            .position(|row| row.track == id && case.recipient_code(row.recipient) == recipient);
        match element.kind {
            ElementKind::Lock | ElementKind::Forbid => panic!("a decision has no figure"),
            ElementKind::Tenure => {
                let years = &mut changed.policy.tracks[id].min_tenure_years;
                *years = count.min(*years);
            }
            ElementKind::RecipientMin => changed.quotas[quota.unwrap()].min = Some(count),
            ElementKind::RecipientMax => changed.quotas[quota.unwrap()].max = Some(count),
            ElementKind::HelperMin => {
                changed.helpers[helper(case, element)].min_pairs = Some(count);
            }
            ElementKind::HelperMax => {
                changed.helpers[helper(case, element)].max_pairs = Some(count);
            }
            ElementKind::HelperLoad => {
                changed.helpers[helper(case, element)].max_load = Load::from_f64(to).ok();
            }
            ElementKind::Budget | ElementKind::Revenue => {
                changed.helpers[helper(case, element)].budget = Wan::from_f64(to).ok();
            }
            kind => {
                let track = &mut changed.policy.tracks[id];
                match kind {
                    ElementKind::TrackRecipientMin => track.recipient_min = count,
                    ElementKind::TrackRecipientMax => track.recipient_max = Some(count),
                    ElementKind::TrackHelperMin => track.helper_min = count,
                    ElementKind::TrackHelperMax => track.helper_max = Some(count),
                    ElementKind::MaxChanges => track.max_changes = Some(count),
                    ElementKind::MinimumSupport => {
                        track.minimum_support = Wan::from_f64(to).unwrap();
                    }
                    ElementKind::EffortFloor => track.effort_floor = Share::from_f64(to).unwrap(),
                    ElementKind::MaxDistance => track.max_distance = Km::from_f64(to).ok(),
                    _ => track.max_hardship_gap = Some(to as i32),
                }
            }
        }
    }
    changed
}
