//! `jiedui completions SHELL`: what a shell completes.

use crate::arguments::CompletionsArguments;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::help;

pub(crate) fn run(arguments: &CompletionsArguments, console: &Console) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    let mut command = help::command(console.lang);
    clap_complete::generate(arguments.shell, &mut command, "jiedui", &mut script);
    console.out(&String::from_utf8_lossy(&script));
    Ok(Exit::Done)
}
