//! Human decisions that contradict or repeat one another.

use super::facts::Facts;
use super::view::TableView;
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::DecisionAction;
use std::collections::BTreeMap;

pub(crate) fn check(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(view) = facts.views.get("decisions") else {
        return;
    };
    let seconds = second_decisions(facts);
    check_e0308_locked_and_forbidden(facts, view, &seconds, problems);
    check_e0309_repeated_decision(facts, view, &seconds, problems);
    check_e0314_lock_without_pairs(facts, view, problems);
}

/// Every decision on a pair that an earlier row has decided already: (earlier row, row).
fn second_decisions(facts: &Facts<'_>) -> Vec<(usize, usize)> {
    let mut first_rows = BTreeMap::new();
    let mut seconds = Vec::new();
    for (index, row) in facts.tables.decisions.iter().enumerate() {
        if row.helper.is_empty() || row.recipient.is_empty() {
            continue;
        }
        let first = *first_rows
            .entry((row.helper.as_str(), row.recipient.as_str()))
            .or_insert(index);
        if first != index {
            seconds.push((first, index));
        }
    }
    seconds
}

/// E0308: one decision locks a pair, another forbids it.
fn check_e0308_locked_and_forbidden(
    facts: &Facts<'_>,
    view: TableView<'_>,
    seconds: &[(usize, usize)],
    problems: &mut Vec<Diagnostic>,
) {
    let action = |index: usize| facts.tables.decisions.get(index).map(|row| row.action);
    for (first, later) in seconds {
        if action(*first) != action(*later) {
            problems.push(about_pair(view, "E0308", *first, *later));
        }
    }
}

/// E0309: two decisions of one kind on one pair, whose reasons could drift apart.
fn check_e0309_repeated_decision(
    facts: &Facts<'_>,
    view: TableView<'_>,
    seconds: &[(usize, usize)],
    problems: &mut Vec<Diagnostic>,
) {
    let action = |index: usize| facts.tables.decisions.get(index).map(|row| row.action);
    for (first, later) in seconds {
        if action(*first) == action(*later) {
            problems.push(about_pair(view, "E0309", *first, *later));
        }
    }
}

/// E0314: a lock in a track that spreads help and forms no pairs, so that nothing could be formed.
fn check_e0314_lock_without_pairs(
    facts: &Facts<'_>,
    view: TableView<'_>,
    problems: &mut Vec<Diagnostic>,
) {
    let policy = facts.policy;
    for (index, row) in facts.tables.decisions.iter().enumerate() {
        let track = facts.helper(&row.helper).map(|helper| &*helper.track);
        let spreads = track
            .and_then(|track| policy.track_by_code(track))
            .is_some_and(|track| policy.tracks[track].divisible);
        if row.action == DecisionAction::Lock && spreads {
            let problem = view
                .cell_problem("E0314", index, "action")
                .with("helper", view.text(index, "helper"))
                .with("recipient", view.text(index, "recipient"));
            problems.push(facts.naming_track(problem, track.unwrap_or("")));
        }
    }
}

fn about_pair(view: TableView<'_>, code: &'static str, first: usize, later: usize) -> Diagnostic {
    let place = view.row_location(first);
    view.cell_problem(code, later, "action")
        .with("helper", view.text(later, "helper"))
        .with("recipient", view.text(later, "recipient"))
        .with("first", place.row)
        .related_to(place)
}
