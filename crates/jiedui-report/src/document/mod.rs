//! Official documents (.docx): the draft assignment, and each pair's draft yearly plan.
//!
//! The layout follows GB/T 9704, the national standard for official documents: A4, 22 lines of 28
//! characters, the fonts that it names for title, headings and body, page numbers between dashes.
//! The fonts are named, not embedded; where they are missing the program that opens the document
//! takes others.

mod annexes;
mod basis;
mod layout;
mod matters;
mod note;
mod ordinal;
mod package;
mod paper;
mod people;
mod plan;
mod plan_tasks;
mod proposal;
mod reason;

pub(crate) use matters::{ended_rows, why_ended};

use crate::clean::Medium;
use crate::wording::Wording;
use crate::{Answers, FileError, Made, conflict};
use jiedui_explain::Dossier;
use jiedui_explain::conflict::ConflictReport;
use jiedui_explain::dossier::PairEntry;
use jiedui_messages::{Lang, catalogue};

/// A file with the name under which it is saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedFile {
    /// The name, without a folder; safe on every file system.
    pub name: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// The folder of a run in which documents are saved.
pub fn folder_name(lang: Lang) -> String {
    catalogue(lang).text("doc-folder", &[])
}

/// The folder, within that of the documents, for the yearly plans.
pub fn plans_folder_name(lang: Lang) -> String {
    catalogue(lang).text("doc-folder-plans", &[])
}

/// The draft assignment (结对方案建议稿): result, aims, pairs, coverage, what to decide, and as
/// annexes the reasons for each pair, the method and the sources.
///
/// *Errors:* [`FileError::Document`].
/// *Determinism:* equal dossiers, languages and moments give equal bytes.
pub fn proposal(
    dossier: &Dossier,
    answers: &Answers,
    lang: Lang,
    made: Made,
) -> Result<NamedFile, FileError> {
    Ok(NamedFile {
        name: catalogue(lang).text("doc-file-proposal", &[]),
        bytes: proposal::proposal(wording(dossier, lang), answers, made)?,
    })
}

/// A draft yearly implementation plan for each pair in which a developed place helps, one document
/// a pair, by recipient.
///
/// These are the pairs of the track `place`, or, in a policy without it, of the first track.
///
/// *Errors:* [`FileError::Document`].
/// *Determinism:* as [`proposal()`].
/// *Source:* clause (二十四).
pub fn plans(dossier: &Dossier, lang: Lang, made: Made) -> Result<Vec<NamedFile>, FileError> {
    let wording = wording(dossier, lang);
    let pairs = planned_pairs(dossier);
    let width = pairs.len().to_string().len().max(2);
    (1_usize..)
        .zip(pairs)
        .map(|(number, pair)| {
            let name = wording.text(
                "doc-file-plan",
                &[
                    ("number", &format!("{number:0width$}")),
                    ("helper", &file_part(&wording.helper(&pair.helper))),
                    ("recipient", &file_part(&wording.recipient(&pair.recipient))),
                ],
            );
            let bytes = plan::plan(wording, pair, made)?;
            Ok(NamedFile { name, bytes })
        })
        .collect()
}

fn wording(dossier: &Dossier, lang: Lang) -> Wording<'_> {
    Wording {
        dossier,
        lang,
        medium: Medium::Office,
    }
}

/// Why no plan exists, as a document: what stands in the way, and the ways out.
///
/// *Errors:* [`FileError::Document`].
/// *Determinism:* as [`proposal()`].
pub fn conflict(report: &ConflictReport, lang: Lang, made: Made) -> Result<NamedFile, FileError> {
    let words = |key| catalogue(lang).text(key, &[]);
    let blocks = conflict::blocks(report, lang, Medium::Office);
    let mut paper = paper::Paper::new(lang);
    note::write(&mut paper, &blocks, note::Place::Document);
    Ok(NamedFile {
        name: words("doc-file-conflict"),
        bytes: paper.finish(
            &words("doc-conflict-title"),
            &words("doc-conflict-header"),
            made,
        )?,
    })
}

/// The track whose helpers draw up a yearly plan.
const PLANNING_TRACK: &str = "place";

fn planned_pairs(dossier: &Dossier) -> Vec<&PairEntry> {
    let track = dossier
        .track(PLANNING_TRACK)
        .or_else(|| dossier.tracks.first());
    let Some(track) = track else {
        return Vec::new();
    };
    let pairs = dossier.pairs.iter();
    let mut pairs: Vec<&PairEntry> = pairs.filter(|pair| pair.track == track.code).collect();
    pairs.sort_by_key(|pair| (&pair.recipient, &pair.helper));
    pairs
}

/// A name as part of a file name: short, and without what a file system could take for something else.
fn file_part(name: &str) -> String {
    const MOST: usize = 24;
    let kept = name.chars().filter(|character| {
        !matches!(
            character,
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|'
        )
    });
    let kept: String = kept.take(MOST).collect();
    kept.trim_matches(['.', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::file_part;

    #[test]
    fn file_part_is_safe_on_every_file_system() {
        assert_eq!(file_part("../../etc/passwd"), "etcpasswd");
        assert_eq!(file_part("甲:乙*?\"<>|\\县"), "甲乙县");
        assert_eq!(file_part(&"很".repeat(500)).chars().count(), 24);
        assert_eq!(file_part("成都市锦江区"), "成都市锦江区");
    }
}
