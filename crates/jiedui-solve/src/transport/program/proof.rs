//! The potentials of a network as prices of the program's rows.
//!
//! A later tier is optimal among the optima of those before. Its own potentials prove that on the network
//! that they leave; together with a multiple of theirs they prove it on the whole network, where the
//! earlier tiers are rows with a price: the multiple is the least one at which no arc that they hold at an
//! end of its range would move.

use super::Translation;
use crate::start::{PriceName, Prices};
use crate::transport::network::{Costs, Network};
use crate::transport::simplex::Optimum;
use jiedui_model::Program;

/// Costs and potentials, those of a tier and multiples of all tiers before.
struct Combined {
    costs: Vec<f64>,
    prices: Vec<f64>,
    potentials: Vec<f64>,
    /// Multiple of each tier's cost within.
    shares: Vec<f64>,
}

impl Translation {
    /// Prices of rows that prove the bound of each tier, per unit of the row and in the tier's own figures.
    pub fn prices(&self, program: &Program, optima: &[Optimum]) -> Vec<Prices> {
        let mut all = Vec::with_capacity(optima.len());
        let mut before: Option<Combined> = None;
        for (tier, optimum) in optima.iter().enumerate() {
            let mut own = self.own(tier, optimum);
            if let Some(before) = &before {
                add_multiple(&self.network, &mut own, before);
            }
            all.push(self.priced(program, tier, &own));
            before = Some(own);
        }
        all
    }

    fn own(&self, tier: usize, optimum: &Optimum) -> Combined {
        let first = Costs {
            prices: self
                .network
                .terminals
                .iter()
                .map(|node| node.price)
                .collect(),
            costs: self.network.arcs.iter().map(|arc| arc.cost).collect(),
        };
        let costs = match tier.checked_sub(1) {
            Some(later) => self.later.get(later).unwrap_or(&first),
            None => &first,
        };
        let floats = |figures: &[i64]| figures.iter().map(|figure| *figure as f64).collect();
        Combined {
            costs: floats(&costs.costs),
            prices: floats(&costs.prices),
            potentials: floats(&optimum.potentials),
            shares: vec![1.0],
        }
    }

    fn priced(&self, program: &Program, tier: usize, combined: &Combined) -> Prices {
        let mut prices = Prices::new();
        let Some(scale) = self.scales.get(tier) else {
            return prices;
        };
        for (node, row) in self.rows.iter().enumerate() {
            let is_need = self.network.terminals[node].least < 0;
            let above = row.above.map_or(0.0, |above| combined.potentials[above]);
            let potential = combined.potentials[node];
            let price = if is_need {
                -potential
            } else {
                // What the limit above pays for is not paid twice.
                potential - above
            };
            if price > 0.0 {
                let known = &program.rows()[row.row];
                let name = PriceName::Row(known.family, known.key);
                prices.insert(name, price / scale.factor / row.unit);
            }
        }
        let (_, earlier) = match combined.shares.split_last() {
            Some(split) => split,
            None => return prices,
        };
        for (kept, share) in earlier.iter().enumerate() {
            if *share > 0.0
                && let Some(other) = self.scales.get(kept)
            {
                prices.insert(PriceName::Kept(kept), -share * other.factor / scale.factor);
            }
        }
        prices
    }
}

/// Adds the least multiple of what the tiers before are held by at which nothing that they hold would move.
fn add_multiple(network: &Network, own: &mut Combined, before: &Combined) {
    let mut multiple = 0.0_f64;
    let mut demand = |mine: f64, theirs: f64| {
        // Of different signs: theirs decides, so mine must not outweigh it.
        if mine * theirs < 0.0 {
            multiple = multiple.max(-mine / theirs);
        }
    };
    for (index, arc) in network.arcs.iter().enumerate() {
        let (source, target) = (arc.source as usize, arc.target as usize);
        let reduced = |known: &Combined| {
            known.costs[index] + known.potentials[source] - known.potentials[target]
        };
        demand(reduced(own), reduced(before));
    }
    for node in 0..network.terminals.len() {
        let reduced = |known: &Combined| known.prices[node] - known.potentials[node];
        demand(reduced(own), reduced(before));
    }
    let add = |mine: &mut Vec<f64>, theirs: &[f64]| {
        for (one, other) in mine.iter_mut().zip(theirs) {
            *one += multiple * other;
        }
    };
    add(&mut own.costs, &before.costs);
    add(&mut own.prices, &before.prices);
    add(&mut own.potentials, &before.potentials);
    own.shares = before.shares.iter().map(|share| share * multiple).collect();
    own.shares.push(1.0);
}
