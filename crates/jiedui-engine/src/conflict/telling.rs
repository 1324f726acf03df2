//! From ids to what a report carries: names, figures, cells.

use super::PolicyCells;
use super::element::Element;
use super::figure::{figure, from_steps};
use super::oracle::Oracle;
use super::repair::Change;
use crate::feasibility::CaseFeasibility;
use crate::{EngineError, Run, examine};
use jiedui_domain::{Case, DecisionAction, HelperId, Origin, Provenance, RecipientId, TrackId};
use jiedui_explain::conflict::{
    Action, Cause, Cell, ConflictOutcome, ConflictReport, ConflictSet, ElementKind, FORMAT_VERSION,
    ForcedBy, InfeasibilityProof, Party, Repair, RepairChange, SearchFacts, TrackName,
};
use jiedui_explain::dossier::{Tier, Title, UnitOfMeasure};
use jiedui_explain::{conflict, decision_fact, exclusion_reasons};
use jiedui_graph::{Exclusion, QuotaShortage, ShortageKind};

/// Tells elements, and remembers which were told.
pub(super) struct Telling<'a> {
    case: &'a Case,
    policy_cells: &'a PolicyCells,
    told: Vec<(usize, conflict::Element)>,
}

impl<'a> Telling<'a> {
    pub fn new(case: &'a Case, policy_cells: &'a PolicyCells) -> Self {
        Self {
            case,
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
        let causes = match proof {
            InfeasibilityProof::Solver => Vec::new(),
            _ => self.causes(&alone)?,
        };
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
                    unit: now.map(|(_, unit)| unit),
                }
            })
            .collect();
        let pairs = run.plan.get().pairs();
        let kept = pairs
            .iter()
            .filter(|pair| changed.previous_pair(pair.helper, pair.recipient).is_some());
        // Where nobody has needs, for example, coverage is no figure by which to choose a way.
        let plan = run.plan.get();
        let has_meaning = |tier: &Tier| {
            let mut objectives = tier.objectives.iter();
            objectives.any(|objective| {
                jiedui_verify::measure(changed, plan, objective.measure, &[], false).is_some()
            })
        };
        let mut tiers = jiedui_explain::tiers(changed, &run.tiers);
        tiers.retain(has_meaning);
        Repair {
            changes,
            tiers,
            pairs: pairs.len(),
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
        let causes = match known {
            CaseFeasibility::NoSolver => vec![Cause::FoundBySolving {
                code: "E0704".to_owned(),
            }],
            _ => self.causes(case)?,
        };
        Ok(ConflictReport {
            format_version: FORMAT_VERSION,
            outcome: ConflictOutcome::Infeasible,
            case_name: case.info.name.clone(),
            case_title: case.info.title.clone(),
            year: case.info.year,
            policy_name: case.policy.name.clone(),
            policy_title: title(&case.policy.title),
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
                .map(|found| self.shortage(found)),
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
            helper: self.helper(helper),
            recipient: self.recipient(recipient),
            demanded_by,
            cell,
            reasons: exclusion_reasons(case, reasons),
        }
    }

    fn shortage(&self, found: &QuotaShortage) -> Cause {
        let track = self.track(found.track);
        let recipients: Vec<Party> = found
            .recipients
            .iter()
            .map(|id| self.recipient(*id))
            .collect();
        let helpers: Vec<Party> = found.helpers.iter().map(|id| self.helper(*id)).collect();
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
            },
            ShortageKind::HelpersShortOfRecipients => Cause::HelpersShortOfRecipients {
                code: "E0702".to_owned(),
                track,
                recipients,
                helpers,
                demanded,
                available,
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

    fn helper(&self, id: HelperId) -> Party {
        let row = &self.case.helpers[id];
        Party {
            code: row.code.clone(),
            name: self.case.helper_name(id),
        }
    }

    fn recipient(&self, id: RecipientId) -> Party {
        let place = self.case.recipient_place(id);
        Party {
            code: place.code.clone(),
            name: self.case.recipient_name(id),
        }
    }

    fn track(&self, id: TrackId) -> TrackName {
        let track = &self.case.policy.tracks[id];
        TrackName {
            code: track.code.clone(),
            title: title(&track.title),
        }
    }

    fn key(&self, track: TrackId, key: &str, inner: Option<&str>) -> Cell {
        let section = format!("tracks.{}", self.case.policy.tracks[track].code);
        let path = format!("{section}.{key}");
        let column = inner.map_or_else(|| key.to_owned(), |inner| format!("{key}.{inner}"));
        let exact = inner.and_then(|inner| self.policy_cells.get(&format!("{path}.{inner}")));
        let origin = exact.or_else(|| self.policy_cells.get(&path));
        Cell {
            section: Some(section),
            ..at(origin.unwrap_or(&Origin::nowhere()), &column)
        }
    }

    fn element(&self, element: Element) -> conflict::Element {
        let case = self.case;
        let track = element.track(case);
        let stated = figure(case, element);
        let mut told = conflict::Element {
            kind: ElementKind::Lock,
            track: Some(self.track(track)),
            helper: None,
            recipient: None,
            value: stated.map(|(value, _)| value),
            unit: stated.map(|(_, unit): (f64, UnitOfMeasure)| unit),
            cells: Vec::new(),
            clause: case.policy.tracks[track].clause.clone(),
            decision: None,
        };
        match element {
            Element::Decision(row) => {
                let decision = &case.decisions[row];
                told.kind = match decision.action {
                    DecisionAction::Lock => ElementKind::Lock,
                    DecisionAction::Forbid => ElementKind::Forbid,
                };
                told.helper = Some(self.helper(decision.helper));
                told.recipient = Some(self.recipient(decision.recipient));
                told.cells = vec![cell(&decision.provenance, "action")];
                told.clause = decision.clause.clone();
                told.decision = Some(decision_fact(decision));
            }
            Element::Tenure(row) => {
                let previous = &case.history[row];
                told.kind = ElementKind::Tenure;
                told.helper = Some(self.helper(previous.helper));
                told.recipient = Some(self.recipient(previous.recipient));
                told.cells = vec![
                    cell(&previous.provenance, "since"),
                    self.key(track, "min_tenure_years", None),
                ];
            }
            Element::QuotaMin(row) | Element::QuotaMax(row) => {
                let quota = &case.quotas[row];
                let (kind, column) = match element {
                    Element::QuotaMin(_) => (ElementKind::RecipientMin, "min"),
                    _ => (ElementKind::RecipientMax, "max"),
                };
                told.kind = kind;
                told.recipient = Some(self.recipient(quota.recipient));
                told.cells = vec![cell(&quota.provenance, column)];
            }
            Element::HelperMin(helper)
            | Element::HelperMax(helper)
            | Element::Load(helper)
            | Element::Budget(helper) => {
                told.helper = Some(self.helper(helper));
                (told.kind, told.cells) = self.helper_cells(element, helper);
            }
            _ => {
                let (kind, key, inner) = key_of(element);
                told.kind = kind;
                told.cells = vec![self.key(track, key, inner)];
            }
        }
        told
    }

    fn helper_cells(&self, element: Element, helper: HelperId) -> (ElementKind, Vec<Cell>) {
        let row = &self.case.helpers[helper];
        let own = |column| vec![cell(&row.provenance, column)];
        match element {
            Element::HelperMin(_) => (ElementKind::HelperMin, own("min_pairs")),
            Element::HelperMax(_) => (ElementKind::HelperMax, own("max_pairs")),
            Element::Load(_) => (ElementKind::HelperLoad, own("max_load")),
            _ if row.budget.is_some() => (ElementKind::Budget, own("budget")),
            _ => {
                let mut cells: Vec<Cell> = row
                    .place
                    .iter()
                    .map(|place| cell(&self.case.places[*place].provenance, "revenue"))
                    .collect();
                cells.push(self.key(row.track, "funding_rate", None));
                (ElementKind::Revenue, cells)
            }
        }
    }
}

/// The key of the policy that states an element of a track.
fn key_of(element: Element) -> (ElementKind, &'static str, Option<&'static str>) {
    match element {
        Element::TrackRecipientMin(_) => (
            ElementKind::TrackRecipientMin,
            "pairs_per_recipient",
            Some("min"),
        ),
        Element::TrackRecipientMax(_) => (
            ElementKind::TrackRecipientMax,
            "pairs_per_recipient",
            Some("max"),
        ),
        Element::TrackHelperMin(_) => {
            (ElementKind::TrackHelperMin, "pairs_per_helper", Some("min"))
        }
        Element::TrackHelperMax(_) => {
            (ElementKind::TrackHelperMax, "pairs_per_helper", Some("max"))
        }
        Element::MaxDistance(_) => (ElementKind::MaxDistance, "max_distance_km", None),
        Element::MaxHardshipGap(_) => (ElementKind::MaxHardshipGap, "max_hardship_gap", None),
        Element::MaxChanges(_) => (ElementKind::MaxChanges, "max_changes", None),
        Element::MinimumSupport(_) => (ElementKind::MinimumSupport, "minimum_support", None),
        _ => (ElementKind::EffortFloor, "effort_floor", None),
    }
}

fn title(title: &jiedui_domain::Bilingual) -> Title {
    Title {
        zh: title.zh.clone(),
        en: title.en.clone(),
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
