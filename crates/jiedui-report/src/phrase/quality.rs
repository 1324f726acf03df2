//! How much of a figure rests on estimates.

use crate::number;
use crate::wording::Wording;
use jiedui_explain::dossier::ValueByBasis;

/// The plan's value by basis, as a warning; `None` where all is published.
pub(crate) fn data_warning(wording: Wording<'_>) -> Option<String> {
    let by_basis = &wording.dossier.data_quality.value_by_basis;
    by_basis
        .share_not_published()
        .filter(|share| *share > 0.0)?;
    Some(sentence(wording, "rep-data-warning", by_basis))
}

/// The value of a pair or a plan by basis; `None` where there is no value.
pub(crate) fn basis_sentence(wording: Wording<'_>, by_basis: &ValueByBasis) -> Option<String> {
    by_basis.share_not_published()?;
    Some(sentence(wording, "exp-basis", by_basis))
}

/// The name of a table of the input. A dossier may come from another version of the program: an
/// unknown table has no text of its own.
pub(crate) fn table_name(wording: Wording<'_>, table: &str) -> String {
    let known = match table {
        "places" | "helpers" | "needs" | "supply" | "pairs" | "roads" | "history" => table,
        _ => "other",
    };
    wording.word(&format!("rep-table-{known}"))
}

fn sentence(wording: Wording<'_>, key: &str, by_basis: &ValueByBasis) -> String {
    let share = |value: f64| number::percent(value / by_basis.total());
    wording.text(
        key,
        &[
            ("published", &share(by_basis.published)),
            ("estimated", &share(by_basis.estimated)),
            ("illustrative", &share(by_basis.illustrative)),
            ("unstated", &share(by_basis.unstated)),
        ],
    )
}
