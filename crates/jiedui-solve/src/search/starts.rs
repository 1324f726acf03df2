//! Where searches start: plans in hand, matchings that pricing found, pairs that the mix uses.

use super::aim::Start;
use super::landscape::Landscape;
use crate::decomposition::blocks::{Blocks, TrackBlock};
use crate::decomposition::generation::Generation;
use crate::decomposition::pricing::Pattern;
use crate::matching::{NO_PAIR, best_matching};
use jiedui_domain::Id;
use jiedui_model::ColumnId;
use std::collections::{BTreeMap, BTreeSet};

/// Steps in which shares of the mix are counted as whole numbers.
const MIX_STEPS: f64 = 1e6;
/// Patterns kept for the next tier besides those of the mix.
const LATEST: usize = 160;

/// Per track, the pattern with the greatest share of the mix: a whole set of pairs.
pub fn best_patterns(blocks: &Blocks, generation: &Generation) -> Vec<ColumnId> {
    let mut pairs = Vec::new();
    for (track, block) in blocks.tracks.iter().enumerate() {
        if !block.portfolios.is_empty() || (blocks.is_large && generation.mix.is_some()) {
            // Helpers are priced one by one, so no pattern is a whole set; and of the many patterns that a
            // large track mixes, none is near the mix.
            let votes = votes_of(track, generation);
            let share = |pair: ColumnId| match &generation.mix {
                Some(mix) => mix[pair.index()],
                None => votes.get(&pair).copied().unwrap_or(0.0),
            };
            pairs.extend(nearest_matching(block, share));
            continue;
        }
        let own = generation
            .patterns
            .iter()
            .zip(&generation.shares)
            .filter(|(pattern, _)| pattern.track == track);
        if let Some((pattern, _)) = own.max_by(|a, b| a.1.total_cmp(b.1)) {
            let columns: BTreeSet<ColumnId> = block.pairs.iter().map(|pair| pair.pair).collect();
            pairs.extend(
                pattern
                    .values
                    .iter()
                    .map(|(column, _)| *column)
                    .filter(|column| columns.contains(column)),
            );
        }
    }
    pairs.sort();
    pairs
}

/// How often the patterns of a track use each column: what stands for the mix where there is none yet.
fn votes_of(track: usize, generation: &Generation) -> BTreeMap<ColumnId, f64> {
    let mut votes = BTreeMap::new();
    let own = generation.patterns.iter();
    for pattern in own.filter(|pattern| pattern.track == track) {
        for (column, _) in &pattern.values {
            *votes.entry(*column).or_insert(0.0) += 1.0;
        }
    }
    votes
}

/// Of all sets of pairs within the quotas, the one that keeps most of a plan; what is to be added
/// follows the mix.
pub fn nearest_pairs(blocks: &Blocks, plan: &[f64], generation: &Generation) -> Vec<ColumnId> {
    let empty = Vec::new();
    let mix = generation.mix.as_ref().unwrap_or(&empty);
    let share = |pair: ColumnId| mix.get(pair.index()).copied().unwrap_or(0.0);
    let worth = |pair: ColumnId| share(pair) + if plan[pair.index()] > 0.5 { 10.0 } else { 0.0 };
    let tracks = blocks.tracks.iter();
    let mut pairs: Vec<ColumnId> = tracks
        .flat_map(|track| nearest_matching(track, worth))
        .collect();
    pairs.sort();
    pairs
}

/// The set of pairs of a track within all quotas that is worth most.
fn nearest_matching(block: &TrackBlock, worth: impl Fn(ColumnId) -> f64) -> Vec<ColumnId> {
    let mut weights = vec![NO_PAIR; block.shape.rows.len() * block.helpers.len()];
    let mut pair_of = vec![None; weights.len()];
    for pair in &block.pairs {
        weights[pair.cell] = (worth(pair.pair) * MIX_STEPS).round() as i64;
        pair_of[pair.cell] = Some(pair.pair);
    }
    let found = best_matching(&block.shape, &weights);
    found.map_or_else(Vec::new, |matching| {
        let cells = matching.pairs.iter();
        cells
            .filter_map(|(row, column)| pair_of[row * block.helpers.len() + column])
            .collect()
    })
}

/// The patterns that the next tier starts from: those of the mix and the latest.
pub fn worth_keeping(generation: &Generation) -> Vec<Pattern> {
    let recent = generation.patterns.len().saturating_sub(LATEST);
    let known = generation
        .patterns
        .iter()
        .zip(&generation.shares)
        .enumerate();
    known
        .filter(|(index, (_, share))| *index >= recent || **share > 1e-9)
        .map(|(_, (pattern, _))| pattern.clone())
        .collect()
}

/// The spots that the mix uses.
pub fn favoured(landscape: &Landscape, generation: &Generation) -> Vec<usize> {
    let Some(mix) = &generation.mix else {
        return Vec::new();
    };
    (0..landscape.spots.len())
        .filter(|spot| mix[landscape.spots[*spot].pair.index()] > 1e-6)
        .collect()
}

/// By spot: whether a plan forms it.
pub fn formed_in(landscape: &Landscape, values: &[f64]) -> Vec<bool> {
    let spots = landscape.spots.iter();
    spots.map(|spot| values[spot.pair.index()] > 0.5).collect()
}

/// The pairs of a start, ascending.
pub fn pairs_in(landscape: &Landscape, start: &Start) -> Vec<ColumnId> {
    let spots = start.iter().map(|(spot, _)| &landscape.spots[*spot]);
    let mut pairs: Vec<ColumnId> = spots.map(|spot| spot.pair).collect();
    pairs.sort();
    pairs
}

/// A plan as a start: each pair with the part of its helper's means that it uses there.
pub fn start_from(landscape: &Landscape, values: &[f64]) -> Start {
    let used = |spot: usize| -> f64 {
        landscape.spots[spot]
            .help
            .iter()
            .map(|(column, value)| values[column.index()] * value)
            .sum()
    };
    let formed: Vec<usize> = (0..landscape.spots.len())
        .filter(|spot| values[landscape.spots[*spot].pair.index()] > 0.5)
        .collect();
    formed
        .iter()
        .map(|spot| {
            let of_helper = || {
                let own = &landscape.spots[*spot];
                formed.iter().filter(move |other| {
                    let other = &landscape.spots[**other];
                    (other.track, other.column) == (own.track, own.column)
                })
            };
            let total: f64 = of_helper().map(|other| used(*other)).sum();
            let pairs = of_helper().count();
            let share = if pairs == 1 {
                1.0
            } else if total > 0.0 {
                used(*spot) / total
            } else {
                1.0 / pairs as f64
            };
            (*spot, share)
        })
        .collect()
}

/// A set of pairs near a plan as a start: helpers split what they have as in the plan, as far as their
/// pairs are the same.
pub fn start_near(landscape: &Landscape, plan: &[f64], pairs: &[ColumnId]) -> Start {
    let planned = start_from(landscape, plan);
    let mut near = start_of(landscape, pairs);
    let helper = |spot: usize| (landscape.spots[spot].track, landscape.spots[spot].column);
    let spots_of = |start: &Start, of: (usize, usize)| -> Vec<usize> {
        let spots = start.iter().map(|(spot, _)| *spot);
        spots.filter(|spot| helper(*spot) == of).collect()
    };
    let even = near.clone();
    for (spot, share) in &mut near {
        let own = helper(*spot);
        if *share < 1.0
            && spots_of(&planned, own) == spots_of(&even, own)
            && let Some((_, known)) = planned.iter().find(|(other, _)| other == spot)
        {
            *share = *known;
        }
    }
    near
}

/// A set of pairs as a start: helpers split what they have evenly.
pub fn start_of(landscape: &Landscape, pairs: &[ColumnId]) -> Start {
    let formed: Vec<usize> = (0..landscape.spots.len())
        .filter(|spot| pairs.binary_search(&landscape.spots[*spot].pair).is_ok())
        .collect();
    let helper = |spot: usize| (landscape.spots[spot].track, landscape.spots[spot].column);
    formed
        .iter()
        .map(|spot| {
            let pairs = formed
                .iter()
                .filter(|other| helper(**other) == helper(*spot))
                .count();
            (*spot, 1.0 / pairs as f64)
        })
        .collect()
}
