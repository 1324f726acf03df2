//! The ground that a certificate is checked on: every pair that the raw rows allow, with its figures.
//!
//! Pairs are ruled out only for what model §1 names; to let one too many stand would weaken a bound, to
//! drop one too many would make it wrong. Amounts are cut to the steps of a plan (0.01, or whole units):
//! the plan is checked to be made of such steps.

use crate::distance::Distances;
use crate::exact::MILLION;
use crate::facts::Facts;
use crate::fit::fit;
use jiedui_domain::{
    Case, DecisionAction, HelperId, Id, Load, Quantity, RecipientId, SectorId, SectorUnit, TrackId,
};
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use std::collections::BTreeSet;
use std::ops::Range;

/// Millionths in a step of money.
const HUNDREDTH: i128 = 10_000;

/// Help of one sector within a pair.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub sector: SectorId,
    /// The most that can be given, in millionths of the sector's unit.
    pub amount: i128,
    /// 1e-12 万元 in a millionth of the unit.
    pub worth: i128,
}

/// A pair that no rule excludes.
#[derive(Clone, Debug)]
pub(super) struct Arc {
    pub helper: HelperId,
    pub recipient: RecipientId,
    pub track: TrackId,
    /// Whether it is a pair to be formed; help of divisible tracks is not.
    pub forms_pair: bool,
    /// A decision or the minimum tenure demands it.
    pub demanded: bool,
    /// In 1e-9.
    pub fit: i128,
    /// In 1e-6 km; 0 where unknown.
    pub distance: i128,
    /// In 1e-6.
    pub load: i128,
    /// max(1, age) of last year's pair in years.
    pub age: Option<i128>,
    /// Hardship classes that people sent climb.
    pub steps: i128,
    pub cells: Vec<Cell>,
    /// The least worth of its help, 1e-12 万元.
    pub least: i128,
    /// The most, where a budget limits it.
    pub most: Option<i128>,
}

impl Arc {
    /// What its help can be worth at most, 1e-12 万元.
    pub(super) fn reach(&self) -> i128 {
        let full: i128 = self.cells.iter().map(|cell| cell.amount * cell.worth).sum();
        self.most.map_or(full, |most| full.min(most))
    }

    /// What its help can be worth at most besides these needs, 1e-12 万元.
    pub(super) fn besides(&self, met: &BTreeSet<SectorId>) -> i128 {
        let others = self.cells.iter().filter(|cell| !met.contains(&cell.sector));
        let full: i128 = others.map(|cell| cell.amount * cell.worth).sum();
        self.most.map_or(full, |most| full.min(most))
    }
}

/// How many pairs a recipient or a helper has, at least and at most.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pairs {
    pub least: u32,
    pub most: Option<u32>,
}

/// The case, rebuilt for certificates.
pub(super) struct Ground<'a> {
    pub case: &'a Case,
    pub facts: Facts<'a>,
    /// By helper, then recipient.
    pub arcs: Vec<Arc>,
    /// The arcs of each helper.
    pub of_helper: Vec<Range<usize>>,
    /// The arcs of each recipient.
    pub of_recipient: Vec<Vec<usize>>,
    /// `B[h]` cut to what can be spent exactly, 1e-12 万元.
    pub budgets: Vec<Option<i128>>,
    /// e·`B[h]`, 1e-12 万元, rounded up; 0 where there is none.
    pub efforts: Vec<i128>,
    /// Quotas of recipients, by recipient, then track.
    pub recipient_pairs: Vec<Pairs>,
    /// Quotas of helpers.
    pub helper_pairs: Vec<Pairs>,
    /// Last year's pairs of each track, impossible ones included.
    pub previous: Vec<usize>,
}

impl<'a> Ground<'a> {
    /// *Complexity:* linear in helpers × recipients × sectors.
    pub(super) fn new(case: &'a Case) -> Self {
        let facts = Facts::new(case);
        let tracks = case.policy.tracks.len();
        let mut recipient_pairs = Vec::with_capacity(case.recipients.len() * tracks);
        for recipient in case.recipients.ids() {
            for track in case.policy.tracks.ids() {
                let limits = facts.helpers_wanted(recipient, track);
                recipient_pairs.push(Pairs {
                    least: limits.least,
                    most: limits.most,
                });
            }
        }
        let helper_pairs: Vec<Pairs> = case
            .helpers
            .ids()
            .map(|helper| {
                let limits = facts.recipients_wanted(helper);
                Pairs {
                    least: limits.least,
                    most: limits.most,
                }
            })
            .collect();
        let mut previous = vec![0; tracks];
        for (helper, ..) in facts.history() {
            previous[case.helpers[helper].track.index()] += 1;
        }
        let mut ground = Self {
            case,
            budgets: case
                .helpers
                .ids()
                .map(|helper| budget(case, &facts, helper))
                .collect(),
            efforts: case
                .helpers
                .ids()
                .map(|helper| effort(case, &facts, helper))
                .collect(),
            facts,
            arcs: Vec::new(),
            of_helper: Vec::with_capacity(case.helpers.len()),
            of_recipient: vec![Vec::new(); case.recipients.len()],
            recipient_pairs,
            helper_pairs,
            previous,
        };
        ground.find_arcs();
        ground
    }

    /// How many helpers of a track a recipient has.
    pub(super) fn wanted(&self, recipient: RecipientId, track: TrackId) -> Pairs {
        self.recipient_pairs[recipient.index() * self.case.policy.tracks.len() + track.index()]
    }

    fn find_arcs(&mut self) {
        let case = self.case;
        let mut forbidden = BTreeSet::new();
        let mut locked = BTreeSet::new();
        for decision in &case.decisions {
            let set = match decision.action {
                DecisionAction::Forbid => &mut forbidden,
                DecisionAction::Lock => &mut locked,
            };
            set.insert((decision.helper, decision.recipient));
        }
        let needs = |recipient| {
            case.policy
                .sectors
                .ids()
                .any(|sector| self.facts.need(recipient, sector) > 0)
        };
        let has_need: Vec<bool> = case.recipients.ids().map(needs).collect();
        let mut distances = Distances::new(case);
        let mut arcs = Vec::new();
        let mut of_helper = Vec::with_capacity(case.helpers.len());
        for helper in case.helpers.ids() {
            let start = arcs.len();
            let supplies = |sector| self.facts.supply(helper, sector) > 0;
            let has_supply = case.policy.sectors.ids().any(supplies);
            for recipient in case.recipients.ids() {
                if forbidden.contains(&(helper, recipient)) {
                    continue;
                }
                let both = has_supply && has_need[recipient.index()];
                let is_locked = locked.contains(&(helper, recipient));
                arcs.extend(self.arc(&mut distances, helper, recipient, both, is_locked));
            }
            of_helper.push(start..arcs.len());
        }
        for (index, arc) in arcs.iter().enumerate() {
            self.of_recipient[arc.recipient.index()].push(index);
        }
        self.arcs = arcs;
        self.of_helper = of_helper;
    }

    /// The pair, unless model §1 excludes it. `both`: the helper has supplies and the recipient needs.
    fn arc(
        &self,
        distances: &mut Distances<'_>,
        helper: HelperId,
        recipient: RecipientId,
        both: bool,
        locked: bool,
    ) -> Option<Arc> {
        let case = self.case;
        let row = &case.helpers[helper];
        let policy = &case.policy.tracks[row.track];
        let place = case.recipients[recipient].place;
        if row.place == Some(place) {
            return None;
        }
        let distance = distances.find(&self.facts, helper, recipient);
        if policy
            .max_distance
            .is_some_and(|limit| !distance.within(limit))
        {
            return None;
        }
        let there = i64::from(case.places[place].hardship_class);
        let seat = row
            .place
            .map(|seat| i64::from(case.places[seat].hardship_class));
        let gap = seat.map(|here| there - here);
        let too_hard = |limit: i32| gap.is_some_and(|gap| gap > i64::from(limit));
        if policy.max_hardship_gap.is_some_and(too_hard) {
            return None;
        }
        let mut cells = Vec::new();
        let mut shares_sector = false;
        for (sector, kind) in case.policy.sectors.iter() {
            let amount = self
                .facts
                .supply(helper, sector)
                .min(self.facts.need(recipient, sector));
            shares_sector |= amount > 0;
            let amount = amount - amount.rem_euclid(step(kind.whole));
            if amount > 0 {
                cells.push(Cell {
                    sector,
                    amount,
                    worth: i128::from(kind.value.scaled()),
                });
            }
        }
        if both && !shares_sector {
            return None;
        }
        let age = self.facts.age(helper, recipient).map(i128::from);
        let young = age.is_some_and(|age| age < i128::from(policy.min_tenure_years));
        let load = self.facts.pair(helper, recipient).and_then(|row| row.load);
        let mut arc = Arc {
            helper,
            recipient,
            track: row.track,
            forms_pair: !policy.divisible,
            demanded: !policy.divisible && (locked || young),
            fit: fit(case, &self.facts, helper, recipient)
                .to_i128()
                .unwrap_or(0),
            distance: distance.counted(),
            load: i128::from(load.unwrap_or(Load::units(1)).scaled()),
            age: age.map(|age| age.max(1)),
            steps: i128::from((there - seat.unwrap_or(0)).max(0)),
            cells,
            least: 0,
            most: self.budgets[helper.index()],
        };
        if arc.forms_pair {
            self.demand_support(&mut arc);
            let wanted = self.wanted(recipient, row.track);
            let pairs = self.helper_pairs[helper.index()];
            let overloaded = |limit: Load| i128::from(limit.scaled()) < arc.load;
            if arc.reach() < arc.least
                || wanted.most == Some(0)
                || pairs.most == Some(0)
                || row.max_load.is_some_and(overloaded)
            {
                return None;
            }
        }
        Some(arc)
    }

    /// Minimum support, and the effort floor where the helper has one pair at most.
    fn demand_support(&self, arc: &mut Arc) {
        let minimum = self.case.policy.tracks[arc.track].minimum_support;
        let minimum = i128::from(minimum.scaled()) * i128::from(MILLION);
        arc.least = minimum.min(self.need_worth(arc.recipient));
        let only_one = self.helper_pairs[arc.helper.index()]
            .most
            .is_some_and(|most| most <= 1);
        if only_one {
            arc.least = arc.least.max(self.efforts[arc.helper.index()]);
        }
    }

    /// Σ_s v_s·`n[r,s]`, 1e-12 万元.
    pub(super) fn need_worth(&self, recipient: RecipientId) -> i128 {
        self.facts.needed(recipient).steps().to_i128().unwrap_or(0)
    }

    /// `n[r,s]` cut to steps.
    pub(super) fn need_in_steps(&self, recipient: RecipientId, sector: SectorId) -> i128 {
        let amount = self.facts.need(recipient, sector);
        amount - amount.rem_euclid(step(self.case.policy.sectors[sector].whole))
    }

    /// `c[h,s]` cut to steps.
    pub(super) fn supply_in_steps(&self, helper: HelperId, sector: SectorId) -> i128 {
        let amount = self.facts.supply(helper, sector);
        amount - amount.rem_euclid(step(self.case.policy.sectors[sector].whole))
    }

    /// Whether people count in the sector.
    pub(super) fn counts_people(&self, sector: SectorId) -> bool {
        self.case.policy.sectors[sector].unit == SectorUnit::Person
    }
}

fn step(whole: bool) -> i128 {
    if whole { MILLION.into() } else { HUNDREDTH }
}

/// `B[h]` cut to a multiple of what all its help is a multiple of.
fn budget(case: &Case, facts: &Facts<'_>, helper: HelperId) -> Option<i128> {
    let budget = facts.budget(helper)?.steps().to_i128()?;
    let unit = case
        .policy
        .sectors
        .iter()
        .filter(|(sector, _)| facts.supply(helper, *sector) > 0)
        .map(|(_, kind)| i128::from(kind.value.scaled()) * step(kind.whole))
        .fold(0, greatest_divisor);
    Some(if unit > 0 {
        budget - budget.rem_euclid(unit)
    } else {
        budget
    })
}

fn greatest_divisor(one: i128, other: i128) -> i128 {
    if other == 0 {
        one
    } else {
        greatest_divisor(other, one % other)
    }
}

/// e·`B[h]` rounded up to a whole 1e-12 万元, of which all help is a multiple.
fn effort(case: &Case, facts: &Facts<'_>, helper: HelperId) -> i128 {
    let policy = &case.policy.tracks[case.helpers[helper].track];
    let Some(budget) = facts.budget(helper) else {
        return 0;
    };
    if policy.divisible || policy.effort_floor.scaled() <= 0 {
        return 0;
    }
    let exact = budget.share_of(policy.effort_floor);
    let whole: BigInt = super::grains::ceiling_of(&exact);
    whole.to_i128().unwrap_or(0).max(0)
}
