//! A pair that the plan does not form: excluded by rules, or a candidate that was not chosen.
//!
//! Only what the data and the plan show is said. Whether the plan would be better or worse with the
//! pair is known only after solving again, and the text says so.

use super::{of_all_or_listed, told_table};
use crate::block::Block;
use crate::number;
use crate::phrase::{
    coming_in, criterion_shown, decision_words, exclusion_sentence, loss_sentence, now_words,
    pair_line, quota_words, shared_place,
};
use crate::wording::Wording;
use jiedui_explain::dossier::{
    CandidateRow, CriterionKind, FitTies, HelperEntry, OtherPair, PairEntry,
};

/// The same in a line: why it may not be, or what it would cost.
pub(crate) fn unformed_line(wording: Wording<'_>, helper: &str, recipient: &str) -> Block {
    let dossier = wording.dossier;
    let (by, at) = (wording.helper(helper), wording.recipient(recipient));
    let names = [("helper", by.as_str()), ("recipient", at.as_str())];
    if let Some(row) = dossier.exclusion(helper, recipient) {
        let reasons = row.reasons.iter();
        let reasons: Vec<String> = reasons
            .map(|reason| exclusion_sentence(wording, reason))
            .collect();
        let reasons = reasons.join(&wording.word("exp-reason-separator"));
        let [by, at] = names;
        return Block::Paragraph(
            wording.text("exp-unformed-line", &[by, at, ("reasons", &reasons)]),
        );
    }
    if dossier.is_ruled_out(helper, recipient) {
        let why = why_ruled_out(wording, helper, recipient);
        let why = why.unwrap_or_else(|| wording.word("exp-ruled-out-together"));
        let [by, at] = names;
        return Block::Paragraph(wording.text("exp-ruled-out-line", &[by, at, ("why", &why)]));
    }
    let regrets = dossier.regrets.as_ref();
    Block::Paragraph(
        match regrets.and_then(|known| known.pair(helper, recipient)) {
            Some(row) => loss_sentence(wording, row),
            None if dossier.candidate(helper, recipient).is_some() => {
                wording.text("exp-unformed-line-open", &names)
            }
            None => wording.text(
                of_all_or_listed(wording, "exp-unformed-unknown", "exp-unformed-unlisted"),
                &names,
            ),
        },
    )
}

/// What is said about a pair that is not formed.
pub(crate) fn unformed_story(
    wording: Wording<'_>,
    helper: &str,
    recipient: &str,
    level: u8,
) -> Vec<Block> {
    let names = [
        ("helper", wording.helper(helper)),
        ("recipient", wording.recipient(recipient)),
    ];
    let names: Vec<(&str, &str)> = names
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let mut blocks = vec![Block::Heading(
        level,
        wording.text("exp-unformed-title", &names),
    )];
    if let Some(row) = wording.dossier.exclusion(helper, recipient) {
        blocks.push(Block::Paragraph(
            wording.text("exp-unformed-excluded", &names),
        ));
        blocks.extend(Block::bullets(
            row.reasons
                .iter()
                .map(|reason| exclusion_sentence(wording, reason))
                .collect(),
        ));
        return blocks;
    }
    let Some(row) = wording.dossier.candidate(helper, recipient) else {
        // Every exclusion is in the dossier, but not every candidate of a large case.
        let key = of_all_or_listed(wording, "exp-unformed-unknown", "exp-unformed-unlisted");
        blocks.push(Block::Paragraph(wording.text(key, &names)));
        return blocks;
    };
    if wording.dossier.is_ruled_out(helper, recipient) {
        blocks.push(Block::Paragraph(wording.text("exp-ruled-out", &names)));
        let why = why_ruled_out(wording, helper, recipient);
        let why = why.unwrap_or_else(|| wording.word("exp-ruled-out-together"));
        blocks.push(Block::Paragraph(why));
        let remedy = withdraw_lock(wording, helper, recipient);
        let remedy = remedy.unwrap_or_else(|| wording.word("exp-ruled-out-do"));
        blocks.push(Block::Paragraph(remedy));
        return blocks;
    }
    blocks.push(Block::Paragraph(
        wording.text("exp-unformed-candidate", &names),
    ));
    blocks.extend(Block::bullets(standing(wording, row)));
    blocks.extend(side_by_side(wording, row));
    blocks.push(Block::Paragraph(wording.word("exp-no-claim")));
    blocks
}

/// Why no plan can have the pair, where the rules alone tell.
pub(crate) fn why_ruled_out(wording: Wording<'_>, helper: &str, recipient: &str) -> Option<String> {
    let side = wording.dossier.full_side(helper, recipient)?;
    let held = side
        .held
        .iter()
        .filter_map(|pair| held_words(wording, pair));
    let held: Vec<String> = held.collect();
    let track = wording.dossier.helper(helper)?.track.as_str();
    let key = if side.is_helper {
        "exp-ruled-out-helper"
    } else {
        "exp-ruled-out-recipient"
    };
    Some(wording.text(
        key,
        &[
            ("helper", &wording.helper(helper)),
            ("recipient", &wording.recipient(recipient)),
            ("track", &wording.track(track)),
            ("max", &side.max.to_string()),
            ("held", &held.join(&wording.word("exp-reason-separator"))),
        ],
    ))
}

/// What would make a pair possible that decisions alone or among others take the room of: one lock less. A
/// lock of the pair besides them would only stand against theirs.
pub(crate) fn withdraw_lock(wording: Wording<'_>, helper: &str, recipient: &str) -> Option<String> {
    let side = wording.dossier.full_side(helper, recipient)?;
    let lock = |pair: &&PairEntry| {
        let fact = &pair.locked.as_ref()?.fact;
        Some(wording.text(
            "exp-ruled-out-lock",
            &[
                ("helper", &wording.helper(&pair.helper)),
                ("recipient", &wording.recipient(&pair.recipient)),
                ("file", &wording.own(&fact.file)),
                ("row", &fact.row.to_string()),
            ],
        ))
    };
    let locks: Vec<String> = side.held.iter().filter_map(lock).collect();
    if locks.is_empty() {
        return None;
    }
    let key = match locks.len() {
        1 => "exp-ruled-out-withdraw",
        _ => "exp-ruled-out-withdraw-one",
    };
    let locks = locks.join(&wording.word("exp-reason-separator"));
    Some(wording.text(key, &[("locks", &locks)]))
}

/// The pairs that the recipient has in the track of the helper.
fn rivals<'a>(
    wording: Wording<'a>,
    row: &'a CandidateRow,
) -> impl Iterator<Item = &'a PairEntry> + 'a {
    let track = wording
        .dossier
        .helper(&row.helper)
        .map_or("", |helper| helper.track.as_str());
    wording
        .dossier
        .pairs_of_recipient(&row.recipient)
        .filter(move |pair| pair.track == track)
}

/// How full both sides are.
fn standing(wording: Wording<'_>, row: &CandidateRow) -> Vec<String> {
    let dossier = wording.dossier;
    let mut items = Vec::new();
    let Some(helper) = dossier.helper(&row.helper) else {
        return items;
    };
    let recipient = dossier.recipient(&row.recipient);
    let quota = recipient.and_then(|entry| {
        entry
            .tracks
            .iter()
            .find(|track| track.track == helper.track)
    });
    let is_divisible = dossier.is_divisible(&helper.track);
    if let Some(quota) = quota.filter(|_| !is_divisible) {
        let full = quota.max.is_some_and(|max| quota.pairs >= max);
        items.push(wording.text(
            if full {
                "exp-unformed-recipient-full"
            } else {
                "exp-unformed-recipient-open"
            },
            &[
                ("recipient", &wording.recipient(&row.recipient)),
                ("track", &wording.track(&helper.track)),
                ("pairs", &quota.pairs.to_string()),
                ("quota", &quota_words(wording, quota.min, quota.max)),
            ],
        ));
    }
    let now: Vec<OtherPair> = dossier
        .pairs_of_helper(&row.helper)
        .map(|pair| OtherPair {
            recipient: pair.recipient.clone(),
            value_wan: pair.value_wan,
        })
        .collect();
    let full = helper.max_pairs.is_some_and(|max| helper.pairs >= max);
    items.push(wording.text(
        if is_divisible {
            "exp-unformed-helper-shared"
        } else if full {
            "exp-unformed-helper-full"
        } else {
            "exp-unformed-helper-open"
        },
        &[
            ("helper", &wording.helper(&row.helper)),
            ("now", &now_words(wording, &now)),
            (
                "quota",
                &quota_words(wording, helper.min_pairs, helper.max_pairs),
            ),
        ],
    ));
    items.extend(load(wording, helper, row));
    items.extend(held(wording, row));
    if let Some(since) = row.previous_since {
        items.push(wording.text("exp-unformed-previous", &[("since", &since.to_string())]));
    }
    items.push(ranks(wording, row));
    items.extend(rivals(wording, row).map(|pair| pair_line(wording, pair)));
    // What a divisible track shares out is no pair, so no run of a what-if counts it.
    if !wording.is_divisible(&helper.track) {
        items.extend(coming_in(wording, &row.helper, &row.recipient));
    }
    items
}

/// Whether the pair fits into what its helper can carry beside its pairs.
fn load(wording: Wording<'_>, helper: &HelperEntry, row: &CandidateRow) -> Option<String> {
    let most = helper.max_load?;
    let mut given = wording.dossier.given.as_ref()?.pairs.iter();
    let given = given.find(|pair| pair.helper == row.helper && pair.recipient == row.recipient);
    let own = given.and_then(|pair| pair.load).unwrap_or(1.0);
    let fits = helper.load + own <= most + 1e-9;
    Some(wording.text(
        "exp-unformed-load",
        &[
            ("helper", &wording.helper(&row.helper)),
            ("used", &number::quantity(helper.load)),
            ("max", &number::quantity(most)),
            ("own", &number::quantity(own)),
            ("fits", if fits { "yes" } else { "no" }),
        ],
    ))
}

/// Ranks by fit, and with how many they are shared as far as the dossier tells.
fn ranks(wording: Wording<'_>, row: &CandidateRow) -> String {
    let (at_recipient, at_helper) = row.fit_rank;
    let Some(ties) = FitTies::of(wording.dossier) else {
        return wording.text(
            "exp-unformed-ranks-listed",
            &[
                ("atrecipient", &at_recipient.to_string()),
                ("athelper", &at_helper.to_string()),
            ],
        );
    };
    let tied = ties.tied(row);
    wording.text(
        "exp-unformed-ranks",
        &[
            ("atrecipient", &shared_place(wording, at_recipient, tied.0)),
            ("athelper", &shared_place(wording, at_helper, tied.1)),
        ],
    )
}

/// The pairs that stand in the way and that no search may end, each with what holds it.
fn held(wording: Wording<'_>, row: &CandidateRow) -> Vec<String> {
    let of_helper = wording.dossier.pairs_of_helper(&row.helper);
    let mut pairs: Vec<&PairEntry> = of_helper.chain(rivals(wording, row)).collect();
    pairs.dedup_by(|a, b| std::ptr::eq(*a, *b));
    pairs
        .into_iter()
        .filter_map(|pair| held_words(wording, pair))
        .collect()
}

/// What holds a pair that no plan may end; `None` where nothing does.
pub(crate) fn held_words(wording: Wording<'_>, pair: &PairEntry) -> Option<String> {
    let (by, at) = (
        wording.helper(&pair.helper),
        wording.recipient(&pair.recipient),
    );
    let names = [("helper", by.as_str()), ("recipient", at.as_str())];
    if let Some(decision) = &pair.locked {
        let [by, at] = names;
        let decision = decision_words(wording, decision);
        let values = [by, at, ("decision", &decision)];
        return Some(wording.text("exp-unformed-held-locked", &values));
    }
    let held = pair.within_tenure;
    held.then(|| wording.text("exp-unformed-held-tenure", &names))
}

fn side_by_side(wording: Wording<'_>, row: &CandidateRow) -> Option<Block> {
    let or_dash = |value: Option<String>| value.unwrap_or_else(|| "–".to_owned());
    let mut rows = vec![vec![
        wording.helper(&row.helper),
        or_dash(row.distance_km.map(number::km)),
        number::fit(row.fit),
        number::money(number::spendable(row.capacity_wan)),
        row.hardship_steps.to_string(),
    ]];
    for pair in rivals(wording, row) {
        let criterion = |kind| {
            let found = pair.criteria.iter().find(|entry| entry.criterion == kind);
            found.and_then(criterion_shown)
        };
        rows.push(vec![
            wording.text(
                "exp-alternative-this",
                &[("helper", &wording.helper(&pair.helper))],
            ),
            or_dash(pair.distance_km.map(number::km)),
            or_dash(pair.fit.map(number::fit)),
            or_dash(criterion(CriterionKind::Capacity).map(number::money)),
            or_dash(criterion(CriterionKind::HardshipSteps).map(number::quantity)),
        ]);
    }
    told_table(
        wording,
        &[
            "exp-head-helper",
            ">exp-head-km",
            ">exp-head-fit",
            ">exp-head-capacity",
            ">exp-head-steps",
        ],
        rows,
    )
}
