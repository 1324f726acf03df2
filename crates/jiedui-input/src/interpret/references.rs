//! E03: codes that another table or the policy must know.

use super::facts::{Facts, Listed};
use super::names::NameSet;
use crate::spelling::{CodeSet, meant_division_code};
use jiedui_diagnostics::Diagnostic;

/// How many comparisons of names all suggestions of one run may cost together.
const COMPARISONS: u32 = 2_000_000;

pub(crate) fn check(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let mut comparisons = COMPARISONS;
    for (code, target, key) in [
        ("E0301", "recipients", "id"),
        ("E0302", "helpers", "id"),
        ("E0305", "places", "code"),
        ("E0306", "places", "code"),
    ] {
        if !facts.views.has_keys(target, key) {
            // The table itself is missing: one error says so, not one per row that refers to it.
            continue;
        }
        match code {
            "E0301" => check_e0301_unknown_recipient(facts, problems),
            "E0302" => check_e0302_unknown_helper(facts, problems),
            "E0305" => check_e0305_unknown_place(facts, problems),
            _ => check_e0306_recipient_without_place(facts, problems),
        }
    }
    check_e0303_unknown_sector(facts, &mut comparisons, problems);
    check_e0304_unknown_track(facts, &mut comparisons, problems);
    check_e0310_road_to_itself(facts, problems);
    check_w0309_look_alike(facts, problems);
}

/// Reports the codes of one column that are not known.
fn unknown<'a>(
    facts: &Facts<'_>,
    code: &'static str,
    (table, column): (&str, &str),
    codes: impl Iterator<Item = &'a str>,
    known: &Listed<'_>,
    problems: &mut Vec<Diagnostic>,
) {
    let Some(view) = facts.views.get(table) else {
        return;
    };
    for (index, value) in codes.enumerate() {
        if value.is_empty() || known.codes.row(value).is_some() {
            continue;
        }
        let problem = view.cell_problem(code, index, column);
        let (nearest, hint) = match known.code_of_name(value) {
            Some(meant) => (meant, "name"),
            None => known.codes.look_alike(value).unwrap_or(("none", "none")),
        };
        problems.push(problem.with("nearest", nearest).with("hint", hint));
    }
}

/// E0301: a recipient that is not in the table of recipients.
fn check_e0301_unknown_recipient(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let t = facts.tables;
    let known = &facts.recipients;
    let needs = t.needs.iter().map(|row| row.recipient.as_str());
    let pairs = t.pairs.iter().map(|row| row.recipient.as_str());
    let quotas = t.quotas.iter().map(|row| row.recipient.as_str());
    let decisions = t.decisions.iter().map(|row| row.recipient.as_str());
    unknown(
        facts,
        "E0301",
        ("needs", "recipient"),
        needs,
        known,
        problems,
    );
    unknown(
        facts,
        "E0301",
        ("pairs", "recipient"),
        pairs,
        known,
        problems,
    );
    unknown(
        facts,
        "E0301",
        ("quotas", "recipient"),
        quotas,
        known,
        problems,
    );
    unknown(
        facts,
        "E0301",
        ("decisions", "recipient"),
        decisions,
        known,
        problems,
    );
    // Whoever is not listed has left (W0305); a name says who is meant, and that pair goes on.
    let history = t.history.iter().map(|row| row.recipient.as_str());
    let history = history.map(|value| known.code_of_name(value).map_or("", |_| value));
    unknown(
        facts,
        "E0301",
        ("history", "recipient"),
        history,
        known,
        problems,
    );
}

/// E0302: a helper that is not in the table of helpers.
fn check_e0302_unknown_helper(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let t = facts.tables;
    let known = &facts.helpers;
    let supply = t.supply.iter().map(|row| row.helper.as_str());
    let pairs = t.pairs.iter().map(|row| row.helper.as_str());
    let decisions = t.decisions.iter().map(|row| row.helper.as_str());
    unknown(
        facts,
        "E0302",
        ("supply", "helper"),
        supply,
        known,
        problems,
    );
    unknown(facts, "E0302", ("pairs", "helper"), pairs, known, problems);
    unknown(
        facts,
        "E0302",
        ("decisions", "helper"),
        decisions,
        known,
        problems,
    );
    // As for recipients; W0304.
    let history = t.history.iter().map(|row| row.helper.as_str());
    let history = history.map(|value| known.code_of_name(value).map_or("", |_| value));
    unknown(
        facts,
        "E0302",
        ("history", "helper"),
        history,
        known,
        problems,
    );
}

/// E0303: a sector that the policy does not define.
fn check_e0303_unknown_sector(
    facts: &Facts<'_>,
    comparisons: &mut u32,
    problems: &mut Vec<Diagnostic>,
) {
    let t = facts.tables;
    let known = (&facts.sectors, &facts.sector_names);
    let needs = t.needs.iter().map(|row| row.sector.as_str());
    let supply = t.supply.iter().map(|row| row.sector.as_str());
    let mut check = |table, codes: Vec<&str>| {
        let place = (table, "sector");
        unknown_name(facts, "E0303", place, &codes, known, comparisons, problems);
    };
    check("needs", needs.collect());
    check("supply", supply.collect());
}

/// E0304: a track that the policy does not define.
fn check_e0304_unknown_track(
    facts: &Facts<'_>,
    comparisons: &mut u32,
    problems: &mut Vec<Diagnostic>,
) {
    let t = facts.tables;
    let known = (&facts.tracks, &facts.track_names);
    let helpers = t.helpers.iter().map(|row| row.track.as_str());
    let quotas = t.quotas.iter().map(|row| row.track.as_str());
    let mut check = |table, codes: Vec<&str>| {
        let place = (table, "track");
        unknown_name(facts, "E0304", place, &codes, known, comparisons, problems);
    };
    check("helpers", helpers.collect());
    check("quotas", quotas.collect());
}

/// Reports what is neither a code nor a name of the policy.
fn unknown_name(
    facts: &Facts<'_>,
    code: &'static str,
    (table, column): (&str, &str),
    codes: &[&str],
    (known, names): (&CodeSet<'_>, &NameSet<'_>),
    comparisons: &mut u32,
    problems: &mut Vec<Diagnostic>,
) {
    let Some(view) = facts.views.get(table) else {
        return;
    };
    for (index, value) in codes.iter().enumerate() {
        if value.is_empty() || known.row(value).is_some() {
            continue;
        }
        let cell = view.text(index, column);
        let several = names.codes(cell);
        if several.len() > 1 {
            problems.push(check_e0313_name_of_several(
                view.cell_problem("E0313", index, column),
                several,
            ));
            continue;
        }
        let (nearest, hint) = match known.suggestion(value, comparisons) {
            ("none", hint) => (names.nearest(cell).unwrap_or("none"), hint),
            found => found,
        };
        problems.push(
            view.cell_problem(code, index, column)
                .with("nearest", nearest)
                .with("hint", hint),
        );
    }
}

/// E0313: a name that several sectors or tracks have; only their codes tell them apart.
fn check_e0313_name_of_several(problem: Diagnostic, codes: &[&str]) -> Diagnostic {
    problem.with("codes", codes.join("、"))
}

/// E0305: a place that is not in the table of places.
fn check_e0305_unknown_place(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let t = facts.tables;
    let known = &facts.places;
    let seats = t
        .helpers
        .iter()
        .map(|row| row.place.as_deref().unwrap_or(""));
    let from = t.roads.iter().map(|row| row.from.as_str());
    let to = t.roads.iter().map(|row| row.to.as_str());
    unknown(facts, "E0305", ("helpers", "place"), seats, known, problems);
    unknown(facts, "E0305", ("roads", "from"), from, known, problems);
    unknown(facts, "E0305", ("roads", "to"), to, known, problems);
}

/// E0306: a recipient that is no place.
fn check_e0306_recipient_without_place(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let ids = facts.tables.recipients.iter().map(|row| row.id.as_str());
    unknown(
        facts,
        "E0306",
        ("recipients", "id"),
        ids,
        &facts.places,
        problems,
    );
}

/// E0310: a road from a place to itself.
fn check_e0310_road_to_itself(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(view) = facts.views.get("roads") else {
        return;
    };
    for (index, row) in facts.tables.roads.iter().enumerate() {
        if !row.from.is_empty() && row.from == row.to {
            problems.push(view.cell_problem("E0310", index, "to"));
        }
    }
}

/// W0309: a place code of digits save for a letter that looks like one.
fn check_w0309_look_alike(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(view) = facts.views.get("places") else {
        return;
    };
    for (index, place) in facts.tables.places.iter().enumerate() {
        if let Some(meant) = meant_division_code(&place.code) {
            problems.push(
                view.cell_problem("W0309", index, "code")
                    .with("nearest", meant),
            );
        }
    }
}
