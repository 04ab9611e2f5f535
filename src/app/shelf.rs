//! The shelf: the documents that were named on the command line or found, and what a list of them shows.

use super::hand::{Translation, is_kin};
use crate::document::Document;
use crate::lang::Language;
use crate::library::summary::Summary;
use crate::library::{Source, Trouble};
use crate::messages::Messages;
use crate::text::width;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// The most cells of the column of symbols; a longer one moves what follows it.
const WIDEST: usize = 20;

/// What is known of a document before it is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub origin: Source,
    pub symbol: Option<String>,
    pub title: Option<String>,
    /// The day of its adoption or of its date: 2024-07-12.
    pub date: Option<String>,
    pub language: Option<&'static str>,
    /// Why nothing is known of it, where its reader had to be ended.
    pub trouble: Option<Trouble>,
    /// It was looked into, whether or not that told anything.
    pub looked: bool,
}

impl Card {
    pub fn new(origin: Source) -> Self {
        let (symbol, title, date) = (None, None, None);
        Self { origin, symbol, title, date, language: None, trouble: None, looked: false }
    }

    /// The card of a document that was looked into, or why it could not be.
    pub(crate) fn of(origin: Source, known: Result<Summary, Trouble>) -> Self {
        match known {
            Ok(Summary { symbol, title, date, language }) => {
                let language = language.map(crate::lang::Language::code);
                Self { symbol, title, date, language, looked: true, ..Self::new(origin) }
            }
            Err(trouble) => Self { trouble: Some(trouble), looked: true, ..Self::new(origin) },
        }
    }

    /// Fills in the symbol and title from the document or from its beginning.
    pub(crate) fn learn(&mut self, document: &Document) {
        *self = Self::of(self.origin.clone(), Ok(Summary::of(document)));
    }

    /// Whether it is the same document, perhaps in another language: by the symbol where it is known of both, and else by
    /// the name.
    fn is_same_document(&self, other: &Self) -> bool {
        match (&self.symbol, &other.symbol) {
            (Some(one), Some(other)) => one == other,
            _ => self.origin == other.origin || is_kin(&self.origin, &other.origin),
        }
    }

    /// The line that a list shows and filters: symbol, date, language, title and name, each in its column where any
    /// document of the list has it.
    pub(crate) fn line(&self, columns: Columns, messages: Messages) -> String {
        let name = self.origin.name();
        let trouble = match self.trouble {
            None => None,
            Some(Trouble::Memory) => Some(messages.unread_memory(Trouble::MEGABYTES)),
            Some(Trouble::Time) => Some(messages.unread_time(Trouble::SECONDS)),
            Some(Trouble::Stopped) => Some(messages.unread_stopped().to_owned()),
        };
        if let Some(trouble) = trouble {
            return format!("{name}  · {trouble}");
        }
        if self.symbol.is_none() && self.title.is_none() {
            return name;
        }
        let mut line = String::new();
        let mut put = |cell: Option<&str>, wide: usize| {
            if wide > 0 {
                let cell = cell.unwrap_or_default();
                line.push_str(cell);
                line.push_str(&" ".repeat(wide.saturating_sub(width::width(cell)) + 2));
            }
        };
        put(self.symbol.as_deref(), columns.symbol);
        put(self.date.as_deref(), columns.date);
        put(self.language, columns.language);
        match &self.title {
            Some(title) => format!("{line}{title}  · {name}"),
            None => format!("{line}· {name}"),
        }
    }
}

/// How many cells the columns of a list take; 0 where no document has what would stand there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    symbol: usize,
    date: usize,
    language: usize,
}

impl Columns {
    pub(crate) fn of(cards: &[Card]) -> Self {
        let widest = |cell: fn(&Card) -> Option<&str>| {
            cards.iter().filter_map(cell).map(width::width).max().unwrap_or(0)
        };
        Self {
            symbol: widest(|card| card.symbol.as_deref()).min(WIDEST),
            date: widest(|card| card.date.as_deref()),
            language: widest(|card| card.language),
        }
    }
}

/// The documents of the shelf, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelf {
    cards: Vec<Card>,
    /// The index of each document's card.
    places: HashMap<Source, usize>,
}

impl Shelf {
    pub(crate) fn new(sources: impl IntoIterator<Item = Source>) -> Self {
        let mut shelf = Self::default();
        for source in sources {
            shelf.put(Card::new(source));
        }
        shelf
    }

    /// The lines of a list of all cards.
    pub(crate) fn lines(&self, messages: Messages) -> Vec<String> {
        let columns = Columns::of(&self.cards);
        self.cards.iter().map(|card| card.line(columns, messages)).collect()
    }

    pub(crate) fn cards(&self) -> &[Card] {
        &self.cards
    }

    fn put(&mut self, card: Card) {
        // What is named twice is one document.
        if let Entry::Vacant(place) = self.places.entry(card.origin.clone()) {
            place.insert(self.cards.len());
            self.cards.push(card);
        }
    }

    /// The index of a document's card; `None` where it is not on the shelf.
    pub(crate) fn find(&self, origin: &Source) -> Option<usize> {
        self.places.get(origin).copied()
    }

    /// Stores a card whose document has been looked into.
    pub(crate) fn know(&mut self, card: Card) {
        if let Some(known) = self.find(&card.origin).and_then(|at| self.cards.get_mut(at)) {
            *known = Card { looked: true, ..card };
        }
    }

    /// Takes it that all documents were looked into: nothing more will be known of them.
    pub(crate) fn all_looked(&mut self) {
        self.cards.iter_mut().for_each(|card| card.looked = true);
    }

    /// Adds documents that were found. Where those of the shelf are among them, all stand in their order.
    pub(crate) fn find_more(&mut self, sources: impl IntoIterator<Item = Source>) {
        let found: Vec<Source> = sources.into_iter().collect();
        let among: HashSet<&Source> = found.iter().collect();
        let before = std::mem::take(self);
        let order = if before.cards.iter().all(|card| among.contains(&card.origin)) {
            found
        } else {
            let had = before.cards.iter().map(|card| card.origin.clone());
            had.chain(found.into_iter().filter(|source| before.find(source).is_none())).collect()
        };
        for origin in order {
            let card = before.find(&origin).and_then(|at| before.cards.get(at)).cloned();
            self.put(card.unwrap_or_else(|| Card::new(origin)));
        }
    }

    /// The card with this symbol, to follow a reference; `None` where there is none. One in this language comes first,
    /// and then one in a file of the same kind as `like`.
    pub(crate) fn with_symbol(
        &self,
        symbol: &str,
        language: Option<&str>,
        like: Option<&Source>,
    ) -> Option<&Card> {
        let of_symbol = self.cards.iter().filter(|card| card.symbol.as_deref() == Some(symbol));
        let kind = like.map(Source::ending);
        of_symbol.min_by_key(|card| (card.language != language, Some(card.origin.ending()) != kind))
    }

    /// The document that follows another one on the shelf, or precedes it. Its translations are passed over, and of the
    /// next one the version in the same language is taken. `None` at the end.
    pub(crate) fn neighbour(&self, origin: &Source, forward: bool) -> Option<&Card> {
        let at = self.find(origin)?;
        let here = self.cards.get(at)?;
        let (before, after) = (self.cards.get(..at)?, self.cards.get(at + 1..)?);
        let ways: Box<dyn Iterator<Item = &Card>> =
            if forward { Box::new(after.iter()) } else { Box::new(before.iter().rev()) };
        let next = ways.into_iter().find(|card| !here.is_same_document(card))?;
        let versions = self.cards.iter().filter(|card| next.is_same_document(card));
        let mut same_language =
            versions.filter(|card| card.language.is_some() && card.language == here.language);
        Some(same_language.next().unwrap_or(next))
    }

    /// The same document in each of the other languages at hand, preferably in a file of the same kind.
    pub(crate) fn translations(&self, origin: &Source) -> Vec<Translation> {
        let Some(here) = self.find(origin).and_then(|at| self.cards.get(at)) else { return Vec::new() };
        let kind = Some(origin.ending());
        let others = Language::ALL.into_iter().filter(|language| Some(language.code()) != here.language);
        others
            .filter_map(|language| {
                let versions = self.cards.iter().filter(|card| card.language == Some(language.code()));
                let same = versions.filter(|card| here.is_same_document(card));
                let card = same.min_by_key(|card| Some(card.origin.ending()) != kind)?;
                Some(Translation { language, origin: card.origin.clone() })
            })
            .collect()
    }

    /// Stores what an open document tells of itself, and adds it to the shelf where it is new.
    pub(crate) fn learn(&mut self, origin: &Source, document: &Document) {
        if let Some(at) = self.find(origin) {
            self.cards[at].learn(document);
        } else {
            let mut card = Card::new(origin.clone());
            card.learn(document);
            self.put(card);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_of_a_list_are_straight_whatever_a_document_lacks_and_none_is_listed_twice() {
        let source = |name: &str| Source::File(name.into());
        let mut shelf = Shelf::new(["a.txt", "b.txt", "c.txt", "a.txt"].map(source));
        let card = |name: &str, symbol: &str, title: &str, date: &str| Card {
            symbol: Some(symbol).filter(|symbol| !symbol.is_empty()).map(str::to_owned),
            title: Some(title.to_owned()),
            date: Some(date).filter(|date| !date.is_empty()).map(str::to_owned),
            language: Some("en"),
            ..Card::new(source(name))
        };
        shelf.know(card("a.txt", "A/RES/95/7", "Rivers", "2040-12-05"));
        shelf.know(card("b.txt", "S/RES/1", "Boats", ""));
        shelf.know(card("c.txt", "", "A speech", ""));
        let english = crate::messages::Messages::of(Language::En);
        insta::assert_snapshot!(shelf.lines(english).join("\n"), @r"
        A/RES/95/7  2040-12-05  en  Rivers  · a.txt
        S/RES/1                 en  Boats  · b.txt
                                en  A speech  · c.txt
        ");
    }
}
