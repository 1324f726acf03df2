//! `helper_load`: the work that its pairs cost a helper is within its limit.

use crate::audit::Audit;
use crate::codes::LOAD_EXCEEDED;
use crate::exact::millionths;
use crate::findings::Findings;
use crate::violation::{Rule, Violation};
use jiedui_domain::{Id, Load, Origin, Quantity, RuleFamily};

const RULE: Rule = Rule::Family(RuleFamily::HelperLoad);

/// For every helper with a limit: Σ_r `ℓ[h,r]`·`y[h,r]` ≤ `L[h]`, where ℓ is 1 unless given.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    let helpers = audit.case.helpers.len();
    let mut loads = vec![0_i128; helpers];
    let mut rows: Vec<Vec<Origin>> = vec![Vec::new(); helpers];
    for entry in audit.formed() {
        let given = audit.facts.pair(entry.helper, entry.recipient);
        let load = given.and_then(|row| row.load);
        loads[entry.helper.index()] += i128::from(load.unwrap_or(Load::units(1)).scaled());
        let origin = given.filter(|_| load.is_some());
        rows[entry.helper.index()]
            .extend(origin.map(|row| row.provenance.of_column("load").clone()));
    }
    for (helper, row) in audit.case.helpers.iter() {
        let Some(limit) = row.max_load else {
            continue;
        };
        if audit.case.policy.tracks[row.track].divisible {
            continue;
        }
        let found = loads[helper.index()];
        findings.require(RULE, found <= i128::from(limit.scaled()), || {
            Violation::new(RULE, LOAD_EXCEEDED, millionths(found), limit)
                .of_helper(helper)
                .of_track(row.track)
                .resting_on(rows[helper.index()].iter().cloned())
                .resting_on([row.provenance.of_column("max_load").clone()])
        });
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example, load};

    pub(crate) fn example() -> Example {
        let mut just = Draft::valid();
        just.helper("h1").max_load = Some(load("2"));
        just.helper("h3").max_load = Some(load("1"));
        just.helper("h4").max_load = Some(load("0"));
        let mut example = Example::new(just);
        let mut draft = Draft::valid();
        draft.helper("h1").max_load = Some(load("1.999999"));
        example.fail(draft, LOAD_EXCEEDED, "2", "1.999999");
        let mut draft = Draft::valid();
        draft.helper("h3").max_load = Some(load("0.5"));
        example.fail(draft, LOAD_EXCEEDED, "1", "0.5");
        example
    }

    #[test]
    fn overload_is_refused() {
        example().assert(RULE);
    }
}
