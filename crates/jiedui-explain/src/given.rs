//! The given values that only comparisons need: policy keys, decisions, rows of `pairs.csv`.

use crate::dossier::{Given, GivenDecision, GivenPair, PolicyValue};
use crate::provenance::decision_fact;
use jiedui_domain::{
    Case, DecisionAction, DistanceMethod, FitMethod, Objective, Policy, Quantity, Track,
};

pub(crate) fn given(case: &Case) -> Given {
    let codes = |helper, recipient| {
        let helper: &jiedui_domain::Helper = &case.helpers[helper];
        (
            helper.code.clone(),
            case.recipient_code(recipient).to_owned(),
        )
    };
    let decisions = case.decisions.iter().map(|row| {
        let (helper, recipient) = codes(row.helper, row.recipient);
        let action = match row.action {
            DecisionAction::Lock => "lock",
            DecisionAction::Forbid => "forbid",
        };
        GivenDecision {
            action: action.to_owned(),
            helper,
            recipient,
            decision: decision_fact(row),
        }
    });
    let pairs = case.pairs.iter().map(|row| {
        let (helper, recipient) = codes(row.helper, row.recipient);
        let origin = &row.provenance.origin;
        GivenPair {
            helper,
            recipient,
            distance_km: row.distance.map(Quantity::to_f64),
            fit: row.fit.map(Quantity::to_f64),
            load: row.load.map(Quantity::to_f64),
            file: origin.file.to_string(),
            row: origin.row,
        }
    });
    Given {
        policy: policy_values(&case.policy),
        decisions: decisions.collect(),
        pairs: pairs.collect(),
    }
}

/// Keys and values, in the order of the policy file.
#[derive(Default)]
struct Keys(Vec<PolicyValue>);

impl Keys {
    fn add(&mut self, key: String, value: impl ToString) {
        self.0.push(PolicyValue {
            key,
            value: value.to_string(),
        });
    }

    /// A limit that may be absent.
    fn limit(&mut self, key: String, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.add(key, value);
        }
    }
}

fn policy_values(policy: &Policy) -> Vec<PolicyValue> {
    let mut keys = Keys::default();
    for sector in policy.sectors.values() {
        let key = |name: &str| format!("sectors.{}.{name}", sector.code);
        keys.add(key("unit"), sector.unit.code());
        keys.add(key("whole"), sector.whole);
        keys.add(key("value"), sector.value);
    }
    for track in policy.tracks.values() {
        track_values(&mut keys, track);
    }
    keys.add(
        "distance.method".to_owned(),
        match policy.distance.method {
            DistanceMethod::GreatCircle => "great_circle",
            DistanceMethod::Roads => "roads",
        },
    );
    keys.add(
        "distance.detour_factor".to_owned(),
        policy.distance.detour_factor,
    );
    keys.add(
        "fit.method".to_owned(),
        match policy.fit.method {
            FitMethod::SupplyNeed => "supply_need",
            FitMethod::Industry => "industry",
        },
    );
    if !policy.fit.indicators.is_empty() {
        keys.add(
            "fit.indicators".to_owned(),
            policy.fit.indicators.join(", "),
        );
    }
    let points = policy.equity.breakpoints.iter();
    let points: Vec<String> = points.map(|(x, y)| format!("[{x}, {y}]")).collect();
    keys.add("equity.breakpoints".to_owned(), points.join(", "));
    for objective in &policy.objectives {
        objective_values(&mut keys, policy, objective);
    }
    let solver = &policy.solver;
    keys.add("solver.method".to_owned(), solver.method.code());
    keys.add("solver.effort".to_owned(), solver.effort);
    keys.add("solver.gap".to_owned(), solver.gap);
    keys.add("solver.seed".to_owned(), solver.seed);
    keys.0
}

fn track_values(keys: &mut Keys, track: &Track) {
    let key = |name: &str| format!("tracks.{}.{name}", track.code);
    keys.add(key("pairs_per_recipient.min"), track.recipient_min);
    keys.limit(key("pairs_per_recipient.max"), track.recipient_max);
    keys.add(key("pairs_per_helper.min"), track.helper_min);
    keys.limit(key("pairs_per_helper.max"), track.helper_max);
    keys.add(key("divisible"), track.divisible);
    keys.limit(key("max_distance_km"), track.max_distance);
    keys.limit(key("max_hardship_gap"), track.max_hardship_gap);
    keys.add(key("minimum_support"), track.minimum_support);
    keys.add(key("effort_floor"), track.effort_floor);
    for (year, rate) in &track.funding_rate {
        keys.add(key(&format!("funding_rate.{year}")), rate);
    }
    keys.limit(key("max_changes"), track.max_changes);
    keys.add(key("min_tenure_years"), track.min_tenure_years);
}

fn objective_values(keys: &mut Keys, policy: &Policy, objective: &Objective) {
    let tracks = objective.tracks.iter();
    let tracks: Vec<&str> = tracks
        .map(|track| policy.tracks[*track].code.as_str())
        .collect();
    let of = if tracks.is_empty() {
        String::new()
    } else {
        format!("[{}]", tracks.join(","))
    };
    let measure = objective.measure.code();
    let key = |name: &str| format!("objectives.{}.{measure}{of}.{name}", objective.priority);
    keys.add(key("weight"), objective.weight);
    keys.add(key("tolerance"), objective.tolerance);
    if objective.by_age {
        keys.add(key("by_age"), true);
    }
}
