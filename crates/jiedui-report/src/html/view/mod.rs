//! What the script of the page reads: the dossier in few bytes, without words of either language.
//!
//! Parties, sectors, tracks and measures are named by their place in their list; words that repeat
//! (kinds, files, sources) by their place in `texts`. Rows that come in thousands are arrays.

mod answers;
mod figure;
mod outside;
mod pair;
mod party;
mod texts;

pub(crate) use figure::Figure;
pub(crate) use outside::outside;

use super::comparison::Comparison;
use super::map::MapView;
use crate::answers::Answers;
use crate::clean::{Medium, clean};
use crate::tier_figure::tier_name;
use jiedui_explain::Dossier;
use jiedui_explain::dossier::{MeasureEntry, SectorInfo, Tier, Title, TrackInfo};
use jiedui_messages::Lang;
use serde::Serialize;
use std::collections::BTreeMap;
use texts::{Texts, word};

/// All of it but the pairs that are not formed.
#[derive(Serialize)]
pub(crate) struct View {
    lang: &'static str,
    /// Whether amounts are told.
    amounts: bool,
    sectors: Vec<SectorView>,
    tracks: Vec<TrackView>,
    measures: Vec<MeasureView>,
    /// Names of the priorities.
    tiers: Vec<TitleView>,
    recipients: Vec<party::RecipientView>,
    helpers: Vec<party::HelperView>,
    pairs: Vec<pair::PairView>,
    ended: Vec<(usize, usize, usize, i32, bool)>,
    map: MapView,
    comparison: Vec<Comparison>,
    /// What people decided about pairs.
    decided: Vec<answers::DecidedView>,
    /// What each decision costs; null where nobody has asked.
    priced: Option<answers::Told>,
    /// Single pairs for which the case was solved again.
    answers: Vec<answers::AnswerView>,
    texts: Vec<String>,
}

impl View {
    /// Whether people decided about any pair.
    pub(crate) fn has_decisions(&self) -> bool {
        !self.decided.is_empty()
    }
}

#[derive(Serialize)]
struct SectorView {
    code: String,
    title: TitleView,
    unit: String,
}

#[derive(Serialize)]
struct TrackView {
    code: String,
    title: TitleView,
    clause: Option<String>,
    divisible: bool,
    pairs: usize,
    value: Figure,
}

#[derive(Serialize)]
struct MeasureView {
    code: String,
    unit: String,
    value: Option<Figure>,
}

/// A name in both languages.
#[derive(Serialize)]
pub(crate) struct TitleView {
    zh: String,
    en: String,
}

impl From<&Title> for TitleView {
    fn from(title: &Title) -> Self {
        Self {
            zh: own(&title.zh),
            en: own(&title.en),
        }
    }
}

/// Text that people typed, without characters that act on the page.
pub(super) fn own(text: &str) -> String {
    clean(text, Medium::Html)
}

/// Where every code stands in its list.
pub(super) struct Places<'a> {
    sectors: BTreeMap<&'a str, usize>,
    tracks: BTreeMap<&'a str, usize>,
    recipients: BTreeMap<&'a str, usize>,
    helpers: BTreeMap<&'a str, usize>,
}

impl<'a> Places<'a> {
    pub(super) fn of(dossier: &'a Dossier) -> Self {
        fn index<'b>(codes: impl Iterator<Item = &'b String>) -> BTreeMap<&'b str, usize> {
            codes
                .enumerate()
                .map(|(place, code)| (code.as_str(), place))
                .collect()
        }
        Self {
            sectors: index(dossier.sectors.iter().map(|entry| &entry.code)),
            tracks: index(dossier.tracks.iter().map(|entry| &entry.code)),
            recipients: index(dossier.recipients.iter().map(|entry| &entry.code)),
            helpers: index(dossier.helpers.iter().map(|entry| &entry.code)),
        }
    }

    fn sector(&self, code: &str) -> Option<usize> {
        self.sectors.get(code).copied()
    }

    pub(super) fn track(&self, code: &str) -> Option<usize> {
        self.tracks.get(code).copied()
    }

    pub(super) fn recipient(&self, code: &str) -> Option<usize> {
        self.recipients.get(code).copied()
    }

    pub(super) fn helper(&self, code: &str) -> Option<usize> {
        self.helpers.get(code).copied()
    }
}

/// The view of a dossier. What names a party that the dossier does not have is left out.
pub(crate) fn view(
    dossier: &Dossier,
    answers: &Answers,
    lang: Lang,
    map: MapView,
    comparison: Vec<Comparison>,
) -> View {
    let places = Places::of(dossier);
    let mut texts = Texts::default();
    View {
        lang: lang.code(),
        amounts: dossier.has_needs(),
        sectors: dossier.sectors.iter().map(sector_view).collect(),
        tracks: dossier
            .tracks
            .iter()
            .map(|track| track_view(dossier, track))
            .collect(),
        measures: dossier.measures.iter().map(measure_view).collect(),
        tiers: dossier.tiers.iter().map(tier_view).collect(),
        recipients: party::recipients(dossier, &places, &mut texts),
        helpers: party::helpers(dossier, &places, &mut texts),
        pairs: pair::pairs(dossier, &places, &mut texts),
        ended: dossier
            .ended
            .iter()
            .filter_map(|pair| {
                Some((
                    places.helper(&pair.helper)?,
                    places.recipient(&pair.recipient)?,
                    places.track(&pair.track)?,
                    pair.since,
                    pair.excluded,
                ))
            })
            .collect(),
        map,
        comparison,
        decided: answers::decided(dossier, &places),
        priced: answers::priced(answers),
        answers: answers::pairs(dossier, answers, &places),
        texts: texts.into_list(),
    }
}

fn sector_view(sector: &SectorInfo) -> SectorView {
    SectorView {
        code: own(&sector.code),
        title: TitleView::from(&sector.title),
        unit: word(&sector.unit),
    }
}

fn track_view(dossier: &Dossier, track: &TrackInfo) -> TrackView {
    let shown = dossier.pairs.iter();
    let shown = shown.filter(|pair| pair.track == track.code);
    TrackView {
        code: own(&track.code),
        title: TitleView::from(&track.title),
        clause: track.clause.as_deref().map(own),
        divisible: track.divisible,
        pairs: shown.count(),
        value: Figure(track.value_wan),
    }
}

fn tier_view(tier: &Tier) -> TitleView {
    TitleView {
        zh: own(&tier_name(Lang::Zh, tier)),
        en: own(&tier_name(Lang::En, tier)),
    }
}

fn measure_view(entry: &MeasureEntry) -> MeasureView {
    MeasureView {
        code: word(&entry.measure),
        unit: word(&entry.unit),
        value: entry.value.as_ref().map(|value| Figure(value.value)),
    }
}
