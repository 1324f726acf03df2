//! The codes of what the verifier refuses. A code never changes its meaning. They are apart from those of
//! diagnostics (`E…`, `W…`), which tell people what to do.

/// An id of the plan lies outside the case.
pub(crate) const UNKNOWN_ID: &str = "V01";
/// A pair, or a sector within a pair, is listed twice.
pub(crate) const DUPLICATE: &str = "V02";
/// An amount is no multiple of 0.01.
pub(crate) const NOT_HUNDREDTHS: &str = "V03";
/// An amount of a whole sector is no whole number.
pub(crate) const NOT_WHOLE: &str = "V04";
/// Helper and recipient are the same place.
pub(crate) const SAME_PLACE: &str = "V05";
/// The pair is forbidden by decision.
pub(crate) const FORBIDDEN_PAIR: &str = "V06";
/// The pair is farther apart than its track allows.
pub(crate) const TOO_FAR: &str = "V07";
/// The distance of the pair is unknown and its track limits distances.
pub(crate) const DISTANCE_UNKNOWN: &str = "V08";
/// The pair climbs more hardship classes than its track allows.
pub(crate) const HARDSHIP_GAP: &str = "V09";
/// A recipient gets more than it needs.
pub(crate) const NEED_EXCEEDED: &str = "V10";
/// A helper gives more of a sector than it has.
pub(crate) const SUPPLY_EXCEEDED: &str = "V11";
/// A helper gives more than its budget.
pub(crate) const BUDGET_EXCEEDED: &str = "V12";
/// The help of one pair exceeds what one side has or the other needs.
pub(crate) const PAIR_HELP_EXCEEDED: &str = "V13";
/// A pair carries too little.
pub(crate) const SUPPORT_TOO_SMALL: &str = "V14";
/// A recipient has too few helpers of a track.
pub(crate) const TOO_FEW_HELPERS: &str = "V15";
/// A recipient has too many helpers of a track.
pub(crate) const TOO_MANY_HELPERS: &str = "V16";
/// A helper has too few recipients.
pub(crate) const TOO_FEW_RECIPIENTS: &str = "V17";
/// A helper has too many recipients.
pub(crate) const TOO_MANY_RECIPIENTS: &str = "V18";
/// A helper's pairs load it beyond its limit.
pub(crate) const LOAD_EXCEEDED: &str = "V19";
/// A helper with a pair leaves too much of its budget unspent.
pub(crate) const EFFORT_TOO_SMALL: &str = "V20";
/// Too many pairs of last year end.
pub(crate) const TOO_MANY_CHANGES: &str = "V21";
/// A pair younger than the minimum tenure ends.
pub(crate) const YOUNG_PAIR_ENDED: &str = "V22";
/// A locked pair is not in the plan.
pub(crate) const LOCKED_PAIR_MISSING: &str = "V23";
/// An entry of a divisible track has no help.
pub(crate) const EMPTY_HELP: &str = "V24";
/// An amount is negative.
pub(crate) const NEGATIVE_HELP: &str = "V25";
/// A stated measure is not that of the plan.
pub(crate) const CLAIM_WRONG: &str = "V26";
/// A measure is stated that nothing defines, or called undefined though it is not.
pub(crate) const CLAIM_UNDEFINED: &str = "V27";

/// Helper and recipient share no sector.
pub(crate) const NO_COMMON_SECTOR: &str = "V28";

/// Every code with its meaning, in code order; what `found` and `allowed` hold is in brackets.
pub const CODES: &[(&str, &str)] = &[
    (
        UNKNOWN_ID,
        "the plan names a helper, recipient or sector that the case does not have (its index; how many there are)",
    ),
    (
        DUPLICATE,
        "a pair, or a sector within a pair, is in the plan more than once (how often; 1)",
    ),
    (
        NOT_HUNDREDTHS,
        "an amount of help is not a multiple of 0.01 (amount; step)",
    ),
    (
        NOT_WHOLE,
        "an amount of help is not whole in a sector whose units cannot be split (amount; step)",
    ),
    (
        SAME_PLACE,
        "helper and recipient are the same place (code of the place; empty)",
    ),
    (
        FORBIDDEN_PAIR,
        "a pair that a decision forbids is in the plan (1; 0)",
    ),
    (
        TOO_FAR,
        "a pair is farther apart than its track allows (km; km)",
    ),
    (
        DISTANCE_UNKNOWN,
        "the distance of a pair is unknown although its track limits distances (empty; km)",
    ),
    (
        HARDSHIP_GAP,
        "the recipient's hardship class exceeds that of the helper's place by more than the track allows (classes; classes)",
    ),
    (
        NEED_EXCEEDED,
        "need_balance: a recipient gets more of a sector than it needs (unit of the sector)",
    ),
    (
        SUPPLY_EXCEEDED,
        "sector_supply: a helper gives more of a sector than it has (unit of the sector)",
    ),
    (
        BUDGET_EXCEEDED,
        "budget: the help of a helper is worth more than its budget (万元)",
    ),
    (
        PAIR_HELP_EXCEEDED,
        "activation: the help of one pair exceeds the helper's supply or the recipient's need (unit of the sector)",
    ),
    (
        SUPPORT_TOO_SMALL,
        "minimum_support: the help of a pair is worth less than the track's minimum, capped by the recipient's whole need (万元)",
    ),
    (
        TOO_FEW_HELPERS,
        "recipient_quota: a recipient has fewer helpers of a track than it must have (pairs)",
    ),
    (
        TOO_MANY_HELPERS,
        "recipient_quota: a recipient has more helpers of a track than it may have (pairs)",
    ),
    (
        TOO_FEW_RECIPIENTS,
        "helper_quota: a helper has fewer recipients than it must have (pairs)",
    ),
    (
        TOO_MANY_RECIPIENTS,
        "helper_quota: a helper has more recipients than it may have (pairs)",
    ),
    (
        LOAD_EXCEEDED,
        "helper_load: the load of a helper's pairs exceeds its limit (load)",
    ),
    (
        EFFORT_TOO_SMALL,
        "effort_floor: a helper with a pair deploys less of its budget than the track asks (万元)",
    ),
    (
        TOO_MANY_CHANGES,
        "continuity: more pairs of last year end than the track allows (pairs)",
    ),
    (
        YOUNG_PAIR_ENDED,
        "continuity: a pair of last year ends before the track's minimum tenure (age in years; years)",
    ),
    (
        LOCKED_PAIR_MISSING,
        "decision: a locked pair is not in the plan (0; 1)",
    ),
    (
        EMPTY_HELP,
        "an entry of a divisible track carries no help (0; empty)",
    ),
    (NEGATIVE_HELP, "an amount of help is negative (amount; 0)"),
    (
        CLAIM_WRONG,
        "a measure that the run states differs from the plan's (stated; recomputed)",
    ),
    (
        CLAIM_UNDEFINED,
        "a measure is stated that nothing defines, or called undefined though it has a value (stated; recomputed; empty = undefined)",
    ),
    (
        NO_COMMON_SECTOR,
        "helper and recipient share no sector although both have amounts, or the track is divisible (sectors shared; 1)",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::violation::Rule;
    use crate::{rules, structure};
    use jiedui_domain::RuleFamily;

    #[test]
    fn every_code_has_a_plan_that_meets_it() {
        // The claims' codes are met in the tests of `claims`.
        let mut met = vec![CLAIM_WRONG, CLAIM_UNDEFINED];
        for rule in Rule::STRUCTURE {
            met.extend(structure::tests::example(rule).codes());
        }
        for family in RuleFamily::ALL {
            met.extend(rules::tests::example(family).codes());
        }
        met.sort_unstable();
        met.dedup();
        let all: Vec<&str> = CODES.iter().map(|(code, _)| *code).collect();
        assert_eq!(met, all);
    }
}
