//! An entry of a divisible track is help given, so it has help.

use crate::audit::Audit;
use crate::codes::EMPTY_HELP;
use crate::findings::Findings;
use crate::violation::{Rule, Violation};

const RULE: Rule = Rule::EmptyHelp;

/// For every entry of a divisible track.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    for entry in audit.entries.iter().filter(|entry| !entry.is_pair) {
        findings.require(RULE, !entry.help.is_empty(), || {
            Violation::new(RULE, EMPTY_HELP, 0, "")
                .of_pair(entry.helper, entry.recipient)
                .of_track(entry.track)
        });
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example};

    pub(crate) fn example() -> Example {
        let mut pair_without_amounts = Draft::valid();
        pair_without_amounts.track("soe").minimum_support = jiedui_domain::Wan::ZERO;
        pair_without_amounts.set_help("h3", "p", &[]);
        let mut example = Example::new(pair_without_amounts);
        let mut draft = Draft::valid();
        draft.set_help("h4", "q", &[]);
        example.fail(draft, EMPTY_HELP, "0", "");
        example
    }

    #[test]
    fn empty_entry_is_refused_in_divisible_tracks_only() {
        example().assert(RULE);
    }
}
