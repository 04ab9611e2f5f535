//! The styles of an `OpenDocument` text: the formatting of a paragraph or span by its style and the parents of that
//! style.

use crate::formats::word::names::is_plain;
use crate::formats::xml::{Node, Tree};
use std::collections::HashMap;

/// The longest chain of parent styles that is followed: in a damaged file it may be a cycle.
const DEEPEST: usize = 32;

/// What a style sets; what is `None` is left to its parent.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub(super) italic: Option<bool>,
    pub(super) bold: Option<bool>,
    pub(super) raised: Option<bool>,
    pub(super) hidden: Option<bool>,
    /// The heading level, from 1; 0 where it is not a heading.
    pub(super) heading: Option<u8>,
    pub(super) page_before: Option<bool>,
    /// Whether it is aligned to the right, so that its lines are kept apart.
    pub(super) right: Option<bool>,
    /// Preformatted plain text, in which each paragraph is a line.
    pub(super) plain: bool,
    above: Option<String>,
}

/// Styles by their name. A paragraph style and a text style may have the same name.
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
    /// This style, with the properties of `above` where this one does not set them.
    pub(super) fn over(self, above: &Self) -> Self {
        Self {
            italic: self.italic.or(above.italic),
            bold: self.bold.or(above.bold),
            raised: self.raised.or(above.raised),
            hidden: self.hidden.or(above.hidden),
            heading: self.heading.or(above.heading),
            // A page break is not inherited.
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
