//! One more priority after those of the policy, for questions that the policy does not ask.

use crate::program::{ColumnId, Program, Tier};
use jiedui_domain::MeasureScale;

impl Program {
    /// The program with one more priority after all of the policy's: the most of Σ coefficient·column.
    ///
    /// `terms` by ascending column, none zero.
    #[must_use]
    pub fn with_last_priority(mut self, terms: Vec<(ColumnId, f64)>) -> Self {
        let of_policy = self.tiers.iter().filter_map(|tier| tier.priority);
        let last = of_policy.max().unwrap_or(0);
        let place = self
            .tiers
            .iter()
            .position(|tier| tier.priority.is_none())
            .unwrap_or(self.tiers.len());
        self.tiers.insert(
            place,
            Tier {
                priority: Some(last.saturating_add(1)),
                tie_break: None,
                objectives: Vec::new(),
                terms,
                scale: MeasureScale::Relative,
            },
        );
        self
    }
}
