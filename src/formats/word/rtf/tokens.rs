//! Splits the bytes of rich text into tokens. Any input is valid, so that no file is refused.

use crate::text::Part as _;
/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Open,
    Close,
    /// A control word such as `\i0`: its letters and its numeric parameter.
    Word(&'a [u8], Option<i32>),
    /// A control symbol such as `\~`.
    Symbol(u8),
    /// A byte in hexadecimal, such as `\'e9`.
    Code(u8),
    /// Literal characters.
    Bytes(&'a [u8]),
}

/// The tokens from an offset on.
#[derive(Clone, Debug)]
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    pub(super) at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Skips bytes that are not text (`\bin`).
    pub(super) fn skip(&mut self, count: usize) {
        self.at = self.at.saturating_add(count).min(self.bytes.len());
    }

    /// The rest of the innermost open group; the next token is its end.
    pub(super) fn group(&mut self) -> &'a [u8] {
        let from = self.at;
        let mut depth = 0_usize;
        loop {
            let to = self.at;
            match self.next() {
                None => return self.bytes.part(from..to),
                Some(Token::Open) => depth += 1,
                Some(Token::Close) if depth == 0 => {
                    self.at = to;
                    return self.bytes.part(from..to);
                }
                Some(Token::Close) => depth -= 1,
                Some(Token::Word(b"bin", Some(count))) => self.skip(usize::try_from(count).unwrap_or(0)),
                Some(_) => {}
            }
        }
    }

    fn control(&mut self) -> Token<'a> {
        let rest = self.bytes.part(self.at..);
        let letters = rest.iter().take(40).take_while(|byte| byte.is_ascii_alphabetic()).count();
        if letters == 0 {
            let Some(&symbol) = rest.first() else { return Token::Bytes(b"") };
            self.at += 1;
            if symbol != b'\'' {
                return Token::Symbol(symbol);
            }
            let code = rest.get(1..3).and_then(|digits| std::str::from_utf8(digits).ok());
            return match code.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                Some(code) => {
                    self.at += 2;
                    Token::Code(code)
                }
                None => Token::Bytes(b""),
            };
        }
        let name = rest.part(..letters);
        let minus = usize::from(rest.get(letters) == Some(&b'-'));
        let digits =
            rest.iter().skip(letters + minus).take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let mut length = letters;
        let mut number = None;
        if digits > 0 {
            length = letters + minus + digits;
            let written = rest.get(letters..length).and_then(|digits| std::str::from_utf8(digits).ok());
            number = written.and_then(|digits| digits.parse().ok());
        }
        length += usize::from(rest.get(length) == Some(&b' '));
        self.at += length;
        Token::Word(name, number)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let first = *self.bytes.get(self.at)?;
        match first {
            b'{' | b'}' | b'\\' => self.at += 1,
            _ => {
                let rest = self.bytes.get(self.at..)?;
                let end = rest.iter().position(|byte| b"{}\\\r\n".contains(byte)).unwrap_or(rest.len());
                self.at += end.max(1);
                // Line ends have no meaning.
                return Some(Token::Bytes(rest.get(..end)?));
            }
        }
        Some(match first {
            b'{' => Token::Open,
            b'}' => Token::Close,
            _ => self.control(),
        })
    }
}
