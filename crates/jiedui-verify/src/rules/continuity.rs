//! `continuity`: few of last year's pairs end, and young ones do not.

use crate::audit::Audit;
use crate::codes::{TOO_MANY_CHANGES, YOUNG_PAIR_ENDED};
use crate::findings::Findings;
use crate::violation::{Rule, Violation};
use jiedui_domain::{Id, Origin, RuleFamily};

const RULE: Rule = Rule::Family(RuleFamily::Continuity);

/// For every track that forms pairs: Σ_{a ∈ P_k} (1 − `y[a]`) ≤ the changes that it allows, and
/// `y[a]` = 1 for a pair whose age (year − since) is below the track's minimum tenure.
///
/// A pair that became impossible ends like any other.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    let mut ended: Vec<Vec<Origin>> = vec![Vec::new(); audit.case.policy.tracks.len()];
    let year = i64::from(audit.case.info.year);
    for (helper, recipient, since, origin) in audit.facts.history() {
        let track = audit.case.helpers[helper].track;
        let policy = &audit.case.policy.tracks[track];
        if policy.divisible {
            continue;
        }
        let is_kept = audit.has(helper, recipient);
        if !is_kept {
            ended[track.index()].push(origin.clone());
        }
        let age = year - i64::from(since);
        if age < i64::from(policy.min_tenure_years) {
            findings.require(RULE, is_kept, || {
                Violation::new(RULE, YOUNG_PAIR_ENDED, age, policy.min_tenure_years)
                    .of_pair(helper, recipient)
                    .of_track(track)
                    .resting_on([origin.clone()])
            });
        }
    }
    for (track, policy) in audit.case.policy.tracks.iter() {
        let rows = &ended[track.index()];
        if let Some(allowed) = policy.max_changes.filter(|_| !policy.divisible) {
            let holds = u32::try_from(rows.len()).is_ok_and(|count| count <= allowed);
            findings.require(RULE, holds, || {
                Violation::new(RULE, TOO_MANY_CHANGES, rows.len(), allowed)
                    .of_track(track)
                    .resting_on(rows.iter().cloned())
            });
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example};

    /// One pair of track `place` ended that began in `since`; one change is allowed.
    fn one_ended(since: i32) -> Draft {
        let mut draft = Draft::valid();
        draft.history("h1", "q", since);
        draft
    }

    pub(crate) fn example() -> Example {
        let mut example = Example::new(one_ended(2023));
        example.fail(one_ended(2024), YOUNG_PAIR_ENDED, "1", "2");
        let mut draft = one_ended(2010);
        draft.track("place").max_changes = Some(0);
        example.fail(draft, TOO_MANY_CHANGES, "1", "0");
        // (h2, p) is forbidden, and counts as ended all the same.
        let mut draft = one_ended(2010);
        draft.history("h2", "p", 2010);
        example.fail(draft, TOO_MANY_CHANGES, "2", "1");
        let mut divisible = Draft::valid();
        divisible.track("market").max_changes = Some(0);
        divisible.track("market").min_tenure_years = 9;
        divisible.history("h4", "p", 2024);
        example.pass(divisible);
        example
    }

    #[test]
    fn too_much_change_is_refused() {
        example().assert(RULE);
    }
}
