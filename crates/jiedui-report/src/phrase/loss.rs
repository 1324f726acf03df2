//! What forming a candidate would cost, or doing without a pair of the plan: what is known, and how it is
//! told. Which of the figures are proven, which were worked out, and which are missing is said each time.

use super::chain::AskedPair;
use crate::tier_figure::{difference_parts, shown_at_least, tier_name};
use crate::wording::Wording;
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{Certainty, PairRegret, RegretState, Tier};

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
    /// A plan as asked is better than the plan in hand by this.
    Better(Size),
    /// The two limits meet.
    Exact(Size),
    /// Between the two, in one priority.
    Between(Size, Size),
    /// No more than this, in the last priority; nothing is proven.
    AtMost(Size),
    /// Nothing is proven, and the one plan worked out loses this in a priority before the last: it kept that
    /// priority badly, which says little about the cost.
    Unsettled(Size),
    /// At least the first; a plan was found that loses the second, in an earlier priority.
    Apart(Size, Size),
    /// At least this; no plan was worked out.
    AtLeast(Size),
    /// Nothing is known.
    Unknown,
}

/// The cost of a row of the regrets.
pub(crate) fn loss(dossier: &Dossier, row: &PairRegret) -> Loss {
    let tiers = &dossier.tiers;
    match row.state {
        RegretState::Impossible => return Loss::Impossible,
        RegretState::Demanded => return Loss::Demanded,
        // What the rules alone rule out is not unknown, though nobody worked it out.
        RegretState::Priced if dossier.is_ruled_out(&row.helper, &row.recipient) => {
            return Loss::Impossible;
        }
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
        Some(None) => return better(tiers, row).map_or(Loss::None, Loss::Better),
        Some(Some(reached)) => size(reached, true),
    };
    match (least, most) {
        (_, None) => Loss::Unknown,
        (None, Some(most)) if most.tier + 1 < tiers.len() => Loss::Unsettled(most),
        (None, Some(most)) => Loss::AtMost(most),
        (Some(least), Some(most)) if least.tier != most.tier => Loss::Apart(least, most),
        (Some(least), Some(most))
            if least.number == most.number || row.certainty() == Certainty::Exact =>
        {
            Loss::Exact(most)
        }
        (Some(least), Some(most)) => Loss::Between(least, most),
    }
}

/// What the plan worked out gains in the last priority; rounded down, and `None` where that shows nothing.
fn better(tiers: &[Tier], row: &PairRegret) -> Option<Size> {
    let place = tiers.len().checked_sub(1)?;
    let tier = tiers.get(place)?;
    let shown = shown_at_least(tier, row.gain?);
    let (unit, number) = difference_parts(tier, shown, false);
    (shown > 0.0).then_some(Size {
        tier: place,
        number,
        unit,
    })
}

/// The cost as a sentence about the pair.
pub(crate) fn loss_sentence(wording: Wording<'_>, row: &PairRegret) -> String {
    let found = loss(wording.dossier, row);
    let key = match found {
        Loss::Impossible => "wn-impossible",
        Loss::Demanded => match demanded_by(wording.dossier, row) {
            DemandedBy::Decision => "rg-demanded-locked",
            DemandedBy::Tenure => "rg-demanded-tenure",
            DemandedBy::Either => "rg-demanded",
        },
        Loss::None => "rg-nothing",
        Loss::Better(_) => "rg-better",
        Loss::Exact(_) => "rg-exact",
        Loss::Between(..) => "rg-between",
        Loss::AtMost(_) => "rg-at-most",
        Loss::Unsettled(_) => "rg-unsettled",
        Loss::Apart(..) => "rg-at-most-or",
        Loss::AtLeast(_) => "rg-at-least",
        Loss::Unknown => "rg-unknown",
    };
    let asked = AskedPair {
        helper: &row.helper,
        recipient: &row.recipient,
        formed: !row.formed,
    };
    asked.text(wording, key, &Told::new(wording, &found).values())
}

/// What demands a pair.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum DemandedBy {
    Decision,
    Tenure,
    /// By both, or the dossier does not tell.
    Either,
}

pub(crate) fn demanded_by(dossier: &Dossier, row: &PairRegret) -> DemandedBy {
    let pair = dossier.pair(&row.helper, &row.recipient);
    match pair.map(|pair| (pair.locked.is_some(), pair.within_tenure)) {
        Some((true, false)) => DemandedBy::Decision,
        Some((false, true)) => DemandedBy::Tenure,
        _ => DemandedBy::Either,
    }
}

/// The cost in words, for a cell.
pub(crate) fn loss_words(wording: Wording<'_>, row: &PairRegret) -> String {
    let found = loss(wording.dossier, row);
    let key = match found {
        Loss::Impossible if row.formed => "rep-loss-indispensable",
        Loss::Impossible => "rep-loss-impossible",
        Loss::Demanded => match demanded_by(wording.dossier, row) {
            DemandedBy::Decision => "rep-loss-demanded-locked",
            DemandedBy::Tenure => "rep-loss-demanded-tenure",
            DemandedBy::Either => "rep-loss-demanded",
        },
        Loss::None => "rep-loss-none",
        Loss::Better(_) => "rep-loss-better",
        Loss::Exact(_) => "rep-loss-exact",
        Loss::Between(..) => "rep-loss-between",
        Loss::AtMost(_) => "rep-loss-at-most",
        Loss::Unsettled(_) => "rep-loss-unsettled",
        Loss::Apart(..) => "rep-loss-apart",
        Loss::AtLeast(_) => "rep-loss-at-least",
        Loss::Unknown => "rep-loss-unknown",
    };
    wording.text(key, &Told::new(wording, &found).values())
}

/// The same in as few words as can be true, where the page says below how to read them.
pub(crate) fn loss_brief(wording: Wording<'_>, row: &PairRegret) -> String {
    let found = loss(wording.dossier, row);
    let key = match found {
        Loss::Impossible if row.formed => "exp-cost-indispensable",
        Loss::Impossible => "exp-cost-impossible",
        Loss::Demanded => match demanded_by(wording.dossier, row) {
            DemandedBy::Decision => "exp-cost-demanded-locked",
            DemandedBy::Tenure => "exp-cost-demanded-tenure",
            DemandedBy::Either => "exp-cost-demanded",
        },
        Loss::None => "exp-cost-none",
        Loss::Better(_) => "exp-cost-better",
        Loss::Exact(_) => "exp-cost-exact",
        Loss::Between(..) => "exp-cost-between",
        Loss::AtMost(_) => "exp-cost-at-most",
        Loss::Unsettled(_) => "exp-cost-unsettled",
        Loss::Apart(..) => "exp-cost-apart",
        Loss::AtLeast(_) => "exp-cost-at-least",
        Loss::Unknown => "exp-cost-unknown",
    };
    wording.text(key, &Told::new(wording, &found).values())
}

/// Both limits as values of a text: the priority of `most` (of the only one, where there is only one), and
/// that of `least` where it is another.
#[derive(Default)]
struct Told {
    priority: String,
    tier: String,
    most: String,
    least: String,
    other_priority: String,
    other: String,
}

impl Told {
    fn new(wording: Wording<'_>, found: &Loss) -> Self {
        let (main, least) = match found {
            Loss::Impossible | Loss::Demanded | Loss::None | Loss::Unknown => {
                return Self::default();
            }
            Loss::Exact(one) | Loss::AtMost(one) | Loss::Unsettled(one) | Loss::Better(one) => {
                (one, None)
            }
            Loss::AtLeast(least) => (least, Some(least)),
            Loss::Between(least, most) | Loss::Apart(least, most) => (most, Some(least)),
        };
        let size = |size: &Size| match size.unit {
            Some(unit) => wording.text(unit, &[("n", &size.number)]),
            None => size.number.clone(),
        };
        let tier = |size: &Size| wording.dossier.tiers.get(size.tier);
        let name =
            |size: &Size| tier(size).map_or_else(String::new, |tier| tier_name(wording.lang, tier));
        let priority =
            |size: &Size| tier(size).map_or_else(String::new, |tier| tier.priority.to_string());
        Self {
            priority: priority(main),
            tier: name(main),
            most: size(main),
            least: least.map(size).unwrap_or_default(),
            other_priority: least.map(priority).unwrap_or_default(),
            other: least.map(name).unwrap_or_default(),
        }
    }

    fn values(&self) -> [(&str, &str); 6] {
        [
            ("priority", &self.priority),
            ("tier", &self.tier),
            ("most", &self.most),
            ("least", &self.least),
            ("otherpriority", &self.other_priority),
            ("other", &self.other),
        ]
    }
}

#[cfg(test)]
#[allow(clippy::panic, clippy::unwrap_used, reason = "tests may fail loudly")]
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
            gain: None,
        }
    }

    #[test]
    fn nothing_is_claimed_that_is_not_known() {
        let dossier = small();
        let tiers = &dossier.tiers;
        assert!(tiers.len() >= 2, "the fixture has several priorities");
        let priced = |least: &[f64], achieved: Option<&[f64]>| {
            loss(&dossier, &row(RegretState::Priced, least, achieved))
        };
        assert_eq!(priced(&[0.0], None), Loss::Unknown);
        assert_eq!(priced(&[0.0, 0.0], Some(&[0.0, 0.0])), Loss::None);
        let mut gaining = row(RegretState::Priced, &[0.0], Some(&[0.0]));
        gaining.gain = Some(0.25);
        assert!(matches!(loss(&dossier, &gaining), Loss::Better(_)));
        // A gain too small to be shown is not told.
        gaining.gain = Some(1e-12);
        assert_eq!(loss(&dossier, &gaining), Loss::None);
        // A loss in an urgent priority of one plan, of which nothing is proven, is not told as the cost.
        assert!(matches!(priced(&[0.0], Some(&[0.25])), Loss::Unsettled(_)));
        let mut last = vec![0.0; tiers.len()];
        last[tiers.len() - 1] = 0.25;
        assert!(matches!(priced(&[0.0], Some(&last)), Loss::AtMost(_)));
        assert!(matches!(priced(&[0.25], None), Loss::AtLeast(_)));
        assert!(matches!(priced(&[0.25], Some(&[0.25])), Loss::Exact(_)));
        assert!(matches!(priced(&[0.25], Some(&[0.5])), Loss::Between(..)));
        let Loss::Apart(least, most) = priced(&[0.0, 0.25], Some(&[0.5])) else {
            panic!("a loss in the first priority, proven only in the second");
        };
        assert_eq!((least.tier, most.tier), (1, 0));
        // Too little to be shown is not claimed as proven.
        assert!(matches!(priced(&[1e-12], Some(&[0.5])), Loss::Unsettled(_)));
        let impossible = loss(&dossier, &row(RegretState::Impossible, &[], None));
        assert_eq!(impossible, Loss::Impossible);
    }

    #[test]
    fn what_demands_a_pair_is_told() {
        let mut dossier = small();
        let pair = dossier.pairs.first_mut().unwrap();
        (pair.locked, pair.within_tenure) = (None, true);
        let row = PairRegret {
            helper: pair.helper.clone(),
            recipient: pair.recipient.clone(),
            formed: true,
            ..row(RegretState::Demanded, &[], None)
        };
        let wording = Wording {
            dossier: &dossier,
            lang: Lang::Zh,
            medium: Medium::Office,
        };
        for tell in [loss_sentence, loss_words, loss_brief] {
            let told = tell(wording, &row);
            assert!(
                told.contains("年限") && !told.contains("人工决定"),
                "{told}"
            );
        }
    }

    #[test]
    fn limits_are_rounded_outwards() {
        let dossier = small();
        let found = loss(
            &dossier,
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
            let mut gaining = row(RegretState::Priced, &[0.0], Some(&[0.0]));
            gaining.gain = Some(0.25);
            let mut last = vec![0.0; dossier.tiers.len()];
            last[dossier.tiers.len() - 1] = 0.5;
            let mut rows = vec![gaining];
            for (state, least, achieved) in [
                (RegretState::Impossible, vec![], None),
                (RegretState::Demanded, vec![], None),
                (RegretState::Priced, vec![0.0], None),
                (RegretState::Priced, vec![0.0], Some(vec![0.0])),
                (RegretState::Priced, vec![0.0], Some(vec![0.5])),
                (RegretState::Priced, vec![0.0], Some(last)),
                (RegretState::Priced, vec![0.5], Some(vec![0.5])),
                (RegretState::Priced, vec![0.25], Some(vec![0.5])),
                (RegretState::Priced, vec![0.0, 0.25], Some(vec![0.5])),
                (RegretState::Priced, vec![0.25], None),
            ] {
                rows.push(row(state, &least, achieved.as_deref()));
            }
            for tell in [loss_sentence, loss_words, loss_brief] {
                let mut told: Vec<String> = rows.iter().map(|row| tell(wording, row)).collect();
                for words in &told {
                    assert!(!words.is_empty() && !words.contains(['⟨', '{']), "{words}");
                }
                told.sort();
                told.dedup();
                assert_eq!(told.len(), rows.len(), "two kinds read alike: {told:?}");
            }
        }
    }
}
