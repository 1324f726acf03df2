//! Small cases that are written out: one track, one sector that splits, every helper a candidate everywhere.

use jiedui_domain::{
    Amount, Bilingual, Case, CaseInfo, CaseTables, DistanceMethod, DistanceRule, EquityCurve,
    FitMethod, FitRule, HelperRow, Km, Load, Measure, NeedRow, Objective, PairRow, PlaceRow,
    Policy, Provenance, Quantity, QuotaRow, RecipientRow, Sector, SectorUnit, Share, SolverOptions,
    SupplyRow, Track, UnitValue, Wan, Weight,
};

/// A case to be changed where it matters.
#[derive(Clone)]
pub struct World {
    pub tables: CaseTables,
    pub track: Track,
    /// Each a priority of its own, in order.
    pub priorities: Vec<Measure>,
    pub solver: SolverOptions,
}

/// Helpers with these supplies, recipients with these needs, all 10 km apart; no limit on pairs, nothing
/// demanded. Floor, coverage and distance are asked for, in this order.
pub fn world(supplies: &[&str], needs: &[&str]) -> World {
    let mut tables = CaseTables {
        info: CaseInfo {
            name: "adversarial".to_owned(),
            year: 2025,
            title: "adversarial".to_owned(),
            currency: "万元".to_owned(),
            sources: Vec::new(),
        },
        ..CaseTables::default()
    };
    for (index, need) in needs.iter().enumerate() {
        let code = recipient_code(index);
        tables.places.push(PlaceRow {
            code: code.clone(),
            name: code.clone(),
            ..PlaceRow::default()
        });
        tables.recipients.push(RecipientRow {
            id: code.clone(),
            weight: Some(Weight::units(1)),
            provenance: Provenance::nowhere(),
        });
        tables.needs.push(NeedRow {
            recipient: code,
            sector: "industry".to_owned(),
            amount: amount(need),
            provenance: Provenance::nowhere(),
        });
    }
    for (index, supply) in supplies.iter().enumerate() {
        let code = helper_code(index);
        tables.helpers.push(HelperRow {
            id: code.clone(),
            name: code.clone(),
            track: "t0".to_owned(),
            place: None,
            budget: None,
            min_pairs: None,
            max_pairs: None,
            max_load: None,
            provenance: Provenance::nowhere(),
        });
        tables.supply.push(SupplyRow {
            helper: code.clone(),
            sector: "industry".to_owned(),
            amount: amount(supply),
            provenance: Provenance::nowhere(),
        });
        tables
            .pairs
            .extend((0..needs.len()).map(|recipient| PairRow {
                helper: code.clone(),
                recipient: recipient_code(recipient),
                distance: Some(Km::units(10)),
                fit: None,
                load: Some(Load::units(1)),
                provenance: Provenance::nowhere(),
            }));
    }
    World {
        tables,
        track: track(),
        priorities: vec![Measure::CoverageFloor, Measure::Coverage, Measure::Distance],
        solver: SolverOptions {
            gap: 1e-6,
            threads: 1,
            ..SolverOptions::default()
        },
    }
}

/// A figure of a table, as people write it.
pub fn amount(text: &str) -> Amount {
    Amount::parse(text).unwrap().0
}

fn recipient_code(index: usize) -> String {
    format!("r{index:03}")
}

fn helper_code(index: usize) -> String {
    format!("h{index:03}")
}

fn track() -> Track {
    Track::without_limits("t0", Bilingual::same("track"))
}

impl World {
    /// The same with other limits of the track.
    pub fn with(mut self, change: impl FnOnce(&mut Track)) -> Self {
        change(&mut self.track);
        self
    }

    /// The same with other tables.
    pub fn given(mut self, change: impl FnOnce(&mut CaseTables)) -> Self {
        change(&mut self.tables);
        self
    }

    /// The same with something else asked for.
    pub fn asking(mut self, priorities: &[Measure]) -> Self {
        self.priorities = priorities.to_vec();
        self
    }

    /// The same with a budget for every helper.
    pub fn budget(self, each: &str) -> Self {
        let budget = Wan::parse(each).unwrap().0;
        self.given(|tables| {
            for helper in &mut tables.helpers {
                helper.budget = Some(budget);
            }
        })
    }

    /// The same with a quota of its own for one recipient.
    pub fn quota(self, recipient: usize, min: u32, max: u32) -> Self {
        self.given(|tables| {
            tables.quotas.push(QuotaRow {
                recipient: recipient_code(recipient),
                track: "t0".to_owned(),
                min: Some(min),
                max: Some(max),
                provenance: Provenance::nowhere(),
            });
        })
    }

    pub fn case(&self) -> Case {
        let objectives = self.priorities.iter().zip(1..);
        let objectives = objectives.map(|(measure, priority)| Objective::plain(*measure, priority));
        let sector = Sector {
            code: "industry".to_owned(),
            title: Bilingual::same("industry"),
            unit: SectorUnit::Wan,
            whole: false,
            value: UnitValue::units(1),
            clause: None,
        };
        let policy = Policy {
            name: "adversarial".to_owned(),
            title: Bilingual::same("adversarial"),
            document: None,
            sectors: vec![sector].into(),
            tracks: vec![self.track.clone()].into(),
            distance: DistanceRule {
                method: DistanceMethod::GreatCircle,
                detour_factor: 1.0,
            },
            fit: FitRule {
                method: FitMethod::SupplyNeed,
                indicators: Vec::new(),
            },
            equity: EquityCurve {
                breakpoints: vec![
                    (Share::units(0), Share::units(0)),
                    (Share::units(1), Share::units(1)),
                ],
            },
            objectives: objectives.collect(),
            solver: self.solver.clone(),
        };
        Case::assemble(self.tables.clone(), policy).unwrap()
    }
}
