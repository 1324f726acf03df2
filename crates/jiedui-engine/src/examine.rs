//! Whether enough candidates exist, without solving.

use crate::EngineError;
use jiedui_domain::{Case, HelperId, Quota, RecipientId, TrackId};
use jiedui_graph::{CandidateGraph, QuotaShortage, forced_but_excluded, quota_shortages};

/// What the candidate graph alone says about a case.
#[derive(Clone, Debug)]
pub struct Examination {
    /// Every possible pair, judged.
    pub graph: CandidateGraph,
    /// Pairs that a lock or the minimum tenure demands although some rule excludes them.
    pub forced: Vec<(HelperId, RecipientId)>,
    /// Quotas that no set of pairs can meet.
    pub shortages: Vec<QuotaShortage>,
}

impl Examination {
    /// Whether solving is worth the try.
    pub fn holds(&self) -> bool {
        self.forced.is_empty() && self.shortages.is_empty()
    }

    /// Recipients that must have a helper of a track and have exactly one candidate for it,
    /// by recipient, then track.
    pub fn without_choice(&self, case: &Case) -> Vec<(RecipientId, TrackId, HelperId)> {
        let mut found = Vec::new();
        for recipient in case.recipients.ids() {
            for (track, rules) in case.policy.tracks.iter() {
                let Quota { min, .. } = case.recipient_quota(recipient, track);
                if rules.divisible || min == 0 {
                    continue;
                }
                let arcs = self.graph.arcs_of_recipient(recipient).iter();
                let mut helpers = arcs
                    .map(|arc| &self.graph.arcs()[*arc])
                    .filter(|candidate| candidate.track == track)
                    .map(|candidate| candidate.helper);
                if let (Some(only), None) = (helpers.next(), helpers.next()) {
                    found.push((recipient, track, only));
                }
            }
        }
        found
    }
}

/// Judges every possible pair and checks the quotas by maximum flow.
///
/// *Errors:* [`EngineError::Graph`].
/// *Source:* model §1, §7 (conflict).
pub fn examine(case: &Case) -> Result<Examination, EngineError> {
    let graph = CandidateGraph::build(case)?;
    let forced = forced_but_excluded(case, &graph);
    let shortages = quota_shortages(case, &graph);
    Ok(Examination {
        graph,
        forced,
        shortages,
    })
}
