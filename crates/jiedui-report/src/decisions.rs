//! What each human decision costs: on a terminal, and as sentences for documents.

use crate::block::Block;
use crate::clean::{Medium, clean};
use crate::phrase::rule_sentence;
use crate::terminal::render_blocks;
use crate::tier_figure::{
    shown_at_least, tier_change_size, tier_difference, tier_difference_at_least, tier_figure,
    tier_figure_beside_change, tier_name,
};
use crate::wording::text_in;
use crate::{Depth, number};
use jiedui_explain::decisions::{DecisionKind, DecisionPrice, DecisionPrices, Price, TierPrice};
use jiedui_explain::dossier::Tier;
use jiedui_messages::Lang;

/// The prices on a terminal; no line is longer than `width`.
pub fn terminal(prices: &DecisionPrices, depth: Depth, lang: Lang, width: usize) -> String {
    render_blocks(&blocks(prices, depth, lang, Medium::Terminal), width)
}

/// The prices as a story.
pub(crate) fn blocks(
    prices: &DecisionPrices,
    depth: Depth,
    lang: Lang,
    medium: Medium,
) -> Vec<Block> {
    Telling {
        prices,
        lang,
        depth,
        medium,
    }
    .blocks()
}

/// What the decision about one pair costs; `None` where it was not priced.
pub(crate) fn price_of(
    prices: &DecisionPrices,
    (helper, recipient): (&str, &str),
    lang: Lang,
) -> Option<String> {
    let mut priced = prices.decisions.iter();
    let one = priced.find(|one| one.helper.code == helper && one.recipient.code == recipient)?;
    let telling = Telling {
        prices,
        lang,
        depth: Depth::Page,
        medium: Medium::Office,
    };
    Some(telling.price_alone(one))
}

#[derive(Clone, Copy)]
struct Telling<'a> {
    prices: &'a DecisionPrices,
    lang: Lang,
    depth: Depth,
    medium: Medium,
}

impl Telling<'_> {
    fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        text_in(self.lang, self.medium, key, values)
    }

    fn blocks(&self) -> Vec<Block> {
        let count = number::count(self.prices.decisions.len());
        if self.prices.decisions.is_empty() {
            return vec![Block::Paragraph(self.text("con-price-none-taken", &[]))];
        }
        let mut lines: Vec<String> = self
            .prices
            .decisions
            .iter()
            .map(|one| self.line(one))
            .collect();
        if let Some(price) = &self.prices.together {
            let told = self.price(price);
            lines.push(self.text("con-price-together", &[("n", &count), ("price", &told)]));
        }
        let mut list: Vec<Block> = Block::bullets(lines).into_iter().collect();
        if self.is_run_short() {
            list.push(Block::Paragraph(self.text("con-price-run-short", &[])));
        }
        if self.depth == Depth::Line {
            return list;
        }
        let mut blocks = vec![
            Block::Heading(1, self.text("con-price-title", &[])),
            Block::Paragraph(self.text("con-price-lead", &[])),
        ];
        blocks.extend(list);
        if self.prices.together.is_some() {
            blocks.push(Block::Paragraph(self.text("con-price-not-additive", &[])));
        }
        blocks
    }

    /// Whether some answer is a better plan that obeys all decisions, while another is told as a difference
    /// from the run's plan.
    fn is_run_short(&self) -> bool {
        let decisions = self.prices.decisions.iter().map(|one| &one.price);
        let all = || decisions.clone().chain(&self.prices.together);
        let gains = |price: &Price| {
            let mut tiers = price.tiers.iter();
            tiers.any(|one| one.comparable && one.without > one.with)
        };
        all().any(|price| price.gain.is_some() && gains(price))
            && all().any(|price| price.gain.is_none() && gains(price))
    }

    fn line(&self, one: &DecisionPrice) -> String {
        let own = |text: &str| clean(text, self.medium);
        let key = match one.kind {
            DecisionKind::Lock => "con-price-lock",
            DecisionKind::Forbid => "con-price-forbid",
        };
        self.text(
            key,
            &[
                ("helper", &own(&one.helper.name)),
                ("recipient", &own(&one.recipient.name)),
                ("file", &own(&one.decision.fact.file)),
                ("row", &one.decision.fact.row.to_string()),
                ("price", &self.price_alone(one)),
            ],
        )
    }

    /// What leaving out one decision would bring; of a pair that other rules exclude too, which do.
    fn price_alone(&self, one: &DecisionPrice) -> String {
        if one.excluded_anyway.is_empty() {
            return self.price(&one.price);
        }
        let reasons = one.excluded_anyway.iter();
        let reasons: Vec<String> = reasons
            .map(|reason| rule_sentence(self.lang, reason))
            .collect();
        let reasons = reasons.join(&self.text("rep-list-separator", &[]));
        self.text("con-price-excluded-anyway", &[("reasons", &reasons)])
    }

    /// What leaving out would bring: the first priority that gains, or that nothing does. A better plan
    /// that obeys the decision all the same is told as the run's shortfall, not as a price.
    fn price(&self, price: &Price) -> String {
        if price.tiers.is_empty() {
            return self.text("con-price-unknown", &[]);
        }
        let tiers = || self.prices.tiers.iter().zip(&price.tiers);
        let gains = |one: &TierPrice| one.comparable && one.without > one.with;
        let Some((tier, gain)) = tiers().find(|(_, one)| gains(one)) else {
            return self.nothing(price);
        };
        if let Some(missed) = price.gain {
            let shows = shown_at_least(tier, missed.by) > 0.0;
            return if shows {
                self.missed(tier, gain)
            } else {
                self.nothing(price)
            };
        }
        let mut told = vec![self.gain(tier, gain)];
        if self.depth == Depth::Full {
            let follows = |one: &TierPrice| !one.comparable && one.without != one.with;
            let later = tiers().filter(|(_, one)| follows(one));
            told.extend(later.map(|(tier, one)| {
                self.text(
                    "con-price-later",
                    &[
                        ("tier", &tier_name(self.lang, tier)),
                        ("with", &tier_figure(self.lang, tier, one.with)),
                        ("without", &tier_figure(self.lang, tier, one.without)),
                    ],
                )
            }));
        }
        if self.depth != Depth::Line {
            let pairs = number::count(price.pairs_changed);
            told.push(self.text("con-price-pairs", &[("n", &pairs)]));
        }
        told.join(&self.text("exp-reason-separator", &[]))
    }

    fn gain(&self, tier: &Tier, gain: &TierPrice) -> String {
        let least = gain.least.unwrap_or(0.0);
        let most = gain.most.unwrap_or(f64::INFINITY);
        let achieved = gain.without - gain.with;
        let settled = most - least <= 1e-6 * achieved.abs().max(1.0);
        let key = if settled {
            "con-price-settled"
        } else {
            "con-price-between"
        };
        self.text(
            key,
            &[
                ("tier", &tier_name(self.lang, tier)),
                (
                    "with",
                    &tier_figure_beside_change(self.lang, tier, gain.with),
                ),
                (
                    "without",
                    &tier_figure_beside_change(self.lang, tier, gain.without),
                ),
                (
                    "achieved",
                    &tier_change_size(self.lang, tier, gain.with, gain.without),
                ),
                ("least", &tier_difference(self.lang, tier, least, false)),
                ("most", &tier_difference(self.lang, tier, most, true)),
            ],
        )
    }

    /// A better plan that obeys the decision, which the run did not find; and what the decision may cost
    /// beside that, as far as is proven.
    fn missed(&self, tier: &Tier, found: &TierPrice) -> String {
        let most = found.most.unwrap_or(f64::INFINITY);
        let key = if most <= 1e-6 * found.without.abs().max(1.0) {
            "con-price-better"
        } else {
            "con-price-better-open"
        };
        let gain = found.without - found.with;
        self.text(
            key,
            &[
                ("tier", &tier_name(self.lang, tier)),
                (
                    "with",
                    &tier_figure_beside_change(self.lang, tier, found.with),
                ),
                (
                    "without",
                    &tier_figure_beside_change(self.lang, tier, found.without),
                ),
                ("gain", &tier_difference_at_least(self.lang, tier, gain)),
                ("most", &tier_difference(self.lang, tier, most, true)),
            ],
        )
    }

    /// No priority gains in the plans found; how much one could, as far as that is proven.
    fn nothing(&self, price: &Price) -> String {
        let open = self.prices.tiers.iter().zip(&price.tiers).find(|(_, one)| {
            let size = one.with.abs().max(1.0);
            one.most.is_some_and(|most| most > 1e-6 * size)
        });
        match open {
            None => self.text("con-price-nothing", &[]),
            Some((tier, one)) => {
                let most = one.most.unwrap_or(0.0);
                self.text(
                    "con-price-nothing-found",
                    &[
                        ("tier", &tier_name(self.lang, tier)),
                        ("most", &tier_difference(self.lang, tier, most, true)),
                    ],
                )
            }
        }
    }
}
