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

#[cfg(test)]
#[allow(clippy::panic, reason = "tests may fail loudly")]
mod tests {
    use super::*;
    use crate::clean::Medium;
    use crate::tests::small;
    use jiedui_messages::Lang;

    fn row(state: RegretState, least: &[f64], achieved: Option<&[f64]>) -> PairRegret {
        PairRegret {
            helper: "h1".to_owned(),
            recipient: "100002".to_owned(),
            formed: false,
            state,
            least: least.to_vec(),
            achieved: achieved.map(<[f64]>::to_vec),
            moves: Vec::new(),
        }
    }

    #[test]
    fn nothing_is_claimed_that_is_not_known() {
        let dossier = small();
        let tiers = &dossier.tiers;
        assert!(tiers.len() >= 2, "the fixture has several priorities");
        let priced = |least: &[f64], achieved: Option<&[f64]>| {
            loss(tiers, &row(RegretState::Priced, least, achieved))
        };
        assert_eq!(priced(&[0.0], None), Loss::Unknown);
        assert_eq!(priced(&[0.0, 0.0], Some(&[0.0, 0.0])), Loss::None);
        assert!(matches!(priced(&[0.0], Some(&[0.25])), Loss::AtMost(_)));
        assert!(matches!(priced(&[0.25], None), Loss::AtLeast(_)));
        assert!(matches!(priced(&[0.25], Some(&[0.25])), Loss::Exact(_)));
        assert!(matches!(priced(&[0.25], Some(&[0.5])), Loss::Between(..)));
        let Loss::Apart(least, most) = priced(&[0.0, 0.25], Some(&[0.5])) else {
            panic!("a loss in the first priority, proven only in the second");
        };
        assert_eq!((least.tier, most.tier), (1, 0));
        // Too little to be shown is not claimed as proven.
        assert!(matches!(priced(&[1e-12], Some(&[0.5])), Loss::AtMost(_)));
        let impossible = loss(tiers, &row(RegretState::Impossible, &[], None));
        assert_eq!(impossible, Loss::Impossible);
    }

    #[test]
    fn limits_are_rounded_outwards() {
        let dossier = small();
        let found = loss(
            &dossier.tiers,
            &row(RegretState::Priced, &[0.123_456], Some(&[0.123_457])),
        );
        let (Loss::Between(least, most) | Loss::Apart(least, most)) = found else {
            panic!("{found:?}");
        };
        assert_ne!(least.number, most.number);
    }

    #[test]
    fn every_kind_has_words_in_both_languages() {
        let dossier = small();
        for lang in Lang::ALL {
            let wording = Wording {
                dossier: &dossier,
                lang,
                medium: Medium::Office,
            };
            let mut told = Vec::new();
            for (state, least, achieved) in [
                (RegretState::Impossible, vec![], None),
                (RegretState::Demanded, vec![], None),
                (RegretState::Priced, vec![0.0], None),
                (RegretState::Priced, vec![0.0], Some(vec![0.0])),
                (RegretState::Priced, vec![0.0], Some(vec![0.5])),
                (RegretState::Priced, vec![0.5], Some(vec![0.5])),
                (RegretState::Priced, vec![0.25], Some(vec![0.5])),
                (RegretState::Priced, vec![0.0, 0.25], Some(vec![0.5])),
                (RegretState::Priced, vec![0.25], None),
            ] {
                let words = loss_words(wording, &row(state, &least, achieved.as_deref()));
                assert!(!words.contains(['⟨', '{']), "{words}");
                told.push(words);
            }
            let count = told.len();
            told.sort();
            told.dedup();
            assert_eq!(told.len(), count, "two kinds read alike: {told:?}");
        }
    }
}
