//! Who sends people, and who else works at the same recipient.

use crate::phrase::help_words;
use crate::wording::Wording;
use jiedui_explain::dossier::{HelpEntry, PairEntry, UnitOfMeasure};

/// The help of a pair that is counted in persons.
pub(super) fn persons(wording: Wording<'_>, pair: &PairEntry) -> Vec<HelpEntry> {
    let help = pair.help.iter();
    help.filter(|help| in_persons(wording, &help.sector))
        .cloned()
        .collect()
}

/// Whether a sector is counted in persons.
pub(super) fn in_persons(wording: Wording<'_>, sector: &str) -> bool {
    let sector = wording.dossier.sector(sector);
    sector.is_some_and(|sector| sector.unit == UnitOfMeasure::Person)
}

/// The other pairs at the recipient, by track in policy order.
fn others<'a>(wording: Wording<'a>, pair: &'a PairEntry) -> Vec<&'a PairEntry> {
    let dossier = wording.dossier;
    dossier
        .tracks
        .iter()
        .flat_map(|track| {
            dossier
                .pairs_of_recipient(&pair.recipient)
                .filter(move |other| other.track == track.code && other.helper != pair.helper)
        })
        .collect()
}

/// Other helpers at the recipient, each with its track; nothing where there are none.
pub(super) fn other_helpers(wording: Wording<'_>, pair: &PairEntry) -> Option<String> {
    let others: Vec<String> = others(wording, pair)
        .into_iter()
        .map(|other| {
            wording.text(
                "doc-plan-duty-other",
                &[
                    ("helper", &wording.helper(&other.helper)),
                    ("track", &wording.track(&other.track)),
                ],
            )
        })
        .collect();
    (!others.is_empty()).then(|| wording.list(&others))
}

/// People that others send to the recipient; nothing where there are none.
pub(super) fn other_people(wording: Wording<'_>, pair: &PairEntry) -> Option<String> {
    let others: Vec<String> = others(wording, pair)
        .into_iter()
        .filter_map(|other| {
            let persons = persons(wording, other);
            if persons.is_empty() {
                return None;
            }
            Some(wording.text(
                "doc-plan-people-other",
                &[
                    ("helper", &wording.helper(&other.helper)),
                    ("track", &wording.track(&other.track)),
                    ("persons", &help_words(wording, &persons)),
                ],
            ))
        })
        .collect();
    (!others.is_empty()).then(|| wording.list(&others))
}
