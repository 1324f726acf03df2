//! The JSON Schema of the dossier.

use crate::dossier::Dossier;
use jiedui_domain::{Basis, Measure, Proof, Termination};
use schemars::{Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::Value;

/// The JSON Schema of [`Dossier`], version 1.
pub fn schema() -> Value {
    schemars::schema_for!(Dossier).to_value()
}

// The nouns of the domain know nothing of JSON Schema, so the words they are written as are listed
// here, by writing them.

fn words<T: Serialize>(all: &[T]) -> Vec<Value> {
    all.iter()
        .filter_map(|item| serde_json::to_value(item).ok())
        .collect()
}

pub(crate) fn measure(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": words(&Measure::ALL) })
}

pub(crate) fn termination(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": words(&[
        Termination::Optimal,
        Termination::EffortSpent,
        Termination::TimeLimit,
        Termination::Interrupted,
    ]) })
}

pub(crate) fn optional_termination(_: &mut SchemaGenerator) -> Schema {
    let mut all = words(&[
        Termination::Optimal,
        Termination::EffortSpent,
        Termination::TimeLimit,
        Termination::Interrupted,
    ]);
    all.push(Value::Null);
    json_schema!({ "type": ["string", "null"], "enum": all })
}

pub(crate) fn proof(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": words(&[
        Proof::Decomposition,
        Proof::BranchAndBound,
        Proof::NetworkFlow,
    ]) })
}

pub(crate) fn basis(_: &mut SchemaGenerator) -> Schema {
    let mut all = words(&[Basis::Published, Basis::Estimated, Basis::Illustrative]);
    all.push(Value::Null);
    json_schema!({ "type": ["string", "null"], "enum": all })
}

pub(crate) fn gap(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "properties": {
            "absolute": { "type": "number", "minimum": 0 },
            "relative": { "type": "number", "minimum": 0 }
        },
        "required": ["absolute", "relative"]
    })
}
