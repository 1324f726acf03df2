//! A track may limit how many hardship classes a helper's people climb.

use crate::audit::Audit;
use crate::codes::HARDSHIP_GAP;
use crate::findings::Findings;
use crate::violation::{Rule, Violation};

const RULE: Rule = Rule::HardshipLimit;

/// For every entry of a track with a limit whose helper has a place: `class[r]` − `class[h]` ≤ limit.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    for entry in &audit.entries {
        let limit = audit.case.policy.tracks[entry.track].max_hardship_gap;
        let seat = audit.case.helpers[entry.helper].place;
        let (Some(limit), Some(seat)) = (limit, seat) else {
            continue;
        };
        let ends = [audit.case.recipients[entry.recipient].place, seat]
            .map(|place| &audit.case.places[place]);
        let gap = i64::from(ends[0].hardship_class) - i64::from(ends[1].hardship_class);
        findings.require(RULE, gap <= i64::from(limit), || {
            Violation::new(RULE, HARDSHIP_GAP, gap, limit)
                .of_pair(entry.helper, entry.recipient)
                .of_track(entry.track)
                .resting_on(ends.map(|place| place.provenance.of_column("hardship_class").clone()))
        });
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example};

    pub(crate) fn example() -> Example {
        let mut just = Draft::valid();
        just.track("place").max_hardship_gap = Some(3);
        // h3 has no place: the limit does not apply to it.
        just.track("soe").max_hardship_gap = Some(0);
        let mut example = Example::new(just);
        let mut draft = Draft::valid();
        draft.track("place").max_hardship_gap = Some(2);
        example.fail(draft, HARDSHIP_GAP, "3", "2");
        example
    }

    #[test]
    fn gap_beyond_the_limit_is_refused() {
        example().assert(RULE);
    }
}
