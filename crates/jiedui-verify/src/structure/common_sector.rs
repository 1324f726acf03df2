//! A helper and its recipient share a sector: where both have amounts, and in a divisible track always.

use crate::audit::Audit;
use crate::codes::NO_COMMON_SECTOR;
use crate::findings::Findings;
use crate::violation::{Rule, Violation};

const RULE: Rule = Rule::CommonSector;

/// For every entry whose helper has a supply and whose recipient has a need, and every entry of a divisible
/// track: at least one sector with both. Amounts count as they are stated, not cut to steps.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    let sectors = || audit.case.policy.sectors.ids();
    for entry in &audit.entries {
        let supply = |sector| audit.facts.supply(entry.helper, sector);
        let need = |sector| audit.facts.need(entry.recipient, sector);
        let both = sectors().any(|sector| supply(sector) > 0) && sectors().any(|s| need(s) > 0);
        if entry.is_pair && !both {
            continue;
        }
        let shared = sectors().filter(|sector| supply(*sector).min(need(*sector)) > 0);
        let count = shared.count();
        findings.require(RULE, count > 0, || {
            Violation::new(RULE, NO_COMMON_SECTOR, count, 1)
                .of_pair(entry.helper, entry.recipient)
                .of_track(entry.track)
        });
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example};

    /// h3 can give q, which needs industry alone, nothing but this.
    fn with_h3_at_q(sector: Option<&str>) -> Draft {
        let mut draft = Draft::valid();
        draft.track("soe").minimum_support = Default::default();
        draft.tables.supply.retain(|row| row.helper != "h3");
        if let Some(sector) = sector {
            draft.set_supply("h3", sector, "5");
        }
        draft.remove("h3", "p");
        draft.plan.push(("h3", "q", Vec::new()));
        draft
    }

    pub(crate) fn example() -> Example {
        let mut example = Example::new(with_h3_at_q(Some("industry")));
        // Without amounts on one side a pair is one of a pure matching.
        example.pass(with_h3_at_q(None));
        example.fail(with_h3_at_q(Some("education")), NO_COMMON_SECTOR, "0", "1");
        // A divisible track has nothing but amounts.
        let mut draft = Draft::valid();
        draft.tables.supply.retain(|row| row.helper != "h4");
        example.fail(draft, NO_COMMON_SECTOR, "0", "1");
        example
    }

    #[test]
    fn pair_without_a_common_sector_is_refused() {
        example().assert(RULE);
    }
}
