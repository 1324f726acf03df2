//! A track may limit how far apart helper and recipient are.

use crate::audit::Audit;
use crate::codes::{DISTANCE_UNKNOWN, TOO_FAR};
use crate::distance::Distance;
use crate::exact::millionths;
use crate::findings::Findings;
use crate::violation::{Rule, Violation};

const RULE: Rule = Rule::DistanceLimit;

/// For every entry of a track with a limit: `d[h,r]` ≤ limit, and d is known.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    for entry in &audit.entries {
        let Some(limit) = audit.case.policy.tracks[entry.track].max_distance else {
            continue;
        };
        findings.require(RULE, entry.distance.within(limit), || {
            let (code, found) = match entry.distance {
                Distance::Given(km) | Distance::Computed(km) => (TOO_FAR, millionths(km)),
                Distance::Unknown => (DISTANCE_UNKNOWN, String::new()),
            };
            let row = audit.facts.pair(entry.helper, entry.recipient);
            Violation::new(RULE, code, found, limit)
                .of_pair(entry.helper, entry.recipient)
                .of_track(entry.track)
                .resting_on(row.map(|row| row.provenance.of_column("distance_km").clone()))
        });
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example, km};

    pub(crate) fn example() -> Example {
        let mut just = Draft::valid();
        just.track("place").max_distance = Some(km("300"));
        let mut example = Example::new(just);
        let mut draft = Draft::valid();
        draft.track("place").max_distance = Some(km("299.9999"));
        example.fail(draft, TOO_FAR, "300", "299.9999");
        // Also in a divisible track.
        let mut draft = Draft::valid();
        draft.track("market").max_distance = Some(km("100"));
        example.fail(draft, TOO_FAR, "400", "100");
        let mut draft = Draft::valid();
        draft.track("soe").max_distance = Some(km("900"));
        draft.tables.pairs.retain(|row| row.helper != "h3");
        example.fail(draft, DISTANCE_UNKNOWN, "", "900");
        example
    }

    #[test]
    fn distance_beyond_the_limit_is_refused() {
        example().assert(RULE);
    }
}
