//! Last year's pairs.

use super::facts::Facts;
use super::view::TableView;
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::HistoryRow;

/// Checks last year's pairs and tells, row for row, which are kept.
pub(crate) fn check(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) -> Vec<bool> {
    let Some(view) = facts.views.get("history") else {
        return Vec::new();
    };
    check_e0312_begins_after_case(facts, view, problems);
    check_w0304_helper_left(facts, view, problems);
    check_w0305_recipient_left(facts, view, problems);
    check_w0310_begins_in_case_year(facts, view, problems);
    let rows = facts.tables.history.iter();
    rows.map(|row| has_helper(facts, row) && has_recipient(facts, row))
        .collect()
}

fn has_helper(facts: &Facts<'_>, row: &HistoryRow) -> bool {
    facts.helpers.codes.row(&row.helper).is_some()
}

fn has_recipient(facts: &Facts<'_>, row: &HistoryRow) -> bool {
    facts.recipients.codes.row(&row.recipient).is_some()
}

/// W0304: the helper of a pair is no longer in the table of helpers; the row is left out.
fn check_w0304_helper_left(facts: &Facts<'_>, view: TableView<'_>, problems: &mut Vec<Diagnostic>) {
    if !facts.views.has_keys("helpers", "id") {
        return;
    }
    for (index, row) in facts.tables.history.iter().enumerate() {
        // A name in place of the code is E0302's affair.
        let has_left = !has_helper(facts, row) && facts.helpers.code_of_name(&row.helper).is_none();
        if has_left && !row.helper.is_empty() {
            problems.push(view.cell_problem("W0304", index, "helper"));
        }
    }
}

/// W0305: the recipient of a pair is no longer in the table of recipients; the row is left out.
fn check_w0305_recipient_left(
    facts: &Facts<'_>,
    view: TableView<'_>,
    problems: &mut Vec<Diagnostic>,
) {
    if !facts.views.has_keys("recipients", "id") {
        return;
    }
    for (index, row) in facts.tables.history.iter().enumerate() {
        // Where the helper has left as well, W0304 has said that the row is left out.
        let named = facts.recipients.code_of_name(&row.recipient);
        let has_left = !has_recipient(facts, row) && named.is_none();
        if has_helper(facts, row) && has_left && !row.recipient.is_empty() {
            problems.push(view.cell_problem("W0305", index, "recipient"));
        }
    }
}

/// E0312: a pair of last year that begins after the year of the case.
fn check_e0312_begins_after_case(
    facts: &Facts<'_>,
    view: TableView<'_>,
    problems: &mut Vec<Diagnostic>,
) {
    let year = facts.tables.info.year;
    for (index, row) in facts.tables.history.iter().enumerate() {
        // 0 stands for a year that could not be read and has been reported.
        if year != 0 && row.since > year {
            problems.push(
                view.cell_problem("E0312", index, "since")
                    .with("year", year),
            );
        }
    }
}

/// W0310: a pair of last year that begins in the year of the case, as if the plan were already history.
fn check_w0310_begins_in_case_year(
    facts: &Facts<'_>,
    view: TableView<'_>,
    problems: &mut Vec<Diagnostic>,
) {
    let year = facts.tables.info.year;
    for (index, row) in facts.tables.history.iter().enumerate() {
        if year != 0 && row.since == year {
            problems.push(
                view.cell_problem("W0310", index, "since")
                    .with("year", year),
            );
        }
    }
}
