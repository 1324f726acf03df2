//! Criteria, limits, alternatives, exclusions, provenance.

use super::small_case::dossier;
use crate::dossier::{CriterionKind, Dossier, ExclusionReason, LimitKind, LimitState, PairEntry};

fn pair<'a>(dossier: &'a Dossier, helper: &str, recipient: &str) -> &'a PairEntry {
    dossier.pair(helper, recipient).unwrap()
}

fn binding(pair: &PairEntry) -> Vec<(LimitKind, Option<&str>)> {
    let limits = pair.limits.iter();
    limits
        .filter(|limit| limit.state == LimitState::Binding)
        .map(|limit| (limit.kind, limit.sector.as_deref()))
        .collect()
}

#[test]
fn limits_that_bind_are_found_and_no_others() {
    let dossier = dossier();
    // h1: 80 of 80; both teachers given and needed; one of one on both sides; one change of one.
    assert_eq!(
        binding(pair(&dossier, "h1", "100001")),
        [
            (LimitKind::SectorSupply, Some("education")),
            (LimitKind::Budget, None),
            (LimitKind::NeedMet, Some("education")),
            (LimitKind::RecipientQuotaMax, None),
            (LimitKind::RecipientQuotaMin, None),
            (LimitKind::HelperQuotaMax, None),
            (LimitKind::Changes, None),
        ]
    );
    // h6: 20 of 25 supplied, 20 of 30 spent, no quota in a divisible track.
    assert_eq!(binding(pair(&dossier, "h6", "100002")), []);
    assert_eq!(
        binding(pair(&dossier, "h3", "100001")),
        [
            (LimitKind::SectorSupply, Some("industry")),
            (LimitKind::RecipientQuotaMax, None),
            (LimitKind::HelperQuotaMax, None),
            (LimitKind::Locked, None),
        ]
    );
}

#[test]
fn criteria_rank_among_the_candidates_of_both_sides() {
    let dossier = dossier();
    let entry = pair(&dossier, "h1", "100001");
    let criterion = |kind| {
        let found = entry
            .criteria
            .iter()
            .find(|entry| entry.criterion == kind)
            .unwrap();
        let rank = |side: Option<crate::dossier::Ranking>| side.map(|side| (side.rank, side.of));
        (found.value, rank(found.at_recipient), rank(found.at_helper))
    };
    // At 甲县 three places may help: h2 could carry 100 of 150, h1 80, h5 50.
    assert_eq!(
        criterion(CriterionKind::Capacity),
        (Some(80.0), Some((2, 3)), Some((1, 3)))
    );
    assert_eq!(
        criterion(CriterionKind::Continuity),
        (Some(5.0), Some((1, 3)), Some((1, 3)))
    );
    let (_, at_recipient, _) = criterion(CriterionKind::Fit);
    assert_eq!(at_recipient, Some((2, 3)));
    // h3 at 甲县 carries 40, h1 80.
    let (value, at_recipient, at_helper) = criterion(CriterionKind::CoverageAdded);
    assert!((value.unwrap() - 80.0 / 150.0).abs() < 1e-12);
    assert_eq!((at_recipient, at_helper), (Some((1, 2)), Some((1, 1))));
}

#[test]
fn alternatives_are_ordered_by_fit_and_say_what_they_do_now() {
    let dossier = dossier();
    let entry = pair(&dossier, "h1", "100001");
    let found: Vec<_> = entry
        .alternatives
        .iter()
        .map(|other| {
            let now: Vec<_> = other
                .now
                .iter()
                .map(|pair| pair.recipient.as_str())
                .collect();
            (
                other.helper.as_str(),
                other.position,
                other.previous_since,
                now,
                other.at_quota,
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("h2", 1, Some(2022), vec!["100002"], true),
            ("h5", 2, None, vec!["100003"], true),
        ]
    );
    // h4 is forbidden at 甲县, so h3 has no alternative there.
    assert!(pair(&dossier, "h3", "100001").alternatives.is_empty());
}

#[test]
fn excluded_pairs_carry_reasons_and_figures() {
    let dossier = dossier();
    let far = &dossier.exclusion("h4", "100002").unwrap().reasons;
    assert!(far.contains(&ExclusionReason::BeyondDistance {
        distance_km: 1200.0,
        limit_km: 900.0
    }));
    let forbidden = &dossier.exclusion("h4", "100001").unwrap().reasons;
    let decision = forbidden.iter().find_map(|reason| match reason {
        ExclusionReason::Forbidden { decision } => Some(decision),
        _ => None,
    });
    let decision = decision.unwrap();
    assert_eq!(decision.reason, "回避关联企业");
    assert_eq!(
        (decision.fact.file.as_str(), decision.fact.row),
        ("decisions.csv", 2)
    );
}

#[test]
fn every_combination_is_formed_or_candidate_or_excluded() {
    let dossier = dossier();
    for helper in &dossier.helpers {
        for recipient in &dossier.recipients {
            let found = [
                dossier.pair(&helper.code, &recipient.code).is_some(),
                dossier.candidate(&helper.code, &recipient.code).is_some(),
                dossier.exclusion(&helper.code, &recipient.code).is_some(),
            ];
            assert_eq!(
                found.iter().filter(|it| **it).count(),
                1,
                "{} {}",
                helper.code,
                recipient.code
            );
        }
    }
}

#[test]
fn value_is_split_by_the_weakest_basis() {
    let dossier = dossier();
    // Every need is estimated; the teachers of h1 (2 × 25) are illustrative.
    let quality = &dossier.data_quality.value_by_basis;
    assert_eq!((quality.published, quality.estimated), (0.0, 180.0));
    assert_eq!((quality.illustrative, quality.unstated), (50.0, 0.0));
    let h1 = pair(&dossier, "h1", "100001");
    assert_eq!(
        (h1.value_by_basis.estimated, h1.value_by_basis.illustrative),
        (30.0, 50.0)
    );
    assert!(
        h1.facts
            .iter()
            .any(|fact| fact.file == "needs.csv" && fact.row == 3)
    );
}

#[test]
fn last_years_pairs_are_kept_or_ended() {
    let dossier = dossier();
    assert_eq!(pair(&dossier, "h1", "100001").kept_since, Some(2020));
    assert_eq!(pair(&dossier, "h2", "100002").kept_since, None);
    let ended: Vec<_> = dossier
        .ended
        .iter()
        .map(|pair| (pair.helper.as_str(), pair.excluded))
        .collect();
    assert_eq!(ended, [("h2", false)]);
}
