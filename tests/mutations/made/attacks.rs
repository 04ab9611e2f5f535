//! Small files that each take too much in a way of their own, or that steer what shows them. Each stood for a fault
//! once.

use super::packing;
use super::pdf::File;
use super::wild::Wild;
use super::zip::{self, Part};
use std::fmt::Write as _;

/// A file, and what it tries.
pub(crate) struct Attack {
    pub(crate) name: &'static str,
    pub(crate) format: &'static str,
    pub(crate) build: fn() -> Vec<u8>,
}

macro_rules! attacks {
    ($($format:literal $name:ident)*) => {
        /// All attacks.
        pub(crate) const ALL: &[Attack] =
            &[$(Attack { name: stringify!($name), format: $format, build: $name }),*];
    };
}

attacks! {
    "pdf" bomb_in_content
    "pdf" bomb_in_object_stream
    "pdf" bomb_in_font_map
    "pdf" bomb_in_font_program
    "pdf" bomb_of_run_lengths
    "pdf" bomb_of_letters_in_base85
    "pdf" map_shared_by_fonts
    "pdf" first_character_far_away
    "pdf" widths_of_all_numbers
    "pdf" vertical_widths_of_all_numbers
    "pdf" row_of_one_sample_for_a_predictor
    "pdf" row_of_two_billion_samples_for_a_predictor
    "pdf" pages_that_lead_to_each_other
    "pdf" forms_that_double
    "pdf" table_of_objects_that_do_not_exist
    "zip" parts_that_overlap
    "zip" bomb_in_a_part
    "zip" archives_in_archives
    "docx" bomb_in_a_document
    "odt" cells_repeated_a_billion_times
    "odt" blanks_repeated_a_billion_times
    "epub" page_read_a_hundred_thousand_times
    "html" cells_that_span_all_rows
    "html" elements_in_each_other
    "akn" entities_that_double
    "akn" words_before_a_title_that_is_in_a_note
    "rtf" edges_of_cells_at_both_ends_of_numbers
    "rtf" pictures_and_binary_of_wild_lengths
    "text" text_with_controls
    "text" text_with_noncharacters
}

const MEGABYTE: usize = 1 << 20;

/// A page with one font of these entries; the objects that follow are numbered from 6.
fn page(font: &str) -> File {
    let mut file = File::default();
    file.add("<</Type/Catalog/Pages 2 0 R>>");
    file.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    file.add(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
    );
    file.add(format!("<</Type/Font{font}>>"));
    file
}

const PLAIN: &str = "/Subtype/Type1/BaseFont/Helvetica";

fn words(file: &mut File) {
    let words = b"BT /F1 12 Tf 72 700 Td (The house decides that this is read,) Tj ET";
    file.stream("/Filter/FlateDecode", &packing::zlib(words));
}

/// Two layers of deflate, of a few kilobytes, that unpack to so many megabytes of a byte.
fn two_layers(byte: u8, megabytes: usize) -> Vec<u8> {
    packing::zlib(&packing::zlib_repeated(&vec![byte; MEGABYTE], megabytes))
}

const TWO_LAYERS: &str = "/Filter[/FlateDecode/FlateDecode]";

/// Three layers of deflate, of some hundred bytes, that unpack to four gigabytes.
fn bomb_in_content() -> Vec<u8> {
    let mut file = page(PLAIN);
    file.stream("/Filter[/FlateDecode/FlateDecode/FlateDecode]", &packing::zlib(&two_layers(b' ', 4096)));
    file.finish()
}

/// A stream that holds the catalogue, followed by four gigabytes of blanks.
fn bomb_in_object_stream() -> Vec<u8> {
    let mut file = page(PLAIN);
    words(&mut file);
    let pack = |data: Vec<u8>| {
        // The bomb begins with the objects, which are once more in each of its blocks.
        let mut block = data;
        block.resize(MEGABYTE, b' ');
        packing::zlib(&packing::zlib_repeated(&block, 4096))
    };
    let entries = |count, first| format!("/Type/ObjStm/N {count}/First {first}{TWO_LAYERS}");
    file.finish_packed(&[1, 2], entries, pack, &mut Wild::new(&[]))
}

fn bomb_in_font_map() -> Vec<u8> {
    let mut file = page(&format!("{PLAIN}/ToUnicode 6 0 R"));
    words(&mut file);
    file.stream(TWO_LAYERS, &two_layers(b' ', 4096));
    file.finish()
}

fn bomb_in_font_program() -> Vec<u8> {
    let mut file = page(
        "/Subtype/TrueType/BaseFont/AAAAAA+X/FontDescriptor<</Type/FontDescriptor/Flags 4/FontFile2 6 0 R>>",
    );
    words(&mut file);
    file.stream(TWO_LAYERS, &two_layers(0, 4096));
    file.finish()
}

/// Run lengths make 64 bytes of one, after deflate made a thousand.
fn bomb_of_run_lengths() -> Vec<u8> {
    let mut file = page(PLAIN);
    let runs = [129, b' '].repeat(MEGABYTE / 2);
    file.stream("/Filter[/FlateDecode/RunLengthDecode]", &packing::zlib_repeated(&runs, 64));
    file.finish()
}

/// `z` stands for four bytes of zero.
fn bomb_of_letters_in_base85() -> Vec<u8> {
    let mut file = page(PLAIN);
    file.stream("/Filter[/FlateDecode/ASCII85Decode]", &packing::zlib_repeated(&vec![b'z'; MEGABYTE], 1024));
    file.finish()
}

/// Three hundred fonts, each with the same map of sixteen megabytes.
fn map_shared_by_fonts() -> Vec<u8> {
    const FONTS: usize = 300;
    let mut file = File::default();
    file.add("<</Type/Catalog/Pages 2 0 R>>");
    file.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    let fonts = (0..FONTS).fold(String::new(), |all, at| format!("{all}/F{at} {} 0 R", at + 6));
    file.add(format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<<{fonts}>>>>/Contents 4 0 R>>"
    ));
    let words = (0..FONTS).fold(String::new(), |mut all, at| {
        writeln!(all, "BT /F{at} 12 Tf 72 700 Td (The house) Tj ET").unwrap();
        all
    });
    file.stream("/Filter/FlateDecode", &packing::zlib(words.as_bytes()));
    file.stream("/Filter/FlateDecode", &packing::zlib_repeated(&vec![b' '; MEGABYTE], 16));
    for _ in 0..FONTS {
        file.add(format!("<</Type/Font{PLAIN}/ToUnicode 5 0 R>>"));
    }
    file.finish()
}

fn first_character_far_away() -> Vec<u8> {
    let mut file = page(
        "/Subtype/TrueType/BaseFont/AAAAAA+X/FontDescriptor<</Type/FontDescriptor/Flags 4>>\
         /FirstChar 1000000000000/LastChar 1000000000001/Widths[500 500]",
    );
    words(&mut file);
    file.finish()
}

fn collection(widths: &str) -> Vec<u8> {
    let mut file = page(&format!(
        "/Subtype/Type0/BaseFont/X/Encoding/Identity-H\
         /DescendantFonts[<</Type/Font/Subtype/CIDFontType2/{widths}>>]"
    ));
    words(&mut file);
    file.finish()
}

fn widths_of_all_numbers() -> Vec<u8> {
    collection("W[0 4294967295 500 0 2147483647 100]")
}

fn vertical_widths_of_all_numbers() -> Vec<u8> {
    collection("W2[0 4294967295 500 0 100]")
}

fn predicted(columns: &str) -> Vec<u8> {
    let mut file = page(PLAIN);
    let parameters = format!("/DecodeParms<</Predictor 2/Columns {columns}/Colors 1/BitsPerComponent 1>>");
    let samples = packing::zlib_repeated(&vec![0xAA; MEGABYTE], 16);
    file.stream(&format!("/Filter/FlateDecode{parameters}"), &samples);
    file.finish()
}

/// Each byte is a row of its own.
fn row_of_one_sample_for_a_predictor() -> Vec<u8> {
    predicted("1")
}

fn row_of_two_billion_samples_for_a_predictor() -> Vec<u8> {
    predicted("2147483647")
}

fn pages_that_lead_to_each_other() -> Vec<u8> {
    let mut file = File::default();
    file.add("<</Type/Catalog/Pages 2 0 R>>");
    let kids = "2 0 R 3 0 R ".repeat(500);
    for _ in 0..2 {
        file.add(format!("<</Type/Pages/Kids[{kids}]/Count 4294967295/Parent 3 0 R>>"));
    }
    file.finish()
}

/// Forty forms, each of which shows the next twice.
fn forms_that_double() -> Vec<u8> {
    const FORMS: usize = 40;
    let mut file = File::default();
    file.add("<</Type/Catalog/Pages 2 0 R>>");
    file.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    file.add(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>",
    );
    file.stream("", b"/X Do");
    for at in 0..FORMS {
        let next = 6 + at;
        let entries = format!(
            "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X {next} 0 R>>/Font<</F1<</Type/Font{PLAIN}>>>>>>"
        );
        file.stream(&entries, b"BT /F1 9 Tf 50 700 Td (The house) Tj ET /X Do /X Do");
    }
    file.finish()
}

/// A table of two hundred million objects, of some kilobytes.
fn table_of_objects_that_do_not_exist() -> Vec<u8> {
    let mut file = page(PLAIN);
    words(&mut file);
    let number = file.next();
    let row = [1, 0, 0, 0, 9];
    let table = packing::zlib(&packing::zlib_repeated(&row.repeat(1 << 18), 800));
    file.stream(&format!("/Type/XRef/Size 209715200/W[1 2 2]/Root 1 0 R{TWO_LAYERS}"), &table);
    let mut bytes = file.finish();
    let needle = format!("{number} 0 obj");
    let start = bytes.windows(needle.len()).rposition(|window| window == needle.as_bytes()).unwrap();
    bytes.extend(format!("startxref\n{start}\n%%EOF\n").into_bytes());
    bytes
}

/// Fifteen thousand names for one part of a megabyte.
fn parts_that_overlap() -> Vec<u8> {
    let text = b"The house,\n\n1. Decides.\n".repeat(MEGABYTE / 24);
    let first = Part::deflated("00000.txt", &text);
    let shared: Vec<Part> = (1..15_000).map(|at| Part::sharing(&format!("{at:05}.txt"), &first, 0)).collect();
    zip::archive(&[vec![first], shared].concat())
}

fn bomb_in_a_part() -> Vec<u8> {
    zip::archive(&[Part::repeated("a.txt", &vec![b'a'; MEGABYTE], 512)])
}

fn archives_in_archives() -> Vec<u8> {
    let inner = zip::archive(&[Part::repeated("a.txt", &vec![b'a'; MEGABYTE], 64)]);
    (0..12).fold(inner, |inner, _| {
        let parts: Vec<Part> = (0..8).map(|at| Part::deflated(&format!("{at}.zip"), &inner)).collect();
        zip::archive(&parts)
    })
}

fn bomb_in_a_document() -> Vec<u8> {
    zip::archive(&[Part::repeated("word/document.xml", &b"<w:p>".repeat(MEGABYTE / 5), 512)])
}

fn odt(content: &str) -> Vec<u8> {
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
    let container = "<container><rootfiles><rootfile full-path=\"book.opf\"/></rootfiles></container>";
    let spine = "<itemref idref=\"a\"/>".repeat(100_000);
    let book = format!(
        "<package><manifest><item id=\"a\" href=\"a.html\"/></manifest><spine>{spine}</spine></package>"
    );
    let page = format!("<p>{}</p>", "The house decides. ".repeat(5000));
    zip::archive(&[
        Part::stored("META-INF/container.xml", container.as_bytes()),
        Part::deflated("book.opf", book.as_bytes()),
        Part::deflated("a.html", page.as_bytes()),
    ])
}

fn cells_that_span_all_rows() -> Vec<u8> {
    let row = "<tr><td rowspan=65534 colspan=1000>x</td></tr>".repeat(2000);
    format!("<!DOCTYPE html><html><body><table>{row}</table></body></html>").into_bytes()
}

fn elements_in_each_other() -> Vec<u8> {
    let open = "<div><table><tr><td><ol><li>".repeat(20_000);
    format!("<!DOCTYPE html><html><body>{open}x</body></html>").into_bytes()
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

/// A text in whose words stand control characters of one byte, as in a title that a terminal would take for its own.
pub(crate) fn text_with_controls() -> Vec<u8> {
    "The house,\n\n1. Decides \u{9b}2J \u{9d}0;title\u{9c} \u{1b}]0;title\u{7} caf\u{e9};\n"
        .as_bytes()
        .to_vec()
}

fn text_with_noncharacters() -> Vec<u8> {
    "The house,\n\n1. Decides \u{ffff} \u{fffe} \u{fdd0} \u{1fffe} that;\n".as_bytes().to_vec()
}
