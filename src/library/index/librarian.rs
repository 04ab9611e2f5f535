//! Answers the questions of the reader: opens the library at the first of them, and reads what was published since at each
//! further one.

use super::home::Saved;
use super::search::cited::{Asked, Citing};
use super::search::{Found, Library};
use super::{Home, Trouble};
use crate::formats::caught::caught;
use crate::lang::Language;
use crate::library::actions::Row;
use crate::library::enquiry::{Enquiry, Entry, Keep, Passage, Reply, SavedSearch, Status, Yours};
use crate::library::index::record::Paragraph;
use crate::library::{Door, Source};
use std::path::Path;
use std::sync::Arc;

/// Whoever has the library open.
pub(crate) struct Librarian {
    home: Home,
    door: Door,
    library: Option<Library>,
}

impl Librarian {
    pub(crate) fn new(home: Home, door: Door) -> Self {
        Self { home, door, library: None }
    }

    /// Answers a question. It may take as long as opening the library, some hundred milliseconds.
    pub(crate) fn answer(&mut self, enquiry: &Enquiry) -> Reply {
        let answered = caught(|| self.try_answer(enquiry)).unwrap_or_else(|| {
            self.library = None;
            Err(self.home.site.torn())
        });
        answered.unwrap_or_else(|trouble| Reply::Failed(trouble.to_string()))
    }

    fn try_answer(&mut self, enquiry: &Enquiry) -> Result<Reply, Trouble> {
        let library = match &mut self.library {
            Some(library) => {
                library.refresh();
                library
            }
            closed => closed.insert(Library::open(&self.home.site)?),
        };
        let door = &self.door;
        Ok(match enquiry {
            Enquiry::Named { typed, language } => {
                let found = library.named(typed, *language).0;
                Reply::Documents(found.iter().map(|found| Entry::of(found, door)).collect())
            }
            Enquiry::CitedBy { typed, language } => {
                let asked = Asked::read(typed);
                let reader = language.unwrap_or(Language::En);
                let all = asked.map(|asked| library.cited_by(&asked, None, reader)).transpose()?;
                let all = all.unwrap_or_default().into_iter();
                Reply::Passages(all.map(|citing| Passage::citing(citing, door)).collect())
            }
            Enquiry::Text { symbol, place, language } => {
                Reply::Within(text(library, symbol, place.as_deref(), *language, door)?)
            }
            Enquiry::Actions(wanted) => {
                let (mut rows, all) = library.actions(wanted)?;
                if door.is_restricted() {
                    for row in &mut rows {
                        fence(row, door);
                    }
                }
                Reply::Actions { rows, all }
            }
            Enquiry::Held { symbols, language } => {
                let held = |symbol: &String| {
                    let found = library.named(symbol, *language).0.into_iter().next()?;
                    Some((symbol.clone(), Entry::of(&found, door)))
                };
                Reply::Held(symbols.iter().filter_map(held).collect())
            }
            Enquiry::Yours { read, reader } => Reply::Yours(Yours {
                saved: saved(&self.home, library, *reader)?,
                read: library.held(read, *reader, door),
            }),
            Enquiry::Keep { keep, reader } => {
                match keep {
                    Keep::Save(line) => self.home.save(line, library.hits(line, *reader))?,
                    Keep::Forget(line) => self.home.forget(line)?,
                }
                Reply::Kept(saved(&self.home, library, *reader)?)
            }
            Enquiry::Find(find) => Reply::Listing(Box::new(library.list(find, door)?)),
            Enquiry::Status => {
                Reply::Status(Status { documents: library.documents(), paragraphs: library.paragraphs() })
            }
        })
    }
}

/// The searches that were saved, with how many hits are new.
fn saved(
    home: &Home,
    library: &Library,
    reader: Option<Language>,
) -> Result<Option<Vec<SavedSearch>>, Trouble> {
    let counted = |saved: Saved| {
        let hits = library.hits(&saved.line, reader);
        SavedSearch { line: saved.line, hits, new: hits.saturating_sub(saved.hits) }
    };
    Ok(home.saved()?.map(|all| all.into_iter().map(counted).collect()))
}

/// In a restricted session what lies beyond the door is not told.
fn fence(row: &mut Row, door: &Door) {
    let path = row.document.source.as_ref().and_then(Source::path);
    if path.is_some_and(|path| door.about(path).is_err()) {
        Arc::make_mut(&mut row.document).source = None;
    }
}

/// A document, and its paragraphs at a place.
fn text(
    library: &Library,
    symbol: &str,
    place: Option<&str>,
    language: Option<Language>,
    door: &Door,
) -> Result<Option<(Entry, Vec<Passage>)>, Trouble> {
    let Some(document) = library.named(symbol, language).0.into_iter().next() else { return Ok(None) };
    let entry = Entry::of(&document, door);
    let paragraphs = place.map(|place| library.at(&document, place)).transpose()?.unwrap_or_default();
    let passages = paragraphs.into_iter().map(|paragraph| Passage::of(entry.clone(), paragraph)).collect();
    Ok(Some((entry, passages)))
}

impl Entry {
    pub(super) fn of(found: &Found, door: &Door) -> Self {
        let card = &found.card;
        // In a restricted session what lies beyond the door is not told.
        let is_told = !door.is_restricted() || door.about(Path::new(&found.origin.path)).is_ok();
        Self {
            origin: is_told.then(|| found.origin.source()),
            name: match &card.symbol {
                Some(symbol) => symbol.clone(),
                None if is_told => found.origin.source().name(),
                None => "?".to_owned(),
            },
            symbol: card.symbol.clone(),
            title: card.title.clone(),
            date: card.date.clone(),
            language: card.language,
            vote: card.vote,
            cited: 0,
            languages: 0,
        }
    }
}

impl Passage {
    pub(super) fn of(document: Entry, paragraph: Paragraph) -> Self {
        let Paragraph { anchor, place, kind, text, cites, .. } = paragraph;
        let cites = cites.into_iter().map(|cited| (cited.symbol, cited.paragraph)).collect();
        Self { document, anchor, place, kind, text, cites, marks: Vec::new(), same: Vec::new() }
    }

    /// Of what it cites, only the places that were asked about are told.
    fn citing(Citing { paragraph, places, document }: Citing, door: &Door) -> Self {
        let cites = places.into_iter().map(|place| (String::new(), Some(place))).collect();
        Self { cites, ..Self::of(Entry::of(&document, door), paragraph) }
    }
}
