//! Why no graph can be built.

use thiserror::Error;

/// Why no graph can be built. Input validation finds these first and says more.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum GraphError {
    /// A quantity beyond [`jiedui_domain::Quantity::LIMIT`], so that exact sums could overflow.
    #[error("{kind} of `{code}` is beyond the limit of a quantity")]
    BeyondLimit {
        /// What is too large, e.g. `need`.
        kind: &'static str,
        /// The code of the row's recipient, helper, sector or track.
        code: String,
    },
    /// A distance that is no finite number of kilometres within the limit.
    #[error("the distance from `{from}` to `{to}` is beyond the limit of a quantity")]
    DistanceBeyondLimit {
        /// Code of the helper's place.
        from: String,
        /// Code of the recipient's place.
        to: String,
    },
}
