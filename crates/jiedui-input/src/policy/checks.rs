//! What a policy file may not say: one function a code.

use super::document::Entry;
use super::keys::Key;
use super::objectives::PlacedObjectives;
use super::section::{Bounds, Item, Problems, Section, nearest};
use jiedui_domain::{
    FitMethod, Measure, MeasureScale, Quantity, SectorUnit, Share, Track, TrackId, Wan,
};
use std::collections::BTreeMap;

/// Longest name, title or clause, in characters.
const LONGEST_TEXT: usize = 200;
/// Longest code of a sector or track, in characters.
const LONGEST_CODE: usize = 64;
/// Each further point makes the program larger, and no curve needs more.
const MOST_POINTS: usize = 50;
const YEARS: std::ops::RangeInclusive<i32> = 1949..=2200;
/// 人 worth more than this look like 元.
const MOST_WAN_PER_PERSON: f64 = 1000.0;

/// A key that no policy has.
pub(super) fn check_e0504_unknown_key(
    section: &Section<'_>,
    entry: &Entry,
    known: &[Key],
    problems: &mut Problems,
) {
    let names: Vec<&str> = known.iter().map(|key| key.name).collect();
    problems.push(
        entry
            .key_at
            .diagnostic("E0504")
            .with("key", section.path_of(&entry.key))
            .with("value", &entry.key)
            .with("nearest", nearest(&entry.key, names.iter().copied()))
            .with("allowed", names.join("、")),
    );
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
    problems.push(item.diagnostic("E0506").with("expected", expected));
}

/// A number out of range; `true` where it is within.
pub(super) fn check_e0507_range(
    item: &Item<'_>,
    number: f64,
    bounds: &Bounds,
    problems: &mut Problems,
) -> bool {
    let within = number >= bounds.low && number <= bounds.high;
    if !within {
        problems.push(item.diagnostic("E0507").with("allowed", bounds.shown));
    }
    within
}

/// Infinite, or not a number (also E0507).
pub(super) fn check_e0507_not_finite(item: &Item<'_>, problems: &mut Problems) {
    problems.push(
        item.diagnostic("E0507")
            .with("allowed", "−1000000000–1000000000"),
    );
}

/// Beyond what a quantity holds (also E0507).
pub(super) fn check_e0507_too_large(item: &Item<'_>, limit: i64, problems: &mut Problems) {
    problems.push(
        item.diagnostic("E0507")
            .with("allowed", format!("≤ {limit}")),
    );
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
                .with("allowed", codes.join("、")),
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

/// φ(0) = 0 and φ(1) = 1.
pub(super) fn check_e0520_curve_ends(
    item: &Item<'_>,
    points: &[(Share, Share)],
    problems: &mut Problems,
) {
    let (zero, one) = (Share::ZERO, Share::units(1));
    if points.first() != Some(&(zero, zero)) || points.last() != Some(&(one, one)) {
        problems.push(item.diagnostic("E0520"));
    }
}

/// φ is a function and never falls.
pub(super) fn check_e0521_curve_ascends(
    items: &[Item<'_>],
    points: &[(Share, Share)],
    problems: &mut Problems,
) -> bool {
    let mut ascends = true;
    for (pair, item) in points.windows(2).zip(items.iter().skip(1)) {
        if let [before, after] = pair
            && (after.0 <= before.0 || after.1 < before.1)
        {
            problems.push(item.diagnostic("E0521"));
            ascends = false;
        }
    }
    ascends
}

/// No segment of φ is steeper than the one before.
pub(super) fn check_e0522_curve_concave(
    items: &[Item<'_>],
    points: &[(Share, Share)],
    problems: &mut Problems,
) {
    let rise = |from: &(Share, Share), to: &(Share, Share)| {
        (
            i128::from(to.0.scaled() - from.0.scaled()),
            i128::from(to.1.scaled() - from.1.scaled()),
        )
    };
    for (triple, item) in points.windows(3).zip(items.iter().skip(1)) {
        if let [first, middle, last] = triple {
            let (run_before, rise_before) = rise(first, middle);
            let (run_after, rise_after) = rise(middle, last);
            if rise_after * run_before > rise_before * run_after {
                problems.push(item.diagnostic("E0522"));
            }
        }
    }
}

/// Equity is optimised, but what it is has not been said.
pub(super) fn check_e0523_equity_without_curve(
    objectives: &PlacedObjectives,
    problems: &mut Problems,
) {
    let first = objectives
        .iter()
        .find(|(_, objective)| objective.measure == Measure::Equity);
    if let Some((spot, _)) = first {
        problems.push(spot.diagnostic("E0523"));
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

/// A weight must be positive.
pub(super) fn check_e0527_weight(item: &Item<'_>, weight: f64, problems: &mut Problems) -> bool {
    let fits = weight > 0.0 && weight <= 1e9;
    if !fits {
        problems.push(item.diagnostic("E0527"));
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

/// A curve with more points than any needs.
pub(super) fn check_e0536_too_many_points(item: &Item<'_>, count: usize, problems: &mut Problems) {
    if count > MOST_POINTS {
        problems.push(
            item.diagnostic("E0536")
                .with("count", count)
                .with("allowed", MOST_POINTS),
        );
    }
}

/// Equity has little left to decide behind a tier that may give up nothing.
pub(super) fn check_w0501_equity_after_exact_tier(
    objectives: &PlacedObjectives,
    problems: &mut Problems,
) {
    for (spot, objective) in objectives {
        if objective.measure != Measure::Equity {
            continue;
        }
        let exact = objectives
            .iter()
            .find(|(_, earlier)| earlier.priority < objective.priority && earlier.tolerance == 0.0);
        if let Some((earlier_spot, earlier)) = exact {
            problems.push(
                spot.diagnostic("W0501")
                    .with("priority", earlier.priority)
                    .with("measure", earlier.measure.code())
                    .related_to(earlier_spot.location()),
            );
        }
    }
}

/// A value that is allowed but looks like a slip of unit.
pub(super) fn check_w0502_unusual(
    item: &Item<'_>,
    number: f64,
    usual: &Bounds,
    problems: &mut Problems,
) {
    if number < usual.low || number > usual.high {
        problems.push(item.diagnostic("W0502").with("usual", usual.shown));
    }
}

/// 万元 count as themselves; a person is not worth more than ten million yuan a year (also W0502).
pub(super) fn check_w0502_sector_value(
    item: &Item<'_>,
    unit: SectorUnit,
    value: f64,
    problems: &mut Problems,
) {
    let (unusual, usual) = match unit {
        SectorUnit::Wan => (value != 1.0, "1"),
        SectorUnit::Person => (value > MOST_WAN_PER_PERSON, "0–1000"),
    };
    if unusual && value > 0.0 {
        problems.push(item.diagnostic("W0502").with("usual", usual));
    }
}

/// A run that nobody will wait for.
pub(super) fn check_w0503_effort(item: &Item<'_>, effort: f64, problems: &mut Problems) {
    if effort > 100.0 {
        problems.push(item.diagnostic("W0503"));
    }
}

/// Decimals that are not kept.
pub(super) fn check_w0504_decimals(
    item: &Item<'_>,
    rounded: bool,
    decimals: u32,
    problems: &mut Problems,
) {
    if rounded {
        problems.push(item.diagnostic("W0504").with("decimals", decimals));
    }
}

/// A relative tolerance of 1 gives the whole tier away.
pub(super) fn check_w0505_gives_up_all(
    item: &Item<'_>,
    measure: Option<Measure>,
    tolerance: f64,
    problems: &mut Problems,
) {
    if let Some(measure) = measure
        && measure.scale() == MeasureScale::Relative
        && tolerance >= 1.0
    {
        problems.push(item.diagnostic("W0505").with("measure", measure.code()));
    }
}

/// A quota of nobody switches the track off.
pub(super) fn check_w0506_quota_zero(item: &Item<'_>, max: Option<u32>, problems: &mut Problems) {
    if max == Some(0) {
        problems.push(item.diagnostic("W0506"));
    }
}

/// A measure of help where help has no sectors.
pub(super) fn check_w0507_needs_sectors(
    item: &Item<'_>,
    measure: Measure,
    no_sectors: bool,
    problems: &mut Problems,
) {
    let of_help = matches!(
        measure,
        Measure::CoverageFloor
            | Measure::Coverage
            | Measure::Equity
            | Measure::FlowDistance
            | Measure::Hardship
            | Measure::EffortBalance
    );
    if no_sectors && of_help {
        problems.push(item.diagnostic("W0507").with("measure", measure.code()));
    }
}

/// Indicators that the chosen fit does not read.
pub(super) fn check_w0508_indicators_unused(
    method: Option<FitMethod>,
    given: Option<&Item<'_>>,
    problems: &mut Problems,
) {
    if let Some(item) = given.filter(|_| method == Some(FitMethod::SupplyNeed)) {
        problems.push(item.diagnostic("W0508"));
    }
}

/// A curve that no objective reads.
pub(super) fn check_w0509_curve_unused(
    section: &Section<'_>,
    objectives: &PlacedObjectives,
    problems: &mut Problems,
) {
    let used = objectives
        .iter()
        .any(|(_, objective)| objective.measure == Measure::Equity);
    if !used {
        problems.push(section.at.diagnostic("W0509"));
    }
}
