//! Longest-prefix lookup in the tries made by the build script, in place: nothing is built at start-up.
//!
//! The layout of the bytes is described in `build.rs`. What a value means is known to the caller.

use super::fold::Folded;

/// A trie as the build script wrote it.
#[derive(Clone, Copy)]
pub(super) struct Trie(pub(super) &'static [u8]);

/// A phrase that was found.
#[derive(Clone, Copy)]
pub(super) struct Found<'t> {
    /// The text after it, or after the part of it that is the opening phrase.
    pub(super) after: Folded<'t>,
    /// The text after the whole phrase.
    pub(super) beyond: Folded<'t>,
    pub(super) value: u8,
    /// The value of the adverb between its words; 0 where there is none.
    pub(super) between: u8,
}

impl Found<'_> {
    /// Of two phrases, the longer one.
    pub(super) fn longer(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        match (one, other) {
            (Some(a), Some(b)) if b.beyond.at() > a.beyond.at() => Some(b),
            (None, found) | (found, _) => found,
        }
    }
}

/// Added to the value of nodes where an opening phrase may end, and where a phrase may end inside a word.
const ENDS: u8 = 128;
const STEM: u8 = 64;
const VALUE: u8 = !(ENDS | STEM);

const SPACE: u16 = b' ' as u16;

impl Trie {
    pub(super) const EMPTY: Self = Self(&[0, 0, 0, 0, 0]);

    /// The longest phrase at the start of the text that ends at the end of a word.
    pub(super) fn longest(self, text: Folded<'_>) -> Option<Found<'_>> {
        self.start(text, Ends::Word, None)
    }

    /// The same for stems, which may end inside a word.
    pub(super) fn longest_stem(self, text: Folded<'_>) -> Option<Found<'_>> {
        self.start(text, Ends::Anywhere, None)
    }

    /// The same for stems whose first character is missing in the text.
    pub(super) fn longest_stem_behind(self, first: char, text: Folded<'_>) -> Option<Found<'_>> {
        let node = self.child(self.root()?, u16::try_from(u32::from(first)).ok()?)?;
        self.walk(node, text, Ends::Anywhere, None, None)
    }

    /// The same for phrases that an adverb may interrupt: "Calls once again upon".
    pub(super) fn longest_around(self, text: Folded<'_>, adverbs: Self) -> Option<Found<'_>> {
        self.start(text, Ends::Word, Some(adverbs))
    }

    /// The same with another first character than that of the text.
    pub(super) fn longest_with_first(
        self,
        first: char,
        mut text: Folded<'_>,
        adverbs: Self,
    ) -> Option<Found<'_>> {
        let root = self.root()?;
        let node = self.child(root, u16::try_from(u32::from(first)).ok()?)?;
        text.read()?;
        self.walk(node, text, Ends::Word, Some(adverbs), None)
    }

    /// A mark at the root says that the phrase is not part of the opening phrase at all.
    fn start(self, text: Folded<'_>, ends: Ends, adverbs: Option<Self>) -> Option<Found<'_>> {
        let root = self.root()?;
        let opener = root.first().is_some_and(|value| value & ENDS != 0).then_some(text);
        self.walk(root, text, ends, adverbs, opener)
    }

    fn walk<'t>(
        self,
        mut node: &'static [u8],
        mut text: Folded<'t>,
        ends: Ends,
        adverbs: Option<Self>,
        mut opener: Option<Folded<'t>>,
    ) -> Option<Found<'t>> {
        let (mut longest, mut parted, mut parted_at) = (None::<Found>, None, 0);
        loop {
            let &value = node.first()?;
            let is_end = ends == Ends::Anywhere || text.at_boundary();
            if is_end && value & ENDS != 0 {
                opener = Some(text);
            }
            if (is_end || value & STEM != 0) && value & VALUE != 0 {
                let after = opener.unwrap_or(text);
                longest = Some(Found { after, beyond: text, value: value & VALUE, between: 0 });
            }
            if let Some(adverbs) = adverbs.filter(|_| is_end)
                && let Some(next) = self.child(node, SPACE)
                && let Some(adverb) = adverbs.between(text)
            {
                let opener = if value & ENDS != 0 { Some(adverb.after) } else { opener };
                let found = self.walk(next, adverb.beyond, ends, None, opener);
                if let Some(found) = found {
                    (parted, parted_at) = (Some(Found { between: adverb.value, ..found }), text.at());
                }
            }
            let Some(child) = text.read().and_then(|c| self.child(node, c)) else { break };
            node = child;
        }
        // A phrase that includes the adverb takes precedence: "تؤكد من جديد" is not "تؤكد".
        if longest.is_some_and(|longest| longest.beyond.at() > parted_at) {
            longest
        } else {
            parted.or(longest)
        }
    }

    /// An adverb between two words of a phrase, with or without commas around it.
    fn between(self, before: Folded<'_>) -> Option<Found<'_>> {
        let mut start = before;
        start.pass(|c| matches!(c, ',' | '،') || c.is_whitespace());
        let mut found = self.longest(start)?;
        if found.after.at() == start.at() {
            found.after = before;
        }
        found.beyond.pass(|c| matches!(c, ',' | '،') || c.is_whitespace());
        Some(found)
    }

    fn root(self) -> Option<&'static [u8]> {
        self.node(*self.0.last_chunk()?)
    }

    /// The bytes from a node on.
    fn node(self, [a, b, c]: [u8; 3]) -> Option<&'static [u8]> {
        self.0.get(u32::from_le_bytes([a, b, c, 0]) as usize..)
    }

    fn child(self, node: &'static [u8], c: u16) -> Option<&'static [u8]> {
        let count = usize::from(*node.get(1)?);
        let (labels, offsets) = node.get(2..2 + count * 5)?.split_at(count * 2);
        let index = labels.as_chunks().0.binary_search_by_key(&c, |&label| u16::from_le_bytes(label)).ok()?;
        self.node(*offsets.as_chunks().0.get(index)?)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    Word,
    Anywhere,
}
