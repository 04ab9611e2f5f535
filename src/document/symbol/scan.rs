//! Finds symbols in running text by looking at both sides of each slash.
//!
//! Words joined by a slash ("HIV/AIDS", "and/or") and numbers ("64/171") are not symbols.

use super::number;
use crate::lang::{Language, capitalised};
use crate::text::chars::{is_arabic, is_han, is_superscript, latin_twin};
use crate::text::cursor::Cursor;
use std::ops::Range;

/// Iterator over the byte ranges of symbols in a text, in order.
#[derive(Clone, Debug)]
pub(crate) struct Scan<'a> {
    text: &'a str,
    at: usize,
}

/// The byte ranges of the symbols in a text. The asterisk of a reissue is not included.
pub(crate) fn scan(text: &str) -> Scan<'_> {
    Scan { text, at: 0 }
}

impl Iterator for Scan<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        loop {
            let rest = self.text.as_bytes().get(self.at..)?;
            let slash = self.at + memchr::memchr(b'/', rest)?;
            let found = body_before(self.text, slash, self.at).and_then(|start| read(self.text, start));
            self.at = slash + 1;
            if let Some(range) = found {
                self.at = range.end.max(self.at);
                return Some(range);
            }
        }
    }
}

/// The symbol whose first slash is at the byte offset `slash`; `None` where there is none. It does not begin before
/// `not_before`.
pub(crate) fn at_slash(text: &str, slash: usize, not_before: usize) -> Option<Range<usize>> {
    body_before(text, slash, not_before).and_then(|start| read(text, start))
}

/// The start of the capital letters that end at a slash; `None` where other letters precede them directly.
fn body_before(text: &str, slash: usize, not_before: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut start = slash;
    while start > not_before && bytes.get(start - 1).is_some_and(u8::is_ascii_uppercase) {
        start -= 1;
    }
    if start == slash {
        // In Russian texts the letter may be its Cyrillic look-alike.
        start = slash.checked_sub(2).filter(|&start| start >= not_before)?;
        let letter = text.get(start..slash)?.chars().next()?;
        latin_twin(letter).filter(|latin| matches!(latin, 'A' | 'E' | 'T'))?;
    }
    // ICC-ASP/4/Res.1
    if text.get(..start).is_some_and(|head| head.ends_with("ICC-")) && start - 4 >= not_before {
        start -= 4;
    }
    let free = text.get(not_before..start)?.chars().next_back().is_none_or(|before| {
        !(before.is_alphanumeric() || before == '/' || before == '.')
            || is_superscript(before)
            || runs_on(before)
    });
    (free && slash - start <= 10).then_some(start)
}

/// Letters that may precede a symbol without a space: Arabic conjunctions and any Chinese word.
fn runs_on(letter: char) -> bool {
    is_han(letter) || is_arabic(letter)
}

/// Prefixes of symbols that have a single number: S/4328, CD/1999.
const SINGLE: [&str; 8] = ["A", "S", "E", "T", "CD", "TD", "SPLOS", "CLCS"];

fn read(text: &str, start: usize) -> Option<Range<usize>> {
    let mut cursor = Cursor::new(text, start);
    while cursor.peek()? != '/' {
        let next = cursor.peek()?;
        cursor.skip(next);
    }
    let body = cursor.since(start);
    let (mut components, mut digits, mut resolution) = (0, false, false);
    let mut numbers_after = 0;
    let mut number_at = cursor.at;
    loop {
        let mut ahead = cursor;
        if !ahead.eat("/") {
            break;
        }
        let from = ahead.at;
        if !component(&mut ahead, resolution) {
            // A component that begins with a digit and goes on otherwise makes the whole doubtful.
            let doubtful = Cursor::new(text, from).byte().is_some_and(|byte| byte.is_ascii_digit());
            if doubtful && !resolution {
                return None;
            }
            break;
        }
        let read = ahead.since(from);
        digits |= read.bytes().any(|byte| byte.is_ascii_digit());
        components += 1;
        if resolution {
            numbers_after += 1;
        } else if matches!(read, "RES" | "DEC") {
            resolution = true;
            number_at = ahead.at + 1;
        }
        cursor = ahead;
    }
    // A Cyrillic look-alike is a single letter.
    let single = SINGLE.contains(&body) || !body.is_ascii();
    if !digits || components == 0 || (components == 1 && !single) {
        return None;
    }
    if components == 1 && cursor.since(start).len() < 4 {
        return None;
    }
    if resolution {
        let mut numbered = Cursor::new(text, number_at);
        if number::read(&mut numbered).is_some() && numbered.at >= cursor.at {
            return Some(start..numbered.at);
        }
        if numbers_after == 0 {
            return None;
        }
    } else {
        part(&mut cursor);
        // NPT/CONF.1995/32 (Part I)/Corr.2
        loop {
            let mut ahead = cursor;
            let goes_on = ahead.eat("/")
                && ["Add.", "Corr.", "Rev."].iter().any(|suffix| ahead.rest().starts_with(suffix))
                && component(&mut ahead, false);
            if !goes_on {
                break;
            }
            cursor = ahead;
        }
    }
    Some(start..cursor.at)
}

/// One component: `65`, `L.33`, `RES`, `S-13`, `Add.2`. After `RES` a letter may follow the number directly: `1B`.
fn component(ahead: &mut Cursor<'_>, resolution: bool) -> bool {
    let mut special = *ahead;
    if special.eat_any(&["ES", "EM", "S"])
        && special.hyphen()
        && special.digits(1, 3).is_some()
        && ends(&special)
    {
        *ahead = special;
        return true;
    }
    if ahead.byte().is_some_and(|byte| byte.is_ascii_digit()) {
        if ahead.digits(1, 5).is_none() {
            return false;
        }
        let mut letter = *ahead;
        if resolution && letter.peek().is_some_and(|next| next.is_ascii_uppercase()) {
            letter.skip('A');
            if ends(&letter) {
                *ahead = letter;
            }
        }
        // "A/75/7Add.2": the slash was lost.
        return ends(ahead)
            || ["Add.", "Corr.", "Rev."].iter().any(|suffix| ahead.rest().starts_with(suffix));
    }
    if !ahead.byte().is_some_and(|byte| byte.is_ascii_uppercase()) {
        return false;
    }
    let from = ahead.at;
    let mut letters = 0;
    while ahead.byte().is_some_and(|byte| byte.is_ascii_alphabetic()) {
        ahead.at += 1;
        letters += 1;
    }
    let suffix = ["Add", "Corr", "Rev"].contains(&ahead.since(from));
    let mut dotted = *ahead;
    // UNEP/OzL.Pro.28/12
    let mut inner = dotted;
    if inner.eat(".") && inner.byte().is_some_and(|byte| byte.is_ascii_uppercase()) {
        inner.word();
        if inner.rest().starts_with('.') {
            dotted = inner;
        }
    }
    if dotted.eat(".") {
        // Some texts have a space in "Add. 1".
        if suffix {
            dotted.spaces();
        }
        if dotted.byte().is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b'I' | b'V' | b'X')) {
            while dotted.byte().is_some_and(|byte| byte.is_ascii_alphanumeric()) {
                dotted.at += 1;
            }
            *ahead = dotted;
        }
    }
    // UNEP/CBD/BS/COP-MOP/5/17
    let mut hyphened = *ahead;
    if hyphened.hyphen() {
        let from = hyphened.at;
        hyphened.word();
        if hyphened.at > from + 1 && hyphened.byte() == Some(b'/') {
            *ahead = hyphened;
        }
    }
    // ICCD/COP(16)/24
    let mut bracket = *ahead;
    if bracket.eat("(") && bracket.digits(1, 3).is_some() && bracket.eat(")") && bracket.byte() == Some(b'/')
    {
        *ahead = bracket;
    }
    letters <= 10 && ends(ahead)
}

fn ends(cursor: &Cursor<'_>) -> bool {
    cursor.peek().is_none_or(|next| !next.is_alphanumeric() || is_superscript(next) || runs_on(next))
}

/// ` (Part II)`, ` (Vol. I)`, `(Sect. 12)`.
fn part(cursor: &mut Cursor<'_>) {
    const WORDS: [&str; 7] = ["Part", "Vol.", "Sect.", "SUPP", "Suppl", "Annex", "Income"];
    // In French and Spanish the word begins as in English.
    let russian = Language::Ru.words().units.part.headed;
    let mut ahead = *cursor;
    ahead.spaces();
    if !ahead.eat("(")
        || !ahead.eat_any(&WORDS)
            && !russian.iter().any(|word| ahead.eat(word) || ahead.eat(&capitalised(word)))
    {
        return;
    }
    for _ in 0..14 {
        match ahead.peek() {
            Some(')') => {
                ahead.skip(')');
                *cursor = ahead;
                return;
            }
            Some(next) if next != '(' => ahead.skip(next),
            _ => return,
        }
    }
}
