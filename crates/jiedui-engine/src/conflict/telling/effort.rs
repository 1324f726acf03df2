//! Helpers that must give more of their budgets than those whom they may help need of them.

use super::Telling;
use crate::EngineError;
use crate::conflict::element::Element;
use crate::conflict::oracle::Oracle;
use jiedui_domain::{Case, HelperId, Quantity, RecipientId, SectorId, TrackId, Wan};
use jiedui_explain::conflict::Cause;
use jiedui_explain::dossier::Title;
use jiedui_graph::CandidateGraph;
use std::collections::{BTreeMap, BTreeSet};

/// 10⁻¹² 万元, in which products of amounts and values, and of budgets and shares, are whole.
type Fine = i128;

/// Fine steps in 1 万元.
const FINE: Fine = 1_000_000_000_000;

/// What helpers must give and what there is to take it, fine steps of 万元.
struct Reach {
    /// Those that they may help, the effort floor aside.
    recipients: BTreeSet<RecipientId>,
    /// In which they have anything to give.
    sectors: BTreeSet<SectorId>,
    /// What the effort floor asks for.
    least: Fine,
    /// What these recipients need in these sectors.
    needed: Fine,
    /// What the helpers have to give.
    supplied: Fine,
    /// What they can give at most.
    most: Fine,
}

impl Telling<'_> {
    /// Where the effort floors in a set ask for more than can be given: of a helper, or else of all whose budgets
    /// are in the set together. Only the rules of the set decide who may be helped.
    ///
    /// *Errors:* [`EngineError::Graph`].
    pub(super) fn effort(
        &self,
        oracle: &Oracle<'_>,
        set: &[usize],
    ) -> Result<Vec<Cause>, EngineError> {
        let elements = || set.iter().map(|index| oracle.elements()[*index]);
        let mut causes = Vec::new();
        for element in elements() {
            let Element::EffortFloor(track) = element else {
                continue;
            };
            let helpers: Vec<HelperId> = elements()
                .filter_map(|element| match element {
                    Element::Budget(helper) => Some(helper),
                    _ => None,
                })
                .filter(|helper| self.case.helpers[*helper].track == track)
                .collect();
            let others: Vec<usize> = set
                .iter()
                .copied()
                .filter(|index| oracle.elements()[*index] != element)
                .collect();
            let open = oracle.case_with(&others);
            let graph = CandidateGraph::build(&open)?;
            let short = |of: &[HelperId]| {
                let reach = reach(self.case, &open, &graph, track, of);
                (!reach.recipients.is_empty() && reach.most < reach.least)
                    .then(|| self.effort_cause(track, of, &reach))
            };
            let alone: Vec<Cause> = helpers.iter().filter_map(|one| short(&[*one])).collect();
            if alone.is_empty() {
                causes.extend(short(&helpers));
            } else {
                causes.extend(alone);
            }
        }
        Ok(causes)
    }

    fn effort_cause(&self, track: TrackId, helpers: &[HelperId], reach: &Reach) -> Cause {
        let wan = |fine: Fine| fine as f64 / FINE as f64;
        let sectors = reach.sectors.iter();
        Cause::EffortBeyondNeeds {
            code: "E0704".to_owned(),
            track: self.parties.track(track),
            helpers: helpers.iter().map(|id| self.parties.helper(*id)).collect(),
            recipients: reach
                .recipients
                .iter()
                .map(|id| self.parties.recipient(*id))
                .collect(),
            sectors: sectors
                .map(|id| Title::from(&self.case.policy.sectors[*id].title))
                .collect(),
            share: self.case.policy.tracks[track].effort_floor.to_f64(),
            required_wan: wan(reach.least),
            needed_wan: wan(reach.needed),
            supplied_wan: wan(reach.supplied),
            reachable_wan: wan(reach.most),
        }
    }
}

/// `open` says whom the helpers may help and how many, the case how much they must give.
fn reach(
    case: &Case,
    open: &Case,
    graph: &CandidateGraph,
    track: TrackId,
    helpers: &[HelperId],
) -> Reach {
    let floor = Fine::from(case.policy.tracks[track].effort_floor.scaled());
    let budget = |helper: HelperId| case.budget(helper).unwrap_or(Wan::ZERO);
    let arcs = || {
        graph
            .arcs()
            .values()
            .filter(|arc| helpers.contains(&arc.helper))
    };
    let recipients: BTreeSet<RecipientId> = arcs().map(|arc| arc.recipient).collect();
    let mut supply: BTreeMap<SectorId, i64> = BTreeMap::new();
    for row in helpers.iter().flat_map(|helper| case.supply_of(*helper)) {
        if row.amount.scaled() > 0 {
            *supply.entry(row.sector).or_default() += row.amount.scaled();
        }
    }
    let mut needs: BTreeMap<SectorId, i64> = BTreeMap::new();
    for need in recipients.iter().flat_map(|id| case.needs_of(*id)) {
        if supply.contains_key(&need.sector) {
            *needs.entry(need.sector).or_default() += need.amount.scaled();
        }
    }
    let value = |sector: SectorId, amount: i64| {
        Fine::from(amount) * Fine::from(case.policy.sectors[sector].value.scaled())
    };
    let sum = |of: &BTreeMap<SectorId, i64>| -> Fine {
        of.iter()
            .map(|(sector, amount)| value(*sector, *amount))
            .sum()
    };
    let by_sector: Fine = needs
        .iter()
        .map(|(sector, amount)| value(*sector, (*amount).min(supply[sector])))
        .sum();
    // A helper has only so many pairs, and each carries only so much.
    let by_pairs: Fine = helpers
        .iter()
        .map(|helper| {
            let mut pairs: Vec<Fine> = arcs()
                .filter(|arc| arc.helper == *helper)
                .map(|arc| {
                    let carried = arc.capacity.iter();
                    carried
                        .map(|(sector, amount)| value(*sector, amount.scaled()))
                        .sum()
                })
                .collect();
            pairs.sort_unstable_by_key(|carried| std::cmp::Reverse(*carried));
            let most = open.helper_quota(*helper).max;
            let most = most.map_or(usize::MAX, |most| {
                usize::try_from(most).unwrap_or(usize::MAX)
            });
            pairs.iter().take(most).sum::<Fine>()
        })
        .sum();
    Reach {
        least: helpers
            .iter()
            .map(|helper| Fine::from(budget(*helper).scaled()) * floor)
            .sum(),
        needed: sum(&needs),
        supplied: sum(&supply),
        most: by_sector.min(by_pairs),
        sectors: supply.keys().copied().collect(),
        recipients,
    }
}
