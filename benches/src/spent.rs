//! What a program has spent so far: processor time where the system tells it, else the time on the clock.

use std::time::{Duration, Instant};

/// Where Linux tells what a process used.
const OWN: &str = "/proc/self/stat";
/// The fields after the name of the program in which user and system time stand.
const TIMES: [usize; 2] = [11, 12];
/// The unit of those fields, as Linux gives it to programs.
const TICK: Duration = Duration::from_millis(10);

/// A moment.
#[derive(Clone, Copy, Debug)]
pub struct Spent {
    processor: Option<Duration>,
    clock: Instant,
}

impl Spent {
    /// This moment.
    pub fn now() -> Self {
        Self {
            processor: processor(),
            clock: Instant::now(),
        }
    }

    /// What was spent since then.
    pub fn since(self) -> Duration {
        Self::now().after(self)
    }

    /// What was spent between an earlier moment and this one.
    pub fn after(self, before: Self) -> Duration {
        match (self.processor, before.processor) {
            (Some(now), Some(then)) => now.saturating_sub(then),
            _ => self.clock.duration_since(before.clock),
        }
    }
}

fn processor() -> Option<Duration> {
    let text = std::fs::read_to_string(OWN).ok()?;
    // The name stands in brackets and may hold anything.
    let (_, fields) = text.rsplit_once(')')?;
    let fields: Vec<&str> = fields.split_whitespace().collect();
    let ticks = TIMES
        .iter()
        .map(|place| fields.get(*place)?.parse::<u32>().ok());
    Some(TICK * ticks.sum::<Option<u32>>()?)
}
