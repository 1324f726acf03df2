//! What differs between two runs, from their dossiers alone: across years, cases and overlays.
//!
//! The direction is always before → after. Parties are matched by their codes. What did not change is
//! left out, so the comparison of a run with itself is empty. What a measure's change is made of is
//! arithmetic over pairs and recipients; which input *caused* it is not claimed: that would take solving
//! with one input changed at a time.

mod inputs;
mod measures;
mod moved;
mod shape;

pub use shape::{
    AmountChange, AttainedAt, ChainTold, Comparison, CoverageChange, FileChange, GivenValue,
    InputChange, InputKind, MeasureChange, MoveTold, Part, PartOf, RunName, SectorChange,
    TierChange, TierFigures, TrackMoves, Worth,
};

use crate::dossier::Dossier;

/// The version of the comparison's shape that this program writes.
pub const FORMAT_VERSION: u32 = 1;

/// Compares two runs, before → after.
///
/// *Complexity:* O(n log n) in the entries of both dossiers.
/// *Determinism:* depends on the two dossiers only.
pub fn compare(before: &Dossier, after: &Dossier) -> Comparison {
    Comparison {
        format_version: FORMAT_VERSION,
        before: RunName::of(before),
        after: RunName::of(after),
        inputs_known: before.given.is_some() && after.given.is_some(),
        inputs: inputs::changes(before, after),
        files: inputs::files(before, after),
        tracks: moved::tracks(before, after),
        amounts: moved::amounts(before, after),
        tiers: measures::tiers(before, after),
        measures: measures::measures(before, after),
        coverage: measures::coverage(before, after),
    }
}
