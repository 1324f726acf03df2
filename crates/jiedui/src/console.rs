//! Where output goes, in which language, how wide, and with or without colour.

use crate::arguments::{Colour, Form, General};
use crate::exit::{Exit, Failure, Why};
use jiedui_diagnostics::{Diagnostic, Summary, render_human, render_json};
use jiedui_messages::{Catalogue, Lang, catalogue, wrap};
use std::io::{ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// Columns where neither `COLUMNS` nor a terminal tells.
const DEFAULT_WIDTH: usize = 80;

/// Data goes to standard output, everything else to standard error.
pub(crate) struct Console {
    pub(crate) lang: Lang,
    pub(crate) width: usize,
    pub(crate) quiet: bool,
    pub(crate) verbose: bool,
    colour: Colour,
    form: Form,
}

/// Where a list of diagnostics goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Channel {
    /// They are what was asked for.
    Output,
    /// They accompany something else.
    Error,
}

impl Console {
    pub(crate) fn new(lang: Lang, general: &General) -> Self {
        Self {
            lang,
            width: width(),
            quiet: general.quiet,
            verbose: general.verbose,
            colour: general.color,
            form: general.message_format,
        }
    }

    /// The texts.
    pub(crate) fn words(&self) -> &'static Catalogue {
        catalogue(self.lang)
    }

    /// A text from the catalogue.
    pub(crate) fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.words().text(key, values)
    }

    /// Data.
    pub(crate) fn out(&self, text: &str) {
        print(text);
    }

    /// A remark.
    pub(crate) fn note(&self, text: &str) {
        let _ = writeln!(std::io::stderr(), "{text}");
    }

    /// Sentences for people, broken to the width of the terminal.
    pub(crate) fn sentences(&self, text: &str) {
        let lines = text.lines();
        let lines = lines.flat_map(|line| wrap(line, self.width, "", ""));
        self.note(&lines.collect::<Vec<_>>().join("\n"));
    }

    /// A list of diagnostics, with its count.
    pub(crate) fn diagnostics(&self, diagnostics: &[Diagnostic], channel: Channel) {
        if diagnostics.is_empty() {
            return;
        }
        let text = match self.form {
            Form::Json => render_json(diagnostics, self.lang),
            Form::Human => {
                let mut text =
                    render_human(diagnostics, self.lang, self.colours(channel), self.width);
                text.push_str(&Summary::of(diagnostics).text(self.lang));
                text.push('\n');
                text
            }
        };
        match channel {
            Channel::Output => self.out(&text),
            Channel::Error => {
                let _ = std::io::stderr().lock().write_all(text.as_bytes());
            }
        }
    }

    /// Whether messages are for a program.
    pub(crate) fn messages_are_json(&self) -> bool {
        self.form == Form::Json
    }

    /// Says why a command failed.
    pub(crate) fn fail(&self, failure: &Failure) -> Exit {
        match &failure.why {
            Why::Diagnostics(diagnostics) => self.diagnostics(diagnostics, Channel::Error),
            Why::Said(sentence) => self.sentences(sentence),
        }
        failure.exit
    }

    fn colours(&self, channel: Channel) -> bool {
        let terminal = match channel {
            Channel::Output => std::io::stdout().is_terminal(),
            Channel::Error => std::io::stderr().is_terminal(),
        };
        match self.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()),
        }
    }
}

/// Whether something of what was printed is lost.
static LOST: AtomicBool = AtomicBool::new(false);

/// To standard output. A reader that closes the pipe early has read enough; whatever else is not written is lost
/// ([`lost_output`]).
pub(crate) fn print(text: &str) {
    let mut output = std::io::stdout().lock();
    let written = output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush());
    if written.is_err_and(|error| error.kind() != ErrorKind::BrokenPipe) {
        LOST.store(true, Ordering::Relaxed);
    }
}

/// Whether something of what was printed is lost: a full disk, or a closed place.
pub(crate) fn lost_output() -> bool {
    LOST.load(Ordering::Relaxed)
}

pub(crate) fn width() -> usize {
    let stated = std::env::var("COLUMNS").ok();
    stated
        .and_then(|text| text.parse().ok())
        .filter(|columns| *columns > 0)
        .or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)))
        .unwrap_or(DEFAULT_WIDTH)
}
