//! Regret of every candidate at once: what it would cost to form a pair that the plan does not form, or
//! to do without one that it forms (model §7).
//!
//! Two figures a candidate, priority by priority: what every plan as asked loses at least, from the bound
//! of the priority at its known prices (`bounds`), and what one plan loses that was worked out, from
//! short alternating paths with the amounts of those concerned shared out anew (`exchanges`,
//! `ledger`). That plan holds every rule in whole numbers. No solver is called.

mod alternating;
mod amends;
mod bounds;
mod exchanges;
mod ledger;
mod losses;
mod measures;
mod sharing;
mod working_out;

pub use exchanges::Exchange;
pub use losses::Against;

pub(crate) use bounds::tier_bounds;

use crate::decomposition::blocks::{Blocks, KeptTier};
use crate::start::Start;
use amends::Amends;
use bounds::TierBounds;
use exchanges::Board;
use jiedui_domain::{Id, IdVec, TierResult};
use jiedui_model::{ArcId, Program, Tier};
use ledger::{Ledger, Rules};
use losses::{against, agree, order};
use measures::Measures;
use rayon::prelude::*;
use sharing::share;
use working_out::Giving;

/// A value this close below another, relative above 1, is the same: what sums of floating-point numbers
/// may hide.
pub(crate) const SLACK: f64 = 1e-9;
/// Kept rows are eased by this in bounds, as in the driver.
const EASE: f64 = 1e-7;
/// Exchanges worked out for each candidate; more only until the first holds.
const TRIED: usize = 12;
const TRIED_AT_MOST: usize = 60;
/// Second exchanges that may be added one after the other.
const AMENDED: usize = 2;

/// What is known of a candidate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Figures stand beside it.
    Priced,
    /// No plan is as asked: proven.
    Impossible,
    /// The rules hold the pair; doing without it is not asked.
    Demanded,
}

/// A plan as asked that was worked out.
#[derive(Clone, PartialEq, Debug)]
pub struct Achieved {
    /// What it loses, by tier as far as the first that loses.
    pub losses: Vec<f64>,
    /// The pairs that change.
    pub exchange: Exchange,
    /// Its values, by tier.
    pub values: Vec<f64>,
}

/// What is known of one candidate.
#[derive(Clone, PartialEq, Debug)]
pub struct PairRegret {
    /// The candidate.
    pub arc: ArcId,
    /// Whether the plan forms it: then it is asked to do without.
    pub formed: bool,
    /// What is known.
    pub state: State,
    /// What every plan as asked loses at least, by tier as far as the first that loses.
    pub least: Vec<f64>,
    /// The best plan worked out; `None` where none was.
    pub achieved: Option<Achieved>,
}

/// Regret around one plan.
pub struct Regret<'a> {
    program: &'a Program,
    tiers: Vec<&'a Tier>,
    values: &'a [f64],
    against: Vec<Against>,
    formed: IdVec<ArcId, bool>,
    /// Pairs of the plan, and arcs of divisible tracks, at each recipient and each helper.
    giving: Giving,
    rules: Rules,
    measures: Option<Measures>,
}

impl<'a> Regret<'a> {
    /// Prepares for a plan: its values, what the solve says of each priority, and what it left for later.
    pub fn new(
        program: &'a Program,
        values: &'a [f64],
        results: &[TierResult],
        known: &Start,
    ) -> Self {
        let tiers: Vec<&Tier> = program
            .tiers()
            .iter()
            .filter(|tier| tier.priority.is_some())
            .collect();
        let formed = program
            .arcs()
            .map(|_, columns| columns.pair.is_some_and(|pair| values[pair.index()] > 0.5));
        let giving = Giving::new(program, &formed);
        let measures = Measures::new(program, &tiers, values);
        let against = against(program, &tiers, values, results, known);
        let rules = Rules::new(program);
        Self {
            program,
            tiers,
            values,
            against,
            formed,
            giving,
            rules,
            measures,
        }
    }

    /// What losses are told against, by tier.
    pub fn against(&self) -> &[Against] {
        &self.against
    }

    /// Every candidate of a track with pairs, by id.
    ///
    /// *Complexity:* for each tier about one more round of pricing for each recipient of a track that is
    /// cut by helpers, and less for the others; a few dozen exchanges a candidate.
    /// *Determinism:* depends on its input only, not on the number of threads.
    pub fn all(&self, known: &Start) -> Vec<PairRegret> {
        let (bounds, blocks) = self.bounds(known);
        let nothing = IdVec::filled(0.0, self.program.arcs().len());
        let worth = bounds.last().and_then(Option::as_ref);
        let worth = worth.map_or(&nothing, |bounds| &bounds.worth);
        let board = Board::new(self.program, &blocks, &self.formed, worth);
        let arcs: Vec<ArcId> = self
            .program
            .arcs()
            .iter()
            .filter(|(_, columns)| columns.pair.is_some())
            .map(|(arc, _)| arc)
            .collect();
        let ledger = || Ledger::new(&self.rules, self.program, self.values);
        let mut rows: Vec<PairRegret> = arcs
            .par_iter()
            .map_init(ledger, |ledger, arc| {
                self.regret(*arc, &bounds, &board, ledger)
            })
            .collect();
        let last = self.tiers.len().saturating_sub(1);
        let amends = Amends::new(self.program, &rows, last);
        rows.par_iter_mut().for_each_init(ledger, |ledger, row| {
            self.amend(row, &amends, last, ledger);
        });
        share(&mut rows);
        rows
    }

    /// Where the plan worked out loses before the last tier: the same with second exchanges that help
    /// those left short.
    fn amend(&self, row: &mut PairRegret, amends: &Amends, last: usize, ledger: &mut Ledger<'_>) {
        let Some(found) = &mut row.achieved else {
            return;
        };
        for _ in 0..AMENDED {
            if found.losses.iter().take(last).all(|loss| *loss <= 0.0) {
                break;
            }
            let exchanges = amends.with(self.program, &found.exchange);
            let Some(better) = self.best_exchange(exchanges, TRIED_AT_MOST, ledger) else {
                break;
            };
            let known = (&found.losses, &found.values);
            if !order(&better.losses, &better.values, known.0, known.1).is_lt() {
                break;
            }
            *found = better;
        }
        agree(&mut row.least, &found.losses);
    }

    fn in_plan(&self) -> Vec<f64> {
        self.against.iter().map(|tier| tier.in_plan).collect()
    }

    fn keeps(&self) -> Vec<f64> {
        self.against.iter().map(|tier| tier.keeps).collect()
    }

    /// The bounds of every tier, and the blocks of the rules alone.
    fn bounds(&self, known: &Start) -> (Vec<Option<TierBounds>>, Blocks) {
        let rules_alone = Blocks::new(self.program, &[]);
        let mut kept: Vec<KeptTier> = Vec::new();
        let mut bounds = Vec::with_capacity(self.tiers.len());
        for (index, (tier, against)) in self.tiers.iter().zip(&self.against).enumerate() {
            let blocks = Blocks::new(self.program, &kept);
            let prices = known.get(index).map(|known| &known.prices);
            let prices = prices.map_or_else(
                || vec![0.0; blocks.rows.len()],
                |prices| blocks.prices_by_name(prices),
            );
            bounds.push(tier_bounds(
                self.program,
                &blocks,
                tier,
                &prices,
                &self.formed,
            ));
            kept.push(KeptTier {
                terms: tier.terms.clone(),
                at_least: against.keeps - EASE * (1.0 + against.keeps.abs()),
            });
        }
        (bounds, rules_alone)
    }

    fn regret(
        &self,
        arc: ArcId,
        bounds: &[Option<TierBounds>],
        board: &Board<'_>,
        ledger: &mut Ledger<'_>,
    ) -> PairRegret {
        let formed = self.formed[arc];
        let mut regret = PairRegret {
            arc,
            formed,
            state: State::Priced,
            least: Vec::new(),
            achieved: None,
        };
        if formed && board.is_held(arc) {
            regret.state = State::Demanded;
            return regret;
        }
        let least = self.least(arc, bounds);
        match least.filter(|_| !(formed && board.is_indispensable(arc))) {
            Some(least) => regret.least = least,
            None => {
                regret.state = State::Impossible;
                return regret;
            }
        }
        regret.achieved = self.best_exchange(board.exchanges(arc), TRIED, ledger);
        if let Some(achieved) = &regret.achieved {
            agree(&mut regret.least, &achieved.losses);
        }
        regret
    }

    /// What is lost at least; `None` where no plan is as asked.
    fn least(&self, arc: ArcId, bounds: &[Option<TierBounds>]) -> Option<Vec<f64>> {
        let mut least: Vec<f64> = Vec::with_capacity(bounds.len());
        for (against, bounds) in self.against.iter().zip(bounds) {
            let bound = bounds
                .as_ref()
                .map_or(f64::INFINITY, |tier| tier.asked[arc]);
            if bound == f64::NEG_INFINITY {
                // Nothing as asked keeps the tiers before: the one before this cannot be kept.
                let before = least.pop()?;
                debug_assert!(before == 0.0);
                let against = self.against[least.len()];
                let shortfall = against.in_plan - against.keeps;
                least.push(shortfall.max(SLACK * (1.0 + against.keeps.abs())));
                break;
            }
            let slack = SLACK * (1.0 + bound.abs() + against.keeps.abs());
            if bound < against.keeps - 2.0 * slack {
                least.push(against.in_plan - bound - slack);
                break;
            }
            least.push(0.0);
        }
        Some(least)
    }
}
