//! Independent check of a plan against the raw case in exact arithmetic (model §6.3).
//!
//! Shares no code with formulation or solver: it depends on the nouns only, and derives budgets,
//! quotas, distances and fits a second time from the rows as they were read. A plan that another
//! part of the program got wrong is refused here, and a measure that it states wrongly is found.
//! Money, persons, shares and kilometres are integers and rationals of any size; only the great
//! circle and the tier's weights come from floating point.
//!
//! # What the statement of the model leaves open
//!
//! *Coverage, its floor and equity* range over recipients whose need is worth something
//! (Σ v·n > 0); where there is none, they are undefined. With a track filter they count the help of
//! these tracks over the whole need.
//!
//! *Fit floor* ranges over all recipients: one without a pair has 0.
//!
//! *Sums* over nothing are 0. *Minima, maxima and means* over nothing are undefined.
//!
//! *Divisible tracks* form no pairs. Fit, fit floor, distance, continuity and pairs ignore them, and
//! so do quotas, minimum support, effort floor, load and the rule on continuity. Need balance,
//! supply, budget, decisions and the limits on single arcs (forbidden, distance, hardship, same
//! place) apply to them, and each of their entries has help.
//!
//! *Hardship* counts persons (sectors in 人) sent in all tracks. An absent class is 0, and so is
//! that of a helper without a place; the hardship limit does not apply to such a helper.
//!
//! *Distance.* A distance in `pairs.csv` wins; by roads it is the shortest path in km, else great
//! circle (haversine, R = 6371.0088 km) × detour factor, rounded to 0.001 km. Computed distances
//! meet a limit with one step, 0.001 km, to spare, given ones exactly. An unknown distance counts 0
//! in measures and breaks a limit where there is one.
//!
//! *Fit.* A fit in `pairs.csv` wins; see [`measure`]'s `fit` for the computed ones.
//!
//! *Minimum support* is capped by the recipient's whole need: nobody must give more than is wanted.
//!
//! *History.* A pair of last year that is no longer possible counts as ended, and a young one is
//! missed all the same.

mod audit;
pub mod certificate;
mod claims;
mod codes;
mod distance;
mod exact;
mod facts;
mod findings;
mod fit;
mod measures;
mod rules;
mod structure;
mod verified;
mod violation;

#[cfg(test)]
mod mutation;
#[cfg(test)]
mod sample;

pub use claims::{check_claims, tier_value};
pub use codes::CODES;
pub use measures::{measure, measures};
pub use verified::{Verified, check, verify};
pub use violation::{Allowed, Rule, RuleCount, Verdict, Violation};
