//! What each human decision costs: the case without it, solved again.

use crate::parties::Parties;
use crate::{EngineError, EngineWatch, Knowledge, Run, RunOptions, RunOutcome, assign_from};
use jiedui_domain::{Case, Decision, DecisionAction, HelperId, Plan, RecipientId, Termination};
use jiedui_explain::decisions::{
    DecisionKind, DecisionPrice, DecisionPrices, FORMAT_VERSION, Price, TierPrice, prices,
};
use jiedui_explain::dossier::{ExclusionReason, Tier};
use jiedui_explain::exclusion_reasons;
use jiedui_graph::{CandidateGraph, Exclusion};
use jiedui_verify::verify;
use std::collections::BTreeSet;

/// The price of every decision of a case, alone and together, against a run of the case.
///
/// `tiers` and `plan` are those of the run, `known` is what it left for later ones: with it every solve
/// starts from the run's plan, without it from nothing.
///
/// A prohibition of a pair that other rules exclude as well costs nothing: that is not for a search to say.
///
/// *Errors:* [`EngineError`].
/// *Complexity:* one solve for every decision that changes what is allowed, and one more for all together.
/// *Determinism:* as [`assign_from`].
pub fn decision_prices(
    case: &Case,
    tiers: &[Tier],
    plan: &Plan,
    options: &RunOptions,
    known: Option<&Knowledge>,
    watch: &dyn EngineWatch,
) -> Result<DecisionPrices, EngineError> {
    let of_run = OfRun {
        case,
        tiers,
        plan,
        options,
        known,
        watch,
    };
    let parties = Parties::of(case);
    let graph = CandidateGraph::build(case)?;
    let mut decisions = Vec::with_capacity(case.decisions.len());
    for (row, decision) in case.decisions.iter().enumerate() {
        let excluded_anyway = excluded_anyway(case, &graph, decision);
        let price = if excluded_anyway.is_empty() {
            let mut without = case.clone();
            without.decisions.remove(row);
            of_run.price(&without)?
        } else {
            of_run.nothing()
        };
        decisions.push(DecisionPrice {
            kind: match decision.action {
                DecisionAction::Lock => DecisionKind::Lock,
                DecisionAction::Forbid => DecisionKind::Forbid,
            },
            track: parties.track(case.helpers[decision.helper].track),
            helper: parties.helper(decision.helper),
            recipient: parties.recipient(decision.recipient),
            decision: jiedui_explain::decision_fact(decision),
            price,
            excluded_anyway,
        });
    }
    let together = if case.decisions.len() > 1 {
        let mut matter = decisions
            .iter()
            .filter(|one| one.excluded_anyway.is_empty());
        Some(match (matter.next(), matter.next()) {
            (None, _) => of_run.nothing(),
            (Some(only), None) => only.price.clone(),
            _ => {
                let mut without = case.clone();
                without.decisions.clear();
                of_run.price(&without)?
            }
        })
    } else {
        None
    };
    Ok(DecisionPrices {
        format_version: FORMAT_VERSION,
        tiers: tiers.to_vec(),
        decisions,
        together,
    })
}

/// The reasons besides decisions that exclude a pair which a decision forbids.
fn excluded_anyway(
    case: &Case,
    graph: &CandidateGraph,
    decision: &Decision,
) -> Vec<ExclusionReason> {
    if decision.action != DecisionAction::Forbid {
        return Vec::new();
    }
    let reasons = graph.exclusions(decision.helper, decision.recipient);
    let others: Vec<Exclusion> = reasons
        .unwrap_or_default()
        .iter()
        .filter(|reason| !matches!(reason, Exclusion::Forbidden { .. }))
        .cloned()
        .collect();
    exclusion_reasons(case, &others)
}

/// A run that other cases are measured against.
pub(crate) struct OfRun<'a> {
    pub case: &'a Case,
    pub tiers: &'a [Tier],
    pub plan: &'a Plan,
    pub options: &'a RunOptions,
    pub known: Option<&'a Knowledge>,
    pub watch: &'a dyn EngineWatch,
}

impl OfRun<'_> {
    /// The price of what changes nothing: the same plans are allowed without it.
    fn nothing(&self) -> Price {
        let tiers = self.tiers.iter().map(|tier| TierPrice {
            priority: tier.priority,
            with: tier.reached,
            without: tier.reached,
            comparable: true,
            least: Some(0.0),
            most: Some(0.0),
        });
        Price {
            tiers: tiers.collect(),
            gain: None,
            pairs_changed: 0,
            termination: Some(Termination::Optimal),
        }
    }

    /// What a case that allows more than the run's brings.
    pub(crate) fn price(&self, without: &Case) -> Result<Price, EngineError> {
        let Some(run) = self.solve(without)? else {
            return Ok(Price {
                tiers: Vec::new(),
                gain: None,
                pairs_changed: 0,
                termination: None,
            });
        };
        let found = jiedui_explain::tiers(without, &run.plan, &run.tiers);
        let pairs = |plan: &Plan| -> BTreeSet<(HelperId, RecipientId)> {
            let pairs = plan.pairs().iter();
            pairs.map(|pair| (pair.helper, pair.recipient)).collect()
        };
        let changed = pairs(self.plan).difference(&pairs(run.plan.get())).count();
        // Whether the run's own case allows the plan is not for the search to say.
        let obeys = verify(self.case, run.plan.get().clone()).is_ok();
        let (tiers, gain) = prices(self.tiers, &found, obeys);
        Ok(Price {
            tiers,
            gain,
            pairs_changed: changed,
            termination: Some(run.termination),
        })
    }

    /// The one place where such a case is solved.
    fn solve(&self, without: &Case) -> Result<Option<Box<Run>>, EngineError> {
        if self.watch.stop().is_some() {
            return Ok(None);
        }
        Ok(
            match assign_from(without, self.options, self.known, self.watch)? {
                RunOutcome::Solved(run) => Some(run),
                RunOutcome::Refused { .. } | RunOutcome::Infeasible | RunOutcome::NoPlan(_) => None,
            },
        )
    }
}
