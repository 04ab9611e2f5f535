//! Recognises the format of a file by its first bytes, never by its name.
//!
//! Formats that people give to a reader of resolutions are named even if they cannot be read; anything else is "not
//! text".

use super::ReadError;
use memchr::memmem;

/// How many bytes are searched for markup.
const HEAD: usize = 4096;

/// What a file that begins with `<` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Markup {
    Akn,
    Html,
}

/// Whether bytes are a PDF. Some have lines of a mail or an HTTP response before them, for which the standard allows
/// 1,024 bytes.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or(bytes);
    let early = head.get(..1024).unwrap_or(head);
    bytes.starts_with(b"%PDF") || memmem::find(early, b"%PDF-").is_some() && head.contains(&0x80)
}

/// The ASCII letters of the first bytes, in lower case: enough to find the names of elements in any encoding.
fn ascii(head: &[u8]) -> Vec<u8> {
    // This also drops a byte order mark and the zero bytes of UTF-16.
    head.iter().filter(|byte| (1..128).contains(*byte)).map(u8::to_ascii_lowercase).collect()
}

/// What markup language the first bytes are in. Comments and declarations are skipped.
pub(super) fn markup(bytes: &[u8]) -> Option<Markup> {
    const TAGS: [&[u8]; 16] = [
        b"!doctype html",
        b"html",
        b"head",
        b"body",
        b"meta",
        b"title",
        b"div",
        b"p>",
        b"p ",
        b"pre",
        b"table",
        b"center",
        b"font",
        b"span",
        b"h1",
        b"h2",
    ];
    let head = &*ascii(bytes.get(..bytes.len().min(HEAD)).unwrap_or(bytes));
    let mut text = head.trim_ascii_start();
    while let Some(rest) = text.strip_prefix(b"<!--").or_else(|| text.strip_prefix(b"<?")) {
        let close: &[u8] = if text.starts_with(b"<?") { b"?>" } else { b"-->" };
        let Some(end) = memmem::find(rest, close) else { break };
        text = rest.get(end + close.len()..).unwrap_or_default().trim_ascii_start();
    }
    if !text.starts_with(b"<") {
        return None;
    }
    if memmem::find(head, b"akomantoso").is_some() || memmem::find(head, b"legaldocml").is_some() {
        return Some(Markup::Akn);
    }
    let tag = text.get(1..).unwrap_or_default();
    TAGS.iter().any(|name| tag.starts_with(name)).then_some(Markup::Html)
}

/// Whether bytes are a zip archive with a part of this name, as Word and `OpenDocument` files are. The names of parts
/// are not compressed and stand at the start and at the end.
pub(super) fn zip_with(bytes: &[u8], name: &[u8]) -> bool {
    if !bytes.starts_with(b"PK\x03\x04") && !bytes.starts_with(b"PK\x05\x06") {
        return false;
    }
    let tail = bytes.get(bytes.len().saturating_sub(NAMES)..).unwrap_or(bytes);
    let head = bytes.get(..bytes.len().min(NAMES)).unwrap_or(bytes);
    memmem::find(tail, name).is_some() || memmem::find(head, name).is_some()
}

/// The error for bytes of a known format that plenary does not read.
pub(crate) fn foreign(bytes: &[u8]) -> Option<ReadError> {
    const IMAGE: &str = "it has no text; run it through text recognition first";
    const PACKED: &str = "unpack it first";
    const KNOWN: [(&[u8], (&str, &str)); 14] = [
        (b"\x89PNG", ("an image (PNG)", IMAGE)),
        (b"\xFF\xD8\xFF", ("an image (JPEG)", IMAGE)),
        (b"GIF8", ("an image (GIF)", IMAGE)),
        (b"II*\0", ("an image (TIFF)", IMAGE)),
        (b"MM\0*", ("an image (TIFF)", IMAGE)),
        (b"BZh", ("compressed with bzip2", PACKED)),
        (b"\xFD7zXZ", ("compressed with xz", PACKED)),
        (b"7z\xBC\xAF", ("a 7-zip archive", PACKED)),
        (b"\x7FELF", ("a program", "give it a resolution")),
        (b"MZ\x90\0", ("a program", "give it a resolution")),
        (b"\xFFWPC", ("a WordPerfect document", "save it as .docx or PDF first, with LibreOffice")),
        (b"%!PS", ("a PostScript file", "make a PDF of it first, with `ps2pdf`")),
        (b"AT&TFORM", ("a DjVu document", "make a PDF of it first, with `ddjvu -format=pdf`")),
        (b"RIFF", ("an image or a sound", IMAGE)),
    ];
    let begins = KNOWN.into_iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, known)| known);
    begins.or_else(|| office(bytes)).map(|(what, advice)| ReadError::Foreign { what, advice })
}

/// Recognises mail and the Office formats without running text, by the names of their parts.
fn office(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const SHEET: (&str, &str) = ("a spreadsheet", "save the document that you mean as PDF or text");
    const SLIDES: (&str, &str) = ("a presentation", "save it as PDF first");
    const ZIPPED: [(&[u8], (&str, &str)); 6] = [
        (b"xl/workbook.", SHEET),
        (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", SHEET),
        (b"ppt/presentation.xml", SLIDES),
        (b"mimetypeapplication/vnd.oasis.opendocument.presentation", SLIDES),
        (b"Index/Document.iwa", ("a document of Pages", "export it as PDF or Word first")),
        (b"FixedDocSeq", ("an XPS document", "save it as PDF first")),
    ];
    // The names in compound files are UTF-16.
    const COMPOUND: [(&[u8], (&str, &str)); 4] = [
        (b"W\0o\0r\0k\0b\0o\0o\0k\0", SHEET),
        (b"B\0o\0o\0k\0\0\0", SHEET),
        (b"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0", SLIDES),
        (b"_\0_\0s\0u\0b\0s\0t\0g\x001\0.\0", ("a mail of Outlook", "save what is attached to it")),
    ];
    let zipped = bytes.starts_with(b"PK\x03\x04");
    let compound = bytes.starts_with(b"\xD0\xCF\x11\xE0");
    let names: &[_] = if zipped { &ZIPPED } else { &COMPOUND };
    // A Word document may contain a spreadsheet.
    let word = b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0";
    if !zipped && (!compound || memmem::find(bytes, word).is_some())
        || memmem::find(bytes, b"word/document.xml").is_some()
    {
        return None;
    }
    let tail = bytes.get(bytes.len().saturating_sub(NAMES)..).unwrap_or(bytes);
    let head = bytes.get(..bytes.len().min(NAMES)).unwrap_or(bytes);
    let holds = |name: &[u8]| {
        memmem::find(tail, name).is_some()
            || memmem::find(head, name).is_some()
            || compound && memmem::find(bytes, name).is_some()
    };
    names.iter().find(|(name, _)| holds(name)).map(|(_, known)| *known)
}

/// How many bytes at the start and at the end of an archive are searched for names.
const NAMES: usize = 1 << 16;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::Format;

    #[test]
    fn a_format_is_recognised_by_its_bytes() {
        let told = [
            (&b"%PDF-1.7\n"[..], Format::Pdf),
            (
                b"\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<akomaNtoso xmlns=\"http://docs.oasis-open.org/x\">",
                Format::Akn,
            ),
            (b"<!-- saved -->\n<!DOCTYPE html>\n<html>", Format::Html),
            (b"<HTML><HEAD>", Format::Html),
            (b"<PRE>\nA/RES/50/1", Format::Html),
            (b"{\\rtf1\\ansi", Format::Rtf),
            (b"PK\x03\x04....word/document.xml", Format::Docx),
            (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", Format::Odt),
            (b"PK\x03\x04....A_RES_65_218.txt", Format::Zip),
            (b"PK\x03\x04....mimetypeapplication/epub+zip..META-INF/container.xml", Format::Epub),
            (b"\x1F\x8B\x08", Format::Gzip),
            (b"The General Assembly,\n", Format::Text),
            (b"<unclear> The General Assembly,", Format::Text),
            (b"", Format::Text),
        ];
        for (bytes, format) in told {
            assert_eq!(Format::of(bytes), format, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn formats_that_are_not_documents_are_named() {
        let told = [
            (&b"PK\x03\x04....xl/workbook.xml"[..], "a spreadsheet"),
            (b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "a spreadsheet"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....W\0o\0r\0k\0b\0o\0o\0k\0", "a spreadsheet"),
            (b"\xFFWPC\x10\0", "a WordPerfect document"),
            (b"%!PS-Adobe-3.0", "a PostScript file"),
        ];
        for (bytes, name) in told {
            assert!(
                matches!(foreign(bytes), Some(ReadError::Foreign { what, .. }) if what == name),
                "{name}"
            );
        }
        assert_eq!(foreign(b"PK\x03\x04....word/document.xml....xl/workbook.xml"), None);
        assert_eq!(foreign(b"The General Assembly,"), None);
    }

    #[test]
    fn markup_is_recognised_in_utf16() {
        let wide: Vec<u8> = "\u{feff}<html lang=fr>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(Format::of(&wide), Format::Html);
    }
}
