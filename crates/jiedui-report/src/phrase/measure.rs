//! Names and values of measures.

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
        |value| wording.with_unit(value.value, entry.unit),
    )
}

/// The name of an objective: its measure, and the tracks that count.
pub(crate) fn objective_name(wording: Wording<'_>, objective: &TierObjective) -> String {
    let name = measure_name(wording, objective.measure);
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
