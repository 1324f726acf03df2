//! A pair of the plan on one screen: what it brings, who else could come and what that would cost, what
//! is used up, and what it would cost to give it up. Everything else is told by the full depth.

mod others;

use super::regret::regret_page;
use crate::block::Block;
use crate::number;
use crate::phrase::{
    clause_list, decision_words, help_words, limit_sentence, means_words, measure_name,
    place_words, status_words, survival,
};
use crate::wording::Wording;
use jiedui_domain::Measure;
use jiedui_explain::dossier::{
    Contribution, ContributionKind, CriterionKind, DistanceOrigin, FitOrigin, Limit, LimitKind,
    PairEntry, UnitOfMeasure,
};
use others::others;

/// Limits told; the rest are counted.
const LIMITS: usize = 5;
/// Figures told beside the share of runs in which the pair stays.
const CELLS: usize = 1;

/// The page; its heading is the caller's.
pub(super) fn pair_page(wording: Wording<'_>, pair: &PairEntry) -> Vec<Block> {
    let mut blocks = vec![Block::Bullets(brings(wording, pair))];
    blocks.extend(others(wording, pair));
    let limits = limits(wording, pair);
    if !limits.is_empty() {
        blocks.push(Block::Led(wording.word("exp-page-limits"), limits));
    }
    let regrets = wording.dossier.regrets.as_ref();
    match regrets.and_then(|known| known.pair(&pair.helper, &pair.recipient)) {
        Some(row) => blocks.extend(regret_page(wording, row)),
        None if pair.divisible => {}
        None => blocks.push(Block::Paragraph(wording.word("exp-page-no-cost"))),
    }
    blocks
}

fn brings(wording: Wording<'_>, pair: &PairEntry) -> Vec<String> {
    let status = status_words(wording, pair);
    let mut items = vec![if pair.clauses.is_empty() {
        wording.text("exp-pair-status", &[("status", &status)])
    } else {
        let clauses = clause_list(wording, &pair.clauses);
        wording.text(
            "exp-page-status",
            &[("status", &status), ("clauses", &clauses)],
        )
    }];
    if let Some(decision) = &pair.locked {
        let decision = decision_words(wording, decision);
        items.push(wording.text("exp-pair-locked", &[("decision", &decision)]));
    }
    if wording.tells_amounts() {
        items.push(help(wording, pair));
        items.extend(means_words(wording, pair));
    }
    items.extend(coverage(wording, pair));
    items.push(fit(wording, pair));
    items.push(distance(wording, pair));
    items.extend(
        pair.contributions
            .iter()
            .filter(|one| is_objective(wording, one.measure))
            .filter_map(|one| in_objective(wording, one)),
    );
    items.extend(basis(wording, pair));
    items.extend(survival(wording, &pair.helper, &pair.recipient, CELLS));
    items
}

fn help(wording: Wording<'_>, pair: &PairEntry) -> String {
    let help = help_words(wording, &pair.help);
    let value = wording.with_unit(pair.value_wan, UnitOfMeasure::Wan);
    match criterion(pair, CriterionKind::CoverageAdded).and_then(|found| found.value) {
        Some(share) => wording.text(
            "exp-page-help",
            &[
                ("help", &help),
                ("value", &value),
                ("recipient", &wording.recipient(&pair.recipient)),
                ("share", &number::percent(share)),
            ],
        ),
        None => wording.text("exp-pair-help", &[("help", &help), ("value", &value)]),
    }
}

/// What all help does for the recipient, beside the one that gets least.
fn coverage(wording: Wording<'_>, pair: &PairEntry) -> Option<String> {
    let of = |code: &str| {
        let entry = wording.dossier.recipient(code)?;
        Some(entry.coverage.as_ref()?.value)
    };
    let own = of(&pair.recipient)?;
    let all = wording.dossier.recipients.iter();
    let floor = all
        .filter_map(|entry| Some(entry.coverage.as_ref()?.value))
        .fold(f64::INFINITY, f64::min);
    let key = if own <= floor {
        "exp-page-coverage-floor"
    } else {
        "exp-page-coverage"
    };
    Some(wording.text(
        key,
        &[
            ("recipient", &wording.recipient(&pair.recipient)),
            ("coverage", &number::percent(own)),
            ("floor", &number::percent(floor)),
        ],
    ))
}

fn fit(wording: Wording<'_>, pair: &PairEntry) -> String {
    let origin = fit_origin(wording, pair);
    let fit = pair.fit.map_or_else(|| "–".to_owned(), number::fit);
    let ranking = criterion(pair, CriterionKind::Fit).and_then(|found| found.at_recipient);
    let Some(ranking) = ranking else {
        return wording.text("exp-pair-fit", &[("fit", &fit), ("origin", &origin)]);
    };
    wording.text(
        "exp-page-fit",
        &[
            ("fit", &fit),
            ("origin", &origin),
            ("place", &place_words(wording, ranking)),
            ("of", &ranking.of.to_string()),
        ],
    )
}

fn distance(wording: Wording<'_>, pair: &PairEntry) -> String {
    let origin = distance_origin(wording, pair);
    let distance = wording.distance(pair.distance_km);
    let ranking = criterion(pair, CriterionKind::Distance).and_then(|found| found.at_recipient);
    let values = [("distance", distance.as_str()), ("origin", &origin)];
    // A helper whose distance nothing tells has no rank by distance, but one by fit.
    let all = criterion(pair, CriterionKind::Fit).and_then(|found| found.at_recipient);
    match ranking {
        Some(ranking) => {
            let place = place_words(wording, ranking);
            let of = ranking.of.to_string();
            let key = if all.is_some_and(|all| ranking.of < all.of) {
                "exp-page-distance-known"
            } else {
                "exp-page-distance"
            };
            let values = [values[0], values[1], ("place", &place), ("of", &of)];
            wording.text(key, &values)
        }
        None => wording.text("exp-pair-distance", &values),
    }
}

/// Where the distance came from, in words.
pub(super) fn distance_origin(wording: Wording<'_>, pair: &PairEntry) -> String {
    wording.word(match pair.distance_origin {
        Some(DistanceOrigin::Given) => "exp-distance-given",
        Some(DistanceOrigin::Roads) => "exp-distance-roads",
        Some(DistanceOrigin::GreatCircle) => "exp-distance-great-circle",
        None => "exp-distance-unknown",
    })
}

/// Where the fit came from, in words.
pub(super) fn fit_origin(wording: Wording<'_>, pair: &PairEntry) -> String {
    wording.word(match pair.fit_origin {
        Some(FitOrigin::Given) => "exp-fit-given",
        Some(FitOrigin::SupplyNeed) => "exp-fit-supply-need",
        Some(FitOrigin::Industry) => "exp-fit-industry",
        None => "exp-fit-unknown",
    })
}

/// Whether a priority asks for the measure over all tracks, as contributions are told.
fn is_objective(wording: Wording<'_>, measure: Measure) -> bool {
    let objectives = wording.dossier.tiers.iter();
    objectives
        .flat_map(|tier| &tier.objectives)
        .any(|objective| objective.measure == measure && objective.tracks.is_empty())
}

/// What the pair does in an objective, where that is not its own distance, fit or age. A pair that adds
/// nothing does nothing, wherever the measure is attained.
fn in_objective(wording: Wording<'_>, contribution: &Contribution) -> Option<String> {
    let measure = measure_name(wording, contribution.measure);
    let adds = contribution.value.as_ref();
    adds.filter(|added| added.value != 0.0)?;
    match contribution.kind {
        ContributionKind::Binding => {
            Some(wording.text("exp-page-binding", &[("measure", &measure)]))
        }
        ContributionKind::WithoutPair => {
            let value = contribution.value.as_ref()?.value;
            let points = number::points(value);
            let value = wording.text("rep-unit-points", &[("n", &points)]);
            Some(wording.text(
                "exp-page-without",
                &[("measure", &measure), ("value", &value)],
            ))
        }
        ContributionKind::Additive | ContributionKind::None => None,
    }
}

/// The kinds of data behind the value; those that have no part in it are not named.
fn basis(wording: Wording<'_>, pair: &PairEntry) -> Option<String> {
    let by_basis = &pair.value_by_basis;
    let total = by_basis.total();
    let parts = [
        ("exp-page-basis-published", by_basis.published),
        ("exp-page-basis-estimated", by_basis.estimated),
        ("exp-page-basis-illustrative", by_basis.illustrative),
        ("exp-page-basis-unstated", by_basis.unstated),
    ];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(_, value)| *value > 0.0)
        .map(|(key, value)| wording.text(key, &[("share", &number::percent(value / total))]))
        .collect();
    let parts = (!parts.is_empty()).then(|| wording.list(&parts))?;
    Some(wording.text("exp-page-basis", &[("parts", &parts)]))
}

fn criterion(pair: &PairEntry, kind: CriterionKind) -> Option<&jiedui_explain::dossier::Criterion> {
    pair.criteria.iter().find(|entry| entry.criterion == kind)
}

/// What is used up; limits of one kind together.
fn limits(wording: Wording<'_>, pair: &PairEntry) -> Vec<String> {
    let has = |kind| pair.limits.iter().any(|limit| limit.kind == kind);
    let exactly = |max, min| has(max) && has(min);
    let at_recipient = exactly(LimitKind::RecipientQuotaMax, LimitKind::RecipientQuotaMin);
    let at_helper = exactly(LimitKind::HelperQuotaMax, LimitKind::HelperQuotaMin);
    let mut items: Vec<String> = Vec::new();
    let mut told: Vec<LimitKind> = Vec::new();
    for limit in &pair.limits {
        let item = match limit.kind {
            LimitKind::SectorSupply | LimitKind::NeedMet if told.contains(&limit.kind) => continue,
            LimitKind::SectorSupply => sectors(wording, pair, limit.kind, "exp-page-supply"),
            LimitKind::NeedMet => sectors(wording, pair, limit.kind, "exp-page-need"),
            LimitKind::RecipientQuotaMin if at_recipient => continue,
            LimitKind::HelperQuotaMin if at_helper => continue,
            LimitKind::RecipientQuotaMax if at_recipient => {
                quota(wording, pair, limit, "exp-page-recipient-quota")
            }
            LimitKind::HelperQuotaMax if at_helper => {
                quota(wording, pair, limit, "exp-page-helper-quota")
            }
            LimitKind::Budget => quota(wording, pair, limit, "exp-page-budget"),
            // The decision is told above.
            LimitKind::Locked => continue,
            _ => limit_sentence(wording, pair, limit),
        };
        told.push(limit.kind);
        items.push(item);
    }
    if items.len() > LIMITS {
        let more = number::count(items.len() + 1 - LIMITS);
        items.truncate(LIMITS - 1);
        items.push(wording.text("wn-more", &[("n", &more)]));
    }
    items
}

fn sectors(wording: Wording<'_>, pair: &PairEntry, kind: LimitKind, key: &str) -> String {
    let names: Vec<String> = pair
        .limits
        .iter()
        .filter(|limit| limit.kind == kind)
        .filter_map(|limit| Some(wording.sector(limit.sector.as_deref()?)))
        .collect();
    wording.text(
        key,
        &[
            ("helper", &wording.helper(&pair.helper)),
            ("recipient", &wording.recipient(&pair.recipient)),
            ("sectors", &wording.list(&names)),
        ],
    )
}

fn quota(wording: Wording<'_>, pair: &PairEntry, limit: &Limit, key: &str) -> String {
    let used = limit.used.map_or_else(
        || wording.word("rep-undefined"),
        |used| wording.with_unit(used, limit.unit),
    );
    wording.text(
        key,
        &[
            ("helper", &wording.helper(&pair.helper)),
            ("recipient", &wording.recipient(&pair.recipient)),
            ("used", &used),
        ],
    )
}
