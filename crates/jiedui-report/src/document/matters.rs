//! The last sections of the draft assignment: last year's pairs, what is to be decided, next steps.

use super::paper::{Paper, Set};
use super::planned_pairs;
use super::proposal::sum;
use crate::Answers;
use crate::number;
use crate::phrase::{
    Loss, exclusion_sentence, help_words, is_wide, loss, loss_words, measures_nothing, tier_name,
    tier_proof_with_given_up,
};
use crate::wording::Wording;
use jiedui_domain::Termination;
use jiedui_explain::dossier::{ExclusionReason, HelpEntry, UnitOfMeasure};

/// Sectors with the largest gaps that are named.
const GAPS_NAMED: usize = 3;
/// Helpers without a pair that are named.
const IDLE_NAMED: usize = 20;

pub(super) fn ended(wording: Wording<'_>, paper: &mut Paper) {
    paper.numbered_first(&wording.word("doc-section-ended"));
    let ended = &wording.dossier.ended;
    if ended.is_empty() {
        paper.body(&wording.word("doc-ended-none"));
        return;
    }
    let kept = sum(wording, |track| track.kept);
    paper.body(&wording.text(
        "doc-ended-lead",
        &[
            ("kept", &number::count(kept)),
            ("ended", &number::count(ended.len())),
        ],
    ));
    paper.caption("doc-table-ended");
    paper.table(
        &[
            ("doc-head-helper", 20, Set::Left),
            ("doc-head-recipient", 16, Set::Left),
            ("doc-head-track", 22, Set::Left),
            ("doc-head-since", 10, Set::Centre),
            ("doc-head-why", 32, Set::Left),
        ],
        &ended_rows(wording),
    );
}

/// Last year's pairs that end: helper, recipient, track, since when, why.
pub(crate) fn ended_rows(wording: Wording<'_>) -> Vec<Vec<String>> {
    let ended = wording.dossier.ended.iter();
    let rows = ended.map(|pair| {
        vec![
            wording.helper(&pair.helper),
            wording.recipient(&pair.recipient),
            wording.track(&pair.track),
            pair.since.to_string(),
            why_ended(wording, &pair.helper, &pair.recipient),
        ]
    });
    rows.collect()
}

/// The rules that exclude a pair of last year, or that no plan can have it, or what going on would cost.
pub(crate) fn why_ended(wording: Wording<'_>, helper: &str, recipient: &str) -> String {
    let dossier = wording.dossier;
    let Some(row) = dossier.exclusion(helper, recipient) else {
        if dossier.is_ruled_out(helper, recipient) {
            return wording.word("rep-loss-impossible");
        }
        let regrets = dossier.regrets.as_ref();
        let priced = regrets.and_then(|known| known.pair(helper, recipient));
        let priced = priced.filter(|row| loss(dossier, row) != Loss::Unknown);
        return match priced.map(|row| loss_words(wording, row)) {
            Some(cost) => wording.text("rep-ended-priced", &[("cost", &cost)]),
            None => wording.word("rep-ended-not-chosen"),
        };
    };
    let reasons = row.reasons.iter();
    let reasons = reasons.map(|reason| exclusion_sentence(wording, reason));
    let reasons: Vec<String> = reasons.collect();
    let reasons = reasons.join(&wording.word("exp-reason-separator"));
    wording.text("rep-ended-excluded", &[("reasons", &reasons)])
}

pub(super) fn matters(wording: Wording<'_>, answers: &Answers, paper: &mut Paper) {
    let dossier = wording.dossier;
    paper.numbered_first(&wording.word("doc-section-matters"));
    match dossier.data_quality.value_by_basis.share_not_published() {
        Some(share) if share > 0.0 => {
            paper.item(&wording.text("doc-matter-data", &[("share", &number::percent(share))]))
        }
        Some(_) => paper.item(&wording.word("doc-matter-data-none")),
        None if wording.tells_amounts() => paper.item(&wording.word("doc-matter-data-empty")),
        None if wording.lacks_needs() => paper.item(&wording.word("doc-matter-no-needs")),
        // Without amounts there are no data behind them.
        None => {}
    }
    let (unmet, gaps) = gaps(wording);
    if unmet > 0.0 {
        let unmet = wording.with_unit(unmet, UnitOfMeasure::Wan);
        paper.item(&wording.text("doc-matter-gap", &[("unmet", &unmet), ("sectors", &gaps)]));
    }
    let idle: Vec<String> = dossier
        .helpers
        .iter()
        .filter(|entry| entry.idle)
        .map(|entry| wording.own(&entry.name))
        .collect();
    if !idle.is_empty() {
        let mut list = wording.list(idle.get(..IDLE_NAMED).unwrap_or(&idle));
        if idle.len() > IDLE_NAMED {
            let more = number::count(idle.len() - IDLE_NAMED);
            list = wording.text("rep-and-more", &[("list", &list), ("n", &more)]);
        }
        let count = number::count(idle.len());
        paper.item(&wording.text("doc-matter-idle", &[("n", &count), ("list", &list)]));
    }
    let tiers = dossier.tiers.iter();
    let mut measured = tiers.filter(|tier| !measures_nothing(wording, tier));
    if let Some(tier) = measured.next() {
        paper.item(&wording.text(
            "doc-matter-bound",
            &[
                ("tier", &tier_name(wording, tier)),
                ("proof", &tier_proof_with_given_up(wording, tier)),
            ],
        ));
    }
    for tier in measured.filter(|tier| is_wide(wording, tier)) {
        paper.item(&wording.text(
            "doc-matter-wide",
            &[
                ("tier", &tier_name(wording, tier)),
                ("proof", &tier_proof_with_given_up(wording, tier)),
            ],
        ));
    }
    let locked = dossier.pairs.iter().filter(|pair| pair.locked.is_some());
    let locked = locked.count();
    let forbidden = dossier.excluded.iter().filter(|row| {
        let mut reasons = row.reasons.iter();
        reasons.any(|reason| matches!(reason, ExclusionReason::Forbidden { .. }))
    });
    let forbidden = forbidden.count();
    if locked + forbidden > 0 {
        paper.item(&wording.text(
            "doc-matter-decisions",
            &[
                ("locked", &number::count(locked)),
                ("forbidden", &number::count(forbidden)),
            ],
        ));
        if answers.decisions.is_some() {
            paper.item(&wording.word("doc-matter-prices"));
        }
    }
    if matches!(
        dossier.run.termination,
        Termination::TimeLimit | Termination::Interrupted
    ) {
        paper.item(&wording.word("doc-matter-time"));
    }
}

/// What is not met, 万元, and the sectors in which most is missing.
fn gaps(wording: Wording<'_>) -> (f64, String) {
    let dossier = wording.dossier;
    let mut gaps: Vec<HelpEntry> = dossier
        .sectors
        .iter()
        .map(|sector| {
            let balances = dossier.recipients.iter().flat_map(|entry| &entry.sectors);
            let unmet: f64 = balances
                .filter(|balance| balance.sector == sector.code)
                .map(|balance| balance.unmet)
                .sum();
            HelpEntry {
                sector: sector.code.clone(),
                amount: unmet,
                value_wan: unmet * sector.value_wan,
            }
        })
        .filter(|gap| gap.amount > 0.0)
        .collect();
    let total = gaps.iter().map(|gap| gap.value_wan).sum();
    gaps.sort_by(|a, b| b.value_wan.total_cmp(&a.value_wan));
    gaps.truncate(GAPS_NAMED);
    (total, help_words(wording, &gaps))
}

pub(super) fn next(wording: Wording<'_>, paper: &mut Paper) {
    paper.numbered_first(&wording.word("doc-section-next"));
    for key in ["doc-next-check", "doc-next-consult"] {
        paper.item(&wording.word(key));
    }
    let planned = planned_pairs(wording.dossier);
    paper.item(&match planned.first() {
        Some(pair) => wording.text("doc-next-plan", &[("track", &wording.track(&pair.track))]),
        None => wording.word("doc-next-plan-none"),
    });
    paper.item(&wording.word("doc-next-approve"));
}
