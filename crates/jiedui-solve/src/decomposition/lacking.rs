//! What a track leaves lacking of a floor that is kept, all other tracks must be able to bring.
//!
//! Where every recipient must get T and has one helper of a track at most, that helper gives x and the others must
//! bring T − x. Means are limited: any k recipients together get no more from the others than the k-fold best that
//! these have, so beyond any threshold t, Σ (T − x − t)⁺ is at most F(t) = max_k (the most at k recipients − k·t).
//! A mix of pairs that gives a recipient too much from one helper and too little from another evens out in a row
//! that adds them up; it does not in these, since what is lacking is counted within each pair.
//!
//! That the sums beyond all thresholds say the same as those of the k largest: majorization, Hardy, Littlewood,
//! Pólya: *Inequalities*, 1934.

use super::blocks::{Blocks, CouplingRow, TrackBlock};
use super::cutoff::{Cutoff, expression};
use crate::start::PriceName;
use jiedui_domain::{Id, Measure, RecipientId};
use jiedui_model::{ColumnId, Program, RowFamily, RowKey};
use std::collections::BTreeMap;

/// Thresholds lie on a grid of round numbers, so that those of a similar case are the same; its step is no
/// finer than this part of what they span.
const FINEST: f64 = 16.0;
/// Targets are eased by this share, so that rounding never cuts off a plan that just reaches them.
const EASE: f64 = 1e-7;
/// How far the worth of a 万元 of help may differ, relatively, and still count as the same.
const SAME: f64 = 1e-9;

/// What is lacking beside the pairs of a track.
#[derive(Clone, Debug)]
pub struct Lacking {
    /// By row of the track: what the recipient must get in all, 万元; 0 where nothing is asked.
    pub target: Vec<f64>,
    /// Thresholds, 万元, ascending, each with the column that counts what is lacking beyond it.
    pub beyond: Vec<(f64, ColumnId)>,
}

impl Lacking {
    /// What each column counts where the recipient of a row is given an amount, 万元.
    pub fn counted(&self, row: usize, given: f64) -> impl Iterator<Item = (ColumnId, f64)> {
        let lacking = self.target[row] - given;
        let beyond = self.beyond.iter();
        beyond.map(move |(threshold, column)| (*column, (lacking - threshold).max(0.0)))
    }
}

/// Adds a row for each threshold, and a column that counts for it, to the blocks of every track that is cut by
/// helpers, where the plans looked at reach a floor that help of all tracks counts for alike. Such rows of lower
/// floors give way.
pub(super) fn limit_lacking(program: &Program, blocks: &mut Blocks) {
    forget_lacking(blocks);
    let mut wanted: BTreeMap<RecipientId, Wanted> = BTreeMap::new();
    for floor in blocks.floors.clone() {
        for (recipient, more) in wanted_for(program, blocks, floor).unwrap_or_default() {
            let known = wanted.entry(recipient).or_insert(more);
            known.target = known.target.max(more.target);
        }
    }
    if wanted.is_empty() {
        return;
    }
    for index in 0..blocks.tracks.len() {
        let track = &blocks.tracks[index];
        let one_each = track.shape.rows.iter().all(|quota| quota.max <= 1);
        if track.portfolios.is_empty() || !one_each {
            continue;
        }
        let target = track.recipients.iter();
        let target: Vec<f64> = target
            .map(|recipient| wanted.get(recipient).map_or(0.0, |known| known.target))
            .collect();
        let Some(first) = track.pairs.first() else {
            continue;
        };
        let code = program.arcs()[first.arc].track;
        let elsewhere: f64 = wanted.values().map(|known| known.elsewhere).sum();
        let sums = most_at(blocks, index, elsewhere);
        let mut beyond = Vec::new();
        for threshold in thresholds(&sums) {
            let limit = most_beyond(&sums, threshold);
            if limit <= 0.0 {
                continue;
            }
            let row = u32::try_from(blocks.rows.len()).unwrap_or(u32::MAX);
            beyond.push((threshold, ColumnId::from_index(blocks.entries.len())));
            blocks.rows.push(CouplingRow {
                name: PriceName::Lacking(code, threshold as u64),
                scale: 1.0 / limit,
                lower: f64::NEG_INFINITY,
                upper: 1.0,
            });
            blocks.entries.push(vec![(row, 1.0 / limit)]);
        }
        blocks.tracks[index].lacking = Some(Lacking { target, beyond });
    }
}

/// They are the last of the rows, and their columns the last of the columns.
fn forget_lacking(blocks: &mut Blocks) {
    let is_other = |row: &CouplingRow| !matches!(row.name, PriceName::Lacking(..));
    blocks.rows.retain(is_other);
    blocks.entries.truncate(blocks.columns);
    for track in &mut blocks.tracks {
        track.lacking = None;
    }
}

/// What a floor asks for one recipient, 万元.
#[derive(Clone, Copy)]
struct Wanted {
    target: f64,
    /// The most that help of divisible tracks can bring.
    elsewhere: f64,
}

/// By recipient what a floor of coverage asks for; `None` where help of one track counts for more than that of
/// another.
fn wanted_for(
    program: &Program,
    blocks: &Blocks,
    floor: Cutoff,
) -> Option<BTreeMap<RecipientId, Wanted>> {
    let mut worth: BTreeMap<RecipientId, BTreeMap<ColumnId, f64>> = BTreeMap::new();
    for track in &blocks.tracks {
        for pair in &track.pairs {
            let recipient = track.recipients[pair.cell / track.helpers.len()];
            let cells = pair.help.iter().map(|cell| (cell.column, cell.value));
            worth.entry(recipient).or_default().extend(cells);
        }
    }
    let mut wanted = BTreeMap::new();
    for row in program.rows().values() {
        let (
            RowFamily::Measure(Measure::CoverageFloor),
            RowKey::ObjectiveRecipient(number, recipient),
        ) = (row.family, row.key)
        else {
            continue;
        };
        if number != floor.objective {
            continue;
        }
        let (counts, elsewhere) = expression(program, row)?;
        let mut rates = worth
            .get(&recipient)?
            .iter()
            .map(|(column, value)| counts.get(column).copied().unwrap_or(0.0) / value);
        let rate = rates.next()?;
        if rate <= 0.0 || rates.any(|other| (other - rate).abs() > SAME * rate) {
            return None;
        }
        let target = floor.at_least - EASE * (1.0 + floor.at_least.abs());
        wanted.insert(
            recipient,
            Wanted {
                target: target / rate,
                elsewhere: elsewhere / rate,
            },
        );
    }
    Some(wanted)
}

/// By number of recipients from 0: the most that all tracks but one could bring to so many together while all
/// others get their least number of pairs, 万元.
pub fn most_at(blocks: &Blocks, apart: usize, elsewhere: f64) -> Vec<f64> {
    let rows = blocks.tracks[apart].recipients.len();
    let mut sums = vec![elsewhere; rows + 1];
    sums[0] = 0.0;
    for (index, track) in blocks.tracks.iter().enumerate() {
        if index == apart {
            continue;
        }
        let places = places_of(track);
        let quotas = || track.shape.rows.iter();
        let least = quotas().map(|quota| quota.min).min().unwrap_or(0) as usize;
        let most = quotas().map(|quota| quota.max).max().unwrap_or(0) as usize;
        for (count, sum) in sums.iter_mut().enumerate() {
            let others = track.recipients.len().saturating_sub(count);
            let free = places.len().saturating_sub(least * others);
            *sum += places.iter().take(free.min(most * count)).sum::<f64>();
        }
    }
    sums
}

/// What each pair that the helpers of a track may have could bring at most, the greatest first.
fn places_of(track: &TrackBlock) -> Vec<f64> {
    let width = track.helpers.len();
    let mut most = vec![0.0_f64; width];
    let mut budget = vec![0.0_f64; width];
    for pair in &track.pairs {
        let full: f64 = pair
            .help
            .iter()
            .map(|cell| cell.capacity * cell.value)
            .sum();
        let column = pair.cell % width;
        most[column] = most[column].max(full.min(pair.most));
        budget[column] = budget[column].max(pair.most);
    }
    let mut places = Vec::new();
    for (column, quota) in track.shape.columns.iter().enumerate() {
        let mut left = budget[column];
        for _ in 0..quota.max {
            places.push(most[column].min(left));
            left -= most[column].min(left);
        }
    }
    places.sort_by(|a, b| b.total_cmp(a));
    places
}

/// The most that the others could bring beyond a threshold at each of any number of recipients.
fn most_beyond(sums: &[f64], threshold: f64) -> f64 {
    let beyond = sums.iter().enumerate();
    beyond
        .map(|(count, sum)| sum - count as f64 * threshold)
        .fold(0.0, f64::max)
}

/// Round numbers between what one recipient more could get at the last and at the first, and nothing.
fn thresholds(sums: &[f64]) -> Vec<f64> {
    let steps = sums.windows(2).map(|pair| pair[1] - pair[0]);
    let (low, high) = steps.fold((f64::INFINITY, 0.0_f64), |(low, high), step| {
        (low.min(step), high.max(step))
    });
    let mut thresholds = vec![0.0];
    let finest = (high - low) / FINEST;
    if finest > 0.0 {
        let power = 10.0_f64.powf(finest.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0]
            .map(|part| part * power)
            .into_iter()
            .find(|step| *step >= finest);
        // Whole 万元 at least.
        let step = step.unwrap_or(finest).max(1.0).round();
        let mut next = (low / step).floor() * step;
        while next < high {
            if next > 0.0 {
                thresholds.push(next);
            }
            next += step;
        }
    }
    thresholds
}
