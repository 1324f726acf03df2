//! `continuity`
//!
//! *For an official:* pairs that work stay together: of last year's pairs of a track only so many may
//! end, and a pair younger than the track's minimum tenure is kept.
//! *Ranges over:* last year's pairs, and tracks.
//! *Applies when:* the track forms pairs; the limit on changes, when it is below the number of last
//! year's pairs. A pair of last year that is no longer a candidate has ended and counts as a change;
//! if it is younger than the minimum tenure, the rule cannot be met.
//! *Formula:* y[a] ≥ 1 for a young pair; Σ_{a ∈ P_k} y[a] ≥ |P_k| − the changes allowed.
//! *Clause:* the rule of 2008 keeps existing relations where possible.

use crate::context::Context;
use crate::program::{Row, RowFamily, RowKey};
use jiedui_domain::{PreviousPair, RuleFamily, TrackId};

pub(super) fn append(context: &Context, rows: &mut Vec<Row>) {
    keep_young_candidates(context, rows);
    limit_changes(context, rows);
    demand_young_pairs_without_candidate(context, rows);
}

fn keep_young_candidates(context: &Context, rows: &mut Vec<Row>) {
    for (arc, candidate, columns) in context.arcs() {
        if let Some(pair) = columns.pair
            && candidate.within_tenure
        {
            rows.push(at_least(RowKey::Arc(arc), vec![(pair, 1.0)], 1.0));
        }
    }
}

fn limit_changes(context: &Context, rows: &mut Vec<Row>) {
    for (track, policy) in context.case.policy.tracks.iter() {
        let Some(allowed) = policy.max_changes else {
            continue;
        };
        if policy.divisible {
            continue;
        }
        let previous = context
            .case
            .history
            .iter()
            .filter(|pair| track_of(context, pair) == track);
        let kept = previous.clone().count() as f64 - f64::from(allowed);
        if kept <= 0.0 {
            continue;
        }
        // History is sorted by helper, then recipient, as candidates are: the columns ascend.
        let candidates = previous.filter_map(|pair| context.graph.arc(pair.helper, pair.recipient));
        let terms = context.pair_terms(candidates);
        rows.push(at_least(RowKey::Track(track), terms, kept));
    }
}

fn demand_young_pairs_without_candidate(context: &Context, rows: &mut Vec<Row>) {
    for pair in &context.case.history {
        let track = &context.case.policy.tracks[track_of(context, pair)];
        let age = i64::from(context.case.info.year) - i64::from(pair.since);
        if !track.divisible
            && age < i64::from(track.min_tenure_years)
            && context.graph.arc(pair.helper, pair.recipient).is_none()
        {
            let key = RowKey::HelperRecipient(pair.helper, pair.recipient);
            rows.push(at_least(key, Vec::new(), 1.0));
        }
    }
}

fn track_of(context: &Context, pair: &PreviousPair) -> TrackId {
    context.case.helpers[pair.helper].track
}

fn at_least(key: RowKey, terms: Vec<(crate::ColumnId, f64)>, lower: f64) -> Row {
    Row {
        family: RowFamily::Rule(RuleFamily::Continuity),
        key,
        terms,
        lower,
        upper: f64::INFINITY,
    }
}
