//! What came of a run as a whole: who is served, what the check says, how the search ended.

use crate::number;
use crate::wording::Wording;
use jiedui_domain::Termination;
use jiedui_explain::Dossier;

/// Who is served, with what if not with help, what the check says, how the search ended.
pub(crate) fn verdict(wording: Wording<'_>) -> Vec<String> {
    let rules = wording.dossier.run.rules_checked.len().to_string();
    let checked = wording.text("rep-summary-verified", &[("rules", &rules)]);
    let needless = wording.lacks_needs();
    std::iter::once(served(wording))
        .chain(needless.then(|| wording.word("rep-no-needs")))
        .chain([checked])
        .chain(how_it_ended(wording))
        .collect()
}

/// Whether everybody has as many pairs as asked for, and how many there are.
fn served(wording: Wording<'_>) -> String {
    let dossier = wording.dossier;
    let mut tracks = dossier.tracks.iter();
    let quotas = tracks.all(|track| track.all_recipients_within_quota);
    let key = match (wording.forms_pairs(), quotas) {
        (false, _) => "rep-summary-served-shared",
        (true, true) => "rep-summary-served",
        (true, false) => "rep-summary-served-short",
    };
    let recipients = number::count(dossier.recipients.len());
    let pairs = number::count(formed_pairs(dossier));
    wording.text(key, &[("recipients", &recipients), ("pairs", &pairs)])
}

/// Pairs of the plan, without the help of divisible tracks.
pub(crate) fn formed_pairs(dossier: &Dossier) -> usize {
    dossier.pairs.iter().filter(|pair| !pair.divisible).count()
}

/// How the search ended, and among how many candidates it was where that were not all.
fn how_it_ended(wording: Wording<'_>) -> Vec<String> {
    let ended = wording.word(termination_key(wording.dossier.run.termination));
    std::iter::once(ended)
        .chain(sought_among(wording))
        .collect()
}

/// Among how many of its candidates the plan was sought, where that were not all.
pub(crate) fn sought_among(wording: Wording<'_>) -> Option<String> {
    let shortlist = wording.dossier.run.shortlist?;
    Some(wording.text(
        "rep-shortlist",
        &[
            ("listed", &number::count(shortlist.listed)),
            ("candidates", &number::count(shortlist.candidates)),
        ],
    ))
}

/// The sentence on how the search ended.
fn termination_key(termination: Termination) -> &'static str {
    match termination {
        Termination::Optimal => "rep-termination-optimal",
        Termination::EffortSpent => "rep-termination-effort-spent",
        Termination::TimeLimit => "rep-termination-time-limit",
        Termination::Interrupted => "rep-termination-interrupted",
    }
}
