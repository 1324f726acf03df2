//! What every candidate would cost, told by codes, for the dossier.

use jiedui_domain::{Case, HelperId, RecipientId, TierResult};
use jiedui_explain::chains::chains;
use jiedui_explain::dossier::{
    PairRegret, REGRET_VERSION, RegretMove, RegretState, RegretTier, Regrets,
};
use jiedui_model::{ArcId, Program};
use jiedui_solve::Start;
use jiedui_solve::regret::{self, Exchange, Regret, State};
use std::collections::BTreeSet;

/// What every candidate of a track with pairs costs against a plan; `None` where nothing decides on
/// pairs.
pub(crate) fn regrets(
    case: &Case,
    program: &Program,
    values: &[f64],
    tiers: &[TierResult],
    known: &Start,
) -> Option<Regrets> {
    let has_pairs = program
        .arcs()
        .values()
        .any(|columns| columns.pair.is_some());
    if !has_pairs {
        return None;
    }
    let regret = Regret::new(program, values, tiers, known);
    let against = tiers.iter().zip(regret.against());
    let tiers = against
        .map(|(tier, against)| RegretTier {
            priority: tier.priority,
            in_plan: against.in_plan,
            keeps: against.keeps,
        })
        .collect();
    let found = regret.all(known);
    let mut pairs: Vec<PairRegret> = found.iter().map(|row| told(case, program, row)).collect();
    pairs.sort_by(|a, b| (&a.helper, &a.recipient).cmp(&(&b.helper, &b.recipient)));
    Some(Regrets {
        version: REGRET_VERSION,
        tiers,
        pairs,
    })
}

fn told(case: &Case, program: &Program, row: &regret::PairRegret) -> PairRegret {
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
    }
}

/// The moves of an exchange in the order of telling, those that the pair asked for is part of first.
fn moves(case: &Case, program: &Program, asked: ArcId, exchange: &Exchange) -> Vec<RegretMove> {
    let pairs = |arcs: &[ArcId]| -> BTreeSet<(HelperId, RecipientId)> {
        let columns = arcs.iter().map(|arc| &program.arcs()[*arc]);
        columns
            .map(|columns| (columns.helper, columns.recipient))
            .collect()
    };
    let mut told = chains(&pairs(&exchange.dropped), &pairs(&exchange.formed));
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
