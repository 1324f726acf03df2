//! The user's own cells behind a row, so that a conflict, a price or a reason can name them.

use crate::program::{Program, Row, RowFamily, RowId, RowKey};
use jiedui_domain::{
    Case, DecisionAction, HelperId, Measure, Origin, PairFact, Provenance, RecipientId, RuleFamily,
    SectorId, TrackId,
};
use jiedui_graph::{Candidate, CandidateGraph};

/// A cell of the case, or a key of the policy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// The table: a file name of the case without ending (`needs`), or `policy`.
    pub table: &'static str,
    /// Where the cell stands. The file is empty and the row 0 for keys of the policy and for rows
    /// that no file holds.
    pub origin: Origin,
    /// The column, or the key of the policy.
    pub column: &'static str,
    /// For a key of the policy, the section that it stands in: `tracks.place`, `equity`,
    /// `objectives[1]` (numbered from 1).
    pub section: Option<String>,
}

impl Program {
    /// The cells that a row rests on, in the order of the formula.
    ///
    /// Values that are derived (fits, great-circle distances) are not traced to the cells that they
    /// are computed from; only given ones are named.
    pub fn facts_of_row(&self, case: &Case, graph: &CandidateGraph, row: RowId) -> Vec<Fact> {
        let mut found = Facts {
            case,
            graph,
            facts: Vec::new(),
        };
        let row = &self.rows[row];
        match row.family {
            RowFamily::Rule(family) => found.of_rule(family, row),
            RowFamily::Measure(measure) => found.of_measure(measure, row.key),
        }
        found.facts
    }
}

struct Facts<'a> {
    case: &'a Case,
    graph: &'a CandidateGraph,
    facts: Vec<Fact>,
}

impl<'a> Facts<'a> {
    fn of_rule(&mut self, family: RuleFamily, row: &Row) {
        match (family, row.key) {
            (RuleFamily::NeedBalance, RowKey::RecipientSector(of, sector)) => self.need(of, sector),
            (RuleFamily::SectorSupply, RowKey::HelperSector(of, sector)) => self.supply(of, sector),
            (RuleFamily::Budget, RowKey::Helper(of)) => self.budget(of),
            (RuleFamily::Activation, RowKey::ArcSector(arc, sector)) => {
                let candidate = &self.graph.arcs()[arc];
                self.supply(candidate.helper, sector);
                self.need(candidate.recipient, sector);
            }
            (RuleFamily::MinimumSupport, RowKey::Arc(arc)) => {
                self.minimum_support(&self.graph.arcs()[arc]);
            }
            (RuleFamily::RecipientQuota, RowKey::RecipientTrack(of, track)) => {
                self.recipient_quota(of, track, row);
            }
            (RuleFamily::HelperQuota, RowKey::Helper(of)) => self.helper_quota(of, row),
            (RuleFamily::HelperLoad, RowKey::Helper(of)) => self.helper_load(of),
            (RuleFamily::EffortFloor, RowKey::Arc(arc)) => {
                let candidate = &self.graph.arcs()[arc];
                self.track_key(candidate.track, "effort_floor");
                self.budget(candidate.helper);
            }
            (RuleFamily::Continuity, RowKey::Arc(arc)) => {
                let candidate = &self.graph.arcs()[arc];
                self.young_pair(candidate.helper, candidate.recipient);
            }
            (RuleFamily::Continuity, RowKey::HelperRecipient(helper, recipient)) => {
                self.young_pair(helper, recipient);
            }
            (RuleFamily::Continuity, RowKey::Track(track)) => self.changes(track),
            (RuleFamily::Decision, RowKey::Arc(arc)) => {
                let candidate = &self.graph.arcs()[arc];
                self.lock(candidate.helper, candidate.recipient);
            }
            (RuleFamily::Decision, RowKey::HelperRecipient(helper, recipient)) => {
                self.lock(helper, recipient);
            }
            // No family has keys of another kind.
            _ => {}
        }
    }

    fn of_measure(&mut self, measure: Measure, key: RowKey) {
        match key {
            RowKey::ObjectiveRecipient(objective, recipient) => {
                self.policy_key(format!("objectives[{}]", objective + 1), "measure");
                match measure {
                    Measure::FitFloor => {
                        for arc in self.graph.arcs_of_recipient(recipient) {
                            let candidate = &self.graph.arcs()[*arc];
                            self.pair_cell(candidate, "fit", |pair| pair.fit.is_some());
                        }
                    }
                    Measure::Equity => {
                        self.policy_key("equity".to_owned(), "breakpoints");
                        self.all_needs(recipient);
                    }
                    _ => self.all_needs(recipient),
                }
            }
            RowKey::ObjectiveHelper(objective, helper) => {
                self.policy_key(format!("objectives[{}]", objective + 1), "measure");
                self.budget(helper);
            }
            _ => {}
        }
    }

    fn need(&mut self, recipient: RecipientId, sector: SectorId) {
        let rows = self.case.needs_of(recipient).iter();
        for row in rows.filter(|row| row.sector == sector) {
            self.cell("needs", &row.provenance, "amount");
        }
    }

    fn all_needs(&mut self, recipient: RecipientId) {
        for row in self.case.needs_of(recipient) {
            self.cell("needs", &row.provenance, "amount");
        }
    }

    fn supply(&mut self, helper: HelperId, sector: SectorId) {
        let rows = self.case.supply_of(helper).iter();
        for row in rows.filter(|row| row.sector == sector) {
            self.cell("supply", &row.provenance, "amount");
        }
    }

    /// The budget given, or the rate and the revenue that it is computed from.
    fn budget(&mut self, helper: HelperId) {
        let row = &self.case.helpers[helper];
        if row.budget.is_some() {
            self.cell("helpers", &row.provenance, "budget");
            return;
        }
        self.track_key(row.track, "funding_rate");
        if let Some(place) = row.place {
            self.cell("places", &self.case.places[place].provenance, "revenue");
        }
    }

    fn minimum_support(&mut self, candidate: &Candidate) {
        self.track_key(candidate.track, "minimum_support");
        let full = self.case.policy.tracks[candidate.track].minimum_support;
        if candidate.minimum_support < full {
            // Capped by the county's whole need.
            self.all_needs(candidate.recipient);
        }
    }

    fn recipient_quota(&mut self, recipient: RecipientId, track: TrackId, row: &Row) {
        let key = (recipient, track);
        let rows = &self.case.quotas;
        let found = rows.binary_search_by_key(&key, |quota| (quota.recipient, quota.track));
        let quota = found.ok().and_then(|index| rows.get(index));
        let mut by_track = false;
        for (in_force, given, column) in [
            (
                row.lower.is_finite(),
                quota.and_then(|quota| quota.min),
                "min",
            ),
            (
                row.upper.is_finite(),
                quota.and_then(|quota| quota.max),
                "max",
            ),
        ] {
            match quota {
                Some(quota) if in_force && given.is_some() => {
                    self.cell("quotas", &quota.provenance, column);
                }
                _ => by_track |= in_force,
            }
        }
        if by_track {
            self.track_key(track, "pairs_per_recipient");
        }
    }

    fn helper_quota(&mut self, helper: HelperId, row: &Row) {
        let of = &self.case.helpers[helper];
        let mut by_track = false;
        for (in_force, given, column) in [
            (row.lower.is_finite(), of.min_pairs, "min_pairs"),
            (row.upper.is_finite(), of.max_pairs, "max_pairs"),
        ] {
            if in_force && given.is_some() {
                self.cell("helpers", &of.provenance, column);
            } else {
                by_track |= in_force;
            }
        }
        if by_track {
            self.track_key(of.track, "pairs_per_helper");
        }
    }

    fn helper_load(&mut self, helper: HelperId) {
        let provenance = &self.case.helpers[helper].provenance;
        self.cell("helpers", provenance, "max_load");
        for arc in self.graph.arcs_of_helper(helper) {
            let candidate = &self.graph.arcs()[*arc];
            self.pair_cell(candidate, "load", |pair| pair.load.is_some());
        }
    }

    fn young_pair(&mut self, helper: HelperId, recipient: RecipientId) {
        let track = self.case.helpers[helper].track;
        self.track_key(track, "min_tenure_years");
        if let Some(pair) = self.case.previous_pair(helper, recipient) {
            self.cell("history", &pair.provenance, "since");
        }
    }

    fn changes(&mut self, track: TrackId) {
        self.track_key(track, "max_changes");
        let case = self.case;
        let previous = case.history.iter();
        for pair in previous.filter(|pair| case.helpers[pair.helper].track == track) {
            self.cell("history", &pair.provenance, "recipient");
        }
    }

    fn lock(&mut self, helper: HelperId, recipient: RecipientId) {
        let case = self.case;
        let locks = case.decisions.iter().filter(|decision| {
            decision.action == DecisionAction::Lock
                && (decision.helper, decision.recipient) == (helper, recipient)
        });
        for decision in locks {
            self.cell("decisions", &decision.provenance, "action");
        }
    }

    fn pair_cell(
        &mut self,
        candidate: &Candidate,
        column: &'static str,
        is_given: impl Fn(&PairFact) -> bool,
    ) {
        let pair = self.case.pair_fact(candidate.helper, candidate.recipient);
        if let Some(pair) = pair.filter(|pair| is_given(pair)) {
            self.cell("pairs", &pair.provenance, column);
        }
    }

    fn cell(&mut self, table: &'static str, provenance: &Provenance, column: &'static str) {
        self.facts.push(Fact {
            table,
            origin: provenance.of_column(column).clone(),
            column,
            section: None,
        });
    }

    fn track_key(&mut self, track: TrackId, key: &'static str) {
        let code = &self.case.policy.tracks[track].code;
        self.policy_key(format!("tracks.{code}"), key);
    }

    fn policy_key(&mut self, section: String, key: &'static str) {
        self.facts.push(Fact {
            table: "policy",
            // The policy keeps no lines; section and key say where to look.
            origin: Origin::nowhere(),
            column: key,
            section: Some(section),
        });
    }
}
