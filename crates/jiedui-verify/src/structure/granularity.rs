//! Amounts are multiples of 0.01, and whole where units cannot be split.

use crate::audit::Audit;
use crate::codes::{NOT_HUNDREDTHS, NOT_WHOLE};
use crate::findings::Findings;
use crate::violation::{Rule, Violation};
use jiedui_domain::Quantity;

const RULE: Rule = Rule::Granularity;
/// 0.01 in millionths.
const HUNDREDTH: i64 = 10_000;
/// 1 in millionths.
const WHOLE: i64 = 1_000_000;

/// For every amount of the plan: x is a multiple of the sector's step.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    for entry in &audit.entries {
        for item in &entry.help {
            let (step, code, step_text) = if audit.case.policy.sectors[item.sector].whole {
                (WHOLE, NOT_WHOLE, "1")
            } else {
                (HUNDREDTH, NOT_HUNDREDTHS, "0.01")
            };
            findings.require(RULE, item.amount.scaled() % step == 0, || {
                Violation::new(RULE, code, item.amount, step_text)
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
        let mut cents = Draft::valid();
        cents.set_help("h4", "q", &[("industry", "19.99")]);
        let mut example = Example::new(cents);
        let mut draft = Draft::valid();
        draft.set_help("h4", "q", &[("industry", "19.995")]);
        example.fail(draft, NOT_HUNDREDTHS, "19.995", "0.01");
        let mut draft = Draft::valid();
        draft.set_help("h1", "p", &[("industry", "30"), ("education", "1.5")]);
        example.fail(draft, NOT_WHOLE, "1.5", "1");
        example
    }

    #[test]
    fn broken_step_is_refused() {
        example().assert(RULE);
    }
}
