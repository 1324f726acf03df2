//! What graph and solver found out about a case, as diagnostics in the user's own names.

use crate::console::Console;
use jiedui_diagnostics::{Diagnostic, Location};
use jiedui_domain::{
    Case, DecisionAction, HelperId, MeasureScale, Provenance, RecipientId, Termination, TierResult,
    TrackId,
};
use jiedui_engine::{CandidateGraph, Examination, Exclusion, QuotaShortage, ShortageKind};

/// How many names a message lists before it says how many more there are.
const NAMES: usize = 12;

/// Why no assignment can exist, seen from the candidates alone: E0601, E0602, E0701–E0703.
pub(crate) fn refusals(
    console: &Console,
    case: &Case,
    graph: &CandidateGraph,
    forced: &[(HelperId, RecipientId)],
    shortages: &[QuotaShortage],
) -> Vec<Diagnostic> {
    let names = Names { console, case };
    let mut found = Vec::new();
    for (helper, recipient) in forced {
        for reason in graph.exclusions(*helper, *recipient).unwrap_or(&[]) {
            found.push(names.forced(*helper, *recipient, reason));
        }
    }
    let shortages = told_together(shortages);
    found.extend(shortages.iter().map(|shortage| names.shortage(shortage)));
    found
}

/// Recipients that have no helper at all in a track are one problem of the track, not one each.
fn told_together(shortages: &[QuotaShortage]) -> Vec<QuotaShortage> {
    let mut told: Vec<QuotaShortage> = Vec::new();
    let is_bare = |shortage: &QuotaShortage| {
        shortage.kind == ShortageKind::RecipientsShortOfHelpers && shortage.helpers.is_empty()
    };
    for shortage in shortages {
        let same = |known: &&mut QuotaShortage| is_bare(known) && known.track == shortage.track;
        match told.iter_mut().find(same) {
            Some(known) if is_bare(shortage) => {
                known.recipients.extend_from_slice(&shortage.recipients);
                known.demanded = known.demanded.saturating_add(shortage.demanded);
                known.available = known.available.saturating_add(shortage.available);
            }
            _ => told.push(shortage.clone()),
        }
    }
    told
}

/// W0601: recipients without a choice.
pub(crate) fn without_choice(
    console: &Console,
    case: &Case,
    examination: &Examination,
) -> Vec<Diagnostic> {
    let names = Names { console, case };
    let found = examination.without_choice(case).into_iter();
    found
        .map(|(recipient, track, helper)| {
            Diagnostic::new("W0601")
                .with("recipient", names.recipient(recipient))
                .with("track", names.track(track))
                .with("helper", names.helper(helper))
        })
        .collect()
}

/// How the search ended, where that is worth a word: W0701, W0702, W0703.
pub(crate) fn ending(
    console: &Console,
    termination: Termination,
    tiers: &[TierResult],
    seconds: f64,
) -> Option<Diagnostic> {
    let code = match termination {
        Termination::Optimal => return None,
        Termination::EffortSpent => "W0701",
        Termination::TimeLimit => "W0702",
        Termination::Interrupted => "W0703",
    };
    let diagnostic = Diagnostic::new(code).with("gap", widest_gap(console, tiers));
    Some(match termination {
        Termination::TimeLimit => diagnostic.with("seconds", seconds),
        _ => diagnostic,
    })
}

/// E0705: the search ended before it had any plan.
pub(crate) fn no_plan(stopped: Termination) -> Diagnostic {
    let reason = match stopped {
        Termination::Interrupted => "interrupted",
        _ => "limit",
    };
    Diagnostic::new("E0705").with("reason", reason)
}

/// The widest gap among shares, else among the other tiers.
fn widest_gap(console: &Console, tiers: &[TierResult]) -> String {
    let widest = |scale: MeasureScale| {
        let gaps = tiers.iter().filter(move |tier| tier.scale == scale);
        gaps.max_by(|a, b| a.gap.on_scale(scale).total_cmp(&b.gap.on_scale(scale)))
            .filter(|tier| hundredths_up(tier.gap.on_scale(scale) * 100.0) > 0.0)
    };
    let points = widest(MeasureScale::Share)
        .map(|tier| format!("{:.2}", hundredths_up(tier.gap.absolute * 100.0)));
    let rest = widest(MeasureScale::Relative).map(|tier| relative_gap(console, tier));
    match (points, rest) {
        (Some(points), None) => console.text("rep-unit-points", &[("n", &points)]),
        (None, Some(rest)) => rest,
        (Some(points), Some(rest)) => {
            console.text("cli-two-gaps", &[("points", &points), ("rest", &rest)])
        }
        (None, None) => console.text("cli-percent", &[("n", "0")]),
    }
}

/// A share of the value; the gap itself where the value is next to nothing, as where parts of a weighted sum
/// make up for each other. The summary tells it alike.
fn relative_gap(console: &Console, tier: &TierResult) -> String {
    let is_weighted = tier.objectives.len() > 1;
    if tier.in_plan.abs() < 1e-6 || (is_weighted && tier.gap.relative > 1.0) {
        let score = (tier.gap.absolute * 1000.0 - 1e-6).ceil().max(0.0) / 1000.0;
        return console.text("cli-score", &[("n", &format!("{score:.3}"))]);
    }
    let percent = hundredths_up(tier.gap.relative * 100.0);
    console.text("cli-percent", &[("n", &format!("{percent:.2}"))])
}

/// To hundredths, never rounded down: "at most" must stay true. What binary fractions add to a decimal is
/// no reason to claim a hundredth more.
fn hundredths_up(value: f64) -> f64 {
    (value * 100.0 - 1e-6).ceil().max(0.0) / 100.0
}

struct Names<'a> {
    console: &'a Console,
    case: &'a Case,
}

impl Names<'_> {
    fn recipient(&self, id: RecipientId) -> String {
        let place = self.case.recipient_place(id);
        self.console
            .text("cli-named", &[("name", &place.name), ("code", &place.code)])
    }

    fn helper(&self, id: HelperId) -> String {
        let helper = &self.case.helpers[id];
        self.console.text(
            "cli-named",
            &[("name", &helper.name), ("code", &helper.code)],
        )
    }

    fn track(&self, id: TrackId) -> String {
        let title = &self.case.policy.tracks[id].title;
        match self.console.lang {
            jiedui_messages::Lang::Zh => title.zh.clone(),
            jiedui_messages::Lang::En => title.en.clone(),
        }
    }

    fn list<I: Copy>(&self, ids: &[I], name: impl Fn(I) -> String) -> String {
        let shown: Vec<String> = ids.iter().take(NAMES).map(|id| name(*id)).collect();
        let list = shown.join(&self.console.text("rep-list-separator", &[]));
        match ids.len().checked_sub(NAMES) {
            None | Some(0) => list,
            Some(more) => self
                .console
                .text("rep-and-more", &[("list", &list), ("n", &more.to_string())]),
        }
    }

    fn forced(&self, helper: HelperId, recipient: RecipientId, reason: &Exclusion) -> Diagnostic {
        let mut diagnostic = match reason {
            Exclusion::BeyondDistance { distance, limit } => Diagnostic::new("E0601")
                .with("distance", distance)
                .with("limit", limit),
            other => Diagnostic::new("E0602").with("reason", other.code()),
        };
        diagnostic = diagnostic
            .with("helper", self.helper(helper))
            .with("recipient", self.recipient(recipient));
        if let Exclusion::Forbidden { decision } = reason {
            let ban = self.case.decisions.get(*decision);
            diagnostic.related = ban
                .and_then(|row| location(&row.provenance))
                .into_iter()
                .collect();
        }
        self.demanded(helper, recipient, diagnostic)
    }

    /// Why a pair must be formed, and the row that says so: a lock, else that last year's pair is young.
    /// Whoever withdraws the one must know of the other.
    fn demanded(
        &self,
        helper: HelperId,
        recipient: RecipientId,
        diagnostic: Diagnostic,
    ) -> Diagnostic {
        let lock = self.case.decisions.iter().find(|row| {
            row.action == DecisionAction::Lock && (row.helper, row.recipient) == (helper, recipient)
        });
        let previous = self.case.previous_pair(helper, recipient);
        let track = &self.case.policy.tracks[self.case.helpers[helper].track];
        let years = previous.map_or(0, |row| self.case.info.year - row.since);
        let is_young = previous.is_some() && i64::from(years) < i64::from(track.min_tenure_years);
        let demanded = match (lock, is_young) {
            (Some(_), true) => "both",
            (Some(_), false) => "lock",
            (None, _) => "tenure",
        };
        let place = lock
            .map(|row| &row.provenance)
            .or_else(|| previous.map(|row| &row.provenance));
        let diagnostic = diagnostic
            .with("demanded", demanded)
            .with("years", years)
            .with("min", track.min_tenure_years);
        match place.and_then(location) {
            Some(place) => diagnostic.at(place),
            None => diagnostic,
        }
    }

    fn shortage(&self, shortage: &QuotaShortage) -> Diagnostic {
        let recipients = self.list(&shortage.recipients, |id| self.recipient(id));
        let helpers = self.list(&shortage.helpers, |id| self.helper(id));
        let track = self.track(shortage.track);
        match shortage.kind {
            ShortageKind::RecipientsShortOfHelpers => Diagnostic::new("E0701")
                .with("track", track)
                .with("needed", shortage.demanded)
                .with("possible", shortage.available)
                .with("recipients", recipients)
                .with("helpers", helpers),
            ShortageKind::HelpersShortOfRecipients => Diagnostic::new("E0702")
                .with("track", track)
                .with("needed", shortage.demanded)
                .with("possible", shortage.available)
                .with("helpers", helpers),
            ShortageKind::ForcedOverRecipientMaximum
            | ShortageKind::RecipientMinimumOverMaximum => Diagnostic::new("E0703")
                .with("kind", "recipient")
                .with("who", recipients)
                .with("track", track)
                .with("count", shortage.demanded)
                .with("max", shortage.available),
            ShortageKind::ForcedOverHelperMaximum | ShortageKind::HelperMinimumOverMaximum => {
                Diagnostic::new("E0703")
                    .with("kind", "helper")
                    .with("who", helpers)
                    .with("track", track)
                    .with("count", shortage.demanded)
                    .with("max", shortage.available)
            }
        }
    }
}

/// Where a row stands; `None` for what no file holds.
fn location(provenance: &Provenance) -> Option<Location> {
    let origin = &provenance.origin;
    (origin.row > 0).then(|| Location::row(&origin.file, origin.row))
}
