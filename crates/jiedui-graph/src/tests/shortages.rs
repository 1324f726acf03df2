//! Hall witnesses worked by hand.

use super::case_builder::{CaseBuilder, h, r};
use crate::{QuotaShortage, ShortageKind, forced_but_excluded, quota_shortages};
use jiedui_domain::{Id, TrackId};

/// A case of these sizes, with all pairs but those of `kept` forbidden.
fn sparse(recipients: usize, helpers: usize, kept: &[(usize, usize)]) -> CaseBuilder {
    let mut builder = CaseBuilder::new();
    for recipient in 0..recipients {
        builder = builder.recipient(&format!("B{recipient}"));
    }
    for helper in 0..helpers {
        builder = builder.helper(&format!("h{helper}"));
        for recipient in 0..recipients {
            if !kept.contains(&(helper, recipient)) {
                builder = builder.forbid(&format!("h{helper}"), &format!("B{recipient}"));
            }
        }
    }
    builder
}

fn shortages(builder: &CaseBuilder) -> Vec<QuotaShortage> {
    let (case, graph) = builder.graph();
    quota_shortages(&case, &graph)
}

fn shortage(
    kind: ShortageKind,
    recipients: &[usize],
    helpers: &[usize],
    demanded: u32,
    available: u32,
) -> QuotaShortage {
    QuotaShortage {
        track: TrackId::from_index(0),
        kind,
        recipients: recipients.iter().map(|index| r(*index)).collect(),
        helpers: helpers.iter().map(|index| h(*index)).collect(),
        demanded,
        available,
    }
}

#[test]
fn three_recipients_sharing_two_helpers_are_named() {
    // B0, B1, B3 know only h0 and h1; B2 has h2 and h3 besides.
    let kept = [
        (0, 0),
        (1, 0),
        (0, 1),
        (1, 3),
        (0, 3),
        (0, 2),
        (2, 2),
        (3, 2),
    ];
    let builder = sparse(4, 4, &kept).with_track(|track| {
        track.recipient_min = 1;
        track.helper_max = Some(1);
    });
    let kind = ShortageKind::RecipientsShortOfHelpers;
    let expected = shortage(kind, &[0, 1, 3], &[0, 1], 3, 2);
    assert_eq!(shortages(&builder), [expected]);
    let relieved = builder.with_track(|track| track.helper_max = Some(2));
    assert_eq!(shortages(&relieved), []);
}

#[test]
fn helpers_with_a_lower_quota_fall_short_of_recipients() {
    // Both helpers must help two; B0 and B1 take one helper each.
    let kept = [(0, 0), (0, 1), (1, 0), (1, 1)];
    let builder = sparse(3, 2, &kept).with_track(|track| {
        track.helper_min = 2;
        track.recipient_max = Some(1);
    });
    let kind = ShortageKind::HelpersShortOfRecipients;
    let expected = shortage(kind, &[0, 1], &[0, 1], 4, 2);
    assert_eq!(shortages(&builder), [expected]);
    let more = builder
        .quota("B0", None, Some(2))
        .quota("B1", None, Some(2));
    assert_eq!(shortages(&more), []);
}

#[test]
fn recipient_that_knows_too_few_helpers_is_short_without_limits() {
    let builder = sparse(1, 2, &[(0, 0), (1, 0)]).quota("B0", Some(3), None);
    let kind = ShortageKind::RecipientsShortOfHelpers;
    assert_eq!(shortages(&builder), [shortage(kind, &[0], &[0, 1], 3, 2)]);
}

#[test]
fn every_shortage_is_reported() {
    let mut builder = sparse(3, 2, &[(0, 0), (1, 2)]).with_track(|track| track.recipient_min = 1);
    builder.tables.helpers[1].min_pairs = Some(2);
    let expected = [
        shortage(ShortageKind::RecipientsShortOfHelpers, &[1], &[], 1, 0),
        shortage(ShortageKind::HelpersShortOfRecipients, &[2], &[1], 2, 1),
    ];
    assert_eq!(shortages(&builder), expected);
}

#[test]
fn forced_pairs_over_a_maximum_are_named() {
    let builder = sparse(2, 2, &[(0, 0), (0, 1), (1, 0), (1, 1)])
        .lock("h0", "B0")
        .lock("h0", "B1")
        .history("h1", "B1", 2024)
        .with_track(|track| {
            track.min_tenure_years = 3;
            track.helper_max = Some(1);
            track.recipient_max = Some(1);
        });
    let expected = [
        shortage(
            ShortageKind::ForcedOverRecipientMaximum,
            &[1],
            &[0, 1],
            2,
            1,
        ),
        shortage(ShortageKind::ForcedOverHelperMaximum, &[0, 1], &[0], 2, 1),
    ];
    assert_eq!(shortages(&builder), expected);
}

#[test]
fn forced_pair_takes_the_place_of_another() {
    // h0 is locked to B0, so B1 is left without; B0's own minimum is met by the lock.
    let builder = sparse(2, 1, &[(0, 0), (0, 1)])
        .with_track(|track| {
            track.recipient_min = 1;
            track.helper_max = Some(1);
        })
        .lock("h0", "B0");
    let kind = ShortageKind::RecipientsShortOfHelpers;
    assert_eq!(shortages(&builder), [shortage(kind, &[1], &[0], 1, 0)]);
}

#[test]
fn forced_pairs_count_in_the_figures_of_a_witness() {
    // B0 needs three: one is locked, one more is possible.
    let builder = sparse(1, 2, &[(0, 0), (1, 0)])
        .quota("B0", Some(3), None)
        .lock("h0", "B0");
    let kind = ShortageKind::RecipientsShortOfHelpers;
    assert_eq!(shortages(&builder), [shortage(kind, &[0], &[0, 1], 3, 2)]);
}

#[test]
fn minimum_over_maximum_is_named() {
    let mut builder = sparse(1, 1, &[(0, 0)]).quota("B0", Some(2), Some(1));
    builder.tables.helpers[0].min_pairs = Some(3);
    builder.tables.helpers[0].max_pairs = Some(1);
    let expected = [
        shortage(ShortageKind::RecipientMinimumOverMaximum, &[0], &[], 2, 1),
        shortage(ShortageKind::HelperMinimumOverMaximum, &[], &[0], 3, 1),
    ];
    assert_eq!(shortages(&builder), expected);
}

#[test]
fn divisible_track_has_no_shortage() {
    let builder = sparse(1, 1, &[]).with_track(|track| {
        track.recipient_min = 1;
        track.divisible = true;
    });
    assert_eq!(shortages(&builder), []);
}

#[test]
fn forced_pairs_that_are_excluded_are_listed_once() {
    let builder = sparse(3, 2, &[(0, 0), (1, 0), (1, 2)])
        .lock("h0", "B0")
        .lock("h1", "B1")
        .history("h1", "B1", 2025)
        .history("h0", "B2", 2024)
        .history("h0", "B1", 2015)
        .with_track(|track| track.min_tenure_years = 3);
    let (case, graph) = builder.graph();
    let found = forced_but_excluded(&case, &graph);
    assert_eq!(found, [(h(0), r(2)), (h(1), r(1))]);
    let (case, graph) = builder.with_track(|track| track.divisible = true).graph();
    assert_eq!(forced_but_excluded(&case, &graph), []);
}
