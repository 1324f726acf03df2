//! The worker threads of one call: a pool of its own, so that the number is the one asked for and no other
//! call waits for them.

use crate::EngineError;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// A pool of so many threads; 0 = as many as the machine has.
///
/// *Errors:* [`EngineError::Threads`].
pub(crate) fn pool(threads: usize) -> Result<ThreadPool, EngineError> {
    ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|error| EngineError::Threads(error.to_string()))
}
