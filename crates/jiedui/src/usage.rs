//! A command line that is not understood, said in the user's language.

use crate::console;
use crate::exit::Exit;
use crate::help;
use clap::Error;
use clap::error::{ContextKind, ErrorKind};
use jiedui_messages::{Lang, catalogue};
use std::io::Write;

/// Prints what clap has to say: help and version to standard output, complaints to standard error.
pub(crate) fn explain(error: &Error, lang: Lang) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            console::print(&page(error, lang));
            Exit::Done
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = write!(std::io::stderr(), "{}", page(error, lang));
            Exit::Usage
        }
        _ => {
            let _ = write!(
                std::io::stderr(),
                "{}",
                help::fit(&complaint(error, lang), console::width())
            );
            Exit::Usage
        }
    }
}

/// A page of help; clap writes two words of its line of usage and the colons of headings itself.
fn page(error: &Error, lang: Lang) -> String {
    let words = catalogue(lang);
    let mut page = error
        .render()
        .to_string()
        .replace("[OPTIONS]", &words.text("usage-options", &[]))
        .replace("<COMMAND>", &words.text("usage-command", &[]));
    for key in ["arguments", "commands", "options"] {
        let heading = words.text(&format!("help-heading-{key}"), &[]);
        let line = words.text("help-heading-line", &[("heading", &heading)]);
        page = page.replace(&format!("\n{heading}:\n"), &format!("\n{line}\n"));
    }
    help::fit(&page, console::width())
}

fn complaint(error: &Error, lang: Lang) -> String {
    let words = catalogue(lang);
    let is_option = context(error, &[ContextKind::InvalidArg]).starts_with('-');
    let key = match error.kind() {
        ErrorKind::UnknownArgument if !is_option => "usage-surplus-argument",
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::MissingSubcommand => "usage-missing-command",
        ErrorKind::MissingRequiredArgument => "usage-missing-argument",
        ErrorKind::InvalidValue if has(error, ContextKind::InvalidValue) => "usage-invalid-value",
        ErrorKind::InvalidValue => "usage-missing-value",
        ErrorKind::ValueValidation => "usage-invalid-value",
        ErrorKind::ArgumentConflict => "usage-conflict",
        _ => "usage-other",
    };
    let argument = context(
        error,
        &[ContextKind::InvalidArg, ContextKind::InvalidSubcommand],
    );
    let value = context(
        error,
        &[ContextKind::InvalidSubcommand, ContextKind::InvalidValue],
    );
    let other = context(error, &[ContextKind::PriorArg]);
    let mut allowed = context(error, &[ContextKind::ValidValue]);
    if allowed.is_empty() && error.kind() == ErrorKind::ValueValidation {
        allowed = own_bounds(error).unwrap_or_default();
    }
    let nearest = context(
        error,
        &[
            ContextKind::SuggestedArg,
            ContextKind::SuggestedSubcommand,
            ContextKind::SuggestedValue,
        ],
    );
    let mut lines = vec![words.text(
        key,
        &[
            ("argument", &argument),
            ("value", &value),
            ("other", &other),
        ],
    )];
    if !allowed.is_empty() {
        lines.push(words.text("usage-allowed", &[("allowed", &allowed)]));
    }
    if !nearest.is_empty() {
        lines.push(words.text("usage-nearest", &[("nearest", &nearest)]));
    }
    lines.push(words.text("usage-see-help", &[]));
    lines.join("\n")
}

/// What our own readers of values allow (`> 0`, `0–1`): written without words, the same in every language.
/// What clap's readers say are English sentences, of which one has the bounds: `0 is not in 1..=100`.
fn own_bounds(error: &Error) -> Option<String> {
    let text = std::error::Error::source(error)?.to_string();
    if let Some((_, bounds)) = text.split_once(" is not in ") {
        return Some(bounds.replace("..=", "–"));
    }
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic();
    let has_words = text
        .as_bytes()
        .windows(2)
        .any(|two| two.iter().all(is_letter));
    (!has_words).then_some(text)
}

fn has(error: &Error, kind: ContextKind) -> bool {
    !context(error, &[kind]).is_empty()
}

/// The first of these that clap knows, as text.
fn context(error: &Error, kinds: &[ContextKind]) -> String {
    kinds
        .iter()
        .find_map(|kind| error.get(*kind))
        .map(ToString::to_string)
        .unwrap_or_default()
}
