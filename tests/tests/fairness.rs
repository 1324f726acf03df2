//! Every figure on fairness recomputed from the dossier's own tables, and the cut proven from them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use jiedui_domain::{Case, Population, Quantity};
use jiedui_engine::Dossier;
use jiedui_engine::dossier::{CutKind, Fairness, RecipientEntry, Spread};
use jiedui_tests::random_case::{draft, drawn};
use jiedui_tests::runs::{options_of, planned};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

static LOOKED_AT: AtomicUsize = AtomicUsize::new(0);
static PER_HEAD: AtomicUsize = AtomicUsize::new(0);
static TIGHT: AtomicUsize = AtomicUsize::new(0);
static ELSEWHERE: AtomicUsize = AtomicUsize::new(0);

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

fn coverage(entry: &RecipientEntry) -> Option<f64> {
    entry.coverage.as_ref().map(|exact| exact.value)
}

fn is_spread_of(spread: &Spread, figures: &[f64]) -> bool {
    let count = figures.len() as f64;
    let mean = figures.iter().sum::<f64>() / count;
    let least = figures.iter().copied().fold(f64::INFINITY, f64::min);
    let greatest = figures.iter().copied().fold(0.0, f64::max);
    let differences: f64 = figures
        .iter()
        .flat_map(|a| figures.iter().map(move |b| (a - b).abs()))
        .sum();
    let gini = (mean > 0.0).then(|| differences / (2.0 * count * count * mean));
    spread.recipients == figures.len()
        && near(spread.mean, mean)
        && near(spread.least, least)
        && near(spread.greatest, greatest)
        && spread.ratio.is_some() == (least > 0.0)
        && spread
            .ratio
            .is_none_or(|ratio| near(ratio, greatest / least))
        && match (spread.gini, gini) {
            (Some(found), Some(gini)) => near(found, gini),
            (found, gini) => found.is_none() && gini.is_none(),
        }
}

/// The rows of the cut stand at their figures, and no help reaches the group without passing one.
fn cut_separates(case: &Case, dossier: &Dossier, fairness: &Fairness) -> Result<(), TestCaseError> {
    let cut = &fairness.why;
    let total: f64 = cut.cut.iter().map(|row| row.wan).sum();
    prop_assert!(near(total, cut.reachable_wan), "{total} {cut:?}");
    let value = |code: &str| {
        let sector = case.policy.sector_by_code(code).unwrap();
        Quantity::to_f64(case.policy.sectors[sector].value)
    };
    let needs: f64 = cut
        .among
        .iter()
        .map(|code| dossier.recipient(code).unwrap().need_wan)
        .sum();
    prop_assert!(near(needs, cut.need_wan));
    prop_assert!(near(cut.at_most.value, cut.reachable_wan / cut.need_wan));
    for row in &cut.cut {
        let sector = row.sector.as_deref();
        let figure = match row.kind {
            CutKind::Budget => {
                let helper = dossier.helper(row.helper.as_deref().unwrap()).unwrap();
                helper.budget_wan.unwrap()
            }
            CutKind::Supply => {
                let helper = dossier.helper(row.helper.as_deref().unwrap()).unwrap();
                let of = helper
                    .supply
                    .iter()
                    .find(|supply| Some(&*supply.sector) == sector);
                of.unwrap().supply * value(sector.unwrap())
            }
            CutKind::Need => {
                let entry = dossier
                    .recipient(row.recipient.as_deref().unwrap())
                    .unwrap();
                let of = entry
                    .sectors
                    .iter()
                    .find(|one| Some(&*one.sector) == sector);
                of.unwrap().need * value(sector.unwrap())
            }
        };
        prop_assert!(near(row.wan, figure), "{row:?} stands at {figure}");
    }
    let has =
        |kind: CutKind, helper: Option<&str>, recipient: Option<&str>, sector: Option<&str>| {
            cut.cut.iter().any(|row| {
                row.kind == kind
                    && row.helper.as_deref() == helper
                    && row.recipient.as_deref() == recipient
                    && row.sector.as_deref() == sector
            })
        };
    let pairs = dossier
        .pairs
        .iter()
        .map(|pair| (&pair.helper, &pair.recipient));
    for (helper, recipient) in pairs.filter(|(_, recipient)| cut.among.contains(recipient)) {
        for supply in &dossier.helper(helper).unwrap().supply {
            let sector = Some(&*supply.sector);
            let entry = dossier.recipient(recipient).unwrap();
            let need = entry
                .sectors
                .iter()
                .find(|one| Some(&*one.sector) == sector);
            let carries = supply.supply > 0.0
                && need.is_some_and(|need| need.need > 0.0)
                && value(&supply.sector) > 0.0
                && dossier.helper(helper).unwrap().budget_wan != Some(0.0);
            prop_assert!(
                !carries
                    || has(CutKind::Budget, Some(helper), None, None)
                    || has(CutKind::Supply, Some(helper), None, sector)
                    || has(CutKind::Need, None, Some(recipient), sector),
                "{helper} reaches {recipient} in {sector:?} past {cut:?}"
            );
        }
    }
    Ok(())
}

/// No less than the helpers of one recipient could bring it, were there nobody else.
fn own_helpers_bring(case: &Case, dossier: &Dossier, entry: &RecipientEntry) -> f64 {
    let shared = dossier.candidates.iter().filter(|row| {
        let helper = dossier.helper(&row.helper).unwrap();
        row.recipient == entry.code && dossier.is_divisible(&helper.track)
    });
    let formed = dossier.pairs_of_recipient(&entry.code);
    let helpers: BTreeSet<&str> = formed
        .map(|pair| &*pair.helper)
        .chain(shared.map(|row| &*row.helper))
        .collect();
    let of_one = |helper: &str| {
        let helper = dossier.helper(helper).unwrap();
        let shared = entry.sectors.iter().map(|need| {
            let sector = case.policy.sector_by_code(&need.sector).unwrap();
            let value = Quantity::to_f64(case.policy.sectors[sector].value);
            let mut supplies = helper.supply.iter();
            let of = supplies.find(|supply| supply.sector == need.sector);
            value * of.map_or(0.0, |supply| supply.supply.min(need.need))
        });
        let shared: f64 = shared.sum();
        helper
            .budget_wan
            .map_or(shared, |budget| budget.min(shared))
    };
    helpers.into_iter().map(of_one).sum()
}

fn figures_hold(case: &Case) -> Result<(), TestCaseError> {
    let options = options_of(case);
    let Some(run) = planned(case, &options) else {
        return Ok(());
    };
    let dossier = &run.dossier;
    let covered: Vec<f64> = dossier.recipients.iter().filter_map(coverage).collect();
    let Some(fairness) = &dossier.fairness else {
        prop_assert!(covered.is_empty());
        return Ok(());
    };
    LOOKED_AT.fetch_add(1, Ordering::Relaxed);
    prop_assert!(
        is_spread_of(&fairness.coverage, &covered),
        "{:?}",
        fairness.coverage
    );
    let per_head = |entry: &RecipientEntry| {
        let people = entry.population.filter(|people| *people > 0.0)?;
        entry.coverage.as_ref().map(|_| entry.given_wan / people)
    };
    let per_head: Vec<f64> = dossier.recipients.iter().filter_map(per_head).collect();
    match &fairness.per_head_yuan {
        Some(spread) => prop_assert!(is_spread_of(spread, &per_head), "{spread:?}"),
        None => prop_assert!(per_head.is_empty()),
    }
    PER_HEAD.fetch_add(
        usize::from(per_head.len() < covered.len() && covered.len() < dossier.recipients.len()),
        Ordering::Relaxed,
    );
    let counted: usize = fairness
        .zones
        .iter()
        .map(|zone| zone.coverage.recipients)
        .sum();
    prop_assert_eq!(counted, covered.len());
    for zone in &fairness.zones {
        let of_zone = || {
            let entries = dossier.recipients.iter();
            entries.filter(|one| one.prefecture == zone.prefecture && one.coverage.is_some())
        };
        let covered: Vec<f64> = of_zone().filter_map(coverage).collect();
        prop_assert!(is_spread_of(&zone.coverage, &covered));
        prop_assert!(near(
            zone.given_wan,
            of_zone().map(|one| one.given_wan).sum()
        ));
        prop_assert!(near(zone.need_wan, of_zone().map(|one| one.need_wan).sum()));
    }
    for track in &fairness.tracks {
        let of_track = |entry: &RecipientEntry| -> f64 {
            let pairs = dossier.pairs_of_recipient(&entry.code);
            pairs
                .filter(|pair| pair.track == track.track)
                .map(|pair| pair.value_wan)
                .sum()
        };
        let needy = || {
            dossier
                .recipients
                .iter()
                .filter(|one| one.coverage.is_some())
        };
        let shares: Vec<f64> = needy().map(|one| of_track(one) / one.need_wan).collect();
        prop_assert!(is_spread_of(&track.share_of_need, &shares));
        prop_assert!(near(track.given_wan, needy().map(of_track).sum()));
        prop_assert_eq!(
            track.served,
            needy().filter(|one| of_track(one) > 0.0).count()
        );
    }
    let least = fairness.coverage.least;
    for code in &fairness.worst {
        prop_assert!(near(
            coverage(dossier.recipient(code).unwrap()).unwrap(),
            least
        ));
        ELSEWHERE.fetch_add(
            usize::from(!fairness.why.among.contains(code)),
            Ordering::Relaxed,
        );
    }
    for entry in dossier
        .recipients
        .iter()
        .filter(|one| one.coverage.is_some())
    {
        let alone = own_helpers_bring(case, dossier, entry) / entry.need_wan;
        prop_assert!(
            fairness.why.at_most.value <= alone + 1e-9,
            "{} is held at {alone} by its own helpers: {:?}",
            entry.code,
            fairness.why
        );
    }
    prop_assert!(fairness.why.at_most.value >= least - 1e-9);
    TIGHT.fetch_add(
        usize::from(near(fairness.why.at_most.value, least)),
        Ordering::Relaxed,
    );
    cut_separates(case, dossier, fairness)
}

proptest! {
    #![proptest_config(drawn(200, 20_250_904))]

    fn figures_of_random_cases(draft in draft()) {
        let mut case = draft.case();
        // Two of three places have a population, one of them nobody.
        for (people, id) in (0..3).cycle().zip(case.places.ids()) {
            let population = (people > 0).then(|| Population::from_scaled((people - 1) * 1_234_567));
            case.places[id].population = population;
        }
        figures_hold(&case)?;
    }
}

#[test]
fn every_figure_on_fairness_is_recomputed() {
    figures_of_random_cases();
    // A generator that stopped making needs would test nothing.
    assert!(LOOKED_AT.load(Ordering::Relaxed) > 50, "{LOOKED_AT:?}");
    assert!(PER_HEAD.load(Ordering::Relaxed) > 5, "{PER_HEAD:?}");
    assert!(TIGHT.load(Ordering::Relaxed) > 10, "{TIGHT:?}");
    assert!(ELSEWHERE.load(Ordering::Relaxed) > 5, "{ELSEWHERE:?}");
}
