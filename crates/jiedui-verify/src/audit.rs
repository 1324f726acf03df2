//! What all checks look at: the case, its facts, and the entries of the plan.

use crate::distance::{Distance, Distances};
use crate::exact::Worth;
use crate::facts::Facts;
use jiedui_domain::{Case, Help, HelperId, Id, Plan, Quantity, RecipientId, SectorId, TrackId};

/// An entry of the plan whose helper and recipient exist.
pub(crate) struct Entry {
    pub helper: HelperId,
    pub recipient: RecipientId,
    /// The helper's track.
    pub track: TrackId,
    /// Whether it forms a pair (y = 1): not in a divisible track.
    pub is_pair: bool,
    /// Help in sectors that exist.
    pub help: Vec<Help>,
    /// Σ_s v_s·`x[a,s]`.
    pub worth: Worth,
    pub distance: Distance,
}

/// A plan under examination.
pub(crate) struct Audit<'a> {
    pub case: &'a Case,
    pub plan: &'a Plan,
    pub facts: Facts<'a>,
    /// Entries by helper, then recipient.
    pub entries: Vec<Entry>,
}

impl<'a> Audit<'a> {
    pub(crate) fn new(case: &'a Case, plan: &'a Plan) -> Self {
        let facts = Facts::new(case);
        let mut distances = Distances::new(case);
        let mut entries = Vec::with_capacity(plan.pairs().len());
        for pair in plan.pairs() {
            let Some(helper) = case.helpers.get(pair.helper) else {
                continue;
            };
            if case.recipients.get(pair.recipient).is_none() {
                continue;
            }
            let mut help = pair.help.clone();
            help.retain(|item| case.policy.sectors.get(item.sector).is_some());
            let mut worth = Worth::default();
            for item in &help {
                let value = case.policy.sectors[item.sector].value;
                worth += &Worth::of_amount(value, i128::from(item.amount.scaled()));
            }
            entries.push(Entry {
                helper: pair.helper,
                recipient: pair.recipient,
                track: helper.track,
                is_pair: !case.policy.tracks[helper.track].divisible,
                help,
                worth,
                distance: distances.find(&facts, pair.helper, pair.recipient),
            });
        }
        Self {
            case,
            plan,
            facts,
            entries,
        }
    }

    /// The pairs formed: entries outside divisible tracks.
    pub(crate) fn formed(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.is_pair)
    }

    /// Whether the plan has an entry of these two.
    pub(crate) fn has(&self, helper: HelperId, recipient: RecipientId) -> bool {
        let key = (helper, recipient);
        self.entries
            .binary_search_by_key(&key, |entry| (entry.helper, entry.recipient))
            .is_ok()
    }

    /// Sums of amounts by (row, sector), in millionths, of all entries.
    pub(crate) fn amounts_by<I: Id>(
        &self,
        rows: usize,
        of: impl Fn(&Entry) -> I,
    ) -> Vec<Vec<i128>> {
        let mut sums = vec![vec![0_i128; self.case.policy.sectors.len()]; rows];
        for entry in &self.entries {
            for item in &entry.help {
                sums[of(entry).index()][item.sector.index()] += i128::from(item.amount.scaled());
            }
        }
        sums
    }

    /// The worth that each helper gives, over all entries.
    pub(crate) fn given(&self) -> Vec<Worth> {
        let mut given = vec![Worth::default(); self.case.helpers.len()];
        for entry in &self.entries {
            given[entry.helper.index()] += &entry.worth;
        }
        given
    }

    /// How many pairs each helper forms.
    pub(crate) fn pairs_of_helpers(&self) -> Vec<u32> {
        let mut pairs = vec![0_u32; self.case.helpers.len()];
        for entry in self.formed() {
            pairs[entry.helper.index()] += 1;
        }
        pairs
    }

    /// Sectors of the policy, ascending.
    pub(crate) fn sectors(&self) -> impl Iterator<Item = SectorId> + use<> {
        self.case.policy.sectors.ids()
    }
}
