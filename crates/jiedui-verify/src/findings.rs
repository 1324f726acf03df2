//! Collects what the rules find while they are checked.

use crate::violation::{Rule, RuleCount, Verdict, Violation};
use jiedui_domain::RuleFamily;
use std::collections::BTreeMap;

/// Rows checked and violations so far.
#[derive(Default)]
pub(crate) struct Findings {
    rows: BTreeMap<Rule, usize>,
    violations: Vec<Violation>,
}

impl Findings {
    /// Counts one row of a rule, and keeps the violation if the row does not hold.
    pub(crate) fn require(
        &mut self,
        rule: Rule,
        holds: bool,
        violation: impl FnOnce() -> Violation,
    ) {
        *self.rows.entry(rule).or_default() += 1;
        if !holds {
            self.violations.push(violation());
        }
    }

    /// The verdict; a rule without rows is listed with 0.
    pub(crate) fn into_verdict(self) -> Verdict {
        let families = RuleFamily::ALL.into_iter().map(Rule::Family);
        let rules_checked = Rule::STRUCTURE
            .into_iter()
            .chain(families)
            .map(|rule| RuleCount {
                rule,
                rows: self.rows.get(&rule).copied().unwrap_or(0),
            })
            .collect();
        Verdict {
            violations: self.violations,
            rules_checked,
        }
    }
}
