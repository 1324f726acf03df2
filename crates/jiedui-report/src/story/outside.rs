//! Who is not paired with a recipient, counted for many recipients in one pass: of a nation the dossier has a million
//! rows of them.

use jiedui_explain::Dossier;
use std::collections::BTreeMap;

/// By recipient's code: who is not paired with it.
pub(crate) struct Outside<'a>(BTreeMap<&'a str, OutsideOne>);

/// Who is not paired with one recipient.
#[derive(Clone, Copy, Default)]
pub(super) struct OutsideOne {
    /// Candidates that the plan does not form, as far as the dossier lists them.
    pub(super) listed: usize,
    /// Those of them that no plan can have.
    pub(super) ruled_out: usize,
    /// Excluded by a rule.
    pub(super) excluded: usize,
}

impl<'a> Outside<'a> {
    /// Counts them for the recipients that are asked for.
    pub(crate) fn of(dossier: &'a Dossier, asked: impl Fn(&str) -> bool) -> Self {
        let mut counts: BTreeMap<&str, OutsideOne> = BTreeMap::new();
        let demanded = dossier.demanded();
        let candidates = dossier.candidates.iter();
        for row in candidates.filter(|row| asked(&row.recipient)) {
            let one = counts.entry(&row.recipient).or_default();
            one.listed += 1;
            one.ruled_out += usize::from(demanded.rules_out(&row.helper, &row.recipient));
        }
        let excluded = dossier.excluded.iter();
        for row in excluded.filter(|row| asked(&row.recipient)) {
            counts.entry(&row.recipient).or_default().excluded += 1;
        }
        Self(counts)
    }

    pub(super) fn at(&self, recipient: &str) -> OutsideOne {
        self.0.get(recipient).copied().unwrap_or_default()
    }
}
