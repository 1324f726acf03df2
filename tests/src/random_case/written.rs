//! What a draft says, as the tables and the policy of a case.

use super::MOST;
use super::YEAR;
use super::{Draft, HelperDraft, PairDraft, RecipientDraft, TrackDraft};
use jiedui_domain::{
    Amount, Bilingual, Case, CaseInfo, CaseTables, DecisionAction, DecisionRow, DistanceMethod,
    DistanceRule, EquityCurve, Fit, FitMethod, FitRule, HelperRow, HistoryRow, Id, Km, Load,
    Measure, NeedRow, Objective, PairRow, PlaceRow, Policy, Provenance, Quantity, QuotaRow,
    RecipientRow, Sector, SectorUnit, Share, SolverOptions, SupplyRow, Track, TrackId, UnitValue,
    Wan, Weight,
};
use std::collections::BTreeMap;

impl Draft {
    /// The case of this draft.
    pub fn case(&self) -> Case {
        Case::assemble(self.tables(), self.policy()).unwrap()
    }

    fn tables(&self) -> CaseTables {
        let mut tables = CaseTables {
            info: CaseInfo {
                name: "random".to_owned(),
                year: YEAR,
                title: "random".to_owned(),
                currency: "万元".to_owned(),
                sources: Vec::new(),
            },
            ..CaseTables::default()
        };
        for (index, draft) in self.recipients.iter().enumerate() {
            add_recipient(&mut tables, index, draft);
        }
        for (index, draft) in self.helpers.iter().enumerate() {
            add_helper(&mut tables, index, draft);
            for recipient in 0..self.recipients.len() {
                let divisible = self.tracks[draft.track].divisible;
                let pair = &self.pairs[index * MOST + recipient];
                add_pair(&mut tables, index, recipient, pair, divisible);
            }
        }
        tables
    }

    fn policy(&self) -> Policy {
        let objectives = self.tiers.iter().zip(1..).flat_map(|(tier, priority)| {
            tier.iter().map(move |draft| Objective {
                measure: Measure::ALL[draft.measure],
                priority,
                weight: f64::from(draft.halves_of_weight) / 2.0,
                tolerance: 0.0,
                tracks: draft.track.map(TrackId::from_index).into_iter().collect(),
                by_age: draft.by_age && Measure::ALL[draft.measure] == Measure::Continuity,
            })
        });
        let half = Share::from_scaled(500_000);
        Policy {
            name: "random".to_owned(),
            title: Bilingual::same("random"),
            document: None,
            sectors: vec![
                sector("industry", SectorUnit::Wan, 1),
                sector("persons", SectorUnit::Person, 5),
            ]
            .into(),
            tracks: self.tracks.iter().enumerate().map(track_of).collect(),
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
                    (half, Share::from_scaled(700_000)),
                    (Share::units(1), Share::units(1)),
                ],
            },
            objectives: objectives.collect(),
            solver: SolverOptions {
                // The methods stop within this gap; it must not be what tells them apart.
                gap: 1e-6,
                threads: 1,
                ..SolverOptions::default()
            },
        }
    }
}

fn recipient_code(index: usize) -> String {
    format!("r{index}")
}

fn helper_code(index: usize) -> String {
    format!("h{index}")
}

fn add_recipient(tables: &mut CaseTables, index: usize, draft: &RecipientDraft) {
    let code = recipient_code(index);
    tables.places.push(PlaceRow {
        code: code.clone(),
        name: code.clone(),
        hardship_class: Some(draft.class),
        ..PlaceRow::default()
    });
    tables.recipients.push(RecipientRow {
        id: code.clone(),
        weight: Some(Weight::units(i64::from(draft.weight))),
        provenance: Provenance::nowhere(),
    });
    let needs = [("industry", draft.industry), ("persons", draft.persons)];
    let needs = needs.into_iter().filter(|(_, amount)| *amount > 0);
    tables.needs.extend(needs.map(|(sector, amount)| NeedRow {
        recipient: code.clone(),
        sector: sector.to_owned(),
        amount: Amount::units(i64::from(amount)),
        provenance: Provenance::nowhere(),
    }));
    if let Some((min, max)) = draft.quota {
        tables.quotas.push(QuotaRow {
            recipient: code,
            track: "t0".to_owned(),
            min: Some(min),
            max: Some(max),
            provenance: Provenance::nowhere(),
        });
    }
}

fn add_helper(tables: &mut CaseTables, index: usize, draft: &HelperDraft) {
    let code = helper_code(index);
    tables.helpers.push(HelperRow {
        id: code.clone(),
        name: code.clone(),
        track: format!("t{}", draft.track),
        place: None,
        budget: draft.budget.map(|budget| Wan::units(i64::from(budget))),
        min_pairs: draft.min_pairs,
        max_pairs: draft.max_pairs,
        max_load: draft.max_load.map(|load| Load::units(i64::from(load))),
        provenance: Provenance::nowhere(),
    });
    let supply = [("industry", draft.industry), ("persons", draft.persons)];
    let supply = supply.into_iter().filter(|(_, amount)| *amount > 0);
    tables
        .supply
        .extend(supply.map(|(sector, amount)| SupplyRow {
            helper: code.clone(),
            sector: sector.to_owned(),
            amount: Amount::units(i64::from(amount)),
            provenance: Provenance::nowhere(),
        }));
}

fn add_pair(
    tables: &mut CaseTables,
    helper: usize,
    recipient: usize,
    draft: &PairDraft,
    divisible: bool,
) {
    let (helper, recipient) = (helper_code(helper), recipient_code(recipient));
    tables.pairs.push(PairRow {
        helper: helper.clone(),
        recipient: recipient.clone(),
        distance: Some(Km::units(i64::from(draft.distance))),
        fit: Some(Fit::from_scaled(
            i64::from(draft.tenths_of_fit) * 100_000_000,
        )),
        load: Some(Load::units(i64::from(draft.load))),
        provenance: Provenance::nowhere(),
    });
    if let (Some(since), false) = (draft.since, divisible) {
        tables.history.push(HistoryRow {
            helper: helper.clone(),
            recipient: recipient.clone(),
            since,
            provenance: Provenance::nowhere(),
        });
    }
    let Some(lock) = draft.decision.filter(|lock| !(divisible && *lock)) else {
        return;
    };
    tables.decisions.push(DecisionRow {
        action: if lock {
            DecisionAction::Lock
        } else {
            DecisionAction::Forbid
        },
        helper,
        recipient,
        reason: "random".to_owned(),
        clause: None,
        author: None,
        date: None,
        provenance: Provenance::nowhere(),
    });
}

fn sector(code: &str, unit: SectorUnit, value: i64) -> Sector {
    Sector {
        code: code.to_owned(),
        title: Bilingual::same(code),
        unit,
        whole: unit == SectorUnit::Person,
        value: UnitValue::units(value),
        clause: None,
    }
}

fn track_of((index, draft): (usize, &TrackDraft)) -> Track {
    Track {
        code: format!("t{index}"),
        title: Bilingual::same("track"),
        clause: None,
        recipient_min: draft.recipient_min,
        recipient_max: draft.recipient_max,
        helper_min: draft.helper_min,
        helper_max: draft.helper_max,
        divisible: draft.divisible,
        max_distance: draft.max_distance.map(|km| Km::units(i64::from(km))),
        max_hardship_gap: draft.max_hardship_gap,
        minimum_support: Wan::units(i64::from(draft.minimum_support)),
        effort_floor: Share::from_scaled(i64::from(draft.tenths_of_effort) * 100_000),
        funding_rate: BTreeMap::new(),
        max_changes: draft.max_changes,
        min_tenure_years: draft.min_tenure,
    }
}
