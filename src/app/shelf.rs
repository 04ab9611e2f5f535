//! The shelf: the documents that were named on the command line or found, and what a list of them shows.

use crate::document::Document;
use crate::library::summary::Summary;
use crate::library::{Source, Trouble};
use crate::messages::Messages;
use std::collections::{HashMap, HashSet};

/// What is known of a document before it is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub origin: Source,
    pub symbol: Option<String>,
    pub title: Option<String>,
    pub language: Option<&'static str>,
    /// Why nothing is known of it, where its reader had to be ended.
    pub trouble: Option<Trouble>,
    /// It was looked into, whether or not that told anything.
    pub looked: bool,
}

impl Card {
    pub fn new(origin: Source) -> Self {
        Self { origin, symbol: None, title: None, language: None, trouble: None, looked: false }
    }

    /// The card of a document that was looked into, or why it could not be.
    pub(crate) fn of(origin: Source, known: Result<Summary, Trouble>) -> Self {
        match known {
            Ok(Summary { symbol, title, language }) => {
                let language = language.map(crate::lang::Language::code);
                Self { symbol, title, language, looked: true, ..Self::new(origin) }
            }
            Err(trouble) => Self { trouble: Some(trouble), looked: true, ..Self::new(origin) },
        }
    }

    /// Fills in the symbol and title from the document or from its beginning.
    pub(crate) fn learn(&mut self, document: &Document) {
        *self = Self::of(self.origin.clone(), Ok(Summary::of(document)));
    }

    /// The line that a list shows and filters.
    pub(crate) fn line(&self, messages: Messages) -> String {
        let name = self.origin.name();
        let language = self.language.map_or(String::new(), |code| format!(" ({code})"));
        match (&self.symbol, &self.title) {
            (Some(symbol), Some(title)) => format!("{symbol}{language}  {title}  · {name}"),
            (Some(symbol), None) => format!("{symbol}{language}  · {name}"),
            (None, Some(title)) => format!("{title}{language}  · {name}"),
            (None, None) => match self.trouble {
                None => name,
                Some(Trouble::Memory) => {
                    format!("{name}  · {}", messages.unread_memory(Trouble::MEGABYTES))
                }
                Some(Trouble::Time) => format!("{name}  · {}", messages.unread_time(Trouble::SECONDS)),
                Some(Trouble::Stopped) => format!("{name}  · {}", messages.unread_stopped()),
            },
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

    pub(crate) fn cards(&self) -> &[Card] {
        &self.cards
    }

    fn put(&mut self, card: Card) {
        self.places.entry(card.origin.clone()).or_insert(self.cards.len());
        self.cards.push(card);
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
