//! Other plans that are nearly as good, on a terminal.

use crate::Depth;
use crate::block::{Align, Block};
use crate::clean::Medium;
use crate::number;
use crate::terminal::render_blocks;
use crate::tier_figure::{tier_change, tier_difference, tier_figure_beside_change, tier_name};
use crate::wording::Wording;
use jiedui_explain::Dossier;
use jiedui_explain::comparison::{ChainTold, MoveTold};
use jiedui_explain::plan_alternatives::{AlternativePlan, AlternativesEnd, PlanAlternatives};
use jiedui_messages::Lang;

/// Chains and counties shown at a page, for each plan.
const SHOWN: usize = 3;

/// The plans on a terminal; no line is longer than `width`.
pub fn terminal(
    found: &PlanAlternatives,
    dossier: &Dossier,
    depth: Depth,
    lang: Lang,
    width: usize,
) -> String {
    let telling = Telling {
        found,
        depth,
        wording: Wording {
            dossier,
            lang,
            medium: Medium::Terminal,
        },
    };
    render_blocks(&telling.blocks(), width)
}

struct Telling<'a> {
    found: &'a PlanAlternatives,
    wording: Wording<'a>,
    depth: Depth,
}

impl Telling<'_> {
    fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.wording.text(key, values)
    }

    fn blocks(&self) -> Vec<Block> {
        let plans = || self.found.plans.iter().enumerate();
        let mut blocks = Vec::new();
        if self.depth == Depth::Line {
            let lines = plans().map(|(index, plan)| self.head("alt-line", index, plan));
            blocks.extend(Block::bullets(lines.collect()));
        } else {
            let within = number::percent(self.found.within);
            blocks.push(Block::Heading(1, self.text("alt-title", &[])));
            blocks.push(Block::Paragraph(
                self.text("alt-lead", &[("within", &within)]),
            ));
            for (index, plan) in plans() {
                blocks.extend(self.plan(index, plan));
            }
        }
        if !self.wording.forms_pairs() {
            blocks.push(Block::Paragraph(self.text("alt-no-pairs", &[])));
            return blocks;
        }
        if self.found.plans.is_empty() {
            blocks.push(Block::Paragraph(self.text("alt-none", &[])));
        }
        let end = self.found.ended.map(|end| match end {
            AlternativesEnd::NoOther => "alt-end-no-other",
            AlternativesEnd::NoneFound => "alt-end-none-found",
            AlternativesEnd::Interrupted => "alt-end-interrupted",
        });
        blocks.extend(end.map(|key| Block::Paragraph(self.text(key, &[]))));
        blocks
    }

    fn head(&self, key: &str, index: usize, plan: &AlternativePlan) -> String {
        self.text(
            key,
            &[
                ("number", &number::count(index + 1)),
                ("pairs", &number::count(self.found.pairs)),
                ("differs", &number::count(plan.differs)),
            ],
        )
    }

    fn plan(&self, index: usize, plan: &AlternativePlan) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(2, self.head("alt-heading", index, plan))];
        if index == 0 && plan.most_together < self.found.pairs {
            let most = number::count(plan.most_together);
            blocks.push(Block::Paragraph(self.text("alt-most", &[("most", &most)])));
        }
        if !plan.differs_from_earlier.is_empty() {
            let counts = plan.differs_from_earlier.iter();
            let counts: Vec<String> = counts.map(|count| number::count(*count)).collect();
            let list = self.wording.list(&counts);
            blocks.push(Block::Paragraph(
                self.text("alt-earlier", &[("list", &list)]),
            ));
        }
        blocks.extend(self.table(plan));
        let limit = if self.depth == Depth::Full {
            usize::MAX
        } else {
            SHOWN
        };
        let chains: Vec<&ChainTold> = plan.moves.iter().flat_map(|track| &track.chains).collect();
        let count = number::count(chains.len());
        blocks.push(Block::Paragraph(self.text("alt-moves", &[("n", &count)])));
        let mut lines: Vec<String> = chains
            .iter()
            .take(limit)
            .map(|chain| self.chain(chain))
            .collect();
        lines.extend(self.rest(chains.len(), limit));
        blocks.extend(Block::bullets(lines));
        let changed: Vec<_> = plan.coverage.iter().collect();
        if !changed.is_empty() {
            blocks.push(Block::Paragraph(self.text("alt-coverage", &[])));
            let mut lines: Vec<String> = changed
                .iter()
                .take(limit)
                .map(|one| {
                    self.text(
                        "wn-coverage",
                        &[
                            ("name", &self.wording.recipient(&one.recipient)),
                            ("before", &number::percent(one.before.unwrap_or(0.0))),
                            ("after", &number::percent(one.after.unwrap_or(0.0))),
                        ],
                    )
                })
                .collect();
            lines.extend(self.rest(changed.len(), limit));
            blocks.extend(Block::bullets(lines));
        }
        blocks
    }

    fn table(&self, plan: &AlternativePlan) -> Option<Block> {
        let lang = self.wording.lang;
        let rows = self.found.tiers.iter().zip(&plan.tiers);
        let rows = rows.map(|(tier, pair)| {
            let change = tier_change(tier, pair.run, pair.plan);
            let size = tier_difference(lang, tier, change.abs(), false);
            let same = tier_difference(lang, tier, 0.0, false);
            let key = if size == same {
                "alt-same"
            } else if change > 0.0 {
                "cmp-better"
            } else {
                "cmp-worse"
            };
            vec![
                pair.priority.to_string(),
                tier_name(lang, tier),
                tier_figure_beside_change(lang, tier, pair.run),
                tier_figure_beside_change(lang, tier, pair.plan),
                self.text(key, &[("change", &size)]),
            ]
        });
        let head = |key, align| (self.text(key, &[]), align);
        Block::table(
            vec![
                head("alt-head-priority", Align::Left),
                head("alt-head-objective", Align::Left),
                head("alt-head-run", Align::Right),
                head("alt-head-plan", Align::Right),
                head("alt-head-change", Align::Right),
            ],
            rows.collect(),
        )
    }

    fn chain(&self, chain: &ChainTold) -> String {
        let moves: Vec<String> = chain.moves.iter().map(|one| self.one_move(one)).collect();
        let moves = moves.join(&self.wording.word("wn-move-separator"));
        self.text("wn-other-chain", &[("moves", &moves)])
    }

    fn one_move(&self, one: &MoveTold) -> String {
        let name = |code: &Option<String>| {
            let code = code.as_deref();
            code.map_or_else(String::new, |code| self.wording.recipient(code))
        };
        let key = match (&one.from, &one.to) {
            (Some(_), Some(_)) => "wn-move",
            (None, _) => "wn-move-in",
            (_, None) => "wn-move-out",
        };
        self.text(
            key,
            &[
                ("helper", &self.wording.helper(&one.helper)),
                ("from", &name(&one.from)),
                ("to", &name(&one.to)),
            ],
        )
    }

    fn rest(&self, all: usize, shown: usize) -> Option<String> {
        let more = number::count(all.saturating_sub(shown));
        (all > shown).then(|| self.text("wn-more", &[("n", &more)]))
    }
}
