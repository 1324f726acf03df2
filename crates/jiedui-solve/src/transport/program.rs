//! Programs that are transportation problems: recognised, turned into a network, and read back.
//!
//! # When it applies
//!
//! Some columns may be held at a value; what is left free must be help (and unmet needs). So it applies to
//! a case all of whose tracks are divisible, to one divisible track while everything else is held
//! ([`all_but_track`]), and to the amounts of any tracks while their pairs are held, as long as no row
//! below gets in the way:
//!
//! | row | in the network |
//! |---|---|
//! | `need_balance` | a node that takes up to the need, or what is held of the unmet need exactly |
//! | `sector_supply` | a node that puts in up to the supply |
//! | `budget` | a node above the helper's sectors, if a step of every sector weighs the same in 万元 |
//! | any row with one free column | the range of that arc |
//! | any row without free columns | checked |
//! | rows that define measures | left out: their own columns are free, so they never bind |
//!
//! Any other row with several free columns is no part of a network (minimum support or effort floor over
//! several sectors, a budget over sectors that weigh differently): [`NotTransport`] says which.
//!
//! A tier applies if its terms touch help, unmet needs and held columns only: `coverage`, `flow_distance`,
//! `hardship`, and any weighted sum of them; measures of pairs are constant there. `coverage_floor`,
//! `equity`, `effort_balance` and `fit_floor` have columns of their own and do not apply. Several tiers
//! apply in order where all but the last have no tolerance: a tolerance is one row over everything.
//!
//! # Units and exactness
//!
//! One unit of flow is one step that people can sign: 0.01 of the sector's unit, or 1 where the sector is
//! whole. Ranges are cut to whole steps, so the optimum is that over all plans in such steps, which is what
//! a plan is; it may be less than that of the continuous program by the value of the cut-off ends.
//!
//! Costs are whole numbers as well: exact where all coefficients of a tier are decimals of the same number
//! of places (at most 2^40 in the last place), otherwise rounded; [`Scale`] says which, and how far an
//! objective may be off by it.

mod decimal;
mod proof;
mod rows;
mod scaling;

pub use scaling::Scale;

use super::network::{Costs, Network, TransportError, largest_cost};
use super::simplex::{Answer, Optimum, solve_in_order};
use jiedui_domain::{Id, IdVec, TrackId};
use jiedui_model::{ColumnId, ColumnKind, Program, RowId, Tier};
use rows::{HelpArc, NodeRow, Reading};
use thiserror::Error;

/// Why a program is no transportation problem.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum NotTransport {
    /// A free column is neither help nor unmet need: a pair that is still open.
    #[error("column {} is still to be decided", .0.index())]
    OpenColumn(ColumnId),
    /// A row ties several free columns together in a way that no network has.
    #[error("row {} is no part of a network", .0.index())]
    CouplingRow(RowId),
    /// A budget over sectors whose steps weigh differently.
    #[error("the sectors of budget row {} weigh differently", .0.index())]
    UnequalSteps(RowId),
    /// A tier has a term on a column that is no part of the network.
    #[error("the objective of column {} is not linear in the help", .0.index())]
    NotLinear(ColumnId),
    /// A tier that is not the last one has a tolerance.
    #[error("tier {0} has a tolerance that later tiers may use")]
    Tolerance(usize),
    /// The held values break a row, whatever the free columns are.
    #[error("what is held breaks row {}", .0.index())]
    HeldBreaks(RowId),
    /// Figures that are not finite or too large.
    #[error("a figure is too large")]
    TooLarge,
}

/// A program, or part of one, as a network.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The network with the costs of the first tier.
    pub network: Network,
    /// The costs of the other tiers.
    pub later: Vec<Costs>,
    /// By tier: what a unit of cost is worth.
    pub scales: Vec<Scale>,
    help: Vec<HelpArc>,
    /// By node.
    rows: Vec<NodeRow>,
}

/// Holds everything at its value but the help of one track, the unmet needs, and the columns of measures.
pub fn all_but_track(
    program: &Program,
    track: TrackId,
    values: &[f64],
) -> IdVec<ColumnId, Option<f64>> {
    program.columns().map(|id, column| {
        let is_free = match column.kind {
            ColumnKind::Help(arc, _) => program.arcs()[arc].track == track,
            ColumnKind::Pair(_) => false,
            ColumnKind::Unmet(..) | ColumnKind::Extreme(_) | ColumnKind::EquitySegment(..) => true,
        };
        if is_free {
            None
        } else {
            values.get(id.index()).copied()
        }
    })
}

/// Turns what is free of a program into a network, with the tiers as its objectives in order.
///
/// *Errors:* [`NotTransport`], the first reason found.
/// *Complexity:* linear in the terms of rows and tiers.
pub fn translate(
    program: &Program,
    held: &IdVec<ColumnId, Option<f64>>,
    tiers: &[&Tier],
) -> Result<Translation, NotTransport> {
    for (index, tier) in tiers.iter().enumerate() {
        let tolerates = tier
            .objectives
            .iter()
            .any(|part| part.objective.tolerance > 0.0);
        if tolerates && index + 1 < tiers.len() {
            return Err(NotTransport::Tolerance(index));
        }
    }
    let Reading {
        mut network,
        help,
        unmet,
        rows: node_rows,
        steps,
    } = rows::read(program, held)?;
    let places = rows::place_of(program, &help);
    let mut unmet_of = vec![None; program.columns().len()];
    for need in &unmet {
        unmet_of[need.column.index()] = Some(*need);
    }
    let largest = largest_cost(network.terminals.len());
    let mut all_costs = Vec::with_capacity(tiers.len());
    let mut scales = Vec::with_capacity(tiers.len());
    for tier in tiers {
        let mut costs = vec![0.0; network.arcs.len()];
        let mut prices = vec![0.0; network.terminals.len()];
        let mut constant = 0.0;
        for (column, coefficient) in &tier.terms {
            if let Some(value) = held[*column] {
                constant += coefficient * value;
            } else if let Some(place) = places[column.index()] {
                let arc = &help[place];
                costs[arc.arc] -= coefficient * arc.step_in_units();
            } else if let Some(need) = unmet_of[column.index()] {
                // u = rest − met, and what the node puts in is −met.
                constant += coefficient * need.rest_in_units();
                prices[need.node] -= coefficient * need.step_in_units();
            } else if !matches!(program.columns()[*column].kind, ColumnKind::Help(..)) {
                return Err(NotTransport::NotLinear(*column));
            }
        }
        let (scale, whole) = scaling::to_whole(&costs, &prices, largest, constant, steps)
            .ok_or(NotTransport::TooLarge)?;
        scales.push(scale);
        all_costs.push(whole);
    }
    let mut later = all_costs.into_iter();
    if let Some(first) = later.next() {
        network = network.with_costs(&first);
    }
    Ok(Translation {
        network,
        later: later.collect(),
        scales,
        help,
        rows: node_rows,
    })
}

impl Translation {
    /// Solves the network tier by tier; without tiers it finds any plan.
    ///
    /// *Errors:* [`TransportError`] for amounts beyond all bounds.
    pub fn solve(&self) -> Result<Answer, TransportError> {
        solve_in_order(&self.network, &self.later)
    }

    /// Writes the free help into the values of the program's columns; the others are left as they are.
    ///
    /// Unmet needs and the columns of measures follow by [`Program::complete`].
    pub fn write_values(&self, flow: &[i64], values: &mut [f64]) {
        for arc in &self.help {
            let amount = flow[arc.arc] as i128 * i128::from(arc.step);
            values[arc.column.index()] = amount as f64 / decimal::MILLION as f64;
        }
    }

    /// What no plan in whole steps exceeds in a tier, in the program's own figures (more is better), among
    /// plans that are optimal by the costs of the tiers before.
    pub fn bound(&self, tier: usize, optimum: &Optimum) -> Option<f64> {
        let scale = self.scales.get(tier)?;
        Some(scale.constant - optimum.cost as f64 / scale.factor + scale.largest_error)
    }
}
