//! Reads files: recognises the format and the encoding, and extracts lines or paragraphs in reading order.
//!
//! There is one file for each format. Every reader returns a [`Content`]: cleaned text divided into [`Block`]s, and
//! what the markup says about them. Nothing here decides what a clause is. Where the markup says it, [`Marked`] passes
//! it on, so that the grammar need not guess.

#[doc(hidden)]
pub mod akn;
#[cfg(any(feature = "packed", feature = "word"))]
mod archive;
#[cfg(any(feature = "packed", feature = "word", feature = "pdf"))]
mod budget;
#[cfg(any(feature = "pdf", feature = "library"))]
pub(crate) mod caught;
#[cfg(any(feature = "html", feature = "word"))]
mod cells;
mod columns;
pub(crate) mod encoding;
#[cfg(feature = "epub")]
pub(crate) mod epub;
#[cfg(feature = "html")]
pub(crate) mod html;
pub(crate) mod marked;
#[cfg(feature = "packed")]
pub(crate) mod packed;
#[cfg(feature = "pdf")]
pub(crate) mod pdf;
pub mod plain;
mod sniff;
mod table;
#[cfg(feature = "word")]
pub(crate) mod word;
pub(crate) mod xml;

pub(crate) use encoding::{Decoded, decode};
pub(crate) use marked::Marked;
pub(crate) use sniff::foreign;

use crate::document::{Diagnostic, Reason, Span, Table};
use crate::lang::Language;
use crate::text::Part as _;
use crate::text::chars::is_invisible;
use std::borrow::Cow;

/// Why bytes could not be read as a document. The message continues "cannot read FILE: ".
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum ReadError {
    #[error("it is empty")]
    Empty,
    #[error("it holds only white space")]
    Blank,
    #[error("it is {what}; {advice}")]
    Foreign { what: &'static str, advice: &'static str },
    #[error(
        "it is the error page of a web server, and no document; look at the address, and get the document again"
    )]
    ErrorPage,
    #[error("it is not text (it holds zero bytes); export it as plain text first")]
    Binary,
    #[error("{0:?} is not an encoding that plenary knows; try utf-8, windows-1251, windows-1256 or gb18030")]
    UnknownEncoding(String),
    /// `place` names a page, a part of an archive or a byte.
    #[error(
        "it is {what} that is damaged ({place}); get it again, or open it in another program and save it anew"
    )]
    Damaged { what: &'static str, place: String },
    #[error(
        "it is a PDF of {pages} scanned pages without text; run it through text recognition first, with `ocrmypdf`"
    )]
    Scan { pages: u32 },
    #[error(
        "it is a PDF whose fonts do not say what their letters mean; run it through text recognition, with `ocrmypdf --force-ocr`"
    )]
    Garbled,
    #[error("it is {what} locked with a password; save a copy without one first")]
    Locked { what: &'static str },
    #[error(
        "its {part} needs more than {megabytes} MB to decode, which no resolution does; unpack it yourself if you trust it"
    )]
    Bomb { part: String, megabytes: u64 },
    #[error(
        "it is {what} in which {one} and {other} are in the same bytes, as only an archive made to do harm has them; get it from somewhere else"
    )]
    Overlap { what: &'static str, one: String, other: String },
    #[error("it is a zip archive of several documents ({names}); name one of them, as ARCHIVE.zip/NAME")]
    Several { names: String },
    #[error("it is {what}, and this plenary was built without the feature {feature:?}; {advice}")]
    NotBuilt { what: &'static str, feature: &'static str, advice: &'static str },
}

/// Options for reading bytes.
#[derive(Clone, Copy, Default)]
pub struct How<'a> {
    /// The format to assume, instead of the one that the bytes indicate.
    pub format: Option<Format>,
    /// The label of the encoding to assume, instead of the one that the bytes indicate.
    pub encoding: Option<&'a str>,
    /// The maximum number of pages to read, in formats with pages; for a first look at a large file.
    pub pages: Option<u32>,
    /// Called with the number of pages read so far and of all pages, once for each page.
    pub progress: Option<&'a dyn Fn(u32, u32)>,
    /// After how many pages the content so far is handed to `begun`, in formats with pages. Each page is read once.
    pub stages: &'a [u32],
    /// Called with the content of the first pages, their number and that of all pages; not where that content would be
    /// refused, and not with the whole.
    pub begun: Option<&'a dyn Fn(Content, u32, u32)>,
}

type Read = fn(Vec<u8>, &How<'_>) -> Result<Content, ReadError>;

/// A row of the table of formats.
struct Row {
    format: Format,
    /// The name that `--format-in` takes.
    name: &'static str,
    /// The extensions of such files, without the dot. A folder lists the files with one of them, or with none.
    endings: &'static [&'static str],
    /// Recognises the format by the first bytes; see [`sniff`].
    is: fn(&[u8]) -> bool,
    /// `None` in a build without the feature.
    read: Option<Read>,
    /// For the error of a build without the feature: its name, what such a file is, and what else can be done with it.
    feature: &'static str,
    what: &'static str,
    advice: &'static str,
}

macro_rules! table {
    ($($(#[$doc:meta])* $variant:ident { $($column:tt)* })*) => {
        /// The formats that can be read.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Format { $($(#[$doc])* $variant),* }

        static TABLE: &[Row] = &[$(Row { format: Format::$variant, $($column)* }),*];
    };
}

macro_rules! with_feature {
    ($feature:literal, $read:expr) => {{
        #[cfg(feature = $feature)]
        let read: Option<Read> = Some($read);
        #[cfg(not(feature = $feature))]
        let read: Option<Read> = None;
        read
    }};
}

const SAVE_AS_TEXT: &str = "save it as plain text";
const WORD: &str = "a word processor's document";

// To add a format, write a file that reads it and add a row here. The rows are tried in order: signatures first, then
// zip archives with a part of a certain name before other archives, then markup. Text matches everything that is left.
table! {
    /// Word 97 to 2003.
    Doc {
        name: "doc", endings: &["doc"], is: |bytes| bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        read: with_feature!("word", |bytes, _| word::doc::read(&bytes)), feature: "word", what: WORD, advice: SAVE_AS_TEXT,
    }
    Rtf {
        name: "rtf", endings: &["rtf"], is: |bytes| bytes.starts_with(b"{\\rtf"),
        read: with_feature!("word", |bytes, _| word::rtf::read(&bytes)), feature: "word", what: WORD, advice: SAVE_AS_TEXT,
    }
    Gzip {
        name: "gzip", endings: &["gz"], is: |bytes| bytes.starts_with(b"\x1F\x8B"),
        read: with_feature!("packed", |bytes, how| packed::read(bytes, Format::Gzip, how)),
        feature: "packed", what: "packed", advice: "unpack it first",
    }
    Zstd {
        name: "zstd", endings: &["zst"], is: |bytes| bytes.starts_with(b"\x28\xB5\x2F\xFD"),
        read: with_feature!("packed", |bytes, how| packed::read(bytes, Format::Zstd, how)),
        feature: "packed", what: "packed", advice: "unpack it first",
    }
    Docx {
        name: "docx", endings: &["docx"],
        is: |bytes| sniff::zip_with(bytes, b"word/document.xml") || sniff::zip_with(bytes, b"word/styles.xml"),
        read: with_feature!("word", |bytes, _| word::docx::read(&bytes)), feature: "word", what: WORD, advice: SAVE_AS_TEXT,
    }
    /// `OpenDocument` text.
    Odt {
        name: "odt", endings: &["odt"],
        is: |bytes| sniff::zip_with(bytes, b"mimetypeapplication/vnd.oasis.opendocument.text"),
        read: with_feature!("word", |bytes, _| word::odt::read(&bytes)), feature: "word", what: WORD, advice: SAVE_AS_TEXT,
    }
    /// A book of web pages.
    Epub {
        name: "epub", endings: &["epub"], is: |bytes| sniff::zip_with(bytes, b"META-INF/container.xml"),
        read: with_feature!("epub", |bytes, _| epub::read(&bytes)),
        feature: "epub", what: "an EPUB", advice: SAVE_AS_TEXT,
    }
    /// A zip archive of documents. If it has several, it is shown as a folder.
    Zip {
        name: "zip", endings: &[], is: |bytes| sniff::zip_with(bytes, b""),
        read: with_feature!("packed", |bytes, how| packed::read(bytes, Format::Zip, how)),
        feature: "packed", what: "packed", advice: "unpack it first",
    }
    Pdf {
        name: "pdf", endings: &["pdf"], is: sniff::is_pdf,
        read: with_feature!("pdf", |bytes, how| pdf::read(&bytes, how)),
        feature: "pdf", what: "a PDF", advice: "take its text out with `pdftotext FILE.pdf`",
    }
    /// Akoma Ntoso, the XML of the United Nations.
    Akn {
        name: "akn", endings: &["xml"], is: |bytes| sniff::markup(bytes) == Some(sniff::Markup::Akn),
        read: Some(|bytes, how| text(bytes, how, akn::read)), feature: "", what: "", advice: "",
    }
    Html {
        name: "html", endings: &["html", "htm"], is: |bytes| sniff::markup(bytes) == Some(sniff::Markup::Html),
        read: with_feature!("html", html::read_bytes), feature: "html", what: "a web page", advice: SAVE_AS_TEXT,
    }
    /// Plain text, the output of `pdftotext`, and Markdown.
    Text {
        name: "text", endings: &["txt", "text", "md", "markdown"], is: |_| true,
        read: Some(|bytes, how| text(bytes, how, plain::read)), feature: "", what: "", advice: "",
    }
}

impl Format {
    /// All formats, in the order in which they are tried.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.format)
    }

    /// The format of bytes; text where no other is recognised.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        TABLE.iter().find(|row| (row.is)(bytes)).map_or(Self::Text, |row| row.format)
    }

    fn row(self) -> &'static Row {
        TABLE.iter().find(|row| row.format == self).unwrap_or(&TABLE[0])
    }

    /// The name that `--format-in` takes.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The extensions of such files, without the dot.
    pub fn endings(self) -> &'static [&'static str] {
        self.row().endings
    }

    /// Whether it is a container and not a document.
    pub fn is_packed(self) -> bool {
        matches!(self, Self::Gzip | Self::Zstd | Self::Zip)
    }

    /// The error of a build that cannot read it.
    pub(crate) fn not_built(self) -> ReadError {
        let Row { what, feature, advice, .. } = *self.row();
        ReadError::NotBuilt { what, feature, advice }
    }
}

impl std::str::FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let names = || TABLE.iter().map(|row| row.name).collect::<Vec<_>>().join(", ");
        Self::all().find(|format| format.name() == name).ok_or_else(|| format!("one of {}", names()))
    }
}

/// Whether a folder lists a file of this name: its extension is that of a format, or it has none.
pub(crate) fn is_listed(name: &str) -> bool {
    let ending = ending(name);
    ending.is_none_or(|ending| TABLE.iter().any(|row| row.endings.contains(&&*ending.to_lowercase())))
}

/// The extension of a file name, without the dot. What begins with a digit is not an extension but part of a symbol:
/// `A_C.3_65_L.7`.
pub(crate) fn ending(name: &str) -> Option<&str> {
    name.rsplit_once('.')
        .map(|(_, ending)| ending)
        .filter(|ending| !ending.starts_with(|first: char| first.is_ascii_digit()))
}

/// Which of two files of the same document is read more surely, by their names: the lower. Markup says what every paragraph
/// is, a word processor's document says how it is numbered, pages say how it looks, and text has only its words.
#[cfg(feature = "library")]
pub(crate) fn preference(name: &str) -> usize {
    const ORDER: [&str; 11] =
        ["xml", "docx", "odt", "doc", "rtf", "pdf", "html", "htm", "epub", "txt", "text"];
    let name = name.to_lowercase();
    let name = name.trim_end_matches(".gz").trim_end_matches(".zst");
    let ending = ending(name).unwrap_or_default();
    ORDER.iter().position(|known| *known == ending).unwrap_or(ORDER.len())
}

/// Reads the bytes of a file of any format.
pub fn read(bytes: Vec<u8>, how: &How) -> Result<Content, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if how.format.is_none()
        && let Some(error) = sniff::foreign(&bytes)
    {
        return Err(error);
    }
    let format = how.format.unwrap_or_else(|| Format::of(&bytes));
    match format.row().read {
        Some(read) => read(bytes, how),
        None => Err(format.not_built()),
    }
}

/// Reads a format that is text: decodes the bytes and calls the reader.
fn text(bytes: Vec<u8>, how: &How, reader: impl FnOnce(&str) -> Content) -> Result<Content, ReadError> {
    let (mut content, doubt) = match decode(&bytes, how.encoding)? {
        Decoded { text: Cow::Borrowed(text), doubt, .. } => (reader(text), doubt),
        Decoded { text: Cow::Owned(text), doubt, .. } => {
            // Otherwise a large file would be in memory twice.
            drop(bytes);
            (reader(&text), doubt)
        }
    };
    content.diagnostics.extend(doubt.map(|doubt| Diagnostic::new(1, doubt)));
    Ok(content)
}

/// The character to show for one in the source. `None` for one that is invisible, reorders text or controls a terminal.
/// PDF has a rule of its own, since there a character stands for a glyph.
#[inline]
fn shown(letter: char) -> Option<char> {
    match letter {
        // No-break spaces keep words together, and the ideographic space belongs to Chinese text, so these are kept.
        ' '..='~' | '\u{A0}' | '\u{202F}' | '\u{3000}' => Some(letter),
        _ if letter.is_whitespace() => Some(' '),
        _ if letter.is_control() || is_invisible(letter) => None,
        _ => Some(letter),
    }
}

/// What a reader extracts from a file: one cleaned text, and its blocks in reading order.
///
/// The text has no control characters, escape sequences or bidirectional formatting characters. Spans are byte ranges
/// of it.
#[derive(Clone, Debug, Default)]
pub struct Content {
    pub text: String,
    pub blocks: Vec<Block>,
    /// Italic or bold spans of `text`, in ascending order.
    pub emphasis: Vec<Span>,
    /// Spans of `text` that the markup says are footnote marks, in ascending order. Superscript digits are marks
    /// without a span.
    pub marks: Vec<Span>,
    /// Line breaks inside paragraphs: the byte offset in `text` at which each next line begins, in ascending order.
    pub breaks: Vec<u32>,
    /// The tables whose cells are known, in the order of their text; built by [`table::Draft`].
    pub tables: Vec<Table>,
    /// The clauses, in a format whose markup names them. The blocks are then ignored.
    pub(crate) marked: Option<Box<Marked>>,
    /// The language that the markup declares.
    pub language: Option<Language>,
    /// What the reader set aside, such as comments and page furniture.
    pub asides: Vec<Aside>,
    pub diagnostics: Vec<Diagnostic>,
    /// The source has no pages, and these were guessed from runs of blank lines.
    pub pages_are_guessed: bool,
}

impl Content {
    /// The text of a block.
    pub fn words(&self, block: &Block) -> &str {
        self.text.part(block.text.range())
    }

    /// Whether all text of a span is italic or bold, except footnote marks.
    pub(crate) fn is_emphasized(&self, span: Span) -> bool {
        let first = self.emphasis.partition_point(|emphasis| emphasis.end <= span.start);
        let mut plain = span.start;
        let mut found = false;
        let wordless = |from: u32, to: u32| {
            let between = self.text.part(from as usize..to as usize);
            !between.chars().any(|letter| letter.is_alphabetic() || letter.is_ascii_digit())
        };
        for emphasis in self.emphasis.part(first..) {
            if emphasis.start >= span.end {
                break;
            }
            if emphasis.start > plain && !wordless(plain, emphasis.start) {
                return false;
            }
            found = true;
            plain = plain.max(emphasis.end);
        }
        found && (plain >= span.end || wordless(plain, span.end))
    }
}

/// A piece of the source that is not text of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    pub line: u32,
    pub text: String,
    pub reason: Reason,
}

/// A line or a paragraph. It is small, since a text may have millions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Range of [`Content::text`], trimmed.
    pub text: Span,
    /// Range of the decoded source or, in packed formats, of the text that the reader unpacked.
    pub source: Span,
    /// Line of the source, from 1; in formats without lines, the number of the paragraph.
    pub line: u32,
    /// The page, from 0.
    pub page: u32,
    /// How many empty lines precede it.
    pub gap: u8,
    /// Its indent in columns; [`LEVEL`] for each level of a list, in formats that give levels.
    pub indent: u8,
    pub style: Style,
}

/// The indent of one level of a list, in columns.
#[cfg(any(feature = "html", feature = "word"))]
pub(crate) const LEVEL: u8 = 4;

/// What the format says about a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A line of a text without markup. The grammar joins lines into paragraphs.
    Line,
    /// A whole paragraph.
    Paragraph,
    /// A heading of this level, from 1.
    Heading(u8),
    /// A row of a table. Its cells are separated by tabs if one of [`Content::tables`] has the row; else it is as laid
    /// out.
    Row,
    /// A footnote, which begins with its marker.
    Note,
}
