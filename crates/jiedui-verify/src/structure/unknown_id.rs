//! Helpers, recipients and sectors of the plan exist in the case.

use crate::audit::Audit;
use crate::codes::UNKNOWN_ID;
use crate::findings::Findings;
use crate::violation::{Rule, Violation};
use jiedui_domain::Id;

const RULE: Rule = Rule::UnknownId;

/// For every entry of the plan. What does not exist is left out of all other checks.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    let case = audit.case;
    for pair in audit.plan.pairs() {
        let helper = case.helpers.get(pair.helper).map(|_| pair.helper);
        let recipient = case.recipients.get(pair.recipient).map(|_| pair.recipient);
        let about = |index: usize, count: usize| {
            let mut violation = Violation::new(RULE, UNKNOWN_ID, index, count);
            violation.helper = helper;
            violation.recipient = recipient;
            violation
        };
        findings.require(RULE, helper.is_some(), || {
            about(pair.helper.index(), case.helpers.len())
        });
        findings.require(RULE, recipient.is_some(), || {
            about(pair.recipient.index(), case.recipients.len())
        });
        for item in &pair.help {
            let known = case.policy.sectors.get(item.sector).is_some();
            findings.require(RULE, known, || {
                about(item.sector.index(), case.policy.sectors.len())
            });
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example, amount};
    use jiedui_domain::{Help, HelperId, Plan, PlannedPair, RecipientId, SectorId};

    pub(crate) fn example() -> Example {
        let mut example = Example::new(Draft::valid());
        for (helper, recipient, sector) in [(9, 0, 0), (2, 9, 0), (2, 1, 9)] {
            let (case, plan) = Draft::valid().build();
            let mut pairs = plan.pairs().to_vec();
            pairs.push(PlannedPair {
                helper: HelperId::from_index(helper),
                recipient: RecipientId::from_index(recipient),
                help: vec![Help {
                    sector: SectorId::from_index(sector),
                    amount: amount("5"),
                }],
            });
            example.fail_built(case, Plan::new(pairs), UNKNOWN_ID, "9");
        }
        example
    }

    #[test]
    fn unknown_id_is_refused_and_not_followed() {
        example().assert(RULE);
    }
}
