//! The leading track: the one whose helpers share their means between several recipients is chosen first.
//!
//! Where a floor must be kept and the means just suffice for it, single moves over all tracks lead
//! nowhere: another helper for one recipient breaks the floor of three. But such a track can be judged
//! alone if all other tracks count as a pool: what each recipient lacks once its helper has given, the
//! pool must bring, and what the pool can bring to any number of recipients is known. Sets of pairs are
//! then compared in microseconds (`search`); the other tracks are filled in afterwards.

mod alternate;
mod curve;
mod exchange;
mod filled;
mod mend;
mod model;
mod pool;
mod search;
mod seats;
mod split;
mod touch;

pub use alternate::take_turns;
pub use exchange::exchange;
pub use mend::mend;
pub use model::Leading;
