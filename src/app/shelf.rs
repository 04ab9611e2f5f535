//! The documents at hand: what a list of them shows, and which one is open.

use crate::document::Document;
use crate::library::Source;
use std::collections::HashMap;

/// What is known of a document without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub origin: Source,
    pub symbol: Option<String>,
    pub title: Option<String>,
    pub language: Option<&'static str>,
}

impl Card {
    pub fn new(origin: Source) -> Self {
        Self { origin, symbol: None, title: None, language: None }
    }

    /// Fills the card in from the document or from its beginning.
    pub fn learn(&mut self, document: &Document) {
        self.symbol = document.symbol().map(str::to_owned);
        self.title = document.title().map(str::to_owned);
        self.language = document.language().map(crate::document::Language::code);
    }

    /// The line that a list shows and searches.
    pub fn line(&self) -> String {
        let name = self.origin.name();
        let language = self.language.map_or(String::new(), |code| format!(" ({code})"));
        match (&self.symbol, &self.title) {
            (Some(symbol), Some(title)) => format!("{symbol}{language}  {title}  · {name}"),
            (Some(symbol), None) => format!("{symbol}{language}  · {name}"),
            (None, Some(title)) => format!("{title}{language}  · {name}"),
            (None, None) => name,
        }
    }
}

/// The documents at hand, in order.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    cards: Vec<Card>,
    /// Where the card of a document stands.
    places: HashMap<Source, usize>,
}

impl Shelf {
    pub fn new(sources: impl IntoIterator<Item = Source>) -> Self {
        let mut shelf = Self::default();
        for source in sources {
            shelf.put(Card::new(source));
        }
        shelf
    }

    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    fn put(&mut self, card: Card) {
        self.places.entry(card.origin.clone()).or_insert(self.cards.len());
        self.cards.push(card);
    }

    pub fn find(&self, origin: &Source) -> Option<usize> {
        self.places.get(origin).copied()
    }

    /// What a document of the shelf is, as it was found out.
    pub fn know(&mut self, card: Card) {
        if let Some(known) = self.find(&card.origin).and_then(|at| self.cards.get_mut(at)) {
            *known = card;
        }
    }

    /// The documents with a symbol, for following a reference.
    pub fn with_symbol(&self, symbol: &str, language: Option<&str>) -> Option<&Card> {
        let mut of_symbol = self.cards.iter().filter(|card| card.symbol.as_deref() == Some(symbol));
        let first = of_symbol.clone().next();
        of_symbol.find(|card| card.language == language).or(first)
    }

    pub fn learn(&mut self, origin: &Source, document: &Document) {
        if let Some(at) = self.find(origin) {
            self.cards[at].learn(document);
        } else {
            let mut card = Card::new(origin.clone());
            card.learn(document);
            self.put(card);
        }
    }
}
