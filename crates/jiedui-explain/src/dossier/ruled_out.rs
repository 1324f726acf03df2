//! Candidates that no plan can have: no rule excludes the pair by itself, but the rules together do.

use super::{Alternative, CandidateRow, Dossier, PairEntry, RegretState};
use std::collections::BTreeMap;

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

/// The pairs that every plan must have, by both sides: looked at once for many candidates.
pub struct Demanded<'a> {
    dossier: &'a Dossier,
    of_helper: BTreeMap<&'a str, Vec<&'a PairEntry>>,
    at_recipient: BTreeMap<&'a str, Vec<&'a PairEntry>>,
}

impl<'a> Demanded<'a> {
    /// The side of a pair that is full of pairs that every plan must have; `None` where neither is, and for
    /// pairs of the plan and those that a rule excludes.
    pub fn full_side(&self, helper: &str, recipient: &str) -> Option<FullSide<'a>> {
        let full = self
            .full_helper(helper)
            .or_else(|| self.full_recipient(helper, recipient))?;
        self.dossier.candidate(helper, recipient).map(|_| full)
    }

    fn full_helper(&self, helper: &str) -> Option<FullSide<'a>> {
        let held = self.of_helper.get(helper)?;
        let max = self.dossier.helper(helper)?.max_pairs?;
        is_full(held.len(), max).then(|| FullSide {
            is_helper: true,
            max,
            held: held.clone(),
        })
    }

    fn full_recipient(&self, helper: &str, recipient: &str) -> Option<FullSide<'a>> {
        let held = self.at_recipient.get(recipient)?;
        let track = &self.dossier.helper(helper)?.track;
        let tracks = &self.dossier.recipient(recipient)?.tracks;
        let max = tracks.iter().find(|quota| quota.track == *track)?.max?;
        let held: Vec<_> = held
            .iter()
            .copied()
            .filter(|pair| pair.track == *track)
            .collect();
        is_full(held.len(), max).then_some(FullSide {
            is_helper: false,
            max,
            held,
        })
    }

    /// Whether no plan can have this pair that the plan does not form: the rules alone say so, or the run
    /// proved it. `false` where that is not known.
    pub fn rules_out(&self, helper: &str, recipient: &str) -> bool {
        let regrets = self.dossier.regrets.as_ref();
        match regrets.and_then(|known| known.pair(helper, recipient)) {
            Some(row) if row.formed => false,
            Some(row) if row.state == RegretState::Impossible => true,
            // A plan with the pair was worked out.
            Some(row) if row.achieved.is_some() => false,
            _ => self.full_side(helper, recipient).is_some(),
        }
    }
}

fn is_full(held: usize, max: u32) -> bool {
    u32::try_from(held).unwrap_or(u32::MAX) >= max
}

impl Dossier {
    /// The pairs that decisions or a minimum tenure demand.
    pub fn demanded(&self) -> Demanded<'_> {
        let mut demanded = Demanded {
            dossier: self,
            of_helper: BTreeMap::new(),
            at_recipient: BTreeMap::new(),
        };
        let pairs = self.pairs.iter();
        for pair in pairs.filter(|pair| pair.locked.is_some() || pair.within_tenure) {
            let of_helper = demanded.of_helper.entry(&pair.helper).or_default();
            of_helper.push(pair);
            let at_recipient = demanded.at_recipient.entry(&pair.recipient).or_default();
            at_recipient.push(pair);
        }
        demanded
    }

    /// Whether no plan can have this one pair ([`Demanded::rules_out`] for many).
    pub fn is_ruled_out(&self, helper: &str, recipient: &str) -> bool {
        self.demanded().rules_out(helper, recipient)
    }

    /// The full side of this one pair ([`Demanded::full_side`] for many).
    pub fn full_side(&self, helper: &str, recipient: &str) -> Option<FullSide<'_>> {
        self.demanded().full_side(helper, recipient)
    }

    /// The candidates that no plan can have, as far as that is known.
    pub fn ruled_out(&self) -> impl Iterator<Item = &CandidateRow> {
        let demanded = self.demanded();
        let rows = self.candidates.iter();
        rows.filter(move |row| demanded.rules_out(&row.helper, &row.recipient))
    }

    /// The other helpers listed for a pair of the plan, without those that no plan can have there.
    pub fn open_alternatives<'a>(
        &'a self,
        pair: &'a PairEntry,
    ) -> impl Iterator<Item = &'a Alternative> {
        let demanded = self.demanded();
        let others = pair.alternatives.iter();
        others.filter(move |other| !demanded.rules_out(&other.helper, &pair.recipient))
    }
}
