//! For each measure a case where it has terms, and one where it has none. The measure is objective 1.

use crate::tiny::{Tiny, quantity};
use jiedui_domain::{EquityCurve, Measure, Objective, Policy, Share, Wan, Weight};

/// Two counties, the second of weight 3 and 2 steps harder, two helpers, some distances and fits.
fn two_by_two() -> Tiny {
    let mut tiny = Tiny::new()
        .recipient("r1", &[("industry", "80")])
        .recipient("r2", &[("industry", "60"), ("health", "1.6")])
        .place("r2", |place| place.hardship_class = Some(3))
        .place("p1", |place| place.hardship_class = Some(1))
        .helper("h1", &[("industry", "200"), ("health", "4")])
        .that(|row| {
            row.place = Some("p1".to_owned());
            row.budget = Some(Wan::units(160));
        })
        .helper("h2", &[("industry", "50")])
        .pair("h1", "r1", Some("84.5"), Some("0.75"), None)
        .pair("h1", "r2", None, Some("-0.5"), None)
        .pair("h2", "r2", Some("300"), Some("0.125"), None)
        .previous("h1", "r1", 2015)
        .previous("h2", "r2", 2025);
    tiny.tables.recipients[1].weight = Some(Weight::units(3));
    tiny
}

/// Two counties without needs and a helper without supplies: a pure matching.
fn without_amounts() -> Tiny {
    Tiny::new()
        .recipient("r1", &[])
        .recipient("r2", &[])
        .helper("h1", &[])
}

/// Counts only a track that nobody belongs to.
fn of_an_empty_track(tiny: Tiny, measure: Measure) -> Tiny {
    tiny.track("chamber").policy(|policy: &mut Policy| {
        let chamber = policy.track_by_code("chamber").expect("the track");
        policy.objectives = vec![Objective {
            tracks: vec![chamber],
            ..Objective::plain(measure, 1)
        }];
    })
}

/// The case of a measure: with terms where `applies`, else without.
pub fn case_of(measure: Measure, applies: bool) -> Tiny {
    let all_tracks = |tiny: Tiny| tiny.objective(measure, 1);
    match (measure, applies) {
        (Measure::Equity, true) => all_tracks(two_by_two()).policy(|policy| {
            policy.equity = EquityCurve {
                breakpoints: [("0", "0"), ("0.5", "0.75"), ("0.75", "1"), ("1", "1")]
                    .map(|(coverage, worth)| {
                        (quantity::<Share>(coverage), quantity::<Share>(worth))
                    })
                    .to_vec(),
            };
        }),
        (Measure::Continuity, true) => two_by_two().policy(|policy| {
            policy.objectives = vec![Objective {
                by_age: true,
                ..Objective::plain(measure, 1)
            }];
        }),
        (_, true) => all_tracks(two_by_two()),

        // Shares of a need that does not exist, or no budget to compare with.
        (Measure::CoverageFloor | Measure::Equity | Measure::EffortBalance, false) => {
            all_tracks(without_amounts())
        }
        // A floor over recipients exists as soon as there is one.
        (Measure::FitFloor, false) => all_tracks(Tiny::new().helper("h1", &[("industry", "200")])),
        // Nothing tells a distance.
        (Measure::Distance | Measure::FlowDistance, false) => all_tracks(
            Tiny::new()
                .recipient("r1", &[("industry", "80")])
                .helper("h1", &[("industry", "200")]),
        ),
        // No pair of last year; nobody climbs.
        (Measure::Continuity | Measure::Hardship, false) => all_tracks(
            Tiny::new()
                .recipient("r1", &[("health", "3")])
                .helper("h1", &[("health", "2")]),
        ),
        // A divisible track forms no pairs.
        (Measure::Pairs, false) => {
            all_tracks(two_by_two().place_track(|track| track.divisible = true))
        }
        (Measure::Coverage | Measure::Fit, false) => of_an_empty_track(two_by_two(), measure),
    }
}
