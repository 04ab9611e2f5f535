//! Reads EPUB books: a zip archive of web pages, and a list that gives their order.
//!
//! The pages are concatenated and read as one web page. Styles, images and the table of contents are ignored.

use super::archive::{Archive, shown};
use super::xml::Tree;
use super::{Content, ReadError, html};
use crate::text::escape::unpercent;
use std::collections::HashMap;

const WHAT: &str = "an EPUB";
/// The maximum number of pages.
const MOST_PAGES: usize = 5_000;

/// Reads the bytes of a book. It is [`ReadError::Damaged`] where none of its pages can be found.
pub(crate) fn read(bytes: &[u8]) -> Result<Content, ReadError> {
    let mut archive = Archive::open(bytes, WHAT)?;
    let damaged = |place: &str| ReadError::Damaged { what: WHAT, place: place.to_owned() };
    let mut part = |name: &str| -> Result<String, ReadError> {
        let part = archive.part(name)?.filter(|part| !part.damaged);
        let bytes = part.ok_or_else(|| damaged(&format!("its {}", shown(name))))?.bytes;
        // Pages are in UTF-8, or in UTF-16 with a byte order mark.
        let (text, _, _) = encoding_rs::UTF_8.decode(&bytes);
        Ok(text.into_owned())
    };
    let container = part("META-INF/container.xml")?;
    let container = Tree::parse(&container);
    let root = container.root().find("rootfile").and_then(|file| file.attribute("full-path"));
    let root = root.ok_or_else(|| damaged("its META-INF/container.xml"))?.into_owned();
    let package = part(&root)?;
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut pages = String::from("<html><body>");
    for name in spine(&package, folder) {
        pages.push_str(body(&part(&name)?));
        pages.push('\n');
    }
    pages.push_str("</body></html>");
    Ok(html::read(&pages))
}

/// The names of the pages in reading order.
fn spine(package: &str, folder: &str) -> Vec<String> {
    let tree = Tree::parse(package);
    let mut pages = HashMap::new();
    let mut order = Vec::new();
    for node in tree.root().descendants() {
        // The names of elements may have a prefix.
        let name = node.name().rsplit(':').next().unwrap_or_default();
        let value = |name: &str| node.attribute(name).map(std::borrow::Cow::into_owned);
        if name == "item"
            && let (Some(id), Some(address)) = (value("id"), value("href"))
            && value("media-type").is_none_or(|kind| kind.contains("html") || kind.contains("dtbook"))
            && value("properties").is_none_or(|kinds| !kinds.split_whitespace().any(|kind| kind == "nav"))
        {
            pages.insert(id, address);
        } else if name == "itemref" && order.len() < MOST_PAGES {
            order.extend(value("idref"));
        }
    }
    order.iter().filter_map(|id| pages.get(id)).map(|address| resolved(folder, address)).collect()
}

/// The name in the archive of what a relative address in the book refers to.
fn resolved(folder: &str, address: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in address.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    unpercent(&parts.join("/")).into_owned()
}

/// The content of the body of a page.
fn body(page: &str) -> &str {
    let inner = page.find("<body").and_then(|at| page.get(at..)).and_then(|rest| rest.split_once('>'));
    let inner = inner.map_or(page, |(_, inner)| inner);
    inner.rsplit_once("</body").map_or(inner, |(inner, _)| inner)
}

#[cfg(test)]
mod tests {
    use super::super::archive::tests::zipped;
    use super::*;

    const CONTAINER: &str =
        "<container><rootfiles><rootfile full-path=\"in/book.opf\"/></rootfiles></container>";
    const PACKAGE: &str = "<package><manifest>\
        <item id=\"n\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\
        <item id=\"b\" href=\"text/b.xhtml\" media-type=\"application/xhtml+xml\"/>\
        <item id=\"a\" href=\"../a%20page.xhtml\" media-type=\"application/xhtml+xml\"/>\
        </manifest><spine><itemref idref=\"n\"/><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>";

    #[test]
    fn pages_are_read_in_the_order_of_the_book() {
        let bytes = zipped(&[
            ("mimetype", "application/epub+zip".as_bytes()),
            ("META-INF/container.xml", CONTAINER.as_bytes()),
            ("in/book.opf", PACKAGE.as_bytes()),
            ("in/nav.xhtml", "<html><body><p>Contents</p></body></html>".as_bytes()),
            ("in/text/b.xhtml", "<html><body class='x'><p>1. Decides to read.</p></body></html>".as_bytes()),
            (
                "a page.xhtml",
                "<html><head><title>No</title></head><body><p>The readers,</p></body></html>".as_bytes(),
            ),
        ]);
        let content = read(&bytes).unwrap();
        let shown: Vec<_> = content.blocks.iter().map(|block| content.words(block)).collect();
        assert_eq!(shown, ["The readers,", "1. Decides to read."]);
        assert_eq!(super::super::Format::of(&bytes), super::super::Format::Epub);
    }

    #[test]
    fn a_book_without_its_pages_is_damaged() {
        let bytes =
            zipped(&[("META-INF/container.xml", CONTAINER.as_bytes()), ("in/book.opf", PACKAGE.as_bytes())]);
        assert!(matches!(read(&bytes).unwrap_err(), ReadError::Damaged { what: "an EPUB", .. }));
    }
}
