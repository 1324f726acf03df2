//! The few single changes that would gain most: thought of by a guess, tried in earnest, told only when
//! the changed plan was given its amounts, checked, and found better.

use super::amounts::{Allocator, AmountsBy, Pairs};
use super::guess::Guess;
use super::{EvaluateOptions, standings};
use crate::EngineError;
use jiedui_domain::{Case, HelperId, Plan, RecipientId};
use jiedui_explain::chains::{Move, chains};
use jiedui_graph::CandidateGraph;
use jiedui_verify::{Verdict, check};
use rayon::prelude::*;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A pair that begins or ends.
type Pair = (HelperId, RecipientId);

/// Pairs that end and begin together.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Change {
    /// Pairs that end.
    pub ended: Vec<Pair>,
    /// Pairs that begin.
    pub begun: Vec<Pair>,
}

impl Change {
    /// The change as moves of helpers: who leaves whom, and goes where.
    pub fn moves(&self) -> Vec<Move<HelperId, RecipientId>> {
        let ended: Pairs = self.ended.iter().copied().collect();
        let begun: Pairs = self.begun.iter().copied().collect();
        let chains = chains(&ended, &begun).into_iter();
        chains.flat_map(|chain| chain.moves()).collect()
    }
}

/// A change that makes the plan better.
#[derive(Clone, PartialEq, Debug)]
pub struct Improvement {
    /// What changes.
    pub change: Change,
    /// Rows that the changed plan breaks.
    pub violations: usize,
    /// Its value in every priority.
    pub values: Vec<f64>,
}

/// What the search for changes found.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub improvements: Vec<Improvement>,
    /// The same pairs with the best amounts, where these gain something.
    pub best_amounts: Option<(usize, Vec<f64>)>,
    pub thought_of: usize,
    pub tried: usize,
}

/// Values closer than this, relative above 1, are the same.
const SAME: f64 = 1e-6;
/// Improvements told.
const TOLD: usize = 5;
/// Changes tried that begin at the same helper, or at the same recipient.
const EACH: usize = 4;

/// The changes that gain most.
pub(super) fn improvements(
    case: &Case,
    graph: &CandidateGraph,
    plan: &Plan,
    verdict: &Verdict,
    allocator: &mut Allocator<'_>,
    options: &EvaluateOptions,
) -> Result<Found, EngineError> {
    let pairs: Pairs = plan
        .pairs()
        .iter()
        .filter(|pair| !case.policy.tracks[case.helpers[pair.helper].track].divisible)
        .map(|pair| (pair.helper, pair.recipient))
        .collect();
    let (refilled, level) = allocator.fill(plan)?;
    let changes = possible(case, graph, &pairs);
    let guess = Guess::new(case, graph, plan);
    let counts = Counts::new(case, &pairs);
    let mut ranked: Vec<(i64, Vec<f64>, Change)> = changes
        .into_par_iter()
        .map(|change| {
            let missed = counts.after(&change);
            (missed, guess.after(&change.ended, &change.begun), change)
        })
        .filter(|(missed, ..)| *missed <= counts.missed)
        .collect();
    ranked.sort_by(|a, b| {
        a.0.cmp(&b.0)
            .then_with(|| better_first(&a.1, &b.1))
            .then_with(|| a.2.cmp(&b.2))
    });
    let thought_of = ranked.len();
    let ranked = varied(ranked, options.tried, EACH, |(_, _, change)| change);
    // A change may put right what the rules of pairs lack, so those that hold all are tried first.
    let levels: Vec<AmountsBy> = [AmountsBy::AllRules, level]
        .into_iter()
        .filter(|known| *known == level || counts.missed > 0)
        .collect();
    for level in &levels {
        allocator.prepare(*level)?;
    }
    let before = (verdict.violations.len(), values(case, plan));
    let filled = (
        check(case, &refilled).violations.len(),
        values(case, &refilled),
    );
    // The best amounts of the last priority may use tolerances that the plan in hand does not.
    let best_amounts = gains(&before, filled.0, &filled.1).then_some(filled);
    let now = best_amounts.as_ref().unwrap_or(&before);
    let allocator = &*allocator;
    let tried: Vec<Result<Option<Improvement>, EngineError>> = ranked
        .par_iter()
        .map(|(missed, _, change)| {
            let mut pairs = pairs.clone();
            for pair in &change.ended {
                pairs.remove(pair);
            }
            pairs.extend(change.begun.iter().copied());
            let mut changed = None;
            for level in &levels {
                if changed.is_some() || (*level == AmountsBy::AllRules && *missed > 0) {
                    continue;
                }
                changed = allocator.amounts(&pairs, *level)?;
            }
            let Some(changed) = changed else {
                return Ok(None);
            };
            let improvement = Improvement {
                change: change.clone(),
                violations: check(case, &changed).violations.len(),
                values: values(case, &changed),
            };
            let better = gains(now, improvement.violations, &improvement.values);
            Ok(better.then_some(improvement))
        })
        .collect();
    let count = tried.len();
    let mut improvements = Vec::new();
    for one in tried {
        improvements.extend(one?);
    }
    // What counts as no change does not put one before another.
    let gained = |one: &Improvement| -> Vec<f64> {
        let values = one.values.iter().zip(&now.1);
        let gained = values.map(|(value, now)| {
            if differs(*value, *now) {
                value - now
            } else {
                0.0
            }
        });
        gained.collect()
    };
    improvements.sort_by(|a, b| {
        a.violations
            .cmp(&b.violations)
            .then_with(|| better_first(&gained(a), &gained(b)))
            .then_with(|| a.change.cmp(&b.change))
    });
    let improvements = varied(improvements, TOLD, 1, |one| &one.change);
    Ok(Found {
        best_amounts,
        improvements,
        thought_of,
        tried: count,
    })
}

/// The first so many, of which no more than `each` begin with the same helper or at the same recipient:
/// one good helper would otherwise fill the list.
fn varied<T>(all: Vec<T>, most: usize, each: usize, change: impl Fn(&T) -> &Change) -> Vec<T> {
    let mut helpers: BTreeMap<HelperId, usize> = BTreeMap::new();
    let mut recipients: BTreeMap<RecipientId, usize> = BTreeMap::new();
    let mut chosen = Vec::new();
    for one in all {
        if chosen.len() == most {
            break;
        }
        let begun = change(&one).begun.clone();
        let full = begun.iter().any(|(helper, recipient)| {
            helpers.get(helper).is_some_and(|count| *count >= each)
                || recipients
                    .get(recipient)
                    .is_some_and(|count| *count >= each)
        });
        if full {
            continue;
        }
        for (helper, recipient) in begun {
            *helpers.entry(helper).or_default() += 1;
            *recipients.entry(recipient).or_default() += 1;
        }
        chosen.push(one);
    }
    chosen
}

fn values(case: &Case, plan: &Plan) -> Vec<f64> {
    standings(case, plan)
        .into_iter()
        .map(|one| one.value)
        .collect()
}

/// Lexicographic, the better one first. Values count in steps, since an order by distance is none: of three
/// values each may be the same as the next, and the first not as the last.
fn better_first(a: &[f64], b: &[f64]) -> Ordering {
    let step = |value: f64| (value / SAME).round();
    let mut differ = a.iter().zip(b).map(|(a, b)| step(*b).total_cmp(&step(*a)));
    differ
        .find(|order| order.is_ne())
        .unwrap_or(Ordering::Equal)
}

/// Whether two values of a priority are not the same.
fn differs(value: f64, now: f64) -> bool {
    (value - now).abs() > SAME * value.abs().max(1.0)
}

/// Fewer broken rows, or as many and better in the first priority that differs.
fn gains(now: &(usize, Vec<f64>), violations: usize, values: &[f64]) -> bool {
    match violations.cmp(&now.0) {
        Ordering::Less => true,
        Ordering::Greater => false,
        Ordering::Equal => {
            let mut pairs = values.iter().zip(&now.1);
            let first = pairs.find(|(value, now)| differs(**value, **now));
            first.is_some_and(|(value, now)| value > now)
        }
    }
}

/// Every single addition, removal, replacement on either side, and exchange of two pairs of a track.
fn possible(case: &Case, graph: &CandidateGraph, pairs: &Pairs) -> Vec<Change> {
    let track = |helper: HelperId| case.helpers[helper].track;
    let mut changes = Vec::new();
    let mut add = |ended: Vec<Pair>, begun: Vec<Pair>| changes.push(Change { ended, begun });
    let locked = |pair: &Pair| {
        let arc = graph.arc(pair.0, pair.1);
        arc.is_some_and(|arc| graph.arcs()[arc].is_forced())
    };
    let free: Vec<Pair> = pairs.iter().filter(|pair| !locked(pair)).copied().collect();
    for candidate in graph.arcs().values() {
        let begun = (candidate.helper, candidate.recipient);
        if pairs.contains(&begun) || case.policy.tracks[candidate.track].divisible {
            continue;
        }
        add(Vec::new(), vec![begun]);
        for ended in &free {
            let at_recipient = ended.1 == begun.1 && track(ended.0) == candidate.track;
            if at_recipient || ended.0 == begun.0 {
                add(vec![*ended], vec![begun]);
            }
        }
    }
    for (index, one) in free.iter().enumerate() {
        add(vec![*one], Vec::new());
        for two in &free[index + 1..] {
            let crossed = [(one.0, two.1), (two.0, one.1)];
            let possible = track(one.0) == track(two.0)
                && one.0 != two.0
                && one.1 != two.1
                && crossed
                    .iter()
                    .all(|pair| !pairs.contains(pair) && graph.arc(pair.0, pair.1).is_some());
            if possible {
                add(vec![*one, *two], crossed.to_vec());
            }
        }
    }
    changes
}

/// How many pairs too few or too many there are.
struct Counts<'a> {
    case: &'a Case,
    at_recipient: BTreeMap<(RecipientId, jiedui_domain::TrackId), i64>,
    of_helper: BTreeMap<HelperId, i64>,
    missed: i64,
}

impl<'a> Counts<'a> {
    fn new(case: &'a Case, pairs: &Pairs) -> Self {
        let mut at_recipient = BTreeMap::new();
        let mut of_helper = BTreeMap::new();
        for (helper, recipient) in pairs {
            let track = case.helpers[*helper].track;
            *at_recipient.entry((*recipient, track)).or_default() += 1;
            *of_helper.entry(*helper).or_default() += 1;
        }
        let mut counts = Self {
            case,
            at_recipient,
            of_helper,
            missed: 0,
        };
        for recipient in case.recipients.ids() {
            for (track, rules) in case.policy.tracks.iter() {
                if !rules.divisible {
                    counts.missed += counts.recipient(recipient, track, 0);
                }
            }
        }
        for (helper, row) in case.helpers.iter() {
            if !case.policy.tracks[row.track].divisible {
                counts.missed += counts.helper(helper, 0);
            }
        }
        counts
    }

    fn recipient(&self, recipient: RecipientId, track: jiedui_domain::TrackId, more: i64) -> i64 {
        let known = self.at_recipient.get(&(recipient, track));
        let quota = self.case.recipient_quota(recipient, track);
        outside(known.copied().unwrap_or(0) + more, quota)
    }

    fn helper(&self, helper: HelperId, more: i64) -> i64 {
        let known = self.of_helper.get(&helper).copied().unwrap_or(0);
        outside(known + more, self.case.helper_quota(helper))
    }

    /// The same after a change.
    fn after(&self, change: &Change) -> i64 {
        let mut recipients = BTreeMap::new();
        let mut helpers = BTreeMap::new();
        let all = change.ended.iter().map(|pair| (pair, -1));
        for ((helper, recipient), more) in all.chain(change.begun.iter().map(|pair| (pair, 1))) {
            let track = self.case.helpers[*helper].track;
            *recipients.entry((*recipient, track)).or_insert(0) += more;
            *helpers.entry(*helper).or_insert(0) += more;
        }
        let mut missed = self.missed;
        for ((recipient, track), more) in recipients {
            missed += self.recipient(recipient, track, more) - self.recipient(recipient, track, 0);
        }
        for (helper, more) in helpers {
            missed += self.helper(helper, more) - self.helper(helper, 0);
        }
        missed
    }
}

fn outside(count: i64, quota: jiedui_domain::Quota) -> i64 {
    let short = (i64::from(quota.min) - count).max(0);
    let over = quota.max.map_or(0, |max| (count - i64::from(max)).max(0));
    short + over
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sorting by an order that is none stops the program.
    #[test]
    fn what_is_the_same_as_the_same_is_the_same() {
        let values: Vec<Vec<f64>> = (0..40).map(|step| vec![0.3e-6 * f64::from(step)]).collect();
        for a in &values {
            for b in &values {
                assert_eq!(better_first(a, b), better_first(b, a).reverse());
                for c in &values {
                    if better_first(a, b).is_eq() && better_first(b, c).is_eq() {
                        assert!(better_first(a, c).is_eq(), "{a:?} {b:?} {c:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_gain_in_a_later_priority_does_not_make_up_for_an_earlier_one() {
        let now = (0, vec![0.4, 1.0]);
        assert!(gains(&now, 0, &[0.4 + 1e-9, 1.1]));
        assert!(!gains(&now, 0, &[0.39, 9.0]));
        assert!(!gains(&now, 1, &[0.9, 9.0]));
        assert!(!gains(&now, 0, &[0.4, 1.0]));
    }
}
