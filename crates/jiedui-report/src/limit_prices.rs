//! What more of a limit would bring, on a terminal.

use crate::Depth;
use crate::block::Block;
use crate::clean::Medium;
use crate::number;
use crate::terminal::render_blocks;
use crate::tier_figure::{
    shown_at_least, tier_change_size, tier_difference, tier_difference_at_least,
    tier_difference_fine, tier_figure_beside_change, tier_name,
};
use crate::wording::{Wording, fine_figure};
use jiedui_explain::Dossier;
use jiedui_explain::conflict::Party;
use jiedui_explain::decisions::{Price, TierPrice};
use jiedui_explain::dossier::Tier;
use jiedui_explain::limit_prices::{AmountPrice, LimitPrices, RuleLimit, RulePrice, Worth};
use jiedui_messages::Lang;

/// Limits shown at a page.
const SHOWN: usize = 10;

/// The prices on a terminal; no line is longer than `width`.
pub fn terminal(
    prices: &LimitPrices,
    dossier: &Dossier,
    depth: Depth,
    lang: Lang,
    width: usize,
) -> String {
    let telling = Telling {
        prices,
        depth,
        wording: Wording {
            dossier,
            lang,
            medium: Medium::Terminal,
        },
    };
    render_blocks(&telling.blocks(), width)
}

/// Whether some priority gains by more of it.
fn gains(one: &AmountPrice) -> bool {
    one.worth.gain().is_some_and(|(_, gain)| gain > 0.0)
}

struct Telling<'a> {
    prices: &'a LimitPrices,
    wording: Wording<'a>,
    depth: Depth,
}

impl Telling<'_> {
    fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.wording.text(key, values)
    }

    fn said(&self, key: &str) -> Block {
        Block::Paragraph(self.text(key, &[]))
    }

    fn blocks(&self) -> Vec<Block> {
        if self.depth == Depth::Line {
            return vec![self.line()];
        }
        let mut blocks = vec![Block::Heading(1, self.title())];
        blocks.extend(self.amounts());
        match &self.prices.rules {
            None => blocks.push(self.said("lim-rules-hint")),
            Some(rules) => blocks.extend(self.rules(rules)),
        }
        if self.prices.interrupted {
            blocks.push(self.said("lim-interrupted"));
        }
        blocks
    }

    /// What brings most, or that nothing does.
    fn line(&self) -> Block {
        let first = self.prices.amounts.first();
        match first.filter(|one| gains(one)) {
            Some(one) => Block::Paragraph(self.amount(one)),
            None => self.said(self.nothing_key()),
        }
    }

    fn nothing_key(&self) -> &'static str {
        if self.prices.amounts.is_empty() {
            "lim-none"
        } else {
            "lim-none-gains"
        }
    }

    fn title(&self) -> String {
        let whom = [&self.prices.helper, &self.prices.recipient];
        match whom.into_iter().flatten().next() {
            Some(party) => self.text("lim-title-of", &[("who", &self.party(Some(party)))]),
            None => self.text("lim-title", &[]),
        }
    }

    fn party(&self, party: Option<&Party>) -> String {
        party.map_or_else(String::new, |party| self.wording.own(&party.name))
    }

    fn amounts(&self) -> Vec<Block> {
        let all = &self.prices.amounts;
        let (changing, idle): (Vec<_>, Vec<_>) = all.iter().partition(|one| gains(one));
        if changing.is_empty() && self.depth != Depth::Full {
            return vec![self.said(self.nothing_key())];
        }
        let mut blocks = vec![self.said("lim-lead")];
        let shown = if self.depth == Depth::Full {
            changing.len()
        } else {
            SHOWN
        };
        let told = changing.iter().take(shown).map(|one| self.amount(one));
        blocks.extend(Block::bullets(told.collect()));
        if changing.len() > shown {
            let more = number::count(changing.len() - shown);
            blocks.push(Block::Paragraph(self.text("lim-more", &[("n", &more)])));
        }
        if self.depth == Depth::Full {
            let told = idle.iter().map(|one| self.amount(one));
            blocks.extend(Block::bullets(told.collect()));
        } else if !idle.is_empty() {
            let count = number::count(idle.len());
            blocks.push(Block::Paragraph(
                self.text("lim-others-nothing", &[("n", &count)]),
            ));
        }
        blocks
    }

    fn amount(&self, one: &AmountPrice) -> String {
        let key = match (&one.recipient, &one.sector) {
            (Some(_), _) => "lim-need",
            (None, Some(_)) => "lim-supply",
            (None, None) => "lim-budget",
        };
        let sector = one.sector.as_deref();
        let sector = sector.map_or_else(String::new, |code| self.wording.sector(code));
        self.text(
            key,
            &[
                ("helper", &self.party(one.helper.as_ref())),
                ("recipient", &self.party(one.recipient.as_ref())),
                ("sector", &sector),
                ("limit", &self.wording.with_unit(one.limit, one.unit)),
                ("worth", &self.worth(one)),
            ],
        )
    }

    fn tier(&self, priority: u32) -> Option<&Tier> {
        let mut tiers = self.prices.tiers.iter();
        tiers.find(|tier| tier.priority == priority)
    }

    fn worth(&self, one: &AmountPrice) -> String {
        let lang = self.wording.lang;
        let amount = |value: f64| self.wording.with_unit(value, one.unit);
        match one.worth {
            Worth::Even {
                priority,
                per_unit,
                from,
                to,
                at_end,
            } => {
                let Some(tier) = self.tier(priority) else {
                    return String::new();
                };
                // The range may begin below what there is: then it is also what less would cost.
                let key = if from < one.limit - 0.005 {
                    "lim-worth-even-both-ways"
                } else {
                    "lim-worth-even"
                };
                self.text(
                    key,
                    &[
                        ("unit", &fine_figure(lang, 1.0, one.unit)),
                        ("priority", &priority.to_string()),
                        ("tier", &tier_name(lang, tier)),
                        ("gain", &tier_difference_fine(lang, tier, per_unit)),
                        ("from", &amount(from)),
                        ("to", &amount(to)),
                        ("total", &tier_difference_fine(lang, tier, at_end)),
                    ],
                )
            }
            Worth::Step {
                priority,
                step,
                change,
            } => {
                let Some(tier) = self.tier(priority) else {
                    return String::new();
                };
                let key = if change > 0.0 {
                    "lim-worth-step-better"
                } else {
                    "lim-worth-step-worse"
                };
                self.text(
                    key,
                    &[
                        ("step", &amount(step)),
                        ("priority", &priority.to_string()),
                        ("tier", &tier_name(lang, tier)),
                        ("change", &tier_difference_fine(lang, tier, change.abs())),
                    ],
                )
            }
            Worth::Nothing { tried } => {
                self.text("lim-worth-nothing", &[("tried", &amount(tried))])
            }
            Worth::Breaks { tried } => self.text("lim-worth-breaks", &[("tried", &amount(tried))]),
        }
    }

    fn rules(&self, rules: &[RulePrice]) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(2, self.text("lim-rules-title", &[]))];
        if rules.is_empty() {
            blocks.push(self.said("lim-rules-none"));
            return blocks;
        }
        blocks.push(self.said("lim-rules-lead"));
        let told = rules.iter().map(|one| self.rule(one));
        blocks.extend(Block::bullets(told.collect()));
        blocks
    }

    fn rule(&self, one: &RulePrice) -> String {
        let key = match one.limit {
            RuleLimit::RecipientMax => "lim-rule-recipient-max",
            RuleLimit::HelperMax => "lim-rule-helper-max",
            RuleLimit::TrackRecipientMax => "lim-rule-track-recipient-max",
            RuleLimit::TrackHelperMax => "lim-rule-track-helper-max",
            RuleLimit::MaxDistance => "lim-rule-max-distance",
            RuleLimit::MaxChanges => "lim-rule-max-changes",
        };
        self.text(
            key,
            &[
                ("track", &self.wording.title(&one.track.title)),
                ("helper", &self.party(one.helper.as_ref())),
                ("recipient", &self.party(one.recipient.as_ref())),
                ("from", &self.wording.with_unit(one.from, one.unit)),
                ("to", &self.wording.with_unit(one.to, one.unit)),
                ("worth", &self.rule_worth(&one.price)),
            ],
        )
    }

    fn rule_worth(&self, price: &Price) -> String {
        let lang = self.wording.lang;
        if price.tiers.is_empty() {
            return self.text("lim-rule-unknown", &[]);
        }
        let tiers = || self.prices.tiers.iter().zip(&price.tiers);
        let gains = |one: &TierPrice| one.comparable && one.without > one.with;
        let shows = |tier: &Tier| {
            let missed = price.gain.as_ref();
            missed.is_none_or(|missed| shown_at_least(tier, missed.by) > 0.0)
        };
        let first = tiers().find(|(_, one)| gains(one));
        if let Some((tier, one)) = first.filter(|(tier, _)| shows(tier)) {
            let achieved = one.without - one.with;
            let least = one.least.unwrap_or(0.0);
            let most = one.most.unwrap_or(f64::INFINITY);
            let key = if price.gain.is_some() {
                "lim-rule-better"
            } else if most - least <= 1e-6 * achieved.max(1e-3) {
                "lim-rule-gains"
            } else {
                "lim-rule-gains-between"
            };
            return self.text(
                key,
                &[
                    ("priority", &one.priority.to_string()),
                    ("tier", &tier_name(lang, tier)),
                    ("with", &tier_figure_beside_change(lang, tier, one.with)),
                    (
                        "without",
                        &tier_figure_beside_change(lang, tier, one.without),
                    ),
                    (
                        "achieved",
                        &tier_change_size(lang, tier, one.with, one.without),
                    ),
                    ("gain", &tier_difference_at_least(lang, tier, achieved)),
                    ("least", &tier_difference_at_least(lang, tier, least)),
                    ("most", &tier_difference(lang, tier, most, true)),
                    ("pairs", &number::count(price.pairs_changed)),
                ],
            );
        }
        let open = tiers().find(|(_, one)| {
            let size = one.with.abs().max(1.0);
            one.most.is_some_and(|most| most > 1e-6 * size)
        });
        match open {
            None => self.text("lim-rule-nothing", &[]),
            Some((tier, one)) => {
                let most = one.most.unwrap_or(0.0);
                self.text(
                    "lim-rule-nothing-found",
                    &[
                        ("priority", &one.priority.to_string()),
                        ("tier", &tier_name(lang, tier)),
                        ("most", &tier_difference(lang, tier, most, true)),
                    ],
                )
            }
        }
    }
}
