//! `jiedui schema`: the JSON Schema of `dossier.json`.

use crate::console::Console;
use crate::exit::{Exit, Failure};

pub(crate) fn run(console: &Console) -> Result<Exit, Failure> {
    console.out(&format!("{:#}\n", jiedui_engine::schema()));
    Ok(Exit::Done)
}
