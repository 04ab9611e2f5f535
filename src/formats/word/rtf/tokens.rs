//! Bytes of rich text to tokens. Anything is a token, so that nothing is refused.

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Open,
    Close,
    /// `\i0`: its letters and its number.
    Word(&'a [u8], Option<i32>),
    /// `\~`.
    Symbol(u8),
    /// `\'e9`.
    Code(u8),
    /// Letters as they stand.
    Bytes(&'a [u8]),
}

/// Reads from a place on.
#[derive(Clone, Debug)]
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    pub(super) at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Passes over bytes that are no text.
    pub(super) fn skip(&mut self, count: usize) {
        self.at = self.at.saturating_add(count).min(self.bytes.len());
    }

    /// The rest of the group that is open here; its end comes next.
    pub(super) fn group(&mut self) -> &'a [u8] {
        let from = self.at;
        let mut depth = 0_usize;
        loop {
            let to = self.at;
            match self.next() {
                None => return self.bytes.get(from..to).unwrap_or_default(),
                Some(Token::Open) => depth += 1,
                Some(Token::Close) if depth == 0 => {
                    self.at = to;
                    return self.bytes.get(from..to).unwrap_or_default();
                }
                Some(Token::Close) => depth -= 1,
                Some(Token::Word(b"bin", Some(count))) => self.skip(usize::try_from(count).unwrap_or(0)),
                Some(_) => {}
            }
        }
    }

    fn control(&mut self) -> Token<'a> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
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
        let name = rest.get(..letters).unwrap_or_default();
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
                // The ends of lines are nothing.
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
