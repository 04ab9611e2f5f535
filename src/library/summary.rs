//! What is asked about a document that nobody has opened: what a list shows of it, what a search finds in it, and whether
//! it can be read at all.
//!
//! All are answered from bytes, so that a process without files can do it (`library/worker.rs`).

mod mentions;

pub(crate) use mentions::Mentions;

use super::archive;
#[cfg(feature = "library")]
use super::index::Record;
use super::source::{ReadOptions, parse, parse_beginning};
use crate::document::details::Subject;
use crate::document::{Document, Kind, NodeId, Span, naming, rows};
use crate::formats::{Format, ReadError};
use crate::lang::{Language, dates};
use crate::lookup::{Hit, Index};
use crate::text::{Part as _, clean, ellipsize};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Longest reason why a document cannot be read, in cells.
const SENTENCE: usize = 1_000;

/// How many bytes of a plain text tell its symbol and title.
pub(super) const HEAD: usize = 1 << 15;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Ask {
    /// What a list shows.
    Summary,
    /// The paragraphs that a query may mean, and how many at most.
    Search { query: String, limit: usize },
    /// The paragraphs that have a text.
    Mentions { text: String },
    /// What the library keeps of it.
    #[cfg(feature = "library")]
    Record,
    /// Whether its reader comes to an end; of so many pages, in formats with pages.
    Readable { pages: Option<u32> },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Answer {
    Summary(Summary),
    Found(Found),
    Mentions(Mentions),
    #[cfg(feature = "library")]
    Record(Box<Record>),
    /// Its reader has come to an end: the document can be read, or is refused with a sentence.
    Readable,
    /// Why the document cannot be read, as a sentence.
    Failed(String),
}

/// What a list shows of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Summary {
    pub symbol: Option<String>,
    /// Its title, or else its subject.
    pub title: Option<String>,
    /// The day of its adoption, or else of its date: 2024-07-12.
    pub date: Option<String>,
    pub language: Option<Language>,
}

/// The result of a search in one document, best first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Found {
    pub symbol: Option<String>,
    /// Whether the query is an address that does not exist.
    pub missing: bool,
    pub hits: Vec<FoundHit>,
}

/// A paragraph that was found, apart from its document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct FoundHit {
    pub anchor: String,
    pub kind: Kind,
    pub number: Option<String>,
    pub label: String,
    pub score: f32,
    /// Its own text, whole.
    pub text: String,
    /// The words around the match in parts, and whether each is what was searched for.
    pub excerpt: Vec<(String, bool)>,
    /// Whether words before and after the excerpt are left out.
    pub cut: (bool, bool),
}

/// The bytes that an answer is found in.
#[derive(Default)]
pub(super) struct Held {
    pub(super) bytes: Vec<u8>,
    /// They are only the beginning of a plain text.
    pub(super) cut: bool,
    /// The archive that they are, once a document in it was asked about.
    archive: Option<Result<archive::Given, ReadError>>,
}

impl Held {
    /// Answers about the document, or about one in the archive that the bytes are. A document is taken out, since it is
    /// large and asked about once.
    pub(super) fn answer(&mut self, ask: &Ask, member: Option<&str>, options: &ReadOptions) -> Answer {
        let read = match member {
            Some(name) => self.member(name).and_then(|bytes| parse(bytes, options, None)),
            None => self.document(ask, options),
        };
        match (read, ask) {
            (_, Ask::Readable { .. }) => Answer::Readable,
            (Err(cause), _) => Answer::Failed(ellipsize(&cause.to_string(), SENTENCE).into_owned()),
            (Ok(document), Ask::Summary) => Answer::Summary(Summary::of(&document)),
            #[cfg(feature = "library")]
            (Ok(document), Ask::Record) => Answer::Record(Box::new(Record::of(&document))),
            (Ok(document), Ask::Mentions { text }) => Answer::Mentions(Mentions::of(&document, text)),
            (Ok(document), Ask::Search { query, limit }) => {
                Answer::Found(Found::of(&document, query, *limit))
            }
        }
    }

    /// New bytes, of which nothing was asked yet.
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        Self { bytes, ..Self::default() }
    }

    fn member(&mut self, name: &str) -> Result<Vec<u8>, ReadError> {
        let bytes = &mut self.bytes;
        let archive = self.archive.get_or_insert_with(|| archive::Given::new(std::mem::take(bytes)));
        archive.as_mut().map_err(|cause| cause.clone())?.member(name)
    }

    fn document(&mut self, ask: &Ask, options: &ReadOptions) -> Result<Arc<Document>, ReadError> {
        let bytes = std::mem::take(&mut self.bytes);
        if *ask == Ask::Summary {
            match options.format.unwrap_or_else(|| Format::of(&bytes)) {
                Format::Text => return parse_beginning(bytes, self.cut, HEAD, options),
                Format::Pdf => {
                    if let Ok(document) = parse(bytes.clone(), options, Some(1)) {
                        return Ok(document);
                    }
                }
                _ => {}
            }
        }
        let pages = if let Ask::Readable { pages } = ask { *pages } else { None };
        parse(bytes, options, pages)
    }
}

impl Summary {
    /// Longest title that a list shows, in cells, ...
    const TITLE: usize = 500;
    /// ... and longest symbol.
    const SYMBOL: usize = 100;

    pub(crate) fn of(document: &Document) -> Self {
        Self {
            symbol: document.symbol().map(|symbol| ellipsize(symbol, Self::SYMBOL).into_owned()),
            title: titled(document).map(|title| ellipsize(&title, Self::TITLE).into_owned()),
            date: day(document),
            language: document.language(),
        }
    }
}

fn titled(document: &Document) -> Option<String> {
    document.title().map(str::to_owned).or_else(|| subject(document))
}

/// The most bytes of a subject.
const LONGEST: usize = 300;

/// What a document without a title is about, as a resolution of the Security Council is: what it is filed under, or else
/// the beginning of its first operative paragraph, or of its first paragraph at all.
fn subject(document: &Document) -> Option<String> {
    let subjects = &document.details().subjects;
    let of_role =
        |role: &'static str| subjects.iter().filter(move |subject| subject.role.as_deref() == Some(role));
    let said = |subject: &Subject| clean(subject.label.as_deref().unwrap_or(&subject.value)).into_owned();
    // "Security Council resolution 2743 (2024) [on extension of a mandate]".
    let within = |title: String| Some(title.split_once('[')?.1.trim_end_matches(']').to_owned());
    let about = of_role("title").map(said).find_map(within);
    // The items of an index are in capitals, those of the agenda are sentences.
    let sentence = |item: &String| item.chars().any(char::is_lowercase);
    let item = of_role("agenda").map(said).find(sentence).map(|item| item.trim_end_matches('.').to_owned());
    let filed: Vec<String> = item.into_iter().chain(about).collect();
    if !filed.is_empty() {
        return Some(cut(&filed.join(" — ")));
    }
    let of_kind = |kind: Kind| document.ids().find(|&id| document.node(id).kind == kind);
    let kinds = [Kind::Operative, Kind::Preambular, Kind::Paragraph];
    let first = kinds.into_iter().find_map(of_kind)?;
    let words = document.own_text(first);
    Some(cut(&words)).filter(|words| !words.is_empty())
}

fn cut(words: &str) -> String {
    words.part(..words.floor_char_boundary(LONGEST)).trim().to_owned()
}

fn day(document: &Document) -> Option<String> {
    let editions = &document.details().editions;
    let filed = editions.iter().filter(|edition| edition.event.as_deref() == Some("adoption"));
    let filed = filed.filter_map(|edition| edition.date.as_deref()).find(|date| date.len() == 10);
    if let Some(filed) = filed {
        return Some(clean(filed).into_owned());
    }
    let masthead = document.masthead();
    let printed = [&masthead.adoption_date, &masthead.adoption, &masthead.date];
    let language = document.language()?;
    let read = |printed: &Option<String>| dates::date(language, printed.as_deref()?);
    let (_, (year, month, day)) = printed.into_iter().find_map(read)?;
    Some(format!("{year}-{month:02}-{day:02}"))
}

impl Found {
    pub(crate) fn of(document: &Document, query: &str, limit: usize) -> Self {
        let hits = Index::new(document).search(document, query, NodeId::ROOT, limit);
        Self {
            symbol: document.symbol().map(str::to_owned),
            missing: hits.missing,
            hits: hits.hits.iter().map(|hit| FoundHit::of(document, hit)).collect(),
        }
    }
}

impl FoundHit {
    fn of(document: &Document, hit: &Hit) -> Self {
        let (body, start, end) = cut_around(document, hit.node, &hit.marks);
        Self {
            anchor: document.anchor(hit.node).0,
            kind: document.node(hit.node).kind,
            number: naming::number(document, hit.node),
            label: clean(document.label(hit.node).trim()).into_owned(),
            score: hit.score,
            text: document.own_text(hit.node),
            excerpt: excerpt(document, start, end, &hit.marks),
            cut: (start > body.start as usize, end < body.end as usize),
        }
    }
}

/// The body of a node, and where in it an excerpt around the first match starts and ends.
fn cut_around(document: &Document, node: NodeId, marks: &[Span]) -> (Span, usize, usize) {
    const AROUND: usize = 60;
    let body = rows::around(document, node, marks.first().map(|mark| mark.start));
    let first = marks.iter().find(|mark| body.contains(mark.start as usize));
    let first = first.map_or(body.start, |mark| mark.start) as usize;
    let start = word_start(document, body, first, AROUND);
    (body, start, word_end(document, body, first.max(start), 2 * AROUND))
}

/// The words of an excerpt in parts, and whether each is a match.
fn excerpt(document: &Document, start: usize, end: usize, marks: &[Span]) -> Vec<(String, bool)> {
    let mut excerpt = Vec::new();
    let mut put = |from: u32, to: u32, found| {
        let words = clean(document.slice(Span { start: from, end: to }));
        excerpt.push((words.into_owned(), found));
    };
    let mut at = start as u32;
    for mark in marks.iter().filter(|mark| mark.start as usize >= start && mark.end as usize <= end) {
        put(at, mark.start.max(at), false);
        put(mark.start, mark.end, true);
        at = mark.end.max(at);
    }
    put(at, end as u32, false);
    excerpt
}

/// Byte offset of the start of a word at most `letters` characters before `place`.
fn word_start(document: &Document, body: Span, place: usize, letters: usize) -> usize {
    let before = document.slice(Span { start: body.start, end: place as u32 });
    let Some((at, _)) = before.char_indices().rev().nth(letters) else { return body.start as usize };
    let rest = before.part(at..);
    let space = rest.find(' ').map_or(0, |space| space + 1);
    body.start as usize + at + space
}

/// Byte offset of the end of a word at most `letters` characters after `place`.
fn word_end(document: &Document, body: Span, place: usize, letters: usize) -> usize {
    let after = document.slice(Span { start: place as u32, end: body.end });
    let Some((at, _)) = after.char_indices().nth(letters) else { return body.end as usize };
    let head = after.part(..at);
    place + head.rfind(' ').unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Door;

    #[test]
    fn a_list_keeps_little_of_a_title_however_long_it_is() {
        let title = "Tides of the sea ".repeat(100_000);
        let text = format!(
            "<akomaNtoso><statement><preface><p><docTitle refersTo=\"#resolutionTitle\">{title}</docTitle></p></preface>\
             <mainBody><p>The General Assembly,</p><p>1. Decides to sail.</p></mainBody></statement></akomaNtoso>"
        );
        let options = ReadOptions::new(Door::free());
        let Answer::Summary(summary) = Held::new(text.into_bytes()).answer(&Ask::Summary, None, &options)
        else {
            panic!("it has a summary")
        };
        let told = summary.title.unwrap();
        assert!(told.starts_with("Tides of the sea Tides") && told.ends_with('…'), "{told}");
        assert!(told.chars().count() <= Summary::TITLE);
    }
}
