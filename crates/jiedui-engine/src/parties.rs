//! Parties and tracks of a case as reports name them.

use jiedui_domain::{Case, HelperId, Names, RecipientId, TrackId};
use jiedui_explain::conflict::{Party, TrackName};
use jiedui_explain::dossier::Title;

/// The parties of a case, each with the name that tells it apart.
pub(crate) struct Parties<'a> {
    case: &'a Case,
    names: Names<'a>,
}

impl<'a> Parties<'a> {
    pub(crate) fn of(case: &'a Case) -> Self {
        Self {
            case,
            names: Names::of(case),
        }
    }

    /// Who helps.
    pub(crate) fn helper(&self, id: HelperId) -> Party {
        Party {
            code: self.case.helpers[id].code.clone(),
            name: self.names.helper(id),
        }
    }

    /// Who is helped.
    pub(crate) fn recipient(&self, id: RecipientId) -> Party {
        Party {
            code: self.case.recipient_code(id).to_owned(),
            name: self.names.recipient(id),
        }
    }

    /// The layer of help.
    pub(crate) fn track(&self, id: TrackId) -> TrackName {
        let track = &self.case.policy.tracks[id];
        TrackName {
            code: track.code.clone(),
            title: Title::from(&track.title),
        }
    }
}
