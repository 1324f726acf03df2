//! Many runs of one case, each with its own changes.
//!
//! Scenarios run side by side, each on one thread, so that how many run at once decides nothing but the
//! time. What one of them does to itself stays with it: a panic ends that scenario, not the others.

use crate::{Digest, Knowledge, RunOptions};
use jiedui_domain::{Case, SolverOptions};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What scenarios share with the run that they start from.
#[derive(Clone, Debug)]
pub struct BaseRun {
    /// Version of the program, for the dossiers.
    pub program_version: String,
    /// The way to solve that the base's policy states …
    pub stated: SolverOptions,
    /// … and the one that the base run used; the command line may have changed it.
    pub used: SolverOptions,
    /// What it found out, for scenarios to start from; `None` starts each from nothing.
    pub knowledge: Option<Knowledge>,
}

impl BaseRun {
    /// How a scenario is solved: as the base was, save what the scenario itself changes.
    pub fn solver(&self, case: &Case) -> SolverOptions {
        let own = &case.policy.solver;
        let mut solver = self.used.clone();
        let stated = &self.stated;
        if own.method != stated.method {
            solver.method = own.method;
        }
        if own.backend != stated.backend {
            solver.backend.clone_from(&own.backend);
        }
        if own.effort != stated.effort {
            solver.effort = own.effort;
        }
        if own.time_limit_s != stated.time_limit_s {
            solver.time_limit_s = own.time_limit_s;
        }
        if own.gap != stated.gap {
            solver.gap = own.gap;
        }
        if own.seed != stated.seed {
            solver.seed = own.seed;
        }
        solver.threads = own.threads;
        solver.shortlist = own.shortlist;
        solver
    }
}

/// The options of one scenario's run: the only place where they are made.
///
/// `case` is the scenario's; its policy's way to solve must be [`BaseRun::solver`] already.
pub fn scenario_options(base: &BaseRun, case: &Case, digests: Vec<Digest>) -> RunOptions {
    RunOptions {
        solver: SolverOptions {
            threads: 1,
            ..case.policy.solver.clone()
        },
        program_version: base.program_version.clone(),
        digests,
    }
}

/// Runs `one` for each number below `count`, at most `jobs` at once, in the order of the numbers;
/// `done` hears of each as it ends, in any order. `stop` is asked before each.
///
/// *Errors:* `done` gets what a panic said in place of the result.
/// *Determinism:* the results do not depend on `jobs` as long as `one` is a function of its number.
pub fn run_scenarios<T: Send>(
    count: usize,
    jobs: usize,
    stop: &(dyn Fn() -> bool + Sync),
    one: &(dyn Fn(usize) -> T + Sync),
    done: &(dyn Fn(usize, Result<T, String>) + Sync),
) {
    let next = AtomicUsize::new(0);
    let work = || {
        while !stop() {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= count {
                return;
            }
            let result = catch_unwind(AssertUnwindSafe(|| one(number)));
            done(number, result.map_err(|panic| panic_text(&*panic)));
        }
    };
    // Plain threads: a worker of a pool that waits for a run would begin the next one meanwhile.
    std::thread::scope(|scope| {
        for _ in 1..jobs.min(count) {
            scope.spawn(work);
        }
        work();
    });
}

/// What a panic said, if it said anything.
pub fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("panic").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    fn results(jobs: usize, stop_after: usize) -> Vec<(usize, Result<usize, String>)> {
        let found = Mutex::new(Vec::new());
        let stop = || {
            found
                .lock()
                .is_ok_and(|found: std::sync::MutexGuard<'_, Vec<_>>| found.len() >= stop_after)
        };
        let one = |number: usize| {
            assert!(number != 3, "three fails");
            number * number
        };
        let done = |number, result| {
            if let Ok(mut found) = found.lock() {
                found.push((number, result));
            }
        };
        run_scenarios(8, jobs, &stop, &one, &done);
        let mut found = found.into_inner().unwrap_or_default();
        found.sort_by_key(|(number, _)| *number);
        found
    }

    #[test]
    fn one_that_fails_does_not_lose_the_others_whatever_the_jobs() {
        let found = results(1, usize::MAX);
        assert_eq!(found.len(), 8);
        assert_eq!(found[3].1, Err("three fails".to_owned()));
        assert_eq!(found[7].1, Ok(49));
        assert_eq!(found, results(4, usize::MAX));
        assert_eq!(found, results(100, usize::MAX));
    }

    #[test]
    fn stopping_begins_nothing_new() {
        assert_eq!(results(1, 2).len(), 2);
    }
}
