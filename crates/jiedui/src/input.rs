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
        let mut noted = |read: Result<(String, String), Box<Diagnostic>>| match read {
            Ok(text) => Some(text),
            Err(problem) => {
                problems.push(*problem);
                None
            }
        };
        let case = arguments.case.as_ref().map(|case| folder.join(case));
        let policy = arguments.policy.as_deref();
        let policy = noted(policy_in_force(folder, policy, case.as_deref()));
        let overlays = arguments.overlays.iter();
        let overlays: Vec<Option<(String, String)>> = overlays
            .map(|path| noted(named_text(folder, path)))
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
/// *Errors:* E0002, E0003, E0004, E0006.
pub(crate) fn policy_text(
    policy: Option<&Path>,
    case: Option<&Path>,
) -> Result<(String, String), Failure> {
    policy_in_force(Path::new(""), policy, case).map_err(|problem| Failure::rejected_for(*problem))
}

/// The same; the policy named is relative to `folder`.
fn policy_in_force(
    folder: &Path,
    policy: Option<&Path>,
    case: Option<&Path>,
) -> Result<(String, String), Box<Diagnostic>> {
    match (policy, case.filter(|case| has_policy(case))) {
        (Some(path), _) => named_text(folder, path),
        (None, Some(case)) => own_policy(case),
        (None, None) => Ok(shipped_policy()),
    }
}

/// The policy's file; `None` for the shipped one.
pub(crate) fn policy_file(policy: Option<&Path>, case: Option<&Path>) -> Option<PathBuf> {
    let own = || {
        let case = case.filter(|case| has_policy(case))?;
        Some(case.join(POLICY_FILE))
    };
    policy.map(Path::to_owned).or_else(own)
}

/// Whether a case has a policy of its own. A link that leads nowhere is one that cannot be read.
fn has_policy(case: &Path) -> bool {
    case.join(POLICY_FILE).symlink_metadata().is_ok()
}

/// *Errors:* E0002, E0003, E0004, E0006.
fn own_policy(case: &Path) -> Result<(String, String), Box<Diagnostic>> {
    let file: Arc<str> = Arc::from(POLICY_FILE);
    let bytes = jiedui_input::read_file(case, &file).map_err(Box::new)?;
    Ok((POLICY_FILE.to_owned(), text(&file, bytes)?))
}

fn shipped_policy() -> (String, String) {
    (
        shipped::POLICY.name.to_owned(),
        shipped::POLICY.text.to_owned(),
    )
}

/// Name and text of a file that the user named, relative to `folder`. *Errors:* E0002, E0003, E0004.
fn named_text(folder: &Path, path: &Path) -> Result<(String, String), Box<Diagnostic>> {
    let name = path.display().to_string();
    let file: Arc<str> = Arc::from(name.as_str());
    let bytes = jiedui_input::read_named(&folder.join(path), &file).map_err(Box::new)?;
    Ok((name, text(&file, bytes)?))
}

/// *Errors:* E0004.
fn text(file: &Arc<str>, bytes: Vec<u8>) -> Result<String, Box<Diagnostic>> {
    let text = String::from_utf8(bytes).map_err(|_| {
        let problem = Diagnostic::new("E0004").at(Location::file(file));
        Box::new(problem.with("line", "none"))
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}
