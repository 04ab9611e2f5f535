//! The styles of a Word document: the formatting of a paragraph or run by its style and the styles that it is based
//! on.

use crate::formats::word::names::{heading_by_name, is_plain};
use crate::formats::word::numbering::Counted;
use crate::formats::xml::{Node, Tree};
use std::collections::HashMap;

/// The longest chain of styles that is followed: in a damaged file it may be a cycle.
const DEEPEST: usize = 32;

/// Properties of a run. What is `None` is left to the style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) italic: Option<bool>,
    pub(super) bold: Option<bool>,
    /// Italic or bold in a run of a complex script, such as Arabic.
    pub(super) complex: Option<bool>,
    pub(super) right_to_left: Option<bool>,
    pub(super) raised: Option<bool>,
    pub(super) hidden: Option<bool>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub(super) run: Run,
    pub(super) counted: Counted,
    /// The heading level, from 1; 0 where the style says that it is not a heading.
    pub(super) heading: Option<u8>,
    /// Preformatted plain text, in which each paragraph is a line.
    pub(super) plain: bool,
}

#[derive(Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    default: Style,
}

impl Run {
    /// The properties that a `w:rPr` sets itself.
    pub(super) fn read(properties: Option<Node<'_, '_>>) -> Self {
        let mut run = Self::default();
        let mut raised_by = (0, false);
        for node in properties.into_iter().flat_map(Node::children) {
            match node.name() {
                "i" => run.italic = Some(is_on(node)),
                "b" => run.bold = Some(is_on(node)),
                "iCs" | "bCs" => run.complex = Some(run.complex.unwrap_or(false) || is_on(node)),
                "rtl" => run.right_to_left = Some(is_on(node)),
                "vanish" => run.hidden = Some(is_on(node)),
                "vertAlign" => {
                    run.raised = Some(node.attribute("val").is_some_and(|value| value == "superscript"));
                }
                // A superscript by its position, in half points, and by its smaller size.
                "position" => {
                    raised_by.0 = node.attribute("val").and_then(|value| value.parse().ok()).unwrap_or(0);
                }
                "sz" => raised_by.1 = true,
                _ => {}
            }
        }
        if run.raised.is_none() && raised_by.1 && raised_by.0 > 2 {
            run.raised = Some(true);
        }
        run
    }

    pub(super) fn is_emphasis(self) -> bool {
        let on = |value: Option<bool>| value.unwrap_or(false);
        if on(self.right_to_left) { on(self.complex) } else { on(self.italic) || on(self.bold) }
    }

    /// These properties, and those of `below` where these are not set.
    pub(super) fn over(self, below: Self) -> Self {
        Self {
            italic: self.italic.or(below.italic),
            bold: self.bold.or(below.bold),
            complex: self.complex.or(below.complex),
            right_to_left: self.right_to_left.or(below.right_to_left),
            raised: self.raised.or(below.raised),
            hidden: self.hidden.or(below.hidden),
        }
    }
}

impl Styles {
    pub(super) fn read(source: &str) -> Self {
        let tree = Tree::parse(source);
        let mut raw: HashMap<String, (Style, Option<String>)> = HashMap::new();
        let mut default = None;
        for node in tree.root().descendants().filter(|node| node.name() == "style") {
            let Some(id) = node.attribute("styleId") else { continue };
            let based = node.child("basedOn").and_then(|based| based.attribute("val"));
            let is_default = node.attribute("default").is_some_and(|value| value == "1" || value == "true");
            if is_default && node.attribute("type").is_some_and(|kind| kind == "paragraph") {
                default = Some(id.clone().into_owned());
            }
            raw.insert(id.into_owned(), (one(node), based.map(std::borrow::Cow::into_owned)));
        }
        let mut styles = HashMap::with_capacity(raw.len());
        for id in raw.keys() {
            styles.insert(id.clone(), resolved(id, &raw));
        }
        let default = default.and_then(|id| styles.get(&id).cloned()).unwrap_or_default();
        Self { styles, default }
    }

    /// The style of a paragraph: the default style for `None`; a style known by its name where the id is not defined.
    pub(super) fn paragraph(&self, id: Option<&str>) -> Style {
        let Some(id) = id else { return self.default.clone() };
        match self.styles.get(id) {
            Some(style) => style.clone(),
            None => Style { heading: heading_by_name(id), plain: is_plain(id), ..Style::default() },
        }
    }

    /// The run properties of a character style.
    pub(super) fn run(&self, id: &str) -> Run {
        match self.styles.get(id) {
            Some(style) => style.run,
            None if id.contains("FootnoteReference") || id.contains("EndnoteReference") => {
                Run { raised: Some(true), ..Run::default() }
            }
            None => Run::default(),
        }
    }
}

/// The properties that a style sets itself.
fn one(node: Node<'_, '_>) -> Style {
    let paragraph = node.child("pPr");
    let name = node.child("name").and_then(|name| name.attribute("val")).unwrap_or_default();
    let id = node.attribute("styleId").unwrap_or_default();
    let is_paragraph = node.attribute("type").is_none_or(|kind| kind == "paragraph");
    let by_name = || heading_by_name(&name).or_else(|| heading_by_name(&id)).filter(|_| is_paragraph);
    Style {
        run: Run::read(node.child("rPr")),
        counted: Counted::read(paragraph),
        heading: outline_level(paragraph).or_else(by_name),
        plain: is_plain(&id) || is_plain(&name),
    }
}

/// A style with what it inherits from the styles that it is based on.
fn resolved(id: &str, raw: &HashMap<String, (Style, Option<String>)>) -> Style {
    let mut style = Style::default();
    let mut next = Some(id);
    for _ in 0..DEEPEST {
        let Some((own, based)) = next.and_then(|id| raw.get(id)) else { break };
        style.run = style.run.over(own.run);
        style.counted.list = style.counted.list.or_else(|| own.counted.list.clone());
        style.counted.level = style.counted.level.or(own.counted.level);
        style.heading = style.heading.or(own.heading);
        style.plain |= own.plain;
        next = based.as_deref();
    }
    style
}

/// The heading level that a `w:pPr` sets; 0 for body text.
pub(super) fn outline_level(properties: Option<Node<'_, '_>>) -> Option<u8> {
    let level = properties?.child("outlineLvl")?.attribute("val")?.parse::<u8>().ok()?;
    Some(if level < 9 { level + 1 } else { 0 })
}

/// Whether a toggle property is on: `<w:i/>`, `<w:i w:val="1"/>`.
pub(in crate::formats::word) fn is_on(node: Node<'_, '_>) -> bool {
    node.attribute("val").is_none_or(|value| !matches!(&*value, "0" | "false" | "off" | "none"))
}
