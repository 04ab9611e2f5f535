//! Small tables of the markup: kinds of clauses, emphasis, languages.

use super::tags::Tag;
use crate::document::anchor::repeat_suffix;
use crate::document::{Kind, Span};
use crate::formats::xml::{Node, Step, Tree};
use crate::lang::Language;
use crate::text::Part as _;

/// The kind of a paragraph, by its number and its style (`class`).
pub(super) fn kind_of_paragraph(label: &str, class: &str, kind: Kind) -> Kind {
    let heading = class.starts_with(['H', 'B']) || class.starts_with("Title") || class.starts_with("Agenda");
    if kind == Kind::Heading || heading {
        return Kind::Heading;
    }
    if label.is_empty() {
        return Kind::Paragraph;
    }
    let rest = label.trim_start_matches(|letter: char| crate::text::chars::digit_value(letter).is_some());
    let rest = if rest.starts_with(' ') { rest.replace(repeat_suffix(rest), "") } else { rest.to_owned() };
    let plain = rest.len() < label.len()
        && !rest
            .contains(|letter: char| letter.is_alphanumeric() || matches!(letter, '(' | ')' | '（' | '）'));
    if plain { Kind::Operative } else { Kind::Subparagraph }
}

/// The part of a resolution that an element stands for in a file that this program wrote.
pub(super) fn part_of(tag: Tag, node: Node<'_, '_>) -> Option<Kind> {
    match (tag, node.attribute("refersTo").as_deref()) {
        (Tag::Preamble, _) | (Tag::Section, Some("#preamble")) => Some(Kind::Preamble),
        (Tag::MainBody | Tag::Section, Some("#operative")) => Some(Kind::OperativePart),
        _ => None,
    }
}

/// The kind of a container that only its `name` tells.
pub(super) fn kind_of_container(node: Node<'_, '_>) -> Kind {
    match node.attribute("name").as_deref() {
        Some("annex") => Kind::Annex,
        Some("part") => Kind::Part,
        _ => Kind::Section,
    }
}

/// Whether an element is emphasis: italic, bold or underlined. Other `span` elements are not.
pub(super) fn is_emphasis(node: Node<'_, '_>) -> bool {
    if node.name() != "span" {
        return true;
    }
    let class = node.attribute("class").unwrap_or_default();
    ["italic", "bold", "underline"].iter().any(|name| class.contains(name))
}

/// The language of an ISO 639-2 code; `None` for one that is not an official language of the United Nations.
pub(super) fn language(code: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| language.long_code() == code)
}

/// Whether a file is a collection: several resolutions that are published as one document.
pub(super) fn is_collection(tree: &Tree<'_>) -> bool {
    if !tree.names().contains(&"component") {
        return false;
    }
    let mut documents = 0;
    let mut prefaces = 0;
    let mut above = Vec::new();
    let mut walk = tree.root().walk();
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(node) => {
                let name = node.name();
                if matches!(name, "statement" | "doc" | "act" | "bill")
                    && above.last().is_some_and(|parent| *parent == "component")
                {
                    documents += 1;
                    walk.pass_over();
                    above.push(name);
                    continue;
                }
                prefaces += usize::from(name == "preface");
                above.push(name);
            }
            Step::Leave(_) => {
                above.pop();
            }
            Step::Text(_) => {}
        }
        if documents > 1 {
            return true;
        }
    }
    documents == 1 && prefaces > 0
}

/// Whether a container is the enacting phrase of an embedded draft: `<container name="formula">`.
pub(super) fn is_formula(node: Node<'_, '_>) -> bool {
    node.attribute("name")
        .is_some_and(|name| name.eq_ignore_ascii_case("formula") || &*name == "enactingFormula")
}

/// Length in bytes of a dash between the number of a resolution and its title. It belongs to neither.
pub(super) fn leading_dash(text: &str, span: Span) -> u32 {
    let title = text.part(span.range());
    let rest = title.trim_start_matches(['-', '–', '—']);
    let words = rest.trim_start();
    if rest.len() < title.len() && words.len() < rest.len() && !words.is_empty() {
        (title.len() - words.len()) as u32
    } else {
        0
    }
}

/// Whether a preface has a title. One inside a note is none of the preface.
pub(super) fn has_title(preface: Node<'_, '_>) -> bool {
    let mut noted = 0;
    preface.descendants().any(|node| {
        if node.name() == "authorialNote" {
            noted = node.range().end.max(noted);
        }
        node.name() == "docTitle" && node.range().start >= noted
    })
}
