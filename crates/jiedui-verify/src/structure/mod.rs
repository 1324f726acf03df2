//! What makes a plan a plan of this case at all; one file a rule.

mod common_sector;
mod distance_limit;
mod duplicate;
mod empty_help;
mod granularity;
mod hardship_limit;
mod negative_help;
mod same_place;
mod unknown_id;

use crate::audit::Audit;
use crate::findings::Findings;

/// Checks all structural rules but `forbidden_pair`, which stands with its family `decision`.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    unknown_id::check(audit, findings);
    duplicate::check(audit, findings);
    granularity::check(audit, findings);
    negative_help::check(audit, findings);
    empty_help::check(audit, findings);
    common_sector::check(audit, findings);
    same_place::check(audit, findings);
    distance_limit::check(audit, findings);
    hardship_limit::check(audit, findings);
}

#[cfg(test)]
#[allow(clippy::panic)]
pub(crate) mod tests {
    use crate::rules::decision;
    use crate::sample::Example;
    use crate::violation::Rule;

    pub(crate) fn example(rule: Rule) -> Example {
        match rule {
            Rule::UnknownId => super::unknown_id::tests::example(),
            Rule::Duplicate => super::duplicate::tests::example(),
            Rule::Granularity => super::granularity::tests::example(),
            Rule::NegativeHelp => super::negative_help::tests::example(),
            Rule::EmptyHelp => super::empty_help::tests::example(),
            Rule::CommonSector => super::common_sector::tests::example(),
            Rule::SamePlace => super::same_place::tests::example(),
            Rule::ForbiddenPair => decision::tests::forbidden_example(),
            Rule::DistanceLimit => super::distance_limit::tests::example(),
            Rule::HardshipLimit => super::hardship_limit::tests::example(),
            Rule::Family(_) | Rule::Claim => panic!("not structural"),
        }
    }

    #[test]
    fn every_structural_rule_has_a_passing_and_a_failing_plan() {
        for rule in Rule::STRUCTURE {
            example(rule).assert(rule);
        }
    }
}
