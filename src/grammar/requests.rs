//! Finds everything that a paragraph asks for: with which verb, of whom, what, by when and for whom.
//!
//! This is worked out when it is wanted, not while a document is parsed. It does not parse sentences: each verb that the
//! lexicon knows, at the beginning of a part of the sentence, begins a request that goes on to the next such verb, and the
//! words of the language say what it is.

mod deadlines;
mod plain;
mod spots;

use super::lexicon;
use crate::document::{Action, Addressees, Document, Kind, NodeId, Organ, Request, What};
use crate::lang::{Asking, Language};
use crate::text::Part as _;
use crate::text::chars::{is_alphabetic, is_alphanumeric};
use deadlines::Session;
use plain::Plain;
use spots::{List, Spots};
use std::ops::Range;

/// The most requests of one paragraph.
const MOST: usize = 24;
/// How many bytes after a verb of giving the thing given is looked for.
const NEAR: usize = 400;
/// How many bytes before those who are consulted say nobody who is asked, as "further" does.
const BEFORE_CONSULTED: usize = 16;
/// How many letters after a verb of giving stands what is a report only there.
const CLOSE: usize = 60;
/// How many letters after a Chinese verb who is asked is named.
const NAMED_WITHIN: usize = 16;

/// Finds what a paragraph of a document asks for, in the order of its words; nothing where the node is no paragraph, or asks
/// for nothing.
///
/// The items of a list of requests ("Requests the Secretary-General: (a) To report ...") are asked of whom the words
/// before the list name. These are kept from one item to the next.
pub fn requests(document: &Document) -> impl FnMut(NodeId) -> Vec<Request> {
    let language = document.language().unwrap_or(Language::En);
    let own = Own::of(document);
    let mut above: Option<(NodeId, Option<Request>)> = None;
    move |id| {
        let node = document.node(id);
        if !node.kind.is_clause() || node.kind == Kind::Preambular {
            return Vec::new();
        }
        let mut out = Vec::new();
        for span in document.own_spans(id) {
            let plain = Plain::of(document.slice(span), span.start);
            read(language, &own, &plain, &mut out);
        }
        if out.is_empty() && node.kind == Kind::Subparagraph {
            let parent = document.ancestors(id).find(|&up| document.node(up).kind.is_clause());
            if let Some(parent) = parent {
                let asked = match &above {
                    Some((known, asked)) if *known == parent => asked.clone(),
                    _ => before_list(document, parent, language, &own),
                };
                above = Some((parent, asked.clone()));
                out.extend(asked.and_then(|asked| listed(document, id, language, &own, &asked)));
            }
        }
        out
    }
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

/// A request that is being read.
struct Said<'p> {
    language: Language,
    words: &'static Asking,
    text: &'p str,
    spots: &'p Spots,
    /// What follows the verb, up to the next one.
    range: Range<usize>,
}

impl Said<'_> {
    fn part(&self) -> &str {
        self.text.part(self.range.clone())
    }

    /// The first word of a list.
    fn find(&self, list: List) -> Option<Range<usize>> {
        self.spots.first(list, &self.range)
    }
}

/// Reads the requests in a run of words.
fn read(language: Language, own: &Own, plain: &Plain, out: &mut Vec<Request>) {
    let text = plain.text.as_ref();
    let words = &language.words().asking;
    let mut verbs: Vec<_> = lexicon::verbs(language, text, text.len())
        .filter(|(verb, action)| is_finite(language, text, verb, *action))
        .take(4 * MOST)
        .collect();
    verbs.dedup_by(|next, before| next.0.start < before.0.end);
    let may_ask = |action: Action| {
        matches!(action, Action::Request | Action::Urge | Action::Invite | Action::Decide | Action::Seized)
    };
    if !verbs.iter().any(|(_, action)| may_ask(*action)) {
        return;
    }
    let spots = &Spots::of(language, text);
    let ends: Vec<usize> = verbs.iter().skip(1).map(|(verb, _)| verb.start).chain([text.len()]).collect();
    for ((verb, action), end) in verbs.into_iter().zip(ends) {
        if out.len() == MOST {
            break;
        }
        let said = Said { language, words, text, spots, range: verb.end..end };
        let asks = matches!(action, Action::Request | Action::Urge | Action::Invite);
        let on_agenda =
            matches!(action, Action::Decide | Action::Seized) && said.find(List::Agendas).is_some();
        if !asks && !on_agenda {
            continue;
        }
        let mut addressees = if asks { addressees(&said) } else { Addressees::default() };
        // "and encourages him to continue"
        let again = matches!(language, Language::Fr | Language::Es)
            && text.part(verb.clone()).starts_with('l')
            || words.again.iter().any(|pronoun| begins(said.part(), pronoun));
        if asks && addressees == Addressees::default() && again {
            addressees = out.last().map(|request| request.addressees).unwrap_or_default();
        }
        let deadlines = deadlines::deadlines(own, &said);
        let what = what(&said, asks, &deadlines);
        out.push(Request {
            verb: plain.span(verb.clone()),
            span: plain.span(verb.start..verb.start + text.part(verb.start..end).trim_end().len()),
            action,
            addressees,
            what,
            to: recipients(own, &said, what),
            deadlines: deadlines.into_iter().map(|deadline| deadline.placed(plain)).collect(),
        });
    }
}

/// What the words before a list ask for, of whoever is asked for its items.
fn before_list(document: &Document, parent: NodeId, language: Language, own: &Own) -> Option<Request> {
    let span = document.own_spans(parent).next()?;
    let plain = Plain::of(document.slice(span), span.start);
    if !plain.text.trim_end().ends_with([':', '：']) {
        return None;
    }
    let mut above = Vec::new();
    read(language, own, &plain, &mut above);
    above.pop().filter(|above| above.action != Action::Decide && above.action != Action::Seized)
}

/// What an item of a list asks for, below words that ask someone.
fn listed(
    document: &Document,
    id: NodeId,
    language: Language,
    own: &Own,
    above: &Request,
) -> Option<Request> {
    let span = document.own_spans(id).next()?;
    let plain = Plain::of(document.slice(span), span.start);
    let words = &language.words().asking;
    // What is asked for is looked for as inside a sentence.
    let inside = format!(" {}", lowered(&plain.text));
    let inside =
        Said { language, words, text: &inside, spots: &Spots::of(language, &inside), range: 0..inside.len() };
    let spots = &Spots::of(language, &plain.text);
    let said = Said { language, words, text: &plain.text, spots, range: 0..plain.text.len() };
    let deadlines = deadlines::deadlines(own, &said);
    let what = what(&inside, true, &deadlines);
    Some(Request {
        span: plain.span(0..plain.text.trim_end().len()),
        what,
        to: recipients(own, &said, what),
        deadlines: deadlines.into_iter().map(|deadline| deadline.placed(&plain)).collect(),
        ..above.clone()
    })
}

/// A text with its first letter in lower case.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// Whether a verb is that of the organ. In "to assist States and urge them" it is what another is to do.
fn is_finite(language: Language, text: &str, verb: &Range<usize>, action: Action) -> bool {
    let (words, begins) = (&language.words().asking, !text.part(..verb.start).contains(is_alphabetic));
    let phrase = text.part(verb.clone());
    let before_noun = words.nouns.iter().any(|noun| text.part(verb.end..).starts_with(noun));
    match language {
        Language::En if !begins && words.doubtful.iter().any(|word| phrase.ends_with(word)) => false,
        Language::En => {
            let phrase = phrase.part(lexicon::verb_at(language, phrase)..);
            let first = phrase.split(char::is_whitespace).next().unwrap_or_default();
            first.ends_with(['s', 'S']) && !first.ends_with("ss")
                || first.eq_ignore_ascii_case("we")
                || text.starts_with("We ")
        }
        _ if begins => true,
        Language::Zh => is_chinese_verb(text, verb, action, before_noun),
        _ if before_noun => false,
        // "请秘书长协商，提交报告": what is asked for, although it would open a paragraph.
        _ => !words.gives.contains(&phrase) && !words.transmits.contains(&phrase),
    }
}

/// Whether a Chinese verb inside a sentence is that of the organ: words have no forms there, and "提出建议" or "将进展报告"
/// are only what is asked for.
fn is_chinese_verb(text: &str, verb: &Range<usize>, action: Action, before_noun: bool) -> bool {
    let phrase = text.part(verb.clone());
    let words = &Language::Zh.words().asking;
    if words.gives.contains(&phrase) || words.transmits.contains(&phrase) {
        return false;
    }
    let begins = |list: &[&str], text: &str| list.iter().any(|word| text.starts_with(word));
    match action {
        Action::Request | Action::Urge | Action::Invite => {
            // "，鼓励监督厅" is a request of somebody unknown, but "要求" is more often a noun.
            let after = text.part(verb.end..);
            let is_sure = !words.doubtful.iter().any(|word| phrase.ends_with(word));
            let near = after.char_indices().take(NAMED_WITHIN);
            let mut starts = near.map(|(at, _)| after.part(at..));
            !before_noun
                && (is_sure
                    || begins(words.pronouns, after)
                    || starts.any(|name| lexicon::addressee(Language::Zh, name).is_some()))
        }
        Action::Stress | Action::Note | Action::Reaffirm | Action::Condemn | Action::Concern => true,
        _ => {
            let joined = words.joined.iter().find_map(|word| phrase.strip_prefix(word));
            begins(words.own, joined.unwrap_or(phrase))
        }
    }
}

/// Who is asked, without those who are only to be consulted or to be given something.
fn addressees(said: &Said) -> Addressees {
    let (language, words) = (said.language, said.words);
    let named = said.part().trim_start_matches([',', '،', '，', ' ']);
    let named = words.that.iter().find_map(|that| named.strip_prefix(that)).unwrap_or(named);
    let from = said.range.end - named.len();
    // "Urges all to provide agencies with ..."
    let toward = words.toward.iter().filter_map(|word| named.find(word)).min();
    let end = toward.map_or(said.range.end, |at| from + at);
    let Some(consulted) = said.spots.first(List::Consulted, &(from..end)) else {
        return lexicon::addressees(language, said.text.part(from..end));
    };
    let before = said.text.part(from..consulted.start);
    // "Requests the Secretary-General, with States, to consult": those come first who are consulted.
    let with = words.with.iter().filter_map(|with| before.rfind(with)).max();
    let parts = with.map(|at| before.part(..at)).into_iter().chain([before]);
    if let Some(named) =
        parts.map(|part| lexicon::addressees(language, part)).find(|named| *named != Addressees::default())
    {
        return named;
    }
    // "Requests, in consultation with the Bureau, the Secretary-General to"
    if language != Language::Zh && before.trim().len() > BEFORE_CONSULTED {
        return Addressees::default();
    }
    let after = said.text.part(consulted.end..said.range.end);
    let after = after.find([',', '،', '，']).map_or("", |comma| after.part(comma..));
    lexicon::addressees(language, after.trim_start_matches([',', '،', '，', ' ']))
}

fn what(said: &Said, asks: bool, deadlines: &[deadlines::Found]) -> What {
    let has = |list| said.find(list).is_some();
    if !asks {
        return What::Agenda;
    }
    let gives = said.find(List::Gives);
    let mut reports = said.spots.all(List::Reports, &said.range).take(MOST);
    if reports.any(|(found, _)| is_verb(said, found.start))
        || gives.as_ref().is_some_and(|given| is_reported(said, given.end))
    {
        return What::Report;
    }
    if has(List::Briefs) {
        return What::Brief;
    }
    if has(List::Agendas) {
        return What::Agenda;
    }
    if has(List::Transmits) {
        return What::Transmit;
    }
    if gives.is_some()
        && deadlines.iter().any(|deadline| matches!(deadline.session, Session::Numbered | Session::Next))
    {
        return What::Report;
    }
    let provides = said.find(List::Resources);
    if provides.is_some_and(|found| found.start < said.range.start + NEAR) {
        What::Resources
    } else {
        What::Act
    }
}

/// Whether what is given, after a verb of giving, is a report, and not something "in his report".
fn is_reported(said: &Said, from: usize) -> bool {
    // A Chinese letter is a word.
    let least = if said.language == Language::Zh { CLOSE / 3 } else { CLOSE };
    let near = from..said.range.end.min(from + NEAR);
    let reports = said.spots.all(List::Reported, &near).map(|(found, _)| found);
    let close = |found: &Range<usize>| said.text.part(from..found.start).chars().count() <= least;
    let assessed = said.spots.all(List::Assessed, &near).map(|(found, _)| found).take_while(close);
    let is_given = |found: Range<usize>| {
        let before = said.text.part(said.range.start..found.start).trim_end();
        let after = said.text.part(found.end..said.range.end);
        !said.words.mentioned.iter().any(|mention| ends(said.language, before, mention))
            && !said.words.inside.iter().any(|inside| after.starts_with(inside))
    };
    reports.take(MOST).any(is_given) || assessed.take(MOST).any(is_given)
}

/// Whether a word is no noun: "report to" in "this report to the Council".
fn is_verb(said: &Said, at: usize) -> bool {
    let before = said.text.part(said.range.start..at).trim_end();
    !said.words.determiners.iter().any(|word| ends(said.language, before, word))
}

/// To whom a report goes.
fn recipients(own: &Own, said: &Said, what: What) -> Vec<&'static str> {
    if !matches!(what, What::Report | What::Brief) {
        return Vec::new();
    }
    let verb = said.find(List::Reports).or_else(|| said.find(List::Gives));
    // In Chinese the one to whom it goes is named before the verb.
    let start = said.range.start;
    let from = if said.language == Language::Zh { start } else { verb.map_or(start, |found| found.start) };
    let mut to = deadlines::bodies(said, from..said.range.end.min(from + NEAR));
    if to.is_empty() {
        to.extend(own.organ);
    }
    to
}

/// Whether a text ends with a word.
fn ends(language: Language, text: &str, word: &str) -> bool {
    let Some(before) = text.strip_suffix(word) else { return false };
    language == Language::Zh || !before.chars().next_back().is_some_and(is_alphanumeric)
}

fn begins(text: &str, word: &str) -> bool {
    let after = text.trim_start().strip_prefix(word);
    after.is_some_and(|after| !after.chars().next().is_some_and(is_alphanumeric))
}

#[cfg(test)]
mod tests;
