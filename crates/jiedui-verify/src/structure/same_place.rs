//! Nobody helps itself: a helper does not sit in its recipient.

use crate::audit::Audit;
use crate::codes::SAME_PLACE;
use crate::findings::Findings;
use crate::violation::{Rule, Violation};

const RULE: Rule = Rule::SamePlace;

/// For every entry of the plan.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    for entry in &audit.entries {
        let helper = &audit.case.helpers[entry.helper];
        let place = audit.case.recipients[entry.recipient].place;
        findings.require(RULE, helper.place != Some(place), || {
            Violation::new(RULE, SAME_PLACE, &audit.case.places[place].code, "")
                .of_pair(entry.helper, entry.recipient)
                .of_track(entry.track)
                .resting_on([helper.provenance.of_column("place").clone()])
        });
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example};

    pub(crate) fn example() -> Example {
        let mut neighbour = Draft::valid();
        neighbour.helper("h3").place = Some("q".into());
        let mut example = Example::new(neighbour);
        for (helper, place) in [("h3", "p"), ("h4", "q")] {
            let mut draft = Draft::valid();
            draft.helper(helper).place = Some(place.into());
            example.fail(draft, SAME_PLACE, place, "");
        }
        example
    }

    #[test]
    fn helping_oneself_is_refused() {
        example().assert(RULE);
    }
}
