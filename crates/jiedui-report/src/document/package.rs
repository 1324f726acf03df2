//! The finished package: compressed, with the run's own date, and the same bytes every time.
//!
//! What the library writes is put in order here: paragraph numbers that grow from document to
//! document are left out, heads of tables are repeated on every page, the properties say what the
//! document is, and no entry carries the time of day.

use crate::Made;
use docx_rs::Docx;
use std::io::{Cursor, Error, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

const BODY: &str = "word/document.xml";
const PROPERTIES: &str = "docProps/core.xml";

/// The file of a document.
pub(super) fn package(docx: Docx, title: &str, status: &str, made: Made) -> Result<Vec<u8>, Error> {
    let mut raw = Cursor::new(Vec::new());
    docx.pack(&mut raw).map_err(Error::other)?;
    let mut archive = ZipArchive::new(raw).map_err(Error::other)?;
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(Error::other)?;
        if entry.is_dir() {
            continue;
        }
        let name = entry.name().map_err(Error::other)?.into_owned();
        let mut content = String::new();
        entry.read_to_string(&mut content)?;
        content = match name.as_str() {
            PROPERTIES => properties(title, status, made),
            BODY => repeat_heads(&without_paragraph_numbers(&content)),
            _ => without_paragraph_numbers(&content),
        };
        out.start_file(name, options).map_err(Error::other)?;
        out.write_all(content.as_bytes())?;
    }
    Ok(out.finish().map_err(Error::other)?.into_inner())
}

/// Without the attribute that numbers paragraphs. Text cannot contain it: its quotes are escaped.
fn without_paragraph_numbers(xml: &str) -> String {
    const ATTRIBUTE: &str = " w14:paraId=\"";
    let mut out = String::with_capacity(xml.len());
    let mut rest = xml;
    while let Some((before, after)) = rest.split_once(ATTRIBUTE) {
        out.push_str(before);
        rest = after.split_once('"').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

/// With the first row of every table as its head, repeated on each page.
fn repeat_heads(xml: &str) -> String {
    const TABLE: &str = "<w:tbl>";
    const ROW: &str = "<w:trPr>";
    const HEAD: &str = "<w:trPr><w:tblHeader/>";
    let mut parts = xml.split(TABLE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for table in parts {
        out.push_str(TABLE);
        out.push_str(&table.replacen(ROW, HEAD, 1));
    }
    out
}

fn properties(title: &str, status: &str, made: Made) -> String {
    let (title, status, made) = (escaped(title), escaped(status), made.text());
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>jiedui</dc:creator><cp:lastModifiedBy>jiedui</cp:lastModifiedBy><cp:contentStatus>{status}</cp:contentStatus><dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{made}</dcterms:modified></cp:coreProperties>"#
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraph_numbers_are_left_out() {
        let xml = r#"<w:p w14:paraId="00000001"><w:t>a</w:t></w:p><w:p w14:paraId="2" w:x="y"/>"#;
        assert_eq!(
            without_paragraph_numbers(xml),
            r#"<w:p><w:t>a</w:t></w:p><w:p w:x="y"/>"#
        );
    }

    #[test]
    fn only_the_first_row_of_a_table_is_its_head() {
        let xml = "<w:p/><w:tbl><w:tr><w:trPr>1</w:trPr></w:tr><w:tr><w:trPr>2</w:trPr></w:tr></w:tbl>\
                   <w:tbl><w:tr><w:trPr>3</w:trPr></w:tr></w:tbl>";
        let repeated = repeat_heads(xml);
        assert_eq!(repeated.matches("tblHeader").count(), 2);
        assert!(repeated.contains("<w:trPr><w:tblHeader/>1"));
        assert!(repeated.contains("<w:trPr>2"));
        assert!(repeated.contains("<w:trPr><w:tblHeader/>3"));
    }
}
