//! `jiedui schema`: the JSON Schema of `dossier.json` and of `conflict.json`.

use crate::arguments::{SchemaArguments, SchemaOf};
use crate::console::Console;
use crate::exit::{Exit, Failure};

pub(crate) fn run(arguments: &SchemaArguments, console: &Console) -> Result<Exit, Failure> {
    let schema = match arguments.schema {
        SchemaOf::Dossier => jiedui_engine::schema(),
        SchemaOf::Conflict => jiedui_engine::conflict_report::schema(),
    };
    console.out(&format!("{schema:#}\n"));
    Ok(Exit::Done)
}
