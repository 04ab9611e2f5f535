//! Small files that each take too much in a way of their own, or that steer what shows them. Each stood for a fault
//! once. The fuzzer begins with them.

mod locks;
mod pdf;

use super::zip::{self, Part};
use std::fmt::Write as _;

/// The fuzzer cuts files that are longer than this many bytes: `-max_len` in fuzz/run.sh.
pub(crate) const LONGEST: usize = 300_000;

/// A file, and what it tries.
pub(crate) struct Attack {
    pub(crate) name: &'static str,
    pub(crate) format: &'static str,
    pub(crate) build: fn() -> Vec<u8>,
}

/// All attacks.
pub(crate) fn all() -> impl Iterator<Item = &'static Attack> {
    pdf::ALL.iter().chain(ALL)
}

macro_rules! attacks {
    ($($format:literal $name:ident)*) => {
        pub(super) const ALL: &[Attack] =
            &[$(Attack { name: stringify!($name), format: $format, build: $name }),*];
    };
}

use attacks;

attacks! {
    "zip" parts_that_overlap
    "zip" bomb_in_a_part
    "zip" archives_in_archives
    "docx" bomb_in_a_document
    "odt" cells_repeated_a_billion_times
    "odt" blanks_repeated_a_billion_times
    "epub" page_read_a_hundred_thousand_times
    "html" cells_that_span_all_rows
    "html" elements_in_each_other
    "html" pictures_and_pages_in_addresses
    "akn" entities_that_double
    "akn" words_before_a_title_that_is_in_a_note
    "akn" paragraph_before_a_title_that_is_in_a_note
    "rtf" note_whose_number_begins_with_a_zero
    "rtf" edges_of_cells_at_both_ends_of_numbers
    "rtf" pictures_and_binary_of_wild_lengths
    "rtf" picture_of_many_digits
    "text" text_with_controls
    "text" text_with_noncharacters
}

const MEGABYTE: usize = 1 << 20;

/// Five thousand names for one part of a megabyte.
fn parts_that_overlap() -> Vec<u8> {
    let text = b"The house,\n\n1. Decides.\n".repeat(MEGABYTE / 24);
    let first = Part::deflated("00000.txt", &text);
    let shared: Vec<Part> = (1..5_000).map(|at| Part::sharing(&format!("{at:05}.txt"), &first, 0)).collect();
    zip::archive(&[vec![first], shared].concat())
}

fn bomb_in_a_part() -> Vec<u8> {
    zip::archive(&[Part::repeated("a.txt", &vec![b'a'; MEGABYTE], 256)])
}

fn archives_in_archives() -> Vec<u8> {
    let inner = zip::archive(&[Part::repeated("a.txt", &vec![b'a'; MEGABYTE], 64)]);
    (0..12).fold(inner, |inner, _| {
        let parts: Vec<Part> = (0..8).map(|at| Part::deflated(&format!("{at}.zip"), &inner)).collect();
        zip::archive(&parts)
    })
}

fn bomb_in_a_document() -> Vec<u8> {
    zip::archive(&[Part::repeated("word/document.xml", &b"<w:p>".repeat(MEGABYTE / 5), 128)])
}

/// An ODT file of this content.
pub(crate) fn odt(content: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:text>{content}</office:text></office:body></office:document-content>"
    );
    zip::archive(&[
        Part::stored("mimetype", b"application/vnd.oasis.opendocument.text"),
        Part::deflated("content.xml", content.as_bytes()),
    ])
}

fn cells_repeated_a_billion_times() -> Vec<u8> {
    odt("<table:table><table:table-row table:number-rows-repeated=\"1000000000\">\
         <table:table-cell table:number-columns-repeated=\"1000000000\" table:number-columns-spanned=\"4294967295\" \
         table:number-rows-spanned=\"4294967295\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>")
}

fn blanks_repeated_a_billion_times() -> Vec<u8> {
    odt("<text:p>The house<text:s text:c=\"1000000000\"/>decides</text:p>")
}

fn page_read_a_hundred_thousand_times() -> Vec<u8> {
    let page = format!("<p>{}</p>", "The house decides. ".repeat(5000));
    let mut parts = zip::book_links(1, 100_000);
    parts.push(Part::deflated("0.html", page.as_bytes()));
    zip::archive(&parts)
}

fn cells_that_span_all_rows() -> Vec<u8> {
    let row = "<tr><td rowspan=65534 colspan=1000>x</td></tr>".repeat(2000);
    format!("<!DOCTYPE html><html><body><table>{row}</table></body></html>").into_bytes()
}

fn elements_in_each_other() -> Vec<u8> {
    let open = "<div><table><tr><td><ol><li>".repeat(10_000);
    format!("<!DOCTYPE html><html><body>{open}x</body></html>").into_bytes()
}

/// Addresses that hold what they lead to: a picture of many bytes, and a page of its own. Nothing of it is decoded.
fn pictures_and_pages_in_addresses() -> Vec<u8> {
    let picture = "QUFB".repeat(50_000);
    let page = "PHA+VGhlIGhvdXNl".repeat(1000);
    format!(
        "<!DOCTYPE html><html><body><p>The house</p><img src=\"data:image/png;base64,{picture}\">\
         <iframe src=\"data:text/html;base64,{page}\"></iframe><object data=\"data:text/html;base64,{page}\">\
         <p>1. Decides.</p></object></body></html>"
    )
    .into_bytes()
}

fn entities_that_double() -> Vec<u8> {
    let mut out = "<!DOCTYPE akomaNtoso [<!ENTITY e0 \"The house, \">".to_owned();
    for at in 1..40 {
        write!(out, "<!ENTITY e{at} \"&e{0};&e{0};\">", at - 1).unwrap();
    }
    out.push_str("]><akomaNtoso><statement><mainBody><p>&e39;</p></mainBody></statement></akomaNtoso>");
    out.into_bytes()
}

/// The words were lost.
fn words_before_a_title_that_is_in_a_note() -> Vec<u8> {
    b"<akomaNtoso><statement><preface>The house<authorialNote><docTitle>T</docTitle></authorialNote></preface></statement></akomaNtoso>"
        .to_vec()
}

/// So they were.
fn paragraph_before_a_title_that_is_in_a_note() -> Vec<u8> {
    b"<akomaNtoso><statement><preface><p>The house</p><authorialNote><docTitle>T</docTitle></authorialNote></preface></statement></akomaNtoso>"
        .to_vec()
}

/// The zero was lost.
fn note_whose_number_begins_with_a_zero() -> Vec<u8> {
    br"{\rtf1 1. Decides to read.\par 01 The house is old.\par}".to_vec()
}

/// Their distance is no number of 32 bits.
fn edges_of_cells_at_both_ends_of_numbers() -> Vec<u8> {
    br"{\rtf1 \trowd\cellx0\cellx-2147483648\cellx2147483647 1\cell 2\cell 3\cell\row}".to_vec()
}

fn pictures_and_binary_of_wild_lengths() -> Vec<u8> {
    let numbers = ["4294967295", "2147483647", "-1", "99999999999999999999"];
    let groups = numbers.map(|number| {
        format!("{{\\pict\\picw{number}\\bin{number} x}}\\trowd\\cellx{number} x\\cell\\row \\uc{number}\\u{number} x\\par\n")
    });
    format!("{{\\rtf1\\ansi The house,\\par {}}}", groups.concat()).into_bytes()
}

fn picture_of_many_digits() -> Vec<u8> {
    format!(
        "{{\\rtf1\\ansi The house,\\par {{\\pict\\pngblip {}}} 1. Decides.\\par}}",
        "0a".repeat(MEGABYTE / 8)
    )
    .into_bytes()
}

/// A text in whose words stand control characters of one byte, as in a title that a terminal would take for its own.
pub(crate) fn text_with_controls() -> Vec<u8> {
    "The house,\n\n1. Decides \u{9b}2J \u{9d}0;title\u{9c} \u{1b}]0;title\u{7} caf\u{e9};\n"
        .as_bytes()
        .to_vec()
}

fn text_with_noncharacters() -> Vec<u8> {
    "The house,\n\n1. Decides \u{ffff} \u{fffe} \u{fdd0} \u{1fffe} that;\n".as_bytes().to_vec()
}
