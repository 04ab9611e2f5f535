//! Definitions of automatic numbering in a .doc file: the format and the first number of each level of a list.

use super::file::{File, Table, long, short};
use crate::formats::word::numbering::{Level, List, Numbering, Shape};
use crate::formats::word::numerals::Numeral;
use std::collections::HashMap;

/// The number of levels of a list that is not simple.
const LEVELS: usize = 9;

/// The bytes that remain to be read.
struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn level(&mut self) -> Option<Level> {
        let head = self.take(28)?;
        let byte = |at: usize| head.get(at).copied().unwrap_or(0);
        self.take(usize::from(byte(25)))?;
        self.take(usize::from(byte(24)))?;
        let letters = usize::from(short(self.take(2)?, 0)?);
        let text = self.take(letters * 2)?;
        let text: Vec<u16> = (0..letters).map_while(|at| short(text, at * 2)).collect();
        let mut words = String::new();
        for letter in char::decode_utf16(text).map(|letter| letter.unwrap_or('\u{FFFD}')) {
            // A control character below 9 is a placeholder for the number of that level.
            match letter as u32 {
                level @ 0..=8 => words.extend(["%", &(level + 1).to_string()]),
                _ => words.push(letter),
            }
        }
        Some(Level {
            start: long(head, 0)?,
            numeral: numeral(byte(4)),
            text: words,
            legal: byte(5) & 4 != 0,
            restart: (byte(5) & 8 != 0).then(|| usize::from(byte(26))),
            tight: byte(15) == 2,
            ..Level::default()
        })
    }
}

/// Reads the definitions of the lists of a file.
pub(super) fn lists(file: &File) -> Numbering {
    let shapes = shapes(file).unwrap_or_default();
    Numbering::new(shapes, uses(file))
}

fn shapes(file: &File) -> Option<HashMap<String, Shape>> {
    let table = file.table(Table::Lists);
    let count = usize::from(short(table, 0)?);
    let mut levels = Cursor(file.behind(Table::Lists));
    let mut shapes = HashMap::new();
    for at in 0..count {
        let Some(head) = table.get(2 + at * 28..2 + (at + 1) * 28) else { break };
        let simple = head.get(26).is_some_and(|flags| flags & 1 != 0);
        let mut shape = Shape::default();
        for slot in shape.levels.iter_mut().take(if simple { 1 } else { LEVELS }) {
            let Some(level) = levels.level() else { return Some(shapes) };
            *slot = level;
        }
        shapes.insert(long(head, 0)?.to_string(), shape);
    }
    Some(shapes)
}

/// The lists by the number, from 1, with which paragraphs refer to them.
fn uses(file: &File) -> HashMap<String, List> {
    let mut lists = HashMap::new();
    let table = file.table(Table::ListUses);
    let count = long(table, 0).unwrap_or(0).min(100_000) as usize;
    let mut changes = Cursor(table.get(4 + count * 16..).unwrap_or_default());
    let mut sound = true;
    for at in 0..count {
        let Some(head) = table.get(4 + at * 16..4 + (at + 1) * 16) else { break };
        let mut list = List { shape: long(head, 0).unwrap_or(0).to_string(), ..List::default() };
        sound = sound && read_changes(&mut changes, head.get(12).copied().unwrap_or(0), &mut list).is_some();
        lists.insert((at + 1).to_string(), list);
    }
    lists
}

/// Reads the overrides of levels that a list has in place of its definition.
fn read_changes(changes: &mut Cursor<'_>, count: u8, list: &mut List) -> Option<()> {
    changes.take(4)?;
    for _ in 0..count {
        let head = changes.take(8)?;
        let flags = long(head, 4)?;
        let at = (flags & 0xF) as usize;
        if flags & 0x10 != 0
            && let Some(slot) = list.starts.get_mut(at)
        {
            *slot = long(head, 0);
        }
        if flags & 0x20 != 0 {
            list.others.insert(at, changes.level()?);
        }
    }
    Some(())
}

fn numeral(code: u8) -> Numeral {
    match code {
        1 => Numeral::UpperRoman,
        2 => Numeral::LowerRoman,
        3 => Numeral::UpperLetter,
        4 => Numeral::LowerLetter,
        5 => Numeral::Ordinal,
        14 | 19 => Numeral::Wide,
        18 => Numeral::Circled,
        22 => Numeral::Padded,
        23 => Numeral::Bullet,
        30 => Numeral::Stem,
        33..=39 => Numeral::Chinese,
        46 => Numeral::ArabicAlphabet,
        48 => Numeral::ArabicAbjad,
        58 => Numeral::LowerRussian,
        59 => Numeral::UpperRussian,
        255 => Numeral::None,
        _ => Numeral::Decimal,
    }
}
