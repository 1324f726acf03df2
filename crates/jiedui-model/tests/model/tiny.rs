//! A tiny case, written row by row.

use jiedui_domain::{
    Bilingual, Case, CaseInfo, CaseTables, DecisionAction, DecisionRow, DistanceMethod,
    DistanceRule, EquityCurve, FitMethod, FitRule, HelperRow, HistoryRow, Measure, NeedRow,
    Objective, Origin, PairRow, PlaceRow, Policy, Provenance, Quantity, QuotaRow, RecipientRow,
    Sector, SectorUnit, SolverOptions, SupplyRow, Track, UnitValue,
};
use jiedui_graph::CandidateGraph;
use jiedui_model::Program;

/// A case in the making: sectors `industry` (万元) and `health` (人, 25 万元 each), one track `place`
/// without limits, the year 2025.
pub struct Tiny {
    pub tables: CaseTables,
    pub policy: Policy,
}

/// A case with its candidates and its program.
pub struct Built {
    pub case: Case,
    pub graph: CandidateGraph,
    pub program: Program,
}

/// A quantity from its decimal.
pub fn quantity<Q: Quantity>(text: &str) -> Q {
    Q::parse(text).expect("a decimal").0
}

fn at(file: &str, rows: usize) -> Provenance {
    Provenance {
        origin: Origin {
            file: file.into(),
            row: u32::try_from(rows + 2).unwrap(),
        },
        ..Provenance::nowhere()
    }
}

impl Tiny {
    pub fn new() -> Self {
        let sector = |code: &str, unit, value| Sector {
            code: code.to_owned(),
            title: Bilingual::same(code),
            unit,
            whole: unit == SectorUnit::Person,
            value: UnitValue::units(value),
            clause: None,
        };
        let policy = Policy {
            name: "tiny".to_owned(),
            title: Bilingual::same("tiny"),
            document: None,
            sectors: vec![
                sector("industry", SectorUnit::Wan, 1),
                sector("health", SectorUnit::Person, 25),
            ]
            .into(),
            tracks: vec![Track::without_limits("place", Bilingual::same("place"))].into(),
            distance: DistanceRule {
                method: DistanceMethod::GreatCircle,
                detour_factor: 1.65,
            },
            fit: FitRule {
                method: FitMethod::SupplyNeed,
                indicators: Vec::new(),
            },
            equity: EquityCurve::default(),
            objectives: Vec::new(),
            solver: SolverOptions::default(),
        };
        let info = CaseInfo {
            name: "tiny".to_owned(),
            year: 2025,
            ..CaseInfo::default()
        };
        Self {
            tables: CaseTables {
                info,
                ..CaseTables::default()
            },
            policy,
        }
    }

    /// Changes the policy.
    pub fn policy(mut self, change: impl FnOnce(&mut Policy)) -> Self {
        change(&mut self.policy);
        self
    }

    /// Changes track `place`.
    pub fn place_track(mut self, change: impl FnOnce(&mut Track)) -> Self {
        let mut track = self.policy.tracks.as_slice()[0].clone();
        change(&mut track);
        self.policy.tracks = vec![track].into();
        self
    }

    /// Appends a track without limits.
    pub fn track(mut self, code: &str) -> Self {
        let mut tracks = self.policy.tracks.as_slice().to_vec();
        tracks.push(Track::without_limits(code, Bilingual::same(code)));
        self.policy.tracks = tracks.into();
        self
    }

    /// Appends a recipient with its needs.
    pub fn recipient(mut self, code: &str, needs: &[(&str, &str)]) -> Self {
        self.tables.places.push(PlaceRow {
            code: code.to_owned(),
            provenance: at("places.csv", self.tables.places.len()),
            ..PlaceRow::default()
        });
        self.tables.recipients.push(RecipientRow {
            id: code.to_owned(),
            weight: None,
            provenance: at("recipients.csv", self.tables.recipients.len()),
        });
        for (sector, amount) in needs {
            self.tables.needs.push(NeedRow {
                recipient: code.to_owned(),
                sector: (*sector).to_owned(),
                amount: quantity(amount),
                provenance: at("needs.csv", self.tables.needs.len()),
            });
        }
        self
    }

    /// Appends a helper of track `place` with its supplies.
    pub fn helper(mut self, code: &str, supplies: &[(&str, &str)]) -> Self {
        self.tables.helpers.push(HelperRow {
            id: code.to_owned(),
            track: "place".to_owned(),
            provenance: at("helpers.csv", self.tables.helpers.len()),
            ..HelperRow::default()
        });
        for (sector, amount) in supplies {
            self.tables.supply.push(SupplyRow {
                helper: code.to_owned(),
                sector: (*sector).to_owned(),
                amount: quantity(amount),
                provenance: at("supply.csv", self.tables.supply.len()),
            });
        }
        self
    }

    /// Changes the helper appended last.
    pub fn that(mut self, change: impl FnOnce(&mut HelperRow)) -> Self {
        change(self.tables.helpers.last_mut().expect("a helper"));
        self
    }

    /// Changes the place with this code, which is appended where it does not exist.
    pub fn place(mut self, code: &str, change: impl FnOnce(&mut PlaceRow)) -> Self {
        let rows = self.tables.places.len();
        let found = self.tables.places.iter().position(|row| row.code == code);
        let index = found.unwrap_or_else(|| {
            self.tables.places.push(PlaceRow {
                code: code.to_owned(),
                provenance: at("places.csv", rows),
                ..PlaceRow::default()
            });
            rows
        });
        change(&mut self.tables.places[index]);
        self
    }

    /// Appends facts about a pair.
    pub fn pair(
        mut self,
        helper: &str,
        recipient: &str,
        distance: Option<&str>,
        fit: Option<&str>,
        load: Option<&str>,
    ) -> Self {
        self.tables.pairs.push(PairRow {
            helper: helper.to_owned(),
            recipient: recipient.to_owned(),
            distance: distance.map(quantity),
            fit: fit.map(quantity),
            load: load.map(quantity),
            provenance: at("pairs.csv", self.tables.pairs.len()),
        });
        self
    }

    /// Appends a pair of last year.
    pub fn previous(mut self, helper: &str, recipient: &str, since: i32) -> Self {
        self.tables.history.push(HistoryRow {
            helper: helper.to_owned(),
            recipient: recipient.to_owned(),
            since,
            provenance: at("history.csv", self.tables.history.len()),
        });
        self
    }

    /// Appends a decision.
    pub fn decision(mut self, action: DecisionAction, helper: &str, recipient: &str) -> Self {
        self.tables.decisions.push(DecisionRow {
            action,
            helper: helper.to_owned(),
            recipient: recipient.to_owned(),
            reason: "a test".to_owned(),
            clause: None,
            author: None,
            date: None,
            provenance: at("decisions.csv", self.tables.decisions.len()),
        });
        self
    }

    /// Appends a quota of track `place` for one recipient.
    pub fn quota(mut self, recipient: &str, min: Option<u32>, max: Option<u32>) -> Self {
        self.tables.quotas.push(QuotaRow {
            recipient: recipient.to_owned(),
            track: "place".to_owned(),
            min,
            max,
            provenance: at("quotas.csv", self.tables.quotas.len()),
        });
        self
    }

    /// Appends an objective over all tracks with weight 1.
    pub fn objective(mut self, measure: Measure, priority: u32) -> Self {
        let objective = Objective::plain(measure, priority);
        self.policy.objectives.push(objective);
        self
    }

    pub fn build(self) -> Built {
        let case = Case::assemble(self.tables, self.policy).expect("codes resolve");
        let graph = CandidateGraph::build(&case).expect("quantities in range");
        let program = Program::build(&case, &graph);
        Built {
            case,
            graph,
            program,
        }
    }
}
