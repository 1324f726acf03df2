//! Every set of pairs, one after the other; the best amounts for each by the back end.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "used by tests, which fail by panicking"
)]

use jiedui_domain::{Case, Id, IdVec};
use jiedui_graph::CandidateGraph;
use jiedui_model::{ColumnId, ColumnKind, Program, Tier};
use jiedui_solve::backend::{BackEndEnd, BackEndLimits, Part, solve_part};
use jiedui_solve::decomposition::blocks::KeptTier;

/// Earlier tiers are kept up to the first of these, relative. The back end calls some programs infeasible
/// that keep a tier so tightly; then the next one.
const KEPT: [f64; 4] = [1e-9, 1e-8, 1e-7, 1e-6];
/// More sets of pairs than this take too long.
const AFFORDABLE: usize = 250;

/// How far a run may be from what is found here, relative above 1: earlier tiers may have to be kept less tightly,
/// and the back end has a tolerance of its own.
pub const TOLERANCE: f64 = 2e-3;

/// What is found for a case.
#[derive(Clone, PartialEq, Debug)]
pub enum Found {
    /// The best value of every priority.
    Values(Vec<f64>),
    /// No plan exists.
    NoPlan,
    /// There are too many sets of pairs to look at.
    TooMany,
}

impl Found {
    /// The best value of every priority, if a plan was found.
    pub fn values(self) -> Option<Vec<f64>> {
        match self {
            Self::Values(values) => Some(values),
            Self::NoPlan | Self::TooMany => None,
        }
    }
}

/// Looks at every plan of a case.
pub fn best(case: &Case) -> Found {
    let graph = CandidateGraph::build(case).unwrap();
    let program = Program::build(case, &graph);
    let brute = BruteForce::new(&program);
    if !brute.is_affordable() {
        return Found::TooMany;
    }
    match brute.tiers() {
        Some(tiers) => Found::Values(tiers.iter().map(|best| best.value).collect()),
        None => Found::NoPlan,
    }
}

/// The best value of a priority.
#[derive(Clone, Copy, Debug)]
pub struct Best {
    /// In the tier's own unit.
    pub value: f64,
    /// Earlier tiers were kept less tightly than usual, from which this one may gain.
    pub is_loose: bool,
}

/// A program with every set of its pairs.
pub struct BruteForce<'a> {
    program: &'a Program,
    pairs: Vec<ColumnId>,
    /// Every set of pairs that keeps the rows which only pairs touch: values of `pairs`.
    sets: Vec<Vec<f64>>,
}

impl<'a> BruteForce<'a> {
    /// The sets that keep what only pairs decide.
    ///
    /// *Panics:* for more than 16 pairs.
    pub fn new(program: &'a Program) -> Self {
        let is_pair =
            |column: ColumnId| matches!(program.columns()[column].kind, ColumnKind::Pair(_));
        let pairs: Vec<ColumnId> = program.columns().ids().filter(|id| is_pair(*id)).collect();
        assert!(pairs.len() <= 16);
        let rows: Vec<_> = program
            .rows()
            .values()
            .filter(|row| row.terms.iter().all(|(column, _)| is_pair(*column)))
            .collect();
        let mut sets = Vec::new();
        let mut values = vec![0.0; program.columns().len()];
        for bits in 0..1_u32 << pairs.len() {
            for (index, pair) in pairs.iter().enumerate() {
                values[pair.index()] = f64::from(bits >> index & 1);
            }
            let allowed = pairs.iter().all(|pair| {
                let column = program.columns()[*pair];
                (column.lower..=column.upper).contains(&values[pair.index()])
            });
            let kept = rows.iter().all(|row| {
                let activity = program.evaluate(&row.terms, &values);
                activity >= row.lower - 1e-9 && activity <= row.upper + 1e-9
            });
            if allowed && kept {
                sets.push(pairs.iter().map(|pair| values[pair.index()]).collect());
            }
        }
        Self {
            program,
            pairs,
            sets,
        }
    }

    /// Whether there are few enough sets to try them all.
    pub fn is_affordable(&self) -> bool {
        self.sets.len() <= AFFORDABLE
    }

    /// How many sets of pairs there are.
    pub fn count(&self) -> usize {
        self.sets.len()
    }

    /// The pair columns, in the order of the sets' values.
    pub fn pairs(&self) -> &[ColumnId] {
        &self.pairs
    }

    /// For every set of pairs: its values, and the best of a tier where earlier ones keep so much; `None`
    /// where no amounts do.
    pub fn each(&self, tier: &Tier, kept: &[(&Tier, f64)]) -> Vec<(&[f64], Option<f64>)> {
        let sets = self.sets.iter();
        sets.map(|set| {
            let found = self.best_of(tier, set, kept);
            (set.as_slice(), found.map(|best| best.value))
        })
        .collect()
    }

    /// For every set of pairs that has amounts: the best of the first priority, and the value of the second,
    /// which has to depend on the pairs alone.
    pub fn first_by_second(&self) -> Vec<(f64, f64)> {
        let mut tiers = self.program.tiers().iter();
        let (Some(first), Some(second)) = (tiers.next(), tiers.next()) else {
            return Vec::new();
        };
        let sets = self.sets.iter();
        sets.filter_map(|set| {
            let found = self.best_of(first, set, &[])?;
            let mut values = vec![0.0; self.program.columns().len()];
            for (pair, value) in self.pairs.iter().zip(set) {
                values[pair.index()] = *value;
            }
            Some((found.value, self.program.evaluate(&second.terms, &values)))
        })
        .collect()
    }

    /// The best of every priority, each with the earlier ones kept; `None` if no set of pairs has amounts
    /// that keep every row.
    pub fn tiers(&self) -> Option<Vec<Best>> {
        let tiers = self.program.tiers().iter();
        let tiers: Vec<&Tier> = tiers.filter(|tier| tier.priority.is_some()).collect();
        let mut kept: Vec<(&Tier, f64)> = Vec::new();
        let mut best = Vec::new();
        let mut sets: Vec<&Vec<f64>> = self.sets.iter().collect();
        for tier in tiers {
            let values: Vec<(Best, &Vec<f64>)> = sets
                .iter()
                .filter_map(|set| self.best_of(tier, set, &kept).map(|found| (found, *set)))
                .collect();
            let top = values
                .iter()
                .map(|(found, _)| *found)
                .max_by(|a, b| a.value.total_cmp(&b.value))?;
            let close = 1e-6 * (1.0 + top.value.abs());
            sets = values
                .into_iter()
                .filter(|(found, _)| found.value >= top.value - close)
                .map(|(_, set)| set)
                .collect();
            kept.push((tier, top.value));
            best.push(top);
        }
        Some(best)
    }

    /// The best of the priority at a place where earlier ones keep at least this much each.
    pub fn best_keeping(&self, place: usize, kept: &[f64]) -> Option<Best> {
        let tiers = self.program.tiers().iter();
        let tiers: Vec<&Tier> = tiers.filter(|tier| tier.priority.is_some()).collect();
        let kept: Vec<(&Tier, f64)> = tiers.iter().copied().zip(kept.iter().copied()).collect();
        let tier = tiers.get(place)?;
        let sets = self.sets.iter();
        sets.filter_map(|set| {
            let exactly = self.best_within(tier, set, &kept, 0.0);
            exactly.or_else(|| self.best_of(tier, set, &kept))
        })
        .max_by(|a, b| a.value.total_cmp(&b.value))
    }

    fn best_of(&self, tier: &Tier, set: &[f64], kept: &[(&Tier, f64)]) -> Option<Best> {
        let mut slacks = KEPT.iter();
        slacks.find_map(|slack| self.best_within(tier, set, kept, *slack))
    }

    fn best_within(
        &self,
        tier: &Tier,
        set: &[f64],
        kept: &[(&Tier, f64)],
        slack: f64,
    ) -> Option<Best> {
        let rows: Vec<KeptTier> = kept
            .iter()
            .map(|(tier, value)| KeptTier {
                terms: tier.terms.clone(),
                at_least: value - slack * (1.0 + value.abs()),
            })
            .collect();
        let value = self.solve(tier, set, &rows)?;
        Some(Best {
            value,
            is_loose: slack > KEPT[0],
        })
    }

    fn solve(&self, tier: &Tier, set: &[f64], kept: &[KeptTier]) -> Option<f64> {
        let mut fixed = IdVec::filled(None, self.program.columns().len());
        for (pair, value) in self.pairs.iter().zip(set) {
            fixed[*pair] = Some(*value);
        }
        let part = Part {
            program: self.program,
            fixed: &fixed,
            kept,
            objective: &tier.terms,
            divided: false,
        };
        let limits = BackEndLimits {
            absolute_gap: 1e-9,
            nodes: 100_000,
            seconds: 60.0,
            seed: 1,
        };
        let found = solve_part(&part, limits).unwrap();
        match found.end {
            BackEndEnd::Optimal => found.values.map(|values| self.worth(tier, values)),
            BackEndEnd::Infeasible => None,
            other => panic!("{other:?}"),
        }
    }

    /// What a point is worth: the back end oversteps bounds by up to 1e-7, which is no gain.
    fn worth(&self, tier: &Tier, mut values: Vec<f64>) -> f64 {
        for (id, column) in self.program.columns().iter() {
            let value = &mut values[id.index()];
            *value = value.clamp(column.lower, column.upper);
        }
        self.program.complete(&mut values);
        self.program.evaluate(&tier.terms, &values)
    }
}
