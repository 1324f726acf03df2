//! A dossier as the text in which it is saved.
//!
//! Here, in a crate that is optimised, and not where files are written and read: of a nation it has hundreds of megabytes.

use super::Dossier;

impl Dossier {
    /// In one line of JSON.
    ///
    /// *Errors:* none that a dossier can cause; those of the serialiser are passed on.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// From what [`Self::to_json`] wrote, equal to the last bit.
    ///
    /// *Errors:* where it is something else.
    pub fn from_json(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes)
    }
}
