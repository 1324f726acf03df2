//! Numbers of pairs that contradict each other.

use super::facts::Facts;
use jiedui_diagnostics::Diagnostic;

pub(crate) fn check(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    check_e0214_quota_min_above_max(facts, problems);
    check_e0215_helper_min_above_max(facts, problems);
}

/// E0214: a recipient must have more helpers of a track than it may have. An empty limit is the track's.
fn check_e0214_quota_min_above_max(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(view) = facts.views.get("quotas") else {
        return;
    };
    for (index, row) in facts.tables.quotas.iter().enumerate() {
        let Some(track) = facts.policy.track_by_code(&row.track) else {
            continue;
        };
        let track = &facts.policy.tracks[track];
        let min = row.min.unwrap_or(track.recipient_min);
        let Some(max) = row.max.or(track.recipient_max) else {
            continue;
        };
        if min > max {
            let column = if row.min.is_some() { "min" } else { "max" };
            let problem = view
                .cell_problem("E0214", index, column)
                .with("recipient", &row.recipient)
                .with("min", min)
                .with("max", max);
            problems.push(facts.naming_track(problem, &row.track));
        }
    }
}

/// E0215: a helper must have more recipients than it may have. An empty limit is the track's.
fn check_e0215_helper_min_above_max(facts: &Facts<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(view) = facts.views.get("helpers") else {
        return;
    };
    for (index, row) in facts.tables.helpers.iter().enumerate() {
        let Some(track) = facts.policy.track_by_code(&row.track) else {
            continue;
        };
        // Limits of the policy alone are the policy's own affair.
        if row.min_pairs.is_none() && row.max_pairs.is_none() {
            continue;
        }
        let track = &facts.policy.tracks[track];
        let min = row.min_pairs.unwrap_or(track.helper_min);
        let Some(max) = row.max_pairs.or(track.helper_max) else {
            continue;
        };
        if min > max {
            let column = if row.min_pairs.is_some() {
                "min_pairs"
            } else {
                "max_pairs"
            };
            problems.push(
                view.cell_problem("E0215", index, column)
                    .with("helper", &row.id)
                    .with("min", min)
                    .with("max", max),
            );
        }
    }
}
