//! Finds a recipient or a helper by what a person types: a code, or a name that only one has.

use jiedui_explain::Dossier;
use thiserror::Error;

/// Why an explanation cannot be given.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum ReportError {
    /// Nobody has this code or name.
    #[error("no recipient has the code or name `{given}`")]
    UnknownRecipient {
        /// What was asked for.
        given: String,
    },
    /// Nobody has this code or name.
    #[error("no helper has the code or name `{given}`")]
    UnknownHelper {
        /// What was asked for.
        given: String,
    },
    /// Several have this name; their codes tell them apart.
    #[error("`{given}` is the name of several: {}", codes.join(", "))]
    AmbiguousName {
        /// What was asked for.
        given: String,
        /// The codes of those who have the name.
        codes: Vec<String>,
    },
}

/// The code of the recipient that a person means.
///
/// *Errors:* [`ReportError::UnknownRecipient`], [`ReportError::AmbiguousName`].
pub fn find_recipient<'a>(dossier: &'a Dossier, given: &str) -> Result<&'a str, ReportError> {
    if let Some(entry) = dossier.recipient(given) {
        return Ok(&entry.code);
    }
    let entries = dossier.recipients.iter();
    let named = called(
        given,
        entries.map(|entry| (entry.name.as_str(), entry.code.as_str())),
    );
    only(named, given).unwrap_or_else(|| {
        Err(ReportError::UnknownRecipient {
            given: given.to_owned(),
        })
    })
}

/// The code of the helper that a person means.
///
/// *Errors:* [`ReportError::UnknownHelper`], [`ReportError::AmbiguousName`].
pub fn find_helper<'a>(dossier: &'a Dossier, given: &str) -> Result<&'a str, ReportError> {
    if let Some(entry) = dossier.helper(given) {
        return Ok(&entry.code);
    }
    let entries = dossier.helpers.iter();
    let named = called(
        given,
        entries.map(|entry| (entry.name.as_str(), entry.code.as_str())),
    );
    only(named, given).unwrap_or_else(|| {
        Err(ReportError::UnknownHelper {
            given: given.to_owned(),
        })
    })
}

/// The codes of those who are called so, or, where nobody is, of those who are but for what stands behind in
/// brackets, as it does to tell namesakes apart.
fn called<'a>(
    given: &str,
    entries: impl Iterator<Item = (&'a str, &'a str)> + Clone,
) -> Vec<&'a str> {
    let codes = |is: &dyn Fn(&str) -> bool| -> Vec<&'a str> {
        let found = entries.clone().filter(|(name, _)| is(name));
        found.map(|(_, code)| code).collect()
    };
    let exactly = codes(&|name| name == given);
    if !exactly.is_empty() {
        return exactly;
    }
    codes(&|name| {
        let rest = name.strip_prefix(given);
        rest.is_some_and(|rest| rest.starts_with('（') || rest.starts_with(" ("))
    })
}

fn only<'a>(codes: Vec<&'a str>, given: &str) -> Option<Result<&'a str, ReportError>> {
    match codes.as_slice() {
        [] => None,
        [code] => Some(Ok(code)),
        _ => Some(Err(ReportError::AmbiguousName {
            given: given.to_owned(),
            codes: codes.into_iter().map(str::to_owned).collect(),
        })),
    }
}
