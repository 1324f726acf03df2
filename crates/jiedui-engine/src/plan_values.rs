//! From values of columns to a plan, and back.

use jiedui_domain::{Amount, Help, Id, Plan, PlannedPair, Quantity, QuantityError};
use jiedui_model::Program;

/// Above this a pair counts as formed; the solver returns 0 or 1 up to noise.
const FORMED: f64 = 0.5;
/// Help is decided in hundredths of a unit.
const STEPS: f64 = 100.0;

/// The plan of these column values, amounts in hundredths.
///
/// *Errors:* [`QuantityError`] for an amount that is no quantity: a defect.
pub(crate) fn plan_of(program: &Program, values: &[f64]) -> Result<Plan, QuantityError> {
    let mut pairs = Vec::new();
    for columns in program.arcs().values() {
        let mut help = Vec::new();
        for (sector, column) in &columns.help {
            let hundredths = (values[column.index()] * STEPS).round();
            let amount = Amount::from_f64(hundredths / STEPS)?;
            if amount != Amount::ZERO {
                help.push(Help {
                    sector: *sector,
                    amount,
                });
            }
        }
        let formed = match columns.pair {
            Some(pair) => values[pair.index()] > FORMED,
            None => !help.is_empty(),
        };
        if formed {
            pairs.push(PlannedPair {
                helper: columns.helper,
                recipient: columns.recipient,
                help,
            });
        }
    }
    Ok(Plan::new(pairs))
}

/// The column values of a plan, those that follow from pairs and help included.
pub(crate) fn values_of(program: &Program, plan: &Plan) -> Vec<f64> {
    let mut values = vec![0.0; program.columns().len()];
    for columns in program.arcs().values() {
        let Some(pair) = plan.pair(columns.helper, columns.recipient) else {
            continue;
        };
        if let Some(formed) = columns.pair {
            values[formed.index()] = 1.0;
        }
        for (sector, column) in &columns.help {
            let help = pair.help.iter().find(|help| help.sector == *sector);
            values[column.index()] = help.map_or(0.0, |help| help.amount.to_f64());
        }
    }
    program.complete(&mut values);
    values
}
