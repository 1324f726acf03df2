//! The facts of a case as its raw rows state them, derived without the help of other crates.

use crate::exact::Worth;
use jiedui_domain::{
    Case, HelperId, Id, Origin, PairFact, Quantity, RecipientId, SectorAmount, SectorId, TrackId,
};
use std::collections::BTreeMap;

/// Needs, supplies, budgets and what is known about pairs.
pub(crate) struct Facts<'a> {
    case: &'a Case,
    need: Vec<i128>,
    supply: Vec<i128>,
    needed: Vec<Worth>,
    budgets: Vec<Option<Worth>>,
    pairs: BTreeMap<(HelperId, RecipientId), &'a PairFact>,
    since: BTreeMap<(HelperId, RecipientId), (i32, &'a Origin)>,
}

/// A limit from below and above on a number of pairs.
pub(crate) struct PairLimits {
    pub least: u32,
    pub most: Option<u32>,
    /// The rows that override the policy.
    pub facts: Vec<Origin>,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(case: &'a Case) -> Self {
        let need = by_sector(case, case.recipients.len(), &case.needs);
        let supply = by_sector(case, case.helpers.len(), &case.supply);
        let mut needed = vec![Worth::default(); case.recipients.len()];
        for row in &case.needs {
            let worth = Worth::of_amount(
                case.policy.sectors[row.sector].value,
                i128::from(row.amount.scaled()),
            );
            needed[row.of.index()] += &worth;
        }
        Self {
            case,
            need,
            supply,
            needed,
            budgets: case.helpers.ids().map(|id| budget(case, id)).collect(),
            pairs: case
                .pairs
                .iter()
                .map(|row| ((row.helper, row.recipient), row))
                .collect(),
            since: case
                .history
                .iter()
                .map(|row| {
                    let key = (row.helper, row.recipient);
                    (key, (row.since, &row.provenance.origin))
                })
                .collect(),
        }
    }

    /// `n[r,s]` in millionths of the sector's unit.
    pub(crate) fn need(&self, recipient: RecipientId, sector: SectorId) -> i128 {
        self.need[recipient.index() * self.case.policy.sectors.len() + sector.index()]
    }

    /// `c[h,s]` in millionths of the sector's unit.
    pub(crate) fn supply(&self, helper: HelperId, sector: SectorId) -> i128 {
        self.supply[helper.index() * self.case.policy.sectors.len() + sector.index()]
    }

    /// Σ_s v_s·`n[r,s]`.
    pub(crate) fn needed(&self, recipient: RecipientId) -> &Worth {
        &self.needed[recipient.index()]
    }

    /// `B[h]`; `None` = no limit.
    pub(crate) fn budget(&self, helper: HelperId) -> Option<&Worth> {
        self.budgets[helper.index()].as_ref()
    }

    /// The row of `pairs.csv`, if there is one.
    pub(crate) fn pair(&self, helper: HelperId, recipient: RecipientId) -> Option<&'a PairFact> {
        self.pairs.get(&(helper, recipient)).copied()
    }

    /// Last year's pairs with the year each began and its row.
    pub(crate) fn history(
        &self,
    ) -> impl Iterator<Item = (HelperId, RecipientId, i32, &'a Origin)> + '_ {
        self.since
            .iter()
            .map(|((helper, recipient), (since, origin))| (*helper, *recipient, *since, *origin))
    }

    /// Years that last year's pair has lasted, if these two were paired.
    pub(crate) fn age(&self, helper: HelperId, recipient: RecipientId) -> Option<i64> {
        let (since, _) = self.since.get(&(helper, recipient))?;
        Some(i64::from(self.case.info.year) - i64::from(*since))
    }

    /// How many helpers of a track a recipient has: the policy's limits, each overridden on its own.
    pub(crate) fn helpers_wanted(&self, recipient: RecipientId, track: TrackId) -> PairLimits {
        let policy = &self.case.policy.tracks[track];
        let mut limits = PairLimits {
            least: policy.recipient_min,
            most: policy.recipient_max,
            facts: Vec::new(),
        };
        for row in &self.case.quotas {
            if (row.recipient, row.track) == (recipient, track) {
                limits.least = row.min.unwrap_or(limits.least);
                limits.most = row.max.or(limits.most);
                limits.facts.push(row.provenance.origin.clone());
            }
        }
        limits
    }

    /// How many recipients a helper has: the policy's limits, each overridden on its own.
    pub(crate) fn recipients_wanted(&self, helper: HelperId) -> PairLimits {
        let row = &self.case.helpers[helper];
        let policy = &self.case.policy.tracks[row.track];
        let mut facts = Vec::new();
        if row.min_pairs.is_some() {
            facts.push(row.provenance.of_column("min_pairs").clone());
        }
        if row.max_pairs.is_some() {
            facts.push(row.provenance.of_column("max_pairs").clone());
        }
        PairLimits {
            least: row.min_pairs.unwrap_or(policy.helper_min),
            most: row.max_pairs.or(policy.helper_max),
            facts,
        }
    }

    /// The rows of one recipient's needs, of one sector or of all.
    pub(crate) fn need_rows(
        &self,
        recipient: RecipientId,
        sector: Option<SectorId>,
    ) -> Vec<Origin> {
        amount_rows(&self.case.needs, recipient, sector)
    }

    /// The rows of one helper's supply of a sector.
    pub(crate) fn supply_rows(&self, helper: HelperId, sector: SectorId) -> Vec<Origin> {
        amount_rows(&self.case.supply, helper, Some(sector))
    }

    /// The cell that a helper's budget rests on.
    pub(crate) fn budget_rows(&self, helper: HelperId) -> Vec<Origin> {
        let row = &self.case.helpers[helper];
        if row.budget.is_some() {
            return vec![row.provenance.of_column("budget").clone()];
        }
        let place = row.place.map(|id| &self.case.places[id]);
        place
            .map(|place| place.provenance.of_column("revenue").clone())
            .into_iter()
            .collect()
    }
}

/// B_h: given, or rate of the track in the year × revenue of the helper's place, cut to 1e-6 万元.
fn budget(case: &Case, helper: HelperId) -> Option<Worth> {
    let row = &case.helpers[helper];
    if let Some(given) = row.budget {
        return Some(Worth::of_money(given));
    }
    let rates = &case.policy.tracks[row.track].funding_rate;
    let rate = *rates.get(&case.info.year)?;
    let revenue = case.places[row.place?].revenue?;
    Some(Worth::of_share(rate, revenue).cut_to_millionths())
}

fn by_sector<I: Id>(case: &Case, count: usize, rows: &[SectorAmount<I>]) -> Vec<i128> {
    let sectors = case.policy.sectors.len();
    let mut amounts = vec![0_i128; count * sectors];
    for row in rows {
        amounts[row.of.index() * sectors + row.sector.index()] += i128::from(row.amount.scaled());
    }
    amounts
}

fn amount_rows<I: Id>(rows: &[SectorAmount<I>], of: I, sector: Option<SectorId>) -> Vec<Origin> {
    rows.iter()
        .filter(|row| row.of == of && sector.is_none_or(|sector| row.sector == sector))
        .map(|row| row.provenance.of_column("amount").clone())
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::sample::Draft;
    use jiedui_domain::{Share, Wan};

    #[test]
    fn budget_of_revenue_is_cut_down() {
        let mut draft = Draft::valid();
        draft.place("a").revenue = Some(Wan::parse("10000.000199").unwrap().0);
        let (case, _) = draft.build();
        let facts = Facts::new(&case);
        // 0.008 × 10000.000199 = 80.000001592.
        let budget = facts.budget(case.helper_by_code("h1").unwrap()).unwrap();
        assert_eq!(budget.to_string(), "80.000001");
        let budget = facts.budget(case.helper_by_code("h2").unwrap()).unwrap();
        assert_eq!(budget.to_string(), "100");
        assert!(facts.budget(case.helper_by_code("h3").unwrap()).is_none());
    }

    #[test]
    fn budget_without_rate_of_the_year_is_no_limit() {
        let mut draft = Draft::valid();
        let rates = &mut draft.track("place").funding_rate;
        rates.clear();
        rates.insert(2024, Share::units(1));
        let (case, _) = draft.build();
        let facts = Facts::new(&case);
        assert!(facts.budget(case.helper_by_code("h1").unwrap()).is_none());
    }
}
