//! The parts that do not change: result, priorities, measures, tracks, data, method.

use crate::block::{Align, Block};
use crate::clean::Medium;
use crate::markdown::{overview, trust};
use crate::phrase::{given_up, is_wide, tier_name, tier_proof, tier_value};
use crate::wording::Wording;
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
    pub tiers_wide: bool,
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
        tiers_wide: tiers.iter().any(|tier| tier.wide),
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
        wide: is_wide(tier),
    }
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
