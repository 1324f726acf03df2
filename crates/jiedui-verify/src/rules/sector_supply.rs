//! `sector_supply`: a helper gives no more of a sector than it has.

use crate::audit::Audit;
use crate::codes::SUPPLY_EXCEEDED;
use crate::exact::millionths;
use crate::findings::Findings;
use crate::violation::{Rule, Violation};
use jiedui_domain::{Id, RuleFamily};

const RULE: Rule = Rule::Family(RuleFamily::SectorSupply);

/// For every helper and sector: Σ_r `x[h,r,s]` ≤ `c[h,s]`.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    let given = audit.amounts_by(audit.case.helpers.len(), |entry| entry.helper);
    for (helper, row) in audit.case.helpers.iter() {
        for sector in audit.sectors() {
            let found = given[helper.index()][sector.index()];
            let supply = audit.facts.supply(helper, sector);
            if found == 0 && supply == 0 {
                continue;
            }
            findings.require(RULE, found <= supply, || {
                Violation::new(RULE, SUPPLY_EXCEEDED, millionths(found), millionths(supply))
                    .of_helper(helper)
                    .of_sector(sector)
                    .of_track(row.track)
                    .resting_on(audit.facts.supply_rows(helper, sector))
            });
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example};

    /// h4 without a budget gives 20 to q and some to p.
    fn both(to_p: &'static str) -> Draft {
        let mut draft = Draft::valid();
        draft.helper("h4").budget = None;
        draft.set_supply("h4", "industry", "45");
        draft.plan.push(("h4", "p", vec![("industry", to_p)]));
        draft
    }

    pub(crate) fn example() -> Example {
        let mut example = Example::new(both("25"));
        example.fail(both("25.01"), SUPPLY_EXCEEDED, "45.01", "45");
        example
    }

    #[test]
    fn more_than_supplied_is_refused() {
        example().assert(RULE);
    }
}
