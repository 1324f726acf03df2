//! What a pair takes of its helper's means.

use crate::number;
use crate::wording::Wording;
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{PairEntry, UnitOfMeasure};

/// How a helper's help is divided between one recipient and the others, 万元. The parts add up as they
/// are shown: each is a whole number of hundredths.
pub(crate) struct Means {
    /// What can be spent; none without a limit.
    pub budget: Option<f64>,
    /// What all recipients get.
    pub given: f64,
    /// What this recipient gets.
    pub own: f64,
    /// Other recipients of the helper.
    pub elsewhere: usize,
    /// What they get.
    pub others: f64,
    /// What is left of the budget.
    pub left: f64,
}

/// See [`Means`]; nothing where the helper has neither a budget nor another recipient.
pub(crate) fn means(dossier: &Dossier, pair: &PairEntry) -> Option<Means> {
    let helper = dossier.helper(&pair.helper)?;
    let all = dossier.pairs_of_helper(&pair.helper).count();
    let elsewhere = all.saturating_sub(1);
    if !dossier.has_needs() || (helper.budget_wan.is_none() && elsewhere == 0) {
        return None;
    }
    let hundredths = |wan: f64| (wan * 100.0).round();
    let budget = helper.budget_wan.map(number::spendable);
    let given = hundredths(helper.given_wan);
    let own = hundredths(pair.value_wan);
    let left = (hundredths(budget.unwrap_or_default()) - given).max(0.0);
    Some(Means {
        budget,
        given: given / 100.0,
        own: own / 100.0,
        elsewhere,
        others: (given - own) / 100.0,
        left: left / 100.0,
    })
}

/// What the pair takes of its helper's means, what others take, and what is left, in one sentence.
pub(crate) fn means_words(wording: Wording<'_>, pair: &PairEntry) -> Option<String> {
    let means = means(wording.dossier, pair)?;
    let key = match (means.budget, means.elsewhere) {
        (None, _) => "exp-pair-means-no-budget",
        (Some(_), 0) => "exp-pair-means-alone",
        (Some(_), _) => "exp-pair-means",
    };
    let wan = |value: f64| wording.with_unit(value, UnitOfMeasure::Wan);
    Some(wording.text(
        key,
        &[
            ("helper", &wording.helper(&pair.helper)),
            ("recipient", &wording.recipient(&pair.recipient)),
            ("budget", &wan(means.budget.unwrap_or_default())),
            ("given", &wan(means.given)),
            ("own", &wan(means.own)),
            ("n", &number::count(means.elsewhere)),
            ("others", &wan(means.others)),
            ("left", &wan(means.left)),
        ],
    ))
}
