//! A pair occurs once in a plan, and a sector once in a pair.

use crate::audit::Audit;
use crate::codes::DUPLICATE;
use crate::findings::Findings;
use crate::violation::{Rule, Violation};

const RULE: Rule = Rule::Duplicate;

/// For every pair of the plan, and every sector in it.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    let same_pair = audit
        .entries
        .chunk_by(|one, next| (one.helper, one.recipient) == (next.helper, next.recipient));
    for entries in same_pair {
        let Some(entry) = entries.first() else {
            continue;
        };
        findings.require(RULE, entries.len() == 1, || {
            Violation::new(RULE, DUPLICATE, entries.len(), 1).of_pair(entry.helper, entry.recipient)
        });
    }
    for entry in &audit.entries {
        for items in entry.help.chunk_by(|one, next| one.sector == next.sector) {
            let Some(item) = items.first() else {
                continue;
            };
            findings.require(RULE, items.len() == 1, || {
                Violation::new(RULE, DUPLICATE, items.len(), 1)
                    .of_pair(entry.helper, entry.recipient)
                    .of_sector(item.sector)
            });
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::{Draft, Example};

    pub(crate) fn example() -> Example {
        let mut example = Example::new(Draft::valid());
        let mut twice = Draft::valid();
        twice.plan.push(("h4", "q", vec![("industry", "1")]));
        example.fail(twice, DUPLICATE, "2", "1");
        let mut sector = Draft::valid();
        sector.set_help("h4", "q", &[("industry", "1"), ("industry", "2")]);
        example.fail(sector, DUPLICATE, "2", "1");
        example
    }

    #[test]
    fn duplicate_is_refused() {
        example().assert(RULE);
    }
}
