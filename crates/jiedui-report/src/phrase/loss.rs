//! What forming a candidate would cost, or doing without a pair of the plan, as part of a sentence.

use crate::tier_figure::{difference_parts, shown_at_least, tier_name};
use crate::wording::Wording;
use jiedui_explain::dossier::{PairRegret, RegretState, Tier};

/// A size: the priority that loses (its place among the dossier's), the number as it is shown, and the
/// key of the text with its unit.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Size {
    pub tier: usize,
    pub number: String,
    pub unit: Option<&'static str>,
}

/// What is known of the cost. What is proven is rounded down, what one plan was seen to lose is rounded
/// up, so that "at least" and "at most" stay true.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Loss {
    /// No plan is as asked.
    Impossible,
    /// A decision or a minimum tenure demands the pair.
    Demanded,
    /// A plan as asked loses nothing.
    None,
    /// The two limits meet.
    Exact(Size),
    /// Between the two, in one priority.
    Between(Size, Size),
    /// No more than this; nothing is proven.
    AtMost(Size),
    /// At least the first; a plan was found that loses the second, in an earlier priority.
    Apart(Size, Size),
    /// At least this; no plan was worked out.
    AtLeast(Size),
    /// Nothing is known.
    Unknown,
}

/// The cost of a row of the regrets.
pub(crate) fn loss(tiers: &[Tier], row: &PairRegret) -> Loss {
    match row.state {
        RegretState::Impossible => return Loss::Impossible,
        RegretState::Demanded => return Loss::Demanded,
        RegretState::Priced => {}
    }
    let size = |(place, value): (usize, f64), at_most: bool| {
        let tier = tiers.get(place)?;
        let shown = if at_most {
            value
        } else {
            shown_at_least(tier, value)
        };
        let (unit, number) = difference_parts(tier, shown, at_most);
        Some(Size {
            tier: place,
            number,
            unit,
        })
    };
    // What is proven may be too small to be shown; then nothing is claimed.
    let proven = row.proven().filter(|(place, value)| {
        let tier = tiers.get(*place);
        tier.is_some_and(|tier| shown_at_least(tier, *value) > 0.0)
    });
    let least = proven.and_then(|proven| size(proven, false));
    let most = match row.reached() {
        None => {
            return least.map_or(Loss::Unknown, Loss::AtLeast);
        }
        Some(None) => return Loss::None,
        Some(Some(reached)) => size(reached, true),
    };
    match (least, most) {
        (_, None) => Loss::Unknown,
        (None, Some(most)) => Loss::AtMost(most),
        (Some(least), Some(most)) if least.tier != most.tier => Loss::Apart(least, most),
        (Some(least), Some(most)) if least.number == most.number => Loss::Exact(most),
        (Some(least), Some(most)) => Loss::Between(least, most),
    }
}

/// The cost in words.
pub(crate) fn loss_words(wording: Wording<'_>, row: &PairRegret) -> String {
    let tiers = &wording.dossier.tiers;
    let size = |size: &Size| match size.unit {
        Some(unit) => wording.text(unit, &[("n", &size.number)]),
        None => size.number.clone(),
    };
    let name = |size: &Size| {
        let tier = tiers.get(size.tier);
        tier.map_or_else(String::new, |tier| tier_name(wording.lang, tier))
    };
    match loss(tiers, row) {
        Loss::Impossible if row.formed => wording.word("rep-loss-indispensable"),
        Loss::Impossible => wording.word("rep-loss-impossible"),
        Loss::Demanded => wording.word("rep-loss-demanded"),
        Loss::None => wording.word("rep-loss-none"),
        Loss::Unknown => wording.word("rep-loss-unknown"),
        Loss::Exact(one) => wording.text(
            "rep-loss-exact",
            &[("tier", &name(&one)), ("most", &size(&one))],
        ),
        Loss::AtMost(most) => wording.text(
            "rep-loss-at-most",
            &[("tier", &name(&most)), ("most", &size(&most))],
        ),
        Loss::AtLeast(least) => wording.text(
            "rep-loss-at-least",
            &[("tier", &name(&least)), ("least", &size(&least))],
        ),
        Loss::Between(least, most) => wording.text(
            "rep-loss-between",
            &[
                ("tier", &name(&most)),
                ("least", &size(&least)),
                ("most", &size(&most)),
            ],
        ),
        Loss::Apart(least, most) => wording.text(
            "rep-loss-apart",
            &[
                ("tier", &name(&most)),
                ("most", &size(&most)),
                ("other", &name(&least)),
                ("least", &size(&least)),
            ],
        ),
    }
}

/// The moves that the plan found takes, in words; `None` where there are none.
pub(crate) fn moves_words(wording: Wording<'_>, row: &PairRegret) -> Option<String> {
    let moves: Vec<String> = row
        .moves
        .iter()
        .map(|one| {
            let name = |code: &Option<String>| {
                let code = code.as_deref();
                code.map_or_else(String::new, |code| wording.recipient(code))
            };
            let key = match (&one.from, &one.to) {
                (Some(_), Some(_)) => "rep-move",
                (None, _) => "rep-move-in",
                (_, None) => "rep-move-out",
            };
            wording.text(
                key,
                &[
                    ("helper", &wording.helper(&one.helper)),
                    ("from", &name(&one.from)),
                    ("to", &name(&one.to)),
                ],
            )
        })
        .collect();
    (!moves.is_empty()).then(|| moves.join(&wording.word("exp-reason-separator")))
}
