//! `jiedui generate`: a made-up case of any size, for trials and measurements.

use crate::arguments::GenerateArguments;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::input::POLICY_FILE;
use crate::new_folder::NewFolder;
use crate::shipped;
use jiedui_domain::Case;
use jiedui_generate::{GenerateError, Order, Shape, generate};
use std::path::PathBuf;

pub(crate) fn run(arguments: &GenerateArguments, console: &Console) -> Result<Exit, Failure> {
    let order = Order {
        recipients: arguments.recipients,
        helpers: arguments.helpers,
        seed: arguments.seed,
        shape: if arguments.divisible {
            Shape::Divisible
        } else {
            Shape::Paired
        },
    };
    let policy = jiedui_input::policy::read(shipped::POLICY.name, shipped::POLICY.text);
    let (policy, _) = policy.map_err(Failure::rejected)?;
    let generated = generate(&order, policy).map_err(|error| refusal(console, &order, &error))?;
    let case = Case::assemble(generated.tables, generated.policy).map_err(Failure::defect)?;
    let target = arguments
        .out
        .clone()
        .unwrap_or_else(|| PathBuf::from(order.name()));
    let folder = NewFolder::begin(console, &target)?;
    for (name, text) in jiedui_input::write_case(&case) {
        folder.write(&name, &text)?;
    }
    folder.write(POLICY_FILE, &jiedui_input::policy::write(&case.policy))?;
    folder.complete()?;
    let values = [
        ("folder", target.display().to_string()),
        ("recipients", case.recipients.len().to_string()),
        ("helpers", case.helpers.len().to_string()),
    ];
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    console.out(&format!("{}\n", console.text("cli-generated", &values)));
    Ok(Exit::Done)
}

/// A size that is not to be had.
fn refusal(console: &Console, order: &Order, error: &GenerateError) -> Failure {
    let GenerateError::Size { found, least, most } = error else {
        return Failure::defect(error);
    };
    // Recipients are looked at first: helpers are meant only where those are fine.
    let recipients_are_fine = (1..=*most).contains(&order.recipients);
    let option = if recipients_are_fine {
        "--helpers"
    } else {
        "--recipients"
    };
    let sentence = console.text(
        "cli-generate-size",
        &[
            ("option", option),
            ("found", &found.to_string()),
            ("least", &least.to_string()),
            ("most", &most.to_string()),
        ],
    );
    Failure::said(Exit::Usage, sentence)
}
