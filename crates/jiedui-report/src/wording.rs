//! Texts of the catalogue, and the names in a dossier, for one language and one medium.

use crate::clean::{Medium, clean};
use crate::number;
use jiedui_domain::Measure;
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{CriterionKind, Title, UnitOfMeasure};
use jiedui_messages::{Lang, catalogue};

/// Who speaks: the dossier, the language, the medium.
#[derive(Clone, Copy)]
pub(crate) struct Wording<'a> {
    pub dossier: &'a Dossier,
    pub lang: Lang,
    pub medium: Medium,
}

impl Wording<'_> {
    /// A text of the catalogue. Values that people typed go through [`Self::own`] first.
    pub fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        text_in(self.lang, self.medium, key, values)
    }

    /// A text without values.
    pub fn word(&self, key: &str) -> String {
        self.text(key, &[])
    }

    /// Text that people typed, harmless here.
    pub fn own(&self, text: &str) -> String {
        clean(text, self.medium)
    }

    /// A title in the language of the report.
    pub fn title(&self, title: &Title) -> String {
        self.own(match self.lang {
            Lang::Zh => &title.zh,
            Lang::En => &title.en,
        })
    }

    /// Whether a track shares out help without forming pairs.
    pub fn is_divisible(&self, track: &str) -> bool {
        let track = self.dossier.track(track);
        track.is_some_and(|track| track.divisible)
    }

    /// Whether the policy has any track that forms pairs.
    pub fn forms_pairs(&self) -> bool {
        self.dossier.tracks.iter().any(|track| !track.divisible)
    }

    /// The name of a recipient.
    pub fn recipient(&self, code: &str) -> String {
        let entry = self.dossier.recipient(code);
        self.own(entry.map_or(code, |entry| &entry.name))
    }

    /// The name of a helper.
    pub fn helper(&self, code: &str) -> String {
        let entry = self.dossier.helper(code);
        self.own(entry.map_or(code, |entry| &entry.name))
    }

    /// The name of a track.
    pub fn track(&self, code: &str) -> String {
        match self.dossier.track(code) {
            Some(track) => self.title(&track.title),
            None => self.own(code),
        }
    }

    /// The name of a sector.
    pub fn sector(&self, code: &str) -> String {
        match self.dossier.sector(code) {
            Some(sector) => self.title(&sector.title),
            None => self.own(code),
        }
    }

    /// An amount of a sector with its unit.
    pub fn sector_amount(&self, sector: &str, amount: f64) -> String {
        let unit = self
            .dossier
            .sector(sector)
            .map_or(UnitOfMeasure::Plain, |sector| sector.unit);
        self.with_unit(amount, unit)
    }

    /// A figure with its unit.
    pub fn with_unit(&self, value: f64, unit: UnitOfMeasure) -> String {
        figure(self.lang, value, unit)
    }

    /// Kilometres with their unit, or "unknown".
    pub fn distance(&self, km: Option<f64>) -> String {
        km.map_or_else(
            || self.word("rep-unknown"),
            |km| self.with_unit(km, UnitOfMeasure::Km),
        )
    }

    /// Whether amounts are told: where nobody needs anything there are pairs alone.
    pub fn tells_amounts(&self) -> bool {
        self.dossier.has_needs()
    }

    /// The key of a sentence with amounts, or of the one without where none are told.
    pub fn with_amounts<'k>(&self, key: &'k str, bare: &'k str) -> &'k str {
        if self.tells_amounts() { key } else { bare }
    }

    /// That no amounts are told since nobody needs anything, although the policy has sectors to need.
    pub fn lacks_needs(&self) -> bool {
        !self.dossier.sectors.is_empty() && !self.tells_amounts()
    }

    /// See [`is_told`].
    pub fn is_told(&self, measure: Measure) -> bool {
        is_told(self.dossier, measure)
    }

    /// Names one after the other.
    pub fn list(&self, items: &[String]) -> String {
        items.join(&self.word("rep-list-separator"))
    }
}

/// A text of the catalogue as the medium wants it: documents go to people who run no commands, so a text that
/// names one has a second under the same key with `-draft`.
pub(crate) fn text_in(lang: Lang, medium: Medium, key: &str, values: &[(&str, &str)]) -> String {
    let texts = catalogue(lang);
    if medium == Medium::Office {
        let draft = format!("{key}-draft");
        if texts.has(&draft) {
            return texts.text(&draft, values);
        }
    }
    texts.text(key, values)
}

/// Whether a measure is told: where nobody needs anything nothing can be said of amounts.
pub(crate) fn is_told(dossier: &Dossier, measure: Measure) -> bool {
    !measure.is_of_amounts() || dossier.has_needs()
}

/// Whether a criterion is told; see [`is_told`].
pub(crate) fn is_criterion_told(dossier: &Dossier, kind: CriterionKind) -> bool {
    use CriterionKind::{Capacity, CoverageAdded};
    let of_amounts = matches!(kind, Capacity | CoverageAdded);
    !of_amounts || dossier.has_needs()
}

/// A figure that may be very small, with its unit: three significant digits.
pub(crate) fn fine_figure(lang: Lang, value: f64, unit: UnitOfMeasure) -> String {
    let key = match unit {
        UnitOfMeasure::Km => "rep-unit-km",
        UnitOfMeasure::Wan => "rep-unit-wan",
        UnitOfMeasure::Person => "rep-unit-person",
        UnitOfMeasure::Share => {
            let points = number::significant(value * 100.0);
            return catalogue(lang).text("rep-unit-points", &[("n", &points)]);
        }
        UnitOfMeasure::Steps => "rep-unit-steps",
        UnitOfMeasure::StepPersons => "rep-unit-step-persons",
        UnitOfMeasure::Years => "rep-unit-years",
        UnitOfMeasure::Pairs => "rep-unit-pairs",
        UnitOfMeasure::WanKm => "rep-unit-wan-km",
        UnitOfMeasure::Load => "rep-unit-load",
        UnitOfMeasure::Plain => return number::significant(value),
    };
    catalogue(lang).text(key, &[("n", &number::significant(value))])
}

/// A figure with its unit.
pub(crate) fn figure(lang: Lang, value: f64, unit: UnitOfMeasure) -> String {
    match figure_parts(value, unit) {
        (Some(key), number) => catalogue(lang).text(key, &[("n", &number)]),
        (None, number) => number,
    }
}

/// A number as it is shown, and the key of the text with its unit, where there is one.
pub(crate) fn figure_parts(value: f64, unit: UnitOfMeasure) -> (Option<&'static str>, String) {
    let (key, number) = match unit {
        UnitOfMeasure::Km => ("rep-unit-km", number::km(value)),
        UnitOfMeasure::Wan => ("rep-unit-wan", number::money(value)),
        UnitOfMeasure::Person => ("rep-unit-person", number::quantity(value)),
        UnitOfMeasure::Share => return (None, number::percent(value)),
        UnitOfMeasure::Steps => ("rep-unit-steps", number::quantity(value)),
        UnitOfMeasure::StepPersons => ("rep-unit-step-persons", number::quantity(value)),
        UnitOfMeasure::Years => ("rep-unit-years", number::quantity(value)),
        UnitOfMeasure::Pairs => ("rep-unit-pairs", number::quantity(value)),
        UnitOfMeasure::WanKm => ("rep-unit-wan-km", number::km(value)),
        UnitOfMeasure::Load => ("rep-unit-load", number::quantity(value)),
        UnitOfMeasure::Plain => return (None, number::fit(value)),
    };
    (Some(key), number)
}

/// The text with the name of a unit, for figures that stand without it.
pub(crate) fn unit_key(unit: UnitOfMeasure) -> &'static str {
    match unit {
        UnitOfMeasure::Km => "wb-unit-km",
        UnitOfMeasure::Wan => "wb-unit-wan",
        UnitOfMeasure::Person => "wb-unit-person",
        UnitOfMeasure::Share => "wb-unit-share",
        UnitOfMeasure::Steps => "wb-unit-steps",
        UnitOfMeasure::StepPersons => "wb-unit-step-persons",
        UnitOfMeasure::Years => "wb-unit-years",
        UnitOfMeasure::Pairs => "wb-unit-pairs",
        UnitOfMeasure::WanKm => "wb-unit-wan-km",
        UnitOfMeasure::Load => "wb-unit-load",
        UnitOfMeasure::Plain => "wb-unit-plain",
    }
}
