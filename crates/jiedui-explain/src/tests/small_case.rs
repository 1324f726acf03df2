//! A small case, its plan, and its dossier.
//!
//! Recipients: 甲县 100001 (weight 1, class 3, need 100 industry + 2 persons of 25 = 150),
//! 乙县 100002 (weight 2, class 4, need 200 industry), 丙县 100003 (no need).
//!
//! | helper | track | means | gives |
//! |---|---|---|---|
//! | h1 东区 | place | 0.008 × 10000 = 80 万元 | 甲县: industry 30, 2 persons |
//! | h2 西区 | place | 100 万元 | 乙县: industry 90 |
//! | h3 大河集团 | soe | no budget | 甲县: industry 40, locked |
//! | h4 远山集团 | soe | 60 万元 | nothing: forbidden at 甲县, too far from 乙县 |
//! | h5 小溪区 | place | 50 万元 | 丙县: a pair without amounts |
//! | h6 集市 | market (divisible) | 30 万元 | 乙县: industry 20 |
//!
//! Coverage: 甲县 120/150 = 0.8, 乙县 110/200 = 0.55.

use crate::dossier::{Digest, Dossier, RunFacts};
use crate::{ExplainInput, explain};
use jiedui_domain::{
    Amount, Basis, Bilingual, Case, CaseInfo, CaseTables, DecisionAction, DecisionRow, Degrees,
    DistanceMethod, DistanceRule, EquityCurve, Fit, FitMethod, FitRule, Gap, Help, HelperRow,
    HistoryRow, Km, Measure, MeasureScale, NeedRow, Objective, Origin, PairRow, PlaceRow, Plan,
    PlannedPair, Policy, Proof, Provenance, Quantity, RecipientRow, Sector, SectorUnit, Share,
    SolverOptions, SupplyRow, Termination, TierResult, Track, UnitValue, Wan, Weight,
};
use jiedui_graph::CandidateGraph;
use jiedui_verify::{Verified, tier_value, verify};
use std::sync::Arc;

fn at(file: &str, row: u32, basis: Basis) -> Provenance {
    Provenance {
        origin: Origin {
            file: Arc::from(file),
            row,
        },
        basis: Some(basis),
        source: Some(Arc::from("统计年鉴")),
        changes: Vec::new(),
    }
}

fn title(zh: &str, en: &str) -> Bilingual {
    Bilingual {
        zh: zh.into(),
        en: en.into(),
    }
}

fn share(text: &str) -> Share {
    Share::parse(text).unwrap().0
}

fn km(text: &str) -> Km {
    Km::parse(text).unwrap().0
}

fn sector(code: &str, zh: &str, unit: SectorUnit, value: i64) -> Sector {
    Sector {
        code: code.into(),
        title: title(zh, code),
        unit,
        whole: unit == SectorUnit::Person,
        value: UnitValue::units(value),
        clause: Some("二十四".into()),
    }
}

fn track(code: &str, zh: &str) -> Track {
    Track {
        clause: Some("二十四".into()),
        recipient_max: Some(1),
        helper_max: Some(1),
        ..Track::without_limits(code, title(zh, code))
    }
}

fn objective(measure: Measure, priority: u32, weight: f64, tolerance: f64) -> Objective {
    Objective {
        weight,
        tolerance,
        ..Objective::plain(measure, priority)
    }
}

fn policy() -> Policy {
    Policy {
        name: "sample".into(),
        title: title("样例结对共富", "Sample assistance"),
        document: None,
        sectors: vec![
            sector("industry", "产业发展", SectorUnit::Wan, 1),
            sector("education", "教育人才", SectorUnit::Person, 25),
        ]
        .into(),
        tracks: vec![
            Track {
                recipient_min: 1,
                max_distance: Some(km("900")),
                minimum_support: Wan::units(10),
                effort_floor: Share::ZERO,
                funding_rate: [(2025, share("0.008"))].into(),
                max_changes: Some(1),
                min_tenure_years: 2,
                ..track("place", "先发地区结对帮扶")
            },
            Track {
                max_distance: Some(km("900")),
                clause: Some("二十五".into()),
                ..track("soe", "国有企业")
            },
            Track {
                divisible: true,
                ..track("market", "市场帮扶")
            },
        ]
        .into(),
        distance: DistanceRule {
            method: DistanceMethod::GreatCircle,
            detour_factor: 1.65,
        },
        fit: FitRule {
            method: FitMethod::SupplyNeed,
            indicators: Vec::new(),
        },
        equity: EquityCurve {
            breakpoints: vec![
                (share("0"), share("0")),
                (share("0.5"), share("0.8")),
                (share("1"), share("1")),
            ],
        },
        objectives: vec![
            objective(Measure::CoverageFloor, 1, 1.0, 0.01),
            objective(Measure::Equity, 2, 1.0, 0.005),
            objective(Measure::Fit, 3, 1.0, 0.0),
            objective(Measure::Distance, 3, 0.001, 0.0),
        ],
        solver: SolverOptions::default(),
    }
}

fn place(code: &str, name: &str, prefecture: &str, lon: &str, lat: &str, class: i32) -> PlaceRow {
    PlaceRow {
        code: code.into(),
        name: name.into(),
        prefecture: prefecture.into(),
        lon: Some(Degrees::parse(lon).unwrap().0),
        lat: Some(Degrees::parse(lat).unwrap().0),
        hardship_class: Some(class),
        revenue: Some(Wan::units(10_000)),
        provenance: at("places.csv", 2, Basis::Published),
        ..PlaceRow::default()
    }
}

fn helper(
    id: &str,
    name: &str,
    track: &str,
    place: Option<&str>,
    budget: Option<i64>,
) -> HelperRow {
    HelperRow {
        id: id.into(),
        name: name.into(),
        track: track.into(),
        place: place.map(str::to_owned),
        budget: budget.map(Wan::units),
        provenance: at("helpers.csv", 2, Basis::Published),
        ..HelperRow::default()
    }
}

fn need(recipient: &str, sector: &str, amount: i64, row: u32) -> NeedRow {
    NeedRow {
        recipient: recipient.into(),
        sector: sector.into(),
        amount: Amount::units(amount),
        provenance: at("needs.csv", row, Basis::Estimated),
    }
}

fn supply(helper: &str, sector: &str, amount: i64, basis: Basis) -> SupplyRow {
    SupplyRow {
        helper: helper.into(),
        sector: sector.into(),
        amount: Amount::units(amount),
        provenance: at("supply.csv", 3, basis),
    }
}

fn pair(helper: &str, recipient: &str, distance: &str, fit: Option<&str>) -> PairRow {
    PairRow {
        helper: helper.into(),
        recipient: recipient.into(),
        distance: Some(km(distance)),
        fit: fit.map(|fit| Fit::parse(fit).unwrap().0),
        load: None,
        provenance: at("pairs.csv", 2, Basis::Published),
    }
}

fn decision(action: DecisionAction, helper: &str, recipient: &str, reason: &str) -> DecisionRow {
    DecisionRow {
        action,
        helper: helper.into(),
        recipient: recipient.into(),
        reason: reason.into(),
        clause: Some("二十五".into()),
        author: Some("王处长".into()),
        date: Some("2025-01-08".into()),
        provenance: at("decisions.csv", 2, Basis::Published),
    }
}

pub(super) fn case() -> Case {
    Case::assemble(tables(), policy()).unwrap()
}

fn tables() -> CaseTables {
    CaseTables {
        info: CaseInfo {
            name: "small".into(),
            year: 2025,
            title: "三县样例".into(),
            currency: "万元".into(),
            sources: vec!["样例数据".into()],
        },
        places: vec![
            place("100001", "甲县", "甘孜州", "100.3", "30.0", 3),
            place("100002", "乙县", "阿坝州", "102.5", "32.8", 4),
            place("100003", "丙县", "广元市", "105.9", "32.4", 0),
            place("200001", "东区", "成都市", "104.1", "30.7", 0),
            place("200002", "西区", "成都市", "103.9", "30.6", 0),
        ],
        recipients: [("100001", 1), ("100002", 2), ("100003", 2)]
            .into_iter()
            .map(|(id, weight)| RecipientRow {
                id: id.into(),
                weight: Some(Weight::units(weight)),
                provenance: at("recipients.csv", 2, Basis::Published),
            })
            .collect(),
        helpers: vec![
            helper("h1", "东区", "place", Some("200001"), None),
            helper("h2", "西区", "place", Some("200002"), Some(100)),
            helper("h3", "大河集团", "soe", None, None),
            helper("h4", "远山集团", "soe", None, Some(60)),
            helper("h5", "小溪区", "place", Some("200001"), Some(50)),
            helper("h6", "集市", "market", Some("200001"), Some(30)),
        ],
        needs: vec![
            need("100001", "industry", 100, 2),
            need("100001", "education", 2, 3),
            need("100002", "industry", 200, 4),
        ],
        supply: vec![
            supply("h1", "industry", 60, Basis::Published),
            supply("h1", "education", 2, Basis::Illustrative),
            supply("h2", "industry", 120, Basis::Published),
            supply("h3", "industry", 40, Basis::Published),
            supply("h4", "industry", 50, Basis::Published),
            supply("h5", "industry", 50, Basis::Published),
            supply("h6", "industry", 25, Basis::Published),
        ],
        pairs: vec![
            pair("h1", "100001", "612.5", None),
            pair("h3", "100001", "300", None),
            pair("h3", "100002", "880", None),
            pair("h3", "100003", "450", None),
            pair("h4", "100001", "310", None),
            pair("h4", "100002", "1200", None),
            pair("h4", "100003", "420", None),
            pair("h5", "100003", "350", Some("0.6")),
        ],
        history: [("h1", "100001", 2020), ("h2", "100001", 2022)]
            .into_iter()
            .map(|(helper, recipient, since)| HistoryRow {
                helper: helper.into(),
                recipient: recipient.into(),
                since,
                provenance: at("history.csv", 2, Basis::Published),
            })
            .collect(),
        decisions: vec![
            decision(DecisionAction::Lock, "h3", "100001", "园区已开工"),
            decision(DecisionAction::Forbid, "h4", "100001", "回避关联企业"),
        ],
        ..CaseTables::default()
    }
}

/// Helper, recipient, and units of help by sector.
type Given = (&'static str, &'static str, &'static [(&'static str, i64)]);

pub(super) fn plan(case: &Case) -> Plan {
    plan_of(
        case,
        &[
            ("h1", "100001", &[("industry", 30), ("education", 2)]),
            ("h2", "100002", &[("industry", 90)]),
            ("h3", "100001", &[("industry", 40)]),
            ("h5", "100003", &[]),
            ("h6", "100002", &[("industry", 20)]),
        ],
    )
}

fn plan_of(case: &Case, amounts: &[Given]) -> Plan {
    Plan::new(
        amounts
            .iter()
            .map(|(helper, recipient, help)| PlannedPair {
                helper: case.helper_by_code(helper).unwrap(),
                recipient: case.recipient_by_code(recipient).unwrap(),
                help: help
                    .iter()
                    .map(|(sector, amount)| Help {
                        sector: case.policy.sector_by_code(sector).unwrap(),
                        amount: Amount::units(*amount),
                    })
                    .collect(),
            })
            .collect(),
    )
}

/// Figures of a search that never was; only what the last priority comes to in the plan is worked out.
fn tiers(case: &Case, plan: &Plan) -> Vec<TierResult> {
    let objectives = &case.policy.objectives;
    let score = tier_value(case, plan, &objectives[2..4]);
    let tier = |priority, range, reached, in_plan, bound, proof, scale| TierResult {
        priority,
        objectives: objectives
            .get::<std::ops::Range<usize>>(range)
            .unwrap()
            .to_vec(),
        reached,
        in_plan,
        bound,
        proof,
        certified: None,
        gap: Gap::between(in_plan, bound),
        scale,
    };
    vec![
        tier(
            1,
            0..1,
            0.56,
            0.55,
            0.5585,
            Proof::Decomposition,
            MeasureScale::Share,
        ),
        tier(
            2,
            1..2,
            0.8533,
            0.8533,
            0.8533,
            Proof::Decomposition,
            MeasureScale::Share,
        ),
        tier(
            3,
            2..4,
            score,
            score,
            score + 0.002,
            Proof::BranchAndBound,
            MeasureScale::Relative,
        ),
    ]
}

/// The case with its verified plan.
pub(super) fn verified() -> (Case, Verified<Plan>) {
    let case = case();
    let plan = plan(&case);
    let verified = verify(&case, plan).expect("the plan obeys every rule");
    (case, verified)
}

pub(super) fn dossier() -> Dossier {
    let (case, plan) = verified();
    explained(&case, &plan, "blake3:0123456789abcdef")
}

/// The year after: 乙县 needs less, 西区 has more, 远山集团 is gone, and the two districts have changed
/// places.
pub(super) fn next_dossier() -> Dossier {
    let mut tables = tables();
    tables.info.year = 2026;
    tables.needs[2].amount = Amount::units(180);
    tables.helpers[1].budget = Some(Wan::units(110));
    tables.helpers.retain(|row| row.id != "h4");
    tables.supply.retain(|row| row.helper != "h4");
    tables.pairs.retain(|row| row.helper != "h4");
    tables.decisions.retain(|row| row.helper != "h4");
    tables.history.retain(|row| row.helper != "h1");
    let mut policy = policy();
    policy.objectives[0].tolerance = 0.02;
    let case = Case::assemble(tables, policy).unwrap();
    let plan = plan_of(
        &case,
        &[
            ("h1", "100002", &[("industry", 60)]),
            ("h2", "100001", &[("industry", 60)]),
            ("h3", "100001", &[("industry", 40)]),
            ("h5", "100003", &[]),
            ("h6", "100002", &[("industry", 25)]),
        ],
    );
    let plan = verify(&case, plan).expect("the plan obeys every rule");
    explained(&case, &plan, "blake3:fedcba9876543210")
}

fn explained(case: &Case, plan: &Verified<Plan>, digest: &str) -> Dossier {
    let graph = CandidateGraph::build(case).unwrap();
    explain(ExplainInput {
        case,
        graph: &graph,
        listed: None,
        plan,
        tiers: &tiers(case, plan.get()),
        run: RunFacts {
            program_version: "0.1.0".into(),
            termination: Termination::EffortSpent,
            method: "decomposition".into(),
            digests: vec![Digest {
                name: "needs.csv".into(),
                digest: digest.into(),
            }],
        },
    })
}
