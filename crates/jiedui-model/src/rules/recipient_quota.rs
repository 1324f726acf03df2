//! `recipient_quota`
//!
//! *For an official:* every county has the number of helpers that each track owes it: one helping
//! place, one central and one local enterprise, and so on, unless the county's own row says otherwise.
//! *Ranges over:* recipients and tracks.
//! *Applies when:* the track forms pairs, and there is a minimum or a maximum below the number of the
//! county's candidates. A minimum without enough candidates is kept: it cannot be met, and that is
//! the outcome to report.
//! *Formula:* min ≤ Σ_{h in track k} y[h,r] ≤ max.
//! *Clause:* (二十四)–(二十六).

use crate::context::Context;
use crate::program::{Row, RowKey};
use jiedui_domain::RuleFamily;

pub(super) fn append(context: &Context, rows: &mut Vec<Row>) {
    for recipient in context.case.recipients.ids() {
        let arcs = context.graph.arcs_of_recipient(recipient);
        for track in context.case.policy.tracks.ids() {
            if context.is_divisible(track) {
                continue;
            }
            let quota = context.case.recipient_quota(recipient, track);
            let of_track = arcs
                .iter()
                .copied()
                .filter(|arc| context.candidate(*arc).track == track);
            rows.extend(super::quota_row(
                RuleFamily::RecipientQuota,
                RowKey::RecipientTrack(recipient, track),
                quota,
                context.pair_terms(of_track),
            ));
        }
    }
}
