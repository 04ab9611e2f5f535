//! Reads a text one folded character at a time, so that a phrase is found however it was typed or scanned.
//!
//! Case, accents, kinds of apostrophe and of space, Arabic marks and letter forms, and Latin letters in Russian words
//! are evened out. The build script folds the phrases with this very file, so both sides always agree; that is why it
//! uses nothing of the crate but `chars`, which the build script has beside it too. It does not fold for search: that is `text::fold`, which keeps a way back.

use super::chars::{is_alphanumeric, is_arabic_sign, is_hyphen, is_invisible};

/// What to even out depends on the script, not on the language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Han,
}

/// Folded characters of a text; characters that no phrase has come out as [`OTHER`].
#[derive(Clone, Copy)]
pub(crate) struct Folded<'t> {
    text: &'t str,
    at: usize,
    script: Script,
}

/// Stands for every character outside the basic plane.
pub(crate) const OTHER: u16 = 0xFFFF;

impl<'t> Folded<'t> {
    pub(crate) fn new(text: &'t str, at: usize, script: Script) -> Self {
        Self { text, at, script }
    }

    /// Bytes of the text read so far, marks that belong to the last character included.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// No letter or digit follows, so that a word ends here. Chinese has no such places: it ends anywhere.
    pub(crate) fn at_boundary(&self) -> bool {
        self.script == Script::Han || !self.rest().chars().next().is_some_and(is_alphanumeric)
    }

    /// Passes over characters that satisfy a condition.
    pub(crate) fn pass(&mut self, condition: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(|c: char| condition(c) || is_ignored(c)).len();
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// "L 'Assemblée", as scanned pages have it.
    fn space_before_apostrophe(&self) -> bool {
        self.script == Script::Latin && self.peek().is_some_and(is_apostrophe)
    }
}

impl Folded<'_> {
    /// The next folded character; a run of spaces is one.
    pub(crate) fn read(&mut self) -> Option<u16> {
        let mut c = self.peek()?;
        while is_ignored(c) || (c.is_whitespace() && self.script == Script::Han) {
            self.at += c.len_utf8();
            c = self.peek()?;
        }
        self.at += c.len_utf8();
        if c.is_whitespace() {
            self.pass(char::is_whitespace);
            if !self.space_before_apostrophe() {
                return Some(u16::from(b' '));
            }
            c = self.peek()?;
            self.at += c.len_utf8();
        }
        if is_apostrophe(c) {
            self.pass(char::is_whitespace);
            return Some(u16::from(b'\''));
        }
        self.pass(|_| false);
        Some(u16::try_from(u32::from(fold(c, self.script))).unwrap_or(OTHER))
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʹ' | '´' | '`' | '′' | '＇')
}

/// Characters that say nothing about which word it is: combining accents, Arabic signs, and what is invisible.
fn is_ignored(c: char) -> bool {
    !c.is_ascii() && (matches!(c, '\u{300}'..='\u{36F}') || is_arabic_sign(c) || is_invisible(c))
}

fn fold(c: char, script: Script) -> char {
    if c.is_ascii() && script != Script::Cyrillic {
        return c.to_ascii_lowercase();
    }
    match script {
        Script::Latin => latin(c),
        Script::Cyrillic => cyrillic(c),
        Script::Arabic => arabic(c),
        Script::Han => c,
    }
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

fn latin(c: char) -> char {
    match lower(c) {
        'à' | 'á' | 'â' | 'ä' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        c if is_hyphen(c) => '-',
        other => other,
    }
}

/// Latin letters that look like Cyrillic ones are typed for them; ё and й may lack their marks.
fn cyrillic(c: char) -> char {
    // Nearly all letters are these, and the general way to lower case is slow.
    let c = if matches!(c, 'а'..='я') { c } else { lower(c) };
    match c {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' | 'ё' | 'ë' | 'é' => 'е',
        'h' => 'н',
        'k' => 'к',
        'm' => 'м',
        'o' | 'ó' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        'й' => 'и',
        c if is_hyphen(c) => '-',
        other => other,
    }
}

/// The letters that writers of Arabic exchange: hamza carriers, final ya and ha, and the Persian shapes.
fn arabic(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ئ' => 'ي',
        'ة' | 'ہ' => 'ه',
        'ؤ' => 'و',
        'ک' => 'ك',
        other => other,
    }
}
