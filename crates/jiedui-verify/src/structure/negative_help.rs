//! Help is not negative: nobody takes.

use crate::audit::Audit;
use crate::codes::NEGATIVE_HELP;
use crate::findings::Findings;
use crate::violation::{Rule, Violation};
use jiedui_domain::Amount;

const RULE: Rule = Rule::NegativeHelp;

/// For every amount of the plan: x ≥ 0.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    for entry in &audit.entries {
        for item in &entry.help {
            findings.require(RULE, item.amount >= Amount::ZERO, || {
                Violation::new(RULE, NEGATIVE_HELP, item.amount, 0)
                    .of_pair(entry.helper, entry.recipient)
                    .of_sector(item.sector)
            });
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example};

    pub(crate) fn example() -> Example {
        let mut example = Example::new(Draft::valid());
        let mut draft = Draft::valid();
        draft.set_help("h4", "q", &[("industry", "-1")]);
        example.fail(draft, NEGATIVE_HELP, "-1", "0");
        example
    }

    #[test]
    fn negative_amount_is_refused() {
        example().assert(RULE);
    }
}
