//! What the verifier found: data, no prose. Texts for people hang on the codes.

use crate::codes;
use jiedui_domain::{HelperId, Measure, Origin, RecipientId, RuleFamily, SectorId, TrackId};
use thiserror::Error;

/// What a plan must obey: a family of model §3, or what makes it a plan of this case at all.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Rule {
    /// Helpers, recipients and sectors exist in the case.
    UnknownId,
    /// A pair occurs once, and a sector once in it.
    Duplicate,
    /// Amounts are multiples of 0.01, whole in whole sectors.
    Granularity,
    /// Help is not negative.
    NegativeHelp,
    /// An entry of a divisible track has help.
    EmptyHelp,
    /// Helper and recipient share a sector, where both have amounts.
    CommonSector,
    /// Nobody helps itself.
    SamePlace,
    /// Pairs forbidden by decision are not formed (family `decision`).
    ForbiddenPair,
    /// A track may limit distances.
    DistanceLimit,
    /// A track may limit the hardship classes climbed.
    HardshipLimit,
    /// A family of rows of model §3.
    Family(RuleFamily),
    /// The measures that a run states are those of its plan.
    Claim,
}

impl Rule {
    /// The rules that do not belong to a family, in the order in which they are checked.
    pub const STRUCTURE: [Self; 10] = [
        Self::UnknownId,
        Self::Duplicate,
        Self::Granularity,
        Self::NegativeHelp,
        Self::EmptyHelp,
        Self::CommonSector,
        Self::SamePlace,
        Self::ForbiddenPair,
        Self::DistanceLimit,
        Self::HardshipLimit,
    ];

    /// The name in `dossier.json` and in message keys' arguments.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownId => "unknown_id",
            Self::Duplicate => "duplicate",
            Self::Granularity => "granularity",
            Self::NegativeHelp => "negative_help",
            Self::EmptyHelp => "empty_help",
            Self::CommonSector => "common_sector",
            Self::SamePlace => "same_place",
            Self::ForbiddenPair => "forbidden_pair",
            Self::DistanceLimit => "distance_limit",
            Self::HardshipLimit => "hardship_limit",
            Self::Family(family) => family.code(),
            Self::Claim => "claim",
        }
    }
}

/// One row of a rule that a plan breaks.
///
/// Ids are always those of the case, so they may be used to index it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Violation {
    /// The rule.
    pub rule: Rule,
    /// Whose row it is, where the rule ranges over helpers.
    pub helper: Option<HelperId>,
    /// Whose row it is, where the rule ranges over recipients.
    pub recipient: Option<RecipientId>,
    /// The sector, where the rule ranges over sectors.
    pub sector: Option<SectorId>,
    /// The track whose rule it is.
    pub track: Option<TrackId>,
    /// The measure, for [`Rule::Claim`].
    pub measure: Option<Measure>,
    /// What the plan has: an exact decimal in the unit that [`crate::CODES`] states.
    pub found: String,
    /// What is allowed: an exact decimal in the same unit; a maximum or minimum as the code says.
    pub allowed: String,
    /// One of [`crate::CODES`].
    pub code: &'static str,
    /// The rows that the limit rests on, sorted; empty where the policy alone sets it.
    pub facts: Vec<Origin>,
}

/// What `allowed` of a violation is to `found`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Allowed {
    /// A minimum.
    AtLeast,
    /// A maximum.
    AtMost,
    /// Neither: the one value, or the step, that it should be.
    Exactly,
}

impl Allowed {
    /// The name in message keys' arguments.
    pub fn code(self) -> &'static str {
        match self {
            Self::AtLeast => "least",
            Self::AtMost => "most",
            Self::Exactly => "exactly",
        }
    }
}

impl Violation {
    /// What `allowed` is to `found`.
    pub fn allowed_is(&self) -> Allowed {
        match self.code {
            codes::TOO_FEW_HELPERS
            | codes::TOO_FEW_RECIPIENTS
            | codes::SUPPORT_TOO_SMALL
            | codes::EFFORT_TOO_SMALL
            | codes::YOUNG_PAIR_ENDED
            | codes::NEGATIVE_HELP
            | codes::NO_COMMON_SECTOR => Allowed::AtLeast,
            codes::DUPLICATE
            | codes::TOO_FAR
            | codes::HARDSHIP_GAP
            | codes::NEED_EXCEEDED
            | codes::SUPPLY_EXCEEDED
            | codes::BUDGET_EXCEEDED
            | codes::PAIR_HELP_EXCEEDED
            | codes::TOO_MANY_HELPERS
            | codes::TOO_MANY_RECIPIENTS
            | codes::LOAD_EXCEEDED
            | codes::TOO_MANY_CHANGES => Allowed::AtMost,
            _ => Allowed::Exactly,
        }
    }

    pub(crate) fn new(
        rule: Rule,
        code: &'static str,
        found: impl ToString,
        allowed: impl ToString,
    ) -> Self {
        Self {
            rule,
            helper: None,
            recipient: None,
            sector: None,
            track: None,
            measure: None,
            found: found.to_string(),
            allowed: allowed.to_string(),
            code,
            facts: Vec::new(),
        }
    }

    pub(crate) fn of_helper(mut self, helper: HelperId) -> Self {
        self.helper = Some(helper);
        self
    }

    pub(crate) fn of_recipient(mut self, recipient: RecipientId) -> Self {
        self.recipient = Some(recipient);
        self
    }

    pub(crate) fn of_pair(self, helper: HelperId, recipient: RecipientId) -> Self {
        self.of_helper(helper).of_recipient(recipient)
    }

    pub(crate) fn of_sector(mut self, sector: SectorId) -> Self {
        self.sector = Some(sector);
        self
    }

    pub(crate) fn of_track(mut self, track: TrackId) -> Self {
        self.track = Some(track);
        self
    }

    pub(crate) fn of_measure(mut self, measure: Measure) -> Self {
        self.measure = Some(measure);
        self
    }

    pub(crate) fn resting_on(mut self, facts: impl IntoIterator<Item = Origin>) -> Self {
        self.facts.extend(facts);
        self.facts.sort();
        self.facts.dedup();
        self
    }
}

/// How many rows of one rule were checked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RuleCount {
    /// The rule.
    pub rule: Rule,
    /// Rows that the rule has for this case and plan; 0 = nothing to check.
    pub rows: usize,
}

/// The result of checking a plan: every rule that was looked at, and every row that it breaks.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("the plan breaks {} of the rules of its case", violations.len())]
pub struct Verdict {
    /// By rule in the order of checking, then helper, recipient, sector; empty = the plan holds.
    pub violations: Vec<Violation>,
    /// All of [`Rule::STRUCTURE`], then all families of model §3.
    pub rules_checked: Vec<RuleCount>,
}

impl Verdict {
    /// Whether the plan obeys every rule.
    pub fn holds(&self) -> bool {
        self.violations.is_empty()
    }
}
