//! Progress on a terminal, the clock of a run, and asking it to stop.

use crate::console::Console;
use crate::exit::Exit;
use crate::interrupt;
use crate::manifest::Milestone;
use indicatif::{ProgressBar, ProgressStyle};
use jiedui_domain::{Measure, MeasureScale, Policy, Sense, Termination};
use jiedui_engine::{EngineWatch, Stage, Watch};
use std::io::IsTerminal;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How often the line on the terminal moves.
const TICK: Duration = Duration::from_millis(120);
/// Milestones of a priority lie at least this many seconds apart; of several the last one stands.
const APART_S: f64 = 0.1;

/// How a run went: the time of each stage in seconds, and how far it was when.
pub(crate) struct Course {
    pub(crate) stages: Vec<(Stage, f64)>,
    pub(crate) milestones: Vec<Milestone>,
}

/// Watches one run.
pub(crate) struct Progress<'a> {
    console: &'a Console,
    line: Option<ProgressBar>,
    started: Instant,
    limit: Duration,
    tiers: Vec<TierName>,
    state: Mutex<State>,
    /// Whether anybody was told to stop.
    cut_short: AtomicBool,
}

/// What a tier is called, and how its figures are shown.
struct TierName {
    priority: u32,
    name: String,
    /// Shares as percentages; costs without their sign. `None` for weighted sums.
    single: Option<Measure>,
}

#[derive(Default)]
struct State {
    begun: Vec<(Stage, Instant)>,
    tier: usize,
    count: usize,
    bound: Option<f64>,
    plan: Option<f64>,
    milestones: Vec<Milestone>,
}

impl State {
    /// Keeps what is known of a priority by now.
    fn note(&mut self, priority: u32, seconds: f64) {
        if let Some(last) = self.milestones.last()
            && last.priority == priority
            && seconds - last.seconds < APART_S
        {
            self.milestones.pop();
        }
        self.milestones.push(Milestone {
            seconds,
            priority,
            bound: self.bound,
            plan: self.plan,
        });
    }
}

impl<'a> Progress<'a> {
    /// Starts the clock.
    pub(crate) fn start(console: &'a Console, policy: &Policy, limit_s: f64) -> Self {
        let shown = std::io::stderr().is_terminal() && !console.quiet;
        let line = shown.then(|| {
            let line = ProgressBar::new_spinner();
            if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed:>4} {wide_msg}") {
                line.set_style(style);
            }
            line.enable_steady_tick(TICK);
            line
        });
        Self {
            console,
            line,
            started: Instant::now(),
            limit: Duration::try_from_secs_f64(limit_s).unwrap_or(Duration::MAX),
            tiers: tier_names(console, policy),
            state: Mutex::default(),
            cut_short: AtomicBool::new(false),
        }
    }

    /// Removes the line and says how the run went.
    pub(crate) fn finish(self) -> Course {
        if let Some(line) = &self.line {
            line.finish_and_clear();
        }
        let end = Instant::now();
        let state = self.state.into_inner().unwrap_or_default();
        let begun = state.begun;
        let ends = begun.iter().skip(1).map(|(_, begin)| *begin).chain([end]);
        let stages = begun
            .iter()
            .zip(ends)
            .map(|((stage, begin), end)| (*stage, (end - *begin).as_secs_f64()))
            .collect();
        Course {
            stages,
            milestones: state.milestones,
        }
    }

    /// The same, of an answer that solves again: whether it was cut short, and so need not come out alike again.
    pub(crate) fn finish_answer(self) -> Exit {
        let is_cut_short = self.cut_short.load(Ordering::Relaxed);
        self.finish();
        if is_cut_short {
            Exit::Stopped
        } else {
            Exit::Done
        }
    }

    /// Changes what is known of the priority at hand.
    fn update_tier(&self, change: impl FnOnce(&mut State)) {
        let seconds = self.started.elapsed().as_secs_f64();
        self.update(|state| {
            change(state);
            if let Some(tier) = self.tiers.get(state.tier) {
                state.note(tier.priority, seconds);
            }
        });
    }

    fn update(&self, change: impl FnOnce(&mut State)) {
        let Ok(mut state) = self.state.lock() else {
            return;
        };
        change(&mut state);
        if let Some(line) = &self.line {
            line.set_message(self.sentence(&state));
        }
    }

    fn sentence(&self, state: &State) -> String {
        let stage = state.begun.last().map_or(Stage::Graph, |(stage, _)| *stage);
        if stage != Stage::Solve || state.count == 0 {
            return self
                .console
                .text(&format!("progress-{}", stage.code()), &[]);
        }
        let tier = self.tiers.get(state.tier);
        let figure = |value: Option<f64>| tier.map_or_else(String::new, |tier| tier.figure(value));
        self.console.text(
            "progress-tier",
            &[
                ("tier", &(state.tier + 1).to_string()),
                ("count", &state.count.to_string()),
                ("name", tier.map_or("", |tier| tier.name.as_str())),
                ("bound", &figure(state.bound)),
                ("plan", &figure(state.plan)),
            ],
        )
    }
}

impl TierName {
    fn figure(&self, value: Option<f64>) -> String {
        let Some(value) = value.filter(|value| value.is_finite()) else {
            return "–".to_owned();
        };
        match self.single {
            Some(measure) => {
                let own = match measure.sense() {
                    Sense::Maximise => value,
                    Sense::Minimise => -value,
                };
                match measure.scale() {
                    // No share is more than the whole; the first bounds of a search do not know that.
                    MeasureScale::Share => format!("{:.2}%", own.clamp(0.0, 1.0) * 100.0),
                    MeasureScale::Relative => format!("{own:.2}"),
                }
            }
            None => format!("{value:.3}"),
        }
    }
}

fn tier_names(console: &Console, policy: &Policy) -> Vec<TierName> {
    let tiers = policy.objectives.chunk_by(|a, b| a.priority == b.priority);
    tiers
        .map(|objectives| {
            TierName {
                priority: objectives.first().map_or(0, |first| first.priority),
                // Several names would leave no room on the line for the figures.
                name: match objectives {
                    [only] => measure_name(console, only.measure),
                    _ => console.text("con-head-weighted", &[]),
                },
                single: match objectives {
                    [only] if only.weight == 1.0 => Some(only.measure),
                    _ => None,
                },
            }
        })
        .collect()
}

/// The name of a measure for people.
pub(crate) fn measure_name(console: &Console, measure: Measure) -> String {
    let key = format!("rep-measure-{}", measure.code().replace('_', "-"));
    console.text(&key, &[])
}

impl Watch for Progress<'_> {
    fn stop(&self) -> Option<Termination> {
        let stop = if interrupt::asked() {
            Some(Termination::Interrupted)
        } else {
            (self.started.elapsed() >= self.limit).then_some(Termination::TimeLimit)
        };
        if stop.is_some() {
            self.cut_short.store(true, Ordering::Relaxed);
        }
        stop
    }

    fn seconds_left(&self) -> Option<f64> {
        if interrupt::asked() {
            return Some(0.0);
        }
        let left = self.limit.saturating_sub(self.started.elapsed());
        Some(left.as_secs_f64())
    }

    fn tier(&self, index: usize, count: usize) {
        self.update(|state| {
            state.tier = index;
            state.count = count;
            state.bound = None;
            state.plan = None;
        });
    }

    fn bound(&self, _round: usize, bound: f64, _mix: Option<f64>) {
        self.update_tier(|state| state.bound = Some(bound));
    }

    fn plan(&self, value: f64) {
        self.update_tier(|state| state.plan = Some(value));
    }
}

impl EngineWatch for Progress<'_> {
    fn stage(&self, stage: Stage) {
        self.update(|state| state.begun.push((stage, Instant::now())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_of_shares_are_at_most_the_whole() {
        let floor = TierName {
            priority: 1,
            name: String::new(),
            single: Some(Measure::CoverageFloor),
        };
        assert_eq!(floor.figure(Some(430.0)), "100.00%");
        assert_eq!(floor.figure(Some(0.4534)), "45.34%");
        assert_eq!(floor.figure(Some(f64::INFINITY)), "–");
        assert_eq!(floor.figure(None), "–");
    }
}
