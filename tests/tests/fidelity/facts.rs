//! What a plan comes to, from the tables of the case alone: nothing of the program's own arithmetic.

use jiedui_domain::{
    Basis, Case, HelperId, Measure, PairFact, Plan, Provenance, Quantity, RecipientId, SectorId,
    SectorUnit, TrackId,
};
use std::collections::{BTreeMap, BTreeSet};

pub type Pair = (HelperId, RecipientId);

const EARTH_RADIUS_KM: f64 = 6371.0088;
/// Sums of decimals that are equal are this close.
const SAME: f64 = 1e-9;

pub struct Facts<'a> {
    pub case: &'a Case,
    /// Pairs that no rule excludes.
    pub candidates: BTreeSet<Pair>,
    /// Help by pair and sector.
    pub help: BTreeMap<Pair, BTreeMap<SectorId, f64>>,
    needs: BTreeMap<(RecipientId, SectorId), f64>,
    supplies: BTreeMap<(HelperId, SectorId), f64>,
    rows: BTreeMap<Pair, &'a PairFact>,
    /// Fit, distance and capacity of every candidate, and the measures, once computed.
    of_candidates: BTreeMap<Pair, (f64, f64, f64)>,
    measures: BTreeMap<&'static str, f64>,
}

/// A rank among many.
#[derive(Clone, Copy)]
pub struct Rank {
    place: usize,
    /// How many share it.
    tied: usize,
    of: usize,
}

impl Rank {
    /// Its figures as they are told: how many share it only where it is shared.
    pub fn figures(self) -> Vec<f64> {
        let tied = (self.tied > 1).then_some(self.tied);
        let all = std::iter::once(self.place).chain(tied).chain([self.of]);
        all.map(|figure| figure as f64).collect()
    }
}

impl<'a> Facts<'a> {
    pub fn new(case: &'a Case, plan: &Plan, candidates: BTreeSet<Pair>) -> Self {
        let pairs = plan.pairs().iter();
        let help = pairs.map(|pair| {
            let amounts = pair
                .help
                .iter()
                .map(|help| (help.sector, help.amount.to_f64()));
            ((pair.helper, pair.recipient), amounts.collect())
        });
        let needs = case.needs.iter();
        let supplies = case.supply.iter();
        let mut facts = Self {
            case,
            help: help.collect(),
            needs: needs
                .map(|row| ((row.of, row.sector), row.amount.to_f64()))
                .collect(),
            supplies: supplies
                .map(|row| ((row.of, row.sector), row.amount.to_f64()))
                .collect(),
            rows: case
                .pairs
                .iter()
                .map(|row| ((row.helper, row.recipient), row))
                .collect(),
            of_candidates: BTreeMap::new(),
            measures: BTreeMap::new(),
            candidates,
        };
        for pair in &facts.candidates {
            let distance = facts.distance(*pair).unwrap_or(f64::INFINITY);
            let figures = (facts.fit(*pair), distance, facts.capacity(*pair));
            facts.of_candidates.insert(*pair, figures);
        }
        for measure in Measure::ALL {
            let value = facts.computed(measure);
            facts.measures.insert(measure.code(), value);
        }
        facts
    }

    /// Fit, distance (infinite where unknown) and capacity of a candidate.
    pub fn known(&self, pair: Pair) -> (f64, f64, f64) {
        self.of_candidates[&pair]
    }

    /// A measure of the plan.
    pub fn measure(&self, measure: Measure) -> f64 {
        self.measures[measure.code()]
    }

    pub fn need(&self, recipient: RecipientId, sector: SectorId) -> f64 {
        self.needs.get(&(recipient, sector)).copied().unwrap_or(0.0)
    }

    pub fn supply(&self, helper: HelperId, sector: SectorId) -> f64 {
        self.supplies.get(&(helper, sector)).copied().unwrap_or(0.0)
    }

    fn worth(&self, sector: SectorId) -> f64 {
        self.case.policy.sectors[sector].value.to_f64()
    }

    /// 万元 of the whole need.
    pub fn need_value(&self, recipient: RecipientId) -> f64 {
        let sectors = self.case.policy.sectors.ids();
        sectors
            .map(|s| self.worth(s) * self.need(recipient, s))
            .sum()
    }

    /// Given, or the rate of the year × last year's revenue, cut to a millionth.
    pub fn budget(&self, helper: HelperId) -> Option<f64> {
        let row = &self.case.helpers[helper];
        if let Some(given) = row.budget {
            return Some(given.to_f64());
        }
        let rates = &self.case.policy.tracks[row.track].funding_rate;
        let rate = rates.get(&self.case.info.year)?.to_f64();
        let revenue = self.case.places[row.place?].revenue?.to_f64();
        Some((rate * revenue * 1e6 + SAME).floor() / 1e6)
    }

    /// Given, or the great circle × the detour factor, to the metre.
    pub fn distance(&self, (helper, recipient): Pair) -> Option<f64> {
        let given = self
            .pair_row((helper, recipient))
            .and_then(|row| row.distance);
        if let Some(given) = given {
            return Some(given.to_f64());
        }
        let here = &self.case.places[self.case.helpers[helper].place?];
        let there = &self.case.places[self.case.recipients[recipient].place];
        let point = |place: &jiedui_domain::Place| {
            Some((
                place.lat?.to_f64().to_radians(),
                place.lon?.to_f64().to_radians(),
            ))
        };
        let ((lat_1, lon_1), (lat_2, lon_2)) = (point(here)?, point(there)?);
        // The spherical law of cosines is another way to the same arc.
        let cosine = lat_1.sin() * lat_2.sin() + lat_1.cos() * lat_2.cos() * (lon_1 - lon_2).cos();
        let straight = EARTH_RADIUS_KM * cosine.clamp(-1.0, 1.0).acos();
        let km = straight * self.case.policy.distance.detour_factor;
        Some((km * 1000.0).round() / 1000.0)
    }

    fn pair_row(&self, pair: Pair) -> Option<&'a PairFact> {
        self.rows.get(&pair).copied()
    }

    /// Σ v·min(supply, need), with whole units or without, capped by the budget.
    fn could_carry(&self, (helper, recipient): Pair, whole_units: bool) -> f64 {
        let sectors = self.case.policy.sectors.iter();
        let sum = sectors
            .map(|(id, sector)| {
                let amount = self.supply(helper, id).min(self.need(recipient, id));
                let whole = whole_units && sector.whole;
                self.worth(id) * if whole { amount.floor() } else { amount }
            })
            .sum::<f64>();
        sum.min(self.budget(helper).unwrap_or(f64::INFINITY))
    }

    pub fn capacity(&self, pair: Pair) -> f64 {
        self.could_carry(pair, true)
    }

    pub fn fit(&self, pair: Pair) -> f64 {
        match self.pair_row(pair).and_then(|row| row.fit) {
            Some(given) => given.to_f64(),
            None => {
                let share = self.could_carry(pair, false) / self.need_value(pair.1);
                (share * 1e9).round() / 1e9
            }
        }
    }

    pub fn steps(&self, (helper, recipient): Pair) -> f64 {
        let class = |place| self.case.places[place].hardship_class;
        let there = class(self.case.recipients[recipient].place);
        let here = self.case.helpers[helper].place.map_or(0, class);
        f64::from((there - here).max(0))
    }

    pub fn since(&self, (helper, recipient): Pair) -> Option<i32> {
        let mut rows = self.case.history.iter();
        let row = rows.find(|row| (row.helper, row.recipient) == (helper, recipient));
        row.map(|row| row.since)
    }

    pub fn years(&self, pair: Pair) -> f64 {
        f64::from(
            self.since(pair)
                .map_or(0, |since| self.case.info.year - since),
        )
    }

    /// 万元 that a pair carries.
    pub fn value(&self, pair: Pair) -> f64 {
        let help = self.help.get(&pair).into_iter().flatten();
        help.map(|(sector, amount)| self.worth(*sector) * amount)
            .sum()
    }

    fn sum(&self, of: impl Fn(Pair) -> bool, what: impl Fn(Pair) -> f64) -> f64 {
        let pairs = self.help.keys().filter(|pair| of(**pair));
        pairs.map(|pair| what(*pair)).sum()
    }

    pub fn received(&self, recipient: RecipientId, sector: SectorId) -> f64 {
        self.sum(|pair| pair.1 == recipient, |pair| self.amount(pair, sector))
    }

    pub fn given(&self, helper: HelperId, sector: SectorId) -> f64 {
        self.sum(|pair| pair.0 == helper, |pair| self.amount(pair, sector))
    }

    pub fn amount(&self, pair: Pair, sector: SectorId) -> f64 {
        let amount = self.help.get(&pair).and_then(|help| help.get(&sector));
        amount.copied().unwrap_or(0.0)
    }

    pub fn value_of_helper(&self, helper: HelperId) -> f64 {
        self.sum(|pair| pair.0 == helper, |pair| self.value(pair))
    }

    pub fn value_at(&self, recipient: RecipientId) -> f64 {
        self.sum(|pair| pair.1 == recipient, |pair| self.value(pair))
    }

    pub fn track(&self, helper: HelperId) -> TrackId {
        self.case.helpers[helper].track
    }

    pub fn pairs_at(&self, recipient: RecipientId, track: TrackId) -> f64 {
        self.sum(|(h, r)| r == recipient && self.track(h) == track, |_| 1.0)
    }

    pub fn pairs_of(&self, helper: HelperId) -> f64 {
        self.sum(|pair| pair.0 == helper, |_| 1.0)
    }

    pub fn share_of_need(&self, pair: Pair) -> f64 {
        self.value(pair) / self.need_value(pair.1)
    }

    pub fn coverage(&self, recipient: RecipientId) -> f64 {
        self.value_at(recipient) / self.need_value(recipient)
    }

    fn weight(&self, recipient: RecipientId) -> f64 {
        let weights = self.case.recipients.values().map(|row| row.weight.to_f64());
        self.case.recipients[recipient].weight.to_f64() / weights.sum::<f64>()
    }

    fn phi(&self, coverage: f64) -> f64 {
        let points = &self.case.policy.equity.breakpoints;
        let mut value = 0.0;
        for pair in points.windows(2) {
            let ((x, y), (to_x, to_y)) = (pair[0], pair[1]);
            let (x, y) = (x.to_f64(), y.to_f64());
            let slope = (to_y.to_f64() - y) / (to_x.to_f64() - x);
            if coverage > x {
                value = y + slope * (coverage.min(to_x.to_f64()) - x);
            }
        }
        value
    }

    fn fit_at(&self, recipient: RecipientId) -> f64 {
        self.sum(|pair| pair.1 == recipient, |pair| self.fit(pair))
    }

    fn effort(&self, helper: HelperId) -> Option<f64> {
        let budget = self.budget(helper).filter(|budget| *budget > 0.0)?;
        Some(self.value_of_helper(helper) / budget)
    }

    fn persons(&self, pair: Pair) -> f64 {
        let help = self.help.get(&pair).into_iter().flatten();
        let persons =
            |sector: SectorId| self.case.policy.sectors[sector].unit == SectorUnit::Person;
        help.filter(|(sector, _)| persons(**sector))
            .map(|(_, amount)| amount)
            .sum()
    }

    fn computed(&self, measure: Measure) -> f64 {
        let case = self.case;
        let all = |what: &dyn Fn(Pair) -> f64| self.sum(|_| true, what);
        let least = |of: &dyn Fn(RecipientId) -> f64| {
            case.recipients.ids().map(of).fold(f64::INFINITY, f64::min)
        };
        let mean = |of: &dyn Fn(RecipientId) -> f64| -> f64 {
            case.recipients.ids().map(|r| self.weight(r) * of(r)).sum()
        };
        match measure {
            Measure::CoverageFloor => least(&|r| self.coverage(r)),
            Measure::Coverage => mean(&|r| self.coverage(r)),
            Measure::Equity => mean(&|r| self.phi(self.coverage(r))),
            Measure::Fit => all(&|pair| self.fit(pair)),
            Measure::FitFloor => least(&|r| self.fit_at(r)),
            Measure::Distance => all(&|pair| self.distance(pair).unwrap_or(0.0)),
            Measure::FlowDistance => {
                all(&|pair| self.distance(pair).unwrap_or(0.0) * self.value(pair))
            }
            Measure::Continuity => all(&|pair| f64::from(u8::from(self.since(pair).is_some()))),
            Measure::Hardship => all(&|pair| self.steps(pair) * self.persons(pair)),
            Measure::EffortBalance => {
                let efforts = case.helpers.ids().filter_map(|helper| self.effort(helper));
                efforts.fold(0.0, f64::max)
            }
            Measure::Pairs => all(&|_| 1.0),
        }
    }

    /// What a pair has to do with a measure; `None` where it has no part in a floor or maximum.
    pub fn part(&self, measure: Measure, pair: Pair) -> Option<f64> {
        let (helper, recipient) = pair;
        let binds = |here: f64| (here - self.measure(measure)).abs() <= SAME;
        Some(match measure {
            Measure::CoverageFloor => {
                return binds(self.coverage(recipient)).then(|| self.share_of_need(pair));
            }
            Measure::FitFloor => return binds(self.fit_at(recipient)).then(|| self.fit(pair)),
            Measure::EffortBalance => {
                let effort = self.effort(helper)?;
                return binds(effort).then(|| self.value(pair) / self.budget(helper).unwrap());
            }
            Measure::Coverage => self.weight(recipient) * self.share_of_need(pair),
            Measure::Equity => {
                let with = self.coverage(recipient);
                let without = with - self.share_of_need(pair);
                self.weight(recipient) * (self.phi(with) - self.phi(without))
            }
            Measure::Fit => self.fit(pair),
            Measure::Distance => self.distance(pair).unwrap_or(0.0),
            Measure::FlowDistance => self.distance(pair).unwrap_or(0.0) * self.value(pair),
            Measure::Continuity => f64::from(u8::from(self.since(pair).is_some())),
            Measure::Hardship => self.steps(pair) * self.persons(pair),
            Measure::Pairs => 1.0,
        })
    }

    /// 1 + the number of those of a group that are strictly better (less), how many are alike, and how many all are.
    fn rank(group: impl Iterator<Item = f64>, own: f64) -> Rank {
        let all: Vec<f64> = group.collect();
        let count = |is: &dyn Fn(f64) -> bool| all.iter().filter(|one| is(**one)).count();
        Rank {
            place: 1 + count(&|one| one < own - SAME),
            tied: count(&|one| (one - own).abs() <= SAME),
            of: all.len(),
        }
    }

    /// Ranks by a key of which less is better, among the candidates of the track at the recipient and
    /// among those of the helper.
    pub fn ranks(&self, pair: Pair, key: impl Fn(Pair) -> f64) -> (Rank, Rank) {
        let track = self.track(pair.0);
        let here = self
            .candidates
            .iter()
            .filter(|one| one.1 == pair.1 && self.track(one.0) == track);
        let there = self.candidates.iter().filter(|one| one.0 == pair.0);
        let own = key(pair);
        (
            Self::rank(here.map(|one| key(*one)), own),
            Self::rank(there.map(|one| key(*one)), own),
        )
    }

    /// The same among formed pairs, by the share of need that each meets.
    pub fn ranks_by_share(&self, pair: Pair) -> (Rank, Rank) {
        let own = -self.share_of_need(pair);
        let shares = |of: &dyn Fn(&Pair) -> bool| -> Vec<f64> {
            let pairs = self.help.keys().filter(|one| of(one));
            pairs.map(|one| -self.share_of_need(*one)).collect()
        };
        (
            Self::rank(shares(&|one| one.1 == pair.1).into_iter(), own),
            Self::rank(shares(&|one| one.0 == pair.0).into_iter(), own),
        )
    }

    /// 万元 of a pair by the weakest basis behind each sector's help: published, estimated, illustrative,
    /// not stated.
    pub fn by_basis(&self, pair: Pair) -> [f64; 4] {
        let strength = |basis: Option<Basis>| match basis {
            Some(Basis::Illustrative) => 0,
            Some(Basis::Estimated) => 1,
            None => 2,
            Some(Basis::Published) => 3,
        };
        let mut found = [0.0; 4];
        for (sector, amount) in self.help.get(&pair).into_iter().flatten() {
            let behind = [
                self.need_row(pair.1, *sector),
                self.supply_row(pair.0, *sector),
                self.budget_row(pair.0),
            ];
            let weakest = behind
                .into_iter()
                .flatten()
                .map(|row| strength(row.basis))
                .min();
            found[weakest.unwrap_or(2)] += self.worth(*sector) * amount;
        }
        let [illustrative, estimated, unstated, published] = found;
        [published, estimated, illustrative, unstated]
    }

    pub fn need_row(&self, recipient: RecipientId, sector: SectorId) -> Option<&Provenance> {
        let mut rows = self.case.needs.iter();
        let row = rows.find(|row| (row.of, row.sector) == (recipient, sector));
        row.map(|row| &row.provenance)
    }

    pub fn supply_row(&self, helper: HelperId, sector: SectorId) -> Option<&Provenance> {
        let mut rows = self.case.supply.iter();
        let row = rows.find(|row| (row.of, row.sector) == (helper, sector));
        row.map(|row| &row.provenance)
    }

    pub fn budget_row(&self, helper: HelperId) -> Option<&Provenance> {
        let row = &self.case.helpers[helper];
        if row.budget.is_some() {
            return Some(&row.provenance);
        }
        self.budget(helper)?;
        row.place.map(|place| &self.case.places[place].provenance)
    }

    pub fn pair_provenance(&self, pair: Pair) -> Option<&Provenance> {
        self.pair_row(pair).map(|row| &row.provenance)
    }

    pub fn history_row(&self, pair: Pair) -> Option<&Provenance> {
        let mut rows = self.case.history.iter();
        let row = rows.find(|row| (row.helper, row.recipient) == pair);
        row.map(|row| &row.provenance)
    }
}

/// A budget, or what a pair can carry of it, as it is told: less than a hundredth cannot be spent.
pub fn spendable(value: f64) -> f64 {
    (value * 100.0 + 1e-6).floor() / 100.0
}
