//! How often a pair stands when the figures vary, and the figures that its loss goes with.
//!
//! Shares are counted over random runs and told with their interval; a figure is named only where its
//! correlation is more than chance explains, and as going together, never as a cause.

use crate::clean::{Medium, clean};
use crate::number;
use crate::wording::Wording;
use jiedui_explain::scenarios::{CellName, CellWeight, Stability};
use jiedui_messages::{Lang, catalogue};

/// A sentence for each random set: how often this pair of the plan stays, and the figures to check
/// first, at most `cells`.
pub(crate) fn survival(
    wording: Wording<'_>,
    helper: &str,
    recipient: &str,
    cells: usize,
) -> Vec<String> {
    let mut sentences = Vec::new();
    for account in &wording.dossier.stability {
        let Some(found) = account.pair(helper, recipient) else {
            continue;
        };
        let shares = Shares {
            counted: found.kept,
            share: found.share,
            low: found.low,
            high: found.high,
        };
        sentences.push(counted(wording, "exp-stability-kept", account, shares));
        let beyond = found.cells.iter().filter(|weight| weight.beyond_chance);
        for weight in beyond.take(cells) {
            let cell = cell_weight(wording.lang, wording.medium, weight, |kind, code| {
                named(wording, kind, code)
            });
            sentences.push(wording.text("exp-stability-cell", &[("cell", &cell)]));
        }
    }
    sentences
}

/// The shares alone, for a line; `None` without a random set.
pub(crate) fn survival_short(
    wording: Wording<'_>,
    helper: &str,
    recipient: &str,
) -> Option<String> {
    let accounts = wording.dossier.stability.iter();
    let shares: Vec<String> = accounts
        .filter_map(|account| account.pair(helper, recipient))
        .map(|found| {
            wording.text(
                "exp-stability-short",
                &[
                    ("share", &number::percent(found.share)),
                    ("low", &number::percent(found.low)),
                    ("high", &number::percent(found.high)),
                ],
            )
        })
        .collect();
    (!shares.is_empty()).then(|| wording.list(&shares))
}

/// A sentence for each random set: how often a pair that this plan does not have comes in.
pub(crate) fn coming_in(wording: Wording<'_>, helper: &str, recipient: &str) -> Vec<String> {
    let accounts = wording.dossier.stability.iter();
    accounts
        .map(|account| match account.newcomer(helper, recipient) {
            Some(found) => {
                let shares = Shares {
                    counted: found.formed,
                    share: found.share,
                    low: found.low,
                    high: found.high,
                };
                counted(wording, "exp-stability-formed", account, shares)
            }
            None => {
                let (low, high) = account.never();
                let shares = Shares {
                    counted: 0,
                    share: 0.0,
                    low,
                    high,
                };
                counted(wording, "exp-stability-formed", account, shares)
            }
        })
        .collect()
}

/// What was counted over the runs.
struct Shares {
    counted: usize,
    share: f64,
    low: f64,
    high: f64,
}

fn counted(wording: Wording<'_>, key: &str, account: &Stability, shares: Shares) -> String {
    wording.text(
        key,
        &[
            ("group", &wording.own(&account.group)),
            ("cells", &number::count(account.cells)),
            ("runs", &number::count(account.runs)),
            ("counted", &number::count(shares.counted)),
            ("share", &number::percent(shares.share)),
            ("low", &number::percent(shares.low)),
            ("high", &number::percent(shares.high)),
        ],
    )
}

/// What a text in a row's key stands for, where the dossier knows it.
fn named(wording: Wording<'_>, column: &str, text: &str) -> String {
    match column {
        "sector" => wording.sector(text),
        "track" => wording.track(text),
        _ if wording.dossier.helper(text).is_some() => wording.helper(text),
        _ => wording.recipient(text),
    }
}

/// A cell, and how it goes with the loss; `name` tells what a text in its row's key stands for.
pub(crate) fn cell_weight(
    lang: Lang,
    medium: Medium,
    weight: &CellWeight,
    name: impl Fn(&str, &str) -> String,
) -> String {
    let key = if weight.correlation > 0.0 {
        "wi-cell-larger"
    } else {
        "wi-cell-smaller"
    };
    let size = format!("{:.2}", weight.correlation.abs());
    let percent = |factor: f64| number::percent_signed(factor - 1.0);
    catalogue(lang).text(
        key,
        &[
            ("cell", &cell_name(lang, medium, &weight.cell, name)),
            ("correlation", &size),
            ("lost", &percent(weight.mean_lost)),
            ("kept", &percent(weight.mean_kept)),
        ],
    )
}

fn cell_name(
    lang: Lang,
    medium: Medium,
    cell: &CellName,
    name: impl Fn(&str, &str) -> String,
) -> String {
    let catalogue = catalogue(lang);
    let key: Vec<String> = cell
        .key
        .iter()
        .map(|(kind, text)| name(kind, text))
        .collect();
    let table = format!("rep-table-{}", cell.table);
    let table = if catalogue.has(&table) {
        catalogue.text(&table, &[])
    } else {
        clean(&cell.table, medium)
    };
    let row = key.join(&catalogue.text("rep-list-separator", &[]));
    catalogue.text(
        "wi-cell",
        &[
            ("table", &table),
            ("row", &row),
            ("column", &clean(&cell.column, medium)),
        ],
    )
}
