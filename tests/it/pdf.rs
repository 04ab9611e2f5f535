//! PDF: small files written by hand, and what is read from them. None may hang, whatever it contains.

use crate::support::run;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use plenary::formats::{self, Content, How, ReadError, Style};
use std::cell::RefCell;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Builds a PDF of these objects, numbered from 1. The first is the document catalogue.
pub(crate) fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (at, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", out.len()).unwrap();
        writeln!(out, "{} 0 obj", at + 1).unwrap();
        out.extend_from_slice(object);
        out.extend_from_slice(b"\nendobj\n");
    }
    let start = out.len();
    write!(out, "{table}trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1)
        .unwrap();
    out
}

pub(crate) fn dict(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

pub(crate) fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let mut out = format!("<< {entries} /Length {} >>\nstream\n", data.len()).into_bytes();
    out.extend_from_slice(data);
    out.extend_from_slice(b"\nendstream");
    out
}

/// Builds a PDF of pages with these content streams; `/F1` is upright and `/F2` italic.
pub(crate) fn pages(contents: &[String]) -> Vec<u8> {
    let kids: Vec<String> = (0..contents.len()).map(|at| format!("{} 0 R", 5 + 2 * at)).collect();
    let mut objects = vec![
        dict("<< /Type /Catalog /Pages 2 0 R >>"),
        dict(&format!("<< /Type /Pages /Count {} /Kids [{}] >>", contents.len(), kids.join(" "))),
        dict("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"),
        dict("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Italic >>"),
    ];
    for (at, content) in contents.iter().enumerate() {
        objects.push(dict(&format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
            6 + 2 * at
        )));
        objects.push(stream("", content.as_bytes()));
    }
    pdf(&objects)
}

/// A content stream that draws one string at a position of the page.
pub(crate) fn at(x: u32, y: u32, size: u32, text: &str) -> String {
    format!("BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n")
}

fn slanted(x: u32, y: u32, text: &str) -> String {
    format!("BT /F2 10 Tf {x} {y} Td ({text}) Tj ET\n")
}

pub(crate) fn read(bytes: &[u8]) -> Result<Content, ReadError> {
    formats::read(bytes.to_vec(), &How::default())
}

/// The blocks of a content, each as a short description.
pub(crate) fn shown(content: &Content) -> Vec<String> {
    let name = |style| match style {
        Style::Note => "note",
        Style::Row => "row",
        _ => "para",
    };
    content.blocks.iter().map(|block| format!("{}: {}", name(block.style), content.words(block))).collect()
}

fn two_pages() -> Vec<u8> {
    let first = [
        at(50, 770, 10, "A/RES/95/98"),
        slanted(74, 700, "The General Assembly"),
        at(165, 700, 10, ","),
        slanted(74, 680, "Recalling"),
        at(118, 680, 10, "that a paragraph which is longer than a page goes on at the top of the next,"),
        "BT /F1 10 Tf 50 668 Td (as all readers know who have read one to its end) Tj /F1 6 Tf 4 Ts (1) Tj 0 Ts \
         /F1 10 Tf ( and then another, which is why this line must) Tj ET\n"
            .to_owned(),
        at(58, 100, 6, "1"),
        at(62, 96, 8, "See the paper of the house, and what it says about"),
        at(50, 86, 8, "notes of two lines."),
        at(280, 40, 9, "1/2"),
    ];
    let second = [
        at(50, 800, 9, "A/RES/95/98"),
        at(50, 760, 10, "be joined to the one before it,"),
        at(74, 740, 10, "1.  Decides that this is so;"),
        at(74, 720, 10, "2.  Also decides that it is enough."),
        at(280, 40, 9, "2/2"),
    ];
    pages(&[first.concat(), second.concat()])
}

#[test]
fn a_paragraph_continues_across_pages_and_furniture_is_set_aside() {
    let content = read(&two_pages()).unwrap();
    assert_eq!(
        shown(&content),
        [
            "para: A/RES/95/98",
            "para: The General Assembly,",
            "para: Recalling that a paragraph which is longer than a page goes on at the top of the next, \
             as all readers know who have read one to its end1 and then another, which is why this line must \
             be joined to the one before it,",
            "para: 1. Decides that this is so;",
            "para: 2. Also decides that it is enough.",
            "note: 1 See the paper of the house, and what it says about notes of two lines.",
        ]
    );
    let asides: Vec<_> =
        content.asides.iter().map(|aside| (aside.text.as_str(), aside.reason.code())).collect();
    assert_eq!(asides, [("1/2", "page-number"), ("A/RES/95/98", "running-head"), ("2/2", "page-number")]);
}

#[test]
fn raised_figures_are_note_marks_and_slanted_letters_emphasis() {
    let content = read(&two_pages()).unwrap();
    let words = |spans: &[plenary::document::Span]| -> Vec<String> {
        spans.iter().map(|span| content.text[span.range()].to_owned()).collect()
    };
    assert_eq!(words(&content.marks), ["1"]);
    assert_eq!(words(&content.emphasis), ["The General Assembly", "Recalling"]);
}

#[test]
fn reading_the_first_pages_reads_no_more_of_the_file_than_needed() {
    let told = RefCell::new(Vec::new());
    let progress = |read, of| told.borrow_mut().push((read, of));
    let how = How { pages: Some(1), progress: Some(&progress), ..How::default() };
    let content = formats::read(two_pages(), &how).unwrap();
    assert!(content.blocks.iter().all(|block| block.page == 0));
    assert_eq!(*told.borrow(), [(1, 2)]);
}

#[test]
fn a_page_is_read_once_though_the_document_is_shown_in_stages() {
    let words = |page: u32| at_top(&format!("{page}. Decides to read the paper of page {page} once."));
    let file = pages(&(1..=30).map(words).collect::<Vec<_>>());
    let (told, begun) = (RefCell::new(Vec::new()), RefCell::new(Vec::new()));
    let how = How {
        progress: Some(&|read, _| told.borrow_mut().push(read)),
        stages: &[2, 24, 240],
        begun: Some(&|content, read, of| begun.borrow_mut().push((content, read, of))),
        ..How::default()
    };
    let whole = formats::read(file.clone(), &how).unwrap();
    assert_eq!(*told.borrow(), (1..=30).collect::<Vec<_>>());
    assert_eq!(format!("{whole:?}"), format!("{:?}", read(&file).unwrap()));
    let begun = begun.into_inner();
    assert_eq!(begun.iter().map(|(_, read, of)| (*read, *of)).collect::<Vec<_>>(), [(2, 30), (24, 30)]);
    for (content, read, _) in begun {
        let first = formats::read(file.clone(), &How { pages: Some(read), ..How::default() }).unwrap();
        assert_eq!(format!("{content:?}"), format!("{first:?}"));
    }
}

#[test]
fn a_scan_is_reported_with_advice() {
    let image = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u{1} EI Q".to_owned();
    assert_eq!(read(&pages(&[image.clone(), image])).unwrap_err(), ReadError::Scan { pages: 2 });
}

#[test]
fn a_password_is_reported() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/locked/password.pdf");
    assert_eq!(read(&std::fs::read(path).unwrap()).unwrap_err(), ReadError::Locked { what: "a PDF" });
}

#[test]
fn a_damaged_page_is_reported_and_the_others_are_read() {
    let mut objects = vec![
        dict("<< /Type /Catalog /Pages 2 0 R >>"),
        dict("<< /Type /Pages /Count 2 /Kids [4 0 R 6 0 R] >>"),
        dict("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"),
    ];
    for at in [5, 7] {
        objects.push(dict(&format!(
            "<< /Type /Page /Parent 2 0 R /Contents {at} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )));
        objects.push(if at == 5 {
            stream("/Filter /FlateDecode", b"\x78\x9Cthis is not packed at all")
        } else {
            stream("", at_top("The second page is sound.").as_bytes())
        });
    }
    let content = read(&pdf(&objects)).unwrap();
    assert_eq!(shown(&content), ["para: The second page is sound."]);
    assert!(content.diagnostics.iter().any(|said| said.message().contains("Page 1 is damaged")));
    objects.truncate(5);
    objects[1] = dict("<< /Type /Pages /Count 1 /Kids [4 0 R] >>");
    assert_eq!(
        read(&pdf(&objects)).unwrap_err(),
        ReadError::Damaged { what: "a PDF", place: "page 1".to_owned() }
    );
}

fn at_top(text: &str) -> String {
    at(50, 600, 10, text)
}

/// Reads a hostile file: any result will do. The timeout only keeps a hang from hanging the tests.
#[track_caller]
fn endured(bytes: &[u8]) -> Result<Content, ReadError> {
    let (to, from) = std::sync::mpsc::channel();
    let bytes = bytes.to_vec();
    std::thread::spawn(move || to.send(read(&bytes)).is_ok());
    from.recv_timeout(Duration::from_mins(2)).expect("it panicked, or it hangs")
}

#[test]
fn pages_that_are_their_own_parents_do_not_hang() {
    let objects = [
        dict("<< /Type /Catalog /Pages 2 0 R >>"),
        dict("<< /Type /Pages /Parent 2 0 R /Count 1000000 /Kids [2 0 R 3 0 R 2 0 R] >>"),
        dict("<< /Type /Pages /Parent 3 0 R /Count 1000000 /Kids [2 0 R 3 0 R] >>"),
    ];
    endured(&pdf(&objects)).unwrap_err();
}

#[test]
fn a_form_that_contains_itself_does_not_hang() {
    let form = "/Fx Do /Fx Do /Fx Do BT /F1 10 Tf 50 500 Td (again and again) Tj ET";
    let resources = "/Resources << /XObject << /Fx 4 0 R >> /Font << /F1 5 0 R >> >>";
    let objects = [
        dict("<< /Type /Catalog /Pages 2 0 R >>"),
        dict("<< /Type /Pages /Count 1 /Kids [3 0 R] >>"),
        dict(&format!("<< /Type /Page /Parent 2 0 R /Contents 4 0 R {resources} >>")),
        stream(&format!("/Type /XObject /Subtype /Form /BBox [0 0 600 800] {resources}"), form.as_bytes()),
        dict("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"),
    ];
    endured(&pdf(&objects)).unwrap();
}

#[test]
fn a_cyclic_structure_tree_does_not_hang() {
    let content = "/P << /MCID 0 >> BDC BT /F1 10 Tf 50 500 Td (a paragraph of its own) Tj ET EMC";
    let objects = [
        dict("<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R >>"),
        dict("<< /Type /Pages /Count 1 /Kids [3 0 R] >>"),
        dict(
            "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /StructParents 0 /Resources << /Font << /F1 5 0 R >> >> >>",
        ),
        stream("", content.as_bytes()),
        dict("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"),
        dict("<< /Type /StructTreeRoot /ParentTree 7 0 R /K 8 0 R >>"),
        dict("<< /Nums [0 [8 0 R]] /Kids [7 0 R 7 0 R] >>"),
        dict("<< /Type /StructElem /S /Span /P 8 0 R /K 8 0 R >>"),
    ];
    assert_eq!(shown(&endured(&pdf(&objects)).unwrap()), ["para: a paragraph of its own"]);
}

#[test]
fn deep_nesting_does_not_overflow_the_stack() {
    let deep = format!("{}1{} TJ\n", "[".repeat(200_000), "]".repeat(200_000));
    let content = format!("{}{deep}", at_top("What comes before is read."));
    drop(endured(&pages(&[content, "q ".repeat(300_000)])));
    let mut objects =
        vec![dict("<< /Type /Catalog /Pages 2 0 R >>"), dict("<< /Type /Pages /Count 1 /Kids [3 0 R] >>")];
    objects.push(dict(&format!(
        "<< /Type /Page /Contents {}{} >>",
        "[".repeat(200_000),
        "]".repeat(200_000)
    )));
    drop(endured(&pdf(&objects)));
}

#[test]
fn decompression_bombs_are_refused() {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(&vec![b' '; 80 << 20]).unwrap();
    let packed = packer.finish().unwrap();
    let with = |kind: &str| {
        pdf(&[
            dict("<< /Type /Catalog /Pages 2 0 R >>"),
            dict("<< /Type /Pages /Count 1 /Kids [3 0 R] >>"),
            dict("<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>"),
            stream(&format!("{kind} /Filter /FlateDecode"), &packed),
        ])
    };
    assert!(matches!(endured(&with("/Type /ObjStm /N 1 /First 4")), Err(ReadError::Bomb { .. })));
    // The content of a page is read up to the limit, and here there is nothing before it.
    assert!(matches!(endured(&with("")), Err(ReadError::Bomb { .. })));
}

#[test]
fn a_file_without_valid_pdf_objects_is_damaged() {
    let error = read(b"%PDF-1.7\nnothing that a PDF has\n").unwrap_err();
    assert_eq!(error, ReadError::Damaged { what: "a PDF", place: "its table of objects".to_owned() });
    let whole = two_pages();
    for end in (0..whole.len()).step_by(37).skip(1) {
        drop(endured(&whole[..end]));
    }
}

fn made(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)
}

#[test]
fn a_document_is_the_same_as_pdf_and_as_text() {
    for language in ["en", "es", "ar"] {
        let count = |path: &Path| {
            let ran = run(["check".as_ref(), path.as_os_str()]);
            let line = ran.out.lines().next().unwrap_or_default().to_owned();
            line.split_once(": ").map(|(_, counts)| counts.to_owned()).unwrap()
        };
        let name = format!("A_RES_95_12.{language}");
        let text = crate::support::sample(&format!("{name}.txt"));
        assert_eq!(count(&made(&format!("{name}.pdf"))), count(&text), "{name}");
    }
}

/// Builds a tagged PDF from the content of each page and, for each piece of marked content on it, the index of its
/// element.
fn tagged(contents: &[(String, Vec<usize>)], elements: &[&str]) -> Vec<u8> {
    let first_page = 6;
    let first_element = first_page + 2 * contents.len();
    let kids: Vec<String> = (0..contents.len()).map(|at| format!("{} 0 R", first_page + 2 * at)).collect();
    let numbers = contents.iter().enumerate().map(|(page, (_, parents))| {
        let parents: Vec<String> = parents.iter().map(|at| format!("{} 0 R", first_element + at)).collect();
        format!("{page} [{}]", parents.join(" "))
    });
    let mut objects = vec![
        dict("<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 4 0 R >>"),
        dict(&format!("<< /Type /Pages /Count {} /Kids [{}] >>", contents.len(), kids.join(" "))),
        dict("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"),
        dict("<< /Type /StructTreeRoot /ParentTree 5 0 R >>"),
        dict(&format!("<< /Nums [{}] >>", numbers.collect::<Vec<_>>().join(" "))),
    ];
    for (page, (content, _)) in contents.iter().enumerate() {
        objects.push(dict(&format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /StructParents {page} /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> >> >>",
            first_page + 2 * page + 1
        )));
        objects.push(stream("", content.as_bytes()));
    }
    for name in elements {
        objects.push(dict(&format!("<< /Type /StructElem /S /{name} /P 4 0 R >>")));
    }
    pdf(&objects)
}

/// A piece of marked content.
fn piece(number: usize, content: &str) -> String {
    format!("/P << /MCID {number} >> BDC {content} EMC\n")
}

/// Two pages on which each paragraph has a tag, and the notes of the first page share one element.
fn tagged_pages() -> Vec<u8> {
    let rule = format!("/Artifact BMC {} EMC\n", at(100, 130, 10, "__________________"));
    let line = |left: u32, down: u32, text: &str| at(left, down, 10, text);
    let first = [
        piece(0, &line(130, 760, "The General Assembly,")),
        piece(
            1,
            &line(
                130,
                740,
                "Noting that rivers are shared by all those who live on their banks and islands and at",
            ),
        ),
        piece(1, &line(110, 728, "their springs,")),
        piece(
            2,
            &line(
                130,
                708,
                "Recalling also the report of the meeting on the law of rivers and the paper of the United",
            ),
        ),
        rule,
        piece(
            3,
            &format!(
                "{}{}",
                at(120, 114, 5, "*"),
                at(126, 110, 8, "The list of those who wrote it is not final.")
            ),
        ),
        piece(
            3,
            &format!("{}{}", at(120, 104, 5, "1"), at(126, 100, 8, "See the paper of 3 May and that of")),
        ),
        piece(3, &at(126, 90, 8, "3 June of the same year.")),
    ];
    let second = [
        format!("/Artifact BMC {} EMC\n", at(90, 800, 10, "Rivers and their banks")),
        piece(
            0,
            &line(
                110,
                740,
                "Nations, entitled \\(Rivers\\), which says that all who live there may swim in them, and that",
            ),
        ),
        piece(0, &line(110, 728, "the water is theirs,")),
        piece(1, &line(130, 708, "1.  Takes note of the report;")),
        piece(2, &line(130, 688, "2.  Decides to return to rivers.")),
    ];
    let pages = [(first.concat(), vec![0, 1, 2, 3]), (second.concat(), vec![4, 5, 6])];
    tagged(&pages, &["P", "P", "P", "Footnote", "P", "P", "P"])
}

#[test]
fn a_paragraph_cut_by_a_page_is_one_even_if_its_halves_have_separate_tags() {
    let shown = shown(&read(&tagged_pages()).unwrap());
    let cut = "para: Recalling also the report of the meeting on the law of rivers and the paper of the United Nations, \
               entitled (Rivers), which says that all who live there may swim in them, and that the water is theirs,";
    assert!(shown.iter().any(|words| words == cut), "{shown:#?}");
    assert!(shown.iter().any(|words| words == "para: 1. Takes note of the report;"), "{shown:#?}");
}

#[test]
fn one_element_may_hold_several_notes() {
    let shown = shown(&read(&tagged_pages()).unwrap());
    let notes: Vec<_> = shown.iter().filter(|words| words.starts_with("note")).collect();
    assert_eq!(
        notes,
        [
            "note: * The list of those who wrote it is not final.",
            "note: 1 See the paper of 3 May and that of 3 June of the same year.",
        ]
    );
}

#[test]
fn a_note_mark_may_be_raised_far_or_as_large_as_its_line() {
    let raised = |words: &str, down: u32, size: u32, by: u32, mark: &str| {
        format!("BT /F1 11 Tf 72 {down} Td ({words}) Tj /F1 {size} Tf {by} Ts ( {mark}) Tj 0 Ts ET\n")
    };
    let content = [
        raised("The house of readers endorses the paper on rivers;", 700, 8, 9, "1"),
        raised("2.  Asks all to read it.", 675, 11, 6, "2"),
        at(72, 116, 7, "1"),
        at(80, 110, 11, "Paper 11."),
        at(72, 92, 11, "2"),
        at(80, 85, 11, "Paper 12."),
    ];
    let content = read(&pages(&[content.concat()])).unwrap();
    assert_eq!(
        shown(&content),
        [
            "para: The house of readers endorses the paper on rivers;1",
            "para: 2. Asks all to read it.2",
            "note: 1 Paper 11.",
            "note: 2 Paper 12.",
        ]
    );
    let marks: Vec<_> = content.marks.iter().map(|mark| &content.text[mark.range()]).collect();
    assert_eq!(marks, ["1", "2"]);
}

#[test]
fn an_artifact_without_a_type_may_be_a_note() {
    let body = [
        "BT /F1 11 Tf 72 700 Td (The house of readers endorses the paper on rivers;) Tj 11.5 Ts (1) Tj 0 Ts ET\n".to_owned(),
        at(72, 675, 11, "2.  Asks all to read it."),
    ];
    let note = format!("{}{}", at(72, 68, 11, "1"), at(80, 60, 11, "Paper 11."));
    let content = format!("{}/Artifact << /Type /Pagination >> BDC {note} EMC", body.concat());
    assert_eq!(
        shown(&read(&pages(&[content])).unwrap()),
        [
            "para: The house of readers endorses the paper on rivers;1",
            "para: 2. Asks all to read it.",
            "note: 1 Paper 11.",
        ]
    );
}

#[test]
fn letters_that_differ_from_their_glyphs_are_reported() {
    let words = "the house of readers decides that its papers are read by all who wish to read in the evening and at night ";
    let moved: String =
        words.bytes().map(|byte| if byte == b' ' { ' ' } else { char::from(byte - 29) }).collect();
    let line = |down, text: &str| {
        at(50, down, 10, &text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)"))
    };
    let page = |text: &str| (0..6).map(|row| line(700 - 20 * row, text)).collect::<String>();
    assert!(read(&pages(&[page(words)])).is_ok());
    assert_eq!(read(&pages(&[page(&moved)])).unwrap_err(), ReadError::Garbled);
}

#[test]
fn a_truncated_file_says_so_first() {
    let mut whole = two_pages();
    whole.truncate(whole.len() - 200);
    let content = read(&whole).unwrap();
    let said: Vec<_> = content.diagnostics.iter().filter(|said| said.code() == "damaged").collect();
    assert!(said[0].message().contains("cut off"), "{said:?}");
}

#[test]
fn a_large_picture_is_not_taken_for_a_bomb() {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(&vec![7; 40 << 20]).unwrap();
    let palette = "00".repeat(768);
    let image = format!(
        "/Type /XObject /Subtype /Image /Width 7000 /Height 6000 /BitsPerComponent 8 \
         /ColorSpace [/Indexed /DeviceRGB 255 <{palette}>] /Filter /FlateDecode"
    );
    let objects = [
        dict("<< /Type /Catalog /Pages 2 0 R >>"),
        dict("<< /Type /Pages /Count 1 /Kids [3 0 R] >>"),
        dict(
            "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /I 6 0 R >> >> >>",
        ),
        stream("", format!("/I Do {}", at_top("What the picture shows.")).as_bytes()),
        dict("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"),
        stream(&image, &packer.finish().unwrap()),
    ];
    assert_eq!(shown(&endured(&pdf(&objects)).unwrap()), ["para: What the picture shows."]);
}
