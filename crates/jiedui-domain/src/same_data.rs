//! Whether two cases say the same, wherever their rows stand.

use crate::case::Case;
use crate::ids::{Id, IdVec};
use crate::provenance::{Origin, Provenance};

impl Case {
    /// Whether both cases have the same data and the same policy: every value, and what the tables say
    /// of basis and source. Left out are the places that values were read from, among them overlays that
    /// set a value to what it was before, and the number of threads, on which no plan depends.
    ///
    /// *Complexity:* O(size of the cases).
    pub fn has_same_data_as(&self, other: &Self) -> bool {
        self.placeless() == other.placeless()
    }

    /// Every field stays, so that one which is added later is compared as well.
    fn placeless(&self) -> Self {
        let mut case = self.clone();
        case.policy.solver.threads = 0;
        forget_each(&mut case.places, |row| &mut row.provenance);
        forget_each(&mut case.recipients, |row| &mut row.provenance);
        forget_each(&mut case.helpers, |row| &mut row.provenance);
        let rows = case.needs.iter_mut().map(|row| &mut row.provenance);
        let rows = rows.chain(case.supply.iter_mut().map(|row| &mut row.provenance));
        let rows = rows.chain(case.pairs.iter_mut().map(|row| &mut row.provenance));
        let rows = rows.chain(case.roads.iter_mut().map(|row| &mut row.provenance));
        let rows = rows.chain(case.history.iter_mut().map(|row| &mut row.provenance));
        let rows = rows.chain(case.quotas.iter_mut().map(|row| &mut row.provenance));
        rows.chain(case.decisions.iter_mut().map(|row| &mut row.provenance))
            .for_each(forget);
        case
    }
}

fn forget_each<I: Id, T>(rows: &mut IdVec<I, T>, of: impl Fn(&mut T) -> &mut Provenance) {
    let ids: Vec<I> = rows.ids().collect();
    for id in ids {
        forget(of(&mut rows[id]));
    }
}

fn forget(provenance: &mut Provenance) {
    provenance.origin = Origin::nowhere();
    provenance.changes.clear();
}

#[cfg(test)]
#[allow(
    clippy::expect_used,
    reason = "a test may stop where its own case is wrong"
)]
mod tests {
    use super::*;
    use crate::provenance::Basis;
    use crate::quantity::{Km, Weight};
    use crate::{
        CaseTables, Policy, RecipientRow,
        policy::{DistanceMethod, DistanceRule, EquityCurve, FitMethod, FitRule, SolverOptions},
        tables::{PlaceRow, RoadRow},
    };
    use std::sync::Arc;

    fn case() -> Case {
        let place = |code: &str| PlaceRow {
            code: code.to_owned(),
            ..PlaceRow::default()
        };
        let tables = CaseTables {
            places: vec![place("a"), place("b")],
            recipients: vec![RecipientRow {
                id: "a".to_owned(),
                weight: Some(Weight::units(2)),
                provenance: Provenance::nowhere(),
            }],
            roads: vec![RoadRow {
                from: "a".to_owned(),
                to: "b".to_owned(),
                km: Km::units(7),
                hours: None,
                provenance: Provenance::nowhere(),
            }],
            ..CaseTables::default()
        };
        let policy = Policy {
            name: String::new(),
            title: crate::Bilingual::default(),
            document: None,
            sectors: IdVec::default(),
            tracks: IdVec::default(),
            distance: DistanceRule {
                method: DistanceMethod::GreatCircle,
                detour_factor: 1.4,
            },
            fit: FitRule {
                method: FitMethod::SupplyNeed,
                indicators: Vec::new(),
            },
            equity: EquityCurve::default(),
            objectives: Vec::new(),
            solver: SolverOptions::default(),
        };
        Case::assemble(tables, policy).expect("codes are known")
    }

    #[test]
    fn places_of_values_and_threads_do_not_count() {
        let mut other = case();
        other.policy.solver.threads = 3;
        let place = Origin {
            file: Arc::from("overlay.toml"),
            row: 4,
        };
        other.roads[0].provenance.origin = place.clone();
        let first = other.places.ids().next().expect("two places");
        other.places[first].provenance.changes = vec![(Arc::from("gdp"), place)];
        assert!(case().has_same_data_as(&other));
    }

    #[test]
    fn values_policy_and_basis_count() {
        let changes: [fn(&mut Case); 4] = [
            |case| case.roads[0].km = Km::units(8),
            |case| case.policy.solver.seed = 2,
            |case| case.policy.distance.detour_factor = 1.3,
            |case| case.roads[0].provenance.basis = Some(Basis::Estimated),
        ];
        for change in changes {
            let mut other = case();
            change(&mut other);
            assert!(!case().has_same_data_as(&other));
        }
    }
}
