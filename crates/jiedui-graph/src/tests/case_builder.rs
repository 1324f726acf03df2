//! Small cases made in code: one track `t`, sector `money` (万元) and sector `staff` (人, value 2).

use crate::CandidateGraph;
use jiedui_domain::{
    Amount, Bilingual, Case, CaseInfo, CaseTables, DecisionAction, DecisionRow, Degrees,
    DistanceMethod, DistanceRule, EquityCurve, FitMethod, FitRule, HelperId, HelperRow, HistoryRow,
    Km, NeedRow, PairRow, PlaceRow, Policy, Provenance, QuotaRow, RecipientId, RecipientRow,
    RoadRow, Sector, SectorUnit, SolverOptions, SupplyRow, Track, UnitValue,
};

/// A case in the making. Quotas of the track start as 0 to no limit.
#[derive(Clone)]
pub(super) struct CaseBuilder {
    pub(super) tables: CaseTables,
    pub(super) policy: Policy,
}

impl CaseBuilder {
    /// A case of the year 2025 without rows.
    pub(super) fn new() -> Self {
        let sector = |code: &str, unit, whole, value| Sector {
            code: code.to_owned(),
            title: Bilingual::same(code),
            unit,
            whole,
            value: UnitValue::units(value),
            clause: None,
        };
        let info = CaseInfo {
            year: 2025,
            ..CaseInfo::default()
        };
        let policy = Policy {
            name: "test".to_owned(),
            title: Bilingual::same("test"),
            document: None,
            sectors: vec![
                sector("money", SectorUnit::Wan, false, 1),
                sector("staff", SectorUnit::Person, true, 2),
            ]
            .into(),
            tracks: vec![track("t")].into(),
            distance: DistanceRule {
                method: DistanceMethod::GreatCircle,
                detour_factor: 1.0,
            },
            fit: FitRule {
                method: FitMethod::SupplyNeed,
                indicators: Vec::new(),
            },
            equity: EquityCurve::default(),
            objectives: Vec::new(),
            solver: SolverOptions::default(),
        };
        let tables = CaseTables {
            info,
            ..CaseTables::default()
        };
        Self { tables, policy }
    }

    /// Changes the track `t`.
    pub(super) fn with_track(mut self, change: impl FnOnce(&mut Track)) -> Self {
        let mut tracks = self.policy.tracks.as_slice().to_vec();
        change(&mut tracks[0]);
        self.policy.tracks = tracks.into();
        self
    }

    pub(super) fn place(mut self, code: &str, change: impl FnOnce(&mut PlaceRow)) -> Self {
        let mut row = PlaceRow {
            code: code.to_owned(),
            ..PlaceRow::default()
        };
        change(&mut row);
        self.tables.places.push(row);
        self
    }

    /// A place with coordinates.
    pub(super) fn place_at(self, code: &str, lon: f64, lat: f64) -> Self {
        use jiedui_domain::Quantity;
        self.place(code, |row| {
            row.lon = Some(Degrees::from_f64(lon).unwrap());
            row.lat = Some(Degrees::from_f64(lat).unwrap());
        })
    }

    /// A recipient at a place that stands already.
    pub(super) fn recipient_at(mut self, code: &str) -> Self {
        self.tables.recipients.push(RecipientRow {
            id: code.to_owned(),
            weight: None,
            provenance: Provenance::nowhere(),
        });
        self
    }

    /// A recipient with its place.
    pub(super) fn recipient(self, code: &str) -> Self {
        self.place(code, |_| {}).recipient_at(code)
    }

    pub(super) fn helper_with(mut self, id: &str, change: impl FnOnce(&mut HelperRow)) -> Self {
        let mut row = HelperRow {
            id: id.to_owned(),
            name: id.to_owned(),
            track: "t".to_owned(),
            ..HelperRow::default()
        };
        change(&mut row);
        self.tables.helpers.push(row);
        self
    }

    pub(super) fn helper(self, id: &str) -> Self {
        self.helper_with(id, |_| {})
    }

    pub(super) fn need(mut self, recipient: &str, sector: &str, amount: Amount) -> Self {
        self.tables.needs.push(NeedRow {
            recipient: recipient.to_owned(),
            sector: sector.to_owned(),
            amount,
            provenance: Provenance::nowhere(),
        });
        self
    }

    pub(super) fn supply(mut self, helper: &str, sector: &str, amount: Amount) -> Self {
        self.tables.supply.push(SupplyRow {
            helper: helper.to_owned(),
            sector: sector.to_owned(),
            amount,
            provenance: Provenance::nowhere(),
        });
        self
    }

    pub(super) fn pair(
        mut self,
        helper: &str,
        recipient: &str,
        change: impl FnOnce(&mut PairRow),
    ) -> Self {
        let mut row = PairRow {
            helper: helper.to_owned(),
            recipient: recipient.to_owned(),
            distance: None,
            fit: None,
            load: None,
            provenance: Provenance::nowhere(),
        };
        change(&mut row);
        self.tables.pairs.push(row);
        self
    }

    pub(super) fn road(mut self, from: &str, to: &str, km: i64) -> Self {
        self.tables.roads.push(RoadRow {
            from: from.to_owned(),
            to: to.to_owned(),
            km: Km::units(km),
            hours: None,
            provenance: Provenance::nowhere(),
        });
        self
    }

    pub(super) fn history(mut self, helper: &str, recipient: &str, since: i32) -> Self {
        self.tables.history.push(HistoryRow {
            helper: helper.to_owned(),
            recipient: recipient.to_owned(),
            since,
            provenance: Provenance::nowhere(),
        });
        self
    }

    pub(super) fn quota(mut self, recipient: &str, min: Option<u32>, max: Option<u32>) -> Self {
        self.tables.quotas.push(QuotaRow {
            recipient: recipient.to_owned(),
            track: "t".to_owned(),
            min,
            max,
            provenance: Provenance::nowhere(),
        });
        self
    }

    pub(super) fn decision(
        mut self,
        action: DecisionAction,
        helper: &str,
        recipient: &str,
    ) -> Self {
        self.tables.decisions.push(DecisionRow {
            action,
            helper: helper.to_owned(),
            recipient: recipient.to_owned(),
            reason: String::new(),
            clause: None,
            author: None,
            date: None,
            provenance: Provenance::nowhere(),
        });
        self
    }

    pub(super) fn lock(self, helper: &str, recipient: &str) -> Self {
        self.decision(DecisionAction::Lock, helper, recipient)
    }

    pub(super) fn forbid(self, helper: &str, recipient: &str) -> Self {
        self.decision(DecisionAction::Forbid, helper, recipient)
    }

    pub(super) fn case(&self) -> Case {
        Case::assemble(self.tables.clone(), self.policy.clone()).unwrap()
    }

    /// The case with its graph.
    pub(super) fn graph(&self) -> (Case, CandidateGraph) {
        let case = self.case();
        let graph = CandidateGraph::build(&case).unwrap();
        (case, graph)
    }
}

/// A track without any limit.
pub(super) fn track(code: &str) -> Track {
    Track::without_limits(code, Bilingual::same(code))
}

/// Ids by index, for expectations.
pub(super) fn h(index: usize) -> HelperId {
    jiedui_domain::Id::from_index(index)
}

/// See [`h`].
pub(super) fn r(index: usize) -> RecipientId {
    jiedui_domain::Id::from_index(index)
}
