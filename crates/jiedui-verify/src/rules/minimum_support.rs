//! `minimum_support`: a pair is worth the name.

use crate::audit::Audit;
use crate::codes::SUPPORT_TOO_SMALL;
use crate::exact::Worth;
use crate::findings::Findings;
use crate::violation::{Rule, Violation};
use jiedui_domain::{RuleFamily, Wan};

const RULE: Rule = Rule::Family(RuleFamily::MinimumSupport);

/// For every pair formed: Σ_s v_s·`x[a,s]` ≥ min(m_k, Σ_s v_s·`n[r,s]`).
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    for entry in audit.formed() {
        let minimum = audit.case.policy.tracks[entry.track].minimum_support;
        if minimum == Wan::ZERO {
            continue;
        }
        let asked = Worth::of_money(minimum);
        let least = audit.facts.needed(entry.recipient).min(&asked);
        findings.require(RULE, &entry.worth >= least, || {
            Violation::new(RULE, SUPPORT_TOO_SMALL, &entry.worth, least)
                .of_pair(entry.helper, entry.recipient)
                .of_track(entry.track)
                .resting_on(audit.facts.need_rows(entry.recipient, None))
        });
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example, wan};

    /// p needs only 3 of industry, all of which h3 gives.
    fn little_need(given: &'static str) -> Draft {
        let mut draft = Draft::valid();
        draft.track("place").recipient_min = 0;
        draft.remove("h1", "p");
        draft.tables.decisions.clear();
        draft.set_need("p", "industry", "3");
        draft.set_need("p", "education", "0");
        draft.set_help("h3", "p", &[("industry", given)]);
        draft
    }

    pub(crate) fn example() -> Example {
        let mut example = Example::new(Draft::valid());
        example.pass(little_need("3"));
        example.fail(little_need("2.99"), SUPPORT_TOO_SMALL, "2.99", "3");
        let mut draft = Draft::valid();
        draft.track("place").minimum_support = wan("80.01");
        example.fail(draft, SUPPORT_TOO_SMALL, "80", "80.01");
        let mut draft = Draft::valid();
        draft.set_help("h3", "p", &[]);
        example.fail(draft, SUPPORT_TOO_SMALL, "0", "5");
        example
    }

    #[test]
    fn too_little_is_refused() {
        example().assert(RULE);
    }
}
