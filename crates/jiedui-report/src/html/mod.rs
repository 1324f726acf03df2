//! The dossier as one HTML file: overview, map, tables, a page per party and pair, why and why-not,
//! charts, what-ifs; in both languages, without network.
//!
//! What does not change is written here, in both languages, through a template that escapes
//! everything. What people sort, filter and look up is embedded as data and shown by the script,
//! which builds elements from texts and never from markup. A content security policy names the digest
//! of the one script and the one style sheet: nothing else runs, and nothing is loaded or sent.

mod assets;
mod boundaries;
mod comparison;
mod conflict;
mod map;
mod overview;
mod security;
mod view;
mod words;

pub use boundaries::{Boundaries, BoundariesError, LARGEST_FILE, MOST_POSITIONS};
pub use comparison::Compared;
pub use conflict::conflict;

use crate::answers::Answers;
use jiedui_explain::Dossier;
use jiedui_messages::{Lang, catalogue};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, context};
use security::json_for_html;
use serde_json::{Map, Value};
use thiserror::Error;

/// What the page shows beside the dossier itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct HtmlOptions<'a> {
    /// The language that the page opens in; the other is one button away.
    pub lang: Lang,
    /// The user's own boundaries, drawn under the map.
    pub boundaries: Option<&'a Boundaries>,
    /// What-ifs, compared with the dossier as their base.
    pub compared: &'a [Compared<'a>],
    /// Answers for which the case was solved again.
    pub answers: Option<&'a Answers>,
}

/// The page could not be written: a defect of this program.
#[derive(Debug, Error)]
pub enum HtmlError {
    /// A template is wrong.
    #[error(transparent)]
    Template(#[from] minijinja::Error),
    /// A value cannot be written as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// The page.
///
/// *Determinism:* equal dossiers and options give equal bytes.
/// *Errors:* [`HtmlError`], never for what stands in the dossier.
pub fn report(dossier: &Dossier, options: &HtmlOptions<'_>) -> Result<String, HtmlError> {
    let map = map::map_view(dossier, options.boundaries);
    let compared = options.compared.iter();
    let compared = compared
        .map(|other| comparison::compare(dossier, *other))
        .collect();
    let none = Answers::default();
    let answers = options.answers.unwrap_or(&none);
    let view = view::view(dossier, answers, options.lang, map, compared);
    let (script, style) = (assets::script(), assets::style());
    let languages: Vec<_> = [options.lang, other(options.lang)]
        .into_iter()
        .map(|lang| overview::parts(dossier, lang))
        .collect();

    let environment = environment()?;
    let page = environment.get_template("page.html")?;
    Ok(page.render(context! {
        lang => options.lang.code(),
        languages => Serde(languages),
        words => Serde(shell_words()),
        compared => !options.compared.is_empty(),
        decided => view.has_decisions(),
        amounts => dossier.has_needs(),
        policy => security::policy(&script, &style),
        script => minijinja::Value::from_safe_string(script),
        style => minijinja::Value::from_safe_string(style),
        data => minijinja::Value::from_safe_string(json_for_html(&view)?),
        outside => minijinja::Value::from_safe_string(json_for_html(&view::outside(dossier))?),
        texts => minijinja::Value::from_safe_string(json_for_html(&words::words())?),
    })?)
}

/// The templates. Names that end in .html are escaped.
fn environment() -> Result<Environment<'static>, HtmlError> {
    let mut environment = Environment::new();
    let mut syntax = SyntaxConfig::builder();
    environment.set_syntax(syntax.trim_blocks(true).lstrip_blocks(true).build()?);
    environment.add_template("blocks.html", assets::BLOCKS)?;
    environment.add_template("page.html", assets::PAGE)?;
    environment.add_template("conflict.html", assets::CONFLICT)?;
    Ok(environment)
}

fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    }
}

/// The texts of the frame of the page: language → key without its first word → text.
fn shell_words() -> Value {
    const KEYS: &[&str] = &[
        "html-skip",
        "html-nav",
        "html-nav-overview",
        "html-nav-map",
        "html-nav-recipients",
        "html-nav-helpers",
        "html-nav-pairs",
        "html-nav-why-not",
        "html-nav-load",
        "html-nav-excluded",
        "html-nav-compare",
        "html-nav-decisions",
        "html-language",
        "html-print",
        "html-footer",
        "html-no-script",
        "html-result",
        "html-tiers",
        "rep-tiers-lead",
        "html-coverage",
        "html-tracks",
        "html-measures",
        "html-data",
        "html-method",
    ];
    let mut languages = Map::new();
    for lang in Lang::ALL {
        let texts = KEYS
            .iter()
            .map(|key| {
                let name = key
                    .split_once('-')
                    .map_or(*key, |(_, name)| name)
                    .replace('-', "_");
                (name, Value::from(catalogue(lang).text(key, &[])))
            })
            .collect();
        languages.insert(lang.code().to_owned(), Value::Object(texts));
    }
    Value::Object(languages)
}

#[cfg(test)]
mod tests;
