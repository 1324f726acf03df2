//! Pairs that moved, told as chains of helpers, and help that changed.

use super::Told;
use crate::block::Block;
use jiedui_explain::comparison::{AmountChange, ChainTold, MoveTold};
use jiedui_explain::dossier::UnitOfMeasure;

impl Told<'_> {
    /// The section on pairs.
    pub(super) fn moves(&self) -> Vec<Block> {
        let comparison = self.compared.comparison;
        let mut blocks = vec![Block::Heading(2, self.word("cmp-section-pairs"))];
        if comparison.same_plan() {
            blocks.push(Block::Paragraph(self.word("cmp-same-plan")));
            return blocks;
        }
        if comparison.tracks.is_empty() {
            blocks.push(Block::Paragraph(self.word("cmp-same-pairs")));
        }
        for track in &comparison.tracks {
            let lead = self.text(
                "cmp-track",
                &[
                    ("track", &self.track(&track.track)),
                    ("kept", &track.kept.to_string()),
                    ("ended", &track.ended.to_string()),
                    ("begun", &track.begun.to_string()),
                ],
            );
            blocks.push(Block::Heading(3, lead));
            let chains = track.chains.iter().map(|chain| self.chain(chain));
            // Chains are what a comparison is for: they are never cut.
            blocks.extend(Block::bullets(chains.collect()));
        }
        let amounts: Vec<String> = comparison
            .amounts
            .iter()
            .map(|change| self.amount(change))
            .collect();
        if !amounts.is_empty() {
            let count = amounts.len().to_string();
            let heading = self.text("cmp-amounts", &[("n", &count)]);
            blocks.push(Block::Heading(3, heading));
            blocks.extend(Block::bullets(self.cut(amounts)));
        }
        blocks
    }

    fn chain(&self, chain: &ChainTold) -> String {
        let moves: Vec<String> = chain.moves.iter().map(|one| self.one_move(one)).collect();
        let moves = moves.join(&self.word("cmp-move-separator"));
        let key = if chain.closed {
            "cmp-chain-closed"
        } else {
            "cmp-chain"
        };
        self.text(key, &[("moves", &moves)])
    }

    fn one_move(&self, one: &MoveTold) -> String {
        let helper = self.helper(&one.helper);
        let name = |code: &Option<String>| {
            code.as_deref()
                .map(|code| self.recipient(code))
                .unwrap_or_default()
        };
        let key = match (&one.from, &one.to) {
            (Some(_), Some(_)) => "cmp-move",
            (None, _) => "cmp-move-in",
            (_, None) => "cmp-move-out",
        };
        self.text(
            key,
            &[
                ("helper", &helper),
                ("from", &name(&one.from)),
                ("to", &name(&one.to)),
            ],
        )
    }

    fn amount(&self, change: &AmountChange) -> String {
        let sectors: Vec<String> = change
            .sectors
            .iter()
            .map(|sector| {
                let wording = self.sector(&sector.sector);
                let amount = |amount| wording.sector_amount(&sector.sector, amount);
                self.text(
                    "cmp-sector",
                    &[
                        ("sector", &wording.sector(&sector.sector)),
                        ("before", &amount(sector.before)),
                        ("after", &amount(sector.after)),
                    ],
                )
            })
            .collect();
        let wan = |value| self.after.with_unit(value, UnitOfMeasure::Wan);
        self.text(
            "cmp-amount",
            &[
                ("helper", &self.helper(&change.helper)),
                ("recipient", &self.recipient(&change.recipient)),
                ("before", &wan(change.before_wan)),
                ("after", &wan(change.after_wan)),
                ("sectors", &self.after.list(&sectors)),
            ],
        )
    }
}
