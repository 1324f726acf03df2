//! Who else could come in place of the helper of a pair, and what that would cost.

use crate::block::Block;
use crate::number;
use crate::phrase::loss_brief;
use crate::story::{nobody_else, of_all_or_listed};
use crate::wording::Wording;
use jiedui_explain::dossier::{CandidateRow, PairEntry, PairRegret, UnitOfMeasure};

/// Another helper that may come, and why it is named.
struct Other<'a> {
    row: &'a CandidateRow,
    cost: Option<&'a PairRegret>,
    why: Vec<String>,
}

/// The helpers that people ask about first.
pub(super) fn others(wording: Wording<'_>, pair: &PairEntry) -> Option<Block> {
    let dossier = wording.dossier;
    let regrets = dossier.regrets.as_ref();
    let demanded = dossier.demanded();
    let may_come = |row: &&CandidateRow| {
        row.recipient == pair.recipient
            && !demanded.rules_out(&row.helper, &row.recipient)
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
        return Some(Block::Paragraph(nobody_else(wording, pair)));
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
