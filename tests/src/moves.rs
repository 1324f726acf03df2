//! The pairs of a plan after moves that are told of it.

use jiedui_engine::Dossier;
use jiedui_explain::comparison::TrackMoves;
use std::collections::BTreeSet;

/// Pairs by the codes of helper and recipient.
pub type Pairs = BTreeSet<(String, String)>;

/// The pairs that a run formed.
pub fn pairs(dossier: &Dossier) -> Pairs {
    let pairs = dossier.pairs.iter().filter(|pair| !pair.divisible);
    pairs
        .map(|pair| (pair.helper.clone(), pair.recipient.clone()))
        .collect()
}

/// The run's pairs after all moves.
///
/// *Panics:* if a move is not possible where it is made.
pub fn moved(dossier: &Dossier, moves: &[TrackMoves]) -> Pairs {
    let mut pairs = pairs(dossier);
    let chains = moves.iter().flat_map(|track| &track.chains);
    for one in chains.flat_map(|chain| &chain.moves) {
        if let Some(from) = &one.from {
            assert!(pairs.remove(&(one.helper.clone(), from.clone())), "{one:?}");
        }
        if let Some(to) = &one.to {
            assert!(pairs.insert((one.helper.clone(), to.clone())), "{one:?}");
        }
    }
    pairs
}
