//! Why no plan exists, as a page: both languages one below the other, no script at all.

use super::overview::{Part, part};
use super::security;
use super::{HtmlError, assets, environment, other};
use crate::block::Block;
use crate::clean::Medium;
use jiedui_explain::conflict::ConflictReport;
use jiedui_messages::{Lang, catalogue};
use minijinja::context;
use minijinja::value::Serde;
use serde::Serialize;

#[derive(Serialize)]
struct InLanguage {
    lang: &'static str,
    tag: &'static str,
    /// The language, in itself.
    name: &'static str,
    /// What the links are for.
    language: String,
    title: String,
    blocks: Vec<Part>,
}

/// The page.
///
/// *Determinism:* equal reports give equal bytes.
/// *Errors:* [`HtmlError`], never for what stands in the report.
pub fn conflict(report: &ConflictReport, lang: Lang) -> Result<String, HtmlError> {
    let languages: Vec<InLanguage> = [lang, other(lang)]
        .into_iter()
        .map(|lang| in_language(report, lang))
        .collect();
    let style = assets::style();
    let environment = environment()?;
    let page = environment.get_template("conflict.html")?;
    Ok(page.render(context! {
        languages => Serde(languages),
        policy => security::policy("", &style),
        style => minijinja::Value::from_safe_string(style),
    })?)
}

fn in_language(report: &ConflictReport, lang: Lang) -> InLanguage {
    let mut blocks = crate::conflict::blocks(report, lang, Medium::Html).into_iter();
    let title = match blocks.next() {
        Some(Block::Heading(_, title)) => title,
        _ => String::new(),
    };
    let (tag, name) = match lang {
        Lang::Zh => ("zh-CN", "中文"),
        Lang::En => ("en", "English"),
    };
    InLanguage {
        lang: lang.code(),
        tag,
        name,
        language: catalogue(lang).text("html-language", &[]),
        title,
        blocks: blocks.map(part).collect(),
    }
}
