//! Progress of a what-if: how many scenarios are finished, and about how long the rest will take.

use crate::console::Console;
use crate::interrupt;
use indicatif::{ProgressBar, ProgressStyle};
use jiedui_domain::Termination;
use jiedui_engine::{EngineWatch, Stage, Watch};
use std::io::IsTerminal;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How often the line on the terminal moves.
const TICK: Duration = Duration::from_millis(200);

/// The line on the terminal.
pub(crate) struct ScenarioProgress<'a> {
    console: &'a Console,
    line: Option<ProgressBar>,
    started: Instant,
    /// Finished before this start.
    before: usize,
    done: AtomicUsize,
    count: usize,
}

impl<'a> ScenarioProgress<'a> {
    /// Starts the clock; `before` of `count` scenarios are finished already.
    pub(crate) fn start(console: &'a Console, before: usize, count: usize) -> Self {
        let shown = std::io::stderr().is_terminal() && !console.quiet;
        let line = shown.then(|| {
            let line = ProgressBar::new(count as u64);
            if let Ok(style) =
                ProgressStyle::with_template("{spinner} {elapsed:>4} {bar:20} {wide_msg}")
            {
                line.set_style(style);
            }
            line.enable_steady_tick(TICK);
            line
        });
        let progress = Self {
            console,
            line,
            started: Instant::now(),
            before,
            done: AtomicUsize::new(0),
            count,
        };
        progress.show(0);
        progress
    }

    /// One more is finished.
    pub(crate) fn one_more(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.show(done);
    }

    /// How many are finished by now, those from earlier included.
    pub(crate) fn finished(&self) -> usize {
        self.before + self.done.load(Ordering::Relaxed)
    }

    /// Removes the line.
    pub(crate) fn end(&self) {
        if let Some(line) = &self.line {
            line.finish_and_clear();
        }
    }

    fn show(&self, done: usize) {
        let Some(line) = &self.line else { return };
        let all = self.before + done;
        let (all_text, count) = (all.to_string(), self.count.to_string());
        let mut values = vec![("done", all_text.as_str()), ("count", count.as_str())];
        let left = self.count.saturating_sub(all);
        let time;
        let key = if done == 0 {
            "whatif-progress-start"
        } else {
            time = self.duration(self.started.elapsed().as_secs_f64() / done as f64 * left as f64);
            values.push(("left", &time));
            "whatif-progress"
        };
        line.set_position(all as u64);
        line.set_message(self.console.text(key, &values));
    }

    fn duration(&self, seconds: f64) -> String {
        let seconds = seconds.round().max(1.0) as u64;
        let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        let (h_text, m_text, s_text) = (h.to_string(), m.to_string(), s.to_string());
        let values = [("h", h_text.as_str()), ("m", &m_text), ("s", &s_text)];
        let key = match (h, m) {
            (0, 0) => "whatif-seconds",
            (0, _) => "whatif-minutes",
            _ => "whatif-hours",
        };
        self.console.text(key, &values)
    }
}

/// Watches the run of one scenario: its clock, its time limit, and whether somebody asked to stop.
pub(crate) struct ScenarioWatch {
    started: Instant,
    limit: Duration,
    begun: Mutex<Vec<(Stage, Instant)>>,
}

impl ScenarioWatch {
    pub(crate) fn start(limit_s: f64) -> Self {
        Self {
            started: Instant::now(),
            limit: Duration::try_from_secs_f64(limit_s).unwrap_or(Duration::MAX),
            begun: Mutex::default(),
        }
    }

    /// How long each stage took, in seconds.
    pub(crate) fn times(self) -> Vec<(Stage, f64)> {
        let end = Instant::now();
        let begun = self.begun.into_inner().unwrap_or_default();
        let ends = begun.iter().skip(1).map(|(_, begin)| *begin).chain([end]);
        begun
            .iter()
            .zip(ends)
            .map(|((stage, begin), end)| (*stage, (end - *begin).as_secs_f64()))
            .collect()
    }
}

impl Watch for ScenarioWatch {
    fn stop(&self) -> Option<Termination> {
        if interrupt::asked() {
            return Some(Termination::Interrupted);
        }
        (self.started.elapsed() >= self.limit).then_some(Termination::TimeLimit)
    }

    fn seconds_left(&self) -> Option<f64> {
        if interrupt::asked() {
            return Some(0.0);
        }
        let left = self.limit.saturating_sub(self.started.elapsed());
        Some(left.as_secs_f64())
    }
}

impl EngineWatch for ScenarioWatch {
    fn stage(&self, stage: Stage) {
        if let Ok(mut begun) = self.begun.lock() {
            begun.push((stage, Instant::now()));
        }
    }
}
