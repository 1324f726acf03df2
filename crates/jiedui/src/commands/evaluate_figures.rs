//! Figures of a broken rule: what a plan has and what it may have, with units, and who sets the limit.

use crate::console::Console;
use jiedui_domain::{Case, RuleFamily, SectorUnit};
use jiedui_engine::{Rule, Violation};
use jiedui_messages::grouped;

/// What a plan has or may have, with its unit where the rule counts in one.
pub(super) fn figure(
    console: &Console,
    case: &Case,
    violation: &Violation,
    decimal: &str,
) -> String {
    if decimal.is_empty() {
        return console.text("rep-unknown", &[]);
    }
    let key = match violation.rule {
        Rule::DistanceLimit => "rep-unit-km",
        Rule::HardshipLimit => "rep-unit-steps",
        Rule::NegativeHelp => return of_sector(console, case, violation, decimal),
        Rule::Family(family) => match family {
            RuleFamily::Budget | RuleFamily::MinimumSupport | RuleFamily::EffortFloor => {
                "rep-unit-wan"
            }
            RuleFamily::RecipientQuota | RuleFamily::HelperQuota => "rep-unit-pairs",
            RuleFamily::HelperLoad => "rep-unit-load",
            // Of a pair that is too young to end the age is told, of a track how many end.
            RuleFamily::Continuity if violation.helper.is_some() => "rep-unit-years",
            RuleFamily::Continuity => "rep-unit-pairs",
            RuleFamily::NeedBalance | RuleFamily::SectorSupply | RuleFamily::Activation => {
                return of_sector(console, case, violation, decimal);
            }
            _ => return grouped(decimal),
        },
        _ => return grouped(decimal),
    };
    console.text(key, &[("n", &grouped(decimal))])
}

/// An amount in the unit of the sector that the rule is about.
fn of_sector(console: &Console, case: &Case, violation: &Violation, decimal: &str) -> String {
    let number = grouped(decimal);
    let unit = violation.sector.map(|id| case.policy.sectors[id].unit);
    let key = match unit {
        Some(SectorUnit::Person) => "rep-unit-person",
        Some(SectorUnit::Wan) => "rep-unit-wan",
        None => return number,
    };
    console.text(key, &[("n", &number)])
}

/// Whether the policy sets the limit; the rows that are then named are what was held against it.
pub(super) fn is_of_policy(violation: &Violation) -> bool {
    match violation.rule {
        Rule::DistanceLimit | Rule::HardshipLimit => true,
        Rule::Family(family) => match family {
            RuleFamily::MinimumSupport | RuleFamily::EffortFloor | RuleFamily::Continuity => true,
            // A row of quotas.csv or helpers.csv, else the policy.
            RuleFamily::RecipientQuota | RuleFamily::HelperQuota => violation.facts.is_empty(),
            _ => false,
        },
        _ => false,
    }
}
