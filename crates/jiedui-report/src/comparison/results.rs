//! Priorities and measures that differ, each with what its change is made of.

use super::Told;
use crate::block::Block;
use crate::change::{
    adding_up, change_of_shown, figure_beside_change, number_beside_change, rest_of_shown,
};
use crate::clean::Medium;
use crate::number;
use crate::phrase::{
    measure_name, score_changes, tier_name, tier_proof, tier_value, unknown_distances,
};
use crate::story::heads;
use crate::tier_figure::tier_name as short_tier_name;
use crate::wording::{Wording, figure_parts, fine_figure, unit_key};
use jiedui_domain::Measure;
use jiedui_explain::comparison::{CoverageChange, MeasureChange, Part, PartOf, TierChange};
use jiedui_explain::dossier::{Tier, UnitOfMeasure};
use jiedui_messages::is_nought;

/// Parts of a change told one by one; the rest is added up.
const PARTS: usize = 3;

/// A figure of a difference, with the sign that it lacks.
fn with_sign(value: f64, text: String) -> String {
    if value > 0.0 {
        format!("+{text}")
    } else {
        text
    }
}

/// Whether a difference is there, but would be shown as nothing.
fn is_fine(value: f64, unit: UnitOfMeasure) -> bool {
    let shown = match unit {
        UnitOfMeasure::Share => number::points(value),
        unit => figure_parts(value, unit).1,
    };
    value.abs() > 1e-12 && is_nought(&shown)
}

/// The change of a measure as it is told beside its two values.
fn shown_change(change: &MeasureChange) -> Option<f64> {
    change.change.as_ref()?;
    let (before, after) = change.before.zip(change.after)?;
    Some(change_of_shown(before, after, change.unit))
}

impl Told<'_> {
    /// The section on results.
    pub(super) fn results(&self) -> Vec<Block> {
        let comparison = self.compared.comparison;
        let mut blocks = vec![Block::Heading(2, self.word("cmp-section-results"))];
        if comparison.tiers.is_empty()
            && comparison.measures.is_empty()
            && comparison.coverage.is_empty()
        {
            blocks.push(Block::Paragraph(self.word("cmp-results-none")));
            return blocks;
        }
        let tiers: Vec<Vec<String>> = comparison
            .tiers
            .iter()
            .map(|tier| self.tier(tier))
            .collect();
        blocks.extend(Block::table(
            heads(
                self.after,
                &[
                    ">rep-head-priority",
                    "rep-head-objective",
                    ">cmp-head-before",
                    ">cmp-head-after",
                    "cmp-head-proof",
                ],
            ),
            tiers,
        ));
        let scores = comparison.tiers.iter().filter(|tier| tier.same_objectives);
        blocks.extend(scores.filter_map(|tier| self.score(tier)));
        if comparison.tiers.iter().any(|tier| !tier.same_objectives) {
            blocks.push(Block::Paragraph(self.word("cmp-other-objectives")));
        }
        let measures = comparison.measures.iter();
        blocks.extend(Block::table(
            heads(
                self.after,
                &[
                    "rep-head-measure",
                    ">cmp-head-before",
                    ">cmp-head-after",
                    ">cmp-head-change",
                ],
            ),
            measures
                .clone()
                .map(|change| self.measure(change))
                .collect(),
        ));
        let unknown = comparison.measures.iter();
        let unknown = unknown.filter(|change| self.unknown(change.measure) > 0);
        let unknown: Vec<String> = unknown
            .map(|change| measure_name(self.after, change.measure))
            .collect();
        if !unknown.is_empty() {
            let list = self.after.list(&unknown);
            let note = self.text("cmp-distances-unknown", &[("measures", &list)]);
            blocks.push(Block::Paragraph(note));
        }
        let made_of: Vec<String> = measures.filter_map(|change| self.made_of(change)).collect();
        if !made_of.is_empty() {
            blocks.push(Block::Paragraph(self.word("cmp-parts-lead")));
            blocks.extend(Block::bullets(made_of));
        }
        blocks.extend(self.coverage());
        blocks
    }

    /// The priority before and after, as far as it is there.
    fn both(&self, change: &TierChange) -> (Option<&Tier>, Option<&Tier>) {
        fn of<'d>(wording: Wording<'d>, priority: u32) -> Option<&'d Tier> {
            let mut tiers = wording.dossier.tiers.iter();
            tiers.find(|tier| tier.priority == priority)
        }
        let before = of(self.before, change.priority).filter(|_| change.before.is_some());
        let after = of(self.after, change.priority).filter(|_| change.after.is_some());
        (before, after)
    }

    /// Which measures of a score change.
    fn score(&self, change: &TierChange) -> Option<Block> {
        let (Some(before), Some(after)) = self.both(change) else {
            return None;
        };
        let list = score_changes(self.before, before, &after.values())?;
        let name = short_tier_name(self.after.lang, after);
        let texts = [("tier", name.as_str()), ("list", list.as_str())];
        Some(Block::Paragraph(self.text("cmp-score-parts", &texts)))
    }

    fn tier(&self, change: &TierChange) -> Vec<String> {
        let (before, after) = self.both(change);
        let name = match (after, before) {
            (Some(after), Some(before)) => {
                let (before, after) =
                    (tier_name(self.before, before), tier_name(self.after, after));
                if before == after {
                    after
                } else {
                    let names = [("before", before.as_str()), ("after", &after)];
                    self.text("cmp-objectives", &names)
                }
            }
            (Some(tier), None) => tier_name(self.after, tier),
            (None, Some(tier)) => tier_name(self.before, tier),
            (None, None) => String::new(),
        };
        let value = |wording, tier: Option<&Tier>| {
            tier.map_or_else(|| "–".to_owned(), |tier| tier_value(wording, tier))
        };
        vec![
            change.priority.to_string(),
            name,
            value(self.before, before),
            value(self.after, after),
            after.map_or_else(|| "–".to_owned(), |tier| tier_proof(self.after, tier)),
        ]
    }

    fn measure(&self, change: &MeasureChange) -> Vec<String> {
        let value = |value: Option<f64>| {
            value.map_or_else(
                || self.word("rep-undefined"),
                |value| number_beside_change(value, change.unit),
            )
        };
        // The unit stands with the name: figures with their units leave it no room on a terminal.
        let name = measure_name(self.after, change.measure);
        let name = match change.unit {
            UnitOfMeasure::Share | UnitOfMeasure::Plain => name,
            unit => self.text(
                "wb-head-sector-unit",
                &[("sector", &name), ("unit", &self.word(unit_key(unit)))],
            ),
        };
        let difference = shown_change(change).map(|difference| {
            let signed = match change.unit {
                UnitOfMeasure::Share => self.signed(difference, change.unit),
                unit if is_fine(difference, unit) => {
                    with_sign(difference, number::significant(difference))
                }
                unit => with_sign(difference, figure_parts(difference, unit).1),
            };
            let key = match change.better {
                // Distances that are not known count as nothing, which is no improvement.
                _ if self.unknown(change.measure) > 0 => "cmp-not-judged",
                Some(true) => "cmp-better",
                _ => "cmp-worse",
            };
            self.text(key, &[("change", &signed)])
        });
        vec![
            name,
            value(change.before),
            value(change.after),
            difference.unwrap_or_else(|| "–".to_owned()),
        ]
    }

    /// Pairs of either plan that a measure of distance counts as 0 km since nothing tells how far they lie apart.
    fn unknown(&self, measure: Measure) -> usize {
        unknown_distances(self.before, measure, &[]) + unknown_distances(self.after, measure, &[])
    }

    /// A difference with its sign; shares as percentage points. What would round to nothing is told finer.
    fn signed(&self, value: f64, unit: UnitOfMeasure) -> String {
        let text = match unit {
            _ if is_fine(value, unit) => fine_figure(self.after.lang, value, unit),
            UnitOfMeasure::Share => {
                let points = number::points(value);
                self.text("rep-unit-points", &[("n", &points)])
            }
            unit => self.after.with_unit(value, unit),
        };
        with_sign(value, text)
    }

    /// What a change is made of, in a sentence; `None` where nothing can be said exactly.
    fn made_of(&self, change: &MeasureChange) -> Option<String> {
        let measure = measure_name(self.after, change.measure);
        if !change.attained.is_empty() {
            let parties = change.attained.iter().map(|at| {
                let name = match self.compared.after.helper(&at.code) {
                    Some(_) => self.helper(&at.code),
                    None => self.recipient(&at.code),
                };
                let figure = |figure: Option<f64>| {
                    figure.map_or_else(
                        || self.word("cmp-absent"),
                        |figure| figure_beside_change(self.after.lang, figure, change.unit),
                    )
                };
                let key = match (at.binds_before, at.binds_after) {
                    (true, true) => "cmp-attained-both",
                    (true, false) => "cmp-attained-before",
                    _ => "cmp-attained-after",
                };
                self.text(
                    key,
                    &[
                        ("name", &name),
                        ("before", &figure(at.before)),
                        ("after", &figure(at.after)),
                    ],
                )
            });
            let list = self.after.list(&self.cut(parties.collect()));
            let values = [("measure", measure.as_str()), ("list", &list)];
            return Some(self.text("cmp-attained", &values));
        }
        if change.parts.is_empty() {
            return None;
        }
        let (told, rest) = change.parts.split_at(PARTS.min(change.parts.len()));
        let total = shown_change(change)?;
        let parts: Vec<f64> = told.iter().map(|part| part.change.value).collect();
        let sizes = if rest.is_empty() {
            adding_up(&parts, total, change.unit)
        } else {
            let sum = rest.iter().map(|part| part.change.value).sum();
            let left = rest_of_shown(&parts, sum, total, change.unit);
            [parts, vec![left]].concat()
        };
        let mut items: Vec<String> = told
            .iter()
            .zip(&sizes)
            .map(|(part, size)| self.part(part, *size, change.unit))
            .collect();
        if let Some(size) = sizes.get(told.len()) {
            items.push(self.text(
                "cmp-parts-rest",
                &[
                    ("n", &rest.len().to_string()),
                    ("change", &self.signed(*size, change.unit)),
                ],
            ));
        }
        let list = self.after.list(&items);
        Some(self.text("cmp-parts", &[("measure", &measure), ("list", &list)]))
    }

    fn part(&self, part: &Part, size: f64, unit: UnitOfMeasure) -> String {
        let change = self.signed(size, unit);
        let (key, helper, recipient) = match &part.whose {
            PartOf::PairBegins { helper, recipient } => ("cmp-part-begins", helper, recipient),
            PartOf::PairEnds { helper, recipient } => ("cmp-part-ends", helper, recipient),
            PartOf::PairChanges { helper, recipient } => ("cmp-part-changes", helper, recipient),
            PartOf::Recipient { recipient } => {
                let name = self.recipient(recipient);
                let values = [("recipient", name.as_str()), ("change", &change)];
                return self.text("cmp-part-recipient", &values);
            }
        };
        self.text(
            key,
            &[
                ("helper", &self.helper(helper)),
                ("recipient", &self.recipient(recipient)),
                ("change", &change),
            ],
        )
    }

    /// Recipients whose coverage differs, the largest differences first.
    fn coverage(&self) -> Vec<Block> {
        let mut changes: Vec<&CoverageChange> = self.compared.comparison.coverage.iter().collect();
        let size = |change: &CoverageChange| match (change.before, change.after) {
            (Some(before), Some(after)) => (after - before).abs(),
            _ => f64::INFINITY,
        };
        changes.sort_by(|a, b| size(b).total_cmp(&size(a)));
        let all = changes.len();
        if self.after.medium == Medium::Terminal {
            changes.truncate(super::SHOWN);
        }
        let unit = UnitOfMeasure::Share;
        let percent = |share: Option<f64>| {
            share.map_or_else(
                || self.word("cmp-absent"),
                |share| number_beside_change(share, unit),
            )
        };
        let rows = changes
            .iter()
            .map(|change| {
                let difference = change.before.zip(change.after);
                vec![
                    self.recipient(&change.recipient),
                    percent(change.before),
                    percent(change.after),
                    difference.map_or_else(
                        || "–".to_owned(),
                        |(before, after)| self.signed(change_of_shown(before, after, unit), unit),
                    ),
                ]
            })
            .collect();
        let Some(table) = Block::table(
            heads(
                self.after,
                &[
                    "rep-head-recipient",
                    ">cmp-head-before",
                    ">cmp-head-after",
                    ">cmp-head-change",
                ],
            ),
            rows,
        ) else {
            return Vec::new();
        };
        let heading = self.text("cmp-section-coverage", &[("n", &all.to_string())]);
        let mut blocks = vec![Block::Heading(3, heading), table];
        if let Some(more) = all.checked_sub(changes.len()).filter(|more| *more > 0) {
            let more = self.text("cmp-more", &[("n", &more.to_string())]);
            blocks.push(Block::Paragraph(more));
        }
        blocks
    }
}
