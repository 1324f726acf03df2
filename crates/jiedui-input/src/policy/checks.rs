//! What a policy file may not say: one function a code.

use super::document::Entry;
use super::keys::Key;
use super::objectives::PlacedObjectives;
use super::section::{Bounds, Item, Problems, Section, nearest, with_choices};
use jiedui_domain::{FitMethod, Measure, MeasureScale, Share, Track, TrackId, Wan};
use std::collections::BTreeMap;

/// Longest name, title or clause, in characters.
const LONGEST_TEXT: usize = 200;
/// Longest code of a sector or track, in characters.
const LONGEST_CODE: usize = 64;
const YEARS: std::ops::RangeInclusive<i32> = 1949..=2200;

/// A key that no policy has.
pub(super) fn check_e0504_unknown_key(
    section: &Section<'_>,
    entry: &Entry,
    known: &[Key],
    problems: &mut Problems,
) {
    let names: Vec<&str> = known.iter().map(|key| key.name).collect();
    problems.push(with_choices(
        entry
            .key_at
            .diagnostic("E0504")
            .with("key", section.path_of(&entry.key))
            .with("value", &entry.key),
        &entry.key,
        &names,
    ));
}

/// A key whose absence would have to be guessed.
pub(super) fn check_e0505_missing_key(section: &Section<'_>, key: &str, problems: &mut Problems) {
    problems.push(
        section
            .at
            .diagnostic("E0505")
            .with("key", section.path_of(key)),
    );
}

/// A value of another kind than its key wants; `expected` is a word of the catalogue.
pub(super) fn check_e0506_type(item: &Item<'_>, expected: &'static str, problems: &mut Problems) {
    // As written, since quotes are mostly what is wrong.
    let at = &item.node.at;
    problems.push(
        at.diagnostic("E0506")
            .with("key", &item.path)
            .with("value", at.snippet())
            .with("expected", expected),
    );
}

/// A number out of range; `true` where it is within.
pub(super) fn check_e0507_range(
    item: &Item<'_>,
    number: f64,
    bounds: &Bounds,
    problems: &mut Problems,
) -> bool {
    let within = bounds.allow(number);
    if !within {
        problems.push(item.diagnostic("E0507").with("allowed", bounds.shown));
    }
    within
}

/// Infinite, not a number, or beyond what a quantity holds (also E0507). No key of a policy is negative.
pub(super) fn check_e0507_not_finite(item: &Item<'_>, problems: &mut Problems) {
    problems.push(item.diagnostic("E0507").with("allowed", "0–1000000000"));
}

/// An objective for a track that the policy does not have.
pub(super) fn check_e0512_unknown_track(
    item: &Item<'_>,
    code: &str,
    known: &BTreeMap<&str, TrackId>,
    problems: &mut Problems,
) -> Option<TrackId> {
    let found = known.get(code).copied();
    if found.is_none() {
        let codes: Vec<&str> = known.keys().copied().collect();
        problems.push(
            item.diagnostic("E0512")
                .with("nearest", nearest(code, codes.iter().copied()))
                .with("allowed", codes.join(" / ")),
        );
    }
    found
}

/// At least more than at most.
pub(super) fn check_e0513_quota(
    item: &Item<'_>,
    min: u32,
    max: Option<u32>,
    problems: &mut Problems,
) {
    if let Some(max) = max.filter(|max| *max < min) {
        problems.push(item.diagnostic("E0513").with("min", min).with("max", max));
    }
}

/// The same measure over the same tracks twice in one tier.
pub(super) fn check_e0514_twice_in_tier(objectives: &PlacedObjectives, problems: &mut Problems) {
    let mut seen = BTreeMap::new();
    for (spot, objective) in objectives {
        let mut tracks = objective.tracks.clone();
        tracks.sort();
        let key = (objective.priority, objective.measure, tracks);
        if let Some(first) = seen.get(&key) {
            let first: &super::Spot = first;
            problems.push(
                spot.diagnostic("E0514")
                    .with("value", objective.measure.code())
                    .with("priority", objective.priority)
                    .with("first", first.line())
                    .related_to(first.location()),
            );
        } else {
            seen.insert(key, spot.clone());
        }
    }
}

/// Nothing to optimise.
pub(super) fn check_e0515_no_objectives(
    root: &Section<'_>,
    item: Option<&Item<'_>>,
    problems: &mut Problems,
) {
    use super::document::Value;
    let none =
        item.is_none_or(|item| matches!(&item.node.value, Value::List(list) if list.is_empty()));
    if none {
        let at = item.map_or(root.at, |item| &item.node.at);
        problems.push(at.diagnostic("E0515"));
    }
}

/// Nobody who could help.
pub(super) fn check_e0516_no_tracks(
    root: &Section<'_>,
    item: Option<&Item<'_>>,
    section: Option<&Section<'_>>,
    problems: &mut Problems,
) {
    // A `tracks` of the wrong kind has been reported as such.
    let none = item.is_none() || section.is_some_and(|section| section.entries.is_empty());
    if none {
        let at = item.map_or(root.at, |item| &item.node.at);
        problems.push(at.diagnostic("E0516"));
    }
}

/// A title that one of the two reports could not print.
pub(super) fn check_e0517_title_language(
    title: &Section<'_>,
    language: &'static str,
    problems: &mut Problems,
) {
    if title.optional(language).is_none() {
        problems.push(
            title
                .at
                .diagnostic("E0517")
                .with("key", title.path_of(language))
                .with("language", language),
        );
    }
}

/// A text that is empty, too long, or holds what no one can see.
pub(super) fn check_e0518_text(item: &Item<'_>, text: &str, problems: &mut Problems) {
    let length = text.chars().count();
    if text.trim().is_empty() || length > LONGEST_TEXT || text.chars().any(char::is_control) {
        problems.push(
            item.diagnostic("E0518")
                .with("length", length)
                .with("allowed", LONGEST_TEXT),
        );
    }
}

/// A code that tables could not hold without quoting.
pub(super) fn check_e0519_code(path: &str, entry: &Entry, problems: &mut Problems) {
    let fits = |character: char| character.is_alphanumeric() || matches!(character, '_' | '-');
    let length = entry.key.chars().count();
    if length == 0 || length > LONGEST_CODE || !entry.key.chars().all(fits) {
        problems.push(
            entry
                .key_at
                .diagnostic("E0519")
                .with("key", path)
                .with("value", &entry.key)
                .with("allowed", LONGEST_CODE),
        );
    }
}

/// Industry fit without the columns that hold the shares.
pub(super) fn check_e0524_indicators(
    section: &Section<'_>,
    method: Option<FitMethod>,
    given: Option<&Item<'_>>,
    problems: &mut Problems,
) {
    if method == Some(FitMethod::Industry) && given.is_none() {
        problems.push(section.at.diagnostic("E0524"));
    }
}

/// A funding rate for something that is no year; otherwise the year.
pub(super) fn check_e0525_year(
    item: &Item<'_>,
    entry: &Entry,
    problems: &mut Problems,
) -> Option<i32> {
    let digits = entry.key.len() == 4 && entry.key.bytes().all(|byte| byte.is_ascii_digit());
    let year = entry.key.parse().ok().filter(|year| YEARS.contains(year));
    if digits && year.is_some() {
        return year;
    }
    problems.push(
        entry
            .key_at
            .diagnostic("E0525")
            .with("key", &item.path)
            .with("value", &entry.key)
            .with("allowed", format!("{}–{}", YEARS.start(), YEARS.end())),
    );
    None
}

/// v_s must be positive.
pub(super) fn check_e0526_value_positive(item: &Item<'_>, scaled: i64, problems: &mut Problems) {
    if scaled <= 0 {
        problems.push(item.diagnostic("E0526"));
    }
}

/// Weights that the solver can tell from nothing and from everything.
const WEIGHTS: std::ops::RangeInclusive<f64> = 1e-9..=1e9;

/// A weight must be positive.
pub(super) fn check_e0527_weight(item: &Item<'_>, weight: f64, problems: &mut Problems) -> bool {
    let fits = WEIGHTS.contains(&weight);
    if !fits {
        let allowed = if weight <= 0.0 { "sign" } else { "size" };
        problems.push(item.diagnostic("E0527").with("allowed", allowed));
    }
    fits
}

/// A tolerance is not negative, and below 1 for measures that are shares.
pub(super) fn check_e0528_tolerance(
    item: &Item<'_>,
    measure: Option<Measure>,
    tolerance: f64,
    problems: &mut Problems,
) -> bool {
    let share = measure.is_some_and(|measure| measure.scale() == MeasureScale::Share);
    let fits = tolerance >= 0.0 && (!share || tolerance < 1.0);
    if !fits {
        let allowed = if share { "≥ 0, < 1" } else { "≥ 0" };
        problems.push(item.diagnostic("E0528").with("allowed", allowed));
    }
    fits
}

/// A priority is a whole number from 0; otherwise the number.
pub(super) fn check_e0529_priority(item: &Item<'_>, problems: &mut Problems) -> Option<u32> {
    use super::document::Value;
    let Value::Number { text, .. } = &item.node.value else {
        check_e0506_type(item, "whole", problems);
        return None;
    };
    let priority = text.parse().ok().filter(|priority| *priority <= 1000_u32);
    if priority.is_none() {
        problems.push(item.diagnostic("E0529").with("allowed", "0–1000"));
    }
    priority
}

/// A divisible track has no pairs, so nothing that counts or limits pairs applies to it.
pub(super) fn check_e0530_divisible(section: &Section<'_>, track: &Track, problems: &mut Problems) {
    if !track.divisible {
        return;
    }
    let quota = |min: u32, max: Option<u32>| min > 0 || max.is_some();
    let contradictions = [
        (
            "pairs_per_recipient",
            quota(track.recipient_min, track.recipient_max),
        ),
        (
            "pairs_per_helper",
            quota(track.helper_min, track.helper_max),
        ),
        ("minimum_support", track.minimum_support > Wan::ZERO),
        ("effort_floor", track.effort_floor > Share::ZERO),
        ("max_changes", track.max_changes.is_some()),
        ("min_tenure_years", track.min_tenure_years > 0),
    ];
    for (key, contradicts) in contradictions {
        if let Some(item) = section.optional(key).filter(|_| contradicts) {
            problems.push(item.diagnostic("E0530"));
        }
    }
}

/// Only continuity knows ages.
pub(super) fn check_e0531_by_age(
    item: &Item<'_>,
    measure: Option<Measure>,
    by_age: bool,
    problems: &mut Problems,
) {
    if by_age && let Some(measure) = measure.filter(|measure| *measure != Measure::Continuity) {
        problems.push(item.diagnostic("E0531").with("measure", measure.code()));
    }
}

/// An empty list, where leaving the key out means something else.
pub(super) fn check_e0532_empty_list(item: &Item<'_>, problems: &mut Problems) {
    problems.push(item.diagnostic("E0532"));
}

/// The same entry twice in a list.
pub(super) fn check_e0533_twice(item: &Item<'_>, twice: bool, problems: &mut Problems) {
    if twice {
        problems.push(item.diagnostic("E0533"));
    }
}

/// A share above 1 is mostly a percentage; `true` where it is a share.
pub(super) fn check_e0535_share(item: &Item<'_>, share: Share, problems: &mut Problems) -> bool {
    let fits = share >= Share::ZERO && share <= Share::units(1);
    if !fits {
        problems.push(item.diagnostic("E0535").with("allowed", "0–1"));
    }
    fits
}
