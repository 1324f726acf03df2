//! What a scenario set may not say: one function a code.

use super::{MOST_SCENARIOS, is_plain_name};
use crate::policy::Spot;
use crate::policy::document::{Entry, Node};
use crate::policy::section::{Problems, with_choices};
use jiedui_diagnostics::{Diagnostic, Location};
use std::sync::Arc;

/// Longest name of a scenario, in characters: it is the name of a folder.
const LONGEST_NAME: usize = 60;

/// E0426: a key that this part of a set does not have.
pub(super) fn check_e0426_unknown_key(entry: &Entry, known: &[&str], problems: &mut Problems) {
    problems.push(with_choices(
        entry.key_at.diagnostic("E0426").with("value", &entry.key),
        &entry.key,
        known,
    ));
}

/// E0427: a key that this part of a set needs.
pub(super) fn check_e0427_missing_key(at: &Spot, part: &str, key: &str, problems: &mut Problems) {
    problems.push(at.diagnostic("E0427").with("part", part).with("key", key));
}

/// E0428: a value of another kind or beyond its bounds; `expected` is a word of the catalogue.
pub(super) fn check_e0428_value(
    key: &str,
    node: &Node,
    expected: &'static str,
    problems: &mut Problems,
) {
    problems.push(
        node.at
            .diagnostic("E0428")
            .with("key", key)
            .with("value", node.at.snippet())
            .with("expected", expected),
    );
}

/// E0429: a file that is named cannot be read; `reason` is a word of the catalogue.
pub(super) fn check_e0429_file(
    at: Option<&Spot>,
    name: &str,
    reason: &'static str,
    problems: &mut Problems,
) {
    let problem = match at {
        Some(at) => at.diagnostic("E0429"),
        None => Diagnostic::new("E0429").at(Location::file(&Arc::from(name))),
    };
    // The set itself is looked for where the command was given.
    let reason = match (at, reason) {
        (None, "not-found") => "set-not-found",
        _ => reason,
    };
    problems.push(problem.with("value", name).with("reason", reason));
}

/// E0430: a set that includes itself, through others or not.
pub(super) fn check_e0430_cycle(at: &Spot, chain: &[String], problems: &mut Problems) {
    problems.push(at.diagnostic("E0430").with("chain", chain.join(" → ")));
}

/// E0431: a name that cannot be that of a folder everywhere; `true` where it can.
pub(super) fn check_e0431_name(at: &Spot, name: &str, problems: &mut Problems) -> bool {
    let fits = is_plain_name(name) && name.chars().count() <= LONGEST_NAME;
    if !fits {
        problems.push(
            at.diagnostic("E0431")
                .with("value", name)
                .with("allowed", LONGEST_NAME),
        );
    }
    fits
}

/// E0432: a name that another scenario has (large and small letters are the same to some file systems).
pub(super) fn check_e0432_name_twice(at: &Spot, name: &str, other: &Spot, problems: &mut Problems) {
    problems.push(
        at.diagnostic("E0432")
            .with("value", name)
            .related_to(other.location()),
    );
}

/// E0433: more scenarios than a set may have; `true` where it may.
pub(super) fn check_e0433_too_many(at: &Spot, count: u128, problems: &mut Problems) -> bool {
    let fits = count <= MOST_SCENARIOS as u128;
    if !fits {
        problems.push(
            at.diagnostic("E0433")
                .with("count", count)
                .with("allowed", MOST_SCENARIOS),
        );
    }
    fits
}

/// E0434: axes of a list that are not equally long.
pub(super) fn check_e0434_lengths(at: &Spot, lengths: &[usize], problems: &mut Problems) {
    let lengths: Vec<String> = lengths.iter().map(ToString::to_string).collect();
    problems.push(at.diagnostic("E0434").with("value", lengths.join(" / ")));
}

/// E0435: a column whose figures cannot vary, because they are codes, counts or words.
pub(super) fn check_e0435_column(
    at: &Spot,
    column: &str,
    table: &str,
    allowed: &[&str],
    problems: &mut Problems,
) {
    let allowed = match allowed {
        [] => "none".to_owned(),
        names => names.join(" / "),
    };
    problems.push(
        at.diagnostic("E0435")
            .with("value", column)
            .with("table", table)
            .with("allowed", allowed),
    );
}

/// E0436: a set in which there is nothing to run.
pub(super) fn check_e0436_empty(file: &str, problems: &mut Problems) {
    problems.push(Diagnostic::new("E0436").at(Location::file(&Arc::from(file))));
}
