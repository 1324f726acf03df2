//! Everything that the checks across tables look at.

use super::names::NameSet;
use super::view::TableView;
use crate::raw::RawCase;
use crate::spelling::{CodeSet, is_code};
use jiedui_diagnostics::Diagnostic;
use jiedui_domain::{CaseTables, Policy};

/// Typed tables, the tables of text that they came from (same rows, same order) and the codes that
/// may be referred to.
pub(crate) struct Facts<'a> {
    pub(crate) tables: &'a CaseTables,
    pub(crate) policy: &'a Policy,
    pub(crate) views: Views<'a>,
    pub(crate) places: Listed<'a>,
    pub(crate) recipients: Listed<'a>,
    pub(crate) helpers: Listed<'a>,
    pub(crate) sectors: CodeSet<'a>,
    pub(crate) tracks: CodeSet<'a>,
    pub(crate) sector_names: NameSet<'a>,
    pub(crate) track_names: NameSet<'a>,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(tables: &'a CaseTables, policy: &'a Policy, views: Views<'a>) -> Self {
        let places = tables.places.iter();
        let places = Listed::new(places.map(|row| (row.code.as_str(), row.name.as_str())));
        let name_of = |code: &str| {
            let place = tables.places.get(places.codes.row(code)?)?;
            Some(place.name.as_str())
        };
        let recipients = tables.recipients.iter().map(|row| row.id.as_str());
        let helpers = tables.helpers.iter();
        Self {
            tables,
            policy,
            views,
            recipients: Listed::new(recipients.map(|id| (id, name_of(id).unwrap_or("")))),
            helpers: Listed::new(helpers.map(|row| (row.id.as_str(), row.name.as_str()))),
            places,
            sectors: CodeSet::new(policy.sectors.values().map(|sector| sector.code.as_str())),
            tracks: CodeSet::new(policy.tracks.values().map(|track| track.code.as_str())),
            sector_names: NameSet::of_sectors(policy),
            track_names: NameSet::of_tracks(policy),
        }
    }

    /// The place row of a recipient.
    pub(crate) fn place_of(&self, code: &str) -> Option<&'a jiedui_domain::PlaceRow> {
        self.tables.places.get(self.places.codes.row(code)?)
    }

    /// A problem with the code of a track, and with its titles, by which people know it.
    pub(crate) fn naming_track(&self, problem: Diagnostic, code: &str) -> Diagnostic {
        let track = self.policy.track_by_code(code);
        let title = track.map(|track| &self.policy.tracks[track].title);
        problem
            .with("track", code)
            .with("track_zh", title.map_or(code, |title| &title.zh))
            .with("track_en", title.map_or(code, |title| &title.en))
    }

    /// The helper row of a code.
    pub(crate) fn helper(&self, code: &str) -> Option<&'a jiedui_domain::HelperRow> {
        self.tables.helpers.get(self.helpers.codes.row(code)?)
    }
}

/// The rows of a table that others refer to.
pub(crate) struct Listed<'a> {
    pub(crate) codes: CodeSet<'a>,
    names: NameSet<'a>,
}

impl<'a> Listed<'a> {
    /// From codes and names in row order.
    fn new(rows: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Self {
        Self {
            codes: CodeSet::new(rows.clone().map(|(code, _)| code)),
            names: NameSet::of_rows(rows.filter(|(code, _)| !code.is_empty() && is_code(code))),
        }
    }

    /// The code of the only row with this name, where it was written in place of the code.
    pub(crate) fn code_of_name(&self, name: &str) -> Option<&'a str> {
        match self.names.codes(name) {
            [code] if self.codes.row(name).is_none() => Some(code),
            _ => None,
        }
    }
}

/// The tables of text by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Views<'a> {
    views: Vec<TableView<'a>>,
    incomplete: &'a [&'static str],
}

impl<'a> Views<'a> {
    pub(crate) fn new(raw: &'a RawCase) -> Self {
        Self {
            views: raw.tables.iter().map(TableView::new).collect(),
            incomplete: &raw.incomplete,
        }
    }

    pub(crate) fn get(&self, table: &str) -> Option<TableView<'a>> {
        self.views
            .iter()
            .find(|view| view.table.name == table)
            .copied()
    }

    /// The table, if all its rows could be read, so that what is not in it is missing.
    pub(crate) fn complete(&self, table: &str) -> Option<TableView<'a>> {
        self.get(table)
            .filter(|view| !self.incomplete.contains(&view.table.name))
    }

    /// Whether references into this table can be judged: it was read in full and has its key column.
    pub(crate) fn has_keys(&self, table: &str, column: &str) -> bool {
        self.complete(table)
            .is_some_and(|view| view.column(column).is_some())
    }
}
