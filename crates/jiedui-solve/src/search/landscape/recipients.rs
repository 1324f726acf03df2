//! The recipients that pairs are sought for, in the order of their codes, with the sectors that each may be
//! helped in.

use crate::decomposition::blocks::Blocks;
use crate::search::flow::MOST_SECTORS;
use jiedui_domain::{RecipientId, SectorId};
use jiedui_model::Program;

pub(super) struct Recipients {
    ids: Vec<RecipientId>,
    /// Per recipient, ascending.
    sectors: Vec<Vec<SectorId>>,
}

impl Recipients {
    /// The recipients of all tracks; `None` if one of them needs more sectors than the search holds.
    pub(super) fn of(program: &Program, blocks: &Blocks) -> Option<Self> {
        let tracks = blocks.tracks.iter();
        let mut ids: Vec<RecipientId> = tracks
            .flat_map(|track| track.recipients.iter().copied())
            .collect();
        ids.sort();
        ids.dedup();
        let mut sectors = vec![Vec::new(); ids.len()];
        for columns in program.arcs().values() {
            if let Ok(at) = ids.binary_search(&columns.recipient) {
                sectors[at].extend(columns.help.iter().map(|(sector, _)| *sector));
            }
        }
        for known in &mut sectors {
            known.sort();
            known.dedup();
        }
        let fits = sectors.iter().all(|known| known.len() <= MOST_SECTORS);
        fits.then_some(Self { ids, sectors })
    }

    pub(super) fn count(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn index_of(&self, recipient: RecipientId) -> Option<usize> {
        self.ids.binary_search(&recipient).ok()
    }

    pub(super) fn indices_of(&self, recipients: &[RecipientId]) -> Vec<usize> {
        recipients
            .iter()
            .filter_map(|recipient| self.index_of(*recipient))
            .collect()
    }

    /// The place of a sector among those of a recipient.
    pub(super) fn sector_at(&self, recipient: usize, sector: SectorId) -> Option<usize> {
        self.sectors[recipient].binary_search(&sector).ok()
    }

    pub(super) fn most_sectors(&self) -> usize {
        self.sectors.iter().map(Vec::len).max().unwrap_or(0)
    }
}
