//! W03: what is allowed to be missing, but is probably missing by mistake.

use super::facts::Facts;
use super::info::key_problem;
use crate::raw::RawInfo;
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::Quantity;
use std::collections::BTreeSet;

/// `info`: where the year of the case stands, which some of these are about.
pub(crate) fn check(facts: &Facts<'_>, info: Option<&RawInfo>, problems: &mut Vec<Diagnostic>) {
    check_w0301_recipient_without_need(facts, problems);
    check_w0302_helper_without_supply(facts, problems);
    check_w0311_nobody_needs_anything(facts, problems);
    check_w0303_need_without_supply(facts, problems);
    check_w0306_no_budget_limit(facts, problems);
    if let Some(info) = info {
        check_w0307_no_rate_for_year(facts, info, problems);
    }
    check_w0312_budget_missing(facts, problems);
}

/// W0312: helpers without a budget where others of their track have one, or where a share of it must be spent; said once
/// per track. Tracks with funding rates: W0306 and W0307.
fn check_w0312_budget_missing(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(view) = facts.views.complete("helpers") else {
        return;
    };
    for track in facts.policy.tracks.values() {
        if !track.funding_rate.is_empty() {
            continue;
        }
        let helpers = facts.tables.helpers.iter().enumerate();
        let (without, with): (Vec<usize>, Vec<usize>) = helpers
            .filter(|(_, row)| row.track == track.code)
            .map(|(index, _)| index)
            .partition(|index| view.text(*index, "budget").is_empty());
        let is_expected = !with.is_empty() || track.effort_floor.scaled() > 0;
        if let (Some(first), true) = (without.first(), is_expected) {
            let problem = view
                .cell_problem("W0312", *first, "id")
                .with("count", without.len());
            problems.push(facts.naming_track(problem, &track.code));
        }
    }
}

/// W0301: a recipient without needs, while others have some.
fn check_w0301_recipient_without_need(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let needy: BTreeSet<&str> = facts
        .tables
        .needs
        .iter()
        .map(|row| row.recipient.as_str())
        .collect();
    let Some(view) = facts.views.get("recipients") else {
        return;
    };
    if needy.is_empty() || facts.views.complete("needs").is_none() {
        return;
    }
    for (index, row) in facts.tables.recipients.iter().enumerate() {
        if !row.id.is_empty() && !needy.contains(row.id.as_str()) {
            problems.push(view.cell_problem("W0301", index, "id"));
        }
    }
}

/// W0311: nobody needs anything, although the policy has sectors to need.
fn check_w0311_nobody_needs_anything(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(view) = facts.views.complete("needs") else {
        return;
    };
    // An amount that could not be read is told as such, and may well be one.
    let is_zero = |text: &str| {
        let mut digits = text.chars().filter(|letter| letter.is_numeric()).peekable();
        digits.peek().is_some() && digits.all(|digit| digit == '0')
    };
    let mut rows = 0..facts.tables.needs.len();
    let nobody = rows.all(|index| is_zero(view.text(index, "amount")));
    if nobody && !facts.policy.sectors.is_empty() && !facts.tables.recipients.is_empty() {
        problems.push(view.header_problem("W0311", None));
    }
}

/// W0302: a helper without supply, while others of its track have some.
fn check_w0302_helper_without_supply(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let giving: BTreeSet<&str> = facts
        .tables
        .supply
        .iter()
        .map(|row| row.helper.as_str())
        .collect();
    let giving_tracks: BTreeSet<&str> = facts
        .tables
        .helpers
        .iter()
        .filter(|row| giving.contains(row.id.as_str()))
        .map(|row| row.track.as_str())
        .collect();
    let Some(view) = facts.views.get("helpers") else {
        return;
    };
    if facts.views.complete("supply").is_none() {
        return;
    }
    for (index, row) in facts.tables.helpers.iter().enumerate() {
        let is_odd = giving_tracks.contains(row.track.as_str())
            && !giving.contains(row.id.as_str())
            && !row.id.is_empty();
        if is_odd {
            problems.push(
                view.cell_problem("W0302", index, "id")
                    .with("track", &row.track),
            );
        }
    }
}

/// W0303: a sector that some recipient needs and nobody in the case supplies; said once per sector.
fn check_w0303_need_without_supply(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let supplied: BTreeSet<&str> = facts
        .tables
        .supply
        .iter()
        .filter(|row| row.amount.scaled() > 0)
        .map(|row| row.sector.as_str())
        .collect();
    let Some(view) = facts.views.get("needs") else {
        return;
    };
    if facts.views.complete("supply").is_none() {
        return;
    }
    let mut said = BTreeSet::new();
    for (index, row) in facts.tables.needs.iter().enumerate() {
        let sector = row.sector.as_str();
        let is_known = facts.sectors.row(sector).is_some();
        if is_known && row.amount.scaled() > 0 && !supplied.contains(sector) && said.insert(sector)
        {
            problems.push(view.cell_problem("W0303", index, "sector"));
        }
    }
}

/// W0306: in a track whose budgets follow from revenue, a helper has neither, or no place to have any, so nothing
/// limits it.
fn check_w0306_no_budget_limit(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(view) = facts.views.get("helpers") else {
        return;
    };
    let year = facts.tables.info.year;
    for (index, row) in facts.tables.helpers.iter().enumerate() {
        let Some(track) = facts.policy.track_by_code(&row.track) else {
            continue;
        };
        let has_rate = facts.policy.tracks[track].funding_rate.contains_key(&year);
        let lacks = match view.text(index, "place") {
            "" => "place",
            _ => match row.place.as_deref().and_then(|place| facts.place_of(place)) {
                Some(place) if place.revenue.is_none() => "revenue",
                // E0305 says that there is no such place.
                Some(_) | None => continue,
            },
        };
        if has_rate && view.text(index, "budget").is_empty() {
            problems.push(
                view.cell_problem("W0306", index, "id")
                    .with("track", &row.track)
                    .with("lacks", lacks),
            );
        }
    }
}

/// W0307: a track has funding rates, but none for the year of the case; said once per track.
fn check_w0307_no_rate_for_year(facts: &Facts<'_>, info: &RawInfo, problems: &mut Vec<Diagnostic>) {
    let year = facts.tables.info.year;
    let Some(entry) = info.entries.iter().find(|entry| entry.key == "year") else {
        return;
    };
    if year == 0 {
        return;
    }
    for track in facts.policy.tracks.values() {
        if track.funding_rate.is_empty() || track.funding_rate.contains_key(&year) {
            continue;
        }
        let concerned = facts
            .tables
            .helpers
            .iter()
            .any(|row| row.track == track.code && row.budget.is_none());
        if concerned {
            let years: Vec<String> = track.funding_rate.keys().map(i32::to_string).collect();
            let problem = key_problem(info, "W0307", entry)
                .with("year", year)
                .with("years", years.join(", "));
            problems.push(facts.naming_track(problem, &track.code));
        }
    }
}
