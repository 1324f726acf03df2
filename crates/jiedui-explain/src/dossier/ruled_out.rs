//! Candidates that no plan can have: no rule excludes the pair by itself, but the rules together do.

use super::{Alternative, CandidateRow, Dossier, PairEntry, RegretState};

/// A side of a pair that may have no more pairs than those that it must have.
#[derive(Clone, PartialEq, Debug)]
pub struct FullSide<'a> {
    /// Whether it is the helper; otherwise the recipient in the track of the helper.
    pub is_helper: bool,
    /// The most pairs that it may have.
    pub max: u32,
    /// The pairs that decisions or a minimum tenure demand.
    pub held: Vec<&'a PairEntry>,
}

impl Dossier {
    /// Whether no plan can have this pair that the plan does not form: the rules alone say so, or the run
    /// proved it. `false` where that is not known.
    pub fn is_ruled_out(&self, helper: &str, recipient: &str) -> bool {
        let regrets = self.regrets.as_ref();
        match regrets.and_then(|known| known.pair(helper, recipient)) {
            Some(row) if row.formed => false,
            Some(row) if row.state == RegretState::Impossible => true,
            // A plan with the pair was worked out.
            Some(row) if row.achieved.is_some() => false,
            _ => self.full_side(helper, recipient).is_some(),
        }
    }

    /// The candidates that no plan can have, as far as that is known.
    pub fn ruled_out(&self) -> impl Iterator<Item = &CandidateRow> {
        let rows = self.candidates.iter();
        rows.filter(|row| self.is_ruled_out(&row.helper, &row.recipient))
    }

    /// The other helpers listed for a pair of the plan, without those that no plan can have there.
    pub fn open_alternatives<'a>(
        &'a self,
        pair: &'a PairEntry,
    ) -> impl Iterator<Item = &'a Alternative> {
        let others = pair.alternatives.iter();
        others.filter(|other| !self.is_ruled_out(&other.helper, &pair.recipient))
    }

    /// The side of a pair that is full of pairs that every plan must have; `None` where neither is, and for
    /// pairs of the plan and those that a rule excludes.
    pub fn full_side(&self, helper: &str, recipient: &str) -> Option<FullSide<'_>> {
        self.candidate(helper, recipient)?;
        let asked = self.helper(helper)?;
        let is_held = |pair: &&PairEntry| pair.locked.is_some() || pair.within_tenure;
        let full = |is_helper, max: Option<u32>, held: Vec<_>| {
            let max = max?;
            (u32::try_from(held.len()).unwrap_or(u32::MAX) >= max).then_some(FullSide {
                is_helper,
                max,
                held,
            })
        };
        // Pairs are sorted by helper: there may be very many.
        let from = self.pairs.partition_point(|pair| *pair.helper < *helper);
        let of_helper = self.pairs.iter().skip(from);
        let of_helper = of_helper.take_while(|pair| pair.helper == helper);
        if let Some(side) = full(true, asked.max_pairs, of_helper.filter(is_held).collect()) {
            return Some(side);
        }
        let tracks = &self.recipient(recipient)?.tracks;
        let quota = tracks.iter().find(|quota| quota.track == asked.track)?;
        let at_recipient = self.pairs.iter().filter(is_held);
        let at_recipient =
            at_recipient.filter(|pair| pair.recipient == recipient && pair.track == asked.track);
        full(false, quota.max, at_recipient.collect())
    }
}
