//! Drafts that something went wrong with once.

use super::{Draft, HelperDraft, MOST, PairDraft, RecipientDraft, TrackDraft};
use jiedui_domain::Measure;

impl Draft {
    /// Two tracks without limits, pairs all alike, nothing asked for: to be changed where it matters.
    fn plain(helpers: usize, recipients: usize) -> Self {
        let pair = PairDraft {
            distance: 10,
            tenths_of_fit: 0,
            load: 1,
            since: None,
            decision: None,
        };
        let track = TrackDraft {
            recipient_min: 0,
            recipient_max: None,
            helper_min: 0,
            helper_max: None,
            divisible: false,
            max_distance: None,
            max_hardship_gap: None,
            minimum_support: 0,
            tenths_of_effort: 0,
            max_changes: None,
            min_tenure: 0,
        };
        let helper = HelperDraft {
            track: 0,
            industry: 0,
            persons: 0,
            budget: None,
            min_pairs: None,
            max_pairs: None,
            max_load: None,
        };
        let recipient = RecipientDraft {
            industry: 0,
            persons: 0,
            weight: 1,
            class: 0,
            quota: None,
        };
        Self {
            helpers: vec![helper; helpers],
            recipients: vec![recipient; recipients],
            pairs: vec![pair; MOST * MOST],
            tracks: [track.clone(), track],
            tiers: Vec::new(),
        }
    }
}

/// Found by search: the back end called the second priority infeasible, because the first was kept at 0
/// to within 1e-9; the plan stayed where the first had left it, and its bound was infinite.
pub fn first_priority_worth_nothing() -> Draft {
    let mut draft = Draft::plain(3, 2)
        .asking(&[(Measure::Equity, 1), (Measure::FlowDistance, 2)])
        .asking(&[(Measure::Distance, 1)]);
    for (helper, industry) in draft.helpers.iter_mut().zip([5, 5, 19]) {
        helper.industry = industry;
    }
    draft.helpers[1].min_pairs = Some(0);
    draft.recipients[0].industry = 13;
    draft.recipients[1].industry = 10;
    draft.recipients[1].persons = 3;
    draft.recipients[1].weight = 2;
    for (index, distance) in [(0, 61), (1, 73), (4, 24), (5, 35), (8, 57), (9, 77)] {
        draft.pairs[index].distance = distance;
    }
    draft.tracks[0].recipient_max = Some(1);
    draft.tracks[0].helper_min = 1;
    draft
}

/// Found by search: the second priority stayed at 0 though 0.05 can be reached.
pub fn second_priority_not_improved() -> Draft {
    let mut draft = Draft::plain(4, 3)
        .asking(&[(Measure::Equity, 1)])
        .asking(&[(Measure::Fit, 1)]);
    draft.helpers[1].track = 1;
    draft.helpers[1].industry = 5;
    draft.helpers[1].persons = 1;
    draft.helpers[2].persons = 1;
    draft.helpers[2].budget = Some(10);
    draft.helpers[3].industry = 5;
    draft.recipients[0].industry = 10;
    draft.recipients[2].industry = 10;
    draft.recipients[2].quota = Some((0, 2));
    draft.pairs[2].tenths_of_fit = 1;
    draft.tracks[1].divisible = true;
    draft
}

/// Found by search: the back end failed at the master problem.
pub fn master_fails() -> Draft {
    let mut draft = Draft::plain(4, 3).asking(&[(Measure::CoverageFloor, 4)]);
    for (helper, industry) in draft.helpers.iter_mut().zip([37, 0, 29]) {
        helper.track = 1;
        helper.industry = industry;
    }
    draft.helpers[2].max_pairs = Some(1);
    for (recipient, industry) in draft.recipients.iter_mut().zip([85, 25, 54]) {
        recipient.industry = industry;
    }
    draft.recipients[2].persons = 4;
    draft.tracks[1].recipient_min = 1;
    draft.tracks[1].minimum_support = 25;
    draft
}

/// Found by search: the verifier did not see that the first priority is a floor, because of a second measure
/// that counts nothing, and certified 13.69 where the solver had proven -8.
pub fn floor_beside_nothing() -> Draft {
    let mut draft = Draft::plain(3, 2)
        .asking(&[(Measure::Coverage, 1), (Measure::CoverageFloor, 1)])
        .asking(&[(Measure::Distance, 1)]);
    draft.tiers[0][0].track = Some(0);
    for (helper, industry) in draft.helpers.iter_mut().zip([26, 0, 25]) {
        helper.track = 1;
        helper.industry = industry;
    }
    draft.recipients[1].industry = 26;
    draft.pairs[1].distance = 16;
    draft.pairs[8].distance = 38;
    draft.tracks[1].recipient_max = Some(1);
    draft
}
