//! The documents at hand: what a list of them shows, and which one is open.

use crate::document::Document;
use crate::library::Source;

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
    pub cards: Vec<Card>,
}

impl Shelf {
    pub fn find(&self, origin: &Source) -> Option<usize> {
        self.cards.iter().position(|card| card.origin == *origin)
    }

    /// The documents with a symbol, for following a reference.
    pub fn with_symbol(&self, symbol: &str, language: Option<&str>) -> Option<&Card> {
        let mut of_symbol = self.cards.iter().filter(|card| card.symbol.as_deref() == Some(symbol));
        let first = of_symbol.clone().next();
        of_symbol.find(|card| card.language == language).or(first)
    }

    pub fn learn(&mut self, origin: &Source, document: &Document) {
        match self.find(origin) {
            Some(at) => self.cards[at].learn(document),
            None => {
                let mut card = Card::new(origin.clone());
                card.learn(document);
                self.cards.push(card);
            }
        }
    }
}
