//! What the choice of the leading track needs to know: targets, means, and the pool of the others.

use super::curve::Curve;
use super::pool::{Pool, flow_with, pool_rate, standing_out};
use crate::decomposition::blocks::Blocks;
use crate::decomposition::lacking::most_at;
use crate::matching::Degree;
use crate::search::aim::Start;
use crate::search::landscape::{Landscape, Shaping};
use crate::search::sharing::Levelling;
use crate::search::state::State;

/// What may be lacking without being asked for, 万元.
const NEGLIGIBLE: f64 = 1.0;
/// Where a curve is to be lifted is left open if that takes no more than this part of what the pool could bring:
/// the cheapest place alone may stand in the way of better pairs.
const LITTLE: f64 = 0.05;
/// Where it takes more than this part, or the program is large, what is worth its price is lifted; in between, targets
/// at the cheapest places guide better (docs/measurements.md).
const MUCH: f64 = 0.5;

/// One candidate pair of the leading track.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// The spot of the landscape.
    pub spot: usize,
    /// The least that the helper gives here, 万元.
    pub least: f64,
    /// The most that it could give here, 万元.
    pub most: f64,
    /// The most that helper and pool could bring together, 万元.
    pub together: f64,
    /// What the pair adds to the tier.
    pub gain: f64,
}

/// What a helper of the leading track has, 万元.
#[derive(Clone, Copy, Debug)]
pub struct Means {
    /// For all its pairs.
    pub budget: f64,
    /// What it must deploy once it has a pair.
    pub effort: f64,
    /// How many pairs it may have.
    pub quota: Degree,
}

/// The leading track with all others as a pool.
#[derive(Clone, Debug)]
pub struct Leading {
    /// Index of the track block.
    pub track: usize,
    /// By row of the track: what the recipient must get in all, 万元, so that earlier tiers are kept.
    pub target: Vec<f64>,
    /// The same before anything was asked on top.
    plain: Vec<f64>,
    /// By row: what the floors alone ask.
    unlifted: Vec<f64>,
    /// What a curve asks besides, wherever it goes, 万元; 0 where targets say where.
    pub lift: f64,
    /// The curve to be kept, where it says for itself where it is to be lifted and not the targets.
    pub curve: Option<Curve>,
    /// The floors behind the targets.
    floors: Vec<Floor>,
    /// By row: the most that the pool could bring, 万元.
    pub pool_most: Vec<f64>,
    /// By row: what 万元 from the pool add to the tier on average.
    pub pool_rate: Vec<f64>,
    /// By row: how what the pool brings grows with the means that it spends there: (万元 brought,
    /// means spent for each), the cheapest first. A second team where the first meets most of the need
    /// spends more than it brings.
    pub pool_steps: Vec<Vec<(f64, f64)>>,
    /// By number of recipients: the most means that the pool could spend at so many together, 万元.
    pub pool_sum: Vec<f64>,
    /// By column.
    pub helpers: Vec<Means>,
    /// Row-major.
    pub cells: Vec<Option<Cell>>,
    /// By row: whether its pair is demanded.
    pub settled: Vec<bool>,
    /// Spots of other tracks, ascending, that add far more to the tier than others of their track.
    pub settled_beside: Vec<usize>,
}

impl Leading {
    /// The leading track of a tier, where there is exactly one whose helpers share means, each recipient
    /// has one helper in it, and earlier tiers keep a floor; `None` otherwise.
    ///
    /// `keep` is what each earlier tier must keep.
    pub fn new(landscape: &Landscape, blocks: &Blocks, tier: usize, keep: &[f64]) -> Option<Self> {
        let mut shared =
            (0..blocks.tracks.len()).filter(|track| !blocks.tracks[*track].portfolios.is_empty());
        let track = shared.next()?;
        if shared.next().is_some() {
            return None;
        }
        let block = &blocks.tracks[track];
        let one_each = |quota: &Degree| (quota.min, quota.max) == (1, 1);
        if !block.shape.rows.iter().all(one_each) {
            return None;
        }
        let recipients = &landscape.row_recipient[track];
        if recipients.len() != landscape.need.len() {
            return None;
        }
        let floors = Floor::kept(landscape, keep);
        if floors.is_empty() {
            return None;
        }
        let by_row = |by_recipient: Vec<f64>| -> Vec<f64> {
            recipients
                .iter()
                .map(|known| by_recipient[*known])
                .collect()
        };
        let target = by_row(targets(landscape, &floors, keep));
        let unlifted = by_row(targets(landscape, &floors, &[]));
        let settled_beside = standing_out(landscape, track, tier);
        let pools: Vec<Pool> = recipients
            .iter()
            .map(|recipient| Pool::new(landscape, blocks, track, *recipient, &settled_beside))
            .collect();
        let width = block.helpers.len();
        let mut cells = vec![None; recipients.len() * width];
        for (index, spot) in landscape.spots.iter().enumerate() {
            if spot.track != track {
                continue;
            }
            let need = &landscape.need[spot.recipient];
            cells[spot.row * width + spot.column] = Some(Cell {
                spot: index,
                least: spot.giver.least,
                most: spot.giver.most,
                together: flow_with(&pools[spot.row].best, &spot.giver, need),
                gain: spot.gain[tier],
            });
        }
        let mut helpers: Vec<Means> = block
            .shape
            .columns
            .iter()
            .map(|quota| Means {
                budget: f64::INFINITY,
                effort: 0.0,
                quota: *quota,
            })
            .collect();
        for spot in landscape.spots.iter().filter(|spot| spot.track == track) {
            let means = &mut helpers[spot.column];
            means.budget = means.budget.min(spot.budget);
            means.effort = means.effort.max(spot.effort);
        }
        let mut settled = vec![false; recipients.len()];
        for (row, _) in &block.shape.demanded {
            settled[*row] = true;
        }
        Some(Self {
            track,
            plain: target.clone(),
            target,
            unlifted,
            lift: 0.0,
            curve: None,
            floors,
            pool_steps: pools.iter().map(|pool| pool.steps.clone()).collect(),
            pool_most: pools.iter().map(|pool| pool.most).collect(),
            pool_rate: recipients
                .iter()
                .map(|recipient| pool_rate(landscape, track, tier, *recipient))
                .collect(),
            pool_sum: most_at(blocks, track, 0.0),
            helpers,
            cells,
            settled,
            settled_beside,
        })
    }

    /// The same with what guides best to where a curve is to be lifted, of what earlier tiers keep.
    #[must_use]
    pub fn lifted(&self, landscape: &Landscape, keep: &[f64], is_large: bool) -> Self {
        let all = self.pool_sum.last().copied().unwrap_or(0.0);
        let anywhere = self.lifted_anywhere();
        if anywhere.lift <= LITTLE * all {
            anywhere
        } else if anywhere.lift > MUCH * all || is_large {
            self.lifted_by_price(landscape, keep)
        } else {
            self.clone()
        }
    }

    /// The same with targets that say nothing of where a curve is to be lifted.
    fn lifted_anywhere(&self) -> Self {
        let sum = |targets: &[f64]| targets.iter().sum::<f64>();
        Self {
            lift: sum(&self.target) - sum(&self.unlifted),
            target: self.unlifted.clone(),
            plain: self.unlifted.clone(),
            ..self.clone()
        }
    }

    /// The same with a curve that is lifted where it is worth it, of what earlier tiers keep.
    #[must_use]
    pub fn lifted_by_price(&self, landscape: &Landscape, keep: &[f64]) -> Self {
        let Some(curve) = Curve::kept(landscape, self.track, keep) else {
            return self.clone();
        };
        Self {
            curve: Some(curve),
            target: self.unlifted.clone(),
            plain: self.unlifted.clone(),
            ..self.clone()
        }
    }

    /// What the pool brings where a recipient is to get `wanted` and its helper gives `own`, 万元: what is lacking
    /// of the target in any case.
    pub fn brought(&self, row: usize, own: f64, wanted: f64) -> f64 {
        let lacking = (self.target[row] - own).max(0.0);
        (wanted - own).min(self.pool_most[row]).max(lacking)
    }

    /// What the pool spends where it brings an amount, 万元.
    pub fn spent(&self, row: usize, brought: f64) -> f64 {
        let (mut left, mut spent, mut rate) = (brought, 0.0, 1.0);
        for (length, each) in &self.pool_steps[row] {
            let part = left.min(*length);
            spent += part * each;
            left -= part;
            rate = *each;
            if left <= 0.0 {
                return spent;
            }
        }
        spent + left * rate
    }

    /// How helpers share their means: towards the targets.
    pub fn levelling(&self, landscape: &Landscape) -> Levelling {
        self.levelling_towards(landscape, &self.target)
    }

    /// How helpers share their means: towards these amounts, by row.
    pub fn levelling_towards(&self, landscape: &Landscape, amounts: &[f64]) -> Levelling {
        let mut target = vec![0.0; landscape.need.len()];
        for (row, recipient) in landscape.row_recipient[self.track].iter().enumerate() {
            target[*recipient] = amounts[row];
        }
        Levelling {
            track: self.track,
            target,
        }
    }

    /// The helper's column of each row; `None` where a row has none.
    pub fn columns_of(&self, landscape: &Landscape, pairs: &Start) -> Option<Vec<usize>> {
        let mut columns = vec![None; self.target.len()];
        for (spot, _) in pairs {
            let spot = &landscape.spots[*spot];
            if spot.track == self.track {
                columns[spot.row] = Some(spot.column);
            }
        }
        columns.into_iter().collect()
    }

    /// Asks more where a whole set of pairs lacks it, and less than before where it does not: a target
    /// keeps `fading` of what was asked on top.
    pub fn ask(&mut self, landscape: &Landscape, state: &State, fading: f64) {
        for (row, recipient) in landscape.row_recipient[self.track].iter().enumerate() {
            let lacks = |floor: &Floor| match floor.rates[*recipient] {
                rate if rate > 0.0 => {
                    (floor.level - state.expression(*recipient, floor.expression)) / rate
                }
                _ => 0.0,
            };
            let lacking = self.floors.iter().map(lacks).fold(0.0, f64::max);
            if lacking > NEGLIGIBLE {
                self.target[row] += lacking;
            } else {
                self.target[row] = self.plain[row] + (self.target[row] - self.plain[row]) * fading;
            }
        }
        if let Some(curve) = &mut self.curve {
            curve.ask(state, fading);
        }
    }

    /// A candidate pair.
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.cells[row * self.helpers.len() + column].as_ref()
    }
}

/// A floor that an earlier tier keeps.
#[derive(Clone, Debug)]
struct Floor {
    expression: usize,
    /// What the expression must reach for every recipient it speaks of.
    level: f64,
    /// By recipient: what 万元 add to the expression at the best; 0 where it does not speak of it.
    rates: Vec<f64>,
}

impl Floor {
    fn kept(landscape: &Landscape, keep: &[f64]) -> Vec<Self> {
        let mut floors = Vec::new();
        for (shapings, keep) in landscape.shapings.iter().zip(keep) {
            if let [Shaping::Floor { expression, weight }] = shapings.as_slice() {
                let spoken = &landscape.speaks_of[*expression];
                let mut rates = rates_of(landscape, *expression);
                for (recipient, rate) in rates.iter_mut().enumerate() {
                    if !spoken.contains(&recipient) {
                        *rate = 0.0;
                    }
                }
                floors.push(Self {
                    expression: *expression,
                    level: keep / weight,
                    rates,
                });
            }
        }
        floors
    }
}

/// What each recipient must get, 万元, so that the earlier tiers are kept: its floor, and where a curve
/// must be kept as well, the cheapest that lifts the curve to it.
fn targets(landscape: &Landscape, floors: &[Floor], keep: &[f64]) -> Vec<f64> {
    let mut target = vec![0.0_f64; landscape.need.len()];
    for floor in floors {
        for (target, rate) in target.iter_mut().zip(&floor.rates) {
            if *rate > 0.0 {
                *target = target.max(floor.level / rate);
            }
        }
    }
    for (shapings, keep) in landscape.shapings.iter().zip(keep) {
        if let [
            Shaping::Curve {
                expression,
                segments,
            },
        ] = shapings.as_slice()
        {
            lift_curve(
                &mut target,
                &rates_of(landscape, *expression),
                segments,
                *keep,
            );
        }
    }
    target
}

/// Raises targets, where a unit lifts the curve most, until the curve reaches what it must keep.
fn lift_curve(target: &mut [f64], rates: &[f64], segments: &[Vec<(f64, f64)>], keep: f64) {
    let mut height = 0.0;
    // (what one 万元 lifts, how many there are, recipient)
    let mut steps: Vec<(f64, f64, usize)> = Vec::new();
    for (recipient, known) in segments.iter().enumerate() {
        let mut position = target[recipient] * rates[recipient];
        for (length, slope) in known {
            let below = position.min(*length).max(0.0);
            height += below * slope;
            position -= below;
            if *length > below && rates[recipient] > 0.0 {
                let rate = rates[recipient];
                steps.push((slope * rate, (length - below) / rate, recipient));
            }
        }
    }
    steps.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
    for (lift, amount, recipient) in steps {
        let lacking = keep - height;
        if lacking <= 0.0 || lift <= 0.0 {
            break;
        }
        let taken = amount.min(lacking / lift);
        target[recipient] += taken;
        height += taken * lift;
    }
}

/// By recipient: what 万元 add to an expression, at the best.
pub(super) fn rates_of(landscape: &Landscape, expression: usize) -> Vec<f64> {
    let mut rates = vec![0.0_f64; landscape.need.len()];
    for spot in &landscape.spots {
        for rate in &landscape.rates[spot.expression_rate[expression] as usize] {
            rates[spot.recipient] = rates[spot.recipient].max(*rate);
        }
    }
    rates
}
