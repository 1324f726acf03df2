//! Ranks by fit that several candidates share.

use super::{CandidateRow, CriterionKind, Dossier};
use std::collections::BTreeMap;

/// How many candidates have the same rank by fit; of a run over a shortlist nobody can tell from its dossier.
#[derive(Debug)]
pub struct FitTies<'a> {
    tracks: BTreeMap<&'a str, &'a str>,
    /// By track, recipient and rank.
    at_recipient: BTreeMap<(&'a str, &'a str, u32), u32>,
    /// By helper and rank.
    at_helper: BTreeMap<(&'a str, u32), u32>,
}

impl<'a> FitTies<'a> {
    /// The ties of a run; `None` where its dossier has the rows of some candidates only.
    pub fn of(dossier: &'a Dossier) -> Option<Self> {
        if dossier.run.shortlist.is_some() {
            return None;
        }
        let helpers = dossier.helpers.iter();
        let mut ties = Self {
            tracks: helpers.map(|one| (&*one.code, &*one.track)).collect(),
            at_recipient: BTreeMap::new(),
            at_helper: BTreeMap::new(),
        };
        for row in &dossier.candidates {
            ties.count(
                &row.helper,
                &row.recipient,
                Some(row.fit_rank.0),
                Some(row.fit_rank.1),
            );
        }
        for pair in &dossier.pairs {
            let mut criteria = pair.criteria.iter();
            if let Some(fit) = criteria.find(|one| one.criterion == CriterionKind::Fit) {
                let rank = |of: Option<super::Ranking>| of.map(|ranking| ranking.rank);
                ties.count(
                    &pair.helper,
                    &pair.recipient,
                    rank(fit.at_recipient),
                    rank(fit.at_helper),
                );
            }
        }
        Some(ties)
    }

    fn count(
        &mut self,
        helper: &'a str,
        recipient: &'a str,
        at_recipient: Option<u32>,
        at_helper: Option<u32>,
    ) {
        let track = self.tracks.get(helper).copied().unwrap_or_default();
        if let Some(rank) = at_recipient {
            *self
                .at_recipient
                .entry((track, recipient, rank))
                .or_default() += 1;
        }
        if let Some(rank) = at_helper {
            *self.at_helper.entry((helper, rank)).or_default() += 1;
        }
    }

    /// How many have the ranks of this candidate, itself among them: at the recipient, at the helper.
    pub fn tied(&self, row: &CandidateRow) -> (u32, u32) {
        let (helper, recipient) = (row.helper.as_str(), row.recipient.as_str());
        let track = self.tracks.get(helper).copied().unwrap_or_default();
        let at_recipient = self.at_recipient.get(&(track, recipient, row.fit_rank.0));
        let at_helper = self.at_helper.get(&(helper, row.fit_rank.1));
        let or_alone = |found: Option<&u32>| found.copied().unwrap_or(1);
        (or_alone(at_recipient), or_alone(at_helper))
    }
}
