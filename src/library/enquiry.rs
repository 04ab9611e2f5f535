//! What the reader asks of the library and what it is answered, apart from the engine that finds it: these are there also
//! where the program is built without one.
//!
//! A question is a variant of [`Enquiry`], answered in `index/librarian.rs`; its answer is a variant of [`Reply`]. Whoever
//! asks for something new adds a [`Purpose`].

use super::Source;
use super::actions::{Row, Wanted};
use crate::document::Kind;
use crate::lang::Language;
use std::ops::Range;

/// What an answer is for. The newest question for a purpose takes the place of an older one, so that there are never more
/// questions waiting than there are purposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// A document is to be opened by its symbol, or in another language.
    Wish,
    /// The list of what documents ask for.
    Actions,
    /// The list of those who cite a document.
    CitedBy,
    /// Which of the documents that one cites the library has.
    Cites,
    /// What a reference leads to is shown.
    Preview,
    /// What the box lists.
    Box,
    /// What the box lists of the reader's own.
    Yours,
    /// A search is saved, looked at or forgotten.
    Keep,
}

/// A question to the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Enquiry {
    /// The documents that a symbol or number names, as it is printed or typed; those in this language first.
    Named { typed: String, language: Option<Language> },
    /// The paragraphs that cite a document, or a paragraph of it: `78/123#op7`, each once, in this language if it is there.
    CitedBy { typed: String, language: Option<Language> },
    /// A document, with its paragraph at a place, and those below that: the place is an anchor, or the printed number as in
    /// the reference of another document, `op7(b)`. Without a place, the document alone.
    Text { symbol: String, place: Option<String>, language: Option<Language> },
    /// What documents ask for.
    Actions(Wanted),
    /// Which of these symbols the library has.
    Held { symbols: Vec<String>, language: Option<Language> },
    /// What is listed for a line that is being typed.
    Find(Find),
    /// What was saved, and these documents as the library has them.
    Yours { read: Vec<Read>, reader: Option<Language> },
    /// The same after a change of what is saved.
    Keep { keep: Keep, reader: Option<Language> },
    /// How much there is.
    Status,
}

/// An answer of the library.
#[derive(Clone, Debug)]
pub enum Reply {
    /// The best is first.
    Documents(Vec<Entry>),
    Passages(Vec<Passage>),
    /// A document, and those of its paragraphs that were asked for; `None` where the library does not have it.
    Within(Option<(Entry, Vec<Passage>)>),
    /// What is due first is first.
    Actions {
        rows: Vec<Row>,
        /// How many there are in all, of which these are the first.
        all: usize,
    },
    /// Those that the library has, with their symbols as they were asked for.
    Held(Vec<(String, Entry)>),
    Listing(Box<Listing>),
    Yours(Yours),
    Kept(Option<Vec<SavedSearch>>),
    Status(Status),
    /// Why there is no answer, as a sentence.
    Failed(String),
}

/// A document of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it lies; `None` where a restricted session may not open it.
    pub origin: Option<Source>,
    /// Its symbol, or the name of its file.
    pub name: String,
    pub symbol: Option<String>,
    /// Its title, or else its subject.
    pub title: Option<String>,
    /// The day of its adoption, or else of its date: 2024-07-12.
    pub date: Option<String>,
    pub language: Option<Language>,
    /// Votes in favour, against, and abstentions.
    pub vote: Option<[u32; 3]>,
    /// How many paragraphs of the library cite it, in the language of whoever reads; 0 where that was not counted.
    pub cited: u64,
    /// In how many languages the library has it; 0 where that was not counted.
    pub languages: usize,
}

impl Entry {
    /// The columns of a table of documents that are cited.
    pub(crate) const COLUMNS: [&str; 5] = ["anchor", "symbol", "paragraph", "held", "title"];
}

/// A paragraph of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    pub document: Entry,
    pub anchor: String,
    /// Its short address: "7 (b)".
    pub place: String,
    pub kind: Kind,
    pub text: String,
    /// Its words that were looked for, in bytes of the text.
    pub marks: Vec<Range<usize>>,
    /// The same wording in other documents: symbol and anchor.
    pub same: Vec<(Option<String>, String)>,
    /// What it cites: symbol and paragraph. Of those who cite something, only that.
    pub cites: Vec<(String, Option<String>)>,
}

impl Passage {
    /// The columns of a table of paragraphs that cite.
    pub(crate) const COLUMNS: [&str; 8] =
        ["symbol", "anchor", "cited", "date", "language", "title", "text", "file"];
}

/// How much a library has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    pub documents: u64,
    pub paragraphs: u64,
}

/// What is to be found for a line that is being typed: symbols, numbers, words, and filters among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    pub line: String,
    /// The language of whoever reads.
    pub reader: Option<Language>,
    /// Documents that are cited most often come first, instead of the newest.
    pub most_cited: bool,
    /// Most paragraphs, and most documents.
    pub limit: usize,
}

/// What was found for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The line that it was found for.
    pub line: String,
    pub documents: Vec<Entry>,
    /// The symbol that was typed, where no document has it.
    pub absent: Option<String>,
    /// What stands behind the number of the documents: a paragraph.
    pub place: Option<String>,
    pub passages: Vec<Passage>,
    /// The passages are those that cite the first of the documents.
    pub citing: bool,
    /// The words that are marked in the passages, in the forms that they have there.
    pub forms: Vec<Form>,
    /// Organs, and their sessions or years.
    pub shelves: Vec<Shelved>,
    pub subjects: Vec<Shelved>,
    pub status: Status,
}

/// A document that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    pub symbol: String,
    pub language: Option<Language>,
}

/// What becomes of a line among those that are saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keep {
    /// It is saved, or was looked at.
    Save(String),
    Forget(String),
}

/// The reader's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Yours {
    /// `None` where nothing is saved.
    pub saved: Option<Vec<SavedSearch>>,
    pub read: Vec<Entry>,
}

/// A line that was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSearch {
    pub line: String,
    /// How many documents or paragraphs it finds, ...
    pub hits: u64,
    /// ... and how many more than when it was last looked at.
    pub new: u64,
}

/// A form of one of the words of a line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Form {
    /// Which of them.
    pub word: usize,
    pub text: String,
    pub language: Option<Language>,
}

/// Documents that have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// The filter that lists them: `organ:sc`.
    pub filter: String,
    pub count: u64,
}
