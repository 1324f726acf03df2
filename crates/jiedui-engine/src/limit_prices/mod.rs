//! What one more unit of each limit of a plan would bring.

mod held;
mod rules;
mod worth;

use crate::decisions::OfRun;
use crate::parties::Parties;
use crate::{EngineError, EngineWatch, Knowledge, RunOptions, threads};
use held::HeldPlan;
use jiedui_domain::{Case, HelperId, Plan, RecipientId};
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{Limit, LimitKind, LimitState};
use jiedui_explain::limit_prices::{AmountPrice, FORMAT_VERSION, LimitPrices};
use jiedui_graph::CandidateGraph;
use rayon::prelude::*;
use std::collections::BTreeMap;
use worth::{AmountLimit, Pricing};

/// Which limits are priced.
#[derive(Clone, Copy, Debug, Default)]
pub struct WhichLimits {
    /// Those at the pairs of this helper only.
    pub helper: Option<HelperId>,
    /// Those at the pairs of this recipient only.
    pub recipient: Option<RecipientId>,
    /// Limits on pairs too; each takes a solve of the whole case.
    pub rules: bool,
}

/// What one more unit of each limit that the plan uses up would bring.
///
/// `dossier` and `plan` are those of a run of this case, `known` is what it left for later ones.
///
/// *Errors:* [`EngineError`].
/// *Complexity:* up to some twenty linear programs of the held amounts a limit; one solve for each limit on
/// pairs.
/// *Determinism:* the same whatever the number of threads, unless the watch stops it.
/// *Source:* model §7 (shadow price).
pub fn limit_prices(
    case: &Case,
    dossier: &Dossier,
    plan: &Plan,
    which: WhichLimits,
    options: &RunOptions,
    known: Option<&Knowledge>,
    watch: &dyn EngineWatch,
) -> Result<LimitPrices, EngineError> {
    let pool = threads::pool(options.solver.threads)?;
    let limits = limits_in_question(case, dossier, which);
    let parties = Parties::of(case);
    let graph = CandidateGraph::build(case)?;
    let held = HeldPlan::new(case, &graph, plan, &options.solver);
    let base = if limits.is_empty() {
        Vec::new()
    } else {
        // The plan itself obeys every rule, so amounts for its pairs exist.
        held.optima(&held.case, None)?.unwrap_or_default()
    };
    let priced: Vec<Option<AmountPrice>> = pool.install(|| {
        limits
            .par_iter()
            .map(|(limit, told)| {
                if watch.stop().is_some() || base.is_empty() {
                    return Ok(None);
                }
                amount_price(&held, &base, &parties, *limit, told).map(Some)
            })
            .collect::<Result<_, _>>()
    })?;
    let mut interrupted = priced.iter().any(Option::is_none);
    let mut amounts: Vec<AmountPrice> = priced.into_iter().flatten().collect();
    most_worth_first(&mut amounts);
    let rules = if which.rules {
        let of_run = OfRun {
            case,
            tiers: &dossier.tiers,
            plan,
            options,
            known,
            watch,
        };
        let (rules, stopped) = rules::prices(case, &graph, dossier, which, &of_run)?;
        interrupted |= stopped;
        Some(rules)
    } else {
        None
    };
    Ok(LimitPrices {
        format_version: FORMAT_VERSION,
        helper: which.helper.map(|helper| parties.helper(helper)),
        recipient: which
            .recipient
            .map(|recipient| parties.recipient(recipient)),
        tiers: dossier.tiers.clone(),
        held: base,
        amounts,
        rules,
        interrupted,
    })
}

/// What more of one limit would bring, beside the best that the plan's pairs can have.
fn amount_price(
    held: &HeldPlan<'_>,
    base: &[f64],
    parties: &Parties<'_>,
    limit: AmountLimit,
    told: &Limit,
) -> Result<AmountPrice, EngineError> {
    let at = told.limit.unwrap_or(0.0);
    let pricing = Pricing {
        held,
        base,
        limit,
        at,
    };
    let worth = pricing.worth()?;
    let (helper, recipient) = match limit {
        AmountLimit::Budget(helper) | AmountLimit::Supply(helper, _) => {
            (Some(parties.helper(helper)), None)
        }
        AmountLimit::Need(recipient, _) => (None, Some(parties.recipient(recipient))),
    };
    Ok(AmountPrice {
        kind: told.kind,
        helper,
        recipient,
        sector: told.sector.clone(),
        limit: at,
        unit: told.unit,
        fact: told.fact.clone(),
        worth,
    })
}

/// Gains by priority, the greatest first, then losses, then what changes nothing. Stable: equals stay in the order
/// of their codes.
fn most_worth_first(amounts: &mut [AmountPrice]) {
    amounts.sort_by(|a, b| {
        let key = |price: &AmountPrice| match price.worth.gain() {
            Some((priority, gain)) => (u8::from(gain <= 0.0), priority, -gain),
            None => (2, 0, 0.0),
        };
        let (a, b) = (key(a), key(b));
        (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2))
    });
}

/// The limits on amounts that bind at the pairs in question, each once.
fn limits_in_question<'d>(
    case: &Case,
    dossier: &'d Dossier,
    which: WhichLimits,
) -> Vec<(AmountLimit, &'d Limit)> {
    let mut found = BTreeMap::new();
    for pair in &dossier.pairs {
        let helper = case.helper_by_code(&pair.helper);
        let recipient = case.recipient_by_code(&pair.recipient);
        let (Some(helper), Some(recipient)) = (helper, recipient) else {
            continue;
        };
        if which.helper.is_some_and(|only| only != helper)
            || which.recipient.is_some_and(|only| only != recipient)
        {
            continue;
        }
        for limit in &pair.limits {
            if limit.state != LimitState::Binding {
                continue;
            }
            let sector = limit.sector.as_deref().and_then(|code| {
                let mut sectors = case.policy.sectors.iter();
                sectors
                    .find(|(_, sector)| sector.code == code)
                    .map(|(id, _)| id)
            });
            let key = match (limit.kind, sector) {
                (LimitKind::Budget, _) => AmountLimit::Budget(helper),
                (LimitKind::SectorSupply, Some(sector)) => AmountLimit::Supply(helper, sector),
                (LimitKind::NeedMet, Some(sector)) => AmountLimit::Need(recipient, sector),
                _ => continue,
            };
            found.entry(key).or_insert(limit);
        }
    }
    found.into_iter().collect()
}
