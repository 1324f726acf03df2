//! `recipient_quota`: how many helpers of a track a recipient has.

use crate::audit::Audit;
use crate::codes::{TOO_FEW_HELPERS, TOO_MANY_HELPERS};
use crate::findings::Findings;
use crate::violation::{Rule, Violation};
use jiedui_domain::{Id, RuleFamily};

const RULE: Rule = Rule::Family(RuleFamily::RecipientQuota);

/// For every recipient and every track that forms pairs: min ≤ Σ_{h in track} `y[h,r]` ≤ max.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    let tracks = audit.case.policy.tracks.len();
    let mut counts = vec![vec![0_u32; tracks]; audit.case.recipients.len()];
    for entry in audit.formed() {
        counts[entry.recipient.index()][entry.track.index()] += 1;
    }
    for recipient in audit.case.recipients.ids() {
        for (track, policy) in audit.case.policy.tracks.iter() {
            if policy.divisible {
                continue;
            }
            let found = counts[recipient.index()][track.index()];
            let limits = audit.facts.helpers_wanted(recipient, track);
            let violation = |code, allowed: u32| {
                Violation::new(RULE, code, found, allowed)
                    .of_recipient(recipient)
                    .of_track(track)
                    .resting_on(limits.facts.iter().cloned())
            };
            findings.require(RULE, found >= limits.least, || {
                violation(TOO_FEW_HELPERS, limits.least)
            });
            if let Some(most) = limits.most {
                findings.require(RULE, found <= most, || violation(TOO_MANY_HELPERS, most));
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example};

    pub(crate) fn example() -> Example {
        let mut overridden = Draft::valid();
        overridden.track("soe").recipient_max = Some(0);
        overridden.quota("p", "soe", None, Some(1));
        // A divisible track has no pairs to count.
        overridden.track("market").recipient_min = 2;
        let mut example = Example::new(overridden);
        let mut draft = Draft::valid();
        draft.track("soe").recipient_max = Some(0);
        example.fail(draft, TOO_MANY_HELPERS, "1", "0");
        let mut draft = Draft::valid();
        draft.quota("p", "soe", None, Some(0));
        example.fail(draft, TOO_MANY_HELPERS, "1", "0");
        let mut draft = Draft::valid();
        draft.quota("q", "soe", Some(1), None);
        example.fail(draft, TOO_FEW_HELPERS, "0", "1");
        let mut draft = Draft::valid();
        draft.track("place").recipient_min = 2;
        example.fail(draft, TOO_FEW_HELPERS, "1", "2");
        example
    }

    #[test]
    fn count_outside_the_quota_is_refused() {
        example().assert(RULE);
    }
}
