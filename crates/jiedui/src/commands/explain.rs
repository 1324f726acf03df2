//! `jiedui explain RUN`: why, from the dossier alone.

use crate::arguments::{Depth, ExplainArguments, Form};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::saved_run::{self, CONFLICT, DOSSIER};
use crate::stability;
use jiedui_engine::{Dossier, backbone_report};
use jiedui_report::{ReportError, terminal};
use std::path::Path;

pub(crate) fn run(arguments: &ExplainArguments, console: &Console) -> Result<Exit, Failure> {
    let run = &arguments.run.run;
    if arguments.save && !arguments.decisions && !arguments.exact {
        let sentence = console.text("cli-save-alone", &[]);
        return Err(Failure::said(Exit::Usage, sentence));
    }
    if arguments.decisions {
        return super::explain_decisions::run(arguments, console);
    }
    if arguments.limits {
        return super::explain_prices::limits(arguments, console);
    }
    if let Some(plans) = arguments.alternatives {
        return super::explain_prices::alternatives(arguments, plans, console);
    }
    let solves_again = arguments.exact || arguments.counterfactual;
    let has_plan = run.join(DOSSIER).exists();
    if arguments.conflict && has_plan {
        let sentence = console.text("cli-no-conflict", &[]);
        return Err(Failure::said(Exit::Rejected, sentence));
    }
    if !has_plan && run.join(format!("{CONFLICT}.json")).exists() {
        if solves_again {
            let sentence = console.text("cli-exact-no-plan", &[]);
            return Err(Failure::said(Exit::Rejected, sentence));
        }
        return conflict(arguments, console);
    }
    if solves_again {
        return super::explain_exact::run(arguments, console);
    }
    if arguments.backbone {
        return backbone(arguments, console);
    }
    if arguments.format == Form::Json {
        let sentence = console.text("cli-explain-json", &[]);
        return Err(Failure::said(Exit::Usage, sentence));
    }
    let mut dossier = saved_run::dossier(run)?;
    if let Some(whatif) = &arguments.stability {
        stability::attach(&mut dossier, run, whatif)?;
    }
    let asked = Asked {
        dossier: &dossier,
        console,
        depth: arguments.depth.map(depth),
    };
    let text = match arguments {
        ExplainArguments {
            recipient: Some(recipient),
            ..
        } => asked.recipient(recipient)?,
        ExplainArguments {
            helper: Some(helper),
            ..
        } => asked.helper(helper)?,
        ExplainArguments {
            pair: Some(pair), ..
        } => asked.pair(pair)?,
        ExplainArguments {
            why_not: Some(pair),
            ..
        } => asked.why_not(pair)?,
        ExplainArguments { fairness: true, .. } => asked.fairness(),
        ExplainArguments { costs: true, .. } => asked.costs(),
        _ => asked.everybody()?,
    };
    console.out(&text);
    Ok(Exit::Done)
}

/// The report of a run that found no plan.
fn conflict(arguments: &ExplainArguments, console: &Console) -> Result<Exit, Failure> {
    let report = saved_run::conflict(&arguments.run.run)?;
    let Console { lang, width, .. } = *console;
    let depth = arguments.depth.map(depth).unwrap_or_default();
    let text = match arguments.format {
        Form::Human => jiedui_report::conflict::terminal(&report, depth, lang, width),
        Form::Json => format!(
            "{}\n",
            serde_json::to_string_pretty(&report).map_err(Failure::defect)?
        ),
    };
    console.out(&text);
    Ok(Exit::Done)
}

/// Says where an answer is kept.
pub(super) fn tell_saved(path: &Path, console: &Console) {
    let file = path.display().to_string();
    console.note(&console.text("cli-answer-saved", &[("file", &file)]));
}

/// Which pairs are settled within a tolerance; that of none is the plan's own value.
fn backbone(arguments: &ExplainArguments, console: &Console) -> Result<Exit, Failure> {
    let dossier = saved_run::dossier(&arguments.run.run)?;
    let found = backbone_report::backbone(&dossier, arguments.within.unwrap_or(0.0));
    let Console { lang, width, .. } = *console;
    let text = match (arguments.format, &found) {
        (Form::Human, found) => {
            let depth = arguments.depth.map(depth).unwrap_or_default();
            terminal::explain_backbone(&dossier, found.as_ref(), depth, lang, width)
        }
        (Form::Json, Some(found)) => format!(
            "{}\n",
            serde_json::to_string_pretty(found).map_err(Failure::defect)?
        ),
        (Form::Json, None) => {
            let sentence = console.text("rg-no-regrets", &[]);
            return Err(Failure::said(Exit::Rejected, sentence));
        }
    };
    console.out(&text);
    Ok(Exit::Done)
}

pub(crate) fn depth(depth: Depth) -> jiedui_report::Depth {
    match depth {
        Depth::Line => jiedui_report::Depth::Line,
        Depth::Page => jiedui_report::Depth::Page,
        Depth::Full => jiedui_report::Depth::Full,
    }
}

struct Asked<'a> {
    dossier: &'a Dossier,
    console: &'a Console,
    depth: Option<jiedui_report::Depth>,
}

impl Asked<'_> {
    fn recipient(&self, recipient: &str) -> Result<String, Failure> {
        let Console { lang, width, .. } = *self.console;
        let depth = self.depth.unwrap_or_default();
        terminal::explain_recipient(self.dossier, recipient, depth, lang, width)
            .map_err(|error| self.unknown(&error))
    }

    fn helper(&self, helper: &str) -> Result<String, Failure> {
        let Console { lang, width, .. } = *self.console;
        let depth = self.depth.unwrap_or_default();
        terminal::explain_helper(self.dossier, helper, depth, lang, width)
            .map_err(|error| self.unknown(&error))
    }

    fn pair(&self, pair: &str) -> Result<String, Failure> {
        let Console { lang, width, .. } = *self.console;
        let (helper, recipient) = self.split(pair)?;
        let depth = self.depth.unwrap_or_default();
        terminal::explain_pair(self.dossier, helper, recipient, depth, lang, width)
            .map_err(|error| self.unknown(&error))
    }

    fn why_not(&self, pair: &str) -> Result<String, Failure> {
        let Console { lang, width, .. } = *self.console;
        let (helper, recipient) = self.split(pair)?;
        let depth = self.depth.unwrap_or_default();
        terminal::explain_excluded(self.dossier, helper, recipient, depth, lang, width)
            .map_err(|error| self.unknown(&error))
    }

    fn fairness(&self) -> String {
        let Console { lang, width, .. } = *self.console;
        terminal::explain_fairness(self.dossier, self.depth.unwrap_or_default(), lang, width)
    }

    fn costs(&self) -> String {
        let Console { lang, width, .. } = *self.console;
        terminal::explain_costs(self.dossier, self.depth.unwrap_or_default(), lang, width)
    }

    /// Every recipient, a line each unless more is asked for.
    fn everybody(&self) -> Result<String, Failure> {
        let Console { lang, width, .. } = *self.console;
        let depth = self.depth.unwrap_or(jiedui_report::Depth::Line);
        let codes = self.dossier.recipients.iter().map(|entry| &entry.code);
        codes
            .map(|code| {
                terminal::explain_recipient(self.dossier, code, depth, lang, width)
                    .map_err(|error| self.unknown(&error))
            })
            .collect()
    }

    fn split<'p>(&self, pair: &'p str) -> Result<(&'p str, &'p str), Failure> {
        split(pair, self.console)
    }

    fn unknown(&self, error: &ReportError) -> Failure {
        unknown(error, self.dossier, self.console)
    }
}

/// How many near names are offered.
const OFFERED: usize = 3;

/// Those known that are near, each as name and code, most similar first. More than half of the characters
/// changed is another name.
fn nearest<'a>(given: &str, known: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let distance = |text: &str| {
        // A part of the name is near however long the name is.
        if text.contains(given) {
            return 0;
        }
        strsim::osa_distance(text, given)
    };
    let mut all: Vec<(usize, &str, &str)> = known
        .map(|(code, name)| (distance(code).min(distance(name)), code, name))
        .collect();
    let most = given.chars().count() / 2;
    all.retain(|(distance, _, _)| *distance <= most);
    all.sort();
    let offered = all.into_iter().take(OFFERED);
    offered
        .map(|(_, code, name)| format!("{name} {code}"))
        .collect()
}

/// `H:R`, with the colon of either keyboard.
pub(super) fn split<'p>(pair: &'p str, console: &Console) -> Result<(&'p str, &'p str), Failure> {
    pair.split_once([':', '：'])
        .map(|(helper, recipient)| (helper.trim(), recipient.trim()))
        .ok_or_else(|| {
            let sentence = console.text("cli-pair-shape", &[("value", pair)]);
            Failure::said(Exit::Usage, sentence)
        })
}

/// The refusal of a name that nobody, or more than one, has, with the nearest ones.
pub(super) fn unknown(error: &ReportError, dossier: &Dossier, console: &Console) -> Failure {
    let separator = console.text("rep-list-separator", &[]);
    let sentence = match error {
        ReportError::UnknownRecipient { given } => {
            let known = dossier.recipients.iter();
            let known = known.map(|entry| (entry.code.as_str(), entry.name.as_str()));
            let nearest = nearest(given, known).join(&separator);
            let values = [("value", given.as_str()), ("nearest", &nearest)];
            let other = dossier.helpers.iter();
            let mut other = other.map(|entry| [&entry.code, &entry.name]);
            console.text(
                if other.any(|called| called.contains(&given)) {
                    "cli-recipient-is-helper"
                } else if nearest.is_empty() {
                    "cli-unknown-recipient-none-near"
                } else {
                    "cli-unknown-recipient"
                },
                &values,
            )
        }
        ReportError::UnknownHelper { given } => {
            let known = dossier.helpers.iter();
            let known = known.map(|entry| (entry.code.as_str(), entry.name.as_str()));
            let nearest = nearest(given, known).join(&separator);
            let values = [("value", given.as_str()), ("nearest", &nearest)];
            let other = dossier.recipients.iter();
            let mut other = other.map(|entry| [&entry.code, &entry.name]);
            console.text(
                if other.any(|called| called.contains(&given)) {
                    "cli-helper-is-recipient"
                } else if nearest.is_empty() {
                    "cli-unknown-helper-none-near"
                } else {
                    "cli-unknown-helper"
                },
                &values,
            )
        }
        ReportError::AmbiguousName { given, codes } => {
            let codes = codes.join(&separator);
            let values = [("value", given.as_str()), ("codes", &codes)];
            console.text("cli-ambiguous-name", &values)
        }
    };
    Failure::said(Exit::Rejected, sentence)
}
