//! First prices for programs with many coupling rows: few prices first, then ever more.
//!
//! Rows of one kind (the needs in one sector, the definitions of one floor) are added up to one row, each
//! weighted so that a 万元 counts alike in all of them. The program that is left is a relaxation with a
//! master of some twenty rows, which settles in a few rounds; its prices, handed down to the rows, are
//! prices of the program itself, and its patterns are patterns of the program. Then every sum of rows is
//! split in parts by how far its rows are overdrawn in the mix, and so on: what is needed of single rows is
//! sought last, from prices that are nearly right.
//!
//! Aggregation of rows and its refinement: Zipkin 1980; for column generation Elhallaoui et al. 2005, whose
//! dynamic aggregation this resembles.

use super::blocks::{Blocks, CouplingRow};
use super::generation::{GenerationLimits, Warm, generate_from};
use super::pricing::Pattern;
use crate::error::SolveError;
use crate::search::starts::worth_keeping;
use crate::start::PriceName;
use crate::watch::Watch;
use jiedui_domain::Id;
use jiedui_model::RowKey;
use std::collections::BTreeMap;

/// Where a sum of rows is split, in parts of its rows from the least overdrawn on: few rows at the ends, since
/// those are what the mix is most wrong about.
const CUTS: [f64; 4] = [1.0 / 16.0, 1.0 / 4.0, 3.0 / 4.0, 15.0 / 16.0];
/// Sums at most; beyond that the rows themselves are priced.
const MOST_SUMS: usize = 1_000;
/// Rounds at one level.
const ROUNDS: usize = 25;
/// How far bound and mix of a level may differ, in gaps of the last one.
const LOOSER: f64 = 10.0;

/// Prices of the coupling rows with the patterns found on the way; `None` if some track has no matching.
///
/// *Errors:* [`SolveError::BackEnd`] where the master is refused.
pub fn first_prices(
    blocks: &Blocks,
    objective: &[f64],
    patterns: Vec<Pattern>,
    limits: GenerationLimits,
    watch: &dyn Watch,
) -> Result<Option<Warm>, SolveError> {
    let limits = GenerationLimits::new(limits.rounds.min(ROUNDS), limits.gap * LOOSER);
    let weights = weights_of(blocks);
    let mut sums = Sums::by_kind(blocks);
    let mut known = Warm {
        patterns,
        prices: None,
    };
    let mut best = f64::INFINITY;
    loop {
        let coarse = sums.of(blocks, &weights);
        let prices = known.prices.take();
        let above = Warm {
            patterns: known.patterns,
            prices: prices
                .as_ref()
                .map(|prices| sums.gathered(prices, &weights)),
        };
        let Some(found) = generate_from(&coarse, objective, above, limits, watch)? else {
            return Ok(None);
        };
        known = Warm {
            patterns: worth_keeping(&found),
            prices: if found.bound < best {
                Some(sums.handed_down(&found.prices, &weights))
            } else {
                prices
            },
        };
        best = best.min(found.bound);
        let finer = sums.split(blocks, found.mix.as_deref());
        if finer.count > MOST_SUMS || finer.count == sums.count || watch.stop().is_some() {
            return Ok(Some(known));
        }
        sums = finer;
    }
}

/// What a row's figures are multiplied by in its sum: what makes a unit of a pair's help count 1 for each
/// unit of its value.
fn weights_of(blocks: &Blocks) -> Vec<f64> {
    let mut value_of = vec![0.0; blocks.entries.len()];
    for pair in blocks.tracks.iter().flat_map(|track| &track.pairs) {
        value_of[pair.pair.index()] = 1.0;
        for cell in &pair.help {
            value_of[cell.column.index()] = cell.value;
        }
    }
    let mut sizes = vec![(0.0, 0.0); blocks.rows.len()];
    for (entries, value) in blocks.entries.iter().zip(value_of) {
        if value > 0.0 {
            for (row, entry) in entries {
                let (sum, count) = &mut sizes[*row as usize];
                *sum += entry.abs() / value;
                *count += 1.0;
            }
        }
    }
    let weight = |(sum, count): (f64, f64)| if sum > 0.0 { count / sum } else { 1.0 };
    sizes.into_iter().map(weight).collect()
}

/// Which sum each coupling row belongs to.
#[derive(Debug)]
struct Sums {
    of_row: Vec<usize>,
    count: usize,
}

impl Sums {
    /// One sum for all rows that differ in the recipient or the helper only.
    fn by_kind(blocks: &Blocks) -> Self {
        let mut numbers = BTreeMap::new();
        let of_row = blocks.rows.iter().map(|row| {
            let next = numbers.len();
            *numbers.entry(kind_of(row)).or_insert(next)
        });
        Self {
            of_row: of_row.collect(),
            count: numbers.len(),
        }
    }

    /// The blocks with sums in place of the rows.
    fn of(&self, blocks: &Blocks, weights: &[f64]) -> Blocks {
        let mut rows: Vec<Option<CouplingRow>> = vec![None; self.count];
        for ((row, sum), weight) in blocks.rows.iter().zip(&self.of_row).zip(weights) {
            let sum = rows[*sum].get_or_insert_with(|| CouplingRow {
                lower: 0.0,
                upper: 0.0,
                ..row.clone()
            });
            sum.lower += weight * row.lower;
            sum.upper += weight * row.upper;
        }
        let entries = blocks.entries.iter().map(|entries| {
            let mut added: BTreeMap<u32, f64> = BTreeMap::new();
            for (row, entry) in entries {
                let row = *row as usize;
                *added.entry(self.of_row[row] as u32).or_default() += weights[row] * entry;
            }
            added.into_iter().collect()
        });
        Blocks {
            tracks: blocks.tracks.clone(),
            rows: rows.into_iter().flatten().collect(),
            entries: entries.collect(),
            free: blocks.free.clone(),
            columns: blocks.columns,
            floors: blocks.floors.clone(),
            is_large: blocks.is_large,
        }
    }

    /// Prices of the rows that say the same as these of the sums.
    fn handed_down(&self, prices: &[f64], weights: &[f64]) -> Vec<f64> {
        let rows = self.of_row.iter().zip(weights);
        rows.map(|(sum, weight)| prices[*sum] * weight).collect()
    }

    /// Prices of the sums that come near these of the rows.
    fn gathered(&self, prices: &[f64], weights: &[f64]) -> Vec<f64> {
        let mut gathered = vec![(0.0, 0.0); self.count];
        for ((sum, price), weight) in self.of_row.iter().zip(prices).zip(weights) {
            gathered[*sum].0 += price / weight;
            gathered[*sum].1 += 1.0;
        }
        let mean = |(sum, count): (f64, f64)| sum / f64::max(count, 1.0);
        gathered.into_iter().map(mean).collect()
    }

    /// Every sum in parts, of rows that the mix overdraws alike.
    fn split(&self, blocks: &Blocks, mix: Option<&[f64]>) -> Self {
        let mut drawn = vec![0.0; blocks.rows.len()];
        if let Some(mix) = mix {
            for (entries, value) in blocks.entries.iter().zip(mix) {
                for (row, entry) in entries {
                    drawn[*row as usize] += entry * value;
                }
            }
        }
        let beyond = |row: usize| {
            let limit = &blocks.rows[row];
            let side = if limit.upper.is_finite() {
                limit.upper
            } else {
                limit.lower
            };
            drawn[row] - side
        };
        let mut members = vec![Vec::new(); self.count];
        for (row, sum) in self.of_row.iter().enumerate() {
            members[*sum].push(row);
        }
        let mut split = Self {
            of_row: vec![0; self.of_row.len()],
            count: 0,
        };
        for mut rows in members {
            rows.sort_by(|one, other| beyond(*one).total_cmp(&beyond(*other)).then(one.cmp(other)));
            let mut start = 0;
            for cut in CUTS.into_iter().chain([1.0]) {
                let end = (cut * rows.len() as f64).ceil() as usize;
                if end > start {
                    for row in &rows[start..end] {
                        split.of_row[*row] = split.count;
                    }
                    split.count += 1;
                    start = end;
                }
            }
        }
        split
    }
}

/// What rows have in common that may be added up: all but the recipient or helper, and which sides they have.
fn kind_of(row: &CouplingRow) -> (String, bool, bool) {
    let kind = match row.name {
        PriceName::Kept(tier) => format!("kept {tier}"),
        PriceName::Lacking(track, threshold) => format!("lacking {} {threshold}", track.index()),
        PriceName::Row(family, key) => {
            let rest = match key {
                RowKey::RecipientSector(_, sector) => format!("r{}", sector.index()),
                RowKey::HelperSector(_, sector) => format!("h{}", sector.index()),
                RowKey::Helper(_) => "h".to_owned(),
                RowKey::RecipientTrack(_, track) => format!("t{}", track.index()),
                RowKey::ObjectiveRecipient(objective, _) => format!("or{objective}"),
                RowKey::ObjectiveHelper(objective, _) => format!("oh{objective}"),
                // Rows of their own.
                _ => format!("{key:?}"),
            };
            format!("{family:?} {rest}")
        }
    };
    (kind, row.lower.is_finite(), row.upper.is_finite())
}
