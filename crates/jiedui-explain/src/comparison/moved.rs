//! Pairs that moved, as chains, and help that changed.

use super::{AmountChange, ChainTold, SectorChange, TrackMoves};
use crate::chains::chains;
use crate::dossier::{Dossier, PairEntry};
use std::collections::{BTreeMap, BTreeSet};

/// Codes of helper and recipient.
type Pair<'a> = (&'a str, &'a str);

/// The chains of every track whose pairs moved.
pub(super) fn tracks(before: &Dossier, after: &Dossier) -> Vec<TrackMoves> {
    let known = after.tracks.iter().map(|track| track.code.as_str());
    let gone = before.tracks.iter().map(|track| track.code.as_str());
    let gone = gone.filter(|code| after.track(code).is_none());
    known
        .chain(gone)
        .filter_map(|track| moves_of(track, before, after))
        .collect()
}

fn moves_of(track: &str, before: &Dossier, after: &Dossier) -> Option<TrackMoves> {
    let (then, now) = (pairs_of(before, track), pairs_of(after, track));
    let kept = then.intersection(&now).count();
    let (ended, begun) = (then.len() - kept, now.len() - kept);
    let told = chains(&then, &now);
    let told = told.iter().map(ChainTold::from);
    (ended + begun > 0).then(|| TrackMoves {
        track: track.to_owned(),
        kept,
        ended,
        begun,
        chains: told.collect(),
    })
}

fn pairs_of<'a>(dossier: &'a Dossier, track: &str) -> BTreeSet<Pair<'a>> {
    let pairs = dossier.pairs.iter();
    pairs
        .filter(|pair| pair.track == track && !pair.divisible)
        .map(|pair| (pair.helper.as_str(), pair.recipient.as_str()))
        .collect()
}

/// Pairs of both sides whose help differs; in divisible tracks everything that differs.
pub(super) fn amounts(before: &Dossier, after: &Dossier) -> Vec<AmountChange> {
    let mut sides: BTreeMap<Pair<'_>, (Option<&PairEntry>, Option<&PairEntry>)> = BTreeMap::new();
    for pair in &before.pairs {
        sides.entry((&pair.helper, &pair.recipient)).or_default().0 = Some(pair);
    }
    for pair in &after.pairs {
        sides.entry((&pair.helper, &pair.recipient)).or_default().1 = Some(pair);
    }
    sides
        .into_values()
        .filter_map(|sides| match sides {
            (Some(then), Some(now)) if then.track == now.track => change(Some(then), Some(now)),
            (Some(then), None) if then.divisible => change(Some(then), None),
            (None, Some(now)) if now.divisible => change(None, Some(now)),
            _ => None,
        })
        .collect()
}

fn change(then: Option<&PairEntry>, now: Option<&PairEntry>) -> Option<AmountChange> {
    let mut sectors: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for help in then.iter().flat_map(|pair| &pair.help) {
        sectors.entry(&help.sector).or_default().0 = help.amount;
    }
    for help in now.iter().flat_map(|pair| &pair.help) {
        sectors.entry(&help.sector).or_default().1 = help.amount;
    }
    let sectors: Vec<SectorChange> = sectors
        .into_iter()
        // Amounts are decimals of two places, read back to the last bit.
        .filter(|(_, (before, after))| before != after)
        .map(|(sector, (before, after))| SectorChange {
            sector: sector.to_owned(),
            before,
            after,
        })
        .collect();
    let pair = then.or(now)?;
    (!sectors.is_empty()).then(|| AmountChange {
        helper: pair.helper.clone(),
        recipient: pair.recipient.clone(),
        track: pair.track.clone(),
        before_wan: then.map_or(0.0, |pair| pair.value_wan),
        after_wan: now.map_or(0.0, |pair| pair.value_wan),
        sectors,
    })
}
