//! `sector_supply`
//!
//! *For an official:* a helper cannot give more of a sector than it has declared: money, teachers,
//! doctors, cadres.
//! *Ranges over:* helpers and sectors.
//! *Applies when:* the helper's candidates together could take more than the supply. Otherwise the
//! limits of the single help columns say enough, and the row is left out.
//! *Formula:* Σ_r x[h,r,s] ≤ c[h,s]; in a sector of whole units c is cut to whole units.
//! *Clause:* (二十四), people go in teams that the helper really has.

use crate::context::Context;
use crate::program::{Row, RowFamily, RowKey};
use jiedui_domain::{Amount, Quantity, RuleFamily};

pub(super) fn append(context: &Context, rows: &mut Vec<Row>) {
    for supply in &context.case.supply {
        let arcs = context.graph.arcs_of_helper(supply.of);
        let mut terms = Vec::new();
        let mut possible = 0_i128;
        for arc in arcs {
            let capacities = &context.candidate(*arc).capacity;
            let helps = &context.columns_of(*arc).help;
            for ((sector, capacity), (_, help)) in capacities.iter().zip(helps) {
                if *sector == supply.sector {
                    possible += i128::from(capacity.scaled());
                    terms.push((*help, 1.0));
                }
            }
        }
        let mut limit = supply.amount.scaled();
        if context.case.policy.sectors[supply.sector].whole {
            limit -= limit.rem_euclid(Amount::steps_per_unit());
        }
        if possible > i128::from(limit) {
            rows.push(Row {
                family: RowFamily::Rule(RuleFamily::SectorSupply),
                key: RowKey::HelperSector(supply.of, supply.sector),
                terms,
                lower: f64::NEG_INFINITY,
                upper: Amount::from_scaled(limit).to_f64(),
            });
        }
    }
}
