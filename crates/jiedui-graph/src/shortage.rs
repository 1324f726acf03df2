//! Refusing early: quotas and forced pairs that no assignment can satisfy, with the witness.
//!
//! For each track, the pairs form a bipartite graph with a lower and an upper quota on every node.
//! With every minimum at most its maximum, both sides' minima can be met together if and only if
//! each side's can be met alone against the other side's maxima: Hoffman's circulation condition
//! falls apart into one cut condition per side. So two maximum flows decide a track, and each
//! shortage concerns one side only, which is how a person can read it.
//!
//! *Source:* A. J. Hoffman, Some recent applications of the theory of linear inequalities to
//! extremal combinatorial analysis (1960); N. S. Mendelsohn, A. L. Dulmage, Some generalizations
//! of the problem of distinct representatives, Canad. J. Math. 10 (1958), 230–241.

use crate::build::{is_locked, is_within_tenure};
use crate::hall::{Deficiency, Demands};
use crate::{CandidateGraph, Exclusion};
use jiedui_domain::{Case, HelperId, Id, Quota, RecipientId, TrackId};

/// What kind of shortage it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ShortageKind {
    /// A recipient's least number of helpers is above its greatest.
    RecipientMinimumOverMaximum,
    /// A helper's least number of recipients is above its greatest.
    HelperMinimumOverMaximum,
    /// More pairs of a recipient are forced than it may have.
    ForcedOverRecipientMaximum,
    /// More pairs of a helper are forced than it may have.
    ForcedOverHelperMaximum,
    /// These recipients need more pairs than the only helpers they share can form with them.
    RecipientsShortOfHelpers,
    /// These helpers need more pairs than the only recipients they share can form with them.
    HelpersShortOfRecipients,
}

impl ShortageKind {
    /// A stable name for message keys and `dossier.json`.
    pub fn code(self) -> &'static str {
        match self {
            Self::RecipientMinimumOverMaximum => "recipient_minimum_over_maximum",
            Self::HelperMinimumOverMaximum => "helper_minimum_over_maximum",
            Self::ForcedOverRecipientMaximum => "forced_over_recipient_maximum",
            Self::ForcedOverHelperMaximum => "forced_over_helper_maximum",
            Self::RecipientsShortOfHelpers => "recipients_short_of_helpers",
            Self::HelpersShortOfRecipients => "helpers_short_of_recipients",
        }
    }

    /// Whether the recipients are those who fall short, and the helpers their only counterparts.
    pub fn concerns_recipients(self) -> bool {
        matches!(
            self,
            Self::RecipientMinimumOverMaximum
                | Self::ForcedOverRecipientMaximum
                | Self::RecipientsShortOfHelpers
        )
    }
}

/// Quotas of one track that cannot hold together, and the Hall witness.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QuotaShortage {
    /// The track.
    pub track: TrackId,
    /// What is short.
    pub kind: ShortageKind,
    /// The recipients concerned, or the only counterparts of the helpers concerned. Ascending.
    pub recipients: Vec<RecipientId>,
    /// The helpers concerned, or the only counterparts of the recipients concerned. Ascending.
    pub helpers: Vec<HelperId>,
    /// Pairs demanded: by the minima of those concerned, or by forced pairs.
    pub demanded: u32,
    /// Pairs that are possible: under the maxima, with forced pairs in their places. Less than `demanded`.
    pub available: u32,
}

/// Every shortage of every track that forms pairs; empty iff pairs exist that satisfy all quotas and
/// contain every forced candidate. (Loads, budgets and the limit on changes are not looked at.)
///
/// *Complexity:* two maximum flows per track. *Determinism:* by track, kind, then first member.
/// *Source:* model §3 (`recipient_quota`, `helper_quota`, `decision`, `continuity`), §7 (conflict).
pub fn quota_shortages(case: &Case, graph: &CandidateGraph) -> Vec<QuotaShortage> {
    let tracks = case.policy.tracks.iter();
    tracks
        .filter(|(_, track)| !track.divisible)
        .flat_map(|(track, _)| TrackQuotas::of(case, graph, track).shortages())
        .collect()
}

/// Pairs that a lock or the minimum tenure demands although some rule excludes them, by helper, then
/// recipient. Tracks that form no pairs are left out.
///
/// The reasons stand in [`CandidateGraph::exclusions`].
pub fn forced_but_excluded(case: &Case, graph: &CandidateGraph) -> Vec<(HelperId, RecipientId)> {
    let track_of = |helper: HelperId| &case.policy.tracks[case.helpers[helper].track];
    let locked = case
        .decisions
        .iter()
        .filter(|row| is_locked(std::slice::from_ref(*row)) && !track_of(row.helper).divisible);
    let kept = case
        .history
        .iter()
        .filter(|row| is_within_tenure(case, track_of(row.helper), Some(row.since)));
    let mut pairs: Vec<(HelperId, RecipientId)> = locked
        .map(|row| (row.helper, row.recipient))
        .chain(kept.map(|row| (row.helper, row.recipient)))
        .filter(|(helper, recipient)| {
            let reasons: Option<&[Exclusion]> = graph.exclusions(*helper, *recipient);
            reasons.is_some()
        })
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// One recipient or helper within a track.
struct Member {
    quota: Quota,
    /// The opposite sides of its candidates, as indices.
    counterparts: Vec<usize>,
    /// Those of its candidates that are forced.
    forced: Vec<usize>,
}

impl Member {
    /// Pairs that it must have besides the forced ones, as far as its own maximum admits.
    fn open_demand(&self) -> u64 {
        let demand = u64::from(self.quota.min).saturating_sub(self.forced.len() as u64);
        demand.min(self.open_limit())
    }

    /// Pairs that it may have besides the forced ones; without a maximum, more than could be used.
    fn open_limit(&self) -> u64 {
        let limit = self.quota.max.unwrap_or(u32::MAX);
        u64::from(limit).saturating_sub(self.forced.len() as u64)
    }
}

/// The quotas of one track with its candidates.
struct TrackQuotas {
    track: TrackId,
    helper_ids: Vec<HelperId>,
    recipients: Vec<Member>,
    helpers: Vec<Member>,
    /// (recipient, helper) of the candidates that are not forced.
    open: Vec<(usize, usize)>,
}

impl TrackQuotas {
    fn of(case: &Case, graph: &CandidateGraph, track: TrackId) -> Self {
        let member = |quota| Member {
            quota,
            counterparts: Vec::new(),
            forced: Vec::new(),
        };
        let mut recipients: Vec<Member> = case
            .recipients
            .ids()
            .map(|recipient| member(case.recipient_quota(recipient, track)))
            .collect();
        let helper_ids: Vec<HelperId> = case
            .helpers
            .ids()
            .filter(|helper| case.helpers[*helper].track == track)
            .collect();
        let mut helpers = Vec::with_capacity(helper_ids.len());
        let mut open = Vec::new();
        for (index, helper) in helper_ids.iter().enumerate() {
            let mut of_helper = member(case.helper_quota(*helper));
            for arc in graph.arcs_of_helper(*helper) {
                let candidate = &graph.arcs()[*arc];
                let recipient = candidate.recipient.index();
                let of_recipient = &mut recipients[recipient];
                of_helper.counterparts.push(recipient);
                of_recipient.counterparts.push(index);
                if candidate.is_forced() {
                    of_helper.forced.push(recipient);
                    of_recipient.forced.push(index);
                } else {
                    open.push((recipient, index));
                }
            }
            helpers.push(of_helper);
        }
        Self {
            track,
            helper_ids,
            recipients,
            helpers,
            open,
        }
    }

    fn shortages(&self) -> Vec<QuotaShortage> {
        let reversed: Vec<(usize, usize)> = self.open.iter().map(|(r, h)| (*h, *r)).collect();
        let recipients_short = deficiencies(&self.recipients, &self.helpers, &self.open);
        let helpers_short = deficiencies(&self.helpers, &self.recipients, &reversed);
        let mut found = Vec::new();
        found.extend(self.contradictions(ShortageKind::RecipientMinimumOverMaximum));
        found.extend(self.contradictions(ShortageKind::HelperMinimumOverMaximum));
        found.extend(self.forced_too_often(ShortageKind::ForcedOverRecipientMaximum));
        found.extend(self.forced_too_often(ShortageKind::ForcedOverHelperMaximum));
        for (kind, groups) in [
            (ShortageKind::RecipientsShortOfHelpers, recipients_short),
            (ShortageKind::HelpersShortOfRecipients, helpers_short),
        ] {
            found.extend(groups.iter().map(|group| self.hall_witness(kind, group)));
        }
        found
    }

    fn side(&self, kind: ShortageKind) -> &[Member] {
        if kind.concerns_recipients() {
            &self.recipients
        } else {
            &self.helpers
        }
    }

    fn contradictions(&self, kind: ShortageKind) -> impl Iterator<Item = QuotaShortage> {
        let members = self.side(kind).iter().enumerate();
        members.filter_map(move |(index, member)| {
            let Quota { min, max } = member.quota;
            let max = max.filter(|max| *max < min)?;
            Some(self.shortage(kind, vec![index], Vec::new(), min.into(), max.into()))
        })
    }

    fn forced_too_often(&self, kind: ShortageKind) -> impl Iterator<Item = QuotaShortage> {
        let members = self.side(kind).iter().enumerate();
        members.filter_map(move |(index, member)| {
            let forced = member.forced.len() as u64;
            let max = u64::from(member.quota.max?);
            (forced > max)
                .then(|| self.shortage(kind, vec![index], member.forced.clone(), forced, max))
        })
    }

    /// Counts the forced pairs of those concerned on both sides, so that the figures are those of
    /// the quotas as people know them.
    fn hall_witness(&self, kind: ShortageKind, group: &Deficiency) -> QuotaShortage {
        let members = self.side(kind);
        let mut counterparts = Vec::new();
        let mut forced = 0;
        for member in group.askers.iter().filter_map(|index| members.get(*index)) {
            counterparts.extend_from_slice(&member.counterparts);
            forced += member.forced.len() as u64;
        }
        counterparts.sort_unstable();
        counterparts.dedup();
        self.shortage(
            kind,
            group.askers.clone(),
            counterparts,
            group.demanded + forced,
            group.available + forced,
        )
    }

    fn shortage(
        &self,
        kind: ShortageKind,
        concerned: Vec<usize>,
        counterparts: Vec<usize>,
        demanded: u64,
        available: u64,
    ) -> QuotaShortage {
        let (recipients, helpers) = if kind.concerns_recipients() {
            (concerned, counterparts)
        } else {
            (counterparts, concerned)
        };
        let figure = |pairs: u64| u32::try_from(pairs).unwrap_or(u32::MAX);
        QuotaShortage {
            track: self.track,
            kind,
            recipients: recipients
                .into_iter()
                .map(RecipientId::from_index)
                .collect(),
            helpers: helpers
                .into_iter()
                .filter_map(|index| self.helper_ids.get(index).copied())
                .collect(),
            demanded: figure(demanded),
            available: figure(available),
        }
    }
}

/// Where the minima of `askers` exceed what the maxima of `givers` admit.
fn deficiencies(askers: &[Member], givers: &[Member], edges: &[(usize, usize)]) -> Vec<Deficiency> {
    let demands: Vec<u64> = askers.iter().map(Member::open_demand).collect();
    let limits: Vec<u64> = givers.iter().map(Member::open_limit).collect();
    let demands = Demands {
        askers: &demands,
        givers: &limits,
        edges,
    };
    demands.deficiencies()
}
