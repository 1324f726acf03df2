//! What is said about a recipient, a helper, a pair or a pair not formed, as blocks.

mod fairness;
mod helper;
mod outside;
mod pair;
mod pair_page;
mod recipient;
mod regret;
mod unformed;

pub(crate) use fairness::fairness_story;
pub(crate) use helper::helper_story;
pub(crate) use outside::Outside;
pub(crate) use pair::pair_story;
pub(crate) use recipient::{is_told_apart_by_prefecture, recipient_lead, recipient_story};
pub(crate) use regret::{backbone_story, costs_story, regret_story};
pub(crate) use unformed::{
    held_words, unformed_line, unformed_story, why_ruled_out, withdraw_lock,
};

use crate::block::{Align, Block};
use crate::phrase::{exclusion_sentence, now_words};
use crate::wording::Wording;
use crate::{Depth, number};
use jiedui_domain::undistinguished;
use jiedui_explain::dossier::{CandidateRow, ExcludedRow, OtherPair, PairEntry};

/// Heads of a table: catalogue keys, with `>` before those set to the right.
pub(crate) fn heads(wording: Wording<'_>, keys: &[&str]) -> Vec<(String, Align)> {
    keys.iter()
        .map(|key| match key.strip_prefix('>') {
            Some(key) => (wording.word(key), Align::Right),
            None => (wording.word(key), Align::Left),
        })
        .collect()
}

/// Heads of columns that hold nothing where no amounts are told.
const OF_AMOUNTS: [&str; 7] = [
    ">rep-head-budget",
    ">rep-head-coverage",
    ">rep-head-effort",
    ">rep-head-given",
    ">rep-head-need",
    ">rep-head-value",
    ">exp-head-capacity",
];

/// Whether the column of this head, with or without its alignment, tells of amounts.
pub(crate) fn is_of_amounts(key: &str) -> bool {
    let bare = key.trim_start_matches('>');
    let mut known = OF_AMOUNTS.iter();
    known.any(|known| known.trim_start_matches('>') == bare)
}

/// Heads of a table of tracks, with the amounts last.
pub(crate) const OF_TRACKS: [&str; 7] = [
    "rep-head-track",
    ">rep-head-pairs",
    ">rep-head-kept",
    ">rep-head-new",
    ">rep-head-ended",
    ">rep-head-helpers",
    ">rep-head-value",
];

/// Heads and cells of the columns that the policy has anything to tell in.
pub(crate) fn told_columns(
    wording: Wording<'_>,
    keys: &[&str],
    rows: Vec<Vec<String>>,
) -> (Vec<(String, Align)>, Vec<Vec<String>>) {
    let is_told = |key: &&str| wording.tells_amounts() || !is_of_amounts(key);
    let told = |row: Vec<String>| {
        let cells = row.into_iter().zip(keys);
        let cells = cells.filter(|(_, key)| is_told(key));
        cells.map(|(cell, _)| cell).collect()
    };
    let told_keys: Vec<&str> = keys.iter().copied().filter(is_told).collect();
    let rows = rows.into_iter().map(told).collect();
    (heads(wording, &told_keys), rows)
}

/// A table of these columns.
pub(crate) fn told_table(
    wording: Wording<'_>,
    keys: &[&str],
    rows: Vec<Vec<String>>,
) -> Option<Block> {
    let (heads, rows) = told_columns(wording, keys, rows);
    Block::table(heads, rows)
}

/// Excluded pairs, one row each, every reason in full.
fn excluded_table<'a>(
    wording: Wording<'_>,
    rows: impl Iterator<Item = &'a ExcludedRow>,
    name: impl Fn(&ExcludedRow) -> String,
) -> Option<Block> {
    let rows = rows.map(|row| {
        let reasons = row.reasons.iter();
        let reasons: Vec<String> = reasons
            .map(|reason| exclusion_sentence(wording, reason))
            .collect();
        vec![
            name(row),
            reasons.join(&wording.word("exp-reason-separator")),
        ]
    });
    reasons_table(wording, rows.collect())
}

/// Candidates that no plan can have, with the reason where the rules alone tell it.
fn ruled_out_table<'a>(
    wording: Wording<'_>,
    rows: impl Iterator<Item = &'a CandidateRow>,
    name: impl Fn(&CandidateRow) -> String,
) -> Option<Block> {
    let rows = rows.map(|row| {
        let why = why_ruled_out(wording, &row.helper, &row.recipient);
        let why = why.unwrap_or_else(|| wording.word("exp-ruled-out-together"));
        vec![name(row), why]
    });
    reasons_table(wording, rows.collect())
}

/// Those on the other side, each with the reasons.
fn reasons_table(wording: Wording<'_>, rows: Vec<Vec<String>>) -> Option<Block> {
    let heads = heads(wording, &["exp-head-party", "exp-head-reasons"]);
    Block::table(heads, rows)
}

/// Candidates that are not chosen, with their figures and what the party named in the row does now, under
/// its own head: a county that stood beside the pairs of the helper asked about would seem to help.
fn candidate_table<'a>(
    wording: Wording<'_>,
    rows: impl Iterator<Item = &'a CandidateRow>,
    name: impl Fn(&CandidateRow) -> String,
    (head, now): (&'static str, impl Fn(&CandidateRow) -> String),
) -> Option<Block> {
    let rows = rows
        .map(|row| {
            vec![
                name(row),
                row.distance_km.map_or_else(|| "–".to_owned(), number::km),
                number::fit(row.fit),
                number::money(number::spendable(row.capacity_wan)),
                now(row),
            ]
        })
        .collect();
    told_table(
        wording,
        &[
            "exp-head-party",
            ">exp-head-km",
            ">exp-head-fit",
            ">exp-head-capacity",
            head,
        ],
        rows,
    )
}

/// Whom the helper of a candidate helps now.
fn helps_now(wording: Wording<'_>, row: &CandidateRow) -> String {
    let pairs = wording.dossier.pairs_of_helper(&row.helper);
    let now: Vec<OtherPair> = pairs
        .map(|pair| OtherPair {
            recipient: pair.recipient.clone(),
            value_wan: pair.value_wan,
        })
        .collect();
    now_words(wording, &now)
}

/// Who of the helper's track helps the recipient of a candidate now.
fn helped_now(wording: Wording<'_>, row: &CandidateRow) -> String {
    let dossier = wording.dossier;
    let track = dossier.helper(&row.helper).map(|helper| &helper.track);
    let pairs = dossier.pairs_of_recipient(&row.recipient);
    let of_track = pairs.filter(|pair| Some(&pair.track) == track);
    let helpers: Vec<String> = of_track.map(|pair| wording.helper(&pair.helper)).collect();
    if helpers.is_empty() {
        return wording.word("exp-helped-by-nobody");
    }
    wording.list(&helpers)
}

/// The name of a party with its code, which is not told again behind a name that it tells apart.
fn named_with_code(wording: Wording<'_>, key: &str, name: &str, code: &str) -> String {
    let shown = wording.own(name);
    if undistinguished(name, code, "") != name {
        return shown;
    }
    wording.text(key, &[("name", &shown), ("code", &wording.own(code))])
}

/// Whether a depth shows more than a page.
fn is_full(depth: Depth) -> bool {
    depth == Depth::Full
}

/// The text that is true of this dossier: of all candidates, or of those listed where the plan was sought
/// among some only.
fn of_all_or_listed(
    wording: Wording<'_>,
    of_all: &'static str,
    of_listed: &'static str,
) -> &'static str {
    if wording.dossier.run.shortlist.is_some() {
        of_listed
    } else {
        of_all
    }
}

/// Why nobody else is named: there is nobody, or all others help there already.
fn nobody_else(wording: Wording<'_>, pair: &PairEntry) -> String {
    let dossier = wording.dossier;
    let of_track = |helper: &str| {
        let helper = dossier.helper(helper);
        helper.is_some_and(|helper| helper.track == pair.track)
    };
    let mut here = dossier.pairs_of_recipient(&pair.recipient);
    let has_others = here.any(|other| other.track == pair.track && other.helper != pair.helper);
    let mut ruled_out = dossier.ruled_out();
    if !has_others && ruled_out.any(|row| row.recipient == pair.recipient && of_track(&row.helper))
    {
        return wording.word("exp-alternatives-ruled-out");
    }
    let (all, listed) = if has_others {
        (
            "exp-alternatives-all-here",
            "exp-alternatives-all-here-listed",
        )
    } else {
        ("exp-alternatives-none", "exp-alternatives-none-listed")
    };
    wording.word(of_all_or_listed(wording, all, listed))
}
