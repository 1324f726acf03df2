//! Is it a workbook, and may it be unpacked? Looked at before anything is parsed.

use crate::tables::decode;
use jiedui_diagnostics::{Diagnostic, Location};
use std::io::{Cursor, Read};
use std::sync::Arc;
use zip::ZipArchive;

/// Bytes of all parts, unpacked. A case of a hundred thousand rows takes a tenth of it.
const MAX_UNPACKED: u64 = 256 * 1024 * 1024;
/// Texts that the cells of a workbook share; a case has as many at most as cells with text.
const MAX_TEXTS: usize = 5_000_000;
/// Bytes of the shortest text that is shared, `<si/>`.
const LEAST_TEXT: usize = 5;
/// Parts of a package; a workbook has a few for every sheet.
const MAX_PARTS: usize = 2_000;

/// *Errors:* E0011 for another format, E0012 for a password, E0013 for one that unpacks to more than
/// any case, E0014 where it is damaged.
pub(crate) fn check_package(file: &Arc<str>, bytes: &[u8]) -> Result<(), Diagnostic> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        check_e0012_password(file, bytes)?;
        return Err(check_e0011_format(file, "old"));
    }
    if !bytes.starts_with(b"PK") {
        let is_text = !bytes.is_empty() && decode(file, bytes).is_ok();
        return Err(if is_text {
            check_e0011_format(file, "text")
        } else {
            check_e0014_damaged(file)
        });
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| check_e0014_damaged(file))?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    if !has("[Content_Types].xml") || has("word/document.xml") || has("ppt/presentation.xml") {
        let kind = if has("content.xml") { "ods" } else { "other" };
        return Err(check_e0011_format(file, kind));
    }
    if has("xl/workbook.bin") {
        return Err(check_e0011_format(file, "xlsb"));
    }
    if archive.len() > MAX_PARTS {
        return Err(check_e0013_unpacked(file));
    }
    let mut left = MAX_UNPACKED;
    for index in 0..archive.len() {
        left = check_part(file, &mut archive, index, left)?;
    }
    Ok(())
}

/// Unpacks one part, counting: the sizes that a package states may be lies.
///
/// *Returns* how many bytes the others may take.
fn check_part(
    file: &Arc<str>,
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    left: u64,
) -> Result<u64, Diagnostic> {
    let part = archive
        .by_index(index)
        .map_err(|_| check_e0014_damaged(file))?;
    let is_strings = part
        .name()
        .map_err(|_| check_e0014_damaged(file))?
        .to_ascii_lowercase()
        .ends_with("sharedstrings.xml");
    let mut reader = part.take(left + 1);
    let mut unpacked = Vec::new();
    let size = if is_strings {
        reader.read_to_end(&mut unpacked).map(|size| size as u64)
    } else {
        std::io::copy(&mut reader, &mut std::io::sink())
    }
    .map_err(|_| check_e0014_damaged(file))?;
    let left = left
        .checked_sub(size)
        .ok_or_else(|| check_e0013_unpacked(file))?;
    if is_strings && !is_honest_count(&unpacked) {
        return Err(check_e0014_damaged(file));
    }
    Ok(left)
}

/// Whether the number of texts that the part announces can be true. Readers make room for that many
/// before they read any; a wrong one would take all memory.
fn is_honest_count(part: &[u8]) -> bool {
    const KEY: &[u8] = b"uniqueCount";
    // Other encodings than UTF-8 could hide the announcement; no program writes them.
    if part.contains(&0) {
        return false;
    }
    let mut places = part.windows(KEY.len()).enumerate();
    places.all(|(place, window)| {
        if window != KEY {
            return true;
        }
        let digits: Vec<u8> = part
            .iter()
            .skip(place + KEY.len())
            .skip_while(|byte| !byte.is_ascii_digit() && !byte.is_ascii_alphabetic())
            .take_while(|byte| byte.is_ascii_digit())
            .copied()
            .collect();
        let count = String::from_utf8(digits).unwrap_or_default();
        count.is_empty()
            || count
                .parse::<usize>()
                .is_ok_and(|count| count <= (part.len() / LEAST_TEXT).min(MAX_TEXTS))
    })
}

/// E0011: a file of another kind, whatever its name says.
fn check_e0011_format(file: &Arc<str>, kind: &'static str) -> Diagnostic {
    Diagnostic::new("E0011")
        .at(Location::file(file))
        .with("kind", kind)
}

/// E0012: the workbook is locked with a password.
fn check_e0012_password(file: &Arc<str>, bytes: &[u8]) -> Result<(), Diagnostic> {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        return Err(Diagnostic::new("E0012").at(Location::file(file)));
    }
    Ok(())
}

/// E0013: more than a case can be comes out of the package.
pub(crate) fn check_e0013_unpacked(file: &Arc<str>) -> Diagnostic {
    Diagnostic::new("E0013")
        .at(Location::file(file))
        .with("limit", MAX_UNPACKED / (1024 * 1024))
}

/// E0014: the package cannot be read, or is not what it says.
pub(crate) fn check_e0014_damaged(file: &Arc<str>) -> Diagnostic {
    Diagnostic::new("E0014").at(Location::file(file))
}
