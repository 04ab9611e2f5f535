//! Reads `OpenDocument` texts (.odt) into paragraphs, rows, footnotes and the lines of the masthead.
//!
//! Deletions are left out and comments are set aside. Automatic numbers are counted, since the file does not hold
//! them. Recognising clauses is left to the grammar.

mod lists;
mod story;
mod styles;

use super::flow::Flow;
use super::heads::{Heads, RUNNING_FOOT, RUNNING_HEAD};
use crate::document::{Diagnostic, Finding};
use crate::formats::archive::Archive;
use crate::formats::xml::{Node, Tree};
use crate::formats::{Content, ReadError};
use lists::Lists;
use story::Story;
use styles::Styles;

const WHAT: &str = "an OpenDocument text";

/// Reads a document from the bytes of its file.
pub(crate) fn read(bytes: &[u8]) -> Result<Content, ReadError> {
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
    let heads = heads_of(&common);
    if let Some(head) = heads.first {
        story.head(head);
    }
    heads.write_symbol(&mut story.flow);
    story.body(tree.root().find("text").filter(|node| node.is_element()).unwrap_or_else(|| tree.root()));
    heads.set_aside(&mut story.flow);
    let fault = tree.faults().first().map(|fault| Finding::MarkupDamaged {
        at: fault.at,
        part: "content.xml".to_owned(),
        fault: fault.what,
    });
    let said = fault.or_else(|| damaged.then_some(Finding::SomePartDamaged));
    if story.flow.is_blank() {
        return Err(match said {
            None => ReadError::Blank,
            Some(_) => ReadError::Damaged { what: WHAT, place: "its content.xml".to_owned() },
        });
    }
    let mut content = story.flow.finish();
    content.diagnostics.extend(said.map(|finding| Diagnostic::new(1, finding)));
    Ok(content)
}

/// The text below an element, with spaces between paragraphs.
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

/// The page headers and footers.
fn heads_of<'t, 's>(common: &'t Tree<'s>) -> Heads<Node<'t, 's>> {
    let mut heads = Heads::default();
    for master in common.root().descendants().filter(|node| node.name() == "master-page").take(200) {
        // A page style that names a style for the next page is that of the first page.
        let once = master
            .attribute("next-style-name")
            .is_some_and(|next| master.attribute("name").is_none_or(|name| name != next));
        for part in master.children() {
            let (first, reason) = match part.name() {
                "header-first" => (true, RUNNING_HEAD),
                "header" => (once, RUNNING_HEAD),
                "header-left" => (false, RUNNING_HEAD),
                "footer" | "footer-left" | "footer-first" => (false, RUNNING_FOOT),
                _ => continue,
            };
            heads.add(part, words(part), first, reason);
        }
    }
    heads
}

#[cfg(test)]
mod tests;
