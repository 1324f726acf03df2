//! What an element of a conflict says, and the cells that state it.

use super::{Telling, at, cell};
use crate::conflict::element::Element;
use crate::conflict::figure::figure;
use jiedui_domain::{DecisionAction, HelperId, Origin, TrackId};
use jiedui_explain::conflict::{self, Cell, ElementKind};
use jiedui_explain::decision_fact;
use jiedui_explain::dossier::UnitOfMeasure;

impl Telling<'_> {
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

    pub(super) fn element(&self, element: Element) -> conflict::Element {
        let case = self.case;
        let track = element.track(case);
        let stated = figure(case, element);
        let mut told = conflict::Element {
            kind: ElementKind::Lock,
            track: Some(self.parties.track(track)),
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
                told.helper = Some(self.parties.helper(decision.helper));
                told.recipient = Some(self.parties.recipient(decision.recipient));
                told.cells = vec![cell(&decision.provenance, "action")];
                told.clause = decision.clause.clone();
                told.decision = Some(decision_fact(decision));
            }
            Element::Tenure(row) => {
                let previous = &case.history[row];
                told.kind = ElementKind::Tenure;
                told.helper = Some(self.parties.helper(previous.helper));
                told.recipient = Some(self.parties.recipient(previous.recipient));
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
                told.recipient = Some(self.parties.recipient(quota.recipient));
                told.cells = vec![cell(&quota.provenance, column)];
            }
            Element::HelperMin(helper)
            | Element::HelperMax(helper)
            | Element::Load(helper)
            | Element::Budget(helper) => {
                told.helper = Some(self.parties.helper(helper));
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
