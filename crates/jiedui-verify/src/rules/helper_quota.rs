//! `helper_quota`: how many recipients a helper has.

use crate::audit::Audit;
use crate::codes::{TOO_FEW_RECIPIENTS, TOO_MANY_RECIPIENTS};
use crate::findings::Findings;
use crate::violation::{Rule, Violation};
use jiedui_domain::{Id, RuleFamily};

const RULE: Rule = Rule::Family(RuleFamily::HelperQuota);

/// For every helper of a track that forms pairs: min ≤ Σ_r `y[h,r]` ≤ max.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    let counts = audit.pairs_of_helpers();
    for (helper, row) in audit.case.helpers.iter() {
        if audit.case.policy.tracks[row.track].divisible {
            continue;
        }
        let found = counts[helper.index()];
        let limits = audit.facts.recipients_wanted(helper);
        let violation = |code, allowed: u32| {
            Violation::new(RULE, code, found, allowed)
                .of_helper(helper)
                .of_track(row.track)
                .resting_on(limits.facts.iter().cloned())
        };
        findings.require(RULE, found >= limits.least, || {
            violation(TOO_FEW_RECIPIENTS, limits.least)
        });
        if let Some(most) = limits.most {
            findings.require(RULE, found <= most, || violation(TOO_MANY_RECIPIENTS, most));
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example};

    pub(crate) fn example() -> Example {
        let mut overridden = Draft::valid();
        overridden.track("soe").helper_max = Some(0);
        overridden.helper("h3").max_pairs = Some(1);
        overridden.helper("h4").min_pairs = Some(2);
        let mut example = Example::new(overridden);
        let mut draft = Draft::valid();
        draft.track("soe").helper_max = Some(0);
        example.fail(draft, TOO_MANY_RECIPIENTS, "1", "0");
        let mut draft = Draft::valid();
        draft.helper("h3").max_pairs = Some(0);
        example.fail(draft, TOO_MANY_RECIPIENTS, "1", "0");
        let mut draft = Draft::valid();
        draft.helper("h3").min_pairs = Some(2);
        example.fail(draft, TOO_FEW_RECIPIENTS, "1", "2");
        example
    }

    #[test]
    fn count_outside_the_quota_is_refused() {
        example().assert(RULE);
    }
}
