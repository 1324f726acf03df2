//! What every candidate would cost, told by codes, for the dossier.

use crate::plan_values::values_of;
use crate::{EngineError, Run, threads};
use jiedui_domain::{Case, HelperId, MeasureScale, RecipientId, Termination};
use jiedui_explain::chains::chains_by_track;
use jiedui_explain::dossier::{
    PairRegret, REGRET_VERSION, RegretMove, RegretState, RegretTier, Regrets,
};
use jiedui_model::{ArcId, Program};
use jiedui_solve::regret::{self, Achieved, Exchange, Regret, State};
use std::collections::BTreeSet;

/// Candidates at most: beyond, the pass would take longer than people wait and the dossier hundreds of
/// megabytes, and single pairs are asked for instead.
const MOST_CANDIDATES: usize = 50_000;

/// What sums of floating-point numbers may hide, relative above 1.
const ROUNDING: f64 = 1e-9;

/// Adds to a run's dossier what every candidate would cost, and whom it would move; nothing where
/// somebody interrupted the run, there are more than 50,000 candidates, or the plan was sought among a list of
/// them.
///
/// Apart from [`crate::assign()`], because runs that only answer a question have no use for it.
///
/// *Errors:* [`EngineError::Threads`].
/// *Complexity:* a few rounds of pricing and a few dozen exchanges a candidate; no solver is called.
/// *Determinism:* depends on case and run only, whatever the number of threads.
/// *Source:* model §7 (regret, displacement chain).
pub fn price_pairs(case: &Case, run: &mut Run, threads: usize) -> Result<(), EngineError> {
    let pool = threads::pool(threads)?;
    run.dossier.regrets = pool.install(|| regrets(case, run));
    Ok(())
}

/// `None` where nothing decides on pairs, or it would not be waited for.
fn regrets(case: &Case, run: &Run) -> Option<Regrets> {
    // What a pair loses at least is proven over the program: with a list that would not speak of all plans.
    if run.listed.is_some() || run.graph.arcs().len() > MOST_CANDIDATES {
        return None;
    }
    let program = Program::build(case, &run.graph);
    let arcs = program.arcs().values();
    let candidates = arcs.filter(|columns| columns.pair.is_some()).count();
    if candidates == 0 || !is_waited_for(candidates, run.termination) {
        return None;
    }
    let values = values_of(&program, run.plan.get());
    let known = run.knowledge.start_for(case, &program);
    let regret = Regret::new(&program, &values, &run.tiers, &known);
    let against = run.tiers.iter().zip(regret.against());
    let tiers = against
        .map(|(tier, against)| RegretTier {
            priority: tier.priority,
            in_plan: against.in_plan,
            keeps: against.keeps,
        })
        .collect();
    let found = regret.all(&known);
    let worth_telling = Better::than(case, run);
    let rows = found
        .iter()
        .map(|row| told(case, &program, row, worth_telling));
    let mut pairs: Vec<PairRegret> = rows.collect();
    pairs.sort_by(|a, b| (&a.helper, &a.recipient).cmp(&(&b.helper, &b.recipient)));
    Some(Regrets {
        version: REGRET_VERSION,
        tiers,
        pairs,
    })
}

fn is_waited_for(candidates: usize, termination: Termination) -> bool {
    candidates <= MOST_CANDIDATES && termination != Termination::Interrupted
}

/// When another plan is told as a better one.
#[derive(Clone, Copy)]
struct Better {
    /// The plan's value in the last priority.
    in_plan: f64,
    /// A plan better by no more is told as equally good: the gap that the run was asked for, since no run
    /// looks any closer, and `--exact` calls nothing less a better plan either.
    gap: f64,
}

impl Better {
    fn than(case: &Case, run: &Run) -> Self {
        let asked = case.policy.solver.gap;
        run.tiers.last().map_or(
            Self {
                in_plan: 0.0,
                gap: asked,
            },
            |tier| Self {
                in_plan: tier.in_plan,
                gap: match tier.scale {
                    MeasureScale::Share => asked,
                    MeasureScale::Relative => asked * tier.in_plan.abs(),
                },
            },
        )
    }
}

fn told(case: &Case, program: &Program, row: &regret::PairRegret, than: Better) -> PairRegret {
    let columns = &program.arcs()[row.arc];
    PairRegret {
        helper: case.helpers[columns.helper].code.clone(),
        recipient: case.recipient_code(columns.recipient).to_owned(),
        formed: row.formed,
        state: match row.state {
            State::Priced => RegretState::Priced,
            State::Impossible => RegretState::Impossible,
            State::Demanded => RegretState::Demanded,
        },
        least: row.least.clone(),
        achieved: row.achieved.as_ref().map(|found| found.losses.clone()),
        moves: row.achieved.as_ref().map_or_else(Vec::new, |found| {
            moves(case, program, row.arc, &found.exchange)
        }),
        gain: row.achieved.as_ref().and_then(|found| gain(found, than)),
    }
}

/// What a plan that loses nothing brings more in the last priority.
fn gain(found: &Achieved, than: Better) -> Option<f64> {
    if found.losses.iter().any(|loss| *loss > 0.0) {
        return None;
    }
    let gain = found.values.last()? - than.in_plan;
    (gain > than.gap.max(ROUNDING * than.in_plan.abs().max(1.0))).then_some(gain)
}

/// The moves of an exchange in the order of telling, those that the pair asked for is part of first.
fn moves(case: &Case, program: &Program, asked: ArcId, exchange: &Exchange) -> Vec<RegretMove> {
    let pairs = |arcs: &[ArcId]| -> BTreeSet<(HelperId, RecipientId)> {
        let columns = arcs.iter().map(|arc| &program.arcs()[*arc]);
        columns
            .map(|columns| (columns.helper, columns.recipient))
            .collect()
    };
    let track = |helper: HelperId| case.helpers[helper].track;
    let mut told = chains_by_track(&pairs(&exchange.dropped), &pairs(&exchange.formed), track);
    let columns = &program.arcs()[asked];
    let asked = (columns.helper, columns.recipient);
    // Stable: all others keep their order.
    told.sort_by_key(|chain| {
        let mut links = chain.links.iter();
        !links.any(|link| (link.helper, link.recipient) == asked)
    });
    let code = |recipient: RecipientId| case.recipient_code(recipient).to_owned();
    told.iter()
        .flat_map(|chain| chain.moves())
        .map(|one| RegretMove {
            helper: case.helpers[one.helper].code.clone(),
            from: one.from.map(code),
            to: one.to.map(code),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn costs_of_a_nation_or_after_an_interrupt_are_not_waited_for() {
        assert!(is_waited_for(11_706, Termination::EffortSpent));
        assert!(is_waited_for(MOST_CANDIDATES, Termination::TimeLimit));
        assert!(!is_waited_for(MOST_CANDIDATES + 1, Termination::Optimal));
        assert!(!is_waited_for(4, Termination::Interrupted));
    }
}
