//! Every reason: a case just beyond it, and the same case just within.

use super::case_builder::{CaseBuilder, h, r};
use crate::Exclusion;
use jiedui_domain::{Amount, Km, Load, Quantity, Share, Wan};

/// Helper `h` sits in `A` (class 1), recipient `B` has class 3; 100 km given.
fn base() -> CaseBuilder {
    CaseBuilder::new()
        .place("A", |row| row.hardship_class = Some(1))
        .place("B", |row| row.hardship_class = Some(3))
        .recipient_at("B")
        .helper_with("h", |row| row.place = Some("A".to_owned()))
        .pair("h", "B", |row| row.distance = Some(Km::units(100)))
}

/// The reasons against the only pair; none where it is a candidate.
fn reasons(builder: &CaseBuilder) -> Vec<Exclusion> {
    let (_, graph) = builder.graph();
    match graph.exclusions(h(0), r(0)) {
        Some(reasons) => {
            assert_eq!(graph.arc(h(0), r(0)), None);
            assert!(!reasons.is_empty());
            reasons.to_vec()
        }
        None => {
            assert!(graph.arc(h(0), r(0)).is_some());
            Vec::new()
        }
    }
}

fn amount(units: i64) -> Amount {
    Amount::units(units)
}

#[test]
fn pair_without_reason_is_candidate() {
    assert_eq!(reasons(&base()), vec![]);
}

#[test]
fn forbidden_names_the_decision() {
    // Decisions are ordered by helper: those about `a` come first.
    let builder = base().helper("a").forbid("h", "B").lock("a", "B");
    let (_, graph) = builder.graph();
    let expected = [Exclusion::Forbidden { decision: 1 }];
    assert_eq!(graph.exclusions(h(1), r(0)), Some(expected.as_slice()));
    assert!(graph.arc(h(0), r(0)).is_some());
}

#[test]
fn distance_limit_excludes_beyond_only() {
    let limited = |km| base().with_track(|track| track.max_distance = Some(Km::units(km)));
    assert_eq!(reasons(&limited(100)), vec![]);
    let expected = Exclusion::BeyondDistance {
        distance: Km::units(100),
        limit: Km::units(99),
    };
    assert_eq!(reasons(&limited(99)), vec![expected]);
}

#[test]
fn unknown_distance_excludes_only_under_a_limit() {
    let mut builder = base();
    builder.tables.pairs.clear();
    assert_eq!(reasons(&builder), vec![]);
    let limit = Km::units(500);
    let builder = builder.with_track(|track| track.max_distance = Some(limit));
    assert_eq!(
        reasons(&builder),
        vec![Exclusion::DistanceUnknown { limit }]
    );
}

#[test]
fn no_common_sector_needs_amounts_on_both_sides() {
    let supply = base().supply("h", "money", amount(5));
    let need = base().need("B", "staff", amount(5));
    let apart = supply.clone().need("B", "staff", amount(5));
    let zero = supply
        .clone()
        .need("B", "money", amount(0))
        .need("B", "staff", amount(5));
    let shared = apart.clone().need("B", "money", amount(1));
    let shared_out = |builder: &CaseBuilder| {
        let builder = builder.clone();
        builder.with_track(|track| track.divisible = true)
    };
    for (builder, excluded) in [
        // Without amounts on both sides a divisible track has nothing to share out.
        (shared_out(&supply), true),
        (shared_out(&need), true),
        (shared_out(&shared), false),
        (supply, false),
        (need, false),
        (apart, true),
        (zero, true),
        (shared, false),
    ] {
        let expected = if excluded {
            vec![Exclusion::NoCommonSector]
        } else {
            vec![]
        };
        assert_eq!(reasons(&builder), expected);
    }
}

#[test]
fn hardship_gap_is_checked_where_the_helper_has_a_place() {
    let limited = |limit| base().with_track(move |track| track.max_hardship_gap = Some(limit));
    assert_eq!(reasons(&limited(2)), vec![]);
    let expected = Exclusion::HardshipGap { gap: 2, limit: 1 };
    assert_eq!(reasons(&limited(1)), vec![expected]);
    let mut nowhere = limited(1);
    nowhere.tables.helpers[0].place = None;
    assert_eq!(reasons(&nowhere), vec![]);
}

#[test]
fn same_place_is_excluded() {
    let mut builder = base();
    builder.tables.helpers[0].place = Some("B".to_owned());
    assert_eq!(reasons(&builder), vec![Exclusion::SamePlace]);
}

#[test]
fn minimum_support_counts_value_budget_and_whole_need() {
    // Supply 10 money + 2.9 staff against need 8 money + 5 staff: 8 + 2·2 = 12 in whole persons.
    let builder = |support: Wan, budget: Option<i64>| {
        let mut builder = base()
            .supply("h", "money", amount(10))
            .supply("h", "staff", Amount::from_scaled(2_900_000))
            .need("B", "money", amount(8))
            .need("B", "staff", amount(5))
            .with_track(|track| track.minimum_support = support);
        builder.tables.helpers[0].budget = budget.map(Wan::units);
        builder
    };
    let unreachable = |reachable, required| {
        vec![Exclusion::MinimumSupportUnreachable {
            reachable: Wan::units(reachable),
            required,
        }]
    };
    assert_eq!(reasons(&builder(Wan::units(12), None)), vec![]);
    let above = Wan::from_scaled(12_000_001);
    assert_eq!(reasons(&builder(above, None)), unreachable(12, above));
    let ten = Wan::units(10);
    assert_eq!(reasons(&builder(ten, Some(10))), vec![]);
    assert_eq!(reasons(&builder(ten, Some(9))), unreachable(9, ten));
    // The need is worth 8 + 5·2 = 18: no more than that can be required.
    let whole_need = Wan::units(18);
    assert_eq!(
        reasons(&builder(Wan::units(100), None)),
        unreachable(12, whole_need)
    );
}

#[test]
fn minimum_support_asks_nothing_of_a_recipient_without_need() {
    let builder = base().with_track(|track| track.minimum_support = Wan::units(100));
    assert_eq!(reasons(&builder), vec![]);
}

#[test]
fn effort_floor_excludes_only_the_only_pair() {
    // Ten money can flow; the floor asks for half of the budget.
    let builder = |budget: i64, max_pairs: Option<u32>| {
        let mut builder = base()
            .supply("h", "money", amount(50))
            .need("B", "money", amount(10))
            .with_track(|track| track.effort_floor = Share::from_scaled(500_000));
        builder.tables.helpers[0].budget = Some(Wan::units(budget));
        builder.tables.helpers[0].max_pairs = max_pairs;
        builder
    };
    let expected = Exclusion::EffortFloorUnreachable {
        reachable: Wan::units(10),
        required: Wan::from_scaled(10_500_000),
    };
    assert_eq!(reasons(&builder(20, Some(1))), vec![]);
    assert_eq!(reasons(&builder(21, Some(1))), vec![expected.clone()]);
    assert_eq!(reasons(&builder(21, Some(2))), vec![]);
    assert_eq!(reasons(&builder(21, None)), vec![]);
    let by_track = builder(21, None).with_track(|track| track.helper_max = Some(1));
    assert_eq!(reasons(&by_track), vec![expected]);
}

#[test]
fn quotas_of_zero_exclude() {
    let recipient = base().quota("B", None, Some(0));
    assert_eq!(reasons(&recipient), vec![Exclusion::RecipientQuotaZero]);
    assert_eq!(reasons(&base().quota("B", None, Some(1))), vec![]);
    let helper = |max| {
        let mut builder = base();
        builder.tables.helpers[0].max_pairs = Some(max);
        builder
    };
    assert_eq!(reasons(&helper(0)), vec![Exclusion::HelperQuotaZero]);
    assert_eq!(reasons(&helper(1)), vec![]);
}

#[test]
fn load_above_the_helpers_limit_excludes() {
    let builder = |load: Option<Load>| {
        let mut builder = base();
        builder.tables.helpers[0].max_load = Some(Load::units(1));
        builder.tables.pairs[0].load = load;
        builder
    };
    assert_eq!(reasons(&builder(None)), vec![]);
    let load = Load::from_scaled(1_000_001);
    let expected = Exclusion::LoadTooLarge {
        load,
        limit: Load::units(1),
    };
    assert_eq!(reasons(&builder(Some(load))), vec![expected]);
}

/// Every reason that can meet the others, at once.
fn everything_wrong() -> CaseBuilder {
    let mut builder = base()
        .forbid("h", "B")
        .quota("B", None, Some(0))
        .supply("h", "money", amount(5))
        .need("B", "staff", amount(5))
        .with_track(|track| {
            track.max_distance = Some(Km::units(1));
            track.max_hardship_gap = Some(0);
            track.minimum_support = Wan::units(1);
        });
    let helper = &mut builder.tables.helpers[0];
    helper.max_pairs = Some(0);
    helper.max_load = Some(Load::from_scaled(1));
    builder
}

#[test]
fn all_reasons_are_kept_in_order() {
    let found = reasons(&everything_wrong());
    let codes: Vec<&str> = found.iter().map(Exclusion::code).collect();
    let expected = [
        "forbidden",
        "beyond_distance",
        "no_common_sector",
        "hardship_gap",
        "minimum_support_unreachable",
        "recipient_quota_zero",
        "helper_quota_zero",
        "load_too_large",
    ];
    assert_eq!(codes, expected);
}

#[test]
fn divisible_track_leaves_out_the_rules_about_pairs() {
    let found = reasons(&everything_wrong().with_track(|track| track.divisible = true));
    let codes: Vec<&str> = found.iter().map(Exclusion::code).collect();
    let expected = [
        "forbidden",
        "beyond_distance",
        "no_common_sector",
        "hardship_gap",
    ];
    assert_eq!(codes, expected);
}
