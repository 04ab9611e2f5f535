//! How a place in a resolution is cited, in the language of the document.
//!
//! [`cite`] is for a text that quotes it: "A/RES/65/218, par. 7". [`spoken`] is for a status line: "par. 7". Anchors,
//! which are the same in all languages, are `anchor`'s business.

mod words;

use super::anchor::repeat_suffix;
use super::{Document, Kind, Language, NodeId, symbol};
use words::Words;

/// A citation that can be pasted into a text: the symbol and the place, in the document's language.
///
/// Without a symbol, only the place; without a place, as for the title, only the symbol.
pub fn cite(document: &Document, id: NodeId) -> String {
    let words = words(document);
    let place = place(document, id, words, Style::Formal);
    let mut out = document.symbol().map_or_else(String::new, ToOwned::to_owned);
    for part in &place {
        // "A/RES/58/1 B, para. 4": the letter of a part belongs to the symbol.
        if let Some(letter) = part.strip_prefix('\u{1}') {
            push_letter(&mut out, letter);
            continue;
        }
        if !out.is_empty() {
            out.push_str(words.comma);
        }
        out.push_str(part);
    }
    out
}

/// A short name of the place for a status line: "par. 7 b)", "preambular para. 3", "annex, para. 2".
///
/// Empty only for containers without words of their own.
pub fn spoken(document: &Document, id: NodeId) -> String {
    let words = words(document);
    let parts = place(document, id, words, Style::Short);
    let parts: Vec<&str> = parts.iter().map(|part| part.trim_start_matches('\u{1}')).collect();
    parts.join(words.comma)
}

fn words(document: &Document) -> &'static Words {
    words::of(document.language().unwrap_or(Language::En))
}

/// Puts the letter of a part behind a symbol: in the place of "A-D" where that names all parts, and not twice.
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Formal,
    Short,
}

/// The parts of the place from the outside in; a part that begins with U+0001 is the letter of a part of the resolution.
fn place(document: &Document, id: NodeId, words: &Words, style: Style) -> Vec<String> {
    // A continuation is its parent's; sub-paragraphs are named after the paragraph that they stand in.
    let mut at = id;
    while document.node(at).kind == Kind::Continuation && at != NodeId::ROOT {
        at = document.node(at).parent;
    }
    let mut tail = String::new();
    let mut holder = at;
    while document.node(holder).kind == Kind::Subparagraph && holder != NodeId::ROOT {
        tail = format!("{}{tail}", (words.item)(&item(document, holder)));
        holder = document
            .ancestors(holder)
            .find(|&up| document.node(up).kind != Kind::Continuation)
            .unwrap_or_default();
    }
    let mut parts: Vec<String> =
        document.ancestors(holder).filter_map(|up| scope(document, up, words)).collect();
    parts.reverse();
    parts.extend(own(document, holder, words, style, &tail));
    parts
}

/// The letters of a sub-paragraph as the document prints them, without brackets.
fn item(document: &Document, id: NodeId) -> String {
    let label = document.label(id);
    let bare: String =
        label.chars().filter(|letter| letter.is_alphanumeric() || *letter == '\u{640}').collect();
    if bare.is_empty() { document.node(id).ordinal.to_string() } else { bare }
}

/// What a container adds to the citation of what it holds.
fn scope(document: &Document, id: NodeId, words: &Words) -> Option<String> {
    let node = document.node(id);
    let label = bare_label(document, id);
    match node.kind {
        Kind::Section => {
            let label = if label.is_empty() { document.node(id).ordinal.to_string() } else { label };
            Some((words.section)(&label))
        }
        Kind::Part if label.is_empty() => None,
        Kind::Part if label.chars().count() == 1 => Some(format!("\u{1}{label}")),
        Kind::Part => Some(
            latin_part(&label).map_or_else(|| (words.section)(&label), |letter| format!("\u{1}{letter}")),
        ),
        Kind::Annex => Some((words.annex)(&annex_number(document, id))),
        Kind::Article => Some((words.article)(&number(document, id, &label))),
        _ => None,
    }
}

/// The node itself: "para. 7 (b)"; `tail` holds its sub-paragraphs.
fn own(document: &Document, id: NodeId, words: &Words, style: Style, tail: &str) -> Option<String> {
    let node = document.node(id);
    let named = |name: &str| (style == Style::Short).then(|| name.to_owned());
    match node.kind {
        Kind::Operative => Some((words.paragraph)(&number(document, id, ""), tail)),
        Kind::Paragraph if node.ordinal > 0 => Some((words.paragraph)(&number(document, id, ""), tail)),
        Kind::Preambular => {
            let suffix = suffix(document.label(id));
            let name = match style {
                Style::Formal => (words.preambular)(node.ordinal),
                Style::Short => (words.preambular_short)(node.ordinal),
            };
            Some(format!("{name}{suffix}{tail}"))
        }
        Kind::Section | Kind::Part | Kind::Annex | Kind::Article => scope(document, id, words),
        Kind::Note => {
            let marker = document.label(id);
            Some((words.note)(&if marker.is_empty() {
                node.ordinal.to_string()
            } else {
                plain_marker(marker)
            }))
        }
        Kind::Title => named(words.title),
        Kind::MastheadLine => named(words.masthead),
        Kind::Vote => named(words.vote),
        Kind::Closing => named(words.closing),
        Kind::Enacting => named(words.enacting),
        Kind::Heading => named(words.heading),
        Kind::Table => named(words.table),
        Kind::Quotation => named(words.quotation),
        // A paragraph without a number is counted among those that stand beside it.
        Kind::Paragraph => {
            let beside = document.children(node.parent).take_while(|&child| child <= id);
            let count = beside.filter(|&child| document.node(child).kind == Kind::Paragraph).count();
            Some(format!("{}{tail}", (words.unnumbered)(count as u32)))
        }
        Kind::Subparagraph | Kind::Continuation => named(tail.trim()).filter(|name| !name.is_empty()),
        Kind::Document | Kind::Masthead | Kind::Preamble | Kind::OperativePart | Kind::Notes => None,
    }
}

/// "7", "7 bis"; the fallback where nothing is printed or counted.
fn number(document: &Document, id: NodeId, fallback: &str) -> String {
    let node = document.node(id);
    if node.ordinal == 0 {
        return fallback.to_owned();
    }
    format!("{}{}", node.ordinal, suffix(document.label(id)))
}

fn suffix(label: &str) -> String {
    match repeat_suffix(label) {
        "" => String::new(),
        suffix => format!(" {suffix}"),
    }
}

/// The label of a container without its word and punctuation: "II" of "Section II.", "ثانيا" of "ثانيا -".
fn bare_label(document: &Document, id: NodeId) -> String {
    let label = document.label(id).trim_matches(|letter: char| !letter.is_alphanumeric());
    label.rsplit(' ').next().unwrap_or(label).to_owned()
}

/// The number of an annex as printed ("I", "الأول", "二"), or made from its ordinal; empty for the only one.
fn annex_number(document: &Document, id: NodeId) -> String {
    const WORDS: [&str; 12] = [
        "annex",
        "annexe",
        "anexo",
        "приложение",
        "المرفق",
        "مرفق",
        "appendix",
        "appendice",
        "apéndice",
        "добавление",
        "enclosure",
        "التذييل",
    ];
    let label = document.label(id).trim_matches(|letter: char| !letter.is_alphanumeric());
    if let Some(number) = label.strip_prefix("附件").or_else(|| label.strip_prefix("附录")) {
        return number.to_owned();
    }
    let last = label.rsplit(' ').next().unwrap_or_default();
    if !last.is_empty() && !WORDS.contains(&last.to_lowercase().as_str()) {
        return last.to_owned();
    }
    match document.node(id).ordinal {
        0 => String::new(),
        ordinal => super::anchor::roman(ordinal),
    }
}

/// A note's marker in plain digits; asterisks as they are.
fn plain_marker(marker: &str) -> String {
    let latin = super::anchor::latin_label(marker);
    if latin.is_empty() { marker.trim().to_owned() } else { latin }
}

/// The Latin letter of a lettered part in an Arabic text: باء is B. Symbols have Latin letters everywhere.
fn latin_part(label: &str) -> Option<String> {
    let mut cursor = symbol::cursor::Cursor::new(label, 0);
    let letters = symbol::number::letters(&mut cursor);
    (!letters.is_empty() && cursor.rest().is_empty()).then_some(letters)
}

#[cfg(test)]
mod tests;
