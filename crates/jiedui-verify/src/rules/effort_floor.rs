//! `effort_floor`: the money committed is really spent.

use crate::audit::Audit;
use crate::codes::EFFORT_TOO_SMALL;
use crate::exact::rational_steps;
use crate::findings::Findings;
use crate::violation::{Rule, Violation};
use jiedui_domain::{Id, RuleFamily, Share};

const RULE: Rule = Rule::Family(RuleFamily::EffortFloor);

/// For every helper with a budget and at least one pair: Σ_{r,s} v_s·`x[h,r,s]` ≥ e_k·`B[h]`.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    let given = audit.given();
    let pairs = audit.pairs_of_helpers();
    for (helper, row) in audit.case.helpers.iter() {
        let share = audit.case.policy.tracks[row.track].effort_floor;
        let Some(budget) = audit.facts.budget(helper) else {
            continue;
        };
        if share == Share::ZERO || pairs[helper.index()] == 0 {
            continue;
        }
        let found = &given[helper.index()];
        let least = budget.share_of(share);
        findings.require(RULE, found.in_steps() >= least, || {
            Violation::new(RULE, EFFORT_TOO_SMALL, found, rational_steps(&least))
                .of_helper(helper)
                .of_track(row.track)
                .resting_on(audit.facts.budget_rows(helper))
        });
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example, share};

    pub(crate) fn example() -> Example {
        // h2 spends 90 of 100, h4 of a divisible track 20 of 30, h3 has no budget.
        let mut just = Draft::valid();
        just.track("place").effort_floor = share("0.9");
        just.track("market").effort_floor = share("1");
        just.track("soe").effort_floor = share("1");
        let mut example = Example::new(just);
        let mut draft = Draft::valid();
        draft.track("place").effort_floor = share("0.900001");
        example.fail(draft, EFFORT_TOO_SMALL, "90", "90.0001");
        // A helper without a pair owes nothing.
        let mut idle = Draft::valid();
        idle.track("place").effort_floor = share("0.9");
        idle.add_idle_helper("h5", "place");
        example.pass(idle);
        example
    }

    #[test]
    fn unspent_budget_is_refused() {
        example().assert(RULE);
    }
}
