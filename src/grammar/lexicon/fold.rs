//! Reads a text one folded character at a time, so that a phrase is found however it was typed or scanned.
//!
//! Folding unifies case, accents, kinds of apostrophes and spaces, Arabic marks and letter forms, and Latin letters
//! in Russian words. The build script folds the phrases with this same file, so that both sides always agree;
//! therefore it uses nothing of the crate but `chars`, which the build script includes too. Folding for search is
//! done by `text::fold`, which can map offsets back.

use super::chars::{is_alphanumeric, is_arabic_sign, is_hyphen, is_invisible, plain_arabic, russian_twin};

/// The scripts, on which folding depends; it does not depend on the language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Han,
}

/// The folded characters of a text. Characters that occur in no phrase are read as [`OTHER`].
#[derive(Clone, Copy)]
pub(crate) struct Folded<'t> {
    text: &'t str,
    at: usize,
    script: Script,
}

/// Stands for every character outside the Basic Multilingual Plane.
pub(crate) const OTHER: u16 = 0xFFFF;

impl<'t> Folded<'t> {
    pub(crate) fn new(text: &'t str, at: usize, script: Script) -> Self {
        Self { text, at, script }
    }

    /// The number of bytes read so far, including marks that belong to the last character.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Whether a word ends here, because no letter or digit follows. In Chinese a word may end anywhere.
    pub(crate) fn at_boundary(&self) -> bool {
        self.script == Script::Han || !self.rest().chars().next().is_some_and(is_alphanumeric)
    }

    /// Skips characters that satisfy a condition.
    pub(crate) fn pass(&mut self, condition: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(|c: char| condition(c) || is_ignored(c)).len();
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Whether a space stands before an apostrophe, as on scanned pages: "L 'Assemblée".
    fn space_before_apostrophe(&self) -> bool {
        self.script == Script::Latin && self.peek().is_some_and(is_apostrophe)
    }
}

impl Folded<'_> {
    /// The next folded character. A run of spaces is read as one space.
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

/// Whether a character does not distinguish words: combining accents, Arabic signs, and invisible characters.
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

/// Latin look-alikes are read as Cyrillic letters, and ё and й without their marks.
fn cyrillic(c: char) -> char {
    // A shortcut for the most frequent letters, since the general conversion to lower case is slow.
    let c = if matches!(c, 'а'..='я') { c } else { lower(c) };
    match c {
        'ё' | 'ë' | 'é' => 'е',
        'ó' => 'о',
        'й' => 'и',
        c if c.is_ascii() => russian_twin(c).unwrap_or(c),
        c if is_hyphen(c) => '-',
        other => other,
    }
}

/// Unifies letters that writers of Arabic interchange; here the carriers of a hamza and the final heh too.
fn arabic(c: char) -> char {
    match c {
        'ئ' => 'ي',
        'ة' | 'ہ' => 'ه',
        'ؤ' => 'و',
        other => plain_arabic(other),
    }
}
