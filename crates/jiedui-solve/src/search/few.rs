//! Short lists.

use smallvec::SmallVec;

/// A short list, held without asking for memory: a search makes hundreds of thousands a second.
pub type Few<T> = SmallVec<[T; 4]>;
