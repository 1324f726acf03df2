//! A solve over a list of candidates that grows: before the plan of a tier is sought, whoever drew up the list is told
//! the prices and may add candidates that gain much at them.

use super::tiers::Priced;
use super::{Driver, Effort, Outcome, Stage, known_back_end};
use crate::decomposition::pricing::Pattern;
use crate::error::SolveError;
use crate::evidence::TierEvidence;
use crate::start::{Prices, Start, TierStart};
use crate::watch::Watch;
use jiedui_domain::{HelperId, Id, RecipientId, SolverOptions, Termination};
use jiedui_model::{ColumnId, ColumnKind, Program};
use std::collections::BTreeMap;

/// How far a solve came.
#[derive(Debug)]
pub enum Widening {
    /// To its end.
    Ended(Outcome),
    /// To the prices of a tier: it goes on in the same program or a wider one.
    Wanting(Box<Suspended>),
}

/// A solve before the plan of a tier is sought.
#[derive(Debug)]
pub struct Suspended {
    stages: Vec<Stage>,
    /// What later tiers keep of each of those.
    kept: Vec<f64>,
    incumbent: Option<Vec<f64>>,
    patterns: Vec<Pattern>,
    prices: Prices,
    claimed: f64,
    struck: Option<Termination>,
    effort: Effort,
    known: Start,
    evidence: Vec<TierEvidence>,
}

impl Suspended {
    /// What is known of every tier so far; of the one whose plan is to be sought the prices alone, without the answers
    /// of tracks.
    pub fn evidence(&self) -> Vec<TierEvidence> {
        let mut evidence = self.evidence.clone();
        evidence.push(TierEvidence {
            claimed: Some(self.claimed),
            prices: self.prices.clone(),
            ..TierEvidence::default()
        });
        evidence
    }

    /// The same solve in another program of the same case, which has candidates of the same tracks. What it does not
    /// have is left out.
    #[must_use]
    pub fn onto(self, from: &Program, to: &Program) -> Self {
        let moved = columns_in(from, to);
        let values = |old: &[f64]| {
            if old.is_empty() {
                // No plan was found there.
                return Vec::new();
            }
            let mut values = vec![0.0; to.columns().len()];
            for (value, column) in old.iter().zip(&moved) {
                if let Some(column) = column {
                    values[column.index()] = *value;
                }
            }
            values
        };
        let pattern = |mut pattern: Pattern| {
            let known = pattern.values.into_iter();
            // Columns beyond those of the program count what is lacking, which is counted anew.
            pattern.values = known
                .filter_map(|(column, value)| Some(((*moved.get(column.index())?)?, value)))
                .collect();
            pattern
        };
        Self {
            incumbent: self.incumbent.as_deref().map(values),
            patterns: self.patterns.into_iter().map(pattern).collect(),
            known: self
                .known
                .into_iter()
                .map(|tier| TierStart {
                    values: values(&tier.values),
                    prices: tier.prices,
                })
                .collect(),
            ..self
        }
    }
}

/// Solves as [`super::solve_from`] does, stopping before the plan of each tier is sought.
///
/// `suspended` is where the solve stands, with the columns of `program`; the next call goes on from there.
///
/// *Errors:* and *Determinism:* as [`super::solve`].
pub fn solve_widening(
    program: &Program,
    options: &SolverOptions,
    start: Option<&Start>,
    suspended: Option<Suspended>,
    watch: &dyn Watch,
) -> Result<Widening, SolveError> {
    known_back_end(options)?;
    let mut driver = Driver::new(program, options, watch);
    driver.start = start.filter(|start| !start.is_empty());
    driver.widens = true;
    let (mut stages, next) = match suspended {
        Some(suspended) => {
            let stages = driver.resume(suspended);
            // The plan of the tier at hand, whose prices were told.
            let next = stages.len() + 1;
            (stages, next)
        }
        None => {
            if let Some(outcome) = driver.before_tiers()? {
                return Ok(Widening::Ended(outcome));
            }
            (Vec::new(), 0)
        }
    };
    if let Some(outcome) = driver.solve_tiers(&mut stages, next)? {
        return Ok(Widening::Ended(outcome));
    }
    let tiers = driver.tiers();
    let Some(tier) = tiers.get(next) else {
        return driver.after_tiers(stages).map(Widening::Ended);
    };
    watch.tier(next, tiers.len());
    Ok(match driver.price_tier(next, tier)? {
        Some(priced) => Widening::Wanting(Box::new(driver.suspend(stages, &priced))),
        None => Widening::Ended(Outcome::Infeasible),
    })
}

impl Driver<'_> {
    /// Takes over where a solve stands; the tiers that it has done.
    fn resume(&mut self, suspended: Suspended) -> Vec<Stage> {
        let tiers = self.tiers();
        self.settled = suspended.kept;
        self.keep_settled(&tiers);
        self.settled.clear();
        self.incumbent = suspended.incumbent;
        self.patterns = suspended.patterns;
        self.prices = Some(suspended.prices);
        self.struck = suspended.struck;
        self.effort = suspended.effort;
        self.known = suspended.known;
        self.evidence = suspended.evidence;
        suspended.stages
    }

    /// The state of a solve that ends here for now.
    fn suspend(self, stages: Vec<Stage>, priced: &Priced) -> Suspended {
        Suspended {
            stages,
            kept: self.kept.iter().map(|kept| kept.at_least).collect(),
            incumbent: self.incumbent,
            patterns: self.patterns,
            prices: priced.blocks.name_prices(&priced.generation.prices),
            claimed: priced.generation.bound,
            struck: self.struck,
            effort: self.effort,
            known: self.known,
            evidence: self.evidence,
        }
    }
}

/// For each column of one program, the column of another that stands for the same.
fn columns_in(from: &Program, to: &Program) -> Vec<Option<ColumnId>> {
    let mut arcs: BTreeMap<(HelperId, RecipientId), _> = BTreeMap::new();
    for arc in to.arcs().values() {
        arcs.insert((arc.helper, arc.recipient), arc);
    }
    let others: BTreeMap<_, ColumnId> = to
        .columns()
        .iter()
        .filter_map(|(column, known)| Some((outside_pairs(known.kind)?, column)))
        .collect();
    let there = |arc| {
        let arc = &from.arcs()[arc];
        arcs.get(&(arc.helper, arc.recipient)).copied()
    };
    let columns = from.columns().values();
    columns
        .map(|column| match column.kind {
            ColumnKind::Pair(arc) => there(arc)?.pair,
            ColumnKind::Help(arc, sector) => {
                let help = there(arc)?.help.iter();
                help.copied()
                    .find(|(known, _)| *known == sector)
                    .map(|(_, column)| column)
            }
            kind => others.get(&outside_pairs(kind)?).copied(),
        })
        .collect()
}

/// A column that is of no pair, so that it can be looked up.
fn outside_pairs(kind: ColumnKind) -> Option<(usize, usize, usize, usize)> {
    match kind {
        ColumnKind::Pair(_) | ColumnKind::Help(..) => None,
        ColumnKind::Unmet(recipient, sector) => Some((0, recipient.index(), sector.index(), 0)),
        ColumnKind::Extreme(objective) => Some((1, objective, 0, 0)),
        ColumnKind::EquitySegment(objective, recipient, segment) => {
            Some((2, objective, recipient.index(), segment))
        }
    }
}
