//! The limits that hold the least coverage down, while the pairs stay.

use super::compare;
use super::flow::Network;
use crate::dossier::{BindingCut, CutKind, CutRow, Exact};
use crate::evidence::{Evidence, FineWan, value_of, wan};
use jiedui_domain::{HelperId, IdVec, Quantity, RecipientId, SectorId};
use num_bigint::BigInt;
use num_rational::BigRational;
use std::collections::{BTreeMap, BTreeSet};

/// 万元 have six places, fine steps twelve.
const FINE_STEPS: FineWan = 1_000_000;

/// The tightest limit found on the least coverage: that of a group whose helpers cannot bring it more.
///
/// The worst-off need not be in it. Where amounts could be moved to the worst-off, the least coverage
/// still cannot rise above what others are held at.
///
/// Tried is every recipient alone, and with everybody who shares helpers with it, directly or through
/// others, and is covered no better. For each the maximum flow says what its helpers can bring at most.
pub(super) fn binding_cut(evidence: &Evidence<'_>, needy: &[RecipientId]) -> Option<BindingCut> {
    let joined = Joined::of(evidence);
    let mut by_coverage: Vec<RecipientId> = needy.to_vec();
    by_coverage.sort_by(|a, b| compare(evidence, *a, *b).then(a.cmp(b)));
    let mut tried: BTreeSet<Vec<RecipientId>> = BTreeSet::new();
    let mut best: Option<(BigRational, Limit)> = None;
    for one in by_coverage {
        let low: Vec<RecipientId> = needy
            .iter()
            .copied()
            .filter(|id| compare(evidence, *id, one).is_le())
            .collect();
        for group in [joined.around(one, &low), vec![one]] {
            if !tried.insert(group.clone()) {
                continue;
            }
            let limit = joined.limit(evidence, group);
            let ratio = BigRational::new(BigInt::from(limit.reachable), BigInt::from(limit.need));
            if best.as_ref().is_none_or(|(known, _)| ratio < *known) {
                best = Some((ratio, limit));
            }
        }
    }
    let (ratio, limit) = best?;
    let code = |id: &RecipientId| evidence.case.recipient_code(*id).to_owned();
    Some(BindingCut {
        among: limit.group.iter().map(code).collect(),
        need_wan: wan(limit.need),
        reachable_wan: wan(limit.reachable),
        at_most: Exact::of(&ratio),
        cut: limit.cut,
    })
}

struct Limit {
    group: Vec<RecipientId>,
    need: FineWan,
    reachable: FineWan,
    cut: Vec<CutRow>,
}

/// Who may help whom while the pairs stay: the pairs formed, and every candidate of tracks without pairs.
struct Joined {
    by_helper: IdVec<HelperId, Vec<RecipientId>>,
}

impl Joined {
    fn of(evidence: &Evidence<'_>) -> Self {
        let mut by_helper = IdVec::filled(Vec::new(), evidence.case.helpers.len());
        for pair in evidence.plan.pairs() {
            if evidence.is_formed(pair) {
                by_helper[pair.helper].push(pair.recipient);
            }
        }
        for arc in evidence.graph.arcs().values() {
            if evidence.case.policy.tracks[arc.track].divisible {
                by_helper[arc.helper].push(arc.recipient);
            }
        }
        Self { by_helper }
    }

    /// The members of `low` that are joined to this one by helpers, ascending.
    fn around(&self, one: RecipientId, low: &[RecipientId]) -> Vec<RecipientId> {
        let mut group = BTreeSet::from([one]);
        loop {
            let before = group.len();
            for recipients in self.by_helper.values() {
                if recipients.iter().any(|id| group.contains(id)) {
                    let more = recipients.iter().filter(|id| low.binary_search(id).is_ok());
                    group.extend(more.copied());
                }
            }
            if group.len() == before {
                return group.into_iter().collect();
            }
        }
    }

    /// What can reach a group at most. The network: source → helper (budget) → helper and sector
    /// (supply) → recipient and sector (need) → sink, all in fine steps of value.
    fn limit(&self, evidence: &Evidence<'_>, group: Vec<RecipientId>) -> Limit {
        let case = evidence.case;
        let mut needs: BTreeMap<(RecipientId, SectorId), FineWan> = BTreeMap::new();
        for id in &group {
            for need in case.needs_of(*id) {
                needs.insert((*id, need.sector), value_of(case, need.sector, need.amount));
            }
        }
        let need: FineWan = needs.values().sum();
        let helpers: Vec<HelperId> = case
            .helpers
            .ids()
            .filter(|helper| {
                self.by_helper[*helper]
                    .iter()
                    .any(|id| group.binary_search(id).is_ok())
            })
            .collect();
        let supplies: Vec<(HelperId, SectorId, FineWan)> = helpers
            .iter()
            .flat_map(|helper| case.supply_of(*helper))
            .map(|row| (row.of, row.sector, value_of(case, row.sector, row.amount)))
            .collect();
        let (source, sink) = (0, 1);
        let helper_node = |place: usize| 2 + place;
        let supply_node = |place: usize| 2 + helpers.len() + place;
        let need_node = |place: usize| 2 + helpers.len() + supplies.len() + place;
        let mut network = Network::new(need_node(needs.len()));
        // More than all needs together never flows.
        let endless = need + 1;
        let budgets: Vec<FineWan> = helpers
            .iter()
            .map(|helper| {
                let budget = case.budget(*helper);
                budget.map_or(endless, |budget| {
                    FineWan::from(budget.scaled()) * FINE_STEPS
                })
            })
            .collect();
        for (place, budget) in budgets.iter().enumerate() {
            network.add(source, helper_node(place), *budget);
        }
        for (place, (helper, sector, value)) in supplies.iter().enumerate() {
            if let Ok(at) = helpers.binary_search(helper) {
                network.add(helper_node(at), supply_node(place), *value);
            }
            for (at, (id, needed)) in needs.keys().enumerate() {
                if needed == sector && self.by_helper[*helper].contains(id) {
                    network.add(supply_node(place), need_node(at), endless);
                }
            }
        }
        for (place, value) in needs.values().enumerate() {
            network.add(need_node(place), sink, *value);
        }
        let (reachable, side) = network.solve(source, sink);
        let mut cut = Vec::new();
        let sector = |id: &SectorId| Some(case.policy.sectors[*id].code.clone());
        let helper = |id: &HelperId| Some(case.helpers[*id].code.clone());
        for (place, id) in helpers.iter().enumerate() {
            if !side[helper_node(place)] && budgets[place] > 0 {
                cut.push(row(CutKind::Budget, helper(id), None, None, budgets[place]));
            }
        }
        for (place, (id, of, value)) in supplies.iter().enumerate() {
            let beyond = helpers
                .binary_search(id)
                .is_ok_and(|at| side[helper_node(at)]);
            if beyond && !side[supply_node(place)] && *value > 0 {
                cut.push(row(CutKind::Supply, helper(id), None, sector(of), *value));
            }
        }
        for (place, ((id, of), value)) in needs.iter().enumerate() {
            if side[need_node(place)] && *value > 0 {
                let code = Some(case.recipient_code(*id).to_owned());
                cut.push(row(CutKind::Need, None, code, sector(of), *value));
            }
        }
        cut.sort_by(|a, b| b.wan.total_cmp(&a.wan));
        Limit {
            group,
            need,
            reachable,
            cut,
        }
    }
}

fn row(
    kind: CutKind,
    helper: Option<String>,
    recipient: Option<String>,
    sector: Option<String>,
    value: FineWan,
) -> CutRow {
    CutRow {
        kind,
        helper,
        recipient,
        sector,
        wan: wan(value),
    }
}
