//! Whom forming a pair, or giving it up, would move, in the plan that was worked out.

use super::chain::{AskedPair, chain_beginning, chain_sentence, move_words};
use crate::wording::Wording;
use jiedui_explain::chains::chains_by_track;
use jiedui_explain::comparison::ChainTold;
use jiedui_explain::dossier::PairRegret;
use std::collections::BTreeSet;

/// The chains of the plan worked out: those of the pair asked for, then the others.
fn told(wording: Wording<'_>, row: &PairRegret) -> (Vec<ChainTold>, Vec<ChainTold>) {
    let pairs = |end: bool| -> BTreeSet<(&str, &str)> {
        let moves = row.moves.iter();
        moves
            .filter_map(|one| {
                let place = if end { &one.from } else { &one.to };
                Some((one.helper.as_str(), place.as_deref()?))
            })
            .collect()
    };
    let track = |helper: &str| {
        let entry = wording.dossier.helper(helper);
        entry.map(|entry| entry.track.clone())
    };
    let told = chains_by_track(&pairs(true), &pairs(false), track);
    let told = told.iter().map(ChainTold::from);
    told.partition(|chain| {
        chain.moves.iter().any(|one| {
            let places = [one.from.as_deref(), one.to.as_deref()];
            one.helper == row.helper && places.contains(&Some(row.recipient.as_str()))
        })
    })
}

fn asked(row: &PairRegret) -> AskedPair<'_> {
    AskedPair {
        helper: &row.helper,
        recipient: &row.recipient,
        formed: !row.formed,
    }
}

/// The first moves that follow, in one sentence with the number of the others. Empty where no plan was
/// worked out.
pub(crate) fn page_moves(wording: Wording<'_>, row: &PairRegret, most: usize) -> Vec<String> {
    let (own, others) = told(wording, row);
    let besides = own.iter().skip(1).chain(&others);
    let besides = besides.map(|chain| chain.moves.len()).sum();
    let first = own.first().into_iter();
    first
        .map(|chain| chain_beginning(wording, asked(row), chain, most, besides))
        .collect()
}

/// Who would have to move in the plan worked out: the chain of the pair, then the others. Empty where
/// none was worked out.
pub(crate) fn move_sentences(wording: Wording<'_>, row: &PairRegret) -> Vec<String> {
    let (own, others) = told(wording, row);
    let asked = asked(row);
    let mut sentences: Vec<String> = own
        .iter()
        .map(|chain| chain_sentence(wording, asked, chain))
        .collect();
    let others: Vec<String> = others
        .iter()
        .flat_map(|chain| &chain.moves)
        .map(|one| move_words(wording, one))
        .collect();
    if !others.is_empty() {
        let moves = others.join(&wording.word("wn-move-separator"));
        sentences.push(wording.text("rg-moves-besides", &[("moves", &moves)]));
    }
    sentences
}

/// The moves that the plan found takes, in words; `None` where there are none.
pub(crate) fn moves_words(wording: Wording<'_>, row: &PairRegret) -> Option<String> {
    let moves: Vec<String> = row
        .moves
        .iter()
        .map(|one| {
            let name = |code: &Option<String>| {
                let code = code.as_deref();
                code.map_or_else(String::new, |code| wording.recipient(code))
            };
            let key = match (&one.from, &one.to) {
                (Some(_), Some(_)) => "rep-move",
                (None, _) => "rep-move-in",
                (_, None) => "rep-move-out",
            };
            wording.text(
                key,
                &[
                    ("helper", &wording.helper(&one.helper)),
                    ("from", &name(&one.from)),
                    ("to", &name(&one.to)),
                ],
            )
        })
        .collect();
    (!moves.is_empty()).then(|| moves.join(&wording.word("exp-reason-separator")))
}
