//! Names that a document prints: "Action 39", "Target 2.1", "Goal 4", "Chapitre II", and numbers such as "1.a".
//!
//! The typed name is compared with the words at the start of each node, whatever kind the grammar gave it: word by
//! word, and numbers by value.

use super::parse::roman;
use super::spell::number_words;
use super::token::{Spaced, Token, normalise, tokens};
use super::words::{Meaning, meaning};
use super::{Address, Unit};
use crate::document::{Document, Kind, NodeId};
use crate::text::Part as _;
use crate::text::chars::is_han;

/// The most characters of a node that are compared: names are short.
const LONGEST: usize = 60;
/// The most tokens of a name.
const MOST: usize = 8;

/// An element of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Word(String),
    Number(u32),
    /// The point inside a number such as "2.1" and "1.a".
    Point,
}

/// Whether tokens can be a name: words and then a number.
pub(super) fn is_name(tokens: &[Spaced]) -> bool {
    let parts = parts(tokens);
    tokens.len() <= MOST
        && matches!(parts.first(), Some(Part::Word(_)))
        && parts.iter().any(|part| matches!(part, Part::Number(_)))
        || is_dotted(&parts)
}

/// Whether it is a number with a point: "2.1", "1.a".
fn is_dotted(parts: &[Part]) -> bool {
    parts.len() >= 3
        && parts.iter().enumerate().all(|(at, part)| (part == &Part::Point) == (at % 2 == 1))
        && matches!(parts.first(), Some(Part::Number(_)))
        && !matches!(parts.last(), Some(Part::Point))
}

fn parts(tokens: &[Spaced]) -> Vec<Part> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(spaced) = tokens.get(at) {
        let next = tokens.part(at + 1..);
        at += 1;
        match &spaced.token {
            Token::Number(number) => out.push(Part::Number(*number)),
            Token::Word(word) => {
                let named = matches!(out.last(), Some(Part::Word(_)));
                if let Some((number, used)) = number_words(word, next).filter(|_| named) {
                    out.push(Part::Number(number.value));
                    at += used - 1;
                } else {
                    // The "l" of "de l'homme" is not the numeral 50.
                    let numeral = roman(word).filter(|_| named && meaning(word).is_none());
                    out.push(numeral.map_or_else(|| Part::Word(word.clone()), Part::Number));
                }
            }
            // A full stop after a word or number is ignored.
            Token::Sign('.') if matches!(out.last(), Some(Part::Number(_))) && is_continued(next) => {
                out.push(Part::Point);
            }
            Token::Sign(_) => {}
        }
    }
    out
}

/// Whether a number continues after a point: "2.1" and "1.a", but not "4。确保".
fn is_continued(next: &[Spaced]) -> bool {
    match next.first() {
        Some(Spaced { token: Token::Number(_), spaced: false }) => true,
        Some(Spaced { token: Token::Word(word), spaced: false }) => {
            word.len() == 1 || (word.chars().count() == 1 && !word.chars().any(is_han))
        }
        _ => false,
    }
}

/// The nodes that begin with the typed name; headings and scopes before paragraphs.
pub(super) fn named(address: &Address, document: &Document) -> Vec<NodeId> {
    let typed = &address.typed;
    if typed.chars().count() > LONGEST || !typed.contains(|c: char| c.is_numeric() || c.is_alphabetic()) {
        return Vec::new();
    }
    let Some(tokens) = tokens(&normalise(typed)).filter(|tokens| is_name(tokens)) else { return Vec::new() };
    let wanted = parts(&tokens);
    // Paragraphs, notes and letters are found by their position, which a printed name does not override.
    let units: Vec<Unit> = address.steps.iter().map(|step| step.unit).collect();
    let counted = |unit: &Unit| {
        matches!(unit, Unit::Paragraph | Unit::Operative | Unit::Preambular | Unit::Note | Unit::Unnumbered)
    };
    if units.iter().any(counted) && !is_dotted(&wanted) {
        return Vec::new();
    }
    let initial = wanted.first().cloned();
    let found: Vec<(u32, NodeId)> = document
        .ids()
        .filter_map(|id| Some((likeness(document, id, &wanted, initial.as_ref()?)?, id)))
        .collect();
    let best = found.iter().map(|(cost, _)| *cost).min();
    found.into_iter().filter(|(cost, _)| Some(*cost) == best).map(|(_, id)| id).collect()
}

/// The cost of a node for the name; `None` where the node does not have it.
fn likeness(document: &Document, id: NodeId, wanted: &[Part], initial: &Part) -> Option<u32> {
    let node = document.node(id);
    let standing = match node.kind {
        Kind::Heading | Kind::Section | Kind::Part | Kind::Article | Kind::Annex => 0,
        Kind::Table => 1,
        Kind::Operative | Kind::Paragraph | Kind::Subparagraph | Kind::Continuation => 2,
        _ => return None,
    };
    let label = document.label(id);
    let body = document.body(id);
    // "(i) One of them" is not a place named "i 1".
    if standing == 2 && matches!(initial, Part::Word(_)) && !label.is_empty() {
        return None;
    }
    // A quick check: most nodes begin with another letter, and need not be tokenised.
    let first = label.chars().chain(body.chars()).find(|letter| letter.is_alphanumeric())?;
    let begins = match initial {
        Part::Word(word) => {
            let letter = normalise(&first.to_string());
            standing == 0 || word.starts_with(letter.as_str())
        }
        _ => first.is_numeric(),
    };
    if !begins {
        return None;
    }
    let head: String = label.chars().chain([' ']).chain(body.chars()).take(2 * LONGEST).collect();
    let tokens = tokens(&normalise(&cut(&head)))?;
    let printed = parts(&tokens);
    if starts(&printed, wanted) {
        // "Agenda 2030 is ..." is the beginning of a sentence, "Action 39. We will ..." has a name.
        let sentence =
            standing == 2 && matches!(wanted.first(), Some(Part::Word(_))) && !is_set_apart(&tokens);
        return (!sentence).then_some(standing);
    }
    // The name may also stand inside: "Sustainable Development Goal 4" and "II. Goal 4".
    let inside = standing == 0
        && matches!(wanted.first(), Some(Part::Word(_)))
        && printed.len() <= MOST
        && (1..printed.len()).any(|at| starts(printed.part(at..), wanted));
    inside.then_some(3)
}

/// The beginning up to a character that addresses do not contain, such as a quotation mark or a slash.
fn cut(head: &str) -> String {
    let ok = |letter: &char| {
        letter.is_alphanumeric() || letter.is_whitespace() || ".,:;-–—()（）、。：'’".contains(*letter)
    };
    head.trim_start().chars().take_while(ok).collect()
}

fn starts(printed: &[Part], wanted: &[Part]) -> bool {
    printed.len() >= wanted.len()
        && printed.iter().zip(wanted).all(|(printed, wanted)| match (printed, wanted) {
            (Part::Word(printed), Part::Word(wanted)) => is_same_word(printed, wanted),
            (printed, wanted) => printed == wanted,
        })
        // "2" does not match "2.1".
        && !(printed.get(wanted.len()) == Some(&Part::Point))
}

/// Whether two words are the same in another case or number ("действия" for "Действие"), or name the same unit
/// ("chap" for "Chapter").
fn is_same_word(printed: &str, wanted: &str) -> bool {
    if printed == wanted {
        return true;
    }
    let (long, short) = if printed.len() > wanted.len() { (printed, wanted) } else { (wanted, printed) };
    let common = long.chars().zip(short.chars()).take_while(|(a, b)| a == b).count();
    let (long_len, short_len) = (long.chars().count(), short.chars().count());
    if common >= 4 && common + 2 >= short_len && long_len <= common + 2 {
        return true;
    }
    // Abbreviations of unit words are known to addresses.
    let unit = |word: &str| match meaning(word) {
        Some(Meaning::Unit(unit)) => Some(unit),
        _ => None,
    };
    common == short_len && short_len >= 2 && unit(printed).is_some() && unit(printed) == unit(wanted)
}

/// Whether punctuation follows the number of a name.
fn is_set_apart(tokens: &[Spaced]) -> bool {
    let mut numbers = tokens.iter().skip_while(|spaced| !matches!(spaced.token, Token::Number(_))).skip(1);
    // A number such as "2.1" is skipped as a whole first.
    loop {
        match numbers.next().map(|spaced| (&spaced.token, spaced.spaced)) {
            None | Some((Token::Sign(',' | '-' | '('), _)) => return true,
            Some((Token::Sign('.'), _)) => match numbers.next() {
                Some(Spaced { token: Token::Number(_), spaced: false }) => {}
                _ => return true,
            },
            Some(_) => return false,
        }
    }
}
