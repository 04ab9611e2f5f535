//! What an entry of the outline says: the number of a node, and of its words those that tell it from the entry above.
//!
//! Whole words where there is room. Where there is less, the opening verb is cut, and words that the entry above begins
//! with too are passed over. Nothing is drawn here; widths are in cells.

use super::words;
use crate::document::{Document, Kind, NodeId, Span, naming};
use crate::grammar;
use crate::grammar::lexicon::{self, Register};
use crate::lang::{Language, capitalised, fill, holds};
use crate::text::Part as _;
use crate::text::chars::is_han;
use crate::text::width;
use std::borrow::Cow;
use std::ops::Range;

/// With fewer cells than this, verbs are cut.
const WHOLE_VERBS: usize = 20;
/// A verb that is cut keeps this many letters, or cells where letters are wide.
const CUT: usize = 4;
/// A verb up to this width is never cut.
const SHORT: usize = 5;
/// Words that the entry above has too are passed over where they take so many cells.
const SHARED: usize = 5;
/// The same where verbs are whole.
const SHARED_WIDE: usize = 12;
/// How many nodes below a scope without a name are looked at for its first words.
const BELOW: u32 = 8;
/// The most bytes of words that are compared with those of the entry above.
const COMPARED: usize = 400;

/// The words of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    pub text: String,
    /// The opening verb in it, whole or cut.
    pub verb: Range<usize>,
}

/// The number that stands before the words: "7", "(a)", "II", "Art. 2"; "pp3" for a preambular paragraph that does not
/// stand under the heading of a preamble. Empty where there is none.
pub(crate) fn number(document: &Document, id: NodeId) -> Cow<'_, str> {
    let node = document.node(id);
    match node.kind {
        kind if kind.is_synthetic() => Cow::Borrowed(""),
        Kind::Article => naming::ordinal(document, id).map_or_else(
            || naming::short(document, id),
            |ordinal| Cow::Owned(capitalised(&fill(document.words().units.article.cited, &ordinal))),
        ),
        Kind::Preambular if document.scope(id).is_some() => Cow::Owned(format!("pp{}", node.ordinal)),
        _ => naming::short(document, id),
    }
}

/// Whether a node is shown as a heading.
pub(crate) fn is_heading(document: &Document, id: NodeId) -> bool {
    let kind = document.node(id).kind;
    match kind {
        // Without a name, a scope is shown with the first words of its text.
        _ if kind.is_scope() => naming::name(document, id).is_some(),
        _ => kind.is_synthetic() || matches!(kind, Kind::Title | Kind::Heading),
    }
}

/// The byte length of the words before the verb in a paragraph of a presidential statement, such as "“The
/// Security Council ". Every paragraph begins with them, so lists leave them out.
fn before_verb(document: &Document, id: NodeId) -> u32 {
    let node = document.node(id);
    let stated = node.kind == Kind::Operative && node.inferred && node.label.is_empty() && node.opener > 0;
    let spoken = if stated { grammar::speaker(document.opener(id)) } else { 0 };
    if spoken < usize::from(node.opener) { spoken as u32 } else { 0 }
}

/// The words of a node: its own, those of the heading that names it, or the first below it.
fn body(document: &Document, id: NodeId) -> Span {
    let node = document.node(id);
    let own = naming::name(document, id).map_or(node.body, |name| document.node(name).body);
    if !own.is_empty() || !node.kind.is_scope() {
        return Span { start: (own.start + before_verb(document, id)).min(own.end), ..own };
    }
    let below = (id.0 + 1..node.subtree_end.0.min(id.0 + BELOW)).map(NodeId);
    below.map(|id| document.node(id).body).find(|body| !body.is_empty()).unwrap_or_default()
}

/// Words on one line, without note marks, cut after about `most` bytes; and whether nothing was cut.
fn flat(document: &Document, words: Span, most: usize) -> (String, bool) {
    let most = Span { end: words.end.min(words.start.saturating_add(most as u32)), ..words };
    let end = (0..4)
        .map(|back| most.end.saturating_sub(back))
        .find(|&end| document.text().is_char_boundary(end as usize))
        .unwrap_or(words.end);
    let plain = document.plain(Span { start: words.start, end });
    let flat: Vec<&str> = plain.split_whitespace().collect();
    (flat.join(" "), end == words.end)
}

/// The words of a table whose columns are unknown, without the lines drawn around them.
fn without_lines(text: &str) -> &str {
    text.trim_start_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, '|' | '+' | '-' | '=' | '\u{2500}'..='\u{257F}')
    })
}

/// The opening words of a node for lists, at most `cells` cells wide.
pub(crate) fn first_words(document: &Document, id: NodeId, cells: usize) -> String {
    if let Some(table) = words::table(document, id) {
        return width::ellipsize(&table, cells).into_owned();
    }
    let (text, _) = flat(document, body(document, id), cells.saturating_mul(8) + 64);
    let text = if document.node(id).kind == Kind::Table { without_lines(&text) } else { &text };
    width::ellipsize(text, cells).into_owned()
}

/// The words of an entry with room for `cells` cells. `above`: the entry before it in the same list. `open`: the entries
/// below it are listed.
pub(crate) fn told(document: &Document, id: NodeId, above: Option<NodeId>, open: bool, cells: usize) -> Told {
    let node = document.node(id);
    let words = body(document, id);
    // The first words of a scope without a name are those of the entry below it.
    let nameless = node.kind.is_scope() && open && naming::name(document, id).is_none();
    if node.kind.is_synthetic() || nameless {
        let name = words::container(node.kind, document.words());
        return Told { text: width::ellipsize(&name, cells).into_owned(), verb: 0..0 };
    }
    if node.kind == Kind::Table || is_heading(document, id) {
        return Told { text: first_words(document, id, cells), verb: 0..0 };
    }
    let (text, whole) = flat(document, words, cells.saturating_mul(8) + COMPARED);
    let opener = opener(document, id);
    let verb = if text.starts_with(&opener) { opener.len() } else { 0 };
    if whole && width::width(&text) <= cells {
        return Told { text, verb: 0..verb };
    }
    let verb = phrase(document, text.part(..verb));
    let rest = text.part(verb..);
    let least = if cells < WHOLE_VERBS { SHARED } else { SHARED_WIDE };
    let passed = above.map_or(0, |above| shared(document, rest, above));
    let passed = if width::width(rest.part(..passed).trim()) < least { 0 } else { passed };
    let short = cut(document, text.part(..verb), cells);
    let mark = if passed > 0 { "…" } else { "" };
    let blank = if passed > 0 && rest.starts_with(' ') && !short.is_empty() { " " } else { "" };
    let text = format!("{short}{blank}{mark}{}", rest.part(passed..));
    let text = width::ellipsize(&text, cells).into_owned();
    let verb = 0..short.len().min(text.trim_end_matches('…').len());
    Told { text, verb }
}

fn opener(document: &Document, id: NodeId) -> String {
    let opener = document.opener(id).part(before_verb(document, id) as usize..);
    opener.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The byte length of the opening phrase in the words that the source sets apart as one: of "Requests the
/// Secretary-General", the first word.
fn phrase(document: &Document, opener: &str) -> usize {
    let language = document.language().unwrap_or(Language::En);
    let known = [Register::Operative, Register::Preambular]
        .into_iter()
        .filter_map(|register| lexicon::opener(language, register, opener))
        .map(|known| known.bytes)
        .find(|&bytes| bytes > 0);
    known.map_or(opener.len(), |bytes| bytes.min(opener.len()))
}

/// The opening phrase as it is shown with room for `cells` cells: whole, or the beginning of its verb.
fn cut<'t>(document: &Document, opener: &'t str, cells: usize) -> Cow<'t, str> {
    let most = if cells < WHOLE_VERBS { SHORT } else { cells / 2 };
    if width::width(opener) <= most {
        return Cow::Borrowed(opener);
    }
    let language = document.language().unwrap_or(Language::En);
    let phrase = opener.part(lexicon::verb_at(language, opener)..);
    if phrase.starts_with(is_han) {
        return Cow::Borrowed(width::truncate(phrase, CUT));
    }
    // "Se félicite" and "Takes note" are told by their second word.
    let telling = |word: &&str| word.chars().count() >= CUT && !is_light(document, word);
    let verb = phrase.split([' ', '\'', '’']).find(telling).unwrap_or(phrase);
    // "note" alone is no verb: both words stand, where they leave room for others.
    let light = phrase.split(' ').next().is_some_and(|first| is_light(document, first));
    let both = phrase.find(verb).map(|at| phrase.part(..at + verb.len())).filter(|_| light);
    if let Some(both) = both.filter(|both| width::width(both) <= most.max(cells * 2 / 3)) {
        return Cow::Borrowed(both);
    }
    if width::width(verb) <= most {
        return Cow::Borrowed(verb);
    }
    let kept = width::truncate(verb, CUT.max(most.saturating_sub(1)));
    Cow::Owned(format!("{kept}."))
}

fn is_light(document: &Document, word: &str) -> bool {
    holds(document.words().light, &word.to_lowercase())
}

/// How many bytes at the beginning of `rest` the entry above has at the same place, up to the end of a word. 0 where
/// that is all there is.
fn shared(document: &Document, rest: &str, above: NodeId) -> usize {
    if is_heading(document, above) || document.table(above).is_some() {
        return 0;
    }
    let (text, _) = flat(document, body(document, above), rest.len() + COMPARED);
    let opener = opener(document, above);
    let before = text.strip_prefix(opener.as_str()).unwrap_or(&text);
    let mut same = 0;
    for ((at, one), other) in rest.char_indices().zip(before.chars()) {
        if one != other {
            break;
        }
        let end = at + one.len_utf8();
        if one == ' ' || is_han(one) {
            same = end;
        }
    }
    if rest.part(same..).trim().is_empty() { 0 } else { same }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The entries of all clauses with this much room.
    fn entries(text: &str, cells: usize) -> String {
        let document = grammar::parse(text, grammar::Options::default());
        let clauses: Vec<NodeId> = document.ids().filter(|&id| document.node(id).kind.is_clause()).collect();
        let above = |at: usize| at.checked_sub(1).and_then(|at| clauses.get(at)).copied();
        let told = clauses.iter().enumerate().map(|(at, &id)| {
            let told = told(&document, id, above(at), true, cells);
            let (verb, words) = told.text.split_at(told.verb.end);
            format!("{} {{{verb}}}{words}", number(&document, id))
        });
        told.collect::<Vec<_>>().join("\n")
    }

    const TEXT: &str = "The General Assembly,\n\n1. Encourages Member States to ratify the treaty on rivers;\n\n\
        2. Also encourages Member States to publish the charts of their rivers;\n\n\
        3. Requests the Secretary-General to report on rivers;\n\n4. Requests the Secretary-General to report on lakes;\n\n\
        5. Decides to rest.\n";

    #[test]
    fn words_that_the_entry_above_has_too_are_passed_over_and_the_verb_is_cut() {
        insta::assert_snapshot!(entries(TEXT, 16), @"
        1 {Enco.} Member St…
        2 {enco.} …publish…
        3 {Requ.} the Secre…
        4 {Requ.} …lakes;
        5 {Decides} to rest.
        ");
    }

    /// Some documents set the addressee in italics together with the verb.
    #[test]
    fn an_addressee_set_in_italics_with_the_verb_is_not_cut_with_it() {
        let document = grammar::parse(TEXT, grammar::Options::default());
        assert_eq!(phrase(&document, "Requests the Secretary-General"), "Requests".len());
        assert_eq!(phrase(&document, "Also requests"), "Also requests".len());
        assert_eq!(phrase(&document, "Zigzags"), "Zigzags".len());
    }

    #[test]
    fn a_verb_of_two_words_keeps_both() {
        let text = "The General Assembly,\n\n1. Takes note of the report on the charts of all rivers;\n\n\
            2. Decides to rest.\n";
        for cells in [16, 30] {
            assert!(entries(text, cells).starts_with("1 {Takes note} of"), "{}", entries(text, cells));
        }
    }

    #[test]
    fn where_there_is_room_verbs_stay_whole() {
        insta::assert_snapshot!(entries(TEXT, 30), @"
        1 {Encourages} Member States to r…
        2 {Also encourages} …publish the…
        3 {Requests} the Secretary-Genera…
        4 {Requests} …lakes;
        5 {Decides} to rest.
        ");
        assert!(
            entries(TEXT, 90)
                .contains("2 {Also encourages} Member States to publish the charts of their rivers;")
        );
    }
}
