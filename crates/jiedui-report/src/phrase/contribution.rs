//! Contributions and criteria as cells of a table.

use crate::number;
use crate::wording::Wording;
use jiedui_explain::dossier::{
    Contribution, ContributionKind, Criterion, CriterionKind, NoContribution, Ranking,
    UnitOfMeasure,
};

/// The value of a contribution, in the unit of its measure.
pub(crate) fn contribution_value(wording: Wording<'_>, contribution: &Contribution) -> String {
    let Some(value) = &contribution.value else {
        return "–".to_owned();
    };
    let unit = wording
        .dossier
        .measures
        .iter()
        .find(|entry| entry.measure == contribution.measure)
        .map_or(UnitOfMeasure::Plain, |entry| entry.unit);
    match unit {
        UnitOfMeasure::Share => {
            wording.text("rep-unit-points", &[("n", &number::points(value.value))])
        }
        _ => wording.with_unit(value.value, unit),
    }
}

/// How a contribution is to be read.
pub(crate) fn contribution_note(wording: Wording<'_>, contribution: &Contribution) -> String {
    wording.word(match (contribution.kind, contribution.reason) {
        (ContributionKind::Additive, _) => "exp-contribution-additive",
        (ContributionKind::Binding, _) => "exp-contribution-binding",
        (ContributionKind::WithoutPair, _) => "exp-contribution-without-pair",
        (ContributionKind::None, Some(NoContribution::OtherRecipientBinds)) => {
            "exp-contribution-other-recipient"
        }
        (ContributionKind::None, Some(NoContribution::OtherHelperBinds)) => {
            "exp-contribution-other-helper"
        }
        (ContributionKind::None, Some(NoContribution::Undefined) | None) => {
            "exp-contribution-undefined"
        }
    })
}

/// The name of a criterion.
pub(crate) fn criterion_name(wording: Wording<'_>, criterion: CriterionKind) -> String {
    wording.word(match criterion {
        CriterionKind::Fit => "exp-criterion-fit",
        CriterionKind::Distance => "exp-criterion-distance",
        CriterionKind::CoverageAdded => "exp-criterion-coverage-added",
        CriterionKind::HardshipSteps => "exp-criterion-hardship-steps",
        CriterionKind::Continuity => "exp-criterion-continuity",
        CriterionKind::Capacity => "exp-criterion-capacity",
    })
}

/// A rank among many.
pub(crate) fn ranking(wording: Wording<'_>, ranking: Option<Ranking>) -> String {
    ranking.map_or_else(
        || "–".to_owned(),
        |ranking| {
            wording.text(
                "exp-rank",
                &[
                    ("place", &place_words(wording, ranking)),
                    ("of", &ranking.of.to_string()),
                ],
            )
        },
    )
}

/// The figure of a criterion as it is told.
pub(crate) fn criterion_shown(criterion: &Criterion) -> Option<f64> {
    match criterion.criterion {
        CriterionKind::Capacity => criterion.value.map(number::spendable),
        _ => criterion.value,
    }
}

/// A rank, and with how many others it is shared.
pub(crate) fn place_words(wording: Wording<'_>, ranking: Ranking) -> String {
    shared_place(wording, ranking.rank, ranking.tied)
}

/// The same of a rank that `tied` share.
pub(crate) fn shared_place(wording: Wording<'_>, rank: u32, tied: u32) -> String {
    let key = if tied > 1 {
        "exp-place-tied"
    } else {
        "exp-place"
    };
    wording.text(
        key,
        &[("rank", &rank.to_string()), ("tied", &tied.to_string())],
    )
}
