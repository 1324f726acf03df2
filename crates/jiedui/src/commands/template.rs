//! `jiedui template`: a workbook to fill in, empty, with a case, or with what a run leaves to the next year.

use super::next_year::NextYear;
use crate::arguments::TemplateArguments;
use crate::console::{Channel, Console};
use crate::exit::{Exit, Failure};
use crate::input;
use crate::new_file::{NotWritten, write_new};
use crate::partial_folder::check_e0902_unwritable;
use crate::run_folder::INPUT;
use crate::shipped;
use jiedui_diagnostics::Severity;
use jiedui_input::{CaseSource, Names, RawCase, Wording, policy, read_raw, write_workbook};
use jiedui_messages::Lang;
use std::path::{Path, PathBuf};

/// The instruction that tells the commands, and the one where a policy has to be named.
const COMMANDS: &str = "template-guide-8";
const COMMANDS_POLICY: &str = "template-guide-8-policy";

pub(crate) fn run(arguments: &TemplateArguments, console: &Console) -> Result<Exit, Failure> {
    let target = match &arguments.xlsx {
        Some(path) => path.clone(),
        None => PathBuf::from(console.text("cli-template-file", &[])),
    };
    // Said before any work, and before a large case is read.
    if target.exists() {
        return Err(taken(&target, console));
    }
    let next = arguments.next.as_deref().map(NextYear::after).transpose()?;
    let archived = arguments.next.as_deref().map(|run| run.join(INPUT));
    let from = arguments.from.clone().or(archived);
    let own_policy = input::policy_file(arguments.policy.as_deref(), from.as_deref());
    let (name, text) = input::policy_text(arguments.policy.as_deref(), from.as_deref())?;
    let (policy, _) = policy::read(&name, &text).map_err(Failure::rejected)?;
    let mut case = from
        .as_deref()
        .map(|from| read(from, console))
        .transpose()?;
    if let (Some(next), Some(case)) = (&next, &mut case) {
        next.take_over(case, console);
    }
    let names = match console.lang {
        Lang::Zh => Names::Chinese,
        Lang::En => Names::English,
    };
    // A workbook brings no policy along: its instructions name a policy that is not the shipped one.
    let own = own_policy.as_ref().filter(|_| text != shipped::POLICY.text);
    let own = own.map(|path| path.display().to_string());
    let wording = Wording {
        names,
        text: &|key| match (key, &own) {
            (COMMANDS, Some(policy)) => console.text(COMMANDS_POLICY, &[("policy", policy)]),
            _ => console.text(key, &[]),
        },
    };
    let bytes = write_workbook(case.as_ref(), &policy, &wording).map_err(Failure::defect)?;
    write_new(&target, &bytes).map_err(|why| match why {
        NotWritten::Taken => taken(&target, console),
        NotWritten::Unwritable => check_e0902_unwritable(&target),
    })?;
    let file = target.display().to_string();
    let done = match (&next, &from) {
        (Some(next), _) => next.told(&file, console),
        (None, Some(_)) => console.text("cli-template-converted", &[("file", &file)]),
        (None, None) => console.text("cli-template-written", &[("file", &file)]),
    };
    console.sentences(&done);
    if let (Some(policy), None) = (own_policy, &next) {
        // A workbook brings no policy along.
        let policy = policy.display().to_string();
        console.sentences(&console.text("cli-template-policy", &[("policy", &policy)]));
    }
    Ok(Exit::Done)
}

/// The tables of a case as they stand: what they mean is for `check` to judge.
fn read(from: &Path, console: &Console) -> Result<RawCase, Failure> {
    let (raw, problems) = read_raw(&CaseSource::at(from));
    let rejected = problems
        .iter()
        .any(|problem| problem.severity() == Severity::Error);
    if rejected {
        return Err(Failure::rejected(problems));
    }
    if !console.quiet {
        console.diagnostics(&problems, Channel::Error);
    }
    Ok(raw)
}

/// Nothing that exists is written over.
fn taken(path: &Path, console: &Console) -> Failure {
    let file = path.display().to_string();
    let sentence = console.text("cli-template-taken", &[("file", &file)]);
    Failure::said(Exit::Rejected, sentence)
}
