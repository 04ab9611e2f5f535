//! Parses typed text into an [`Address`]: reads tokens from left to right and sorts the steps.
//!
//! Parsing does not look at a document: whether the place exists is decided by [`super::resolve()`].

use super::named;
use super::spell::{cardinals, item_follows, number_words, ordinal_follows};
use super::token::{Spaced, Token, normalise, tokens};
use super::words::{Meaning, follows_number, is_number_word, meaning, ordinal_ending};
use super::{Address, Step, Unit, Which, is_one_letter};
use crate::lang::numerals::roman_value;
use crate::lang::{Language, ru, tables};
use crate::text::Part as _;
use crate::text::chars::{is_han, latin_twin};

/// Parses an address; `None` where the query is not one and its words should be searched for.
pub(crate) fn parse(query: &str) -> Option<Address> {
    let typed = query.trim();
    if typed.is_empty() || typed.len() > 400 {
        return None;
    }
    let (symbol, rest) = split_symbol(typed);
    let partial = query.chars().next_back().is_some_and(|last| last.is_alphanumeric() && !is_han(last));
    let mut address = Address {
        typed: rest.to_owned(),
        symbol,
        steps: Vec::new(),
        also: Vec::new(),
        partial,
        open: rest.ends_with(['(', '（']),
    };
    let mut reader = Reader::default();
    let tokens = tokens(&normalise(rest)).map(|tokens| cardinals(&tokens));
    if tokens.as_ref().and_then(|tokens| reader.read(tokens)).is_some() {
        (address.steps, address.also) = (reader.steps, reader.also);
    } else if !looks_like_anchor(rest) && !tokens.is_some_and(|tokens| named::is_name(&tokens)) {
        return None;
    }
    Some(address)
}

/// Splits off a symbol at the start ("A/RES/65/218, par. 11", "65/218#op7").
pub(super) fn split_symbol(typed: &str) -> (Option<String>, &str) {
    let mut rest = typed;
    for word in tables().flat_map(|words| words.addresses.resolution) {
        if let Some(after) =
            rest.get(..word.len()).filter(|head| head.to_lowercase() == *word).and(rest.get(word.len()..))
        {
            rest = after.trim_start();
            break;
        }
    }
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"/.-_".contains(c)).unwrap_or(rest.len());
    let (mut head, mut tail) = rest.split_at(end);
    let slashed = head.contains('/') && head.chars().any(|c| c.is_ascii_digit());
    // "1325 (2000), par. 3": the year is part of the symbol.
    let year = tail.trim_start().strip_prefix('(').and_then(|inner| {
        let (year, after) = inner.split_once(')')?;
        let digits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        // "2625 (XXV)": the session.
        let session =
            head.len() > 2 && !year.is_empty() && year.bytes().all(|byte| b"IVXLCivxlc".contains(&byte));
        (digits || session).then_some((year, after))
    });
    let numbered = !head.is_empty() && head.bytes().all(|byte| byte.is_ascii_digit());
    if !(slashed || numbered && year.is_some()) {
        return (None, typed);
    }
    // "A/RES/75/254 A-B, note 3".
    let all = tail.strip_prefix(' ').and_then(|rest| rest.get(..3)).filter(|letters| is_range(letters));
    head = head.trim_end_matches(['.', '-']);
    let mut symbol = head.to_uppercase();
    if let Some(letters) = all {
        symbol.extend([" ", letters]);
        tail = tail.part(1 + letters.len()..);
    } else if let Some((year, after)) = year {
        symbol.extend(["(", year, ")"]);
        tail = after;
    }
    (Some(symbol), tail.trim_start_matches(|c: char| c.is_whitespace() || "#,;:،；，.".contains(c)))
}

/// Whether it is a range of letters ("A-B"), the parts that a symbol names.
fn is_range(letters: &str) -> bool {
    letters
        .bytes()
        .enumerate()
        .all(|(at, byte)| if at == 1 { byte == b'-' } else { byte.is_ascii_uppercase() })
}

/// Whether the text can only be an anchor: `h2`, `p3`, `annex-I.s1`, `q1.+1`.
fn looks_like_anchor(typed: &str) -> bool {
    const HEADS: [&str; 14] = [
        "top",
        "enacting",
        "preamble",
        "operative",
        "closing",
        "notes",
        "vote",
        "m",
        "h",
        "s",
        "t",
        "q",
        "p",
        "+",
    ];
    let segment = |segment: &str| {
        let digits = segment.trim_end_matches(|c: char| c.is_ascii_digit());
        let named = ["top", "enacting", "preamble", "operative", "notes"].contains(&digits);
        HEADS.contains(&digits) && (named || digits.len() < segment.len())
    };
    typed.is_ascii()
        && typed
            .rsplit('.')
            .next()
            .is_some_and(|last| segment(last.rsplit(['+', '~']).next_back().unwrap_or(last)))
        || typed.rsplit_once(['+', '~']).is_some_and(|(head, number)| {
            !head.is_empty()
                && !head.contains(' ')
                && !number.is_empty()
                && number.bytes().all(|b| b.is_ascii_digit())
        })
}

/// Whether a word is a list label: one letter, a doubled letter, a Roman numeral, or an asterisk.
pub(super) fn is_label(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().filter(|&first| first.is_alphabetic() && !is_han(first));
    let count = word.chars().count();
    if first.is_none() {
        return false;
    }
    count == 1
        || Language::Ar.words().letters.iter().any(|names| names.contains(&word))
        || (count == 2 && letters.next() == first)
        || roman(word).is_some()
}

/// The value of a Roman numeral in lower case, Cyrillic look-alikes included. The highest is 89, because "c", "d" and
/// "m" are letters.
pub(super) fn roman(word: &str) -> Option<u32> {
    let latin = |letter| latin_twin(letter).filter(|latin| matches!(latin, 'i' | 'x')).unwrap_or(letter);
    roman_value(&word.chars().map(latin).collect::<String>()).filter(|value| *value < 90)
}

/// Reads tokens into steps.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "what was read so far, each by itself")]
struct Reader {
    steps: Vec<Step>,
    also: Vec<Step>,
    /// A unit whose number has not been read yet: "par.".
    pending: Option<Unit>,
    /// A number whose unit has not been read yet: "third".
    held: Option<Which>,
    /// Whether "sub-" was read, which makes the next paragraph unit a sub-paragraph.
    sub: bool,
    /// Whether the next number continues a list: "7 and 9".
    list: bool,
    /// Whether the next label is that of the last of several sub-paragraphs: "7 (a)–(c)".
    to: bool,
    inside: bool,
    /// Whether any word named a unit.
    said: bool,
    filler: bool,
}

impl Reader {
    fn read(&mut self, tokens: &[Spaced]) -> Option<()> {
        let mut at = 0;
        while let Some(spaced) = tokens.get(at) {
            at += self.take(spaced, tokens.part(at + 1..))?;
        }
        self.finish()
    }

    /// Reads one token or several and returns how many; `None` where the text is not an address.
    fn take(&mut self, spaced: &Spaced, next: &[Spaced]) -> Option<usize> {
        match &spaced.token {
            Token::Sign(sign) => {
                match sign {
                    '(' => self.inside = true,
                    ')' => self.inside = false,
                    // "1,46" is an amount, and "69-3" is not an address either.
                    ',' if !self.said && self.between_digits(next) => return None,
                    '-' if self.falls(next) => return None,
                    // "annex, 3" is paragraph 3 of the annex, but "annex 3" is the third annex.
                    ',' if matches!(self.pending, Some(Unit::Annex | Unit::Quotation)) => {
                        self.push(self.pending?, Which::Only);
                    }
                    // "annex.I.1" is a place in section I of the annex; annex I would be "annex-I".
                    '.' if self.pending == Some(Unit::Annex) && is_glued_label(spaced, next) => {
                        self.push(Unit::Annex, Which::Only);
                    }
                    ',' | '-' => {
                        self.list = self.numbered();
                        self.to = *sign == '-' && self.ends_in_item();
                    }
                    '*' => self.label("*"),
                    _ => {}
                }
                Some(1)
            }
            Token::Number(number) => {
                // "3e", "3-й": an ordinal, where a unit follows or no other reading is possible.
                let dash = usize::from(matches!(
                    next.first(),
                    Some(Spaced { token: Token::Sign('-'), spaced: false })
                ));
                if let Some(Spaced { token: Token::Word(word), spaced: false }) = next.get(dash)
                    && let Some(sure) = ordinal_ending(word)
                    && !self.inside
                    && (sure || unit_follows(next.part(dash + 1..)))
                {
                    self.hold(Which::Nth(*number))?;
                    return Some(2 + dash);
                }
                if let Some(label) = self.lettered_section(*number, next) {
                    self.push(Unit::Section, Which::Label(label));
                    return Some(2);
                }
                // "5 lettre b", "7段": the unit may follow its number.
                self.number(*number)?;
                Some(1)
            }
            Token::Word(word) => self.word(word, next),
        }
    }

    /// The label of a lettered section: "section 29B", "sect. VIII.29B, para. 66" in the programme budget. In "sect.
    /// II.7b" the letter is that of paragraph 7, and `None` is returned.
    fn lettered_section(&self, number: u32, next: &[Spaced]) -> Option<String> {
        let Some(Spaced { token: Token::Word(letter), spaced: false }) = next.first() else { return None };
        let of_section = self.pending == Some(Unit::Section)
            || self.pending.is_none()
                && self.steps.last().is_some_and(|step| step.unit == Unit::Section)
                && unit_follows(next.part(1..));
        (of_section && is_one_letter(letter) && !self.inside).then(|| format!("{number}{letter}"))
    }

    /// Whether a sign stands between two digits without spaces.
    fn between_digits(&self, next: &[Spaced]) -> bool {
        self.numbered() && matches!(next.first(), Some(Spaced { token: Token::Number(_), spaced: false }))
    }

    /// Whether the second number of a range is lower than the first.
    fn falls(&self, next: &[Spaced]) -> bool {
        match (self.steps.last().map(|step| &step.which), next.first().map(|spaced| &spaced.token)) {
            (Some(Which::Number(from)), Some(Token::Number(to))) => to <= from,
            _ => false,
        }
    }

    fn word(&mut self, word: &str, next: &[Spaced]) -> Option<usize> {
        let number_next = matches!(next.first(), Some(Spaced { token: Token::Number(_), .. }));
        let dotted = matches!(next.first(), Some(Spaced { token: Token::Sign('.'), .. }));
        let value_next = match next.get(usize::from(dotted)).map(|spaced| &spaced.token) {
            Some(Token::Number(_) | Token::Sign('(')) => true,
            Some(Token::Word(word)) => is_label(word) && meaning(word).is_none(),
            _ => false,
        };
        // "пп. 7-9" means paragraphs, "ПП7" a preambular paragraph.
        let word = if dotted && word == ru::PARAGRAPHS.0 { ru::PARAGRAPHS.1 } else { word };
        if self.inside && is_label(word) {
            self.label(word);
            return Some(1);
        }
        if let Some((number, used)) = number_words(word, next).filter(|(number, _)| number.ordinal) {
            self.hold(Which::Nth(number.value))?;
            return Some(used);
        }
        let elided = matches!(next.first(), Some(Spaced { token: Token::Sign('\''), spaced: false }));
        // "n12" and "n. 12" are notes; "no. 12" and "№ 12" only announce a number.
        if word == "n" && self.steps.is_empty() && self.pending.is_none() {
            let glued = matches!(next.first(), Some(Spaced { token: Token::Number(_), spaced: false }));
            if glued || (dotted && value_next) {
                self.unit(Unit::Note, word, true, next);
                return Some(1);
            }
        }
        if is_number_word(word) && value_next && self.steps.is_empty() {
            self.said = true;
        }
        match meaning(word) {
            // "2 (a) to (c)", "2 a) à c)".
            Some(Meaning::And) if self.ends_in_item() && item_follows(next) => self.to = true,
            Some(Meaning::And) if self.numbered() && ordinal_follows(next) => {}
            Some(Meaning::And) if number_next && self.numbered() => self.list = true,
            Some(Meaning::Filler) if elided => self.filler = true,
            // "п. 7" and "pp 3" begin an address although they could be labels; "7 p)" has a label.
            Some(Meaning::Unit(unit)) if !(is_label(word) && self.expects_unit_label(value_next)) => {
                self.unit(unit, word, value_next, next);
            }
            _ if is_label(word) && self.expects_label(word, next) => {
                self.label(word);
            }
            Some(Meaning::Unit(unit)) => self.unit(unit, word, value_next, next),
            Some(Meaning::Repeat(repeat)) => self.steps.last_mut()?.repeat = repeat,
            Some(Meaning::SubOf) if self.pending == Some(Unit::Paragraph) => self.pending = Some(Unit::Sub),
            Some(Meaning::SubOf) => self.sub = true,
            Some(Meaning::Last) => self.hold(Which::Last)?,
            Some(Meaning::Filler | Meaning::And) => self.filler = true,
            None => {
                // "7bii" and "op7bii": a letter followed by a numeral.
                let mut letters = word.chars();
                let (first, rest) = (letters.next()?, letters.as_str());
                if !self.numbered() || roman(rest).is_none() {
                    return None;
                }
                self.label(&first.to_string());
                self.label(rest);
            }
        }
        Some(1)
    }

    /// Whether the last step is a number that a letter may follow.
    fn numbered(&self) -> bool {
        self.pending.is_none() && self.steps.last().is_some_and(|step| step.which != Which::Only)
    }

    /// Whether the last step is a sub-paragraph, behind which the last of several may follow.
    fn ends_in_item(&self) -> bool {
        self.pending.is_none() && self.steps.last().is_some_and(|step| step.unit == Unit::Sub)
    }

    /// Whether a single letter is a label here rather than a word.
    fn expects_label(&self, word: &str, next: &[Spaced]) -> bool {
        match self.pending {
            // "nota a pie de página".
            Some(Unit::Note) => {
                !(word == "a" && matches!(next.first(), Some(Spaced { token: Token::Word(_), .. })))
            }
            Some(_) => true,
            // "A 4", "II.3", "II": at the start, only together with what belongs to the label.
            None if self.steps.is_empty() => {
                let word_next = match next.first().map(|spaced| &spaced.token) {
                    // "VIII par. 2", but not "в пункте 7".
                    Some(Token::Word(next)) => {
                        matches!(meaning(word), Some(Meaning::Filler)) && !follows_number(next)
                            || !matches!(meaning(next), Some(Meaning::Unit(_)))
                    }
                    _ => false,
                };
                self.held.is_none() && !word_next
            }
            None => self.numbered() || self.steps.last().is_some_and(|step| step.unit == Unit::Annex),
        }
    }

    /// Whether a letter that is also a unit word is a label here: the "п" of "7 п", which no number follows.
    fn expects_unit_label(&self, value_next: bool) -> bool {
        !value_next && (self.pending.is_some() || self.numbered())
    }

    fn push(&mut self, unit: Unit, which: Which) {
        self.steps.push(Step { unit, which, repeat: "" });
        self.pending = None;
    }

    fn number(&mut self, number: u32) -> Option<()> {
        let which = Which::Number(number);
        if let Some(unit) = self.pending {
            self.push(unit, which);
            return Some(());
        }
        let last = self.steps.last().map(|step| step.unit);
        // "7 (2)", "7.2" and "7 b 2", but not two numbers separated by a space.
        let below = match last {
            Some(Unit::Sub) => true,
            Some(Unit::Any | Unit::Paragraph | Unit::Operative | Unit::Unnumbered) => {
                self.inside || !self.list
            }
            _ => self.inside,
        };
        match last {
            _ if self.held.is_some() => return None,
            Some(unit) if self.list && !self.inside && !unit.is_scope() => {
                let step = Step { unit, which, repeat: "" };
                self.also.push(step);
            }
            Some(unit) if unit.is_scope() => self.push(Unit::Any, which),
            _ if below => self.push(Unit::Sub, which),
            None | Some(Unit::Title | Unit::Preamble | Unit::Masthead | Unit::OperativePart) => {
                self.push(Unit::Any, which);
            }
            Some(_) => return None,
        }
        self.list = false;
        Some(())
    }

    fn label(&mut self, word: &str) {
        let which = Which::Label(word.to_owned());
        if std::mem::take(&mut self.to) && self.pending.is_none() && self.ends_in_item() {
            self.also.push(Step { unit: Unit::Sub, which, repeat: "" });
            self.list = false;
            return;
        }
        // "7 and 9 (b)": the letter is that of the last.
        if self.pending.is_none() && self.also.last().is_some_and(|step| step.unit != Unit::Sub) {
            return;
        }
        match self.pending {
            // "alinéa b)", "paragraph (b)": a letter names a sub-paragraph; "par. 7" was read before.
            Some(Unit::Paragraph | Unit::Operative | Unit::Unnumbered | Unit::Preambular | Unit::Any) => {
                self.push(Unit::Sub, which);
            }
            Some(unit) => self.push(unit, which),
            None if self.steps.is_empty() && self.inside => self.push(Unit::Sub, which),
            None if self.steps.is_empty() && word == "*" => self.push(Unit::Note, which),
            None if self.steps.is_empty() => self.push(Unit::Scope, which),
            None if self.steps.last().is_some_and(|step| step.unit.is_scope()) => {
                // "II.A": a section in a section; "annex (b)".
                let unit = if self.inside { Unit::Sub } else { Unit::Scope };
                self.push(unit, which);
            }
            None => self.push(Unit::Sub, which),
        }
        self.list = false;
    }

    /// Reads an ordinal or "last", which belongs to the unit before or after it.
    fn hold(&mut self, which: Which) -> Option<()> {
        match self.pending {
            Some(unit) => self.push(unit, which),
            // "second to fifth preambular paragraphs": one goes to the first of them.
            None if matches!(self.held, Some(Which::Nth(_))) => {}
            None if self.held.is_some() => return None,
            // "párrafos segundo a quinto": the unit came first.
            None if matches!(self.steps.last(), Some(Step { unit, which: Which::Nth(_), .. }) if !unit.is_scope()) =>
                {}
            None => self.held = Some(which),
        }
        Some(())
    }

    fn unit(&mut self, unit: Unit, word: &str, value_next: bool, next: &[Spaced]) {
        self.said = true;
        self.list = false;
        let unit = if self.sub && unit == Unit::Paragraph { Unit::Sub } else { unit };
        self.sub = false;
        if let Some(which) = self.held.take() {
            // "third preambular paragraph": both words name the same step.
            self.push(unit, which);
            return;
        }
        // "par. 7 du dispositif", "第7段", "la tercera ... preambular": the word applies to the last number.
        let after = follows_number(word);
        // "第7段，第3项": the last number belongs to no earlier unit.
        if after
            && unit == Unit::Sub
            && self.steps.last().is_some_and(|step| step.unit == Unit::Paragraph)
            && let Some(item) = self.also.pop()
        {
            return self.push(unit, item.which);
        }
        // "quinto párrafo del preámbulo b)": the letter is that of the paragraph, unlike in "8, al. b)".
        let part = matches!(unit, Unit::Operative | Unit::Preambular) && !word.starts_with("al");
        let value_next = value_next && !(part && next_is_letter(next));
        if (after || !value_next)
            && let Some(step) = self.steps.iter_mut().rev().find(|step| !matches!(step.unit, Unit::Sub))
            && self.pending.is_none()
        {
            // "附件第4段": the number was not that of the annex.
            if after && unit == Unit::Paragraph && step.unit == Unit::Annex && step.which != Which::Only {
                let which = std::mem::replace(&mut step.which, Which::Only);
                return self.push(unit, which);
            }
            // "第II节".
            if after && step.unit == Unit::Scope {
                step.unit = unit;
                return;
            }
            let refines = matches!(
                (step.unit, unit),
                (Unit::Any | Unit::Paragraph, Unit::Operative | Unit::Preambular)
                    | (Unit::Any | Unit::Operative | Unit::Preambular | Unit::Unnumbered, Unit::Paragraph)
                    | (Unit::Any | Unit::Paragraph | Unit::Preambular, Unit::Unnumbered)
            );
            if refines || (after && step.unit == Unit::Any) {
                // "para. 3 (unnumbered)" says that the number is counted; "3rd paragraph, unnumbered" says which
                // paragraphs are counted.
                let aside = unit == Unit::Unnumbered && self.inside;
                if !aside && (unit != Unit::Paragraph || step.unit == Unit::Any) {
                    step.unit = if unit == Unit::Sub { step.unit } else { unit };
                }
                return;
            }
        }
        if follows_number(word) && self.steps.last().is_some_and(|step| step.unit == Unit::Sub) {
            return;
        }
        match self.pending {
            Some(Unit::Operative | Unit::Preambular) if unit == Unit::Paragraph || unit == Unit::Part => {}
            // "nota al pie".
            Some(Unit::Note) if word == "al" => {}
            Some(Unit::Paragraph | Unit::Preambular) if unit == Unit::Unnumbered => self.pending = Some(unit),
            Some(Unit::Paragraph | Unit::Part) if matches!(unit, Unit::Operative | Unit::Preambular) => {
                self.pending = Some(unit);
            }
            Some(Unit::Sub | Unit::Unnumbered) if unit == Unit::Paragraph => {}
            // "notes de bas de page": two words for one unit.
            Some(before) if before == unit => {}
            Some(before) => {
                self.push(before, Which::Only);
                self.pending = Some(unit);
            }
            None => self.pending = Some(unit),
        }
    }

    fn finish(&mut self) -> Option<()> {
        if self.held.is_some() || (self.filler && !self.said) {
            return None;
        }
        if let Some(unit) = self.pending.take() {
            match unit {
                Unit::Annex | Unit::Quotation | Unit::Table | Unit::Title | Unit::Masthead | Unit::Vote => {
                    self.push(unit, Which::Only);
                }
                Unit::Preambular if self.steps.is_empty() => self.push(Unit::Preamble, Which::Only),
                Unit::Operative if self.steps.is_empty() => self.push(Unit::OperativePart, Which::Only),
                // "annex I, para": the number is not typed yet.
                _ if !self.steps.is_empty() => {}
                _ => return None,
            }
        }
        // "sub-paragraph 8 (b)": the number is that of the paragraph.
        let counted = |step: &Step| matches!(step.which, Which::Number(_) | Which::Nth(_));
        if self.steps.len() > 1
            && let Some(first) = self.steps.first_mut().filter(|step| step.unit == Unit::Sub && counted(step))
        {
            first.unit = Unit::Any;
        }
        if self.steps.is_empty() {
            return None;
        }
        self.steps.sort_by_key(|step| rank(step.unit));
        Some(())
    }
}

/// The rank of a unit, from wide to narrow. Steps of equal rank keep the order in which they were said.
fn rank(unit: Unit) -> u8 {
    match unit {
        Unit::Part => 0,
        Unit::Annex => 1,
        Unit::Scope | Unit::Section | Unit::Quotation => 2,
        Unit::Article => 3,
        Unit::Preamble | Unit::OperativePart | Unit::Title | Unit::Masthead | Unit::Vote | Unit::Heading => 4,
        Unit::Any
        | Unit::Paragraph
        | Unit::Operative
        | Unit::Unnumbered
        | Unit::Preambular
        | Unit::Table
        | Unit::Note => 5,
        Unit::Sub => 6,
    }
}

/// Whether a sign joins a label to the word before it, without a space on either side.
fn is_glued_label(sign: &Spaced, next: &[Spaced]) -> bool {
    match next.first() {
        Some(Spaced { token: Token::Word(word), spaced: false }) => !sign.spaced && is_label(word),
        _ => false,
    }
}

/// Whether a letter or a bracket follows, rather than a number.
fn next_is_letter(next: &[Spaced]) -> bool {
    match next.first().map(|spaced| &spaced.token) {
        Some(Token::Sign('(')) => true,
        Some(Token::Word(word)) => is_label(word),
        _ => false,
    }
}

fn unit_follows(next: &[Spaced]) -> bool {
    next.iter().take(2).any(|spaced| match &spaced.token {
        Token::Word(word) => matches!(meaning(word), Some(Meaning::Unit(_))),
        _ => false,
    })
}
