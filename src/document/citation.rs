//! How a place in a resolution is cited.
//!
//! [`cite`] makes a citation for use in another text, in the language of the document: "A/RES/65/218, par. 7".
//! [`spoken`] makes a short one for the interface, in its language: "par. 7". Anchors, which are the same in all
//! languages, are made by `anchor`.

mod brief;
mod name;
mod range;
pub(in crate::document) mod restarts;

pub(crate) use brief::brief;
pub(crate) use range::{cite_range, spoken_range};

use super::anchor::own_segment;
use super::naming::{self, place_among_its_like};
use super::{Document, Kind, NodeId, symbol};
use crate::lang::numerals::roman;
use crate::lang::spelled::spelled;
use crate::lang::zh::NTH;
use crate::lang::{self, Words, fill};
use crate::text::chars::is_han;
use crate::text::cursor::Cursor;
use crate::text::fold::fold_str;

/// A citation that can be pasted into another text: the symbol and the place, in the document's language.
///
/// Without a symbol it is the place alone; for nodes that are cited without a place, such as the title, the symbol
/// alone.
pub(crate) fn cite(document: &Document, id: NodeId) -> String {
    cited_with_symbol(document, &place(document, id, document.words(), Style::Formal))
}

fn cited_with_symbol(document: &Document, place: &[String]) -> String {
    let words = document.words();
    let mut out = document.symbol().map_or_else(String::new, ToOwned::to_owned);
    for part in place {
        // "A/RES/58/1 B, para. 4": the letter of a part is written as part of the symbol.
        if let Some(letter) = part.strip_prefix('\u{1}') {
            if letter.contains('/') {
                replace_number(&mut out, letter);
            } else {
                push_letter(&mut out, letter);
            }
            continue;
        }
        if !out.is_empty() {
            out.push_str(words.citing.comma);
        }
        out.push_str(part);
    }
    out
}

/// A short name of the place for the status line and notices, in the language of `words`: "par. 7 b)", "preambular
/// para. 3", "annex, para. 2".
///
/// Empty only for containers that have no words of their own.
pub(crate) fn spoken(document: &Document, id: NodeId, words: &Words) -> String {
    let parts = place(document, id, words, Style::Short);
    let parts: Vec<&str> = parts.iter().map(|part| part.trim_start_matches('\u{1}')).collect();
    parts.join(words.citing.comma)
}

/// Adds the letter of a part to a symbol: it replaces an "A-D" that names all parts, and is not added twice.
fn push_letter(symbol: &mut String, letter: &str) {
    let last = symbol.rsplit(' ').next().unwrap_or_default();
    if last == letter {
        return;
    }
    if last.len() == 3 && last.bytes().all(|byte| byte == b'-' || byte.is_ascii_uppercase()) {
        symbol.truncate(symbol.len() - last.len());
    } else if !symbol.is_empty() {
        symbol.push(' ');
    }
    symbol.push_str(letter);
}

/// Gives a symbol the number of another decision in the same document: "80/507" in A/DEC/80/506.
fn replace_number(symbol: &mut String, number: &str) {
    let segments = number.matches('/').count() + 1;
    let kept = symbol.rmatch_indices('/').nth(segments - 1).map_or(0, |(at, _)| at + 1);
    symbol.truncate(kept);
    symbol.push_str(number);
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Formal,
    Short,
}

/// The elements of the citation, outermost first; an element that begins with U+0001 is the letter of a part of the
/// resolution.
fn place(document: &Document, id: NodeId, words: &Words, style: Style) -> Vec<String> {
    let (holder, below) = apart(document, id);
    let tail = Tail::of(document, &below, words);
    let mut parts = scopes(document, holder, words);
    parts.extend(own(document, holder, words, style, &tail));
    parts
}

/// The paragraph that a place belongs to, and the sub-paragraphs of it that lead there, outermost first.
fn apart(document: &Document, id: NodeId) -> (NodeId, Vec<NodeId>) {
    // A continuation is cited as its parent; a sub-paragraph after the paragraph that contains it.
    let mut at = id;
    while document.node(at).kind == Kind::Continuation && at != NodeId::ROOT {
        at = document.node(at).parent;
    }
    let mut below = Vec::new();
    let mut holder = at;
    while document.node(holder).kind == Kind::Subparagraph && holder != NodeId::ROOT {
        below.push(holder);
        holder = document
            .ancestors(holder)
            .find(|&up| document.node(up).kind != Kind::Continuation)
            .unwrap_or_default();
    }
    below.reverse();
    (holder, below)
}

/// The sub-paragraphs at the end of a citation.
struct Tail {
    /// Sub-paragraphs with letters or numerals follow the number directly: " (b) (ii)".
    letters: String,
    /// Sub-paragraphs without a label are counted: ", item 2".
    counted: String,
}

impl Tail {
    fn of(document: &Document, below: &[NodeId], words: &Words) -> Self {
        let mut tail = Self { letters: String::new(), counted: String::new() };
        for &id in below {
            match naming::letters(document, id) {
                Some(letter) if tail.counted.is_empty() => {
                    tail.letters.push_str(&fill(words.citing.item, &letter));
                }
                Some(letter) => tail.counted.push_str(&fill(words.citing.item, &letter)),
                None => {
                    tail.counted.push_str(words.citing.comma);
                    tail.counted.push_str(
                        &words.citing.fill(words.units.sub.cited, document.node(id).ordinal.max(1)),
                    );
                }
            }
        }
        tail
    }

    fn all(&self) -> String {
        format!("{}{}", self.letters, self.counted)
    }
}

/// The scopes that contain a node, innermost first, as far as its citation needs them; its own one too for a section.
fn needed(document: &Document, holder: NodeId) -> Vec<NodeId> {
    let node = document.node(holder);
    let preambular = node.kind == Kind::Preambular;
    let numbered = preambular
        || node.kind == Kind::Operative && node.ordinal > 0
        || node.kind == Kind::Paragraph && node.ordinal > 0;
    let mut needed = !numbered;
    // The citation of a section names the sections around it.
    let own = (node.kind == Kind::Section).then_some(holder);
    let kept = own.into_iter().chain(document.ancestors(holder)).filter(|&up| {
        if document.node(up).kind != Kind::Section {
            return document.node(up).kind.is_scope();
        }
        // Where numbering continues through the sections, "para. 39" is enough.
        let around = document.scope(up);
        needed |= document.restarts().within(around.unwrap_or_default(), preambular);
        needed
    });
    kept.collect()
}

/// The elements of a citation for the scopes that contain a node, outermost first.
fn scopes(document: &Document, holder: NodeId, words: &Words) -> Vec<String> {
    let mut parts: Vec<(Kind, String)> = Vec::new();
    for up in needed(document, holder) {
        let kind = document.node(up).kind;
        let Some(name) = scope(document, up, words) else { continue };
        // "sect. II.A" rather than "sect. II, sect. A".
        if kind == Kind::Section
            && let Some((Kind::Section, inner)) = parts.last_mut()
            && let (Some(label), Some(below)) =
                (plain_section(document, up), inner.strip_prefix(&fill(words.units.section.cited, "")))
        {
            *inner = fill(words.units.section.cited, &format!("{label}.{below}"));
            continue;
        }
        parts.push((kind, name));
    }
    parts.into_iter().rev().map(|(_, name)| name).collect()
}

/// The label of a section, if it is only a Roman numeral or a Latin letter.
fn plain_section(document: &Document, id: NodeId) -> Option<String> {
    let label = section_label(document, id, document.words());
    label.bytes().all(|byte| byte.is_ascii_alphanumeric()).then_some(label)
}

/// What a container adds to the citation of its contents.
fn scope(document: &Document, id: NodeId, words: &Words) -> Option<String> {
    let node = document.node(id);
    let label = bare_label(document, id);
    match node.kind {
        Kind::Section => Some(
            named_scope(document, id)
                .unwrap_or_else(|| fill(words.units.section.cited, &section_label(document, id, words))),
        ),
        Kind::Part if label.is_empty() => None,
        Kind::Part if label.chars().count() == 1 || is_number_of_its_own(&label) => {
            Some(format!("\u{1}{label}"))
        }
        Kind::Part => Some(latin_part(&label).map_or_else(
            || named_scope(document, id).unwrap_or_else(|| fill(words.units.section.cited, &label)),
            |letter| format!("\u{1}{letter}"),
        )),
        Kind::Annex => Some(appendix(document, id, words).unwrap_or_else(|| {
            fill(words.units.annex.cited, &annex_number(document, id, words)).trim_end().to_owned()
        })),
        Kind::Article => {
            Some(fill(words.units.article.cited, &naming::ordinal(document, id).unwrap_or(label)))
        }
        // Paragraphs of a quoted resolution must not be mistaken for paragraphs of this one.
        Kind::Quotation => Some(counted(document, id, words.units.quotation.cited)),
        _ => None,
    }
}

/// "80/507": a document may have several decisions, each with the number that its symbol ends with.
fn is_number_of_its_own(label: &str) -> bool {
    let segments = || label.split('/');
    segments().count() == 2
        && segments().all(|part| part.starts_with(|c: char| c.is_ascii_digit()) && !part.contains(' '))
}

/// The number of a section, or its position where none is printed.
fn section_label(document: &Document, id: NodeId, words: &Words) -> String {
    let label = bare_label(document, id);
    if label.is_empty() {
        return place_among_its_like(document, id).to_string();
    }
    legible(document, id, label, words)
}

/// A number as printed; in Roman numerals if it is in letters of another script than the words around it.
fn legible(document: &Document, id: NodeId, number: String, words: &Words) -> String {
    let ordinal = document.node(id).ordinal;
    let foreign = !std::ptr::eq(words, document.words()) && !number.is_ascii();
    if foreign && ordinal > 0 { roman(ordinal) } else { number }
}

/// "chapter II", "глава 2", "第二章": a container that prints its own name, which is not "section".
fn named_scope(document: &Document, id: NodeId) -> Option<String> {
    let label = document.label(id).trim_matches(|letter: char| !letter.is_alphanumeric());
    if label.starts_with(NTH) {
        return Some(label.to_owned());
    }
    if is_spelled(label) {
        return None;
    }
    let (first, rest) = label.split_once(char::is_whitespace)?;
    let word = first.chars().count() > 1 && first.chars().all(char::is_alphabetic);
    let lower = first.to_lowercase();
    let numeral = first.bytes().all(|byte| b"IVXLC".contains(&byte));
    let called = word && !numeral && !lang::tables().any(|words| words.units.section.is_called(&lower));
    called.then(|| format!("{lower} {}", rest.trim()))
}

/// The position of a paragraph without a number among those of its scope, as in its anchor.
fn nth(document: &Document, id: NodeId) -> u32 {
    let anchor = document.anchor(id).0;
    own_segment(&anchor).strip_prefix('p').and_then(|count| count.parse().ok()).unwrap_or(1)
}

/// The element for the node itself: "para. 7 (b)". `tail` holds its sub-paragraphs.
fn own(document: &Document, id: NodeId, words: &Words, style: Style, tail: &Tail) -> Option<String> {
    let node = document.node(id);
    let short = |name: &str| (style == Style::Short).then(|| name.to_owned());
    if let Some(name) = name::of(document, id) {
        return Some(format!("{name}{}", tail.all()));
    }
    match node.kind {
        Kind::Operative | Kind::Paragraph if node.kind == Kind::Operative || node.ordinal > 0 => {
            let number = naming::ordinal(document, id);
            let number = number.unwrap_or_else(|| place_among_its_like(document, id).to_string());
            // A number that was counted here and is not printed cannot be found by the reader of the citation.
            let counted = node.ordinal == 0 || (node.inferred && node.label.is_empty());
            let mark = if counted { words.citing.counted } else { "" };
            // It is the number that is not printed, and not the letters of an item below it.
            let (inside, behind) = if tail.letters.is_empty() { ("", mark) } else { (mark, "") };
            let number = format!("{number}{inside}{}", tail.letters);
            Some(format!("{}{behind}{}", fill(words.units.paragraph.cited, &number), tail.counted))
        }
        Kind::Preambular => {
            let repeat = naming::repeat(document.label(id));
            let name = match style {
                Style::Formal => fill(words.units.preambular.cited, &words.citing.ordinal(node.ordinal)),
                Style::Short => words.citing.fill(words.citing.preambular, node.ordinal),
            };
            Some(format!("{name}{repeat}{}", tail.all()))
        }
        Kind::Part | Kind::Annex | Kind::Article | Kind::Quotation => scope(document, id, words),
        Kind::Note => {
            let marker = document.label(id);
            Some(fill(
                words.units.note.cited,
                &if marker.is_empty() { node.ordinal.to_string() } else { naming::marker(marker) },
            ))
        }
        Kind::Table => Some(counted(document, id, words.units.table.cited)),
        Kind::Title => short(words.units.title.cited),
        Kind::MastheadLine => short(words.units.masthead.cited),
        Kind::Vote => short(words.units.vote.cited),
        Kind::Closing => short(words.citing.closing),
        Kind::Enacting => short(words.citing.enacting),
        Kind::Heading => short(words.units.heading.cited),
        Kind::Paragraph if !tail.letters.is_empty() && document.holds_only_list(id) => {
            Some(format!("{}{}", fill(words.units.paragraph.cited, tail.letters.trim_start()), tail.counted))
        }
        // A paragraph without a number is counted among those of its scope, as in its anchor.
        Kind::Operative | Kind::Paragraph => {
            let count = nth(document, id);
            let name = match style {
                Style::Formal => fill(words.units.unnumbered.cited, &words.citing.ordinal(count)),
                Style::Short => words.citing.fill(words.citing.unnumbered, count),
            };
            Some(format!("{name}{}", tail.all()))
        }
        Kind::Subparagraph | Kind::Continuation => short(tail.all().trim()).filter(|name| !name.is_empty()),
        // A section was already named among its scopes.
        Kind::Section
        | Kind::Document
        | Kind::Masthead
        | Kind::Preamble
        | Kind::OperativePart
        | Kind::Notes => None,
    }
}

/// "table" where there is one, "table 2" where there are several.
fn counted(document: &Document, id: NodeId, name: &str) -> String {
    let kind = document.node(id).kind;
    let like = document.ids().filter(|&at| document.node(at).kind == kind);
    let (before, all) = like.fold((0, 0), |(before, all), at| (before + usize::from(at <= id), all + 1));
    if all > 1 { format!("{name} {before}") } else { name.to_owned() }
}

/// The label of a container without its word and punctuation: "II" of "Section II.", "ثانيا" of "ثانيا -".
fn bare_label(document: &Document, id: NodeId) -> String {
    let label = document.label(id).trim_matches(|letter: char| !letter.is_alphanumeric());
    let last = || label.rsplit(' ').next().unwrap_or(label);
    if is_spelled(label) { label.to_owned() } else { last().to_owned() }
}

/// Whether a label is a number in several words: "خامس عشر" is the fifteenth section.
fn is_spelled(label: &str) -> bool {
    let mut words = label.split(' ');
    let several = words.next().is_some() && words.next().is_some();
    several && spelled(&fold_str(label).replace(' ', "")).is_some()
}

/// "appendix II", "добавление", "附录二": an annex that prints another name is cited by that.
fn appendix(document: &Document, id: NodeId, words: &Words) -> Option<String> {
    let label = document.label(id).trim_matches(|letter: char| !letter.is_alphanumeric());
    let lower = label.to_lowercase();
    let names = lang::tables().flat_map(|words| words.units.appendix.headed.iter().copied());
    let name = names.filter(|name| lower.starts_with(name)).max_by_key(|name| name.len())?;
    let number = label.get(name.len()..)?;
    let apart = number.chars().next().is_none_or(|next| next.is_whitespace() || name.starts_with(is_han));
    if !apart {
        return None;
    }
    if std::ptr::eq(words, document.words()) {
        return Some(format!("{name}{number}"));
    }
    // In another language it has another name.
    let name = words.units.appendix.headed.first()?;
    let number = legible(document, id, number.trim().to_owned(), words);
    let space = if number.is_empty() || name.starts_with(is_han) { "" } else { " " };
    Some(format!("{name}{space}{number}"))
}

/// The number of an annex as printed ("I", "الأول", "二"), or made from its ordinal; empty for the only one.
fn annex_number(document: &Document, id: NodeId, words: &Words) -> String {
    let label = document.label(id).trim_matches(|letter: char| !letter.is_alphanumeric());
    let annexes = || lang::tables().flat_map(|words| [&words.units.annex, &words.units.appendix]);
    // Chinese has no space here: "附件二".
    let joined = |name: &&str| name.starts_with(is_han);
    if let Some(number) = annexes()
        .flat_map(|annex| annex.headed.iter().copied().filter(joined))
        .find_map(|name| label.strip_prefix(name))
    {
        return legible(document, id, number.to_owned(), words);
    }
    let last = label.rsplit(' ').next().unwrap_or_default();
    if !last.is_empty() && !annexes().any(|annex| annex.is_called(&last.to_lowercase())) {
        return legible(document, id, last.to_owned(), words);
    }
    match document.node(id).ordinal {
        0 => String::new(),
        ordinal => roman(ordinal),
    }
}

/// The Latin letter of a lettered part in an Arabic text: باء is B. Symbols have Latin letters in every language.
fn latin_part(label: &str) -> Option<String> {
    let mut cursor = Cursor::new(label, 0);
    let letters = symbol::number::letters(&mut cursor);
    (!letters.is_empty() && cursor.rest().is_empty()).then_some(letters)
}

#[cfg(test)]
mod tests;
