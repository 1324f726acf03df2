//! Names and values of measures.

use crate::number;
use crate::wording::Wording;
use jiedui_domain::Measure;
use jiedui_explain::dossier::{MeasureEntry, PairEntry, TierObjective};

/// The name of a measure.
pub(crate) fn measure_name(wording: Wording<'_>, measure: Measure) -> String {
    wording.word(&format!("rep-measure-{}", measure.code().replace('_', "-")))
}

/// The value of a measure with its unit.
pub(crate) fn measure_value(wording: Wording<'_>, entry: &MeasureEntry) -> String {
    entry.value.as_ref().map_or_else(
        || wording.word("rep-undefined"),
        |value| {
            let unknown = unknown_distances(wording, entry.measure, &[]);
            with_unknown(wording, wording.with_unit(value.value, entry.unit), unknown)
        },
    )
}

/// A value, and how many pairs count in it as 0 km.
pub(super) fn with_unknown(wording: Wording<'_>, value: String, unknown: usize) -> String {
    if unknown == 0 {
        return value;
    }
    wording.text(
        "rep-measure-unknown-distances",
        &[("value", &value), ("n", &number::count(unknown))],
    )
}

/// How many pairs of the plan in these tracks, or in all where none is named, a measure of distance counts as 0 km
/// because nothing tells how far they lie apart.
pub(crate) fn unknown_distances(
    wording: Wording<'_>,
    measure: Measure,
    tracks: &[String],
) -> usize {
    let counts = |pair: &PairEntry| match measure {
        Measure::Distance => !pair.divisible,
        Measure::FlowDistance => true,
        _ => false,
    };
    let named = |pair: &PairEntry| tracks.is_empty() || tracks.contains(&pair.track);
    let pairs = wording.dossier.pairs.iter();
    let unknown = pairs.filter(|pair| counts(pair) && named(pair) && pair.distance_km.is_none());
    unknown.count()
}

/// The name of an objective where its tracks were named before: of several only how many.
pub(crate) fn short_objective_name(wording: Wording<'_>, objective: &TierObjective) -> String {
    if objective.tracks.len() < 2 {
        return objective_name(wording, objective);
    }
    let name = name_by_age(wording, objective);
    let n = number::count(objective.tracks.len());
    let values = [("measure", name.as_str()), ("n", n.as_str())];
    wording.text("rep-measure-in-some-tracks", &values)
}

fn name_by_age(wording: Wording<'_>, objective: &TierObjective) -> String {
    let name = measure_name(wording, objective.measure);
    if objective.by_age {
        return wording.text("rep-measure-by-age", &[("measure", &name)]);
    }
    name
}

/// The name of an objective: its measure, and the tracks that count.
pub(crate) fn objective_name(wording: Wording<'_>, objective: &TierObjective) -> String {
    let name = name_by_age(wording, objective);
    if objective.tracks.is_empty() {
        return name;
    }
    let tracks: Vec<String> = objective
        .tracks
        .iter()
        .map(|track| wording.track(track))
        .collect();
    wording.text(
        "rep-measure-in-tracks",
        &[("measure", &name), ("tracks", &wording.list(&tracks))],
    )
}
