//! For each rule family a case with rows of it, and one without.

use crate::tiny::{Tiny, quantity};
use jiedui_domain::{DecisionAction, RuleFamily, Share, Wan};

/// Two counties and two helpers that share `industry`.
fn two_by_two() -> Tiny {
    Tiny::new()
        .recipient("r1", &[("industry", "80")])
        .recipient("r2", &[("industry", "60.5")])
        .helper("h1", &[("industry", "200")])
        .helper("h2", &[("industry", "50")])
}

/// The case of a family: with rows of it where `applies`, else without.
pub fn case_of(family: RuleFamily, applies: bool) -> Tiny {
    match (family, applies) {
        (RuleFamily::NeedBalance, true) => Tiny::new()
            .recipient("r1", &[("industry", "80"), ("health", "2.5")])
            .recipient("r2", &[("industry", "0")])
            .helper("h1", &[("industry", "200"), ("health", "4")])
            .helper("h2", &[("industry", "50")]),
        (RuleFamily::NeedBalance, false) => Tiny::new()
            .recipient("r1", &[("industry", "0")])
            .recipient("r2", &[])
            .helper("h1", &[]),

        (RuleFamily::SectorSupply, true) => Tiny::new()
            .recipient("r1", &[("industry", "80"), ("health", "3")])
            .recipient("r2", &[("industry", "60.5"), ("health", "2")])
            .helper("h1", &[("industry", "100"), ("health", "3.9")]),
        // 80 + 60.5 is within 200; h2 alone has one county that it can help.
        (RuleFamily::SectorSupply, false) => Tiny::new()
            .recipient("r1", &[("industry", "80")])
            .recipient("r2", &[("industry", "60.5")])
            .helper("h1", &[("industry", "140.5")]),

        // 0.8 % of 20000 is 160; h2 has its own figure.
        (RuleFamily::Budget, true) => Tiny::new()
            .place_track(|track| {
                track.funding_rate.insert(2025, quantity("0.008"));
            })
            .recipient("r1", &[("industry", "80"), ("health", "3")])
            .recipient("r2", &[("industry", "60.5")])
            .place("p1", |place| place.revenue = Some(Wan::units(20_000)))
            .helper("h1", &[("industry", "200"), ("health", "3")])
            .that(|row| row.place = Some("p1".to_owned()))
            .helper("h2", &[("industry", "50")])
            .that(|row| row.budget = Some(Wan::units(70))),
        // h1 has no limit; h2 could not spend more than 100 anyway.
        (RuleFamily::Budget, false) => two_by_two().that(|row| row.budget = Some(Wan::units(100))),

        (RuleFamily::Activation, true) => two_by_two(),
        (RuleFamily::Activation, false) => two_by_two().place_track(|track| track.divisible = true),

        // r2 needs less than the minimum, so its whole need is enough; h2 could not carry 70 at all.
        (RuleFamily::MinimumSupport, true) => {
            two_by_two().place_track(|track| track.minimum_support = Wan::units(70))
        }
        (RuleFamily::MinimumSupport, false) => two_by_two(),

        // r2 wants two by its own row; r3 can have nobody, for no one has what it needs.
        (RuleFamily::RecipientQuota, true) => two_by_two()
            .recipient("r3", &[("health", "3")])
            .quota("r2", Some(2), Some(2))
            .place_track(|track| {
                track.recipient_min = 1;
                track.recipient_max = Some(1);
            }),
        (RuleFamily::RecipientQuota, false) => {
            two_by_two().place_track(|track| track.recipient_max = Some(2))
        }

        (RuleFamily::HelperQuota, true) => two_by_two()
            .that(|row| {
                row.min_pairs = Some(1);
                row.max_pairs = Some(2);
            })
            .place_track(|track| track.helper_max = Some(1)),
        (RuleFamily::HelperQuota, false) => {
            two_by_two().place_track(|track| track.helper_max = Some(2))
        }

        (RuleFamily::HelperLoad, true) => two_by_two()
            .pair("h2", "r1", None, None, Some("1.5"))
            .that(|row| row.max_load = Some(quantity("2"))),
        (RuleFamily::HelperLoad, false) => {
            two_by_two().that(|row| row.max_load = Some(quantity("2")))
        }

        // h1 may have both counties, h2 only one.
        (RuleFamily::EffortFloor, true) => Tiny::new()
            .place_track(|track| track.effort_floor = quantity::<Share>("0.8"))
            .recipient("r1", &[("industry", "80")])
            .recipient("r2", &[("industry", "60.5"), ("health", "1")])
            .helper("h1", &[("industry", "200"), ("health", "1")])
            .that(|row| row.budget = Some(Wan::units(100)))
            .helper("h2", &[("industry", "50")])
            .that(|row| {
                row.budget = Some(Wan::units(40));
                row.max_pairs = Some(1);
            }),
        // A floor without a budget asks for nothing.
        (RuleFamily::EffortFloor, false) => {
            two_by_two().place_track(|track| track.effort_floor = quantity::<Share>("0.8"))
        }

        // Four pairs of last year, of which one may end; h2–r3 is no candidate any more, and h2–r4 is
        // none either although it is young.
        (RuleFamily::Continuity, true) => two_by_two()
            .recipient("r3", &[("health", "3")])
            .recipient("r4", &[("health", "3")])
            .previous("h1", "r1", 2015)
            .previous("h2", "r2", 2024)
            .previous("h2", "r3", 2019)
            .previous("h2", "r4", 2024)
            .place_track(|track| {
                track.max_changes = Some(1);
                track.min_tenure_years = 2;
            }),
        (RuleFamily::Continuity, false) => {
            two_by_two()
                .previous("h1", "r1", 2015)
                .place_track(|track| {
                    track.max_changes = Some(1);
                    track.min_tenure_years = 2;
                })
        }

        // The lock on h2–r3 contradicts the rule that pairs share a sector.
        (RuleFamily::Decision, true) => two_by_two()
            .recipient("r3", &[("health", "3")])
            .decision(DecisionAction::Lock, "h1", "r2")
            .decision(DecisionAction::Lock, "h2", "r3"),
        (RuleFamily::Decision, false) => two_by_two().decision(DecisionAction::Forbid, "h1", "r2"),
    }
}
