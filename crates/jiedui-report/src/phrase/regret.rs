//! What a pair would cost, and whom it would move, from the dossier: which of the figures are proven,
//! which were worked out, and which are missing is said each time.

use super::chain::{AskedPair, chain_sentence, move_words};
use crate::tier_figure::{tier_difference, tier_difference_at_least, tier_name};
use crate::wording::Wording;
use jiedui_explain::chains::chains;
use jiedui_explain::comparison::{ChainTold, MoveTold};
use jiedui_explain::dossier::{Certainty, PairRegret, RegretState, Tier};
use std::collections::BTreeSet;

/// The priority and the size of a loss.
type Loss = (usize, f64);

fn asked(row: &PairRegret) -> AskedPair<'_> {
    AskedPair {
        helper: &row.helper,
        recipient: &row.recipient,
        formed: !row.formed,
    }
}

/// What it would cost to form the pair, or to give it up where the plan forms it: one sentence.
pub(crate) fn loss_sentence(wording: Wording<'_>, row: &PairRegret) -> String {
    let say = |key: &str, more: &[(&str, &str)]| asked(row).text(wording, key, more);
    match row.state {
        RegretState::Impossible => return say("wn-impossible", &[]),
        RegretState::Demanded => return say("rg-demanded", &[]),
        RegretState::Priced => {}
    }
    let (proven, reached) = (row.proven(), row.reached());
    match (proven, reached) {
        (None, None) => say("rg-unknown", &[]),
        (Some(least), None) => {
            let told = Figures::new(wording, least, None);
            say("rg-at-least", &told.values())
        }
        (_, Some(None)) => say("rg-nothing", &[]),
        (None, Some(Some(most))) => {
            let told = Figures::new(wording, most, Some(most));
            say("rg-at-most", &told.values())
        }
        (Some(least), Some(Some(most))) if least.0 == most.0 => {
            let told = Figures::new(wording, least, Some(most));
            let key = match row.certainty() {
                Certainty::Exact => "rg-exact",
                _ => "rg-between",
            };
            say(key, &told.values())
        }
        (Some(least), Some(Some(most))) => {
            let told = Figures::new(wording, least, Some(most));
            say("rg-at-most-or", &told.values())
        }
    }
}

/// Figures of both limits with the names of their priorities.
struct Figures {
    priority: String,
    tier: String,
    least: String,
    most_priority: String,
    most_tier: String,
    most: String,
}

impl Figures {
    fn new(wording: Wording<'_>, least: Loss, most: Option<Loss>) -> Self {
        let tier = |place: usize| -> Option<&Tier> {
            let regrets = wording.dossier.regrets.as_ref()?;
            let priority = regrets.tiers.get(place)?.priority;
            let mut tiers = wording.dossier.tiers.iter();
            tiers.find(|tier| tier.priority == priority)
        };
        let lang = wording.lang;
        let name = |place| tier(place).map_or_else(String::new, |tier| tier_name(lang, tier));
        let priority =
            |place| tier(place).map_or_else(String::new, |tier| tier.priority.to_string());
        Self {
            priority: priority(least.0),
            tier: name(least.0),
            least: tier(least.0).map_or_else(String::new, |tier| {
                tier_difference_at_least(lang, tier, least.1)
            }),
            most_priority: most.map_or_else(String::new, |(place, _)| priority(place)),
            most_tier: most.map_or_else(String::new, |(place, _)| name(place)),
            most: most
                .and_then(|(place, loss)| Some(tier_difference(lang, tier(place)?, loss, true)))
                .unwrap_or_default(),
        }
    }

    fn values(&self) -> [(&str, &str); 6] {
        [
            ("priority", &self.priority),
            ("tier", &self.tier),
            ("least", &self.least),
            ("mostpriority", &self.most_priority),
            ("mosttier", &self.most_tier),
            ("most", &self.most),
        ]
    }
}

/// Who would have to move in the plan worked out: the chain of the pair, then the others. Empty where
/// none was worked out.
pub(crate) fn move_sentences(wording: Wording<'_>, row: &PairRegret) -> Vec<String> {
    let pairs = |end: bool| -> BTreeSet<(&str, &str)> {
        let moves = row.moves.iter();
        moves
            .filter_map(|one| {
                let place = if end { &one.from } else { &one.to };
                Some((one.helper.as_str(), place.as_deref()?))
            })
            .collect()
    };
    let asked = asked(row);
    let told = chains(&pairs(true), &pairs(false));
    let told: Vec<ChainTold> = told
        .iter()
        .map(|chain| ChainTold {
            closed: chain.closed,
            moves: chain
                .moves()
                .into_iter()
                .map(|one| MoveTold {
                    helper: one.helper.to_owned(),
                    from: one.from.map(str::to_owned),
                    to: one.to.map(str::to_owned),
                })
                .collect(),
        })
        .collect();
    let has_pair = |chain: &ChainTold| {
        chain.moves.iter().any(|one| {
            let places = [one.from.as_deref(), one.to.as_deref()];
            one.helper == asked.helper && places.contains(&Some(asked.recipient))
        })
    };
    let (own, others): (Vec<&ChainTold>, Vec<&ChainTold>) =
        told.iter().partition(|chain| has_pair(chain));
    let mut sentences: Vec<String> = own
        .iter()
        .map(|chain| chain_sentence(wording, asked, chain))
        .collect();
    let others: Vec<String> = others
        .iter()
        .flat_map(|chain| &chain.moves)
        .map(|one| move_words(wording, one))
        .collect();
    if !others.is_empty() {
        let moves = others.join(&wording.word("wn-move-separator"));
        sentences.push(wording.text("rg-moves-besides", &[("moves", &moves)]));
    }
    sentences
}
