//! Random small cases: the price of every limit equals finite differences anywhere in its range, found by
//! stating and solving the whole program of the changed case with the pairs held.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{Amount, Case, IdVec, Plan, Quantity, Wan};
use jiedui_engine::dossier::LimitKind;
use jiedui_engine::limit_report::{AmountPrice, Worth};
use jiedui_engine::{Unwatched, WhichLimits, limit_prices};
use jiedui_graph::CandidateGraph;
use jiedui_model::{ColumnId, Program};
use jiedui_solve::backend::{BackEndLimits, Part, solve_part};
use jiedui_solve::decomposition::blocks::KeptTier;
use jiedui_tests::random_case::{draft, drawn};
use jiedui_tests::runs::{options_of, planned};
use proptest::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The back end's own tolerance, in a value near 1.
const TOLERANCE: f64 = 3e-6;

static EVEN: AtomicUsize = AtomicUsize::new(0);
static RANGED: AtomicUsize = AtomicUsize::new(0);
static STEPS: AtomicUsize = AtomicUsize::new(0);
static NOTHING: AtomicUsize = AtomicUsize::new(0);

/// The case with another figure for the limit.
fn with_limit(case: &Case, price: &AmountPrice, figure: f64) -> Case {
    let mut case = case.clone();
    let helper = price
        .helper
        .as_ref()
        .map(|party| case.helper_by_code(&party.code).unwrap());
    let code = |sector| case.policy.sectors[sector].code.clone();
    match price.kind {
        LimitKind::Budget => {
            case.helpers[helper.unwrap()].budget = Some(Wan::from_f64(figure).unwrap());
        }
        LimitKind::SectorSupply => {
            let row = case
                .supply
                .iter()
                .position(|row| Some(row.of) == helper && Some(code(row.sector)) == price.sector);
            case.supply[row.unwrap()].amount = Amount::from_f64(figure).unwrap();
        }
        LimitKind::NeedMet => {
            let recipient = price.recipient.as_ref().unwrap();
            let recipient = case.recipient_by_code(&recipient.code).unwrap();
            let row = case
                .needs
                .iter()
                .position(|row| row.of == recipient && Some(code(row.sector)) == price.sector);
            case.needs[row.unwrap()].amount = Amount::from_f64(figure).unwrap();
        }
        _ => panic!("no limit on amounts: {price:?}"),
    }
    case
}

/// What every priority of a case can reach with the pairs of a plan and its whole numbers, the latter
/// changed by one where `more` says so. Fits and distances are those of the case before any change.
fn reached(before: &Case, case: &Case, plan: &Plan, more: Option<usize>) -> Option<Vec<f64>> {
    let graph = CandidateGraph::build(case).unwrap();
    let mut stated = case.clone();
    let old = CandidateGraph::build(before).unwrap();
    for row in &mut stated.pairs {
        if let Some(arc) = old.arc(row.helper, row.recipient) {
            row.fit = Some(old.arcs()[arc].fit);
        }
    }
    let program = Program::build(&stated, &graph);
    let mut fixed: IdVec<ColumnId, Option<f64>> = IdVec::filled(None, program.columns().len());
    let mut whole = 0;
    let mut formed = 0;
    for arc in program.arcs().values() {
        let pair = plan.pair(arc.helper, arc.recipient);
        if let Some(column) = arc.pair {
            fixed[column] = Some(f64::from(u8::from(pair.is_some())));
            formed += usize::from(pair.is_some());
        }
        for (sector, column) in &arc.help {
            if arc.pair.is_some() && pair.is_none() {
                fixed[*column] = Some(0.0);
                continue;
            }
            if !case.policy.sectors[*sector].whole {
                continue;
            }
            let help = pair.and_then(|pair| pair.help.iter().find(|help| help.sector == *sector));
            let mut units = help.map_or(0.0, |help| help.amount.to_f64());
            units += f64::from(u8::from(more == Some(whole)));
            whole += 1;
            if units > program.columns()[*column].upper {
                return None;
            }
            fixed[*column] = Some(units);
        }
    }
    let pairs = plan.pairs().iter();
    let divisible = |h| case.policy.tracks[case.helpers[h].track].divisible;
    if formed != pairs.filter(|pair| !divisible(pair.helper)).count()
        || more.is_some_and(|more| more >= whole)
    {
        return None;
    }
    let mut kept: Vec<KeptTier> = Vec::new();
    let mut values = Vec::new();
    for tier in program
        .tiers()
        .iter()
        .filter(|tier| tier.priority.is_some())
    {
        let part = Part {
            program: &program,
            fixed: &fixed,
            kept: &kept,
            objective: &tier.terms,
            divided: true,
        };
        let limits = BackEndLimits {
            absolute_gap: 0.0,
            nodes: 1000,
            seconds: 60.0,
            seed: 1,
        };
        let found = solve_part(&part, limits).unwrap();
        found.values?;
        values.push(found.objective);
        kept.push(KeptTier {
            terms: tier.terms.clone(),
            at_least: found.objective - 1e-7 * (1.0 + found.objective.abs()),
        });
    }
    Some(values)
}

struct Question<'a> {
    case: &'a Case,
    plan: &'a Plan,
    base: &'a [f64],
}

impl Question<'_> {
    fn priority(&self, tier: usize) -> u32 {
        let objectives = &self.case.policy.objectives;
        let mut tiers = objectives.chunk_by(|a, b| a.priority == b.priority);
        tiers.nth(tier).unwrap()[0].priority
    }

    fn tolerance(&self, tier: usize) -> f64 {
        TOLERANCE * (1.0 + self.base[tier].abs())
    }

    /// The gain of a priority at another figure of the limit; none before it may change.
    fn gain(&self, price: &AmountPrice, priority: u32, figure: f64) -> f64 {
        let case = with_limit(self.case, price, figure);
        let found = reached(self.case, &case, self.plan, None).unwrap();
        for (tier, (found, base)) in found.iter().zip(self.base).enumerate() {
            if self.priority(tier) == priority {
                return found - base;
            }
            let change = (found - base).abs();
            assert!(
                change <= self.tolerance(tier),
                "{change} in tier {tier}: {price:?}"
            );
        }
        panic!("no priority {priority}");
    }

    fn tier(&self, priority: u32) -> usize {
        (0..self.base.len())
            .find(|tier| self.priority(*tier) == priority)
            .unwrap()
    }

    fn check(&self, price: &AmountPrice, fraction: f64) -> Result<(), TestCaseError> {
        match price.worth {
            Worth::Even {
                priority,
                per_unit,
                from,
                to,
                at_end,
            } => {
                EVEN.fetch_add(1, Ordering::Relaxed);
                RANGED.fetch_add(usize::from(from < price.limit), Ordering::Relaxed);
                let slack = self.tolerance(self.tier(priority));
                prop_assert!(
                    per_unit > 0.0 && from <= price.limit && to > price.limit,
                    "{price:?}"
                );
                prop_assert!(
                    (at_end - per_unit * (to - price.limit)).abs() <= slack + 2e-3 * at_end
                );
                // What people cannot sign changes nothing, so the range is looked at in hundredths.
                let (first, last) = ((from * 100.0).ceil(), (to * 100.0).floor());
                let between = (first + (last - first) * fraction).floor();
                for figure in [first, last, between].map(|hundredths| hundredths / 100.0) {
                    let gain = self.gain(price, priority, figure);
                    let told = per_unit * (figure - price.limit);
                    prop_assert!(
                        (gain - told).abs() <= slack + 2e-3 * told.abs(),
                        "{gain} at {figure}, told {told}: {price:?}"
                    );
                }
            }
            Worth::Step {
                priority,
                step,
                change,
            } => {
                STEPS.fetch_add(1, Ordering::Relaxed);
                let slack = self.tolerance(self.tier(priority));
                let case = with_limit(self.case, price, price.limit + step);
                let mut gains = (0..16_usize)
                    .map(Some)
                    .chain([None])
                    .filter_map(|more| reached(self.case, &case, self.plan, more))
                    .map(|found| found[self.tier(priority)] - self.base[self.tier(priority)]);
                prop_assert!(
                    gains.any(|gain| (gain - change).abs() <= slack),
                    "{price:?}"
                );
            }
            Worth::Nothing { tried } => {
                NOTHING.fetch_add(1, Ordering::Relaxed);
                let case = with_limit(self.case, price, price.limit + tried);
                let whole = price.sector.as_ref().is_some_and(|code| code == "persons");
                if let (false, Some(found)) = (whole, reached(self.case, &case, self.plan, None)) {
                    for (tier, (found, base)) in found.iter().zip(self.base).enumerate() {
                        prop_assert!(found - base <= self.tolerance(tier), "{price:?}");
                    }
                }
            }
            Worth::Breaks { .. } => {}
        }
        Ok(())
    }
}

fn prices_are_finite_differences(case: &Case, fraction: f64) -> Result<(), TestCaseError> {
    let options = options_of(case);
    let Some(run) = planned(case, &options) else {
        return Ok(());
    };
    let plan = run.plan.get();
    let which = WhichLimits::default();
    let prices = limit_prices(case, &run.dossier, plan, which, &options, None, &Unwatched);
    let prices = prices.unwrap();
    prop_assert!(prices.rules.is_none() && !prices.interrupted);
    let Some(base) = reached(case, case, plan, None) else {
        panic!("the plan itself stands");
    };
    let question = Question {
        case,
        plan,
        base: &base,
    };
    for (told, base) in prices.held.iter().zip(&base) {
        prop_assert!((told - base).abs() <= TOLERANCE * (1.0 + base.abs()));
    }
    // What brings something comes first, by priority, then by how much.
    let gains: Vec<_> = prices.amounts.iter().map(|one| one.worth.gain()).collect();
    for pair in gains.windows(2) {
        let in_order = match (pair[0], pair[1]) {
            (Some(a), Some(b)) if (a.1 > 0.0) == (b.1 > 0.0) => {
                a.0 < b.0 || (a.0 == b.0 && a.1 >= b.1)
            }
            (Some(a), Some(_)) => a.1 > 0.0,
            (a, b) => a.is_some() || b.is_none(),
        };
        prop_assert!(in_order, "{gains:?}");
    }
    for price in &prices.amounts {
        question.check(price, fraction)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(drawn(120, 20_261_128))]

    fn prices_of_random_plans(draft in draft(), fraction in 0.05..0.95_f64) {
        prices_are_finite_differences(&draft.case(), fraction)?;
    }
}

#[test]
fn prices_equal_finite_differences_inside_their_range() {
    prices_of_random_plans();
    // A generator that stopped making limits that matter would test nothing.
    let counted = [&EVEN, &RANGED, &STEPS, &NOTHING].map(|one| one.load(Ordering::Relaxed));
    let enough = counted.iter().zip([20, 5, 5, 10]);
    assert!(
        enough.into_iter().all(|(one, least)| *one >= least),
        "{counted:?}"
    );
}
