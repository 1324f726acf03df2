//! What a pair would cost and whom it would move: a note of one page, fit to send.

mod cost;
mod coverage;

use crate::Depth;
use crate::block::Block;
use crate::clean::Medium;
use crate::phrase::{decision_words, exclusion_key, exclusion_sentence};
use crate::story::{held_words, why_ruled_out, withdraw_lock};
use crate::terminal::render_blocks;
use crate::wording::Wording;
use jiedui_domain::Termination;
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{ExclusionReason, UnitOfMeasure};
use jiedui_explain::why_not::{Answer, Asked, WhyNot};
use jiedui_messages::Lang;

/// The answer on a terminal; no line is longer than `width`.
pub fn terminal(
    answer: &WhyNot,
    dossier: &Dossier,
    depth: Depth,
    lang: Lang,
    width: usize,
) -> String {
    let wording = Wording {
        dossier,
        lang,
        medium: Medium::Terminal,
    };
    let telling = Telling {
        why: answer,
        depth,
        wording,
    };
    let blocks = match depth {
        Depth::Line => {
            let mut blocks = vec![Block::Paragraph(telling.line())];
            blocks.extend(telling.counterfactual_line().map(Block::Paragraph));
            blocks
        }
        Depth::Page | Depth::Full => telling.note(),
    };
    render_blocks(&blocks, width)
}

/// The whole note.
pub(crate) fn note(answer: &WhyNot, wording: Wording<'_>) -> Vec<Block> {
    let depth = Depth::Full;
    Telling {
        why: answer,
        depth,
        wording,
    }
    .note()
}

/// The answer in one sentence.
pub(crate) fn line(answer: &WhyNot, wording: Wording<'_>) -> String {
    let depth = Depth::Line;
    Telling {
        why: answer,
        depth,
        wording,
    }
    .line()
}

/// Who would have to move with the pair; nothing where no plan as asked was compared.
pub(crate) fn chain_words(answer: &WhyNot, wording: Wording<'_>) -> Option<String> {
    let Answer::Priced(cost) = &answer.answer else {
        return None;
    };
    let depth = Depth::Full;
    let telling = Telling {
        why: answer,
        depth,
        wording,
    };
    let first = cost.moves.iter().flat_map(|track| &track.chains).next()?;
    Some(telling.first_chain(first))
}

/// The note without headings: question, answer, figures, the chain, who loses most.
pub(crate) fn brief(answer: &WhyNot, wording: Wording<'_>) -> Vec<Block> {
    let telling = Telling {
        why: answer,
        depth: Depth::Page,
        wording,
    };
    let Answer::Priced(cost) = &answer.answer else {
        let note = telling.note().into_iter();
        return note
            .filter(|block| !matches!(block, Block::Heading(..)))
            .collect();
    };
    let mut blocks = vec![Block::Paragraph(telling.verdict(cost))];
    blocks.extend(telling.table(cost));
    blocks.extend(chain_words(answer, wording).map(Block::Paragraph));
    blocks.push(telling.said("wn-basis"));
    blocks.extend(telling.cut_short(cost));
    blocks
}

pub(crate) struct Telling<'a> {
    pub(crate) why: &'a WhyNot,
    pub(crate) wording: Wording<'a>,
    pub(crate) depth: Depth,
}

impl Telling<'_> {
    /// A sentence about the pair. The catalogue chooses by `asked`: `formed` or `unformed`.
    pub(crate) fn text(&self, key: &str, more: &[(&str, &str)]) -> String {
        let asked = match self.why.asked {
            Asked::Formed => "formed",
            Asked::NotFormed => "unformed",
        };
        let helper = self.wording.own(&self.why.helper.name);
        let recipient = self.wording.own(&self.why.recipient.name);
        let mut values = vec![
            ("asked", asked),
            ("helper", helper.as_str()),
            ("recipient", recipient.as_str()),
        ];
        values.extend_from_slice(more);
        self.wording.text(key, &values)
    }

    fn said(&self, key: &str) -> Block {
        Block::Paragraph(self.text(key, &[]))
    }

    /// The answer in one sentence.
    fn line(&self) -> String {
        match &self.why.answer {
            Answer::AsAsked => self.text("wn-as-asked", &[]),
            Answer::Divisible => self.text("wn-divisible", &[]),
            Answer::Impossible => match self.why_impossible() {
                Some(why) => self.text("wn-line-impossible", &[("why", &why)]),
                None => self.text("wn-impossible", &[]),
            },
            Answer::NotFound { .. } => self.text("wn-not-found", &[]),
            Answer::Locked { decision } => {
                let told = decision_words(self.wording, decision);
                self.text("wn-locked", &[("decision", &told)])
            }
            Answer::Excluded { reasons } => {
                let reasons: Vec<String> = reasons
                    .iter()
                    .map(|reason| exclusion_sentence(self.wording, reason))
                    .collect();
                self.text(
                    "wn-line-excluded",
                    &[("reasons", &self.wording.list(&reasons))],
                )
            }
            Answer::Priced(cost) => match self.paying(cost) {
                None => self.nothing("wn-line-nothing", cost),
                Some((tier, loss)) => self.verdict_line(cost, tier, loss),
            },
        }
    }

    /// Why no plan is as asked, as far as the run tells: a full side, else that rules and data do so together;
    /// of a pair that every plan has, what demands it.
    fn why_impossible(&self) -> Option<String> {
        let (helper, recipient) = (&self.why.helper.code, &self.why.recipient.code);
        match self.why.asked {
            Asked::Formed => Some(
                why_ruled_out(self.wording, helper, recipient)
                    .unwrap_or_else(|| self.wording.word("exp-ruled-out-together")),
            ),
            Asked::NotFormed => {
                let pair = self.wording.dossier.pair(helper, recipient)?;
                let held = held_words(self.wording, pair)?;
                Some(self.text("wn-why-demanded", &[("held", &held)]))
            }
        }
    }

    fn note(&self) -> Vec<Block> {
        let mut blocks = vec![
            Block::Heading(1, self.text("wn-title", &[])),
            self.said("wn-question"),
        ];
        match &self.why.answer {
            Answer::AsAsked => blocks.push(self.said("wn-as-asked")),
            Answer::Divisible => blocks.push(self.said("wn-divisible")),
            Answer::Impossible => {
                blocks.push(self.said("wn-impossible"));
                blocks.extend(self.why_impossible().map(Block::Paragraph));
                let withdraw = match self.why.asked {
                    Asked::Formed => {
                        let (helper, recipient) = (&self.why.helper.code, &self.why.recipient.code);
                        withdraw_lock(self.wording, helper, recipient)
                    }
                    Asked::NotFormed => None,
                };
                blocks.push(match withdraw {
                    Some(remedy) => Block::Paragraph(remedy),
                    None => self.said("wn-do-impossible"),
                });
                blocks.extend(self.counterfactuals());
            }
            Answer::NotFound { termination } => {
                blocks.push(self.said("wn-not-found"));
                blocks.push(self.said(match termination {
                    Termination::Interrupted => "wn-do-interrupted",
                    Termination::TimeLimit => "wn-do-time-limit",
                    _ => "wn-do-not-found",
                }));
                blocks.extend(self.counterfactuals());
            }
            Answer::Locked { .. } => {
                blocks.push(Block::Paragraph(self.line()));
                blocks.push(self.said("wn-do-locked"));
            }
            Answer::Excluded { reasons } => blocks.extend(self.excluded(reasons)),
            Answer::Priced(cost) => blocks.extend(self.priced(cost)),
        }
        blocks
    }

    fn excluded(&self, reasons: &[ExclusionReason]) -> Vec<Block> {
        let told = |reason| exclusion_sentence(self.wording, reason);
        let remedy = |reason| self.remedy(reason);
        let mut blocks = vec![self.said("wn-excluded")];
        blocks.extend(Block::bullets(reasons.iter().map(told).collect()));
        blocks.push(self.said("wn-do-excluded"));
        blocks.extend(Block::bullets(reasons.iter().map(remedy).collect()));
        blocks.push(self.said("wn-do-excluded-then"));
        blocks.extend(self.counterfactuals());
        blocks
    }

    /// What would have to change for a reason to fall away, with the figure to which a limit has to move:
    /// rounded so that it suffices.
    fn remedy(&self, reason: &ExclusionReason) -> String {
        let figure = |value: f64, unit| self.wording.with_unit(value, unit);
        let (value, required) = match *reason {
            ExclusionReason::BeyondDistance { distance_km, .. } => {
                (figure(distance_km.ceil(), UnitOfMeasure::Km), None)
            }
            ExclusionReason::HardshipGap { gap, .. } => {
                (figure(f64::from(gap), UnitOfMeasure::Steps), None)
            }
            ExclusionReason::MinimumSupportUnreachable {
                reachable_wan,
                required_wan,
            } => (
                figure(reachable_wan.floor(), UnitOfMeasure::Wan),
                Some(figure(required_wan, UnitOfMeasure::Wan)),
            ),
            ExclusionReason::LoadTooLarge { load, .. } => {
                (figure(load.ceil(), UnitOfMeasure::Load), None)
            }
            _ => (String::new(), None),
        };
        let key = exclusion_key(reason);
        self.text(
            &format!("wn-remedy-{key}"),
            &[
                ("value", &value),
                ("required", required.as_deref().unwrap_or_default()),
            ],
        )
    }
}
