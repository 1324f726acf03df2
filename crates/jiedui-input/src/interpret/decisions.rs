//! Human decisions that contradict or repeat one another.

use super::facts::Facts;
use super::view::TableView;
use jiedui_diagnostics::Diagnostic;
use std::collections::BTreeMap;

pub(crate) fn check(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(view) = facts.views.get("decisions") else {
        return;
    };
    let seconds = second_decisions(facts);
    check_e0308_locked_and_forbidden(facts, view, &seconds, problems);
    check_e0309_repeated_decision(facts, view, &seconds, problems);
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

fn about_pair(view: TableView<'_>, code: &'static str, first: usize, later: usize) -> Diagnostic {
    let place = view.row_location(first);
    view.cell_problem(code, later, "action")
        .with("helper", view.text(later, "helper"))
        .with("recipient", view.text(later, "recipient"))
        .with("first", place.row)
        .related_to(place)
}
