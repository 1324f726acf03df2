//! `jiedui schema`: the JSON Schema of `dossier.json` of `conflict.json`, and of the prices of
//! decisions.

use crate::arguments::{SchemaArguments, SchemaOf};
use crate::console::Console;
use crate::exit::{Exit, Failure};

pub(crate) fn run(arguments: &SchemaArguments, console: &Console) -> Result<Exit, Failure> {
    let schema = match arguments.schema {
        SchemaOf::Dossier => jiedui_engine::schema(),
        SchemaOf::Decisions => jiedui_engine::decision_report::schema_of_prices(),
        SchemaOf::Conflict => jiedui_engine::conflict_report::schema(),
    };
    console.out(&format!("{schema:#}\n"));
    Ok(Exit::Done)
}
