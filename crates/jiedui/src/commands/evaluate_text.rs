//! The judgement on a plan, in words.

use super::evaluate::Best;
use super::evaluate_figures::{figure, is_of_policy};
use crate::commands::verify::rule_title;
use crate::console::Console;
use crate::tier_words::{
    bound_words, side_of_bound, signed_beside, size_finely, tier_name, value_words,
};
use jiedui_domain::{Bilingual, Case, HelperId, Measure, Names, PlannedPair, RecipientId};
use jiedui_engine::{AmountsBy, Change, Evaluation, Standing, Violation};
use jiedui_messages::{Lang, grouped};
use jiedui_report::terminal::typed;
use std::collections::BTreeSet;
use std::path::Path;

/// Broken rows of one rule told one by one.
const LISTED: usize = 4;

/// A judgement that is told.
pub(super) struct Told<'a> {
    pub(super) console: &'a Console,
    pub(super) case: &'a Case,
    pub(super) names: Names<'a>,
    pub(super) evaluation: &'a Evaluation,
    /// Pairs of the plan whose distance nothing tells.
    pub(super) unknown: BTreeSet<(HelperId, RecipientId)>,
    pub(super) best: Option<&'a [Best]>,
    /// Whether the best plan was asked for at all.
    pub(super) solved: bool,
    pub(super) plan: &'a Path,
}

impl Told<'_> {
    pub(super) fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.console.text(key, values)
    }

    pub(super) fn text(&self) -> String {
        let mut lines = vec![self.say(
            "eva-title",
            &[
                ("plan", &self.plan.display().to_string()),
                ("pairs", &grouped(self.formed())),
                ("case", &typed(&self.case.info.title)),
            ],
        )];
        lines.push(self.say(
            match self.evaluation.amounts {
                AmountsBy::People => "eva-amounts-people",
                AmountsBy::AllRules => "eva-amounts-all-rules",
                AmountsBy::WithoutRulesOfPairs => "eva-amounts-without-pairs",
                AmountsBy::WithoutRulesOfEffort => "eva-amounts-without-effort",
            },
            &[],
        ));
        if self.evaluation.amounts == AmountsBy::WithoutRulesOfEffort {
            lines.extend(self.out_of_reach());
        }
        let without = &self.evaluation.tracks_without_pairs;
        if !without.is_empty() {
            let names = without.iter();
            let names: Vec<String> = names
                .map(|track| self.title(&self.case.policy.tracks[*track].title))
                .collect();
            lines.push(self.say("eva-tracks-without", &[("tracks", &self.list(&names))]));
        }
        lines.extend(self.rules());
        lines.push(self.say("eva-tiers", &[]));
        let standings = self.evaluation.standings.iter().enumerate();
        lines.extend(standings.map(|(index, standing)| self.standing(index, standing)));
        if self.best.is_none() {
            let key = if self.solved {
                "eva-none-found"
            } else {
                "eva-not-solved"
            };
            lines.push(self.say(key, &[]));
        }
        lines.push(self.say("eva-measures", &[("list", &self.measures())]));
        lines.extend(self.improvements());
        lines.join("\n") + "\n"
    }

    /// The rules broken, each with the number of its rows and the first few of them.
    fn rules(&self) -> Vec<String> {
        let verdict = &self.evaluation.verdict;
        let rows: usize = verdict.rules_checked.iter().map(|count| count.rows).sum();
        if verdict.holds() {
            let rules = verdict.rules_checked.len().to_string();
            let values = [("rules", rules.as_str()), ("rows", &grouped(rows))];
            return vec![self.say("eva-rules-hold", &values)];
        }
        let count = grouped(verdict.violations.len());
        let values = [("count", count.as_str()), ("rows", &grouped(rows))];
        let mut lines = vec![self.say("eva-rules-broken", &values)];
        let mut groups: Vec<Vec<&Violation>> = Vec::new();
        for violation in &verdict.violations {
            let same = |group: &&mut Vec<&Violation>| {
                group
                    .first()
                    .is_some_and(|one| one.rule == violation.rule && one.track == violation.track)
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.push(violation),
                None => groups.push(vec![violation]),
            }
        }
        for group in groups {
            let Some(first) = group.first() else { continue };
            let track = first
                .track
                .map(|track| &self.case.policy.tracks[track].title);
            let title = rule_title(self.console, first.rule);
            let title = match track {
                Some(track) => self.say(
                    "eva-rule-in-track",
                    &[("rule", &title), ("track", &self.title(track))],
                ),
                None => title,
            };
            let count = grouped(group.len());
            lines.push(self.say("eva-rule", &[("rule", &title), ("count", &count)]));
            // What is missing in a track without any pair is missing everywhere.
            let without = first
                .track
                .is_some_and(|track| self.evaluation.tracks_without_pairs.contains(&track));
            if without {
                continue;
            }
            lines.extend(group.iter().take(LISTED).map(|one| self.violation(one)));
            if let Some(more) = group.len().checked_sub(LISTED).filter(|more| *more > 0) {
                lines.push(self.say("eva-more", &[("n", &grouped(more))]));
            }
        }
        lines
    }

    fn violation(&self, violation: &Violation) -> String {
        let who = [
            violation.helper.map(|id| self.helper(id)),
            violation.recipient.map(|id| self.recipient(id)),
            violation
                .sector
                .map(|id| self.title(&self.case.policy.sectors[id].title)),
        ];
        let who: Vec<String> = who.into_iter().flatten().collect();
        let sentence = self.say(
            "eva-violation",
            &[
                ("who", &self.list(&who)),
                (
                    "found",
                    &figure(self.console, self.case, violation, &violation.found),
                ),
                (
                    "allowed",
                    &figure(self.console, self.case, violation, &violation.allowed),
                ),
                ("bound", violation.allowed_is().code()),
            ],
        );
        let rows = violation.facts.iter().filter(|origin| origin.row > 0);
        let rows: Vec<_> = rows.collect();
        // Rows that follow each other are told as from–to.
        let runs = rows.chunk_by(|a, b| a.file == b.file && a.row + 1 == b.row);
        let cells: Vec<String> = runs
            .filter_map(|run| {
                let (first, last) = (run.first()?, run.last()?);
                let (from, to) = (first.row.to_string(), last.row.to_string());
                let values = [("file", &*first.file), ("from", &from), ("to", &to)];
                let key = if first.row == last.row {
                    "eva-cell"
                } else {
                    "eva-cells"
                };
                Some(self.say(key, &values))
            })
            .collect();
        let values = [
            ("sentence", sentence.as_str()),
            ("cells", &self.list(&cells)),
        ];
        match (is_of_policy(violation), cells.is_empty()) {
            (true, true) => self.say("eva-violation-policy", &values),
            (true, false) => self.say("eva-violation-policy-cells", &values),
            (false, true) => sentence,
            (false, false) => self.say("eva-violation-cells", &values),
        }
    }

    fn standing(&self, index: usize, standing: &Standing) -> String {
        let name = tier_name(self.console, self.case, &standing.objectives);
        let words = |value| value_words(self.console, &standing.objectives, value);
        let priority = standing.priority.to_string();
        let value = if self.has_meaning(standing) {
            words(standing.value)
        } else {
            self.say("rep-undefined", &[])
        };
        let best = self.best.and_then(|best| best.get(index));
        // Of what has no meaning here the best is none either.
        let best = best.filter(|_| self.has_meaning(standing));
        let Some(best) = best else {
            let values = [
                ("priority", priority.as_str()),
                ("name", &name),
                ("value", &value),
            ];
            return self.say("eva-tier", &values);
        };
        // Distances are of the oriented sums; a plan that breaks rules may be beyond the bound.
        let beyond = standing.value > best.bound + 1e-9;
        let why = match (self.evaluation.verdict.violations.is_empty(), index) {
            (true, _) => "kept",
            // There is no earlier priority to give up.
            (false, 0) => "broken",
            (false, _) => "either",
        };
        self.say(
            if beyond {
                "eva-tier-beyond"
            } else {
                "eva-tier-best"
            },
            &[
                ("priority", &priority),
                ("name", &name),
                ("value", &value),
                ("best", &words(best.value)),
                (
                    "bound",
                    &bound_words(self.console, &standing.objectives, best.bound),
                ),
                ("proof", if best.is_word { "word" } else { "proven" }),
                ("side", side_of_bound(&standing.objectives)),
                ("why", why),
                (
                    "less",
                    &signed_beside(
                        self.console,
                        &standing.objectives,
                        (best.value, standing.value),
                    ),
                ),
            ],
        )
    }

    /// Whether any measure of the priority has a value, as coverage has none where nobody needs anything.
    fn has_meaning(&self, standing: &Standing) -> bool {
        let mut known = self.evaluation.measures.iter();
        known.any(|one| {
            let mut objectives = standing.objectives.iter();
            one.value.is_some() && objectives.any(|objective| objective.measure == one.measure)
        })
    }

    /// How many pairs the plan forms; help of a divisible track is none.
    pub(super) fn formed(&self) -> usize {
        let pairs = self.evaluation.plan.pairs().iter();
        pairs.filter(|pair| !self.is_shared_out(pair)).count()
    }

    pub(super) fn is_shared_out(&self, pair: &PlannedPair) -> bool {
        self.case.policy.tracks[self.case.helpers[pair.helper].track].divisible
    }

    fn measures(&self) -> String {
        let told = |measure: Measure| self.case.has_needs() || !measure.is_of_amounts();
        let items: Vec<String> = self
            .evaluation
            .measures
            .iter()
            .filter(|one| told(one.measure))
            .filter_map(|one| {
                let value = crate::tier_words::measure_words(self.console, one.measure, one.value?);
                let value = match self.unknown_distances(one.measure) {
                    0 => value,
                    unknown => self.say(
                        "rep-measure-unknown-distances",
                        &[("value", &value), ("n", &grouped(unknown))],
                    ),
                };
                let name = crate::progress::measure_name(self.console, one.measure);
                let values = [("name", name.as_str()), ("value", &value)];
                Some(self.say("rep-summary-measure", &values))
            })
            .collect();
        self.list(&items)
    }

    fn improvements(&self) -> Vec<String> {
        let evaluation = self.evaluation;
        let (thought, tried) = evaluation.changes_tried;
        let mut lines = Vec::new();
        let now: Vec<f64> = evaluation.standings.iter().map(|one| one.value).collect();
        let mut from = (evaluation.verdict.violations.len(), now);
        if let Some(better) = &evaluation.best_amounts {
            let gain = self.gain(&from, better.0, &better.1);
            lines.push(self.say("eva-best-amounts", &[("gain", &gain)]));
            from = better.clone();
        }
        let (thought, tried) = (grouped(thought), grouped(tried));
        let values = [("thought", thought.as_str()), ("tried", &tried)];
        if evaluation.improvements.is_empty() {
            lines.push(self.say("eva-no-change", &values));
            return lines;
        }
        lines.push(self.say("eva-changes", &values));
        for (index, one) in evaluation.improvements.iter().enumerate() {
            let gain = self.gain(&from, one.violations, &one.values);
            lines.push(self.say(
                "eva-change",
                &[
                    ("n", &(index + 1).to_string()),
                    ("change", &self.change(&one.change)),
                    ("gain", &gain),
                ],
            ));
        }
        lines
    }

    /// What is gained and lost, from one state to another.
    fn gain(&self, from: &(usize, Vec<f64>), violations: usize, values: &[f64]) -> String {
        let mut items = Vec::new();
        if violations != from.0 {
            let (before, after) = (grouped(from.0), grouped(violations));
            items.push(self.say("eva-gain-rules", &[("before", &before), ("after", &after)]));
        }
        let tiers = self.evaluation.standings.iter().zip(&from.1).zip(values);
        for ((standing, before), after) in tiers {
            if (after - before).abs() > 1e-6 * before.abs().max(1.0) {
                // More is better in every priority, whatever the sign of its measure.
                let size = size_finely(self.console, &standing.objectives, after - before);
                let key = if after > before {
                    "cmp-better"
                } else {
                    "cmp-worse"
                };
                let change = self.say(key, &[("change", &size)]);
                let priority = standing.priority.to_string();
                let values = [("priority", priority.as_str()), ("change", &change)];
                items.push(self.say("eva-gain-tier", &values));
            }
        }
        self.list(&items)
    }

    fn change(&self, change: &Change) -> String {
        let name = |id: Option<RecipientId>| id.map(|id| self.recipient(id)).unwrap_or_default();
        let moves = change.moves().into_iter().map(|one| {
            let key = match (one.from, one.to) {
                (Some(_), Some(_)) => "cmp-move",
                (None, _) => "cmp-move-in",
                (_, None) => "cmp-move-out",
            };
            self.say(
                key,
                &[
                    ("helper", &self.helper(one.helper)),
                    ("from", &name(one.from)),
                    ("to", &name(one.to)),
                ],
            )
        });
        let moves: Vec<String> = moves.collect();
        moves.join(&self.say("cmp-move-separator", &[]))
    }

    pub(super) fn helper(&self, id: HelperId) -> String {
        typed(&self.names.helper(id))
    }

    pub(super) fn recipient(&self, id: RecipientId) -> String {
        typed(&self.names.recipient(id))
    }

    fn title(&self, title: &Bilingual) -> String {
        match self.console.lang {
            Lang::Zh => title.zh.clone(),
            Lang::En => title.en.clone(),
        }
    }

    fn list(&self, items: &[String]) -> String {
        items.join(&self.say("rep-list-separator", &[]))
    }
}
