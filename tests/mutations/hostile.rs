//! Files made to do harm: small ones that decode to gigabytes, whose numbers are loops, or whose parts are in the same
//! bytes. Each is read or refused within the same bounds as a damaged file.

use crate::{alone, try_to_read};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use plenary::formats::Format;
use std::fmt::Write as _;
use std::io::Write;

/// Packs with deflate, several times over.
fn packed(data: &[u8], times: usize) -> Vec<u8> {
    (0..times).fold(data.to_vec(), |data, _| {
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
        packer.write_all(&data).unwrap();
        packer.finish().unwrap()
    })
}

/// A quarter of a gigabyte of blanks, packed once or more.
fn bomb(times: usize) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::fast());
    let blanks = vec![b' '; 1 << 20];
    for _ in 0..256 {
        packer.write_all(&blanks).unwrap();
    }
    packed(&packer.finish().unwrap(), times - 1)
}

fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("<<{entries} /Length {}>> stream\n", data.len());
    [head.as_bytes(), data, b"\nendstream"].concat()
}

/// A file of these objects, whose numbers begin with 1.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = String::new();
    for (at, object) in objects.iter().enumerate() {
        writeln!(places, "{:010} 00000 n\r", out.len()).unwrap();
        out.extend(format!("{} 0 obj\n", at + 1).bytes());
        out.extend_from_slice(object);
        out.extend_from_slice(b"\nendobj\n");
    }
    let table = out.len();
    let count = objects.len() + 1;
    let end = format!(
        "xref\n0 {count}\n0000000000 65535 f\r\n{places}trailer <</Size {count} /Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n"
    );
    out.extend(end.bytes());
    out
}

const WORDS: &str =
    "BT /F1 12 Tf 72 700 Td (The readers of this page,) Tj 0 -20 Td (1. Decide to read all of it.) Tj ET ";

/// A page with this font and this content; further objects are numbered from 6.
fn page(font: &str, content: Vec<u8>, more: Vec<Vec<u8>>) -> Vec<u8> {
    let text = |text: &str| text.as_bytes().to_vec();
    let mut objects = vec![
        text("<</Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R>>"),
        text("<</Type /Pages /Kids [3 0 R] /Count 1>>"),
        text(
            "<</Type /Page /Parent 2 0 R /StructParents 0 /Contents 5 0 R /Resources <</Font <</F1 4 0 R>> /XObject <</X 6 0 R>>>>>>",
        ),
        text(font),
        content,
    ];
    objects.extend(more);
    pdf(&objects)
}

const PLAIN: &str = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>";

fn plain(entries: &str, data: &[u8]) -> Vec<u8> {
    page(PLAIN, stream(entries, data), Vec::new())
}

fn with_font(entries: &str) -> Vec<u8> {
    page(&format!("<</Type /Font {entries}>>"), stream("", WORDS.as_bytes()), Vec::new())
}

fn with_map(map: &str) -> Vec<u8> {
    let font = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R>>";
    page(font, stream("", WORDS.as_bytes()), vec![stream("/Filter /FlateDecode", &packed(map.as_bytes(), 1))])
}

/// A file whose table is a stream, and says that object 9 is in stream 6.
fn with_object_stream(holder: Vec<u8>) -> Vec<u8> {
    let mut out = page(PLAIN, stream("", WORDS.as_bytes()), vec![holder]);
    let table = out.len();
    let find = |name: &str| memchr::memmem::find(&out, name.as_bytes()).map_or(0, |at| at as u32);
    let mut rows = vec![0; 6];
    for number in 1..=6 {
        rows.push(1);
        rows.extend(find(&format!("\n{number} 0 obj")).saturating_add(1).to_be_bytes());
        rows.push(0);
    }
    rows.extend([0; 12]);
    rows.extend([2, 0, 0, 0, 6, 0]);
    let dict = "/Type /XRef /W [1 4 1] /Index [0 10] /Size 10 /Root 9 0 R";
    out.extend(b"7 0 obj\n");
    out.extend(stream(dict, &rows));
    out.extend(format!("\nendobj\nstartxref\n{table}\n%%EOF").bytes());
    out
}

/// Files whose parts lead to too much.
fn structures() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("content in three layers", plain("/Filter [/Fl /Fl /Fl]", &bomb(3))),
        (
            "content with a wide predictor",
            plain("/Filter /Fl /DecodeParms <</Predictor 2 /Columns 4000000000>>", &bomb(1)),
        ),
        (
            "an object stream in two layers",
            with_object_stream(stream("/Type /ObjStm /N 1 /First 4 /Filter [/Fl /Fl]", &bomb(2))),
        ),
        (
            "an object stream that does not say so",
            with_object_stream(stream("/Subtype /Image /Filter [/Fl /Fl]", &bomb(2))),
        ),
        (
            "an object stream of empty objects",
            with_object_stream(stream(
                "/Type /ObjStm /N 999999999 /First 9 /Filter /Fl",
                &packed(&b"9 0 ".repeat(2_000_000), 1),
            )),
        ),
        (
            "a table of objects in two layers",
            with_object_stream(stream("/Type /XRef /W [1 2 1] /Size 9 /Filter [/Fl /Fl]", &bomb(2))),
        ),
        (
            "a table of many objects",
            with_object_stream(stream(
                "/Type /XRef /W [0 1 0] /Size 9 /Filter /Fl",
                &packed(&vec![1; 20 << 20], 1),
            )),
        ),
        (
            "a million pages",
            pdf(&[
                b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
                format!("<</Kids [{}]>>", "<<>>".repeat(1_000_000)).into_bytes(),
            ]),
        ),
    ]
}

/// Files whose fonts do.
fn fonts() -> Vec<(&'static str, Vec<u8>)> {
    let wide = "/Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts";
    let descendant = |entries: &str| with_font(&format!("{wide} [<</Subtype /CIDFontType2 {entries}>>]"));
    let narrow = "/Subtype /TrueType /BaseFont /X";
    vec![
        ("widths without an end", descendant("/W [0 4294967295 500]")),
        ("heights without an end", descendant("/W2 [0 4294967295 1 2 3]")),
        ("widths again and again", descendant(&format!("/W [{}]", "0 65535 5 ".repeat(50_000)))),
        (
            "a first character out of reach",
            with_font(&format!("{narrow} /FirstChar 1000000000000 /LastChar 1000000000001 /Widths [1]")),
        ),
        (
            "a font program in two layers",
            page(
                &format!("<</Type /Font {narrow} /FontDescriptor <</FontFile2 6 0 R>>>>"),
                stream("", WORDS.as_bytes()),
                vec![stream("/Filter [/Fl /Fl]", &bomb(2))],
            ),
        ),
        (
            "a map of everything",
            with_map(
                "1 begincidrange <0000> <FFFFFFFF> 0 endcidrange 1 beginbfrange <0000> <FFFFFFFF> <0000> endbfrange",
            ),
        ),
        ("a map of other maps", with_map(&"/UniJIS-UTF16-H usecmap ".repeat(50_000))),
        ("a long map", with_map(&format!("1 beginbfchar {} endbfchar", "<0000> <0000> ".repeat(500_000)))),
    ]
}

/// Files whose content or whose tags do.
fn contents() -> Vec<(&'static str, Vec<u8>)> {
    let lost = |names: &str| plain("/Filter /FlateDecode", &packed(format!("{names}{WORDS}").as_bytes(), 1));
    let mut entries = String::new();
    for at in 0..600_000 {
        write!(entries, "/a{at} 1").unwrap();
    }
    let elements = vec![
        b"<</ParentTree 7 0 R>>".to_vec(),
        b"<</Nums [0 8 0 R]>>".to_vec(),
        b"[11 0 R]".to_vec(),
        format!("<</S /Table /K [{}]>>", "10 0 R ".repeat(5_000)).into_bytes(),
        format!("<</S /TR /P 9 0 R /K [{}]>>", "11 0 R ".repeat(5_000)).into_bytes(),
        b"<</S /TD /P 10 0 R /A <</ColSpan 1000000000 /RowSpan 1000000000>>>>".to_vec(),
    ];
    let tagged = format!("/P <</MCID 0>> BDC {WORDS} EMC");
    let form = "/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources <</XObject <</X 6 0 R>> /Font <</F1 4 0 R>>>>";
    vec![
        ("operands without an operator", lost(&"1 ".repeat(1_000_000))),
        ("a dictionary in the content", lost(&format!("/P <<{entries}>> BDC "))),
        ("inline images in each other", lost(&"BI /W 1 ID x EI EI ".repeat(200_000))),
        (
            "forms in each other",
            page(
                PLAIN,
                stream("", b"/X Do /X Do"),
                vec![stream(form, format!("{}{WORDS}", "/X Do ".repeat(20)).as_bytes())],
            ),
        ),
        ("strings that never end", page(PLAIN, stream("", WORDS.as_bytes()), vec![b"<<(".repeat(100_000)])),
        (
            "streams that never end",
            [b"%PDF-1.7\n".to_vec(), b"1 0 obj <<>> stream\n".repeat(50_000)].concat(),
        ),
        ("a table of rows that are one row", page(PLAIN, stream("", tagged.as_bytes()), elements)),
    ]
}

#[test]
fn files_made_to_do_harm_are_read_or_refused() {
    let _alone = alone();
    for (name, bytes) in [structures(), fonts(), contents()].concat() {
        assert!(bytes.len() < 8 << 20, "{name}: {}", bytes.len());
        drop(try_to_read(name, bytes, Some(Format::Pdf)));
    }
}

/// A zip archive whose directory lists one part many times.
fn overlapping(times: u32) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("00000.txt", zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(&b"1. Decides to read. ".repeat(50_000)).unwrap();
    let one = writer.finish().unwrap().into_inner();
    let entry = memchr::memmem::find(&one, b"PK\x01\x02").unwrap();
    let end = memchr::memmem::find(&one, b"PK\x05\x06").unwrap();
    let mut out = one[..entry].to_vec();
    for at in 0..times {
        let mut listed = one[entry..end].to_vec();
        listed[46..51].copy_from_slice(format!("{at:05}").as_bytes());
        out.extend(listed);
    }
    let mut last = one[end..].to_vec();
    let count = (times as u16).to_le_bytes();
    last[8..10].copy_from_slice(&count);
    last[10..12].copy_from_slice(&count);
    last[12..16].copy_from_slice(&(times * (end - entry) as u32).to_le_bytes());
    out.extend(last);
    out
}

#[test]
fn an_archive_that_lists_one_part_many_times_is_refused() {
    let _alone = alone();
    let said = try_to_read("overlap", overlapping(5_000), None).unwrap_err();
    assert!(said.contains("are in the same bytes"), "{said}");
}
