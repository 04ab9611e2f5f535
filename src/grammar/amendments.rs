//! Recognises amendments to a draft resolution: instructions such as "After preambular paragraph 3, insert".
//!
//! What is made of them is decided in `clauses`. The forms are those of documents of the L. series ("amendment to
//! draft resolution A/80/L.3") and of drafts written by students for Model United Nations.

use super::numbering::{self, number};
use super::shape::{ends_with_colon, fold, starts_with_quote};
use crate::lang::tables;
use crate::text::Part as _;

/// An instruction says what to do within this many bytes.
const HEAD: usize = 400;

/// Whether a paragraph, given without its number, says how to change a text.
pub(super) fn is_instruction(text: &str) -> bool {
    if starts_with_quote(text) {
        return false;
    }
    let end = text.char_indices().map(|(at, _)| at).take_while(|at| *at <= HEAD).last().unwrap_or(0);
    let line = fold(if text.len() <= HEAD { text } else { text.part(..end) });
    // Quoted text does not count.
    let said = line.split(['"', '“', '”', '«', '»', '「', '」']).step_by(2).collect::<Vec<_>>().join(" ");
    let any = |stems: &[&str]| stems.iter().any(|stem| said.contains(stem));
    let begins = |stems: &[&str]| stems.iter().any(|stem| said.starts_with(stem));
    // A line is an instruction if it names an act and a part, and begins with an act or a place ("In", "After").
    tables()
        .map(|words| &words.amending)
        .any(|stems| any(stems.parts) && (begins(stems.done) || begins(stems.places) && any(stems.done)))
}

/// Whether a line names a draft to be amended: "Ukraine: amendment to draft resolution A/95/L.3", in six languages.
pub(super) fn names_a_draft(text: &str) -> bool {
    let line = if text.len() < 300 { fold(text) } else { String::new() };
    tables()
        .map(|words| &words.amending)
        .any(|words| line.contains(words.amendment) && line.contains(words.draft))
}

/// Whether a heading above an instruction names the place: "Operative paragraph 5".
pub(super) fn names_a_place(text: &str) -> bool {
    let line = if text.len() < 120 { fold(text) } else { String::new() };
    let mut parts = tables().flat_map(|words| words.amending.parts);
    !line.is_empty()
        && !super::shape::ends_with_mark(text)
        && !names_a_draft(text)
        && line.split(' ').count() <= 8
        && parts.any(|part| line.contains(part))
}

/// A paragraph without its number or letter.
pub(super) fn unlabelled(text: &str) -> &str {
    let body = number(text).map(|number| number.body).or_else(|| numbering::item(text).map(|item| item.body));
    text.part(body.unwrap_or(0)..)
}

/// Whether an instruction is about a resolution; others may be about other texts, such as a section of a file.
fn is_of_a_resolution(text: &str) -> bool {
    let line = fold(text);
    tables().flat_map(|words| words.amending.resolution).any(|word| line.contains(word))
}

/// The index of the first instruction in a document that consists of instructions, given the first and the last line
/// of each paragraph. Either a line above names the draft, or several instructions name a preamble or an operative
/// part and are followed by new text.
pub(super) fn first<'a>(paras: impl Iterator<Item = (&'a str, &'a str)>) -> Option<usize> {
    let (mut found, mut count, mut heading) = (None, 0, None);
    let (mut named, mut colon, mut resolution) = (false, false, false);
    for (at, (first, last)) in paras.enumerate() {
        if first.is_empty() {
            continue;
        }
        let above = heading.take();
        if is_instruction(unlabelled(first)) {
            found = found.or(above).or(Some(at));
            count += 1;
            colon |= ends_with_colon(last);
            resolution |= is_of_a_resolution(first);
        } else if found.is_none() {
            named |= names_a_draft(first);
            heading = Some(at).filter(|_| names_a_place(first));
        }
    }
    found.filter(|_| named || count > 1 && colon && resolution)
}
