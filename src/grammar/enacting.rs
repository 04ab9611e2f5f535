//! Recognises enacting phrases ("The General Assembly,") in six languages and for any organ.
//!
//! The organs that adopt most resolutions are known by name. Other organs are recognised by form and position: a line
//! with a name that ends with a comma, directly above the first preambular paragraph (seen in General Assembly
//! resolutions of sessions 75 to 80, and in those of other organs). How the phrase divides a document is decided
//! elsewhere.

use super::lexicon::{self, Register};
use super::numbering;
use super::shape::{after_phrase, begins_with, ends_with_mark, fold, last_letter, without_mark};
use crate::formats::{Block, Content, Style};
use crate::lang::{Language, Organ, ar, tables};
use crate::text::Part as _;
use crate::text::chars::{is_arabic_sign, is_gap, is_hyphen, is_superscript, is_wide};

/// The organ of an enacting phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speaker {
    Known(Organ),
    /// An organ whose symbols are not known.
    Other,
}

/// The enacting phrases of the organs that are known by name.
fn phrases() -> impl Iterator<Item = (&'static str, Speaker)> {
    let speaker = |organ: &Option<Organ>| organ.map_or(Speaker::Other, Speaker::Known);
    tables().flat_map(|words| words.organs.enacting).map(move |(phrase, organ)| (*phrase, speaker(organ)))
}

/// An enacting phrase at the start of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Enacting {
    pub organ: Speaker,
    /// The length of the phrase in bytes, with its comma.
    pub bytes: usize,
    /// The byte offset of the words after it; the whole length where there are none.
    pub rest: usize,
    pub comma: bool,
}

/// The enacting phrases of a document: those of the known organs, and the one recognised by its form.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrases {
    own: Option<(String, Speaker)>,
}

/// The number of blocks at the start in which an enacting phrase is looked for.
const FIRST: usize = 400;

/// The most bytes in the name of an organ.
const LONGEST: usize = 240;

impl Phrases {
    /// Looks for the enacting phrase of a document whose organ is not known by name.
    pub(super) fn of(content: &Content, language: Language) -> Self {
        let mut before: Option<&Block> = None;
        for (at, block) in content.blocks.iter().enumerate().take(FIRST) {
            let words = content.words(block);
            let above = before.replace(block);
            if is_line(known(words), words) && ends_with_comma(words) {
                break;
            }
            // A line inside a sentence may also begin with the name of an organ.
            let free = block.gap > 0
                || block.style != Style::Line
                || above.is_none_or(|above| ends_with_mark(content.words(above)) || above.text.len() < 60);
            if !free || words.len() < 4 {
                continue;
            }
            let next = content.blocks.part(at + 1..);
            let own =
                alone(content, words, next, language).or_else(|| within(content, words, next, language));
            if let Some(name) = own {
                let phrase = fold(name);
                let organ = named_organ(&phrase);
                return Self { own: Some((phrase, organ)) };
            }
        }
        Self::default()
    }

    /// "The General Assembly," alone or followed by words. Opening quotation marks before it are included.
    pub(super) fn at(&self, text: &str) -> Option<Enacting> {
        known(text).or_else(|| {
            let (phrase, organ) = self.own.as_ref()?;
            of(text, std::iter::once((phrase.as_str(), *organ)))
        })
    }

    /// An enacting phrase that is a whole line.
    pub(super) fn is_line(&self, text: &str) -> bool {
        text.len() < LONGEST && is_line(self.at(text), text)
    }
}

fn is_line(enacting: Option<Enacting>, text: &str) -> bool {
    enacting.is_some_and(|enacting| enacting.rest >= text.len())
}

/// Whether a whole line is the enacting phrase of a known organ.
pub(super) fn is_known_line(text: &str) -> bool {
    text.len() < LONGEST && is_line(known(text), text)
}

/// The enacting phrase of a known organ; `None` where there is none.
pub(super) fn known(text: &str) -> Option<Enacting> {
    of(text, phrases())
}

fn of<'p>(text: &str, phrases: impl Iterator<Item = (&'p str, Speaker)>) -> Option<Enacting> {
    let lead = text.len() - text.trim_start_matches(['"', '“', '”', '«', '„', '‘', '-', ' ', '\u{A0}']).len();
    let words = text.get(lead..)?;
    let first = words.chars().next().and_then(super::shape::fold_char)?;
    for (phrase, organ) in phrases {
        if !begins_with(phrase, first) {
            continue;
        }
        let Some(end) = after_phrase(words, phrase) else { continue };
        let after = words.get(end..)?;
        let marks = after.trim_start_matches(|letter: char| is_gap(letter) || is_superscript(letter));
        let mark = marks.chars().next();
        let comma = mark.is_some_and(|mark| matches!(mark, ',' | '،' | '，' | ':' | '：' | '.' | '。' | ';'));
        if !comma && mark.is_some() {
            continue;
        }
        let bytes = words.len() - marks.len() + mark.filter(|_| comma).map_or(0, char::len_utf8);
        let rest = words.get(bytes..)?;
        let body = rest.trim_start_matches([' ', '\u{A0}', ',']);
        return Some(Enacting { organ, bytes: lead + bytes, rest: text.len() - body.len(), comma });
    }
    None
}

fn ends_with_comma(words: &str) -> bool {
    matches!(last_letter(words), Some(',' | '،' | '，' | ':' | '：'))
}

/// The name of an organ on a line of its own, above a paragraph that opens as a preambular one.
fn alone<'t>(content: &Content, words: &'t str, next: &[Block], language: Language) -> Option<&'t str> {
    let comma = ends_with_comma(words);
    let name = words.trim_end_matches(|letter: char| {
        matches!(letter, ',' | '،' | '，' | ':' | '：' | ' ' | '\u{A0}' | '*') || is_superscript(letter)
    });
    let name = name.trim_start_matches(['"', '“', '«', '„']);
    if words.len() > LONGEST || !names_organ(name, comma, language) {
        return None;
    }
    let below = next.first().filter(|below| below.style != Style::Row).map(|below| content.words(below))?;
    let opens = opens_preamble(below, language)
        || comma
            && numbering::number(below).is_some_and(|number| {
                let rest = below.part(number.body..);
                opens_preamble(rest, language) || opens(Register::Operative, rest, language)
            });
    opens.then_some(name)
}

/// The name of an organ in one paragraph with the first words of the preamble: "The Health Assembly, Recalling ...,".
fn within<'t>(content: &Content, words: &'t str, next: &[Block], language: Language) -> Option<&'t str> {
    let comma = words.char_indices().take(100).find(|(_, letter)| matches!(letter, ',' | '،' | '，'))?;
    let name = words.get(..comma.0)?;
    let rest = words.get(comma.0 + comma.1.len_utf8()..)?.trim_start();
    if rest.is_empty() || !names_organ(name, true, language) || !opens_preamble(rest, language) {
        return None;
    }
    // A sentence of a report, "The Committee, having met, decided ...", does not end as a preambular paragraph does.
    let lines = next.iter().take(20).take_while(|line| line.gap == 0 && line.style == Style::Line);
    let last = lines.last().map_or(words, |line| content.words(line));
    matches!(last_letter(without_mark(last)), Some(',' | '،' | '，' | ';' | '؛' | '；')).then_some(name)
}

fn opens(register: Register, text: &str, language: Language) -> bool {
    let lower =
        super::words::has_case(language) && language != Language::Ru && super::shape::starts_lower(text);
    !lower && lexicon::opener(language, register, text).is_some()
}

/// Whether a line opens a preambular paragraph. Words that could open an operative one as well do not count: "States
/// parties".
fn opens_preamble(text: &str, language: Language) -> bool {
    opens(Register::Preambular, text, language)
}

/// Whether words have the form of an organ's name: an article and a noun, or several capitalised words.
fn names_organ(name: &str, comma: bool, language: Language) -> bool {
    let count = name.chars().count();
    let plain = name.chars().all(|letter| {
        letter.is_alphanumeric()
            || matches!(letter, ' ' | '\u{A0}' | '\'' | '’' | '/' | ',' | '(' | ')')
            || is_hyphen(letter)
            || is_arabic_sign(letter)
    });
    if !plain
        || !(2..=160).contains(&count)
        || super::words::unit(name).is_some()
        || super::words::is_date(name)
    {
        return false;
    }
    let folded = fold(name);
    let article = |articles: &[&str]| articles.iter().any(|article| folded.starts_with(article));
    let significant = || name.split([' ', '\u{A0}', ',']).filter(|word| word.chars().count() > 3);
    let capitals = || significant().filter(|word| word.starts_with(char::is_uppercase)).count();
    let all_capitals = || capitals() == significant().count();
    let capital = name.starts_with(char::is_uppercase);
    match language {
        Language::Ar => {
            let definite = folded.split(' ').nth(1).is_some_and(|word| word.starts_with(ar::ARTICLE));
            article(language.words().organs.articles)
                || comma && folded.starts_with(ar::ARTICLE) && (definite || count < 40)
        }
        Language::Zh => {
            comma
                && count <= 40
                && name.chars().all(|letter| is_wide(letter) || letter.is_alphanumeric())
                && language.words().organs.ends.iter().any(|end| name.ends_with(end))
                && !opens(Register::Preambular, name, language)
        }
        // In Russian nothing else before a participle in lower case begins with a capital and ends with a comma.
        Language::Ru => comma && capital,
        Language::En | Language::Fr | Language::Es => {
            let salutation = tables().any(|words| article(words.organs.salutations));
            if article(language.words().organs.articles) && capital {
                comma && capitals() > 0 || all_capitals() && count < 100
            } else {
                comma
                    && capital
                    && !salutation
                    && capitals() >= 2
                    && all_capitals()
                    && !name.contains(',')
                    && !opens(Register::Preambular, name, language)
                    && !opens(Register::Operative, name, language)
            }
        }
    }
}

/// The known organ whose name is at the end of the phrase: "The United Nations Security Council".
fn named_organ(phrase: &str) -> Speaker {
    let bare = |known: &'static str| {
        tables()
            .flat_map(|words| words.organs.articles)
            .find_map(|article| known.strip_prefix(article))
            .unwrap_or(known)
    };
    phrases()
        .filter(|(_, speaker)| *speaker != Speaker::Other)
        .find(|(known, _)| {
            phrase
                .strip_suffix(bare(known))
                .is_some_and(|before| !before.ends_with(char::is_alphanumeric) || before.ends_with(is_wide))
        })
        .map_or(Speaker::Other, |(_, speaker)| speaker)
}
