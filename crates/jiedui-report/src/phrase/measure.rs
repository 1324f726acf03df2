//! Names and values of measures.

use crate::number;
use crate::wording::Wording;
use jiedui_domain::Measure;
use jiedui_explain::dossier::{MeasureEntry, TierObjective};

/// The name of a measure.
pub(crate) fn measure_name(wording: Wording<'_>, measure: Measure) -> String {
    wording.word(&format!("rep-measure-{}", measure.code().replace('_', "-")))
}

/// The value of a measure with its unit.
pub(crate) fn measure_value(wording: Wording<'_>, entry: &MeasureEntry) -> String {
    entry.value.as_ref().map_or_else(
        || wording.word("rep-undefined"),
        |value| {
            let value = wording.with_unit(value.value, entry.unit);
            match unknown_distances(wording, entry.measure) {
                0 => value,
                unknown => wording.text(
                    "rep-measure-unknown-distances",
                    &[("value", &value), ("n", &number::count(unknown))],
                ),
            }
        },
    )
}

/// How many pairs of the plan a measure of distance counts as 0 km because nothing tells how far they lie apart.
pub(crate) fn unknown_distances(wording: Wording<'_>, measure: Measure) -> usize {
    let counts = |divisible: bool| match measure {
        Measure::Distance => !divisible,
        Measure::FlowDistance => true,
        _ => false,
    };
    let pairs = wording.dossier.pairs.iter();
    let unknown = pairs.filter(|pair| counts(pair.divisible) && pair.distance_km.is_none());
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
