//! What a pair would cost and whom it would move: a note of one page, fit to send.

mod coverage;

use crate::Depth;
use crate::block::{Align, Block};
use crate::clean::Medium;
use crate::number;
use crate::phrase::{
    AskedPair, chain_sentence, decision_words, exclusion_key, exclusion_sentence, move_words,
};
use crate::story::{held_words, why_ruled_out};
use crate::terminal::render_blocks;
use crate::tier_figure::{
    difference_parts, shown_at_least, tier_difference, tier_difference_at_least, tier_figure,
    tier_name,
};
use crate::wording::Wording;
use jiedui_domain::Termination;
use jiedui_explain::Dossier;
use jiedui_explain::comparison::ChainTold;
use jiedui_explain::dossier::{ExclusionReason, Tier, UnitOfMeasure};
use jiedui_explain::why_not::{Answer, Asked, Cost, Finding, TierLoss, WhyNot};
use jiedui_messages::{Lang, is_nought};

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
                Some((tier, loss)) => {
                    let key = match cost.finding {
                        Finding::RunFellShort { .. } => "wn-line-better",
                        _ => "wn-line-loses",
                    };
                    self.loss(key, tier, loss)
                }
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
                blocks.push(self.said("wn-do-impossible"));
                blocks.extend(self.counterfactuals());
            }
            Answer::NotFound { termination } => {
                blocks.push(self.said("wn-not-found"));
                blocks.push(self.said(match termination {
                    Termination::Interrupted => "wn-do-interrupted",
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

    fn priced(&self, cost: &Cost) -> Vec<Block> {
        let mut blocks = vec![
            self.said("wn-allowed"),
            Block::Heading(2, self.text("wn-cost-title", &[])),
            Block::Paragraph(self.verdict(cost)),
        ];
        blocks.extend(self.taking(cost));
        blocks.extend(self.table(cost));
        blocks.push(Block::Heading(2, self.text("wn-moves-title", &[])));
        blocks.extend(self.moves(cost));
        blocks.extend(self.coverage(cost));
        blocks.push(Block::Heading(2, self.text("wn-do-title", &[])));
        blocks.push(self.said("wn-do-priced"));
        blocks.extend(self.counterfactuals());
        blocks.push(self.said("wn-basis"));
        if cost.termination == Termination::Interrupted {
            blocks.push(self.said("wn-interrupted"));
        }
        blocks
    }

    /// The first priority that differs, if one does.
    fn paying<'c>(&'c self, cost: &'c Cost) -> Option<(&'c Tier, &'c TierLoss)> {
        let priority = match cost.finding {
            Finding::NoLoss => return None,
            Finding::Loses { priority } | Finding::RunFellShort { priority } => priority,
        };
        let mut tiers = self.why.tiers.iter().zip(&cost.tiers);
        tiers.find(|(_, loss)| loss.priority == priority)
    }

    /// That nothing is lost; and where the plan found has more of the last priority, that the run missed it.
    fn nothing(&self, key: &str, cost: &Cost) -> String {
        let nothing = self.text(key, &[]);
        let last = self.why.tiers.iter().zip(&cost.tiers).next_back();
        let better = |tier: &Tier, loss: &TierLoss| {
            shown_at_least(tier, loss.asked - loss.run) > 0.0 && loss.comparable
        };
        let Some((tier, loss)) = last.filter(|(tier, loss)| better(tier, loss)) else {
            return nothing;
        };
        let gain = tier_difference_at_least(self.wording.lang, tier, loss.asked - loss.run);
        self.text(
            "wn-nothing-better",
            &[
                ("nothing", &nothing),
                ("priority", &loss.priority.to_string()),
                ("tier", &tier_name(self.wording.lang, tier)),
                ("gain", &gain),
            ],
        )
    }

    fn verdict(&self, cost: &Cost) -> String {
        let Some((tier, loss)) = self.paying(cost) else {
            return self.nothing("wn-cost-nothing", cost);
        };
        let least = loss.least.unwrap_or(0.0);
        let achieved = loss.achieved.unwrap_or(0.0);
        let key = if matches!(cost.finding, Finding::RunFellShort { .. }) {
            "wn-cost-better"
        } else if achieved - least <= 1e-6 * achieved.max(1e-3) {
            "wn-cost-exact"
        } else if least > 0.0 {
            "wn-cost-between"
        } else {
            "wn-cost-at-most"
        };
        self.loss(key, tier, loss)
    }

    /// How to take a plan that is better than the run's: the lines of an overlay that asks for it, which the
    /// same start leads to. A run that is signed is not changed.
    fn taking(&self, cost: &Cost) -> Vec<Block> {
        if !matches!(cost.finding, Finding::RunFellShort { .. }) || !cost.by_command {
            return Vec::new();
        }
        let action = match self.why.asked {
            Asked::Formed => "lock",
            Asked::NotFormed => "forbid",
        };
        let lines = [
            "[[change]]".to_owned(),
            format!("action = \"{action}\""),
            format!("helper = \"{}\"", self.wording.own(&self.why.helper.code)),
            format!(
                "recipient = \"{}\"",
                self.wording.own(&self.why.recipient.code)
            ),
            format!("reason = \"{}\"", self.wording.word("wn-take-reason")),
        ];
        let mut blocks = vec![self.said("wn-take-better")];
        blocks.extend(lines.map(Block::Paragraph));
        blocks
    }

    fn loss(&self, key: &str, tier: &Tier, loss: &TierLoss) -> String {
        let lang = self.wording.lang;
        let least = loss.least.unwrap_or(0.0);
        let size = (loss.run - loss.asked).abs();
        self.text(
            key,
            &[
                ("priority", &loss.priority.to_string()),
                ("tier", &tier_name(lang, tier)),
                ("run", &tier_figure(lang, tier, loss.run)),
                ("with", &tier_figure(lang, tier, loss.asked)),
                ("size", &tier_difference(lang, tier, size, true)),
                ("gain", &tier_difference_at_least(lang, tier, size)),
                ("least", &tier_difference_at_least(lang, tier, least)),
            ],
        )
    }

    fn table(&self, cost: &Cost) -> Option<Block> {
        let lang = self.wording.lang;
        let rows = self.why.tiers.iter().zip(&cost.tiers);
        let rows = rows.map(|(tier, loss)| {
            let change = loss.asked - loss.run;
            // A loss is rounded up and a gain down, as where they are told in sentences.
            let size = if change > 0.0 {
                tier_difference_at_least(lang, tier, change)
            } else {
                tier_difference(lang, tier, -change, true)
            };
            let (_, shown) = difference_parts(tier, change.abs(), false);
            let key = match (loss.achieved, change > 0.0) {
                _ if is_nought(&shown) => "wn-same",
                (Some(0.0), false) if shown_at_least(tier, -change) > 0.0 => "wn-within",
                (Some(0.0), false) => "wn-same",
                (_, true) if shown_at_least(tier, change) <= 0.0 => "wn-same",
                (_, true) => "cmp-better",
                (_, false) => "cmp-worse",
            };
            vec![
                loss.priority.to_string(),
                tier_name(lang, tier),
                tier_figure(lang, tier, loss.run),
                tier_figure(lang, tier, loss.asked),
                self.wording.text(key, &[("change", &size)]),
            ]
        });
        let head = |key, align| (self.text(key, &[]), align);
        Block::table(
            vec![
                head("wn-head-priority", Align::Left),
                head("wn-head-objective", Align::Left),
                head("wn-head-run", Align::Right),
                head("wn-head-asked", Align::Right),
                head("wn-head-change", Align::Right),
            ],
            rows.collect(),
        )
    }

    fn moves(&self, cost: &Cost) -> Vec<Block> {
        let mut chains = cost.moves.iter().flat_map(|track| &track.chains);
        let mut blocks = Vec::new();
        // The pair asked for is in the first chain; a plan that forms it without any move does not exist.
        if let Some(first) = chains.next() {
            blocks.push(Block::Paragraph(self.first_chain(first)));
        }
        let others: Vec<&ChainTold> = chains.collect();
        if others.is_empty() {
            blocks.push(self.said("wn-others-none"));
            return blocks;
        }
        let count = number::count(others.len());
        if self.depth != Depth::Full {
            let counted = self.text("wn-others-counted", &[("n", &count)]);
            blocks.push(Block::Paragraph(counted));
            return blocks;
        }
        blocks.push(Block::Paragraph(self.text("wn-others", &[("n", &count)])));
        let lines: Vec<String> = others
            .iter()
            .map(|chain| {
                let moves: Vec<String> = chain
                    .moves
                    .iter()
                    .map(|one| move_words(self.wording, one))
                    .collect();
                let moves = moves.join(&self.wording.word("wn-move-separator"));
                self.text("wn-other-chain", &[("moves", &moves)])
            })
            .collect();
        blocks.extend(Block::bullets(lines));
        blocks
    }

    fn first_chain(&self, chain: &ChainTold) -> String {
        let asked = AskedPair {
            helper: &self.why.helper.code,
            recipient: &self.why.recipient.code,
            formed: self.why.asked == Asked::Formed,
        };
        chain_sentence(self.wording, asked, chain)
    }
}
