//! Signs that stand on letters, each put behind the letter that it stands on.
//!
//! A file may draw a sign before its letter or after it, at the end of the line or of the page, as a glyph without
//! width or with one. What tells where it belongs is where its ink stands. Afterwards a sign has the place of its
//! letter, so that whatever moves the letter moves the sign with it.

use super::content::Glyph;
use super::letters::is_combining;
use super::lines::is_blank;
use std::collections::HashMap;
use unicode_normalization::char::compose;

/// Sides of the squares in which the letters of a page are looked for.
const SQUARE: f32 = 12.0;
/// Signs on one letter.
const MOST_SIGNS: usize = 8;

/// Puts every sign of a page behind its letter.
pub(super) fn settle(glyphs: &mut Vec<Glyph>) {
    accents(glyphs);
    if !glyphs.iter().any(|glyph| is_combining(glyph.letter)) {
        return;
    }
    let mut near = Near { glyphs, squares: None };
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

/// The order in which the signs of a letter are typed: what makes another letter of it, the doubling, the vowel.
fn rank(sign: char) -> u8 {
    match sign {
        '\u{653}'..='\u{655}' | '\u{300}'..='\u{36F}' => 0,
        '\u{651}' => 1,
        _ => 2,
    }
}

/// The letters of a page by where they stand.
struct Near<'g> {
    glyphs: &'g [Glyph],
    squares: Option<HashMap<(u8, i32, i32), Vec<u32>>>,
}

impl Near<'_> {
    /// The letter that a sign stands on: one of its neighbours in the file where the sign is above or below it, else
    /// the nearest on the page.
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

/// How far the middle of a sign is beside a letter, in sizes, and then how far it is from the letter's own middle;
/// nothing where the letter is out of reach.
fn distance(sign: &Glyph, base: &Glyph) -> Option<(f32, f32)> {
    let size = base.size.max(sign.size);
    let (dx, dy) = (sign.x + sign.width / 2.0 - base.x, (sign.y - base.y).abs() / size);
    let outside = (-dx).max(dx - base.width).max(0.0) / size;
    let apart = (dx - base.width / 2.0).abs() / size;
    let fits = sign.turn == base.turn && dy < 1.1 && outside < 0.5;
    // Of two lines the one counts that the sign is nearer to.
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

/// Old typesetting programs print "é" as an accent that has a width and an "e" in the same place. Such an accent is
/// a sign that stands on a letter.
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

/// The sign that stands on letters of an accent that stands alone.
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
