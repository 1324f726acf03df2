//! Answers for which the case was solved again, as the page tells them.

use super::Places;
use super::pair::{DecisionView, decision_view};
use crate::answers::Answers;
use crate::clean::Medium;
use crate::html::overview::{Part, part};
use crate::wording::Wording;
use crate::{Depth, decisions, why_not};
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{DecisionFact, ExclusionReason};
use jiedui_explain::why_not::{Answer, Asked, WhyNot};
use jiedui_messages::Lang;
use serde::Serialize;

/// A story in both languages.
#[derive(Serialize)]
pub(super) struct Told {
    zh: Vec<Part>,
    en: Vec<Part>,
}

impl Told {
    fn new(tell: impl Fn(Lang) -> Vec<Part>) -> Self {
        Self {
            zh: tell(Lang::Zh),
            en: tell(Lang::En),
        }
    }
}

/// A pair that somebody has asked about.
#[derive(Serialize)]
pub(super) struct AnswerView {
    h: usize,
    r: usize,
    /// Whether the question was what if the pair were formed.
    formed: bool,
    /// Whether it tells more than what the run knew: something was found or proven.
    settled: bool,
    told: Told,
    /// Helper, whom it leaves, whom it goes to: those connected with the pair.
    moves: Vec<(usize, Option<usize>, Option<usize>)>,
}

/// A decision by people: whether it demands the pair, helper, recipient, what was decided.
pub(super) type DecidedView = (bool, usize, usize, DecisionView);

pub(super) fn decided(dossier: &Dossier, places: &Places<'_>) -> Vec<DecidedView> {
    let view = |locks, helper: &str, recipient: &str, decision: &DecisionFact| {
        let places = (places.helper(helper)?, places.recipient(recipient)?);
        Some((locks, places.0, places.1, decision_view(decision)))
    };
    let locked = dossier.pairs.iter().filter_map(|pair| {
        let decision = pair.locked.as_ref()?;
        view(true, &pair.helper, &pair.recipient, decision)
    });
    let forbidden = dossier.excluded.iter().flat_map(|row| {
        let reasons = row.reasons.iter();
        reasons.filter_map(|reason| match reason {
            ExclusionReason::Forbidden { decision } => {
                view(false, &row.helper, &row.recipient, decision)
            }
            _ => None,
        })
    });
    locked.chain(forbidden).collect()
}

pub(super) fn priced(answers: &Answers) -> Option<Told> {
    let prices = answers.decisions.as_ref()?;
    Some(Told::new(|lang| {
        let blocks = decisions::blocks(prices, Depth::Full, lang, Medium::Html);
        blocks.into_iter().map(part).collect()
    }))
}

pub(super) fn pairs(dossier: &Dossier, answers: &Answers, places: &Places<'_>) -> Vec<AnswerView> {
    let asked = answers.pairs.iter();
    asked
        .filter_map(|answer| {
            Some(AnswerView {
                h: places.helper(&answer.helper.code)?,
                r: places.recipient(&answer.recipient.code)?,
                formed: answer.asked == Asked::Formed,
                settled: !matches!(answer.answer, Answer::NotFound { .. }),
                told: Told::new(|lang| {
                    let wording = Wording {
                        dossier,
                        lang,
                        medium: Medium::Html,
                    };
                    let blocks = why_not::note(answer, wording).into_iter();
                    // The page has its own title for it.
                    blocks.skip(1).map(part).collect()
                }),
                moves: moves(answer, places),
            })
        })
        .collect()
}

/// The first chain: that of the pair.
fn moves(answer: &WhyNot, places: &Places<'_>) -> Vec<(usize, Option<usize>, Option<usize>)> {
    let Answer::Priced(cost) = &answer.answer else {
        return Vec::new();
    };
    let mut chains = cost.moves.iter().flat_map(|track| &track.chains);
    let first = chains.next().into_iter().flat_map(|chain| &chain.moves);
    let place = |code: &Option<String>| code.as_deref().and_then(|code| places.recipient(code));
    first
        .filter_map(|one| {
            Some((
                places.helper(&one.helper)?,
                place(&one.from),
                place(&one.to),
            ))
        })
        .collect()
}
