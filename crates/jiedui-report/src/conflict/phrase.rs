//! One element, cause or change as one sentence.

use super::Words;
use crate::number;
use crate::tier_figure::{single, tier_difference, tier_figure};
use crate::wording::figure;
use jiedui_explain::conflict::{
    Action, Cause, Cell, Element, ElementKind, ForcedBy, Party, ReasonCount, Repair, RepairChange,
};
use jiedui_explain::dossier::{ExclusionReason, Tier, TierScale, UnitOfMeasure};
use jiedui_messages::Lang;

/// Names that a sentence lists before it says how many more there are.
const NAMES: usize = 12;

impl Words<'_> {
    /// What an element demands.
    pub(super) fn element(&self, element: &Element) -> String {
        let key = match element.kind {
            ElementKind::Lock => "con-element-lock",
            ElementKind::Forbid => "con-element-forbid",
            ElementKind::Tenure => "con-element-tenure",
            ElementKind::RecipientMin => "con-element-recipient-min",
            ElementKind::RecipientMax => "con-element-recipient-max",
            ElementKind::TrackRecipientMin => "con-element-track-recipient-min",
            ElementKind::TrackRecipientMax => "con-element-track-recipient-max",
            ElementKind::HelperMin => "con-element-helper-min",
            ElementKind::HelperMax => "con-element-helper-max",
            ElementKind::TrackHelperMin => "con-element-track-helper-min",
            ElementKind::TrackHelperMax => "con-element-track-helper-max",
            ElementKind::HelperLoad => "con-element-helper-load",
            ElementKind::Budget => "con-element-budget",
            ElementKind::Revenue => "con-element-revenue",
            ElementKind::MaxChanges => "con-element-max-changes",
            ElementKind::MinimumSupport => "con-element-minimum-support",
            ElementKind::EffortFloor => "con-element-effort-floor",
            ElementKind::MaxDistance => "con-element-max-distance",
            ElementKind::MaxHardshipGap => "con-element-max-hardship-gap",
        };
        self.about(key, element)
    }

    /// What is changed, as a short name.
    fn name(&self, element: &Element) -> String {
        let key = match element.kind {
            ElementKind::Lock => "con-name-lock",
            ElementKind::Forbid => "con-name-forbid",
            ElementKind::Tenure => "con-name-tenure",
            ElementKind::RecipientMin => "con-name-recipient-min",
            ElementKind::RecipientMax => "con-name-recipient-max",
            ElementKind::TrackRecipientMin => "con-name-track-recipient-min",
            ElementKind::TrackRecipientMax => "con-name-track-recipient-max",
            ElementKind::HelperMin => "con-name-helper-min",
            ElementKind::HelperMax => "con-name-helper-max",
            ElementKind::TrackHelperMin => "con-name-track-helper-min",
            ElementKind::TrackHelperMax => "con-name-track-helper-max",
            ElementKind::HelperLoad => "con-name-helper-load",
            ElementKind::Budget | ElementKind::Revenue => "con-name-budget",
            ElementKind::MaxChanges => "con-name-max-changes",
            ElementKind::MinimumSupport => "con-name-minimum-support",
            ElementKind::EffortFloor => "con-name-effort-floor",
            ElementKind::MaxDistance => "con-name-max-distance",
            ElementKind::MaxHardshipGap => "con-name-max-hardship-gap",
        };
        self.about(key, element)
    }

    fn about(&self, key: &str, element: &Element) -> String {
        let party = |party: &Option<Party>| {
            let named = party.as_ref();
            named.map_or_else(String::new, |party| self.party(party))
        };
        let track = element.track.as_ref();
        let value = element.value.zip(element.unit);
        let reason = element.decision.as_ref();
        self.text(
            key,
            &[
                ("helper", &party(&element.helper)),
                ("recipient", &party(&element.recipient)),
                (
                    "track",
                    &track.map_or_else(String::new, |track| self.track(track)),
                ),
                (
                    "value",
                    &value.map_or_else(String::new, |(value, unit)| figure(self.lang, value, unit)),
                ),
                (
                    "reason",
                    &reason.map_or_else(|| "–".to_owned(), |row| self.own(&row.reason)),
                ),
            ],
        )
    }

    /// Where a cell stands.
    pub(super) fn cell(&self, cell: &Cell) -> String {
        let file = self.own(&cell.file);
        let column = self.own(&cell.column);
        let section = cell.section.as_ref().map(|section| self.own(section));
        let row = cell.row.to_string();
        match section {
            Some(section) => {
                let key = if cell.row > 0 {
                    "con-cell-key"
                } else {
                    "con-cell-key-alone"
                };
                let values = [
                    ("file", file.as_str()),
                    ("row", &row),
                    ("section", &section),
                    ("column", &column),
                ];
                self.text(key, &values)
            }
            None if cell.row > 0 => self.text(
                // What an overlay states has a key and no column.
                if cell.file.ends_with(".toml") {
                    "con-cell-overlay"
                } else {
                    "con-cell"
                },
                &[("file", &file), ("row", &row), ("column", &column)],
            ),
            None => self.text("con-cell-nowhere", &[("column", &column)]),
        }
    }

    /// The cells of an element.
    pub(super) fn cells(&self, element: &Element) -> String {
        let cells: Vec<String> = element.cells.iter().map(|cell| self.cell(cell)).collect();
        self.list(&cells)
    }

    fn parties(&self, parties: &[Party]) -> String {
        let named: Vec<String> = parties
            .iter()
            .take(NAMES)
            .map(|party| self.party(party))
            .collect();
        let list = self.list(&named);
        match parties.len().saturating_sub(NAMES) {
            0 => list,
            more => self.text("con-and-more", &[("list", &list), ("n", &more.to_string())]),
        }
    }

    /// A cause in plain words.
    pub(super) fn cause(&self, cause: &Cause) -> String {
        let pairs = |count: u32| figure(self.lang, f64::from(count), UnitOfMeasure::Pairs);
        match cause {
            Cause::ForcedButExcluded {
                helper,
                recipient,
                demanded_by,
                cell,
                reasons,
                ..
            } => {
                let key = match demanded_by {
                    ForcedBy::Lock => "con-cause-locked-but-excluded",
                    ForcedBy::Tenure => "con-cause-young-but-excluded",
                };
                let reasons: Vec<String> = reasons.iter().map(|one| self.exclusion(one)).collect();
                self.text(
                    key,
                    &[
                        ("helper", &self.party(helper)),
                        ("recipient", &self.party(recipient)),
                        ("cell", &self.cell(cell)),
                        ("reasons", &self.list(&reasons)),
                    ],
                )
            }
            Cause::RecipientsShortOfHelpers {
                track,
                recipients,
                helpers,
                demanded,
                available,
                ruled_out,
                ..
            } => {
                let key = if helpers.is_empty() {
                    "con-cause-recipients-alone"
                } else {
                    "con-cause-recipients-short"
                };
                let cause = self.text(
                    key,
                    &[
                        ("track", &self.track(track)),
                        ("n", &number::count(recipients.len())),
                        ("recipients", &self.parties(recipients)),
                        ("demanded", &pairs(*demanded)),
                        ("m", &number::count(helpers.len())),
                        ("helpers", &self.parties(helpers)),
                        ("available", &pairs(*available)),
                    ],
                );
                self.with_reasons(cause, ruled_out)
            }
            Cause::HelpersShortOfRecipients {
                track,
                recipients,
                helpers,
                demanded,
                available,
                ruled_out,
                ..
            } => {
                let key = if recipients.is_empty() {
                    "con-cause-helpers-alone"
                } else {
                    "con-cause-helpers-short"
                };
                let cause = self.text(
                    key,
                    &[
                        ("track", &self.track(track)),
                        ("n", &number::count(helpers.len())),
                        ("helpers", &self.parties(helpers)),
                        ("demanded", &pairs(*demanded)),
                        ("m", &number::count(recipients.len())),
                        ("recipients", &self.parties(recipients)),
                        ("available", &pairs(*available)),
                    ],
                );
                self.with_reasons(cause, ruled_out)
            }
            Cause::RecipientOverMaximum {
                track,
                recipient: who,
                demanded,
                available,
                ..
            }
            | Cause::HelperOverMaximum {
                track,
                helper: who,
                demanded,
                available,
                ..
            } => self.text(
                "con-cause-over-maximum",
                &[
                    ("track", &self.track(track)),
                    ("who", &self.party(who)),
                    ("demanded", &pairs(*demanded)),
                    ("available", &pairs(*available)),
                ],
            ),
            Cause::EffortBeyondNeeds { .. } => self.effort(cause),
            Cause::FoundBySolving { .. } => self.text("con-cause-solving", &[]),
        }
    }

    /// A cause with the rules that leave nobody to choose from, where it has any.
    fn with_reasons(&self, cause: String, ruled_out: &[ReasonCount]) -> String {
        if ruled_out.is_empty() {
            return cause;
        }
        let reasons = ruled_out.iter().map(|one| {
            let pairs = figure(self.lang, f64::from(one.pairs), UnitOfMeasure::Pairs);
            self.text(
                "con-reason-count",
                &[("reason", &self.exclusion(&one.reason)), ("pairs", &pairs)],
            )
        });
        let reasons = self.list(&reasons.collect::<Vec<_>>());
        self.text(
            "con-cause-with-reasons",
            &[("cause", &cause), ("reasons", &reasons)],
        )
    }

    /// Why helpers cannot give as much of their budgets as they must: whose needs, or which supplies, fall short.
    fn effort(&self, cause: &Cause) -> String {
        let Cause::EffortBeyondNeeds {
            track,
            helpers,
            recipients,
            sectors,
            share,
            required_wan,
            needed_wan,
            supplied_wan,
            reachable_wan,
            ..
        } = cause
        else {
            return String::new();
        };
        let key = if sectors.is_empty() {
            "con-cause-effort-no-supply"
        } else if *needed_wan <= 0.0 {
            "con-cause-effort-no-needs"
        } else if needed_wan <= reachable_wan {
            "con-cause-effort-needs"
        } else if supplied_wan <= reachable_wan {
            "con-cause-effort-supply"
        } else {
            "con-cause-effort-reach"
        };
        let sectors: Vec<String> = sectors
            .iter()
            .map(|title| {
                self.own(match self.lang {
                    Lang::Zh => &title.zh,
                    Lang::En => &title.en,
                })
            })
            .collect();
        let wan = |value: f64| figure(self.lang, value, UnitOfMeasure::Wan);
        self.text(
            key,
            &[
                ("track", &self.track(track)),
                ("helpers", &self.parties(helpers)),
                ("several", if helpers.len() > 1 { "yes" } else { "no" }),
                ("share", &figure(self.lang, *share, UnitOfMeasure::Share)),
                ("required", &wan(number::rounded_up(*required_wan))),
                ("n", &number::count(recipients.len())),
                ("recipients", &self.parties(recipients)),
                ("sectors", &self.list(&sectors)),
                ("needed", &wan(number::spendable(*needed_wan))),
                ("supplied", &wan(number::spendable(*supplied_wan))),
                ("reachable", &wan(number::spendable(*reachable_wan))),
            ],
        )
    }

    /// The name of a rule that excludes a pair.
    fn exclusion(&self, reason: &ExclusionReason) -> String {
        let key = crate::phrase::exclusion_key(reason);
        self.text(&format!("exp-excluded-name-{key}"), &[])
    }

    /// One change of a way out.
    pub(super) fn change(&self, change: &RepairChange) -> String {
        let Some(element) = self.report.elements.get(change.element) else {
            return String::new();
        };
        let name = self.name(element);
        let unit = change.unit.unwrap_or(UnitOfMeasure::Plain);
        let figure = |value: Option<f64>| {
            value.map_or_else(|| "–".to_owned(), |value| figure(self.lang, value, unit))
        };
        match change.action {
            Action::LeaveOut => self.text("con-change-leave-out", &[("name", &name)]),
            Action::Set => self.text(
                "con-change-set",
                &[
                    ("name", &name),
                    ("from", &figure(change.from)),
                    ("to", &figure(change.to)),
                ],
            ),
        }
    }

    /// All changes of a way out.
    pub(super) fn changes(&self, repair: &Repair) -> String {
        let changes: Vec<String> = repair.changes.iter().map(|one| self.change(one)).collect();
        changes.join(&self.text("exp-reason-separator", &[]))
    }

    /// Its value in the plan of a way out, and how far that may be from the best.
    pub(super) fn tier_value(&self, tier: &Tier) -> String {
        let single = single(tier);
        let value = tier_figure(self.lang, tier, tier.in_plan);
        if tier.gap.absolute <= 1e-9 * tier.in_plan.abs().max(1.0) {
            return value;
        }
        let gap = match (single, tier.scale) {
            (Some((factor, _)), TierScale::Share) => {
                // A weak bound may lie beyond what any plan can have: nothing exceeds the whole.
                let value = tier.in_plan * factor;
                let most = if factor > 0.0 { 1.0 - value } else { value };
                let gap = (tier.gap.absolute * factor.abs()).min(most);
                let points = number::points_at_most(gap);
                self.text("con-gap-points", &[("n", &points)])
            }
            (Some(_), TierScale::Relative) | (None, _) => {
                let gap = tier_difference(self.lang, tier, tier.gap.absolute, true);
                self.text("con-gap", &[("n", &gap)])
            }
        };
        self.text("con-value-with-gap", &[("value", &value), ("gap", &gap)])
    }
}
