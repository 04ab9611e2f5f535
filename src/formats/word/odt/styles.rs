//! The styles of an `OpenDocument` text: what a paragraph or a span looks like by its style and those above it.

use crate::formats::word::names::is_plain;
use crate::formats::xml::{Node, Tree};
use std::collections::HashMap;

/// How deep styles are below each other at most: they may also be in a ring.
const DEEPEST: usize = 32;

/// What a style says; what it does not say is left to the one above.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub(super) italic: Option<bool>,
    pub(super) bold: Option<bool>,
    pub(super) raised: Option<bool>,
    pub(super) hidden: Option<bool>,
    /// The level of a heading, from 1; 0 where it is none.
    pub(super) heading: Option<u8>,
    pub(super) page_before: Option<bool>,
    /// Set to the right: its lines stand apart.
    pub(super) right: Option<bool>,
    /// Text without any form: each paragraph is a line.
    pub(super) plain: bool,
    above: Option<String>,
}

/// Styles by their name; paragraphs and spans may have the same.
#[derive(Default)]
pub(super) struct Styles {
    paragraphs: HashMap<String, Style>,
    spans: HashMap<String, Style>,
}

impl Styles {
    pub(super) fn read(trees: &[&Tree<'_>]) -> Self {
        let mut styles = Self::default();
        for tree in trees {
            for node in tree.root().descendants().filter(|node| node.name() == "style") {
                let (Some(name), Some(family)) = (node.attribute("style:name"), node.attribute("family"))
                else {
                    continue;
                };
                let style = own(node, &name);
                match &*family {
                    "paragraph" => styles.paragraphs.insert(name.into_owned(), style),
                    "text" => styles.spans.insert(name.into_owned(), style),
                    _ => None,
                };
            }
        }
        for all in [&mut styles.paragraphs, &mut styles.spans] {
            let resolved: HashMap<_, _> = all.keys().map(|name| (name.clone(), resolve(name, all))).collect();
            *all = resolved;
        }
        styles
    }

    pub(super) fn paragraph(&self, name: Option<&str>) -> Style {
        name.and_then(|name| self.paragraphs.get(name)).cloned().unwrap_or_default()
    }

    pub(super) fn span(&self, name: &str) -> Style {
        self.spans.get(name).cloned().unwrap_or_default()
    }
}

impl Style {
    /// What is said here, and above where nothing is.
    pub(super) fn over(self, above: &Self) -> Self {
        Self {
            italic: self.italic.or(above.italic),
            bold: self.bold.or(above.bold),
            raised: self.raised.or(above.raised),
            hidden: self.hidden.or(above.hidden),
            heading: self.heading.or(above.heading),
            // Automatic styles take it from no other.
            page_before: self.page_before,
            right: self.right.or(above.right),
            plain: self.plain || above.plain,
            above: above.above.clone(),
        }
    }
}

fn own(node: Node<'_, '_>, name: &str) -> Style {
    let text = node.child("text-properties");
    let paragraph = node.child("paragraph-properties");
    let of_text = |key: &str| text.and_then(|text| text.attribute(key));
    let of_paragraph = |key: &str| paragraph.and_then(|paragraph| paragraph.attribute(key));
    let shown = node.attribute("display-name").map_or_else(|| name.to_owned(), std::borrow::Cow::into_owned);
    let outline = node.attribute("default-outline-level").map(|level| level.parse().unwrap_or(0));
    Style {
        italic: of_text("fo:font-style").map(|value| value == "italic" || value == "oblique"),
        bold: of_text("fo:font-weight")
            .map(|value| value == "bold" || value.parse().is_ok_and(|bold: u32| bold > 500)),
        raised: of_text("text-position").map(|value| is_raised(&value)),
        hidden: of_text("text:display").map(|value| value == "none"),
        heading: outline.or_else(|| matches!(&*shown, "Title" | "Subtitle").then_some(1)),
        page_before: of_paragraph("break-before").map(|value| value == "page"),
        right: of_paragraph("text-align").map(|value| value == "end" || value == "right"),
        plain: is_plain(&shown),
        above: node.attribute("parent-style-name").map(std::borrow::Cow::into_owned),
    }
}

/// "super 58%", "33% 100%".
fn is_raised(position: &str) -> bool {
    position.starts_with("super")
        || position.split('%').next().and_then(|by| by.trim().parse::<f32>().ok()).is_some_and(|by| by > 5.0)
}

fn resolve(name: &str, all: &HashMap<String, Style>) -> Style {
    let mut style = all.get(name).cloned().unwrap_or_default();
    for _ in 0..DEEPEST {
        let Some(above) = style.above.take().and_then(|above| all.get(&above)) else { break };
        style = style.over(above);
    }
    style
}
