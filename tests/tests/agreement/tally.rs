//! Counts in how many of the random cases each measure and each rule family matters, so that the agreement
//! is about all of them.

use jiedui_domain::{Id, Measure, Quantity, RuleFamily};
use jiedui_engine::Run;
use jiedui_graph::CandidateGraph;
use jiedui_model::Program;
use jiedui_tests::brute_force::{Best, BruteForce};
use jiedui_tests::random_case::Draft;
use std::collections::BTreeMap;

/// A rule family is looked at until it has mattered so often: brute force costs time.
const OFTEN: u32 = 2;
/// Answers that differ by more than this are different.
const DIFFERENT: f64 = 1e-3;

/// In how many cases what mattered.
#[derive(Default)]
pub struct Tally {
    pub cases: u32,
    families: BTreeMap<RuleFamily, u32>,
    /// Asked for in a case that has a plan.
    asked: BTreeMap<Measure, u32>,
    /// The only measure of its priority, which reaches a value other than 0.
    reached: BTreeMap<Measure, u32>,
}

impl Tally {
    /// Counts a case whose answer all agreed upon; `run` where it has a plan.
    pub fn add(&mut self, draft: &Draft, run: Option<&Run>) {
        self.cases += 1;
        if let Some(run) = run {
            self.add_measures(draft, run);
        }
        for family in RuleFamily::ALL {
            let count = self.families.get(&family).copied().unwrap_or(0);
            if count < OFTEN && matters(draft, run, family) {
                self.families.insert(family, count + 1);
            }
        }
    }

    fn add_measures(&mut self, draft: &Draft, run: &Run) {
        let case = draft.case();
        for tier in &run.tiers {
            let objectives = case.policy.objectives.iter();
            let measures: Vec<Measure> = objectives
                .filter(|objective| objective.priority == tier.priority)
                .map(|objective| objective.measure)
                .collect();
            for measure in &measures {
                *self.asked.entry(*measure).or_default() += 1;
            }
            if let ([measure], true) = (measures.as_slice(), tier.reached.abs() > DIFFERENT) {
                *self.reached.entry(*measure).or_default() += 1;
            }
        }
    }

    /// Every measure and every rule family mattered in several cases.
    pub fn assert_that_all_matter(&self) {
        for family in RuleFamily::ALL {
            let count = self.families.get(&family).copied().unwrap_or(0);
            assert!(count >= OFTEN, "{} matters in {count} cases", family.code());
        }
        for measure in Measure::ALL {
            let asked = self.asked.get(&measure).copied().unwrap_or(0);
            let reached = self.reached.get(&measure).copied().unwrap_or(0);
            let code = measure.code();
            assert!(asked >= 5, "{code} is asked for in {asked} cases");
            assert!(reached >= 1, "{code} reaches a value in {reached} cases");
        }
    }
}

fn matters(draft: &Draft, run: Option<&Run>, family: RuleFamily) -> bool {
    match draft.without(family) {
        Some(freed) => {
            let (Some(bound), Some(free)) = (answer(draft), answer(&freed)) else {
                return false;
            };
            differ(bound, free)
        }
        None => run.is_some_and(|run| is_tight(draft, run, family)),
    }
}

/// What brute force says; `None` where it would take too long.
fn answer(draft: &Draft) -> Option<Option<Vec<Best>>> {
    let case = draft.case();
    let graph = CandidateGraph::build(&case).ok()?;
    let program = Program::build(&case, &graph);
    let brute = BruteForce::new(&program);
    brute.is_affordable().then(|| brute.tiers())
}

fn differ(bound: Option<Vec<Best>>, free: Option<Vec<Best>>) -> bool {
    match (bound, free) {
        (Some(bound), Some(free)) => {
            let mut both = bound.iter().zip(&free);
            both.any(|(bound, free)| (bound.value - free.value).abs() > DIFFERENT)
        }
        (bound, free) => bound.is_some() != free.is_some(),
    }
}

/// Rules that every case has: the plan stands at the limit.
fn is_tight(draft: &Draft, run: &Run, family: RuleFamily) -> bool {
    let given = |of: &dyn Fn(usize, usize) -> bool, sector: usize| -> f64 {
        let pairs = run.plan.pairs().iter();
        let pairs = pairs.filter(|pair| of(pair.helper.index(), pair.recipient.index()));
        let help = pairs.flat_map(|pair| &pair.help);
        let help = help.filter(|help| help.sector.index() == sector);
        help.map(|help| help.amount.to_f64()).sum()
    };
    let is_all = |given: f64, limit: f64| limit > 0.0 && (given - limit).abs() < 1e-9;
    let needs = draft.needs();
    let supplies = draft.supplies();
    match family {
        RuleFamily::NeedBalance => needs.iter().enumerate().any(|(place, needs)| {
            let of = |_, recipient| recipient == place;
            (0..2).any(|sector| is_all(given(&of, sector), needs[sector]))
        }),
        RuleFamily::SectorSupply => supplies.iter().enumerate().any(|(giver, supplies)| {
            let of = |helper, _| helper == giver;
            (0..2).any(|sector| is_all(given(&of, sector), supplies[sector]))
        }),
        // Help is left over and wanted, but the two are no pair, though they may be one.
        RuleFamily::Activation => run.graph.arcs().values().any(|arc| {
            let (giver, place) = (arc.helper.index(), arc.recipient.index());
            run.plan.pair(arc.helper, arc.recipient).is_none()
                && (0..2).any(|sector| {
                    let is_left =
                        given(&|helper, _| helper == giver, sector) < supplies[giver][sector];
                    let is_wanted =
                        given(&|_, recipient| recipient == place, sector) < needs[place][sector];
                    is_left && is_wanted
                })
        }),
        _ => false,
    }
}
