//! `decision`: locked pairs are formed, forbidden ones are not.

use crate::audit::Audit;
use crate::codes::{FORBIDDEN_PAIR, LOCKED_PAIR_MISSING};
use crate::findings::Findings;
use crate::violation::{Rule, Violation};
use jiedui_domain::{DecisionAction, RuleFamily};

const RULE: Rule = Rule::Family(RuleFamily::Decision);

/// For every decision: lock gives y = 1 (an entry, in a divisible track), forbid gives no arc.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    for decision in &audit.case.decisions {
        let found = audit.has(decision.helper, decision.recipient);
        let (rule, code, wanted) = match decision.action {
            DecisionAction::Lock => (RULE, LOCKED_PAIR_MISSING, true),
            DecisionAction::Forbid => (Rule::ForbiddenPair, FORBIDDEN_PAIR, false),
        };
        findings.require(rule, found == wanted, || {
            Violation::new(rule, code, u8::from(found), u8::from(wanted))
                .of_pair(decision.helper, decision.recipient)
                .of_track(audit.case.helpers[decision.helper].track)
                .resting_on([decision.provenance.origin.clone()])
        });
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example};

    pub(crate) fn example() -> Example {
        let mut example = Example::new(Draft::valid());
        let mut draft = Draft::valid();
        draft.decide(DecisionAction::Lock, "h3", "q");
        example.fail(draft, LOCKED_PAIR_MISSING, "0", "1");
        example
    }

    pub(crate) fn forbidden_example() -> Example {
        let mut example = Example::new(Draft::valid());
        for (helper, recipient) in [("h3", "p"), ("h4", "q")] {
            let mut draft = Draft::valid();
            draft.decide(DecisionAction::Forbid, helper, recipient);
            example.fail(draft, FORBIDDEN_PAIR, "1", "0");
        }
        example
    }

    #[test]
    fn missing_lock_is_refused() {
        example().assert(RULE);
    }

    #[test]
    fn forbidden_pair_is_refused() {
        forbidden_example().assert(Rule::ForbiddenPair);
    }
}
