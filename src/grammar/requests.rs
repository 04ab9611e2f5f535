//! Finds everything that a paragraph asks for: with which verb, of whom, what, by when and for whom.
//!
//! This is worked out when it is wanted, not while a document is parsed. It does not parse sentences: each verb that the
//! lexicon knows, at the beginning of a part of the sentence, begins a request that goes on to the next such verb, and the
//! words of the language say what it is.

mod deadlines;
mod plain;

use super::lexicon;
use crate::document::{Action, Addressees, Document, Kind, NodeId, Organ, Request, What};
use crate::lang::{Asking, Language};
use crate::text::Part as _;
use deadlines::Session;
use plain::Plain;

/// The most requests of one paragraph.
const MOST: usize = 24;
/// How many bytes after a verb of giving the thing given is looked for.
const NEAR: usize = 400;

/// What a paragraph asks for, in the order of its words; nothing where the node is no paragraph, or asks for nothing.
///
/// The items of a list of requests ("Requests the Secretary-General: (a) To report ...") are asked of whom the words
/// before the list name.
pub fn requests(document: &Document, id: NodeId) -> Vec<Request> {
    let node = document.node(id);
    if !node.kind.is_clause() || node.kind == Kind::Preambular {
        return Vec::new();
    }
    let language = document.language().unwrap_or(Language::En);
    let own = Own::of(document);
    let mut out = Vec::new();
    for span in document.own_spans(id) {
        let plain = Plain::of(document.slice(span), span.start);
        read(language, &own, &plain, &mut out);
    }
    if out.is_empty() && node.kind == Kind::Subparagraph && node.action.is_none() {
        out.extend(listed(document, id, language, &own));
    }
    out
}

/// The organ whose document it is, and the session of the document.
struct Own {
    organ: Option<&'static str>,
    session: Option<u32>,
}

impl Own {
    fn of(document: &Document) -> Self {
        let symbol = document.symbol().unwrap_or_default();
        let organ = match Organ::of(symbol).map(Organ::stem) {
            Some("A") => Some("GA"),
            Some("S") => Some("SC"),
            Some("E") => Some("ESC"),
            Some("A/HRC") => Some("HRC"),
            _ => None,
        };
        let in_symbol = || {
            let parts = symbol.split('/').rev().nth(1)?.parse().ok();
            parts.filter(|session| (1..200).contains(session))
        };
        let has_sessions = organ.is_some_and(|organ| organ != "SC");
        let session = document.masthead().session_number.or_else(in_symbol).filter(|_| has_sessions);
        Self { organ, session }
    }
}

/// Reads the requests in a run of words.
fn read(language: Language, own: &Own, plain: &Plain, out: &mut Vec<Request>) {
    let text = plain.text.as_str();
    let words = &language.words().asking;
    let mut deeds: Vec<_> = lexicon::deeds(language, text, text.len())
        .filter(|(verb, _, _)| is_finite(language, text, verb.start, text.part(verb.clone())))
        .take(4 * MOST)
        .collect();
    deeds.dedup_by(|next, before| next.0.start < before.0.end);
    let ends: Vec<usize> = deeds.iter().skip(1).map(|deed| deed.0.start).chain([text.len()]).collect();
    for ((verb, action, _), end) in deeds.into_iter().zip(ends) {
        if out.len() == MOST {
            break;
        }
        let said = text.part(verb.end..end);
        let asks = matches!(action, Action::Request | Action::Urge | Action::Invite);
        let on_agenda = matches!(action, Action::Decide | Action::Seized)
            && find(language, said, words.agendas).is_some();
        if !asks && !on_agenda {
            continue;
        }
        let mut addressees = if asks { addressees(language, words, said) } else { Addressees::default() };
        // "and encourages him to continue"
        let again = language == Language::Fr && text.part(verb.clone()).starts_with(['l', 'L'])
            || language == Language::Es && text.part(verb.clone()).starts_with('l')
            || words.again.iter().any(|pronoun| begins(said, pronoun));
        if asks && addressees == Addressees::default() && again {
            addressees = out.last().map(|request| request.addressees).unwrap_or_default();
        }
        let deadlines = deadlines::deadlines(language, own, said);
        let what = what(language, words, said, asks, &deadlines);
        out.push(Request {
            verb: plain.span(verb.clone()),
            span: plain.span(verb.start..verb.start + text.part(verb.start..end).trim_end().len()),
            action,
            addressees,
            what,
            to: recipients(language, own, words, said, what),
            deadlines: deadlines.into_iter().map(|deadline| deadline.placed(plain, verb.end)).collect(),
        });
    }
}

/// What an item of a list asks for, where the words before the list ask someone.
fn listed(document: &Document, id: NodeId, language: Language, own: &Own) -> Option<Request> {
    let parent = document.ancestors(id).find(|&up| document.node(up).kind.is_clause())?;
    let span = document.own_spans(parent).next()?;
    let plain = Plain::of(document.slice(span), span.start);
    if !plain.text.trim_end().ends_with([':', '：']) {
        return None;
    }
    let mut above = Vec::new();
    read(language, own, &plain, &mut above);
    let above =
        above.pop().filter(|above| above.action != Action::Decide && above.action != Action::Seized)?;
    let span = document.own_spans(id).next()?;
    let plain = Plain::of(document.slice(span), span.start);
    let words = &language.words().asking;
    // What is asked for is looked for as inside a sentence.
    let said = format!(" {}", lowered(&plain.text));
    let deadlines = deadlines::deadlines(language, own, &plain.text);
    let what = what(language, words, &said, true, &deadlines);
    Some(Request {
        span: plain.span(0..plain.text.trim_end().len()),
        what,
        to: recipients(language, own, words, &plain.text, what),
        deadlines: deadlines.into_iter().map(|deadline| deadline.placed(&plain, 0)).collect(),
        ..above
    })
}

/// A text with its first letter in lower case.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// Whether a verb is that of the organ. In "to assist States and urge them" it is what another is to do.
fn is_finite(language: Language, text: &str, at: usize, verb: &str) -> bool {
    if !text.part(..at).contains(char::is_alphabetic) {
        return true;
    }
    let words = &language.words().asking;
    if language != Language::En {
        // "请秘书长协商，提交报告": what is asked for, although it would open a paragraph.
        return !words.gives.contains(&verb) && !words.transmits.contains(&verb);
    }
    let verb = verb.part(lexicon::verb_at(language, verb)..);
    let first = verb.split(char::is_whitespace).next().unwrap_or_default();
    first.ends_with('s') || first.eq_ignore_ascii_case("we") || text.starts_with("We ")
}

/// Who is asked, without those who are only to be consulted.
fn addressees(language: Language, words: &Asking, said: &str) -> Addressees {
    let said = said.trim_start_matches([',', '،', '，', ' ']);
    let said = words.that.iter().find_map(|that| said.strip_prefix(that)).unwrap_or(said);
    let Some((at, end)) = find(language, said, words.consulted) else {
        return lexicon::addressees(language, said);
    };
    let before = lexicon::addressees(language, said.part(..at));
    if before != Addressees::default() {
        return before;
    }
    // "Requests, in consultation with the Bureau, the Secretary-General to"
    let after = said.part(end..);
    let after = after.find([',', '،', '，']).map_or("", |comma| after.part(comma..));
    lexicon::addressees(language, after.trim_start_matches([',', '،', '，', ' ']))
}

fn what(language: Language, words: &Asking, said: &str, asks: bool, deadlines: &[deadlines::Found]) -> What {
    let has = |list| find(language, said, list).is_some();
    if !asks {
        return What::Agenda;
    }
    let gives = find(language, said, words.gives);
    if has(words.reports) || gives.is_some_and(|(_, end)| is_reported(language, words, said, end)) {
        return What::Report;
    }
    if has(words.briefs) {
        return What::Brief;
    }
    if has(words.agendas) {
        return What::Agenda;
    }
    if has(words.transmits) {
        return What::Transmit;
    }
    if gives.is_some()
        && deadlines.iter().any(|deadline| matches!(deadline.session, Session::Numbered | Session::Next))
    {
        return What::Report;
    }
    let provides = find(language, said, words.resources);
    if provides.is_some_and(|(at, _)| at < NEAR) { What::Resources } else { What::Act }
}

/// Whether what is given, after a verb of giving, is a report, and not something "in his report".
fn is_reported(language: Language, words: &Asking, said: &str, from: usize) -> bool {
    let mut at = from;
    let until = said.floor_char_boundary((from + NEAR).min(said.len()));
    for _ in 0..MOST {
        let Some((start, end)) = find(language, said.part(at..until), words.reported) else { return false };
        let before = said.part(..at + start).trim_end();
        if !words.mentioned.iter().any(|mention| ends(language, before, mention)) {
            return true;
        }
        at += end;
    }
    false
}

/// To whom a report goes.
fn recipients(language: Language, own: &Own, words: &Asking, said: &str, what: What) -> Vec<&'static str> {
    if !matches!(what, What::Report | What::Brief) {
        return Vec::new();
    }
    let verb = find(language, said, words.reports).or_else(|| find(language, said, words.gives));
    // In Chinese the one to whom it goes is named before the verb.
    let from = if language == Language::Zh { 0 } else { verb.map_or(0, |(at, _)| at) };
    let until = said.floor_char_boundary((from + NEAR).min(said.len()));
    let mut to = deadlines::bodies(language, said.part(from..until));
    if to.is_empty() {
        to.extend(own.organ);
    }
    to
}

/// The first place where one of the words stands, as a word: where it begins and ends.
fn find(language: Language, text: &str, words: &[&str]) -> Option<(usize, usize)> {
    words.iter().filter_map(|word| place(language, text, word)).min()
}

fn place(language: Language, text: &str, word: &str) -> Option<(usize, usize)> {
    let (stem, goes_on) = word.strip_suffix('*').map_or((word, false), |stem| (stem, true));
    let joined = language == Language::Zh;
    let mut found = text.match_indices(stem).map(|(at, stem)| (at, at + stem.len()));
    found.find(|&(at, end)| {
        let before = text.part(..at).chars().next_back();
        let starts = joined || !before.is_some_and(char::is_alphanumeric) || prefixed(language, text, at);
        let stops = joined || goes_on || !text.part(end..).chars().next().is_some_and(char::is_alphanumeric);
        starts && stops
    })
}

/// Whether only letters that Arabic writes onto a word stand before it.
fn prefixed(language: Language, text: &str, at: usize) -> bool {
    let before = text.part(..at);
    let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    language.words().asking.prefixes.contains(&word)
}

/// Whether a text ends with a word.
fn ends(language: Language, text: &str, word: &str) -> bool {
    let Some(before) = text.strip_suffix(word) else { return false };
    language == Language::Zh || !before.chars().next_back().is_some_and(char::is_alphanumeric)
}

fn begins(text: &str, word: &str) -> bool {
    let after = text.trim_start().strip_prefix(word);
    after.is_some_and(|after| !after.chars().next().is_some_and(char::is_alphanumeric))
}

#[cfg(test)]
mod tests;
