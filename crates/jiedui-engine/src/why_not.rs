//! What it would cost to form a pair, or to do without it: the case with one more decision, solved again.

use crate::{EngineError, EngineWatch, Knowledge, RunOptions, RunOutcome, assign_from};
use jiedui_domain::{Case, Decision, DecisionAction, HelperId, Provenance, RecipientId};
use jiedui_explain::comparison::compare;
use jiedui_explain::conflict::{Party, TrackName};
use jiedui_explain::dossier::Title;
use jiedui_explain::why_not::{Answer, Asked, Cost, FORMAT_VERSION, WhyNot};
use jiedui_explain::{Dossier, exclusion_reasons};

/// What it would cost, against a run of this case, to form this pair or to do without it, and whom.
///
/// `dossier` is the run's, `known` what the run left for later ones; without it the case is solved from
/// nothing.
///
/// *Errors:* [`EngineError`].
/// *Complexity:* one solve, where one is needed.
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
) -> Result<WhyNot, EngineError> {
    let row = &case.helpers[helper];
    let place = case.recipient_place(recipient);
    let track = &case.policy.tracks[row.track];
    let (h, r) = (row.code.as_str(), place.code.as_str());
    let answer = match known_answer(dossier, h, r, asked, track.divisible) {
        Some(answer) => answer,
        None => {
            let decided = with_decision(case, helper, recipient, asked);
            match assign_from(&decided, options, known, watch)? {
                RunOutcome::Solved(run) => Answer::Priced(Cost::new(
                    &dossier.tiers,
                    &run.dossier.tiers,
                    run.termination,
                    (h, r),
                    compare(dossier, &run.dossier),
                )),
                RunOutcome::Refused { forced, graph, .. } => {
                    let excluded = forced
                        .contains(&(helper, recipient))
                        .then(|| graph.excluded().iter())
                        .and_then(|mut rows| {
                            rows.find(|row| (row.helper, row.recipient) == (helper, recipient))
                        });
                    match excluded {
                        Some(row) => Answer::Excluded {
                            reasons: exclusion_reasons(case, &row.reasons),
                        },
                        None => Answer::Impossible,
                    }
                }
                RunOutcome::Infeasible => Answer::Impossible,
                RunOutcome::NoPlan(termination) => Answer::NotFound { termination },
            }
        }
    };
    Ok(WhyNot {
        format_version: FORMAT_VERSION,
        asked,
        track: TrackName {
            code: track.code.clone(),
            title: Title {
                zh: track.title.zh.clone(),
                en: track.title.en.clone(),
            },
        },
        helper: Party {
            code: row.code.clone(),
            name: row.name.clone(),
        },
        recipient: Party {
            code: place.code.clone(),
            name: place.name.clone(),
        },
        tiers: dossier.tiers.clone(),
        answer,
        counterfactuals: None,
    })
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
