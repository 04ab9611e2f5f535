//! `OpenDocument` texts (.odt) to paragraphs, rows, footnotes and the lines of the masthead.
//!
//! Deletions and comments stand apart in the markup and are left out or set aside; numbers of lists are counted, since
//! the file does not hold them. Which paragraph is a clause is the grammar's business.

mod lists;
mod story;
mod styles;

use super::archive::Archive;
use super::flow::{Face, Flow};
use super::xml::{Node, Tree};
use super::{Content, ReadError, Style};
use crate::document::Diagnostic;
use lists::Lists;
use story::Story;
use styles::Styles;

const WHAT: &str = "an OpenDocument text";

/// Reads the bytes of a file.
pub fn read(bytes: &[u8]) -> Result<Content, ReadError> {
    let mut archive = Archive::open(bytes, WHAT)?;
    let mut damaged = archive.is_damaged();
    let mut text = |name: &str| -> Result<Option<String>, ReadError> {
        let Some(part) = archive.part(name)? else { return Ok(None) };
        damaged |= part.damaged;
        Ok(Some(
            String::from_utf8(part.bytes)
                .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
        ))
    };
    let mut spare = |name: &str| match text(name) {
        Err(ReadError::Damaged { .. }) => Ok(None),
        other => other,
    };
    if spare("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(ReadError::Locked { what: WHAT });
    }
    let common = spare("styles.xml")?.unwrap_or_default();
    let no_text = || ReadError::Damaged { what: WHAT, place: "it has no part content.xml".to_owned() };
    let source = text("content.xml")?.ok_or_else(no_text)?;
    let common = Tree::parse(&common);
    let tree = Tree::parse(&source);
    let styles = Styles::read(&[&common, &tree]);
    let mut story = Story::new(Flow::new(source.len()), &styles, Lists::read(&[&common, &tree]));
    let heads = Heads::of(&common);
    if let Some(head) = heads.first {
        story.head(head);
    }
    if let Some(symbol) = heads.symbol() {
        story.flow.text(&symbol, Face::default());
        story.flow.end(Style::Paragraph);
    }
    story.body(tree.root().find("text").filter(|node| node.is_element()).unwrap_or_else(|| tree.root()));
    for (words, reason) in &heads.others {
        story.flow.aside(words, reason);
    }
    let fault = tree.faults().first().map(|fault| {
        format!("At byte {} of content.xml stands {}; words may be missing.", fault.at, fault.what)
    });
    let said = fault
        .or_else(|| damaged.then(|| "A part of it is damaged in the file; words may be missing.".to_owned()));
    if story.flow.is_blank() {
        return Err(match said {
            None => ReadError::Blank,
            Some(_) => ReadError::Damaged { what: WHAT, place: "its content.xml".to_owned() },
        });
    }
    let mut content = story.flow.finish();
    content.diagnostics.extend(said.map(|message| Diagnostic { code: "damaged", line: 1, message }));
    Ok(content)
}

/// The words below an element, paragraphs with spaces between them.
fn words(node: Node<'_, '_>) -> String {
    let mut out = String::new();
    for inner in node.descendants() {
        match inner.name() {
            "p" | "h" | "tab" | "line-break" | "s" => out.push(' '),
            "" => out.push_str(&inner.text()),
            _ => {}
        }
    }
    out
}

/// The heads and feet of pages.
#[derive(Default)]
struct Heads<'t, 's> {
    /// The head of the first page.
    first: Option<Node<'t, 's>>,
    /// The words of all others, and what they are.
    others: Vec<(String, &'static str)>,
}

impl<'t, 's> Heads<'t, 's> {
    fn of(common: &'t Tree<'s>) -> Self {
        let mut heads = Self { first: None, others: Vec::new() };
        for master in common.root().descendants().filter(|node| node.name() == "master-page").take(200) {
            // Another kind of page follows it, so that it is the first.
            let once = master
                .attribute("next-style-name")
                .is_some_and(|next| master.attribute("name").is_none_or(|name| name != next));
            for part in master.children() {
                let (first, reason) = match part.name() {
                    "header-first" => (true, "running-head"),
                    "header" => (once, "running-head"),
                    "header-left" => (false, "running-head"),
                    "footer" | "footer-left" | "footer-first" => (false, "running-foot"),
                    _ => continue,
                };
                let words = words(part);
                if words.trim().is_empty() {
                    continue;
                }
                if first && heads.first.is_none() {
                    heads.first = Some(part);
                } else {
                    heads.others.push((words, reason));
                }
            }
        }
        heads
    }

    /// The symbol from the head of every page, where the first page does not say it.
    fn symbol(&self) -> Option<String> {
        if self.first.is_some_and(|head| words(head).split_whitespace().any(super::flow::names::is_symbol)) {
            return None;
        }
        let heads = self.others.iter().filter(|(_, reason)| *reason == "running-head");
        let mut all = heads.flat_map(|(words, _)| words.split_whitespace());
        all.find(|word| super::flow::names::is_symbol(word)).map(str::to_owned)
    }
}

#[cfg(test)]
mod tests;
