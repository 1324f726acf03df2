//! Public benchmark instances with known answers, as ordinary case folders. They are no part of the
//! repository: they are looked for beside it, in `../shared/instances`.

mod assignment;
mod case_folder;
mod generalised_assignment;
mod numbers;
mod reviewers;

use crate::repository_root;
pub use assignment::assignment;
pub use case_folder::CaseFolder;
pub use generalised_assignment::{generalised_assignment, optima};
pub use reviewers::reviewers;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder of the instances, if it is there.
pub fn instances() -> Option<PathBuf> {
    let folder = repository_root().join("../shared/instances");
    folder.is_dir().then_some(folder)
}

/// Sizes of the assignment problems of the OR-Library, each with its optimum.
pub const ASSIGNMENT_OPTIMA: [(usize, u32); 4] = [(100, 305), (200, 475), (300, 626), (400, 804)];

/// Every instance as a case, by the name of the case.
///
/// *Errors:* a file that is missing or is not in the format that its library describes.
pub fn all(instances: &Path) -> io::Result<Vec<CaseFolder>> {
    let mut cases = Vec::new();
    for (size, _) in ASSIGNMENT_OPTIMA {
        cases.push(assignment(instances, size)?);
    }
    for (name, _) in optima(instances)? {
        cases.push(generalised_assignment(instances, &name)?);
    }
    cases.push(reviewers(instances)?);
    Ok(cases)
}

/// A file of an instance as text; the error says which.
fn read(path: &Path) -> io::Result<String> {
    let named =
        |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    fs::read_to_string(path).map_err(named)
}
