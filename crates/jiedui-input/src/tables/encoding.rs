//! From bytes to text: UTF-8 with or without byte order mark, else GB18030.

use encoding_rs::GB18030;
use jiedui_diagnostics::{Diagnostic, Location};
use std::borrow::Cow;
use std::sync::Arc;

const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

/// The text of a file.
///
/// *Errors:* E0004 where neither encoding fits, E0005 where the content is no text at all.
pub fn decode<'a>(file: &Arc<str>, bytes: &'a [u8]) -> Result<Cow<'a, str>, Diagnostic> {
    let bytes = bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes);
    check_e0005_binary(file, bytes)?;
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    check_e0004_encoding(file, bytes)
}

/// E0004: the bytes are neither UTF-8 nor GB18030.
fn check_e0004_encoding<'a>(file: &Arc<str>, bytes: &'a [u8]) -> Result<Cow<'a, str>, Diagnostic> {
    if let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok(text);
    }
    // No byte of a GB18030 character is a line feed, so lines can be judged one by one.
    let bad_line = bytes.split(|byte| *byte == b'\n').position(|line| {
        std::str::from_utf8(line).is_err()
            && GB18030
                .decode_without_bom_handling_and_without_replacement(line)
                .is_none()
    });
    let row = bad_line.map_or(0, |line| u32::try_from(line + 1).unwrap_or(0));
    let line = if row == 0 {
        "none".to_owned()
    } else {
        row.to_string()
    };
    Err(Diagnostic::new("E0004")
        .at(Location::row(file, row))
        .with("line", line))
}

/// E0005: the bytes are no text (a workbook, a picture, …).
fn check_e0005_binary(file: &Arc<str>, bytes: &[u8]) -> Result<(), Diagnostic> {
    let kind = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        "workbook"
    } else if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        "utf-16"
    } else if bytes.iter().any(|byte| is_binary(*byte)) {
        "binary"
    } else {
        return Ok(());
    };
    Err(Diagnostic::new("E0005")
        .at(Location::file(file))
        .with("kind", kind))
}

/// Control characters that no spreadsheet writes into a CSV file.
pub(crate) fn is_binary(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a | 0x1b)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn decode_takes_utf8_and_gb18030() {
        let file = Arc::from("places.csv");
        let text = "名称,市州\n甘孜县,甘孜州\n";
        assert_eq!(decode(&file, text.as_bytes()).unwrap(), text);
        let marked = [UTF8_MARK, text.as_bytes()].concat();
        assert_eq!(decode(&file, &marked).unwrap(), text);
        let (gb, _, _) = GB18030.encode(text);
        assert_ne!(&*gb, text.as_bytes());
        assert_eq!(decode(&file, &gb).unwrap(), text);
    }

    #[test]
    fn decode_names_the_line_that_fits_neither() {
        let file = Arc::from("places.csv");
        let problem = decode(&file, b"code,name\n1,\xff\xff\n").unwrap_err();
        assert_eq!(problem.code, "E0004");
        assert_eq!(problem.location.unwrap().row, 2);
    }

    #[test]
    fn decode_refuses_what_is_no_text() {
        let file = Arc::from("places.csv");
        for bytes in [&b"PK\x03\x04rest"[..], b"\xff\xfea\0", b"a,b\0c"] {
            assert_eq!(decode(&file, bytes).unwrap_err().code, "E0005");
        }
    }
}
