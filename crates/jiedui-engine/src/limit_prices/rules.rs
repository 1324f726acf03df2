//! Limits on pairs: one more of each, and the whole case solved again.

use super::WhichLimits;
use crate::EngineError;
use crate::decisions::OfRun;
use crate::parties::Parties;
use jiedui_domain::{
    Case, HelperId, Km, Provenance, Quantity, QuotaOverride, RecipientId, TrackId,
};
use jiedui_explain::Dossier;
use jiedui_explain::dossier::UnitOfMeasure;
use jiedui_explain::limit_prices::{RuleLimit, RulePrice};
use jiedui_graph::{CandidateGraph, Exclusion};

/// A limit on pairs with the next figure that lets more in.
struct Question {
    limit: RuleLimit,
    track: TrackId,
    helper: Option<HelperId>,
    recipient: Option<RecipientId>,
    from: f64,
    to: f64,
    unit: UnitOfMeasure,
    case: Case,
}

/// The prices, and whether somebody stopped before all were known.
pub(super) fn prices(
    case: &Case,
    graph: &CandidateGraph,
    dossier: &Dossier,
    which: WhichLimits,
    of_run: &OfRun<'_>,
) -> Result<(Vec<RulePrice>, bool), EngineError> {
    let mut prices = Vec::new();
    let parties = Parties::of(case);
    for question in questions(case, graph, dossier, which) {
        if of_run.watch.stop().is_some() {
            return Ok((prices, true));
        }
        prices.push(RulePrice {
            limit: question.limit,
            track: parties.track(question.track),
            helper: question.helper.map(|helper| parties.helper(helper)),
            recipient: question
                .recipient
                .map(|recipient| parties.recipient(recipient)),
            from: question.from,
            to: question.to,
            unit: question.unit,
            price: of_run.price(&question.case)?,
        });
    }
    Ok((prices, false))
}

fn questions(
    case: &Case,
    graph: &CandidateGraph,
    dossier: &Dossier,
    which: WhichLimits,
) -> Vec<Question> {
    let used = Used { dossier };
    let mut found = Vec::new();
    if let Some(helper) = which.helper {
        found.extend(used.helper_max(case, helper));
    }
    if let Some(recipient) = which.recipient {
        for track in case.policy.tracks.ids() {
            found.extend(used.recipient_max(case, recipient, track));
        }
    }
    if which.helper.is_none() && which.recipient.is_none() {
        for track in case.policy.tracks.ids() {
            found.extend(used.of_track(case, track));
            found.extend(distance(case, graph, track));
        }
    }
    found
}

/// How many pairs there are, by helper, and by recipient and track.
struct Used<'d> {
    dossier: &'d Dossier,
}

impl Used<'_> {
    fn at_helper(&self, case: &Case, helper: HelperId) -> u32 {
        let code = &case.helpers[helper].code;
        let pairs = self.dossier.pairs.iter();
        count(pairs.filter(|pair| pair.helper == *code && !pair.divisible))
    }

    fn at_recipient(&self, case: &Case, recipient: RecipientId, track: TrackId) -> u32 {
        let code = case.recipient_code(recipient);
        let pairs = self.dossier.pairs.iter().filter(|pair| {
            let helper = case.helper_by_code(&pair.helper);
            helper.is_some_and(|helper| case.helpers[helper].track == track)
        });
        count(pairs.filter(|pair| pair.recipient == code && !pair.divisible))
    }

    fn helper_max(&self, case: &Case, helper: HelperId) -> Option<Question> {
        let max = case.helper_quota(helper).max?;
        if self.at_helper(case, helper) < max {
            return None;
        }
        let mut more = case.clone();
        more.helpers[helper].max_pairs = Some(max.saturating_add(1));
        Some(Question {
            helper: Some(helper),
            ..pairs(RuleLimit::HelperMax, case.helpers[helper].track, max, more)
        })
    }

    fn recipient_max(
        &self,
        case: &Case,
        recipient: RecipientId,
        track: TrackId,
    ) -> Option<Question> {
        let max = case.recipient_quota(recipient, track).max?;
        if case.policy.tracks[track].divisible || self.at_recipient(case, recipient, track) < max {
            return None;
        }
        let mut more = case.clone();
        let above = Some(max.saturating_add(1));
        let key = (recipient, track);
        match more
            .quotas
            .binary_search_by_key(&key, |row| (row.recipient, row.track))
        {
            Ok(index) => more.quotas[index].max = above,
            Err(index) => more.quotas.insert(
                index,
                QuotaOverride {
                    recipient,
                    track,
                    min: None,
                    max: above,
                    provenance: Provenance::nowhere(),
                },
            ),
        }
        Some(Question {
            recipient: Some(recipient),
            ..pairs(RuleLimit::RecipientMax, track, max, more)
        })
    }

    /// The figures that the policy states for a whole track, where some pair stands at them.
    fn of_track(&self, case: &Case, track: TrackId) -> Vec<Question> {
        let rules = &case.policy.tracks[track];
        let mut found = Vec::new();
        if rules.divisible {
            return found;
        }
        let own_max = |recipient: RecipientId| {
            let mut rows = case.quotas.iter();
            rows.any(|row| (row.recipient, row.track) == (recipient, track) && row.max.is_some())
        };
        if let Some(max) = rules.recipient_max
            && case
                .recipients
                .ids()
                .any(|id| !own_max(id) && self.at_recipient(case, id, track) >= max)
        {
            let mut more = case.clone();
            more.policy.tracks[track].recipient_max = Some(max.saturating_add(1));
            found.push(pairs(RuleLimit::TrackRecipientMax, track, max, more));
        }
        let stated = |(id, helper): (HelperId, &jiedui_domain::Helper)| {
            let max = rules.helper_max.unwrap_or(u32::MAX);
            helper.track == track && helper.max_pairs.is_none() && self.at_helper(case, id) >= max
        };
        if let Some(max) = rules.helper_max
            && case.helpers.iter().any(stated)
        {
            let mut more = case.clone();
            more.policy.tracks[track].helper_max = Some(max.saturating_add(1));
            found.push(pairs(RuleLimit::TrackHelperMax, track, max, more));
        }
        let ended = self.dossier.ended.iter().filter(|pair| {
            let helper = case.helper_by_code(&pair.helper);
            helper.is_some_and(|helper| case.helpers[helper].track == track)
        });
        if let Some(max) = rules.max_changes
            && count(ended) >= max
        {
            let mut more = case.clone();
            more.policy.tracks[track].max_changes = Some(max.saturating_add(1));
            found.push(pairs(RuleLimit::MaxChanges, track, max, more));
        }
        found
    }
}

/// A distance limit, and the nearest pair that it alone excludes.
fn distance(case: &Case, graph: &CandidateGraph, track: TrackId) -> Option<Question> {
    let limit = case.policy.tracks[track].max_distance?;
    let beyond = graph.excluded().iter().filter_map(|pair| {
        match (
            case.helpers[pair.helper].track == track,
            pair.reasons.as_slice(),
        ) {
            (true, [Exclusion::BeyondDistance { distance, .. }]) => Some(*distance),
            _ => None,
        }
    });
    let nearest = beyond.min()?;
    // Policies state whole kilometres.
    let to = Km::from_f64(nearest.to_f64().ceil()).ok()?;
    let mut more = case.clone();
    more.policy.tracks[track].max_distance = Some(to);
    Some(Question {
        limit: RuleLimit::MaxDistance,
        track,
        helper: None,
        recipient: None,
        from: limit.to_f64(),
        to: to.to_f64(),
        unit: UnitOfMeasure::Km,
        case: more,
    })
}

fn pairs(limit: RuleLimit, track: TrackId, max: u32, case: Case) -> Question {
    Question {
        limit,
        track,
        helper: None,
        recipient: None,
        from: f64::from(max),
        to: f64::from(max.saturating_add(1)),
        unit: UnitOfMeasure::Pairs,
        case,
    }
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}
