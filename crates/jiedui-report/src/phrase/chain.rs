//! Who moves when a pair is formed, or given up: a displacement chain as one sentence.

use crate::number;
use crate::wording::Wording;
use jiedui_explain::comparison::{ChainTold, MoveTold};

/// A pair that somebody asks about.
#[derive(Clone, Copy)]
pub(crate) struct AskedPair<'a> {
    /// Code of the helper.
    pub helper: &'a str,
    /// Code of the recipient.
    pub recipient: &'a str,
    /// What if it were formed; else, what if it were given up.
    pub formed: bool,
}

impl AskedPair<'_> {
    /// A sentence about the pair. The catalogue chooses by `asked`: `formed` or `unformed`.
    pub(crate) fn text(self, wording: Wording<'_>, key: &str, more: &[(&str, &str)]) -> String {
        let helper = wording.helper(self.helper);
        let recipient = wording.recipient(self.recipient);
        let asked = if self.formed { "formed" } else { "unformed" };
        let mut values = vec![
            ("asked", asked),
            ("helper", helper.as_str()),
            ("recipient", recipient.as_str()),
        ];
        values.extend_from_slice(more);
        wording.text(key, &values)
    }
}

/// The chain of the pair asked for, told from it: what follows from the helper's arrival, in order, then
/// who fills the place that it leaves, and so on backwards. Empty where the pair is not in the chain.
pub(crate) fn chain_sentence(
    wording: Wording<'_>,
    asked: AskedPair<'_>,
    chain: &ChainTold,
) -> String {
    chain_beginning(wording, asked, chain, usize::MAX, 0)
}

/// As [`chain_sentence`], with the first `most` of the moves that follow; the others are counted, together
/// with so many `besides`.
pub(crate) fn chain_beginning(
    wording: Wording<'_>,
    asked: AskedPair<'_>,
    chain: &ChainTold,
    most: usize,
    besides: usize,
) -> String {
    let is_asked = |one: &MoveTold| {
        let place = if asked.formed { &one.to } else { &one.from };
        one.helper == asked.helper && place.as_deref() == Some(asked.recipient)
    };
    let Some(at) = chain.moves.iter().position(is_asked) else {
        return String::new();
    };
    let (before, rest) = chain.moves.split_at(at);
    let after = rest.iter().skip(1);
    let one = |one| move_words(wording, one);
    let mut told: Vec<String> = if chain.closed {
        after.chain(before).map(one).collect()
    } else {
        after.chain(before.iter().rev()).map(one).collect()
    };
    let follows = !told.is_empty();
    let more = told.len().saturating_sub(most) + besides;
    told.truncate(most);
    let more_words = |key: &str| wording.text(key, &[("n", &number::count(more))]);
    if more > 0 && follows {
        told.push(more_words("exp-page-more-moves"));
    }
    let name = |code: &Option<String>| {
        let code = code.as_deref();
        code.map(|code| wording.recipient(code))
    };
    let own = &chain.moves[at];
    let (from, to) = (name(&own.from), name(&own.to));
    let (from, to) = (from.as_deref(), to.as_deref());
    let key = match (from, to, !follows) {
        (Some(_), Some(_), false) => "wn-chain-moves",
        (Some(_), Some(_), true) => "wn-chain-moves-alone",
        (None, _, false) => "wn-chain-comes",
        (None, _, true) => "wn-chain-comes-alone",
        (_, None, false) => "wn-chain-leaves",
        (_, None, true) => "wn-chain-leaves-alone",
    };
    let moves = told.join(&wording.word("wn-move-separator"));
    let mut sentence = asked.text(
        wording,
        key,
        &[
            ("from", from.unwrap_or_default()),
            ("to", to.unwrap_or_default()),
            ("moves", &moves),
        ],
    );
    if more > 0 && !follows {
        sentence.push_str(&more_words("exp-page-other-moves"));
    }
    sentence
}

/// One move as part of a sentence.
pub(crate) fn move_words(wording: Wording<'_>, one: &MoveTold) -> String {
    let helper = wording.helper(&one.helper);
    let name = |code: &Option<String>| {
        let code = code.as_deref();
        code.map_or_else(String::new, |code| wording.recipient(code))
    };
    let key = match (&one.from, &one.to) {
        (Some(_), Some(_)) => "wn-move",
        (None, _) => "wn-move-in",
        (_, None) => "wn-move-out",
    };
    wording.text(
        key,
        &[
            ("helper", &helper),
            ("from", &name(&one.from)),
            ("to", &name(&one.to)),
        ],
    )
}
