//! The graph itself.

use crate::{ArcId, Candidate, ExcludedPair, Exclusion};
use jiedui_domain::{HelperId, Id, IdVec, RecipientId};

/// All candidates and all exclusions of a case.
#[derive(Clone, PartialEq, Debug)]
pub struct CandidateGraph {
    arcs: IdVec<ArcId, Candidate>,
    excluded: Vec<ExcludedPair>,
    by_helper: IdVec<HelperId, Vec<ArcId>>,
    by_recipient: IdVec<RecipientId, Vec<ArcId>>,
}

impl CandidateGraph {
    /// The graph of these pairs, both lists sorted by helper, then recipient.
    pub(crate) fn from_pairs(
        candidates: Vec<Candidate>,
        excluded: Vec<ExcludedPair>,
        helpers: usize,
        recipients: usize,
    ) -> Self {
        let mut by_helper = IdVec::filled(Vec::new(), helpers);
        let mut by_recipient = IdVec::filled(Vec::new(), recipients);
        for (index, candidate) in candidates.iter().enumerate() {
            let arc = ArcId::from_index(index);
            by_helper[candidate.helper].push(arc);
            by_recipient[candidate.recipient].push(arc);
        }
        Self {
            arcs: candidates.into(),
            excluded,
            by_helper,
            by_recipient,
        }
    }

    /// The graph of those candidates alone that are to be kept; exclusions stay.
    pub fn only(&self, keep: impl Fn(&Candidate) -> bool) -> Self {
        let candidates = self.arcs.values().filter(|candidate| keep(candidate));
        Self::from_pairs(
            candidates.cloned().collect(),
            self.excluded.clone(),
            self.by_helper.len(),
            self.by_recipient.len(),
        )
    }

    /// The candidates, by helper, then recipient.
    pub fn arcs(&self) -> &IdVec<ArcId, Candidate> {
        &self.arcs
    }

    /// The number of helpers of the case, with or without candidates.
    pub fn helper_count(&self) -> usize {
        self.by_helper.len()
    }

    /// The number of recipients of the case, with or without candidates.
    pub fn recipient_count(&self) -> usize {
        self.by_recipient.len()
    }

    /// The candidates of one helper, by recipient.
    pub fn arcs_of_helper(&self, helper: HelperId) -> &[ArcId] {
        &self.by_helper[helper]
    }

    /// The candidates of one recipient, by helper.
    pub fn arcs_of_recipient(&self, recipient: RecipientId) -> &[ArcId] {
        &self.by_recipient[recipient]
    }

    /// The candidate of these two, if there is one.
    pub fn arc(&self, helper: HelperId, recipient: RecipientId) -> Option<ArcId> {
        let arcs = &self.by_helper[helper];
        let found = arcs.binary_search_by_key(&recipient, |arc| self.arcs[*arc].recipient);
        found.ok().map(|index| arcs[index])
    }

    /// The excluded pairs, by helper, then recipient.
    pub fn excluded(&self) -> &[ExcludedPair] {
        &self.excluded
    }

    /// Why these two are no candidate; `None` where they are one.
    pub fn exclusions(&self, helper: HelperId, recipient: RecipientId) -> Option<&[Exclusion]> {
        let key = (helper, recipient);
        let found = self
            .excluded
            .binary_search_by_key(&key, |pair| (pair.helper, pair.recipient));
        found
            .ok()
            .map(|index| self.excluded[index].reasons.as_slice())
    }
}
