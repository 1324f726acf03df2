//! `jiedui`: the commands. The only place that prints, reads the clock or the environment, and
//! chooses exit codes.

mod answers;
mod arguments;
mod base_run;
mod commands;
mod conflict;
mod console;
mod exit;
mod findings;
mod help;
mod input;
mod interrupt;
mod language;
mod manifest;
mod new_file;
mod new_folder;
mod partial_folder;
mod plan_file;
mod progress;
mod report_files;
mod run_folder;
mod saved_run;
mod scenario_folder;
mod scenario_progress;
mod shipped;
mod stability;
mod tier_words;
mod usage;

use arguments::{Arguments, Command};
use clap::FromArgMatches;
use console::Console;
use exit::{Exit, Failure};
use jiedui_messages::{Lang, catalogue};
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

fn main() -> std::process::ExitCode {
    let given = help::understood(std::env::args_os().collect());
    let lang = language::choose(&given);
    let parsed = help::command(lang)
        .try_get_matches_from(&given)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => return complete(usage::explain(&error, lang), lang).code(),
    };
    let console = Console::new(lang, &arguments.general);
    // A panic is a defect: it is reported as one, never as a trace that means nothing to a reader.
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = catch_unwind(AssertUnwindSafe(|| run(&arguments.command, &console)));
    let exit = match outcome {
        Ok(Ok(exit)) => exit,
        Ok(Err(failure)) => console.fail(&failure),
        Err(panic) => console.fail(&Failure::defect(jiedui_engine::panic_text(&*panic))),
    };
    complete(exit, lang).code()
}

/// A command whose output is lost has not done what was asked.
fn complete(exit: Exit, lang: Lang) -> Exit {
    if exit != Exit::Done || !console::lost_output() {
        return exit;
    }
    let _ = writeln!(
        std::io::stderr(),
        "{}",
        catalogue(lang).text("cli-output-lost", &[])
    );
    Exit::Rejected
}

fn run(command: &Command, console: &Console) -> Result<Exit, Failure> {
    match command {
        Command::Assign(arguments) => commands::assign::run(arguments, console),
        Command::Check(arguments) => commands::check::run(arguments, console),
        Command::Explain(arguments) => commands::explain::run(arguments, console),
        Command::Compare(arguments) => commands::compare::run(arguments, console),
        Command::Evaluate(arguments) => commands::evaluate::run(arguments, console),
        Command::Frontier(arguments) => commands::frontier::run(arguments, console),
        Command::Verify(arguments) => commands::verify::run(arguments, console),
        Command::Report(arguments) => commands::report::run(arguments, console),
        Command::Generate(arguments) => commands::generate::run(arguments, console),
        Command::Template(arguments) => commands::template::run(arguments, console),
        Command::Whatif(arguments) => commands::whatif::run(arguments, console),
        Command::Schema(arguments) => commands::schema::run(arguments, console),
        Command::Completions(arguments) => commands::completions::run(arguments, console),
        Command::Man => commands::man::run(console),
        Command::ExplainCode(arguments) => commands::explain_code::run(arguments, console),
    }
}
