//! `budget`: the help of a helper, all sectors together, is worth no more than its budget.

use crate::audit::Audit;
use crate::codes::BUDGET_EXCEEDED;
use crate::findings::Findings;
use crate::violation::{Rule, Violation};
use jiedui_domain::{Id, RuleFamily};

const RULE: Rule = Rule::Family(RuleFamily::Budget);

/// For every helper with a budget: Σ_{r,s} v_s·`x[h,r,s]` ≤ `B[h]`.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    let given = audit.given();
    for (helper, row) in audit.case.helpers.iter() {
        let Some(budget) = audit.facts.budget(helper) else {
            continue;
        };
        let found = &given[helper.index()];
        findings.require(RULE, found <= budget, || {
            Violation::new(RULE, BUDGET_EXCEEDED, found, budget)
                .of_helper(helper)
                .of_track(row.track)
                .resting_on(audit.facts.budget_rows(helper))
        });
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example, wan};

    pub(crate) fn example() -> Example {
        // h1: 30 + 25 × 2 = 80 = 0.008 × 10000.
        let mut example = Example::new(Draft::valid());
        let mut draft = Draft::valid();
        draft.set_help("h1", "p", &[("industry", "30.01"), ("education", "2")]);
        example.fail(draft, BUDGET_EXCEEDED, "80.01", "80");
        let mut draft = Draft::valid();
        draft.helper("h2").budget = Some(wan("89.999999"));
        example.fail(draft, BUDGET_EXCEEDED, "90", "89.999999");
        example
    }

    #[test]
    fn more_than_the_budget_is_refused() {
        example().assert(RULE);
    }
}
