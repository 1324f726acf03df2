//! `activation`: a pair carries no more of a sector than its helper has and its recipient needs.

use crate::audit::Audit;
use crate::codes::PAIR_HELP_EXCEEDED;
use crate::exact::millionths;
use crate::findings::Findings;
use crate::violation::{Rule, Violation};
use jiedui_domain::{Quantity, RuleFamily};

const RULE: Rule = Rule::Family(RuleFamily::Activation);

/// For every amount of the plan: `x[a,s]` ≤ min(`c[h,s]`, `n[r,s]`).
///
/// Help outside the pairs formed cannot be written down in a plan, so `y[a]` = 1 here.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    for entry in &audit.entries {
        for item in &entry.help {
            let found = i128::from(item.amount.scaled());
            let supply = audit.facts.supply(entry.helper, item.sector);
            let need = audit.facts.need(entry.recipient, item.sector);
            let allowed = supply.min(need);
            findings.require(RULE, found <= allowed, || {
                let needs = audit.facts.need_rows(entry.recipient, Some(item.sector));
                Violation::new(
                    RULE,
                    PAIR_HELP_EXCEEDED,
                    millionths(found),
                    millionths(allowed),
                )
                .of_pair(entry.helper, entry.recipient)
                .of_sector(item.sector)
                .of_track(entry.track)
                .resting_on(audit.facts.supply_rows(entry.helper, item.sector))
                .resting_on(needs)
            });
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example};

    pub(crate) fn example() -> Example {
        // h3 gives all its 40 in the valid plan.
        let mut example = Example::new(Draft::valid());
        let mut draft = Draft::valid();
        draft.set_supply("h3", "industry", "39.99");
        example.fail(draft, PAIR_HELP_EXCEEDED, "40", "39.99");
        let mut draft = Draft::valid();
        draft.set_need("p", "education", "1");
        example.fail(draft, PAIR_HELP_EXCEEDED, "2", "1");
        // A sector that the helper does not supply, and one that the recipient does not need.
        let mut draft = Draft::valid();
        draft.set_help("h3", "p", &[("education", "1")]);
        example.fail(draft, PAIR_HELP_EXCEEDED, "1", "0");
        let mut draft = Draft::valid();
        draft.set_supply("h2", "education", "5");
        draft.set_help("h2", "q", &[("industry", "65"), ("education", "1")]);
        example.fail(draft, PAIR_HELP_EXCEEDED, "1", "0");
        example
    }

    #[test]
    fn more_than_either_side_is_refused() {
        example().assert(RULE);
    }
}
