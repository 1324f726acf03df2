//! What a change of pairs might bring, guessed without solving: only to choose which changes are tried.

use super::amounts::Pairs;
use jiedui_domain::{Case, HelperId, Id, Measure, Objective, Plan, Quantity, RecipientId, Sense};
use jiedui_graph::CandidateGraph;

/// The plan in figures that can be changed pair by pair.
pub(crate) struct Guess<'a> {
    case: &'a Case,
    graph: &'a CandidateGraph,
    /// Need left unmet by recipient and sector, in the sector's unit.
    unmet: Vec<Vec<f64>>,
    /// Need and help by recipient, 万元.
    need: Vec<f64>,
    given: Vec<f64>,
    /// Budget left by helper, 万元; infinite where there is none.
    left: Vec<f64>,
    pairs: Pairs,
    /// Value of a pair of the plan.
    worth: std::collections::BTreeMap<(HelperId, RecipientId), f64>,
}

impl<'a> Guess<'a> {
    pub(crate) fn new(case: &'a Case, graph: &'a CandidateGraph, plan: &Plan) -> Self {
        let sectors = case.policy.sectors.len();
        let value = |sector| case.policy.sectors[sector].value.to_f64();
        let mut unmet = vec![vec![0.0; sectors]; case.recipients.len()];
        let mut need = vec![0.0; case.recipients.len()];
        for row in &case.needs {
            unmet[row.of.index()][row.sector.index()] = row.amount.to_f64();
            need[row.of.index()] += row.amount.to_f64() * value(row.sector);
        }
        let mut given = vec![0.0; case.recipients.len()];
        let budgets = case.helpers.ids().map(|helper| case.budget(helper));
        let mut left: Vec<f64> = budgets
            .map(|budget| budget.map_or(f64::INFINITY, Quantity::to_f64))
            .collect();
        let mut worth = std::collections::BTreeMap::new();
        for pair in plan.pairs() {
            let mut total = 0.0;
            for help in &pair.help {
                let amount = help.amount.to_f64();
                unmet[pair.recipient.index()][help.sector.index()] -= amount;
                total += amount * value(help.sector);
            }
            given[pair.recipient.index()] += total;
            left[pair.helper.index()] -= total;
            worth.insert((pair.helper, pair.recipient), total);
        }
        Self {
            case,
            graph,
            unmet,
            need,
            given,
            left,
            pairs: worth.keys().copied().collect(),
            worth,
        }
    }

    /// What the priorities might be after a change; more is better.
    pub(crate) fn after(
        &self,
        ended: &[(HelperId, RecipientId)],
        begun: &[(HelperId, RecipientId)],
    ) -> Vec<f64> {
        let mut given = self.given.clone();
        let freed = |helper| -> f64 {
            let of = ended.iter().filter(|(other, _)| *other == helper);
            of.filter_map(|pair| self.worth.get(pair)).sum()
        };
        for pair in ended {
            given[pair.1.index()] -= self.worth.get(pair).copied().unwrap_or(0.0);
        }
        for (helper, recipient) in begun {
            let budget = self.left[helper.index()] + freed(*helper);
            let mut could = 0.0;
            for supply in self.case.supply_of(*helper) {
                let open = self.unmet[recipient.index()][supply.sector.index()].max(0.0);
                // What ended pairs gave here is wanted again, in sectors that are not known to match.
                let value = self.case.policy.sectors[supply.sector].value.to_f64();
                could += supply.amount.to_f64().min(open) * value;
            }
            let wanted = (self.need[recipient.index()] - given[recipient.index()]).max(0.0);
            given[recipient.index()] += could.min(budget.max(0.0)).min(wanted);
        }
        let mut pairs = self.pairs.clone();
        for pair in ended {
            pairs.remove(pair);
        }
        pairs.extend(begun.iter().copied());
        let objectives = &self.case.policy.objectives;
        objectives
            .chunk_by(|a, b| a.priority == b.priority)
            .map(|tier| {
                tier.iter()
                    .map(|objective| self.objective(objective, &given, &pairs))
                    .sum()
            })
            .collect()
    }

    fn objective(&self, objective: &Objective, given: &[f64], pairs: &Pairs) -> f64 {
        let coverage = |index: usize| {
            let need = self.need[index];
            (need > 0.0).then(|| (given[index] / need).clamp(0.0, 1.0))
        };
        let counts = |helper: HelperId| {
            objective.tracks.is_empty()
                || objective.tracks.contains(&self.case.helpers[helper].track)
        };
        let over_pairs = |figure: &dyn Fn(HelperId, RecipientId) -> f64| -> f64 {
            let counted = pairs.iter().filter(|(helper, _)| counts(*helper));
            counted
                .map(|(helper, recipient)| figure(*helper, *recipient))
                .sum()
        };
        let candidate = |helper, recipient| {
            let arc = self.graph.arc(helper, recipient);
            arc.map(|arc| &self.graph.arcs()[arc])
        };
        let fit = |helper, recipient| {
            candidate(helper, recipient).map_or(0.0, |known| known.fit.to_f64())
        };
        let recipients = 0..self.case.recipients.len();
        let value = match objective.measure {
            Measure::CoverageFloor => recipients.filter_map(coverage).fold(1.0, f64::min),
            Measure::Coverage => recipients.filter_map(coverage).sum::<f64>(),
            // Any concave curve ranks changes alike enough for a guess.
            Measure::Equity => recipients.filter_map(coverage).map(f64::sqrt).sum::<f64>(),
            Measure::Fit => over_pairs(&fit),
            Measure::Distance => over_pairs(&|helper, recipient| {
                let known = candidate(helper, recipient).and_then(|known| known.distance);
                known.map_or(0.0, |(km, _)| km.to_f64())
            }),
            Measure::Continuity => over_pairs(&|helper, recipient| {
                f64::from(u8::from(
                    self.case.previous_pair(helper, recipient).is_some(),
                ))
            }),
            Measure::Pairs => over_pairs(&|_, _| 1.0),
            Measure::FitFloor
            | Measure::FlowDistance
            | Measure::Hardship
            | Measure::EffortBalance => 0.0,
        };
        match objective.measure.sense() {
            Sense::Maximise => objective.weight * value,
            Sense::Minimise => -objective.weight * value,
        }
    }
}
