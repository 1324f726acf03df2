//! Names of sectors and tracks in the workbook: people choose by name, reading gives the code.

use super::Wording;
use crate::interpret::names::NameSet;
use crate::tables::Kind;
use jiedui_domain::{Bilingual, Policy};

/// The name of each code, in the language of the workbook.
pub(super) struct Titles {
    sectors: Vec<Named>,
    tracks: Vec<Named>,
}

struct Named {
    code: String,
    /// `None` where the name would not be read as this code.
    title: Option<String>,
}

impl Titles {
    pub(super) fn new(policy: &Policy, wording: &Wording<'_>) -> Self {
        let sectors = policy.sectors.values();
        let tracks = policy.tracks.values();
        Self {
            sectors: named(
                sectors.map(|sector| (&*sector.code, &sector.title)),
                &NameSet::of_sectors(policy),
                wording,
            ),
            tracks: named(
                tracks.map(|track| (&*track.code, &track.title)),
                &NameSet::of_tracks(policy),
                wording,
            ),
        }
    }

    fn list(&self, kind: Kind) -> &[Named] {
        match kind {
            Kind::Sector => &self.sectors,
            Kind::Track => &self.tracks,
            _ => &[],
        }
    }

    /// What a cell of this kind shows.
    pub(super) fn shown<'t>(&'t self, kind: Kind, text: &'t str) -> &'t str {
        let found = self.list(kind).iter().find(|named| named.code == text);
        found
            .and_then(|named| named.title.as_deref())
            .unwrap_or(text)
    }

    /// Whether every code has a name to choose by.
    pub(super) fn are_complete(&self, kind: Kind) -> bool {
        self.list(kind).iter().all(|named| named.title.is_some())
    }
}

fn named<'a>(
    entries: impl Iterator<Item = (&'a str, &'a Bilingual)> + Clone,
    names: &NameSet<'_>,
    wording: &Wording<'_>,
) -> Vec<Named> {
    let is_code = |title: &str| entries.clone().any(|(code, _)| code == title);
    let readable = |code: &str, title: &str| names.codes(title) == [code] && !is_code(title);
    entries
        .clone()
        .map(|(code, title)| {
            let title = wording.pick(&title.zh, &title.en);
            Named {
                code: code.to_owned(),
                title: readable(code, title).then(|| title.to_owned()),
            }
        })
        .collect()
}
