//! The script and the style sheet of the page, from the files of `templates/`.

/// A file by its name, for messages of tests.
pub(crate) type Asset = (&'static str, &'static str);

macro_rules! assets {
    ($folder:literal: $($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../templates/", $folder, "/", $name)))),*]
    };
}

/// The script, in the order in which it is put together.
pub(crate) const SCRIPT: &[Asset] = assets!("script":
    "data.js",
    "language.js",
    "number.js",
    "element.js",
    "name.js",
    "phrase.js",
    "table.js",
    "blocks.js",
    "chart.js",
    "map.js",
    "answers.js",
    "regret.js",
    "overview.js",
    "parties.js",
    "recipient.js",
    "helper.js",
    "pairs.js",
    "pair.js",
    "unformed.js",
    "why_not.js",
    "excluded.js",
    "decisions.js",
    "load.js",
    "comparison.js",
    "route.js",
);

/// The style sheet.
pub(crate) const STYLE: &[Asset] = assets!("style":
    "page.css",
    "table.css",
    "figure.css",
    "narrow.css",
    "print.css",
);

/// The template of the page.
pub(crate) const PAGE: &str = include_str!("../../templates/page.html");
/// The template of static parts.
pub(crate) const BLOCKS: &str = include_str!("../../templates/blocks.html");

/// The template of the page that tells why no plan exists.
pub(crate) const CONFLICT: &str = include_str!("../../templates/conflict.html");

/// One script out of all files; its names are seen by nobody else.
pub(crate) fn script() -> String {
    format!(
        "(function () {{\n\"use strict\";\n{}\n}})();",
        joined(SCRIPT)
    )
}

/// One style sheet out of all files.
pub(crate) fn style() -> String {
    joined(STYLE)
}

fn joined(assets: &[Asset]) -> String {
    let sources: Vec<&str> = assets.iter().map(|(_, source)| source.trim()).collect();
    sources.join("\n\n")
}
