//! What a floor that must be reached says about single pairs.
//!
//! If every recipient must get at least T, then a pair must bring what all other pairs that the
//! recipient may have could not: T less the best that they can do. A pair that cannot bring it is
//! left out, the others get a higher least amount. No plan that reaches T is lost, and the fractional
//! mix can no longer count a token share of a weak pair as the pair.

use super::blocks::{PairBlock, TrackBlock};
use jiedui_domain::{RecipientId, RuleFamily, SectorId};
use jiedui_model::{ArcId, ColumnId, ColumnKind, Program, Row, RowFamily, RowKey};
use std::collections::{BTreeMap, BTreeSet};

/// Requirements are eased by this share, so that rounding never cuts off a plan that just reaches T.
const EASE: f64 = 1e-7;

/// A floor that every recipient must reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cutoff {
    /// The objective whose floor it is.
    pub objective: usize,
    /// T, in the floor's own scale.
    pub at_least: f64,
}

/// Need by recipient and sector.
type Needs = BTreeMap<(RecipientId, SectorId), f64>;

/// What one pair can bring to its recipient's expression.
struct Reach {
    most: f64,
    /// Expression per unit of value, where it is the same for all help of the pair; else 0.
    rate: f64,
}

/// Tightens the pairs of all tracks.
pub fn tighten(program: &Program, tracks: &mut [TrackBlock], cutoff: Cutoff) {
    let needs = needs_of(program);
    for row in program.rows().values() {
        let (RowFamily::Measure(_), RowKey::ObjectiveRecipient(objective, recipient)) =
            (row.family, row.key)
        else {
            continue;
        };
        if objective != cutoff.objective {
            continue;
        }
        let Some((coefficients, elsewhere)) = expression(program, row) else {
            continue;
        };
        let target = cutoff.at_least - EASE * (1.0 + cutoff.at_least.abs());
        let together = Together::new(program, &needs, tracks, recipient, &coefficients);
        tighten_recipient(
            tracks,
            recipient,
            &coefficients,
            target - elsewhere,
            &together,
        );
    }
}

/// What a row compares with a floor: by column of a track with pairs what it counts, and the most that help
/// of divisible tracks brings besides. `None` if the row speaks of no floor.
pub(super) fn expression(program: &Program, row: &Row) -> Option<(BTreeMap<ColumnId, f64>, f64)> {
    let is_extreme =
        |column: ColumnId| matches!(program.columns()[column].kind, ColumnKind::Extreme(_));
    let (_, sign) = row.terms.iter().find(|(column, _)| is_extreme(*column))?;
    let mut coefficients = BTreeMap::new();
    let mut elsewhere = 0.0;
    for (column, coefficient) in &row.terms {
        let own = -coefficient / sign;
        match program.columns()[*column].kind {
            ColumnKind::Help(arc, _) if program.arcs()[arc].pair.is_none() => {
                elsewhere += (own * program.columns()[*column].upper).max(0.0);
            }
            ColumnKind::Pair(_) | ColumnKind::Help(..) => {
                coefficients.insert(*column, own);
            }
            _ => {}
        }
    }
    Some((coefficients, elsewhere))
}

fn tighten_recipient(
    tracks: &mut [TrackBlock],
    recipient: RecipientId,
    coefficients: &BTreeMap<ColumnId, f64>,
    target: f64,
    together: &Together,
) {
    // Per track: the reaches of the recipient's pairs, best first, and how many it may have.
    let mut reaches: Vec<(Vec<f64>, usize)> = Vec::with_capacity(tracks.len());
    for track in tracks.iter() {
        let Some(row) = track
            .recipients
            .iter()
            .position(|known| *known == recipient)
        else {
            reaches.push((Vec::new(), 0));
            continue;
        };
        let width = track.helpers.len();
        let mut known: Vec<f64> = track
            .pairs
            .iter()
            .filter(|pair| pair.cell / width == row)
            .map(|pair| reach(pair, coefficients).most.max(0.0))
            .collect();
        known.sort_by(|a, b| b.total_cmp(a));
        reaches.push((known, track.shape.rows[row].max as usize));
    }
    let best: Vec<f64> = reaches
        .iter()
        .map(|(known, most)| known.iter().take(*most).sum())
        .collect();
    let all: f64 = best.iter().sum();
    for (index, track) in tracks.iter_mut().enumerate() {
        let Some(row) = track
            .recipients
            .iter()
            .position(|known| *known == recipient)
        else {
            continue;
        };
        let width = track.helpers.len();
        let (known, most) = &reaches[index];
        let shape = &track.shape;
        track.pairs.retain_mut(|pair| {
            if pair.cell / width != row {
                return true;
            }
            let own = reach(pair, coefficients);
            // The best others of the track: one place is taken, and not by this pair again.
            let mut others: f64 = known.iter().take(most.saturating_sub(1)).sum();
            if own.most.max(0.0) >= known.get(most.saturating_sub(1)).copied().unwrap_or(0.0)
                && *most > 0
            {
                others = best[index] - own.most.max(0.0);
            }
            let required = target - together.without(index).min(all - best[index]) - others;
            let demanded = shape.demanded.contains(&(row, pair.cell % width));
            if required > own.most && !demanded {
                return false;
            }
            if own.rate > 0.0 && required > 0.0 {
                pair.least = pair.least.max((required / own.rate).min(pair.most));
            }
            true
        });
    }
}

/// What the best pairs of several tracks can bring to one recipient together: no more than any set of its needs
/// and what they can bring besides. The sets tried begin with none and grow by every need that lowers the sum:
/// a second team where the first meets nearly all of the need brings little.
struct Together {
    /// By set of needs tried: the needs, and what each track can bring besides.
    tried: Vec<(f64, Vec<f64>)>,
}

impl Together {
    fn new(
        program: &Program,
        needs: &Needs,
        tracks: &[TrackBlock],
        recipient: RecipientId,
        coefficients: &BTreeMap<ColumnId, f64>,
    ) -> Self {
        // By track: its pairs at the recipient, each with what it counts by sector, and how many it may have.
        let mut pairs: Vec<(Vec<Bringing>, usize)> = Vec::with_capacity(tracks.len());
        let mut rates: BTreeMap<SectorId, f64> = BTreeMap::new();
        for track in tracks {
            let own = |known: &RecipientId| *known == recipient;
            let Some(row) = track.recipients.iter().position(own) else {
                pairs.push((Vec::new(), 0));
                continue;
            };
            let here = track.pairs.iter();
            let here = here.filter(|pair| pair.cell / track.helpers.len() == row);
            let bringing = here.map(|pair| Bringing::new(program, pair, coefficients, &mut rates));
            pairs.push((bringing.collect(), track.shape.rows[row].max as usize));
        }
        let parts = |met: &BTreeSet<SectorId>| -> Vec<f64> {
            let best = |(known, most): &(Vec<Bringing>, usize)| {
                let mut besides: Vec<f64> = known.iter().map(|pair| pair.besides(met)).collect();
                besides.sort_by(|a, b| b.total_cmp(a));
                besides.iter().take(*most).sum::<f64>()
            };
            pairs.iter().map(best).collect()
        };
        let mut met = BTreeSet::new();
        let mut met_needs = 0.0;
        let mut tried = vec![(0.0, parts(&met))];
        let mut least: f64 = tried[0].1.iter().sum();
        for (sector, rate) in rates {
            let Some(need) = needs.get(&(recipient, sector)) else {
                continue;
            };
            met.insert(sector);
            let besides = parts(&met);
            let sum = met_needs + rate * need + besides.iter().sum::<f64>();
            tried.push((met_needs + rate * need, besides));
            if sum < least {
                least = sum;
                met_needs += rate * need;
            } else {
                met.remove(&sector);
            }
        }
        Self { tried }
    }

    /// The most that all tracks but one can bring together.
    fn without(&self, track: usize) -> f64 {
        let sums = self.tried.iter().map(|(needs, parts)| {
            let others = parts.iter().enumerate();
            let others = others.filter(|(index, _)| *index != track);
            needs + others.map(|(_, part)| part).sum::<f64>()
        });
        sums.fold(f64::INFINITY, f64::min)
    }
}

/// What a pair counts.
struct Bringing {
    formed: f64,
    by_sector: Vec<(SectorId, f64)>,
    most: f64,
}

impl Bringing {
    /// Notes what a unit of a sector counts at the most.
    fn new(
        program: &Program,
        pair: &PairBlock,
        coefficients: &BTreeMap<ColumnId, f64>,
        rates: &mut BTreeMap<SectorId, f64>,
    ) -> Self {
        let mut best_rate = 0.0_f64;
        let sectors = program.arcs()[pair.arc].help.iter();
        let mut by_sector = Vec::with_capacity(pair.help.len());
        for (cell, (sector, _)) in pair.help.iter().zip(sectors) {
            let counts = coefficients
                .get(&cell.column)
                .copied()
                .unwrap_or(0.0)
                .max(0.0);
            let known = rates.entry(*sector).or_insert(0.0);
            *known = known.max(counts);
            best_rate = best_rate.max(counts / cell.value);
            by_sector.push((*sector, counts * cell.capacity));
        }
        Self {
            formed: coefficients.get(&pair.pair).copied().unwrap_or(0.0),
            by_sector,
            most: if pair.most.is_finite() {
                pair.most * best_rate
            } else {
                f64::INFINITY
            },
        }
    }

    /// What the pair can bring besides these needs.
    fn besides(&self, met: &BTreeSet<SectorId>) -> f64 {
        let others = self.by_sector.iter();
        let others = others.filter(|(sector, _)| !met.contains(sector));
        let full: f64 = others.map(|(_, counts)| counts).sum();
        (self.formed + full.min(self.most)).max(0.0)
    }
}

/// What each recipient needs.
fn needs_of(program: &Program) -> Needs {
    let rows = program.rows().values();
    rows.filter_map(|row| match (row.family, row.key) {
        (RowFamily::Rule(RuleFamily::NeedBalance), RowKey::RecipientSector(recipient, sector)) => {
            Some(((recipient, sector), row.upper))
        }
        _ => None,
    })
    .collect()
}

fn reach(pair: &PairBlock, coefficients: &BTreeMap<ColumnId, f64>) -> Reach {
    let formed = coefficients.get(&pair.pair).copied().unwrap_or(0.0);
    let mut full = 0.0;
    let mut best_rate = 0.0_f64;
    let mut least_rate = f64::INFINITY;
    for cell in &pair.help {
        let coefficient = coefficients.get(&cell.column).copied().unwrap_or(0.0);
        full += (coefficient * cell.capacity).max(0.0);
        best_rate = best_rate.max(coefficient / cell.value);
        least_rate = least_rate.min(coefficient / cell.value);
    }
    let help = if pair.most.is_finite() {
        full.min(pair.most * best_rate)
    } else {
        full
    };
    let same =
        formed == 0.0 && least_rate.is_finite() && best_rate - least_rate <= 1e-9 * best_rate;
    Reach {
        most: formed + help,
        rate: if same { best_rate } else { 0.0 },
    }
}

/// The floors that kept tiers demand: tiers that are nothing but one floor.
pub fn cutoffs_of(program: &Program, terms: &[(ColumnId, f64)], at_least: f64) -> Option<Cutoff> {
    let [(column, weight)] = terms else {
        return None;
    };
    match program.columns()[*column].kind {
        ColumnKind::Extreme(objective) if *weight > 0.0 => Some(Cutoff {
            objective,
            at_least: at_least / weight,
        }),
        _ => None,
    }
}

/// For a tier that is one floor: by candidate that could be formed, the most that the tier can reach in a
/// plan with that pair, as far as its own recipient says: the pair takes one of the recipient's places,
/// and the best others take the rest.
///
/// `None` for other tiers.
pub fn most_with_pair(
    program: &Program,
    tracks: &[TrackBlock],
    terms: &[(ColumnId, f64)],
) -> Option<Vec<(ArcId, f64)>> {
    let cutoff = cutoffs_of(program, terms, 0.0)?;
    let (_, weight) = terms.first()?;
    let mut reaches = Vec::new();
    for row in program.rows().values() {
        if !matches!(row.family, RowFamily::Measure(_)) {
            continue;
        }
        if let RowKey::ObjectiveRecipient(objective, recipient) = row.key
            && objective == cutoff.objective
        {
            reaches_at(program, tracks, row, recipient, *weight, &mut reaches);
        }
    }
    Some(reaches)
}

fn reaches_at(
    program: &Program,
    tracks: &[TrackBlock],
    row: &Row,
    recipient: RecipientId,
    weight: f64,
    reaches: &mut Vec<(ArcId, f64)>,
) {
    let Some((coefficients, elsewhere)) = expression(program, row) else {
        return;
    };
    // Per track: candidates with their reach, best first, and how many the recipient may have.
    let by_track: Vec<(Vec<(ArcId, f64)>, usize)> = tracks
        .iter()
        .filter_map(|track| {
            let own = |known: &RecipientId| *known == recipient;
            let at = track.recipients.iter().position(own)?;
            let pairs = track.pairs.iter();
            let mut known: Vec<(ArcId, f64)> = pairs
                .filter(|pair| pair.cell / track.helpers.len() == at)
                .map(|pair| (pair.arc, reach(pair, &coefficients).most))
                .collect();
            known.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            Some((known, track.shape.rows[at].max as usize))
        })
        .collect();
    let best = |(known, most): &(Vec<(ArcId, f64)>, usize)| -> f64 {
        let taken = known.iter().take(*most);
        taken.map(|(_, reach)| reach.max(0.0)).sum()
    };
    let all: f64 = elsewhere + by_track.iter().map(best).sum::<f64>();
    for own in &by_track {
        for (arc, reach) in &own.0 {
            let others = own.0.iter().filter(|(other, _)| other != arc);
            let others: f64 = others
                .take(own.1.saturating_sub(1))
                .map(|(_, reach)| reach.max(0.0))
                .sum();
            let most = all - best(own) + others + reach;
            reaches.push((*arc, weight * most));
        }
    }
}
