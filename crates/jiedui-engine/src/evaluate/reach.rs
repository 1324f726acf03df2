//! Least amounts that no sharing out can reach: what a pair, a helper with its pairs, or a recipient with
//! its helpers can carry at most, beside what the rules ask for. Each is looked at alone, so a shortage that
//! arises only among several is not found here; what is found holds for all amounts.

use jiedui_domain::{
    Amount, Case, HelperId, Plan, Quantity, RecipientId, SectorId, Share, UnitValue, Wan,
};
use std::collections::{BTreeMap, BTreeSet};

/// 10⁻¹² 万元, in which products of amounts and values are whole.
type Fine = i128;

/// Fine steps in 1 万元.
const FINE: Fine = 1_000_000_000_000;
/// Closer figures look the same.
const SAME: Fine = FINE / 100;

/// Who cannot reach what.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ShortOf {
    /// A pair its minimum support.
    PairSupport(HelperId, RecipientId),
    /// A helper the minimum support of all its pairs, so many.
    HelperSupport(HelperId, usize),
    /// A helper the part of its budget that it must give.
    Effort(HelperId),
    /// A recipient has too little need for the minimum support of all its pairs, so many.
    RecipientSupport(RecipientId, usize),
}

/// A least amount that is out of reach.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct OutOfReach {
    /// Who cannot reach what.
    pub short: ShortOf,
    /// What the rules ask for, 万元.
    pub least: f64,
    /// What can be reached at most, 万元.
    pub most: f64,
}

/// All that is out of reach for the pairs of a plan: pairs first, then helpers, then recipients, each in the
/// order of the case.
pub(super) fn out_of_reach(case: &Case, plan: &Plan) -> Vec<OutOfReach> {
    let rules = |helper: HelperId| &case.policy.tracks[case.helpers[helper].track];
    let pairs = plan.pairs().iter();
    let pairs: BTreeSet<(HelperId, RecipientId)> = pairs
        .map(|pair| (pair.helper, pair.recipient))
        .filter(|(helper, _)| !rules(*helper).divisible)
        .collect();
    let needed = |recipient: RecipientId| -> Fine {
        let needs = case.needs_of(recipient).iter();
        needs
            .map(|need| value(case, need.sector, need.amount))
            .sum()
    };
    // Nobody must give more than is needed (model §3).
    let support = |helper: HelperId, recipient: RecipientId| {
        fine(rules(helper).minimum_support).min(needed(recipient))
    };
    let mut of_helper: BTreeMap<HelperId, Vec<RecipientId>> = BTreeMap::new();
    let mut of_recipient: BTreeMap<RecipientId, Vec<HelperId>> = BTreeMap::new();
    for (helper, recipient) in &pairs {
        of_helper.entry(*helper).or_default().push(*recipient);
        of_recipient.entry(*recipient).or_default().push(*helper);
    }
    let alone = pairs.iter().map(|(helper, recipient)| {
        let most = most_of_helper(case, *helper, &[*recipient]);
        let short = ShortOf::PairSupport(*helper, *recipient);
        (short, support(*helper, *recipient), most)
    });
    let helpers = of_helper.iter().flat_map(|(helper, recipients)| {
        let most = most_of_helper(case, *helper, recipients);
        let least = recipients.iter().map(|id| support(*helper, *id)).sum();
        let together = ShortOf::HelperSupport(*helper, recipients.len());
        let together = (recipients.len() > 1).then_some((together, least, most));
        let budget = case.budget(*helper).unwrap_or(Wan::ZERO);
        let effort = share_of(budget, rules(*helper).effort_floor);
        together
            .into_iter()
            .chain([(ShortOf::Effort(*helper), effort, most)])
    });
    let recipients = of_recipient.iter().filter(|(_, helpers)| helpers.len() > 1);
    let recipients = recipients.map(|(recipient, helpers)| {
        let most = needed(*recipient);
        let least = helpers.iter().map(|id| support(*id, *recipient)).sum();
        let short = ShortOf::RecipientSupport(*recipient, helpers.len());
        (short, least, most)
    });
    let all = alone.chain(helpers).chain(recipients);
    all.filter(|(_, least, most)| least - most >= SAME)
        .map(|(short, least, most)| OutOfReach {
            short,
            least: least as f64 / FINE as f64,
            most: most as f64 / FINE as f64,
        })
        .collect()
}

/// What a helper can give these recipients at most: no more than its budget, and in no sector more than it
/// supplies or than they need. Whole units may leave less.
fn most_of_helper(case: &Case, helper: HelperId, recipients: &[RecipientId]) -> Fine {
    let needed = |sector: SectorId| -> i64 {
        let needs = recipients.iter().flat_map(|id| case.needs_of(*id));
        let needs = needs.filter(|need| need.sector == sector);
        needs.map(|need| need.amount.scaled()).sum()
    };
    let supply = case.supply_of(helper).iter();
    let given: Fine = supply
        .map(|row| {
            let amount = row.amount.scaled().min(needed(row.sector));
            value(case, row.sector, Amount::from_scaled(amount))
        })
        .sum();
    case.budget(helper)
        .map_or(given, |budget| given.min(fine(budget)))
}

fn value(case: &Case, sector: SectorId, amount: Amount) -> Fine {
    let unit: UnitValue = case.policy.sectors[sector].value;
    Fine::from(amount.scaled()) * Fine::from(unit.scaled())
}

fn fine(value: Wan) -> Fine {
    Fine::from(value.scaled()) * (FINE / Fine::from(Wan::steps_per_unit()))
}

fn share_of(budget: Wan, share: Share) -> Fine {
    Fine::from(budget.scaled()) * Fine::from(share.scaled())
}
