//! What the pair costs: the verdict, the figures of every priority, and who moves.

use super::Telling;
use crate::Depth;
use crate::block::{Align, Block};
use crate::number;
use crate::phrase::{AskedPair, chain_sentence, move_words, score_changes};
use crate::tier_figure::{
    after_at_most, difference_parts, shown_at_least, tier_change, tier_change_size,
    tier_difference, tier_difference_at_least, tier_figure_beside_change, tier_name,
};
use jiedui_domain::Termination;
use jiedui_explain::comparison::ChainTold;
use jiedui_explain::dossier::Tier;
use jiedui_explain::why_not::{Asked, Cost, Finding, TierLoss};
use jiedui_messages::is_nought;

/// What is known of the first priority that differs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Known {
    /// The plan as asked is better than the run's.
    Better,
    /// Proven and reached meet.
    Exact,
    /// Something is proven, and less than the plan found loses.
    Between,
    /// Nothing is proven; the last priority loses no more than this.
    AtMost,
    /// Nothing is proven, and the plan found loses in a priority before the last: no more is known than that no
    /// better plan was found.
    Unsettled,
}

impl Telling<'_> {
    pub(super) fn priced(&self, cost: &Cost) -> Vec<Block> {
        let mut blocks = vec![
            self.said("wn-allowed"),
            Block::Heading(2, self.text("wn-cost-title", &[])),
            Block::Paragraph(self.verdict(cost)),
        ];
        blocks.extend(self.taking(cost));
        blocks.extend(self.table(cost));
        blocks.extend(self.parts_of_scores(cost));
        blocks.push(Block::Heading(2, self.text("wn-moves-title", &[])));
        blocks.extend(self.moves(cost));
        blocks.extend(self.coverage(cost));
        blocks.push(Block::Heading(2, self.text("wn-do-title", &[])));
        blocks.push(self.said("wn-do-priced"));
        blocks.extend(self.counterfactuals());
        blocks.push(self.said("wn-basis"));
        blocks.extend(self.cut_short(cost));
        blocks
    }

    /// That the search was stopped before its end, so that the answer need not come out the same again.
    pub(super) fn cut_short(&self, cost: &Cost) -> Option<Block> {
        match cost.termination {
            Termination::Interrupted => Some(self.said("wn-interrupted")),
            Termination::TimeLimit => Some(self.said("wn-time-limit")),
            Termination::Optimal | Termination::EffortSpent => None,
        }
    }

    /// The first priority that differs, if one does.
    pub(super) fn paying<'c>(&'c self, cost: &'c Cost) -> Option<(&'c Tier, &'c TierLoss)> {
        let priority = match cost.finding {
            Finding::NoLoss => return None,
            Finding::Loses { priority } | Finding::RunFellShort { priority } => priority,
        };
        let mut tiers = self.why.tiers.iter().zip(&cost.tiers);
        tiers.find(|(_, loss)| loss.priority == priority)
    }

    /// That nothing is lost; and where the plan found has more of the last priority, that the run missed it.
    pub(super) fn nothing(&self, key: &str, cost: &Cost) -> String {
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

    pub(super) fn verdict(&self, cost: &Cost) -> String {
        let Some((tier, loss)) = self.paying(cost) else {
            return self.nothing("wn-cost-nothing", cost);
        };
        let key = match self.known(cost, tier, loss) {
            Known::Better => "wn-cost-better",
            Known::Exact => "wn-cost-exact",
            Known::Between => "wn-cost-between",
            Known::AtMost => "wn-cost-at-most",
            Known::Unsettled => "wn-cost-unsettled",
        };
        self.loss(key, cost, tier, loss) + &self.proven_later(cost).unwrap_or_default()
    }

    /// What is proven of a priority that the plan found does not come to, since it loses before.
    fn proven_later(&self, cost: &Cost) -> Option<String> {
        let lang = self.wording.lang;
        let mut tiers = self.why.tiers.iter().zip(&cost.tiers);
        let (tier, loss) = tiers.find(|(_, loss)| !loss.comparable && loss.least.is_some())?;
        let least = loss
            .least
            .filter(|least| shown_at_least(tier, *least) > 0.0)?;
        Some(self.text(
            "wn-cost-later",
            &[
                ("priority", &loss.priority.to_string()),
                ("tier", &tier_name(lang, tier)),
                ("least", &tier_difference_at_least(lang, tier, least)),
            ],
        ))
    }

    /// The verdict on the first priority that differs, in one sentence.
    pub(super) fn verdict_line(&self, cost: &Cost, tier: &Tier, loss: &TierLoss) -> String {
        let key = match self.known(cost, tier, loss) {
            Known::Better => "wn-line-better",
            Known::Exact => "wn-line-exact",
            Known::Between => "wn-line-between",
            Known::AtMost => "wn-line-at-most",
            Known::Unsettled => "wn-line-unsettled",
        };
        self.loss(key, cost, tier, loss) + &self.proven_later(cost).unwrap_or_default()
    }

    fn known(&self, cost: &Cost, tier: &Tier, loss: &TierLoss) -> Known {
        let least = loss.least.unwrap_or(0.0);
        let achieved = loss.achieved.unwrap_or(0.0);
        let is_last = cost
            .tiers
            .last()
            .is_some_and(|last| last.priority == loss.priority);
        if matches!(cost.finding, Finding::RunFellShort { .. }) {
            Known::Better
        } else if achieved - least <= 1e-6 * achieved.max(1e-3) {
            Known::Exact
        } else if shown_at_least(tier, least) > 0.0 {
            Known::Between
        } else if is_last {
            Known::AtMost
        } else {
            Known::Unsettled
        }
    }

    /// What the priority comes to as asked, as it is told: where its loss is told as a limit, the plan's figure less
    /// that loss, else the figure itself.
    fn after(&self, cost: &Cost, tier: &Tier, loss: &TierLoss) -> f64 {
        let pays = matches!(cost.finding, Finding::Loses { priority } if priority == loss.priority);
        if pays && self.known(cost, tier, loss) != Known::Exact {
            after_at_most(tier, loss.run, loss.run - loss.asked)
        } else {
            loss.asked
        }
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

    fn loss(&self, key: &str, cost: &Cost, tier: &Tier, loss: &TierLoss) -> String {
        let lang = self.wording.lang;
        let after = self.after(cost, tier, loss);
        let least = loss.least.unwrap_or(0.0);
        let most = (loss.run - loss.asked).abs();
        self.text(
            key,
            &[
                ("priority", &loss.priority.to_string()),
                ("tier", &tier_name(lang, tier)),
                ("run", &tier_figure_beside_change(lang, tier, loss.run)),
                ("with", &tier_figure_beside_change(lang, tier, after)),
                ("size", &tier_change_size(lang, tier, loss.run, after)),
                ("most", &tier_difference(lang, tier, most, true)),
                ("least", &tier_difference_at_least(lang, tier, least)),
            ],
        )
    }

    pub(super) fn table(&self, cost: &Cost) -> Option<Block> {
        let lang = self.wording.lang;
        let rows = self.why.tiers.iter().zip(&cost.tiers);
        let rows = rows.map(|(tier, loss)| {
            let after = self.after(cost, tier, loss);
            let change = tier_change(tier, loss.run, after);
            let size = tier_difference(lang, tier, change.abs(), false);
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
                tier_figure_beside_change(lang, tier, loss.run),
                tier_figure_beside_change(lang, tier, after),
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

    /// Which measures of a score change in the plan found.
    fn parts_of_scores(&self, cost: &Cost) -> Vec<Block> {
        let tiers = self.why.tiers.iter().zip(&cost.tiers);
        let sentences = tiers.filter_map(|(tier, loss)| {
            let list = score_changes(self.wording, tier, &loss.values)?;
            let name = tier_name(self.wording.lang, tier);
            let texts = [("tier", name.as_str()), ("list", list.as_str())];
            Some(Block::Paragraph(self.text("wn-score-parts", &texts)))
        });
        sentences.collect()
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

    pub(super) fn first_chain(&self, chain: &ChainTold) -> String {
        let asked = AskedPair {
            helper: &self.why.helper.code,
            recipient: &self.why.recipient.code,
            formed: self.why.asked == Asked::Formed,
        };
        chain_sentence(self.wording, asked, chain)
    }
}
