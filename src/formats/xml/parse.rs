//! Builds the tree from the events of the XML parser, and repairs malformed markup.

use super::attributes::local;
use super::{DATA, DEEPEST, Fault, NodeData, RAW, TEXT, Tree};
use crate::document::MarkupFault;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

const MOST_FAULTS: usize = 1000;
/// The source may be searched so many times, as measured by its length, for tags that never end. The rest is then not
/// parsed.
const MOST_SEARCHES: usize = 8;

/// The maximum number of nodes for a file of so many bytes; no real document has more.
fn most_nodes(bytes: usize) -> usize {
    1_000_000 + bytes / 8
}

pub(super) fn parse(source: &str) -> Tree<'_> {
    let source = source.get(..source.len().min(u32::MAX as usize)).unwrap_or_default();
    let tags = memchr::memchr_iter(b'<', source.as_bytes()).count();
    let most = most_nodes(source.len());
    let mut builder = Builder {
        tree: Tree {
            source,
            nodes: Vec::with_capacity(most.min(tags * 2 + 2)),
            names: vec!["", "", ""],
            faults: Vec::new(),
            is_cut: false,
        },
        known: HashMap::new(),
        recent: [0; 256],
        open: Vec::with_capacity(16),
        deeper: 0,
        most,
    };
    builder.push(TEXT, 0, 0);
    builder.read();
    builder.finish()
}

struct Builder<'s> {
    tree: Tree<'s>,
    known: HashMap<&'s str, u16>,
    /// The indices of recent names, by a hash of a few of their letters.
    recent: [u16; 256],
    /// The open elements, outermost first.
    open: Vec<u32>,
    /// How many elements are open beyond the maximum depth.
    deeper: usize,
    most: usize,
}

impl<'s> Builder<'s> {
    fn read(&mut self) {
        let source = self.tree.source;
        let mut from = if source.starts_with('\u{FEFF}') { 3 } else { 0 };
        let mut searched = 0;
        while from < source.len() {
            let Some(stop) = self.run(from) else { return };
            // An angle bracket that does not begin a tag is text.
            searched += source.len() - stop;
            let full = self.tree.nodes.len() >= self.most;
            if full || searched / MOST_SEARCHES > source.len() {
                self.fault(stop, if full { MarkupFault::TooMany } else { MarkupFault::NeverEnds });
                self.push(RAW, stop, source.len());
                return;
            }
            self.text(stop, stop + 1);
            from = stop + 1;
        }
    }

    /// Parses from byte `from` on. Returns the byte offset of a `<` that does not begin a tag; `None` at the end.
    fn run(&mut self, from: usize) -> Option<usize> {
        let source = self.tree.source;
        let mut reader = Reader::from_str(source.get(from..)?);
        let config = reader.config_mut();
        (config.check_end_names, config.allow_unmatched_ends, config.allow_dangling_amp) =
            (false, true, true);
        loop {
            let start = from + reader.buffer_position() as usize;
            let event = reader.read_event();
            let end = from + reader.buffer_position() as usize;
            if self.tree.nodes.len() >= self.most {
                return Some(start);
            }
            match event {
                Ok(Event::Eof) => return None,
                Ok(Event::Start(tag)) => {
                    if !is_tag(source, start, end) {
                        self.fault(start, MarkupFault::NeverEnds);
                        return Some(start);
                    }
                    let name = self.name(source.get(start + 1..start + 1 + tag.name().as_ref().len())?);
                    self.enter(name, start, end);
                }
                Ok(Event::Empty(tag)) => {
                    if !is_tag(source, start, end) {
                        self.fault(start, MarkupFault::NeverEnds);
                        return Some(start);
                    }
                    let name = self.name(source.get(start + 1..start + 1 + tag.name().as_ref().len())?);
                    self.push(name, start, end);
                }
                Ok(Event::End(tag)) => self.leave(local(tag.name().as_ref()), start),
                Ok(Event::Text(_) | Event::GeneralRef(_)) => self.text(start, end),
                Ok(Event::CData(data)) => {
                    let inner = start + "<![CDATA[".len();
                    self.push(DATA, inner, inner + data.len());
                }
                Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
                Err(_) => {
                    self.fault(start, MarkupFault::NeverEnds);
                    return Some(start);
                }
            }
        }
    }

    fn name(&mut self, tag: &'s str) -> u16 {
        let name = local(tag);
        // Most elements have one of a few names. These are found without the map, whose hash has to resist hostile
        // names.
        let bytes = name.as_bytes();
        let ends = bytes.first().copied().unwrap_or(0) ^ bytes.last().copied().unwrap_or(0).rotate_left(3);
        let slot = usize::from(ends ^ (bytes.len() as u8).rotate_left(5));
        let recent = self.recent.get(slot).copied().unwrap_or(0);
        if recent > RAW && self.tree.names.get(usize::from(recent)) == Some(&name) {
            return recent;
        }
        let index = self.known_name(name);
        if let Some(recent) = self.recent.get_mut(slot) {
            *recent = index;
        }
        index
    }

    fn known_name(&mut self, name: &'s str) -> u16 {
        if let Some(&known) = self.known.get(name) {
            return known;
        }
        let Ok(index) = u16::try_from(self.tree.names.len()) else { return RAW + 1 };
        self.tree.names.push(name);
        self.known.insert(name, index);
        index
    }

    fn push(&mut self, name: u16, start: usize, end: usize) -> u32 {
        let index = self.tree.nodes.len() as u32;
        self.tree.nodes.push(NodeData { name, subtree_end: index + 1, start: start as u32, end: end as u32 });
        index
    }

    /// Adds text. It is appended to the text node before it if nothing stands between.
    fn text(&mut self, start: usize, end: usize) {
        let next = self.tree.nodes.len() as u32;
        if let Some(last) = self.tree.nodes.last_mut()
            && next > 1
            && last.name == TEXT
            && last.end as usize == start
        {
            last.end = end as u32;
            return;
        }
        self.push(TEXT, start, end);
    }

    fn enter(&mut self, name: u16, start: usize, end: usize) {
        let index = self.push(name, start, end);
        if self.open.len() < DEEPEST {
            self.open.push(index);
            return;
        }
        if self.deeper == 0 {
            self.fault(start, MarkupFault::TooDeep);
        }
        self.deeper += 1;
    }

    /// Closes the innermost element of this name, and the elements in it.
    fn leave(&mut self, name: &str, at: usize) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let known = self.known.get(name).copied();
        let found = self.open.iter().rposition(|&index| Some(self.tree.data(index).name) == known);
        let Some(found) = found else {
            self.fault(at, MarkupFault::ClosesNothing);
            return;
        };
        while self.open.len() > found + 1 {
            self.close(true);
        }
        self.close(false);
    }

    fn close(&mut self, broken: bool) {
        let end = self.tree.nodes.len() as u32;
        let Some(index) = self.open.pop() else { return };
        let Some(data) = self.tree.nodes.get_mut(index as usize) else { return };
        data.subtree_end = end;
        let at = data.start as usize;
        if broken {
            self.fault(at, MarkupFault::NeverClosed);
        }
    }

    fn fault(&mut self, at: usize, what: MarkupFault) {
        let faults = &mut self.tree.faults;
        if faults.len() < MOST_FAULTS && faults.last().is_none_or(|last| last.at != at) {
            faults.push(Fault { at, what });
        }
    }

    fn finish(mut self) -> Tree<'s> {
        // The rest of a source with too many elements is there, but was not read.
        let gave_up = |fault: &Fault| matches!(fault.what, MarkupFault::TooMany | MarkupFault::TooDeep);
        self.tree.is_cut = !self.open.is_empty() && !self.tree.faults.iter().any(gave_up);
        while !self.open.is_empty() {
            self.close(true);
        }
        let end = self.tree.nodes.len() as u32;
        if let Some(root) = self.tree.nodes.first_mut() {
            root.subtree_end = end;
        }
        self.tree.faults.sort_by_key(|fault| fault.at);
        self.tree
    }
}

/// Whether a range in angle brackets is a tag: it has a name and no other bracket.
fn is_tag(source: &str, start: usize, end: usize) -> bool {
    let Some(inner) = source.get(start + 1..end) else { return false };
    inner.starts_with(|first: char| first.is_alphabetic() || first == '_')
        && memchr::memchr(b'<', inner.as_bytes()).is_none()
}

/// The text of source that was not parsed, without what looks like tags.
pub(super) fn without_tags(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for part in source.split('<') {
        let words = part.split_once('>').map_or(part, |(_, words)| words);
        out.push_str(&super::unescape(words));
        out.push(' ');
    }
    out
}
