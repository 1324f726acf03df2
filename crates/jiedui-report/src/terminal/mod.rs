//! The dossier on a terminal.

mod render;
mod summary;

pub(crate) use render::render;
pub use summary::summary;

use crate::clean::{Medium, clean};
use crate::lookup::{ReportError, find_helper, find_recipient};
use crate::story::{
    Outside, backbone_story, costs_story, fairness_story, helper_story, pair_story,
    recipient_story, regret_story, unformed_line, unformed_story,
};
use crate::wording::Wording;
use crate::{Depth, block::Block};
use jiedui_explain::Dossier;
use jiedui_explain::backbone::Backbone;
use jiedui_explain::dossier::{Certainty, RegretState};
use jiedui_messages::{Lang, wrap};

/// Lines of at most `width` columns; what does not fit is set under its own indentation and two columns
/// more. Lines of a chart or table are better not passed through here.
pub fn wrapped(text: &str, width: usize) -> String {
    let lines = text.lines().flat_map(|line| {
        let plain = line.trim_start();
        let indent: String = line
            .chars()
            .take(line.chars().count() - plain.chars().count())
            .collect();
        let hanging = if indent.is_empty() {
            String::new()
        } else {
            format!("{indent}  ")
        };
        wrap(plain, width, &indent, &hanging)
    });
    let mut out = lines.collect::<Vec<_>>().join("\n");
    out.push('\n');
    out
}

/// Explains a recipient, named by its code or its name.
///
/// *Errors:* [`ReportError`] where nobody, or more than one, is meant.
pub fn explain_recipient(
    dossier: &Dossier,
    recipient: &str,
    depth: Depth,
    lang: Lang,
    width: usize,
) -> Result<String, ReportError> {
    let code = find_recipient(dossier, recipient)?;
    let wording = speak(dossier, lang);
    let entry = dossier.recipient(code).into_iter();
    let outside = Outside::of(dossier, |recipient| recipient == code);
    let blocks: Vec<Block> = entry
        .flat_map(|entry| recipient_story(wording, entry, &outside, depth, 1))
        .collect();
    Ok(render(&blocks, width))
}

/// Explains a helper, named by its code or its name.
///
/// *Errors:* [`ReportError`] where nobody, or more than one, is meant.
pub fn explain_helper(
    dossier: &Dossier,
    helper: &str,
    depth: Depth,
    lang: Lang,
    width: usize,
) -> Result<String, ReportError> {
    let code = find_helper(dossier, helper)?;
    let wording = speak(dossier, lang);
    let entry = dossier.helper(code).into_iter();
    let blocks: Vec<Block> = entry
        .flat_map(|entry| helper_story(wording, entry, depth, 1))
        .collect();
    Ok(render(&blocks, width))
}

/// Explains a pair: why it is as it is where the plan forms it, else as [`explain_excluded`].
///
/// *Errors:* [`ReportError`] where nobody, or more than one, is meant.
pub fn explain_pair(
    dossier: &Dossier,
    helper: &str,
    recipient: &str,
    depth: Depth,
    lang: Lang,
    width: usize,
) -> Result<String, ReportError> {
    let helper = find_helper(dossier, helper)?;
    let recipient = find_recipient(dossier, recipient)?;
    let wording = speak(dossier, lang);
    let mut blocks = match dossier.pair(helper, recipient) {
        Some(pair) => pair_story(wording, pair, depth, 1),
        None if depth == Depth::Line => vec![unformed_line(wording, helper, recipient)],
        None => unformed_story(wording, helper, recipient, 1),
    };
    // A page of a formed pair has its cost.
    let told = depth == Depth::Page && dossier.pair(helper, recipient).is_some();
    // That no plan has it is all that there is to say of a pair that is ruled out.
    if depth != Depth::Line && !told && !dossier.is_ruled_out(helper, recipient) {
        blocks.extend(regret_story(wording, helper, recipient, depth));
    }
    Ok(render(&blocks, width))
}

/// Explains why a pair is not in the plan: every rule that excludes it, or how it compares with what
/// was chosen. Where the plan does form the pair, this is [`explain_pair`].
///
/// *Errors:* [`ReportError`] where nobody, or more than one, is meant.
pub fn explain_excluded(
    dossier: &Dossier,
    helper: &str,
    recipient: &str,
    depth: Depth,
    lang: Lang,
    width: usize,
) -> Result<String, ReportError> {
    let mut text = explain_pair(dossier, helper, recipient, depth, lang, width)?;
    let helper = find_helper(dossier, helper)?;
    let recipient = find_recipient(dossier, recipient)?;
    let wording = speak(dossier, lang);
    let track = dossier.helper(helper).map_or("", |entry| &entry.track);
    // Solving again tells nothing of a pair that no plan can have, nor where no pair can be demanded.
    let regrets = dossier.regrets.as_ref();
    let known = regrets.and_then(|known| known.pair(helper, recipient));
    let is_exact = known
        .is_some_and(|row| row.state == RegretState::Priced && row.certainty() == Certainty::Exact);
    if depth != Depth::Line
        && !is_exact
        && dossier.candidate(helper, recipient).is_some()
        && !dossier.is_ruled_out(helper, recipient)
        && !wording.is_divisible(track)
    {
        let hint = Block::Paragraph(wording.word("wn-hint-exact"));
        text.push('\n');
        text.push_str(&render(&[hint], width));
    }
    Ok(text)
}

/// Explains how evenly help is spread, and why the least coverage cannot be higher; says so where the
/// dossier has no figures.
pub fn explain_fairness(dossier: &Dossier, depth: Depth, lang: Lang, width: usize) -> String {
    let wording = speak(dossier, lang);
    let blocks = match &dossier.fairness {
        Some(fairness) => fairness_story(wording, fairness, depth),
        None => vec![Block::Paragraph(wording.word("exp-fair-none"))],
    };
    render::render(&blocks, width)
}

/// Lists pairs by what they would cost; says so where the dossier does not tell.
pub fn explain_costs(dossier: &Dossier, depth: Depth, lang: Lang, width: usize) -> String {
    let wording = speak(dossier, lang);
    let blocks = match &dossier.regrets {
        Some(regrets) => costs_story(wording, regrets, depth),
        None => vec![Block::Paragraph(wording.word(no_regrets(wording)))],
    };
    render::render(&blocks, width)
}

/// Tells which pairs are settled within a tolerance, and where there is a choice; says so where the
/// dossier does not tell.
pub fn explain_backbone(
    dossier: &Dossier,
    found: Option<&Backbone>,
    depth: Depth,
    lang: Lang,
    width: usize,
) -> String {
    let wording = speak(dossier, lang);
    let blocks = match found {
        Some(found) => backbone_story(wording, found, depth),
        None => vec![Block::Paragraph(wording.word(no_regrets(wording)))],
    };
    render::render(&blocks, width)
}

/// Why nothing says what pairs would cost.
fn no_regrets(wording: Wording<'_>) -> &'static str {
    if wording.forms_pairs() {
        "rg-no-regrets"
    } else {
        "rg-no-pairs"
    }
}

/// A text that people typed, harmless for a terminal.
pub fn typed(text: &str) -> String {
    clean(text, Medium::Terminal)
}

fn speak(dossier: &Dossier, lang: Lang) -> Wording<'_> {
    Wording {
        dossier,
        lang,
        medium: Medium::Terminal,
    }
}

/// Blocks of a report without a dossier.
pub(crate) fn render_blocks(blocks: &[Block], width: usize) -> String {
    render::render(blocks, width)
}
