//! Early refusal against brute force over all assignments of up to 4 × 4.

use super::case_builder::CaseBuilder;
use crate::{CandidateGraph, ShortageKind, quota_shortages};
use jiedui_domain::{Case, HelperId, Id, Quota, RecipientId};
use proptest::prelude::*;

/// What the case knows of one possible pair.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Cell {
    Candidate,
    Forbidden,
    Locked,
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        6 => Just(Cell::Candidate),
        3 => Just(Cell::Forbidden),
        1 => Just(Cell::Locked),
    ]
}

fn quota() -> impl Strategy<Value = Quota> {
    let max = prop_oneof![Just(None), (0_u32..4).prop_map(Some)];
    (0_u32..3, max).prop_map(|(min, max)| Quota { min, max })
}

/// Quotas of recipients and of helpers, and a cell per helper and recipient.
fn instance() -> impl Strategy<Value = (Vec<Quota>, Vec<Quota>, Vec<Vec<Cell>>)> {
    (1_usize..=4, 1_usize..=4).prop_flat_map(|(recipients, helpers)| {
        (
            prop::collection::vec(quota(), recipients),
            prop::collection::vec(quota(), helpers),
            prop::collection::vec(prop::collection::vec(cell(), recipients), helpers),
        )
    })
}

fn builder(recipients: &[Quota], helpers: &[Quota], cells: &[Vec<Cell>]) -> CaseBuilder {
    let mut builder = CaseBuilder::new();
    for (index, quota) in recipients.iter().enumerate() {
        let code = format!("B{index}");
        let row = Some(quota.min);
        builder = builder.recipient(&code).quota(&code, row, quota.max);
    }
    for (index, (quota, cells)) in helpers.iter().zip(cells).enumerate() {
        let id = format!("h{index}");
        builder = builder.helper_with(&id, |row| {
            row.min_pairs = Some(quota.min);
            row.max_pairs = quota.max;
        });
        for (recipient, cell) in cells.iter().enumerate() {
            let code = format!("B{recipient}");
            builder = match cell {
                Cell::Candidate => builder,
                Cell::Forbidden => builder.forbid(&id, &code),
                Cell::Locked => builder.lock(&id, &code),
            };
        }
    }
    builder
}

fn admits(quota: Quota, pairs: u32) -> bool {
    quota.min <= pairs && quota.max.is_none_or(|max| pairs <= max)
}

/// Whether some set of candidates contains the forced ones and satisfies every quota.
fn some_assignment_exists(case: &Case, graph: &CandidateGraph) -> bool {
    let arcs: Vec<_> = graph.arcs().values().collect();
    (0_u32..1 << arcs.len()).any(|chosen| {
        let mut of_helper = vec![0; case.helpers.len()];
        let mut of_recipient = vec![0; case.recipients.len()];
        for (index, arc) in arcs.iter().enumerate() {
            if chosen >> index & 1 == 1 {
                of_helper[arc.helper.index()] += 1;
                of_recipient[arc.recipient.index()] += 1;
            } else if arc.is_forced() {
                return false;
            }
        }
        let track = Id::from_index(0);
        let helpers_fit = (0..of_helper.len())
            .all(|h| admits(case.helper_quota(HelperId::from_index(h)), of_helper[h]));
        let recipients_fit = (0..of_recipient.len()).all(|r| {
            let quota = case.recipient_quota(RecipientId::from_index(r), track);
            admits(quota, of_recipient[r])
        });
        helpers_fit && recipients_fit
    })
}

/// The most pairs of those concerned that their counterparts admit, by brute force: each counterpart
/// takes at most its maximum, besides the pairs that bind it elsewhere.
fn witness_holds(case: &Case, graph: &CandidateGraph, shortage: &crate::QuotaShortage) -> bool {
    let concerns_recipients = shortage.kind.concerns_recipients();
    let inside = |arc: &crate::Candidate| {
        if concerns_recipients {
            shortage.recipients.contains(&arc.recipient)
        } else {
            shortage.helpers.contains(&arc.helper)
        }
    };
    let mut room = 0;
    let counterparts = if concerns_recipients {
        shortage.helpers.len()
    } else {
        shortage.recipients.len()
    };
    for index in 0..counterparts {
        let (arcs, max) = if concerns_recipients {
            let helper = shortage.helpers[index];
            (graph.arcs_of_helper(helper), case.helper_quota(helper).max)
        } else {
            let recipient = shortage.recipients[index];
            let quota = case.recipient_quota(recipient, shortage.track);
            (graph.arcs_of_recipient(recipient), quota.max)
        };
        let arcs: Vec<_> = arcs.iter().map(|arc| &graph.arcs()[*arc]).collect();
        let count = |test: &dyn Fn(&crate::Candidate) -> bool| {
            arcs.iter().filter(|arc| test(arc)).count() as u32
        };
        let forced_inside = count(&|arc| arc.is_forced() && inside(arc));
        let forced = count(&|arc| arc.is_forced());
        let free_inside = count(&|arc| !arc.is_forced() && inside(arc));
        let left = max.unwrap_or(u32::MAX).saturating_sub(forced);
        room += forced_inside + left.min(free_inside);
    }
    room == shortage.available && shortage.available < shortage.demanded
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shortages_are_empty_iff_an_assignment_exists((recipients, helpers, cells) in instance()) {
        let (case, graph) = builder(&recipients, &helpers, &cells).graph();
        let found = quota_shortages(&case, &graph);
        // A locked pair that a quota of zero excludes is no candidate: `forced_but_excluded` tells it.
        prop_assert_eq!(found.is_empty(), some_assignment_exists(&case, &graph), "{:?}", found);
        for shortage in &found {
            if matches!(
                shortage.kind,
                ShortageKind::RecipientsShortOfHelpers | ShortageKind::HelpersShortOfRecipients
            ) {
                prop_assert!(witness_holds(&case, &graph, shortage), "{:?}", shortage);
            }
        }
    }
}
