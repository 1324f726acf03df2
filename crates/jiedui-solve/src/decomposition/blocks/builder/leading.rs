//! Which tracks are cut by helpers.

use super::{Builder, Draft};
use jiedui_domain::{HelperId, Measure, TrackId};
use jiedui_model::RowFamily;
use std::collections::{BTreeMap, BTreeSet};

/// A track leads where it can bring more than this part of what all tracks can.
const LEADS: f64 = 0.5;

impl Builder<'_> {
    /// The tracks of which some helper shares a budget or an effort floor between several pairs; where there is
    /// none, the one that leads.
    pub(super) fn tracks_by_helpers(&self) -> BTreeSet<TrackId> {
        let shares = |draft: &Draft| {
            draft.pairs.iter().any(|pair| {
                let helper = self.program.arcs()[pair.arc].helper;
                !self.is_single(helper) && (pair.most.is_finite() || pair.effort > 0.0)
            })
        };
        let drafts = self.drafts.iter();
        let shared: BTreeSet<TrackId> = drafts
            .filter(|(_, draft)| shares(draft))
            .map(|(track, _)| *track)
            .collect();
        if shared.is_empty() {
            self.leading().into_iter().collect()
        } else {
            shared
        }
    }

    /// The track that brings most of the means, where coverage has a floor and each recipient has one helper of the
    /// track. It is one matching; but what a pair leaves lacking for the other tracks is counted helper by helper.
    fn leading(&self) -> Option<TrackId> {
        let mut families = self.program.rows().values().map(|row| row.family);
        let has_floor = families.any(|family| family == RowFamily::Measure(Measure::CoverageFloor));
        if !has_floor {
            return None;
        }
        let drafts = self.drafts.iter();
        let means: Vec<(TrackId, f64)> = drafts
            .map(|(track, draft)| (*track, self.means_of(draft)))
            .collect();
        let all: f64 = means.iter().map(|(_, means)| means).sum();
        let (track, _) = means.into_iter().find(|(_, own)| {
            // All of them, where there is nothing else to bring what is lacking.
            *own > LEADS * all && *own < all
        })?;
        let mut recipients = self.drafts.get(&track)?.rows.iter();
        let one_each = recipients.all(|recipient| {
            let quota = self.recipient_quota.get(&(*recipient, track));
            quota.is_some_and(|(_, most)| *most <= 1.0)
        });
        one_each.then_some(track)
    }

    /// What the helpers of a track could bring with one pair each, 万元.
    fn means_of(&self, draft: &Draft) -> f64 {
        let mut most: BTreeMap<HelperId, f64> = BTreeMap::new();
        for pair in &draft.pairs {
            let columns = &self.program.arcs()[pair.arc];
            let cells = pair.help.iter().zip(&columns.help);
            let full: f64 = cells
                .map(|(cell, (sector, _))| {
                    cell.capacity * self.sector_value.get(sector).copied().unwrap_or(1.0)
                })
                .sum();
            let known = most.entry(columns.helper).or_default();
            *known = known.max(full.min(pair.most));
        }
        most.values().sum()
    }
}
