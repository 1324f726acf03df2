//! What every pair and every kind of help is worth at the prices, and what the prices themselves cost.
//!
//! The value of a plan in the tier is at most
//! Σ price · side + what the measures' own figures can add + Σ gains of its pairs and help,
//! whatever the prices (weak duality of linear programs).

mod sums;

use super::grains::Slope;
use super::ground::Ground;
use super::lacking::Lacking;
use super::prices::Prices;
use jiedui_domain::{Id, Objective, Sense};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};
use sums::Sums;

/// Gains in grains, never below the exact ones. Those of pairs are worked out when they are asked for: of
/// millions of pairs they would take gigabytes.
pub(super) struct Gains<'g, 'a> {
    /// What does not depend on the pairs.
    pub constant: BigInt,
    ground: &'g Ground<'a>,
    /// By recipient, then track.
    there: Vec<Slope>,
    fit: Vec<Slope>,
    formed: Vec<Slope>,
    /// By helper.
    here: Vec<Slope>,
    load: Vec<Slope>,
    effort: Vec<BigInt>,
    /// By track.
    distance: Vec<Slope>,
    flow_distance: Vec<Slope>,
    kept: Vec<Slope>,
    kept_by_age: Vec<Slope>,
    hardship: Vec<Slope>,
    /// By recipient or helper, then sector.
    need: Vec<Slope>,
    supply: Vec<Slope>,
    /// What pairs leave lacking.
    pub lacking: Lacking,
}

impl Gains<'_, '_> {
    /// The gain of forming a pair, and that of a millionth of a unit of each kind of its help.
    pub(super) fn of(&self, index: usize) -> (BigInt, Vec<BigInt>) {
        let ground = self.ground;
        let arc = &ground.arcs[index];
        let (track, helper) = (arc.track.index(), arc.helper.index());
        let place = arc.recipient.index() * ground.case.policy.tracks.len() + track;
        let sectors = ground.case.policy.sectors.len();
        let mut pair = BigInt::zero();
        if arc.forms_pair {
            pair += self.fit[place].times(arc.fit);
            pair += self.formed[place].times(1);
            pair += self.distance[track].times(arc.distance);
            pair += self.load[helper].times(arc.load);
            pair += &self.effort[helper];
            if let Some(age) = arc.age {
                pair += self.kept[track].times(1);
                pair += self.kept_by_age[track].times(age);
            }
        }
        let mut per_worth = self.there[place].upper() + self.here[helper].upper();
        if !self.flow_distance[track].is_zero() {
            per_worth += self.flow_distance[track].times(arc.distance);
        }
        let cells = arc.cells.iter().map(|cell| {
            let sector = cell.sector.index();
            let mut gain = &per_worth * cell.worth;
            gain += self.need[arc.recipient.index() * sectors + sector].upper();
            gain += self.supply[helper * sectors + sector].upper();
            if arc.steps > 0 && ground.counts_people(cell.sector) {
                gain += self.hardship[track].times(arc.steps);
            }
            gain
        });
        (pair, cells.collect())
    }
}

/// The objectives that count, each with its factor: the tier's own, and earlier ones by their price.
pub(super) struct Factors {
    /// One per objective of the policy: ±weight × what the tier counts.
    pub of_objective: Vec<BigRational>,
}

impl Factors {
    /// `counted` holds for each objective what its tier counts: 1 for the tier looked at, −price for an
    /// earlier one, 0 for a later one. `None` where a weight is no number.
    pub(super) fn new(objectives: &[Objective], counted: &[BigRational]) -> Option<Self> {
        let factors = objectives.iter().zip(counted).map(|(objective, counts)| {
            let weight = BigRational::from_float(objective.weight)?;
            Some(match objective.measure.sense() {
                Sense::Maximise => weight * counts,
                Sense::Minimise => -weight * counts,
            })
        });
        Some(Self {
            of_objective: factors.collect::<Option<_>>()?,
        })
    }
}

/// Gains at prices. *Complexity:* linear in prices, and in objectives × recipients × tracks.
pub(super) fn gains<'g, 'a>(
    ground: &'g Ground<'a>,
    prices: &Prices,
    factors: &Factors,
) -> Gains<'g, 'a> {
    let mut sums = Sums::none(ground, prices);
    let objectives = ground.case.policy.objectives.iter();
    for (index, (objective, factor)) in objectives.zip(&factors.of_objective).enumerate() {
        sums.add_objective(index, objective, factor);
    }
    for (row, price) in prices {
        sums.add_row(*row, price);
    }
    sums.finish()
}

/// What objectives count that belong to no tier looked at.
pub(super) fn nothing_counts(objectives: usize) -> Vec<BigRational> {
    vec![BigRational::zero(); objectives]
}

/// The tier's own objectives count once.
pub(super) fn counts_once() -> BigRational {
    BigRational::one()
}
