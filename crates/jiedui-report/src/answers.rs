//! Answers for which the case was solved again, as far as somebody has asked for them.

use jiedui_explain::decisions::DecisionPrices;
use jiedui_explain::why_not::WhyNot;

/// What documents may tell beside the dossier. All of it belongs to the same run.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Answers {
    /// What each human decision costs.
    pub decisions: Option<DecisionPrices>,
    /// What single pairs would cost, or doing without them, in the order in which they are told.
    pub pairs: Vec<WhyNot>,
}

impl Answers {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.decisions.is_none() && self.pairs.is_empty()
    }
}
