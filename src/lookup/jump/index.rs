//! The index of a document: its words without spaces, a vocabulary, and the positions of each word.
//!
//! It is built once, in one pass. The words of all candidates stand in one string, `squeezed`, with a line for each
//! candidate, so that glued words, compounds and Chinese are found by one substring search. Ranking is done
//! elsewhere.

use crate::text::Part as _;
use std::collections::HashMap;
use std::ops::Range;

use super::stop;
use crate::document::{Document, Kind, NodeId, Span};
use crate::text::fold::{fold_str, words};

/// A candidate: a node that has a label or words.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub node: NodeId,
    /// The row, from 0, where the node is a table.
    pub row: Option<u32>,
    /// Its words, as a range of word indices; those of the label come first.
    pub words: Range<u32>,
    /// The index of the first word that is not part of the label.
    pub body: u32,
    /// The index of the first word behind its opening verb: `body` where it has none.
    pub opened: u32,
    /// The byte range of its line in `squeezed`, without the line feed.
    pub bytes: Range<u32>,
    /// The index of the clause that contains it, if that is a candidate.
    pub parent: Option<u32>,
    /// Whether it is a note, the title or a line of the masthead, which are rarely meant.
    pub aside: bool,
    /// Whether it is a preambular paragraph or in one. Among equals, the operative part is meant.
    pub preambular: bool,
    /// A bit mask of the first letters of its words.
    pub firsts: u64,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Its byte offset in `squeezed`.
    pub at: u32,
    pub entry: u32,
    /// The number of content words before this one in the whole document; distances are measured in them.
    pub content: u32,
    /// Its first letter.
    pub first: char,
    /// Whether it begins with a capital in the text.
    pub capital: bool,
    /// Whether an abbreviation may leave out its initial: it is a stop word, or joined to the word before by a hyphen
    /// or an apostrophe.
    pub skippable: bool,
}

/// A word of the vocabulary.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub text: Box<str>,
    pub letters: u32,
    pub mask: u64,
    pub stop: bool,
    /// The length in bytes of the Arabic particles written onto the word; then the letters without them.
    pub particles: u32,
    pub bare_mask: u64,
    /// Its range in `postings`.
    pub postings: Range<u32>,
}

/// The data that [`super::Index`] searches.
#[derive(Debug, Default)]
pub(super) struct Store {
    pub units: Vec<Unit>,
    pub squeezed: String,
    pub words: Vec<Word>,
    pub entries: Vec<Entry>,
    pub ids: HashMap<Box<str>, u32>,
    /// Word indices grouped by entry, in ascending order within each entry.
    pub postings: Vec<u32>,
}

/// A bit mask of the letters of a word; two letters may share a bit.
pub(super) fn mask(word: &str) -> u64 {
    word.chars().fold(0, |mask, letter| mask | bit(letter))
}

pub(super) fn bit(letter: char) -> u64 {
    1 << (letter as u32 % 64)
}

/// Words whose initials abbreviations leave out: words of up to three letters, and numbers.
fn is_short(word: &str) -> bool {
    word.chars().count() <= 3 || word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The spans of a node's own words: label, body without note marks, and continuations; of a table those of one row.
pub(super) fn pieces(document: &Document, id: NodeId, row: Option<u32>) -> Vec<Span> {
    let node = document.node(id);
    let mut out = vec![node.label];
    if let (Some(row), Some(table)) = (row, document.table(id)) {
        for cell in table.row(row as usize) {
            push_without_marks(&mut out, document, cell.text);
        }
        return out;
    }
    push_without_marks(&mut out, document, node.body);
    for child in document.children(id) {
        let child = document.node(child);
        if child.kind == Kind::Continuation {
            push_without_marks(&mut out, document, child.body);
        }
    }
    out
}

fn push_without_marks(out: &mut Vec<Span>, document: &Document, span: Span) {
    let mut at = span.start;
    for mark in document.marks_in(span) {
        if mark.span.start > at {
            out.push(Span { start: at, end: mark.span.start });
        }
        at = at.max(mark.span.end);
    }
    if span.end > at {
        out.push(Span { start: at, end: span.end });
    }
}

/// The words of folded text as they are written to `squeezed`, with the slash before a word that a slash joins to the
/// previous one.
pub(super) fn joined(folded: &str) -> impl Iterator<Item = (usize, &str, bool)> {
    let mut last_end = None;
    words(folded).map(move |(at, word)| {
        let slash = last_end.is_some_and(|end| folded.get(end..at) == Some("/"));
        last_end = Some(at + word.len());
        (at, word, slash)
    })
}

impl Store {
    pub(super) fn new(document: &Document) -> Self {
        let mut store = Self::default();
        store.squeezed.reserve(document.text().len());
        let mut units_of: Vec<Option<u32>> = vec![None; document.len()];
        let mut content = 0;
        for id in document.ids() {
            let node = document.node(id);
            if node.kind == Kind::Continuation || node.kind.is_synthetic() {
                continue;
            }
            let above = document.node(node.parent).kind.is_clause();
            let parent = if above { units_of.get(node.parent.index()).copied().flatten() } else { None };
            let next = store.units.len() as u32;
            match document.table(id) {
                None => store.push_unit(document, id, None, parent, &mut content),
                Some(table) => {
                    for row in 0..table.rows().len() as u32 {
                        store.push_unit(document, id, Some(row), parent, &mut content);
                    }
                }
            }
            if let Some(slot) = units_of.get_mut(id.index()).filter(|_| store.units.len() as u32 > next) {
                *slot = Some(next);
            }
        }
        store.sort_postings();
        store
    }

    /// Adds a candidate if it has words.
    fn push_unit(
        &mut self,
        document: &Document,
        id: NodeId,
        row: Option<u32>,
        parent: Option<u32>,
        content: &mut u32,
    ) {
        let first = self.words.len() as u32;
        let start = self.squeezed.len() as u32;
        let mut body = first;
        for (at, piece) in pieces(document, id, row).into_iter().enumerate() {
            self.push_piece(document.slice(piece), content);
            if at == 0 {
                body = self.words.len() as u32;
            }
        }
        if self.words.len() as u32 == first {
            return;
        }
        let kind = document.node(id).kind;
        let above = parent.and_then(|parent| self.units.get(parent as usize));
        let opener = if row.is_none() { document.opener(id) } else { "" };
        let preambular = kind == Kind::Preambular || above.is_some_and(|above| above.preambular);
        self.units.push(Unit {
            node: id,
            row,
            words: first..self.words.len() as u32,
            body,
            opened: body + words(&fold_str(opener)).count() as u32,
            bytes: start..self.squeezed.len() as u32,
            parent,
            aside: matches!(kind, Kind::Note | Kind::MastheadLine | Kind::Title | Kind::Enacting),
            preambular,
            firsts: self.words.part(first as usize..).iter().fold(0, |mask, word| mask | bit(word.first)),
        });
        self.squeezed.push('\n');
    }

    fn push_piece(&mut self, source: &str, content: &mut u32) {
        let folded = fold_str(source);
        let mut capitals = Capitals::new(source);
        let mut end = usize::MAX;
        for (start, word, slash) in joined(&folded) {
            if slash {
                self.squeezed.push('/');
            }
            let entry = self.entry(word);
            let stop = self.entries.get(entry as usize).is_some_and(|entry| entry.stop);
            let first = word.chars().next().unwrap_or_default();
            self.words.push(Word {
                at: self.squeezed.len() as u32,
                entry,
                content: *content,
                first,
                capital: capitals.next(),
                skippable: stop || is_short(word) || matches!(folded.get(end..start), Some("-" | "'" | "/")),
            });
            self.squeezed.push_str(word);
            end = start + word.len();
            *content += u32::from(!stop);
        }
    }

    fn entry(&mut self, word: &str) -> u32 {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = self.entries.len() as u32;
        let bare = crate::lang::ar::without_particles(word).unwrap_or(word);
        self.entries.push(Entry {
            text: word.into(),
            letters: word.chars().count() as u32,
            mask: mask(word),
            stop: stop::is_stop(word),
            particles: (word.len() - bare.len()) as u32,
            bare_mask: mask(bare),
            postings: 0..0,
        });
        self.ids.insert(word.into(), id);
        id
    }

    /// Groups the word indices by entry with a counting sort.
    fn sort_postings(&mut self) {
        let mut counts = vec![0_u32; self.entries.len()];
        for word in &self.words {
            if let Some(count) = counts.get_mut(word.entry as usize) {
                *count += 1;
            }
        }
        let mut start = 0;
        for (entry, count) in self.entries.iter_mut().zip(&mut counts) {
            entry.postings = start..start + *count;
            start += std::mem::replace(count, start);
        }
        self.postings = vec![0; self.words.len()];
        for (index, word) in self.words.iter().enumerate() {
            if let Some(next) = counts.get_mut(word.entry as usize) {
                if let Some(slot) = self.postings.get_mut(*next as usize) {
                    *slot = index as u32;
                }
                *next += 1;
            }
        }
    }

    pub(super) fn word(&self, index: u32) -> Word {
        self.words.get(index as usize).copied().unwrap_or(Word {
            at: self.squeezed.len() as u32,
            entry: u32::MAX,
            content: 0,
            first: '\0',
            capital: false,
            skippable: false,
        })
    }

    pub(super) fn entry_of(&self, word: u32) -> Option<&Entry> {
        self.entries.get(self.word(word).entry as usize)
    }

    /// The byte offset after the last byte of a word.
    pub(super) fn word_end(&self, index: u32) -> u32 {
        self.word(index).at + self.entry_of(index).map_or(0, |entry| entry.text.len() as u32)
    }

    pub(super) fn words_of(&self, unit: &Unit) -> &[Word] {
        self.words.part(unit.words.start as usize..unit.words.end as usize)
    }

    /// The index of the word that contains a byte of `squeezed`.
    pub(super) fn word_at(&self, byte: u32) -> u32 {
        self.words.partition_point(|word| word.at <= byte).saturating_sub(1) as u32
    }

    /// The index of the unit that contains a word.
    pub(super) fn unit_at(&self, word: u32) -> u32 {
        self.units.partition_point(|unit| unit.words.start <= word).saturating_sub(1) as u32
    }

    /// Whether a word is one of the opening verb of its clause: of "Requests" and of "Also requests".
    pub(super) fn opens(&self, unit: u32, word: u32) -> bool {
        self.units.get(unit as usize).is_some_and(|unit| (unit.body..unit.opened).contains(&word))
    }

    pub(super) fn positions(&self, entry: &Entry) -> &[u32] {
        self.postings.part(entry.postings.start as usize..entry.postings.end as usize)
    }
}

/// Tells which words begin with a capital by walking the source in parallel with its folded form. It is a hint: where
/// the two do not correspond word by word, the answer is no.
struct Capitals<'s> {
    words: crate::text::fold::Words<'s>,
}

impl<'s> Capitals<'s> {
    fn new(source: &'s str) -> Self {
        Self { words: words(source) }
    }

    fn next(&mut self) -> bool {
        self.words.next().is_some_and(|(_, word)| word.starts_with(char::is_uppercase))
    }
}
