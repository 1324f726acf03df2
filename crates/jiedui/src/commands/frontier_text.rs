//! A frontier in words, as a table and as a chart.

use super::frontier::plan_file;
use crate::console::Console;
use crate::progress::measure_name;
use crate::tier_words::{at_most_words, change_words, difference_words, measure_words};
use jiedui_domain::{Case, Measure};
use jiedui_engine::{Frontier, FrontierPoint, Side};
use jiedui_messages::{columns, wrap};
use jiedui_report::markdown;
use jiedui_report::terminal::{self, wrapped};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Steps of a staircase told one by one.
const STEPS: usize = 5;
/// Columns of a head of the chart, where its figures are not wider.
const HEAD: usize = 14;
/// Columns of the chart's longest bar.
const BAR: usize = 36;

/// A frontier that is told.
pub(super) struct Told<'a> {
    pub(super) console: &'a Console,
    pub(super) case: &'a Case,
    pub(super) between: (Side, Side),
    pub(super) frontier: &'a Frontier,
}

impl Told<'_> {
    fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.console.text(key, values)
    }

    fn name(&self, side: Side) -> String {
        match side {
            Side::Changes => self.say("fro-changes", &[]),
            Side::Measure(measure) => measure_name(self.console, measure),
        }
    }

    fn value(&self, side: Side, value: f64) -> String {
        // A change is a pair like any other.
        let measure = match side {
            Side::Changes => Measure::Pairs,
            Side::Measure(measure) => measure,
        };
        measure_words(self.console, measure, value)
    }

    /// How much something differs, without a sign.
    fn difference(&self, side: Side, value: f64) -> String {
        difference_words(self.console, side.measure(), value.abs())
    }

    pub(super) fn terminal(&self) -> String {
        let mut lead = vec![self.title(&terminal::typed(&self.case.info.title))];
        lead.extend(self.standing());
        let parts = [
            wrapped(&lead.join("\n"), self.console.width),
            self.chart().join("\n") + "\n",
            wrapped(&self.staircase().join("\n"), self.console.width),
        ];
        parts.join("\n")
    }

    pub(super) fn markdown(&self) -> String {
        let mut text = format!(
            "# {}\n",
            self.title(&markdown::typed(&self.case.info.title))
        );
        for line in self.standing() {
            let _ = write!(text, "\n{line}\n");
        }
        let (first, second) = self.between;
        let heads = [
            self.say("fro-head-point", &[]),
            self.name(second),
            self.name(first),
            self.say("fro-head-gap", &[]),
            self.say("fro-head-plan", &[]),
        ];
        let _ = write!(
            text,
            "\n| {} |\n|---:|---:|---:|---:|:---|\n",
            heads.join(" | ")
        );
        for (index, point) in self.frontier.points.iter().enumerate() {
            let _ = writeln!(
                text,
                "| {} | {} | {} | {} | {} |",
                index + 1,
                self.value(second, point.values.1),
                self.value(first, point.values.0),
                at_most_words(self.console, first.measure(), point.gap),
                plan_file(index)
            );
        }
        for line in self.staircase() {
            let _ = write!(text, "\n{line}\n");
        }
        let _ = write!(text, "\n~~~~text\n{}\n~~~~\n", self.chart().join("\n"));
        text
    }

    pub(super) fn csv(&self) -> String {
        let (first, second) = self.between;
        let (first, second) = (first.code(), second.code());
        let mut text = format!("point,{first},{second},bound_{first},gap_{first},plan\n");
        for (index, point) in self.frontier.points.iter().enumerate() {
            let (one, two) = point.values;
            let (bound, gap, plan) = (point.bound, point.gap, plan_file(index));
            let _ = writeln!(text, "{},{one},{two},{bound},{gap},{plan}", index + 1);
        }
        text
    }

    pub(super) fn json(&self) -> Value {
        let (first, second) = self.between;
        let points = self.frontier.points.iter().enumerate();
        json!({
            "format_version": 1,
            "case": self.case.info.name,
            "year": self.case.info.year,
            "first": first.code(),
            "second": second.code(),
            "complete": self.frontier.complete,
            "exact": self.frontier.exact,
            "stopped": self.frontier.stopped,
            "points": points.map(|(index, point)| json!({
                "point": index + 1,
                "first": point.values.0,
                "second": point.values.1,
                "bound_first": point.bound,
                "gap_first": point.gap,
                "plan": plan_file(index),
            })).collect::<Vec<_>>(),
        })
    }

    fn title(&self, case: &str) -> String {
        let (first, second) = self.between;
        self.say(
            "fro-title",
            &[
                ("first", &self.name(first)),
                ("second", &self.name(second)),
                ("case", case),
                ("n", &self.frontier.points.len().to_string()),
            ],
        )
    }

    /// What is proven about the points.
    fn standing(&self) -> Vec<String> {
        let Frontier {
            complete,
            exact,
            stopped,
            points,
        } = self.frontier;
        let mut lines = Vec::new();
        if points.len() == 1 {
            lines.push(self.say("fro-no-conflict", &[]));
        } else {
            let key = match (complete, exact) {
                (true, true) => "fro-complete",
                (true, false) => "fro-complete-open",
                (false, true) => "fro-levels",
                (false, false) => "fro-levels-open",
            };
            let widest = points.iter().map(|point| point.gap).fold(0.0, f64::max);
            let gap = at_most_words(self.console, self.between.0.measure(), widest);
            lines.push(self.say(key, &[("gap", &gap)]));
        }
        if stopped.is_some() {
            lines.push(self.say("fro-stopped", &[]));
        }
        lines
    }

    /// One bar a point: the first side at each level of the second.
    fn chart(&self) -> Vec<String> {
        let (first, second) = self.between;
        let points = &self.frontier.points;
        let figures = || points.iter().map(|point| point.values.0);
        let least = figures().fold(f64::INFINITY, f64::min);
        let most = figures().fold(f64::NEG_INFINITY, f64::max);
        let width = most - least;
        let labels: Vec<String> = points
            .iter()
            .map(|point| self.value(second, point.values.1))
            .collect();
        let values: Vec<String> = points
            .iter()
            .map(|point| self.value(first, point.values.0))
            .collect();
        let columns_of_all = |texts: &[String]| {
            let widths = texts.iter().map(|text| columns(text));
            widths.max().unwrap_or(0)
        };
        let heads = [
            self.say("fro-head-point", &[]),
            self.name(second),
            self.name(first),
        ];
        let widest = [
            columns_of_all(&[points.len().to_string()]),
            columns_of_all(&labels),
            columns_of_all(&values),
        ];
        // A long name takes several lines rather than push its figures away from those of the other side.
        let mut stacks = Vec::new();
        let mut widths = Vec::new();
        for (head, widest) in heads.iter().zip(widest) {
            let stack = wrap(head, widest.max(HEAD), "", "");
            widths.push(columns_of_all(&stack).max(widest));
            stacks.push(stack);
        }
        let line = |cells: &[&str]| {
            let cells = cells.iter().zip(&widths);
            let cells = cells.map(|(cell, width)| {
                format!("{}{cell}", " ".repeat(width.saturating_sub(columns(cell))))
            });
            format!(" {}", cells.collect::<Vec<_>>().join("  "))
        };
        let deepest = stacks.iter().map(Vec::len).max().unwrap_or(0);
        let mut lines: Vec<String> = (0..deepest)
            .map(|row| {
                let row_of = |stack: &Vec<String>| stack.get(row).cloned().unwrap_or_default();
                let cells: Vec<String> = stacks.iter().map(row_of).collect();
                let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
                line(&cells).trim_end().to_owned()
            })
            .collect();
        for (index, point) in points.iter().enumerate() {
            let share = if width > 0.0 {
                (point.values.0 - least) / width
            } else {
                1.0
            };
            let bar = "█".repeat(1 + (share * (BAR - 1) as f64).round() as usize);
            let number = (index + 1).to_string();
            let cells = line(&[&number, &labels[index], &values[index]]);
            lines.push(format!("{cells}  {bar}"));
        }
        lines
    }

    /// The staircase in words, from the best of the second side on.
    fn staircase(&self) -> Vec<String> {
        let (first, second) = self.between;
        let told: Vec<&FrontierPoint> = self.frontier.points.iter().rev().collect();
        let Some(start) = told.first() else {
            return Vec::new();
        };
        let mut lines = vec![self.say(
            "fro-start",
            &[
                ("second", &self.name(second)),
                ("level", &self.value(second, start.values.1)),
                ("first", &self.name(first)),
                ("value", &self.value(first, start.values.0)),
            ],
        )];
        let steps: Vec<Step> = told
            .windows(2)
            .filter_map(|pair| match pair {
                [from, to] => Some(Step {
                    from: from.values.1,
                    to: to.values.1,
                    first: (from.values.0, to.values.0),
                    gain: (to.values.0 - from.values.0).abs(),
                    open: from.gap,
                }),
                _ => None,
            })
            .collect();
        let (one_by_one, rest) = steps.split_at(STEPS.min(steps.len()));
        lines.extend(one_by_one.iter().map(|step| self.step(step)));
        if let Some(next) = rest.first() {
            let most = rest
                .iter()
                .map(|step| step.gain / (step.to - step.from).abs().max(f64::MIN_POSITIVE))
                .fold(0.0, f64::max);
            let key = if second.is_count() {
                "fro-count-rest"
            } else {
                "fro-amount-rest"
            };
            let values = [
                ("from", self.value(second, next.from)),
                ("gain", self.difference(first, most)),
                ("first", self.name(first)),
                ("second", self.name(second)),
            ];
            let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
            lines.push(self.say(key, &values));
            if rest.iter().any(Step::is_in_doubt) {
                lines.push(self.say("fro-rest-in-doubt", &[]));
            }
        }
        lines
    }

    fn step(&self, step: &Step) -> String {
        let (first, second) = self.between;
        let gain = change_words(self.console, first.measure(), step.first);
        let sentence = self.say(
            "fro-step",
            &[
                ("from", &self.value(second, step.from)),
                ("to", &self.value(second, step.to)),
                ("gain", &gain),
                ("first", &self.name(first)),
                ("second", &self.name(second)),
            ],
        );
        if !step.is_in_doubt() {
            return sentence;
        }
        let open = at_most_words(self.console, first.measure(), step.open);
        self.say("fro-in-doubt", &[("step", &sentence), ("gap", &open)])
    }
}

/// A step of the staircase: from which to which value of the second side, and what the first gains.
struct Step {
    from: f64,
    to: f64,
    /// From which to which value of the first side.
    first: (f64, f64),
    gain: f64,
    /// What the point that it begins at may be better: so much of the gain may be the search's alone.
    open: f64,
}

impl Step {
    /// Whether the step may be worth nothing.
    fn is_in_doubt(&self) -> bool {
        self.open >= self.gain
    }
}
