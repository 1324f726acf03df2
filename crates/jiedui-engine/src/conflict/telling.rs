//! From ids to what a report carries: names, figures, cells.

mod effort;
mod elements;

use super::PolicyCells;
use super::element::Element;
use super::figure::{figure, from_steps};
use super::oracle::Oracle;
use super::repair::Change;
use crate::feasibility::CaseFeasibility;
use crate::parties::Parties;
use crate::{EngineError, Run, examine};
use jiedui_domain::{Case, DecisionAction, HelperId, Origin, Provenance, RecipientId};
use jiedui_explain::conflict::{
    Action, Cause, Cell, ConflictOutcome, ConflictReport, ConflictSet, FORMAT_VERSION, ForcedBy,
    InfeasibilityProof, Party, ReasonCount, Repair, RepairChange, SearchFacts,
};
use jiedui_explain::dossier::{Tier, Title};
use jiedui_explain::{conflict, exclusion_reasons};
use jiedui_graph::{CandidateGraph, Exclusion, QuotaShortage, ShortageKind};

/// Tells elements, and remembers which were told.
pub(super) struct Telling<'a> {
    case: &'a Case,
    parties: Parties<'a>,
    policy_cells: &'a PolicyCells,
    told: Vec<(usize, conflict::Element)>,
}

impl<'a> Telling<'a> {
    pub fn new(case: &'a Case, policy_cells: &'a PolicyCells) -> Self {
        Self {
            case,
            parties: Parties::of(case),
            policy_cells,
            told: Vec::new(),
        }
    }

    /// The place of an element in the report.
    fn place_of(&mut self, oracle: &Oracle<'_>, index: usize) -> usize {
        if let Some(place) = self.told.iter().position(|(known, _)| *known == index) {
            return place;
        }
        let element = self.element(oracle.elements()[index]);
        self.told.push((index, element));
        self.told.len() - 1
    }

    /// A set with its proof, and whether each member is needed.
    pub fn set(
        &mut self,
        oracle: &mut Oracle<'_>,
        set: &[usize],
    ) -> Result<ConflictSet, EngineError> {
        let mut unsettled = Vec::new();
        for member in set {
            let rest: Vec<usize> = set
                .iter()
                .copied()
                .filter(|other| other != member)
                .collect();
            if oracle.ask(&rest)? != CaseFeasibility::Yes {
                unsettled.push(self.place_of(oracle, *member));
            }
        }
        let proof = match oracle.ask(set)? {
            CaseFeasibility::NoForcedPair => InfeasibilityProof::ForcedPair,
            CaseFeasibility::NoMaximumFlow => InfeasibilityProof::MaximumFlow,
            _ => InfeasibilityProof::Solver,
        };
        let alone = oracle.case_with(set);
        let mut causes = match proof {
            InfeasibilityProof::Solver => Vec::new(),
            _ => self.causes(&alone)?,
        };
        causes.extend(self.effort(oracle, set)?);
        let mut elements: Vec<usize> = set
            .iter()
            .map(|member| self.place_of(oracle, *member))
            .collect();
        elements.sort_unstable();
        Ok(ConflictSet {
            elements,
            proof,
            unsettled,
            causes,
        })
    }

    /// A way out with the plan that it admits.
    pub fn repair(
        &mut self,
        oracle: &Oracle<'_>,
        changes: &[(usize, Change)],
        changed: &Case,
        run: &Run,
    ) -> Repair {
        let changes = changes
            .iter()
            .map(|(index, change)| {
                let element = oracle.elements()[*index];
                let now = figure(self.case, element);
                let from = match element {
                    // The years of the track are changed, not those of the pair.
                    Element::Tenure(_) => {
                        let track = element.track(self.case);
                        Some(f64::from(self.case.policy.tracks[track].min_tenure_years))
                    }
                    _ => now.map(|(value, _)| value),
                };
                let (action, to) = match change {
                    Change::LeaveOut => (Action::LeaveOut, None),
                    Change::Set(steps) => (Action::Set, Some(from_steps(element, *steps))),
                };
                RepairChange {
                    element: self.place_of(oracle, *index),
                    action,
                    from,
                    to,
                    step: to.map(|_| from_steps(element, 1)),
                    unit: now.map(|(_, unit)| unit),
                }
            })
            .collect();
        let is_formed = |helper| !changed.policy.tracks[changed.helpers[helper].track].divisible;
        let pairs = run.plan.get().pairs().iter();
        let pairs = pairs.filter(|pair| is_formed(pair.helper));
        let is_kept = |helper, recipient| changed.previous_pair(helper, recipient).is_some();
        let kept = pairs
            .clone()
            .filter(|pair| is_kept(pair.helper, pair.recipient));
        // Where nobody has needs, for example, coverage is no figure by which to choose a way.
        let plan = run.plan.get();
        let has_meaning = |tier: &Tier| {
            let mut objectives = tier.objectives.iter();
            objectives.any(|objective| {
                jiedui_verify::measure(changed, plan, objective.measure, &[], false).is_some()
            })
        };
        let mut tiers = jiedui_explain::tiers(changed, &run.plan, &run.tiers);
        tiers.retain(has_meaning);
        Repair {
            changes,
            tiers,
            pairs: pairs.count(),
            kept_pairs: kept.count(),
            termination: run.termination,
        }
    }

    /// The whole report.
    pub fn report(
        self,
        known: CaseFeasibility,
        sets: Vec<ConflictSet>,
        search: SearchFacts,
        repairs: Vec<Repair>,
        program_version: &str,
    ) -> Result<ConflictReport, EngineError> {
        let case = self.case;
        let mut causes = match known {
            CaseFeasibility::NoSolver => vec![Cause::FoundBySolving {
                code: "E0704".to_owned(),
            }],
            _ => self.causes(case)?,
        };
        // What the numbers of pairs alone do not show.
        for cause in sets.iter().flat_map(|set| &set.causes) {
            let of_effort = matches!(cause, Cause::EffortBeyondNeeds { .. });
            if of_effort && !causes.contains(cause) {
                causes.push(cause.clone());
            }
        }
        Ok(ConflictReport {
            format_version: FORMAT_VERSION,
            outcome: ConflictOutcome::Infeasible,
            case_name: case.info.name.clone(),
            case_title: case.info.title.clone(),
            year: case.info.year,
            policy_name: case.policy.name.clone(),
            policy_title: Title::from(&case.policy.title),
            program_version: program_version.to_owned(),
            causes,
            elements: self.told.into_iter().map(|(_, element)| element).collect(),
            sets,
            search,
            repairs,
        })
    }

    /// What the early check sees in a case. Its rows may be fewer than the run's.
    fn causes(&self, case: &Case) -> Result<Vec<Cause>, EngineError> {
        let examination = examine(case)?;
        let mut causes = Vec::new();
        for (helper, recipient) in &examination.forced {
            let reasons = examination.graph.exclusions(*helper, *recipient);
            causes.push(self.forced(case, *helper, *recipient, reasons.unwrap_or(&[])));
        }
        causes.extend(
            examination
                .shortages
                .iter()
                .map(|found| self.shortage(case, &examination.graph, found)),
        );
        Ok(causes)
    }

    fn forced(
        &self,
        case: &Case,
        helper: HelperId,
        recipient: RecipientId,
        reasons: &[Exclusion],
    ) -> Cause {
        let beyond = |reason: &Exclusion| matches!(reason, Exclusion::BeyondDistance { .. });
        let code = if !reasons.is_empty() && reasons.iter().all(beyond) {
            "E0601"
        } else {
            "E0602"
        };
        let lock = case.decisions.iter().find(|row| {
            row.action == DecisionAction::Lock && (row.helper, row.recipient) == (helper, recipient)
        });
        let previous = case.previous_pair(helper, recipient);
        let (demanded_by, cell) = match (lock, previous) {
            (Some(lock), _) => (ForcedBy::Lock, cell(&lock.provenance, "action")),
            (None, Some(previous)) => (ForcedBy::Tenure, cell(&previous.provenance, "since")),
            (None, None) => (ForcedBy::Tenure, at(&Origin::nowhere(), "since")),
        };
        Cause::ForcedButExcluded {
            code: code.to_owned(),
            helper: self.parties.helper(helper),
            recipient: self.parties.recipient(recipient),
            demanded_by,
            cell,
            reasons: exclusion_reasons(case, reasons),
        }
    }

    /// What excludes the pairs of a shortage where one side has none at all to choose from, the most pairs first.
    fn ruled_out(
        &self,
        case: &Case,
        graph: &CandidateGraph,
        found: &QuotaShortage,
    ) -> Vec<ReasonCount> {
        let all_recipients: Vec<RecipientId> = case.recipients.ids().collect();
        let of_track = case.helpers.ids();
        let of_track = of_track.filter(|id| case.helpers[*id].track == found.track);
        let all_helpers: Vec<HelperId> = of_track.collect();
        let (helpers, recipients) = match (found.helpers.is_empty(), found.recipients.is_empty()) {
            (true, false) => (&all_helpers, &found.recipients),
            (false, true) => (&found.helpers, &all_recipients),
            _ => return Vec::new(),
        };
        let pairs = helpers.iter().flat_map(|helper| {
            recipients
                .iter()
                .map(move |recipient| (*helper, *recipient))
        });
        let reasons = pairs.filter_map(|(helper, recipient)| graph.exclusions(helper, recipient));
        let mut counts: Vec<ReasonCount> = Vec::new();
        for reason in reasons.flat_map(|reasons| exclusion_reasons(case, reasons)) {
            let same = |one: &&mut ReasonCount| {
                std::mem::discriminant(&one.reason) == std::mem::discriminant(&reason)
            };
            match counts.iter_mut().find(same) {
                Some(one) => one.pairs += 1,
                None => counts.push(ReasonCount { reason, pairs: 1 }),
            }
        }
        counts.sort_by_key(|one| std::cmp::Reverse(one.pairs));
        counts
    }

    fn shortage(&self, case: &Case, graph: &CandidateGraph, found: &QuotaShortage) -> Cause {
        let ruled_out = self.ruled_out(case, graph, found);
        let track = self.parties.track(found.track);
        let recipients: Vec<Party> = found
            .recipients
            .iter()
            .map(|id| self.parties.recipient(*id))
            .collect();
        let helpers: Vec<Party> = found
            .helpers
            .iter()
            .map(|id| self.parties.helper(*id))
            .collect();
        let (demanded, available) = (found.demanded, found.available);
        let nobody = || Party {
            code: String::new(),
            name: String::new(),
        };
        match found.kind {
            ShortageKind::RecipientsShortOfHelpers => Cause::RecipientsShortOfHelpers {
                code: "E0701".to_owned(),
                track,
                recipients,
                helpers,
                demanded,
                available,
                ruled_out,
            },
            ShortageKind::HelpersShortOfRecipients => Cause::HelpersShortOfRecipients {
                code: "E0702".to_owned(),
                track,
                recipients,
                helpers,
                demanded,
                available,
                ruled_out,
            },
            ShortageKind::RecipientMinimumOverMaximum
            | ShortageKind::ForcedOverRecipientMaximum => Cause::RecipientOverMaximum {
                code: "E0703".to_owned(),
                track,
                recipient: recipients.into_iter().next().unwrap_or_else(nobody),
                demanded,
                available,
            },
            ShortageKind::HelperMinimumOverMaximum | ShortageKind::ForcedOverHelperMaximum => {
                Cause::HelperOverMaximum {
                    code: "E0703".to_owned(),
                    track,
                    helper: helpers.into_iter().next().unwrap_or_else(nobody),
                    demanded,
                    available,
                }
            }
        }
    }
}

fn cell(provenance: &Provenance, column: &str) -> Cell {
    at(provenance.of_column(column), column)
}

fn at(origin: &Origin, column: &str) -> Cell {
    Cell {
        file: origin.file.to_string(),
        row: origin.row,
        column: column.to_owned(),
        section: None,
    }
}
