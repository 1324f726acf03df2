//! What it would cost to form a pair, or to do without it: the case with one more decision, solved again.

use crate::assign::{Question, answer as answer_question};
use crate::parties::Parties;
use crate::{EngineError, EngineWatch, Knowledge, RunOptions, RunOutcome, assign_from};
use jiedui_domain::{Case, Decision, DecisionAction, HelperId, Plan, Provenance, RecipientId};
use jiedui_explain::comparison::compare;
use jiedui_explain::dossier::PairRegret;
use jiedui_explain::why_not::{
    Answer, Asked, Cost, FORMAT_VERSION, Finding, WhyNot, losses, losses_beyond, within,
};
use jiedui_explain::{Dossier, exclusion_reasons};
use jiedui_solve::STAYING;
use std::collections::BTreeSet;

/// An answer, and the plan that it tells of.
#[derive(Clone, Debug)]
pub struct PairAnswer {
    /// What it would cost, and whom.
    pub why: WhyNot,
    /// The plan as asked that was found, checked; `None` where the answer tells of none.
    pub plan: Option<Plan>,
}

/// What it would cost, against a run of this case, to form this pair or to do without it, and whom.
///
/// `dossier` is the run's, `known` what the run left for later ones; without it the case is solved from
/// nothing.
///
/// *Errors:* [`EngineError`].
/// *Complexity:* a part of a solve, where one is needed: no priority is raised beyond what the run reached.
/// Where a plan turns up that such a solve may prefer, one from what the run left besides.
/// *Determinism:* as [`assign_from`].
/// *Source:* model §7 (regret).
pub fn why_not(
    case: &Case,
    dossier: &Dossier,
    (helper, recipient): (HelperId, RecipientId),
    asked: Asked,
    options: &RunOptions,
    known: Option<&Knowledge>,
    watch: &dyn EngineWatch,
) -> Result<PairAnswer, EngineError> {
    let row = &case.helpers[helper];
    let place = case.recipient_place(recipient);
    let track = &case.policy.tracks[row.track];
    let (h, r) = (row.code.as_str(), place.code.as_str());
    let (answer, plan) = match known_answer(dossier, h, r, asked, track.divisible) {
        Some(answer) => (answer, None),
        None => {
            let decided = with_decision(case, helper, recipient, asked);
            let asking = Asking {
                case: &decided,
                dossier,
                pair: (helper, recipient),
                codes: (h, r),
                options,
                watch,
            };
            asking.solved(known)?
        }
    };
    let parties = Parties::of(case);
    let why = WhyNot {
        format_version: FORMAT_VERSION,
        asked,
        track: parties.track(row.track),
        helper: parties.helper(helper),
        recipient: parties.recipient(recipient),
        tiers: dossier.tiers.clone(),
        answer,
        counterfactuals: None,
    };
    Ok(PairAnswer { why, plan })
}

/// What a solve says, and the plan that it says so of.
type Told = (Answer, Option<Plan>);

/// A question that has to be solved.
struct Asking<'a> {
    /// With the decision asked for.
    case: &'a Case,
    dossier: &'a Dossier,
    pair: (HelperId, RecipientId),
    codes: (&'a str, &'a str),
    options: &'a RunOptions,
    watch: &'a dyn EngineWatch,
}

impl Asking<'_> {
    /// The answer. Where the run says what each priority has to keep and left something to start from,
    /// only that is solved which the answer needs. A plan better than the run's is told with the command
    /// that takes it only where that command, which solves the whole case and stays near the run, may prefer
    /// it, was tried and finds a better plan, too; then its plan is the one told.
    fn solved(&self, known: Option<&Knowledge>) -> Result<Told, EngineError> {
        let (Some(known), Some(regrets)) = (known, &self.dossier.regrets) else {
            return Ok(self.told(self.assigned(known)?, Against::Solved));
        };
        let mut keeps: Vec<f64> = regrets.tiers.iter().map(|tier| tier.keeps).collect();
        let worked_out = self.worked_out();
        let question = Question {
            known,
            keeps: &self.sought(&keeps),
            worked_out: &worked_out,
        };
        keeps.pop();
        let found = answer_question(self.case, self.options, question, self.watch)?;
        if matches!(found, RunOutcome::NoPlan(_)) && self.watch.stop().is_none() {
            // Each priority can be kept and no plan that keeps all of them was found.
            return Ok(self.told(self.assigned(Some(known))?, Against::Sought(&keeps)));
        }
        let told = self.told(found, Against::Asked(&keeps));
        if !self.may_be_preferred(&told.0) || self.watch.stop().is_some() {
            return Ok(told);
        }
        let retaken = self.told(self.assigned(Some(known))?, Against::Sought(&keeps));
        Ok(if better_than_run(&retaken.0).is_some() {
            retaken
        } else {
            told
        })
    }

    /// Whether a solve that starts from the run may prefer the better plan that an answer tells, by the gap
    /// and by what each pair counts that stays; else trying the command is a vain solve.
    fn may_be_preferred(&self, answer: &Answer) -> bool {
        let Some((priority, cost)) = better_than_run(answer) else {
            return false;
        };
        let mut tiers = self.dossier.tiers.iter().zip(&cost.tiers);
        let Some((tier, values)) = tiers.find(|(tier, _)| tier.priority == priority) else {
            return false;
        };
        let ended: usize = cost.moves.iter().map(|track| track.ended).sum();
        let least = within(tier, self.options.solver.gap) * (1.0 + STAYING * ended as f64);
        values.asked - values.run > least
    }

    /// The whole case with the decision, as `assign --from` solves it.
    fn assigned(&self, known: Option<&Knowledge>) -> Result<RunOutcome, EngineError> {
        assign_from(self.case, self.options, known, self.watch)
    }

    fn row(&self) -> Option<&PairRegret> {
        let (helper, recipient) = self.codes;
        self.dossier.regrets.as_ref()?.pair(helper, recipient)
    }

    /// What is sought: in the last priority more than the run has, where its own costs know of a better
    /// plan.
    fn sought(&self, keeps: &[f64]) -> Vec<f64> {
        let mut sought = keeps.to_vec();
        let gain = self.row().and_then(|row| row.gain);
        if let (Some(last), Some(gain)) = (sought.last_mut(), gain) {
            *last += gain;
        }
        sought
    }

    /// The pairs after the moves that the run's costs tell; empty where they tell none.
    fn worked_out(&self) -> BTreeSet<(String, String)> {
        let Some(row) = self.row().filter(|row| !row.moves.is_empty()) else {
            return BTreeSet::new();
        };
        let pairs = self.dossier.pairs.iter().filter(|pair| !pair.divisible);
        let mut pairs: BTreeSet<(String, String)> = pairs
            .map(|pair| (pair.helper.clone(), pair.recipient.clone()))
            .collect();
        for one in &row.moves {
            if let Some(from) = &one.from {
                pairs.remove(&(one.helper.clone(), from.clone()));
            }
            if let Some(to) = &one.to {
                pairs.insert((one.helper.clone(), to.clone()));
            }
        }
        pairs
    }

    /// What a solve says.
    fn told(&self, outcome: RunOutcome, how: Against<'_>) -> Told {
        let answer = match outcome {
            RunOutcome::Solved(run) => {
                let (tiers, gap) = (&self.dossier.tiers, self.options.solver.gap);
                let found = &run.dossier.tiers;
                let losses = match how {
                    Against::Solved => losses(tiers, found),
                    Against::Asked(keeps) => losses_beyond(tiers, keeps, found, true, gap),
                    Against::Sought(keeps) => losses_beyond(tiers, keeps, found, false, gap),
                };
                let mut cost = Cost::new(
                    losses,
                    run.termination,
                    self.codes,
                    compare(self.dossier, &run.dossier),
                );
                cost.by_command = !matches!(how, Against::Asked(_));
                if let (false, Some(row)) = (matches!(how, Against::Solved), self.row()) {
                    cost.raise_least(&row.least);
                }
                return (Answer::Priced(cost), Some(run.plan.into_inner()));
            }
            RunOutcome::Refused { forced, graph, .. } => {
                let excluded = forced
                    .contains(&self.pair)
                    .then(|| graph.excluded().iter())
                    .and_then(|mut rows| rows.find(|row| (row.helper, row.recipient) == self.pair));
                match excluded {
                    Some(row) => Answer::Excluded {
                        reasons: exclusion_reasons(self.case, &row.reasons),
                    },
                    None => Answer::Impossible,
                }
            }
            RunOutcome::Infeasible => Answer::Impossible,
            RunOutcome::NoPlan(termination) => Answer::NotFound { termination },
        };
        (answer, None)
    }
}

/// Against what a solve is told.
#[derive(Clone, Copy)]
enum Against<'k> {
    /// The whole case was solved: against what each priority of the run reached.
    Solved,
    /// As far as the question needs: against what each priority but the last has to keep.
    Asked(&'k [f64]),
    /// The whole case was solved for a question: the same, but its bounds speak of other plans.
    Sought(&'k [f64]),
}

/// The priority in which an answer's plan is better than the run's, and what is told of it.
fn better_than_run(answer: &Answer) -> Option<(u32, &Cost)> {
    let Answer::Priced(cost) = answer else {
        return None;
    };
    let Finding::RunFellShort { priority } = cost.finding else {
        return None;
    };
    Some((priority, cost))
}

/// The answer where the dossier has it.
fn known_answer(
    dossier: &Dossier,
    helper: &str,
    recipient: &str,
    asked: Asked,
    divisible: bool,
) -> Option<Answer> {
    let pair = dossier.pair(helper, recipient);
    match asked {
        Asked::Formed => {
            if pair.is_some() {
                return Some(Answer::AsAsked);
            }
            if let Some(row) = dossier.exclusion(helper, recipient) {
                return Some(Answer::Excluded {
                    reasons: row.reasons.clone(),
                });
            }
            divisible.then_some(Answer::Divisible)
        }
        Asked::NotFormed => match pair {
            None => Some(Answer::AsAsked),
            Some(pair) => pair.locked.as_ref().map(|decision| Answer::Locked {
                decision: decision.clone(),
            }),
        },
    }
}

/// The case with one decision more.
fn with_decision(case: &Case, helper: HelperId, recipient: RecipientId, asked: Asked) -> Case {
    let mut decided = case.clone();
    decided.decisions.push(Decision {
        action: match asked {
            Asked::Formed => DecisionAction::Lock,
            Asked::NotFormed => DecisionAction::Forbid,
        },
        helper,
        recipient,
        reason: String::new(),
        clause: None,
        author: None,
        date: None,
        provenance: Provenance::nowhere(),
    });
    decided
        .decisions
        .sort_by_key(|row| (row.helper, row.recipient, row.action));
    decided
}
