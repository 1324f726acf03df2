//! Whose coverage falls and rises with the pair.

use super::Telling;
use crate::Depth;
use crate::block::Block;
use crate::number;
use jiedui_explain::comparison::CoverageChange;
use jiedui_explain::why_not::Cost;

/// Recipients shown at a page.
const SHOWN: usize = 3;

impl Telling<'_> {
    /// Who loses and who gains most.
    pub(super) fn coverage(&self, cost: &Cost) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(2, self.text("wn-coverage-title", &[]))];
        let mut recipients = self.wording.dossier.recipients.iter();
        if recipients.all(|entry| entry.coverage.is_none()) {
            blocks.push(self.said("wn-coverage-undefined"));
        } else if cost.falls.is_empty() && cost.rises.is_empty() {
            blocks.push(self.said("wn-coverage-none"));
        }
        let mut small = 0;
        for (key, all) in [("wn-falls", &cost.falls), ("wn-rises", &cost.rises)] {
            // A change that its two figures do not show would read as a mistake.
            let (all, unseen): (Vec<_>, Vec<_>) = all.iter().partition(|one| shows(one));
            small += unseen.len();
            if all.is_empty() {
                continue;
            }
            let shown = if self.depth == Depth::Full {
                all.len()
            } else {
                SHOWN
            };
            let count = number::count(all.len());
            blocks.push(Block::Paragraph(self.text(key, &[("n", &count)])));
            let mut lines: Vec<String> = all
                .iter()
                .take(shown)
                .map(|one| self.one_coverage(one))
                .collect();
            lines.extend(self.rest(all.len(), shown));
            blocks.extend(Block::bullets(lines));
        }
        if small > 0 {
            let count = number::count(small);
            blocks.push(Block::Paragraph(
                self.text("wn-coverage-small", &[("n", &count)]),
            ));
        }
        blocks
    }

    fn one_coverage(&self, one: &CoverageChange) -> String {
        self.wording.text(
            "wn-coverage",
            &[
                ("name", &self.wording.recipient(&one.recipient)),
                ("before", &number::percent(one.before.unwrap_or(0.0))),
                ("after", &number::percent(one.after.unwrap_or(0.0))),
            ],
        )
    }

    fn rest(&self, all: usize, shown: usize) -> Option<String> {
        let more = number::count(all.saturating_sub(shown));
        (all > shown).then(|| self.text("wn-more", &[("n", &more)]))
    }
}
/// Whether the change of a coverage can be seen in its two figures.
fn shows(one: &CoverageChange) -> bool {
    let figure = |share: Option<f64>| number::percent(share.unwrap_or(0.0));
    figure(one.before) != figure(one.after)
}
