//! The families of rules of model §3; one file a family.

mod activation;
mod budget;
mod continuity;
pub(crate) mod decision;
mod effort_floor;
mod helper_load;
mod helper_quota;
mod minimum_support;
mod need_balance;
mod recipient_quota;
mod sector_supply;

use crate::audit::Audit;
use crate::findings::Findings;
use jiedui_domain::RuleFamily;

/// Checks every family.
pub(crate) fn check(audit: &Audit<'_>, findings: &mut Findings) {
    for family in RuleFamily::ALL {
        let check_family = match family {
            RuleFamily::NeedBalance => need_balance::check,
            RuleFamily::SectorSupply => sector_supply::check,
            RuleFamily::Budget => budget::check,
            RuleFamily::Activation => activation::check,
            RuleFamily::MinimumSupport => minimum_support::check,
            RuleFamily::RecipientQuota => recipient_quota::check,
            RuleFamily::HelperQuota => helper_quota::check,
            RuleFamily::HelperLoad => helper_load::check,
            RuleFamily::EffortFloor => effort_floor::check,
            RuleFamily::Continuity => continuity::check,
            RuleFamily::Decision => decision::check,
        };
        check_family(audit, findings);
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sample::Example;
    use crate::violation::Rule;

    pub(crate) fn example(family: RuleFamily) -> Example {
        match family {
            RuleFamily::NeedBalance => need_balance::tests::example(),
            RuleFamily::SectorSupply => sector_supply::tests::example(),
            RuleFamily::Budget => budget::tests::example(),
            RuleFamily::Activation => activation::tests::example(),
            RuleFamily::MinimumSupport => minimum_support::tests::example(),
            RuleFamily::RecipientQuota => recipient_quota::tests::example(),
            RuleFamily::HelperQuota => helper_quota::tests::example(),
            RuleFamily::HelperLoad => helper_load::tests::example(),
            RuleFamily::EffortFloor => effort_floor::tests::example(),
            RuleFamily::Continuity => continuity::tests::example(),
            RuleFamily::Decision => decision::tests::example(),
        }
    }

    #[test]
    fn every_family_has_a_passing_and_a_failing_plan() {
        for family in RuleFamily::ALL {
            example(family).assert(Rule::Family(family));
        }
    }
}
