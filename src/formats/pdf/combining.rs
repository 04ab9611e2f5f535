//! Attaches combining characters to their letters.
//!
//! A file may draw a combining character before its letter, after it, or at the end of the line or page, and with or
//! without an advance width. Only the position of its ink tells where it belongs. Here it is moved to follow its letter
//! and takes on its position, so that sorting by position keeps the two together. Pairs that Unicode has a single
//! character for are composed.

use super::glyph::Glyph;
use super::glyph::is_blank;
use super::letters::is_combining;
use std::collections::HashMap;
use unicode_normalization::char::compose;

/// The letters of a page are indexed by squares of this side, in points.
const SQUARE: f32 = 12.0;
/// At most so many combining characters are kept on one letter.
const MOST_SIGNS: usize = 8;

/// Moves every combining character of a page to follow its letter.
pub(super) fn settle(glyphs: &mut Vec<Glyph>) {
    accents(glyphs);
    if !glyphs.iter().any(|glyph| is_combining(glyph.letter)) {
        return;
    }
    let mut near = LetterIndex { glyphs, squares: None };
    let mut carried: HashMap<usize, Vec<Glyph>> = HashMap::new();
    let mut moved = vec![false; near.glyphs.len()];
    for (at, sign) in near.glyphs.iter().enumerate().filter(|(_, glyph)| is_combining(glyph.letter)) {
        let Some(base) = near.base(at, sign) else { continue };
        let signs = carried.entry(base).or_default();
        if signs.len() < MOST_SIGNS {
            signs.push(*sign);
        }
        if let Some(moved) = moved.get_mut(at) {
            *moved = true;
        }
    }
    let mut out = Vec::with_capacity(glyphs.len());
    for (at, glyph) in glyphs.iter().enumerate() {
        if moved.get(at).copied().unwrap_or(false) {
            continue;
        }
        let Some(mut signs) = carried.remove(&at) else {
            out.push(*glyph);
            continue;
        };
        let mut base = *glyph;
        signs.sort_by_key(|sign| rank(sign.letter));
        signs.dedup_by_key(|sign| sign.letter);
        let mut rest = signs.into_iter().peekable();
        while let Some(whole) = rest.peek().and_then(|sign| compose(base.letter, sign.letter)) {
            base.letter = whole;
            rest.next();
        }
        out.push(base);
        out.extend(rest.map(|sign| Glyph { letter: sign.letter, ..base }));
    }
    *glyphs = out;
}

/// The order in which the combining characters of an Arabic letter are typed: hamza and madda, which form another
/// letter with it, then shadda, then vowel signs.
fn rank(sign: char) -> u8 {
    match sign {
        '\u{653}'..='\u{655}' | '\u{300}'..='\u{36F}' => 0,
        '\u{651}' => 1,
        _ => 2,
    }
}

/// The glyphs of a page, with an index of its letters by position that is built when first needed.
struct LetterIndex<'g> {
    glyphs: &'g [Glyph],
    squares: Option<HashMap<(u8, i32, i32), Vec<u32>>>,
}

impl LetterIndex<'_> {
    /// The index of the letter that a combining character belongs to: a neighbour in drawing order if it is above or
    /// below that, else the nearest letter on the page.
    fn base(&mut self, at: usize, sign: &Glyph) -> Option<usize> {
        let letter = |at: &usize| self.glyphs.get(*at).is_some_and(is_letter);
        let before = (0..at).rev().take(MOST_SIGNS).find(letter);
        let after = (at + 1..self.glyphs.len()).take(MOST_SIGNS).find(letter);
        let away = |at: usize| self.glyphs.get(at).and_then(|base| distance(sign, base));
        let beside = [before, after].into_iter().flatten();
        let best = |found: Option<(usize, (f32, f32))>, at: usize| match (found, away(at)) {
            (Some((_, least)), Some(own)) if own >= least => found,
            (_, Some(own)) => Some((at, own)),
            (found, None) => found,
        };
        if let Some((found, (outside, _))) = beside.clone().fold(None, best)
            && outside <= 0.0
        {
            return Some(found);
        }
        let squares = self.squares.get_or_insert_with(|| squares(self.glyphs));
        let (x, y) = square(sign.x + sign.width / 2.0, sign.y);
        let mut found = None;
        for (dx, dy) in (-1..=1).flat_map(|dx| (-2..=2).map(move |dy| (dx, dy))) {
            let here = squares.get(&(sign.turn, x + dx, y + dy)).map_or(&[][..], Vec::as_slice);
            found = here.iter().take(500).fold(found, |found, &at| best(found, at as usize));
        }
        found.or_else(|| beside.fold(None, best)).map(|(at, _)| at)
    }
}

fn is_letter(glyph: &Glyph) -> bool {
    !is_combining(glyph.letter) && !is_blank(glyph.letter)
}

/// The horizontal distance of the middle of a combining character from the edge of a letter (0 above or below it), and
/// from the middle of the letter, both as multiples of the font size. `None` where the letter is out of reach.
fn distance(sign: &Glyph, base: &Glyph) -> Option<(f32, f32)> {
    let size = base.size.max(sign.size);
    let (dx, dy) = (sign.x + sign.width / 2.0 - base.x, (sign.y - base.y).abs() / size);
    let outside = (-dx).max(dx - base.width).max(0.0) / size;
    let apart = (dx - base.width / 2.0).abs() / size;
    let fits = sign.turn == base.turn && dy < 1.1 && outside < 0.5;
    // Between two lines, a combining character belongs to the nearer one.
    fits.then_some((outside + if dy > 0.5 { dy } else { 0.0 }, apart))
}

fn square(x: f32, y: f32) -> (i32, i32) {
    ((x / SQUARE).floor() as i32, (y / SQUARE).floor() as i32)
}

fn squares(glyphs: &[Glyph]) -> HashMap<(u8, i32, i32), Vec<u32>> {
    let mut squares: HashMap<(u8, i32, i32), Vec<u32>> = HashMap::new();
    for (at, glyph) in glyphs.iter().enumerate().filter(|(_, glyph)| is_letter(glyph)) {
        let (first, y) = square(glyph.x, glyph.y);
        let (last, _) = square(glyph.x + glyph.width, glyph.y);
        for x in first..=last.min(first + 8) {
            squares.entry((glyph.turn, x, y)).or_default().push(at as u32);
        }
    }
    squares
}

/// Turns spacing accents into combining ones: old typesetting programs print "é" as an accent with a width and an "e"
/// in the same place.
fn accents(glyphs: &mut [Glyph]) {
    for at in 0..glyphs.len() {
        let Some(accent) = glyphs.get(at).copied() else { return };
        let Some(sign) = sign_of(accent.letter) else { continue };
        let middle = accent.x + accent.width / 2.0;
        let on = |other: Option<&Glyph>| {
            other.is_some_and(|base| {
                base.letter.is_alphabetic()
                    && base.turn == accent.turn
                    && (base.y - accent.y).abs() < 0.6 * accent.size
                    && middle > base.x
                    && middle < base.x + base.width
                    && compose(base.letter, sign).is_some()
            })
        };
        let under = on(glyphs.get(at + 1)) || at.checked_sub(1).is_some_and(|before| on(glyphs.get(before)));
        if let Some(glyph) = glyphs.get_mut(at).filter(|_| under) {
            glyph.letter = sign;
        }
    }
}

/// The combining form of a spacing accent.
fn sign_of(accent: char) -> Option<char> {
    Some(match accent {
        '`' | '\u{2CB}' => '\u{300}',
        '´' | '\u{2CA}' => '\u{301}',
        '^' | 'ˆ' => '\u{302}',
        '~' | '˜' => '\u{303}',
        '¯' | 'ˉ' => '\u{304}',
        '˘' => '\u{306}',
        '˙' => '\u{307}',
        '¨' => '\u{308}',
        '˚' | '°' => '\u{30A}',
        '˝' => '\u{30B}',
        'ˇ' => '\u{30C}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        _ => return None,
    })
}
