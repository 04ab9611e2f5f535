//! Formatting of runs and paragraphs in a .doc file: lists of property modifiers ("sprms"), stored in pages of 512
//! bytes and looked up by the byte offset of the text.

use super::file::{File, Table, long, short};
use crate::formats::cells::Edge;

/// Properties of a run. What is `None` is left to its style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) italic: Option<Switch>,
    pub(super) bold: Option<Switch>,
    /// Italic or bold in a run of a complex script, such as Arabic.
    pub(super) complex: Option<bool>,
    pub(super) right_to_left: Option<bool>,
    pub(super) raised: Option<bool>,
    pub(super) hidden: Option<bool>,
    /// Whether it is a tracked deletion that was not yet accepted.
    pub(super) deleted: bool,
    /// Whether the character is a placeholder, such as the mark of a note.
    pub(super) special: bool,
    /// The code of a character in a symbol font.
    pub(super) symbol: Option<u16>,
    /// The index of its character style.
    pub(super) style: Option<u16>,
}

/// A switch that is set on or off, or to the opposite of what the style has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Switch {
    Set(bool),
    Other,
}

impl Switch {
    fn of(value: u8) -> Option<Self> {
        match value {
            0 => Some(Self::Set(false)),
            1 => Some(Self::Set(true)),
            0x81 => Some(Self::Other),
            _ => None,
        }
    }
}

/// The effective value of a switch over that of the style.
pub(super) fn over(own: Option<Switch>, style: Option<Switch>) -> bool {
    let below = style == Some(Switch::Set(true));
    match own {
        Some(Switch::Set(on)) => on,
        Some(Switch::Other) => !below,
        None => below,
    }
}

/// Properties of a paragraph.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the format")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) style: u16,
    pub(super) in_table: bool,
    /// Whether its end is the end of a row.
    pub(super) ends_row: bool,
    /// Whether the row is a header row.
    pub(super) header_row: bool,
    /// The index in [`Properties::rows`] of the row that it ends.
    row: Option<u32>,
    pub(super) page_before: bool,
    pub(super) right: bool,
    /// The number of its list, from 1; `level` is the level in it.
    pub(super) list: Option<u16>,
    pub(super) level: Option<u8>,
    /// The level of the heading, from 1; 0 for no heading.
    pub(super) heading: Option<u8>,
}

/// Runs and paragraphs by the byte offset at which they end, in ascending order.
pub(super) struct Properties {
    runs: Vec<(u32, u32, Run)>,
    paragraphs: Vec<(u32, u32, Paragraph)>,
    /// The right edges of the cells of each row.
    rows: Vec<Vec<Edge>>,
}

impl Properties {
    pub(super) fn read(file: &File) -> Self {
        let mut properties = Self { runs: Vec::new(), paragraphs: Vec::new(), rows: Vec::new() };
        for page in pages(file, Table::Runs) {
            properties.runs_of(page);
        }
        for page in pages(file, Table::Paragraphs) {
            properties.paragraphs_of(page);
        }
        properties.runs.sort_by_key(|run| run.0);
        properties.paragraphs.sort_by_key(|paragraph| paragraph.0);
        properties
    }

    /// The properties of the run at a byte offset, and the offset at which the next run begins.
    pub(super) fn run(&self, byte: u32) -> (Run, u32) {
        find(&self.runs, byte)
    }

    pub(super) fn paragraph(&self, byte: u32) -> Paragraph {
        find(&self.paragraphs, byte).0
    }

    /// The right edges of the cells of the row that a paragraph ends.
    pub(super) fn edges(&self, paragraph: &Paragraph) -> &[Edge] {
        let row = paragraph.row.and_then(|row| self.rows.get(row as usize));
        row.map(Vec::as_slice).unwrap_or_default()
    }

    fn runs_of(&mut self, page: &[u8]) {
        let count = page.last().map_or(0, |count| usize::from(*count));
        for at in 0..count {
            let (Some(from), Some(to)) = (long(page, at * 4), long(page, at * 4 + 4)) else { break };
            let Some(&offset) = page.get((count + 1) * 4 + at) else { break };
            let mut run = Run::default();
            let start = usize::from(offset) * 2;
            if let Some(&length) = page.get(start).filter(|_| offset > 0) {
                let changes = page.get(start + 1..start + 1 + usize::from(length)).unwrap_or_default();
                changes_of(changes, |code, operand| run.change(code, operand));
            }
            if to > from {
                self.runs.push((from, to, run));
            }
        }
    }

    fn paragraphs_of(&mut self, page: &[u8]) {
        let count = page.last().map_or(0, |count| usize::from(*count));
        for at in 0..count {
            let (Some(from), Some(to)) = (long(page, at * 4), long(page, at * 4 + 4)) else { break };
            let Some(&offset) = page.get((count + 1) * 4 + at * 13) else { break };
            let mut paragraph = Paragraph::default();
            let start = usize::from(offset) * 2;
            let (start, length) = match (page.get(start), page.get(start + 1)) {
                (Some(0), Some(&words)) => (start + 2, usize::from(words) * 2),
                (Some(&words), _) => (start + 1, usize::from(words) * 2 - 1),
                _ => break,
            };
            if offset > 0
                && let Some(inner) = page.get(start..(start + length).min(page.len()))
            {
                paragraph.style = short(inner, 0).unwrap_or(0);
                changes_of(inner.get(2..).unwrap_or_default(), |code, operand| {
                    if code == 0xD608 {
                        paragraph.row = Some(self.rows.len() as u32);
                        self.rows.push(edges(operand));
                    }
                    paragraph.change(code, operand);
                });
            }
            if to > from {
                self.paragraphs.push((from, to, paragraph));
            }
        }
    }
}

impl Run {
    pub(super) fn change(&mut self, code: u16, operand: &[u8]) {
        let first = operand.first().copied().unwrap_or(0);
        let on = || Switch::of(first).map(|switch| switch == Switch::Set(true));
        match code {
            0x0835 => self.bold = Switch::of(first),
            0x0836 => self.italic = Switch::of(first),
            0x085C | 0x085D => self.complex = Some(self.complex.unwrap_or(false) || first == 1),
            0x085A => self.right_to_left = on(),
            0x083C => self.hidden = on(),
            0x0800 => self.deleted = first == 1,
            0x0855 => self.special = first == 1,
            0x2A48 => self.raised = Some(first == 1),
            // A superscript by its position, in half points.
            0x4845 => {
                let by = short(operand, 0).map_or(0, u16::cast_signed);
                self.raised = self.raised.or((by > 2).then_some(true));
            }
            0x4A30 => self.style = short(operand, 0),
            0x6A09 => self.symbol = short(operand, 2),
            _ => {}
        }
    }
}

impl Paragraph {
    pub(super) fn change(&mut self, code: u16, operand: &[u8]) {
        let first = operand.first().copied().unwrap_or(0);
        match code {
            0x2416 => self.in_table = first != 0,
            0x2417 => self.ends_row = first != 0,
            0x3404 => self.header_row = first != 0,
            0x2407 => self.page_before = first != 0,
            0x2403 | 0x2461 => self.right = first == 2,
            0x460B => self.list = short(operand, 0),
            0x260A => self.level = Some(first),
            0x2640 => self.heading = Some(if first < 9 { first + 1 } else { 0 }),
            _ => {}
        }
    }
}

/// Reads the cells of a row: their count, the edges between them, and 20 bytes for each cell.
fn edges(operand: &[u8]) -> Vec<Edge> {
    let count = operand.get(2).map_or(0, |count| usize::from(*count));
    let edge = |at: usize| {
        let right = short(operand, 3 + (at + 1) * 2)?;
        let flags = short(operand, 3 + (count + 1) * 2 + at * 20).unwrap_or(0);
        // Merged with the cell to the left; merged with the cell above.
        let (joined, goes_on) = (flags & 3 == 2, flags & 0x60 == 0x20);
        Some(Edge { right: i32::from(right.cast_signed()), goes_on, joined })
    };
    (0..count).map_while(edge).collect()
}

/// Calls `take` for each property modifier in a list, with its code and its operand.
pub(super) fn changes_of(mut changes: &[u8], mut take: impl FnMut(u16, &[u8])) {
    while let Some(code) = short(changes, 0) {
        let rest = changes.get(2..).unwrap_or_default();
        let length = match (code >> 13, code) {
            (6, 0xD608) => short(rest, 0).map_or(usize::MAX, |length| usize::from(length) + 1),
            (6, _) => rest.first().map_or(usize::MAX, |length| usize::from(*length) + 1),
            (0 | 1, _) => 1,
            (2 | 4 | 5, _) => 2,
            (3, _) => 4,
            _ => 3,
        };
        let Some(operand) = rest.get(..length) else { return };
        take(code, operand);
        changes = rest.get(length..).unwrap_or_default();
    }
}

/// The pages of 512 bytes that a table lists, each once.
fn pages(file: &File, table: Table) -> Vec<&[u8]> {
    let mut numbers: Vec<u32> = File::places(file.table(table), 4)
        .iter()
        .filter_map(|(_, page)| Some(long(page, 0)? & 0x003F_FFFF))
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    let page = |number: u32| {
        let from = number as usize * 512;
        file.words.get(from..from + 512)
    };
    numbers.into_iter().filter_map(page).collect()
}

/// The properties at a byte offset, and the offset up to which they apply.
fn find<T: Copy + Default>(all: &[(u32, u32, T)], byte: u32) -> (T, u32) {
    let at = all.partition_point(|(from, _, _)| *from <= byte);
    let next = all.get(at).map_or(u32::MAX, |(from, _, _)| *from);
    match at.checked_sub(1).and_then(|at| all.get(at)) {
        Some((_, to, found)) if byte < *to => (*found, (*to).min(next)),
        _ => (T::default(), next),
    }
}
