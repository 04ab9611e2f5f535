//! What a file is by its first bytes, where it is not text.
//!
//! Only files that people do give to a reader of resolutions are named; all else is "not text".

use super::ReadError;

/// The sentence for bytes that are a known format other than text.
pub fn foreign(bytes: &[u8]) -> Option<ReadError> {
    const PDF: &str = "take its text out first, with `pdftotext FILE.pdf`";
    const WORD: &str = "save it as plain text first (in Word or LibreOffice: Save as, Text, UTF-8)";
    const IMAGE: &str = "it has no text; run it through text recognition first";
    const PACKED: &str = "unpack it first";
    let zip =
        if find(bytes, b"word/") { ("a Word document (.docx)", WORD) } else { ("a zip archive", PACKED) };
    let known: [(&[u8], (&'static str, &'static str)); 12] = [
        (b"%PDF", ("a PDF", PDF)),
        (b"PK\x03\x04", zip),
        (b"\xD0\xCF\x11\xE0", ("an old Word document (.doc)", WORD)),
        (b"{\\rtf", ("an RTF document", WORD)),
        (b"\x89PNG", ("an image (PNG)", IMAGE)),
        (b"\xFF\xD8\xFF", ("an image (JPEG)", IMAGE)),
        (b"GIF8", ("an image (GIF)", IMAGE)),
        (b"II*\0", ("an image (TIFF)", IMAGE)),
        (b"MM\0*", ("an image (TIFF)", IMAGE)),
        (b"\x1F\x8B", ("compressed with gzip", "unpack it first, with `gunzip`")),
        (b"BZh", ("compressed with bzip2", PACKED)),
        (b"\x7FELF", ("a program", "give it a resolution")),
    ];
    known
        .into_iter()
        .find(|(magic, _)| bytes.starts_with(magic))
        .map(|(_, (what, advice))| ReadError::Foreign { what, advice })
}

fn find(bytes: &[u8], needle: &[u8]) -> bool {
    memchr::memmem::find(bytes.get(..bytes.len().min(8192)).unwrap_or(bytes), needle).is_some()
}
