//! Answers for which the case was solved again, kept in the run folder for its documents.

use crate::exit::Failure;
use crate::manifest::digest;
use crate::new_file::replace_file;
use crate::partial_folder::check_e0902_unwritable;
use crate::saved_run::{self, DOSSIER, check_e0904};
use jiedui_engine::decision_report::DecisionPrices;
use jiedui_engine::why_not_report::{Asked, WhyNot};
use jiedui_report::Answers;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The folder of a run that holds them.
pub(crate) const FOLDER: &str = "answers";
/// The version of the files.
const FORMAT_VERSION: u32 = 1;

/// One answer.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", content = "answer", rename_all = "snake_case")]
pub(crate) enum Answered {
    /// What each decision costs.
    Decisions(DecisionPrices),
    /// What a pair would cost, or doing without it.
    Pair(Box<WhyNot>),
}

/// A file of the folder.
#[derive(Serialize, Deserialize)]
struct Saved {
    format_version: u32,
    /// Digest of the dossier to which the answer belongs.
    dossier: String,
    #[serde(flatten)]
    answered: Answered,
}

/// Keeps an answer in the run folder, in the place of an earlier one to the same question.
///
/// *Errors:* E0902, E0903.
pub(crate) fn save(run: &Path, answered: Answered) -> Result<PathBuf, Failure> {
    let folder = run.join(FOLDER);
    let path = folder.join(file_name(&answered));
    let saved = Saved {
        format_version: FORMAT_VERSION,
        dossier: own_digest(run)?,
        answered,
    };
    let mut json = serde_json::to_string_pretty(&saved).map_err(Failure::defect)?;
    json.push('\n');
    let unwritable = || check_e0902_unwritable(&path);
    std::fs::create_dir_all(&folder).map_err(|_| unwritable())?;
    replace_file(&path, json.as_bytes()).map_err(|_| unwritable())?;
    Ok(path)
}

/// What the run folder holds, in the order of the names of the files.
///
/// *Errors:* E0904 for a file that is no answer, or belongs to another dossier: a wrong reason is worse
/// than none.
pub(crate) fn read(run: &Path) -> Result<Answers, Failure> {
    let mut answers = Answers::default();
    let Ok(entries) = std::fs::read_dir(run.join(FOLDER)) else {
        return Ok(answers);
    };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".json")).collect();
    names.sort();
    let own = own_digest(run)?;
    for name in names {
        let name = format!("{FOLDER}/{name}");
        let bytes = saved_run::bytes(run, &name)?;
        let saved: Option<Saved> = serde_json::from_slice(&bytes).ok();
        let saved = saved.filter(|saved| saved.format_version == FORMAT_VERSION);
        let saved = saved.filter(|saved| saved.dossier == own);
        match saved.map(|saved| saved.answered) {
            Some(Answered::Decisions(prices)) => answers.decisions = Some(prices),
            Some(Answered::Pair(answer)) => answers.pairs.push(*answer),
            None => return Err(Failure::rejected_for(check_e0904(&name))),
        }
    }
    Ok(answers)
}

fn own_digest(run: &Path) -> Result<String, Failure> {
    Ok(digest(DOSSIER, &saved_run::bytes(run, DOSSIER)?).digest)
}

/// The same question always has the same name, and no other question has it.
fn file_name(answered: &Answered) -> String {
    match answered {
        Answered::Decisions(_) => "decisions.json".to_owned(),
        Answered::Pair(answer) => {
            let asked = match answer.asked {
                Asked::Formed => "with",
                Asked::NotFormed => "without",
            };
            let (helper, recipient) = (&answer.helper.code, &answer.recipient.code);
            let plain = |code: &str| {
                let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
                (1..=40).contains(&code.len()) && code.bytes().all(is_plain)
            };
            if plain(helper) && plain(recipient) {
                return format!("{asked}_{helper}_{recipient}.json");
            }
            // Other characters could name another folder, or be too long for a name.
            let digest = digest("", format!("{helper}\n{recipient}").as_bytes()).digest;
            let short: String = digest
                .chars()
                .filter(char::is_ascii_hexdigit)
                .skip(4)
                .take(24)
                .collect();
            format!("{asked}_{short}.json")
        }
    }
}
