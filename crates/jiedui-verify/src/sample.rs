//! A small case with a plan that obeys every rule, and ways to bend it.
//!
//! Places a, b (helpers) and p, q (recipients, hardship 3 and 4, weights 1 and 3).
//! Needs: p industry 100 and education 2 (worth 25 each), q industry 200.
//!
//! | helper | track | budget | gives |
//! |---|---|---|---|
//! | h1 at a | place | 0.008 × 10000 = 80 | p: industry 30, education 2 |
//! | h2 at b | place | 100 | q: industry 90 |
//! | h3 | soe | – | p: industry 40 |
//! | h4 at a | market (divisible) | 30 | q: industry 20 |

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::codes::CODES;
use crate::verified::{check, verify};
use crate::violation::Rule;
use jiedui_domain::{
    Amount, Bilingual, Case, CaseInfo, CaseTables, DecisionAction, DecisionRow, Degrees,
    DistanceMethod, DistanceRule, EquityCurve, FitMethod, FitRule, Help, HelperRow, HistoryRow,
    Indicator, Km, Load, NeedRow, PairRow, PlaceRow, Plan, PlannedPair, Policy, Quantity, QuotaRow,
    RecipientRow, Sector, SectorUnit, Share, SolverOptions, SupplyRow, Track, UnitValue, Wan,
    Weight,
};
use num_rational::BigRational;

macro_rules! reader {
    ($($name:ident $quantity:ident),*) => {$(
        pub(crate) fn $name(text: &str) -> $quantity {
            $quantity::parse(text).unwrap().0
        }
    )*};
}
reader!(amount Amount, wan Wan, km Km, load Load, share Share, degrees Degrees, indicator Indicator);

/// A decimal as a rational.
pub(crate) fn decimal_value(text: &str) -> BigRational {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let count: i128 = format!("{whole}{fraction}").parse().unwrap();
    crate::exact::rational(count, 10_i64.pow(fraction.len() as u32))
}

/// Helper, recipient, and sectors with amounts.
pub(crate) type DraftPair = (
    &'static str,
    &'static str,
    Vec<(&'static str, &'static str)>,
);

/// The tables, the policy and the plan, by codes.
#[derive(Clone)]
pub(crate) struct Draft {
    pub tables: CaseTables,
    pub policy: Policy,
    pub plan: Vec<DraftPair>,
}

fn sector(code: &str, unit: SectorUnit, value: i64) -> Sector {
    Sector {
        code: code.into(),
        title: Bilingual::same(code),
        unit,
        whole: unit == SectorUnit::Person,
        value: UnitValue::units(value),
        clause: None,
    }
}

pub(crate) fn track(code: &str) -> Track {
    Track::without_limits(code, Bilingual::same(code))
}

pub(crate) fn policy() -> Policy {
    Policy {
        name: "sample".into(),
        title: Bilingual::same("sample"),
        document: None,
        sectors: vec![
            sector("industry", SectorUnit::Wan, 1),
            sector("education", SectorUnit::Person, 25),
        ]
        .into(),
        tracks: vec![
            Track {
                recipient_min: 1,
                recipient_max: Some(1),
                helper_max: Some(2),
                max_distance: Some(km("900")),
                max_hardship_gap: Some(4),
                minimum_support: wan("10"),
                effort_floor: share("0.5"),
                funding_rate: [(2025, share("0.008"))].into(),
                max_changes: Some(1),
                min_tenure_years: 2,
                ..track("place")
            },
            Track {
                minimum_support: wan("5"),
                ..track("soe")
            },
            Track {
                divisible: true,
                minimum_support: wan("1000"),
                ..track("market")
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
        objectives: Vec::new(),
        solver: SolverOptions::default(),
    }
}

impl Draft {
    /// The case and plan of the module's description.
    pub(crate) fn valid() -> Self {
        let mut draft = Self {
            tables: CaseTables {
                info: CaseInfo {
                    name: "sample".into(),
                    year: 2025,
                    ..Default::default()
                },
                ..Default::default()
            },
            policy: policy(),
            plan: vec![
                ("h1", "p", vec![("industry", "30"), ("education", "2")]),
                ("h2", "q", vec![("industry", "90")]),
                ("h3", "p", vec![("industry", "40")]),
                ("h4", "q", vec![("industry", "20")]),
            ],
        };
        for (code, lon, lat, class, revenue) in [
            ("a", "104", "30.6", 0, Some("10000")),
            ("b", "104.5", "30", 1, Some("20000")),
            ("p", "102", "31", 3, None),
            ("q", "101", "30", 4, None),
        ] {
            draft.tables.places.push(PlaceRow {
                code: code.into(),
                name: code.into(),
                lon: Some(degrees(lon)),
                lat: Some(degrees(lat)),
                hardship_class: Some(class),
                revenue: revenue.map(wan),
                ..Default::default()
            });
        }
        for (id, weight) in [("p", None), ("q", Some(Weight::units(3)))] {
            draft.tables.recipients.push(RecipientRow {
                id: id.into(),
                weight,
                provenance: Default::default(),
            });
        }
        for (id, track, place, budget) in [
            ("h1", "place", Some("a"), None),
            ("h2", "place", Some("b"), Some("100")),
            ("h3", "soe", None, None),
            ("h4", "market", Some("a"), Some("30")),
        ] {
            draft.tables.helpers.push(HelperRow {
                id: id.into(),
                track: track.into(),
                place: place.map(Into::into),
                budget: budget.map(wan),
                ..Default::default()
            });
        }
        draft.helper("h1").max_load = Some(load("3"));
        draft.set_need("p", "industry", "100");
        draft.set_need("p", "education", "2");
        draft.set_need("q", "industry", "200");
        draft.set_supply("h1", "industry", "100");
        draft.set_supply("h1", "education", "3");
        draft.set_supply("h2", "industry", "150");
        draft.set_supply("h3", "industry", "40");
        draft.set_supply("h4", "industry", "50");
        for (helper, recipient, distance, fit, work) in [
            ("h1", "p", "300", Some("0.5"), Some("2")),
            ("h2", "q", "250", None, None),
            ("h3", "p", "120", None, None),
            ("h4", "q", "400", None, None),
        ] {
            draft.tables.pairs.push(PairRow {
                helper: helper.into(),
                recipient: recipient.into(),
                distance: Some(km(distance)),
                fit: fit.map(|text: &str| jiedui_domain::Fit::parse(text).unwrap().0),
                load: work.map(load),
                provenance: Default::default(),
            });
        }
        draft.history("h1", "p", 2022);
        draft.history("h2", "q", 2024);
        draft.decide(DecisionAction::Lock, "h1", "p");
        draft.decide(DecisionAction::Forbid, "h2", "p");
        draft
    }

    pub(crate) fn place(&mut self, code: &str) -> &mut PlaceRow {
        let mut rows = self.tables.places.iter_mut();
        rows.find(|row| row.code == code).unwrap()
    }

    pub(crate) fn helper(&mut self, id: &str) -> &mut HelperRow {
        let mut rows = self.tables.helpers.iter_mut();
        rows.find(|row| row.id == id).unwrap()
    }

    pub(crate) fn add_idle_helper(&mut self, id: &str, track: &str) {
        self.tables.helpers.push(HelperRow {
            id: id.into(),
            track: track.into(),
            budget: Some(wan("100")),
            ..Default::default()
        });
    }

    pub(crate) fn track(&mut self, code: &str) -> &mut Track {
        let id = self.policy.track_by_code(code).unwrap();
        &mut self.policy.tracks[id]
    }

    pub(crate) fn set_need(&mut self, recipient: &str, sector: &str, text: &str) {
        let needs = &mut self.tables.needs;
        needs.retain(|row| (row.recipient.as_str(), row.sector.as_str()) != (recipient, sector));
        needs.push(NeedRow {
            recipient: recipient.into(),
            sector: sector.into(),
            amount: amount(text),
            provenance: Default::default(),
        });
    }

    pub(crate) fn set_supply(&mut self, helper: &str, sector: &str, text: &str) {
        let supply = &mut self.tables.supply;
        supply.retain(|row| (row.helper.as_str(), row.sector.as_str()) != (helper, sector));
        supply.push(SupplyRow {
            helper: helper.into(),
            sector: sector.into(),
            amount: amount(text),
            provenance: Default::default(),
        });
    }

    pub(crate) fn quota(
        &mut self,
        recipient: &str,
        track: &str,
        min: Option<u32>,
        max: Option<u32>,
    ) {
        self.tables.quotas.push(QuotaRow {
            recipient: recipient.into(),
            track: track.into(),
            min,
            max,
            provenance: Default::default(),
        });
    }

    pub(crate) fn history(&mut self, helper: &str, recipient: &str, since: i32) {
        self.tables.history.push(HistoryRow {
            helper: helper.into(),
            recipient: recipient.into(),
            since,
            provenance: Default::default(),
        });
    }

    pub(crate) fn decide(&mut self, action: DecisionAction, helper: &str, recipient: &str) {
        self.tables.decisions.push(DecisionRow {
            action,
            helper: helper.into(),
            recipient: recipient.into(),
            reason: "test".into(),
            clause: None,
            author: None,
            date: None,
            provenance: Default::default(),
        });
    }

    pub(crate) fn set_help(
        &mut self,
        helper: &str,
        recipient: &str,
        help: &[(&'static str, &'static str)],
    ) {
        let mut entries = self.plan.iter_mut();
        let entry = entries.find(|entry| (entry.0, entry.1) == (helper, recipient));
        entry.unwrap().2 = help.to_vec();
    }

    pub(crate) fn remove(&mut self, helper: &str, recipient: &str) {
        self.plan
            .retain(|entry| (entry.0, entry.1) != (helper, recipient));
    }

    pub(crate) fn build(self) -> (Case, Plan) {
        let case = Case::assemble(self.tables, self.policy).unwrap();
        let pairs = self.plan.iter().map(|(helper, recipient, help)| {
            let help = help.iter().map(|(sector, text)| Help {
                sector: case.policy.sector_by_code(sector).unwrap(),
                amount: amount(text),
            });
            PlannedPair {
                helper: case.helper_by_code(helper).unwrap(),
                recipient: case.recipient_by_code(recipient).unwrap(),
                help: help.collect(),
            }
        });
        let plan = Plan::new(pairs.collect());
        (case, plan)
    }
}

struct Failing {
    case: Case,
    plan: Plan,
    code: &'static str,
    found: &'static str,
    allowed: Option<&'static str>,
}

/// Plans that one rule lets pass, and plans that it refuses.
pub(crate) struct Example {
    passing: Vec<(Case, Plan)>,
    failing: Vec<Failing>,
}

impl Example {
    pub(crate) fn new(passing: Draft) -> Self {
        Self {
            passing: vec![passing.build()],
            failing: Vec::new(),
        }
    }

    pub(crate) fn pass(&mut self, draft: Draft) {
        self.passing.push(draft.build());
    }

    pub(crate) fn fail(
        &mut self,
        draft: Draft,
        code: &'static str,
        found: &'static str,
        allowed: &'static str,
    ) {
        let (case, plan) = draft.build();
        self.fail_built(case, plan, code, found);
        self.failing.last_mut().unwrap().allowed = Some(allowed);
    }

    pub(crate) fn fail_built(
        &mut self,
        case: Case,
        plan: Plan,
        code: &'static str,
        found: &'static str,
    ) {
        self.failing.push(Failing {
            case,
            plan,
            code,
            found,
            allowed: None,
        });
    }

    /// The codes that its failing plans must meet.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &'static str> {
        self.failing.iter().map(|failing| failing.code)
    }

    /// Passing plans break nothing at all; failing ones break this rule, with code and figures.
    pub(crate) fn assert(&self, rule: Rule) {
        assert!(!self.passing.is_empty() && !self.failing.is_empty());
        for (case, plan) in &self.passing {
            assert_eq!(check(case, plan).violations, Vec::new(), "{rule:?}");
        }
        for failing in &self.failing {
            let verdict = verify(&failing.case, failing.plan.clone()).unwrap_err();
            let is_found = verdict.violations.iter().any(|violation| {
                violation.rule == rule
                    && violation.code == failing.code
                    && violation.found == failing.found
                    && failing.allowed.is_none_or(|text| violation.allowed == text)
            });
            assert!(is_found, "{} is not among {verdict:#?}", failing.code);
            assert!(CODES.iter().any(|(code, _)| *code == failing.code));
        }
    }
}
