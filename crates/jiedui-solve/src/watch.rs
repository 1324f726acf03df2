//! Watching a solve from outside: progress, and asking it to stop.

use jiedui_domain::Termination;

/// What a solve reports and asks.
pub trait Watch: Sync {
    /// Whether to stop now, and why; asked between steps.
    fn stop(&self) -> Option<Termination> {
        None
    }
    /// Seconds until [`Self::stop`] will ask to stop, where that is known.
    fn seconds_left(&self) -> Option<f64> {
        None
    }
    /// A tier begins.
    fn tier(&self, _index: usize, _count: usize) {}
    /// A round of pricing: the proven bound and the value of the best mix.
    fn bound(&self, _round: usize, _bound: f64, _mix: Option<f64>) {}
    /// A better plan for the tier.
    fn plan(&self, _value: f64) {}
}

/// Nobody watches.
pub struct Unwatched;

impl Watch for Unwatched {}
