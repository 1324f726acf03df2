//! `need_balance`: a recipient gets no more than it needs; the rest is need left unmet.

use crate::audit::Audit;
use crate::codes::NEED_EXCEEDED;
use crate::exact::millionths;
use crate::findings::Findings;
use crate::violation::{Rule, Violation};
use jiedui_domain::{Id, RuleFamily};

const RULE: Rule = Rule::Family(RuleFamily::NeedBalance);

/// For every recipient and sector: Σ_h `x[h,r,s]` ≤ `n[r,s]`, so that `u[r,s]` ≥ 0 exists.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    let received = audit.amounts_by(audit.case.recipients.len(), |entry| entry.recipient);
    for recipient in audit.case.recipients.ids() {
        for sector in audit.sectors() {
            let found = received[recipient.index()][sector.index()];
            let need = audit.facts.need(recipient, sector);
            if found == 0 && need == 0 {
                continue;
            }
            findings.require(RULE, found <= need, || {
                Violation::new(RULE, NEED_EXCEEDED, millionths(found), millionths(need))
                    .of_recipient(recipient)
                    .of_sector(sector)
                    .resting_on(audit.facts.need_rows(recipient, Some(sector)))
            });
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example};

    pub(crate) fn example() -> Example {
        let mut just = Draft::valid();
        just.set_need("p", "industry", "70");
        let mut example = Example::new(just);
        let mut draft = Draft::valid();
        draft.set_need("p", "industry", "69.99");
        example.fail(draft, NEED_EXCEEDED, "70", "69.99");
        example
    }

    #[test]
    fn more_than_needed_is_refused() {
        example().assert(RULE);
    }
}
