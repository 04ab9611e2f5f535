//! Long files of so many paragraphs, of every format that can be written here, to see how the cost of reading grows.

use crate::made::pdf::File;
use crate::made::zip::{Part, archive, book_links, word_links};
use crate::{made, originals};
use std::fmt::Write as _;

/// The formats of [`of`].
pub(crate) const FORMATS: [&str; 11] =
    ["text", "html", "akn", "rtf", "docx", "odt", "epub", "pdf", "zip", "gzip", "zstd"];

/// A file of a format of so many paragraphs, with tables and notes where the format has them.
pub(crate) fn of(format: &str, paragraphs: usize) -> Vec<u8> {
    match format {
        "html" => html(paragraphs).into_bytes(),
        "akn" => akn(paragraphs).into_bytes(),
        "rtf" => rtf(paragraphs).into_bytes(),
        "docx" => docx(paragraphs),
        "odt" => odt(paragraphs),
        "epub" => epub(paragraphs),
        "pdf" => pdf(paragraphs),
        "zip" => archive(&[Part::deflated("a.txt", text(paragraphs).as_bytes())]),
        "gzip" => originals::gzip(text(paragraphs).as_bytes()),
        "zstd" => originals::zstd(text(paragraphs).as_bytes()),
        _ => text(paragraphs).into_bytes(),
    }
}

/// What `part` makes of the number of each paragraph.
fn each(paragraphs: usize, part: impl Fn(usize) -> String) -> String {
    (1..=paragraphs).map(part).collect()
}

fn text(paragraphs: usize) -> String {
    let body = each(paragraphs, |at| match at % 3 {
        0 => format!("{}. Decides to read page {at} once more;\n\n", at / 3),
        1 => format!("(a) The readers of page {at} are thanked;\n\n"),
        _ => format!("Recalling page {at}, which was read in the house,\n\n"),
    });
    format!("The house,\n\n{body}")
}

fn html(paragraphs: usize) -> String {
    let body = each(paragraphs, |at| match at % 4 {
        0 => format!(
            "<table><tr><td>Page {at}</td><td>Read</td></tr><tr><td colspan=2>Once</td></tr></table>\n"
        ),
        1 => format!("<p>{at}. Decides to read <b>page</b> <i>{at}</i> once more;</p>\n"),
        2 => format!("<ol start={at}><li>The readers of page {at} are thanked<li>So are others</ol>\n"),
        _ => format!(
            "<div><p>Recalling page {at}<sup><a href=\"#n{at}\">{at}</a></sup>, which was read,</div>\n"
        ),
    });
    format!("<!DOCTYPE html><html><body><p>The house,</p>{body}</body></html>")
}

fn akn(paragraphs: usize) -> String {
    let body = each(paragraphs, |at| {
        format!(
            "<paragraph eId=\"p{at}\"><num>{at}.</num><content><p>Decides to read page {at}\
             <authorialNote marker=\"{at}\"><p>Of {at} pages.</p></authorialNote>;</p></content></paragraph>\n"
        )
    });
    format!("<akomaNtoso><statement><mainBody>{body}</mainBody></statement></akomaNtoso>")
}

fn rtf(paragraphs: usize) -> String {
    let body = each(paragraphs, |at| {
        if at % 4 == 0 {
            format!("\\trowd\\cellx900\\cellx9000\\intbl Page {at}\\cell Read\\cell\\row\\pard\n")
        } else {
            format!("{at}. Decides to read {{\\b page}} {at}{{\\footnote Of {at} pages.}};\\par\n")
        }
    });
    format!("{{\\rtf1\\ansi The house,\\par\n{body}}}")
}

fn docx(paragraphs: usize) -> Vec<u8> {
    let run = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body = each(paragraphs, |at| {
        if at % 4 == 0 {
            let cell = run(&format!("Page {at}"));
            format!("<w:tbl><w:tr><w:tc>{cell}</w:tc><w:tc>{cell}</w:tc></w:tr></w:tbl>")
        } else {
            let note =
                format!("{at}. Decides to read</w:t><w:footnoteReference w:id=\"{at}\"/><w:t> page {at};");
            run(&note)
        }
    });
    let notes = each(paragraphs, |at| {
        format!("<w:footnote w:id=\"{at}\">{}</w:footnote>", run(&format!("Of {at}.")))
    });
    let mut parts = word_links();
    for (name, text) in [
        ("document", format!("<w:document><w:body>{body}</w:body></w:document>")),
        ("footnotes", format!("<w:footnotes>{notes}</w:footnotes>")),
    ] {
        parts.push(Part::deflated(&format!("word/{name}.xml"), text.as_bytes()));
    }
    archive(&parts)
}

/// Two pages.
fn epub(paragraphs: usize) -> Vec<u8> {
    let page = html(paragraphs / 2);
    let mut parts = book_links(2, 1);
    parts.extend(["0.html", "1.html"].map(|name| Part::deflated(name, page.as_bytes())));
    archive(&parts)
}

fn odt(paragraphs: usize) -> Vec<u8> {
    let body = each(paragraphs, |at| {
        if at % 4 == 0 {
            format!(
                "<table:table><table:table-row><table:table-cell><text:p>Page {at}</text:p></table:table-cell>\
                 <table:table-cell><text:p>Read</text:p></table:table-cell></table:table-row></table:table>"
            )
        } else {
            format!(
                "<text:p>{at}. Decides to read<text:note text:id=\"n{at}\"><text:note-citation>{at}</text:note-citation>\
                 <text:note-body><text:p>Of {at}.</text:p></text:note-body></text:note> page {at};</text:p>"
            )
        }
    });
    made::attacks::odt(&body)
}

/// Pages of forty lines.
fn pdf(paragraphs: usize) -> Vec<u8> {
    const LINES: usize = 40;
    let pages = paragraphs.div_ceil(LINES);
    let mut file = File::default();
    file.add("<</Type/Catalog/Pages 2 0 R>>");
    let kids = each(pages, |page| format!("{} 0 R ", 2 + 2 * page));
    file.add(format!("<</Type/Pages/Kids[{kids}]/Count {pages}/MediaBox[0 0 595 842]>>"));
    file.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    for page in 0..pages {
        let content = (0..LINES).fold(String::new(), |mut content, line| {
            let at = page * LINES + line + 1;
            let place = 800 - 18 * line;
            writeln!(content, "BT /F1 11 Tf 72 {place} Td ({at}. Decides to read page {at};) Tj ET").unwrap();
            content
        });
        let next = file.next() + 1;
        file.add(format!("<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>/Contents {next} 0 R>>"));
        file.stream("/Filter/FlateDecode", &made::packing::zlib(content.as_bytes()));
    }
    file.finish()
}
