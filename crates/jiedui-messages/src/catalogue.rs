//! Looking up a text by key.

use crate::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// The files of one language, one per area.
macro_rules! files {
    ($lang:literal) => {
        [
            include_str!(concat!("../catalogue/", $lang, "/diagnostics.ftl")),
            include_str!(concat!("../catalogue/", $lang, "/report.ftl")),
            include_str!(concat!("../catalogue/", $lang, "/explain.ftl")),
            include_str!(concat!("../catalogue/", $lang, "/cli.ftl")),
            include_str!(concat!("../catalogue/", $lang, "/template.ftl")),
            include_str!(concat!("../catalogue/", $lang, "/html.ftl")),
            include_str!(concat!("../catalogue/", $lang, "/document.ftl")),
            include_str!(concat!("../catalogue/", $lang, "/workbook.ftl")),
            include_str!(concat!("../catalogue/", $lang, "/conflict.ftl")),
            include_str!(concat!("../catalogue/", $lang, "/compare.ftl")),
            include_str!(concat!("../catalogue/", $lang, "/evaluate.ftl")),
            include_str!(concat!("../catalogue/", $lang, "/frontier.ftl")),
            include_str!(concat!("../catalogue/", $lang, "/whatif.ftl")),
            include_str!(concat!("../catalogue/", $lang, "/whynot.ftl")),
            include_str!(concat!("../catalogue/", $lang, "/prices.ftl")),
            include_str!(concat!("../catalogue/", $lang, "/regret.ftl")),
        ]
    };
}

pub(crate) const ZH: [&str; 16] = files!("zh");
pub(crate) const EN: [&str; 16] = files!("en");

static CHINESE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(Lang::Zh, &ZH));
static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(Lang::En, &EN));

/// The catalogue of a language.
pub fn catalogue(lang: Lang) -> &'static Catalogue {
    match lang {
        Lang::Zh => &CHINESE,
        Lang::En => &ENGLISH,
    }
}

/// All texts of one language.
pub struct Catalogue {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    fn load(lang: Lang, files: &[&str]) -> Self {
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Values go into terminals and documents, where invisible isolation marks only do harm.
        bundle.set_use_isolating(false);
        for file in files {
            // A file with an error still yields its good entries; the test holds that there is none.
            let resource = match FluentResource::try_new((*file).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// The language of this catalogue.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether the catalogue has this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle
            .get_message(key)
            .is_some_and(|message| message.value().is_some())
    }

    /// The text of a key with values filled in. An unknown key comes back as `⟨key⟩`, so that a
    /// missing text is seen rather than lost.
    pub fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
        else {
            return format!("⟨{key}⟩");
        };
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            // One is told apart in plurals; other numbers come as they are to be read.
            match *value {
                "1" => arguments.set(*name, 1),
                value => arguments.set(*name, value),
            }
        }
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&arguments), &mut errors)
            .into_owned()
    }
}
