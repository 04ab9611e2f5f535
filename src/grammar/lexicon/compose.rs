//! Finds the opening phrase of a text: a phrase of the lexicon with adverbs around or inside it, or words that have
//! the form of one.
//!
//! All combinations cannot be listed ("Notes with grave concern once again"), so an opening phrase is composed:
//! adverb? verb adverb? complement?. A complement overrides the action of the verb: whatever is done with concern is
//! a CONCERN. Where the verb is not known, the form of the first word tells a preambular paragraph, whose action is
//! then OTHER.

use super::fold::Folded;
use super::shape;
use super::tables::{self, Tables};
use super::trie::{Found, Trie};
use super::{Opener, Register};
use crate::document::Action;
use crate::lang::Language;

/// The most adverbs on either side of the verb; more do not occur.
const ADVERBS: usize = 3;

pub(super) fn opener(language: Language, register: Register, text: &str) -> Option<Opener> {
    let tables = tables::of(language);
    let mut start = Folded::new(text, 0, tables.script);
    start.pass(|c| c.is_whitespace() || is_quote(c));
    if let Some(found) = phrase(language, register, tables, start) {
        let (after, action) = complemented(tables, found);
        return Some(Opener { bytes: after.at(), action, register });
    }
    let after = shape::opener(language, register, start)?;
    Some(Opener { bytes: after.at(), action: Action::Other, register })
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '「' | '『')
}

/// A phrase of the lexicon at the start of the text, after any adverbs.
pub(super) fn phrase<'t>(
    language: Language,
    register: Register,
    tables: &Tables,
    start: Folded<'t>,
) -> Option<Found<'t>> {
    let mut longest = verb(language, register, tables, start);
    let (mut text, mut said) = (start, 0);
    for _ in 0..ADVERBS {
        let Some(adverb) = tables.before.longest(text) else { break };
        text = adverb.beyond;
        text.pass(|c| c.is_whitespace() || matches!(c, ',' | '،' | '，'));
        said = telling(said, adverb.value);
        let behind = verb(language, register, tables, text)
            .map(|found| Found { between: telling(said, found.between), ..found });
        longest = Found::longer(longest, behind);
    }
    longest
}

/// The offset in an opening phrase at which its verb begins, after the adverbs before it; 0 where there is nothing else.
pub(super) fn verb_at(language: Language, opener: &str) -> usize {
    let tables = tables::of(language);
    let mut text = Folded::new(opener, 0, tables.script);
    text.pass(|c| c.is_whitespace() || is_quote(c));
    if language == Language::Ar {
        text = shape::after_idh(text).unwrap_or(text);
    }
    for _ in 0..ADVERBS {
        let Some(adverb) = tables.before.longest(text) else { break };
        let mut beyond = adverb.beyond;
        beyond.pass(|c| c.is_whitespace() || matches!(c, ',' | '،' | '，'));
        if beyond.rest().is_empty() {
            break;
        }
        text = beyond;
    }
    text.at()
}

/// Of two adverbs, the one that says something about the action.
fn telling(one: u8, other: u8) -> u8 {
    if action(one).is_some() { one } else { other }
}

fn verb<'t>(language: Language, register: Register, tables: &Tables, text: Folded<'t>) -> Option<Found<'t>> {
    let found = tables.openers(register).longest_around(text, tables.after);
    if found.is_some() || language != Language::Ar {
        return found;
    }
    arabic_verb(register, tables, text)
}

/// "وإذ" makes any verb preambular, and the first letter of a verb only marks its person.
fn arabic_verb<'t>(register: Register, tables: &Tables, mut text: Folded<'t>) -> Option<Found<'t>> {
    match register {
        Register::Preambular => {
            text = shape::after_idh(text)?;
            other_person(tables, text).or_else(|| {
                let adverb = tables.before.longest(text)?;
                text = adverb.beyond;
                text.pass(char::is_whitespace);
                other_person(tables, text)
            })
        }
        Register::Operative => other_person(tables, text),
    }
}

fn other_person<'t>(tables: &Tables, text: Folded<'t>) -> Option<Found<'t>> {
    let mut ahead = text;
    if !matches!(ahead.read().and_then(|c| char::from_u32(c.into())), Some('ت' | 'ي' | 'ن' | 'ا')) {
        return None;
    }
    ['ت', 'ي', 'ن']
        .into_iter()
        .find_map(|person| tables.operative.longest_with_first(person, text, tables.after))
}

/// Takes the adverbs and complements after a verb that belong to the opening phrase; a complement may override the
/// action.
pub(super) fn complemented<'t>(tables: &Tables, found: Found<'t>) -> (Folded<'t>, Action) {
    let verb = action(found.value).unwrap_or(Action::Other);
    let (after, said) = adverbs(tables, found.after, found.between);
    if matches!(verb, Action::Reaffirm | Action::Other)
        && let Some(object) = object(tables, after)
    {
        let (after, _) = adverbs(tables, object.after, 0);
        return (after, action(object.value).unwrap_or(verb));
    }
    (after, action(said).filter(|&said| is_overruled(verb, said)).unwrap_or(verb))
}

/// "Reiterates its deep concern": the object of verbs that repeat or express gives the action.
fn object<'t>(tables: &Tables, mut text: Folded<'t>) -> Option<Found<'t>> {
    text.pass(char::is_whitespace);
    tables.object.longest(text)
}

fn adverbs<'t>(tables: &Tables, mut after: Folded<'t>, mut said: u8) -> (Folded<'t>, u8) {
    let mut text = after;
    for _ in 0..ADVERBS {
        text.pass(char::is_whitespace);
        let Some(adverb) = tables.after.longest(text) else { break };
        // "In this regard" is skipped, but is not part of the opening phrase.
        after = if adverb.after.at() > text.at() { adverb.after } else { after };
        text = adverb.beyond;
        said = telling(said, adverb.value);
    }
    (after, said)
}

/// Whether the verb keeps its action in spite of a complement: a decision with regret is still a decision, and what
/// is recalled with satisfaction is recalled.
fn is_overruled(verb: Action, said: Action) -> bool {
    match verb {
        Action::Note | Action::Recognize | Action::Stress | Action::Other | Action::Basis => true,
        Action::Reaffirm => said == Action::Concern,
        _ => false,
    }
}

/// The action of a value in a trie.
fn action(value: u8) -> Option<Action> {
    Action::ALL.get(usize::from(value).checked_sub(1)?).copied()
}

/// Whether a text starts with a phrase of a trie.
pub(super) fn starts_with(trie: Trie, text: Folded<'_>) -> bool {
    trie.longest(text).is_some()
}
