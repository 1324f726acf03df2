//! From the arguments of a command to a validated case.

use crate::arguments::CaseArguments;
use crate::exit::Failure;
use crate::run_folder::INPUT;
use crate::shipped;
use jiedui_diagnostics::{Diagnostic, Location};
use jiedui_input::{BaseInput, CaseSource, Loaded, NamedText, load};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A case folder that holds a policy of this name brings its own. A workbook has none: what stands
/// beside it may belong to something else.
pub(crate) const POLICY_FILE: &str = "policy.toml";

/// The texts that a case is made of, before they mean anything.
pub(crate) struct Texts {
    source: CaseSource,
    policy: (String, String),
    overlays: Vec<(String, String)>,
}

impl Texts {
    /// Reads what the command line names, relative to `folder`: the shipped case and policy where none
    /// are named.
    ///
    /// *Errors:* E0002, E0004, for every file.
    pub(crate) fn read(arguments: &CaseArguments, folder: &Path) -> Result<Self, Failure> {
        let mut problems = Vec::new();
        let mut text_of = |path: &Path, name: &str| match read_text(&folder.join(path), name) {
            Ok(text) => Some((name.to_owned(), text)),
            Err(problem) => {
                problems.push(*problem);
                None
            }
        };
        let case = arguments.case.as_ref().map(|case| folder.join(case));
        let policy = match policy_of(arguments.policy.as_deref(), case.as_deref()) {
            Some((path, name)) => text_of(&path, &name),
            None => Some(shipped_policy()),
        };
        let overlays: Vec<Option<(String, String)>> = arguments
            .overlays
            .iter()
            .map(|path| text_of(path, &path.display().to_string()))
            .collect();
        if !problems.is_empty() {
            return Err(Failure::rejected(problems));
        }
        Ok(Self {
            source: case.map_or_else(shipped::case, |place| CaseSource::at(&place)),
            policy: policy.unwrap_or_default(),
            overlays: overlays.into_iter().flatten().collect(),
        })
    }

    /// The case before anything more is merged.
    pub(crate) fn base(&self) -> BaseInput {
        let overlays = self.named();
        BaseInput::read(&self.source, self.policy(), &overlays)
    }

    fn policy(&self) -> NamedText<'_> {
        let (name, text) = &self.policy;
        NamedText { name, text }
    }

    fn named(&self) -> Vec<NamedText<'_>> {
        let overlays = self.overlays.iter();
        overlays
            .map(|(name, text)| NamedText { name, text })
            .collect()
    }
}

/// Reads case, policy and overlays: the shipped ones where none are named.
///
/// *Errors:* every problem of every file, exit code 1.
pub(crate) fn read(arguments: &CaseArguments) -> Result<Loaded, Failure> {
    let texts = Texts::read(arguments, Path::new(""))?;
    load(&texts.source, texts.policy(), &texts.named()).map_err(Failure::rejected)
}

/// The case that a run was made from, as its folder keeps it.
///
/// *Errors:* as [`read`].
pub(crate) fn read_archived(run: &Path) -> Result<Loaded, Failure> {
    read(&CaseArguments {
        case: Some(run.join(INPUT)),
        policy: None,
        overlays: Vec::new(),
    })
}

/// Name and text of the policy in force: the one named, else that of the case, else the shipped one.
///
/// *Errors:* E0002, E0003, E0004.
pub(crate) fn policy_text(
    policy: Option<&Path>,
    case: Option<&Path>,
) -> Result<(String, String), Failure> {
    match policy_of(policy, case) {
        Some((path, name)) => match read_text(&path, &name) {
            Ok(text) => Ok((name, text)),
            Err(problem) => Err(Failure::rejected_for(*problem)),
        },
        None => Ok(shipped_policy()),
    }
}

/// The policy's file and how it is called; `None` for the shipped one.
pub(crate) fn policy_of(policy: Option<&Path>, case: Option<&Path>) -> Option<(PathBuf, String)> {
    if let Some(path) = policy {
        return Some((path.to_owned(), path.display().to_string()));
    }
    let own = case?.join(POLICY_FILE);
    own.exists().then(|| (own, POLICY_FILE.to_owned()))
}

fn shipped_policy() -> (String, String) {
    (
        shipped::POLICY.name.to_owned(),
        shipped::POLICY.text.to_owned(),
    )
}

/// A text file that the user named. *Errors:* E0002, E0003, E0004.
fn read_text(path: &Path, name: &str) -> Result<String, Box<Diagnostic>> {
    let file: Arc<str> = Arc::from(name);
    let bytes = jiedui_input::read_named(path, &file).map_err(Box::new)?;
    let text = String::from_utf8(bytes).map_err(|_| {
        let problem = Diagnostic::new("E0004").at(Location::file(&file));
        Box::new(problem.with("line", "none"))
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}
