//! `OpenDocument` texts (.odt) to paragraphs, rows, footnotes and the lines of the masthead.
//!
//! Deletions and comments stand apart in the markup and are left out or set aside; numbers of lists are counted, since
//! the file does not hold them. Which paragraph is a clause is the grammar's business.

mod lists;
mod story;
mod styles;

use super::flow::Flow;
use super::heads::{Heads, RUNNING_FOOT, RUNNING_HEAD};
use crate::document::Diagnostic;
use crate::formats::archive::Archive;
use crate::formats::xml::{Node, Tree};
use crate::formats::{Content, ReadError};
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
    let heads = heads_of(&common);
    if let Some(head) = heads.first {
        story.head(head);
    }
    heads.write_symbol(&mut story.flow);
    story.body(tree.root().find("text").filter(|node| node.is_element()).unwrap_or_else(|| tree.root()));
    heads.set_aside(&mut story.flow);
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
fn heads_of<'t, 's>(common: &'t Tree<'s>) -> Heads<Node<'t, 's>> {
    let mut heads = Heads::default();
    for master in common.root().descendants().filter(|node| node.name() == "master-page").take(200) {
        // The style of a page that another follows is that of a first page.
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
