//! A text that is looked for in all documents at hand: the paragraphs that have it, by document.

use super::ticket::Claim;
use crate::library::Source;
use crate::library::summary::Mentions;

/// The most paragraphs that are kept.
pub(crate) const MOST: usize = 2_000;
/// How many characters of a query count.
pub(crate) const LONGEST: usize = 200;

/// A paragraph that has the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    pub origin: Source,
    /// The place of the document among those that are searched.
    pub document: usize,
    /// Its symbol, or the name of its file.
    pub name: String,
    pub anchor: String,
    /// The short address of the paragraph.
    pub place: String,
    /// The words around the text in parts, and whether each is what was looked for.
    pub excerpt: Vec<(String, bool)>,
}

/// The search, which outlasts the list that shows it.
#[derive(Debug, Default)]
pub(crate) struct Everywhere {
    pub query: String,
    /// It is going on.
    pub claim: Option<Claim>,
    /// In the order of the documents, and in reading order in each.
    pub passages: Vec<Passage>,
    /// Some were left out.
    pub more: bool,
    /// How many documents have the text.
    pub documents: usize,
    /// How many were read, and how many there are.
    pub read: usize,
    pub all: usize,
    /// The passage that is selected.
    pub at: usize,
}

impl Everywhere {
    /// Adds what was found in a document. The selected passage stays selected.
    pub(crate) fn add(&mut self, origin: &Source, document: usize, found: Mentions) {
        let Mentions { symbol, paragraphs, more } = found.bounded();
        if paragraphs.is_empty() {
            return;
        }
        self.documents += 1;
        let room = MOST.saturating_sub(self.passages.len());
        self.more |= more || paragraphs.len() > room;
        let at = self.passages.partition_point(|passage| passage.document < document);
        let name = symbol.unwrap_or_else(|| origin.name());
        let added: Vec<Passage> = paragraphs
            .into_iter()
            .take(room)
            .map(|found| Passage {
                origin: origin.clone(),
                document,
                name: name.clone(),
                anchor: found.anchor,
                place: found.place,
                excerpt: found.excerpt,
            })
            .collect();
        if at <= self.at && !self.passages.is_empty() && self.at > 0 {
            self.at += added.len();
        }
        self.passages.splice(at..at, added);
    }

    /// Whether as many are kept as can be.
    pub(crate) fn is_full(&self) -> bool {
        self.passages.len() >= MOST
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mentions(places: &[&str]) -> Mentions {
        let paragraph = |place: &&str| {
            format!("{{\"anchor\":\"{place}\",\"place\":\"{place}\",\"excerpt\":[[\"oars\",true]]}}")
        };
        let all: Vec<String> = places.iter().map(paragraph).collect();
        let json = format!("{{\"symbol\":null,\"paragraphs\":[{}],\"more\":false}}", all.join(","));
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn passages_stand_in_the_order_of_the_documents_and_the_selected_one_stays() {
        let source = |name: &str| Source::File(name.into());
        let mut found = Everywhere::default();
        found.add(&source("c.txt"), 2, mentions(&["op1", "op2"]));
        found.at = 1;
        found.add(&source("b.txt"), 1, mentions(&[]));
        found.add(&source("a.txt"), 0, mentions(&["pp1"]));
        let told: Vec<_> =
            found.passages.iter().map(|found| (found.name.as_str(), found.place.as_str())).collect();
        assert_eq!(told, [("a.txt", "pp1"), ("c.txt", "op1"), ("c.txt", "op2")]);
        assert_eq!((found.at, found.documents), (2, 2));
        let many = vec!["op1"; MOST + 1];
        for document in 3..100 {
            found.add(&source("d.txt"), document, mentions(&many));
        }
        assert_eq!(found.passages.len(), MOST);
        assert!(found.more && found.is_full());
    }
}
