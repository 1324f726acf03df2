//! The best amounts of a set of pairs, by the back end.

use super::Driver;
use crate::backend::{BackEndLimits, Found, Part, solve_part};
use crate::error::SolveError;
use crate::rounding::round_to_steps;
use jiedui_domain::IdVec;
use jiedui_model::{ColumnId, Tier};

/// The part of the time limit that a call of the back end gets, however little is left: a plan found is worth
/// its amounts.
const LAST_CALL: f64 = 0.1;
/// Branch-and-bound nodes per call at effort 1.
pub(super) const NODES: f64 = 20_000.0;
/// Part of the target gap that amounts of a set of pairs leave open: the last of it cost up to seconds and
/// brought nothing.
const AMOUNTS: f64 = 0.4;

/// A plan of a tier: its value and the value of every column.
pub(super) type Valued = (f64, Vec<f64>);

/// What is made of amounts that come in whole units.
#[derive(Clone, Copy, Debug)]
pub(super) enum Amounts {
    /// Units may be split: a linear program.
    Divided,
    /// Whole units, by branch and bound to an absolute gap, with so many nodes at effort 1.
    Whole { gap: f64, nodes: f64 },
}

impl Driver<'_> {
    /// The best amounts when exactly these pairs are formed; `None` if they break a rule or a kept tier.
    pub(super) fn allocate(
        &mut self,
        tier: &Tier,
        pairs: &[ColumnId],
    ) -> Result<Option<Valued>, SolveError> {
        self.allocate_beyond(tier, pairs, None)
    }

    /// As [`Self::allocate`]; `None` as well where even divided units do not bring more than `to_beat`,
    /// which a linear program tells far sooner than whole units do.
    pub(super) fn allocate_beyond(
        &mut self,
        tier: &Tier,
        pairs: &[ColumnId],
        to_beat: Option<f64>,
    ) -> Result<Option<Valued>, SolveError> {
        let fixed =
            self.fix_pairs(|pair| Some(f64::from(u8::from(pairs.binary_search(&pair).is_ok()))));
        // Divided units, cut to whole ones, lose next to nothing where there are thousands of pairs.
        let cuts = self.is_large();
        if cuts || to_beat.is_some() {
            let limit = self.solve_fixed(&fixed, tier, Amounts::Divided)?;
            self.note_end(limit.end);
            let Some(values) = limit.values else {
                return Ok(None);
            };
            if to_beat.is_some_and(|to_beat| limit.objective <= to_beat) {
                return Ok(None);
            }
            if cuts && let Some(cut) = self.in_steps(tier, values) {
                return Ok(Some(cut));
            }
        }
        let found = self.back_end(&fixed, tier, self.gap_of_amounts(tier))?;
        self.note_end(found.end);
        Ok(found.values.map(|values| (found.objective, values)))
    }

    /// A point in the steps that a plan has, with its value there; `None` where some rule then fails.
    fn in_steps(&self, tier: &Tier, mut values: Vec<f64>) -> Option<Valued> {
        round_to_steps(self.program, &mut values).ok()?;
        self.program.complete(&mut values);
        Some((self.program.evaluate(&tier.terms, &values), values))
    }

    fn seconds_of_call(&self) -> f64 {
        let limit = self.options.time_limit_s;
        let left = self.watch.seconds_left().unwrap_or(limit);
        left.clamp(LAST_CALL * limit, limit)
    }

    /// The gap that amounts are solved to.
    pub(super) fn gap_of_amounts(&self, tier: &Tier) -> f64 {
        self.target_gap(tier, self.rough_size(tier)) * AMOUNTS
    }

    /// Fixes pair columns as told, and the help of pairs that are fixed at 0.
    pub(super) fn fix_pairs(
        &self,
        fix: impl Fn(ColumnId) -> Option<f64>,
    ) -> IdVec<ColumnId, Option<f64>> {
        let mut fixed = IdVec::filled(None, self.program.columns().len());
        for columns in self.program.arcs().values() {
            let Some(pair) = columns.pair else { continue };
            let at = fix(pair);
            fixed[pair] = at;
            if at == Some(0.0) {
                for (_, help) in &columns.help {
                    fixed[*help] = Some(0.0);
                }
            }
        }
        fixed
    }

    pub(super) fn back_end(
        &mut self,
        fixed: &IdVec<ColumnId, Option<f64>>,
        tier: &Tier,
        absolute_gap: f64,
    ) -> Result<Found, SolveError> {
        self.back_end_within(fixed, tier, absolute_gap, NODES)
    }

    /// The same with a number of nodes at effort 1.
    pub(super) fn back_end_within(
        &mut self,
        fixed: &IdVec<ColumnId, Option<f64>>,
        tier: &Tier,
        absolute_gap: f64,
        nodes: f64,
    ) -> Result<Found, SolveError> {
        let amounts = Amounts::Whole {
            gap: absolute_gap,
            nodes,
        };
        self.solve_fixed(fixed, tier, amounts)
    }

    pub(super) fn solve_fixed(
        &mut self,
        fixed: &IdVec<ColumnId, Option<f64>>,
        tier: &Tier,
        amounts: Amounts,
    ) -> Result<Found, SolveError> {
        self.effort.back_end_calls += 1;
        let (divided, absolute_gap, nodes) = match amounts {
            Amounts::Divided => (true, 0.0, NODES),
            Amounts::Whole { gap, nodes } => (false, gap, nodes),
        };
        let part = Part {
            program: self.program,
            fixed,
            kept: &self.kept,
            objective: &tier.terms,
            divided,
        };
        solve_part(
            &part,
            BackEndLimits {
                absolute_gap,
                nodes: (nodes * self.options.effort).clamp(1.0, 2e9) as i32,
                seconds: self.seconds_of_call(),
                seed: (self.options.seed % 2_147_483_647) as i32,
            },
        )
    }
}
