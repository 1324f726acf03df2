//! The table of scenarios, and what moved.

use super::Told;
use crate::block::{Align, Block};
use crate::change::{change_of_shown, figure_beside_change};
use crate::clean::Medium;
use crate::number;
use crate::wording::{figure, figure_parts};
use jiedui_domain::{Measure, Termination};
use jiedui_explain::dossier::UnitOfMeasure;
use jiedui_explain::scenarios::{
    MeasureRecord, ObjectiveRecord, PairName, ScenarioRecord, Status, TierRecord, moved_pairs,
};
use jiedui_messages::{Lang, is_nought};

/// Scenarios shown on a terminal.
const SCENARIOS: usize = 20;
/// Pairs that moved, on a terminal.
const MOVED: usize = 8;
/// Scenarios named for a pair that moved.
const NAMED: usize = 4;
/// Columns of values in the table, those of the first priorities: in Markdown …
const VALUES: usize = 6;
/// … and on a terminal.
const VALUES_ON_TERMINAL: usize = 3;

/// A column of values.
enum Column<'a> {
    /// A measure that a priority pursues.
    Measure(&'a MeasureRecord),
    /// An objective of a priority that is less than its measure: of some tracks, or by age.
    Objective(&'a TierRecord, &'a ObjectiveRecord),
    /// The sum of a priority that weighs several measures.
    Weighted(&'a TierRecord),
}

/// The words for how a search ended with a plan: all bounds certified …
const PROVEN: &str = "wi-status-solved";
/// … or some the solver's word; not everything proven as closely as asked; or stopped.
const WORD: &str = "wi-status-word";
const EFFORT: &str = "wi-status-effort";
const TIME_LIMIT: &str = "wi-status-time-limit";
const INTERRUPTED: &str = "wi-status-interrupted";

/// How a scenario ended, as a key.
fn status(scenario: &ScenarioRecord) -> &'static str {
    match scenario.status {
        Status::Solved => status_of_plan(scenario.termination, &scenario.tiers, &scenario.measures),
        Status::Infeasible => "wi-status-infeasible",
        Status::NoPlan => "wi-status-no-plan",
        Status::Failed => "wi-status-failed",
    }
}

fn status_of_plan(
    termination: Option<Termination>,
    tiers: &[TierRecord],
    measures: &[MeasureRecord],
) -> &'static str {
    // A priority that measures nothing decides nothing, and nothing has to be proven of it.
    let has_meaning = |measure: &Measure| {
        let mut entries = measures.iter();
        entries.any(|entry| entry.measure == *measure && entry.value.is_some())
    };
    let mut meant = tiers
        .iter()
        .filter(|tier| tier.measures.iter().any(has_meaning));
    match termination {
        Some(Termination::EffortSpent) => EFFORT,
        Some(Termination::TimeLimit) => TIME_LIMIT,
        Some(Termination::Interrupted) => INTERRUPTED,
        Some(Termination::Optimal) | None if meant.all(|tier| tier.certified) => PROVEN,
        Some(Termination::Optimal) | None => WORD,
    }
}

impl Told<'_> {
    pub(super) fn blocks(&self) -> Vec<Block> {
        let table = self.table;
        let set = self.own(&table.set);
        let mut blocks = vec![Block::Heading(1, self.text("wi-title", &[("set", &set)]))];
        let base = &table.base;
        blocks.push(Block::Paragraph(self.text(
            "wi-base",
            &[
                ("case", &self.own(&base.case_title)),
                ("year", &base.year.to_string()),
                ("pairs", &number::count(base.pairs.len())),
            ],
        )));
        blocks.push(Block::Paragraph(self.outcomes()));
        blocks.extend(self.scenario_table());
        blocks.extend(self.notes());
        blocks.extend(self.moved());
        if self.medium != Medium::Terminal {
            blocks.extend(self.each());
        }
        for account in &table.stability {
            blocks.extend(self.stability(account));
        }
        blocks
    }

    /// How many scenarios ended how.
    fn outcomes(&self) -> String {
        let scenarios = &self.table.scenarios;
        let all = number::count(scenarios.len());
        let mut parts = Vec::new();
        for status in [
            Status::Solved,
            Status::Infeasible,
            Status::NoPlan,
            Status::Failed,
        ] {
            let count = scenarios
                .iter()
                .filter(|scenario| scenario.status == status)
                .count();
            if count > 0 {
                let key = format!("wi-count-{}", status.code());
                parts.push(self.text(&key, &[("n", &number::count(count))]));
            }
        }
        let parts = self.list(&parts);
        self.text("wi-outcomes", &[("all", &all), ("parts", &parts)])
    }

    fn single(&self) -> impl Iterator<Item = &ScenarioRecord> + Clone {
        self.table
            .scenarios
            .iter()
            .filter(|scenario| scenario.kind != "random")
    }

    /// What the first priorities of the base pursue: a sum of several measures, then those one by one where
    /// there is room for them.
    fn columns(&self) -> Vec<Column<'_>> {
        let base = &self.table.base;
        let mut found: Vec<Column> = Vec::new();
        let mut known: Vec<Measure> = Vec::new();
        for tier in &base.tiers {
            if let Some(one) = tier.single().filter(|one| !one.is_plain()) {
                found.push(Column::Objective(tier, one));
                continue;
            }
            let several = tier.measures.len() > 1;
            if several {
                found.push(Column::Weighted(tier));
            }
            if several && self.medium == Medium::Terminal {
                continue;
            }
            for (place, measure) in tier.measures.iter().enumerate() {
                // Of some tracks it is another quantity than over all.
                if let Some(one) = tier.objectives.get(place).filter(|one| !one.is_plain()) {
                    if tier.value_of(one).is_some() {
                        found.push(Column::Objective(tier, one));
                    }
                    continue;
                }
                let entry = base.measures.iter().find(|own| own.measure == *measure);
                if let Some(entry) = entry.filter(|_| !known.contains(measure)) {
                    known.push(*measure);
                    found.push(Column::Measure(entry));
                }
            }
        }
        found.truncate(match self.medium {
            Medium::Terminal => VALUES_ON_TERMINAL,
            _ => VALUES,
        });
        found
    }

    fn scenario_table(&self) -> Vec<Block> {
        let columns = self.columns();
        let mut heads = vec![
            (self.word("wi-head-scenario"), Align::Left),
            (self.word("wi-head-outcome"), Align::Left),
        ];
        // A terminal has room for one column of both.
        let together = self.medium == Medium::Terminal;
        let moves: &[&str] = if together {
            &["wi-head-moved"]
        } else {
            &["wi-head-new", "wi-head-ended"]
        };
        heads.extend(moves.iter().map(|head| (self.word(head), Align::Right)));
        heads.extend(columns.iter().map(|column| {
            let name = match column {
                Column::Measure(entry) => self.measure_name(entry.measure),
                Column::Objective(_, objective) => self.objective_name(objective),
                Column::Weighted(_) => self.word("con-head-weighted"),
            };
            (name, Align::Right)
        }));
        let mut base = vec![self.word("wi-row-base"), self.word(self.base_status())];
        base.extend(moves.iter().map(|_| "–".to_owned()));
        base.extend(columns.iter().map(|column| match column {
            Column::Measure(entry) => entry.value.map_or_else(
                || "–".to_owned(),
                |value| figure_beside_change(self.lang, value, entry.unit),
            ),
            Column::Objective(tier, objective) => tier.value_of(objective).map_or_else(
                || "–".to_owned(),
                |value| figure_beside_change(self.lang, value, objective.unit()),
            ),
            Column::Weighted(tier) => number::score(tier.in_plan),
        }));
        let mut rows = vec![base];
        let shown = self.shown(SCENARIOS);
        rows.extend(self.single().take(shown).map(|scenario| {
            let mut row = vec![self.scenario_name(scenario), self.word(status(scenario))];
            let (new, ended) = (
                number::count(scenario.added.len()),
                number::count(scenario.removed.len()),
            );
            row.extend(match scenario.pairs {
                None => moves.iter().map(|_| "–".to_owned()).collect(),
                Some(_) if together => {
                    vec![self.text("wi-moved-both", &[("new", &new), ("ended", &ended)])]
                }
                Some(_) => vec![new, ended],
            });
            row.extend(columns.iter().map(|column| match column {
                Column::Measure(entry) => match scenario.measure(entry.measure) {
                    Some(own) => self.changed(entry.value, own, entry.unit),
                    None => "–".to_owned(),
                },
                Column::Objective(tier, objective) => {
                    self.changed_objective(tier, objective, scenario)
                }
                Column::Weighted(tier) => self.changed_sum(tier, scenario),
            }));
            row
        }));
        let all = self.single().count();
        let mut blocks: Vec<Block> = Vec::new();
        if all > 0 {
            blocks.extend(Block::table(heads, rows));
        }
        blocks.extend(self.more(all, shown).map(Block::Paragraph));
        blocks
    }

    /// Name, what it sets, and what it is about.
    fn scenario_name(&self, scenario: &ScenarioRecord) -> String {
        let name = self.own(&scenario.name);
        if self.medium == Medium::Terminal {
            let values = scenario.settings.iter();
            let values: Vec<String> = values.map(|setting| self.own(&setting.value)).collect();
            if values.is_empty() {
                return name;
            }
            let about = self.list(&values);
            return self.text("wi-named-short", &[("name", &name), ("about", &about)]);
        }
        let mut about: Vec<String> = scenario.title.iter().map(|title| self.own(title)).collect();
        about.extend(scenario.settings.iter().map(|setting| {
            let what = self.own(&setting.what);
            let value = self.own(&setting.value);
            self.text("wi-setting", &[("what", &what), ("value", &value)])
        }));
        if about.is_empty() {
            return name;
        }
        self.text(
            "wi-named",
            &[("name", &name), ("about", &self.list(&about))],
        )
    }

    fn base_status(&self) -> &'static str {
        let base = &self.table.base;
        status_of_plan(Some(base.termination), &base.tiers, &base.measures)
    }

    fn measure_name(&self, measure: Measure) -> String {
        self.word(&format!("rep-measure-{}", measure.code().replace('_', "-")))
    }

    /// The name of an objective: its measure, and the tracks that count.
    fn objective_name(&self, objective: &ObjectiveRecord) -> String {
        let mut name = self.measure_name(objective.measure);
        if objective.by_age {
            name = self.text("rep-measure-by-age", &[("measure", &name)]);
        }
        if objective.tracks.is_empty() {
            return name;
        }
        let tracks = objective.tracks.iter().map(|track| match self.lang {
            Lang::Zh => self.own(&track.title.zh),
            Lang::En => self.own(&track.title.en),
        });
        let tracks = self.list(&tracks.collect::<Vec<_>>());
        self.text(
            "rep-measure-in-tracks",
            &[("measure", &name), ("tracks", &tracks)],
        )
    }

    /// The objective in a scenario that has it as well, with its change where it shows.
    fn changed_objective(
        &self,
        base: &TierRecord,
        objective: &ObjectiveRecord,
        scenario: &ScenarioRecord,
    ) -> String {
        let mut tiers = scenario.tiers.iter();
        let own = tiers.find_map(|tier| {
            let mut objectives = tier.objectives.iter();
            let one = objectives.find(|one| one.measures_as(objective))?;
            tier.value_of(one)
        });
        let then = base.value_of(objective);
        let unit = objective.unit();
        own.map_or_else(|| "–".to_owned(), |own| self.changed(then, own, unit))
    }

    /// A figure of a scenario, with its change where it shows.
    fn changed(&self, base: Option<f64>, own: f64, unit: UnitOfMeasure) -> String {
        let value = figure_beside_change(self.lang, own, unit);
        let Some(change) = base.map(|then| change_of_shown(then, own, unit)) else {
            return value;
        };
        let size = match unit {
            UnitOfMeasure::Share => number::points(change.abs()),
            // The unit stands with the value; a terminal has no room for it twice.
            unit if self.medium == Medium::Terminal => figure_parts(change.abs(), unit).1,
            unit => figure(self.lang, change.abs(), unit),
        };
        if is_nought(&size) {
            return value;
        }
        let size = match unit {
            UnitOfMeasure::Share if self.medium != Medium::Terminal => {
                self.text("rep-unit-points", &[("n", &size)])
            }
            _ => size,
        };
        self.with_change(&value, change, &size)
    }

    /// The sum of a priority in a scenario that pursues the same, with its change where it shows.
    fn changed_sum(&self, base: &TierRecord, scenario: &ScenarioRecord) -> String {
        let mut tiers = scenario.tiers.iter();
        let Some(own) = tiers.find(|tier| tier.pursues_as(base)) else {
            return "–".to_owned();
        };
        let value = number::score(own.in_plan);
        let change = change_of_shown(base.in_plan, own.in_plan, UnitOfMeasure::Plain);
        let size = number::score(change.abs());
        if is_nought(&size) {
            return value;
        }
        self.with_change(&value, change, &size)
    }

    fn with_change(&self, value: &str, change: f64, size: &str) -> String {
        let change = format!("{}{size}", if change > 0.0 { "+" } else { "-" });
        let key = if self.medium == Medium::Terminal {
            "wi-value-change-short"
        } else {
            "wi-value-change"
        };
        self.text(key, &[("value", value), ("change", &change)])
    }

    /// What the words of the table mean, of those that stand in it, and what is to be kept in mind of random runs.
    fn notes(&self) -> Vec<Block> {
        let shown = self.single().take(self.shown(SCENARIOS)).map(status);
        let mut words: Vec<&str> = shown.collect();
        if !words.is_empty() {
            words.push(self.base_status());
        }
        let mut notes: Vec<String> = [
            (WORD, "wi-note-word"),
            (EFFORT, "wi-unproven"),
            (TIME_LIMIT, "wi-note-time-limit"),
            (INTERRUPTED, "wi-note-interrupted"),
        ]
        .into_iter()
        .filter(|(word, _)| words.contains(word))
        .map(|(_, note)| self.word(note))
        .collect();
        let random = self.table.scenarios.iter().filter(|scenario| {
            scenario.kind == "random"
                && [EFFORT, TIME_LIMIT, INTERRUPTED].contains(&status(scenario))
        });
        let random = random.count();
        if random > 0 {
            notes.push(self.text("wi-note-random", &[("n", &number::count(random))]));
        }
        notes.into_iter().map(Block::Paragraph).collect()
    }

    pub(super) fn pair(&self, pair: &PairName) -> String {
        let helper = self.own(&pair.helper_name);
        let recipient = self.own(&pair.recipient_name);
        self.text("wi-pair", &[("helper", &helper), ("recipient", &recipient)])
    }

    /// The base's pairs that scenarios end.
    fn moved(&self) -> Vec<Block> {
        let solved = self
            .single()
            .filter(|scenario| scenario.status == Status::Solved)
            .count();
        if solved == 0 {
            return Vec::new();
        }
        let mut blocks = vec![Block::Heading(2, self.word("wi-section-moved"))];
        let moved = moved_pairs(&self.table.base, &self.table.scenarios);
        if moved.is_empty() {
            blocks.push(Block::Paragraph(self.word("wi-moved-none")));
            return blocks;
        }
        let kept = self.table.base.pairs.len() - moved.len();
        blocks.push(Block::Paragraph(self.text(
            "wi-moved-lead",
            &[
                ("moved", &number::count(moved.len())),
                ("kept", &number::count(kept)),
                ("scenarios", &number::count(solved)),
            ],
        )));
        let shown = self.shown(MOVED);
        let named = self.shown(NAMED);
        let items = moved.iter().take(shown).map(|moved| {
            let names: Vec<String> = moved
                .ended_in
                .iter()
                .take(named)
                .map(|name| self.own(name))
                .collect();
            let names = self.list(&names);
            let rest = moved.ended_in.len().saturating_sub(named);
            let names = match rest {
                0 => names,
                more => self.text(
                    "wi-moved-more",
                    &[("list", &names), ("n", &more.to_string())],
                ),
            };
            let count = number::count(moved.ended_in.len());
            self.text(
                "wi-moved-item",
                &[
                    ("pair", &self.pair(&moved.pair)),
                    ("n", &count),
                    ("scenarios", &names),
                ],
            )
        });
        blocks.extend(Block::bullets(items.collect()));
        blocks.extend(self.more(moved.len(), shown).map(Block::Paragraph));
        blocks
    }

    /// Each scenario's own changes.
    fn each(&self) -> Vec<Block> {
        let names = |pairs: &[PairName]| match pairs {
            [] => self.word("wi-no-pairs"),
            pairs => self.list(&pairs.iter().map(|pair| self.pair(pair)).collect::<Vec<_>>()),
        };
        let items: Vec<String> = self
            .single()
            .filter(|scenario| !(scenario.added.is_empty() && scenario.removed.is_empty()))
            .map(|scenario| {
                self.text(
                    "wi-each-item",
                    &[
                        ("scenario", &self.scenario_name(scenario)),
                        ("ended", &names(&scenario.removed)),
                        ("new", &names(&scenario.added)),
                    ],
                )
            })
            .collect();
        if items.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![Block::Heading(2, self.word("wi-section-each"))];
        blocks.extend(Block::bullets(items));
        blocks
    }
}
