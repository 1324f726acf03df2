//! Sectors and tracks by their names: people write 医疗人才组团, tables refer to `health`.

use crate::raw::RawCase;
use crate::spelling::half_width;
use crate::tables::Kind;
use jiedui_domain::{Bilingual, Policy};
use std::collections::BTreeMap;

/// The columns in which a sector or a track stands.
const SECTOR_CELLS: [(&str, &str); 2] = [("needs", "sector"), ("supply", "sector")];
const TRACK_CELLS: [(&str, &str); 2] = [("helpers", "track"), ("quotas", "track")];

/// The names of the policy's sectors, or of its tracks, in both languages.
#[derive(Debug, Default)]
pub(crate) struct NameSet<'a> {
    codes: BTreeMap<String, Vec<&'a str>>,
    titles: Vec<&'a str>,
}

impl<'a> NameSet<'a> {
    pub(crate) fn of_sectors(policy: &'a Policy) -> Self {
        let sectors = policy.sectors.values();
        Self::new(sectors.map(|sector| (sector.code.as_str(), &sector.title)))
    }

    pub(crate) fn of_tracks(policy: &'a Policy) -> Self {
        let tracks = policy.tracks.values();
        Self::new(tracks.map(|track| (track.code.as_str(), &track.title)))
    }

    /// Of a table's rows: code and name.
    pub(crate) fn of_rows(rows: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut set = Self::default();
        for (code, name) in rows {
            let codes = set.codes.entry(bare(name)).or_default();
            if !codes.contains(&code) {
                codes.push(code);
            }
            set.titles.push(name);
        }
        set.codes.remove("");
        set
    }

    fn new(named: impl Iterator<Item = (&'a str, &'a Bilingual)>) -> Self {
        let both = named.flat_map(|(code, title)| [(code, &*title.zh), (code, &*title.en)]);
        Self::of_rows(both)
    }

    /// The codes of those who have this name: none, the one meant, or several.
    pub(crate) fn codes(&self, name: &str) -> &[&'a str] {
        self.codes.get(&bare(name)).map_or(&[], Vec::as_slice)
    }

    /// The name that is nearest to a misspelt one.
    pub(crate) fn nearest(&self, name: &str) -> Option<&'a str> {
        crate::spelling::nearest(name, self.titles.iter().copied())
    }
}

/// The policy's sectors and tracks, for looking up what a title means where the policy is not at hand.
#[derive(Clone, Debug, Default)]
pub(crate) struct Titles {
    sectors: Vec<(String, Bilingual)>,
    tracks: Vec<(String, Bilingual)>,
}

impl Titles {
    pub(crate) fn of(policy: &Policy) -> Self {
        let sectors = policy.sectors.values();
        let tracks = policy.tracks.values();
        Self {
            sectors: sectors
                .map(|one| (one.code.clone(), one.title.clone()))
                .collect(),
            tracks: tracks
                .map(|one| (one.code.clone(), one.title.clone()))
                .collect(),
        }
    }

    /// The code of the one sector or track, as the column holds, that has this title; nothing where the
    /// text is a code itself.
    pub(crate) fn code_of(&self, kind: Kind, title: &str) -> Option<&str> {
        let known = match kind {
            Kind::Sector => &self.sectors,
            Kind::Track => &self.tracks,
            _ => return None,
        };
        if known.iter().any(|(code, _)| code == title) {
            return None;
        }
        let named = known.iter().map(|(code, title)| (code.as_str(), title));
        match NameSet::new(named).codes(title) {
            [code] => Some(code),
            _ => None,
        }
    }
}

/// A name as it is compared: spaces, the width of letters and their case mean nothing.
fn bare(name: &str) -> String {
    name.chars()
        .filter(|character| !character.is_whitespace())
        .map(half_width)
        .flat_map(char::to_lowercase)
        .collect()
}

/// Puts the code in the place of every name that only one sector or track has. A cell that holds a
/// code stays, even where another sector has that word for its name.
pub(crate) fn use_codes(raw: &mut RawCase, policy: &Policy) {
    let known = |cells, names, codes| (cells, names, codes);
    let sectors: Vec<&str> = policy.sectors.values().map(|one| &*one.code).collect();
    let tracks: Vec<&str> = policy.tracks.values().map(|one| &*one.code).collect();
    for (cells, names, codes) in [
        known(SECTOR_CELLS, NameSet::of_sectors(policy), sectors),
        known(TRACK_CELLS, NameSet::of_tracks(policy), tracks),
    ] {
        for (table, column) in cells {
            let Some(table) = raw.tables.iter_mut().find(|found| found.name == table) else {
                continue;
            };
            let Some(place) = table.columns.iter().position(|name| name == column) else {
                continue;
            };
            for row in &mut table.rows {
                let Some(cell) = row.cells.get_mut(place) else {
                    continue;
                };
                if codes.contains(&cell.text.as_str()) {
                    continue;
                }
                if let [code] = names.codes(&cell.text) {
                    let name = std::mem::replace(&mut cell.text, (*code).to_owned());
                    cell.written = Some(name);
                }
            }
        }
    }
}
