//! The parts that do not change: result, priorities, measures, tracks, data, method.

use crate::block::{Align, Block};
use crate::clean::Medium;
use crate::markdown::{overview, trust};
use crate::phrase::{given_up, is_wide, score_sentences, tier_name, tier_proof, tier_value};
use crate::wording::Wording;
use jiedui_domain::Proof;
use jiedui_explain::Dossier;
use jiedui_explain::dossier::Tier;
use jiedui_messages::Lang;
use serde::Serialize;

/// Everything static in one language.
#[derive(Serialize)]
pub(crate) struct Parts {
    pub lang: &'static str,
    pub title: String,
    pub result: Vec<Part>,
    pub tiers: Vec<TierPart>,
    pub tiers_wide: Vec<String>,
    pub measures: Vec<Part>,
    pub tracks: Vec<Part>,
    pub data: Vec<Part>,
    pub method: Vec<Part>,
}

/// A priority with its proof.
#[derive(Serialize)]
pub(crate) struct TierPart {
    priority: u32,
    name: String,
    value: String,
    proof: String,
    given_up: Option<String>,
    score: Vec<String>,
    wide: bool,
}

/// A block as the template reads it.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Part {
    Heading {
        text: String,
    },
    Paragraph {
        text: String,
    },
    Bullets {
        items: Vec<String>,
    },
    Table {
        heads: Vec<Head>,
        rows: Vec<Vec<String>>,
    },
}

#[derive(Serialize)]
pub(crate) struct Head {
    text: String,
    right: bool,
}

pub(crate) fn parts(dossier: &Dossier, lang: Lang) -> Parts {
    let wording = Wording {
        dossier,
        lang,
        medium: Medium::Html,
    };
    let run = &dossier.run;
    let tiers: Vec<TierPart> = dossier
        .tiers
        .iter()
        .map(|tier| tier_part(wording, tier))
        .collect();
    Parts {
        lang: lang.code(),
        title: wording.text(
            "rep-title",
            &[
                ("policy", &wording.title(&run.policy_title)),
                ("year", &run.year.to_string()),
            ],
        ),
        result: body(overview::overview(wording)),
        tiers_wide: wide(wording),
        tiers,
        measures: body(overview::measures(wording)),
        tracks: body(overview::tracks(wording)),
        data: body(trust::data(wording)),
        method: body(trust::method(wording, wording.dossier.regrets.is_some())),
    }
}

fn tier_part(wording: Wording<'_>, tier: &Tier) -> TierPart {
    TierPart {
        priority: tier.priority,
        name: tier_name(wording, tier),
        value: tier_value(wording, tier),
        proof: tier_proof(wording, tier),
        given_up: given_up(wording, tier),
        score: score_sentences(wording, tier),
        wide: is_wide(wording, tier),
    }
}

/// What is open where a gap is wide. Only a bound of the decomposition is worked out with half pairs.
fn wide(wording: Wording<'_>) -> Vec<String> {
    let tiers = wording.dossier.tiers.iter();
    let (decomposed, others): (Vec<&Tier>, Vec<&Tier>) = tiers
        .filter(|tier| is_wide(wording, tier))
        .partition(|tier| tier.proof == Proof::Decomposition);
    [
        ("html-tier-wide", decomposed),
        ("html-tier-wide-plain", others),
    ]
    .into_iter()
    .filter(|(_, tiers)| !tiers.is_empty())
    .map(|(key, tiers)| {
        let priorities = tiers.iter().map(|tier| tier.priority.to_string());
        let list = wording.list(&priorities.collect::<Vec<_>>());
        wording.text(key, &[("priorities", &list)])
    })
    .collect()
}

/// The blocks below their heading; the page has headings of its own.
fn body(blocks: Vec<Block>) -> Vec<Part> {
    let below = blocks
        .into_iter()
        .filter(|block| !matches!(block, Block::Heading(..)));
    below.map(part).collect()
}

pub(super) fn part(block: Block) -> Part {
    match block {
        Block::Led(lead, items) => Part::Bullets {
            items: std::iter::once(lead).chain(items).collect(),
        },
        Block::Heading(_, text) => Part::Heading { text },
        Block::Paragraph(text) => Part::Paragraph { text },
        Block::Bullets(items) => Part::Bullets { items },
        Block::Table { heads, rows } => Part::Table {
            heads: heads
                .into_iter()
                .map(|(text, align)| Head {
                    text,
                    right: align == Align::Right,
                })
                .collect(),
            rows,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::small;
    use jiedui_domain::Gap;

    #[test]
    fn half_pairs_are_told_of_a_bound_of_the_decomposition_alone() {
        let told = |proof, given_up: f64| {
            let mut dossier = small();
            let tier = &mut dossier.tiers[1];
            (tier.proof, tier.in_plan) = (proof, tier.bound - 0.2);
            tier.reached = tier.in_plan + given_up;
            tier.gap = Gap::between(tier.in_plan, tier.bound);
            parts(&dossier, Lang::Zh).tiers_wide.join("\n")
        };
        let decomposed = told(Proof::Decomposition, 0.0);
        assert!(decomposed.contains("半对"), "{decomposed}");
        assert!(decomposed.contains("第 2 级"), "{decomposed}");
        let searched = told(Proof::BranchAndBound, 0.0);
        assert!(searched.contains("没有算出"), "{searched}");
        assert!(!searched.contains("半对"), "{searched}");
        // What was given up is known.
        assert!(told(Proof::Decomposition, 0.2).is_empty());
    }
}
