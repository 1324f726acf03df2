//! How stable the pairs of the base are in a random set, and which figures to check first.

use super::Told;
use crate::block::{Align, Block};
use crate::number;
use crate::phrase::cell_weight;
use jiedui_explain::scenarios::{CellWeight, Stability};

/// Pairs on a terminal.
const PAIRS: usize = 6;
/// Cells on a terminal.
const CELLS: usize = 5;

impl Told<'_> {
    pub(super) fn stability(&self, account: &Stability) -> Vec<Block> {
        let group = self.own(&account.group);
        let mut blocks = vec![Block::Heading(
            2,
            self.text("wi-section-stability", &[("group", &group)]),
        )];
        let always = account
            .pairs
            .iter()
            .filter(|pair| pair.kept == account.runs)
            .count();
        let never = account.pairs.iter().filter(|pair| pair.kept == 0).count();
        let without = match account.without_plan {
            0 => "none".to_owned(),
            some => number::count(some),
        };
        blocks.push(Block::Paragraph(self.text(
            "wi-stability-lead",
            &[
                ("runs", &number::count(account.runs)),
                ("without", &without),
                ("cells", &number::count(account.cells)),
                ("always", &number::count(always)),
                ("never", &number::count(never)),
                ("pairs", &number::count(account.pairs.len())),
            ],
        )));
        let shown = self.shown(PAIRS);
        let unstable: Vec<_> = account
            .pairs
            .iter()
            .filter(|pair| pair.kept < account.runs)
            .collect();
        let heads = vec![
            (self.word("wi-head-pair"), Align::Left),
            (self.word("wi-head-survives"), Align::Right),
            (self.word("wi-head-interval"), Align::Right),
            (self.word("wi-head-cell"), Align::Left),
        ];
        let rows = unstable.iter().take(shown).map(|pair| {
            let first = pair.cells.iter().find(|weight| weight.beyond_chance);
            let range = [
                ("low", number::percent(pair.low)),
                ("high", number::percent(pair.high)),
            ];
            let range: Vec<(&str, &str)> = range
                .iter()
                .map(|(name, text)| (*name, text.as_str()))
                .collect();
            vec![
                self.pair(&pair.pair),
                number::percent(pair.share),
                self.text("wi-range", &range),
                first.map_or_else(|| "–".to_owned(), |weight| self.weight(weight)),
            ]
        });
        blocks.extend(Block::table(heads, rows.collect()));
        blocks.extend(self.more(unstable.len(), shown).map(Block::Paragraph));
        let sure: Vec<&CellWeight> = account
            .weightiest
            .iter()
            .filter(|weight| weight.beyond_chance)
            .collect();
        if account.weightiest.is_empty() {
            return blocks;
        }
        if sure.is_empty() {
            let runs = number::count(account.runs);
            blocks.push(Block::Paragraph(
                self.text("wi-cells-none", &[("runs", &runs)]),
            ));
            return blocks;
        }
        let runs = number::count(account.runs);
        blocks.push(Block::Paragraph(
            self.text("wi-cells-lead", &[("runs", &runs)]),
        ));
        let items = sure
            .iter()
            .take(self.shown(CELLS))
            .map(|weight| self.weight(weight));
        blocks.extend(Block::bullets(items.collect()));
        blocks
    }

    /// A cell, and how it goes with the loss.
    fn weight(&self, weight: &CellWeight) -> String {
        // The table has no names for codes: those of pairs only.
        cell_weight(self.lang, self.medium, weight, |_, text| self.own(text))
    }
}
