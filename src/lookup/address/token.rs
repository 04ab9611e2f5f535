//! The tokens of a typed address: numbers, words and the signs between them.
//!
//! Digits of all scripts become numbers, accents and case are removed, and each Han character is a token.

use crate::lang::numerals::{han_digit, han_value};
use crate::text::Part as _;
use crate::text::chars::{TATWEEL, is_han, is_hyphen, latin_digit, plain_arabic};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Number(u32),
    Word(String),
    /// One of `( ) . , - # *`. Brackets of all kinds, and quotation marks around a label, become `(` and `)`.
    Sign(char),
}

/// A token, and whether white space precedes it.
#[derive(Clone, Debug)]
pub(super) struct Spaced {
    pub token: Token,
    pub spaced: bool,
}

/// The most bytes of an address; a longer text is not one.
const LONGEST: usize = 160;

/// Lower case, without accents, and with look-alike characters unified.
pub(super) fn normalise(query: &str) -> String {
    let mut out = String::with_capacity(query.len());
    for typed in query.chars() {
        match typed {
            // Ordinal indicators would become letters, so that "3.ª" would be read as paragraph 3 (a).
            'º' | 'ª' | '°' | TATWEEL => {}
            '№' => out.push_str(" n "),
            '§' | '¶' => out.push_str(" § "),
            'ة' => out.push('ه'),
            'й' | 'Й' => out.push('й'),
            _ => {
                for part in
                    std::iter::once(plain_arabic(typed)).nfkd().filter(|&part| !is_combining_mark(part))
                {
                    out.extend(part.to_lowercase().map(latin_digit));
                }
            }
        }
    }
    out
}

/// The tokens; `None` where the text is too long, or has a character that addresses do not contain.
pub(super) fn tokens(normalised: &str) -> Option<Vec<Spaced>> {
    if normalised.len() > LONGEST {
        return None;
    }
    let mut out: Vec<Spaced> = Vec::new();
    let mut letters = normalised.chars().peekable();
    let mut spaced = true;
    while let Some(letter) = letters.next() {
        let token = if let Some(first) = letter.to_digit(10) {
            let mut number = first;
            while let Some(next) = letters.peek().and_then(|next| next.to_digit(10)) {
                number = number.checked_mul(10)?.checked_add(next)?;
                letters.next();
            }
            Token::Number(number)
        } else if is_han(letter) {
            Token::Word(letter.to_string())
        } else if letter.is_alphabetic() {
            let mut word = letter.to_string();
            while let Some(&next) = letters.peek() {
                if !next.is_alphabetic() || is_han(next) {
                    break;
                }
                word.push(next);
                letters.next();
            }
            Token::Word(word)
        } else {
            let sign = match letter {
                '(' | '[' | '{' | '（' | '〔' | '‘' | '“' | '«' => '(',
                ')' | ']' | '}' | '）' | '〕' | '’' | '”' | '»' => ')',
                '.' | '．' | '。' | '·' => '.',
                ',' | ';' | ':' | '،' | '؛' | '，' | '、' | '；' => ',',
                '—' => '-',
                _ if is_hyphen(letter) => '-',
                '#' => '#',
                '*' => '*',
                '§' => {
                    out.push(Spaced { token: Token::Word("§".into()), spaced });
                    spaced = false;
                    continue;
                }
                '\'' => '\'',
                _ if letter.is_whitespace() || letter.is_control() => {
                    spaced = true;
                    continue;
                }
                _ => return None,
            };
            Token::Sign(sign)
        };
        out.push(Spaced { token, spaced });
        spaced = false;
    }
    merge_han(&mut out);
    Some(out)
}

/// Merges Han numerals where a number is expected ("第十二段", "附件一", "二节"), and words of several characters.
fn merge_han(tokens: &mut Vec<Spaced>) {
    let mut at = 0;
    while at < tokens.len() {
        let run = tokens.iter().skip(at).map_while(|spaced| match &spaced.token {
            Token::Word(word) => word.chars().next().filter(|&first| is_han(first)),
            _ => None,
        });
        let run: Vec<char> = run.collect();
        if run.is_empty() {
            at += 1;
            continue;
        }
        let mut merged = Vec::new();
        let mut rest = run.as_slice();
        while let Some(&first) = rest.first() {
            let (token, used) = super::words::han_word(rest).map_or_else(
                || {
                    let digits = rest.iter().take_while(|&&letter| han_digit(letter).is_some()).count();
                    match han_value(&rest.iter().take(digits).collect::<String>()) {
                        Some(number) => (Token::Number(number), digits),
                        None => (Token::Word(first.to_string()), 1),
                    }
                },
                |(word, used)| (Token::Word(word.to_owned()), used),
            );
            merged.push(Spaced { token, spaced: false });
            rest = rest.part(used.max(1)..);
        }
        if let (Some(first), Some(original)) = (merged.first_mut(), tokens.get(at)) {
            first.spaced = original.spaced;
        }
        let length = merged.len();
        tokens.splice(at..at + run.len(), merged);
        at += length;
    }
}
