//! Pairs of the plan with all that is known about why.

use super::texts::Texts;
use super::{Figure, Places, own};
use crate::number;
use crate::phrase::{criterion_shown, limit_shown, means};
use crate::wording::{is_criterion_told, is_told};
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{DecisionFact, Fact, PairEntry, Ranking};
use serde::Serialize;

/// Kind, sector, file, row, basis, source.
pub(super) type FactRow = (
    usize,
    Option<usize>,
    usize,
    u32,
    Option<usize>,
    Option<usize>,
);

pub(super) fn fact_row(fact: &Fact, places: &Places<'_>, texts: &mut Texts) -> FactRow {
    (
        texts.kind(&fact.kind),
        fact.sector.as_deref().and_then(|code| places.sector(code)),
        texts.typed(&fact.file),
        fact.row,
        fact.basis.map(|basis| texts.kind(&basis)),
        fact.source.as_deref().map(|source| texts.typed(source)),
    )
}

/// A decision, in words of the people who made it.
#[derive(PartialEq, Serialize)]
pub(super) struct DecisionView {
    reason: String,
    clause: Option<String>,
    author: Option<String>,
    date: Option<String>,
    file: String,
    row: u32,
}

pub(super) fn decision_view(decision: &DecisionFact) -> DecisionView {
    DecisionView {
        reason: own(&decision.reason),
        clause: decision.clause.as_deref().map(own),
        author: decision.author.as_deref().map(own),
        date: decision.date.as_deref().map(own),
        file: own(&decision.fact.file),
        row: decision.fact.row,
    }
}

#[derive(Serialize)]
pub(super) struct PairView {
    h: usize,
    r: usize,
    divisible: bool,
    km: Option<Figure>,
    #[serde(rename = "kmOrigin")]
    km_origin: Option<usize>,
    fit: Option<Figure>,
    #[serde(rename = "fitOrigin")]
    fit_origin: Option<usize>,
    since: Option<i32>,
    locked: Option<DecisionView>,
    /// Whether the pair has not reached the minimum tenure; left out where it has.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    tenure: bool,
    /// Sector, amount.
    help: Vec<(usize, Figure)>,
    value: Figure,
    /// The helper's means and what goes where; left out where there is nothing to divide.
    #[serde(skip_serializing_if = "Option::is_none")]
    means: Option<MeansView>,
    clauses: Vec<usize>,
    /// Measure, kind, value, reason.
    contributions: Vec<(usize, usize, Option<Figure>, Option<usize>)>,
    /// Criterion, value, unit, rank and number at the recipient, rank and number at the helper.
    criteria: Vec<CriterionRow>,
    /// Kind, state, sector, used, limit, unit.
    limits: Vec<LimitRow>,
    /// Helper, distance, fit, capacity, the year that the pair began.
    alternatives: Vec<AlternativeRow>,
    facts: Vec<FactRow>,
    /// Value by basis: published, estimated, illustrative, unstated.
    basis: [Figure; 4],
}

/// How the helper's help is divided, as in [`means`].
#[derive(Serialize)]
struct MeansView {
    budget: Option<Figure>,
    given: Figure,
    own: Figure,
    elsewhere: usize,
    others: Figure,
    left: Figure,
}

type AlternativeRow = (usize, Option<Figure>, Figure, Figure, Option<i32>);

/// Rank, among how many, how many share it.
type RankView = (u32, u32, u32);

type CriterionRow = (
    usize,
    Option<Figure>,
    usize,
    Option<RankView>,
    Option<RankView>,
);

type LimitRow = (
    usize,
    usize,
    Option<usize>,
    Option<Figure>,
    Option<Figure>,
    usize,
);

pub(super) fn pairs(dossier: &Dossier, places: &Places<'_>, texts: &mut Texts) -> Vec<PairView> {
    let pairs = dossier.pairs.iter();
    pairs
        .filter_map(|pair| {
            let helper = places.helper(&pair.helper)?;
            let recipient = places.recipient(&pair.recipient)?;
            Some(pair_view(dossier, pair, helper, recipient, places, texts))
        })
        .collect()
}

fn pair_view(
    dossier: &Dossier,
    pair: &PairEntry,
    h: usize,
    r: usize,
    places: &Places<'_>,
    texts: &mut Texts,
) -> PairView {
    let by_basis = &pair.value_by_basis;
    PairView {
        h,
        r,
        divisible: pair.divisible,
        km: pair.distance_km.map(Figure),
        km_origin: pair.distance_origin.map(|origin| texts.kind(&origin)),
        fit: pair.fit.map(Figure),
        fit_origin: pair.fit_origin.map(|origin| texts.kind(&origin)),
        since: pair.kept_since,
        locked: pair.locked.as_ref().map(decision_view),
        tenure: pair.within_tenure,
        help: pair
            .help
            .iter()
            .filter_map(|help| Some((places.sector(&help.sector)?, Figure(help.amount))))
            .collect(),
        value: Figure(pair.value_wan),
        means: means(dossier, pair).map(|means| MeansView {
            budget: means.budget.map(Figure),
            given: Figure(means.given),
            own: Figure(means.own),
            elsewhere: means.elsewhere,
            others: Figure(means.others),
            left: Figure(means.left),
        }),
        clauses: pair
            .clauses
            .iter()
            .map(|clause| texts.typed(clause))
            .collect(),
        contributions: contributions(dossier, pair, texts),
        criteria: criteria(dossier, pair, texts),
        limits: limits(pair, places, texts),
        alternatives: dossier
            .open_alternatives(pair)
            .filter_map(|other| {
                Some((
                    places.helper(&other.helper)?,
                    other.distance_km.map(Figure),
                    Figure(other.fit),
                    Figure(number::spendable(other.capacity_wan)),
                    other.previous_since,
                ))
            })
            .collect(),
        facts: pair
            .facts
            .iter()
            .map(|fact| fact_row(fact, places, texts))
            .collect(),
        basis: [
            Figure(by_basis.published),
            Figure(by_basis.estimated),
            Figure(by_basis.illustrative),
            Figure(by_basis.unstated),
        ],
    }
}

fn contributions(
    dossier: &Dossier,
    pair: &PairEntry,
    texts: &mut Texts,
) -> Vec<(usize, usize, Option<Figure>, Option<usize>)> {
    let rows = pair.contributions.iter();
    let rows = rows.filter(|row| is_told(dossier, row.measure));
    rows.filter_map(|row| {
        let mut measures = dossier.measures.iter();
        Some((
            measures.position(|entry| entry.measure == row.measure)?,
            texts.kind(&row.kind),
            row.value.as_ref().map(|value| Figure(value.value)),
            row.reason.map(|reason| texts.kind(&reason)),
        ))
    })
    .collect()
}

fn criteria(dossier: &Dossier, pair: &PairEntry, texts: &mut Texts) -> Vec<CriterionRow> {
    let rank =
        |ranking: Option<Ranking>| ranking.map(|ranking| (ranking.rank, ranking.of, ranking.tied));
    let rows = pair.criteria.iter();
    let rows = rows.filter(|row| is_criterion_told(dossier, row.criterion));
    rows.map(|row| {
        (
            texts.kind(&row.criterion),
            criterion_shown(row).map(Figure),
            texts.kind(&row.unit),
            rank(row.at_recipient),
            rank(row.at_helper),
        )
    })
    .collect()
}

fn limits(pair: &PairEntry, places: &Places<'_>, texts: &mut Texts) -> Vec<LimitRow> {
    let rows = pair.limits.iter();
    rows.map(|row| {
        (
            texts.kind(&row.kind),
            texts.kind(&row.state),
            row.sector.as_deref().and_then(|code| places.sector(code)),
            row.used.map(Figure),
            limit_shown(row).map(Figure),
            texts.kind(&row.unit),
        )
    })
    .collect()
}
