//! A pair of the plan on one screen: what it brings, who else could come and what that would cost, what
//! is used up, and what it would cost to give it up. Everything else is told by the full depth.

use super::of_all_or_listed;
use super::regret::regret_page;
use crate::block::Block;
use crate::number;
use crate::phrase::{
    clause_list, decision_words, help_words, limit_sentence, loss_brief, measure_name, place_words,
    status_words, survival,
};
use crate::wording::Wording;
use jiedui_domain::Measure;
use jiedui_explain::dossier::{
    CandidateRow, Contribution, ContributionKind, CriterionKind, DistanceOrigin, FitOrigin, Limit,
    LimitKind, PairEntry, PairRegret, UnitOfMeasure,
};

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
    if wording.has_sectors() {
        items.push(help(wording, pair));
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
    match ranking {
        Some(ranking) => {
            let place = place_words(wording, ranking);
            let values = [values[0], values[1], ("place", place.as_str())];
            wording.text("exp-page-distance", &values)
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

/// Whether a priority asks for the measure.
fn is_objective(wording: Wording<'_>, measure: Measure) -> bool {
    let objectives = wording.dossier.tiers.iter();
    objectives
        .flat_map(|tier| &tier.objectives)
        .any(|objective| objective.measure == measure)
}

/// What the pair does in an objective, where that is not its own distance, fit or age.
fn in_objective(wording: Wording<'_>, contribution: &Contribution) -> Option<String> {
    let measure = measure_name(wording, contribution.measure);
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

/// Another helper that may come, and why it is named.
struct Other<'a> {
    row: &'a CandidateRow,
    cost: Option<&'a PairRegret>,
    why: Vec<String>,
}

/// The helpers that people ask about first.
fn others(wording: Wording<'_>, pair: &PairEntry) -> Option<Block> {
    let dossier = wording.dossier;
    let regrets = dossier.regrets.as_ref();
    let may_come = |row: &&CandidateRow| {
        row.recipient == pair.recipient
            && !dossier.is_ruled_out(&row.helper, &row.recipient)
            && dossier
                .helper(&row.helper)
                .is_some_and(|helper| helper.track == pair.track)
    };
    let mut rows: Vec<Other<'_>> = dossier
        .candidates
        .iter()
        .filter(may_come)
        .map(|row| Other {
            row,
            cost: regrets.and_then(|known| known.pair(&row.helper, &row.recipient)),
            why: Vec::new(),
        })
        .collect();
    if rows.is_empty() {
        return Some(Block::Paragraph(wording.word(of_all_or_listed(
            wording,
            "exp-alternatives-none",
            "exp-alternatives-none-listed",
        ))));
    }
    let last = dossier.tiers.len();
    let price = |other: &Other<'_>| {
        let row = other.cost?;
        // An earlier priority weighs more than any figure in a later one.
        Some(match row.reached()? {
            Some((tier, loss)) => (last.saturating_sub(tier), loss),
            None => (0, -row.gain.unwrap_or(0.0)),
        })
    };
    let cheapest = (0..rows.len())
        .filter_map(|place| Some((place, price(&rows[place])?)))
        .min_by(|(_, one), (_, other)| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
    if let Some((place, _)) = cheapest {
        rows[place].why.push(wording.word("exp-page-why-cheapest"));
    }
    let mut by_fit: Vec<usize> = (0..rows.len()).collect();
    let far = |place: &usize| rows[*place].row.distance_km.unwrap_or(f64::INFINITY);
    by_fit.sort_by(|one, other| {
        let (a, b) = (rows[*one].row, rows[*other].row);
        b.fit
            .total_cmp(&a.fit)
            .then(far(one).total_cmp(&far(other)))
            .then(a.helper.cmp(&b.helper))
    });
    let next = if cheapest.is_none() { 2 } else { 1 };
    let keys = [
        ("exp-page-why-fit", "exp-page-why-fit-listed"),
        ("exp-page-why-next-fit", "exp-page-why-next-fit-listed"),
    ];
    for (place, (of_all, of_listed)) in by_fit.iter().zip(keys).take(next) {
        let key = of_all_or_listed(wording, of_all, of_listed);
        rows[*place].why.push(wording.word(key));
    }
    for other in &mut rows {
        if let Some(since) = other.row.previous_since {
            let since = since.to_string();
            let why = wording.text("exp-page-why-previous", &[("since", &since)]);
            other.why.push(why);
        }
    }
    let mut told: Vec<(usize, String)> = rows
        .iter()
        .enumerate()
        .filter(|(_, other)| !other.why.is_empty())
        .map(|(place, other)| (place, other_words(wording, other)))
        .collect();
    told.sort_by_key(|(place, _)| {
        let is_cheapest = cheapest.is_some_and(|(cheapest, _)| cheapest == *place);
        (!is_cheapest, by_fit.iter().position(|one| one == place))
    });
    let lead = if cheapest.is_some() {
        "exp-page-others"
    } else {
        "exp-page-others-plain"
    };
    let items = told.into_iter().map(|(_, words)| words).collect();
    Some(Block::Led(wording.word(lead), items))
}

fn other_words(wording: Wording<'_>, other: &Other<'_>) -> String {
    let row = other.row;
    let why = other.why.iter().skip(1).fold(
        other.why.first().cloned().unwrap_or_default(),
        |one, other| wording.text("exp-page-why-both", &[("one", &one), ("other", other)]),
    );
    let now: Vec<String> = wording
        .dossier
        .pairs_of_helper(&row.helper)
        .map(|pair| wording.recipient(&pair.recipient))
        .collect();
    let now = if now.is_empty() {
        wording.word("exp-page-now-free")
    } else {
        let recipients = wording.list(&now);
        wording.text("exp-page-now", &[("recipients", &recipients)])
    };
    let cost = other.cost.map(|row| loss_brief(wording, row));
    let values = [
        ("helper", wording.helper(&row.helper)),
        ("why", why),
        ("distance", wording.distance(row.distance_km)),
        ("fit", number::fit(row.fit)),
        (
            "capacity",
            wording.with_unit(number::spendable(row.capacity_wan), UnitOfMeasure::Wan),
        ),
        ("now", now),
        ("cost", cost.clone().unwrap_or_default()),
    ];
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let key = if cost.is_some() {
        wording.with_amounts("exp-page-other", "exp-page-other-bare")
    } else {
        wording.with_amounts("exp-page-other-plain", "exp-page-other-plain-bare")
    };
    wording.text(key, &values)
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
