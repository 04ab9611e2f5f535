//! Reads Word documents (.docx) into paragraphs, rows, footnotes and the lines of the masthead.
//!
//! What Word would print is read, automatic numbers, insertions and the results of fields included. Deletions are
//! left out; comments, hidden text, headers and footers are set aside. The header of the first page is read first,
//! because United Nations documents have the symbol, distribution and date there. Recognising clauses is left to the
//! grammar.

mod notes;
mod package;
mod story;
pub(super) mod styles;

use super::Place;
use super::flow::Flow;
use super::heads::{Heads, RUNNING_FOOT, RUNNING_HEAD};
use super::numbering::Numbering;
use crate::document::{Finding, Reason};
use crate::formats::archive;
use crate::formats::xml::{Node, Tree};
use crate::formats::{Content, ReadError};
use notes::Notes;
use package::{Package, Relations};
use story::Story;
use styles::Styles;

/// Reads a document from the bytes of its file.
pub(crate) fn read(bytes: &[u8]) -> Result<Content, ReadError> {
    let mut package = Package::open(bytes)?;
    let main = package.main()?;
    let source = package.text(&main)?.unwrap_or_default();
    let relations = package.relations(&main)?;
    let spare = |package: &mut Package<'_>, kind: &str| -> Result<String, ReadError> {
        let name = relations.of_kind(kind).unwrap_or_else(|| format!("word{kind}.xml"));
        Ok(package.spare(&name)?.unwrap_or_default())
    };
    let styles = Styles::read(&spare(&mut package, "/styles")?);
    let numbering = Numbering::read(&spare(&mut package, "/numbering")?);
    let settings = spare(&mut package, "/settings")?;
    let (footnotes, endnotes) = (spare(&mut package, "/footnotes")?, spare(&mut package, "/endnotes")?);
    let comments = spare(&mut package, "/comments")?;

    let tree = Tree::parse(&source);
    let notes = Notes::new(&Tree::parse(&settings), tree.root().find("sectPr"));
    let mut story = Story::new(Flow::new(source.len()), &styles, numbering, notes);
    let heads = heads_of(&tree, &relations, &mut package)?;
    if let Some(head) = &heads.first {
        story.read(Tree::parse(head).root(), Place::Head);
    }
    heads.write_symbol(&mut story.flow);
    story.read(tree.root(), Place::Body);
    let language = story.language();
    let footnotes = Tree::parse(&footnotes);
    let endnotes = Tree::parse(&endnotes);
    story.notes(&footnotes, &endnotes);
    for comment in Tree::parse(&comments).root().descendants().filter(|node| node.name() == "comment") {
        story.flow.aside(&words(comment), Reason::Comment);
    }
    heads.set_aside(&mut story.flow);
    if let Some(fault) = tree.faults().first() {
        let (at, part) = (fault.at, archive::shown(&main));
        story.flow.diagnose(Finding::MarkupDamaged { at, part, fault: fault.what });
    }
    let blank = story.flow.is_blank();
    let mut content = story.flow.finish();
    content.language = language;
    content.diagnostics.extend(package.diagnostics);
    if blank {
        return Err(if tree.faults().is_empty() && content.diagnostics.is_empty() {
            ReadError::Blank
        } else {
            ReadError::Damaged { what: "a Word document", place: format!("its {}", archive::shown(&main)) }
        });
    }
    Ok(content)
}

/// The text below an element, with spaces between paragraphs.
fn words(node: Node<'_, '_>) -> String {
    let mut out = String::new();
    for inner in node.descendants() {
        match inner.name() {
            "p" | "tab" | "br" => out.push(' '),
            "t" => out.push_str(&inner.words()),
            _ => {}
        }
    }
    out
}

/// The headers and footers; that of the first page is kept as markup.
fn heads_of(
    tree: &Tree<'_>,
    relations: &Relations,
    package: &mut Package<'_>,
) -> Result<Heads<String>, ReadError> {
    let mut heads = Heads::default();
    let mut met = Vec::new();
    for node in tree.root().descendants() {
        let reason = match node.name() {
            "headerReference" => RUNNING_HEAD,
            "footerReference" => RUNNING_FOOT,
            _ => continue,
        };
        // Damaged files can have very many sections, each with three headers.
        if met.len() >= 60 {
            break;
        }
        let id = node.attributes().find(|(name, _)| name.ends_with(":id")).map(|(_, id)| id);
        let Some(name) = id.and_then(|id| relations.target(id)).filter(|name| !met.contains(name)) else {
            continue;
        };
        met.push(name);
        let Some(source) = package.spare(name)? else { continue };
        let on_first_page = node.attribute("type").is_some_and(|kind| kind == "first");
        let words = words(Tree::parse(&source).root());
        heads.add(source, words, on_first_page, reason);
    }
    Ok(heads)
}

#[cfg(test)]
mod tests;
