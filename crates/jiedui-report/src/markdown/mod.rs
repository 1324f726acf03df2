//! The dossier as a Markdown report.

pub(crate) mod overview;
mod parties;
mod render;
pub(crate) mod trust;

pub(crate) use render::render;

use crate::Depth;
use crate::block::Block;
use crate::clean::{Medium, clean};
use crate::story::{Outside, recipient_story};
use crate::wording::Wording;
use jiedui_explain::Dossier;
use jiedui_messages::Lang;

/// A text that people typed, without effect in Markdown.
pub fn typed(text: &str) -> String {
    clean(text, Medium::Markdown)
}

/// The whole report: result, priorities and their proof, measures, tracks, every recipient with its
/// pairs and reasons, helpers, changes against last year, exclusions, data, method.
pub fn report(dossier: &Dossier, lang: Lang) -> String {
    let wording = Wording {
        dossier,
        lang,
        medium: Medium::Markdown,
    };
    let mut blocks = overview::overview(wording);
    blocks.extend(overview::tiers(wording));
    blocks.extend(overview::measures(wording));
    blocks.extend(overview::tracks(wording));
    blocks.extend(parties::recipients(wording));
    blocks.push(Block::Heading(2, wording.word("rep-section-each")));
    blocks.push(Block::Paragraph(wording.word("rep-each-lead")));
    let outside = Outside::of(dossier, |_| true);
    for entry in &dossier.recipients {
        blocks.extend(recipient_story(wording, entry, &outside, Depth::Page, 3));
    }
    blocks.extend(parties::helpers(wording));
    blocks.extend(parties::ended(wording));
    blocks.extend(parties::excluded(wording));
    blocks.extend(trust::data(wording));
    blocks.extend(trust::method(wording, false));
    render(&blocks)
}

/// Blocks of a report without a dossier.
pub(crate) fn render_blocks(blocks: &[Block]) -> String {
    render::render(blocks)
}
