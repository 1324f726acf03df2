//! The part of a why-not note that says which change of one datum would form the pair.

use crate::Depth;
use crate::block::Block;
use crate::number;
use crate::why_not::Telling;
use jiedui_explain::counterfactual::{DatumKind, Trial, TrialOutcome};

impl Telling<'_> {
    /// The smallest change in a sentence; nothing where none was asked for or found.
    pub(crate) fn counterfactual_line(&self) -> Option<String> {
        let smallest = self.why.counterfactuals.as_ref()?.smallest()?;
        let smallest = self.trial(smallest);
        Some(self.text("wn-cf-line", &[("smallest", &smallest)]))
    }

    /// Every change that forms the pair, and the ranges in which none did.
    pub(crate) fn counterfactuals(&self) -> Vec<Block> {
        let Some(found) = &self.why.counterfactuals else {
            return Vec::new();
        };
        if found.unchanged_forms {
            return vec![Block::Paragraph(self.text("wn-cf-unchanged", &[]))];
        }
        let (forming, others): (Vec<_>, Vec<_>) = found
            .trials
            .iter()
            .partition(|trial| matches!(trial.outcome, TrialOutcome::Forms { .. }));
        let told = |trials: &[&Trial]| -> Vec<String> {
            trials.iter().map(|trial| self.trial(trial)).collect()
        };
        let count = number::count(others.len());
        let mut blocks = Vec::new();
        if forming.is_empty() {
            blocks.push(Block::Paragraph(self.text("wn-cf-none", &[("n", &count)])));
        } else {
            blocks.push(Block::Paragraph(self.text("wn-cf-lead", &[])));
            blocks.extend(Block::bullets(told(&forming)));
            if !others.is_empty() {
                blocks.push(Block::Paragraph(
                    self.text("wn-cf-others", &[("n", &count)]),
                ));
            }
        }
        if self.depth == Depth::Full {
            blocks.extend(Block::bullets(told(&others)));
        } else if let Some(unclear) = self.unclear(&others) {
            blocks.push(Block::Paragraph(unclear));
        }
        blocks
    }

    /// How many changes no smallest one can be told of.
    fn unclear(&self, others: &[&Trial]) -> Option<String> {
        let unclear = others
            .iter()
            .filter(|trial| trial.outcome != TrialOutcome::NotWithin)
            .count();
        let count = number::count(unclear);
        (unclear > 0).then(|| self.text("wn-cf-unclear", &[("n", &count)]))
    }

    fn trial(&self, trial: &Trial) -> String {
        let to = match trial.outcome {
            TrialOutcome::Forms { to, .. } => to,
            _ => trial.furthest,
        };
        let key = match trial.kind {
            DatumKind::Budget => "wn-cf-budget",
            DatumKind::Supply => "wn-cf-supply",
            DatumKind::Need => "wn-cf-need",
            DatumKind::Distance => "wn-cf-distance",
            DatumKind::Fit => "wn-cf-fit",
        };
        let sector = trial.sector.as_deref();
        let sector = sector.map_or_else(String::new, |code| self.wording.sector(code));
        let difference = to - trial.from;
        let change = if trial.from > 0.0 {
            number::percent_signed(difference / trial.from)
        } else {
            self.wording.with_unit(difference, trial.unit)
        };
        let told = self.text(
            key,
            &[
                ("sector", &sector),
                ("from", &self.wording.with_unit(trial.from, trial.unit)),
                ("to", &self.wording.with_unit(to, trial.unit)),
                ("change", &change),
            ],
        );
        match trial.outcome {
            TrialOutcome::Unsettled => self.text("wn-cf-unsettled", &[("tried", &told)]),
            TrialOutcome::Unsteady => self.text("wn-cf-unsteady", &[("tried", &told)]),
            TrialOutcome::Forms { .. } | TrialOutcome::NotWithin => told,
        }
    }
}
