//! The streams of a .doc file: its tables, and its text by character position.
//!
//! A character position counts characters over all stories; each piece maps a range of positions to the bytes of the
//! file.

use super::WHAT;
use crate::document::Reason;
use crate::formats::ReadError;
use std::ops::Range;

/// Tables of the file, by their index in the file information block.
#[derive(Clone, Copy)]
pub(super) enum Table {
    Styles = 1,
    FootnoteMarks = 2,
    Footnotes = 3,
    Heads = 11,
    Runs = 12,
    Paragraphs = 13,
    Settings = 31,
    Pieces = 33,
    EndnoteMarks = 46,
    Endnotes = 47,
    Lists = 73,
    ListUses = 74,
}

/// The range of character positions of each story.
#[derive(Clone, Default)]
pub(super) struct Stories {
    pub(super) body: Range<u32>,
    pub(super) footnotes: Range<u32>,
    pub(super) heads: Range<u32>,
    pub(super) comments: Range<u32>,
    pub(super) endnotes: Range<u32>,
    pub(super) boxes: Range<u32>,
}

/// A range of characters that are stored contiguously in the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) from: u32,
    pub(super) to: u32,
    /// The byte offset of its first character.
    byte: u32,
    /// Whether a character takes two bytes instead of one.
    wide: bool,
}

pub(super) struct File {
    pub(super) words: Vec<u8>,
    table: Vec<u8>,
    pub(super) pieces: Vec<Piece>,
    pub(super) stories: Stories,
    /// Whether the piece table was missing or damaged, and the text is read as one piece.
    pub(super) broken: bool,
}

/// Page headers and footers.
#[derive(Default)]
pub(super) struct Heads {
    pub(super) first_page: Option<Range<u32>>,
    pub(super) others: Vec<(Range<u32>, Reason)>,
}

/// Whether the tables are in the stream `1Table`, not `0Table`.
pub(super) fn is_first_table(words: &[u8]) -> bool {
    short(words, 0x0A).is_some_and(|flags| flags & 0x0200 != 0)
}

impl File {
    pub(super) fn open(words: Vec<u8>, table: Vec<u8>) -> Result<Self, ReadError> {
        match short(&words, 0) {
            Some(0xA5EC) if short(&words, 2).is_some_and(|version| version >= 0xC0) => {}
            Some(0xA5DB | 0xA5DC | 0xA5EC | 0xA697..=0xA699) => {
                return Err(ReadError::Foreign {
                    what: "a document of Word 95 or older",
                    advice: "save it as .docx first",
                });
            }
            _ => return Err(ReadError::Damaged { what: WHAT, place: "its first bytes".to_owned() }),
        }
        if short(&words, 0x0A).is_some_and(|flags| flags & 0x0100 != 0) {
            return Err(ReadError::Locked { what: "a Word document" });
        }
        let mut from = 0_u32;
        let mut story = |at: usize| {
            let length = long(&words, at).filter(|length| *length < 1 << 30).unwrap_or(0);
            let range = from..from.saturating_add(length);
            from = range.end;
            range
        };
        let stories = Stories {
            body: story(0x4C),
            footnotes: story(0x50),
            heads: story(0x54),
            comments: story(0x5C),
            endnotes: story(0x60),
            boxes: story(0x64),
        };
        let mut file = Self { words, table, pieces: Vec::new(), stories, broken: false };
        file.pieces = file.read_pieces();
        if file.pieces.is_empty() {
            file.broken = true;
            file.pieces = file.whole();
        }
        Ok(file)
    }

    /// The bytes of a table.
    pub(super) fn table(&self, table: Table) -> &[u8] {
        let at = 0x9A + table as usize * 8;
        let (Some(from), Some(length)) = (long(&self.words, at), long(&self.words, at + 4)) else {
            return &[];
        };
        let from = from as usize;
        self.table.get(from..from.saturating_add(length as usize)).unwrap_or_default()
    }

    /// The bytes that follow a table.
    pub(super) fn behind(&self, table: Table) -> &[u8] {
        let at = 0x9A + table as usize * 8;
        let end =
            long(&self.words, at).unwrap_or(0) as usize + long(&self.words, at + 4).unwrap_or(0) as usize;
        self.table.get(end..).unwrap_or_default()
    }

    fn read_pieces(&self) -> Vec<Piece> {
        let mut clx = self.table(Table::Pieces);
        // Entries of kind 1 (formatting that pieces refer to) precede the piece table.
        while let Some((1, rest)) = clx.split_first().map(|(kind, rest)| (*kind, rest)) {
            let length = short(rest, 0).map_or(usize::MAX, usize::from);
            clx = rest.get(length.saturating_add(2)..).unwrap_or_default();
        }
        let Some((2, rest)) = clx.split_first().map(|(kind, rest)| (*kind, rest)) else { return Vec::new() };
        let length = long(rest, 0).unwrap_or(0) as usize;
        let plc = rest.get(4..).map(|rest| rest.get(..length).unwrap_or(rest)).unwrap_or_default();
        let count = plc.len().saturating_sub(4) / 12;
        let mut pieces = Vec::with_capacity(count);
        let mut last = 0;
        for at in 0..count {
            let (Some(from), Some(to)) = (long(plc, at * 4), long(plc, at * 4 + 4)) else { break };
            let Some(place) = long(plc, (count + 1) * 4 + at * 8 + 2) else { break };
            let wide = place & 0x4000_0000 == 0;
            let byte = if wide { place } else { (place & 0x3FFF_FFFF) / 2 };
            // Pieces must not overlap, or a small file could yield text without end.
            if from < last || to <= from || self.piece_is_outside(byte, to - from, wide) {
                continue;
            }
            last = to;
            pieces.push(Piece { from, to, byte, wide });
        }
        let bytes: u64 = pieces.iter().map(|piece| u64::from(piece.to - piece.from)).sum();
        if bytes > self.words.len() as u64 * 2 { Vec::new() } else { pieces }
    }

    fn piece_is_outside(&self, byte: u32, length: u32, wide: bool) -> bool {
        let bytes = u64::from(length) * if wide { 2 } else { 1 };
        u64::from(byte) + bytes > self.words.len() as u64 + 2
    }

    /// The whole text as one piece, from the byte where it begins.
    fn whole(&self) -> Vec<Piece> {
        let byte =
            long(&self.words, 0x18).filter(|from| (*from as usize) < self.words.len()).unwrap_or(0x200);
        let left = (self.words.len() as u32).saturating_sub(byte);
        let to = self.stories.body.end.min(left);
        let beginning = self.words.get(byte as usize..).unwrap_or_default();
        let beginning = beginning.get(..2000).unwrap_or(beginning);
        let zeros = memchr::memchr_iter(0, beginning).count();
        let wide = zeros * 4 > beginning.len();
        let to = if wide { to.min(left / 2) } else { to };
        if to == 0 { Vec::new() } else { vec![Piece { from: 0, to, byte, wide }] }
    }

    /// The character at a character position of a piece, and its byte offset.
    pub(super) fn at(&self, piece: &Piece, place: u32) -> (u16, u32) {
        let offset = place - piece.from;
        if piece.wide {
            let byte = piece.byte + offset * 2;
            (short(&self.words, byte as usize).unwrap_or(0), byte)
        } else {
            let byte = piece.byte + offset;
            (self.words.get(byte as usize).map_or(0, |letter| latin(*letter)), byte)
        }
    }

    /// The pieces that overlap a range of character positions.
    pub(super) fn pieces_of(&self, range: &Range<u32>) -> impl Iterator<Item = (Piece, Range<u32>)> + '_ {
        let range = range.clone();
        let first = self.pieces.partition_point(|piece| piece.to <= range.start);
        let found = self.pieces.get(first..).unwrap_or_default().iter().take_while({
            let end = range.end;
            move |piece| piece.from < end
        });
        found.map(move |piece| (*piece, piece.from.max(range.start)..piece.to.min(range.end)))
    }

    /// The text of a range, without the instructions of fields.
    pub(super) fn text(&self, range: Range<u32>) -> String {
        let mut units = Vec::new();
        let mut fields = 0_u32;
        for (piece, places) in self.pieces_of(&range) {
            for place in places {
                match self.at(&piece, place).0 {
                    0x13 => fields += 1,
                    0x14 | 0x15 => fields = fields.saturating_sub(1),
                    unit @ (0x07 | 0x0B..=0x0D) => units.push(if unit < 0x20 { 0x20 } else { unit }),
                    unit if fields == 0 && unit >= 0x20 => units.push(unit),
                    _ => {}
                }
            }
        }
        String::from_utf16_lossy(&units)
    }

    /// Reads a table that has `size` bytes of data for each character position: the positions and their data.
    pub(super) fn places(table: &[u8], size: usize) -> Vec<(u32, &[u8])> {
        let count = table.len().saturating_sub(4) / (4 + size);
        let entry = |at: usize| {
            let from = (count + 1) * 4 + at * size;
            Some((long(table, at * 4)?, table.get(from..from + size)?))
        };
        (0..count).map_while(entry).collect()
    }

    /// Headers and footers: the first six stories (separators of notes) are skipped, then there are six for each
    /// section.
    pub(super) fn heads(&self) -> Heads {
        let mut heads = Heads::default();
        let mut last = 0;
        let base = self.stories.heads.start;
        let table = self.table(Table::Heads);
        let ends: Vec<u32> = (0..(table.len() / 4).min(600)).map_while(|at| long(table, at * 4)).collect();
        for (index, pair) in ends.windows(2).enumerate().skip(6) {
            let (Some(&from), Some(&to)) = (pair.first(), pair.last()) else { continue };
            let range = base.saturating_add(from)..base.saturating_add(to).min(self.stories.heads.end);
            // Stories must not overlap, or a small file could yield text without end.
            if range.is_empty() || range.start < last {
                continue;
            }
            last = range.end;
            match index % 6 {
                4 if heads.first_page.is_none() => heads.first_page = Some(range),
                0 | 1 | 4 => heads.others.push((range, Reason::RunningHead)),
                _ => heads.others.push((range, Reason::RunningFoot)),
            }
        }
        heads
    }
}

pub(super) fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// A character of the code page Windows-1252.
fn latin(letter: u8) -> u16 {
    const HIGH: [u16; 32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152,
        0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122,
        0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    ];
    match letter {
        0x80..=0x9F => HIGH.get(usize::from(letter - 0x80)).copied().unwrap_or(0x20),
        letter => letter.into(),
    }
}
