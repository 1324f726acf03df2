//! `jiedui schema`: the JSON Schema of `dossier.json`, of `certificate.json`, of `conflict.json`, of the
//! prices of decisions and limits, of what a pair would cost, of other plans and of the backbone.

use crate::arguments::{SchemaArguments, SchemaOf};
use crate::console::Console;
use crate::exit::{Exit, Failure};

pub(crate) fn run(arguments: &SchemaArguments, console: &Console) -> Result<Exit, Failure> {
    let schema = match arguments.schema {
        SchemaOf::Dossier => jiedui_engine::schema(),
        SchemaOf::Decisions => jiedui_engine::decision_report::schema_of_prices(),
        SchemaOf::WhyNot => jiedui_engine::why_not_report::schema_of_why_not(),
        SchemaOf::Limits => jiedui_engine::limit_report::schema_of_prices(),
        SchemaOf::Alternatives => jiedui_engine::alternatives_report::schema_of_alternatives(),
        SchemaOf::Backbone => jiedui_engine::backbone_report::schema_of_backbone(),
        SchemaOf::Certificate => jiedui_engine::certificate_schema().into(),
        SchemaOf::Conflict => jiedui_engine::conflict_report::schema(),
    };
    console.out(&format!("{schema:#}\n"));
    Ok(Exit::Done)
}
