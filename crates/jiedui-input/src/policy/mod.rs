//! The policy file: the rules of the action as data (`config/*.toml`).
//!
//! Every problem is found in one pass and points to its line; unknown keys are errors. A key may be
//! absent only where its absence has one stated meaning:
//!
//! | key | absent means |
//! |---|---|
//! | `sectors.X.whole` | units of a sector in 人 cannot be split, those of a sector in 万元 can |
//! | `sectors.X.clause`, `tracks.X.clause` | no clause is cited |
//! | `sectors` | help has no sectors: only pairs are decided |
//! | `tracks.X.pairs_per_recipient.min`, `pairs_per_helper.min` | 0 |
//! | `tracks.X.pairs_per_recipient.max`, `pairs_per_helper.max` | no limit |
//! | `tracks.X.divisible` | `false` |
//! | `tracks.X.max_distance_km`, `max_hardship_gap`, `max_changes` | no limit |
//! | `tracks.X.minimum_support`, `effort_floor`, `min_tenure_years` | 0 |
//! | `tracks.X.funding_rate` | budgets are those of the table of helpers; none given = no limit |
//! | `fit.indicators` | none; required for `method = "industry"` |
//! | `equity` | φ(t) = t; required where an objective is `equity` |
//! | `objectives.weight` | 1 |
//! | `objectives.tolerance` | 0 |
//! | `objectives.tracks` | all tracks count |
//! | `objectives.by_age` | `false`; `continuity` only |
//! | `solver` and its keys | those of [`jiedui_domain::SolverOptions::default`] |
//!
//! Everything else must be written out.

mod checks;
mod codes;
pub(crate) mod document;
mod equity;
pub(crate) mod keys;
mod objectives;
pub mod options;
pub(crate) mod section;
mod sectors;
mod tracks;
mod warnings;
mod write;

pub use codes::CODES;
pub use document::{Document, Spot};
pub use section::Bounds;
pub use write::write;

use document::FileKind;
use jiedui_diagnostics::{Diagnostic, Severity, sort};
use jiedui_domain::{Bilingual, Policy};
use section::{Item, Problems, Section};

const POLICY_FILE: FileKind = FileKind {
    syntax: "E0501",
    too_large: "E0502",
    full_width: "E0503",
    key_twice: "E0534",
    largest: 1 << 20,
};

/// Reads a policy file; `name` is how diagnostics call it.
///
/// *Returns* the policy and the warnings. *Errors:* every problem of the file (E05xx) together with the
/// warnings (W05xx), in the order of the lines.
pub fn read(name: &str, text: &str) -> Result<(Policy, Vec<Diagnostic>), Vec<Diagnostic>> {
    read_document(&Document::parse(name, text)?)
}

/// Reads a policy from a document into which overlays may have been merged.
///
/// *Errors:* as [`read`]; a problem with a value that an overlay put there points into the overlay.
pub fn read_document(document: &Document) -> Result<(Policy, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut problems = Problems::new();
    let policy = understand(document, &mut problems);
    sort(&mut problems);
    let rejected = problems
        .iter()
        .any(|problem| problem.severity() == Severity::Error);
    match policy {
        Some(policy) if !rejected => Ok((policy, problems)),
        _ => Err(problems),
    }
}

fn understand(document: &Document, problems: &mut Problems) -> Option<Policy> {
    let root = Item {
        path: String::new(),
        node: &document.root,
    };
    let root = Section::open(&root, &keys::ROOT, problems)?;
    let header = root
        .required("policy", problems)
        .and_then(|item| Section::open(&item, &keys::HEADER, problems));
    let (name, title, document) = header.map_or_else(Default::default, |header| {
        let name = header.required("name", problems);
        let document = header.optional("document");
        (
            name.and_then(|item| item.text(problems))
                .unwrap_or_default(),
            read_title(&header, problems),
            document.map(|item| in_both_languages(&item, problems)),
        )
    });
    let sectors = sectors::read_sectors(&root, problems);
    let tracks = tracks::read_tracks(&root, problems);
    let distance = options::read_distance(&root, problems);
    let fit = options::read_fit(&root, problems);
    let solver = options::read_solver(&root, problems);
    let objectives = objectives::read_objectives(&root, &tracks, &sectors, problems);
    let equity = equity::read_equity(&root, &objectives, problems);
    Some(Policy {
        name,
        title,
        document,
        sectors,
        tracks,
        distance: distance?,
        fit: fit?,
        equity: equity?,
        objectives: objectives
            .into_iter()
            .map(|(_, objective)| objective)
            .collect(),
        solver,
    })
}

/// The `title` of a table, in both languages.
fn read_title(section: &Section<'_>, problems: &mut Problems) -> Bilingual {
    let title = section.required("title", problems);
    title.map_or_else(Bilingual::default, |item| {
        in_both_languages(&item, problems)
    })
}

/// A table of one text in both languages.
fn in_both_languages(item: &Item<'_>, problems: &mut Problems) -> Bilingual {
    let Some(title) = Section::open(item, &keys::TITLE, problems) else {
        return Bilingual::default();
    };
    let mut language = |code: &'static str| {
        checks::check_e0517_title_language(&title, code, problems);
        let text = title.optional(code).and_then(|item| item.text(problems));
        text.unwrap_or_default()
    };
    Bilingual {
        zh: language("zh"),
        en: language("en"),
    }
}
